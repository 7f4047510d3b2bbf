//! One way from the first address to an answer: exchange after exchange, each through the gates, redirects judged.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LOCATION, USER_AGENT,
};
use tokio::time::Instant;
use url::Url;

use crate::domain::{Fault, FaultKind, Purpose, Validators};
use crate::fetch::address::{is_link_local, is_private, names_private};
use crate::fetch::client::{Client, Reach};
use crate::fetch::gates::Pass;
use crate::fetch::hops::Hops;
use crate::fetch::validators::header_bytes;
use crate::fetch::{coding, fault};

/// What is asked.
pub(super) struct Ask<'a> {
    pub url: Url,
    pub accept: &'static str,
    pub validators: &'a Validators,
    pub headers: &'a [(String, String)],
    pub allow_private: bool,
    /// The first host's certificate is not checked.
    pub trust_any_certificate: bool,
    pub purpose: Purpose,
}

/// Why there is no answer.
pub(super) enum Stop {
    /// It did not work.
    Fault(Fault),
    /// Nobody was asked: the host has asked for a pause.
    Resting,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Stop> for Fault {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Fault(fault) => fault,
            Stop::Resting => Self::new(FaultKind::Throttled, ""),
        }
    }
}

/// An answer that is no redirect.
pub(super) struct Answer {
    pub response: Response,
    pub hops: Hops,
    /// Validators went with the last request.
    pub conditional: bool,
    /// Held until the body is read.
    pub pass: Pass,
}

/// Walks the way.
pub(super) async fn travel(client: &Client, ask: &Ask<'_>) -> Result<Answer, Stop> {
    let settings = client.settings();
    let mut hops = Hops::new(ask.url.clone(), settings.max_redirects);
    let mut left = settings.total_timeout;
    // A server of a private network may lead on within it.
    let mut in_private_network = ask.allow_private && names_private(hops.first());
    loop {
        let reach = reach(&hops, ask.allow_private, in_private_network)?;
        let own_host = hops.current().host() == hops.first().host();
        let trusting = ask.trust_any_certificate && own_host && reach == Reach::Everywhere;
        let http = client.http(if trusting { Reach::Trusting } else { reach }).await?;
        if reach == Reach::PublicOnly {
            http.guarded.add(hops.current());
        }
        if let (Some(no_roots), "https") = (&http.no_roots, hops.current().scheme()) {
            return Err(Fault::new(FaultKind::Tls, no_roots).into());
        }
        let (headers, conditional) = headers(settings.user_agent(), ask, &hops)?;
        let pass = client.gates().enter(hops.current()).await;
        if client.rests().holds(hops.current()) {
            return Err(Stop::Resting);
        }
        let redirected = if hops.at_first() { ask.purpose } else { Purpose::Redirect };
        client.contacts().note(hops.current(), redirected);
        let started = Instant::now();
        let request = http.client.get(hops.current().clone()).headers(headers).timeout(left);
        let response = request.send().await.map_err(|e| fault::of_exchange(&e))?;
        if hops.at_first() {
            let address = response.remote_addr();
            in_private_network |= ask.allow_private && address.is_some_and(|a| is_private(a.ip()));
        }
        let status = response.status().as_u16();
        if !matches!(status, 300..=303 | 307 | 308) {
            return Ok(Answer { response, hops, conditional, pass });
        }
        let location = response.headers().get(LOCATION).map(HeaderValue::as_bytes);
        hops.follow(status, location.map(String::from_utf8_lossy).as_deref())?;
        drop((response, pass));
        left = left.saturating_sub(started.elapsed());
        if left == Duration::ZERO {
            return Err(Fault::new(FaultKind::Timeout, "redirects took too long").into());
        }
    }
}

/// Which addresses the next exchange may connect to.
fn reach(hops: &Hops, allow_private: bool, in_private_network: bool) -> Result<Reach, Fault> {
    let (first, next) = (hops.first(), hops.current());
    if allow_private && (hops.at_first() || next.host() == first.host()) {
        return Ok(Reach::Everywhere);
    }
    if is_link_local(next) || (names_private(next) && !in_private_network) {
        let detail =
            format!("{} leads into a private network", next.host_str().unwrap_or_default());
        return Err(Fault::new(FaultKind::Address, &detail));
    }
    Ok(if in_private_network { Reach::Everywhere } else { Reach::PublicOnly })
}

/// The headers of the next request, and whether it is conditional.
fn headers(agent: String, ask: &Ask<'_>, hops: &Hops) -> Result<(HeaderMap, bool), Fault> {
    let mut headers = HeaderMap::new();
    let value = |text: &str| HeaderValue::from_bytes(&header_bytes(text));
    if let Ok(agent) = HeaderValue::try_from(agent) {
        headers.insert(USER_AGENT, agent);
    }
    headers.insert(ACCEPT, HeaderValue::from_static(ask.accept));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(coding::ACCEPT_ENCODING));
    // Validators mean something only to the address that gave them.
    let from = ask.validators.from.as_deref().unwrap_or(hops.first().as_str());
    let mut conditional = false;
    if from == hops.current().as_str() {
        let known = [
            (IF_NONE_MATCH, &ask.validators.etag),
            (IF_MODIFIED_SINCE, &ask.validators.last_modified),
        ];
        for (name, text) in known {
            if let Some(Ok(echo)) = text.as_deref().map(value) {
                headers.insert(name, echo);
                conditional = true;
            }
        }
    }
    if hops.current().origin() == hops.first().origin() {
        for (name, text) in ask.headers {
            let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value(text)) else {
                let detail = format!("the header \"{name}\" of the configuration cannot be sent");
                return Err(Fault::new(FaultKind::Address, &detail));
            };
            headers.insert(name, value);
        }
    }
    Ok((headers, conditional))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hops(way: &[&str]) -> Hops {
        let mut hops = Hops::new(Url::parse(way[0]).expect(way[0]), 10);
        for next in &way[1..] {
            hops.follow(302, Some(next)).expect(next);
        }
        hops
    }

    #[test]
    fn servers_do_not_lead_into_private_networks() {
        let public = "http://news.example/f";
        let cases = [
            (&[public][..], true, false, Ok(Reach::Everywhere)),
            (&[public, "http://other.example/"], true, false, Ok(Reach::PublicOnly)),
            (&[public, "http://news.example:81/"], true, false, Ok(Reach::Everywhere)),
            (&[public, "http://127.0.0.1/"], true, false, Err(())),
            (&[public, "http://localhost/"], true, false, Err(())),
            (&[public, "http://127.0.0.1/"], true, true, Ok(Reach::Everywhere)),
            (&[public, "http://169.254.169.254/"], true, true, Err(())),
            (&["http://10.0.0.1/"], false, false, Err(())),
            (&[public], false, false, Ok(Reach::PublicOnly)),
        ];
        for (way, allowed, inside, want) in cases {
            let got = reach(&hops(way), allowed, inside).map_err(|_| ());
            assert_eq!(got, want, "{way:?}");
        }
    }

    #[test]
    fn validators_and_own_headers_go_where_they_belong() {
        let validators = Validators {
            etag: Some("\"a\"".to_owned()),
            last_modified: Some("gestern".to_owned()),
            from: Some("http://b.example/t".to_owned()),
        };
        let own = [("X-Key".to_owned(), "secret".to_owned())];
        let ask = Ask {
            url: Url::parse("http://a.example/f").expect("a URL"),
            accept: "*/*",
            validators: &validators,
            headers: &own,
            allow_private: true,
            trust_any_certificate: false,
            purpose: Purpose::Feed,
        };
        let agent = || "umland/0".to_owned();
        let (first, conditional) =
            headers(agent(), &ask, &hops(&["http://a.example/f"])).expect("ok");
        assert!(!conditional && first.get(IF_NONE_MATCH).is_none());
        assert!(first.get("X-Key").is_some());
        let way = hops(&["http://a.example/f", "http://b.example/t"]);
        let (second, conditional) = headers(agent(), &ask, &way).expect("ok");
        assert!(conditional && second.get("X-Key").is_none());
        assert_eq!(second.get(IF_NONE_MATCH).map(HeaderValue::as_bytes), Some(&b"\"a\""[..]));
        assert_eq!(second.get(IF_MODIFIED_SINCE).map(HeaderValue::as_bytes), Some(&b"gestern"[..]));
    }
}
