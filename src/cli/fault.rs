//! A feed's fault as scripts see it.

use crate::domain::Fault;
use crate::text::Clean;

/// The fault as scripts see it: its stable name, and the cause when one is known.
pub(super) fn terse(fault: &Fault) -> Clean {
    let (name, detail) = (fault.kind.name(), fault.detail.as_str());
    Clean::line(&if detail.is_empty() { name.to_owned() } else { format!("{name}: {detail}") })
}
