//! Whether a host can be reached at all: a connection that asks nothing.

use std::fmt;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use crate::domain::{Fault, FaultKind, FeedUrl};

/// Longest wait for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// A host and the port that its feeds are asked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Door {
    host: String,
    port: u16,
}

impl Door {
    /// Where an address is fetched; none for files and for what is no address.
    pub fn of(url: &FeedUrl) -> Option<Self> {
        let url =
            Url::parse(url.as_str()).ok().filter(|u| matches!(u.scheme(), "http" | "https"))?;
        Some(Self { host: url.host_str()?.to_owned(), port: url.port_or_known_default()? })
    }

    /// The host's name.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Connects and hangs up.
    ///
    /// # Errors
    /// What stands in the way: the name, the connection, or the time.
    pub async fn knock(&self) -> Result<(), Fault> {
        let name = self.host.trim_matches(['[', ']']);
        match timeout(PATIENCE, TcpStream::connect((name, self.port))).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(cause)) => {
                let known = tokio::net::lookup_host((name, self.port)).await.is_ok();
                let kind = if known { FaultKind::Connect } else { FaultKind::Dns };
                Err(Fault::new(kind, &cause.to_string()))
            }
            Err(_) => Err(Fault::new(FaultKind::Timeout, "while connecting")),
        }
    }
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}
