//! The incident (événement, fiche d'événement indésirable): what was reported, its scales, its answer. No field can hold who
//! the patient or the reporter is (domain reference §2.2).

use super::code::Code;
use super::ids::IncidentId;
use super::moment::Moment;
use super::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

crate::choices! {
    /// Whether the patient or the relatives were told.
    pub enum Informed {
        /// Not known.
        Unknown,
        /// Told.
        Yes,
        /// Not told.
        No,
        /// To be done.
        ToDo,
    }

    /// Yes, no, or not said.
    pub enum Said {
        /// Not said.
        Unknown,
        /// Yes.
        Yes,
        /// No.
        No,
    }

    /// What the group decides for an incident.
    pub enum Fate {
        /// Nothing yet.
        Undecided,
        /// Chosen: analysed.
        Chosen,
        /// Comes back next time.
        NextTime,
        /// A simple answer is enough.
        SimpleAnswer,
        /// Sent to another body.
        Sent,
        /// Closed with its reason.
        Closed,
    }
}

crate::record! {
    /// The helper for a serious event associated with care (EIGS; CSP R. 1413-67): unexpected, and one of three criteria.
    pub struct SeriousCheck {
        /// Unexpected given the person's health.
        pub unexpected: Said,
        /// Death.
        pub death: Said,
        /// Life was threatened.
        pub life_threat: Said,
        /// A permanent functional deficit is probable.
        pub permanent_deficit: Said,
        /// When part 1 was declared (to be done without delay).
        pub part1: Option<NaiveDate>,
        /// When part 2 was sent (at the latest three months after part 1).
        pub part2: Option<NaiveDate>,
        /// Why it was retained or not.
        pub reason: Text,
    }

    /// What was reported.
    pub struct Report {
        /// Reference, never a patient number.
        pub reference: Text,
        /// A short title for the list and the wall.
        pub title: Text,
        /// When it happened; may be rounded for anonymity.
        pub occurred: Moment,
        /// When it was reported.
        pub reported: Option<NaiveDate>,
        /// Whether someone wrote that day; else it is the one on which it was entered.
        pub reported_told: bool,
        /// Kind of structure or sector (content list).
        pub sector: Code,
        /// Place, more precisely.
        pub place: Text,
        /// Stage of care (content list).
        pub stage: Code,
        /// Function of the reporter, never a name.
        pub reporter: Text,
        /// Who was concerned (content list).
        pub person: Code,
        /// Age bracket (content list).
        pub age: Code,
        /// Sex, if it matters (content list).
        pub sex: Code,
        /// What happened: facts, no opinion, no name.
        pub facts: Text,
        /// Consequences seen, for the patient, relatives, professionals, organisation.
        pub consequences: Text,
        /// Measures taken at once.
        pub measures: Text,
        /// Whether patient or relatives were told.
        pub informed: Informed,
        /// When they were told.
        pub informed_on: Option<NaiveDate>,
        /// Severity seen, 1 to 5.
        pub severity: Option<u8>,
        /// The worst credible severity, 1 to 5.
        pub potential_severity: Option<u8>,
        /// Likelihood, 1 to 5.
        pub likelihood: Option<u8>,
        /// Avoidability, 1 to 4.
        pub avoidability: Option<u8>,
        /// Recoverability, 1 to 3.
        pub recoverability: Option<u8>,
        /// Detectability, 1 to 5.
        pub detectability: Option<u8>,
        /// Level of control, 1 to 5.
        pub control: Option<u8>,
        /// Whether it happened before.
        pub seen_before: Said,
        /// Nature (content list).
        pub nature: Code,
        /// Immediate causes as the reporter sees them.
        pub immediate_causes: Text,
        /// What the reporter proposes.
        pub proposals: Text,
        /// Whether support was offered to the professionals.
        pub support_offered: Said,
        /// Vigilances concerned (content list).
        pub vigilances: Vec<Code>,
        /// The helper for serious events.
        pub serious: SeriousCheck,
    }
}

crate::record_with_id! {
    /// An incident as a session heard it.
    pub struct Incident[IncidentId] {
        /// The report, as it was read.
        pub report: Report,
        /// The file of the workspace it came from, if any (uuid).
        pub origin: Text,
        /// What the group decided for it.
        pub fate: Fate,
        /// Why, or to whom it was sent.
        pub fate_reason: Text,
        /// The answer for the reporter.
        pub answer: Text,
        /// Who gives the answer, by function.
        pub answer_by: Text,
        /// When the answer was given.
        pub answered: Option<NaiveDate>,
    }
}

/// An incident waiting in the workspace: `incidents/*.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentFile {
    /// Schema of the file.
    pub schema: u32,
    /// Id of the file.
    pub id: uuid::Uuid,
    /// What was reported.
    #[serde(default)]
    pub report: Report,
}

impl Fate {
    /// Whether the incident no longer waits for a meeting.
    pub fn is_final(self) -> bool {
        !matches!(self, Self::Undecided | Self::NextTime)
    }
}

impl SeriousCheck {
    /// Whether the three criteria, with what is said so far, make it a serious event to be verified; never a legal decision.
    pub fn to_verify(&self, severity: Option<u8>) -> bool {
        let criterion = [self.death, self.life_threat, self.permanent_deficit].contains(&Said::Yes)
            || severity == Some(5);
        criterion && self.unexpected != Said::No
    }

    /// The last day for part 2: three months after part 1 (décret n° 2016-1606).
    pub fn part2_due(&self) -> Option<NaiveDate> {
        self.part1?.checked_add_months(chrono::Months::new(3))
    }
}

impl Report {
    /// The title, or the first words of the facts, or the reference.
    pub fn heading(&self) -> &str {
        self.title
            .filled()
            .or_else(|| self.facts.filled().and_then(|f| f.lines().next()))
            .unwrap_or(self.reference.as_str())
    }

    /// The same as a text, which is shared where it is the title.
    pub fn name(&self) -> Text {
        if self.title.is_blank() {
            Text::new(self.heading())
        } else {
            self.title.clone()
        }
    }
}
