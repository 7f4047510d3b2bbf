//! What a letter folds to, and when an e is only the spelled-out dots of an umlaut. Pure.

/// Folds letter by letter. The two letters put out last decide whether an e is the spelled-out dots of an umlaut.
#[derive(Default)]
pub(super) struct Folder {
    last: Option<char>,
    before: Option<char>,
}

impl Folder {
    #[inline]
    pub(super) fn push(&mut self, c: char, mut put: impl FnMut(char)) {
        // Nearly every letter is one of these.
        match c {
            'a'..='z' => self.put(c, &mut put),
            'A'..='Z' => self.put(c.to_ascii_lowercase(), &mut put),
            'ä' | 'Ä' => self.put('a', &mut put),
            'ö' | 'Ö' => self.put('o', &mut put),
            'ü' | 'Ü' => self.put('u', &mut put),
            _ => each_letter(c, |letter| self.put(letter, &mut put)),
        }
    }

    #[inline]
    fn put(&mut self, c: char, put: &mut impl FnMut(char)) {
        if c == 'e' && takes_e(self.last, self.before) {
            return;
        }
        put(c);
        self.before = self.last.replace(c);
    }
}

/// Whether an e after these two folded letters belongs to an umlaut: *Mueller*, but not *Bauer*, *Quelle*.
pub(super) fn takes_e<C: Into<char> + Copy>(last: Option<C>, before: Option<C>) -> bool {
    match last.map(Into::into) {
        Some('a' | 'o') => true,
        Some('u') => {
            !matches!(before.map(Into::into), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'q'))
        }
        _ => false,
    }
}

/// The letters that a character folds to, if any.
pub(super) fn each_letter(c: char, mut put: impl FnMut(char)) {
    if c.is_ascii() {
        put(if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() });
        return;
    }
    for lower in c.to_lowercase() {
        match lower {
            _ if vanishes(lower) => {}
            'ß' => "ss".chars().for_each(&mut put),
            'þ' => "th".chars().for_each(&mut put),
            'ŋ' => "ng".chars().for_each(&mut put),
            'ĳ' => "ij".chars().for_each(&mut put),
            'ﬁ' => "fi".chars().for_each(&mut put),
            'ﬂ' => "fl".chars().for_each(&mut put),
            _ if lower.is_whitespace() => put(' '),
            _ => put(base_letter(lower)),
        }
    }
}

/// Whether a character is no letter of its own: a mark on the one before it, or a hint where a word may break or join.
fn vanishes(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200c}'
            | '\u{200d}'
            | '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// The letter under the marks of a lower case letter (Latin-1, Latin Extended-A, Vietnamese and Romanian; ligatures).
fn base_letter(c: char) -> char {
    match c {
        'à'..='å' | 'æ' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǻ' | 'ǽ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'œ' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ς' => 'σ',
        'ё' => 'е',
        other => other,
    }
}
