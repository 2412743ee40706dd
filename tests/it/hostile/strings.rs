//! Strings made to harm, by the thousand (a million in the long run): typed and seen on the screen, written and read back,
//! and through every document.

use super::filled::Form;
use super::payloads::{PAYLOADS, bases};
use super::{Dice, asked, harmless, outputs};
use crate::harness::{Room, Setup};
use crex::domain::scenario::Scenario;
use crex::domain::session::{Session, Stage};
use crex::domain::text::Text;
use crex::store::{encode, parse};
use std::path::Path;
use unicode_segmentation::UnicodeSegmentation as _;

/// Strings in one text of a session.
const EACH: usize = 4;
/// Strings pasted at once.
const PASTED: usize = 24;

/// What strings are made of, beside letters and any character at all.
const PIECES: [&str; 64] = [
    "\u{1b}[31m",
    "\u{1b}]0;titre\u{7}",
    "\u{1b}]52;c;YQ==\u{1b}\\",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{1b}c",
    "\u{1b}[2J",
    "\u{1b}[?1049l",
    "\u{1b}#8",
    "\u{1b}X",
    "\u{1b}^",
    "\u{1b}_",
    "\u{9b}31m",
    "\u{9d}0;a\u{9c}",
    "\u{90}",
    "\u{85}",
    "\u{84}",
    "\0",
    "\u{7}",
    "\u{8}",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\u{b}",
    "\u{c}",
    "\u{e}",
    "\u{f}",
    "\u{18}",
    "\u{7f}",
    "\u{202e}",
    "\u{202d}",
    "\u{202a}",
    "\u{202c}",
    "\u{2066}",
    "\u{2067}",
    "\u{2069}",
    "\u{200e}",
    "\u{200f}",
    "\u{61c}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{34f}",
    "\u{3164}",
    "\u{115f}",
    "\u{ffa0}",
    "\u{180e}",
    "\u{2028}",
    "\u{2029}",
    "\u{fff9}",
    "\u{fffc}",
    "\u{ffff}",
    "\u{fdd0}",
    "\u{e0001}",
    "\u{e0041}",
    "\u{e007f}",
    "\u{fe0f}",
    "\u{301}\u{301}\u{323}",
    "👩\u{200d}🔬",
    "\u{600}",
    "שלום مرحبا",
];

/// A string made to harm.
pub fn hostile(dice: &mut Dice) -> String {
    let mut out = String::new();
    for _ in 0..=dice.below(9) {
        match dice.below(12) {
            0..=5 => out.push_str(dice.of(&PIECES)),
            6 | 7 => out.push_str(["mot", "a", " ", "é", "12", "«\u{a0}œil\u{a0}»"][dice.below(6)]),
            8 => out.push_str(PAYLOADS[dice.below(PAYLOADS.len())].1),
            9 => out.push_str(&dice.of(&PIECES).repeat(1 + dice.below(40))),
            10 => out.extend(char::from_u32(u32::try_from(dice.below(0x2100)).unwrap())),
            _ => out.extend(char::from_u32(
                u32::try_from(dice.below(0x11_0000)).unwrap(),
            )),
        }
    }
    out
}

/// The file says what the session says, and holds nothing that harms.
fn through_the_file(session: &Session) {
    let path = Path::new("séance.ron");
    let bytes = encode(path, session).unwrap();
    harmless("file", std::str::from_utf8(&bytes).unwrap());
    let read = parse::<Session>(path, &bytes).unwrap();
    assert!(read.doc == *session);
    assert_eq!(read.doc, *session);
}

/// Every step of the meeting, on a window of some size.
fn through_the_steps(session: &Session, dice: &mut Dice) {
    let size = [(80, 24), (120, 40), (200, 60)][dice.below(3)];
    let setup = Setup {
        size,
        ..Setup::default()
    };
    let mut room = Room::holding(setup, |begun| {
        let mut filled = session.clone();
        filled.id = begun.id;
        filled.seal = None;
        filled.stage = Stage::Open;
        filled.kind = begun.kind.clone();
        *begun = filled;
    });
    for _ in 0..session.agenda.len() + 2 {
        harmless("screen", &room.screen());
        room.keys("<F8>");
    }
    harmless("screen", &room.screen());
}

/// Pasted into a title and into a text of many lines, and seen there.
fn through_the_keys(strings: &[String]) {
    let setup = Setup {
        size: (200, 60),
        ..Setup::default()
    };
    let mut room = Room::with_incidents(setup);
    for batch in strings.chunks(PASTED) {
        let batch = batch.join("\n");
        room.keys("a").paste(&batch).keys("<Enter>").paste(&batch);
        harmless("screen", &room.screen());
        room.keys("<Esc>");
        harmless("screen", &room.screen());
        let pasted = Text::new(&batch);
        harmless("cleaned", pasted.as_str());
        let longest = pasted
            .as_str()
            .graphemes(true)
            .map(|g| g.chars().count())
            .max();
        assert!(longest.is_none_or(|n| n <= 16));
    }
    through_the_file(room.session());
}

/// One session full of hostile strings, through everything; how many there were.
fn through_everything(form: &Form, scenario: Option<&Scenario>, dice: &mut Dice) -> usize {
    let mut made: Vec<String> = Vec::new();
    let session: Session = form.fill(false, || {
        let strings: Vec<String> = (0..EACH).map(|_| hostile(dice)).collect();
        let join = [" ", "\n", "", "-"][dice.below(4)];
        let text = strings.join(join);
        made.extend(strings);
        text
    });
    through_the_file(&session);
    outputs::all_harmless(&outputs::all(&session, scenario));
    through_the_steps(&session, dice);
    through_the_keys(&made);
    made.len()
}

#[test]
fn nothing_that_commands_turns_or_hides_comes_out() {
    let wanted = usize::try_from(asked("CREX_STRINGS", 1_000)).unwrap();
    let mut dice = Dice::new(asked("CREX_SEED", 1));
    let forms: Vec<_> = bases()
        .into_iter()
        .map(|(session, scenario)| (Form::of(&session), scenario))
        .collect();
    let (mut strings, mut sessions) = (0, 0);
    while strings < wanted {
        let (form, scenario) = &forms[sessions % forms.len()];
        strings += through_everything(form, scenario.as_ref(), &mut dice);
        sessions += 1;
    }
    if std::env::var_os("CREX_STRINGS").is_some() {
        println!(
            "{strings} hostile strings in {sessions} sessions through keys, screen, file and every document: 0 control or override \
             characters came out"
        );
    }
}
