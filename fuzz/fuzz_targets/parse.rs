//! Any bytes as a feed document: parsed soundly or refused, never a panic, and the same every time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use umland::domain::Timestamp;
use umland::parse::{self, Context};

fuzz_target!(|bytes: &[u8]| {
    let context = Context::new(Timestamp(1_795_521_600));
    let Ok((feed, warnings)) = parse::feed(bytes, None, Some("https://z.example/feed"), &context)
    else {
        return;
    };
    let mut ids = std::collections::HashSet::new();
    for entry in &feed.entries {
        assert!(!entry.guid.is_empty() && ids.insert(&entry.guid), "{}", entry.guid);
    }
    let json = parse::json_out::json_feed(&feed, &warnings).to_string();
    assert!(!json.chars().any(|c| c.is_control()));
});
