//! Which analysis is in question: what the steps of the analysis work on when a session holds several.

use super::analysis::Analysis;
use super::ids::AnalysisId;
use super::incident::{Fate, Incident};
use super::session::Session;
use chrono::NaiveDate;

impl Session {
    /// The analysis in question: the presented one that the group has opened, else that of the chosen event, else the last
    /// one made here.
    pub fn analysis(&self) -> Option<&Analysis> {
        let opened = self.under_way.and_then(|id| self.analyses.get(id));
        opened.or_else(|| self.own_analysis())
    }

    /// The analysis of the event chosen here, else the last one that was not made elsewhere.
    pub fn own_analysis(&self) -> Option<&Analysis> {
        let chosen = self.chosen().map(|incident| incident.id);
        let of_chosen = |a: &&Analysis| chosen.is_some() && a.incident == chosen;
        let found = self.analyses.iter().find(of_chosen);
        found.or_else(|| self.analyses.iter().rfind(|a| a.origin.is_blank()))
    }

    /// The id of the analysis in question.
    pub fn analysis_id(&self) -> Option<AnalysisId> {
        self.analysis().map(|a| a.id)
    }

    /// The analysis in question, to be changed.
    pub fn analysis_mut(&mut self) -> Option<&mut Analysis> {
        let id = self.analysis_id()?;
        self.analyses.get_mut(id)
    }

    /// Whether the steps of the analysis have something to work on.
    pub fn has_subject(&self) -> bool {
        self.opened().is_some() || self.chosen().is_some()
    }

    /// The analysis that is open by itself, whatever event is chosen: one presented here, or one between two meetings.
    fn opened(&self) -> Option<AnalysisId> {
        let presented = self.under_way.filter(|id| self.analyses.get(*id).is_some());
        let alone = || self.analyses.at(0).filter(|_| self.is_led());
        presented.or_else(|| alone().map(|a| a.id))
    }

    /// The analysis in question, made for the chosen incident if there is none yet.
    pub fn analysis_or_new(&mut self) -> Option<&mut Analysis> {
        if let Some(id) = self.opened() {
            return self.analyses.get_mut(id);
        }
        let chosen = self.chosen().map(|incident| incident.id)?;
        let found = self.analyses.iter().find(|a| a.incident == Some(chosen));
        let id = found.map_or_else(|| self.ids.give(), |a| a.id);
        if self.analyses.get(id).is_none() {
            self.analyses.push(Analysis {
                incident: Some(chosen),
                mode: self.mode,
                ..Analysis::new(id)
            });
        }
        self.analyses.get_mut(id)
    }

    /// The incident chosen for analysis here; one whose analysis is only presented was chosen before.
    pub fn chosen(&self) -> Option<&Incident> {
        self.incidents
            .iter()
            .find(|incident| incident.fate == Fate::Chosen && !self.is_presented(incident.id))
    }

    /// The event whose analysis is in question.
    pub fn event(&self) -> Option<&Incident> {
        let analysed = self
            .analysis()
            .and_then(|a| self.incidents.get(a.incident?));
        analysed.or_else(|| self.chosen())
    }

    /// The day of the event under analysis, if it is known.
    pub fn day_of_event(&self) -> Option<NaiveDate> {
        let occurred = &self.event()?.report.occurred;
        occurred.place(self.date).map(|at| at.date())
    }

    /// Puts the facts in order again where the day of the event is another than `before`.
    pub fn follow_day(&mut self, before: NaiveDate) {
        let day = self.day_zero();
        if day != before
            && let Some(analysis) = self.analysis_mut()
        {
            analysis.sort_facts(day);
        }
    }

    /// The day of the event under analysis, for relative times: its date, else the session's.
    pub fn day_zero(&self) -> NaiveDate {
        self.day_of_event().unwrap_or(self.date)
    }
}
