//! An open vote: hands are counted, the keyboard is passed and slips are typed from here, and it is closed or cancelled.

use super::booth::{self, Booth};
use super::count::{self, Row};
use super::prepare::Key;
use super::slips::Slips;
use super::table::hit;
use super::{BallotView, Way};
use crate::domain::ballot::{Ballot, Subject};
use crate::domain::vote::NotClosable;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::Form;
use crate::tui::screens::meeting::body;
use crate::tui::screens::{Flow, Input};
use ratatui::layout::Position;

impl BallotView {
    /// The row in focus.
    pub(super) fn row_in(&self, ballot: &Ballot) -> usize {
        let last = count::rows(ballot).len() - 1;
        self.row.unwrap_or_else(|| count::first(ballot)).min(last)
    }

    /// While votes come in by all ways side by side.
    pub(super) fn collect(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Flow {
        let rows = count::rows(ballot);
        let here = rows[self.row_in(ballot)];
        let sure = std::mem::take(&mut self.sure);
        match input {
            Input::Command(Command::Type(c)) => {
                if let Some(digit) = count::digit(*c) {
                    let anew = std::mem::take(&mut self.fresh);
                    count::edit(ballot.id, here, anew, Some(digit), desk);
                }
            }
            Input::Command(Command::Backspace | Command::Erase | Command::EraseWord) => {
                count::edit(ballot.id, here, true, None, desk);
            }
            Input::Command(Command::PassKeyboard) => return self.pass(desk),
            Input::Command(Command::TypeSlips) => return self.type_slips(desk),
            Input::Command(Command::CancelVote) => self.ask_reason(),
            Input::Command(Command::Confirm | Command::Mark) => match here {
                Row::Close => return self.close(sure, ballot, desk),
                Row::Cancel => self.ask_reason(),
                Row::Booth => return self.pass(desk),
                Row::Slips => return self.type_slips(desk),
                _ => self.go(1, ballot),
            },
            Input::Command(Command::NextField | Command::Down) => self.go(1, ballot),
            Input::Command(Command::PrevField | Command::Up) => self.go(-1, ballot),
            Input::Command(Command::First) => self.go(isize::MIN, ballot),
            Input::Command(Command::Last) => self.go(isize::MAX, ballot),
            Input::Command(Command::Back) => {
                return Flow::Say(desk.words().ballot_stays().to_owned());
            }
            Input::Wheel(lines) => self.go(isize::from(lines.signum()), ballot),
            Input::Click(col, row) => self.click(Position::new(*col, *row), ballot, desk),
            Input::Paste(_) => {}
            Input::Command(_) => return Flow::Ignored,
        }
        Flow::Stay
    }

    fn click(&mut self, at: Position, ballot: &Ballot, desk: &Desk) {
        let area = body(desk.areas.page);
        if let Some(row) = hit(ballot, self.row_in(ballot), area, at, desk) {
            self.row = Some(row);
            self.fresh = true;
        }
    }

    fn go(&mut self, delta: isize, ballot: &Ballot) {
        let last = count::rows(ballot).len() - 1;
        let to = self.row_in(ballot).saturating_add_signed(delta);
        self.row = Some(to.min(last));
        self.fresh = true;
    }

    /// Lets the curtain fall, and the keyboard go round.
    fn pass(&mut self, desk: &Desk) -> Flow {
        self.enter(Way::Booth(Booth::default()), desk)
    }

    fn type_slips(&mut self, desk: &Desk) -> Flow {
        self.enter(Way::Slips(Slips::default()), desk)
    }

    fn enter(&mut self, way: Way, desk: &Desk) -> Flow {
        if desk.urn().is_none() {
            let why = desk.read_only().map(|why| desk.words().why(why));
            return why.map_or(Flow::Stay, Flow::Say);
        }
        self.way = way;
        Flow::Stay
    }

    /// Back from papers: once everyone has voted, all that is left is to close.
    pub(super) fn come_back(&mut self, ballot: &Ballot, desk: &Desk) {
        if booth::is_full(ballot, desk) {
            let mut rows = count::rows(ballot).into_iter();
            self.row = rows.position(|row| row == Row::Close);
        }
    }

    fn ask_reason(&mut self) {
        self.cancelling = true;
        self.form = Form::at(Key::Reason);
    }

    /// Closes the vote, or says what stands against it; with fewer votes than voters it is asked for twice.
    fn close(&mut self, sure: bool, ballot: &Ballot, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let id = ballot.id;
        let stands = desk
            .session()
            .and_then(|s| s.not_closable(id, desk.received()));
        let silent = ballot.silent(desk.received()).unwrap_or(0);
        if stands.is_none() && silent > 0 && !sure {
            self.sure = true;
            return Flow::Say(words.ballot_silent(silent));
        }
        match desk.close_vote(id) {
            Err(NotClosable::Uncounted(missing)) => {
                self.row = missing.first().map(|option| first_open(ballot, *option));
                self.fresh = true;
                return Flow::Say(words.ballot_missing(&words.letters(&missing)));
            }
            Err(NotClosable::Fault(fault)) => return Flow::Say(words.count_fault(fault)),
            Err(NotClosable::Nothing) => return Flow::Say(words.ballot_nothing().to_owned()),
            Ok(()) => {}
        }
        if ballot.subject == Subject::Round {
            // What it said stands in the closing; the vote is no more.
            return self.leave();
        }
        self.show(id);
        Flow::Stay
    }
}

/// The row of an option whose hands are not counted.
fn first_open(ballot: &Ballot, option: usize) -> usize {
    let counted = ballot
        .options
        .get(option)
        .is_some_and(|o| o.hands.is_some());
    let wanted = if counted {
        Row::Against(option)
    } else {
        Row::Option(option)
    };
    let at = count::rows(ballot).iter().position(|row| *row == wanted);
    at.unwrap_or(0)
}
