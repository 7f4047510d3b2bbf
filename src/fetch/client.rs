//! The client: what refresh, `umland add` and the article pages fetch with.

use std::time::Duration;

use reqwest::header::{
    AGE, CACHE_CONTROL, CONTENT_TYPE, DATE, ETAG, EXPIRES, HeaderMap, LAST_MODIFIED, RETRY_AFTER,
};
use reqwest::redirect::Policy;
use tokio::sync::OnceCell;
use url::Url;

use crate::domain::{Fault, FaultKind, Purpose, Timestamp, Validators};
use crate::fetch::address::{Guarded, Resolver};
use crate::fetch::body::{self, joined};
use crate::fetch::contacts::Contacts;
use crate::fetch::exchange::{Answer, Ask, Stop, travel};
use crate::fetch::fault::NO_ROOTS;
use crate::fetch::file;
use crate::fetch::freshness::{self, CacheHeaders};
use crate::fetch::gates::Gates;
use crate::fetch::outcome::{Fresh, NotModified, Outcome, Page, Request};
use crate::fetch::page::decode_html;
use crate::fetch::rests::Rests;
use crate::fetch::settings::FetchSettings;
use crate::fetch::validators::header_text;

const ACCEPT_FEED: &str = "application/atom+xml, application/rss+xml, application/rdf+xml, \
    application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
const ACCEPT_IMAGE: &str = "image/jpeg, image/png, image/webp, image/gif, image/*;q=0.5, */*;q=0.1";
const ACCEPT_PAGE: &str = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

/// Fetches, politely. Made in no time: what is slow or can fail (reading the system's certificates) waits for the first
/// fetch. To be shared by reference; waiting ends when the future is dropped.
#[derive(Debug)]
pub struct Client {
    settings: FetchSettings,
    gates: Gates,
    rests: Rests,
    contacts: Contacts,
    everywhere: OnceCell<Http>,
    public_only: OnceCell<Http>,
    trusting: OnceCell<Http>,
}

/// Which addresses may be connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Any.
    Everywhere,
    /// None of a private network.
    PublicOnly,
    /// Any, and whoever answers is believed.
    Trusting,
}

/// A reqwest client and what is wrong with it.
#[derive(Debug)]
pub(super) struct Http {
    pub client: reqwest::Client,
    /// Hosts that must be public, when it is a client for public addresses.
    pub guarded: Guarded,
    /// Why `https` cannot work.
    pub no_roots: Option<String>,
}

impl Client {
    /// The longest wait that a server can ask for, in seconds.
    pub const LONGEST_RETRY: u32 = freshness::LONGEST_RETRY;

    /// A client with these limits and manners.
    pub fn new(settings: &FetchSettings) -> Self {
        let gap = Duration::from_millis(settings.gap_ms);
        Self {
            settings: settings.clone(),
            gates: Gates::new(settings.concurrency, settings.per_host, gap),
            rests: Rests::default(),
            contacts: Contacts::default(),
            everywhere: OnceCell::new(),
            public_only: OnceCell::new(),
            trusting: OnceCell::new(),
        }
    }

    /// Fetches a feed, once.
    pub async fn get(&self, request: &Request) -> Outcome {
        let unusable = |why: &str| Outcome::Failed(Fault::new(FaultKind::Address, why));
        let url = match Url::parse(request.url.as_str()) {
            Ok(url) if matches!(url.scheme(), "http" | "https" | "file") => url,
            Ok(url) => return unusable(&format!("the scheme \"{}\" is not fetched", url.scheme())),
            Err(e) => return unusable(&e.to_string()),
        };
        if url.scheme() == "file" {
            let (validators, limit) = (request.validators.clone(), self.settings.max_bytes);
            let reading =
                tokio::task::spawn_blocking(move || file::read(&url, &validators, limit)).await;
            return reading.unwrap_or_else(|e| {
                Outcome::Failed(Fault::new(FaultKind::Internal, &e.to_string()))
            });
        }
        let ask = Ask {
            url,
            accept: ACCEPT_FEED,
            validators: &request.validators,
            headers: &request.headers,
            allow_private: request.allow_private,
            trust_any_certificate: request.trust_any_certificate,
            purpose: request.purpose,
        };
        match travel(self, &ask).await {
            Ok(answer) => self.judge(answer, request).await,
            Err(Stop::Resting) => Outcome::Resting,
            Err(Stop::Fault(fault)) => Outcome::Failed(fault),
        }
    }

    /// Which hosts were asked since this was called last, why, and how often.
    pub fn take_contacts(&self) -> Vec<(String, Purpose, u64)> {
        self.contacts.take()
    }

    /// Fetches a web page. `allow_private`: the reader's own configuration names its host.
    pub async fn page(&self, url: &str, allow_private: bool) -> Result<Page, Fault> {
        let url = Url::parse(url).ok().filter(|u| matches!(u.scheme(), "http" | "https"));
        let url = url.ok_or_else(|| Fault::new(FaultKind::Address, "not a web address"))?;
        let validators = Validators::default();
        let ask = Ask {
            url,
            accept: ACCEPT_PAGE,
            validators: &validators,
            headers: &[],
            allow_private,
            trust_any_certificate: false,
            purpose: Purpose::Page,
        };
        let Answer { response, hops, pass, .. } = travel(self, &ask).await?;
        let status = response.status();
        if status.as_u16() != 200 {
            return Err(of_status(status.as_u16()));
        }
        let content_type = joined(response.headers(), CONTENT_TYPE.as_str());
        let mime = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !matches!(mime.as_str(), "text/html" | "application/xhtml+xml" | "") {
            let detail = format!("not a web page but {mime}");
            return Err(Fault::new(FaultKind::Protocol, &detail).with_http(200));
        }
        let body = body::read(response, self.settings.max_bytes).await?;
        drop(pass);
        let html = decode_html(&body, &content_type);
        Ok(Page { html, final_url: hops.current().as_str().to_owned() })
    }

    /// Fetches a picture, at most `most_bytes` of it or a fault. `allow_private`: the reader's own configuration names its
    /// host.
    pub async fn image(
        &self,
        url: &str,
        allow_private: bool,
        most_bytes: usize,
    ) -> Result<Vec<u8>, Fault> {
        let url = Url::parse(url).ok().filter(|u| matches!(u.scheme(), "http" | "https"));
        let url = url.ok_or_else(|| Fault::new(FaultKind::Address, "not a web address"))?;
        let validators = Validators::default();
        let ask = Ask {
            url,
            accept: ACCEPT_IMAGE,
            validators: &validators,
            headers: &[],
            allow_private,
            trust_any_certificate: false,
            purpose: Purpose::Picture,
        };
        // Its place among the requests is kept until the picture is read.
        let Answer { response, pass: _pass, .. } = travel(self, &ask).await?;
        let status = response.status().as_u16();
        if status != 200 {
            return Err(of_status(status));
        }
        body::read(response, most_bytes).await
    }

    pub(super) fn settings(&self) -> &FetchSettings {
        &self.settings
    }

    pub(super) fn gates(&self) -> &Gates {
        &self.gates
    }

    pub(super) fn rests(&self) -> &Rests {
        &self.rests
    }

    pub(super) fn contacts(&self) -> &Contacts {
        &self.contacts
    }

    /// The reqwest client for this reach, made when first asked for.
    pub(super) async fn http(&self, reach: Reach) -> Result<&Http, Fault> {
        let cell = match reach {
            Reach::Everywhere => &self.everywhere,
            Reach::PublicOnly => &self.public_only,
            Reach::Trusting => &self.trusting,
        };
        let settings = &self.settings;
        cell.get_or_try_init(|| async move {
            let settings = settings.clone();
            let building = tokio::task::spawn_blocking(move || build(&settings, reach)).await;
            building.map_err(|e| Fault::new(FaultKind::Internal, &e.to_string()))?
        })
        .await
    }

    /// What an answer means for a feed.
    async fn judge(&self, answer: Answer, request: &Request) -> Outcome {
        let Answer { response, hops, conditional, pass } = answer;
        let status = response.status().as_u16();
        let headers = response.headers();
        let fresh_for = fresh_for(headers, request.now);
        let wait = || retry_after(headers, request.now);
        match status {
            200 | 203 => {
                let validators = validators(headers, hops.current());
                let content_type = joined(headers, CONTENT_TYPE.as_str());
                let body = body::read(response, self.settings.max_bytes).await;
                let place = pass.into_place();
                match body {
                    Ok(body) => Outcome::Fresh(Box::new(Fresh {
                        http: status,
                        body,
                        content_type,
                        final_url: hops.current().as_str().to_owned(),
                        permanent_url: hops.permanent_url(),
                        validators,
                        fresh_for,
                        place,
                    })),
                    Err(fault) => Outcome::Failed(fault),
                }
            }
            304 if conditional => {
                let new = validators(headers, hops.current());
                let old = request.validators.clone();
                Outcome::NotModified(Box::new(NotModified {
                    permanent_url: hops.permanent_url(),
                    validators: Validators {
                        etag: new.etag.or(old.etag),
                        last_modified: new.last_modified.or(old.last_modified),
                        from: new.from,
                    },
                    fresh_for,
                }))
            }
            410 if hops.all_permanent() => {
                Outcome::Gone(Fault::new(FaultKind::Gone, "").with_http(status))
            }
            429 | 503 if status == 429 || wait().is_some() => {
                self.rests.begin(hops.current(), wait());
                Outcome::Throttled { seconds: wait(), fault: throttled(status) }
            }
            _ => Outcome::Failed(of_status(status)),
        }
    }
}

fn throttled(status: u16) -> Fault {
    Fault::new(FaultKind::Throttled, "").with_http(status)
}

/// The fault of an answer that brings nothing.
fn of_status(status: u16) -> Fault {
    let (kind, detail) = match status {
        204 | 205 => (FaultKind::Body, "the server sends nothing"),
        206 => (FaultKind::Protocol, "the server sends a part though the whole was asked for"),
        304 => {
            (FaultKind::Protocol, "the server says \"not modified\" though nothing is known yet")
        }
        100..=199 => (FaultKind::Protocol, "the server changes the protocol unasked"),
        300..=399 => (FaultKind::Redirect, "no usable address to go to"),
        _ => {
            let reason = reqwest::StatusCode::from_u16(status).ok();
            let reason = reason.and_then(|s| s.canonical_reason()).unwrap_or_default();
            return Fault::new(FaultKind::Status, reason).with_http(status);
        }
    };
    Fault::new(kind, detail).with_http(status)
}

fn validators(headers: &HeaderMap, from: &Url) -> Validators {
    let text =
        |name| headers.get(name).map(|v| header_text(v.as_bytes())).filter(|v| !v.is_empty());
    Validators {
        etag: text(ETAG),
        last_modified: text(LAST_MODIFIED),
        from: Some(from.as_str().to_owned()),
    }
}

fn fresh_for(headers: &HeaderMap, now: Timestamp) -> Option<u32> {
    let text = |name: reqwest::header::HeaderName| joined(headers, name.as_str());
    let (cache_control, expires) = (text(CACHE_CONTROL), text(EXPIRES));
    let (date, age) = (text(DATE), text(AGE));
    let headers =
        CacheHeaders { cache_control: &cache_control, expires: &expires, date: &date, age: &age };
    freshness::fresh_for(headers, now)
}

fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<u32> {
    let text = |name: reqwest::header::HeaderName| joined(headers, name.as_str());
    freshness::retry_after(&text(RETRY_AFTER), &text(DATE), now)
}

/// Makes a reqwest client; reads the system's certificates. Without any, `http` still works.
fn build(settings: &FetchSettings, reach: Reach) -> Result<Http, Fault> {
    // A second installation fails, and changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let guarded = Guarded::default();
    let builder = || {
        reqwest::Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            .connect_timeout(settings.connect_timeout)
            .read_timeout(settings.read_timeout)
            .pool_max_idle_per_host(settings.per_host)
            .pool_idle_timeout(Duration::from_secs(20))
            .http1_max_headers(256)
            .http2_max_header_list_size(64 << 10)
            .dns_resolver(Resolver { guarded: guarded.clone() })
            .tls_danger_accept_invalid_certs(reach == Reach::Trusting)
    };
    if let Ok(client) = builder().build() {
        return Ok(Http { client, guarded, no_roots: None });
    }
    let client = builder().tls_certs_only([]).build();
    let client = client.map_err(|e| Fault::new(FaultKind::Internal, &e.to_string()))?;
    tracing::warn!("{NO_ROOTS}");
    Ok(Http { client, guarded, no_roots: Some(NO_ROOTS.to_owned()) })
}
