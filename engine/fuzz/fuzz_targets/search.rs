#![no_main]

#[path = "../../tests/it/laws.rs"]
#[expect(dead_code, reason = "each target holds the law of one parser")]
mod laws;

libfuzzer_sys::fuzz_target!(|input: &str| laws::searching(input));
