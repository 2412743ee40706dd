//! A vote while it is prepared, opened, or cancelled with its reason.

use super::BallotView;
use super::prepare::{self, Key};
use crate::domain::ballot::{Ballot, BallotState};
use crate::domain::ids::BallotId;
use crate::domain::session::Attendee;
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Reaction};
use crate::tui::screens::meeting::body;
use crate::tui::screens::{Flow, Input};

impl BallotView {
    /// While the vote is prepared, or the reason for cancelling it is asked.
    pub(super) fn prepare(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Back) if self.cancelling => {
                return self.go_on(ballot.id, desk);
            }
            Input::Command(Command::Back) => return self.leave(),
            Input::Command(Command::Vote) if !self.cancelling => return self.open(ballot, desk),
            // Asked for again while the reason is asked, it still waits for it.
            Input::Command(Command::CancelVote) if self.cancelling => return Flow::Stay,
            Input::Command(Command::CancelVote) => return self.cancel(ballot.id, desk),
            _ => {}
        }
        let fields = self.fields(desk);
        match self.form.take(input, &fields, body(desk.areas.page), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Moved | Reaction::Finished => Flow::Stay,
            Reaction::Edit(Key::Open, Edit::Press) => self.open(ballot, desk),
            Reaction::Edit(Key::Cancel, Edit::Press) => self.cancel(ballot.id, desk),
            Reaction::Edit(key, edit) => {
                let (id, options) = (ballot.id, self.options);
                let group = Group::Field(format!("{id}{key:?}"));
                desk.edit(group, |session| {
                    let offered = options(session);
                    let present: Vec<Attendee> = session.present().cloned().collect();
                    if let Some(ballot) = session.ballots.get_mut(id) {
                        prepare::apply(ballot, offered, &present, key, edit);
                    }
                });
                Flow::Stay
            }
        }
    }

    /// Back to counting: a vote that goes on keeps no reason for being cancelled.
    fn go_on(&mut self, id: BallotId, desk: &mut Desk) -> Flow {
        self.cancelling = false;
        desk.edit(Group::Alone, |session| {
            if let Some(ballot) = session.ballots.get_mut(id) {
                ballot.cancelled = Text::default();
            }
        });
        Flow::Stay
    }

    fn open(&mut self, ballot: &Ballot, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let Some(session) = desk.session() else {
            return Flow::Ignored;
        };
        let options = prepare::merged(ballot, (self.options)(session));
        let live = options.iter().filter(|o| !o.withdrawn).count();
        if let Some(why) = prepare::refused(ballot, live, session, words) {
            return Flow::Say(why);
        }
        let id = ballot.id;
        desk.open_vote(id, options);
        self.show(id);
        Flow::Stay
    }

    fn cancel(&mut self, id: BallotId, desk: &mut Desk) -> Flow {
        let was_open = self
            .ballot(desk)
            .is_some_and(|b| b.state == BallotState::Open);
        desk.cancel_vote(id);
        self.leave();
        if !was_open {
            return Flow::Stay;
        }
        Flow::Say(desk.words().say_ballot_cancelled().to_owned())
    }
}
