//! `fixtures/http/*.toml`: what a server does, and the outcome that is expected of `fetch`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use umland::domain::{Fault, FaultKind, FeedUrl, Timestamp, Validators};
use umland::fetch::{Client, FetchSettings, Outcome, Request};
use umland::lang::Lang;

use support::{Answer, TestServer};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows.
    about: String,
    #[serde(default)]
    ask: Ask,
    #[serde(default)]
    answer: Vec<Answer>,
    expect: Expect,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Ask {
    url: String,
    /// Fetched so often, each time with the validators of the time before.
    times: usize,
    etag: Option<String>,
    last_modified: Option<String>,
    headers: Vec<(String, String)>,
    allow_private: bool,
    max_bytes: usize,
    /// How long a silence is borne; the whole may take three times as long.
    patience_ms: u64,
}

impl Default for Ask {
    fn default() -> Self {
        Self {
            url: "{base}/feed".to_owned(),
            times: 1,
            etag: None,
            last_modified: None,
            headers: Vec::new(),
            allow_private: true,
            max_bytes: 1 << 20,
            patience_ms: 10_000,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    outcome: String,
    fault: Option<String>,
    http: Option<u16>,
    /// Part of the fault's detail.
    detail: Option<String>,
    body: Option<String>,
    final_url: Option<String>,
    permanent_url: Option<String>,
    seconds: Option<u32>,
    fresh_for: Option<u32>,
    etag: Option<String>,
    last_modified: Option<String>,
    /// The requests in order; those to the other port with `other: ` in front.
    requests: Option<Vec<String>>,
    /// Headers of the last request, with their values.
    #[serde(default)]
    sent: Vec<String>,
    /// Names of headers that no request may carry.
    #[serde(default)]
    never_sent: Vec<String>,
}

/// Everything is over within this time, whatever the server does.
const DEADLINE: Duration = Duration::from_secs(30);
const NOW: Timestamp = Timestamp(784_111_777); // Sun, 06 Nov 1994 08:49:37 GMT

fn settings(ask: &Ask) -> FetchSettings {
    let patience = Duration::from_millis(ask.patience_ms);
    FetchSettings {
        gap_ms: 0,
        connect_timeout: patience * 2 / 3,
        read_timeout: patience,
        total_timeout: patience * 3,
        max_bytes: ask.max_bytes,
        ..FetchSettings::default()
    }
}

async fn play(case: &Case) -> Result<(), String> {
    let server = TestServer::start(case.answer.clone()).await;
    let client = Client::new(&settings(&case.ask));
    let mut request = Request::new(FeedUrl::parse(&server.fill(&case.ask.url)).unwrap(), NOW);
    request.allow_private = case.ask.allow_private;
    request.headers.clone_from(&case.ask.headers);
    request.validators = Validators {
        etag: case.ask.etag.clone(),
        last_modified: case.ask.last_modified.clone(),
        from: None,
    };
    let mut outcome = client.get(&request).await;
    for _ in 1..case.ask.times {
        match &outcome {
            Outcome::Fresh(fresh) => request.validators = fresh.validators.clone(),
            Outcome::NotModified(same) => request.validators = same.validators.clone(),
            Outcome::Gone(_)
            | Outcome::Throttled { .. }
            | Outcome::Resting
            | Outcome::Failed(_) => {}
        }
        outcome = client.get(&request).await;
    }
    compare_outcome(&case.expect, &outcome, &server)?;
    compare_requests(&case.expect, &server)
}

#[expect(clippy::needless_pass_by_value, reason = "the callers read better with values")]
fn same<T: PartialEq + std::fmt::Debug>(what: &str, got: T, want: Option<T>) -> Result<(), String> {
    match want {
        Some(want) if got != want => Err(format!("{what}: {got:?}, not {want:?}")),
        _ => Ok(()),
    }
}

fn compare_outcome(expect: &Expect, outcome: &Outcome, server: &TestServer) -> Result<(), String> {
    let fill = |text: &Option<String>| text.as_ref().map(|t| server.fill(t));
    let (name, fault): (&str, Option<&Fault>) = match outcome {
        Outcome::Fresh(_) => ("fresh", None),
        Outcome::NotModified(_) => ("not-modified", None),
        Outcome::Gone(fault) => ("gone", Some(fault)),
        Outcome::Throttled { fault, .. } => ("throttled", Some(fault)),
        Outcome::Resting => ("resting", None),
        Outcome::Failed(fault) => ("failed", Some(fault)),
    };
    if name != expect.outcome {
        return Err(format!("{outcome:?}, not {}", expect.outcome));
    }
    if let Some(fault) = fault {
        same("fault", fault.kind.name().to_owned(), expect.fault.clone())?;
        same("http", fault.http, expect.http.map(Some))?;
        if let Some(part) = &expect.detail
            && !fault.detail.contains(part.as_str())
        {
            return Err(format!("detail \"{}\" without \"{part}\"", fault.detail));
        }
    }
    match outcome {
        Outcome::Fresh(fresh) => {
            same("body", String::from_utf8_lossy(&fresh.body).into_owned(), fill(&expect.body))?;
            same("final_url", fresh.final_url.clone(), fill(&expect.final_url))?;
            same(
                "permanent_url",
                fresh.permanent_url.clone(),
                fill(&expect.permanent_url).map(Some),
            )?;
            if expect.permanent_url.is_none() && fresh.permanent_url.is_some() {
                return Err(format!("learnt {:?}", fresh.permanent_url));
            }
            same("fresh_for", fresh.fresh_for, expect.fresh_for.map(Some))?;
            same_validators(expect, &fresh.validators)
        }
        Outcome::NotModified(not_modified) => {
            same("fresh_for", not_modified.fresh_for, expect.fresh_for.map(Some))?;
            same_validators(expect, &not_modified.validators)
        }
        Outcome::Throttled { seconds, .. } => same("seconds", *seconds, Some(expect.seconds)),
        Outcome::Gone(_) | Outcome::Resting | Outcome::Failed(_) => Ok(()),
    }
}

fn same_validators(expect: &Expect, validators: &Validators) -> Result<(), String> {
    same("etag", validators.etag.clone(), expect.etag.clone().map(Some))?;
    same("last_modified", validators.last_modified.clone(), expect.last_modified.clone().map(Some))
}

fn compare_requests(expect: &Expect, server: &TestServer) -> Result<(), String> {
    let seen = server.seen();
    if let Some(want) = &expect.requests {
        let got: Vec<String> = seen.iter().map(|s| s.line.clone()).collect();
        same("requests", got, Some(want.clone()))?;
    }
    for line in &expect.sent {
        let (name, value) = line.split_once(": ").unwrap();
        let last = seen.last().ok_or("no request")?;
        let got = last.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        same(name, got, Some(Some(value)))?;
    }
    for name in &expect.never_sent {
        if let Some(s) = seen.iter().find(|s| s.headers.iter().any(|(n, _)| n == name)) {
            return Err(format!("sent {name} with {}", s.line));
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_and_outcomes() {
    let mut paths: Vec<_> = std::fs::read_dir(Path::new("tests/fixtures/http"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    paths.sort();
    assert!(paths.len() > 40, "{}", paths.len());
    let mut tasks = tokio::task::JoinSet::new();
    for path in paths {
        tasks.spawn(async move {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let case: Case = match toml_edit::de::from_str(&text) {
                Ok(case) => case,
                Err(e) => return Err(format!("{name}: {e}")),
            };
            let started = Instant::now();
            match tokio::time::timeout(DEADLINE, play(&case)).await {
                Ok(Ok(())) => Ok(()),
                Ok(Err(fault)) => Err(format!("{name} ({}): {fault}", case.about)),
                Err(_) => Err(format!("{name}: still busy after {:?}", started.elapsed())),
            }
        });
    }
    let mut faults: Vec<String> =
        tasks.join_all().await.into_iter().filter_map(Result::err).collect();
    faults.sort();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[tokio::test]
async fn a_page_is_html_and_a_feed_is_no_page() {
    let answer = |path: &str, mime: &str| Answer {
        path: path.to_owned(),
        status: Some(200),
        headers: vec![format!("Content-Type: {mime}")],
        body: "<p>Krefeld".to_owned(),
        ..Answer::default()
    };
    let answers = vec![answer("/a", "text/html; charset=utf-8"), answer("/b", "application/pdf")];
    let server = TestServer::start(answers).await;
    let client = Client::new(&settings(&Ask::default()));
    let page = client.page(&server.fill("{base}/a#x"), true).await.unwrap();
    assert_eq!(page.html, "<p>Krefeld");
    assert_eq!(page.final_url, server.fill("{base}/a"));
    let fault = |url: &str, private| {
        let (client, url) = (&client, server.fill(url));
        async move { client.page(&url, private).await.unwrap_err().kind }
    };
    assert_eq!(fault("{base}/b", true).await, FaultKind::Protocol);
    assert_eq!(fault("{base}/c", true).await, FaultKind::Status);
    assert_eq!(fault("{base}/a", false).await, FaultKind::Address);
    assert_eq!(fault("file:///etc/passwd", true).await, FaultKind::Address);
}

#[tokio::test]
async fn a_local_name_is_not_resolved_for_a_stranger() {
    let client = Client::new(&settings(&Ask::default()));
    let mut request = Request::new(FeedUrl::parse("http://localhost:1/feed").unwrap(), NOW);
    request.allow_private = false;
    let Outcome::Failed(fault) = client.get(&request).await else { panic!("refused") };
    assert_eq!(fault.kind, FaultKind::Address);
}

#[test]
fn every_fault_has_its_words_and_its_remedy() {
    for lang in Lang::ALL {
        for kind in FaultKind::ALL {
            for id in [format!("fault-{}", kind.name()), format!("fault-{}-remedy", kind.name())] {
                assert!(lang.has(&id), "{lang}: {id}");
                for http in [0_u16, 404, 500] {
                    let text = lang.format(&id, &[("http", http.into())]);
                    assert!(!text.contains(['{', '$']) && text != id, "{text}");
                }
            }
        }
    }
}
