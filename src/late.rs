//! What few visits need, and the first results can do without: it comes by itself, after them.
//!
//! `cargo xtask dist` cuts the compiled program in two: what can only be reached through functions declared with
//! [`late!`](crate::late) goes into a second file, which is fetched once the first results are there. Until then these
//! functions give nothing (`Default`), and the view says what is awaited. Without the feature `late` (tests, one-file
//! builds) nothing is cut, and everything is here from the start.

use std::sync::atomic::{AtomicBool, Ordering};

static HERE: AtomicBool = AtomicBool::new(cfg!(not(late)));

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// It is on its way.
    Coming,
    /// It has come.
    Here,
    /// It did not come.
    Failed,
}

/// Whether what comes late has come.
pub fn is_here() -> bool {
    HERE.load(Ordering::Relaxed)
}

/// It has come: the functions declared with [`late!`](crate::late) may be called from now on.
pub fn arrived() {
    HERE.store(true, Ordering::Relaxed);
}

/// Declares functions that come late: each is another one, called through a door where the program is cut. A door has a
/// number of its own.
#[macro_export]
macro_rules! late {
    ($($(#[$meta:meta])* $door:literal $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $out:ty = $path:path;)*) => {$(
        $(#[$meta])*
        // Nothing foreign is called: both sides of the door are declared here, from one signature, and it stays closed
        // until the other side is there.
        #[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
        $vis fn $name($($arg: $type),*) -> $out {
            #[cfg(late)]
            {
                // The names are those that the cutter looks for.
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                unsafe extern "C" {
                    #[link_name = concat!("__wasm_split_00late00_import_000000000000000000000000000000", $door)]
                    safe fn door($($arg: $type),*) -> $out;
                }
                #[unsafe(export_name = concat!("__wasm_split_00late00_export_000000000000000000000000000000", $door))]
                extern "C" fn behind($($arg: $type),*) -> $out {
                    $path($($arg),*)
                }
                if $crate::late::is_here() { door($($arg),*) } else { Default::default() }
            }
            #[cfg(not(late))]
            $path($($arg),*)
        }
    )*};
}
