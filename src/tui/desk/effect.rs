//! What the screens ask of the world: the closed list of effects. Screens ask; the shell performs.

use super::{Between, Doc, Output};
use crate::documents::Format;
use crate::domain::ids::IncidentId;
use crate::domain::incident::Report;
use crate::domain::parts::Change;
use crate::domain::piece::Piece;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::domain::text::Text;
use crate::library::Spot;
use crate::library::find::Source;
use crate::store::Asked;
use crate::tui::prefs::Pref;
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;

/// What the screens ask of the world; performed after the update, before the frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write these changes to the journal and hand the document to the store.
    Edited(Doc, Vec<Change>),
    /// Read the folder again.
    List,
    /// Open a session.
    OpenSession(PathBuf),
    /// Open an analysis between two meetings.
    OpenAnalysis(PathBuf),
    /// Present this analysis between two meetings, as it stands now, in the open meeting.
    Present(PathBuf),
    /// Make a new session with what the team and the earlier sessions give it, and open it.
    NewSession {
        /// Its day.
        date: NaiveDate,
        /// Whether it begins now; otherwise it is prepared for that day.
        begin: bool,
        /// The events that wait (ids of their files) and are not for this one.
        left_out: Vec<uuid::Uuid>,
    },
    /// Make a new session that plays this scenario, and open it.
    Play(Arc<Scenario>),
    /// Close the session, which was only read.
    CloseSession,
    /// Go home; the session, if one is open, is left at this place.
    GoHome(String),
    /// What is in memory alone may be lost by the effect after this one: it was asked.
    LetLose,
    /// Open the private notes of the session, to write in their window.
    OpenNotes,
    /// Close them, so that another terminal can write them.
    CloseNotes,
    /// Open an incident of the workspace.
    OpenIncident(PathBuf),
    /// Make a new incident in the workspace from what was reported, and open it.
    CreateIncident(Box<Report>),
    /// Close the incident being edited; one that is still as it was made is taken away again.
    CloseIncident,
    /// Take an incident out of the workspace, into the backups.
    PutAway(PathBuf),
    /// Do this with what is said of actions between two meetings.
    Between(Between),
    /// Write what was made of the workspace as a file of it.
    WriteOut(Box<Output>),
    /// Write the analysis between two meetings as a file of the workspace.
    Entrust,
    /// Prepare the past of the workspace, so that what resembles it is found.
    Recall,
    /// Read the whole workspace behind, for what is told of all its sessions together.
    Survey,
    /// Show the record of an earlier session.
    ReadPast(uuid::Uuid),
    /// Look for these words in everything that was written, in simulations as well if so; the answers come from behind.
    Find(Text, bool),
    /// Look no further.
    StopFinding,
    /// Open what lies there to be read again and nothing else, at this place; where a meeting goes on, show its record.
    Review {
        /// Where it lies.
        path: PathBuf,
        /// What it is.
        source: Source,
        /// The place.
        spot: Option<Spot>,
    },
    /// Read a session beside, for what is told of it.
    Peek(PathBuf),
    /// Say that what is voted on cannot be taken out.
    SayVotedOn,
    /// Keep the urn of the open vote as it is now.
    KeepUrn,
    /// Destroy what was kept of the urn.
    DropUrn,
    /// Ask where else the session is to be saved.
    AskElsewhere,
    /// Save it in this folder, in a workspace of its own.
    SaveElsewhere(PathBuf),
    /// Go on with the meeting in what was saved there.
    GoOnElsewhere(PathBuf),
    /// Seal the session.
    Seal,
    /// Say that so many amendments are added now.
    SayAmended(usize),
    /// Show what changed in the session since it was sealed.
    CompareSealed,
    /// Show two states of the session that lies there, or of the one that is open.
    CompareFiles(Option<PathBuf>),
    /// Keep the first of the two states that are shown, or the second; the other goes among the backups.
    KeepFile(bool),
    /// Write a document of the session, about this event if it is about one, beside its file.
    Write(Piece, Option<IncidentId>, Format),
    /// Write a year in figures into the folder of the workspace.
    WriteYear(i32, Format),
    /// Look for the logo of the team.
    ReadLogo,
    /// Keep what the person just chose for the screen; what was only asked for this once is not kept with it.
    Keep(Pref),
    /// Look where a word stands that is to be erased.
    LookForWord(Asked),
    /// Erase it everywhere.
    Scrub(Asked),
    /// Work in another folder.
    SwitchWorkspace(PathBuf),
    /// Leave the program.
    Quit,
}

/// A logo that was looked for: its name, then its size in pixels, nothing for a blank name, or what keeps it from being read.
pub type SeenLogo = (Text, Result<Option<(u32, u32)>, Problem>);
