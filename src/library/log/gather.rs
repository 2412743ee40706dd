//! The decisions of one session, gathered step by step.

use super::{Entry, How, Kind, Voted};
use crate::domain::action::{Action, FollowUpOutcome, Status};
use crate::domain::agenda::StepKind;
use crate::domain::ballot::{Ballot, BallotState, Decision, Method, Subject, Target};
use crate::domain::incident::Fate;
use crate::domain::progress::factors;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::Spot;

/// The decisions of a session, in the order of its steps.
pub fn entries(session: &Session) -> Vec<Entry> {
    let mut log = Log {
        session,
        entries: Vec::new(),
    };
    log.opening();
    log.follow_ups();
    log.events();
    log.factors();
    log.actions();
    log.votes();
    log.closing();
    log.entries
}

/// The decisions gathered so far.
struct Log<'s> {
    session: &'s Session,
    entries: Vec<Entry>,
}

impl Log<'_> {
    /// A decision of which nothing but its kind and place is known yet.
    fn entry(&self, kind: Kind, spot: Spot) -> Entry {
        let session = self.session;
        Entry {
            session: session.id,
            date: session.date,
            number: session.number,
            simulation: session.kind.is_simulation(),
            kind,
            spot,
            id: Text::default(),
            what: Text::default(),
            also: Vec::new(),
            fate: None,
            outcome: None,
            by: Text::default(),
            due: None,
            how: None,
            reason: Text::default(),
            dissent: Text::default(),
            without_quorum: Text::default(),
        }
    }

    /// A decision on an item of a step.
    fn item(&self, kind: Kind, step: StepKind, id: &impl ToString, what: &Text) -> Entry {
        let id = id.to_string();
        Entry {
            id: Text::new(&id),
            what: what.clone(),
            ..self.entry(kind, Spot::on(step, id))
        }
    }

    fn opening(&mut self) {
        let overruled = &self.session.opening.quorum_overruled;
        if !overruled.is_blank() {
            self.entries.push(Entry {
                reason: overruled.clone(),
                ..self.entry(Kind::Quorum, Spot::of(StepKind::Opening))
            });
        }
        for row in self.session.agenda.iter() {
            if let Some(reason) = row.passed.as_ref().filter(|why| !why.is_blank()) {
                self.entries.push(Entry {
                    reason: reason.clone(),
                    ..self.entry(Kind::Passed, Spot::of(row.step))
                });
            }
        }
    }

    fn follow_ups(&mut self) {
        let said = self.session.follow_ups.iter();
        for said in said.filter(|said| said.outcome != FollowUpOutcome::Pending) {
            let also = [&said.evidence, &said.escalated_to].into_iter();
            self.entries.push(Entry {
                also: also.filter(|text| !text.is_blank()).cloned().collect(),
                outcome: Some(said.outcome),
                by: said.owner.clone(),
                due: said.new_due,
                reason: said.reason.clone(),
                ..self.item(Kind::FollowUp, StepKind::FollowUp, &said.id, &said.wording)
            });
        }
    }

    fn events(&mut self) {
        let session = self.session;
        for incident in session.incidents.iter() {
            if incident.fate == Fate::Undecided || session.is_presented(incident.id) {
                continue;
            }
            let heading = incident.report.name().on_one_line();
            let target = Target::Incident(incident.id);
            let mut entry = self.item(Kind::Fate, StepKind::Choice, &incident.id, &heading);
            entry.fate = Some(incident.fate);
            entry.reason = incident.fate_reason.clone();
            if incident.fate == Fate::Chosen {
                entry.kind = Kind::Choice;
                self.decided(&mut entry, &session.choice, Some(target));
            } else if session.choice.ballot.is_some() {
                entry.how = Some(self.how(&session.choice, Some(target)));
            }
            self.entries.push(entry);
        }
        if let Some(analysis) = session.to_entrust() {
            let heading = session.chosen().map(|i| i.report.heading());
            self.entries.push(Entry {
                what: Text::line(heading.unwrap_or_default()),
                by: analysis.lead.clone(),
                due: analysis.due,
                ..self.entry(Kind::Entrusted, Spot::of(StepKind::Choice))
            });
        }
    }

    fn factors(&mut self) {
        let session = self.session;
        let decision = &session.priorities;
        if !decision.targets.is_empty() {
            let mut entry = self.entry(Kind::Priorities, Spot::of(StepKind::Priorities));
            entry.also = decision
                .targets
                .iter()
                .filter_map(|t| self.named(*t))
                .collect();
            self.decided(&mut entry, decision, None);
            self.entries.push(entry);
        }
        for factor in factors(session).filter(|f| !f.no_action_reason.is_blank()) {
            self.entries.push(Entry {
                reason: factor.no_action_reason.clone(),
                ..self.item(Kind::NoAction, StepKind::Factors, &factor.id, &factor.what)
            });
        }
    }

    fn actions(&mut self) {
        let settled = !self.session.retained.targets.is_empty();
        for action in self.session.actions.iter() {
            let kind = match action.status {
                Status::Proposed if !settled => continue,
                Status::Proposed | Status::Dropped => Kind::NotRetained,
                _ => Kind::Retained,
            };
            let mut entry = self.item(kind, StepKind::Actions, &action.id, &action.what);
            entry.also = self.causes(action);
            entry.by = action.owner.clone();
            entry.due = action.due;
            self.decided(
                &mut entry,
                &self.session.retained,
                Some(Target::Action(action.id)),
            );
            if kind == Kind::NotRetained && !action.missing_reason.is_blank() {
                entry.reason = action.missing_reason.clone();
            }
            self.entries.push(entry);
        }
    }

    /// The wording of the factors and barriers that an action answers.
    fn causes(&self, action: &Action) -> Vec<Text> {
        let analyses = || self.session.analyses.iter();
        let factor = |id| analyses().find_map(|a| a.factors.get(id)).map(|f| &f.what);
        let barrier = |id| analyses().find_map(|a| a.barriers.get(id)).map(|b| &b.what);
        let factors = action.factors.iter().filter_map(|id| factor(*id));
        let barriers = action.barriers.iter().filter_map(|id| barrier(*id));
        let all = factors.chain(barriers);
        all.filter(|text| !text.is_blank()).cloned().collect()
    }

    fn votes(&mut self) {
        let free = self.session.ballots.iter();
        for ballot in free.filter(|b| b.subject == Subject::Free && b.state == BallotState::Closed)
        {
            let reached = self.session.reached_in_words(ballot);
            let Some(reached) = reached else { continue };
            self.entries.push(Entry {
                also: vec![ballot.question.clone()],
                how: Some(How {
                    reached,
                    vote: Some(self.voted(ballot, None)),
                }),
                reason: ballot.reason.clone(),
                ..self.item(Kind::Vote, StepKind::Closing, &ballot.id, &ballot.decided)
            });
        }
    }

    fn closing(&mut self) {
        for message in self
            .session
            .messages
            .iter()
            .filter(|m| !m.content.is_blank())
        {
            let audience = Some(&message.audience).filter(|text| !text.is_blank());
            self.entries.push(Entry {
                also: audience.into_iter().cloned().collect(),
                by: message.by.clone(),
                due: message.due,
                ..self.item(
                    Kind::Message,
                    StepKind::Closing,
                    &message.id,
                    &message.content,
                )
            });
        }
        for incident in self
            .session
            .incidents
            .iter()
            .filter(|i| !i.answer.is_blank())
        {
            let heading = incident.report.name().on_one_line();
            self.entries.push(Entry {
                also: vec![heading],
                by: incident.answer_by.clone(),
                due: incident.answered,
                ..self.item(
                    Kind::Answer,
                    StepKind::Closing,
                    &incident.id,
                    &incident.answer,
                )
            });
        }
        for parked in self.session.parked.iter().filter(|p| !p.outcome.is_blank()) {
            self.entries.push(Entry {
                also: vec![parked.what.clone()],
                ..self.item(Kind::Parked, StepKind::Closing, &parked.id, &parked.outcome)
            });
        }
        let closing = &self.session.closing;
        let next = [&closing.next_place, &closing.next_topics].into_iter();
        let also: Vec<Text> = next.filter(|text| !text.is_blank()).cloned().collect();
        if closing.next_date.is_some() || !also.is_empty() {
            self.entries.push(Entry {
                also,
                due: closing.next_date,
                ..self.entry(Kind::Next, Spot::of(StepKind::Closing))
            });
        }
    }

    /// Fills in what a decision says; `target` is what of it is told here, if it is one thing.
    fn decided(&self, entry: &mut Entry, decision: &Decision, target: Option<Target>) {
        entry.how = Some(self.how(decision, target));
        if !decision.reason.is_blank() {
            entry.reason = decision.reason.clone();
        }
        entry.dissent = decision.dissent.clone();
        entry.without_quorum = decision.without_quorum.clone();
    }

    fn how(&self, decision: &Decision, target: Option<Target>) -> How {
        let ballot = decision.ballot.and_then(|id| self.session.ballots.get(id));
        let ballot = ballot.filter(|b| b.state == BallotState::Closed);
        How {
            reached: decision.reached,
            vote: ballot.map(|ballot| self.voted(ballot, target)),
        }
    }

    fn voted(&self, ballot: &Ballot, target: Option<Target>) -> Voted {
        let silent = ballot.silent(ballot.received());
        // The last round that asked about it tells what it got.
        let rounds = self.session.rounds(ballot);
        let asked = target.and_then(|target| {
            let at = |round: &&Ballot| round.options.iter().position(|o| o.target == target);
            rounds
                .iter()
                .rev()
                .find_map(|round| Some((*round, at(round)?)))
        });
        let no = |(round, at): (&Ballot, usize)| round.answers(at).no;
        Voted {
            ballot: ballot.id,
            method: ballot.method,
            secret: ballot.secret,
            entitled: ballot.entitled,
            took_part: silent.map(|n| ballot.entitled.saturating_sub(n)),
            abstained: ballot.abstentions.saturating_add(ballot.blank),
            got: asked.map(|(round, at)| round.total(at)),
            against: asked.filter(|_| ballot.method == Method::YesNo).map(no),
            rounds: ballot.second_round_of.is_some(),
        }
    }

    /// What a decision points to, in words.
    fn named(&self, target: Target) -> Option<Text> {
        let session = self.session;
        match target {
            Target::Free => None,
            Target::Incident(id) => {
                let incident = session.incidents.get(id)?;
                Some(incident.report.name().on_one_line())
            }
            Target::Factor(id) => {
                let factor = session.analyses.iter().find_map(|a| a.factors.get(id))?;
                Some(factor.what.clone())
            }
            Target::Action(id) => Some(session.actions.get(id)?.what.clone()),
        }
    }
}
