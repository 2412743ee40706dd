//! Impact against effort: the actions as letters, the four quadrants named. The group chooses a letter and moves it.

use super::list::letter;
use crate::content;
use crate::documents::plots;
use crate::domain::action::Action;
use crate::domain::scales::Level;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::Canvas;
use crate::tui::screens::Input;
use crate::tui::screens::steps::risks::{draw_list, split, under};
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::Role;
use crate::tui::widgets::matrix;
use crate::tui::widgets::wrap::n_rows;
use ratatui::layout::Rect;

/// Rows at least for the actions below the matrix.
const BELOW: u16 = 2;
/// Fewer rows than this have no room for a hint.
const TIGHT: u16 = 14;

/// The matrix, and the action in hand by its place in the list.
#[derive(Debug, Default)]
pub struct Picture {
    /// Whether it is shown.
    pub shown: bool,
    at: usize,
}

impl Picture {
    /// Where the hand is.
    pub fn place(&self) -> String {
        format!("matrix {}", self.at)
    }

    /// Puts back what [`Picture::place`] told; whether it was such a place.
    pub fn restore(&mut self, place: &str) -> bool {
        let at = place.strip_prefix("matrix");
        if let Some(at) = at {
            self.shown = true;
            self.at = at.trim().parse().unwrap_or(0);
        }
        at.is_some()
    }

    /// The action in hand.
    fn in_hand<'s>(&self, session: &'s Session) -> Option<(usize, &'s Action)> {
        let last = session.actions.len().checked_sub(1)?;
        let at = self.at.min(last);
        Some((at, session.actions.at(at)?))
    }

    /// Takes input while it is shown; whether it meant something.
    pub fn take(&mut self, input: &Input, desk: &mut Desk) -> bool {
        let n = desk.session().map_or(0, |s| s.actions.len());
        let last = n.saturating_sub(1);
        self.at = self.at.min(last);
        match input {
            Input::Command(Command::NextField) => self.at = (self.at + 1) % n.max(1),
            Input::Command(Command::PrevField) => {
                self.at = self.at.checked_sub(1).unwrap_or(last);
            }
            Input::Command(Command::First) => self.at = 0,
            Input::Command(Command::Last) => self.at = last,
            Input::Command(Command::Type(c)) => {
                let found = (0..n).find(|i| letter(*i) == c.to_string());
                self.at = found.unwrap_or(self.at);
            }
            Input::Command(Command::Up) => self.shift(0, 1, desk),
            Input::Command(Command::Down) => self.shift(0, -1, desk),
            Input::Command(Command::Left) => self.shift(-1, 0, desk),
            Input::Command(Command::Right) => self.shift(1, 0, desk),
            Input::Command(Command::Erase) => {
                self.edit(desk, |_, action| {
                    (action.effort, action.impact) = (None, None);
                });
            }
            _ => return false,
        }
        true
    }

    /// Moves the action in hand; one that stands nowhere comes to the middle first.
    fn shift(&self, effort: isize, impact: isize, desk: &mut Desk) {
        self.edit(desk, |session, action| {
            let scales = content::scales_of(session);
            let placed = action.effort.is_some() && action.impact.is_some();
            let to = |levels: &[Level], n: Option<u8>, by: isize| {
                let last = levels.len().checked_sub(1)?;
                let at = levels.iter().position(|l| Some(l.n) == n);
                let by = if placed { by } else { 0 };
                let at = at.unwrap_or(last / 2).saturating_add_signed(by).min(last);
                levels.get(at).map(|l| l.n)
            };
            action.effort = to(&scales.effort, action.effort, effort);
            action.impact = to(&scales.impact, action.impact, impact);
        });
    }

    /// Changes the action in hand; what is done to one action is undone together.
    fn edit(&self, desk: &mut Desk, change: impl FnOnce(&Session, &mut Action)) {
        let held = desk.session().and_then(|s| self.in_hand(s));
        let Some((_, action)) = held else {
            return;
        };
        let mut action = action.clone();
        desk.edit(Group::Field(format!("{}matrix", action.id)), |session| {
            change(session, &mut action);
            session.actions.put(action);
        });
    }

    /// Draws the matrix, and the actions by letter below or beside it.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let (words, Some(session)) = (desk.words(), desk.session()) else {
            return;
        };
        let Some((at, _)) = self.in_hand(session) else {
            canvas.text(split(area, 0).0, words.matrix_empty(), Role::Aside);
            return;
        };
        let hint_rows = n_rows(
            words.matrix_hint(),
            usize::from(area.width.saturating_sub(3)),
        );
        let hint_rows = if area.height < TIGHT { 0 } else { hint_rows };
        let foot = u16::try_from(hint_rows).unwrap_or(0);
        let page = Rect {
            height: area.height - foot,
            ..area
        };
        let signs = canvas.look.signs;
        let quadrants = [signs.star, signs.place, signs.not_yet, signs.refused];
        let matrix = plots::efforts(session, |i, _| letter(i), quadrants, words);
        let unplaced = session.actions.iter().enumerate();
        let unplaced = unplaced.filter(|(_, a)| a.impact.is_none() || a.effort.is_none());
        let unplaced: Vec<usize> = unplaced.map(|(i, _)| i).collect();
        let said = if unplaced.is_empty() {
            Vec::new()
        } else {
            let text = words.matrix_unplaced(&runs(&unplaced));
            vec![(format!("{} {text}", signs.see), Role::See)]
        };
        let below = BELOW + u16::from(!said.is_empty());
        let (place, beside) = split(page, below);
        let roles = [Role::Done, Role::Mark, Role::Aside, Role::See];
        let used = matrix::draw(&matrix, Some(&letter(at)), &roles, place, canvas);
        let names = session.actions.iter().enumerate();
        let name = |(i, a): (usize, &Action)| {
            format!("{}  {}", letter(i), or(&a.what, words.action_unsaid()))
        };
        let names: Vec<String> = names.map(name).collect();
        let list = beside.unwrap_or_else(|| under(page, used));
        draw_list(&names, Some(at), 0, &said, list, canvas);
        let hint = Rect {
            x: area.x + 2,
            y: page.bottom(),
            width: area.width.saturating_sub(3),
            height: foot,
        };
        canvas.text(hint, words.matrix_hint(), Role::Aside);
    }
}

/// Letters in a row, those that follow one another in short: « A, C-F ».
fn runs(indexes: &[usize]) -> String {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for index in indexes {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *index => *last = *index,
            _ => out.push((*index, *index)),
        }
    }
    let said = |(from, to): &(usize, usize)| match to - from {
        0 => letter(*from),
        1 => format!("{}, {}", letter(*from), letter(*to)),
        _ => format!("{}-{}", letter(*from), letter(*to)),
    };
    out.iter().map(said).collect::<Vec<_>>().join(", ")
}
