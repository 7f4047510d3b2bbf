//! Repairs on JSON text: a document that breaks off, and halves of surrogate pairs.

use std::borrow::Cow;

use serde_json::Value;

/// Reads a document that breaks off: its last open item is dropped and the brackets are closed. None when no complete
/// item is there.
pub(crate) fn items_of_a_torso(text: &str) -> Option<Value> {
    let cut = last_complete_item(text)?;
    let mended = text[..cut.end].trim_end().trim_end_matches(',').to_owned() + "]}";
    serde_json::from_str(&mended).ok()
}

/// Where the last complete element of the array `items` at the top level ends.
struct Cut {
    end: usize,
}

fn last_complete_item(text: &str) -> Option<Cut> {
    let mut depth = 0u32;
    let mut in_string = false;
    let mut escaped = false;
    let mut string_start = 0;
    let mut last_string = "";
    let mut in_items = false;
    let mut end = None;
    for (i, b) in text.bytes().enumerate() {
        if in_string {
            match b {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    in_string = false;
                    last_string = &text[string_start..i];
                }
                _ => {}
            }
            continue;
        }
        match b {
            b'"' => {
                in_string = true;
                string_start = i + 1;
            }
            b'{' | b'[' => {
                in_items |= b == b'[' && depth == 1 && last_string == "items";
                depth += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if in_items && depth == 2 && b == b'}' {
                    end = Some(Cut { end: i + 1 });
                }
                if in_items && depth == 1 {
                    return end; // the array ends: what is broken stands behind it
                }
            }
            _ => {}
        }
    }
    end
}

/// Replaces `\ud800`…`\udfff` that are no pair by the replacement character: `serde_json` refuses the whole text for one.
pub(crate) fn without_lone_surrogates(text: &str) -> Cow<'_, str> {
    if !text.contains("\\ud") && !text.contains("\\uD") {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let unit = |at: usize| {
        let digits =
            (bytes.get(at..at + 2) == Some(b"\\u")).then(|| text.get(at + 2..at + 6))??;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] != b'\\' {
            i += 1;
            continue;
        }
        match unit(i) {
            Some(0xD800..=0xDBFF) if matches!(unit(i + 6), Some(0xDC00..=0xDFFF)) => i += 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str(&text[from..i]);
                out.push('\u{fffd}');
                i += 6;
                from = i;
            }
            _ => i += 2,
        }
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complete_items_of_a_torso_are_kept() {
        let whole =
            r#"{"version":"x","title":"T ]} \" ","items":[{"id":"1","tags":["a"]},{"id":"2","#;
        let value = items_of_a_torso(whole).unwrap();
        assert_eq!(value["items"].as_array().unwrap().len(), 1);
        assert_eq!(value["title"], "T ]} \" ");
        assert_eq!(items_of_a_torso(r#"{"version":"x","items":[{"id":"1""#), None);
        let comma = r#"{"items":[{"id":"1"},]}"#;
        assert_eq!(items_of_a_torso(comma).unwrap()["items"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_kept() {
        for (text, want) in [
            (r#""a\ud800b""#, "\"a\u{fffd}b\""),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\\ud800""#, r#""\\ud800""#),
            (r#""\udc00\ud8""#, "\"\u{fffd}\\ud8\""),
        ] {
            assert_eq!(without_lone_surrogates(text), want, "{text}");
        }
    }
}
