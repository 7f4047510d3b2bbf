//! What queries mean, how they print, and where they are faulty.

use super::*;
use crate::domain::{Field, Shape, Tree, Words};
use crate::lang::Lang;

/// A query in a form that shows its structure.
fn shown(expr: &Expr) -> String {
    match expr {
        Tree::Is(Term::Words(Field::Anywhere, words)) => {
            let open = match words.shape {
                Shape::Begins => "",
                Shape::Whole => "=",
                Shape::Within => "*",
            };
            format!("{open}{}", words.text)
        }
        Tree::Is(term) => print(&Tree::Is(term.clone())),
        Tree::Not(inner) => format!("not[{}]", shown(inner)),
        Tree::All(parts) => {
            format!("all[{}]", parts.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
        Tree::Any(parts) => {
            format!("any[{}]", parts.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn queries_are_understood_and_printed() {
    let cases = [
        ("", "all[]", ""),
        ("Brand", "Brand", "Brand"),
        ("brand*", "brand", "brand"),
        ("*halle", "*halle", "*halle"),
        ("\"Brand\"", "=Brand", "\"Brand\""),
        ("„Alte Kirche“ Linn", "all[=Alte Kirche, Linn]", "\"Alte Kirche\" Linn"),
        ("a b OR c", "any[all[a, b], c]", "a b OR c"),
        ("a ODER b UND c", "any[a, all[b, c]]", "a OR b c"),
        ("(a OR b) c", "all[any[a, b], c]", "(a OR b) c"),
        ("a oder b", "all[a, oder, b]", "a oder b"),
        ("-sport", "not[sport]", "-sport"),
        ("NICHT (a b)", "not[all[a, b]]", "-(a b)"),
        ("--a", "not[not[a]]", "--a"),
        ("unread starred", "all[unread, starred]", "unread starred"),
        ("unread*", "unread", "unread*"),
        ("\"unread\"", "=unread", "\"unread\""),
        ("feed:\"Die Zeitung\"", "feed:\"Die Zeitung\"", "feed:\"Die Zeitung\""),
        ("feed:https://a.example/x:y", "feed:https://a.example/x:y", "feed:https://a.example/x:y"),
        ("ordner:Zeitungen/Umland", "folder:Zeitungen/Umland", "folder:Zeitungen/Umland"),
        ("titel:\"Alte Kirche\"", "title:\"Alte Kirche\"", "title:\"Alte Kirche\""),
        (
            "seit:heute vor:20.11.2026",
            "all[since:today, before:2026-11-20]",
            "since:today before:2026-11-20",
        ),
        ("umkreis:2,5km", "near:2500m", "near:2500m"),
        ("umkreis:Zuhause", "near:home", "near:home"),
        ("länge:>3min frei:ja", "all[len:>600, free:yes]", "len:>600 free:yes"),
        (
            "18:30 https://a.example/ Krefeld: SPD-Antrag",
            "all[18:30, https://a.example/, Krefeld:, SPD-Antrag]",
            "18:30 https://a.example/ Krefeld: SPD-Antrag",
        ),
        ("tag:verein(a)", "all[tag:verein, a]", "tag:verein a"),
    ];
    for (text, structure, printed) in cases {
        let expr = parse(text).expect(text);
        assert_eq!(shown(&expr), structure, "{text}");
        assert_eq!(print(&expr), printed, "{text}");
    }
}

#[test]
fn faults_say_where_and_what_instead() {
    let cases = [
        ("ungelesen fed:x", "Zeichen 11: „fed:“ gibt es nicht. Ist „feed:“ gemeint?"),
        (
            "überall xyz:1",
            "Zeichen 9: „xyz:“ gibt es nicht. Als Text gesucht steht es in Anführungszeichen: \"xyz:…\"",
        ),
        (
            "a title:",
            "Zeichen 3: Hinter „title:“ fehlt ein Wert. Der Wert steht direkt hinter dem Doppelpunkt; mit Leerzeichen in Anführungszeichen.",
        ),
        (
            "since:bald",
            "Zeichen 7: „bald“ passt nicht zu „since:“. Gültig sind ein Tag (2026-11-20, 20.11., heute, gestern) oder ein Alter (3h, 2d, 1w).",
        ),
        ("a \"offen", "Zeichen 3: Das Anführungszeichen ist nicht geschlossen."),
        ("a (b", "Zeichen 3: Die Klammer ist nicht geschlossen."),
        ("a) b", "Zeichen 2: Diese Klammer wurde nie geöffnet."),
        ("a OR", "Zeichen 5: Hier fehlt, wonach gesucht werden soll."),
        ("a OR OR b", "Zeichen 6: Hier fehlt, wonach gesucht werden soll."),
        ("()", "Zeichen 2: Hier fehlt, wonach gesucht werden soll."),
        ("a – b", "Zeichen 3: „–“ hat keine Buchstaben, nach denen sich suchen ließe."),
    ];
    for (text, want) in cases {
        assert_eq!(parse(text).expect_err(text).say(Lang::De), want, "{text}");
    }
    let english = parse("near:weit").expect_err("a fault").say(Lang::En);
    assert_eq!(
        english,
        "Character 6: \"near:\" does not take \"weit\". Write a distance, such as 15km, or home."
    );
}

#[test]
fn plain_words_stay_plain_words() {
    let cases = [
        ("Brand Linn", "all[Brand, Linn]"),
        ("\"noch offen", "=noch offen"),
        ("feed:x OR (y -", "all[feed:x, OR, (y]"),
        ("*** \"\" - ", "all[]"),
    ];
    for (text, want) in cases {
        assert_eq!(shown(&plain(text)), want, "{text}");
    }
}

#[test]
fn reading_has_bounds() {
    let deep = "(".repeat(2000) + "a" + &")".repeat(2000);
    let negated = "-".repeat(4000) + "a";
    let many = "a ".repeat(MAX_TERMS + 1);
    let long = "a".repeat(MAX_BYTES + 1);
    for text in [&deep, &negated, &many, &long] {
        assert_eq!(parse(text).expect_err("a fault").reason, Reason::TooMuch);
    }
    let fits = "(".repeat(MAX_DEPTH) + "a" + &")".repeat(MAX_DEPTH);
    assert_eq!(parse(&fits).map(|e| print(&e)), Ok("a".to_owned()));
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    fn words() -> impl Strategy<Value = Words> {
        let shape = prop_oneof![Just(Shape::Begins), Just(Shape::Whole), Just(Shape::Within)];
        ("[a-zA-ZäöüßÄ0-9][a-zäöü0-9.,&-]{0,6}", shape)
            .prop_map(|(text, shape)| Words { text, shape })
    }

    fn when() -> impl Strategy<Value = When> {
        prop_oneof![
            Just(When::Today),
            Just(When::Yesterday),
            (0..10_000u32, prop_oneof![Just(Unit::Hours), Just(Unit::Weeks), Just(Unit::Months)])
                .prop_map(|(n, unit)| When::Ago(n, unit)),
            (1000..=9999i16, 1..=12i8, 1..=28i8)
                .prop_map(|(year, month, day)| When::Day(year, Some((month, Some(day))))),
            (1..=12i8, 1..=28i8).prop_map(|(month, day)| When::OfYear(month, day)),
        ]
    }

    fn term() -> impl Strategy<Value = Term> {
        let field = prop_oneof![
            Just(Field::Anywhere),
            Just(Field::Title),
            Just(Field::Text),
            Just(Field::Author)
        ];
        prop_oneof![
            Just(Term::Unread),
            Just(Term::Hidden),
            "[a-zA-Z(][a-z /:()*-]{0,8}[a-z)]".prop_map(Term::Feed),
            "//[a-z]{1,5}|-[a-z]{1,3}".prop_map(Term::Tag),
            proptest::option::of(1..20_000_000u32).prop_map(Term::Near),
            (field, words()).prop_map(|(field, words)| Term::Words(field, words)),
            when().prop_map(Term::Since),
            when().prop_map(Term::Before),
            any::<u32>().prop_map(Term::AtLeast),
            any::<u32>().prop_map(Term::Below),
            Just(Term::Free(Free::No)),
        ]
    }

    fn expr() -> impl Strategy<Value = Expr> {
        term().prop_map(Tree::Is).prop_recursive(5, 40, 4, |inner| {
            prop_oneof![
                inner.clone().prop_map(|e| Tree::Not(Box::new(e))),
                prop::collection::vec(inner.clone(), 2..4).prop_map(Tree::All),
                prop::collection::vec(inner, 2..4).prop_map(Tree::Any),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_printed_query_reads_as_itself(expr in expr()) {
            let text = print(&expr);
            prop_assert_eq!(parse(&text), Ok(expr), "{}", text);
        }

        #[test]
        fn no_text_panics_and_what_is_read_can_be_printed(
            text in "(feed:|title:|since:|near:|len:|[(]|[)]| |\"|„|-|[*]|OR|NICHT|unread|[a-zA-Z0-9ä/:.–]{1,4}|\\PC){0,30}"
        ) {
            match parse(&text) {
                Ok(expr) => prop_assert_eq!(parse(&print(&expr)), Ok(expr)),
                Err(fault) => {
                    prop_assert!(text.get(fault.span.clone()).is_some(), "{:?}", fault);
                    for lang in Lang::ALL {
                        prop_assert!(!fault.say(*lang).is_empty());
                    }
                }
            }
            let _ = plain(&text);
        }
    }
}
