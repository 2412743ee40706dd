//! What can be asked for in every view of the step: the list of questions, what is to be checked, the grids.

use super::checks::Checks;
use super::grids::{self, Grids};
use super::items::Items;
use super::only::Only;
use super::{Factors, View};
use crate::domain::code::Code;
use crate::domain::grid::{Dimension, Item};
use crate::domain::ids::DeviationId;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::keymap::Scope;
use crate::tui::screens::Flow;

impl Factors {
    /// The scopes of the grid: where several count, a key goes from one to the other.
    pub(super) fn grid_scopes(desk: &Desk) -> Vec<Scope> {
        let mut scopes = vec![Scope::Grid];
        if grids::counted(desk).len() > 1 {
            scopes.push(Scope::Grids);
        }
        scopes
    }

    /// Takes a command of every view; none: it is for the view.
    pub(super) fn beside(&mut self, command: Command, desk: &mut Desk) -> Option<Flow> {
        match command {
            Command::Items => {
                let here = self.item_in_front(desk);
                let window = Items::new(desk, &here, self.only, self.deviation);
                Some(Flow::Push(window.into()))
            }
            Command::Checks => Some(Flow::Push(Checks::default().into())),
            Command::ChooseGrid => Some(Flow::Push(Grids::default().into())),
            Command::OtherGrid => {
                grids::other(desk);
                self.item = Code::default();
                Some(Flow::Stay)
            }
            _ => None,
        }
    }
}

/// The question in front of the group at a place of the step, as [`Factors::place`] writes it; none in another view.
pub fn question_at<'d>(at: &str, desk: &'d Desk) -> Option<(&'d Dimension, &'d Item)> {
    let mut step = Factors::new(desk);
    step.restore(at);
    let grid = grids::walked(desk).filter(|_| step.walking(desk))?;
    grid.item(&step.item_in_front(desk))
}

/// The place of a question in the walk, as [`Factors::place`] writes it.
pub fn at_question(item: &Code, deviation: Option<DeviationId>, only: Only) -> String {
    let deviation = deviation.map(|d| d.to_string()).unwrap_or_default();
    format!("{:?}|{item}|{deviation}|{only:?}||", View::Walk)
}
