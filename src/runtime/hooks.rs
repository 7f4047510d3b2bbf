//! What follows a refresh outside the program. What a publisher wrote reaches no program here but as counts.

use crate::config::Config;
use crate::desktop::{self, DesktopError};
use crate::domain::RefreshReport;
use crate::store::Store;

/// Runs the reader's program for the end of a refresh, unless no feed was asked, and waits for it.
///
/// # Errors
/// When the program does not start or ends with an error.
pub fn after_refresh(
    config: &Config,
    store: &Store,
    report: &RefreshReport,
) -> Result<(), DesktopError> {
    let command = &config.hooks.after_refresh;
    let asked = report.fresh + report.same + report.failed;
    if command.is_empty() || asked == 0 {
        return Ok(());
    }
    // A program that wants to know only what is new need not fail for an archive that cannot be counted.
    let unread = store.counts().map(|counts| counts.unread).unwrap_or_default();
    let variables = [
        ("UMLAND_FEEDS", asked.to_string()),
        ("UMLAND_NEW", report.new.to_string()),
        ("UMLAND_CHANGED", report.changed.to_string()),
        ("UMLAND_FAILED", report.failed.to_string()),
        ("UMLAND_UNREAD", unread.to_string()),
    ];
    desktop::hook(command, &variables)
}
