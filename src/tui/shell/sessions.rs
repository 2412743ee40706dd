//! What the shell does for a session as a whole: makes it, entrusts its analysis, seals it, writes its documents.

use super::Shell;
use crate::documents::{Format, pieces};
use crate::domain::ids::IncidentId;
use crate::domain::incident::IncidentFile;
use crate::domain::piece::Piece;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::library;
use crate::store::{Before, Handle, letterhead, logo};
use crate::tui::app::same_place;
use crate::tui::desk::Effect;
use crate::words::{Words, shown};
use chrono::{NaiveDate, NaiveDateTime};
use std::sync::mpsc::{Receiver, TryRecvError};
use uuid::Uuid;

/// A new session that was asked for while the earlier ones are read.
#[derive(Debug)]
pub(super) struct Waiting {
    before: Receiver<Before>,
    asked: Asked,
    /// The document that was open then.
    beside: Option<Handle>,
}

/// What is asked of a new session.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// Its day.
    pub date: NaiveDate,
    /// Whether it begins now.
    pub begin: bool,
    /// The events that wait and are not for it.
    pub left_out: Vec<Uuid>,
}

impl Shell {
    /// Makes a new session: at once, or once the earlier ones are read.
    pub(super) fn new_session(&mut self, asked: Asked) -> Result<(), Problem> {
        if self.beginning.is_none() {
            match self.store.before(self.wake.clone()) {
                Ok(before) => return self.make_session(&asked, &before),
                Err(coming) => {
                    self.beginning = Some(Waiting {
                        before: coming,
                        asked,
                        beside: self.open_document(),
                    });
                }
            }
        }
        let said = self.app.desk.words().say_reading_before();
        self.app.report(said.to_owned());
        Ok(())
    }

    /// Makes the session that was asked for, once the earlier ones are read, unless something else was opened meanwhile.
    pub(super) fn take_before(&mut self) {
        let Some(beginning) = &self.beginning else {
            return;
        };
        let before = match beginning.before.try_recv() {
            Err(TryRecvError::Empty) => return,
            read => read.ok(),
        };
        let Some(beginning) = self.beginning.take() else {
            return;
        };
        if beginning.beside != self.open_document() {
            let said = self.app.desk.words().say_not_begun();
            return self.app.warn(said.to_owned());
        }
        if let Some(Err(problem)) = before.map(|b| self.make_session(&beginning.asked, &b)) {
            self.app.tell(&problem);
        }
    }

    fn open_document(&self) -> Option<Handle> {
        let desk = &self.app.desk;
        let session = desk.session.as_ref().map(|open| open.handle);
        let follow_up = desk.follow_up.as_ref().map(|open| open.handle);
        let incident = desk.incident.as_ref().map(|open| open.handle);
        incident.or(follow_up).or(session)
    }

    fn make_session(&mut self, asked: &Asked, before: &Before) -> Result<(), Problem> {
        self.close_session();
        let now = self.app.desk.room;
        let mut session = self.prepared(asked, before);
        if asked.begin {
            session.open_sitting(now);
        }
        let number = session.number;
        let opened = self.store.create(session, now)?;
        self.begin_session(opened);
        self.app.desk.advance_team(|team| team.last_number = number);
        Ok(())
    }

    /// A new session with what the team and the earlier sessions give it. Prepared ahead, it has the events of the workspace on
    /// its table; begun now, its step of events offers them.
    fn prepared(&self, asked: &Asked, before: &Before) -> Session {
        let date = asked.date;
        let carry = library::carry::carry(&before.sessions, &before.follow_ups, date);
        let pool: &[IncidentFile] = if asked.begin { &[] } else { &before.incidents };
        let team = &self.app.desk.team.doc;
        library::begin::next(team, (self.ids)(), date, &carry, pool, &asked.left_out)
    }

    /// Keeps where the user is. While a vote is open, not at which minute: no key of a voter changes anything but the urn.
    pub(super) fn keep_place(&mut self) {
        if let Some(typed) = self.app.first_place() {
            let _ = self.store.place(self.app.desk.team.handle, &typed);
        }
        let handle = self.app.desk.session.as_ref().map(|open| open.handle);
        let (Some(handle), Some(place)) = (handle, self.app.place()) else {
            return;
        };
        if self.app.desk.urn.is_some() && same_place(&place, &self.placed) {
            return;
        }
        // A place that cannot be kept costs nothing but the way back to it.
        let _ = self.store.place(handle, &place);
        self.placed = place;
    }

    /// Lets the session go, with all that is open beside it.
    pub(super) fn close_session(&mut self) {
        self.slow_down();
        let now = self.app.desk.now;
        self.app.desk.advance(|session| {
            session.stop_timer(now);
            session.open_analysis(None);
        });
        for effect in self.app.desk.take_effects() {
            if let Effect::Edited(doc, changes) = effect {
                self.edited(doc, &changes);
            } else {
                self.app.desk.ask(effect);
            }
        }
        self.leave_vote();
        if let Some(open) = self.app.desk.session.take() {
            self.let_go(open.handle);
        }
        self.close_notes();
        if let Some(open) = self.app.desk.amendments.take() {
            self.let_go(open.handle);
        }
        self.app.desk.amendments_fault = None;
        self.led = None;
    }

    pub(super) fn seal(&mut self, now: NaiveDateTime) -> Result<(), Problem> {
        let Some(open) = &self.app.desk.session else {
            return Ok(());
        };
        let sealed = self.store.seal(open.handle, &open.doc, now)?;
        // Whoever leads the analysis finds it, even when nobody thought of the button.
        if let Err(problem) = self.entrust(now) {
            self.app.tell(&problem);
        }
        self.app.session_sealed(sealed);
        self.open_amendments();
        // A vote that was still open is cancelled: no paper of it stays.
        self.app.desk.urn = None;
        self.drop_urn()?;
        Ok(())
    }

    /// Entrusts the analysis before the session is sealed, and says so. What may only be read writes nothing.
    pub(super) fn entrust_now(&mut self, now: NaiveDateTime) -> Result<(), Problem> {
        let desk = &self.app.desk;
        let words = desk.words();
        let played = desk.session().is_some_and(|s| s.kind.is_simulation());
        if let Some(why) = desk.read_only() {
            let said = words.why(why);
            self.app.warn(said);
        } else if played {
            self.app.report(words.say_not_entrusted().to_owned());
        } else if self.entrust(now)? {
            self.app.report(words.say_entrusted().to_owned());
        }
        Ok(())
    }

    /// Writes the file of the analysis that this session entrusts, once; says whether it did.
    pub(super) fn entrust(&mut self, now: NaiveDateTime) -> Result<bool, Problem> {
        let listing = self.store.list();
        let session = self.app.desk.session();
        let there = |s: &Session| {
            let files = listing.analyses.iter().filter_map(|f| f.1.as_ref().ok());
            files.into_iter().any(|file| s.entrusted_as(file))
        };
        let file = session.filter(|s| !there(s));
        let Some(file) = file.and_then(|s| s.entrust((self.ids)())) else {
            return Ok(false);
        };
        let opened = self.store.create(file, now)?;
        self.store.close(opened.handle);
        self.app.desk.ask(Effect::List);
        Ok(true)
    }

    /// Looks for the logo of the team, so that a wrong name is told while it is typed.
    pub(super) fn read_logo(&mut self) {
        let desk = &mut self.app.desk;
        let name = desk.team.doc.logo.clone();
        let read = logo(&**self.store.disk(), &desk.root, &name);
        let size = read.map(|logo| logo.map(|logo| (logo.width, logo.height)));
        desk.logo = Some((name, size));
    }

    /// Writes a document of the session beside its file, and says where.
    pub(super) fn write_piece(
        &mut self,
        piece: Piece,
        event: Option<IncidentId>,
        format: Format,
    ) -> Result<(), Problem> {
        let Some(open) = &self.app.desk.session else {
            return Ok(());
        };
        let (beside, today) = (self.app.desk.beside(), self.app.desk.today());
        let document = pieces::piece_of(&open.doc, &beside, piece, event, today);
        let name = Words(open.doc.lang).piece_file(piece);
        let event = event.map(|id| id.to_string());
        let name = [Some(name.to_owned()), event].into_iter().flatten();
        let name = name.collect::<Vec<_>>().join("-");
        let team = &self.app.desk.team.doc;
        let (letterhead, fault) = letterhead(&**self.store.disk(), &self.app.desk.root, team);
        let bytes = format.write(&document, &letterhead.on(piece, &open.doc.structure));
        let ending = format.extension();
        let path = self.store.export(open.handle, &name, ending, &bytes)?;
        let words = self.app.desk.words();
        let said = words.say_written(&shown(&path));
        let fault = fault.map(|fault| words.problem(&fault));
        let lines: Vec<String> = [Some(said), fault].into_iter().flatten().collect();
        self.app.report(lines.join("\n"));
        Ok(())
    }
}
