//! What can go wrong with one feed. A fault is data: it is stored with the feed and shown in words, it never ends a run.

use crate::text::Clean;

/// A fault of one fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault; the words for it, and the remedy, stand in the language files under `fault-<kind>`.
    pub kind: FaultKind,
    /// The cause in the library's or server's words, cleaned; may be empty.
    pub detail: Clean,
    /// The HTTP status, when there was an answer.
    pub http: Option<u16>,
}

impl Fault {
    /// A fault without an HTTP answer.
    pub fn new(kind: FaultKind, detail: &str) -> Self {
        Self { kind, detail: Clean::line(detail), http: None }
    }

    /// The same fault with the status of the answer.
    #[must_use]
    pub fn with_http(mut self, status: u16) -> Self {
        self.http = Some(status);
        self
    }
}

macro_rules! fault_kinds {
    ($($(#[$doc:meta])* $variant:ident => $name:literal),+ $(,)?) => {
        /// The kinds of fault, each with a stable name for the store, `--json` and the language files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FaultKind { $($(#[$doc])* $variant),+ }

        impl FaultKind {
            /// Every kind, for tests of completeness.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The kind of a stable name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

fault_kinds! {
    /// The host name cannot be resolved.
    Dns => "dns",
    /// No connection: refused, unreachable, reset.
    Connect => "connect",
    /// A certificate or handshake that cannot be trusted.
    Tls => "tls",
    /// The server took too long: to connect, to answer, or in all.
    Timeout => "timeout",
    /// An HTTP status that is an error.
    Status => "status",
    /// 410, or gone for good otherwise.
    Gone => "gone",
    /// 429 or 503 with a time to come back.
    Throttled => "throttled",
    /// More bytes, decoded or not, than the limit allows.
    TooLarge => "too-large",
    /// A redirect that leads nowhere: a loop, too many hops, a forbidden target.
    Redirect => "redirect",
    /// The body broke off or its coding is damaged.
    Body => "body",
    /// The answer is not HTTP as it should be.
    Protocol => "protocol",
    /// A web page or something else where a feed should be.
    NotAFeed => "not-a-feed",
    /// A feed so broken that no entry could be saved.
    Parse => "parse",
    /// The document is nested too deeply or is otherwise built to break parsers.
    Hostile => "hostile",
    /// A question about consent, or a check for robots, where an article should be.
    Wall => "wall",
    /// An address that umland does not fetch.
    Address => "address",
    /// A local file that cannot be read.
    File => "file",
    /// The archive could not take what was fetched: a full disk, for one.
    Archive => "archive",
    /// A fault of umland itself, caught.
    Internal => "internal",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for kind in FaultKind::ALL {
            assert_eq!(FaultKind::from_name(kind.name()), Some(*kind));
        }
    }
}
