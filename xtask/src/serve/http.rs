//! Serves a folder over HTTP, as a static host would, to this machine only; compressed, where the build has weighed it so.
//!
//! One thread and one answer a connection. A server with a pool of threads was tried: browsers open connections
//! ahead and keep them, and those that were left in the pool's queue held up a page's load.

use super::mime;
use crate::dist::compress;
use anyhow::{Context, Result};
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// Longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 << 10;
/// How long a browser may keep a connection open without a word, or without reading.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; it stops when dropped.
pub(crate) struct Server {
    stopped: Arc<AtomicBool>,
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

/// What is asked.
#[derive(Default)]
struct Request {
    method: String,
    url: String,
    /// Whether the answer may be compressed so.
    brotli: bool,
}

/// What is sent back.
struct Answer {
    status: &'static str,
    content_type: &'static str,
    /// One more header, with its line end.
    header: String,
    body: Vec<u8>,
}

impl Server {
    /// Starts to serve `folder` on `listener`.
    ///
    /// # Errors
    /// When the system takes the listener back.
    pub(crate) fn start(listener: TcpListener, folder: PathBuf) -> Result<Self> {
        let port = listener.local_addr().context("the server's port")?.port();
        let stopped = Arc::new(AtomicBool::new(false));
        let (stop, folder) = (Arc::clone(&stopped), Arc::new(folder));
        thread::spawn(move || {
            for stream in listener.incoming().take_while(|_| !stop.load(Ordering::Relaxed)) {
                let folder = Arc::clone(&folder);
                // A browser that hangs up is no failure of ours.
                thread::spawn(move || stream.and_then(|stream| converse(stream, &folder)));
            }
        });
        Ok(Self { stopped, port })
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
        self.stopped.store(true, Ordering::Relaxed);
        // The listener waits for one more connection to notice.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// Reads one request, answers it, and hangs up.
fn converse(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut received = Vec::new();
    let mut chunk = [0; 4096];
    let Request { method, url, brotli } = loop {
        let length = stream.read(&mut chunk)?;
        received.extend_from_slice(&chunk[..length]);
        if let Some(request) = request(&received) {
            break request;
        }
        if length == 0 || received.len() > LONGEST_HEAD {
            return Ok(());
        }
    };
    let mut answer = answer(&method, &url, folder);
    if brotli {
        answer.compress();
    }
    let Answer { status, content_type, header, body } = &answer;
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Access-Control-Allow-Origin: *\r\nConnection: close\r\n{header}\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// What is asked, once the head of the request is complete.
fn request(received: &[u8]) -> Option<Request> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(received) {
        Ok(httparse::Status::Complete(_)) => {
            let accepts = |header: &httparse::Header<'_>| {
                header.name.eq_ignore_ascii_case("Accept-Encoding")
                    && header.value.split(|&byte| byte == b',').any(|one| one.trim_ascii() == b"br")
            };
            Some(Request {
                method: request.method?.to_owned(),
                url: request.path?.to_owned(),
                brotli: request.headers.iter().any(accepts),
            })
        }
        Ok(httparse::Status::Partial) => None,
        // No HTTP: a method that nobody serves.
        Err(_) => Some(Request::default()),
    }
}

fn answer(method: &str, url: &str, folder: &Path) -> Answer {
    if !matches!(method, "GET" | "HEAD") {
        let refused = page("405 Method Not Allowed", "Only GET and HEAD are served here.");
        return Answer { header: "Allow: GET, HEAD\r\n".to_owned(), ..refused };
    }
    let (path, query) =
        url.split_once('?').map_or((url, None), |(path, query)| (path, Some(query)));
    match find(folder, path) {
        Found::File(file) => match std::fs::read(&file) {
            Ok(body) => Answer {
                status: "200 OK",
                content_type: mime::of(&file),
                header: String::new(),
                body,
            },
            Err(error) => {
                page("500 Internal Server Error", &format!("This file cannot be read: {error}"))
            }
        },
        Found::Folder => {
            // Relative to the last name: a path of many slashes must not lead to another host.
            let name = path.rsplit('/').next().unwrap_or_default();
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            let moved = page("301 Moved Permanently", "This is a folder.");
            Answer { header: format!("Location: ./{name}/{query}\r\n"), ..moved }
        }
        Found::Nothing => {
            let text = format!("404: dist/ has no {}", decoded(path).unwrap_or_default());
            page("404 Not Found", &text)
        }
    }
}

impl Answer {
    /// Compresses it, if that was done before: at its best it takes too long for a page that waits.
    fn compress(&mut self) {
        if let Some(small) =
            compress::kept(&self.body).filter(|small| small.len() < self.body.len())
        {
            self.body = small;
            self.header += "Content-Encoding: br\r\nVary: Accept-Encoding\r\n";
        }
    }
}

fn page(status: &'static str, text: &str) -> Answer {
    let body = format!("{text}\n").into_bytes();
    Answer { status, content_type: "text/plain; charset=utf-8", header: String::new(), body }
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
    use super::{Found, Server, compress, decoded, find};
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
        // What was weighed is sent small to whoever takes it.
        let long = "<p>accueil".repeat(100);
        fs::write(parent.path().join("dist/index.html"), &long)?;
        let small = compress::compressed(long.as_bytes())?.len();
        let home = ask("HEAD / HTTP/1.1\r\nAccept-Encoding: gzip, br\r\nX-Rest:")?;
        assert!(home.contains("Content-Encoding: br"), "{home}");
        assert!(home.contains(&format!("Content-Length: {small}\r\n")), "{home}");
        assert!(ask("GET /")?.ends_with(&long));
        let folder = ask("GET /offre/1?x=1")?;
        assert!(folder.starts_with("HTTP/1.1 301"), "{folder}");
        assert!(folder.contains("Location: ./1/?x=1"), "{folder}");
        let nothing = ask("GET /rien")?;
        assert!(nothing.starts_with("HTTP/1.1 404") && nothing.contains("no /rien"), "{nothing}");
        let posted = ask("POST /")?;
        assert!(posted.starts_with("HTTP/1.1 405") && posted.contains("Allow: GET"), "{posted}");
        Ok(())
    }

    #[test]
    fn silent_connections_hold_up_nobody() -> anyhow::Result<()> {
        let parent = site()?;
        let server = Server::start_anywhere(parent.path().join("dist"))?;
        let connect = || TcpStream::connect(("127.0.0.1", server.port));
        let silent: Vec<_> = (0..32).map(|_| connect()).collect::<Result<_, _>>()?;
        let mut stream = connect()?;
        stream.set_read_timeout(Some(std::time::Duration::from_secs(5)))?;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        assert!(answer.ends_with("<p>accueil"), "{answer}");
        drop(silent);
        Ok(())
    }
}
