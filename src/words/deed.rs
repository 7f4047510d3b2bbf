//! What was done, in words.

use crate::domain::{Deed, Mark, TagEdit, Undone};
use crate::lang::{Lang, Value};
use crate::text::Clean;

/// What a change did: the only entry or feed by its title, else how many, and of which feed.
pub fn deed(what: &Undone, lang: Lang) -> String {
    let one = what.entries <= 1 && !what.title.is_empty();
    let id = format!("deed-{}-{}", what.deed.name(), if one { "one" } else { "many" });
    let mut values =
        vec![("n", Value::from(what.entries)), ("title", Value::from(what.title.as_str()))];
    if let Deed::Mark(Mark::Tags(edit)) = &what.deed {
        values.push(("tags", Value::from(tags(edit))));
    }
    let said = lang.format(&id, &values);
    if one || what.title.is_empty() { said } else { format!("{said} ({})", what.title) }
}

/// `+given -taken`.
fn tags(edit: &TagEdit) -> String {
    let signed = |sign: char, tags: &[Clean]| -> Vec<String> {
        tags.iter().map(|tag| format!("{sign}{tag}")).collect()
    };
    let mut all = signed('+', &edit.add);
    all.extend(signed('-', &edit.remove));
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FeedEdit;

    fn undone(deed: Deed, entries: u64, title: &str) -> Undone {
        Undone { deed, entries, title: Clean::line(title) }
    }

    #[test]
    fn every_deed_has_words_in_every_language() {
        let marks = [
            Mark::Read,
            Mark::Unread,
            Mark::Star,
            Mark::Unstar,
            Mark::Hide,
            Mark::Unhide,
            Mark::Tags(TagEdit::default()),
        ];
        let deeds = marks.into_iter().map(Deed::Mark);
        for deed in deeds.chain(FeedEdit::ALL.iter().copied().map(Deed::Feed)) {
            for lang in Lang::ALL {
                for form in ["one", "many"] {
                    let id = format!("deed-{}-{form}", deed.name());
                    assert!(lang.has(&id), "{id} in {lang}");
                }
            }
        }
    }

    #[test]
    fn one_is_named_and_many_are_counted() {
        let read = Deed::Mark(Mark::Read);
        let say = |what: Undone| deed(&what, Lang::En);
        assert_eq!(say(undone(read.clone(), 1, "Brand")), "Marked read: Brand");
        assert_eq!(say(undone(read.clone(), 3, "")), "3 entries marked read");
        assert_eq!(say(undone(read, 3, "Stadtblatt")), "3 entries marked read (Stadtblatt)");
        let removed = Deed::Feed(FeedEdit::Removed);
        assert_eq!(say(undone(removed, 1, "Stadtblatt")), "Unsubscribed: Stadtblatt");
        let edit = TagEdit { add: vec![Clean::line("kita")], remove: vec![Clean::line("x")] };
        let tagged = undone(Deed::Mark(Mark::Tags(edit)), 1, "Brand");
        assert_eq!(say(tagged), "Tags +kita -x: Brand");
    }
}
