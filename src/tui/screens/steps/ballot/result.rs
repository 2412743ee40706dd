//! The result of a vote, as wide as the screen: what its keys do, and the decision on a free question, which is typed below it
//! and stays open after the vote is closed.

mod sheet;

use super::{BallotView, Taken};
use crate::domain::ballot::{Ballot, Reached, Subject, TieRule};
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::keymap::Scope;
use crate::tui::screens::{Flow, Input};
pub use sheet::draw;

/// What is typed below the result of a free question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// What the group decides.
    Decided,
    /// Why.
    Reason,
}

/// How a result is looked at.
#[derive(Debug)]
pub struct Shown {
    /// Rows hidden above.
    top: usize,
    form: Form<Key>,
    /// Whether the decision is being typed.
    deciding: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            top: 0,
            form: Form::at(Key::Decided),
            deciding: false,
        }
    }
}

impl Shown {
    /// The scopes of the result, innermost first.
    pub fn scopes(&self, ballot: &Ballot, desk: &Desk) -> Vec<Scope> {
        if self.deciding {
            return self.form.scopes(&fields(ballot, desk));
        }
        vec![Scope::Result, Scope::Ballot, Scope::Menu, Scope::Letters]
    }

    /// Where the focus is, if the decision is being typed.
    pub fn place(&self, ballot: &Ballot, desk: &Desk) -> Option<String> {
        self.deciding
            .then(|| self.form.place(&fields(ballot, desk)))
    }

    /// Puts the focus back into the decision.
    pub fn restore(&mut self, place: &str) {
        self.deciding = true;
        self.form.restore(place, &[Key::Decided, Key::Reason]);
    }
}

/// Whether equal options go to a second round.
fn round_follows(ballot: &Ballot) -> bool {
    ballot.tie == TieRule::SecondRound && !ballot.tally().tied.is_empty()
}

/// Whether a vote measures its options and retains none of them.
fn measures(subject: Subject) -> bool {
    matches!(subject, Subject::Impact | Subject::Effort | Subject::Round)
}

/// The decision on a free question, below its result; nothing else has one there, and a sealed session none to be typed.
fn fields(ballot: &Ballot, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let session = desk.session().filter(|_| desk.read_only().is_none());
    let Some(session) = session.filter(|_| ballot.subject == Subject::Free) else {
        return Vec::new();
    };
    let reached = session.reached_in_words(ballot);
    let decided = Value::Line(ballot.decided.clone());
    let against = reached == Some(Reached::AgainstVote);
    let hint = if !ballot.quorum_met() {
        words.decision_without_quorum_hint()
    } else if against {
        words.decision_reason_against_hint()
    } else {
        words.decision_reason_hint()
    };
    vec![
        Field::new(Key::Decided, words.result_decision(), decided)
            .hint(words.result_decision_hint()),
        Field::new(
            Key::Reason,
            words.decision_reason(),
            Value::Line(ballot.reason.clone()),
        )
        .hint(hint),
    ]
}

impl BallotView {
    /// Whether a result is shown, which takes the whole width of the screen.
    pub fn is_wide(&self, desk: &Desk) -> bool {
        let closed = |b: &Ballot| b.state == crate::domain::ballot::BallotState::Closed;
        self.ballot(desk).is_some_and(closed)
    }

    /// While the result is looked at.
    pub(super) fn result(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Taken {
        if self.result.deciding {
            return Taken::Flow(self.type_decision(input, ballot, desk));
        }
        let flow = match input {
            Input::Command(Command::Confirm) => return self.decide(ballot, desk),
            Input::Command(Command::SecondRound) => self.second_round(ballot, desk),
            Input::Command(Command::Vote) => self.anew(desk),
            Input::Command(Command::Back) => self.leave(),
            Input::Command(Command::Up) | Input::Wheel(..=-1) => self.scroll_by(-1, ballot, desk),
            Input::Command(Command::Down) | Input::Wheel(_) => self.scroll_by(1, ballot, desk),
            Input::Command(Command::PageUp) => self.scroll_by(-9, ballot, desk),
            Input::Command(Command::PageDown) => self.scroll_by(9, ballot, desk),
            Input::Command(Command::First) => self.scroll_by(isize::MIN, ballot, desk),
            Input::Command(Command::Last) => self.scroll_by(isize::MAX, ballot, desk),
            Input::Click(_, row) if sheet::decision(ballot, desk).contains_row(*row) => {
                self.result.deciding = true;
                self.type_decision(input, ballot, desk)
            }
            Input::Click(..) | Input::Paste(_) => Flow::Stay,
            Input::Command(_) => Flow::Ignored,
        };
        Taken::Flow(flow)
    }

    fn scroll_by(&mut self, delta: isize, ballot: &Ballot, desk: &Desk) -> Flow {
        let most = sheet::most_scroll(ballot, desk);
        self.result.top = self.result.top.saturating_add_signed(delta).min(most);
        Flow::Stay
    }

    fn decide(&mut self, ballot: &Ballot, desk: &mut Desk) -> Taken {
        let words = desk.words();
        let Some(session) = desk.session() else {
            return Taken::No;
        };
        let winners = session.winners(ballot);
        if measures(ballot.subject) {
            self.leave();
            return Taken::Decide(winners);
        }
        if ballot.subject == Subject::Free {
            return Taken::Flow(self.begin_decision(ballot, desk));
        }
        if round_follows(ballot) {
            return Taken::Flow(Flow::Say(words.say_ballot_tie().to_owned()));
        }
        self.leave();
        if !ballot.tally().tied.is_empty() || winners.is_empty() {
            return Taken::Flow(Flow::Say(words.say_ballot_consensus().to_owned()));
        }
        Taken::Decide(winners)
    }

    fn second_round(&mut self, ballot: &Ballot, desk: &mut Desk) -> Flow {
        let words = desk.words();
        if let Some(other) = desk.session().and_then(|s| s.open_vote()) {
            return Flow::Say(words.ballot_other_open(other.question.as_str()));
        }
        let id = ballot.id;
        let new = round_follows(ballot).then(|| desk.second_round(id));
        // None as well where what was equal is no more.
        let Some(new) = new.flatten() else {
            return Flow::Say(words.say_ballot_no_round().to_owned());
        };
        self.show(new);
        Flow::Stay
    }

    /// Puts what the vote says into a decision that is not written yet, and asks why; where it says nothing, what.
    fn begin_decision(&mut self, ballot: &Ballot, desk: &mut Desk) -> Flow {
        if fields(ballot, desk).is_empty() {
            return Flow::Stay;
        }
        let settled = ballot.tally().tied.is_empty();
        let session = desk.session().filter(|_| settled);
        let voted = session.map(|s| s.winning_words(ballot)).unwrap_or_default();
        let blank = ballot.decided.is_blank();
        if blank && !voted.is_empty() {
            write(ballot, Key::Decided, Text::line(&voted), Group::Alone, desk);
        }
        self.result.deciding = true;
        let open = blank && voted.is_empty();
        let key = if open { Key::Decided } else { Key::Reason };
        self.result.form = Form::at(key);
        Flow::Stay
    }

    /// While the decision on a free question is typed.
    fn type_decision(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Flow {
        let fields = fields(ballot, desk);
        if fields.is_empty() || *input == Input::Command(Command::Back) {
            self.result.deciding = false;
            return Flow::Stay;
        }
        let area = sheet::decision(ballot, desk);
        match self.result.form.take(input, &fields, area, desk) {
            Reaction::Ignored => match input {
                Input::Command(Command::NextField | Command::PrevField) => {
                    self.result.deciding = false;
                }
                Input::Command(_) => return Flow::Ignored,
                _ => {}
            },
            Reaction::Finished => self.result.deciding = false,
            Reaction::Edit(key, Edit::Text(text)) => {
                let group = Group::Field(format!("{}{key:?}", ballot.id));
                write(ballot, key, text, group, desk);
            }
            Reaction::Moved | Reaction::Edit(..) => {}
        }
        Flow::Stay
    }
}

/// Whether a row of the screen lies in a place.
trait Rows {
    fn contains_row(&self, row: u16) -> bool;
}

impl Rows for ratatui::layout::Rect {
    fn contains_row(&self, row: u16) -> bool {
        (self.y..self.bottom()).contains(&row)
    }
}

/// Writes a part of the decision on a free question.
fn write(ballot: &Ballot, key: Key, text: Text, group: Group, desk: &mut Desk) {
    let id = ballot.id;
    desk.edit(group, |session| {
        if let Some(ballot) = session.ballots.get_mut(id) {
            match key {
                Key::Decided => ballot.decided = text,
                Key::Reason => ballot.reason = text,
            }
        }
    });
}
