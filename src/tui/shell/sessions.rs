//! What the shell does for a session as a whole: makes it, entrusts its analysis, seals it, writes its documents.

use super::Shell;
use crate::documents::{Format, pieces};
use crate::domain::ids::IncidentId;
use crate::domain::piece::Piece;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::domain::session::Session;
use crate::library;
use crate::store::{Entry, letterhead, logo};
use crate::training;
use crate::tui::desk::Effect;
use crate::words::Words;
use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

impl Shell {
    pub(super) fn new_session(
        &mut self,
        date: NaiveDate,
        begin: bool,
        left_out: &[Uuid],
    ) -> Result<(), Problem> {
        self.close_session();
        let now = self.app.desk.room;
        let mut session = self.prepared((self.ids)(), date, !begin, left_out);
        if begin {
            session.open_sitting(now);
        }
        let number = session.number;
        let opened = self.store.create(session, now)?;
        self.begin_session(opened);
        self.app.desk.advance_team(|team| team.last_number = number);
        Ok(())
    }

    /// A new session that plays this scenario, from now on. It takes no number: those are of real meetings.
    pub(super) fn play(&mut self, scenario: &Scenario) -> Result<(), Problem> {
        self.close_session();
        let now = self.app.desk.room;
        let mut session = training::begin::session(scenario, (self.ids)(), now.date());
        session.open_sitting(now);
        let opened = self.store.create(session, now)?;
        self.begin_session(opened);
        Ok(())
    }

    /// A new session with what the team and the earlier sessions give it; what cannot be read gives nothing. Prepared ahead,
    /// it has the events of the workspace on its table; begun now, its step of events offers them.
    fn prepared(&self, id: Uuid, date: NaiveDate, ahead: bool, left_out: &[Uuid]) -> Session {
        let listing = self.store.list();
        let read = |entry: &Entry| self.store.read::<Session>(&entry.path).ok();
        let earlier: Vec<Session> = listing
            .sessions
            .iter()
            .filter_map(|entry| read(entry).map(|parsed| parsed.doc))
            .collect();
        let said: Vec<_> = listing
            .follow_ups
            .into_iter()
            .filter_map(|f| f.1.ok())
            .collect();
        let pool: Vec<_> = listing
            .incidents
            .into_iter()
            .filter_map(|f| f.1.ok())
            .filter(|_| ahead)
            .collect();
        let carry = library::carry::carry(&earlier, &said, date);
        let team = &self.app.desk.team.doc;
        library::begin::next(team, id, date, &carry, &pool, left_out)
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
        let read = logo(&desk.root, &name);
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
        let (letterhead, fault) = letterhead(&self.app.desk.root, team);
        let bytes = format.write(&document, &letterhead.on(piece, &open.doc.structure));
        let ending = format.extension();
        let path = self.store.export(open.handle, &name, ending, &bytes)?;
        let words = self.app.desk.words();
        let said = words.say_written(&path.display().to_string());
        let fault = fault.map(|fault| words.problem(&fault));
        let lines: Vec<String> = [Some(said), fault].into_iter().flatten().collect();
        self.app.report(lines.join("\n"));
        Ok(())
    }
}
