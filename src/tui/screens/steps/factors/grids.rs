//! Which grid is walked: chosen before the first question with the advice for each context, changed at any time without
//! losing an answer. A window lists the grids with what was explored of each.

use super::Key;
use super::regrid::Regrid;
use crate::content;
use crate::content::regrid::{go_over, proposals};
use crate::domain::analysis::Analysis;
use crate::domain::code::Code;
use crate::domain::completeness::coverage;
use crate::domain::grid::{Grid, GridUse};
use crate::domain::order::Order;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Field, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::screens::steps::shared::{analysis, edit};
use crate::tui::screens::{Flow, Input, help};
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (78, 34);

/// The grid that is walked: the first of the analysis that counts.
pub fn walked(desk: &Desk) -> Option<&Grid> {
    counted(desk).first().copied()
}

/// The grids of the analysis that count, the one walked first.
pub fn counted(desk: &Desk) -> Vec<&Grid> {
    let used = desk.session().and_then(|s| Some((s, s.analysis()?)));
    used.map(|(session, analysis)| content::grids_of(session, analysis))
        .unwrap_or_default()
}

/// What can be chosen: one grid, or two that complete each other.
type Offer<'a> = Vec<&'a Grid>;

/// The grids on offer, the one that suits the team first, those that go together last.
fn offers(desk: &Desk) -> Vec<Offer<'_>> {
    let usual = desk.usual_grid();
    let mut all = desk.grids();
    all.order_by_key(|grid| grid.id != usual);
    let one = |id: &Code| all.iter().copied().find(|g| g.id == *id);
    let several = content::advice().iter().filter(|a| a.grids.len() > 1);
    let several = several.filter_map(|a| a.grids.iter().map(one).collect::<Option<Offer>>());
    let mut offers: Vec<Offer> = all.iter().map(|grid| vec![*grid]).collect();
    offers.extend(several);
    offers
}

/// How an offer is called.
fn name(offer: &Offer, desk: &Desk) -> String {
    let short = |grid: &&Grid| {
        let name = desk.grid_name(grid);
        // Authors stand in the source, not in the name that is read on the wall; « (la nôtre) » stays.
        let authors = name
            .split_once(" (")
            .filter(|_| content::grid(&grid.id) == Some(*grid));
        authors.map_or(name.clone(), |(bare, _)| bare.to_owned())
    };
    let names: Vec<String> = offer.iter().map(short).collect();
    match names.as_slice() {
        [first, second] => desk.words().grid_then(first, second),
        _ => names.join(", "),
    }
}

/// For whom an offer is: the contexts in which it is advised.
fn advice(offer: &Offer, desk: &Desk) -> Vec<String> {
    let words = desk.words();
    let here = |a: &&content::GridAdvice| a.grids.iter().eq(offer.iter().map(|g| &g.id));
    let rows = content::advice().iter().filter(here);
    let said =
        |a: &content::GridAdvice| words.grid_advice(a.context.get(words.0), a.why.get(words.0));
    let mut out: Vec<String> = rows.map(said).collect();
    if out.is_empty() {
        out.push(words.factors_advice_own().to_owned());
    }
    out
}

/// The question that comes before all others: which grid. Takes input with the cursor at `at`; gives where it stands then.
pub fn take_first(input: &Input, at: usize, area: Rect, desk: &mut Desk) -> (usize, Flow) {
    let mut menu = Menu { cursor: at };
    let lines = lines(desk);
    let look = desk.prefs.theme.page();
    let flow = match menu.take(input, &lines, first_place(area), look) {
        Choice::Ignored => Flow::Ignored,
        Choice::Moved => Flow::Stay,
        Choice::Open(index) => choose(desk, index),
    };
    (menu.cursor, flow)
}

/// Draws that question.
pub fn draw_first(at: usize, area: Rect, desk: &Desk, canvas: &mut Canvas) {
    let title = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        height: 1.min(area.height),
        ..area
    };
    canvas.line(title, desk.words().factors_grid_title(), Role::Strong);
    let menu = Menu { cursor: at };
    menu.draw(&lines(desk), first_place(area), canvas.look, canvas.buf);
}

/// The grids stand below their question.
fn first_place(area: Rect) -> Rect {
    Rect {
        y: area.y + 2.min(area.height),
        height: area.height.saturating_sub(2),
        ..area
    }
}

/// The field that changes the grid walked.
pub fn field(desk: &Desk, grid: &Grid) -> Field<Key> {
    let words = desk.words();
    let grids = offers(desk);
    let value = Value::One {
        options: grids.iter().map(|o| name(o, desk)).collect(),
        chosen: grids.iter().position(|o| o.iter().eq([&grid])),
    };
    Field::new(Key::Grid, words.factors_grid(), value)
}

/// Walks with what is on offer at `index`. Where factors have no code there yet, what is proposed for them is shown first.
pub fn choose(desk: &mut Desk, index: usize) -> Flow {
    let offers = offers(desk);
    let Some(offer) = offers.get(index.min(offers.len().saturating_sub(1))) else {
        return Flow::Stay;
    };
    let used: Vec<GridUse> = offer.iter().map(|g| desk.grid_use(g)).collect();
    let asks = offer.iter().any(|g| asks(desk, g));
    if asks && let Some(window) = Regrid::new(desk, used.clone()) {
        return Flow::Push(window.into());
    }
    go(desk, used, |_| {});
    Flow::Stay
}

/// Goes over to these grids, and makes `then` of the analysis, in one step that one undo takes back.
pub fn go(desk: &mut Desk, to: Vec<GridUse>, then: impl FnOnce(&mut Analysis)) {
    desk.edit(Group::Alone, |session| {
        let own = session.own.grids.clone();
        let known = |id: &Code| {
            own.iter()
                .find(|g| g.id == *id)
                .or_else(|| content::grid(id))
        };
        if let Some(analysis) = session.analysis_or_new() {
            go_over(analysis, to, known);
            then(analysis);
        }
    });
}

/// Counts the grid at `index` again, or sets it aside; the one that is walked always counts.
fn set_aside(desk: &mut Desk, index: usize) {
    let offers = offers(desk);
    let Some([grid]) = offers.get(index).map(Vec::as_slice) else {
        return;
    };
    let id = grid.id.clone();
    if walked(desk).is_some_and(|walked| walked.id == id) {
        return;
    }
    edit(desk, Group::Alone, |analysis| {
        let mut others = analysis.grids.iter_mut();
        if let Some(used) = others.find(|u| u.grid == id) {
            used.set_aside = !used.set_aside;
        }
    });
}

/// Whether going over to a grid has something to propose, or to say of factors that nothing there answers to.
fn asks(desk: &Desk, grid: &Grid) -> bool {
    analysis(desk).is_some_and(|a| {
        let new = a.grids.iter().all(|u| u.grid != grid.id);
        let all = proposals(a, grid);
        all.iter().any(|p| new || !p.to.is_empty())
    })
}

/// The next of the grids that count, round and round: every answer and code stays where it is.
pub fn other(desk: &mut Desk) {
    let Some(next) = counted(desk).get(1).map(|grid| grid.id.clone()) else {
        return;
    };
    turn_to(&next, desk);
}

/// Walks with one of the grids that count, as going round to it does.
pub fn turn_to(id: &Code, desk: &mut Desk) {
    edit(desk, Group::Alone, |analysis| {
        let at = analysis.grids.iter().position(|u| u.grid == *id);
        analysis.grids.rotate_left(at.unwrap_or(0));
    });
}

/// The window of the grids.
#[derive(Debug, Default)]
pub struct Grids {
    menu: Menu,
}

impl Grids {
    /// A list to choose from.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![
            Scope::GridList,
            Scope::Grid,
            Scope::Reading,
            Scope::Menu,
            Scope::Letters,
        ]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Grids)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if matches!(input, Input::Command(Command::ChooseGrid)) {
            return Flow::Close;
        }
        if matches!(input, Input::Command(Command::Mark)) {
            set_aside(desk, self.menu.cursor);
            return Flow::Stay;
        }
        let lines = lines(desk);
        let area = inside(desk.areas.window(SIZE.0, SIZE.1));
        let look = desk.prefs.theme.window();
        match self.menu.take(input, &lines, area, look) {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => match choose(desk, index) {
                Flow::Push(window) => Flow::Replace(window),
                _ => Flow::Close,
            },
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().grids_title());
        self.menu.draw(&lines(desk), area, canvas.look, canvas.buf);
    }
}

fn lines(desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let usual = desk.usual_grid();
    let mut out = vec![
        Line::note(words.grids_hint().to_owned(), Role::Aside),
        Line::blank(),
    ];
    for offer in offers(desk) {
        let (sign, role) = sign(&offer, desk);
        let mine = offer.iter().map(|g| &g.id).eq([&usual]);
        let right = explored(&offer, desk);
        let right = right.or_else(|| mine.then(|| words.grid_usual().to_owned()));
        if out.len() > 2 {
            out.push(Line::blank());
        }
        out.push(Line {
            cells: vec![
                (0, sign.to_owned(), role),
                (2, name(&offer, desk), Role::Strong),
            ],
            right: right.map(|said| (said, Role::Aside)),
            below: Some((2, advice(&offer, desk).join("\n"), Role::Aside)),
            opens: true,
            ..Line::default()
        });
    }
    out
}

/// How much of a grid of the analysis was explored.
fn explored(offer: &Offer, desk: &Desk) -> Option<String> {
    let (analysis, grid) = (analysis(desk)?, offer.first().filter(|_| offer.len() == 1)?);
    let words = desk.words();
    let used = analysis.grids.iter().find(|u| u.grid == grid.id)?;
    let covered = coverage(analysis, grid);
    let said = words.grid_explored(covered.answered, covered.total);
    Some(if used.set_aside {
        words.grid_aside(&said)
    } else {
        said
    })
}

/// The grid walked, one of the analysis, one that is not.
fn sign(offer: &Offer, desk: &Desk) -> (&'static str, Role) {
    let signs = desk.prefs.theme.signs;
    let here = walked(desk).map(|g| &g.id);
    if here.is_some() && offer.iter().map(|g| Some(&g.id)).eq([here]) {
        (signs.dot, Role::Mark)
    } else if explored(offer, desk).is_some() {
        (signs.begun, Role::Aside)
    } else {
        (signs.not_yet, Role::Aside)
    }
}
