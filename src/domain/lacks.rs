//! What each step lacks, step by step: the rules behind [`super::progress`].

use super::action::{Action, ActionGap};
use super::agenda::{Mode, StepKind};
use super::analysis::{Analysis, BarrierState, Certainty, FactorRole, Retained};
use super::between::WORKED;
use super::completeness::{Coverage, asked_what_worked, coverage_all, share};
use super::grid::Grid;
use super::ids::AnalysisId;
use super::incident::{Fate, Incident};
use super::orphans::{is_weak, unanswered};
use super::progress::{
    FACILITATOR, Known, MAX_ACTIONS, MIN_FACTS, Missing, SECRETARY, acted_on, acts_later,
    factors as all_factors, presented, subject,
};
use super::session::{Approval, Attendee, Session};
use super::text::{Text, fold};

/// What `step` still lacks in `session`, the gravest first.
pub fn missing(session: &Session, step: StepKind, known: &Known) -> Vec<Missing> {
    missing_about(session, step, subject(session, step), known)
}

/// The same where a step of the analysis is about this one, whichever is in question.
pub fn missing_about(
    session: &Session,
    step: StepKind,
    analysis: Option<&Analysis>,
    known: &Known,
) -> Vec<Missing> {
    match step {
        StepKind::Opening => opening(session),
        StepKind::FollowUp => follow_up(session),
        StepKind::Incidents => incidents(session),
        StepKind::Choice => choice(session),
        StepKind::Presentation => presentation(session),
        StepKind::Sources
        | StepKind::Timeline
        | StepKind::Deviations
        | StepKind::Factors
        | StepKind::Ready => of_analysis(session, analysis, |analysis| {
            missing_in(analysis, step, &known.grids_of(analysis))
        }),
        StepKind::Priorities => priorities(session),
        StepKind::Actions => actions(session, known),
        StepKind::Closing => closing(session),
        StepKind::PreTest | StepKind::Briefing | StepKind::Debrief | StepKind::PostTest => {
            Vec::new()
        }
    }
}

/// What a step of the analysis still lacks in one analysis; the last step, all of them.
pub fn missing_in(analysis: &Analysis, step: StepKind, grids: &[&Grid]) -> Vec<Missing> {
    let found = match step {
        StepKind::Sources => sources(analysis),
        StepKind::Timeline => timeline(analysis),
        StepKind::Deviations => deviations(analysis),
        StepKind::Factors => factors(analysis, grids, coverage_all(analysis, grids)),
        StepKind::Ready => {
            return WORKED
                .iter()
                .flat_map(|s| missing_in(analysis, *s, grids))
                .collect();
        }
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn when(lacks: bool, what: impl FnOnce() -> Missing) -> Option<Missing> {
    lacks.then(what)
}

/// A list of ids that is worth saying only if it is not empty.
fn listed<T>(
    ids: impl Iterator<Item = T>,
    what: impl FnOnce(Vec<T>) -> Missing,
) -> Option<Missing> {
    let ids: Vec<T> = ids.collect();
    (!ids.is_empty()).then(|| what(ids))
}

fn opening(session: &Session) -> Vec<Missing> {
    let opening = &session.opening;
    let has = |role: &str| {
        session
            .present()
            .any(|a: &Attendee| a.roles.iter().any(|r| r.as_str() == role))
    };
    let members = session.present().filter(|a| a.permanent).count();
    let quorum = || Missing::Quorum {
        members: u32::try_from(members).unwrap_or(u32::MAX),
        members_asked: session.quorum.members,
        professions: session.n_professions(),
        professions_asked: session.quorum.professions,
    };
    let nobody = session.n_present() == 0;
    [
        when(nobody, || Missing::NobodyPresent),
        when(
            !nobody && !session.quorum_met() && opening.quorum_overruled.is_blank(),
            quorum,
        ),
        when(!has(FACILITATOR), || Missing::NoFacilitator),
        when(!has(SECRETARY), || Missing::NoSecretary),
        when(!opening.charter_accepted, || Missing::Charter),
        when(!opening.secrecy_announced, || Missing::Secrecy),
        when(opening.approval == Approval::Pending, || Missing::Approval),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn follow_up(session: &Session) -> Vec<Missing> {
    let pending = session.unsaid().count();
    Vec::from_iter(when(pending > 0, || Missing::FollowUps(pending)))
}

fn incidents(session: &Session) -> Vec<Missing> {
    let those = |lacks: fn(&Incident) -> bool| {
        session
            .incidents
            .iter()
            .filter(move |i| lacks(i))
            .map(|i| i.id)
    };
    [
        when(session.incidents.is_empty(), || Missing::NoIncident),
        listed(
            those(|i| i.report.facts.is_blank()),
            Missing::IncidentsWithoutFacts,
        ),
        listed(
            those(|i| i.report.severity.is_none()),
            Missing::IncidentsWithoutSeverity,
        ),
        listed(
            those(|i| i.report.likelihood.is_none()),
            Missing::IncidentsWithoutLikelihood,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Only what an earlier meeting asked for can be missed: a first one has nothing to present.
fn presentation(session: &Session) -> Vec<Missing> {
    let due = session.follow_ups.iter().any(|said| session.presents(said));
    let none = due && presented(session).next().is_none();
    Vec::from_iter(when(none, || Missing::NoPresentation))
}

fn choice(session: &Session) -> Vec<Missing> {
    if session.incidents.is_empty() {
        // A meeting that hears an analysis needs no event of its own: that there is none was asked at their step.
        let asked = [StepKind::Presentation, StepKind::Incidents].map(|s| session.row_of(s));
        let hears = asked.iter().all(Option::is_some);
        return when(!hears, || Missing::NoIncident).into_iter().collect();
    }
    if session.only_presents() {
        return Vec::new();
    }
    let undecided = session
        .incidents
        .iter()
        .filter(|i| i.fate == Fate::Undecided)
        .map(|i| i.id);
    // Every event answered otherwise, with a reason, is a decision as well: nothing to analyse this time.
    let none_with_reason = undecided.clone().next().is_none() && !session.choice.reason.is_blank();
    let chosen = session.chosen();
    let ahead = chosen.filter(|_| session.mode == Mode::Between);
    let analysis = ahead.and_then(|c| session.analyses.iter().find(|a| a.incident == Some(c.id)));
    [
        when(chosen.is_none() && !none_with_reason, || {
            Missing::NoDecision
        }),
        when(session.choice.reason.is_blank(), || {
            Missing::NoReason(StepKind::Choice)
        }),
        listed(undecided, Missing::IncidentsWithoutFate),
        when(
            ahead.is_some() && analysis.is_none_or(|a| a.lead.is_blank()),
            || Missing::NoLead,
        ),
        when(
            ahead.is_some() && analysis.is_none_or(|a| a.due.is_none()),
            || Missing::NoAnalysisDue,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a step of analysis lacks: without a chosen event there is nothing to analyse; without an analysis, all of it.
fn of_analysis(
    session: &Session,
    analysis: Option<&Analysis>,
    f: impl Fn(&Analysis) -> Vec<Missing>,
) -> Vec<Missing> {
    match analysis {
        Some(analysis) => f(analysis),
        None if session.chosen().is_none() => vec![Missing::NothingChosen],
        None => f(&Analysis::new(AnalysisId(0))),
    }
}

fn sources(analysis: &Analysis) -> Vec<Option<Missing>> {
    let all = || analysis.sources.iter();
    let open = all().filter(|s| !s.done).map(|s| s.id);
    vec![
        when(analysis.sources.is_empty(), || Missing::NoSource),
        listed(open, Missing::SourcesToHear),
        listed(unheard(analysis), Missing::ActorsUnheard),
    ]
}

/// The functions of the timeline that no source names, each once. « IDE » is not named by « IDEL ».
fn unheard(analysis: &Analysis) -> impl Iterator<Item = Text> {
    let told: Vec<Vec<String>> = analysis.sources.iter().map(|s| folded(&s.what)).collect();
    let mut seen: Vec<Vec<String>> = Vec::new();
    let actors = analysis.facts.iter().map(|fact| &fact.actor);
    actors
        .filter(move |actor| {
            let actor = folded(actor);
            let new = !actor.is_empty() && !seen.contains(&actor);
            let names = |what: &Vec<String>| what.windows(actor.len()).any(|part| part == actor);
            let unheard = new && !told.iter().any(names);
            if new {
                seen.push(actor);
            }
            unheard
        })
        .cloned()
}

/// The words of a text, folded.
fn folded(text: &Text) -> Vec<String> {
    let folded = fold(text.as_str());
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn timeline(analysis: &Analysis) -> Vec<Option<Missing>> {
    let n = analysis.facts.len();
    let untimed = analysis
        .facts
        .iter()
        .filter(|f| f.when.is_unknown())
        .map(|f| f.id);
    vec![
        when(n < MIN_FACTS, || Missing::FewFacts(n)),
        listed(untimed, Missing::FactsWithoutTime),
    ]
}

fn deviations(analysis: &Analysis) -> Vec<Option<Missing>> {
    let barriers = &analysis.barriers;
    let unexpected = analysis
        .deviations
        .iter()
        .filter(|d| d.expected.is_blank())
        .map(|d| d.id);
    let unknown = barriers
        .iter()
        .filter(|b| b.state == BarrierState::Unknown)
        .map(|b| b.id);
    vec![
        when(analysis.deviations.is_empty(), || Missing::NoDeviation),
        listed(unexpected, Missing::DeviationsWithoutExpected),
        when(barriers.is_empty(), || Missing::NoBarrier),
        when(!barriers.is_empty() && !asked_what_worked(analysis), || {
            Missing::NoBarrierWorked
        }),
        listed(unknown, Missing::BarriersUnknown),
    ]
}

/// What the step of the factors lacks, where the coverage of the grids is known.
pub(super) fn factors(
    analysis: &Analysis,
    grids: &[&Grid],
    covered: Coverage,
) -> Vec<Option<Missing>> {
    let all = || analysis.factors.iter();
    let covered = Some(covered).filter(|c| c.answered < c.total);
    let share = share(analysis, grids);
    let persons = share.persons > share.system;
    let bare = analysis
        .deviations
        .iter()
        .filter(|d| !all().any(|f| f.deviations.contains(&d.id)))
        .map(|d| d.id);
    let loose = all().filter(|f| f.deviations.is_empty()).map(|f| f.id);
    let unchecked = all()
        .filter(|f| f.certainty == Certainty::ToCheck && f.check_by.is_blank())
        .map(|f| f.id);
    let limit = |max: fn(&Grid) -> u32| grids.first().map(|g| max(g));
    let many = |role, max: Option<u32>| {
        let n = all().filter(|f| f.role == role).count();
        max.filter(|max| *max > 0 && n > *max as usize)
            .map(|max| (n, max))
    };
    vec![
        when(analysis.factors.is_empty(), || Missing::NoFactor),
        covered.map(|c| Missing::Coverage {
            answered: c.answered,
            total: c.total,
        }),
        listed(bare, Missing::DeviationsWithoutFactor),
        listed(loose, Missing::FactorsWithoutDeviation),
        listed(unchecked, Missing::ToCheckWithoutName),
        when(persons, || Missing::MostlyPersons {
            persons: share.persons,
            of: share.persons + share.system,
        }),
        many(FactorRole::Principal, limit(|g| g.max_principal))
            .map(|(n, max)| Missing::TooManyPrincipal { n, max }),
        many(FactorRole::Secondary, limit(|g| g.max_secondary))
            .map(|(n, max)| Missing::TooManySecondary { n, max }),
    ]
}

fn priorities(session: &Session) -> Vec<Missing> {
    if acts_later(session) {
        return Vec::new();
    }
    if acted_on(session).next().is_none() && session.chosen().is_none() {
        return vec![Missing::NothingChosen];
    }
    let reason = session.priorities.reason.is_blank();
    let retained = all_factors(session).any(|f| f.retained == Retained::Yes);
    [
        when(!retained, || Missing::NoFactorRetained),
        when(reason, || Missing::NoReason(StepKind::Priorities)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn actions(session: &Session, known: &Known) -> Vec<Missing> {
    let retained: Vec<&Action> = session.retained_actions().collect();
    if retained.is_empty() && acts_later(session) {
        return Vec::new();
    }
    let explained = |a: &&&Action| a.missing_reason.is_blank();
    let without = |gap: &ActionGap| {
        let those = retained
            .iter()
            .filter(explained)
            .filter(|a| a.gaps().contains(gap))
            .map(|a| a.id);
        listed(those, |ids| Missing::ActionsWithout(*gap, ids))
    };
    let unanswered = unanswered(session).map(|f| f.id);
    let weak = is_weak(session, known) && session.reasons.weak_plan.is_blank();
    let mut out: Vec<Option<Missing>> = vec![when(retained.is_empty(), || Missing::NoAction)];
    out.extend(ActionGap::ALL.iter().map(without));
    out.push(listed(unanswered, Missing::FactorsWithoutAction));
    out.push(when(weak, || Missing::OnlyWeakActions));
    out.push(when(retained.len() > MAX_ACTIONS, || {
        Missing::ManyActions(retained.len())
    }));
    out.into_iter().flatten().collect()
}

fn closing(session: &Session) -> Vec<Missing> {
    let closing = &session.closing;
    let those = |which: fn(&&Incident) -> bool| {
        let waiting = session.incidents.iter().filter(which);
        waiting.map(|i| i.id)
    };
    let silent = those(|i| i.answer.is_blank());
    let to_give = those(|i| !i.answer.is_blank() && i.answered.is_none());
    let parked = session
        .parked
        .iter()
        .filter(|p| p.outcome.is_blank())
        .count();
    [
        when(closing.lessons.is_blank(), || Missing::NoLessons),
        listed(silent, Missing::ReportersWithoutAnswer),
        listed(to_give, Missing::AnswersToGive),
        when(closing.next_date.is_none(), || Missing::NoNextDate),
        when(parked > 0, || Missing::ParkedWithoutOutcome(parked)),
        when(closing.marks().is_empty(), || Missing::NoRound),
        when(closing.self_check.is_empty(), || Missing::NoSelfCheck),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
