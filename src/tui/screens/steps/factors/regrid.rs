//! Going over to another grid: each factor with its codes and those proposed there, to be confirmed or refused one by one or
//! all at once. What has no match is listed and kept. Nothing changes before Enter, and one undo takes all of it back.

use super::form::item_name;
use super::grids;
use crate::content;
use crate::content::regrid::{Proposal, proposals, settle};
use crate::domain::analysis::FactorCode;
use crate::domain::code::Code;
use crate::domain::grid::{Grid, GridUse, Verdict};
use crate::domain::ids::FactorId;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::screens::steps::shared::{analysis, or};
use crate::tui::screens::{Flow, Input, help};
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::Words;

/// Size of the window.
const SIZE: (u16, u16) = (78, 36);

/// A factor and what the group makes of each code proposed in a grid.
#[derive(Debug)]
struct Row {
    grid: Code,
    factor: FactorId,
    from: Vec<FactorCode>,
    codes: Vec<(Code, Verdict)>,
}

/// The window.
#[derive(Debug)]
pub struct Regrid {
    /// The grid to walk, and those to walk after it.
    used: Vec<GridUse>,
    rows: Vec<Row>,
    menu: Menu,
}

impl Regrid {
    /// What is proposed in these grids; none where the first is not known.
    pub fn new(desk: &Desk, used: Vec<GridUse>) -> Option<Self> {
        let session = desk.session()?;
        let analysis = session.analysis()?;
        grid(desk, session, used.first()?)?;
        let grids = used.iter().filter_map(|used| grid(desk, session, used));
        let all: Vec<Vec<Row>> = grids
            .map(|to| {
                let row = |p: Proposal| Row {
                    grid: to.id.clone(),
                    factor: p.factor,
                    from: p.from,
                    codes: p.to.into_iter().map(|c| (c, Verdict::default())).collect(),
                };
                proposals(analysis, to).into_iter().map(row).collect()
            })
            .collect();
        // A factor with a code, or one proposed, in any of the grids has a match.
        let bare = |id: FactorId| {
            let mut grids = all.iter();
            grids.all(|rows| rows.iter().any(|r| r.factor == id && r.codes.is_empty()))
        };
        let bare: Vec<FactorId> = analysis
            .factors
            .iter()
            .map(|f| f.id)
            .filter(|id| bare(*id))
            .collect();
        // What waits for the group first, grid after grid; what has no match below, once.
        let (waiting, unmatched): (Vec<Row>, Vec<Row>) = all
            .into_iter()
            .flatten()
            .partition(|row| !row.codes.is_empty());
        let first = used.first().map(|used| used.grid.clone());
        let once = |row: &Row| Some(&row.grid) == first.as_ref() && bare.contains(&row.factor);
        let rows = waiting
            .into_iter()
            .chain(unmatched.into_iter().filter(once));
        Some(Self {
            rows: rows.collect(),
            used,
            menu: Menu::default(),
        })
    }

    /// A list of codes.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Proposals, Scope::Reading, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Regrid)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Confirm) => return self.apply(desk),
            Input::Command(Command::Mark) => self.turn(self.menu.cursor),
            Input::Command(Command::ConfirmAll) => self.confirm_all(),
            _ => {
                let lines = self.lines(desk);
                let area = inside(desk.areas.window(SIZE.0, SIZE.1));
                let look = desk.prefs.theme.window();
                match self.menu.take(input, &lines, area, look) {
                    Choice::Ignored => return Flow::Ignored,
                    Choice::Moved => {}
                    Choice::Open(index) => self.turn(index),
                }
            }
        }
        Flow::Stay
    }

    fn codes(&mut self) -> impl Iterator<Item = &mut Verdict> {
        let rows = self.rows.iter_mut();
        rows.flat_map(|row| row.codes.iter_mut().map(|(_, verdict)| verdict))
    }

    /// Proposed, confirmed, refused, proposed again.
    fn turn(&mut self, index: usize) {
        if let Some(verdict) = self.codes().nth(index) {
            *verdict = match verdict {
                Verdict::Proposed => Verdict::Confirmed,
                Verdict::Confirmed => Verdict::Refused,
                Verdict::Refused => Verdict::Proposed,
            };
        }
    }

    /// All that was not refused is right.
    fn confirm_all(&mut self) {
        self.codes()
            .filter(|v| **v == Verdict::Proposed)
            .for_each(|v| *v = Verdict::Confirmed);
    }

    fn apply(&self, desk: &mut Desk) -> Flow {
        grids::go(desk, self.used.clone(), |analysis| {
            for row in &self.rows {
                settle(analysis, row.factor, &row.grid, &row.codes);
            }
        });
        Flow::Close
    }

    fn lines(&self, desk: &Desk) -> Vec<Line> {
        let words = desk.words();
        let mut out = vec![
            Line::note(words.regrid_hint().to_owned(), Role::Aside),
            Line::blank(),
        ];
        let Some(session) = desk.session() else {
            return out;
        };
        let used = |row: &Row| self.used.iter().find(|u| u.grid == row.grid);
        let mut before: Option<&Row> = None;
        for row in &self.rows {
            let to = used(row).and_then(|used| grid(desk, session, used));
            let unmatched = row.codes.is_empty();
            if unmatched && before.is_none_or(|b| !b.codes.is_empty()) {
                out.push(Line::heading(words.regrid_unmatched().to_owned()));
            } else if self.used.len() > 1 && !unmatched && before.is_none_or(|b| b.grid != row.grid)
            {
                out.push(Line::heading(
                    to.map(|g| bare(g, words)).unwrap_or_default(),
                ));
            }
            out.extend(factor_lines(row, desk, to));
            before = Some(row);
        }
        out
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let known = |used| desk.session().and_then(|session| grid(desk, session, used));
        let names = self.used.iter().filter_map(known);
        let names: Vec<String> = names.map(|grid| bare(grid, words)).collect();
        let name = match names.as_slice() {
            [first, second] => words.grid_then(first, second),
            _ => names.join(", "),
        };
        let title = words.regrid_title(&name);
        let area = canvas.form_window(SIZE.0, SIZE.1, &title);
        self.menu
            .draw(&self.lines(desk), area, canvas.look, canvas.buf);
    }
}

/// The name of a grid without its authors.
fn bare(grid: &Grid, words: Words) -> String {
    let name = grid.name.get(words.0);
    name.split(" (").next().unwrap_or(name).to_owned()
}

/// A grid on offer: that of the session, else one that the team or the program has.
fn grid<'a>(desk: &'a Desk, session: &'a Session, used: &GridUse) -> Option<&'a Grid> {
    let known = content::grid_in(session, &used.grid);
    known.or_else(|| desk.grids().into_iter().find(|g| g.id == used.grid))
}

/// The sign of what the group makes of a code.
fn sign(verdict: Verdict, signs: &Signs) -> (&'static str, Role) {
    match verdict {
        Verdict::Proposed => (signs.begun, Role::See),
        Verdict::Confirmed => (signs.done, Role::Done),
        Verdict::Refused => (signs.refused, Role::Refused),
    }
}

/// A factor with its codes, and under it those proposed.
fn factor_lines(row: &Row, desk: &Desk, to: Option<&Grid>) -> Vec<Line> {
    let words = desk.words();
    let factor = analysis(desk).and_then(|a| a.factors.get(row.factor));
    let what = factor.map_or("", |f| or(&f.what, words.factor_unsaid()));
    let from: Vec<&str> = row.from.iter().map(|c| c.item.as_str()).collect();
    let head = Line {
        cells: vec![
            (0, row.factor.to_string(), Role::Strong),
            (4, what.to_owned(), Role::Strong),
        ],
        right: Some((from.join(", "), Role::Aside)),
        ..Line::default()
    };
    let mut out = vec![head];
    for (code, verdict) in &row.codes {
        let item = to.and_then(|g| g.item(code));
        let label = item.map_or_else(|| code.to_string(), |(_, i)| item_name(i, words.0));
        let (sign, role) = sign(*verdict, &desk.prefs.theme.signs);
        out.push(Line {
            cells: vec![(4, sign.to_owned(), role), (6, label, Role::Body)],
            right: Some((words.verdict(*verdict).to_owned(), Role::Aside)),
            opens: true,
            ..Line::default()
        });
    }
    out.push(Line::blank());
    out
}
