//! Kills at random moments of typing: every character that stood on the screen when the program was killed is there when it
//! is opened again. The program in this process gets the same keys and tells what each of them leaves in the document.
#![allow(clippy::print_stdout, reason = "the kills are what a long run counts")]

mod words;

use super::{Built, Seeded, page, sequence};
use crate::harness::{Room, Setup, copy, parse};
use crate::pty::Pty;
use crate::stories::choice::go;
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::tui::key::{Key, Msg};
use crex::tui::run::Program as _;
use crex::tui::shell::Start;
use rustix::process::Signal;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};
use words::{Runs, Words, lost, typed};

/// Kills, unless the variable `CREX_KILLS` says another number.
const KILLS: usize = 16;
/// Kills in one field before it begins anew in another folder.
const IN_A_ROW: usize = 12;
/// Latest moment of a kill after the keys were sent, and after a start.
const LATEST: (u32, u32) = (12_000, 120_000);
/// How long a moment may be waited for that does not come.
const SOON: Duration = Duration::from_millis(60);

/// A field that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The facts of an event: many lines.
    Event,
    /// What happened, in the timeline.
    Fact,
    /// A factor, in its form.
    Factor,
    /// An idea for an action, on its line.
    Idea,
    /// An action, in its form.
    Action,
    /// The private notes, in the second terminal.
    Notes,
    /// The name of the structure, in the settings.
    Team,
    /// The first question of all, in a folder that is made meanwhile.
    FirstRun,
    /// A member, on the line of the third question.
    Member,
}

const PLACES: [Place; 9] = [
    Place::Event,
    Place::Fact,
    Place::Factor,
    Place::Idea,
    Place::Action,
    Place::Notes,
    Place::Team,
    Place::FirstRun,
    Place::Member,
];

/// What a kill met.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    kills: usize,
    opening: usize,
    saving: usize,
    behind: usize,
    painted: usize,
}

/// The program in the terminal, and the one in this process on a copy of its folder.
struct Typing {
    place: Place,
    built: Built,
    pty: Pty,
    room: Room,
}

/// A folder in which this field waits to be typed into.
fn prepared(place: Place) -> Built {
    let built = Built::new(Lang::Fr);
    let mut room = match place {
        Place::FirstRun => return built,
        Place::Member => Room::empty(Setup::default()),
        _ => Room::with_incidents(Setup::default()),
    };
    if place == Place::Member {
        room.keys("EHPAD fictif<Enter><Enter>IDE<Enter>");
    }
    match place {
        Place::Event => _ = room.keys("<Enter><Tab>"),
        Place::Fact | Place::Factor => {
            go(&mut room, StepKind::Choice);
            room.keys("1<Enter>");
            go(&mut room, StepKind::Timeline);
            room.keys("a17:30<Tab>IDE<Tab>");
            if place == Place::Factor {
                room.keys("Rupture du froid<Esc>");
                go(&mut room, StepKind::Factors);
                room.keys("<Down><Enter>l1.1<Enter>o");
            }
        }
        Place::Idea | Place::Action => {
            go(&mut room, StepKind::Actions);
            let keys = ["a", "aIdée<Enter><Enter>"];
            room.keys(keys[usize::from(place == Place::Action)]);
        }
        Place::Notes | Place::Team | Place::FirstRun | Place::Member => {}
    }
    room.shell.leave();
    copy(room.folder.path(), Path::new(&built.path("workspace")));
    built
}

impl Typing {
    fn new(place: Place) -> Self {
        let built = prepared(place);
        let pty = started(place, &built);
        let room = beside(place, &built);
        let mut typing = Self {
            place,
            built,
            pty,
            room,
        };
        typing.go();
        typing
    }

    /// What stands in the document in which is typed.
    fn text(&self) -> String {
        let desk = &self.room.shell.app().desk;
        let text = match self.place {
            Place::Notes => desk.notes.as_ref().map(|open| open.doc.text.to_string()),
            Place::Team | Place::FirstRun => Some(desk.team.doc.name.to_string()),
            Place::Member => Some(self.room.screen()),
            _ => serde_json::to_string(self.room.session()).ok(),
        };
        typed(&text.unwrap_or_default())
    }

    /// Both go to the field, which a session finds by itself.
    fn go(&mut self) {
        if self.place == Place::Team {
            self.room.settings();
            self.room.keys("<Enter>");
            self.pty.wait_for("Réglages");
            self.pty.send(&"\x1b[B".repeat(HOME_SETTINGS));
            self.pty.wait_until("the settings held", |screen| {
                screen
                    .lines()
                    .any(|l| l.contains('▌') && l.contains("Réglages"))
            });
            self.pty.send("\r\r");
        }
        let wanted = page(&self.room.screen());
        let same = |screen: &str| match self.place {
            // The clock of the two is not the same.
            Place::Notes => screen.contains("Notes") && Runs::of(screen) == Runs::of(&wanted),
            _ => screen.lines().count() > 2 && page(screen) == wanted,
        };
        self.pty.wait_until(&wanted, same);
    }

    /// Types some keys on both, kills one at a moment that the seed chooses, and looks for what had been painted.
    fn kill(&mut self, seeded: &mut Seeded, words: &mut Words, met: &mut Met) {
        let mut states = vec![self.text()];
        let began = self.pty.raw().len();
        for part in words.burst(seeded, self.place == Place::Event) {
            self.pty.send(&part.sent());
            for msg in part.msgs() {
                self.room.take(msg);
                states.push(self.text());
            }
        }
        match seeded.below(3) {
            0 => self.pty.wait_bytes(began + seeded.below(600), SOON),
            1 => self.pty.wait_bytes(usize::MAX, moment(seeded, LATEST.0)),
            _ => self.writing(),
        }
        let screen = self.die(met);
        self.room = beside(self.place, &self.built);
        let found = self.text();
        let last = states.iter().rposition(|state| *state == found);
        let last = last.unwrap_or_else(|| {
            panic!(
                "{:?}: no key left\n{found}\nof\n{states:#?}\non\n{screen}",
                self.place
            )
        });
        let painted = Runs::of(&screen);
        let gone = lost(&painted, &states[..=last]);
        assert!(
            gone.is_empty(),
            "{:?}: painted and lost: {gone:?}; found\n{found}\non\n{screen}",
            self.place
        );
        met.painted += painted.len();
        met.behind += usize::from(last + 1 < states.len());
        self.open(seeded, met);
    }

    /// Waits until something is being written, which takes no longer than a look at the folder.
    fn writing(&self) {
        let (folder, begun) = (PathBuf::from(self.built.path("workspace")), Instant::now());
        while !has_unfinished(&folder) && begun.elapsed() < SOON {
            std::hint::spin_loop();
        }
    }

    /// Kills it; gives what it had painted last.
    fn die(&mut self, met: &mut Met) -> String {
        self.pty.signal(Signal::KILL);
        assert_ne!(self.pty.exit_code(), 0);
        met.kills += 1;
        met.saving += usize::from(has_unfinished(Path::new(&self.built.path("workspace"))));
        self.pty.screen()
    }

    /// Opens it again, now and then after a kill on the way there.
    fn open(&mut self, seeded: &mut Seeded, met: &mut Met) {
        self.pty = started(self.place, &self.built);
        while seeded.below(4) == 0 {
            self.pty.wait_bytes(usize::MAX, moment(seeded, LATEST.1));
            let before = self.text();
            self.die(met);
            met.opening += 1;
            self.room = beside(self.place, &self.built);
            assert_eq!(
                self.text(),
                before,
                "{:?}: a kill while opening",
                self.place
            );
            self.pty = started(self.place, &self.built);
        }
        self.go();
    }
}

/// A moment before so many microseconds have passed.
fn moment(seeded: &mut Seeded, latest: u32) -> Duration {
    let latest = usize::try_from(latest).unwrap();
    Duration::from_micros(seeded.below(latest).try_into().unwrap())
}

/// Entries of home above the settings, with a session that can be taken up.
const HOME_SETTINGS: usize = 8;

fn started(place: Place, built: &Built) -> Pty {
    let path = || built.session_path().to_string_lossy().into_owned();
    match place {
        Place::Team | Place::FirstRun | Place::Member => built.start(),
        Place::Notes => built.start_at(&["notes", &path()], (80, 24)),
        _ => built.start_at(&["open", &path()], (80, 24)),
    }
}

/// The program in this process, on the folder as the disk has it now.
fn beside(place: Place, built: &Built) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    let workspace = PathBuf::from(built.path("workspace"));
    if workspace.exists() {
        copy(&workspace, folder.path());
    }
    let session = || {
        let path = built.session_path();
        folder.path().join(path.strip_prefix(&workspace).unwrap())
    };
    let start = match place {
        Place::Team | Place::FirstRun | Place::Member => Start::Home,
        Place::Notes => Start::Notes(session()),
        _ => Start::Session(session()),
    };
    let now = chrono::Local::now().naive_local();
    Room::on(folder, Setup::default(), start, now)
}

/// Whether a workspace holds a file that is being written, or was when the program was killed.
fn has_unfinished(workspace: &Path) -> bool {
    let folders = [".", "sessions", "notes", ".crex/journal"];
    folders.iter().any(|folder| {
        let entries = std::fs::read_dir(workspace.join(folder));
        let mut names = entries.into_iter().flatten().flatten();
        names.any(|entry| entry.path().extension().is_some_and(|end| end == "tmp"))
    })
}

#[test]
fn killed_at_any_moment_of_typing_it_lost_no_character_that_was_painted() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
    let wanted = number("CREX_KILLS").map_or(KILLS, |n| usize::try_from(n).unwrap());
    let mut seeded = Seeded(number("CREX_SEED").unwrap_or(20_261_130));
    let (mut met, mut words) = (Met::default(), Words::default());
    let each = wanted.div_ceil(PLACES.len()).min(IN_A_ROW);
    for place in PLACES.iter().cycle() {
        let until = (met.kills + each).min(wanted);
        let mut typing = Typing::new(*place);
        while met.kills < until {
            typing.kill(&mut seeded, &mut words, &mut met);
        }
        if met.kills >= wanted {
            break;
        }
    }
    let Met {
        kills,
        opening,
        saving,
        behind,
        painted,
    } = met;
    println!(
        "typing: {kills} SIGKILLs, {opening} of them while opening, {saving} in the middle of a write, \
         {behind} with keys still on their way; {painted} painted characters, 0 lost"
    );
}
