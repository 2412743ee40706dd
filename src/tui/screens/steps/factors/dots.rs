//! What was explored of the grid: a dot for each question, by dimension.

use super::picture::Scene;
use super::rows::rows;
use crate::domain::analysis::Reply;
use crate::domain::completeness::coverage;
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

    /// `14 sur 27`.
    pub(super) fn explored(&self) -> String {
        let covered = coverage(self.analysis, self.grid);
        self.words.grid_explored(covered.answered, covered.total)
    }

    /// Where each dimension begins without its name: its row and column, and the rows of all.
    fn compact(&self, wide: usize) -> (Vec<(usize, usize)>, usize) {
        let (mut row, mut col) = (0, 0);
        let mut out = Vec::new();
        for dimension in &self.grid.dimensions {
            let entry = width(dimension.id.as_str()) + 1 + leaves(dimension).count();
            if col > 0 && col + entry > wide {
                (row, col) = (row + 1, 0);
            }
            out.push((row, col));
            col += entry + 2;
        }
        (out, row + 1)
    }

    /// The rows of the dots without names.
    pub(super) fn compact_rows(&self, wide: usize) -> usize {
        self.compact(wide).1
    }

    /// What was explored, each dimension by its code, where room is short.
    pub(super) fn draw_compact(&self, area: Rect, canvas: &mut Canvas) {
        let (places, _) = self.compact(usize::from(area.width));
        for (dimension, (row, col)) in self.grid.dimensions.iter().zip(places) {
            let (x, y) = (area.x + rows(col), area.y + rows(row));
            if y >= area.bottom() {
                continue;
            }
            let id = dimension.id.as_str();
            let here = dimension.id == self.dimension.id;
            let role = if here { Role::Strong } else { Role::Aside };
            let at = Rect {
                x,
                y,
                width: rows(width(id)),
                height: 1,
            };
            canvas.line(at, id, role);
            self.draw_dimension(dimension, (at.right() + 1, y), canvas);
        }
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
