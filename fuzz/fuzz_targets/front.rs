//! The inside of a feed: a charset from the first byte, the rest as an entry's title and body, so that the fuzzer need not
//! find out first what a feed looks like.
#![no_main]

use libfuzzer_sys::fuzz_target;
use umland::domain::Timestamp;
use umland::parse::{self, Context, plain, sanitise};

const CHARSETS: [&str; 6] =
    ["utf-8", "iso-8859-1", "utf-16", "shift_jis", "nonsense", "windows-1251"];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let charset = CHARSETS[usize::from(*first) % CHARSETS.len()];
    let mut document = b"<rss><channel><item><title>".to_vec();
    document.extend_from_slice(rest);
    document.extend_from_slice(b"</title><description>");
    document.extend_from_slice(rest);
    document.extend_from_slice(b"</description></item></channel></rss>");
    let content_type = format!("text/xml; charset={charset}");
    let context = Context::new(Timestamp(1_795_521_600));
    let _ = parse::feed(&document, Some(&content_type), None, &context);
    let html = String::from_utf8_lossy(rest);
    let once = sanitise::sanitise(&html);
    assert_eq!(sanitise::sanitise(&once), once);
    let _ = plain::text_of_html(&html);
});
