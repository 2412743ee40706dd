//! The program with its hands: performs what the screens asked for, between the update and the frame. Nothing else on the
//! screen's side touches the disk or the clock.

mod incidents;
mod sessions;

use super::app::App;
use super::desk::{Desk, Doc, Effect, Open, Saving};
use super::key::Msg;
use super::prefs::Prefs;
use super::run::{Program, Wants};
use crate::domain::incident::Report;
use crate::domain::problem::Problem;
use crate::store::{Ack, Document, Settings, Store, Wake};
use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// Longest wait for the disk when leaving; the journal has what is not saved then.
const PATIENCE: Duration = Duration::from_secs(5);

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
    /// In this session.
    Session(std::path::PathBuf),
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
    /// The report of the incident just made, as it was made.
    fresh: Option<Report>,
}

impl Shell {
    /// Opens the workspace and begins.
    pub fn new(
        root: &Path,
        prefs: Prefs,
        settings: Settings,
        start: Start,
        size: (u16, u16),
        clock: Clock,
        wake: Wake,
    ) -> Result<Self, Problem> {
        let now = clock();
        let mut store = Store::open(root, now, wake.clone())?;
        let team = store.team(now)?;
        let listing = store.list();
        let desk = Desk::new(team, listing, root.to_owned(), prefs, now);
        let app = App::new(desk, size);
        let mut shell = Self {
            app,
            store,
            settings,
            clock,
            ids: Box::new(Uuid::new_v4),
            wake,
            leaving: false,
            fresh: None,
        };
        match start {
            Start::Home => {}
            Start::New => shell.app.new_session(),
            Start::Session(path) => shell.app.desk.ask(Effect::OpenSession(path)),
        }
        shell.perform();
        Ok(shell)
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
        let handle = self.app.desk.session.as_ref().map(|open| open.handle);
        if let (Some(handle), Some(place)) = (handle, self.app.place()) {
            // A place that cannot be kept costs nothing but the way back to it.
            let _ = self.store.place(handle, &place);
        }
    }

    fn effect(&mut self, effect: Effect) -> Result<(), Problem> {
        let now = self.app.desk.now;
        match effect {
            Effect::Edited(doc, changes) => self.edited(doc, &changes),
            Effect::List => {
                self.app.desk.listing = self.store.list();
                self.app.listed();
            }
            Effect::OpenSession(path) => {
                self.close_session();
                let opened = self.store.load(&path, now)?;
                self.begin_session(opened)?;
            }
            Effect::NewSession { date, begin } => self.new_session(date, begin)?,
            Effect::CloseSession(place) => {
                let handle = self.app.desk.session.as_ref().map(|open| open.handle);
                if let Some(handle) = handle {
                    let _ = self.store.place(handle, &place);
                }
                self.close_session();
            }
            Effect::OpenIncident(path) => self.open_incident(&path, now)?,
            Effect::CreateIncident(report) => self.create_incident(*report, now)?,
            Effect::CloseIncident => self.close_incident()?,
            Effect::PutAway(path) => self.put_away(&path, now)?,
            Effect::Entrust => {
                if self.entrust(now)? {
                    let said = self.app.desk.words().say_entrusted().to_owned();
                    self.app.report(said);
                }
            }
            Effect::Seal => self.seal(now)?,
            Effect::WriteRecord => self.write_record()?,
            Effect::KeepSettings => self.keep_settings()?,
            Effect::SwitchWorkspace(root) => self.switch(&root)?,
            Effect::Quit => self.leaving = true,
        }
        Ok(())
    }

    /// The journal first, then the snapshot for the thread.
    fn edited(&mut self, doc: Doc, changes: &[crate::domain::parts::Change]) {
        let desk = &self.app.desk;
        let done = match doc {
            Doc::Session => desk
                .session
                .as_ref()
                .map(|open| keep(&mut self.store, open, changes)),
            Doc::Incident => desk
                .incident
                .as_ref()
                .map(|open| keep(&mut self.store, open, changes)),
            Doc::Notes => desk
                .notes
                .as_ref()
                .map(|open| keep(&mut self.store, open, changes)),
            Doc::Team => Some(keep(&mut self.store, &desk.team, changes)),
        };
        if let Some(Err(problem)) = done {
            self.app.desk.saving = Saving::Failing(problem);
        }
    }

    fn begin_session(
        &mut self,
        opened: crate::store::Opened<crate::domain::session::Session>,
    ) -> Result<(), Problem> {
        let (place, path, id) = (opened.place.clone(), opened.path.clone(), opened.doc.id);
        self.app.desk.session = Some(Open::new(opened));
        let notes = self.store.notes(id, self.app.desk.now)?;
        self.app.desk.notes = Some(Open::new(notes));
        let _ = self.store.remember(&path);
        self.app.session_opened(place.as_deref());
        Ok(())
    }

    fn close_session(&mut self) {
        let now = self.app.desk.now;
        self.app.desk.advance(|session| session.stop_timer(now));
        for effect in self.app.desk.take_effects() {
            if let Effect::Edited(doc, changes) = effect {
                self.edited(doc, &changes);
            } else {
                self.app.desk.ask(effect);
            }
        }
        if let Some(open) = self.app.desk.session.take() {
            self.store.close(open.handle);
        }
        if let Some(open) = self.app.desk.notes.take() {
            self.store.close(open.handle);
        }
    }

    fn keep_settings(&mut self) -> Result<(), Problem> {
        let prefs = &self.app.desk.prefs;
        self.settings.theme = prefs.theme.scheme.name().into();
        self.settings.lang = Some(prefs.lang);
        self.settings.mouse = prefs.mouse;
        self.settings.save()
    }

    fn switch(&mut self, root: &Path) -> Result<(), Problem> {
        let now = self.app.desk.now;
        let mut store = Store::open(root, now, self.wake.clone())?;
        let team = store.team(now)?;
        let listing = store.list();
        self.close_session();
        let size = (
            self.app.desk.areas.screen.width,
            self.app.desk.areas.screen.height,
        );
        let desk = Desk::new(
            team,
            listing,
            root.to_owned(),
            self.app.desk.prefs.clone(),
            now,
        );
        self.app = App::new(desk, size);
        self.store = store;
        self.settings.workspace = Some(root.to_owned());
        self.settings.save()
    }

    /// Hears what became of the saves.
    fn hear(&mut self) {
        for ack in self.store.acks() {
            let desk = &mut self.app.desk;
            match ack {
                Ack::Saved { .. } if matches!(desk.saving, Saving::Failing(_)) => {
                    desk.saving = Saving::Saved;
                }
                Ack::Saved { .. } => {}
                Ack::Failed { problem, .. } => desk.saving = Saving::Failing(problem),
                Ack::Conflict { copy, .. } => {
                    let said = desk.words().say_conflict(&copy.display().to_string());
                    desk.saving = Saving::Conflict(copy);
                    self.app.warn(said);
                }
            }
        }
    }
}

/// One document's edit: its line in the journal, its snapshot for the thread.
fn keep<D: Document>(
    store: &mut Store,
    open: &Open<D>,
    changes: &[crate::domain::parts::Change],
) -> Result<(), Problem> {
    let written = store.record(open.handle, changes);
    store.save(open.handle, &open.doc, open.revision);
    written
}

impl Program for Shell {
    fn update(&mut self, msg: Msg) {
        self.app.desk.now = (self.clock)();
        self.hear();
        self.app.update(msg);
        self.perform();
    }

    fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        self.app.draw(buf)
    }

    fn next_tick(&self) -> Option<Duration> {
        self.app.next_tick()
    }

    fn wants(&self) -> Wants {
        Wants {
            leave: self.leaving,
            mouse: self.app.desk.prefs.mouse,
        }
    }

    fn leave(&mut self) {
        self.app.desk.now = (self.clock)();
        self.close_session();
        if let Err(problem) = self.close_incident() {
            self.app.tell(&problem);
        }
        self.perform();
        self.store.flush(PATIENCE);
    }
}
