//! A vote, as the steps that decide hold it: prepared, opened, collected by hands, by the keyboard passed around and from
//! slips, its result. The decision is another act, taken in the step itself. A step gives the subject and the options, asks
//! first whether this view takes the input, and draws it in its own place while it is shown.

mod booth;
mod collect;
mod count;
mod curtain;
mod prepare;
mod preparing;
mod result;
mod sheet;
mod slips;
mod table;

use super::super::{Flow, Input};
use crate::domain::ballot::{Ballot, BallotOption, BallotState, Method, Subject, Target};
use crate::domain::ids::BallotId;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::Form;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use booth::Booth;
pub use prepare::spoken as proposals;
use prepare::{KEYS, Key};
use ratatui::layout::Rect;
use slips::Slips;

/// What became of an input.
#[derive(Debug)]
pub enum Taken {
    /// Nothing: no vote is shown, the step has to look at it.
    No,
    /// Done.
    Flow(Flow),
    /// The vote is left and the group follows it: this is what it retains, in order.
    Decide(Vec<Target>),
}

/// How an open vote is being collected.
#[derive(Debug, Default)]
enum Way {
    /// All ways side by side: hands counted, papers received.
    #[default]
    Side,
    /// The keyboard is passed around, and everything else hidden.
    Booth(Booth),
    /// Slips are typed.
    Slips(Slips),
}

/// Where nothing can be put into an urn, votes are only looked at.
static SIDE: Way = Way::Side;

/// The view of the votes on one subject.
#[derive(Debug)]
pub struct BallotView {
    subject: Subject,
    options: fn(&Session) -> Vec<BallotOption>,
    shown: Option<BallotId>,
    form: Form<Key>,
    way: Way,
    /// The row in focus while votes are collected; none until one was gone to.
    row: Option<usize>,
    /// Closing with fewer votes than voters was asked for once.
    sure: bool,
    /// The next digit begins the number anew: the focus has just come here.
    fresh: bool,
    cancelling: bool,
    result: result::Shown,
}

impl BallotView {
    /// No vote is shown yet. `options` gives what can be voted on, in the order of the letters.
    pub fn new(subject: Subject, options: fn(&Session) -> Vec<BallotOption>) -> Self {
        Self {
            subject,
            options,
            shown: None,
            form: Form::at(Key::Open),
            way: Way::Side,
            row: None,
            sure: false,
            fresh: true,
            cancelling: false,
            result: result::Shown::default(),
        }
    }

    /// The vote that is shown.
    fn ballot<'d>(&self, desk: &'d Desk) -> Option<&'d Ballot> {
        let session = desk.session()?;
        let id = self.shown.or_else(|| self.held(session))?;
        let found = session.ballots.get(id);
        found.filter(|b| b.state != BallotState::Cancelled)
    }

    /// The vote of this step that is open: it stays in sight, so that nobody takes the step's own fields for the vote and
    /// nothing is decided beside it. A question of the group's own leaves the steps to themselves.
    fn held(&self, session: &Session) -> Option<BallotId> {
        let open = session.open_vote()?;
        let placed = [Subject::Actions, Subject::Impact, Subject::Effort];
        let here = open.subject == self.subject
            || (placed.contains(&open.subject) && placed.contains(&self.subject));
        (here && self.subject != Subject::Free).then_some(open.id)
    }

    /// Whether a vote is shown in place of the step's own fields.
    pub fn is_shown(&self, desk: &Desk) -> bool {
        self.ballot(desk).is_some()
    }

    /// Whether the keyboard is passed around: then nothing else is on the screen, and no other key holds.
    pub fn is_veiled(&self, desk: &Desk) -> bool {
        let ballot = self.ballot(desk);
        let open = ballot.is_some_and(|b| b.state == BallotState::Open);
        open && !self.cancelling && matches!(self.way(desk), Way::Booth(_))
    }

    fn way(&self, desk: &Desk) -> &Way {
        if desk.urn().is_some() {
            &self.way
        } else {
            &SIDE
        }
    }

    /// The same without a look at the session.
    pub fn is_up(&self) -> bool {
        self.shown.is_some()
    }

    /// The scopes of what is shown, innermost first.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let Some(ballot) = self.ballot(desk) else {
            return vec![Scope::Ballot];
        };
        match ballot.state {
            BallotState::Closed => self.result.scopes(ballot, desk),
            BallotState::Open if !self.cancelling => match self.way(desk) {
                Way::Side => count::scopes(ballot, self.row_in(ballot)),
                Way::Booth(booth) => booth.scopes(),
                Way::Slips(_) => vec![Scope::Slip],
            },
            BallotState::Prepared => {
                let mut scopes = self.form.scopes(&self.fields(desk));
                scopes.insert(0, Scope::Ballot);
                scopes
            }
            _ => self.form.scopes(&self.fields(desk)),
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<crate::tui::form::Field<Key>> {
        match (self.ballot(desk), desk.session()) {
            (Some(ballot), _) if self.cancelling => prepare::cancel_fields(ballot, desk.words()),
            (Some(ballot), Some(session)) => {
                let options = prepare::merged(ballot, (self.options)(session));
                prepare::fields(ballot, &options, session, desk.words())
            }
            _ => Vec::new(),
        }
    }

    /// Where the focus is; empty when no vote is shown.
    pub fn place(&self, desk: &Desk) -> String {
        let Some(ballot) = self.ballot(desk) else {
            return String::new();
        };
        if let Some(deciding) = self.result.place(ballot, desk) {
            return format!("{}  d {deciding}", ballot.id);
        }
        // Of what a voter writes nothing is told: who comes back finds the curtain.
        let mode = match &self.way {
            _ if self.cancelling => "x",
            Way::Side => "-",
            Way::Booth(_) => "b",
            Way::Slips(_) => "s",
        };
        let form = self.form.place(&self.fields(desk));
        let row = self.row.map(|row| row.to_string()).unwrap_or_default();
        format!("{} {row} {mode} {form}", ballot.id)
    }

    /// Puts back what [`BallotView::place`] told.
    pub fn restore(&mut self, place: &str) {
        let mut parts = place.splitn(4, ' ');
        let mut next = || parts.next().unwrap_or_default();
        self.shown = next().parse().ok();
        self.row = next().parse().ok();
        let mode = next();
        self.cancelling = mode == "x";
        self.way = match mode {
            "b" => Way::Booth(Booth::default()),
            "s" => Way::Slips(Slips::default()),
            _ => Way::Side,
        };
        if mode == "d" {
            self.result.restore(next());
        } else {
            self.form.restore(next(), &KEYS);
        }
    }

    /// Takes input while a vote is shown; without one, the command that shows or prepares it.
    pub fn take(&mut self, input: &Input, desk: &mut Desk) -> Taken {
        let found = self.ballot(desk).cloned();
        self.subject = found.as_ref().map_or(self.subject, |b| b.subject);
        let Some(ballot) = found else {
            self.shown = None;
            return if *input == Input::Command(Command::Vote) {
                Taken::Flow(self.begin(desk))
            } else {
                Taken::No
            };
        };
        match ballot.state {
            BallotState::Closed => self.result(input, &ballot, desk),
            BallotState::Open if !self.cancelling => {
                Taken::Flow(self.open_vote(input, &ballot, desk))
            }
            _ => Taken::Flow(self.prepare(input, &ballot, desk)),
        }
    }

    /// What is voted on here.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// From now on votes are on another subject with the same options.
    pub fn turn_to(&mut self, subject: Subject) {
        self.subject = subject;
    }

    /// Shows the last vote on the subject, or prepares the first one.
    pub fn begin(&mut self, desk: &mut Desk) -> Flow {
        let found = desk.session().and_then(|s| s.ballot_on(self.subject));
        match found.map(|b| b.id) {
            Some(id) => self.show(id),
            None => return self.anew(desk),
        }
        Flow::Stay
    }

    fn show(&mut self, id: BallotId) {
        self.shown = Some(id);
        // A question of the group's own is to be asked first; everything else has its question already.
        self.form = Form::at(match self.subject {
            Subject::Free => Key::Question,
            _ => Key::Open,
        });
        self.way = Way::Side;
        self.row = None;
        self.sure = false;
        self.fresh = true;
        self.cancelling = false;
        self.result = result::Shown::default();
    }

    /// No vote is shown any more; the one that is open stays open.
    pub fn leave(&mut self) -> Flow {
        self.shown = None;
        Flow::Stay
    }

    /// Prepares a new vote.
    fn anew(&mut self, desk: &mut Desk) -> Flow {
        let words = desk.words();
        // A free question gets its options while it is prepared; anything else needs something to be voted on.
        let none = desk.session().is_none_or(|s| (self.options)(s).is_empty());
        if none && self.subject != Subject::Free {
            return Flow::Say(words.ballot_few_options().to_owned());
        }
        let question = match self.subject {
            Subject::Free => Text::default(),
            subject => words.ballot_question_on(subject).into(),
        };
        let (subject, options) = (self.subject, self.options);
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id = session.prepare_ballot(subject, question, Method::default());
            if let Some(mut ballot) = session.ballots.get(id).cloned() {
                prepare::propose(&mut ballot, options(session).len(), session);
                session.ballots.put(ballot);
            }
            new = Some(id);
        });
        if let Some(id) = new {
            self.show(id);
        }
        Flow::Stay
    }

    /// While votes are collected.
    fn open_vote(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Flow {
        if desk.urn().is_none() {
            self.way = Way::Side;
        }
        let stays = match &mut self.way {
            Way::Side => return self.collect(input, ballot, desk),
            Way::Booth(booth) => booth.take(input, ballot, desk),
            Way::Slips(slips) => slips.take(input, ballot, desk),
        };
        stays.unwrap_or_else(|| {
            self.way = Way::Side;
            self.come_back(ballot, desk);
            Flow::Stay
        })
    }

    /// Draws the vote that is shown.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let Some(ballot) = self.ballot(desk) else {
            return;
        };
        match ballot.state {
            BallotState::Closed => result::draw(self, ballot, desk, canvas),
            BallotState::Open if !self.cancelling => match self.way(desk) {
                Way::Side => table::draw(ballot, self.row_in(ballot), desk, area, canvas),
                Way::Booth(booth) => booth.draw(ballot, desk, area, canvas),
                Way::Slips(slips) => slips.draw(ballot, desk, area, canvas),
            },
            _ => {
                let fields = self.fields(desk);
                canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
            }
        }
    }
}
