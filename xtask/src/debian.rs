//! Installs packages of Debian and its kin, when that is what the machine runs.

use crate::failure::Failure;
use crate::process;
use crate::project::find_program;
use anyhow::Result;
use std::process::Command;

/// Installs `packages`, and says so.
///
/// # Errors
/// When this is no Debian, when we are not root and sudo wants a password, or when `apt-get` fails.
pub(crate) fn install(packages: &[&str], purpose: &str) -> Result<()> {
    let list = packages.join(" ");
    if find_program(&["apt-get"]).is_none() {
        return Err(Failure::new(
            format!("{purpose}: this machine has no apt-get to install {list} with"),
            format!("what Debian calls {list}"),
            "install the same things with this system's package manager, then run this command again",
        )
        .into());
    }
    let remedy = format!("sudo apt-get update && sudo apt-get install -y {list}");
    let Some(prefix) = privilege() else {
        return Err(Failure::new(
            format!("{purpose}: only root may install {list}, and sudo asks for a password"),
            format!("the Debian packages {list}"),
            remedy,
        )
        .into());
    };
    eprintln!("installing Debian packages for {purpose}: {list}");
    let mut update = apt_get(prefix);
    if !process::run(update.args(["update", "--quiet"]))?.success() {
        // An old list of packages may still do.
        eprintln!("warning: {} failed; going on with the lists there are", process::shown(&update));
    }
    let mut install = apt_get(prefix);
    // Nothing of the user's is removed to make room.
    install
        .args(["install", "--yes", "--quiet", "--no-install-recommends", "--no-remove"])
        .args(packages);
    if process::run(&mut install)?.success() {
        return Ok(());
    }
    Err(Failure::new(
        format!("{purpose}: `{}` failed; its own message is above", process::shown(&install)),
        format!("the Debian packages {list}"),
        remedy,
    )
    .into())
}

/// What to put before a command that only root may run; nothing at all when there is no way.
fn privilege() -> Option<&'static [&'static str]> {
    if process::first_line(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    let sudo = process::first_line(Command::new("sudo").args(["-n", "true"]));
    sudo.map(|_| ["sudo", "-n"].as_slice())
}

fn apt_get(prefix: &[&str]) -> Command {
    let mut words = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words.next().unwrap_or(&"apt-get"));
    // A terminal of apt's own would be stopped by the system: our children run in the background of ours.
    command.args(words).args(["-o", "Dpkg::Use-Pty=0"]);
    command
}

#[cfg(test)]
mod tests {
    use super::apt_get;
    use crate::process::shown;

    #[test]
    fn apt_is_called_with_or_without_sudo() {
        assert_eq!(
            shown(&apt_get(&["sudo", "-n"])),
            "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0"
        );
        assert_eq!(
            shown(&apt_get(&[])),
            "env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0"
        );
    }
}
