//! The article pane: which articles it asks for, and which it shows.

use super::*;
use crate::domain::{Access, Article, Cursor, EntryRow, FeedId};
use crate::text::Clean;

const ONE: EntryId = EntryId(1);
const TWO: EntryId = EntryId(2);
const THREE: EntryId = EntryId(3);

fn loaded(id: EntryId) -> Box<Loaded> {
    let row = EntryRow {
        id,
        feed: FeedId(1),
        feed_title: Clean::line("Bote"),
        title: Clean::line("Brand"),
        published: Timestamp(0),
        dated: true,
        read: false,
        starred: false,
        changed: false,
        access: Access::Unknown,
        also_in: 0,
        place: None,
        cursor: Cursor { key: 0, id },
    };
    Box::new(Loaded {
        row,
        article: Article::default(),
        url: None,
        sources: Vec::new(),
        tags: Vec::new(),
        enclosures: Vec::new(),
        placing: None,
        access: (Access::Unknown, ""),
        has_page: false,
        of_feed: true,
        place: 0,
    })
}

fn load(id: EntryId) -> Vec<Effect> {
    vec![Effect::LoadArticle { id, of_feed: false }]
}

fn shown(reader: &Reader) -> Option<EntryId> {
    reader.shown.as_ref().map(|shown| shown.row.id)
}

/// A reader that shows the first article and has the second one ready.
fn ready() -> Reader {
    let mut reader = Reader::default();
    assert_eq!(reader.want(ONE), load(ONE));
    assert_eq!(reader.expect(TWO), [], "one at a time");
    assert_eq!(reader.take(loaded(ONE)), []);
    assert_eq!(reader.expect(TWO), load(TWO));
    assert_eq!(reader.take(loaded(TWO)), []);
    assert_eq!((shown(&reader), reader.expect(TWO)), (Some(ONE), vec![]), "asked for once");
    reader
}

#[test]
fn the_expected_article_is_there_at_once() {
    let mut reader = ready();
    assert_eq!((reader.want(TWO), shown(&reader)), (vec![], Some(TWO)));
    assert_eq!(reader.expect(THREE), load(THREE));
}

#[test]
fn an_article_that_is_wanted_while_it_is_expected_is_asked_for_once() {
    let mut reader = ready();
    assert_eq!(reader.want(TWO), []);
    assert_eq!(reader.expect(THREE), load(THREE));
    assert_eq!(reader.want(THREE), []);
    assert_eq!((reader.take(loaded(THREE)), shown(&reader)), (vec![], Some(THREE)));
}

#[test]
fn what_is_wanted_comes_before_what_was_expected() {
    let mut reader = ready();
    assert_eq!(reader.want(THREE), load(THREE));
    assert_eq!(reader.want(ONE), [], "one at a time");
    assert_eq!(reader.take(loaded(THREE)), load(ONE));
    assert_eq!((reader.take(loaded(ONE)), shown(&reader)), (vec![], Some(ONE)));
}

#[test]
fn what_may_have_changed_is_loaded_again() {
    let mut reader = ready();
    assert_eq!(reader.reload(), load(ONE));
    assert_eq!(reader.want(TWO), [], "the one that was ready is not shown any more");
    assert_eq!(reader.take(loaded(ONE)), load(TWO));
    let mut reader = ready();
    reader.forget_ahead();
    assert_eq!(reader.expect(TWO), load(TWO));
    assert_eq!(reader.reload(), [], "one at a time");
    assert_eq!(reader.take(loaded(TWO)), load(ONE));
}

#[test]
fn an_expected_article_that_is_gone_is_not_asked_for_again() {
    let mut reader = ready();
    assert_eq!(reader.want(TWO), []);
    assert_eq!(reader.expect(THREE), load(THREE));
    assert_eq!((reader.missing(THREE), reader.expect(THREE)), (vec![], vec![]));
    assert_eq!((reader.wanted(), shown(&reader)), (Some(TWO), Some(TWO)));
}
