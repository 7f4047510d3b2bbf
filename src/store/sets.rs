//! The entries of one test, looked up along an index where there is one.

use rusqlite::{Connection, params};

use crate::domain::{Access, Homes, Scope, Test};
use crate::store::ids::IdSet;
use crate::store::{feeds, gather, scan, words};
use crate::text::fold::fold;

/// What a test is to the store.
pub(super) enum Found {
    /// These entries.
    Set(IdSet),
    /// All but these.
    AllBut(IdSet),
}

/// The entries that a test other than one for words holds for; distances are measured from `homes`.
pub(super) fn found(c: &Connection, test: &Test, homes: &Homes) -> rusqlite::Result<Found> {
    Ok(match test {
        Test::Unread(or_since) => Found::AllBut(read_before(c, or_since.0)?),
        Test::Read => Found::Set(read_before(c, i64::MAX)?),
        Test::Starred => Found::Set(starred(c)?),
        Test::Feed(name) => Found::Set(listed(c, &named(c, name)?)?),
        Test::Folder(path) => Found::Set(listed(c, &scan::feeds_of(c, path)?)?),
        Test::Tag(tag) => {
            let mut found = listed(c, &tagged(c, tag)?)?;
            found.add(&own_tag(c, tag)?);
            Found::Set(found)
        }
        Test::Kind(kind) => Found::Set(listed(c, &of_kind(c, kind)?)?),
        Test::Hidden => Found::Set(hidden(c)?),
        Test::Since(at) => Found::Set(since(c, at.0)?),
        Test::Before(at) => Found::AllBut(since(c, at.0)?),
        Test::AtLeast(length) => Found::AllBut(shorter(c, *length)?),
        Test::Below(length) => Found::Set(shorter(c, *length)?),
        Test::Access(kinds) => access(c, kinds)?,
        Test::Place(name) => Found::Set(playing(c, |spot| gather::is_called(spot, name))?),
        Test::Near(None) => Found::Set(playing(c, |spot| homes.reach(spot.point))?),
        Test::Near(Some(metres)) => {
            let km = f64::from(*metres) / 1000.0;
            Found::Set(playing(c, |spot| homes.within(spot.point, km))?)
        }
        Test::Words(..) => Found::Set(IdSet::default()),
    })
}

/// The entries of a scope, archived feeds' among them.
pub(super) fn of_scope(c: &Connection, scope: &Scope) -> rusqlite::Result<Option<IdSet>> {
    Ok(match scope {
        Scope::All => None,
        Scope::Folder(folder) if folder.is_empty() => None,
        Scope::Folder(folder) => Some(listed(c, &scan::feeds_of(c, folder)?)?),
        Scope::Feed(feed) => Some(listed(c, &[feed.0])?),
        Scope::Starred => Some(starred(c)?),
    })
}

/// Entries that only archived feeds list.
pub(super) fn archived(c: &Connection) -> rusqlite::Result<IdSet> {
    numbers(c, "SELECT id FROM entries INDEXED BY entries_archived WHERE live = 0", [])
}

/// Every number that an entry may have.
pub(super) fn everything(c: &Connection) -> rusqlite::Result<IdSet> {
    let last: Option<i64> =
        c.prepare_cached("SELECT max(id) FROM entries")?.query_row([], |r| r.get(0))?;
    Ok(IdSet::up_to(last.unwrap_or(-1)))
}

fn numbers(c: &Connection, sql: &str, with: impl rusqlite::Params) -> rusqlite::Result<IdSet> {
    let mut statement = c.prepare_cached(sql)?;
    let mut rows = statement.query(with)?;
    let mut found = IdSet::default();
    while let Some(row) = rows.next()? {
        found.insert(row.get(0)?);
    }
    Ok(found)
}

/// Entries that were read before an instant.
pub(super) fn read_before(c: &Connection, at: i64) -> rusqlite::Result<IdSet> {
    numbers(c, "SELECT id FROM entries INDEXED BY entries_read WHERE read_at < ?1", [at])
}

fn starred(c: &Connection) -> rusqlite::Result<IdSet> {
    let sql = "SELECT id FROM entries INDEXED BY entries_starred WHERE starred = 1 AND hidden = 0 \
               UNION ALL SELECT id FROM entries INDEXED BY entries_hidden WHERE hidden = 1 AND starred = 1";
    numbers(c, sql, [])
}

/// Entries with a tag of their own.
fn own_tag(c: &Connection, tag: &str) -> rusqlite::Result<IdSet> {
    let wanted = fold(tag);
    let mut used = c.prepare_cached("SELECT DISTINCT tag FROM entry_tags")?;
    let mut found = IdSet::default();
    let mut rows = used.query([])?;
    while let Some(row) = rows.next()? {
        let tag = row.get_ref(0)?.as_str()?;
        if fold(tag) == wanted {
            found.add(&numbers(c, "SELECT entry_id FROM entry_tags WHERE tag = ?1", [tag])?);
        }
    }
    Ok(found)
}

/// Entries that stand in no list and no count.
pub(super) fn hidden(c: &Connection) -> rusqlite::Result<IdSet> {
    numbers(c, "SELECT id FROM entries INDEXED BY entries_hidden WHERE hidden = 1", [])
}

/// What is in no list of subscribed feeds is listed only by its star, or as hidden.
fn since(c: &Connection, at: i64) -> rusqlite::Result<IdSet> {
    let sql = "SELECT id FROM entries INDEXED BY entries_list WHERE live > 0 AND hidden = 0 AND sort >= ?1 \
               UNION ALL SELECT id FROM entries INDEXED BY entries_starred WHERE starred = 1 AND hidden = 0 AND sort >= ?1 \
               UNION ALL SELECT id FROM entries INDEXED BY entries_hidden WHERE hidden = 1 AND sort >= ?1";
    numbers(c, sql, [at])
}

fn shorter(c: &Connection, than: u32) -> rusqlite::Result<IdSet> {
    numbers(c, "SELECT id FROM entries WHERE length < ?1", [than])
}

/// Most entries of most archives are of unknown access: the others are few, and have an index.
fn access(c: &Connection, kinds: &[Access]) -> rusqlite::Result<Found> {
    let sql = "SELECT id FROM entries INDEXED BY entries_access WHERE access <> 0 AND access = ?1";
    let wanted = |kind: &Access| kinds.contains(kind);
    let all = [Access::Free, Access::Metered, Access::Locked];
    let unknown = wanted(&Access::Unknown);
    let mut found = IdSet::default();
    // With the unknown ones: all but those that are not wanted.
    for kind in all.iter().filter(|kind| wanted(kind) != unknown) {
        found.add(&numbers(c, sql, [words::access_number(*kind)])?);
    }
    Ok(if unknown { Found::AllBut(found) } else { Found::Set(found) })
}

/// The entries that one of the feeds lists.
fn listed(c: &Connection, feeds: &[i64]) -> rusqlite::Result<IdSet> {
    let mut found = IdSet::default();
    for feed in feeds {
        let sql = "SELECT entry_id FROM sources INDEXED BY sources_list WHERE feed_id = ?1";
        found.add(&numbers(c, sql, params![feed])?);
    }
    Ok(found)
}

/// The entries that play in one of some places.
fn playing(
    c: &Connection,
    is_meant: impl Fn(&gather::KnownSpot) -> bool,
) -> rusqlite::Result<IdSet> {
    let mut found = IdSet::default();
    for spot in gather::spots(c)?.iter().filter(|spot| is_meant(spot)) {
        let sql = "SELECT id FROM entries INDEXED BY entries_spot WHERE spot = ?1";
        found.add(&numbers(c, sql, [spot.id])?);
    }
    Ok(found)
}

/// The feeds of a kind: those that say so by a tag, and those of which the catalogue does.
fn of_kind(c: &Connection, kind: &str) -> rusqlite::Result<Vec<i64>> {
    let mut found = tagged(c, kind)?;
    let mut statement = c.prepare_cached("SELECT id FROM feeds WHERE kind = ?1")?;
    let known = statement.query_map([fold(kind)], |r| r.get(0))?;
    found.extend(known.collect::<rusqlite::Result<Vec<i64>>>()?);
    Ok(found)
}

/// The feeds with this address or number, or else those whose titles or addresses hold the name.
fn named(c: &Connection, name: &str) -> rusqlite::Result<Vec<i64>> {
    let wanted = fold(name);
    let mut statement = c.prepare_cached("SELECT id, url, user_title, title FROM feeds")?;
    let mut rows = statement.query([])?;
    let (mut exact, mut fitting) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let url = row.get_ref(1)?.as_str()?;
        let title = fold(&feeds::title(row, 2, 3, 1)?);
        if url == name || title == wanted {
            exact.push(id);
        } else if title.contains(&wanted) || url.contains(name) {
            fitting.push(id);
        }
    }
    Ok(if exact.is_empty() { fitting } else { exact })
}

/// The feeds with this tag.
fn tagged(c: &Connection, tag: &str) -> rusqlite::Result<Vec<i64>> {
    let wanted = fold(tag);
    let mut statement = c.prepare_cached("SELECT id, tags FROM feeds WHERE length(tags) > 1")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let tags = feeds::unpack_tags(row.get_ref(1)?.as_blob()?);
        if tags.iter().any(|tag| fold(tag) == wanted) {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}
