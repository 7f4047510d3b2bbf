//! The command line of the reader: `[COUNT] NAME [ARGUMENT]`. A name is that of an action or of a command of the table
//! below, or the beginning of exactly one; the argument is the rest of the line. Parsing is pure; what a name of a feed or
//! a theme means is asked of the state when the command is done.
//!
//! **Invariant:** every command has words in both languages under `command-<name>`, with `!` left out.

pub mod complete;
pub mod fault;
pub mod line;
pub mod run;

use crate::action::{ACTIONS, Action};
use crate::text::nearest;
pub use fault::{Fault, What};
pub use line::CommandLine;

/// What a command takes as its argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// A key of the configuration and its value.
    Setting,
    /// The name of a theme.
    Theme,
    /// The title of a feed or the path of a folder.
    Place,
    /// A word to look for in the help.
    Topic,
    /// What of the article is copied.
    Part,
    /// The name of a program of the reader's.
    Program,
    /// Anything.
    Text,
}

macro_rules! verbs {
    ($($variant:ident $name:literal $takes:ident;)+) => {
        /// A command that is no action, or an action with an argument.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is described in the language files under command-<name>")]
        pub enum Verb { $($variant),+ }

        impl Verb {
            /// Every command, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What it takes.
            pub fn takes(self) -> Takes {
                match self { $(Self::$variant => Takes::$takes),+ }
            }
        }
    };
}

verbs! {
    Set "set" Setting;
    SetAndWrite "set!" Setting;
    Theme "theme" Theme;
    ThemeAndWrite "theme!" Theme;
    Goto "goto" Place;
    Refresh "refresh" Place;
    Random "random" Nothing;
    Source "source" Nothing;
    Filter "filter" Text;
    Add "add" Text;
    Save "save" Text;
    Pipe "pipe" Text;
    Copy "copy" Part;
    Share "share" Program;
    Help "help" Topic;
}

impl Verb {
    /// The command of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|verb| verb.name() == name)
    }

    /// The message id of what it does.
    pub fn words(self) -> String {
        format!("command-{}", self.name().trim_end_matches('!'))
    }
}

/// What a line means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// An action, as by its key.
    Act(Action, Option<u32>),
    /// A command.
    Do(Verb, Argument),
}

/// The rest of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The text, without blanks around it.
    pub text: String,
    /// Where it begins, in letters from the start of the line.
    pub at: usize,
}

/// Reads a line; none when it is empty.
///
/// # Errors
/// See [`Fault`].
pub fn parse(line: &str) -> Result<Option<Order>, Fault> {
    let (count, name, argument) = split(line);
    let before = count_of(&count)?;
    if name.text.is_empty() {
        return Ok(before.map(|n| Order::Act(Action::Bottom, Some(n))));
    }
    let full = full_name(&name)?;
    let action = Action::from_name(full);
    match (Verb::from_name(full), action) {
        (Some(_), Some(action)) if argument.text.is_empty() => Ok(Some(Order::Act(action, before))),
        (Some(verb), _) if before.is_none() => {
            if verb.takes() == Takes::Nothing && !argument.text.is_empty() {
                return Err(Fault::new(argument.at, What::Superfluous, &argument.text));
            }
            Ok(Some(Order::Do(verb, argument)))
        }
        (Some(_), _) => Err(Fault::new(count.at, What::Superfluous, &count.text)),
        (None, Some(action)) => {
            let after = count_of(&argument)?;
            if before.is_some() && after.is_some() {
                return Err(Fault::new(argument.at, What::Superfluous, &argument.text));
            }
            Ok(Some(Order::Act(action, before.or(after))))
        }
        (None, None) => Err(Fault::new(name.at, What::Command, &name.text)),
    }
}

/// The count before the name, the name, and what follows.
pub(super) fn split(line: &str) -> (Argument, Argument, Argument) {
    let letters: Vec<char> = line.chars().collect();
    let run = |from: usize, is: fn(&char) -> bool| {
        letters[from..].iter().position(|c| !is(c)).map_or(letters.len(), |n| from + n)
    };
    // A line that was pasted may begin with the key itself.
    let start = run(0, |c| c.is_whitespace() || *c == ':');
    let digits = run(start, char::is_ascii_digit);
    let name = run(digits, |c| c.is_whitespace());
    let end = run(name, |c| !c.is_whitespace());
    let rest = run(end, |c| c.is_whitespace());
    let part = |from: usize, to: usize| Argument {
        text: letters[from..to].iter().collect::<String>().trim_end().to_owned(),
        at: from,
    };
    (part(start, digits), part(name, end), part(rest, letters.len()))
}

/// Every name that a line may begin with, each once.
pub fn names() -> impl Iterator<Item = &'static str> {
    let verbs = Verb::ALL.iter().map(|verb| verb.name());
    let actions = ACTIONS.iter().map(|spec| spec.name);
    verbs.chain(actions.filter(|name| Verb::from_name(name).is_none()))
}

fn count_of(word: &Argument) -> Result<Option<u32>, Fault> {
    if word.text.is_empty() {
        return Ok(None);
    }
    let count = word.text.parse().ok().filter(|n| *n > 0);
    count.map(Some).ok_or_else(|| Fault::new(word.at, What::Count, &word.text))
}

/// The name that was written, or the only one that begins so.
fn full_name(word: &Argument) -> Result<&'static str, Fault> {
    let text = word.text.as_str();
    if let Some(exact) = names().find(|name| *name == text) {
        return Ok(exact);
    }
    // The form with "!" is never meant by a beginning.
    let begun: Vec<_> =
        names().filter(|name| name.starts_with(text) && !name.ends_with('!')).collect();
    match begun[..] {
        [only] => Ok(only),
        [] => Err(Fault::new(word.at, What::Command, text).near(nearest(text, names()))),
        _ => Err(Fault::new(word.at, What::Several, text).near(Some(&begun.join(", ")))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(line: &str) -> Order {
        parse(line).expect(line).expect(line)
    }

    #[test]
    fn actions_are_called_by_name_with_a_count() {
        assert_eq!(order("down"), Order::Act(Action::Down, None));
        assert_eq!(order("  down  5 "), Order::Act(Action::Down, Some(5)));
        assert_eq!(order("5down"), Order::Act(Action::Down, Some(5)));
        assert_eq!(order(":5 down"), Order::Act(Action::Down, Some(5)));
        assert_eq!(order("12"), Order::Act(Action::Bottom, Some(12)));
        assert_eq!(order("q"), Order::Act(Action::Quit, None), "the only one that begins so");
        assert_eq!(parse("  "), Ok(None));
    }

    #[test]
    fn every_action_and_every_command_can_be_named() {
        for spec in ACTIONS {
            assert_eq!(order(spec.name), Order::Act(spec.action, None));
        }
        for verb in Verb::ALL {
            let line = if verb.takes() == Takes::Nothing { "" } else { " x y" };
            let line = format!("{}{line}", verb.name());
            assert!(matches!(order(&line), Order::Do(found, _) if found == *verb), "{line}");
            for lang in crate::lang::Lang::ALL {
                assert!(lang.has(&verb.words()), "{} in {lang}", verb.words());
            }
        }
    }

    #[test]
    fn the_argument_is_the_rest_of_the_line() {
        let argument = |text: &str, at| Argument { text: text.to_owned(), at };
        assert_eq!(
            order("goto  Der Rheinbote "),
            Order::Do(Verb::Goto, argument("Der Rheinbote", 6))
        );
        assert_eq!(order("pipe wc -w"), Order::Do(Verb::Pipe, argument("wc -w", 5)));
        assert_eq!(order("theme"), Order::Do(Verb::Theme, argument("", 5)));
        assert_eq!(order("refresh"), Order::Act(Action::Refresh, None));
    }

    #[test]
    fn faults_say_where_and_what_is_near() {
        let fault = |line: &str| {
            let fault = parse(line).expect_err(line);
            (fault.at, fault.what, fault.near.unwrap_or_default())
        };
        assert_eq!(fault("quti"), (0, What::Command, "quit".to_owned()));
        assert_eq!(fault("3 dwon"), (2, What::Command, "down".to_owned()));
        assert_eq!(fault("xyzzy").2, "");
        assert_eq!(fault("down five").1, What::Count);
        assert_eq!(fault("down 0").0, 5);
        assert_eq!(fault("2 down 3").1, What::Superfluous);
        assert_eq!(fault("random now").0, 7);
        assert_eq!(fault("4 theme mono").1, What::Superfluous);
        let (_, what, near) = fault("un");
        assert_eq!(what, What::Several);
        assert!(near.contains("unread-next") && near.contains("undo"), "{near}");
    }

    proptest::proptest! {
        #[test]
        fn any_line_can_be_read(line: String) {
            let n = line.chars().count();
            if let Err(fault) = parse(&line) {
                assert!(fault.at <= n);
            }
        }
    }
}
