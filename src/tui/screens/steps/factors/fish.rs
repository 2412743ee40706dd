//! The fishbone on the screen: the picture of the documents, in the colours of the screen, with its factors to go to.

use super::figures::{Sheet, Target, piece};
use crate::documents::fishbone::{self, Cut, Pens, Voice};
use crate::domain::ids::{DeviationId, FactorId};
use crate::tui::theme::Role;
use crate::tui::widgets::figure::{Figure, Piece};
use std::collections::BTreeMap;

/// Columns at the left of the picture.
const LEFT: usize = 2;

/// The fishbone of the deviation in question, or of the event; and what its stops are.
pub fn figure(sheet: &Sheet, cut: Cut, deviation: Option<DeviationId>) -> (Figure, Vec<Target>) {
    let words = sheet.words;
    let head = fishbone::head(sheet.session, sheet.analysis, deviation, words);
    let bones = fishbone::bones(sheet.analysis, &sheet.grids, cut, deviation, words);
    let order: Vec<FactorId> = bones.iter().flat_map(|b| b.factors.clone()).collect();
    let fish = fishbone::fish(sheet.analysis, bones, head, words);
    let pens = Pens {
        strokes: sheet.strokes,
        wrap: sheet.wrap,
    };
    let marks = fishbone::draw(&fish, sheet.wide.saturating_sub(LEFT), pens);
    let mut figure = Figure::default();
    let n_rows = marks.iter().map(|m| m.row + 1).max().unwrap_or(0);
    figure.rows.resize_with(n_rows, Vec::new);
    let stop_of: BTreeMap<FactorId, usize> = order.iter().copied().zip(0..).collect();
    // Where each factor stands: its first row, the row after its last, the column of its branch.
    let mut places: BTreeMap<FactorId, (usize, usize, usize)> = BTreeMap::new();
    for mark in marks {
        let (role, stop) = match mark.voice {
            Voice::Line | Voice::Bare => (Role::Aside, None),
            Voice::Name => (Role::Strong, None),
            Voice::Head => (Role::Title, None),
            Voice::Factor(id) => {
                let col = (mark.col + LEFT).saturating_sub(2);
                let place = places.entry(id).or_insert((mark.row, mark.row, col));
                place.1 = mark.row + 1;
                (Role::Body, stop_of.get(&id).copied())
            }
        };
        figure.rows[mark.row].push(Piece {
            stop,
            ..piece(mark.col + LEFT, &mark.text, role)
        });
    }
    for id in &order {
        let (first, end, col) = places.get(id).copied().unwrap_or_default();
        figure.stops.push(crate::tui::widgets::figure::Stop {
            rows: first..end,
            col,
        });
    }
    (figure, order.into_iter().map(Target::Factor).collect())
}
