//! Which network addresses may be reached: a server must not lead umland into the reader's private network.
//!
//! The check is made on the address that is *connected to*, in the resolver, so a name that changes its address
//! between two look-ups gains nothing.

use std::collections::HashSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// A name that leads only into private networks, though a server and not the reader named it.
#[derive(Debug, thiserror::Error)]
#[error("{0} leads into a private network")]
pub(super) struct PrivateAddress(pub(super) String);

/// A name that cannot be resolved.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {cause}")]
pub(super) struct Unresolved {
    name: String,
    cause: String,
}

/// Whether the address belongs to one machine or a private network, not to the open internet.
pub(super) fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_private_v4(v4),
        IpAddr::V6(v6) => is_private_v6(v6),
    }
}

fn is_private_v4(v4: Ipv4Addr) -> bool {
    let [a, b, ..] = v4.octets();
    v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_broadcast()
        || v4.is_multicast()
        || a == 0
        || (a == 100 && (64..128).contains(&b)) // shared by carriers, RFC 6598
        || (a == 198 && (18..20).contains(&b)) // benchmarks, RFC 2544
        || a >= 240
}

fn is_private_v6(v6: Ipv6Addr) -> bool {
    let head = v6.segments()[0];
    let embedded = v6.to_ipv4().or_else(|| match v6.segments() {
        // NAT64, RFC 6052: the last four bytes are an IPv4 address.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)))
        }
        _ => None,
    });
    v6.is_loopback()
        || v6.is_unspecified()
        || v6.is_multicast()
        || head & 0xfe00 == 0xfc00 // unique local, RFC 4193
        || head & 0xffc0 == 0xfe80 // link local
        || embedded.is_some_and(is_private_v4)
}

/// Whether the address itself, without a look-up, says that it is private: a number, or `localhost`.
pub(super) fn names_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(v4)) => is_private_v4(v4),
        Some(Host::Ipv6(v6)) => is_private_v6(v6),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    }
}

/// Whether the address is a number of the local link, where routers and clouds keep their own services.
pub(super) fn is_link_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(v4)) => v4.is_link_local(),
        Some(Host::Ipv6(v6)) => v6.is_unicast_link_local(),
        Some(Host::Domain(_)) | None => false,
    }
}

/// Names that must not lead into private networks. Shared by a client and its resolver, because a resolver is also
/// asked for the reader's own proxy, which may well be private.
#[derive(Debug, Clone, Default)]
pub(super) struct Guarded(Arc<Mutex<HashSet<String>>>);

impl Guarded {
    /// From now on the host of this address must be public.
    pub(super) fn add(&self, url: &Url) {
        if let Some(Host::Domain(name)) = url.host() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
        }
    }

    fn holds(&self, name: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(name)
    }
}

/// Looks names up with the system's resolver, and keeps what may be reached.
#[derive(Debug, Clone, Default)]
pub(super) struct Resolver {
    /// For these names, private addresses are dropped.
    pub(super) guarded: Guarded,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let public_only = self.guarded.holds(name.as_str());
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found = tokio::net::lookup_host((name.as_str(), 0)).await;
            let found: Vec<SocketAddr> = match found {
                Ok(found) => found.collect(),
                Err(e) => return Err(Unresolved { name: host, cause: e.to_string() }.into()),
            };
            if found.is_empty() {
                let cause = "the name has no address".to_owned();
                return Err(Unresolved { name: host, cause }.into());
            }
            let may = |a: &SocketAddr| !public_only || !is_private(a.ip());
            let kept: Vec<SocketAddr> = found.into_iter().filter(may).collect();
            if kept.is_empty() {
                return Err(PrivateAddress(host).into());
            }
            Ok(Box::new(kept.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_known() {
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "::7f00:1",
        ] {
            assert!(is_private(address.parse().expect(address)), "{address}");
        }
        for address in [
            "1.1.1.1",
            "172.32.0.1",
            "203.0.113.1",
            "100.128.0.1",
            "2001:db8::1",
            "64:ff9b::101:101",
        ] {
            assert!(!is_private(address.parse().expect(address)), "{address}");
        }
    }

    #[tokio::test]
    async fn a_guarded_name_keeps_no_private_address_and_others_keep_all() {
        let resolver = Resolver::default();
        let look_up = || resolver.resolve("localhost".parse().expect("a name"));
        assert!(look_up().await.is_ok());
        resolver.guarded.add(&Url::parse("http://localhost:8080/feed").expect("a URL"));
        let error = look_up().await.err().expect("refused");
        assert!(error.downcast_ref::<PrivateAddress>().is_some(), "{error}");
    }

    #[test]
    fn urls_that_name_private_hosts_are_known() {
        for (url, want) in [
            ("http://127.0.0.1:8080/", true),
            ("http://2130706433/", true),
            ("http://[::1]/", true),
            ("http://LOCALHOST./", true),
            ("http://x.localhost/", true),
            ("http://example.org/", false),
            ("http://localhost.example.org/", false),
        ] {
            assert_eq!(names_private(&Url::parse(url).expect(url)), want, "{url}");
        }
    }
}
