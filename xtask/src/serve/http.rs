//! Serves a folder over HTTP, as a static host would, to this machine only.

use super::mime;
use anyhow::{Context, Result, anyhow};
use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response};

/// A running server; it stops when dropped.
pub(crate) struct Server {
    inner: Arc<tiny_http::Server>,
    port: u16,
}

/// What a path of the site leads to.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// A file to send.
    File(PathBuf),
    /// A folder asked for without its last slash: relative links need it.
    Folder,
    /// Nothing.
    Nothing,
}

impl Server {
    /// Starts to serve `folder` on `listener`.
    ///
    /// # Errors
    /// When the system takes the listener back.
    pub(crate) fn start(listener: TcpListener, folder: PathBuf) -> Result<Self> {
        let port = listener.local_addr().context("the server's port")?.port();
        let inner = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow!("the server cannot start: {error}"))?;
        let inner = Arc::new(inner);
        let requests = Arc::clone(&inner);
        let folder = Arc::new(folder);
        thread::spawn(move || {
            for request in requests.incoming_requests() {
                let folder = Arc::clone(&folder);
                // A thread each: a browser that stops reading one answer must not hold up the others, and one that
                // hangs up is no failure of ours.
                thread::spawn(move || {
                    let _ = answer(request, &folder);
                });
            }
        });
        Ok(Self { inner, port })
    }

    /// Starts to serve `folder` on any free port.
    ///
    /// # Errors
    /// When there is no free port.
    pub(crate) fn start_anywhere(folder: PathBuf) -> Result<Self> {
        Self::start(super::port::listen(0)?, folder)
    }

    /// Where the site is.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.inner.unblock();
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let response = page(405, "Only GET and HEAD are served here.");
        return request.respond(response.with_header(header("Allow", "GET, HEAD")));
    }
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').map_or((url.as_str(), None), |(p, q)| (p, Some(q)));
    match find(folder, path) {
        Found::File(file) => match File::open(&file) {
            Ok(open) => request.respond(
                Response::from_file(open)
                    // A length is worth more than early bytes: it shows how far a download is.
                    .with_chunked_threshold(usize::MAX)
                    .with_header(header("Content-Type", mime::of(&file)))
                    .with_header(header("Cache-Control", "no-store")),
            ),
            Err(error) => request.respond(page(500, &format!("This file cannot be read: {error}"))),
        },
        Found::Folder => {
            // Relative to the last name: a path of many slashes must not lead to another host.
            let name = path.rsplit('/').next().unwrap_or_default();
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            let location = header("Location", &format!("./{name}/{query}"));
            request.respond(page(301, "This is a folder.").with_header(location))
        }
        Found::Nothing => {
            let text = format!("404: dist/ has no {}", decoded(path).unwrap_or_default());
            request.respond(page(404, &text))
        }
    }
}

fn page(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(format!("{text}\n"))
        .with_status_code(status)
        .with_header(header("Content-Type", "text/plain; charset=utf-8"))
        .with_header(header("Cache-Control", "no-store"))
}

/// A header; one whose text HTTP does not allow comes out empty.
fn header(name: &str, value: &str) -> Header {
    let header = Header::from_bytes(name, value).or_else(|()| Header::from_bytes(name, ""));
    header.unwrap_or_else(|()| unreachable!("{name} is a header's name"))
}

/// What the path of a request leads to, within `folder` and never above it.
fn find(folder: &Path, path: &str) -> Found {
    let Some(path) = decoded(path) else { return Found::Nothing };
    let mut file = folder.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        // A colon is a drive on Windows, a backslash a separator.
        if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return Found::Nothing;
        }
        file.push(name);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            return Found::Folder;
        }
        file.push("index.html");
    } else if path.ends_with('/') {
        return Found::Nothing;
    }
    if file.is_file() { Found::File(file) } else { Found::Nothing }
}

/// A path with its `%XX` read; nothing when that is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let digit = |byte: u8| char::from(byte).to_digit(16);
            bytes.push(u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Found, Server, decoded, find};
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use tempfile::TempDir;

    fn site() -> anyhow::Result<TempDir> {
        let parent = tempfile::tempdir()?;
        fs::write(parent.path().join("secret.txt"), "secret")?;
        let dist = parent.path().join("dist");
        fs::create_dir_all(dist.join("offre/1"))?;
        fs::write(dist.join("index.html"), "<p>accueil")?;
        fs::write(dist.join("offre/1/index.html"), "<p>offre")?;
        fs::write(dist.join("été.txt"), "chaud")?;
        fs::write(dist.join(".cache"), "hidden")?;
        fs::write(dist.join("a.wasm"), "wasm")?;
        Ok(parent)
    }

    #[test]
    fn paths_lead_to_files_of_the_folder_only() -> anyhow::Result<()> {
        let parent = site()?;
        let dist = parent.path().join("dist");
        let file = |path: &str| Found::File(dist.join(path));
        for (path, found) in [
            ("/", file("index.html")),
            ("/index.html", file("index.html")),
            ("/offre/1/", file("offre/1/index.html")),
            ("//offre//1/index.html", file("offre/1/index.html")),
            ("/%C3%A9t%C3%A9.txt", file("été.txt")),
            ("/offre/1", Found::Folder),
            ("/offre/", Found::Nothing),
            ("/index.html/", Found::Nothing),
            ("/rien.html", Found::Nothing),
            ("/../secret.txt", Found::Nothing),
            ("/%2e%2e/secret.txt", Found::Nothing),
            ("/..%2fsecret.txt", Found::Nothing),
            ("/offre/../../secret.txt", Found::Nothing),
            ("/..\\secret.txt", Found::Nothing),
            ("/.cache", Found::Nothing),
            ("/%00", Found::Nothing),
            ("/%ff", Found::Nothing),
            ("/%2", Found::Nothing),
        ] {
            assert_eq!(find(&dist, path), found, "{path}");
        }
        Ok(())
    }

    #[test]
    fn percent_signs_are_read() {
        assert_eq!(decoded("/a%20b"), Some("/a b".to_owned()));
        assert_eq!(decoded("/%é"), None);
        assert_eq!(decoded("/%+1"), None);
    }

    #[test]
    fn answers_as_a_static_host() -> anyhow::Result<()> {
        let parent = site()?;
        let server = Server::start_anywhere(parent.path().join("dist"))?;
        let ask = |line: &str| -> anyhow::Result<String> {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port))?;
            write!(stream, "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer)
        };
        let home = ask("GET /?q=stage")?;
        assert!(home.starts_with("HTTP/1.1 200"), "{home}");
        assert!(home.contains("Content-Type: text/html; charset=utf-8"), "{home}");
        assert!(home.contains("Cache-Control: no-store"), "{home}");
        assert!(home.ends_with("<p>accueil"), "{home}");
        let head = ask("HEAD /a.wasm")?;
        assert!(head.contains("Content-Type: application/wasm"), "{head}");
        assert!(head.contains("Content-Length: 4") && head.ends_with("\r\n\r\n"), "{head}");
        let folder = ask("GET /offre/1?x=1")?;
        assert!(folder.starts_with("HTTP/1.1 301"), "{folder}");
        assert!(folder.contains("Location: ./1/?x=1"), "{folder}");
        let nothing = ask("GET /rien")?;
        assert!(nothing.starts_with("HTTP/1.1 404") && nothing.contains("no /rien"), "{nothing}");
        let posted = ask("POST /")?;
        assert!(posted.starts_with("HTTP/1.1 405") && posted.contains("Allow: GET"), "{posted}");
        Ok(())
    }
}
