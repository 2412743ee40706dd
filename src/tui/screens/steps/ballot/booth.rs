//! The keyboard is passed around: a curtain over everything, behind it one voter's paper at a time. The paper lives here alone,
//! until it is confirmed or thrown away; what is drawn and told outside knows only how many papers were received.

use super::sheet::{self, No, Sheet};
use crate::domain::ballot::{Answer, Ballot, CountFault, Method, Subject};
use crate::domain::draft::{Draft, Refusal};
use crate::domain::text::Text;
use crate::domain::urn::MAX_WORD;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::keymap::Scope;
use crate::tui::screens::{Flow, Input};
use std::borrow::Cow;

/// The keyboard on its way.
#[derive(Debug, Default)]
pub struct Booth {
    /// Whether papers show in secret signs, where that was said; else the theme decides.
    mask: Option<bool>,
    /// The paper being filled; none while the curtain is closed.
    pub(super) draft: Option<Draft>,
    focus: usize,
    pub(super) said: Option<String>,
    /// A paper that is confirmed twice was confirmed once.
    pub(super) sure: bool,
    /// The word said with the paper, while it is asked for.
    pub(super) word: Option<String>,
}

impl Booth {
    /// Whether papers show in secret signs: on the wall they do until someone says otherwise.
    pub(super) fn is_masked(&self, desk: &Desk) -> bool {
        self.mask.unwrap_or_else(|| desk.prefs.theme.is_wall())
    }

    /// The only keys that hold.
    pub fn scopes(&self) -> Vec<Scope> {
        match self.draft {
            Some(_) if self.word.is_some() => vec![Scope::Word, Scope::Line, Scope::Paper],
            Some(_) => vec![Scope::Paper],
            None => vec![Scope::Booth],
        }
    }

    /// Takes input; none when the keyboard is back.
    pub fn take(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Option<Flow> {
        match self.draft.take() {
            Some(draft) => {
                self.said = None;
                if let Some(word) = self.word.take() {
                    return Some(self.on_word(word, draft, input, desk));
                }
                Some(self.on_paper(draft, input, ballot, desk))
            }
            None => self.at_curtain(input, ballot, desk),
        }
    }

    fn at_curtain(&mut self, input: &Input, ballot: &Ballot, desk: &Desk) -> Option<Flow> {
        match input {
            Input::Command(Command::Back) => return None,
            Input::Command(Command::Mask) => self.mask = Some(!self.is_masked(desk)),
            Input::Command(Command::Confirm) => {
                self.said = refusal(ballot, desk);
                if self.said.is_none() {
                    self.draft = Some(Draft::new(ballot));
                    self.focus = ballot.live().next().map_or(0, |(i, _)| i);
                    self.sure = false;
                }
            }
            Input::Command(Command::Quit) => return Some(Flow::Ignored),
            _ => {}
        }
        Some(Flow::Stay)
    }

    /// On an open paper. It is put back unless it was confirmed or thrown away.
    fn on_paper(
        &mut self,
        mut draft: Draft,
        input: &Input,
        ballot: &Ballot,
        desk: &mut Desk,
    ) -> Flow {
        let sure = std::mem::take(&mut self.sure);
        match input {
            Input::Command(Command::Back) => return Flow::Stay,
            Input::Command(Command::Confirm) => {
                self.confirm(draft, sure, ballot, desk);
                return Flow::Stay;
            }
            Input::Command(Command::Quit) => return Flow::Ignored,
            Input::Command(Command::Blank) => draft.blank(),
            Input::Command(Command::Erase) => {
                draft.clear();
                self.focus = draft.next().unwrap_or(self.focus);
            }
            Input::Command(Command::Backspace) => self.take_back(&mut draft, ballot),
            Input::Command(Command::Up) => self.go(-1, ballot),
            Input::Command(Command::Down) => self.go(1, ballot),
            Input::Wheel(lines) => self.go(isize::from(lines.signum()), ballot),
            Input::Command(Command::Mark) => self.choose(&mut draft, ballot, desk),
            Input::Click(col, row) => {
                let area = self.layout(&draft, ballot, desk).options;
                if let Some(option) = self.sheet(&draft, ballot, desk).hit(area, *col, *row) {
                    self.focus = option;
                    self.choose(&mut draft, ballot, desk);
                }
            }
            Input::Command(Command::Type(c)) => self.write(&mut draft, *c, ballot, desk),
            _ => {}
        }
        self.draft = Some(draft);
        Flow::Stay
    }

    /// A paper goes into the urn, and the curtain falls. What is not complete is confirmed twice; of masked papers every one,
    /// so that the second time tells nothing.
    fn confirm(&mut self, draft: Draft, sure: bool, ballot: &Ballot, desk: &mut Desk) {
        let words = desk.words();
        let masked = self.is_masked(desk);
        let whole = draft.left() == 0 || draft.is_blank();
        if (masked || !whole) && !sure {
            self.said = Some(if masked {
                words.paper_again().to_owned()
            } else if draft.is_empty() {
                words.paper_empty().to_owned()
            } else {
                words.paper_unfinished(ballot.method, draft.left())
            });
            self.sure = true;
            self.draft = Some(draft);
            return;
        }
        // Of everyone, whoever gives no mark included: who is not asked would be seen to give none.
        if ballot.subject == Subject::Round {
            self.word = Some(String::new());
            self.draft = Some(draft);
            return;
        }
        self.cast(&draft, "", desk);
    }

    /// Into the urn, with the word that goes there apart from the paper.
    fn cast(&mut self, draft: &Draft, word: &str, desk: &mut Desk) {
        if let Err(fault) = desk.cast(draft.cast(), &Text::line(word)) {
            self.said = Some(desk.words().count_fault(fault));
        }
    }

    /// While one word is asked for, which may be left out; going back leads to the paper.
    fn on_word(&mut self, mut word: String, draft: Draft, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Confirm) => {
                self.cast(&draft, &word, desk);
                return Flow::Stay;
            }
            Input::Command(Command::Quit) => return Flow::Ignored,
            Input::Command(Command::Back) => {
                self.draft = Some(draft);
                return Flow::Stay;
            }
            Input::Command(Command::Type(c)) if word.chars().count() < MAX_WORD => word.push(*c),
            Input::Command(Command::Backspace) => drop(word.pop()),
            Input::Command(Command::Erase | Command::EraseWord) => word.clear(),
            _ => {}
        }
        (self.word, self.draft) = (Some(word), Some(draft));
        Flow::Stay
    }

    fn write(&mut self, draft: &mut Draft, c: char, ballot: &Ballot, desk: &Desk) {
        let scored = matches!(ballot.method, Method::Score | Method::Levels { .. });
        let named = sheet::letter(c).filter(|i| scored && is_live(ballot, *i));
        if let Some(option) = named {
            self.focus = option;
            return;
        }
        match sheet::write(draft, ballot, Some(self.focus), c, desk.words()) {
            Ok(()) => self.go_on(draft, c, ballot),
            Err(no) => self.refuse(no, desk),
        }
    }

    /// After a letter to its option, after a mark to the next option without one.
    fn go_on(&mut self, draft: &Draft, c: char, ballot: &Ballot) {
        if ballot.method.is_lettered() {
            self.focus = sheet::option(ballot, c).unwrap_or(self.focus);
        } else {
            self.focus = draft.next().unwrap_or(self.focus);
        }
    }

    fn refuse(&mut self, no: No, desk: &Desk) {
        let masked = self.is_masked(desk);
        self.said = Some(desk.words().paper_refused(no_of(no), masked));
    }

    /// Takes back what was written last, or what is in focus.
    fn take_back(&mut self, draft: &mut Draft, ballot: &Ballot) {
        let marks = !ballot.method.is_lettered();
        if !(marks && draft.lift(self.focus)) {
            draft.back();
        }
        if marks {
            self.focus = draft.next().unwrap_or(self.focus);
        }
    }

    /// Whether the focus shows: where letters are written in secret, it would tell what is chosen.
    pub(super) fn has_focus(&self, ballot: &Ballot, desk: &Desk) -> bool {
        !(self.is_masked(desk) && ballot.method.is_lettered())
    }

    fn go(&mut self, delta: isize, ballot: &Ballot) {
        let live: Vec<usize> = ballot.live().map(|(i, _)| i).collect();
        let at = live.iter().position(|i| *i == self.focus).unwrap_or(0);
        let to = at.saturating_add_signed(delta);
        self.focus = live
            .get(to.min(live.len().saturating_sub(1)))
            .copied()
            .unwrap_or(0);
    }

    /// Chooses the option in focus, or goes to its next mark.
    fn choose(&mut self, draft: &mut Draft, ballot: &Ballot, desk: &Desk) {
        if !self.has_focus(ballot, desk) {
            self.said = Some(match ballot.subject {
                Subject::Round => desk.words().paper_how_round().to_owned(),
                _ => desk.words().paper_letters_only().to_owned(),
            });
            return;
        }
        let at = self.focus;
        let done = match ballot.method {
            Method::Score | Method::Levels { .. } => {
                let (least, most) = ballot.method.marks().unwrap_or_default();
                let next = draft.marked(at).map_or(least, |mark| mark + 1);
                draft.mark(at, if next > most { least } else { next })
            }
            Method::YesNo => {
                let next = match draft.answered(at) {
                    None | Some(Answer::Abstain) => Answer::Yes,
                    Some(Answer::Yes) => Answer::No,
                    Some(Answer::No) => Answer::Abstain,
                };
                draft.answer(at, next)
            }
            Method::Points { .. } => draft.pick(at),
            _ if draft.lift(at) => Ok(()),
            _ => draft.pick(at),
        };
        if let Err(refusal) = done {
            self.refuse(No::Refused(refusal), desk);
        }
    }

    /// Whether a complete paper is shown in the place of this one: masked, a blank or short one looks no other.
    fn stands_in(&self, draft: &Draft, desk: &Desk) -> bool {
        self.is_masked(desk) && (self.sure || draft.is_blank())
    }

    /// The paper that is shown.
    pub(super) fn shown<'a>(
        &self,
        draft: &'a Draft,
        ballot: &Ballot,
        desk: &Desk,
    ) -> Cow<'a, Draft> {
        if self.stands_in(draft, desk) {
            Cow::Owned(Draft::filled(ballot))
        } else {
            Cow::Borrowed(draft)
        }
    }

    /// The options with what is written on the paper that is shown.
    pub(super) fn sheet<'a>(&self, draft: &'a Draft, ballot: &'a Ballot, desk: &Desk) -> Sheet<'a> {
        let shows = self.has_focus(ballot, desk);
        let last = ballot.live().last().map(|(i, _)| i);
        let focus = last.filter(|_| self.stands_in(draft, desk));
        Sheet {
            ballot,
            draft: shows.then_some(draft),
            masked: self.is_masked(desk),
            focus: shows.then_some(focus.unwrap_or(self.focus)),
        }
    }
}

fn is_live(ballot: &Ballot, option: usize) -> bool {
    ballot.live().any(|(i, _)| i == option)
}

/// What stands against one more paper.
fn fault(ballot: &Ballot, desk: &Desk) -> Option<CountFault> {
    ballot.fault(desk.received() + 1)
}

/// Whether everyone entitled has voted: what was received stands, and one more paper would not.
pub fn is_full(ballot: &Ballot, desk: &Desk) -> bool {
    let now = ballot.fault(desk.received());
    match fault(ballot, desk) {
        Some(CountFault::TooManyPapers(..)) => true,
        next => now.is_none() && next.is_some(),
    }
}

/// Why no paper is opened: everyone has voted, or the hands already counted leave no room for one more.
fn refusal(ballot: &Ballot, desk: &Desk) -> Option<String> {
    let words = desk.words();
    match fault(ballot, desk)? {
        CountFault::TooManyPapers(..) => Some(words.booth_one_too_many(ballot.entitled)),
        _ => Some(words.booth_hands_full().to_owned()),
    }
}

/// What a refusal is about; none: a character that is no answer.
fn no_of(no: No) -> Option<Refusal> {
    match no {
        No::Refused(refusal) => Some(refusal),
        No::NoAnswer => None,
    }
}
