//! A server on 127.0.0.1 that answers by a script, also in ways that no library would: broken bytes, delays,
//! truncation, bodies without end.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;
use std::io::Write;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server answers to one path; several answers to one path are given one after the other, the last for ever.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Answer {
    /// The path with its query; empty for every path that has no answer of its own.
    pub(crate) path: String,
    /// The status of an orderly answer.
    pub(crate) status: Option<u16>,
    /// Its header lines.
    pub(crate) headers: Vec<String>,
    /// Its body.
    pub(crate) body: String,
    /// The body is sent gzipped.
    pub(crate) gzip: bool,
    /// Instead of an orderly answer: these steps, then the connection is closed.
    pub(crate) send: Vec<Step>,
    /// The steps begin when the connection is accepted, before any request is read.
    pub(crate) on_accept: bool,
}

/// One step of a disorderly answer.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Step {
    /// Sends this text.
    pub(crate) text: Option<String>,
    /// Sends these bytes, in hexadecimal.
    pub(crate) hex: Option<String>,
    /// Sends this text gzipped.
    pub(crate) gzip: Option<String>,
    /// Sends that many zero bytes gzipped.
    pub(crate) gzip_zeros: Option<usize>,
    /// Sends this text again and again, as often as `times` says, or until the client goes.
    pub(crate) repeat: Option<String>,
    /// See `repeat`.
    pub(crate) times: Option<usize>,
    /// Waits before each repetition, or just waits.
    pub(crate) wait_ms: Option<u64>,
    /// Sends nothing more and keeps the connection open.
    pub(crate) stall: bool,
    /// Breaks the connection (RST).
    pub(crate) reset: bool,
}

/// A request as the server saw it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// The request line without the version: `GET /feed`; `other: ` stands in front at the other port.
    pub(crate) line: String,
    /// Names in lower case, values as bytes read as Latin-1.
    pub(crate) headers: Vec<(String, String)>,
}

#[derive(Debug, Default)]
struct Shared {
    answers: Mutex<Vec<Answer>>,
    given: Mutex<HashMap<String, usize>>,
    seen: Mutex<Vec<Seen>>,
    bases: Mutex<Vec<String>>,
}

/// The server; it ends with the runtime of the test.
pub(crate) struct TestServer {
    shared: Arc<Shared>,
}

impl TestServer {
    /// Starts a server with these answers, on two ports of its own.
    pub(crate) async fn start(answers: Vec<Answer>) -> Self {
        let shared = Arc::new(Shared { answers: Mutex::new(answers), ..Shared::default() });
        for other in [false, true] {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let base = format!("http://{}", listener.local_addr().unwrap());
            shared.bases.lock().unwrap().push(base);
            let shared = Arc::clone(&shared);
            tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(Arc::clone(&shared).serve(stream, other));
                }
            });
        }
        Self { shared }
    }

    /// `{base}` and `{other}` in a text become the addresses of the two ports, `{port}` the first without its scheme.
    pub(crate) fn fill(&self, text: &str) -> String {
        self.shared.fill(text)
    }

    /// The requests so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap().clone()
    }
}

impl Shared {
    fn fill(&self, text: &str) -> String {
        let bases = self.bases.lock().unwrap();
        let port = bases[0].trim_start_matches("http");
        text.replace("{base}", &bases[0]).replace("{other}", &bases[1]).replace("{port}", port)
    }

    fn next(&self, path: &str) -> Option<Answer> {
        let answers = self.answers.lock().unwrap();
        let named = answers.iter().any(|a| a.path == path && !a.on_accept);
        let mut matching =
            answers.iter().filter(|a| !a.on_accept && a.path == if named { path } else { "" });
        let count = matching.clone().count();
        let mut given = self.given.lock().unwrap();
        let turn = given.entry(path.to_owned()).or_default();
        let answer = matching.nth((*turn).min(count.saturating_sub(1))).cloned();
        *turn += 1;
        answer
    }

    async fn serve(self: Arc<Self>, mut stream: TcpStream, other: bool) {
        let at_once = self.answers.lock().unwrap().iter().find(|a| a.on_accept).cloned();
        if let Some(answer) = at_once {
            return self.perform(&mut stream, &answer.send).await;
        }
        while let Some(seen) = read_head(&mut stream, other).await {
            let path = seen.line.rsplit(' ').next().unwrap_or_default().to_owned();
            self.seen.lock().unwrap().push(seen);
            let Some(answer) = self.next(&path) else {
                let _ =
                    stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").await;
                continue;
            };
            let Some(status) = answer.status else {
                return self.perform(&mut stream, &answer.send).await;
            };
            let body = self.fill(&answer.body);
            let body = if answer.gzip { gzip(body.as_bytes()) } else { body.into_bytes() };
            let mut head = format!("HTTP/1.1 {status} Words\r\n");
            for line in &answer.headers {
                let _ = write!(head, "{}\r\n", self.fill(line));
            }
            if status != 304 {
                let _ = write!(head, "Content-Length: {}\r\n", body.len());
            }
            if answer.gzip {
                head += "Content-Encoding: gzip\r\n";
            }
            head += "\r\n";
            if stream.write_all(&[head.as_bytes(), &body].concat()).await.is_err() {
                return;
            }
        }
    }

    async fn perform(&self, stream: &mut TcpStream, steps: &[Step]) {
        for step in steps {
            if step.stall {
                tokio::time::sleep(Duration::from_secs(600)).await;
            }
            if step.reset {
                let _ = stream.set_zero_linger();
                return;
            }
            let (bytes, times) = self.bytes(step);
            let endless = step.repeat.is_some() && step.times.is_none();
            let mut sent = 0;
            while endless || sent < times {
                if let Some(wait) = step.wait_ms {
                    tokio::time::sleep(Duration::from_millis(wait)).await;
                }
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
                sent += 1;
            }
        }
        let _ = stream.shutdown().await;
    }

    fn bytes(&self, step: &Step) -> (Vec<u8>, usize) {
        let once = |bytes| (bytes, 1);
        if let Some(text) = &step.text {
            once(self.fill(text).into_bytes())
        } else if let Some(hex) = &step.hex {
            let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
            let byte =
                |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap();
            once(digits.chunks(2).map(byte).collect())
        } else if let Some(text) = &step.gzip {
            once(gzip(text.as_bytes()))
        } else if let Some(zeros) = step.gzip_zeros {
            once(gzip(&vec![0; zeros]))
        } else if let Some(text) = &step.repeat {
            (text.clone().into_bytes(), step.times.unwrap_or(0))
        } else {
            once(Vec::new())
        }
    }
}

/// Gzipped bytes.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

async fn read_head(stream: &mut TcpStream, other: bool) -> Option<Seen> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
        if head.len() > 64 << 10 {
            return None;
        }
    }
    let text: String = head.iter().map(|b| char::from(*b)).collect();
    let mut lines = text.lines();
    let first = lines.next()?;
    let line = first.rsplit_once(' ').map_or(first, |(line, _)| line);
    let line = format!("{}{line}", if other { "other: " } else { "" });
    let headers = lines
        .filter_map(|l| l.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Some(Seen { line, headers })
}
