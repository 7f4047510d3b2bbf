//! Subscription lists of others: OPML and newsboat's `urls`, tolerant in, strict out.
