//! An official warning inside an entry: elements of the Common Alerting Protocol (OASIS CAP 1.1 and 1.2), flat as
//! `MeteoAlarm` writes them or in CAP's own `info` and `area`.

use super::{Doc, MAX_NAME};
use crate::domain::GeoPoint;
use crate::domain::{Alert, AlertKind, Severity};
use crate::parse::dates;
use crate::parse::names::Ns;
use crate::parse::tree::NodeId;
use crate::text::Clean;

/// What is kept of one warning: names of areas, lines around them, corners of a line, references.
const MAX_AREAS: usize = 500;
const MAX_POLYGONS: usize = 50;
const MAX_CORNERS: usize = 2_000;
const MAX_REFERENCES: usize = 200;
/// `alert`, `info`, `area`, and one to spare.
const MAX_DEPTH: u8 = 4;

/// Gathers the parts of a warning.
#[derive(Default)]
pub(crate) struct Finder {
    alert: Alert,
    /// Something of it was there.
    found: bool,
    /// A status was there.
    status: bool,
}

impl Finder {
    pub(crate) fn read(&mut self, doc: &Doc<'_>, id: NodeId, name: &str) {
        self.element(doc, id, name, 0);
    }

    fn element(&mut self, doc: &Doc<'_>, id: NodeId, name: &str, depth: u8) {
        let alert = &mut self.alert;
        let text = || doc.text(id).unwrap_or_default();
        match name {
            "alert" | "info" | "area" if depth < MAX_DEPTH => {
                let mut buffer = [0; MAX_NAME];
                for child in doc.tree.children(id) {
                    if let (Ns::Cap, name) = doc.name(child, &mut buffer) {
                        self.element(doc, child, name, depth + 1);
                    }
                }
                return;
            }
            "identifier" => alert.identifier = Clean::line(&text()),
            "status" => {
                self.status = true;
                alert.actual = text().trim().eq_ignore_ascii_case("actual");
            }
            "msgtype" | "message_type" => {
                alert.kind = match text().trim().to_ascii_lowercase().as_str() {
                    "update" => AlertKind::Update,
                    "cancel" => AlertKind::Cancel,
                    _ => AlertKind::Alert,
                };
            }
            // Of several languages the first.
            "event" if alert.event.is_empty() => alert.event = Clean::line(&text()),
            "severity" => alert.severity = Severity::from_name(text().trim()).unwrap_or_default(),
            "sent" => alert.sent = dates::exact(&text()),
            "onset" => alert.onset = dates::exact(&text()).or(alert.onset),
            "effective" if alert.onset.is_none() => alert.onset = dates::exact(&text()),
            "expires" => alert.expires = dates::exact(&text()),
            "areadesc" => {
                // One element may name many, between semicolons or commas.
                let text = text();
                let room = MAX_AREAS.saturating_sub(alert.areas.len());
                let names = text.split([';', ',']).map(Clean::line).filter(|name| !name.is_empty());
                alert.areas.extend(names.take(room));
            }
            "polygon" if alert.polygons.len() < MAX_POLYGONS => {
                alert.polygons.extend(polygon(&text()));
            }
            "references" => {
                // "sender,identifier,sent", between blanks.
                let text = text();
                let named = text.split_whitespace().filter_map(|one| one.split(',').nth(1));
                alert.references.extend(named.take(MAX_REFERENCES).map(Clean::line));
            }
            _ => return,
        }
        self.found = true;
    }

    /// The warning, when there was one. Without a status it is meant.
    pub(crate) fn alert(mut self) -> Option<Box<Alert>> {
        if !self.status {
            self.alert.actual = true;
        }
        self.found.then(|| Box::new(self.alert))
    }
}

/// The corners of a line: "lat,lon lat,lon …". A corner that cannot be read spoils the line.
fn polygon(text: &str) -> Option<Vec<GeoPoint>> {
    let corners = text.split_whitespace().take(MAX_CORNERS + 1).map(|corner| {
        let (lat, lon) = corner.split_once(',')?;
        GeoPoint::on_earth(lat.parse().ok()?, lon.parse().ok()?)
    });
    let corners: Vec<GeoPoint> = corners.collect::<Option<_>>()?;
    (3..=MAX_CORNERS).contains(&corners.len()).then_some(corners)
}
