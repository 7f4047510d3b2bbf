//! The architecture as a test: who may name whom, which outside crate may be seen where, how long a file may be. Each
//! rule is itself tested by a planted violation.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module → modules that it may name, in the order of the layers. A module may only name modules that stand above it.
const LAYERS: &[(&str, &str)] = &[
    ("text", ""),
    ("domain", "text"),
    ("lang", ""),
    ("words", "text domain lang"),
    ("query", "text domain lang"),
    ("action", ""),
    ("theme", ""),
    ("keys", "action"),
    ("opml", "domain text"),
    ("gazetteer", "text domain"),
    ("catalogue", "domain text gazetteer"),
    ("place", "domain text gazetteer"),
    ("story", "domain text"),
    ("agenda", "domain text"),
    ("chart", "domain"),
    ("schedule", "domain"),
    ("parse", "domain text"),
    ("article", "domain text"),
    ("typeset", "domain text article"),
    ("export", "domain text lang words article typeset"),
    ("config", "domain text lang query action keys theme export"),
    ("store", "domain text query"),
    ("fetch", "domain text schedule"),
    ("refresh", "domain text query gazetteer catalogue place schedule parse article store fetch"),
    ("desktop", "text"),
    ("images", "domain text"),
    ("demo", "domain text"),
    ("app", "text domain lang words query action keys theme chart typeset export"),
    ("view", "text domain lang words query action keys theme chart typeset app"),
    ("term", "domain keys theme text"),
    (
        "runtime",
        "text domain lang words query action theme keys gazetteer catalogue place story agenda schedule article typeset export config \
         store fetch refresh desktop images app view term",
    ),
    (
        "cli",
        "text domain lang words query action theme keys opml gazetteer catalogue place chart schedule parse article typeset export config \
         store fetch refresh desktop demo \
         term runtime",
    ),
    ("main", "cli lang"),
];

/// Outside crate → modules that may see it. A crate that does not stand here may be seen by nobody.
const CRATES: &[(&str, &str)] = &[
    ("anyhow", "cli main"),
    ("brotli_decompressor", "fetch"),
    ("bytes", "fetch demo"),
    ("chardetng", "parse"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("crossterm", "term"),
    ("dom_query", "article fetch"),
    ("dom_smoothie", "article"),
    ("encoding_rs", "parse article fetch"),
    ("etcetera", "config"),
    ("feed_rs", "parse"),
    ("flate2", "fetch"),
    ("fluent_bundle", "lang"),
    ("fst", "gazetteer"),
    ("futures_util", "fetch refresh runtime term demo cli"),
    ("html2text", "article"),
    ("image", "images"),
    ("http_body_util", "demo"),
    ("hyper", "demo"),
    ("hyper_util", "demo"),
    ("hypher", "typeset"),
    ("imara_diff", "text"),
    ("jiff", "text query agenda parse fetch article cli config demo"),
    ("lz4_flex", "store"),
    ("memchr", "parse text"),
    ("nucleo_matcher", "app"),
    ("open", "desktop"),
    ("quick_xml", "parse opml"),
    ("ratatui", "view runtime images"),
    ("ratatui_image", "images"),
    ("reqwest", "fetch"),
    ("rusqlite", "store"),
    ("rustc_hash", "place refresh"),
    ("rustix", "term cli"),
    ("rustls", "fetch"),
    ("serde", "config cli"),
    ("serde_json", "cli demo parse store article"),
    ("simdutf8", "parse"),
    ("siphasher", "parse article store text images"),
    ("tempfile", "config demo store cli images"),
    ("textwrap", "typeset"),
    (
        "thiserror",
        "export domain text keys opml parse article config store fetch refresh desktop demo images term runtime",
    ),
    ("tokio", "runtime refresh fetch store desktop term cli demo"),
    ("tokio_util", "runtime refresh fetch cli demo"),
    ("toml_edit", "config theme"),
    ("tracing", "fetch refresh store runtime cli term desktop config images"),
    ("tracing_subscriber", "cli"),
    ("unic_langid", "lang"),
    ("unicode_segmentation", "text typeset"),
    ("unicode_width", "text typeset"),
    ("web_atoms", "parse"),
    ("zip", "export"),
    ("url", "domain parse article fetch opml config desktop demo text"),
    ("xterm_color", "term"),
];

/// Files above the limit, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[];
const MAX_LINES: usize = 400;
const MAX_MAIN_LINES: usize = 60;

fn words(list: &str) -> Vec<&str> {
    list.split_whitespace().collect()
}

fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file: without comments and without its tests.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The names that stand before `::` at the start of a path, such as `tokio` in `tokio::spawn`.
fn path_heads(code: &str) -> Vec<&str> {
    let mut heads = Vec::new();
    for (at, _) in code.match_indices("::") {
        let before = &code[..at];
        let start = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |i| i + 1);
        if !before[..start].ends_with("::") && !before[start..].is_empty() {
            heads.push(&before[start..]);
        }
    }
    heads
}

/// The modules of umland that the code names: `crate::x` and `crate::{x, y}`.
fn named_modules(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, head) in code.match_indices("crate::") {
        let rest = &code[at + head.len()..];
        let Some(inner) = rest.strip_prefix('{') else {
            found.push(
                rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap().to_owned(),
            );
            continue;
        };
        let mut depth = 0usize;
        let mut word = String::new();
        for c in inner.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => found.push(std::mem::take(&mut word)),
                _ if depth == 0 => word.push(c),
                _ => {}
            }
        }
        found.push(word);
    }
    found
        .iter()
        .map(|w| w.trim().split("::").next().unwrap().trim().to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

/// All faults of a source tree.
fn faults(src: &Path) -> Vec<String> {
    let layers: BTreeMap<&str, Vec<&str>> =
        LAYERS.iter().map(|(m, may)| (*m, words(may))).collect();
    let mut files = Vec::new();
    rust_files(src, &mut files);
    let mut faults = Vec::new();
    for path in files {
        let relative = path.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
        let source = fs::read_to_string(&path).unwrap();
        let module = relative.split('/').next().unwrap().trim_end_matches(".rs");
        let mut fault = |what: String| faults.push(format!("{relative}: {what}"));
        if !source.starts_with("//!") {
            fault("does not open with //!".to_owned());
        }
        let limit = if relative == "main.rs" { MAX_MAIN_LINES } else { MAX_LINES };
        let n_lines = source.lines().count();
        if n_lines > limit && !LONG_FILES.iter().any(|(file, _)| *file == relative) {
            fault(format!("{n_lines} lines, more than {limit}"));
        }
        if source.contains("super::super") {
            fault("names super::super".to_owned());
        }
        let code = code(&source);
        if code.contains(".unwrap()") {
            fault("calls unwrap".to_owned());
        }
        if module == "lib" {
            continue;
        }
        let Some(may) = layers.get(module) else {
            fault(format!("module {module} does not stand in LAYERS"));
            continue;
        };
        for named in named_modules(&code) {
            if named != module
                && layers.contains_key(named.as_str())
                && !may.contains(&named.as_str())
            {
                fault(format!("{module} may not name {named}"));
            }
        }
        for head in path_heads(&code) {
            let row = CRATES.iter().find(|(name, _)| *name == head);
            if row.is_some_and(|(_, seen_by)| !words(seen_by).contains(&module)) {
                fault(format!("{module} may not see the crate {head}"));
            }
        }
    }
    faults
}

#[test]
fn the_tree_keeps_its_rules() {
    let found = faults(Path::new("src"));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_module_names_only_modules_above_it() {
    for (i, (module, may)) in LAYERS.iter().enumerate() {
        for named in words(may) {
            assert!(
                LAYERS[..i].iter().any(|(m, _)| *m == named),
                "{module} names {named}, which stands below it"
            );
        }
    }
}

#[test]
fn every_dependency_has_a_row() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let dependencies =
        manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    for line in dependencies.lines().filter(|l| l.contains('=') && !l.starts_with('#')) {
        let name = line.split('=').next().unwrap().trim().replace('-', "_");
        assert!(CRATES.iter().any(|(c, _)| *c == name), "{name} does not stand in CRATES");
    }
}

/// Plants `source` as `file` in an empty tree and returns the faults.
fn planted(file: &str, source: &str) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, source).unwrap();
    faults(dir.path())
}

#[test]
fn each_planted_violation_is_found() {
    let long = format!("//! x\n{}", "fn f() {}\n".repeat(MAX_LINES));
    let cases = [
        ("text/a.rs", "//! x\nuse crate::store::Store;\n", "text may not name store"),
        (
            "app/a.rs",
            "//! x\nuse crate::{domain::{self, Entry}, fetch::Client};\n",
            "app may not name fetch",
        ),
        (
            "store/a.rs",
            "//! x\nfn f() { reqwest::get(); }\n",
            "store may not see the crate reqwest",
        ),
        ("view/a.rs", "use crate::app::State;\n", "does not open with //!"),
        ("keys/a.rs", "//! x\nuse super::super::x;\n", "names super::super"),
        ("keys/b.rs", "//! x\nfn f() { g().unwrap(); }\n", "calls unwrap"),
        ("parse/long.rs", long.as_str(), "more than"),
        ("stray/a.rs", "//! x\n", "does not stand in LAYERS"),
    ];
    for (file, source, want) in cases {
        let found = planted(file, source);
        assert!(found.iter().any(|f| f.starts_with(file) && f.contains(want)), "{file}: {found:?}");
    }
    let innocent = "//! x\n// reqwest::get\nuse crate::text::Clean;\n#[cfg(test)]\nmod tests { fn f() { g().unwrap(); } }\n";
    assert_eq!(planted("store/a.rs", innocent), Vec::<String>::new());
}
