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
        GeoPoint::on_earth(lat, lon).filter(|_| lat != 0.0 || lon != 0.0)
    }
}

fn number(doc: &Doc<'_>, id: NodeId) -> Option<f64> {
    doc.text(id)?.parse().ok()
}
