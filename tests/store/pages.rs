//! Fetched article pages.

use umland::domain::{Access, EntryId};
use umland::store::KeptPage;

use crate::support::{Archive, NOW, entry};

fn keep(archive: &Archive, title: &str, blocks: &[u64], access: Access) -> EntryId {
    let id = archive.id(title);
    archive.store.keep_page(id, &KeptPage { html: "<p>Text", blocks, access }, NOW).unwrap();
    id
}

#[test]
fn what_the_pages_of_a_feed_have_in_common_comes_with_its_entries() {
    let archive = Archive::with_feeds(2);
    archive.merge(1, &[entry("Brand", 1), entry("Theater", 2), entry("Kirmes", 3)]);
    archive.merge(2, &[entry("Brücke", 4)]);
    let first = keep(&archive, "Brand", &[1, 2, 3, 90], Access::Unknown);
    keep(&archive, "Theater", &[4, 5, 6, 90], Access::Unknown);
    let template = |id| archive.store.entry(id).unwrap().unwrap().template;
    assert!(template(first).is_empty(), "two pages are not enough");
    keep(&archive, "Kirmes", &[7, 8, 9, 90, u64::MAX], Access::Unknown);
    let other = keep(&archive, "Brücke", &[1, 2, 3, 90], Access::Unknown);
    assert!(template(first).has(90) && !template(first).has(1));
    assert!(template(other).is_empty(), "another feed is another publisher");
}

#[test]
fn what_a_page_says_of_its_paywall_outlives_a_feed_that_says_nothing() {
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[entry("Brand", 1)]);
    let id = keep(&archive, "Brand", &[], Access::Locked);
    let access = || archive.store.entry(id).unwrap().unwrap().row.access;
    assert_eq!(access(), Access::Locked);
    let mut changed = entry("Brand", 1);
    changed.text =
        "Der Brand in der Halle ist nach drei Tagen gelöscht, niemand wurde verletzt.".to_owned();
    archive.merge(1, &[changed.clone()]);
    assert_eq!(access(), Access::Locked);
    keep(&archive, "Brand", &[], Access::Unknown);
    assert_eq!(access(), Access::Locked);
    changed.access = Access::Free;
    changed.text.push_str(" Die Halle wird abgerissen.");
    archive.merge(1, &[changed]);
    assert_eq!(access(), Access::Free);
}
