//! The table of keys: no clash wherever scopes meet, nothing that an AZERTY keyboard or Windows cannot give.

use super::none;
use crex::domain::code::Lang;
use crex::tui::command::Command;
use crex::tui::key::{Code, Key};
use crex::tui::keymap::{BINDINGS, Binding, Scope, key_name};

/// Scopes of which only one holds at a time: what has the focus.
const FOCUS: [Scope; 14] = [
    Scope::Line,
    Scope::Long,
    Scope::Choice,
    Scope::List,
    Scope::Menu,
    Scope::Retain,
    Scope::Walk,
    Scope::Reading,
    Scope::Sections,
    Scope::Picture,
    Scope::Places,
    Scope::Clock,
    Scope::Proposals,
    Scope::Story,
];

/// Where an inner scope takes a key from an outer one on purpose.
const HIDES: &[(Scope, Scope, &str)] = &[
    (
        Scope::Closing,
        Scope::Sealed,
        "what is sealed is not sealed again",
    ),
    (
        Scope::Alike,
        Scope::Opening,
        "nothing past resembles a meeting that is opened",
    ),
    (
        Scope::Grids,
        Scope::Counting,
        "no vote is held where a grid is walked",
    ),
    (
        Scope::Reading,
        Scope::Meeting,
        "in what is read, the pages scroll and F7, F8 change step",
    ),
    (
        Scope::Sections,
        Scope::Meeting,
        "in what is read, the pages turn and F7, F8 change step",
    ),
    (
        Scope::Sections,
        Scope::Figure,
        "a presented analysis is read without pictures",
    ),
    (
        Scope::Sections,
        Scope::ForDeviation,
        "a presented analysis is read without pictures",
    ),
    (Scope::Line, Scope::Letters, "letters are typed"),
    (Scope::Long, Scope::Letters, "letters are typed"),
    (Scope::Long, Scope::Fields, "arrows move in the text first"),
    (Scope::Reading, Scope::Fields, "arrows scroll"),
    (Scope::Clock, Scope::Fields, "arrows change the minutes"),
    (
        Scope::Walk,
        Scope::Fields,
        "arrows go from question to question",
    ),
    (Scope::Picture, Scope::Fields, "arrows go from part to part"),
    (
        Scope::ForDeviation,
        Scope::Line,
        "nothing is typed into a picture",
    ),
    (
        Scope::ForDeviation,
        Scope::Long,
        "nothing is typed into a picture",
    ),
    (
        Scope::Grid,
        Scope::Ballot,
        "no vote is held where a grid is walked",
    ),
    (
        Scope::Figure,
        Scope::Fields,
        "nothing is typed into a figure",
    ),
    (Scope::Figure, Scope::Line, "nothing is typed into a figure"),
    (Scope::Figure, Scope::Long, "nothing is typed into a figure"),
    (
        Scope::Figure,
        Scope::Sections,
        "a figure is no presentation",
    ),
    (Scope::Figure, Scope::Picture, "a figure has its own arrows"),
    (
        Scope::Figure,
        Scope::Choice,
        "nothing is chosen in a figure",
    ),
    (
        Scope::Whys,
        Scope::Walk,
        "no question is asked among the whys",
    ),
    (Scope::Whys, Scope::Ballot, "no vote is held on whys"),
    (Scope::Walk, Scope::Ballot, "no vote is held on a question"),
    (
        Scope::Walk,
        Scope::Counting,
        "no vote is held on a question",
    ),
    (
        Scope::Record,
        Scope::Reading,
        "the record is read and written",
    ),
    (Scope::Menu, Scope::Meeting, "no meeting is open at home"),
];

/// Scopes that hold with none but these: nothing else is heard while a voter is at a paper, while the record is read or the
/// documents are listed.
const ALONE: &[(Scope, &[Scope])] = &[
    (
        Scope::Home,
        &[Scope::Menu, Scope::Letters, Scope::Everywhere],
    ),
    (
        Scope::Plan,
        &[
            Scope::Finder,
            Scope::Line,
            Scope::Fields,
            Scope::Reading,
            Scope::Everywhere,
        ],
    ),
    (
        Scope::Finding,
        &[
            Scope::Decisions,
            Scope::Line,
            Scope::Fields,
            Scope::Reading,
            Scope::Everywhere,
        ],
    ),
    (
        Scope::Decisions,
        &[
            Scope::Finding,
            Scope::Line,
            Scope::Fields,
            Scope::Reading,
            Scope::Everywhere,
        ],
    ),
    (
        Scope::Reminders,
        &[Scope::Reading, Scope::Letters, Scope::Everywhere],
    ),
    (
        Scope::Pieces,
        &[Scope::Menu, Scope::Letters, Scope::Everywhere],
    ),
    (
        Scope::Record,
        &[Scope::Reading, Scope::Letters, Scope::Everywhere],
    ),
    (
        Scope::Year,
        &[Scope::Reading, Scope::Letters, Scope::Everywhere],
    ),
    (Scope::Second, &[Scope::Long, Scope::Apart]),
    (
        Scope::Apart,
        &[
            Scope::Second,
            Scope::Long,
            Scope::Line,
            Scope::Fields,
            Scope::Reading,
            Scope::Letters,
        ],
    ),
    (Scope::Booth, &[]),
    (Scope::Locked, &[Scope::Line]),
    (Scope::Alone, &[]),
    (Scope::Card, &[]),
    (Scope::Test, &[]),
    (
        Scope::Frozen,
        &[Scope::Played, Scope::Meeting, Scope::Everywhere],
    ),
    (
        Scope::Compared,
        &[Scope::Menu, Scope::Letters, Scope::Everywhere],
    ),
    (
        Scope::Rivals,
        &[Scope::Menu, Scope::Letters, Scope::Everywhere],
    ),
    (
        Scope::Observed,
        &[Scope::Menu, Scope::Letters, Scope::Everywhere],
    ),
    (Scope::Paper, &[]),
    (Scope::Slip, &[Scope::Meeting, Scope::Everywhere]),
];

/// Whether `a` holds without `b`, which holds elsewhere.
fn alone(a: Scope, b: Scope) -> bool {
    ALONE
        .iter()
        .any(|(scope, with)| *scope == a && b != a && !with.contains(&b))
}

fn meet(a: Scope, b: Scope) -> bool {
    if alone(a, b) || alone(b, a) {
        return false;
    }
    let exclusive = FOCUS.contains(&a) && FOCUS.contains(&b);
    let hidden = HIDES
        .iter()
        .any(|(x, y, _)| (*x, *y) == (a, b) || (*y, *x) == (a, b));
    a == b || !exclusive && !hidden
}

fn same_language(a: &Binding, b: &Binding) -> bool {
    a.lang.is_none() || b.lang.is_none() || a.lang == b.lang
}

#[test]
fn no_key_means_two_things_where_scopes_meet() {
    let mut clashes = Vec::new();
    for (n, a) in BINDINGS.iter().enumerate() {
        for b in &BINDINGS[n + 1..] {
            let together = meet(a.scope, b.scope) && same_language(a, b);
            if !together || a.command == b.command {
                continue;
            }
            let shared = a.keys.iter().filter(|key| b.keys.contains(key));
            clashes.extend(shared.map(|key| {
                let name = key_name(*key, Lang::Fr);
                format!(
                    "{name}: {:?} in {:?}, {:?} in {:?}",
                    a.command, a.scope, b.command, b.scope
                )
            }));
        }
    }
    none(&clashes, "one key, one meaning");
}

#[test]
fn no_binding_stands_twice() {
    for (n, a) in BINDINGS.iter().enumerate() {
        let again =
            |b: &&Binding| b.scope == a.scope && b.command == a.command && same_language(a, b);
        assert!(
            BINDINGS[n + 1..].iter().find(again).is_none(),
            "{:?} in {:?}",
            a.command,
            a.scope
        );
        assert!(!a.keys.is_empty(), "{:?} has no key", a.command);
    }
}

#[test]
fn every_key_can_be_typed_on_every_keyboard() {
    for binding in BINDINGS {
        for key in binding.keys {
            let name = key_name(*key, Lang::Fr);
            assert!(!(key.ctrl && key.alt), "{name}: AltGr on Windows");
            let Code::Char(c) = key.code else { continue };
            assert!(!"[]{}\\|@#~`^".contains(c), "{name} needs AltGr or is dead");
            assert!(
                !(key.ctrl && c.is_ascii_digit()),
                "{name}: terminals cannot tell it"
            );
            assert!(
                !key.ctrl || c.is_ascii_lowercase(),
                "{name}: letters with Ctrl are lower case"
            );
            // Ctrl with these is Tab, Enter, Escape or Backspace.
            assert!(!(key.ctrl && "imjh[".contains(c)), "{name} is another key");
            let plain = !key.ctrl && !key.alt;
            let typed = [
                Scope::Everywhere,
                Scope::Meeting,
                Scope::Fields,
                Scope::Line,
                Scope::Long,
            ];
            assert!(
                !plain || !typed.contains(&binding.scope),
                "{name} is typed there"
            );
            let picks = matches!(binding.command, Command::Pick(_))
                && matches!(binding.scope, Scope::Choice | Scope::Observed);
            assert!(
                !c.is_ascii_digit() || picks,
                "{name}: a digit only picks an answer"
            );
        }
    }
}

#[test]
fn a_digit_picks_with_and_without_shift() {
    let below = "&é\"'(-è_ç";
    for (n, below) in (1_u8..).zip(below.chars()) {
        let binding = BINDINGS.iter().find(|b| b.command == Command::Pick(n));
        let digit = char::from_digit(n.into(), 10).unwrap();
        let keys = binding.unwrap().keys;
        assert!(keys.contains(&Key::char(digit)) && keys.contains(&Key::char(below)));
    }
}

#[test]
fn answers_have_letters_in_each_language() {
    for (lang, letters) in [(Lang::Fr, "onps"), (Lang::En, "ynux")] {
        let answers = BINDINGS.iter().filter(|b| b.lang == Some(lang));
        let first: String = answers.map(|b| key_name(b.keys[0], lang)).collect();
        assert_eq!(first, letters);
    }
}
