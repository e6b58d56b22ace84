#![no_main]

#[path = "../../tests/it/laws.rs"]
#[expect(dead_code, reason = "each target holds the law of one parser")]
mod laws;

// A text, and behind the first NUL its file of corrections.
libfuzzer_sys::fuzz_target!(|input: &str| {
    let (text, corrections) = input.split_once('\0').unwrap_or(("Jardinier\n\nTailler.\n", input));
    laws::correcting(text, corrections);
});
