//! What is written about the program is what the program says: the README's keys, the manual page, the help. `BLESS=1`
//! rewrites them.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

use umland::cli::keys;
use umland::lang::Lang;

/// Compares a file; `BLESS=1` rewrites it.
fn check(path: &str, found: &str) {
    let path = Path::new(path);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == found,
        "{} is out of date: BLESS=1 cargo test --test docs",
        path.display()
    );
}

/// What the program prints.
fn printed(args: &[&str], locale: &str) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_umland"))
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", locale)
        .args(args)
        .output()
        .unwrap();
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// The text between two markers replaced.
fn between(text: &str, name: &str, new: &str) -> String {
    let (begin, end) = (format!("<!-- {name}:begin -->"), format!("<!-- {name}:end -->"));
    let start = text.find(&begin).unwrap_or_else(|| panic!("{begin} is missing")) + begin.len();
    let stop = text.find(&end).unwrap_or_else(|| panic!("{end} is missing"));
    format!("{}\n{new}\n{}", &text[..start], &text[stop..])
}

#[test]
fn the_readme_lists_the_keys() {
    let readme = fs::read_to_string("README.md").unwrap();
    check("README.md", &between(&readme, "keys", &keys::markdown(Lang::En)));
}

#[test]
fn the_manual_page_is_committed() {
    check("docs/man/umland.1", &printed(&["man"], "C.UTF-8"));
    check("docs/man/de/umland.1", &printed(&["man"], "de_DE.UTF-8"));
}

#[test]
fn the_help_is_committed() {
    let commands = [
        "fetch",
        "list",
        "show",
        "search",
        "status",
        "mark",
        "undo",
        "redo",
        "rules",
        "add",
        "remove",
        "import",
        "export",
        "parse",
        "extract",
        "config",
        "doctor",
        "backup",
        "completions",
        "man",
        "demo",
    ];
    for (locale, name) in [("C.UTF-8", "en"), ("de_DE.UTF-8", "de")] {
        let mut all = printed(&["--help"], locale);
        for command in commands {
            let help = printed(&[command, "--help"], locale);
            all.push_str(&["\n--- umland ", command, "\n", help.as_str()].concat());
        }
        check(&format!("tests/fixtures/cli/help-{name}.txt"), &all);
    }
}
