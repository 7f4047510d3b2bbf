//! What lies behind an address that the reader wants to subscribe to: a feed, or a page that names some.

use crate::domain::{Fault, FaultKind, FeedUrl, Purpose, Timestamp};
use crate::fetch::{Candidate, Client, Outcome, Request, decode_html, discover};
use crate::parse;
use crate::text::Clean;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A feed.
    Feed {
        /// Its address; the one it has moved to for good.
        url: FeedUrl,
        /// Its own title, else its address.
        title: Clean,
    },
    /// A page that names several feeds, the best first.
    Candidates(Vec<Candidate>),
}

/// Asks an address. A page that names one feed only is as good as that feed. `by_reader`: the reader named the address, so
/// it may lie in a private network; what a page or a server names may not, unless it is on the same host.
///
/// # Errors
/// When there is no answer, or neither a feed nor a page that names one.
pub async fn look_up(
    client: &Client,
    url: &FeedUrl,
    by_reader: bool,
    now: Timestamp,
) -> Result<Found, Fault> {
    let named = url.host();
    let mut url = url.clone();
    // The second round asks the only feed that the page names.
    for round in 0..2 {
        let mut request = Request::new(url.clone(), now);
        request.allow_private = by_reader && url.host() == named;
        request.purpose = Purpose::Discovery;
        let fresh = match client.get(&request).await {
            Outcome::Fresh(fresh) => fresh,
            Outcome::NotModified(_) => {
                let words = "304 to a request without validators";
                return Err(Fault::new(FaultKind::Protocol, words).with_http(304));
            }
            Outcome::Resting => return Err(Fault::new(FaultKind::Throttled, "")),
            Outcome::Gone(fault) | Outcome::Failed(fault) | Outcome::Throttled { fault, .. } => {
                return Err(fault);
            }
        };
        let moved = fresh.permanent_url.as_deref().and_then(|moved| FeedUrl::parse(moved).ok());
        let here = moved.unwrap_or_else(|| url.clone());
        let context = parse::Context::new(now);
        let base = fresh.final_url.clone();
        let read = tokio::task::spawn_blocking(move || {
            let kind = Some(fresh.content_type.as_str());
            parse::guarded(&fresh.body, kind, Some(&base), &context)
                .map(|(feed, _)| feed.title)
                .map_err(|fault| {
                    let page = decode_html(&fresh.body, &fresh.content_type);
                    (fault.fault(), discover(&page, &base))
                })
        })
        .await;
        match read {
            Ok(Ok(title)) => {
                let title = if title.is_empty() { Clean::line(here.as_str()) } else { title };
                return Ok(Found::Feed { url: here, title });
            }
            Ok(Err((fault, found))) => match (found.as_slice(), round) {
                ([only], 0) => match FeedUrl::parse(&only.url) {
                    Ok(named) => url = named,
                    Err(_) => return Err(fault),
                },
                ([_, ..], 0) => return Ok(Found::Candidates(found)),
                _ => return Err(fault),
            },
            Err(_) => return Err(Fault::new(FaultKind::Internal, "the program is ending")),
        }
    }
    Err(Fault::new(FaultKind::NotAFeed, "the page names a feed that is none"))
}
