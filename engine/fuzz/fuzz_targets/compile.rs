#![no_main]

#[path = "../../tests/it/laws.rs"]
#[expect(dead_code, reason = "each target holds the law of one parser")]
mod laws;

// Two files of the same bytes: their offers have the same slugs, and need ids apart.
libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    laws::compiling(&[laws::source("a.txt", input), laws::source("b.txt", input)]);
});
