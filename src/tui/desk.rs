//! The desk: the open documents and the only way to change them. `Desk::edit` compares before and after: that is undo,
//! journal, autosave, the revision and read-only review at once, so that no screen can forget one of them.

mod amendments;
mod between;
mod effect;
mod grids;
mod open;
mod playing;
mod reading;
mod rivals;
mod seen;
mod undo;
mod voting;

pub use between::{Between, Output};
pub use effect::{Effect, SeenLogo};
pub use open::Open;
pub use reading::{Past, Whole};
pub use rivals::Rivals;
pub use seen::Seen;

use super::frame::Areas;
use super::prefs::Prefs;
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::ids::AnalysisId;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::parts::Change;
use crate::domain::problem::{Problem, Why};
use crate::domain::session::{Session, Stage};
use crate::domain::team::Team;
use crate::domain::urn::Urn;
use crate::store::{Listing, Opened};
use crate::words::Words;
use chrono::{NaiveDate, NaiveDateTime};
use std::path::PathBuf;

/// Which document an effect concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doc {
    /// The session.
    Session,
    /// The team.
    Team,
    /// The incident of the workspace being edited.
    Incident,
    /// What is being said of an action between two meetings.
    FollowUp,
    /// The private notes.
    Notes,
    /// The amendments to the sealed session.
    Amendments,
}

/// What belongs to one undo: edits of the same group without a pause between them are undone together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Each edit stands alone.
    Alone,
    /// Typing in one field.
    Field(String),
}

/// Whether what is on the screen is on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Saved: the journal line is written.
    #[default]
    Saved,
    /// The disk refuses; the meeting goes on in memory. Why, and since when.
    Failing(Problem, NaiveDateTime),
    /// Edits are saved a moment later, but not written down at once.
    Late(Problem),
    /// Another program changed the file; ours stands beside it.
    Conflict(std::path::PathBuf),
}

/// The open documents and what is asked of the world.
pub struct Desk {
    /// The team.
    pub team: Open<Team>,
    /// The session, when one is open.
    pub session: Option<Open<Session>>,
    /// The incident being edited outside a session.
    pub incident: Option<Open<IncidentFile>>,
    /// What is being said of an action between two meetings.
    pub follow_up: Option<Box<Open<FollowUpFile>>>,
    /// Two states of one session, while they are compared.
    pub rivals: Option<Rivals>,
    /// The private notes of the session, while they are open: on the wall in their window alone, so that another terminal
    /// can write them.
    pub notes: Option<Open<Notes>>,
    /// The amendments to the session, once it is sealed.
    pub amendments: Option<Open<AmendmentFile>>,
    /// What keeps them from being read, if so.
    pub amendments_fault: Option<Problem>,
    /// The urn of the vote that is open in the session.
    pub urn: Option<Urn>,
    /// What keeps its papers from being kept on the disk, if so: they are in memory alone.
    pub urn_fault: Option<Problem>,
    /// The session of another terminal that is followed here, if so.
    pub followed: Option<Box<Seen>>,
    /// The logo that was looked for last.
    pub logo: Option<SeenLogo>,
    /// What lies in the workspace.
    pub listing: Listing,
    /// The past of the workspace.
    pub past: Past,
    /// The whole workspace, for what is told of all its sessions together.
    pub whole: Whole,
    /// The state of saving.
    pub saving: Saving,
    /// The time of this update: that of the room, or in a simulation that which its meeting goes by.
    pub now: NaiveDateTime,
    /// The time of this update in the room.
    pub room: NaiveDateTime,
    /// What the person chose for the screen.
    pub prefs: Prefs,
    /// The places of the screen at its present size.
    pub areas: Areas,
    /// The folder of the workspace, to be shown.
    pub root: PathBuf,
    /// Whether only who has the passphrase reads what lies in it.
    pub encrypted: bool,
    /// How many injects of the simulation that is open the group has read.
    pub news_read: usize,
    effects: Vec<Effect>,
}

impl Desk {
    /// A desk with the team alone.
    pub fn new(
        team: Opened<Team>,
        listing: Listing,
        root: PathBuf,
        prefs: Prefs,
        now: NaiveDateTime,
    ) -> Self {
        Self {
            team: Open::new(team),
            session: None,
            incident: None,
            follow_up: None,
            rivals: None,
            notes: None,
            amendments: None,
            amendments_fault: None,
            urn: None,
            logo: None,
            urn_fault: None,
            followed: None,
            listing,
            past: Past::default(),
            whole: Whole::default(),
            saving: Saving::Saved,
            now,
            room: now,
            prefs,
            areas: Areas::default(),
            root,
            encrypted: false,
            news_read: 0,
            effects: Vec::new(),
        }
    }

    /// The sentences of the screen.
    pub fn words(&self) -> Words {
        self.prefs.words()
    }

    /// Takes the time of the room: from here on it is that of this update.
    pub fn tell_time(&mut self, room: NaiveDateTime) {
        let played = |s: &&Session| s.kind.is_simulation() && s.stage != Stage::Sealed;
        let played = self.session().filter(played);
        let now = played.map_or(room, |session| session.play.clock.at(room));
        (self.room, self.now) = (room, now);
    }

    /// The day of this update.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The session, if one is open.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref().map(|open| &open.doc)
    }

    /// Changes the session; says whether something changed.
    /// What an open vote asks about is not taken out: then nothing changes, and why is said.
    pub fn edit(&mut self, group: Group, change: impl FnOnce(&mut Session)) -> bool {
        let now = self.now;
        let listing = &self.listing;
        let mut stands = true;
        let changes = self
            .session
            .as_mut()
            .map(|open| {
                open.edit(group, now, |session| {
                    let day = session.day_zero();
                    let asked = session.voted_on();
                    change(session);
                    stands = asked.iter().all(|target| session.holds(*target));
                    session.follow_day(day);
                    session.carry_grids(listing.own_grids().map(|own| &own.grid));
                    // Who may vote follows who is there, wherever that is changed.
                    session.follow_attendance();
                    stands
                })
            })
            .unwrap_or_default();
        if !stands {
            self.ask(Effect::SayVotedOn);
        }
        let edited = self.edited(Doc::Session, changes);
        self.mind_urn();
        edited
    }

    /// Changes what cannot be undone: the course of the meeting, its time.
    pub fn advance(&mut self, change: impl FnOnce(&mut Session)) -> bool {
        let changes = self
            .session
            .as_mut()
            .map(|open| open.advance(change))
            .unwrap_or_default();
        self.edited(Doc::Session, changes)
    }

    /// Opens a presented analysis, or none, in the screens of its steps. Where the session is only read, the screen alone knows
    /// of it: nothing is written, nothing counts as a change.
    pub fn open_analysis(&mut self, id: Option<AnalysisId>) {
        match &mut self.session {
            Some(open) if open.read_only.is_some() => open.doc.open_analysis(id),
            _ => {
                self.advance(|session| session.open_analysis(id));
            }
        }
    }

    /// Changes the team.
    pub fn edit_team(&mut self, group: Group, change: impl FnOnce(&mut Team)) -> bool {
        let changes = self.team.edit(group, self.now, always(change));
        self.edited(Doc::Team, changes)
    }

    /// Changes what cannot be undone in the team: the number of its last session.
    pub fn advance_team(&mut self, change: impl FnOnce(&mut Team)) -> bool {
        let changes = self.team.advance(change);
        self.edited(Doc::Team, changes)
    }

    /// Changes the incident being edited outside a session.
    pub fn edit_incident(&mut self, group: Group, change: impl FnOnce(&mut IncidentFile)) -> bool {
        let now = self.now;
        let changes = self
            .incident
            .as_mut()
            .map(|open| open.edit(group, now, always(change)))
            .unwrap_or_default();
        self.edited(Doc::Incident, changes)
    }

    /// Changes the private notes; nothing of it can be undone.
    pub fn edit_notes(&mut self, change: impl FnOnce(&mut Notes)) -> bool {
        let changes = self
            .notes
            .as_mut()
            .map(|open| open.advance(change))
            .unwrap_or_default();
        self.edited(Doc::Notes, changes)
    }

    fn edited(&mut self, doc: Doc, mut changes: Vec<Change>) -> bool {
        let changed = !changes.is_empty();
        if changed {
            if doc == Doc::Session {
                changes.extend(self.trace(&changes));
            }
            self.effects.push(Effect::Edited(doc, changes));
        }
        changed
    }

    /// Notes in a simulation what changed, for its replay.
    fn trace(&mut self, changes: &[Change]) -> Vec<Change> {
        let now = self.now;
        let open = self.session.as_mut();
        let played = open.filter(|open| open.doc.kind.is_simulation());
        played
            .map(|open| open.advance(|session| session.note_trace(changes, now)))
            .unwrap_or_default()
    }

    /// Nothing before this moment can be undone in the session any more: a vote was opened or closed, or it is sealed.
    pub fn barrier(&mut self) {
        if let Some(open) = &mut self.session {
            open.barrier();
        }
    }

    /// Why the session may only be read, if so.
    pub fn read_only(&self) -> Option<&Why> {
        self.session
            .as_ref()
            .and_then(|open| open.read_only.as_ref())
    }

    /// Why a document may only be read, if so.
    pub fn why_read_only(&self, doc: Doc) -> Option<&Why> {
        match doc {
            Doc::Session => self.read_only(),
            Doc::Incident => self.incident.as_ref()?.read_only.as_ref(),
            Doc::FollowUp => self.follow_up.as_ref()?.read_only.as_ref(),
            Doc::Notes => self.notes.as_ref()?.read_only.as_ref(),
            Doc::Amendments => self.amendments.as_ref()?.read_only.as_ref(),
            Doc::Team => self.team.read_only.as_ref(),
        }
    }

    /// Whether nothing is asked of the world.
    pub fn asks_nothing(&self) -> bool {
        self.effects.is_empty()
    }

    /// Rises with each change of any document.
    pub fn revision(&self) -> u64 {
        let session = self.session.as_ref().map_or(0, |open| open.revision);
        let incident = self.incident.as_ref().map_or(0, |open| open.revision);
        let follow_up = self.follow_up.as_ref().map_or(0, |open| open.revision);
        let amendments = self.amendments.as_ref().map_or(0, |open| open.revision);
        session + incident + follow_up + amendments + self.team.revision
    }

    /// Asks something of the world.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Takes what was asked since the last time.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}

/// A change that always stands.
fn always<D>(change: impl FnOnce(&mut D)) -> impl FnOnce(&mut D) -> bool {
    |doc| {
        change(doc);
        true
    }
}
