//! The pieces that leave a session: which there are, which event each is about, and what each still lacks.

use super::action::Action;
use super::analysis::{Analysis, BarrierState};
use super::completeness::answers;
use super::ids::IncidentId;
use super::incident::{Fate, Incident};
use super::progress::{Known, Missing, missing, presented};
use super::session::Session;
use chrono::NaiveDate;

crate::choices! {
    /// A piece that a session gives, in the order of its life.
    pub enum Piece {
        /// The record (compte rendu).
        Record,
        /// What invites to a meeting that is prepared.
        Invitation,
        /// The sheet signed on paper by those who are there.
        Signatures,
        /// The answer to whoever reported an event.
        Reporter,
        /// What is spread of an event: one page without anyone's function (fiche REX).
        Rex,
        /// The text blocks for the second part of the declaration of a serious event (EIGS).
        Eigs,
        /// The cards of roles and challenges of a simulation, to be cut out.
        Cards,
        /// The observation grid of a simulation, on paper.
        Observation,
        /// What was found in a simulation beside what an expert finds.
        Debrief,
        /// What learners say of the day, on paper.
        Satisfaction,
        /// The certificates of attendance at a simulation.
        Certificates,
    }
}

/// What a piece still lacks before it goes to whom it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The steps of the record lack so many things, each told at its place.
    Told(usize),
    /// No event that it could be about.
    NoEvent,
    /// Nobody is expected.
    Nobody,
    /// The place of the meeting.
    NoPlace,
    /// The hour, which a session does not know before it is opened.
    NoHour,
    /// The agenda.
    NoAgenda,
    /// What becomes of the event.
    NoFate,
    /// The words of the answer.
    NoAnswer,
    /// Who gives the answer.
    NoTeller,
    /// The answer is written; nobody has said that it was given.
    NotGiven,
    /// The analysis of the event.
    NoAnalysis,
    /// The deep causes.
    NoFactor,
    /// What worked.
    NoneWorked,
    /// A retained action.
    NoAction,
    /// What to remember.
    NoLessons,
    /// What the trainer makes of the matches proposed.
    NotConfirmed,
    /// Part 1 of the declaration, which goes without delay.
    Part1,
    /// Part 2, due on that day, in so many days; fewer than none: it is late.
    Part2(NaiveDate, i64),
}

impl Piece {
    /// Whether there is one for each event.
    pub const fn is_of_event(self) -> bool {
        matches!(self, Self::Reporter | Self::Rex | Self::Eigs)
    }

    /// Whether only a simulation gives it.
    pub const fn is_of_training(self) -> bool {
        matches!(
            self,
            Self::Cards
                | Self::Observation
                | Self::Debrief
                | Self::Satisfaction
                | Self::Certificates
        )
    }

    /// Whether this session can give it: only a simulation is debriefed, and an analysis between two meetings invites nobody and answers nobody.
    pub fn is_given_by(self, session: &Session) -> bool {
        if self.is_of_training() && !session.kind.is_simulation() {
            return false;
        }
        !session.is_led() || matches!(self, Self::Record | Self::Rex | Self::Eigs)
    }

    /// The events that it can be about, in the order of the session.
    pub fn events(self, session: &Session) -> Vec<IncidentId> {
        let told = |i: &&Incident| match self {
            Self::Reporter => true,
            Self::Rex => i.fate == Fate::Chosen || analysis_of(session, i.id).is_some(),
            Self::Eigs => i.fate == Fate::Chosen || is_serious(i),
            _ => false,
        };
        let events = session.incidents.iter().filter(told);
        events.map(|incident| incident.id).collect()
    }

    /// What it still lacks on the day `today`, the gravest first; of which event, where it is about one.
    pub fn lacks(
        self,
        session: &Session,
        event: Option<IncidentId>,
        today: NaiveDate,
        known: &Known,
    ) -> Vec<Lack> {
        let incident = event.and_then(|id| session.incidents.get(id));
        let found = match (self, incident) {
            (Self::Record, _) => record(session, known),
            (Self::Invitation, _) => invitation(session),
            (Self::Signatures, _) => {
                let played = session.kind.is_simulation();
                vec![when(session.attendees.is_empty() && !played, Lack::Nobody)]
            }
            (Self::Debrief, _) => vec![when(session.play.judged.is_empty(), Lack::NotConfirmed)],
            (training, _) if training.is_of_training() => Vec::new(),
            (_, None) => vec![Some(Lack::NoEvent)],
            (Self::Reporter, Some(incident)) => reporter(incident),
            (Self::Rex, Some(incident)) => rex(session, incident),
            (Self::Eigs, Some(incident)) => eigs(session, incident, today),
            (_, Some(_)) => Vec::new(),
        };
        found.into_iter().flatten().collect()
    }
}

/// Whether an event must be verified as a serious one, or was declared as one.
pub fn is_serious(incident: &Incident) -> bool {
    let serious = &incident.report.serious;
    serious.to_verify(incident.report.severity) || serious.part1.is_some()
}

/// The analysis of an event that holds more than the name of who will make it.
pub fn analysis_of(session: &Session, event: IncidentId) -> Option<&Analysis> {
    presented(session).find(|analysis| analysis.incident == Some(event))
}

/// The retained actions that answer an event: those tied to it, or to a factor or a barrier of its analysis.
pub fn actions_of(session: &Session, event: IncidentId) -> impl Iterator<Item = &Action> {
    let analysis = analysis_of(session, event);
    let tied = move |action: &&Action| {
        let answers = |a: &Analysis| {
            let factor = action.factors.iter().any(|f| a.factors.get(*f).is_some());
            factor || action.barriers.iter().any(|b| a.barriers.get(*b).is_some())
        };
        action.incident == Some(event) || analysis.is_some_and(answers)
    };
    session.retained_actions().filter(tied)
}

/// The days from `today` to the last day of part 2, while it was declared in part and not sent.
pub fn part2_left(incident: &Incident, today: NaiveDate) -> Option<(NaiveDate, i64)> {
    let serious = &incident.report.serious;
    let due = serious.part2_due().filter(|_| serious.part2.is_none())?;
    Some((due, (due - today).num_days()))
}

fn when(lacks: bool, lack: Lack) -> Option<Lack> {
    lacks.then_some(lack)
}

fn record(session: &Session, known: &Known) -> Vec<Option<Lack>> {
    if session.is_sealed() {
        return Vec::new();
    }
    let all = session.agenda.iter();
    let all = all.flat_map(|row| missing(session, row.step, known));
    let n = all.filter(|what| !Missing::is_remark(what)).count();
    vec![when(n > 0, Lack::Told(n))]
}

fn invitation(session: &Session) -> Vec<Option<Lack>> {
    vec![
        when(session.place.is_blank(), Lack::NoPlace),
        when(session.sittings.is_empty(), Lack::NoHour),
        when(session.agenda.is_empty(), Lack::NoAgenda),
        when(session.attendees.is_empty(), Lack::Nobody),
    ]
}

fn reporter(incident: &Incident) -> Vec<Option<Lack>> {
    let given = incident.answered.is_some();
    let written = !incident.answer.is_blank();
    vec![
        when(incident.fate == Fate::Undecided, Lack::NoFate),
        when(!written, Lack::NoAnswer),
        when(!given && incident.answer_by.is_blank(), Lack::NoTeller),
        when(written && !given, Lack::NotGiven),
    ]
}

fn rex(session: &Session, incident: &Incident) -> Vec<Option<Lack>> {
    let Some(analysis) = analysis_of(session, incident.id) else {
        return vec![Some(Lack::NoAnalysis)];
    };
    vec![
        when(analysis.factors.is_empty(), Lack::NoFactor),
        when(!any_worked(analysis), Lack::NoneWorked),
        when(
            actions_of(session, incident.id).next().is_none(),
            Lack::NoAction,
        ),
        when(session.closing.lessons.is_blank(), Lack::NoLessons),
    ]
}

/// Whether a barrier worked, at first or afterwards.
fn any_worked(analysis: &Analysis) -> bool {
    let worked = Some(BarrierState::Worked);
    let mut barriers = analysis.barriers.iter();
    barriers.any(|b| [Some(b.state), b.then].contains(&worked))
}

fn eigs(session: &Session, incident: &Incident, today: NaiveDate) -> Vec<Option<Lack>> {
    let serious = &incident.report.serious;
    let left = part2_left(incident, today).map(|(due, days)| Lack::Part2(due, days));
    let unsaid = is_serious(incident) && serious.part1.is_none() && serious.part2.is_none();
    let part1 = when(unsaid, Lack::Part1);
    let Some(analysis) = analysis_of(session, incident.id) else {
        return vec![left, part1, Some(Lack::NoAnalysis)];
    };
    let unanswered = analysis.factors.iter().all(|f| !answers(session, f.id));
    let none = actions_of(session, incident.id).next().is_none();
    vec![
        left,
        part1,
        when(analysis.factors.is_empty(), Lack::NoFactor),
        when(unanswered && none, Lack::NoAction),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A session with one event, as `fill` has it, and what its pieces lack on 1 December 2026.
    fn lacks(piece: Piece, fill: impl FnOnce(&mut Incident)) -> Vec<Lack> {
        let mut session = Session::new(Uuid::from_u128(1), day("2026-11-19"));
        let mut incident = Incident::new(session.ids.give());
        fill(&mut incident);
        let event = Some(incident.id);
        session.incidents.push(incident);
        piece.lacks(&session, event, day("2026-12-01"), &Known::nothing())
    }

    #[test]
    fn the_days_left_for_part_two_are_counted_from_part_one() {
        let declared = |on: &str| {
            let on = day(on);
            lacks(Piece::Eigs, |i| i.report.serious.part1 = Some(on))
        };
        let due = |on: &str, days| Lack::Part2(day(on), days);
        assert_eq!(declared("2026-11-20")[0], due("2027-02-20", 81));
        assert_eq!(declared("2026-09-01")[0], due("2026-12-01", 0));
        assert_eq!(declared("2026-08-30")[0], due("2026-11-30", -1));
        // The 31st has no third of February: the last day there is.
        assert_eq!(declared("2026-11-30")[0], due("2027-02-28", 89));
        let sent = lacks(Piece::Eigs, |i| {
            i.report.serious.part1 = Some(day("2026-08-30"));
            i.report.serious.part2 = Some(day("2026-11-01"));
        });
        assert_eq!(sent, [Lack::NoAnalysis]);
        let severe = lacks(Piece::Eigs, |i| i.report.severity = Some(5));
        assert_eq!(severe[0], Lack::Part1);
    }

    #[test]
    fn an_answer_waits_until_it_is_given() {
        let all = lacks(Piece::Reporter, |_| {});
        assert_eq!(all, [Lack::NoFate, Lack::NoAnswer, Lack::NoTeller]);
        let written = lacks(Piece::Reporter, |i| {
            i.fate = Fate::SimpleAnswer;
            i.answer = "Merci".into();
            i.answer_by = "IDEC".into();
        });
        assert_eq!(written, [Lack::NotGiven]);
        let given = lacks(Piece::Reporter, |i| {
            i.fate = Fate::Closed;
            i.answer = "Merci".into();
            i.answered = Some(day("2026-11-25"));
        });
        assert!(given.is_empty());
    }
}
