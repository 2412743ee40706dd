//! The program with its hands: performs what the screens asked for, between the update and the frame. Nothing else on the
//! screen's side touches the disk or the clock.

mod analyses;
mod beginning;
mod door;
mod elsewhere;
mod follow_ups;
mod following;
mod incidents;
mod leaving;
mod notes;
mod past;
mod playing;
mod private;
mod review;
mod rivals;
mod saves;
mod sealed;
mod sessions;
mod settings;
mod votes;
mod years;

pub use beginning::Beginning;
use beginning::Ready;
pub use door::Door;
use following::Following;

use super::app::App;
use super::desk::{Desk, Effect, Open, Past};
use super::key::Msg;
use super::run::{Answer, Program, Wants};
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::Report;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::domain::session::Session;
use crate::library::lookalike::Index;
use crate::store::{
    self, Handle, Listing, Looking, Opened, Reading, Settings, SharedDisk, Store, Wake,
};
use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use sessions::{Asked, Waiting};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;
use uuid::Uuid;

/// Tells the time: the wall clock, or the one of a test.
pub type Clock = Box<dyn Fn() -> NaiveDateTime>;

/// Gives a new file its id: a random one, or the one of a test.
pub type Ids = Box<dyn Fn() -> Uuid>;

/// How the program begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// At home.
    #[default]
    Home,
    /// In a new session.
    New,
    /// At the list of cases to train on.
    Training,
    /// In a new session that plays this scenario.
    Play(Arc<Scenario>),
    /// In this session.
    Session(std::path::PathBuf),
    /// In this analysis between two meetings.
    Analysis(std::path::PathBuf),
    /// Beside this session, which another terminal may lead: it is followed, and only its private notes are written.
    Notes(std::path::PathBuf),
}

/// The program, the store and the clock.
pub struct Shell {
    app: App,
    store: Store,
    settings: Settings,
    clock: Clock,
    ids: Ids,
    wake: Wake,
    leaving: bool,
    /// Whether what is in memory alone may be lost: it was asked.
    agreed: bool,
    /// The documents that could not be saved, the latest last.
    failing: Vec<(Handle, Problem)>,
    /// Since when there are any.
    failing_since: Option<NaiveDateTime>,
    /// The documents whose edits could not be written down at once.
    late: Vec<(Handle, Problem)>,
    /// The report of the incident just made, as it was made.
    fresh: Option<Report>,
    /// What lies in the workspace, while it is being read.
    listing: Option<Receiver<Listing>>,
    /// The past of the workspace, while it is being prepared.
    recalling: Option<Receiver<Index>>,
    /// The whole workspace, while it is being read.
    surveying: Option<Reading>,
    /// The new session that waits for the earlier ones to be read.
    beginning: Option<Waiting>,
    /// The words looked for behind.
    finding: Option<Looking>,
    /// The analysis between two meetings that is open, as it was last handed to the store.
    led: Option<AnalysisFile>,
    /// Whether an urn that is no more waits to be destroyed: first what came of it has to be on the disk.
    spent: bool,
    /// The place in the session that was kept last.
    placed: String,
    /// The revision of the private notes that the disk has.
    noted: u64,
    /// The session of another terminal that is followed here, if so.
    following: Option<Following>,
    /// The encrypted workspace that was asked for: its passphrase is needed first.
    at_door: Option<PathBuf>,
}

impl Shell {
    /// Opens a workspace in the clear and begins.
    pub fn new(beginning: Beginning) -> Result<Self, Problem> {
        Self::on(store::in_the_clear(&beginning.root)?, beginning)
    }

    /// Opens the workspace on this disk and begins.
    pub fn on(disk: SharedDisk, beginning: Beginning) -> Result<Self, Problem> {
        let ready = Ready::on(disk, &beginning)?;
        Ok(Self::begin(ready, beginning))
    }

    /// Begins on what is opened already.
    fn begin(ready: Ready, beginning: Beginning) -> Self {
        let Beginning {
            root,
            prefs,
            settings,
            start,
            size,
            clock,
            wake,
        } = beginning;
        let Ready { store, team } = ready;
        let now = clock();
        let beside = matches!(start, Start::Notes(_));
        let (listing, coming) = if beside {
            // The list is the other terminal's.
            Default::default()
        } else {
            store.list_soon(wake.clone())
        };
        let mut desk = Desk::new(team, listing, root, prefs, now);
        desk.encrypted = store.is_encrypted();
        let app = if beside {
            App::second(desk, size)
        } else {
            App::new(desk, size)
        };
        let mut shell = Self {
            app,
            store,
            settings,
            clock,
            ids: Box::new(Uuid::new_v4),
            wake,
            leaving: false,
            agreed: false,
            failing: Vec::new(),
            failing_since: None,
            late: Vec::new(),
            fresh: None,
            listing: coming,
            recalling: None,
            surveying: None,
            beginning: None,
            finding: None,
            led: None,
            spent: false,
            placed: String::new(),
            noted: 0,
            following: None,
            at_door: None,
        };
        match start {
            Start::Home => {}
            Start::New => shell.app.new_session(),
            Start::Training => shell.app.train(),
            Start::Play(scenario) => shell.app.desk.ask(Effect::Play(scenario)),
            Start::Session(path) => shell.app.desk.ask(Effect::OpenSession(path)),
            Start::Analysis(path) => shell.app.desk.ask(Effect::OpenAnalysis(path)),
            Start::Notes(path) => shell.begin_following(&path),
        }
        shell.perform();
        if let Some(fault) = &shell.settings.fault {
            let words = shell.app.desk.words();
            let said = words.say_preferences_unread(&words.problem(fault));
            shell.app.add(said);
        }
        shell.say_what_is_missing();
        shell.say_who_reads();
        if !beside {
            shell.say_who_copies();
        }
        shell
    }

    /// With ids of the caller for new files.
    #[must_use]
    pub fn with_ids(mut self, ids: Ids) -> Self {
        self.ids = ids;
        self
    }

    /// The program, for what a test wants to look at.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Does all that was asked, and keeps the place in the session.
    fn perform(&mut self) {
        loop {
            let effects = self.app.desk.take_effects();
            if effects.is_empty() {
                break;
            }
            for effect in effects {
                if let Err(problem) = self.effect(effect) {
                    self.app.tell(&problem);
                }
            }
        }
        self.agreed = false;
        self.keep_place();
    }

    fn effect(&mut self, effect: Effect) -> Result<(), Problem> {
        let now = self.app.desk.room;
        match effect {
            Effect::Edited(doc, changes) => self.edited(doc, &changes),
            Effect::List => {
                let listing = self.store.list();
                self.listed(listing);
            }
            Effect::OpenSession(path) => {
                self.close_session();
                let opened = self.store.load(&path, now)?;
                self.begin_session(opened);
            }
            Effect::OpenAnalysis(path) => self.open_analysis(&path, now)?,
            Effect::Present(path) => self.present(&path, now)?,
            Effect::NewSession {
                date,
                begin,
                left_out,
            } => self.new_session(Asked {
                date,
                begin,
                left_out,
            })?,
            Effect::Play(scenario) => self.play(&scenario)?,
            Effect::CloseSession => self.close_session(),
            Effect::GoHome(place) => self.go_home(&place),
            Effect::OpenNotes => self.open_notes(now),
            Effect::CloseNotes => self.rest_notes(),
            Effect::OpenIncident(path) => self.open_incident(&path, now)?,
            Effect::CreateIncident(report) => self.create_incident(*report, now)?,
            Effect::CloseIncident => self.close_incident()?,
            Effect::PutAway(path) => self.put_away(&path, now)?,
            Effect::Between(asked) => self.between(asked, now)?,
            Effect::WriteOut(output) => self.write_out(&output)?,
            Effect::Entrust => self.entrust_now(now)?,
            Effect::Recall => self.recall(),
            Effect::Survey => self.survey(),
            Effect::Find(typed, simulations) => self.find(&typed, simulations),
            Effect::StopFinding => self.finding = None,
            Effect::Review { path, source, spot } => self.review(&path, source, spot.as_ref())?,
            Effect::Peek(path) => self.peek(path),
            Effect::ReadPast(id) => self.read_past(id)?,
            Effect::AskElsewhere => self.ask_elsewhere(),
            Effect::SaveElsewhere(folder) => self.save_elsewhere(&folder)?,
            Effect::GoOnElsewhere(path) => self.go_on_elsewhere(&path)?,
            Effect::Seal => self.seal(self.app.desk.now)?,
            Effect::CompareSealed => self.compare_sealed(),
            Effect::CompareFiles(path) => self.compare_files(path)?,
            Effect::KeepFile(ours) => self.keep_file(ours)?,
            Effect::SayAmended(n) => self.app.report(self.app.desk.words().say_amended(n)),
            Effect::SayVotedOn => {
                let said = self.app.desk.words().say_voted_on();
                self.app.warn(said.to_owned());
            }
            Effect::KeepUrn => self.keep_urn(),
            Effect::DropUrn => self.drop_urn()?,
            Effect::Write(piece, event, format) => self.write_piece(piece, event, format)?,
            Effect::WriteYear(year, format) => self.write_year(year, format)?,
            Effect::ReadLogo => self.read_logo(),
            Effect::LookForWord(asked) => self.look_for_word(&asked),
            Effect::Scrub(asked) => self.scrub(&asked)?,
            Effect::Keep(chosen) => self.keep_setting(chosen)?,
            Effect::SwitchWorkspace(root) => self.switch(&root)?,
            Effect::LetLose => self.agreed = true,
            Effect::Quit => self.quit(),
        }
        Ok(())
    }

    /// The session, at the place where it was left. Its private notes are opened when somebody writes them.
    fn begin_session(&mut self, opened: Opened<Session>) {
        let (place, path, id) = (opened.place.clone(), opened.path.clone(), opened.doc.id);
        if !opened.doc.is_led() {
            let _ = self.store.remember(&path);
        }
        let read = opened.doc.play.injected.len();
        self.app.desk.session = Some(Open::new(opened));
        self.app.desk.news_read = read;
        self.start_at_room_speed();
        self.open_amendments();
        let papers_lost = self.take_up_vote();
        self.app.desk.past = Past::default();
        self.look_for_rival();
        // What is being read may belong to the folder before, or lack what was just written.
        self.recalling = None;
        self.app.session_opened(place.as_deref());
        if let Some(problem) = self.store.notes_fault(id) {
            self.app.tell(&problem);
        }
        if papers_lost {
            self.app
                .warn(self.app.desk.words().say_urn_lost().to_owned());
        }
    }
}

impl Program for Shell {
    fn update(&mut self, msg: Msg) {
        self.app.desk.tell_time((self.clock)());
        self.hear();
        self.take_listing();
        self.take_past();
        self.take_registry();
        // A key is for what was in sight when it was pressed: no meeting comes between.
        if msg == Msg::Woken {
            self.take_before();
        }
        self.take_found();
        self.look_along(&msg);
        self.app.update(msg);
        self.perform();
    }

    fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        if let Some(following) = &self.following {
            following.drawn();
        }
        self.app.draw(buf)
    }

    fn answer(&self, buf: &mut Buffer) -> Option<Answer> {
        self.app.answer(buf)
    }

    fn settle(&self) -> bool {
        self.app.settle()
    }

    fn still(&self) -> bool {
        self.following.as_ref().is_some_and(Following::is_still)
    }

    fn next_tick(&self) -> Option<Duration> {
        match &self.following {
            Some(_) => Some(following::LOOK),
            None => self.app.next_tick(),
        }
    }

    fn wants(&self) -> Wants {
        Wants {
            leave: self.leaving,
            mouse: self.app.desk.prefs.mouse,
        }
    }

    fn leave(&mut self) {
        self.app.desk.tell_time((self.clock)());
        self.close_session();
        for left in [self.close_incident(), self.close_follow_up()] {
            if let Err(problem) = left {
                self.app.tell(&problem);
            }
        }
        self.perform();
        self.store.wait();
    }
}
