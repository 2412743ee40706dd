//! An analysis between two meetings: entrusted by the meeting that chose the event, copied into the one that hears it.

use super::action::{FollowUp, FollowUpOutcome};
use super::agenda::{Mode, StepKind};
use super::analysis::{Analysis, AnalysisFile};
use super::ids::{AnalysisId, DeviationId, FactId, IncidentId, Issue, WhyId};
use super::incident::{Fate, Incident};
use super::list::{Keyed, List};
use super::session::Session;
use super::text::Text;
use super::wording::Guarding;
use chrono::NaiveDate;
use uuid::Uuid;

impl Session {
    /// The analysis that waits to be entrusted: of the chosen event, between two meetings, with a lead and a due date.
    pub fn to_entrust(&self) -> Option<&Analysis> {
        let chosen = self.chosen()?.id;
        let of_it = self.analyses.iter().find(|a| a.incident == Some(chosen));
        of_it.filter(|a| a.mode == Mode::Between && !a.lead.is_blank() && a.due.is_some())
    }

    /// The file of the analysis that waits to be entrusted. A simulation entrusts nothing: its case is made up.
    pub fn entrust(&self, id: Uuid) -> Option<AnalysisFile> {
        let analysis = self.to_entrust().filter(|_| !self.kind.is_simulation())?;
        let incident = self.incidents.get(analysis.incident?)?;
        Some(AnalysisFile {
            schema: super::SCHEMA,
            id,
            chosen_in: self.id,
            incident: incident.clone(),
            ids: self.ids.clone(),
            analysis: analysis.clone(),
            guarding: Guarding {
                silent: false,
                ..self.guarding.clone()
            },
        })
    }

    /// Whether `file` is the analysis that this session entrusts.
    pub fn entrusted_as(&self, file: &AnalysisFile) -> bool {
        let chosen = self.chosen().map(|incident| incident.id);
        file.chosen_in == self.id && Some(file.incident.id) == chosen
    }

    /// The analysis that was copied from a file.
    pub fn copy_of(&self, file: &AnalysisFile) -> Option<&Analysis> {
        let origin = file.id.to_string();
        self.analyses.iter().find(|a| a.origin.as_str() == origin)
    }

    /// Whether an incident is only here because its analysis is presented.
    pub fn is_presented(&self, id: IncidentId) -> bool {
        let of_it = |a: &&Analysis| a.incident == Some(id) && !a.origin.is_blank();
        self.analyses.iter().any(|a| of_it(&a))
    }

    /// Whether there is no event to choose: all that are here were chosen before, and are only presented.
    pub fn only_presents(&self) -> bool {
        let mut incidents = self.incidents.iter();
        !self.incidents.is_empty() && incidents.all(|i| self.is_presented(i.id))
    }

    /// Copies an analysis into this session, once, with its incident unless it is here; every id is given anew. What was
    /// heard stays beside what the group makes of it.
    pub fn hear(&mut self, file: &AnalysisFile) -> AnalysisId {
        if let Some(copy) = self.copy_of(file) {
            return copy.id;
        }
        let incident = self.incident_of(file);
        if self.title.is_blank() {
            self.name_after(incident);
        }
        let mut analysis = Analysis {
            id: self.ids.give(),
            incident: Some(incident),
            origin: Text::line(&file.id.to_string()),
            ..file.analysis.clone()
        };
        self.number_anew(&mut analysis);
        let id = analysis.id;
        self.heard.push(analysis.clone());
        self.analyses.push(analysis);
        self.guarding.pass_as(&file.guarding);
        id
    }

    /// Follow-ups of which nothing was said, but for what a presentation in this meeting will say.
    pub fn unsaid(&self) -> impl Iterator<Item = &FollowUp> {
        let pending = self.follow_ups.iter();
        let pending = pending.filter(|f| f.outcome == FollowUpOutcome::Pending);
        pending.filter(|f| !self.presents(f))
    }

    /// Whether the step of the presentation says what becomes of this: an analysis that an earlier meeting asked for.
    pub fn presents(&self, said: &FollowUp) -> bool {
        let asked = said.outcome == FollowUpOutcome::Pending && said.action.is_none();
        asked && !said.session.is_blank() && self.row_of(StepKind::Presentation).is_some()
    }

    /// Says that the analysis which an earlier meeting asked for is done, on the day it is presented.
    pub fn say_presented(&mut self, file: &AnalysisFile, today: NaiveDate) {
        let from = file.chosen_in.to_string();
        self.follow_ups.for_each_mut(|said| {
            let pending = said.outcome == FollowUpOutcome::Pending && said.action.is_none();
            if pending && said.session.as_str() == from {
                said.say(FollowUpOutcome::Done, today);
            }
        });
    }

    fn incident_of(&mut self, file: &AnalysisFile) -> IncidentId {
        // The name by which later meetings know the event: its file in the workspace, else where it was first heard.
        let first = || Text::line(&format!("{}/{}", file.chosen_in, file.incident.id));
        let origin = file.incident.origin.filled().map_or_else(first, Text::line);
        let same = |i: &&Incident| i.origin == origin;
        let found = self.incidents.iter().find(same).map(|i| i.id);
        let id = found.unwrap_or_else(|| {
            let id = self.ids.give();
            self.incidents.push(Incident {
                id,
                origin,
                ..file.incident.clone()
            });
            id
        });
        if let Some(incident) = self.incidents.get_mut(id) {
            incident.fate = Fate::Chosen;
        }
        id
    }

    fn number_anew(&mut self, analysis: &mut Analysis) {
        self.give_ids(&mut analysis.sources, |source, id| source.id = id);
        self.give_ids(&mut analysis.factors, |factor, id| factor.id = id);
        self.give_ids(&mut analysis.barriers, |barrier, id| barrier.id = id);
        let facts = self.give_ids(&mut analysis.facts, |fact, id| fact.id = id);
        let deviations = self.give_ids(&mut analysis.deviations, |deviation, id| deviation.id = id);
        let whys = self.give_ids(&mut analysis.whys, |why, id| why.id = id);
        let fact = |old: Option<FactId>| renamed(&facts, old);
        let deviation = |old: Option<DeviationId>| renamed(&deviations, old);
        let why = |old: Option<WhyId>| renamed(&whys, old);
        let all = |ids: &[DeviationId]| ids.iter().filter_map(|d| deviation(Some(*d))).collect();
        analysis.deviations.for_each_mut(|d| d.fact = fact(d.fact));
        analysis
            .barriers
            .for_each_mut(|b| b.deviation = deviation(b.deviation));
        analysis
            .factors
            .for_each_mut(|f| f.deviations = all(&f.deviations));
        analysis.whys.for_each_mut(|w| {
            w.deviation = deviation(w.deviation);
            w.parent = why(w.parent);
        });
        for answer in &mut analysis.answers {
            answer.deviations = all(&answer.deviations);
        }
    }

    /// Gives every item of a list a new id; tells which one it had.
    fn give_ids<T>(
        &mut self,
        list: &mut List<T>,
        set: impl Fn(&mut T, T::Id),
    ) -> Vec<(T::Id, T::Id)>
    where
        T: Keyed + Clone + PartialEq,
        T::Id: Issue + Copy,
    {
        let mut map = Vec::new();
        list.for_each_mut(|item| {
            let (old, new) = (item.id(), T::Id::issue(&mut self.ids));
            set(item, new);
            map.push((old, new));
        });
        map
    }
}

fn renamed<I: Copy + PartialEq>(map: &[(I, I)], old: Option<I>) -> Option<I> {
    let found = map.iter().find(|(before, _)| Some(*before) == old);
    found.map(|(_, after)| *after)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::analysis::{Deviation, Fact, Factor, Why};
    use crate::domain::coherence;
    use crate::domain::simulation::{Kind, Simulation};

    fn session(n: u128) -> Session {
        let mut session = Session::new(Uuid::from_u128(n), chrono::NaiveDate::default());
        session.mode = Mode::Between;
        let id = session.ids.give();
        session.incidents.push(Incident::new(id));
        session.choose(id, None);
        session
    }

    fn content(session: &mut Session) {
        let (fact, deviation) = (session.ids.give(), session.ids.give());
        let (factor, why) = (session.ids.give(), session.ids.give());
        let analysis = session.analysis_mut().unwrap();
        analysis.facts.push(Fact::new(fact));
        analysis.deviations.push(Deviation {
            fact: Some(fact),
            ..Deviation::new(deviation)
        });
        analysis.factors.push(Factor {
            deviations: vec![deviation],
            ..Factor::new(factor)
        });
        analysis.whys.push(Why {
            deviation: Some(deviation),
            ..Why::new(why)
        });
    }

    #[test]
    fn an_analysis_is_entrusted_once_it_has_a_lead_and_a_date() {
        let mut session = session(1);
        assert!(session.entrust(Uuid::from_u128(9)).is_none());
        let analysis = session.analysis_mut().unwrap();
        analysis.lead = "pharmacien".into();
        analysis.due = Some(chrono::NaiveDate::default());
        let file = session.entrust(Uuid::from_u128(9)).unwrap();
        assert_eq!(file.analysis.lead.as_str(), "pharmacien");
        assert!(session.entrusted_as(&file));
        assert!(coherence::analysis_file(&file).is_empty());
    }

    #[test]
    fn a_simulation_entrusts_nothing() {
        let mut session = session(1);
        let analysis = session.analysis_mut().unwrap();
        analysis.lead = "pharmacien".into();
        analysis.due = Some(chrono::NaiveDate::default());
        assert!(session.entrust(Uuid::from_u128(9)).is_some());
        session.kind = Kind::Simulation(Simulation::default());
        assert!(session.entrust(Uuid::from_u128(9)).is_none());
    }

    #[test]
    fn a_presented_analysis_gets_ids_of_its_own_and_keeps_its_links() {
        let mut first = session(1);
        content(&mut first);
        let analysis = first.analysis_mut().unwrap();
        analysis.lead = "pharmacien".into();
        analysis.due = Some(chrono::NaiveDate::default());
        let file = first.entrust(Uuid::from_u128(9)).unwrap();
        let mut second = session(2);
        content(&mut second);
        let chosen = second.chosen().unwrap().id;
        let id = second.hear(&file);
        assert_eq!(second.hear(&file), id);
        assert!(!second.only_presents(), "it chose an event of its own");
        assert_eq!(second.analyses.len(), 2);
        assert!(coherence::session(&second).is_empty());
        assert_eq!(second.chosen().unwrap().id, chosen);
        let copy = second.analyses.get(id).unwrap();
        let deviation = copy.deviations.at(0).unwrap();
        assert_eq!(deviation.fact, copy.facts.at(0).map(|f| f.id));
        assert_eq!(copy.factors.at(0).unwrap().deviations, [deviation.id]);
        let own = second.analyses.at(0).unwrap();
        assert_ne!(own.deviations.at(0).unwrap().id, deviation.id);
    }
}
