//! What a row of the journal holds, as bytes. Pure.

use crate::domain::{Mark, TagEdit, TextPatch};
use crate::store::affected::Before;
use crate::store::codec::{Reader, Writer};

/// Packs entries in ascending order: the steps between their numbers are small.
pub(super) fn pack_marks(mark: &Mark, before: &[Before]) -> Vec<u8> {
    let mut w = Writer::with_capacity(before.len() * 2 + 8);
    let (mut last_id, mut last_read) = (0, 0);
    w.list(before, |w, entry| {
        w.signed(entry.id - last_id);
        last_id = entry.id;
        w.option(entry.read_at, |w, at| {
            w.signed(at - last_read);
            last_read = at;
        });
    });
    if let Mark::Tags(edit) = mark {
        w.texts(&edit.add);
        w.texts(&edit.remove);
        for entry in before {
            w.texts(&entry.tags);
        }
    }
    w.finish()
}

/// The mark of a name and its entries; `None` when the bytes are damaged.
pub(super) fn unpack_marks(name: &str, bytes: &[u8]) -> Option<(Mark, Vec<Before>)> {
    let mut r = Reader::new(bytes);
    let (mut last_id, mut last_read) = (0i64, 0i64);
    let mut before = r.list(|r| {
        last_id = last_id.checked_add(r.signed()?)?;
        let read_at = match r.option(Reader::signed)? {
            None => None,
            Some(step) => {
                last_read = last_read.checked_add(step)?;
                Some(last_read)
            }
        };
        Some(Before { id: last_id, read_at, tags: Vec::new() })
    })?;
    let plain = [Mark::Read, Mark::Unread, Mark::Star, Mark::Unstar, Mark::Hide, Mark::Unhide];
    if let Some(mark) = plain.into_iter().find(|mark| mark.name() == name) {
        return Some((mark, before));
    }
    let mark = Mark::Tags(TagEdit { add: r.cleans()?, remove: r.cleans()? });
    if mark.name() != name {
        return None;
    }
    for entry in &mut before {
        entry.tags = r.cleans()?;
    }
    Some((mark, before))
}

/// Packs an edit of the configuration.
pub(super) fn pack_patch(patch: &TextPatch) -> Vec<u8> {
    let mut w = Writer::default();
    for part in [&patch.before, &patch.old, &patch.new, &patch.after] {
        w.text(part);
    }
    w.finish()
}

/// Unpacks it; `None` when the bytes are damaged.
pub(super) fn unpack_patch(bytes: &[u8]) -> Option<TextPatch> {
    let mut r = Reader::new(bytes);
    Some(TextPatch { before: r.string()?, old: r.string()?, new: r.string()?, after: r.string()? })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::text::Clean;

    fn cleans(tags: &[String]) -> Vec<Clean> {
        tags.iter().map(|tag| Clean::line(tag)).collect()
    }

    proptest::proptest! {
        #[test]
        fn a_row_is_whole(
            entries: BTreeMap<u32, Option<u32>>,
            tags in proptest::collection::vec("[a-zä]{1,4}", 0..4),
        ) {
            let before = |tags: &[String]| -> Vec<Before> {
                let one = |(id, at): (&u32, &Option<u32>)| Before {
                    id: i64::from(*id),
                    read_at: at.map(i64::from),
                    tags: cleans(tags),
                };
                entries.iter().map(one).collect()
            };
            let read = (Mark::Read, before(&[]));
            assert_eq!(unpack_marks("read", &pack_marks(&read.0, &read.1)), Some(read));
            let edit = TagEdit { add: cleans(&tags), remove: cleans(&tags[..tags.len() / 2]) };
            let tagged = (Mark::Tags(edit), before(&tags));
            assert_eq!(unpack_marks("tags", &pack_marks(&tagged.0, &tagged.1)), Some(tagged));
        }

        #[test]
        fn damage_is_no_panic(name in "read|tags|x", bytes: Vec<u8>) {
            let _ = unpack_marks(&name, &bytes);
            let _ = unpack_patch(&bytes);
        }
    }

    #[test]
    fn thousands_in_a_row_take_two_bytes_each() {
        let before: Vec<Before> =
            (1000..9000).map(|id| Before { id, read_at: None, tags: Vec::new() }).collect();
        assert!(pack_marks(&Mark::Read, &before).len() < 2 * 8000 + 8);
    }
}
