//! The program on the screen: a stack of screens over the desk. Messages in, effects out (they wait on the desk).

mod chrome;
mod draw;
mod going;
mod guarding;
mod playing;
mod reviewing;
mod sealed;
mod told;

pub use told::{same_place, seen};

use super::command::Command;
use super::desk::{Desk, Doc, Effect, Saving};
use super::frame::Areas;
use super::key::{Key, Msg};
use super::keymap::{Scope, lookup};
use super::prefs::Pref;
use super::screens::ask::Ask;
use super::screens::help::Help;
use super::screens::home::Home;
use super::screens::meeting::Meeting;
use super::screens::palette::Palette;
use super::screens::pieces::Pieces;
use super::screens::reader::Reader;
use super::screens::search::Search;
use super::screens::second::Second;
use super::screens::{Flow, Input, Screen, clock, first_run, parking, speaking};
use super::theme::Role;
use crate::domain::session::Session;
use crate::domain::wording::Mark;
use crate::words::shown;
use draw::Foot;
use guarding::Read;
use ratatui::layout::Position;
use std::cell::{Cell, RefCell};

/// How much of the screen what has come may have changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Unseen {
    /// Nothing: all is drawn.
    #[default]
    Nothing,
    /// The field in focus, and in little the rest, which can wait until the hands rest.
    Field,
    /// Anything.
    All,
}

/// The program.
pub struct App {
    /// The documents.
    pub desk: Desk,
    screens: Vec<Screen>,
    curtain: bool,
    /// Remarks on wording passed over where no session keeps them.
    passed: Vec<Mark>,
    said: Option<(String, Role)>,
    /// Nothing was done yet where a search or the decisions led.
    arrived: bool,
    /// Escape was just pressed where nothing was left to leave but the session: once more leads home.
    leaving: bool,
    /// The text that the wording guard read last, and what it found.
    read: RefCell<Read>,
    /// What the next frame has to show.
    unseen: Cell<Unseen>,
    /// Where the cursor was shown last.
    cursor: Cell<Option<Position>>,
    /// The keys at the foot of the last frame, and what they depended on.
    foot: RefCell<Foot>,
}

impl App {
    /// The second terminal, beside the one on the wall.
    pub fn second(desk: Desk, size: (u16, u16)) -> Self {
        let mut app = Self::bare(desk, size);
        app.screens.push(Second::new(&app.desk).into());
        app
    }

    /// The program at home, or at the questions of a first run when the team has no name yet.
    pub fn new(desk: Desk, size: (u16, u16)) -> Self {
        let mut app = Self::bare(desk, size);
        app.screens.push(Home::new(&app.desk).into());
        if first_run::is_due(&app.desk) {
            app.screens.push(first_run::FirstRun::new(&app.desk).into());
        }
        app
    }

    fn bare(desk: Desk, size: (u16, u16)) -> Self {
        let mut app = Self {
            desk,
            screens: Vec::new(),
            curtain: false,
            passed: Vec::new(),
            said: None,
            arrived: false,
            leaving: false,
            read: RefCell::default(),
            unseen: Cell::default(),
            cursor: Cell::default(),
            foot: RefCell::default(),
        };
        app.resize(size);
        app
    }

    /// Takes a message.
    pub fn update(&mut self, msg: Msg) {
        let floats = self.screens.len();
        let before = self.unseen.replace(Unseen::All);
        self.take(msg);
        // Only typing, on a screen that is still there, can be answered by its field alone.
        if before == Unseen::All || self.screens.len() != floats {
            self.unseen.set(Unseen::All);
        }
    }

    fn take(&mut self, msg: Msg) {
        self.desk.give_due();
        match msg {
            Msg::Resize(w, h) => self.resize((w, h)),
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) if !self.curtain => self.input(&Input::Paste(text)),
            Msg::Click(col, row) if !self.curtain => self.input(&Input::Click(col, row)),
            Msg::Wheel(_, _, lines) if !self.curtain => self.input(&Input::Wheel(lines)),
            Msg::Paste(_) | Msg::Click(..) | Msg::Wheel(..) | Msg::Tick | Msg::Woken => {}
        }
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.desk.areas = Areas::new(size, self.desk.prefs.theme.density);
    }

    fn key(&mut self, key: Key) {
        let scopes = self.scopes();
        let lang = self.desk.words().0;
        if self.curtain {
            self.curtain_key(lookup(key, &scopes, lang));
            return;
        }
        // What came up behind a voter's paper is told once the keyboard is back.
        if !self.is_veiled() {
            self.said = None;
        }
        if let Some(command) = lookup(key, &scopes, lang) {
            if matches!(command, Command::Type(_) | Command::Backspace) {
                self.unseen.set(Unseen::Field);
            }
            self.input(&Input::Command(command));
        }
    }

    /// Under the curtain only the curtain's own key, Escape and leaving are heard.
    fn curtain_key(&mut self, command: Option<Command>) {
        match command {
            Some(Command::Curtain | Command::Back) => self.curtain = false,
            Some(Command::Quit) => self.desk.ask(Effect::Quit),
            _ => {}
        }
    }

    /// Where a key would be looked up now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = self
            .screens
            .last()
            .map(|screen| screen.scopes(&self.desk))
            .unwrap_or_default();
        if self.reviewing() {
            scopes.push(Scope::Review);
        }
        if matches!(self.screens.first(), Some(Screen::Second(_))) {
            scopes.push(Scope::Apart);
        } else if !self.is_veiled() {
            scopes.push(Scope::Everywhere);
        }
        scopes
    }

    /// Whether a voter is alone with his paper.
    fn is_veiled(&self) -> bool {
        let top = self.screens.last();
        top.is_some_and(|screen| screen.is_veiled(&self.desk))
    }

    fn input(&mut self, input: &Input) {
        // Who only looked goes straight back, whatever is open there.
        let arrived = std::mem::take(&mut self.arrived) && self.reviewing();
        if arrived && *input == Input::Command(Command::Back) {
            self.leave_review();
            return;
        }
        let leaving = std::mem::take(&mut self.leaving);
        let Some(top) = self.screens.last_mut() else {
            return;
        };
        let before = self.desk.revision();
        let flow = top.update(input, &mut self.desk);
        self.remark(input, before);
        if *input == Input::Command(Command::Back) && matches!(flow, Flow::Ignored) {
            self.back(leaving);
        } else {
            self.flow(flow, input);
        }
    }

    /// What must not happen without a word: something was taken out, or nothing can be written here.
    fn remark(&mut self, input: &Input, before: u64) {
        let changed = self.desk.revision() != before;
        // What floats has its own text; what is read takes none.
        let takes =
            |top: &Screen| !top.floats() && !matches!(top, Screen::Reader(_) | Screen::Pieces(_));
        let typed = self.screens.last().is_some_and(takes) && writes(input);
        if changed && *input == Input::Command(Command::Delete) {
            self.say(self.desk.words().say_deleted());
        } else if typed && !changed && self.desk.asks_nothing() {
            let why = self.document().and_then(|doc| self.desk.why_read_only(doc));
            let said = why.map(|why| (self.desk.words().why(why), Role::See));
            self.said = said.or(self.said.take());
        }
    }

    fn flow(&mut self, flow: Flow, input: &Input) {
        match flow {
            Flow::Stay => {}
            Flow::Ignored => {
                if let Input::Command(command) = input {
                    self.command(*command);
                }
            }
            Flow::Push(screen) => self.screens.push(screen),
            Flow::Replace(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Flow::Close => self.close(),
            Flow::CloseAnd(command) => {
                self.close();
                self.input(&Input::Command(command));
            }
            Flow::Say(text) => self.said = Some((text, Role::See)),
            Flow::GoTo(spot) => self.go_to(&spot, Meeting::go_to),
            Flow::GoWithin(spot) => self.go_to(&spot, Meeting::go_within),
        }
    }

    /// What holds everywhere.
    fn command(&mut self, command: Command) {
        let words = self.desk.words();
        match command {
            Command::Quit => self.desk.ask(Effect::Quit),
            Command::HowToQuit => self.say(match self.desk.saving {
                Saving::Failing(..) => words.say_quit_unsaved(),
                _ => words.say_how_to_quit(),
            }),
            Command::Palette => {
                let palette = Palette::new(self.scopes(), self.is_remarked());
                self.screens.push(palette.into());
            }
            Command::Help => self.help(),
            Command::Curtain => self.curtain = true,
            Command::Undo | Command::Redo => self.travel(command),
            Command::Theme => self.next_theme(),
            Command::Language => {
                self.desk.prefs.other_language();
                self.desk.ask(Effect::Keep(Pref::Lang));
            }
            Command::Mouse => self.turn_mouse(),
            Command::PassRemark => self.pass_remark(),
            Command::Silence if self.desk.session.is_some() => self.silence_guard(),
            Command::NextSession | Command::PrevSession => self.neighbour(command),
            Command::Home => self.go_home(),
            Command::Decisions => self.decisions(),
            Command::Search if self.desk.session.is_none() => self.find(),
            Command::Plan => self.open_plan(),
            Command::Yearly => self.year(),
            Command::Scrub => self.scrub(),
            _ if self.desk.session.is_some() => self.session_command(command),
            _ => {}
        }
    }

    /// The document that edits reach on this screen, whatever floats over it.
    fn document(&self) -> Option<Doc> {
        match self.screens.iter().rfind(|screen| !screen.floats())? {
            Screen::Meeting(_) | Screen::Reader(_) | Screen::Pieces(_) => Some(Doc::Session),
            Screen::Pool(_) => Some(Doc::Incident),
            Screen::Plan(_) => Some(Doc::FollowUp),
            Screen::Amendments(_) => Some(Doc::Amendments),
            Screen::Second(_) => Some(Doc::Notes),
            Screen::Settings(_) | Screen::FirstRun(_) => Some(Doc::Team),
            _ => None,
        }
    }

    /// Undoes or redoes in the document of this screen: nothing changes that nobody sees.
    fn travel(&mut self, command: Command) {
        let (doc, words) = (self.document(), self.desk.words());
        let said = if command == Command::Undo {
            let done = doc.is_some_and(|doc| self.desk.undo(doc));
            [words.say_nothing_to_undo(), words.say_undone()][usize::from(done)]
        } else {
            let done = doc.is_some_and(|doc| self.desk.redo(doc));
            [words.say_nothing_to_redo(), words.say_redone()][usize::from(done)]
        };
        self.say(said);
    }

    fn help(&mut self) {
        let top = self.screens.last();
        let topic = top.map(|s| s.topic(&self.desk)).unwrap_or_default();
        self.screens.push(Help::new(topic, self.scopes()).into());
    }

    /// What holds while a session is open, whatever screen is on top.
    fn session_command(&mut self, command: Command) {
        let led = self.desk.session().is_some_and(Session::is_led);
        if led && command.is_of_meetings() {
            self.say(self.desk.words().led_not_here());
            return;
        }
        if command == Command::Note {
            self.desk.ask(Effect::OpenNotes);
            return;
        }
        if command == Command::Second {
            let how = self.desk.words().second_how(&shown(&self.desk.root));
            self.said = Some((how, Role::Aside));
            return;
        }
        if command == Command::CompareFiles {
            self.desk.ask(Effect::CompareFiles(None));
            return;
        }
        if command == Command::Elsewhere {
            self.desk.ask(Effect::AskElsewhere);
            return;
        }
        if matches!(command, Command::Amend | Command::CompareSealed) {
            self.sealed_command(command);
            return;
        }
        let screen: Screen = match command {
            Command::Search => Search::default().into(),
            Command::Park => parking::Parking::default().into(),
            Command::Cards | Command::Trainer => match self.played(command) {
                Some(screen) => screen,
                None => return,
            },
            Command::Timer => clock::Clock.into(),
            Command::Speaking => speaking::Speaking::default().into(),
            Command::Pause => Ask::pause().into(),
            Command::Adjourn => Ask::adjourn().into(),
            Command::Record => Reader::record(&self.desk).into(),
            Command::Documents => Pieces::default().into(),
            Command::Seal => Ask::seal(&self.desk).into(),
            _ => return,
        };
        self.screens.push(screen);
    }

    fn say(&mut self, text: &str) {
        self.said = Some((text.to_owned(), Role::Aside));
    }
}

/// Whether input is meant to change the document.
fn writes(input: &Input) -> bool {
    match input {
        Input::Paste(_) => true,
        Input::Command(
            Command::Type(_) | Command::NewLine | Command::Backspace | Command::Erase,
        ) => true,
        Input::Command(command) => command.writes(),
        Input::Click(..) | Input::Wheel(_) => false,
    }
}
