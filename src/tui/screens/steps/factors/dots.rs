//! What was explored of the grid: a dot for each question, by dimension.

use super::picture::Scene;
use super::rows::rows;
use crate::domain::analysis::Reply;
use crate::domain::completeness::{coverage, coverage_of};
use crate::domain::grid::{Dimension, Item};
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::wrap::{fit, width};
use ratatui::layout::Rect;

/// Widest name of a dimension before its dots.
const MAX_NAME: usize = 27;

impl Scene<'_> {
    /// The short name of a dimension: its own words, without « Facteurs ».
    pub(super) fn short(&self, dimension: &Dimension) -> String {
        let name = dimension.name.get(self.words.0);
        let bare = name.split(" (").next().unwrap_or(name);
        let bare = bare.strip_prefix("Facteurs ").unwrap_or(bare);
        let bare = bare.strip_suffix(" factors").unwrap_or(bare);
        let bare = ["liés au ", "liés aux ", "liés à l'", "liés à "]
            .iter()
            .find_map(|p| bare.strip_prefix(p))
            .unwrap_or(bare);
        let bare = bare.replace(" et au ", " et ");
        fit(&self.words.capital(&bare), MAX_NAME).into_owned()
    }

    /// Columns of the name and of the whole entry, for the dimensions of a column.
    fn columns(&self, from: usize, to: usize) -> (usize, usize) {
        let those = &self.grid.dimensions[from.min(to)..to];
        let name = those.iter().map(|d| width(&self.short(d))).max();
        let dots = those.iter().map(|d| leaves(d).count()).max();
        let name = name.unwrap_or(0);
        (name, name + 1 + dots.unwrap_or(0))
    }

    /// Whether the dimensions fit two by two.
    pub(super) fn two_columns(&self, wide: usize) -> bool {
        let n = self.grid.dimensions.len();
        let half = n.div_ceil(2);
        self.columns(0, half).1 + 2 + self.columns(half, n).1 <= wide
    }

    /// What was explored: the grid and its count, then a dot per question, by dimension.
    pub(super) fn draw_dots(&self, area: Rect, canvas: &mut Canvas) {
        if area.height < 2 {
            self.draw_present(area, canvas);
            return;
        }
        let covered = coverage(self.analysis, self.grid);
        let name = self.grid.name.get(self.words.0);
        let name = name.split(" (").next().unwrap_or(name);
        let text = self
            .words
            .factors_coverage(name, covered.answered, covered.total);
        canvas.line(Rect { height: 1, ..area }, &text, Role::Aside);
        let n = self.grid.dimensions.len();
        let two = self.two_columns(usize::from(area.width));
        let half = if two { n.div_ceil(2) } else { n };
        let (left, entry) = self.columns(0, half);
        let (right, other) = self.columns(half, n);
        let gap = usize::from(area.width).saturating_sub(entry + other).min(8);
        for (i, dimension) in self.grid.dimensions.iter().enumerate() {
            let (x, name) = if i < half {
                (0, left)
            } else {
                (entry + gap, right)
            };
            let y = area.y + 1 + rows(i % half.max(1));
            if y >= area.bottom() {
                continue;
            }
            let at = Rect {
                x: area.x + rows(x),
                y,
                width: rows(name),
                height: 1,
            };
            let here = dimension.id == self.dimension.id;
            let role = if here { Role::Strong } else { Role::Aside };
            canvas.line(at, &self.short(dimension), role);
            self.draw_dimension(dimension, (at.right() + 1, y), canvas);
        }
    }

    /// The present dimension alone, where room is short.
    fn draw_present(&self, area: Rect, canvas: &mut Canvas) {
        let covered = coverage_of(self.analysis, self.grid, self.dimension);
        let name = self.short(self.dimension);
        let text = format!("{name} {}/{}", covered.answered, covered.total);
        canvas.line(area, &text, Role::Aside);
        let at = area.x + rows(width(&text)) + 2;
        self.draw_dimension(self.dimension, (at, area.y), canvas);
    }

    fn draw_dimension(&self, dimension: &Dimension, (x, y): (u16, u16), canvas: &mut Canvas) {
        for (i, item) in leaves(dimension).enumerate() {
            let reply = self.analysis.reply(&self.grid.id, &item.id);
            let (sign, role) = dot(reply, &canvas.look.signs);
            let role = if item.id == self.item.id {
                Role::Selected
            } else {
                role
            };
            let at = Rect {
                x: x + rows(i),
                y,
                width: 1,
                height: 1,
            };
            if at.x < canvas.areas.page.right() {
                canvas.line(at, sign, role);
            }
        }
    }
}

fn leaves(dimension: &Dimension) -> impl Iterator<Item = &Item> {
    dimension.items.iter().filter(|i| !dimension.is_heading(i))
}

/// The sign of an answer.
pub(super) fn dot(reply: Reply, signs: &Signs) -> (&'static str, Role) {
    match reply {
        Reply::Yes => (signs.dot, Role::Mark),
        Reply::No | Reply::NotApplicable => (signs.dot_empty, Role::Aside),
        Reply::Unknown => (signs.begun, Role::See),
        Reply::Open => (signs.not_yet, Role::Aside),
    }
}
