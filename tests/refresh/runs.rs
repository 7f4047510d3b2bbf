//! A whole run: its progress, its end, two at once.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use umland::domain::{FeedHealth, Progress, Timestamp, Which};
use umland::fetch::{Client, FetchSettings};
use umland::refresh;
use umland::refresh::{Refresh, RefreshError};
use umland::store::Store;

use crate::support::{Answer, Step};
use crate::world::{DEADLINE, T0, World, ok, rss};

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_that_is_cancelled_keeps_what_was_read() {
    let stall = vec![Step { stall: true, ..Step::default() }];
    let world = World::new(
        &["/ok", "/stall"],
        vec![
            ok("/ok", &[], rss(&["Eins"])),
            Answer { path: "/stall".to_owned(), send: stall, ..Answer::default() },
        ],
    )
    .await;
    let cancel = CancellationToken::new();
    let running = refresh::run(&world.refresh, Which::All, &cancel);
    let giving_up = async {
        while world.ends().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        cancel.cancel();
    };
    let both = async { tokio::join!(running, giving_up) };
    let (report, ()) = tokio::time::timeout(DEADLINE, both).await.expect("in time");
    let report = report.unwrap();
    assert!(report.cancelled);
    assert_eq!((report.feeds, world.entries()), (1, 1));
    assert_eq!(world.health(1), FeedHealth::default());
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_begins_ends_and_names_every_feed() {
    let paths: Vec<String> = (0..40).map(|i| format!("/{i}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let answers = paths.iter().map(|p| ok(p, &[], rss(&[&format!("Eins {p}")]))).collect();
    let world = World::new(&paths, answers).await;
    let report = world.at(0, Which::Due).await;
    assert_eq!((report.feeds, report.new), (40, 40));
    assert_eq!(world.ends().len(), 40);
    let told = world.told.lock().unwrap();
    assert_eq!(told.first(), Some(&Progress::Started { feeds: 40 }));
    assert_eq!(told.last(), Some(&Progress::Finished(report)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_that_cannot_be_written_ends_the_run_without_asking_everybody() {
    let paths: Vec<String> = (0..60).map(|i| format!("/{i}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let answers = paths.iter().map(|p| ok(p, &[], rss(&["Eins"]))).collect();
    let mut world = World::new(&paths, answers).await;
    world.refresh.store = Store::open_reader(world.dir.path()).unwrap();
    let cancel = CancellationToken::new();
    let running = refresh::run(&world.refresh, Which::All, &cancel);
    let result = tokio::time::timeout(DEADLINE, running).await.expect("in time");
    assert!(matches!(result, Err(RefreshError::Store(_))), "{result:?}");
    assert!(world.lines().len() < paths.len(), "{}", world.lines().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_at_once_ask_each_feed_once() {
    let answers = ["/a", "/b", "/c"].map(|path| ok(path, &[], rss(&["Eins"])));
    let world = World::new(&["/a", "/b", "/c"], answers.to_vec()).await;
    let other = Refresh {
        store: Store::open(world.dir.path(), Timestamp(T0)).unwrap(),
        client: Arc::new(Client::new(&FetchSettings::default())),
        ..world.refresh.clone()
    };
    let cancel = CancellationToken::new();
    let both = async {
        tokio::join!(
            refresh::run(&world.refresh, Which::Due, &cancel),
            refresh::run(&other, Which::Due, &cancel)
        )
    };
    let (one, two) = tokio::time::timeout(DEADLINE, both).await.expect("in time");
    assert_eq!(one.unwrap().feeds + two.unwrap().feeds, 3);
    assert_eq!(world.lines().len(), 3);
}
