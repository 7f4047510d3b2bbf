//! Who was contacted, and why: the reader may ask at any time.

use super::Timestamp;
use crate::text::Clean;

macro_rules! purposes {
    ($($(#[$doc:meta])* $variant:ident => $name:literal),+ $(,)?) => {
        /// Why a host was contacted, each with a stable name for the store and `--json`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub enum Purpose { $($(#[$doc])* $variant),+ }

        impl Purpose {
            /// Every purpose.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The purpose of a stable name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

purposes! {
    /// To fetch a feed.
    #[default]
    Feed => "feed",
    /// To fetch the page of an article.
    Page => "page",
    /// To fetch a picture.
    Picture => "picture",
    /// To look for the feeds behind an address.
    Discovery => "discovery",
    /// Because another host led there.
    Redirect => "redirect",
    /// To see whether it can be reached (`umland doctor --online`).
    Check => "check",
}

/// How often a host was contacted for a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The host's name.
    pub host: Clean,
    /// Why.
    pub purpose: Purpose,
    /// Requests.
    pub requests: u64,
    /// When last, to a quarter of an hour.
    pub last: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_name(purpose.name()), Some(*purpose));
        }
    }
}
