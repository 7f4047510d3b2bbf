//! Durations as people write them: `90s`, `30m`, `2h`, `1d`, `1h30m`.

const UNITS: &[(char, u32)] = &[('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Reads a duration into seconds: numbers, each with a unit, from the largest unit to the smallest. `None` when it is
/// something else or does not fit.
pub fn parse(text: &str) -> Option<u32> {
    let mut total = 0u32;
    let mut rest = text.trim();
    let mut units = UNITS.iter();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: u32 = rest[..end].parse().ok()?;
        let letter = rest[end..].chars().next()?;
        let (_, seconds) = units.find(|(unit, _)| *unit == letter)?;
        total = total.checked_add(number.checked_mul(*seconds)?)?;
        rest = rest[end + letter.len_utf8()..].trim_start();
    }
    Some(total)
}

/// Prints seconds as a duration that [`parse`] reads back.
pub fn print(seconds: u32) -> String {
    let mut rest = seconds;
    let mut out = String::new();
    for (unit, size) in UNITS {
        let n = rest / size;
        rest %= size;
        if n > 0 {
            out.push_str(&n.to_string());
            out.push(*unit);
        }
    }
    if out.is_empty() { "0s".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        for (text, want) in [
            ("90s", Some(90)),
            ("30m", Some(1_800)),
            ("2h", Some(7_200)),
            (" 1h 30m ", Some(5_400)),
            ("1d", Some(86_400)),
            ("0s", Some(0)),
            ("30", None),
            ("", None),
            ("m", None),
            ("30m2h", None),
            ("1h1h", None),
            ("2 Stunden", None),
            ("99999999d", None),
        ] {
            assert_eq!(parse(text), want, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_printed_is_read_back(seconds: u32) {
            proptest::prop_assert_eq!(parse(&print(seconds)), Some(seconds));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,12}") {
            let _ = parse(&text);
        }
    }
}
