//! The session: everything that one meeting keeps, in one file that can be read alone in ten years.

use super::action::{Action, FollowUp};
use super::agenda::{Mode, Pause, Row, Sitting, StepKind, TeamFormat};
use super::analysis::Analysis;
use super::ballot::{Ballot, Decision, Quorum};
use super::code::{Code, Lang};
use super::erasure::Erasure;
use super::grid::Grid;
use super::ids::{
    ActionId, AnalysisId, Counters, IncidentId, MemberId, MessageId, ParkedId, RowId,
};
use super::incident::Incident;
use super::list::List;
use super::order::Order;
use super::scales::Scales;
use super::simulation::{Kind, Play, TraceMark};
use super::text::Text;
use super::turnout::WeakSecrecy;
use super::wording::Guarding;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

crate::choices! {
    /// Whether someone is there.
    pub enum Presence {
        /// Expected.
        Expected,
        /// Present.
        Present,
        /// Excused.
        Excused,
        /// Absent.
        Absent,
        /// Arrived late; counts as present.
        Late,
        /// Left before the end; no longer counts.
        Left,
        /// Observes; does not vote and does not count.
        Observer,
    }

    /// Where a session stands.
    pub enum Stage {
        /// Prepared before the day.
        Prepared,
        /// Being held.
        Open,
        /// Adjourned to another day.
        Adjourned,
        /// Sealed.
        Sealed,
    }

    /// What was said of the last record.
    pub enum Approval {
        /// Not asked yet.
        Pending,
        /// Approved as it is.
        Approved,
        /// Approved with a remark.
        WithRemark,
        /// There is none.
        NoneBefore,
    }
}

crate::record_with_id! {
    /// Someone at the table, by function.
    pub struct Attendee[MemberId] {
        /// The function, never a name.
        pub function: Text,
        /// Profession, for the quorum by professions (content list).
        pub profession: Code,
        /// Whether the person counts for the quorum.
        pub permanent: bool,
        /// Roles of the day (content list).
        pub roles: Vec<Code>,
        /// Whether the person is there.
        pub presence: Presence,
        /// Arrival, when late.
        pub arrived: Option<NaiveTime>,
        /// Departure, when left early.
        pub left: Option<NaiveTime>,
        /// How often the person had the floor in a speaking round.
        pub spoke: u32,
    }

    /// A message to be passed on.
    pub struct Message[MessageId] {
        /// To whom.
        pub audience: Text,
        /// What.
        pub content: Text,
        /// By whom, a function.
        pub by: Text,
        /// Until when.
        pub due: Option<NaiveDate>,
    }

    /// A line of the parking lot: a question kept for later.
    pub struct Parked[ParkedId] {
        /// The question.
        pub what: Text,
        /// The row of the agenda where it came up.
        pub row: Option<RowId>,
        /// What became of it at closing.
        pub outcome: Text,
    }
}

crate::record! {
    /// The opening.
    pub struct Opening {
        /// What was said of the last record.
        pub approval: Approval,
        /// The remark.
        pub approval_remark: Text,
        /// Whether the charter was read and accepted.
        pub charter_accepted: bool,
        /// Whether it was said how votes are counted and who sees them; named after what secret votes ask for.
        pub secrecy_announced: bool,
        /// Aims of the meeting.
        pub aims: Text,
        /// Why the meeting goes on without a quorum, if so.
        pub quorum_overruled: Text,
    }

    /// What the group says of a plan that is not what it should be.
    pub struct Reasons {
        /// Why the plan holds weak actions alone.
        pub weak_plan: Text,
        /// Why the session was sealed with actions that lack something, or factors without action; none: it was not asked.
        pub orphans: Option<Text>,
    }

    /// The closing.
    pub struct Closing {
        /// What was learned, three lines at best.
        pub lessons: Text,
        /// When the next meeting is.
        pub next_date: Option<NaiveDate>,
        /// Where.
        pub next_place: Text,
        /// What is already known of it.
        pub next_topics: Text,
        /// The round at the end: how many gave 0, 1, 2, 3, 4, 5 by hand.
        pub round: Vec<u32>,
        /// The same on papers: what a closed vote counted, which nobody types over.
        pub round_papers: Vec<u32>,
        /// Why the papers of the round kept no secret, if so: they themselves are no more.
        pub round_weak: Option<WeakSecrecy>,
        /// Words of the round, without names.
        pub round_words: Text,
        /// The self-check of the session's quality: the items said to be met.
        pub self_check: Vec<Code>,
        /// Remarks on the meeting itself.
        pub remarks: Text,
    }

    /// What the team made and the session therefore carries; what is shipped is named by id and version.
    pub struct OwnContent {
        /// The team's own grids used here.
        pub grids: Vec<Grid>,
        /// The team's own scales.
        pub scales: Option<Scales>,
        /// The team's own charter.
        pub charter: Vec<Text>,
        /// The team's own format, as it was when the session began.
        pub format: Option<TeamFormat>,
    }

    /// Shipped content in the version that was used.
    pub struct Used {
        /// Its id.
        pub id: Code,
        /// Its version.
        pub version: u32,
        /// SHA-256 of its file, lower-case hexadecimal.
        pub hash: Text,
    }

    /// The shipped content that a session began with; nothing where the team has its own. Grids are named by the analyses.
    pub struct ShippedContent {
        /// The format.
        pub format: Option<Used>,
        /// The scales.
        pub scales: Option<Used>,
        /// The charter.
        pub charter: Option<Used>,
    }
}

/// Highest number of a session that a form takes.
pub const MAX_NUMBER: u32 = 9999;

/// The seal: the file never changes again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Seal {
    /// When.
    pub at: NaiveDateTime,
    /// SHA-256 over the exact bytes of the file before the seal, lower-case hexadecimal.
    pub fingerprint: Text,
}

/// A session of CREX.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Session {
    /// Schema of the file, first.
    pub schema: u32,
    /// Id of the file.
    pub id: Uuid,
    /// Real, or a simulation.
    #[serde(default)]
    pub kind: Kind,
    /// Language of what is written in it.
    #[serde(default)]
    pub lang: Lang,
    /// Number given by the team.
    #[serde(default)]
    pub number: u32,
    /// Title.
    #[serde(default)]
    pub title: Text,
    /// Name of the structure.
    #[serde(default)]
    pub structure: Text,
    /// Kind of structure.
    #[serde(default)]
    pub sector: Code,
    /// Place.
    #[serde(default)]
    pub place: Text,
    /// The day it is planned for.
    pub date: NaiveDate,
    /// Where it stands.
    #[serde(default)]
    pub stage: Stage,
    /// The days on which it was held.
    #[serde(default)]
    pub sittings: Vec<Sitting>,
    /// Mode A or B.
    #[serde(default)]
    pub mode: Mode,
    /// The format it was made from.
    #[serde(default)]
    pub format: Code,
    /// The agenda.
    #[serde(default)]
    pub agenda: List<Row>,
    /// Minutes promised for the whole meeting when its agenda was laid; the steps share them out anew as time goes by.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub length: u32,
    /// Quorum asked.
    #[serde(default)]
    pub quorum: Quorum,
    /// Who is there.
    #[serde(default)]
    pub attendees: List<Attendee>,
    /// The opening.
    #[serde(default)]
    pub opening: Opening,
    /// What was said of earlier actions.
    #[serde(default)]
    pub follow_ups: List<FollowUp>,
    /// The incidents heard.
    #[serde(default)]
    pub incidents: List<Incident>,
    /// Which incident was chosen.
    #[serde(default)]
    pub choice: Decision,
    /// The analyses, none to several.
    #[serde(default)]
    pub analyses: List<Analysis>,
    /// The analyses presented here, as they were heard: what the group made of each has the same id among the analyses.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub heard: List<Analysis>,
    /// The presented analysis that the group has opened to amend it.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub under_way: Option<AnalysisId>,
    /// Which factors to act on.
    #[serde(default)]
    pub priorities: Decision,
    /// The actions.
    #[serde(default)]
    pub actions: List<Action>,
    /// Which actions were retained.
    #[serde(default)]
    pub retained: Decision,
    /// What the group says of a plan that is not what it should be.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub reasons: Reasons,
    /// The votes.
    #[serde(default)]
    pub ballots: List<Ballot>,
    /// The closing.
    #[serde(default)]
    pub closing: Closing,
    /// Messages to be passed on.
    #[serde(default)]
    pub messages: List<Message>,
    /// The parking lot.
    #[serde(default)]
    pub parked: List<Parked>,
    /// Breaks and calls for support.
    #[serde(default)]
    pub pauses: Vec<Pause>,
    /// What the team made.
    #[serde(default)]
    pub own: OwnContent,
    /// The shipped content that it began with.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub shipped: ShippedContent,
    /// The scales used (shipped id) unless the session carries its own.
    #[serde(default)]
    pub scales: Code,
    /// What was said to the wording guard.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub guarding: Guarding,
    /// What happened while a scenario was played; nothing in a real session.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub play: Play,
    /// The trace of a simulation, for its replay; empty in a real session.
    #[serde(default)]
    pub trace: List<TraceMark>,
    /// Counters of the ids inside.
    #[serde(default)]
    pub ids: Counters,
    /// That words were erased from it, the oldest first: right before the seal, as a sealed file gets a new one then.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub erasures: Vec<Erasure>,
    /// The seal, last.
    #[serde(default)]
    pub seal: Option<Seal>,
    /// Set while this is no meeting but an analysis between two, open in memory: the session that chose its event. Such an
    /// analysis is kept in a file of its own form.
    #[serde(skip)]
    pub chosen_in: Option<Uuid>,
}

impl Session {
    /// An empty session.
    pub fn new(id: Uuid, date: NaiveDate) -> Self {
        Self {
            schema: super::SCHEMA,
            id,
            kind: Kind::Real,
            lang: Lang::Fr,
            number: 0,
            title: Text::default(),
            structure: Text::default(),
            sector: Code::default(),
            place: Text::default(),
            date,
            stage: Stage::Prepared,
            sittings: Vec::new(),
            mode: Mode::InRoom,
            format: Code::default(),
            agenda: List::default(),
            length: 0,
            quorum: Quorum::default(),
            attendees: List::default(),
            opening: Opening::default(),
            follow_ups: List::default(),
            incidents: List::default(),
            choice: Decision::default(),
            analyses: List::default(),
            heard: List::default(),
            under_way: None,
            priorities: Decision::default(),
            actions: List::default(),
            retained: Decision::default(),
            reasons: Reasons::default(),
            ballots: List::default(),
            closing: Closing::default(),
            messages: List::default(),
            parked: List::default(),
            pauses: Vec::new(),
            own: OwnContent::default(),
            shipped: ShippedContent::default(),
            scales: Code::default(),
            guarding: Guarding::default(),
            play: Play::default(),
            trace: List::default(),
            ids: Counters::default(),
            erasures: Vec::new(),
            seal: None,
            chosen_in: None,
        }
    }

    /// Whether it is sealed and may no longer change.
    pub fn is_sealed(&self) -> bool {
        self.seal.is_some()
    }

    /// People who count as present and may vote.
    pub fn present(&self) -> impl Iterator<Item = &Attendee> {
        self.attendees
            .iter()
            .filter(|a| matches!(a.presence, Presence::Present | Presence::Late))
    }

    /// How many people may vote.
    pub fn n_present(&self) -> u32 {
        u32::try_from(self.present().count()).unwrap_or(u32::MAX)
    }

    /// How many different professions are present.
    pub fn n_professions(&self) -> u32 {
        n_professions(self.present())
    }

    /// How many of those present count for the quorum: the permanent members.
    pub fn n_permanent(&self) -> u32 {
        let permanent = self.present().filter(|a| a.permanent).count();
        u32::try_from(permanent).unwrap_or(u32::MAX)
    }

    /// Whether members and professions reach the quorum.
    pub fn quorum_met(&self) -> bool {
        self.n_permanent() >= self.quorum.members && self.n_professions() >= self.quorum.professions
    }

    /// The row of the agenda with this step.
    pub fn row_of(&self, step: StepKind) -> Option<&Row> {
        self.agenda.iter().find(|row| row.step == step)
    }

    /// Minutes planned for the whole meeting.
    pub fn minutes(&self) -> u32 {
        self.agenda
            .iter()
            .fold(0, |all, row| all.saturating_add(row.minutes))
    }

    /// Actions that the group retained.
    pub fn retained_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| action.is_retained())
    }

    /// Takes an incident out, with its analysis and every link to it.
    pub fn remove_incident(&mut self, id: IncidentId) {
        self.incidents.remove(id);
        let gone: Vec<AnalysisId> = self
            .analyses
            .iter()
            .filter(|a| a.incident == Some(id))
            .map(|a| a.id)
            .collect();
        for analysis in gone {
            self.analyses.remove(analysis);
            self.heard.remove(analysis);
        }
        self.actions
            .for_each_mut(|a| a.incident = a.incident.filter(|i| *i != id));
        self.withdraw(super::ballot::Target::Incident(id));
        self.choice
            .targets
            .retain(|t| *t != super::ballot::Target::Incident(id));
    }

    /// Takes an action out, with every link to it.
    pub fn remove_action(&mut self, id: ActionId) {
        self.actions.remove(id);
        self.withdraw(super::ballot::Target::Action(id));
        self.retained
            .targets
            .retain(|t| *t != super::ballot::Target::Action(id));
    }
}

/// How many different professions there are among them; a person without one counts by function.
pub fn n_professions<'a>(people: impl Iterator<Item = &'a Attendee>) -> u32 {
    let profession = |a: &'a Attendee| {
        if a.profession.is_empty() {
            a.function.as_str()
        } else {
            a.profession.as_str()
        }
    };
    let mut kinds: Vec<&str> = people.map(profession).collect();
    kinds.order();
    kinds.dedup();
    u32::try_from(kinds.len()).unwrap_or(u32::MAX)
}
