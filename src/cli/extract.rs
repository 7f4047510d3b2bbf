//! `umland extract`: the article of a web page's file, or of a directory of them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::args::{Extract, ExtractFormat};
use super::exit::{Exit, Failure, Result};
use super::houses::Houses;
use super::import::read;
use super::out::{Out, harmless, talk};
use super::world::World;
use crate::article::{self, Extracted, Hints};
use crate::lang::Lang;
use crate::text::guard;
use crate::tr;

/// Pages are built by strangers: a thread gets the stack that the main thread has.
const STACK: usize = 8 << 20;

pub(super) fn run(args: &Extract, world: &World, out: &mut Out) -> Result {
    if let (Some(dir), Some(to)) = (&args.batch, &args.out) {
        return batch(dir, to, args.format, world.lang);
    }
    // clap has made sure of both.
    let (Some(file), Some(url)) = (&args.file, &args.url) else { return Ok(Exit::Faults) };
    let bytes = read(file, world.lang)?;
    let Some(extracted) = extracted(&bytes, url) else {
        talk(&tr!(world.lang, "cli-no-article", path = file.display().to_string()));
        return Ok(Exit::Faults);
    };
    let found = !extracted.article.blocks.is_empty();
    out.text(&printed(&extracted, args.format))?;
    if !found {
        talk(&tr!(world.lang, "cli-no-article", path = file.display().to_string()));
    }
    Ok(if found { Exit::Well } else { Exit::Faults })
}

/// Every page of a directory, on all cores.
fn batch(dir: &Path, to: &Path, format: ExtractFormat, lang: Lang) -> Result {
    let said = |path: &Path, cause: &std::io::Error| {
        let (path, cause) = (path.display().to_string(), cause.to_string());
        Failure::Said(tr!(lang, "cli-unreadable", path = path, cause = cause))
    };
    let urls = urls(&dir.join("urls.tsv"), lang)?;
    let mut pages: Vec<PathBuf> = fs::read_dir(dir)
        .map_err(|cause| said(dir, &cause))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect();
    pages.sort();
    fs::create_dir_all(to).map_err(|cause| said(to, &cause))?;
    let houses = Houses::of(pages.iter().filter_map(|page| Some(urls.get(&name(page))?.as_str())));
    let next = AtomicUsize::new(0);
    let faults = AtomicUsize::new(0);
    let told = |outcome: std::result::Result<(), String>| {
        if let Err(words) = outcome {
            faults.fetch_add(1, Ordering::Relaxed);
            talk(&words);
        }
    };
    let work = || {
        while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            told(one(page, &urls, &houses, to, format, lang));
        }
    };
    let cores = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let started = (0..cores).filter_map(|_| {
            let thread = thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, work).ok()
        });
        if started.count() == 0 {
            work(); // no thread to be had: then here
        }
    });
    for (target, found) in houses.finish() {
        told(write(&target, &found, format, lang));
    }
    let faults = faults.into_inner();
    talk(&tr!(lang, "cli-extracted", n = pages.len() - faults, failed = faults));
    Ok(if faults > 0 || pages.is_empty() { Exit::Faults } else { Exit::Well })
}

/// Extracts one page into its file, or keeps it until all of its publisher's are there; a fault in words.
fn one(
    page: &Path,
    urls: &HashMap<String, String>,
    houses: &Houses,
    to: &Path,
    format: ExtractFormat,
    lang: Lang,
) -> std::result::Result<(), String> {
    let bytes = fs::read(page).map_err(|cause| unreadable(page, &cause, lang))?;
    let name = name(page);
    let url = urls.get(&name).map_or("", String::as_str);
    let extracted = extracted(&bytes, url)
        .ok_or_else(|| tr!(lang, "cli-no-article", path = page.display().to_string()))?;
    let extension = match format {
        ExtractFormat::Text => "txt",
        ExtractFormat::Json => "json",
    };
    let target = to.join(format!("{name}.{extension}"));
    match houses.keep(url, target, extracted) {
        Some((target, extracted)) => write(&target, &extracted, format, lang),
        None => Ok(()),
    }
}

fn write(
    target: &Path,
    found: &Extracted,
    format: ExtractFormat,
    lang: Lang,
) -> std::result::Result<(), String> {
    fs::write(target, printed(found, format)).map_err(|cause| unreadable(target, &cause, lang))
}

fn unreadable(path: &Path, cause: &std::io::Error, lang: Lang) -> String {
    let (path, cause) = (path.display().to_string(), cause.to_string());
    tr!(lang, "cli-unreadable", path = path, cause = cause)
}

/// A page's name in `urls.tsv`.
fn name(page: &Path) -> String {
    page.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Name → address, from `urls.tsv`; a name may carry its `.html`. Without the file no page has an address.
fn urls(path: &Path, lang: Lang) -> Result<HashMap<String, String>> {
    if !path.exists() {
        return Ok(HashMap::new());
    }
    let text = String::from_utf8_lossy(&read(path, lang)?).into_owned();
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    Ok(pairs
        .map(|(name, url)| (name.trim_end_matches(".html").to_owned(), url.trim().to_owned()))
        .collect())
}

/// The article of a page; none when extracting it failed for a fault of umland.
fn extracted(bytes: &[u8], url: &str) -> Option<Extracted> {
    let html = article::decode(bytes, "");
    guard::guarded(|| article::from_page(&html, url, &Hints::default())).ok()
}

fn printed(extracted: &Extracted, format: ExtractFormat) -> String {
    match format {
        ExtractFormat::Text => {
            let text = article::plain(&extracted.article);
            if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
        }
        ExtractFormat::Json => harmless(&article::extract_json(extracted).to_string()) + "\n",
    }
}
