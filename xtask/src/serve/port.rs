//! Finds a free port of this machine.

use crate::failure::Failure;
use anyhow::{Context, Result};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

/// How many ports are tried from the one asked for.
const TRIES: u16 = 50;

/// Listens on `port` of 127.0.0.1, or on the next free one, and says so; on any free one for port 0.
///
/// # Errors
/// When none of the ports tried is free, or the system refuses for another reason.
pub(super) fn listen(port: u16) -> Result<TcpListener> {
    for candidate in port..=port.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => {
                if candidate != port {
                    eprintln!("port {port} is taken; here is {candidate}");
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                return Err(Failure::new(
                    format!("port {candidate} is refused to us: {error}"),
                    "a port that this user may listen on, usually 1024 and above",
                    "cargo xtask serve --port 8000",
                )
                .into());
            }
            Err(error) => return Err(error).context(format!("port {candidate}")),
        }
    }
    Err(Failure::new(
        format!("ports {port} to {} are all taken", port.saturating_add(TRIES)),
        "one free port of 127.0.0.1",
        "cargo xtask serve --port 0",
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn a_taken_port_gives_way_to_a_later_one() -> anyhow::Result<()> {
        let first = listen(0)?;
        let taken = first.local_addr()?.port();
        // The last ports of all have no next one.
        if taken < u16::MAX - 60 {
            let second = listen(taken)?;
            assert!(second.local_addr()?.port() > taken);
            assert!(second.local_addr()?.ip().is_loopback());
        }
        Ok(())
    }
}
