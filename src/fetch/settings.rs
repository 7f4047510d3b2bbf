//! What the configuration decides about fetching.

use std::time::Duration;

/// Limits and manners of a [`crate::fetch::Client`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchSettings {
    /// Requests at once, in all.
    pub concurrency: usize,
    /// Requests at once to one host (scheme, name and port).
    pub per_host: usize,
    /// Pause between two requests to one host, in milliseconds.
    pub gap_ms: u64,
    /// Longest wait for a connection, TLS included.
    pub connect_timeout: Duration,
    /// Longest silence of a server.
    pub read_timeout: Duration,
    /// Longest time for a feed in all, redirects included, waiting for one's turn not included.
    pub total_timeout: Duration,
    /// Most bytes of a document, decoded.
    pub max_bytes: usize,
    /// Most redirects in a row.
    pub max_redirects: usize,
    /// A mail or web address added to the User-Agent, for publishers who want to talk to the reader; may be empty.
    pub user_agent_contact: String,
    /// Where the program lives, as the User-Agent says.
    pub user_agent_url: String,
}

impl Default for FetchSettings {
    fn default() -> Self {
        Self {
            concurrency: 16,
            per_host: 1,
            gap_ms: 500,
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(15),
            total_timeout: Duration::from_secs(30),
            max_bytes: 16 << 20,
            max_redirects: 10,
            user_agent_contact: String::new(),
            user_agent_url: env!("CARGO_PKG_REPOSITORY").to_owned(),
        }
    }
}

impl FetchSettings {
    /// The User-Agent: program, version, and where to complain.
    pub fn user_agent(&self) -> String {
        let contact: String =
            self.user_agent_contact.chars().filter(|c| matches!(c, ' '..='~')).collect();
        let separator = if contact.trim().is_empty() { "" } else { "; " };
        format!(
            "{}/{} (+{}{separator}{})",
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION"),
            self.user_agent_url,
            contact.trim()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_agent_names_program_version_and_contact() {
        let mut settings = FetchSettings::default();
        let plain = settings.user_agent();
        assert!(plain.starts_with("umland/") && plain.contains("(+https://"), "{plain}");
        settings.user_agent_contact = " post@example.org\r\nX-Evil: 1 ".to_owned();
        let own = settings.user_agent();
        assert!(own.ends_with("; post@example.orgX-Evil: 1)"), "{own}");
    }
}
