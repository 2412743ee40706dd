//! Keys in, screen out: the real program on a real folder, with a clock that stands still until a test moves it.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{RealDisk, Settings, SharedDisk, Store};
use crex::tui::key::{Key, Msg};
use crex::tui::prefs::Prefs;
use crex::tui::run::Program;
use crex::tui::shell::{Beginning, Shell, Start};
use crex::tui::theme::{Depth, Scheme, Signs, Theme};
use ratatui::layout::Position;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use tempfile::TempDir;

mod folders;
mod painted;
mod twin;
mod typed;
mod worlds;

pub use folders::copy;
pub use folders::sessions as session_files;
use folders::sessions;
pub use folders::team_in as team;
pub use twin::{Days, Twin};
pub use typed::parse;

/// The day on which all stories begin: Thursday 19 November 2026, 14:00.
pub fn day() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 19)
        .unwrap()
        .and_hms_opt(14, 0, 0)
        .unwrap()
}

/// The program in front of a room.
pub struct Room {
    pub shell: Shell,
    pub folder: Rc<TempDir>,
    clock: Rc<Cell<NaiveDateTime>>,
    size: (u16, u16),
    twin: Option<Box<dyn Twin>>,
}

/// Choices for a room.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    pub size: (u16, u16),
    pub lang: Lang,
    pub scheme: Scheme,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            size: (80, 24),
            lang: Lang::Fr,
            scheme: Scheme::Sombre,
        }
    }
}

impl Room {
    /// An empty folder: the first run.
    pub fn empty(setup: Setup) -> Self {
        Self::on(
            Rc::new(tempfile::tempdir().unwrap()),
            setup,
            Start::Home,
            day(),
        )
    }

    /// A folder whose team has answered the first run: an MSP with five members, no quorum, the format room-90.
    pub fn with_team(setup: Setup) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        team(folder.path(), setup.lang);
        Self::on(folder, setup, Start::Home, day())
    }

    /// A meeting just begun by that team.
    pub fn meeting(setup: Setup) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        team(folder.path(), setup.lang);
        Self::on(folder, setup, Start::New, day())
    }

    /// A meeting of that team whose session already holds what `fill` puts into it.
    pub fn holding(setup: Setup, fill: impl FnOnce(&mut Session)) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        team(folder.path(), setup.lang);
        let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
        let team = store.team(day()).unwrap().doc;
        let mut session =
            crex::library::begin::session(&team, uuid::Uuid::from_u128(7), day().date());
        session.open_sitting(day());
        fill(&mut session);
        let path = store.create(session, day()).unwrap().path;
        drop(store);
        Self::on(folder, setup, Start::Session(path), day())
    }

    /// A meeting of that team, opened by keys: everyone present, the roles given, the charter accepted, nothing missing.
    pub fn opened(setup: Setup) -> Self {
        let mut room = Self::meeting(setup);
        room.open_meeting();
        room
    }

    /// The same at the step of the events, two of them typed and rated, the list in focus: E1 a cold chain break (severity 2,
    /// at worst 4, likelihood 3), E2 a prescription given to another person (severity 1, at worst 5, likelihood 2).
    pub fn with_incidents(setup: Setup) -> Self {
        let mut room = Self::opened(setup);
        room.keys("<F8><F8>");
        room.keys("aOnze doses après rupture du froid<Enter>")
            .keys("Le réfrigérateur est resté à 14 °C deux nuits.<Tab>")
            .keys("2<Tab>4<Tab>3<Esc>");
        room.keys("aOrdonnance remise à une autre personne<Enter>")
            .keys("Deux patientes du même prénom au comptoir.<Tab>")
            .keys("1<Tab>5<Tab>2<Esc>");
        room
    }

    /// A team in whose workspace incidents with these titles wait, and a meeting just begun.
    pub fn with_waiting(setup: Setup, titles: &[&str]) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        team(folder.path(), setup.lang);
        let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
        for (n, title) in titles.iter().enumerate() {
            let file = crex::domain::incident::IncidentFile {
                schema: crex::domain::SCHEMA,
                id: uuid::Uuid::from_u128(40 + n as u128),
                report: crex::domain::incident::Report {
                    reference: format!("2026-{:03}", n + 1).as_str().into(),
                    title: (*title).into(),
                    ..Default::default()
                },
            };
            store.create(file, day()).unwrap();
        }
        drop(store);
        Self::on(folder, setup, Start::New, day())
    }

    /// From home to the incidents that wait in the workspace.
    pub fn pool(&mut self) -> &mut Self {
        if self.screen().contains("Events waiting") {
            self.way("Events waiting")
        } else {
            self.way("Événements en attente")
        }
    }

    /// From home to the settings.
    pub fn settings(&mut self) -> &mut Self {
        if self.screen().contains("Settings") {
            self.way("Settings")
        } else {
            self.way("Réglages")
        }
    }

    /// Opens the entry of home that is called so.
    #[track_caller]
    pub fn way(&mut self, label: &str) -> &mut Self {
        for _ in 0..20 {
            let screen = self.screen();
            let held = |line: &str| line.contains('▌') && flatten(line).contains(label);
            if screen.lines().any(held) {
                return self.keys("<Enter>");
            }
            self.keys("<Down>");
        }
        panic!("no way to {label:?} on\n{}", self.screen());
    }

    /// Presses Tab until the focus stands on the field with this label.
    #[track_caller]
    pub fn tab_to(&mut self, label: &str) -> &mut Self {
        for _ in 0..80 {
            let screen = self.screen();
            let focused =
                |line: &str| line.chars().skip(17).any(|c| c == '▌') && line.contains(label);
            if screen.lines().any(focused) {
                return self;
            }
            self.keys("<Tab>");
        }
        panic!("no field {label:?} on\n{}", self.screen());
    }

    /// The keys of a usual opening, from the first field.
    pub fn open_meeting(&mut self) -> &mut Self {
        self.keys("<Enter><Tab>1<Tab>2<Tab>3<Tab>1<Tab><Enter><Enter><Space>")
    }

    /// The program on a folder.
    pub fn on(folder: Rc<TempDir>, setup: Setup, start: Start, now: NaiveDateTime) -> Self {
        Self::on_disk(Arc::new(RealDisk), folder, setup, start, now)
    }

    /// The program on a folder that is read and written through this disk.
    pub fn on_disk(
        disk: SharedDisk,
        folder: Rc<TempDir>,
        setup: Setup,
        start: Start,
        now: NaiveDateTime,
    ) -> Self {
        let theme = Theme::load(setup.scheme, Depth::Full, Signs::FULL).unwrap();
        let prefs = Prefs {
            theme,
            lang: setup.lang,
            mouse: true,
            lock_after: 15,
        };
        let clock = Rc::new(Cell::new(now));
        let tell = {
            let clock = Rc::clone(&clock);
            Box::new(move || clock.get())
        };
        let beginning = Beginning {
            root: folder.path().to_owned(),
            prefs,
            // The preferences of whoever runs the tests stay theirs.
            settings: Settings {
                passing: true,
                ..Settings::default()
            },
            start,
            size: setup.size,
            clock: tell,
            wake: Arc::new(|| {}),
        };
        let mut shell = Shell::on(disk, beginning).unwrap();
        // A large folder is read behind; the story begins once it is there.
        while shell.app().desk.listing.coming {
            std::thread::yield_now();
            shell.update(Msg::Woken);
        }
        Self {
            shell,
            folder,
            clock,
            size: setup.size,
            twin: None,
        }
    }

    /// Types: characters as they are, keys as `<Enter>`, `<Tab>`, `<C-p>`, `<C-Up>`, `<PgDn>`, `<F8>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.shell.update(Msg::Key(key));
            self.press_twin(key);
        }
        self.same();
        self
    }

    /// Presses one key.
    pub fn key(&mut self, key: Key) -> &mut Self {
        self.take(Msg::Key(key))
    }

    /// Takes one message.
    pub fn take(&mut self, msg: Msg) -> &mut Self {
        if let Msg::Resize(w, h) = msg {
            self.size = (w, h);
        }
        self.shell.update(msg);
        self
    }

    /// When the screen would change by itself.
    pub fn next_tick(&self) -> Option<std::time::Duration> {
        self.shell.next_tick()
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Pastes.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.shell.update(Msg::Paste(Text::new(text)));
        self
    }

    /// Clicks on the first place where `text` stands.
    pub fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let (row, line) = screen
            .lines()
            .enumerate()
            .find(|(_, l)| l.contains(text))
            .unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        let col = line[..line.find(text).unwrap()].chars().count();
        self.shell.update(Msg::Click(
            u16::try_from(col).unwrap(),
            u16::try_from(row).unwrap(),
        ));
        self
    }

    /// Clicks on a cell.
    pub fn click_at(&mut self, col: u16, row: u16) -> &mut Self {
        self.shell.update(Msg::Click(col, row));
        self
    }

    /// Where the file of the only session lies.
    pub fn session_path(&self) -> std::path::PathBuf {
        self.session_file("")
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, w: u16, h: u16) -> &mut Self {
        self.size = (w, h);
        self.shell.update(Msg::Resize(w, h));
        self
    }

    /// Lets time pass.
    pub fn minutes(&mut self, minutes: i64) -> &mut Self {
        self.clock
            .set(self.clock.get() + TimeDelta::minutes(minutes));
        self.shell.update(Msg::Tick);
        self
    }

    /// The screen as lines.
    pub fn screen(&self) -> String {
        self.painted().0
    }

    /// Where the terminal's cursor is.
    pub fn cursor(&self) -> Option<Position> {
        self.painted().1
    }

    /// Asserts that each text stands on the screen (spaces of any kind and line ends count as one space).
    #[track_caller]
    pub fn see(&self, texts: &[&str]) -> &Self {
        let screen = self.screen();
        let flat = flatten(&screen);
        for text in texts {
            assert!(
                flat.contains(&flatten(text)),
                "{text:?} is not on\n{screen}"
            );
        }
        self
    }

    /// Asserts that a text stands nowhere on the screen.
    #[track_caller]
    pub fn miss(&self, text: &str) -> &Self {
        let screen = self.screen();
        assert!(
            !flatten(&screen).contains(&flatten(text)),
            "{text:?} is on\n{screen}"
        );
        self
    }

    /// The session as it is in memory.
    pub fn session(&self) -> &crex::domain::session::Session {
        self.shell.app().desk.session().expect("no session is open")
    }

    /// The file of the session whose name has this in it.
    pub fn session_file(&self, name: &str) -> std::path::PathBuf {
        let mut files = sessions(self.folder.path()).into_iter();
        let found = files.find(|path| path.to_string_lossy().contains(name));
        found.expect("no such session")
    }

    /// Runs a command from the palette by the beginning of its name.
    pub fn palette(&mut self, name: &str) -> &mut Self {
        self.keys("<C-p>").keys(name).keys("<Enter>")
    }
}

/// One space for every run of white space, no-break ones included.
pub fn flatten(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}')
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
