//! The factors as a table, by dimension: wording, code, part, certainty, deviations, whether the group acts on them.

use super::figures::{Sheet, Target, piece};
use super::lists;
use crate::domain::analysis::{Factor, FactorCode, Retained};
use crate::domain::completeness::by_dimension;
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::Role;
use crate::tui::widgets::figure::{Figure, Piece};
use crate::tui::widgets::wrap::width;

/// From this width on code, part and certainty have columns of their own; below they stand under the wording.
const ROOMY: usize = 70;
/// Columns between two columns of the table.
const GAP: usize = 2;
/// Fewest and most columns of the wording.
const MIN_WORDING: usize = 12;
const MAX_WORDING: usize = 60;
/// Where the sign stands, then the id.
const SIGN: usize = 2;
const ID: usize = 4;

/// A row before it is drawn.
struct Row<'a> {
    factor: &'a Factor,
    /// Code, part and certainty where there is no room for columns of them.
    under: String,
    /// Code, part and certainty where there is room, deviations, retained.
    cells: Vec<(String, Role)>,
}

/// The table, and what its stops are.
pub fn figure(sheet: &Sheet) -> (Figure, Vec<Target>) {
    let mut all: Vec<(&str, Vec<Row>)> = Vec::new();
    for (dimension, those) in by_dimension(sheet.analysis.factors.iter(), &sheet.grids) {
        let row = |factor| row_of(factor, sheet);
        let those: Vec<Row> = those.into_iter().map(row).collect();
        if !those.is_empty() {
            let name = dimension.map_or(sheet.words.tree_uncoded(), |d| d.name.get(sheet.words.0));
            all.push((name, those));
        }
    }
    let mut table = Table::new(sheet, &all);
    for (name, rows) in &all {
        if !table.figure.rows.is_empty() {
            table.figure.rows.push(Vec::new());
        }
        let row = vec![piece(SIGN, name, Role::Strong)];
        table.figure.rows.push(row);
        for (n, row) in rows.iter().enumerate() {
            if sheet.wall && n > 0 {
                table.figure.rows.push(Vec::new());
            }
            table.row(row);
        }
    }
    (table.figure, table.targets)
}

/// What stands behind the wording and under it.
fn row_of<'a>(f: &'a Factor, sheet: &Sheet) -> Row<'a> {
    let words = sheet.words;
    let counts = |c: &&FactorCode| sheet.grids.iter().any(|g| g.id == c.grid);
    // What is only proposed stands there for the grid that is walked.
    let first = sheet.grids.first().map(|g| &g.id);
    let shown = |c: &&FactorCode| !c.mapped || Some(&c.grid) == first;
    let codes = f.codes.iter().filter(counts).filter(shown);
    let codes: Vec<String> = codes.map(|c| c.item.to_string()).collect();
    let deviations: Vec<String> = f.deviations.iter().map(ToString::to_string).collect();
    let said = [words.factor_role(f.role), words.certainty(f.certainty)];
    let mut under = String::new();
    let mut out = Vec::new();
    let roomy = sheet.wide >= ROOMY;
    if roomy {
        out.push((codes.join("\n"), Role::Aside));
        out.extend(said.map(|text| (text.to_owned(), Role::Aside)));
    } else {
        let codes = codes.iter().map(String::as_str);
        under = codes.chain(said).collect::<Vec<_>>().join(" · ");
    }
    let by_three = deviations
        .chunks(if roomy { 3 } else { 2 })
        .map(|some| some.join(", "));
    let lines: Vec<String> = by_three.collect();
    out.push((lines.join("\n"), Role::Aside));
    let (sign, role) = match f.retained {
        Retained::Yes => (sheet.signs.done, Role::Done),
        Retained::No => (sheet.signs.refused, Role::Aside),
        Retained::Open => (sheet.signs.not_yet, Role::Aside),
    };
    out.push((sign.to_owned(), role));
    Row {
        factor: f,
        under,
        cells: out,
    }
}

/// The table while it is drawn.
struct Table<'a> {
    sheet: &'a Sheet<'a>,
    figure: Figure,
    targets: Vec<Target>,
    /// Where the wording begins, and its columns.
    wording: (usize, usize),
    /// Where each other column begins, and its width.
    columns: Vec<(usize, usize)>,
}

/// The names of the columns behind the wording.
fn heads(sheet: &Sheet) -> Vec<&'static str> {
    let words = sheet.words;
    let mut heads = Vec::new();
    if sheet.wide >= ROOMY {
        heads.extend([
            words.table_item(),
            words.table_role(),
            words.table_certainty(),
        ]);
    }
    heads.extend([words.table_deviations(), words.table_retained()]);
    heads
}

/// The widest line of a cell.
fn widest(cell: &str) -> usize {
    cell.split('\n').map(width).max().unwrap_or(0)
}

impl<'a> Table<'a> {
    /// Shares the columns out: each as wide as its content asks, the wording the rest.
    fn new(sheet: &'a Sheet<'a>, all: &[(&str, Vec<Row>)]) -> Self {
        let rows = || all.iter().flat_map(|(_, rows)| rows);
        let ids = rows().map(|row| width(&row.factor.id.to_string()));
        let at = ID + ids.max().unwrap_or(2) + 1;
        let heads = heads(sheet);
        let wides = heads.iter().enumerate().map(|(n, head)| {
            let cells = rows().map(|row| row.cells.get(n).map_or(0, |(text, _)| widest(text)));
            cells.max().unwrap_or(0).max(width(head))
        });
        let wides: Vec<usize> = wides.collect();
        let others: usize = wides.iter().map(|w| w + GAP).sum();
        let wording = sheet.wide.saturating_sub(at + others);
        let wording = wording.clamp(MIN_WORDING, MAX_WORDING);
        let mut col = at + wording;
        let mut head = vec![piece(ID, sheet.words.table_factor(), Role::Aside)];
        let mut columns = Vec::new();
        for (name, wide) in heads.iter().zip(wides) {
            columns.push((col + GAP, wide));
            head.push(piece(col + GAP, name, Role::Aside));
            col += GAP + wide;
        }
        Self {
            sheet,
            figure: Figure {
                head: vec![head],
                ..Figure::default()
            },
            targets: Vec::new(),
            wording: (at, wording),
            columns,
        }
    }

    /// One factor, over as many rows as its longest cell needs.
    fn row(&mut self, row: &Row) {
        let (from, stop) = (self.figure.rows.len(), Some(self.figure.stops.len()));
        let wrap = self.sheet.wrap;
        let what = or(&row.factor.what, self.sheet.words.factor_unsaid());
        let (sign, role) = lists::sign(row.factor, &self.sheet.signs);
        let mut rows = vec![vec![
            piece(SIGN, sign, role),
            piece(ID, &row.factor.id.to_string(), Role::Aside),
        ]];
        let mut put = |n: usize, piece: Piece| {
            if rows.len() <= n {
                rows.resize_with(n + 1, Vec::new);
            }
            rows[n].push(piece);
        };
        let wording = wrap(what, self.wording.1);
        let below = wording.len();
        for (n, line) in wording.into_iter().enumerate() {
            let text = piece(self.wording.0, &line, Role::Body);
            put(n, Piece { stop, ..text });
        }
        if !row.under.is_empty() {
            for (n, line) in wrap(&row.under, self.wording.1).into_iter().enumerate() {
                put(below + n, piece(self.wording.0, &line, Role::Aside));
            }
        }
        for ((at, wide), (text, role)) in self.columns.iter().zip(&row.cells) {
            for (n, line) in wrap(text, *wide).into_iter().enumerate() {
                put(n, piece(*at, &line, *role));
            }
        }
        self.figure.rows.extend(rows);
        self.figure.stop(from, 0);
        self.targets.push(Target::Factor(row.factor.id));
    }
}
