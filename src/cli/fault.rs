//! A feed's fault in words.

use crate::domain::Fault;
use crate::lang::Lang;
use crate::text::Clean;
use crate::tr;

/// What went wrong, and why as the server says.
pub(super) fn what(fault: &Fault, lang: Lang) -> String {
    let words = message(fault, "", lang);
    if fault.detail.is_empty() {
        return words;
    }
    tr!(lang, "fault-because", fault = words, detail = fault.detail.as_str())
}

/// What to do about it.
pub(super) fn remedy(fault: &Fault, lang: Lang) -> String {
    message(fault, "-remedy", lang)
}

/// The fault as scripts see it: its stable name, and the cause when one is known.
pub(super) fn terse(fault: &Fault) -> Clean {
    let (name, detail) = (fault.kind.name(), fault.detail.as_str());
    Clean::line(&if detail.is_empty() { name.to_owned() } else { format!("{name}: {detail}") })
}

fn message(fault: &Fault, part: &str, lang: Lang) -> String {
    let http = fault.http.unwrap_or_default();
    tr!(lang, format!("fault-{}{part}", fault.kind.name()).as_str(), http = http)
}
