//! Where names find room beside their marks, so that none covers another.

/// A name that wants to stand beside a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The mark's column.
    pub x: u16,
    /// The mark's row.
    pub y: u16,
    /// Columns of the name.
    pub columns: u16,
}

/// The first column of each name, in the order of the names, which is also that of precedence; none where there is no
/// room. Behind the mark, else before it. All marks stay free, as do the cells that something else has `taken` (its first
/// one and how many), and a blank stays between two names.
pub fn place_labels(
    labels: &[Label],
    taken: &[Label],
    columns: u16,
    rows: u16,
) -> Vec<Option<u16>> {
    let other = taken;
    let width = usize::from(columns);
    let mut taken = vec![false; width * usize::from(rows)];
    let at = |x: u16, y: u16| usize::from(y) * width + usize::from(x);
    let on_screen = |label: &&Label| label.x < columns && label.y < rows;
    for label in labels.iter().filter(on_screen) {
        taken[at(label.x, label.y)] = true;
    }
    for label in other.iter().filter(on_screen) {
        let end = label.x.saturating_add(label.columns).min(columns);
        (label.x..end).for_each(|x| taken[at(x, label.y)] = true);
    }
    let mut places = Vec::with_capacity(labels.len());
    for label in labels {
        let Label { x, y, columns: wide } = *label;
        let behind = x.checked_add(2);
        let before = x.checked_sub(wide.saturating_add(1));
        let place = [behind, before].into_iter().flatten().find(|from| {
            let end = from.saturating_add(wide);
            let row = usize::from(y) * width;
            // One more on either side, unless that is the mark's own blank or the edge.
            let (low, high) = (from.saturating_sub(1), end.saturating_add(1).min(columns));
            let free = |column: &u16| *column == x || !taken[row + usize::from(*column)];
            wide > 0 && y < rows && end <= columns && (low..high).all(|column| free(&column))
        });
        if let Some(from) = place {
            for column in from..from + wide {
                taken[at(column, y)] = true;
            }
        }
        places.push(place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(x: u16, y: u16, columns: u16) -> Label {
        Label { x, y, columns }
    }

    #[test]
    fn names_stand_behind_their_mark_then_before_it_or_not_at_all() {
        let placed = |labels: &[Label]| place_labels(labels, &[], 20, 3);
        assert_eq!(placed(&[label(2, 0, 5)]), [Some(4)]);
        assert_eq!(placed(&[label(18, 0, 5)]), [Some(12)]);
        assert_eq!(placed(&[label(9, 0, 15)]), [None]);
        assert_eq!(
            placed(&[label(2, 0, 6), label(6, 0, 6)]),
            [None, Some(8)],
            "a mark is in the way"
        );
        assert_eq!(placed(&[label(2, 0, 5), label(12, 0, 5)]), [Some(4), Some(14)]);
        assert_eq!(placed(&[label(2, 0, 5), label(2, 1, 5)]), [Some(4), Some(4)]);
        assert_eq!(place_labels(&[label(9, 0, 5)], &[label(12, 0, 3)], 20, 3), [Some(3)]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_covers_anything(
            marks in proptest::collection::vec((0..40u16, 0..10u16, 0..12u16), 0..30),
        ) {
            let labels: Vec<Label> = marks.iter().map(|(x, y, n)| label(*x, *y, *n)).collect();
            let mut taken = std::collections::BTreeSet::new();
            for mark in &labels {
                taken.insert((mark.x, mark.y));
            }
            for (mark, from) in labels.iter().zip(place_labels(&labels, &[], 40, 10)) {
                let Some(from) = from else { continue };
                proptest::prop_assert!(from + mark.columns <= 40);
                for x in from..from + mark.columns {
                    proptest::prop_assert!(taken.insert((x, mark.y)), "{mark:?} at {from}");
                }
            }
        }
    }
}
