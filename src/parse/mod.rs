//! Bytes → charset → repaired document → feed-rs → what feed-rs drops → (`ParsedFeed`, warnings).
