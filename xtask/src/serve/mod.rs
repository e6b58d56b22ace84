//! Builds the site, serves it on this machine, and builds it again at each change.

mod http;
mod mime;
mod port;
mod watch;

pub(crate) use http::Server;

use crate::announce::Steps;
use crate::dist::{self, Effort};
use crate::process;
use crate::project::root;
use crate::toolchain::{Choice, Toolchain};
use anyhow::Result;
use std::io::Write;
use std::process::{Command, Stdio};
use watch::Watcher;

/// Options of `cargo xtask serve`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Port on 127.0.0.1; where it is taken, the next free one
    #[arg(long, value_name = "N", default_value_t = 8000)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Force one way to compile for WebAssembly [default: rustup's if it can, else Debian's]
    #[arg(long, value_enum)]
    toolchain: Option<Choice>,
}

/// `cargo xtask serve`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    process::on_interruption(|| {})?;
    match serve(arguments) {
        Err(_) if process::interrupted() => {
            eprintln!("\nstopped");
            Ok(())
        }
        result => result,
    }
}

fn serve(arguments: &Arguments) -> Result<()> {
    // Taken before the build, so that a change made meanwhile is seen after it.
    let watcher = Watcher::new(root());
    let mut seen = watcher.snapshot();
    let toolchain = dist::build(Steps::new(7), arguments.toolchain, None, Effort::Full)?;
    let listener = port::listen(arguments.port)?;
    let server = Server::start(listener, dist::folder())?;
    println!("\n  {}\n", server.url());
    std::io::stdout().flush()?;
    eprintln!("watching {}; Ctrl-C stops", watch::WATCHED.join(", "));
    if arguments.open {
        open(&server.url());
    }
    loop {
        seen = watcher.wait_for_change(&seen)?;
        rebuild(&toolchain);
        process::check_interruption()?;
    }
}

/// Builds again; a failure is shown, and the site stays as it was.
fn rebuild(toolchain: &Toolchain) {
    let steps = Steps::new(5);
    if let Err(error) = dist::build(steps, None, Some(toolchain.clone()), Effort::Quick)
        && !process::interrupted()
    {
        eprintln!("\nerror: {error:#}\nthe page served is still the previous one");
    }
}

/// Opens `url` in the user's browser; where that cannot be, says so.
fn open(url: &str) {
    let opener = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let mut command = Command::new(opener);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        eprintln!("warning: `{opener} {url}` cannot be started; open the address by hand");
    }
}
