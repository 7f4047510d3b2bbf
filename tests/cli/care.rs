//! Faults that must not spread: of one feed's address, of a damaged archive; and what looks after the archive.

use std::fs;

use crate::home::Home;

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
    let kept: Vec<_> = kept
        .filter(|p| {
            p.to_string_lossy().contains("umland.damaged-") && p.extension().unwrap() == "db"
        })
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(fs::read(&kept[0]).unwrap(), bytes);
    assert_eq!(home.run(&["list"]).german().ok().stderr, "");
}

#[test]
fn the_doctor_finds_what_is_wrong_and_says_what_helps() {
    let home = Home::with_feed();
    let ran = home.run(&["doctor", "--json"]).ok();
    let found = ran.json();
    let state = |found: &[serde_json::Value], check: &str| {
        let of = |line: &&serde_json::Value| line["check"] == check;
        found.iter().find(of).map(|line| line["state"].as_str().unwrap().to_owned())
    };
    for check in ["config", "archive", "counts", "index", "feeds", "permissions"] {
        assert_eq!(state(&found, check).as_deref(), Some("ok"), "{check}: {}", ran.stdout);
    }
    assert_eq!(found.last().unwrap()["summary"]["faults"], 0);

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let archive = home.path("data/umland.db");
        fs::set_permissions(&archive, fs::Permissions::from_mode(0o644)).unwrap();
        let ran = home.run(&["doctor"]).german().status(1).ok();
        assert!(ran.stdout.contains("umland.db (644)"), "{}", ran.stdout);
        assert!(ran.stdout.contains("chmod go-rwx"), "{}", ran.stdout);
    }
    home.write("config.toml", "[ui]\nfarbe = 1\n");
    let found = home.run(&["doctor", "--json"]).status(2).ok().json();
    assert_eq!(state(&found, "config").as_deref(), Some("unusable"));
}

#[test]
fn the_doctor_tells_a_damaged_archive_and_leaves_the_rest_to_the_next_start() {
    let home = Home::with_feed();
    let path = home.path("data/umland.db");
    let _ = fs::remove_file(path.with_extension("db-wal"));
    fs::write(&path, vec![7; 9000]).unwrap();
    let ran = home.run(&["doctor"]).status(2).ok();
    assert!(ran.stdout.contains("damaged"), "{}", ran.stdout);
    assert_eq!(fs::read(&path).unwrap(), vec![7; 9000]);
    home.run(&["fetch"]).ok();
    let ran = home.run(&["doctor"]).ok();
    assert!(ran.stdout.contains("umland.damaged-"), "{}", ran.stdout);
}

#[test]
fn a_backup_is_whole_private_and_overwrites_nothing() {
    let home = Home::with_feed();
    home.run(&["mark", "star", "Brand"]).ok();
    let copy = home.path("copy.db");
    let args = ["backup", copy.to_str().unwrap()];
    let ran = home.run(&args).ok();
    assert!(ran.stderr.contains("copied and verified"), "{}", ran.stderr);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let before = fs::read(&copy).unwrap();
    home.run(&args).status(2).ok();
    assert_eq!(fs::read(&copy).unwrap(), before);
    // Put in the archive's place, it is the archive.
    fs::remove_dir_all(home.path("data")).unwrap();
    fs::create_dir(home.path("data")).unwrap();
    fs::copy(&copy, home.path("data/umland.db")).unwrap();
    assert!(home.run(&["list", "starred"]).ok().stdout.contains("Brand in Lagerhalle"));
    home.run(&["backup", "/nowhere/at/all.db"]).status(2).ok();
}

#[test]
fn nobody_was_contacted_for_a_local_file() {
    let home = Home::with_feed();
    let ran = home.run(&["status", "--hosts"]).status(1).ok();
    assert!(ran.stderr.contains("No host"), "{}", ran.stderr);
    assert_eq!(ran.stdout, "");
}
