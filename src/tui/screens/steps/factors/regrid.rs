//! Going over to another grid: each factor with its codes and those proposed there, to be confirmed or refused one by one or
//! all at once. What has no match is listed and kept. Nothing changes before Enter, and one undo takes all of it back.

use super::form::item_name;
use super::grids;
use crate::content;
use crate::content::regrid::{Proposal, proposals, settle};
use crate::domain::agenda::StepKind;
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

/// Size of the window.
const SIZE: (u16, u16) = (78, 36);

/// A factor and what the group makes of each code proposed.
#[derive(Debug)]
struct Row {
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
    /// What is proposed in the first of these grids; none where it is not known.
    pub fn new(desk: &Desk, used: Vec<GridUse>) -> Option<Self> {
        let session = desk.session()?;
        let to = grid(desk, session, used.first()?)?;
        let row = |p: Proposal| Row {
            factor: p.factor,
            from: p.from,
            codes: p.to.into_iter().map(|c| (c, Verdict::default())).collect(),
        };
        let mut rows: Vec<Row> = proposals(session.analysis()?, to)
            .into_iter()
            .map(row)
            .collect();
        // What waits for the group first, what has no match below.
        rows.sort_by_key(|row| row.codes.is_empty());
        Some(Self {
            used,
            rows,
            menu: Menu::default(),
        })
    }

    /// A list of codes.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Proposals, Scope::Reading, Scope::Letters]
    }

    /// Help of the step.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Step(StepKind::Factors)
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
        let Some(to) = self.used.first().map(|u| u.grid.clone()) else {
            return Flow::Close;
        };
        grids::go(desk, self.used.clone(), |analysis| {
            for row in &self.rows {
                settle(analysis, row.factor, &to, &row.codes);
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
        let to = self.used.first().and_then(|u| grid(desk, session, u));
        let mut unmatched = false;
        for row in &self.rows {
            if row.codes.is_empty() && !unmatched {
                unmatched = true;
                out.push(Line::heading(words.regrid_unmatched().to_owned()));
            }
            out.extend(factor_lines(row, desk, to));
        }
        out
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let to = desk.session().zip(self.used.first());
        let to = to.and_then(|(session, used)| grid(desk, session, used));
        let name = to.map_or("", |g| g.name.get(words.0));
        let title = words.regrid_title(name.split(" (").next().unwrap_or(name));
        let area = canvas.form_window(SIZE.0, SIZE.1, &title);
        self.menu
            .draw(&self.lines(desk), area, canvas.look, canvas.buf);
    }
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
