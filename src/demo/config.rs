//! The configuration file that `umland demo` writes: the edition's subscriptions, with words for whoever opens it.

use std::fmt::Write as _;

use super::edition::Edition;

const HEAD: &str = "\
# Die eingebaute Ausgabe: erfundene Meldungen aus und um Krefeld, ohne Netz.
# The built-in edition: invented news from in and around Krefeld, no network.
#
# Diese Datei liegt in einem vorübergehenden Ordner; was hier geändert wird, gilt bis zum Ende der Vorführung.
# This file lies in a temporary directory; what you change here lasts until the demo ends.

[home]
place = \"Krefeld\"
lat = 51.3388
lon = 6.5853

[fetch]
gap_ms = 0      # der Server ist dieser Rechner selbst / the server is this very machine
per_host = 8
";

/// Writes the configuration file of a reader of the edition that is served under `base_url`.
pub fn config_toml(edition: &Edition, base_url: &str) -> String {
    let mut out = HEAD.to_owned();
    let mut folder = String::new();
    for subscription in edition.subscriptions(base_url) {
        if subscription.folder.as_str() != folder {
            subscription.folder.as_str().clone_into(&mut folder);
            let _ = write!(out, "\n# {folder}\n"); // writing to a String cannot fail
        }
        let _ = write!(
            out,
            "\n[[feeds]]\nurl = {}\ntitle = {}\nfolder = {}\n",
            quoted(subscription.url.as_str()),
            quoted(subscription.title.as_deref().unwrap_or_default()),
            quoted(&folder),
        );
        if subscription.full_text {
            out.push_str("full_text = true\n");
        }
    }
    out
}

/// A basic string of TOML 1.0; the edition's texts hold no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
