//! `file:` feeds: read from the disk with the same limits as from the network.

use std::fs::File;
use std::io::Read;
use std::time::UNIX_EPOCH;

use url::Url;

use crate::domain::{Fault, FaultKind, Validators};
use crate::fetch::coding::Decoder;
use crate::fetch::outcome::{Fresh, NotModified, Outcome, Place};

/// Reads the file, on this thread. Size and time of change serve as validator.
pub(super) fn read(url: &Url, validators: &Validators, limit: usize) -> Outcome {
    read_inner(url, validators, limit).unwrap_or_else(Outcome::Failed)
}

fn read_inner(url: &Url, validators: &Validators, limit: usize) -> Result<Outcome, Fault> {
    let fault = |detail: &str| Fault::new(FaultKind::File, detail);
    let io_fault = |e: std::io::Error| fault(&e.to_string());
    let path = url.to_file_path().map_err(|()| fault("not a path on this machine"))?;
    let meta = std::fs::metadata(&path).map_err(io_fault)?;
    if !meta.is_file() {
        return Err(fault("not a file"));
    }
    if meta.len() > limit as u64 {
        return Err(Fault::new(FaultKind::TooLarge, &format!("{} bytes", meta.len())));
    }
    let changed = meta.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    let mark = changed.map(|t| format!("{}-{}", meta.len(), t.as_nanos()));
    let new = Validators { etag: mark, last_modified: None, from: Some(url.as_str().to_owned()) };
    if new.etag.is_some() && new.etag == validators.etag {
        return Ok(Outcome::NotModified(Box::new(NotModified {
            permanent_url: None,
            validators: new,
            fresh_for: None,
        })));
    }
    let mut decoder = Decoder::new("", limit)?;
    let mut bytes = Vec::new();
    let file = File::open(&path).map_err(io_fault)?;
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(io_fault)?;
    decoder.write(&bytes)?;
    Ok(Outcome::Fresh(Box::new(Fresh {
        http: 0,
        body: decoder.finish()?,
        content_type: String::new(),
        final_url: url.as_str().to_owned(),
        permanent_url: None,
        validators: new,
        fresh_for: None,
        place: Place::default(),
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_once_until_it_changes() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("ä feed.xml");
        std::fs::write(&path, "<rss/>").expect("written");
        let url = Url::from_file_path(&path).expect("absolute");
        let Outcome::Fresh(fresh) = read(&url, &Validators::default(), 100) else {
            panic!("fresh")
        };
        assert_eq!(fresh.body, b"<rss/>");
        assert!(matches!(read(&url, &fresh.validators, 100), Outcome::NotModified(_)));
        std::fs::write(&path, "<rss></rss>").expect("written");
        assert!(matches!(read(&url, &fresh.validators, 100), Outcome::Fresh(_)));
    }

    #[test]
    fn what_cannot_be_read_is_a_fault() {
        let dir = tempfile::tempdir().expect("a directory");
        let kind = |url: &Url, limit| match read(url, &Validators::default(), limit) {
            Outcome::Failed(fault) => fault.kind,
            other => panic!("{other:?}"),
        };
        let here = Url::from_file_path(dir.path()).expect("absolute");
        assert_eq!(kind(&here, 100), FaultKind::File);
        let missing = Url::from_file_path(dir.path().join("no")).expect("absolute");
        assert_eq!(kind(&missing, 100), FaultKind::File);
        std::fs::write(dir.path().join("big"), "12345").expect("written");
        let big = Url::from_file_path(dir.path().join("big")).expect("absolute");
        assert_eq!(kind(&big, 4), FaultKind::TooLarge);
        let elsewhere = Url::parse("file://server/share/feed.xml").expect("a URL");
        assert_eq!(kind(&elsewhere, 100), FaultKind::File);
    }
}
