//! Runs other programs, and stops them with everything they started when the user interrupts.
//!
//! Each child leads a process group of its own: cargo's compilers end with cargo, whether the interruption comes from
//! a keyboard or from `kill`.

use anyhow::{Context, Result, bail};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Duration;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// From now on Ctrl-C (or a request to end) stops the running child, then calls `then`.
///
/// # Errors
/// When the system refuses the handler, or one is set already.
pub(crate) fn on_interruption(mut then: impl FnMut() + Send + 'static) -> Result<()> {
    ctrlc::set_handler(move || {
        INTERRUPTED.store(true, Ordering::SeqCst);
        for &group in running().iter() {
            stop_group(group);
        }
        then();
    })
    .context("the handler of Ctrl-C cannot be set")
}

/// Whether the user interrupted.
pub(crate) fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// An error once the user interrupted.
pub(crate) fn check_interruption() -> Result<()> {
    if interrupted() { bail!("interrupted") } else { Ok(()) }
}

/// Runs `command` to its end, its output shown as it comes.
///
/// # Errors
/// When the program cannot be started, or the user interrupted it.
pub(crate) fn run(command: &mut Command) -> Result<ExitStatus> {
    let child = spawn(command)?;
    let id = child.id();
    let ended = { child }.wait();
    forget(id);
    check_interruption()?;
    ended.with_context(|| format!("{} was lost", shown(command)))
}

/// Runs `command` to its end and hands back what it wrote on stdout; its stderr is shown as it comes.
///
/// # Errors
/// When the program cannot be started, or the user interrupted it.
pub(crate) fn read(command: &mut Command) -> Result<Output> {
    let child = spawn(command.stdout(Stdio::piped()))?;
    let id = child.id();
    let ended = child.wait_with_output();
    forget(id);
    check_interruption()?;
    ended.with_context(|| format!("{} was lost", shown(command)))
}

/// As [`read`], but a program that takes longer than `limit` is stopped, and gives nothing.
///
/// # Errors
/// When the program cannot be started, or the user interrupted it.
pub(crate) fn read_within(command: &mut Command, limit: Duration) -> Result<Option<Output>> {
    let child = spawn(command.stdout(Stdio::piped()))?;
    let id = child.id();
    let (end, ended) = mpsc::channel::<()>();
    let late = thread::spawn(move || {
        let late = ended.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout);
        if late {
            stop_group(id);
        }
        late
    });
    let output = child.wait_with_output();
    drop(end);
    let late = late.join().unwrap_or(false);
    forget(id);
    check_interruption()?;
    let output = output.with_context(|| format!("{} was lost", shown(command)))?;
    Ok((!late).then_some(output))
}

/// First line that `command` writes on stdout, if it ends well; its complaints are not shown.
pub(crate) fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.lines().next().unwrap_or_default().to_owned())
}

/// `command` as one would type it, its environment left out.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    words.join(" ")
}

fn spawn(command: &mut Command) -> Result<Child> {
    check_interruption()?;
    lead_group(command.stdin(Stdio::null()));
    // The list stays locked across the start, so that an interruption sees the child or prevents it.
    let mut running = running();
    let child = command.spawn().with_context(|| format!("{} cannot be started", shown(command)))?;
    running.push(child.id());
    if interrupted() {
        stop_group(child.id());
    }
    Ok(child)
}

fn forget(id: u32) {
    running().retain(|&other| other != id);
}

fn running() -> std::sync::MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(unix)]
fn lead_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(unix)]
fn stop_group(leader: u32) {
    use rustix::process::{Pid, Signal, kill_process_group};
    if let Some(group) = i32::try_from(leader).ok().and_then(Pid::from_raw) {
        // A group that has just ended is no error.
        let _ = kill_process_group(group, Signal::TERM);
    }
}

// Elsewhere children share our console, and the console interrupts them itself.
#[cfg(not(unix))]
fn lead_group(_: &mut Command) {}

#[cfg(not(unix))]
fn stop_group(_: u32) {}

#[cfg(test)]
mod tests {
    use super::{first_line, read_within, run, shown};
    use std::process::Command;
    use std::time::Duration;

    #[test]
    fn a_command_is_shown_as_typed() {
        assert_eq!(shown(Command::new("npm").args(["ci", "--no-audit"])), "npm ci --no-audit");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-anywhere")).map_err(|e| e.to_string());
        assert_eq!(error, Err("no-such-program-anywhere cannot be started".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn what_takes_too_long_is_stopped() -> anyhow::Result<()> {
        let quick = read_within(Command::new("echo").arg("a"), Duration::from_secs(60))?;
        assert_eq!(quick.map(|output| output.stdout), Some(b"a\n".to_vec()));
        let slow = read_within(Command::new("sleep").arg("60"), Duration::from_millis(50))?;
        assert!(slow.is_none());
        Ok(())
    }

    #[test]
    fn only_a_program_that_ends_well_is_believed() {
        let version = first_line(Command::new(env!("CARGO")).arg("--version"));
        assert!(version.is_some_and(|line| line.starts_with("cargo ")));
        assert_eq!(first_line(Command::new(env!("CARGO")).arg("--no-such-option")), None);
    }
}
