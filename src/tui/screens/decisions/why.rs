//! The whole why of a decision: what it answers, how it was reached and by what vote, its reason, who does it, what became of it.

use super::list;
use crate::documents::decisions::{headline, how, kind};
use crate::domain::action::Action;
use crate::domain::ballot::{Ballot, BallotState, Method};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::digest::Digest;
use crate::library::log::{Entry, Kind};
use crate::library::plan::Planned;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use crate::tui::widgets::wrap::width;
use crate::words::Words;

/// Columns of what stands at the end of a bar.
const COUNTS: usize = 8;
/// Longest bar.
const LONGEST: usize = 40;

/// What is told of a decision, to be read in `room` columns; what only its session knows, once that is there.
pub(super) fn paras(
    digest: &Digest,
    entry: &Entry,
    session: Option<&Session>,
    became: Option<&Planned>,
    room: u16,
    desk: &Desk,
) -> Vec<Para> {
    let words = desk.words();
    let mut told = Told {
        words,
        block: desk.prefs.theme.signs.block,
        room: usize::from(room),
        paras: Vec::new(),
    };
    told.head(digest, entry);
    told.reasons(entry);
    told.follows(entry);
    if let Some(session) = session {
        told.action(entry, session);
    }
    if let Some(became) = became {
        told.became(became);
    }
    if let Some(session) = session {
        told.votes(entry, session);
    }
    told.paras
}

/// What is told so far.
struct Told<'w> {
    words: Words,
    block: &'w str,
    room: usize,
    paras: Vec<Para>,
}

impl Told<'_> {
    fn put(&mut self, text: impl Into<String>, role: Role) {
        self.paras.push(Para::new(text, role));
    }

    /// A name and what it is, unless that says nothing.
    fn field(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            let name = self.words.capital(name);
            let colon = self.words.doc_colon();
            self.put(format!("{name}{colon}{value}"), Role::Body);
        }
    }

    fn head(&mut self, digest: &Digest, entry: &Entry) {
        let words = self.words;
        let said = words.capital(kind(words, entry.kind));
        let id = entry.id.filled().map(|id| format!(" {id}"));
        self.put(format!("{said}{}", id.unwrap_or_default()), Role::Title);
        // Several factors are told one by one.
        if entry.kind != Kind::Priorities || entry.also.len() < 2 {
            self.put(headline(words, entry), Role::Strong);
        }
        self.put(list::heading(digest, words), Role::Aside);
        self.put("", Role::Body);
    }

    /// Why, and how it was reached.
    fn reasons(&mut self, entry: &Entry) {
        let words = self.words;
        self.field(words.doc_reason(), entry.reason.as_str());
        if let Some(how) = how(words, entry) {
            self.field(words.log_how(), &how);
        }
        self.field(words.doc_dissent(), entry.dissent.as_str());
        self.field(words.doc_without_quorum(), entry.without_quorum.as_str());
    }

    /// What belongs to it, who does it, until when.
    fn follows(&mut self, entry: &Entry) {
        let words = self.words;
        let also: Vec<&str> = entry.also.iter().map(Text::as_str).collect();
        let name = match entry.kind {
            Kind::Retained | Kind::NotRetained => words.plan_causes(),
            Kind::Priorities if entry.also.len() > 1 => words.decisions_factors(),
            Kind::FollowUp => words.plan_evidence(),
            Kind::Vote | Kind::Parked => words.doc_question(),
            Kind::Answer => words.doc_event(),
            // The line at the head says it.
            _ => "",
        };
        if !name.is_empty() {
            match also.as_slice() {
                [] => {}
                [one] => self.field(name, one),
                many => {
                    self.put(words.capital(name), Role::Body);
                    for one in many {
                        self.paras
                            .push(Para::under(format!("· {one}"), Role::Body, 2));
                    }
                }
            }
        }
        let by = match entry.kind {
            Kind::Entrusted => words.doc_lead(),
            Kind::Message | Kind::Answer => words.log_by(),
            _ => words.doc_owner(),
        };
        self.field(by, entry.by.as_str());
        if let Some(due) = entry.due.filter(|_| entry.kind != Kind::Next) {
            let name = match entry.kind {
                Kind::Answer => words.doc_given_on(),
                _ => words.doc_due(),
            };
            self.field(name, &words.date(due));
        }
    }

    /// What the session says of the action, beside its owner and its deadline.
    fn action(&mut self, entry: &Entry, session: &Session) {
        let words = self.words;
        let retained = matches!(entry.kind, Kind::Retained | Kind::NotRetained);
        let id = entry.id.as_str().parse().ok().filter(|_| retained);
        let Some(action): Option<&Action> = id.and_then(|id| session.actions.get(id)) else {
            return;
        };
        if let Some(strength) = crate::content::strength_of(action) {
            self.field(words.plan_strength(), words.strength(strength));
        }
        let mut indicator = action.indicator.to_string();
        let values = [
            (words.plan_baseline(), &action.baseline),
            (words.plan_target(), &action.target),
        ];
        for (name, value) in values {
            if let Some(value) = value.filled() {
                let colon = words.doc_colon();
                indicator = format!("{indicator} · {}{colon}{value}", name.to_lowercase());
            }
        }
        self.field(words.plan_indicator(), indicator.trim_start_matches(" · "));
        if let Some(day) = action.evaluated_on {
            self.field(words.plan_evaluate_on(), &words.date(day));
        }
    }

    fn became(&mut self, planned: &Planned) {
        let words = self.words;
        let mut parts = vec![words.standing(planned.standing).to_owned()];
        if planned.postponed > 0 {
            parts.push(words.plan_postponed_times(planned.postponed));
        }
        if let Some(due) = planned.due.filter(|_| planned.is_open()) {
            parts.push(words.show_due(&words.date_short(due)));
        }
        self.field(words.log_became(), &parts.join(", "));
        if let Some(last) = planned.last() {
            let said = [&last.reason, &last.evidence].into_iter();
            let mut parts: Vec<String> = last.on.map(|day| words.date(day)).into_iter().collect();
            parts.push(words.follow_up_outcome(last.outcome).to_owned());
            parts.extend(said.filter_map(|text| text.filled().map(ToOwned::to_owned)));
            self.field(words.plan_last(), &parts.join(" · "));
        }
    }

    /// The vote, round by round: what every option got, who voted, by what rule.
    fn votes(&mut self, entry: &Entry, session: &Session) {
        let vote = entry.how.as_ref().and_then(|how| how.vote.as_ref());
        let ballot = vote.and_then(|vote| session.ballots.get(vote.ballot));
        let Some(ballot) = ballot else { return };
        for round in session.rounds(ballot) {
            // What is not counted to its end is told to nobody.
            if round.state == BallotState::Closed {
                self.vote(round);
            }
        }
    }

    fn vote(&mut self, ballot: &Ballot) {
        let words = self.words;
        self.put("", Role::Body);
        let question = ballot.question.filled();
        let question = question.unwrap_or(words.subject(ballot.subject));
        let id = words.log_vote_of(&ballot.id.to_string());
        self.put(format!("{id}{}{question}", words.doc_colon()), Role::Strong);
        let tally = ballot.tally();
        let most = tally.ranking.iter().map(|r| r.1).max().unwrap_or(0);
        for (index, value) in &tally.ranking {
            let Some(option) = ballot.options.get(*index) else {
                continue;
            };
            let kept = tally.kept.contains(index);
            let role = if kept { Role::Strong } else { Role::Body };
            let letter = Ballot::letter(*index);
            self.put(format!("{letter}  {}", option.label), role);
            let bar = self.bar(*value, most);
            let given = words.given(ballot, *index, 0);
            let line = if bar.is_empty() {
                given
            } else {
                format!("{bar} {given}")
            };
            self.paras.push(Para::under(line, Role::Bar, 3));
        }
        self.put(words.turnout(ballot), Role::Body);
        if !matches!(ballot.method, Method::Levels { .. }) {
            self.put(words.rule(ballot), Role::Aside);
        }
        if let Some(weak) = ballot.weak_secrecy() {
            self.put(words.weak_secrecy(weak), Role::See);
        }
    }

    /// A bar as long as its value, of which the longest takes the room.
    fn bar(&self, value: u32, most: u32) -> String {
        let room = self.room.saturating_sub(COUNTS + 3).min(LONGEST);
        let part = u64::from(value) * room as u64 / u64::from(most.max(1));
        let part = usize::try_from(part).unwrap_or(0);
        let part = if value > 0 { part.max(1) } else { 0 };
        self.block.repeat(part / width(self.block).max(1))
    }
}
