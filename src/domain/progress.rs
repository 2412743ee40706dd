//! What each step of a meeting still lacks, and where it stands. Shown, never blocking: going on asks for a reason.

use super::action::{Action, ActionGap, FollowUpOutcome, Strength};
use super::agenda::{Row, StepKind};
use super::analysis::{Analysis, Factor, Retained};
use super::ballot::Decision;
use super::code::Code;
use super::grid::Grid;
use super::ids::{ActionId, BarrierId, DeviationId, FactId, FactorId, IncidentId, SourceId};
use super::incident::Fate;
pub use super::lacks::{missing, missing_about, missing_in};
use super::session::{Approval, Closing, Opening, Presence, Session};
use super::simulation::Round;
use super::text::Text;

/// The role (content list) of the person who leads the meeting.
pub const FACILITATOR: &str = "facilitator";
/// The role (content list) of the person who writes.
pub const SECRETARY: &str = "secretary";
/// More retained actions than this are rarely all carried through (domain reference §1.4: a median of five in a year).
pub const MAX_ACTIONS: usize = 5;
/// Fewest facts that make a timeline.
pub const MIN_FACTS: usize = 2;

/// Something that a step still lacks, or that deserves a look before going on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "each variant says itself; its wording is in `words::missing`"
)]
pub enum Missing {
    NobodyPresent,
    Quorum {
        members: u32,
        members_asked: u32,
        professions: u32,
        professions_asked: u32,
    },
    NoFacilitator,
    NoSecretary,
    Charter,
    Secrecy,
    Approval,
    /// How many earlier actions were not discussed.
    FollowUps(usize),
    /// A meeting without event is legitimate: it is only said.
    NoIncident,
    IncidentsWithoutFacts(Vec<IncidentId>),
    IncidentsWithoutSeverity(Vec<IncidentId>),
    IncidentsWithoutLikelihood(Vec<IncidentId>),
    NoDecision,
    /// The reason of the decision taken at this step, the choice or the priorities.
    NoReason(StepKind),
    IncidentsWithoutFate(Vec<IncidentId>),
    NoLead,
    NoAnalysisDue,
    /// Nobody was heard and nothing was seen.
    NoSource,
    /// Sources named that were not heard or seen yet.
    SourcesToHear(Vec<SourceId>),
    /// Functions of the timeline that no source names.
    ActorsUnheard(Vec<Text>),
    /// A step of analysis, and no event was chosen.
    NothingChosen,
    /// How many facts there are.
    FewFacts(usize),
    FactsWithoutTime(Vec<FactId>),
    NoDeviation,
    DeviationsWithoutExpected(Vec<DeviationId>),
    NoBarrier,
    /// Barriers are named, but none that worked.
    NoBarrierWorked,
    BarriersUnknown(Vec<BarrierId>),
    NoFactor,
    /// Items answered, of how many.
    Coverage {
        answered: usize,
        total: usize,
    },
    DeviationsWithoutFactor(Vec<DeviationId>),
    FactorsWithoutDeviation(Vec<FactorId>),
    ToCheckWithoutName(Vec<FactorId>),
    TooManyPrincipal {
        n: usize,
        max: u32,
    },
    TooManySecondary {
        n: usize,
        max: u32,
    },
    NoFactorRetained,
    NoAction,
    ActionsWithout(ActionGap, Vec<ActionId>),
    FactorsWithoutAction(Vec<FactorId>),
    OnlyWeakActions,
    /// More than half of the factors speak of persons: how many, of how many.
    MostlyPersons {
        persons: usize,
        of: usize,
    },
    /// How many are retained, more than [`MAX_ACTIONS`].
    ManyActions(usize),
    NoPresentation,
    NoLessons,
    ReportersWithoutAnswer(Vec<IncidentId>),
    /// Answers that are written, and that nobody has given yet.
    AnswersToGive(Vec<IncidentId>),
    NoNextDate,
    /// How many questions kept for later have no outcome.
    ParkedWithoutOutcome(usize),
    NoRound,
    NoSelfCheck,
}

impl Missing {
    /// Whether nothing is lacking, and something only deserves a look.
    pub fn is_remark(&self) -> bool {
        matches!(
            self,
            Self::ActorsUnheard(_)
                | Self::AnswersToGive(_)
                | Self::TooManyPrincipal { .. }
                | Self::TooManySecondary { .. }
                | Self::MostlyPersons { .. }
                | Self::OnlyWeakActions
                | Self::ManyActions(_)
        )
    }

    /// Whether the group is asked about it once before it goes on: what is lacking, and which of many actions to keep.
    pub fn is_asked(&self) -> bool {
        !self.is_remark() || matches!(self, Self::ManyActions(_))
    }
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    /// Nothing is in it yet.
    Untouched,
    /// Something is in it, something is missing.
    Begun,
    /// Nothing is missing.
    Done,
    /// The group went on although something is missing.
    Passed,
}

/// What only content knows: the grids in use, and how strong an action is by its category.
#[derive(Clone)]
pub struct Known<'a> {
    /// The grids that were found of all analyses of the session, each once.
    pub grids: Vec<&'a Grid>,
    /// The strength of an action.
    pub strength: &'a dyn Fn(&Action) -> Option<Strength>,
}

impl<'a> Known<'a> {
    /// The grids of an analysis, the one walked first.
    pub fn grids_of(&self, analysis: &Analysis) -> Vec<&'a Grid> {
        let used = analysis.grids.iter().filter(|used| !used.set_aside);
        let find = |id: &Code| self.grids.iter().find(|grid| grid.id == *id).copied();
        used.filter_map(|used| find(&used.grid)).collect()
    }
}

impl Known<'_> {
    /// Nothing but what the session itself says.
    pub fn nothing() -> Known<'static> {
        Known {
            grids: Vec::new(),
            strength: &|action| action.strength,
        }
    }
}

/// Where a row of the agenda stands.
pub fn state(session: &Session, row: &Row, known: &Known) -> RowState {
    let begun = begun(session, row.step);
    let lacks = |what: &Missing| !what.is_remark();
    let missing = missing_about(session, row.step, of_row(session, row.step), known);
    let gone_through = row.visited && !row.step.is_of_training();
    if (begun || gone_through) && !missing.iter().any(lacks) {
        RowState::Done
    } else if row.passed.is_some() {
        RowState::Passed
    } else if begun {
        RowState::Begun
    } else {
        RowState::Untouched
    }
}

/// Whether the step holds anything that the group did.
pub fn begun(session: &Session, step: StepKind) -> bool {
    let analysis = of_row(session, step);
    let any = |f: fn(&Analysis) -> bool| analysis.is_some_and(f);
    match step {
        StepKind::Opening => {
            // That there is no earlier record is known without asking anyone.
            let untouched = |approval| Opening {
                approval,
                ..Opening::default()
            };
            ![Approval::Pending, Approval::NoneBefore]
                .map(untouched)
                .contains(&session.opening)
                || session
                    .attendees
                    .iter()
                    .any(|a| a.presence != Presence::Expected)
        }
        StepKind::FollowUp => session
            .follow_ups
            .iter()
            .any(|f| f.outcome != FollowUpOutcome::Pending),
        StepKind::Incidents => !session.incidents.is_empty(),
        StepKind::Choice => {
            session.incidents.iter().any(|i| i.fate != Fate::Undecided)
                || session.choice != Decision::default()
        }
        StepKind::Presentation => presented(session).next().is_some(),
        StepKind::Sources => any(|a| !a.sources.is_empty()),
        StepKind::Ready => any(|a| !a.is_bare()),
        StepKind::Timeline => any(|a| !a.facts.is_empty() || !a.sources.is_empty()),
        StepKind::Deviations => any(|a| !a.deviations.is_empty() || !a.barriers.is_empty()),
        StepKind::Factors => {
            any(|a| !a.factors.is_empty() || !a.answers.is_empty() || !a.whys.is_empty())
        }
        StepKind::Priorities => {
            factors(session).any(|f| f.retained != Retained::Open)
                || session.priorities != Decision::default()
        }
        StepKind::Actions => !session.actions.is_empty(),
        StepKind::Closing => session.closing != Closing::default() || !session.messages.is_empty(),
        StepKind::PreTest => session.play.is_tested(Round::Before),
        StepKind::Briefing => !session.play.dealt.is_empty(),
        StepKind::Debrief => session.play.is_debriefed(),
        StepKind::PostTest => session.play.is_tested(Round::After),
    }
}

/// The analyses that were presented, or made here: all that hold more than the name of who will make them.
pub fn presented(session: &Session) -> impl Iterator<Item = &Analysis> {
    let full = |a: &&Analysis| {
        !a.origin.is_blank()
            || !a.facts.is_empty()
            || !a.deviations.is_empty()
            || !a.factors.is_empty()
    };
    session.analyses.iter().filter(full)
}

/// The analysis that a step is about: where the agenda has the step, the one in question, if there is one yet; else the one
/// presented.
pub fn subject(session: &Session, step: StepKind) -> Option<&Analysis> {
    match session.row_of(step) {
        Some(_) => session.analysis().or_else(|| only(session)),
        None => analysed(session),
    }
}

/// The analysis of an agenda that has no step apart for what was presented.
fn only(session: &Session) -> Option<&Analysis> {
    let apart = session.row_of(StepKind::Presentation).is_some();
    analysed(session).filter(|_| !apart)
}

/// The analysis that a row tells of: amending a presented one says nothing of what is made here.
fn of_row(session: &Session, step: StepKind) -> Option<&Analysis> {
    match session.row_of(step) {
        Some(_) => session.own_analysis().or_else(|| only(session)),
        None => analysed(session),
    }
}

/// The analyses that priorities and actions answer: all that were presented, and the one made here.
pub fn acted_on(session: &Session) -> impl Iterator<Item = &Analysis> + Clone {
    let heard = |a: &&Analysis| !a.origin.is_blank();
    let any_heard = session.analyses.iter().any(|a| heard(&a));
    // One that was only entrusted to its lead has nothing to act on yet.
    let own = session.own_analysis();
    let later = any_heard || session.to_entrust().is_some();
    let own = own.filter(|a| !heard(a) && (!later || !a.is_bare()));
    session.analyses.iter().filter(heard).chain(own)
}

/// Whether nothing can be acted on in this meeting: what it chose is analysed by its lead until the next one.
pub fn acts_later(session: &Session) -> bool {
    session.to_entrust().is_some() && acted_on(session).next().is_none()
}

/// The factors of those analyses.
pub fn factors(session: &Session) -> impl Iterator<Item = &Factor> + Clone {
    acted_on(session).flat_map(|a| a.factors.iter())
}

/// The event that a new action is about: that of the only analysis acted on.
pub fn event_acted_on(session: &Session) -> Option<IncidentId> {
    let mut all = acted_on(session);
    let first = all.next().and_then(|a| a.incident);
    let only = first.filter(|_| all.next().is_none());
    only.or_else(|| session.chosen().filter(|_| first.is_none()).map(|i| i.id))
}

/// The analysis that stands for all that was analysed: the one presented last where the agenda has a presentation, else the
/// one in question.
pub fn analysed(session: &Session) -> Option<&Analysis> {
    let opened = session.under_way.and_then(|id| session.analyses.get(id));
    let between = opened.is_none() && session.row_of(StepKind::Presentation).is_some();
    between
        .then(|| presented(session).last())
        .flatten()
        .or_else(|| session.analysis())
        .or_else(|| presented(session).last())
}
