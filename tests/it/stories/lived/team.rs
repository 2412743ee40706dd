//! The hands of a team through its year: what it presses at home, in a meeting, between two meetings.

use super::events::Event;
use crate::harness::{Days, Room, Setup, flatten};
use chrono::NaiveDateTime;
use crex::content::step as step_text;
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::tui::key::Msg;
use crex::tui::run::Program as _;
use std::path::PathBuf;
use std::time::Instant;

/// Columns and rows.
const SIZE: (u16, u16) = (100, 44);
/// Left of this column a meeting shows its rail.
const RAIL: usize = 17;
/// A line of a list shows at least so much of a text.
const SHOWN: usize = 30;
/// Fields of a report from its likelihood to its nature, from there to the stage of care, then to who was told.
const TO_NATURE: usize = 2;
const TO_STAGE: usize = 9;
const TO_INFORMED: usize = 7;
/// More presses of one key than any list or form needs.
pub const MANY: usize = 90;

/// Formats, in the order of the settings.
pub enum Format {
    /// Sixty minutes, the analysis between two meetings.
    Between = 1,
    /// Ninety minutes, the analysis in the room.
    Room = 3,
}

/// A team in front of the program, and the time it is.
pub struct Team {
    pub room: Room,
    /// The same year in a real terminal, where it is lived there too.
    terminal: Option<Box<dyn Days>>,
    now: NaiveDateTime,
}

impl Team {
    /// A new team on an empty folder: the first run, by keys.
    pub fn founded(on: &str) -> Self {
        let now = moment(on);
        let mut team = Self {
            room: Room::story_from(setup(), now),
            terminal: in_terminal(SIZE),
            now,
        };
        if let Some(terminal) = &mut team.terminal {
            terminal.begins(now, &mut team.room);
        }
        let room = &mut team.room;
        room.keys("MSP du Val d'Ambreuse (structure fictive)<Enter><Enter>")
            .keys("médecin généraliste, IDEL, pharmacien, secrétaire médicale, patiente partenaire<Enter><Enter>")
            .keys("3<Enter>");
        room.see(&["Nouvelle séance", "Aucune séance"]);
        team
    }

    /// Leaves; says where the year is kept.
    pub fn goes(&mut self) -> PathBuf {
        let there = self.terminal.as_mut().map(|terminal| terminal.leaves());
        if there.is_none() {
            self.keys("<C-q>");
        }
        self.room.shell.leave();
        there.unwrap_or_else(|| self.room.folder.path().to_owned())
    }

    /// Time passes until then.
    pub fn until(&mut self, then: &str) -> &mut Self {
        let then = moment(then);
        assert!(then > self.now, "{then} is past");
        match &mut self.terminal {
            None => drop(self.room.minutes((then - self.now).num_minutes())),
            Some(terminal) => {
                terminal.leaves();
                self.room.shell.leave();
                self.room = self.room.reopened_on(setup(), then);
                terminal.begins(then, &mut self.room);
                self.room.keys("<Home>");
            }
        }
        self.now = then;
        self
    }

    /// Keys as they are.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.room.keys(keys);
        self
    }

    /// Back home, on its first line.
    pub fn home(&mut self) -> &mut Self {
        if self.meets() {
            self.room.palette("accueil");
        }
        for _ in 0..4 {
            if self.room.screen().contains("Nouvelle séance") {
                break;
            }
            self.keys("<Esc>");
        }
        self.room.keys("<Home>").see(&["Nouvelle séance"]);
        self
    }

    /// The format of the meetings to come.
    pub fn takes(&mut self, format: Format) -> &mut Self {
        self.room.settings();
        let n = format as u8;
        self.room
            .keys(&format!("<Down><Down><Down><Enter>{n}<Esc><Esc>"));
        self.home()
    }

    /// Whether a session or an analysis is open.
    fn meets(&self) -> bool {
        self.room.shell.app().desk.session().is_some()
    }

    /// Whether the line in focus tells this.
    pub fn on(&self, text: &str) -> bool {
        let column = if self.meets() { RAIL } else { 0 };
        let screen = self.room.screen();
        let text: String = flatten(text).chars().take(SHOWN).collect();
        let held = |line: &str| {
            let right: String = line.chars().skip(column).collect();
            let after = right.split_once('▌');
            after.is_some_and(|(_, after)| flatten(after).contains(&text))
        };
        screen.lines().any(held)
    }

    /// Presses a key until the line in focus tells this.
    #[track_caller]
    fn press_to(&mut self, key: &str, text: &str) {
        for _ in 0..MANY {
            if self.on(text) {
                return;
            }
            self.room.keys(key);
        }
        panic!("{key} leads to no {text:?} on\n{}", self.room.screen());
    }

    /// Down a list of a meeting, from its first line, to that one.
    #[track_caller]
    pub fn hold(&mut self, text: &str) -> &mut Self {
        self.room.keys("<Home>");
        self.press_to("<Down>", text);
        self
    }

    /// By Tab to the field or button of that name.
    #[track_caller]
    pub fn tab_to(&mut self, label: &str) -> &mut Self {
        self.press_to("<Tab>", label);
        self
    }

    /// On to a step; where something is missing on the way, the group says why it goes on.
    #[track_caller]
    pub fn on_to(&mut self, step: StepKind) -> &mut Self {
        let name = step_text(step).name.get(Lang::Fr);
        for _ in 0..MANY {
            let screen = self.room.screen();
            let mut rail = screen.lines().filter_map(|line| line.strip_prefix('▌'));
            if rail.any(|line| line.chars().take(RAIL).collect::<String>().contains(name)) {
                return self;
            }
            self.room.keys("<F8>");
            if self.room.screen().contains("Il manque encore") {
                self.room.keys("pas cette fois<Enter>");
            }
        }
        panic!("{step:?} is not reached on\n{}", self.room.screen());
    }

    /// What is read behind has come, as the call for attention of its thread would tell.
    #[track_caller]
    pub fn awaits(&mut self, text: &str) -> &mut Self {
        let begun = Instant::now();
        while !flatten(&self.room.screen()).contains(text) {
            let screen = self.room.screen();
            assert!(begun.elapsed().as_secs() < 20, "no {text:?} on\n{screen}");
            std::thread::yield_now();
            self.room.take(Msg::Woken);
        }
        self
    }

    /// A report, typed in the form that is open.
    pub fn report(&mut self, event: &Event) {
        let [severity, worst, likelihood] = event.rated;
        self.keys(&format!("{}<Enter>{}<Tab>", event.title, event.facts));
        self.keys(&format!("{severity}<Tab>{worst}<Tab>{likelihood}"));
        let tabs = |n| "<Tab>".repeat(n);
        self.keys(&format!("{}{}", tabs(TO_NATURE), event.nature));
        self.keys(&format!("{}{}", tabs(TO_STAGE), event.stage));
        if event.informed {
            self.keys(&tabs(TO_INFORMED)).keys("1");
        }
        self.keys("<Esc>");
    }

    /// Reports come in between two meetings.
    pub fn collects(&mut self, on: &str, events: &[Event]) -> &mut Self {
        self.until(on);
        self.room.pool();
        for event in events {
            self.keys("a");
            self.report(event);
        }
        self.room.see(&[events[0].title]);
        self.keys("<Esc>");
        self.home()
    }

    /// What became of an action is said between two meetings, in the action plan.
    pub fn says_between(&mut self, on: &str, action: &str, keys: &str) -> &mut Self {
        self.until(on);
        self.room.way("Plan d'actions");
        let word = action.split(' ').next_back().unwrap_or_default();
        self.keys("<Tab><Tab><Tab><Tab>").keys(word).awaits(action);
        self.keys("<Enter>");
        self.room.see(&[action, "Dire où elle en est…"]);
        self.keys("a").keys(keys);
        self.home()
    }
}

fn setup() -> Setup {
    Setup {
        size: SIZE,
        ..Setup::default()
    }
}

/// The year in a real terminal beside, where `tests/long/lived` names a clock for it.
fn in_terminal(size: (u16, u16)) -> Option<Box<dyn Days>> {
    #[cfg(unix)]
    if let Some(clock) = std::env::var_os("CREX_CLOCK") {
        return Some(Box::new(super::terminal::Terminal::new(clock, size)));
    }
    let _ = size;
    None
}

fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}
