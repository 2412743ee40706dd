//! Formats of meeting and the agenda of one session: rows of steps with minutes each. Steps are data: the rail, the
//! progress, the record and the help are functions of a row and the session.

use super::code::{Code, Label};
use super::ids::{FormatId, RowId};
use super::text::Text;
use chrono::{NaiveDate, NaiveDateTime};

crate::choices! {
    /// The kinds of step.
    pub enum StepKind {
        /// Ouverture.
        Opening,
        /// Suivi des actions.
        FollowUp,
        /// Événements.
        Incidents,
        /// Choix.
        Choice,
        /// Recueil: who is heard and what is seen, before an analysis between two meetings is written.
        Sources,
        /// Chronologie.
        Timeline,
        /// Écarts et barrières.
        Deviations,
        /// Facteurs.
        Factors,
        /// Priorités.
        Priorities,
        /// Actions.
        Actions,
        /// Présentation d'une analyse menée entre deux séances (mode A).
        Presentation,
        /// Clôture.
        Closing,
        /// Bilan: what an analysis between two meetings still lacks before it is presented.
        Ready,
        /// Pré-test: what learners know before a case is played.
        PreTest,
        /// Briefing: the frame of a simulation, its roles.
        Briefing,
        /// Débriefing: what the group found, beside what an expert finds.
        Debrief,
        /// Post-test: the same questions again.
        PostTest,
    }

    /// Who analyses, and when.
    pub enum Mode {
        /// Mode B: the group, in the room.
        InRoom,
        /// Mode A: an analysis lead, between two meetings.
        Between,
    }
}

crate::record! {
    /// A row of a format: a step and its minutes.
    pub struct FormatRow {
        /// The step.
        pub step: StepKind,
        /// Minutes planned, 1 to 240.
        pub minutes: u32,
    }

    /// A format of meeting as shipped: an ordered list of steps with minutes.
    pub struct Format {
        /// Stable id, `room-90`.
        pub id: Code,
        /// Version.
        pub version: u32,
        /// Name to show.
        pub name: Label,
        /// Mode A or B.
        pub mode: Mode,
        /// The steps.
        pub rows: Vec<FormatRow>,
    }
}

crate::record_with_id! {
    /// A format that a team made its own.
    pub struct TeamFormat[FormatId] {
        /// Name given by the team.
        pub name: Text,
        /// Mode A or B.
        pub mode: Mode,
        /// The steps.
        pub rows: Vec<FormatRow>,
    }

    /// A row of a session's agenda, with what became of it.
    pub struct Row[RowId] {
        /// The step.
        pub step: StepKind,
        /// Minutes planned; changed by the timer and by re-planning.
        pub minutes: u32,
        /// Seconds spent on the step so far.
        pub spent: u32,
        /// Since when the timer of this step runs.
        pub running_since: Option<NaiveDateTime>,
        /// Whether the step was ever opened.
        pub visited: bool,
        /// Set when the group went on although something was missing: the reason, empty if none was given.
        pub passed: Option<Text>,
    }
}

crate::record! {
    /// One of the days on which a session was held (a meeting can be adjourned and resumed).
    pub struct Sitting {
        /// The day.
        pub date: NaiveDate,
        /// When it was opened.
        pub opened: Option<NaiveDateTime>,
        /// When it was adjourned or closed.
        pub closed: Option<NaiveDateTime>,
        /// Why it was adjourned.
        pub adjourned: Text,
    }

    /// A break or a call for support, which anyone may ask for at any time.
    pub struct Pause {
        /// When it was called.
        pub at: Option<NaiveDateTime>,
        /// Whether support for a professional was asked for, not only a break.
        pub support: bool,
        /// A word on it, without a name.
        pub note: Text,
    }
}

impl StepKind {
    /// Whether any meeting can hold this step; the others belong to an analysis between two meetings or to a simulation.
    pub const fn is_of_meetings(self) -> bool {
        !matches!(self, Self::Sources | Self::Ready) && !self.is_of_training()
    }

    /// Whether only a simulation has it: it stands around the meeting that is played.
    pub const fn is_of_training(self) -> bool {
        matches!(
            self,
            Self::PreTest | Self::Briefing | Self::Debrief | Self::PostTest
        )
    }
}

/// Most minutes of a step: ten hours.
pub const MAX_MINUTES: u32 = 600;

/// Minutes of steps together.
pub fn minutes_of(rows: &[FormatRow]) -> u32 {
    rows.iter()
        .fold(0, |all, row| all.saturating_add(row.minutes))
}

impl Format {
    /// Minutes of the whole meeting.
    pub fn minutes(&self) -> u32 {
        minutes_of(&self.rows)
    }
}

impl Row {
    /// Seconds spent on the step at `now`.
    pub fn spent_at(&self, now: NaiveDateTime) -> u32 {
        let running = self
            .running_since
            .map_or(0, |since| (now - since).num_seconds().max(0));
        self.spent
            .saturating_add(u32::try_from(running).unwrap_or(u32::MAX))
    }
}
