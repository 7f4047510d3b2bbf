//! The geometry of the map: from points of the earth to kilometres from home and cells of the screen, bearings, lines of
//! coasts, borders and rivers, and where names find room.
//!
//! **Invariant:** distances from the origin of a [`Projection`] are true, so that rings around a home are circles.

mod compass;
mod labels;
mod outlines;
mod projection;
mod table;

pub use compass::Wind;
pub use labels::{Label, place_labels};
pub use outlines::{Kind, Outline, within};
pub use projection::{Frame, Offset, Projection};
pub use table::{Row, by_bearing};
