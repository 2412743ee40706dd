//! The pieces of a section as lines of the screen: as many columns as there is room for, the figure and what it is out of
//! always among them.

use crate::documents::year::{Bars, Piece, Row, Table};
use crate::library::year::Month;
use crate::tui::theme::{Density, Role, Theme};
use crate::tui::widgets::bars::bar_of;
use crate::tui::widgets::sheet::{Line, folded};
use crate::words::Words;

/// Columns of the names, of the values, of what they are out of, of the year before, of the change.
const NAME: usize = 29;
const VALUE: usize = 7;
const OF: usize = 17;
const BEFORE: usize = 15;
const CHANGE: usize = 9;
/// From this width on the year before stands beside the change.
const ROOMY: usize = 90;
/// Columns of a month.
const MONTH: usize = 6;
/// Widest name before a bar, and the columns of its number and shares.
const LABEL: usize = 34;
const NUMBER: usize = 7;
const SHARE: usize = 7;

/// How much room there is.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    wide: usize,
    /// On a wall, a blank line stands between two figures.
    airy: bool,
}

impl Shape {
    /// So many columns; with air between the figures, or not.
    pub fn new(wide: usize, airy: bool) -> Self {
        Self { wide, airy }
    }

    fn is_roomy(self) -> bool {
        self.wide >= ROOMY
    }

    /// Where the year before ends, and the change.
    fn ends(self) -> (usize, usize) {
        (self.wide.saturating_sub(CHANGE), self.wide)
    }

    /// Where the bar of a share begins, and its columns.
    fn bar(self) -> (usize, usize) {
        let from = NAME + VALUE + 2 + OF;
        let before = if self.is_roomy() { BEFORE } else { 0 };
        let room = self.wide.saturating_sub(from + before + CHANGE + 1);
        (from, room)
    }
}

/// The lines.
pub fn lines(words: Words, year: i32, pieces: &[Piece], shape: Shape, theme: &Theme) -> Vec<Line> {
    let mut out = Vec::new();
    let rows = pieces.iter().any(|piece| matches!(piece, Piece::Row(_)));
    if rows {
        out.push(head(words, year, pieces, shape));
    }
    for (n, piece) in pieces.iter().enumerate() {
        let after = n > 0 && !matches!(piece, Piece::Row(_) | Piece::Told(..));
        if (after && !out.is_empty()) || (shape.airy && n > 0 && !after) {
            out.push(Line::default());
        }
        out.extend(one(words, piece, shape, theme));
    }
    let published = |p: &Piece| matches!(p, Piece::Row(row) if !row.benchmarks.is_empty());
    if pieces.iter().any(published) {
        out.push(Line::default());
        out.extend(folded(words.year_no_goal(), 0, shape.wide, Role::Aside));
    }
    out
}

/// What stands above the figures: which year the columns at the right are of.
fn head(words: Words, year: i32, pieces: &[Piece], shape: Shape) -> Line {
    let mut line = Line::default();
    let compared = |p: &Piece| matches!(p, Piece::Row(row) if row.before.is_some());
    if pieces.iter().any(compared) {
        let (before, change) = shape.ends();
        if shape.is_roomy() {
            line.to(before, (year - 1).to_string(), Role::Aside);
            line.to(change, words.year_head_change(), Role::Aside);
        } else {
            line.to(change, words.year_since(year - 1), Role::Aside);
        }
    }
    line
}

fn one(words: Words, piece: &Piece, shape: Shape, theme: &Theme) -> Vec<Line> {
    match piece {
        Piece::Row(row) => figure(words, row, shape, theme),
        Piece::Bars(bars) => chart(words, bars, shape, theme),
        Piece::Months(months) => by_month(words, months),
        Piece::Table(table) => tabled(table, shape),
        Piece::Note(text) if text == words.year_returns() => {
            vec![Line::new(text.as_str(), Role::Strong)]
        }
        Piece::Note(text) => folded(text, 0, shape.wide, Role::Aside),
        Piece::Told(text, under) => {
            let mut out = folded(text, 0, shape.wide, Role::Body);
            for text in under {
                out.extend(folded(text, 4, shape.wide, Role::Aside));
            }
            out
        }
    }
}

/// A figure: its name, its value, what it is out of, its bar, the year before; what was published stands below.
fn figure(words: Words, row: &Row, shape: Shape, theme: &Theme) -> Vec<Line> {
    let (value, of) = words.year_value(row.value);
    let mut line = Line::new(words.figure(row.figure), Role::Body);
    line.to(NAME + VALUE, value, Role::Strong);
    line.at(NAME + VALUE + 2, of, Role::Aside);
    let (from, room) = shape.bar();
    if let Some(percent) = row.value.percent() {
        line.at(from, bar_of(percent, 100, room, theme), Role::Bar);
        for published in row.benchmarks.iter().filter_map(|b| b.percent) {
            let at = from + published as usize * room / 100;
            line.at(at, theme.signs.thumb, Role::See);
        }
    }
    if let Some(before) = row.before {
        let (end, change) = shape.ends();
        if shape.is_roomy() {
            line.to(end, words.year_short(before), Role::Aside);
        }
        line.to(change, words.year_change(row.value, before), Role::Body);
    }
    let mut out = vec![line];
    for published in &row.benchmarks {
        let says = published.says.get(words.0);
        let said = words.year_benchmark(says, published.source.as_str());
        let mut said = folded(&said, 4, shape.wide, Role::Aside);
        // The sign that stands in the bar.
        let marked = row.value.percent().and(published.percent);
        if let Some(line) = said.first_mut().filter(|_| marked.is_some()) {
            line.at(2, theme.signs.thumb, Role::See);
        }
        out.extend(said);
    }
    // The bars of two figures would grow together.
    let is_bare = row.value.percent().is_some() && row.benchmarks.is_empty();
    if is_bare && theme.density == Density::Normal {
        out.push(Line::default());
    }
    out
}

/// Bars from the highest down: name, bar, number, share, and what they make together.
fn chart(words: Words, bars: &Bars, shape: Shape, theme: &Theme) -> Vec<Line> {
    let mut out = folded(&bars.title, 0, shape.wide, Role::Strong);
    let most = bars.bars.iter().map(|bar| bar.1).max().unwrap_or(0);
    let label = LABEL.min(shape.wide / 2);
    let together = if bars.pareto { SHARE } else { 0 };
    let room = shape
        .wide
        .saturating_sub(label + 2 + NUMBER + SHARE + together);
    let ends = label + 2 + room + NUMBER;
    if bars.pareto {
        let mut head = Line::default();
        head.to(
            ends + SHARE + together,
            words.year_head_together(),
            Role::Aside,
        );
        out.push(head);
    }
    for (at, (name, n)) in bars.bars.iter().enumerate() {
        let (share, down) = bars.shares(at).unwrap_or_default();
        let mut names = folded(name, 0, label, Role::Body);
        if let Some(line) = names.first_mut() {
            line.at(label + 2, bar_of(*n, most, room, theme), Role::Bar);
            line.to(ends, words.year_number(*n), Role::Strong);
            line.to(ends + SHARE, words.year_percent(share), Role::Aside);
            if bars.pareto {
                line.to(
                    ends + SHARE + together,
                    words.year_percent(down),
                    Role::Aside,
                );
            }
        }
        out.extend(names);
    }
    out
}

/// The months in a row, each with its meetings; one without any says so.
fn by_month(words: Words, months: &[Month]) -> Vec<Line> {
    let title = Line::new(words.year_months(), Role::Strong);
    let (mut names, mut counts) = (Line::default(), Line::default());
    for (n, month) in months.iter().enumerate() {
        names.at(n * MONTH, words.month_short(month.month), Role::Aside);
        let (said, role) = match (month.held, month.ahead) {
            (0, true) => (String::new(), Role::Aside),
            (0, false) => ("–".to_owned(), Role::See),
            (held, _) => (held.to_string(), Role::Strong),
        };
        counts.at(n * MONTH + 1, said, role);
    }
    let told = Line::new(words.year_months_none(), Role::Aside);
    vec![title, names, counts, told]
}

/// A table: three columns side by side; of a wider one each row is told in a line, and what goes with it below.
fn tabled(table: &Table, shape: Shape) -> Vec<Line> {
    let mut out = vec![Line::new(table.title.as_str(), Role::Strong)];
    let short = table.head.len() <= 3;
    if short {
        out.push(row(&table.head, Role::Aside));
    }
    for cells in &table.rows {
        if short {
            out.push(row(cells, Role::Body));
            continue;
        }
        let (first, rest) = cells.split_at(2.min(cells.len()));
        let first = first.iter().filter(|cell| !cell.is_empty());
        let first: Vec<&str> = first.map(String::as_str).collect();
        out.extend(folded(&first.join(" · "), 0, shape.wide, Role::Body));
        let named = table.head.iter().skip(2).zip(rest);
        let named = named.filter(|(_, cell)| !cell.is_empty());
        let named: Vec<String> = named
            .map(|(n, cell)| format!("{n}\u{a0}: {}", cell.replace('\n', ", ")))
            .collect();
        out.extend(folded(&named.join(" · "), 4, shape.wide, Role::Aside));
    }
    out
}

fn row(cells: &[String], role: Role) -> Line {
    let mut line = Line::default();
    for (cell, column) in cells.iter().zip([0, 36, 48]) {
        line.at(column, cell.as_str(), role);
    }
    line
}
