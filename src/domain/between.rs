//! An analysis between two meetings as the steps of a meeting see it, and back: in memory a session with one event, one
//! analysis and steps of its own; on the disk an [`AnalysisFile`]. Nothing is lost either way.

use super::agenda::{Mode, Row, StepKind};
use super::analysis::AnalysisFile;
use super::ids::RowId;
use super::session::Session;

/// The steps in which whoever leads an analysis alone works; what they lack is told on the last page.
pub const WORKED: [StepKind; 4] = [
    StepKind::Sources,
    StepKind::Timeline,
    StepKind::Deviations,
    StepKind::Factors,
];

impl AnalysisFile {
    /// The analysis as a session to work in. Its day only completes dates without a year.
    pub fn as_session(&self) -> Session {
        let report = &self.incident.report;
        let day = report.reported.or(self.analysis.due).unwrap_or_default();
        let mut session = Session::new(self.id, day);
        session.schema = self.schema;
        session.chosen_in = Some(self.chosen_in);
        session.mode = Mode::Between;
        session.title = report.name().on_one_line();
        session.incidents.push(self.incident.clone());
        session.analyses.push(self.analysis.clone());
        session.ids = self.ids.clone();
        session.guarding = self.guarding.clone();
        // The rows are no part of the file: their ids are given here and nowhere counted.
        let steps = WORKED.into_iter().chain([StepKind::Ready]);
        session.agenda = (1..).zip(steps).map(row).collect();
        session
    }
}

fn row((n, step): (u32, StepKind)) -> Row {
    Row {
        step,
        ..Row::new(RowId(n))
    }
}

impl Session {
    /// Whether this is no meeting but an analysis between two.
    pub fn is_led(&self) -> bool {
        self.chosen_in.is_some()
    }

    /// What is kept of an analysis between two meetings; none of a meeting.
    pub fn as_analysis_file(&self) -> Option<AnalysisFile> {
        Some(AnalysisFile {
            schema: self.schema,
            id: self.id,
            chosen_in: self.chosen_in?,
            incident: self.incidents.at(0)?.clone(),
            ids: self.ids.clone(),
            analysis: self.analyses.at(0)?.clone(),
            guarding: self.guarding.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::analysis::{Analysis, Fact, Source};
    use crate::domain::ids::{AnalysisId, Counters, IncidentId};
    use crate::domain::incident::Incident;
    use crate::domain::wording::Guarding;
    use proptest::prelude::*;
    use uuid::Uuid;

    proptest! {
        #[test]
        fn a_file_and_its_session_say_the_same(
            lead in "\\PC{0,9}", facts in prop::collection::vec("\\PC{0,9}", 0..4), heard in prop::collection::vec(any::<bool>(), 0..4), linked in any::<bool>(),
            silent in any::<bool>(), passed in prop::collection::vec(any::<u8>(), 0..4),
        ) {
            let mut ids = Counters::default();
            let mut analysis = Analysis {
                incident: linked.then_some(IncidentId(1)),
                lead: lead.as_str().into(),
                ..Analysis::new(AnalysisId(1))
            };
            for what in &facts {
                analysis.facts.push(Fact { what: what.as_str().into(), ..Fact::new(ids.give()) });
            }
            for done in heard {
                analysis.sources.push(Source { done, ..Source::new(ids.give()) });
            }
            let file = AnalysisFile {
                schema: crate::domain::SCHEMA,
                id: Uuid::from_u128(3),
                chosen_in: Uuid::from_u128(4),
                incident: Incident::new(IncidentId(1)),
                ids,
                analysis,
                guarding: Guarding {
                    silent,
                    passed: passed.into_iter().map(|bits| u16::from(bits).into()).collect(),
                },
            };
            let session = file.as_session();
            prop_assert!(session.is_led() && session.has_subject());
            let back = session.as_analysis_file().unwrap();
            prop_assert_eq!(ron::to_string(&back).unwrap(), ron::to_string(&file).unwrap());
        }
    }
}
