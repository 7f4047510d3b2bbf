//! Faults that must not spread: of one feed's address, of a damaged archive; and what looks after the archive.

use std::fs;

use crate::Home;

#[test]
fn an_address_that_is_none_is_the_fault_of_its_feed() {
    let home = Home::with_feed();
    let good = home.read("config.toml");
    home.write(
        "config.toml",
        &format!(
            "[[feeds]]\nurl = \"http://127.0.0.1:99999/rss\"\ntitle = \"Verschrieben\"\n\n{good}"
        ),
    );
    let ran = home.run(&["fetch", "--now"]).status(1).ok();
    assert!(ran.stderr.contains("Verschrieben (http://127.0.0.1:99999/rss)"), "{}", ran.stderr);
    assert!(ran.stderr.contains("invalid port"), "{}", ran.stderr);
    assert!(ran.stderr.contains("2 feeds"), "{}", ran.stderr);
    assert_eq!(home.run(&["list", "--json"]).ok().json().len(), 2);
    let told = home.run(&["config", "check"]).status(2).ok();
    assert!(told.stderr.contains("config.toml:2:"), "{}", told.stderr);
}

#[test]
fn a_damaged_archive_is_kept_and_what_is_readable_saved() {
    let home = Home::with_feed();
    home.run(&["mark", "star", "Brand"]).ok();
    let path = home.path("data/umland.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..100].fill(0);
    fs::write(&path, &bytes).unwrap();
    let ran = home.run(&["list", "starred"]).ok();
    assert!(ran.stdout.contains("Brand in Lagerhalle"), "{}", ran.stdout);
    assert!(ran.stderr.contains("damaged-") && ran.stderr.contains("1 starred"), "{}", ran.stderr);
    let kept = fs::read_dir(home.path("data")).unwrap().map(|f| f.unwrap().path());
    let kept: Vec<_> = kept.filter(|p| p.to_string_lossy().contains("umland.damaged-")).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(fs::read(&kept[0]).unwrap(), bytes);
    assert_eq!(home.run(&["list"]).german().ok().stderr, "");
}
