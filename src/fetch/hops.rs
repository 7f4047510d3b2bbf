//! Redirects, judged one by one: where to, whether for good, and whether at all. Pure.
//!
//! **Invariant:** the next address is `http` or `https`, never a step down from `https`, never one that was asked
//! before, and carries no user name or password that a server put there.

use url::Url;

use crate::domain::{Fault, FaultKind};

/// The way from the first address to the present one.
#[derive(Debug, Clone)]
pub(super) struct Hops {
    asked: Vec<Url>,
    permanent: bool,
    limit: usize,
}

impl Hops {
    /// The start of a way of at most `limit` redirects.
    pub(super) fn new(mut first: Url, limit: usize) -> Self {
        first.set_fragment(None);
        Self { asked: vec![first], permanent: true, limit }
    }

    /// The first address.
    pub(super) fn first(&self) -> &Url {
        &self.asked[0]
    }

    /// The present address.
    pub(super) fn current(&self) -> &Url {
        &self.asked[self.asked.len() - 1]
    }

    /// Whether there was no redirect yet.
    pub(super) fn at_first(&self) -> bool {
        self.asked.len() == 1
    }

    /// Whether every redirect so far was permanent; true when there was none.
    pub(super) fn all_permanent(&self) -> bool {
        self.permanent
    }

    /// The address that the feed has moved to for good.
    pub(super) fn permanent_url(&self) -> Option<String> {
        (!self.at_first() && self.permanent).then(|| self.current().as_str().to_owned())
    }

    /// Takes the redirect with this status and `Location`, or says why not.
    pub(super) fn follow(&mut self, status: u16, location: Option<&str>) -> Result<(), Fault> {
        let fail = |detail: &str| Err(Fault::new(FaultKind::Redirect, detail).with_http(status));
        let location = location.map(str::trim).filter(|l| !l.is_empty());
        let Some(location) = location else { return fail("no address to go to") };
        let Ok(mut next) = self.current().join(location) else {
            return fail(&format!("not an address: {}", short(location)));
        };
        if !matches!(next.scheme(), "http" | "https") || next.host_str().is_none() {
            return fail(&format!("to a forbidden address: {}", short(next.as_str())));
        }
        if self.current().scheme() == "https" && next.scheme() == "http" {
            return fail(&format!("from https down to unprotected http: {}", short(next.as_str())));
        }
        next.set_fragment(None);
        self.without_foreign_credentials(&mut next);
        if self.asked.contains(&next) {
            return fail(&format!("in a circle: {}", short(next.as_str())));
        }
        if self.asked.len() > self.limit {
            return fail(&format!("more than {} redirects", self.limit));
        }
        self.permanent &= matches!(status, 301 | 308);
        self.asked.push(next);
        Ok(())
    }

    /// Drops a user name and password unless they are the reader's own for the same origin.
    fn without_foreign_credentials(&self, next: &mut Url) {
        let first = self.first();
        let own = next.origin() == first.origin()
            && next.username() == first.username()
            && next.password() == first.password();
        if !own {
            // These fail only for addresses without a host, which were refused before.
            let _ = next.set_username("");
            let _ = next.set_password(None);
        }
    }
}

/// The start of an address that may be a megabyte long.
fn short(address: &str) -> String {
    let mut text: String = address.chars().take(120).collect();
    if text.len() < address.len() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hops(first: &str) -> Hops {
        Hops::new(Url::parse(first).expect(first), 3)
    }

    #[test]
    fn good_targets_are_followed() {
        let cases = [
            ("http://a.example/x/f", "../t", "http://a.example/t"),
            ("http://a.example/x/f", "//b.example/t", "http://b.example/t"),
            ("http://a.example/f", "https://a.example/f", "https://a.example/f"),
            ("http://a.example/f", "/t#top", "http://a.example/t"),
            ("http://a.example/f", "/t\u{1b}]0;x\u{7}y", "http://a.example/t%1B]0;x%07y"),
            ("http://a.example/f", "http://u:p@b.example/t", "http://b.example/t"),
            ("http://u:p@a.example/f", "/t", "http://u:p@a.example/t"),
            ("http://u:p@a.example/f", "http://b.example/t", "http://b.example/t"),
        ];
        for (first, location, want) in cases {
            let mut hops = hops(first);
            hops.follow(302, Some(location)).expect(location);
            assert_eq!(hops.current().as_str(), want);
            assert_eq!(hops.permanent_url(), None);
        }
    }

    #[test]
    fn bad_targets_are_refused() {
        let cases = [
            ("http://a.example/f", None, "no address"),
            ("http://a.example/f", Some("  "), "no address"),
            ("http://a.example/f", Some("http://[::1/"), "not an address"),
            ("http://a.example/f", Some("file:///etc/passwd"), "forbidden"),
            ("http://a.example/f", Some("javascript:alert(1)"), "forbidden"),
            ("http://a.example/f", Some("gopher://a.example/"), "forbidden"),
            ("https://a.example/f", Some("http://a.example/f"), "unprotected"),
            ("http://a.example/f", Some("http://a.example/f"), "circle"),
            ("http://a.example/f", Some("#top"), "circle"),
        ];
        for (first, location, want) in cases {
            let fault = hops(first).follow(302, location).expect_err(first);
            assert_eq!((fault.kind, fault.http), (FaultKind::Redirect, Some(302)));
            assert!(fault.detail.contains(want), "{location:?}: {}", fault.detail);
        }
    }

    #[test]
    fn a_way_has_an_end() {
        let mut hops = hops("http://a.example/0");
        for i in 1..=3 {
            hops.follow(302, Some(&format!("/{i}"))).expect("within the limit");
        }
        let fault = hops.follow(302, Some("/4")).expect_err("beyond the limit");
        assert!(fault.detail.contains("more than 3"));
    }

    #[test]
    fn only_a_wholly_permanent_way_is_learnt() {
        for (statuses, learnt) in [
            (&[301_u16, 308][..], true),
            (&[301], true),
            (&[301, 302], false),
            (&[307, 301], false),
            (&[303], false),
            (&[], false),
        ] {
            let mut hops = hops("http://a.example/0");
            for (i, status) in statuses.iter().enumerate() {
                hops.follow(*status, Some(&format!("/t{i}"))).expect("good target");
            }
            assert_eq!(hops.permanent_url().is_some(), learnt, "{statuses:?}");
        }
    }
}
