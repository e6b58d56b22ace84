//! Finds a way to compile for WebAssembly, or installs one.
//!
//! Two ways: the standard library that rustup adds for the target, or, where rustup cannot (a closed network, a
//! distribution's Rust), the compiler and the library's source that Debian packages, compiled here for the target.

use crate::failure::Failure;
use crate::process;
use crate::project::{self, find_program};
use crate::{debian, process::first_line};
use anyhow::Result;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the widget is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, its cargo, its lints and the source of its standard library.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src"];

/// Oldest Rust that compiles the project.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// A way that the user forces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Choice {
    /// The target's library as rustup installs it
    Rustup,
    /// Debian's rustc-web, its library compiled from source
    Debian,
}

/// A way to compile for WebAssembly.
#[derive(Clone, Debug)]
pub(crate) enum Toolchain {
    /// The compiler that runs this program has the target's library.
    Installed,
    /// Debian's compiler makes the library from source; the linker is the file given.
    Debian {
        /// The linker for WebAssembly, which Debian's compiler lacks.
        linker: PathBuf,
    },
}

/// What a compilation is for: libraries compiled from source keep one folder for each.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// The widget as it ships.
    Site,
    /// The tests that a browser runs.
    Tests,
    /// Lints: nothing is linked.
    Lints,
}

impl Toolchain {
    /// The way that `choice` forces, or the first that works.
    ///
    /// # Errors
    /// When no way could be found nor installed.
    pub(crate) fn find(choice: Option<Choice>) -> Result<Self> {
        match choice {
            Some(Choice::Debian) => Self::debian(),
            Some(Choice::Rustup) => Self::rustup().map_err(Into::into),
            None => Self::rustup().or_else(|failure| {
                eprintln!("{}; trying Debian's compiler", failure.tried);
                Self::debian()
            }),
        }
    }

    /// How this way is called in messages.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Installed => {
                first_line(rustc().arg("--version")).unwrap_or_else(|| "rustc".to_owned())
            }
            Self::Debian { .. } => {
                let version = first_line(Command::new(DEBIAN_RUSTC).arg("--version"));
                format!("{}, standard library from source", version.unwrap_or_default())
            }
        }
    }

    /// `cargo <subcommand>` for the target, to which arguments can be added.
    ///
    /// # Errors
    /// When cargo's target folder cannot be found.
    pub(crate) fn cargo(&self, subcommand: &str, purpose: Purpose) -> Result<Command> {
        let mut command;
        match self {
            Self::Installed => {
                command = Command::new(project::cargo());
                command.args([subcommand, "--target", TARGET]);
            }
            Self::Debian { linker } => {
                let folder = match purpose {
                    Purpose::Site => "site",
                    Purpose::Tests => "tests",
                    Purpose::Lints => "lints",
                };
                command = Command::new(DEBIAN_CARGO);
                command
                    .args([subcommand, "-Zbuild-std=std,panic_abort", "--target", TARGET])
                    // A folder shared with another compilation of std ends in E0152, a lang item found twice.
                    .arg("--target-dir")
                    .arg(project::target()?.join("debian").join(folder))
                    .env("RUSTC", DEBIAN_RUSTC)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env("PATH", debian_first(std::env::var_os("PATH").as_deref()));
                // What `cargo run` set for the other compiler would mislead this one.
                for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTDOC", "LD_LIBRARY_PATH"] {
                    command.env_remove(name);
                }
            }
        }
        if matches!(purpose, Purpose::Site) {
            command.arg("--config").arg(without_paths());
        }
        command.current_dir(project::root());
        Ok(command)
    }

    /// The compiler that runs this program, its target added by rustup if need be.
    fn rustup() -> Result<Self, Failure> {
        if has_target() {
            return Ok(Self::Installed);
        }
        let remedy = format!("rustup target add {TARGET}\ncargo xtask dist --toolchain debian");
        let needs = format!("the standard library for {TARGET}");
        let Some(rustup) = find_program(&["rustup"]) else {
            let tried = format!("this Rust has no {TARGET}, and rustup is not here to add it");
            return Err(Failure::new(tried, needs, remedy));
        };
        eprintln!("installing the target {TARGET} (rustup target add)");
        let mut add = Command::new(rustup);
        // A network that refuses is no bug of rustup's: its message is enough.
        add.args(["target", "add", TARGET]).env("RUST_BACKTRACE", "0");
        let added = process::run(&mut add);
        if added.is_ok_and(|status| status.success()) && has_target() {
            return Ok(Self::Installed);
        }
        Err(Failure::new(format!("`{}` failed", process::shown(&add)), needs, remedy))
    }

    /// Debian's compiler, installed if need be.
    fn debian() -> Result<Self> {
        process::check_interruption()?;
        if !debian_is_ready() {
            debian::install(&PACKAGES, "compiling for WebAssembly")?;
        }
        if !debian_is_ready() {
            let version = first_line(Command::new(DEBIAN_RUSTC).arg("--version"));
            return Err(Failure::new(
                format!(
                    "Debian's Rust does not do: {DEBIAN_RUSTC} says {:?}, and its library's source should be in {}",
                    version.unwrap_or_default(),
                    debian_source().display()
                ),
                format!("Rust {OLDEST} or later from Debian, with {}", PACKAGES.join(", ")),
                format!("rustup target add {TARGET}"),
            )
            .into());
        }
        let linker = find_linker().ok_or_else(|| {
            Failure::new(
                "no linker for WebAssembly was found: neither rust-lld beside rustc, nor wasm-ld",
                "rustup's rust-lld, which comes with every toolchain of rustup",
                "install Rust with rustup, then run this command again",
            )
        })?;
        Ok(Self::Debian { linker })
    }
}

/// The setting of cargo that leaves this machine's folders out of the messages of panics: they would weigh, and two machines
/// would build two sites.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.map(|home| home.join("registry/src"));
    let registries = registries.and_then(|folder| std::fs::read_dir(folder).ok());
    let sysroot = first_line(rustc().args(["--print", "sysroot"])).map(PathBuf::from);
    let library = sysroot.map(|sysroot| sysroot.join("lib/rustlib/src/rust"));
    let folders = registries.into_iter().flatten().flatten().map(|entry| entry.path());
    let flags: Vec<String> = folders
        .chain(library)
        .map(|folder| format!("{:?}", format!("--remap-path-prefix={}=", folder.display())))
        .collect();
    format!("target.{TARGET}.rustflags=[{}]", flags.join(","))
}

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

fn rustc() -> Command {
    Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// Whether the compiler that runs this program has the target's library.
fn has_target() -> bool {
    let folder = first_line(rustc().args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn debian_source() -> &'static Path {
    Path::new("/usr/lib/rustlib/src/rust/library/std")
}

fn debian_is_ready() -> bool {
    // Without rustup's proxies there can be only one /usr/bin/rustc, ours: its version is checked all the same.
    let version = first_line(Command::new(DEBIAN_RUSTC).arg("--version")).unwrap_or_default();
    is_recent(&version) && Path::new(DEBIAN_CARGO).is_file() && debian_source().is_dir()
}

/// Whether `rustc 1.96.0 (…)` is the oldest that compiles the project, or later.
fn is_recent(version: &str) -> bool {
    fn numbers(version: &str) -> Option<(u32, u32)> {
        let mut numbers = version.split('.').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    }
    let version = version.split_whitespace().nth(1).and_then(numbers);
    version.is_some() && version >= numbers(OLDEST)
}

/// The linker for WebAssembly that comes with this program's compiler, or one of LLVM's.
fn find_linker() -> Option<PathBuf> {
    let sysroot = first_line(rustc().args(["--print", "sysroot"]))?;
    let beside = std::fs::read_dir(Path::new(&sysroot).join("lib/rustlib")).ok()?;
    let mut linkers = beside.flatten().map(|entry| entry.path().join("bin/rust-lld"));
    linkers.find(|linker| linker.is_file()).or_else(|| find_program(&["wasm-ld"]))
}

/// `PATH` with Debian's folder first: cargo looks there for `cargo-clippy`, which rustup has too.
fn debian_first(path: Option<&OsStr>) -> OsString {
    let mut folders = OsString::from("/usr/bin");
    if let Some(path) = path {
        folders.push(":");
        folders.push(path);
    }
    folders
}

#[cfg(test)]
mod tests {
    use super::{Purpose, Toolchain, debian_first, is_recent};
    use std::ffi::OsStr;

    #[test]
    fn versions_of_rust() {
        for (version, recent) in [
            ("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)", true),
            ("rustc 1.95.0", true),
            ("rustc 2.0.1-nightly", true),
            ("rustc 1.94.1", false),
            ("rustc 1.9.0", false),
            ("rustc", false),
            ("", false),
        ] {
            assert_eq!(is_recent(version), recent, "{version}");
        }
    }

    #[test]
    fn debian_comes_first() {
        assert_eq!(debian_first(Some(OsStr::new("/opt/bin"))), "/usr/bin:/opt/bin");
        assert_eq!(debian_first(None), "/usr/bin");
    }

    #[test]
    fn each_compilation_from_source_has_its_folder() -> anyhow::Result<()> {
        let toolchain = Toolchain::Debian { linker: "/x/rust-lld".into() };
        let folder = |purpose| -> anyhow::Result<_> {
            let command = toolchain.cargo("build", purpose)?;
            let arguments = command.get_args().map(OsStr::to_owned);
            Ok(arguments.skip_while(|word| word != "--target-dir").nth(1))
        };
        let folders = [folder(Purpose::Site)?, folder(Purpose::Tests)?, folder(Purpose::Lints)?];
        assert!(folders.iter().all(Option::is_some));
        assert!(folders[0] != folders[1] && folders[1] != folders[2] && folders[0] != folders[2]);
        Ok(())
    }
}
