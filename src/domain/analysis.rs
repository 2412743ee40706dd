//! The systemic analysis of one incident: sources, facts, deviations, barriers, factors, answers to the grid, whys. A
//! deviation sits on a fact or stands alone, a factor answers deviations, a barrier stands at a deviation.

use super::agenda::Mode;
use super::code::Code;
use super::grid::GridUse;
use super::ids::{
    AnalysisId, BarrierId, Counters, DeviationId, FactId, FactorId, IncidentId, SourceId, WhyId,
};
use super::incident::Said;
use super::list::List;
use super::moment::Moment;
use super::order::Order;
use super::text::Text;
use super::wording::Guarding;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

crate::choices! {
    /// When a barrier acts (Reason; domain reference §4.7).
    pub enum BarrierKind {
        /// Before the deviation.
        Prevention,
        /// Between the deviation and the harm.
        Recovery,
        /// After the harm.
        Mitigation,
    }

    /// What a barrier did.
    pub enum BarrierState {
        /// Not known.
        Unknown,
        /// Worked.
        Worked,
        /// Gave way.
        Failed,
        /// Was not there.
        Absent,
        /// Was bypassed.
        Bypassed,
        /// Was switched off.
        Disabled,
    }

    /// What a barrier is made of, strongest first.
    pub enum BarrierNature {
        /// Not said.
        Unknown,
        /// Physical or technical.
        Physical,
        /// Organisational.
        Organisational,
        /// Human.
        Human,
        /// Symbolic: a notice, a reminder.
        Symbolic,
    }

    /// What part a factor played.
    pub enum FactorRole {
        /// Worsened, favoured or hid the deviation.
        Influencing,
        /// The main determinant.
        Principal,
        /// The second one.
        Secondary,
    }

    /// How sure the group is of a factor.
    pub enum Certainty {
        /// Probable.
        Probable,
        /// Confirmed.
        Confirmed,
        /// To be checked, by someone.
        ToCheck,
    }

    /// The answer to one item of a grid.
    pub enum Reply {
        /// Not asked yet.
        Open,
        /// Yes, it contributed.
        Yes,
        /// No.
        No,
        /// Nobody knows.
        Unknown,
        /// Does not apply.
        NotApplicable,
    }

    /// The sections in which an analysis is presented.
    pub enum Section {
        /// The event.
        Event,
        /// Who was heard, what was seen.
        Sources,
        /// The timeline.
        Facts,
        /// The deviations.
        Deviations,
        /// The barriers.
        Barriers,
        /// The factors.
        Factors,
        /// The whys.
        Whys,
        /// What is missing.
        Missing,
    }

    /// What is retained after priorities are set.
    pub enum Retained {
        /// Not decided.
        Open,
        /// To be acted on.
        Yes,
        /// Not acted on now.
        No,
    }
}

crate::record! {
    /// A code of a grid on a factor.
    pub struct FactorCode {
        /// The grid.
        pub grid: Code,
        /// The item.
        pub item: Code,
        /// Whether it was proposed by the mapping between grids rather than chosen.
        pub mapped: bool,
    }

    /// What the group says of one section of an analysis presented to it.
    pub struct SectionNote {
        /// The section.
        pub section: Section,
        /// What was said.
        pub what: Text,
    }

    /// The answer to an item, kept once per item.
    pub struct Answer {
        /// The grid.
        pub grid: Code,
        /// The item.
        pub item: Code,
        /// The answer.
        pub reply: Reply,
        /// A fact or proof.
        pub note: Text,
        /// Deviations in question.
        pub deviations: Vec<DeviationId>,
    }
}

crate::record_with_id! {
    /// Someone heard or something seen, by function.
    pub struct Source[SourceId] {
        /// The function heard or the document seen.
        pub what: Text,
        /// What it taught.
        pub note: Text,
        /// When.
        pub on: Option<NaiveDate>,
        /// Whether it is done.
        pub done: bool,
    }

    /// A fact of the timeline.
    pub struct Fact[FactId] {
        /// When.
        pub when: Moment,
        /// Who, as a function.
        pub actor: Text,
        /// What happened.
        pub what: Text,
        /// According to whom or what.
        pub source: Text,
        /// Whether it is marked for the record.
        pub starred: bool,
    }

    /// A deviation: what was observed against what was expected.
    pub struct Deviation[DeviationId] {
        /// The fact it sits on; none if it stands outside the timeline.
        pub fact: Option<FactId>,
        /// What was observed.
        pub observed: Text,
        /// What was expected.
        pub expected: Text,
        /// The rule, habit or plan it is held against.
        pub reference: Text,
        /// The immediate cause.
        pub immediate_cause: Text,
    }

    /// A barrier.
    pub struct Barrier[BarrierId] {
        /// What it is.
        pub what: Text,
        /// When it acts.
        pub kind: BarrierKind,
        /// What it did.
        pub state: BarrierState,
        /// What it did afterwards, if that differs (« a cédé, puis a fonctionné »).
        pub then: Option<BarrierState>,
        /// What it is made of.
        pub nature: BarrierNature,
        /// The deviation it stands at.
        pub deviation: Option<DeviationId>,
        /// A remark.
        pub note: Text,
    }

    /// A contributing factor.
    pub struct Factor[FactorId] {
        /// Its wording.
        pub what: Text,
        /// Codes in the grids.
        pub codes: Vec<FactorCode>,
        /// Its part.
        pub role: FactorRole,
        /// How sure the group is.
        pub certainty: Certainty,
        /// Who checks, by function, when it is to be checked.
        pub check_by: Text,
        /// The deviations it answers.
        pub deviations: Vec<DeviationId>,
        /// Keywords of human factors.
        pub keywords: Vec<Text>,
        /// The fact or proof behind it.
        pub evidence: Text,
        /// Whether the group acts on it.
        pub retained: Retained,
        /// Why it is retained without an action.
        pub no_action_reason: Text,
    }

    /// A why under a deviation, or under another why.
    pub struct Why[WhyId] {
        /// The deviation at the root.
        pub deviation: Option<DeviationId>,
        /// The why above; none directly under the deviation.
        pub parent: Option<WhyId>,
        /// The answer, a fact that can be verified.
        pub what: Text,
    }

    /// The analysis of an incident.
    pub struct Analysis[AnalysisId] {
        /// The incident.
        pub incident: Option<IncidentId>,
        /// In the room or between two meetings.
        pub mode: Mode,
        /// The file it was copied from when it was presented (uuid).
        pub origin: Text,
        /// The analysis lead, by function.
        pub lead: Text,
        /// Whether the lead was involved in the event: asked, not enforced.
        pub lead_involved: Said,
        /// When it is due.
        pub due: Option<NaiveDate>,
        /// The sources.
        pub sources: List<Source>,
        /// The timeline.
        pub facts: List<Fact>,
        /// The deviations.
        pub deviations: List<Deviation>,
        /// The barriers.
        pub barriers: List<Barrier>,
        /// The grids used, the one walked first.
        pub grids: Vec<GridUse>,
        /// The answers to the items.
        pub answers: Vec<Answer>,
        /// The factors.
        pub factors: List<Factor>,
        /// The whys.
        pub whys: List<Why>,
        /// What the group said when it was presented.
        pub remarks: Text,
        /// What it said of its sections, in their order.
        pub notes: Vec<SectionNote>,
    }
}

/// An analysis between two meetings: `analyses/*.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysisFile {
    /// Schema of the file.
    pub schema: u32,
    /// Id of the file.
    pub id: uuid::Uuid,
    /// The session that chose the incident (uuid).
    pub chosen_in: uuid::Uuid,
    /// The incident as it was read there.
    pub incident: super::incident::Incident,
    /// Counters of the ids inside.
    #[serde(default)]
    pub ids: Counters,
    /// The content.
    pub analysis: Analysis,
    /// What its lead said to the wording guard.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub guarding: Guarding,
}

impl Analysis {
    /// The answer to an item.
    pub fn reply(&self, grid: &Code, item: &Code) -> Reply {
        self.answers
            .iter()
            .find(|a| a.grid == *grid && a.item == *item)
            .map_or(Reply::Open, |a| a.reply)
    }

    /// The answer to an item, made if there is none yet.
    pub fn answer_mut(&mut self, grid: &Code, item: &Code) -> &mut Answer {
        let found = self
            .answers
            .iter()
            .position(|a| a.grid == *grid && a.item == *item);
        let index = found.unwrap_or_else(|| {
            self.answers.push(Answer {
                grid: grid.clone(),
                item: item.clone(),
                ..Answer::default()
            });
            self.answers.len() - 1
        });
        &mut self.answers[index]
    }

    /// Sorts the facts by time. Facts without a place in time stay behind the fact they followed.
    pub fn sort_facts(&mut self, day_zero: NaiveDate) {
        let mut last = None;
        let mut keyed: Vec<_> = self
            .facts
            .iter()
            .map(|fact| {
                let place = fact.when.place(day_zero);
                last = place.or(last);
                (last, fact.id)
            })
            .collect();
        keyed.order_by_key(|(place, _)| *place);
        let order: Vec<_> = keyed.into_iter().map(|(_, id)| id).collect();
        self.facts.arrange(&order);
    }

    /// Takes a fact out; its deviations stay, outside the timeline.
    pub fn remove_fact(&mut self, id: FactId) {
        self.facts.remove(id);
        self.deviations
            .for_each_mut(|d| d.fact = d.fact.filter(|f| *f != id));
    }

    /// Takes a deviation out, with every link to it.
    pub fn remove_deviation(&mut self, id: DeviationId) {
        self.deviations.remove(id);
        self.barriers
            .for_each_mut(|b| b.deviation = b.deviation.filter(|d| *d != id));
        self.factors
            .for_each_mut(|f| f.deviations.retain(|d| *d != id));
        self.whys
            .for_each_mut(|w| w.deviation = w.deviation.filter(|d| *d != id));
        for answer in &mut self.answers {
            answer.deviations.retain(|d| *d != id);
        }
    }
}

#[cfg(test)]
mod tests;
