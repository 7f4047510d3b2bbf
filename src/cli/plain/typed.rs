//! What was typed at the prompt of the plain reader. Pure.

/// A wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Typed {
    /// Nothing but Enter: on.
    On,
    /// Read the entry with this number.
    Read(usize),
    /// The next unread article.
    NextUnread,
    /// The page of headlines before.
    Back,
    /// The headlines again.
    List,
    /// Read ⇄ unread; of the article shown when there is no number.
    Toggle(Option<usize>),
    /// Star ⇄ no star.
    Star(Option<usize>),
    /// Open in the browser.
    Browser(Option<usize>),
    /// Say the link.
    Link(Option<usize>),
    /// Mark the whole list read.
    MarkList,
    /// Undo.
    Undo,
    /// Only unread ⇄ all.
    HideRead,
    /// Only what holds these words; all when there are none.
    Find(String),
    /// The feeds, or the one with this number.
    Feeds(Option<usize>),
    /// Where the list plays, by bearing; or only what plays in the place with this number.
    Places(Option<usize>),
    /// Every feed again.
    All,
    /// Fetch what is new.
    Refresh,
    /// The commands.
    Help,
    /// Leave.
    Quit,
}

/// What a line means; none when it means nothing. The letters are those of the reader's keys.
pub(super) fn typed(line: &str) -> Option<Typed> {
    let line = line.trim();
    if line.is_empty() {
        return Some(Typed::On);
    }
    if let Some(words) = line.strip_prefix('/') {
        return Some(Typed::Find(words.trim().to_owned()));
    }
    if let Ok(number) = line.parse() {
        return Some(Typed::Read(number));
    }
    let letter = line.chars().next()?;
    let rest = line[letter.len_utf8()..].trim();
    let number = if rest.is_empty() { None } else { Some(rest.parse().ok()?) };
    let with_number = match letter {
        'm' => Some(Typed::Toggle(number)),
        's' => Some(Typed::Star(number)),
        'o' => Some(Typed::Browser(number)),
        'y' => Some(Typed::Link(number)),
        'f' => Some(Typed::Feeds(number)),
        'g' => Some(Typed::Places(number)),
        _ => None,
    };
    if with_number.is_some() || number.is_some() {
        return with_number;
    }
    match letter {
        'n' => Some(Typed::NextUnread),
        'b' => Some(Typed::Back),
        'l' => Some(Typed::List),
        'A' => Some(Typed::MarkList),
        'u' => Some(Typed::Undo),
        'H' => Some(Typed::HideRead),
        'a' => Some(Typed::All),
        'r' | 'R' => Some(Typed::Refresh),
        '?' | 'h' => Some(Typed::Help),
        'q' | 'Q' => Some(Typed::Quit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_mean_what_the_help_says() {
        let cases = [
            ("", Some(Typed::On)),
            (" 12 ", Some(Typed::Read(12))),
            ("m", Some(Typed::Toggle(None))),
            ("m 3", Some(Typed::Toggle(Some(3)))),
            ("s3", Some(Typed::Star(Some(3)))),
            ("f 2", Some(Typed::Feeds(Some(2)))),
            ("g", Some(Typed::Places(None))),
            ("/ Linden Markt", Some(Typed::Find("Linden Markt".to_owned()))),
            ("/", Some(Typed::Find(String::new()))),
            ("q", Some(Typed::Quit)),
            ("n 3", None),
            ("m drei", None),
            ("äh", None),
        ];
        for (line, want) in cases {
            assert_eq!(typed(line), want, "{line:?}");
        }
    }
}
