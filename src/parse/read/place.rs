//! Coordinates of an entry: `GeoRSS` (simple and GML) and the W3C's `geo` vocabulary.

use super::Doc;
use crate::domain::GeoPoint;
use crate::parse::names::Ns;
use crate::parse::tree::NodeId;

/// Gathers the parts of a point.
#[derive(Default)]
pub(crate) struct Finder {
    lat: Option<f64>,
    lon: Option<f64>,
}

impl Finder {
    pub(crate) fn read(&mut self, doc: &Doc<'_>, id: NodeId, ns: Ns, name: &str) {
        match (ns, name) {
            (Ns::Geo, "lat") => self.lat = number(doc, id),
            (Ns::Geo, "long" | "lon") => self.lon = number(doc, id),
            (Ns::Geo, "point") => {
                for child in doc.tree.children(id) {
                    let name = doc.tree.node(child).name.to_ascii_lowercase();
                    self.read(doc, child, Ns::Geo, if name == "point" { "" } else { &name });
                }
            }
            (Ns::Georss, "point") => self.pair(doc, id),
            (Ns::Georss, "where") => {
                let inner = doc.tree.children(id).find(|c| doc.tree.is(*c, Ns::Gml, "point"));
                if let Some(pos) = inner.and_then(|point| doc.tree.child(point, Ns::Gml, "pos")) {
                    self.pair(doc, pos);
                }
            }
            _ => {}
        }
    }

    fn pair(&mut self, doc: &Doc<'_>, id: NodeId) {
        let Some(text) = doc.text(id) else { return };
        let mut numbers =
            text.split(|c: char| c.is_whitespace() || c == ',').filter_map(|n| n.parse().ok());
        (self.lat, self.lon) = (numbers.next(), numbers.next());
    }

    /// The point, when both parts lie on the earth. Zero and zero is nobody's place.
    pub(crate) fn point(&self) -> Option<GeoPoint> {
        let (lat, lon) = (self.lat?, self.lon?);
        let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        (on_earth && (lat != 0.0 || lon != 0.0))
            .then(|| GeoPoint { lat_e6: micro(lat), lon_e6: micro(lon) })
    }
}

fn number(doc: &Doc<'_>, id: NodeId) -> Option<f64> {
    doc.text(id)?.parse().ok()
}

fn micro(degrees: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "at most 180 million")]
    let micro = (degrees * 1e6).round() as i32;
    micro
}
