//! Laws of the keyboard: any keys in any order on a screen of any size never end the program, never put the cursor outside,
//! and undoing everything brings the session back to where it began.

use crate::harness::{Room, Setup};
use crate::stories::{analyses, beside, booth, second};
use crex::domain::code::Lang;
use crex::domain::parts::Parts;
use crex::tui::key::{Code, Key, Msg};
use crex::tui::run::Program;
use crex::tui::theme::Scheme;
use proptest::prelude::*;

/// What fingers do: mostly what a meeting needs, sometimes anything.
fn any_msg() -> impl Strategy<Value = Msg> {
    let letters = prop_oneof![
        Just('a'),
        Just('e'),
        Just('d'),
        Just(' '),
        Just('o'),
        Just('n'),
        Just('v'),
        Just('g'),
        Just('l'),
        Just('r'),
        Just('x'),
        Just('p'),
        Just('b'),
        Just('m'),
        Just('z'),
        Just('1'),
        Just('3'),
        Just('é'),
        Just('/'),
        Just(':'),
        Just('?'),
        any::<char>(),
    ];
    let codes = prop_oneof![
        8 => letters.prop_map(Code::Char),
        3 => Just(Code::Enter),
        2 => Just(Code::Tab),
        1 => Just(Code::BackTab),
        1 => Just(Code::Esc),
        4 => prop_oneof![Just(Code::Up), Just(Code::Down), Just(Code::Left), Just(Code::Right)],
        2 => prop_oneof![Just(Code::PageUp), Just(Code::PageDown), Just(Code::F(7)), Just(Code::F(8))],
        1 => prop_oneof![Just(Code::Home), Just(Code::End), Just(Code::Backspace), Just(Code::Delete), Just(Code::Insert)],
        1 => (1..=12u8).prop_map(Code::F),
    ];
    let key = (
        codes,
        prop::bool::weighted(0.12),
        prop::bool::weighted(0.03),
    )
        .prop_map(|(code, ctrl, alt)| {
            // Leaving is not a fault.
            let ctrl = ctrl && !matches!(code, Code::Char('q'));
            Msg::Key(Key {
                code,
                ctrl,
                alt,
                shift: false,
            })
        });
    prop_oneof![
        40 => key,
        1 => "\\PC{0,40}".prop_map(|text| Msg::Paste(text.as_str().into())),
        2 => (0..130u16, 0..50u16).prop_map(|(col, row)| Msg::Click(col, row)),
        1 => (0..130u16, 0..50u16, -3..4i16).prop_map(|(col, row, n)| Msg::Wheel(col, row, n)),
        1 => (1..300u16, 1..100u16).prop_map(|(w, h)| Msg::Resize(w, h)),
        1 => Just(Msg::Tick),
    ]
}

fn any_setup() -> impl Strategy<Value = Setup> {
    let size = prop_oneof![
        Just((80, 24)),
        Just((120, 40)),
        Just((60, 20)),
        Just((200, 60)),
        (1..300u16, 1..100u16)
    ];
    let lang = prop_oneof![Just(Lang::Fr), Just(Lang::En)];
    let scheme = prop_oneof![Just(Scheme::Sombre), Just(Scheme::Projecteur)];
    (size, lang, scheme).prop_map(|(size, lang, scheme)| Setup { size, lang, scheme })
}

/// Takes the messages, drawing after each; the cursor stays on the screen.
fn play(room: &mut Room, msgs: Vec<Msg>) {
    for msg in msgs {
        room.take(msg);
        let cursor = room.cursor();
        let (w, h) = room.size();
        assert!(
            cursor.is_none_or(|at| at.x < w && at.y < h),
            "the cursor is at {cursor:?} of {w}x{h}"
        );
    }
}

/// Whether a message keeps to the step, and to what was done in it: going on, going to what is missing, looking for anything
/// and undoing lead out of it.
fn stays(msg: &Msg) -> bool {
    match msg {
        Msg::Click(..) => false,
        Msg::Key(key) => match key.code {
            Code::F(3 | 7 | 8) | Code::PageUp | Code::PageDown => false,
            Code::Char('/' | ':') => false,
            Code::Char('p' | 'f' | 'z' | 'y') => !key.ctrl,
            _ => true,
        },
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_home_never_end_it(setup in any_setup(), msgs in prop::collection::vec(any_msg(), 0..120)) {
        play(&mut Room::with_team(setup), msgs);
    }

    #[test]
    fn any_keys_in_a_meeting_never_end_it(setup in any_setup(), msgs in prop::collection::vec(any_msg(), 0..200)) {
        play(&mut Room::meeting(setup), msgs);
    }

    #[test]
    fn any_keys_on_the_second_terminal_never_end_it_nor_touch_the_session(setup in any_setup(), msgs in prop::collection::vec(any_msg(), 0..120)) {
        let wall = Room::meeting(setup);
        let mut second = second::beside(&wall, setup);
        play(&mut second, msgs);
        prop_assert!(second.session() == wall.session());
    }

    #[test]
    fn any_keys_while_a_vote_is_open_never_end_it(setup in any_setup(), msgs in prop::collection::vec(any_msg(), 0..160)) {
        play(&mut booth::any_open(setup), msgs);
    }

    #[test]
    fn any_keys_between_two_meetings_never_end_it(msgs in prop::collection::vec(any_msg(), 0..120)) {
        play(&mut analyses::led(Setup::default()), msgs);
    }

    #[test]
    fn any_keys_in_a_presentation_never_end_it(msgs in prop::collection::vec(any_msg(), 0..120)) {
        play(&mut analyses::reading(Setup::default()), msgs);
    }

    #[test]
    fn any_keys_while_a_presented_analysis_is_amended_leave_the_others_alone(msgs in prop::collection::vec(any_msg(), 0..80)) {
        let mut room = beside::amending_beside_another(Setup::default());
        let (id, before) = (room.session().id, beside::others(&room));
        let open = |room: &Room| room.shell.app().desk.session().is_some_and(|s| s.id == id);
        for msg in msgs.into_iter().filter(stays) {
            // Escape leads home in the end, and from there anywhere.
            if open(&room) {
                prop_assert_eq!(&beside::others(&room), &before);
                play(&mut room, vec![msg]);
            }
        }
        if open(&room) {
            prop_assert_eq!(beside::others(&room), before);
        }
    }

    #[test]
    fn undoing_everything_brings_the_session_back(msgs in prop::collection::vec(any_msg(), 0..80)) {
        let mut room = Room::meeting(Setup::default());
        let begin = room.session().clone();
        for msg in msgs {
            // A vote and a seal are walls that undo does not cross; they have stories of their own.
            if room.shell.app().desk.session().is_some_and(|s| s.ballots.is_empty()) {
                room.take(msg);
            }
        }
        let Some(_) = room.shell.app().desk.session().filter(|s| s.id == begin.id && s.ballots.is_empty()) else {
            return Ok(());
        };
        // Out of whatever floats, so that the key reaches the session.
        // Two of them in a row would lead home.
        room.keys(&"<C-c><Esc>".repeat(4)).keys("<C-c>");
        for _ in 0..600 {
            room.shell.update(Msg::Key(Key::ctrl(Code::Char('z'))));
        }
        let mut end = room.session().clone();
        // Time spent and numbers given do not come back; all that was written does.
        end.keep_course_of(&begin);
        let left = begin.diff(&end);
        prop_assert!(left.iter().all(|change| change.path == "agenda" || change.path.starts_with("agenda/")), "{left:?}");
    }
}
