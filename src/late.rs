//! What the first results can do without: it comes by itself, after them.
//!
//! `cargo xtask dist` cuts the compiled program in three: what can only be reached through functions declared with
//! [`late!`](crate::late) goes into the file of its [`Part`], which is fetched once the first results are there. Until then
//! these functions give nothing (`Default`), and the view says what is awaited. Without the feature `late` (tests, pages drawn
//! natively) nothing is cut, and everything is here from the start.

use std::sync::atomic::{AtomicBool, Ordering};

/// A part of the program that comes after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What answers a visitor: the search, the filters, whatever follows an action.
    Search,
    /// What few visits need.
    Late,
}

static HERE: [AtomicBool; 2] = [const { AtomicBool::new(cfg!(not(late))) }; 2];

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

impl Part {
    /// What the page calls its file.
    pub fn role(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Late => "late",
        }
    }

    /// Whether it has come.
    pub fn is_here(self) -> bool {
        HERE[self as usize].load(Ordering::Relaxed)
    }

    /// It has come: its functions may be called from now on.
    pub fn arrived(self) {
        HERE[self as usize].store(true, Ordering::Relaxed);
    }
}

/// Declares functions that come with a part: each is another one, called through a door where the program is cut. A door has
/// a number of its own.
#[macro_export]
macro_rules! late {
    ($part:ident: $($(#[$meta:meta])* $door:literal $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $out:ty = $path:path;)*) => {$(
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
                    #[link_name = concat!("__wasm_split_00", stringify!($part), "00_import_000000000000000000000000000000", $door)]
                    safe fn door($($arg: $type),*) -> $out;
                }
                #[unsafe(export_name = concat!("__wasm_split_00", stringify!($part), "00_export_000000000000000000000000000000", $door))]
                extern "C" fn behind($($arg: $type),*) -> $out {
                    $path($($arg),*)
                }
                if $crate::late::Part::$part.is_here() { door($($arg),*) } else { Default::default() }
            }
            #[cfg(not(late))]
            $path($($arg),*)
        }
    )*};
}
