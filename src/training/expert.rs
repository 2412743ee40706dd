//! An expert replays the key: a session that holds what the key holds, in its own words. Shows what a debrief looks like when all
//! is found, and proves that nothing is then missed or added.

use crate::content;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{
    Analysis, Barrier, Deviation, Fact, Factor, FactorCode, Reply, Retained,
};
use crate::domain::code::Code;
use crate::domain::ids::{BarrierId, DeviationId, FactorId};
use crate::domain::incident::Fate;
use crate::domain::moment::Moment;
use crate::domain::scenario::{Key, Scenario};
use crate::domain::session::Session;
use chrono::Months;

/// Plays the whole key with one grid: that which is walked.
pub fn play(session: &mut Session, scenario: &Scenario, grid: &Code) {
    play_some(session, scenario, grid, |_| true);
}

/// The same with those lines of the key alone that `keep` names by their id.
pub fn play_some(
    session: &mut Session,
    scenario: &Scenario,
    grid: &Code,
    keep: impl Fn(&Code) -> bool,
) {
    let incident = session.incidents.at(0).map(|incident| incident.id);
    let mut analysis = Analysis {
        incident,
        grids: content::grid_use(grid).into_iter().collect(),
        ..Analysis::new(session.ids.give())
    };
    if let Some(incident) = incident.and_then(|id| session.incidents.get_mut(id)) {
        incident.fate = Fate::Chosen;
    }
    let kept = Kept {
        key: &scenario.key,
        grid,
        keep: &keep,
    };
    kept.facts(session, &mut analysis);
    let deviations = kept.deviations(session, &mut analysis);
    let factors = kept.factors(session, &mut analysis, &deviations);
    let barriers = kept.barriers(session, &mut analysis);
    kept.actions(session, &mut analysis, &factors, &barriers);
    session.analyses.push(analysis);
}

/// What is kept of a key.
struct Kept<'k, F> {
    key: &'k Key,
    grid: &'k Code,
    keep: &'k F,
}

/// The lines of a key and the items that they became.
type Became<Id> = Vec<(Code, Id)>;

fn became<Id: Copy>(all: &Became<Id>, ids: &[Code]) -> Vec<Id> {
    let named = all.iter().filter(|(code, _)| ids.contains(code));
    named.map(|(_, id)| *id).collect()
}

impl<F: Fn(&Code) -> bool> Kept<'_, F> {
    fn facts(&self, session: &mut Session, analysis: &mut Analysis) {
        for fact in self.key.facts.iter().filter(|f| (self.keep)(&f.id)) {
            analysis.facts.push(Fact {
                when: Moment::parse(fact.when.as_str(), session.date),
                what: fact.text.clone(),
                ..Fact::new(session.ids.give())
            });
        }
    }

    fn deviations(&self, session: &mut Session, analysis: &mut Analysis) -> Became<DeviationId> {
        let kept = self.key.deviations.iter().filter(|d| (self.keep)(&d.id));
        let each = kept.map(|deviation| {
            let id = session.ids.give();
            analysis.deviations.push(Deviation {
                observed: deviation.text.clone(),
                ..Deviation::new(id)
            });
            (deviation.id.clone(), id)
        });
        each.collect()
    }

    fn factors(
        &self,
        session: &mut Session,
        analysis: &mut Analysis,
        deviations: &Became<DeviationId>,
    ) -> Became<FactorId> {
        let mut out = Vec::new();
        for factor in self.key.factors.iter().filter(|f| (self.keep)(&f.id)) {
            let id = session.ids.give();
            let on = became(deviations, &factor.deviations);
            let mine = factor.codes.iter().filter(|code| code.grid == *self.grid);
            let codes: Vec<FactorCode> = mine
                .map(|code| FactorCode {
                    grid: code.grid.clone(),
                    item: code.item.clone(),
                    mapped: false,
                })
                .collect();
            for code in &codes {
                let answer = analysis.answer_mut(&code.grid, &code.item);
                answer.reply = Reply::Yes;
                let more = on.iter().filter(|d| !answer.deviations.contains(d));
                let more: Vec<DeviationId> = more.copied().collect();
                answer.deviations.extend(more);
            }
            analysis.factors.push(Factor {
                what: factor.text.clone(),
                codes,
                role: factor.role,
                deviations: on,
                ..Factor::new(id)
            });
            out.push((factor.id.clone(), id));
        }
        out
    }

    fn barriers(&self, session: &mut Session, analysis: &mut Analysis) -> Became<BarrierId> {
        let kept = self.key.barriers.iter().filter(|b| (self.keep)(&b.id));
        let each = kept.map(|barrier| {
            let id = session.ids.give();
            analysis.barriers.push(Barrier {
                what: barrier.text.clone(),
                kind: barrier.kind,
                state: barrier.state,
                then: barrier.then,
                ..Barrier::new(id)
            });
            (barrier.id.clone(), id)
        });
        each.collect()
    }

    fn actions(
        &self,
        session: &mut Session,
        analysis: &mut Analysis,
        factors: &Became<FactorId>,
        barriers: &Became<BarrierId>,
    ) {
        for action in self.key.actions.iter().filter(|a| (self.keep)(&a.id)) {
            let answered = became(factors, &action.answers);
            for factor in &answered {
                if let Some(factor) = analysis.factors.get_mut(*factor) {
                    factor.retained = Retained::Yes;
                }
            }
            session.actions.push(Action {
                what: action.text.clone(),
                incident: analysis.incident,
                factors: answered,
                barriers: became(barriers, &action.answers),
                strength: Some(action.strength),
                owner: action.owner.clone(),
                due: session.date.checked_add_months(Months::new(action.months)),
                indicator: action.indicator.clone(),
                status: Status::Retained,
                ..Action::new(session.ids.give())
            });
        }
    }
}
