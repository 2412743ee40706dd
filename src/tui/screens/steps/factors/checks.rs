//! What is left to be checked, in one list for the analysis lead: what it is, and who checks it. Enter goes there.

use super::Factors;
use super::form::item_name;
use super::grids::{self, walked};
use super::only::Only;
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::Analysis;
use crate::domain::checks::ToCheck;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::screens::steps::shared::or;
use crate::tui::screens::{Flow, Input, Spot, help};
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::Words;

/// Size of the window.
const SIZE: (u16, u16) = (78, 30);

/// The window.
#[derive(Debug, Default)]
pub struct Checks {
    menu: Menu,
}

impl Checks {
    /// A list of places to go to; where several grids count, a key goes from one to the other.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let mut scopes = Factors::grid_scopes(desk);
        scopes.extend([Scope::Reading, Scope::Menu, Scope::Letters]);
        scopes
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Checks)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if matches!(input, Input::Command(Command::Checks)) {
            return Flow::Close;
        }
        if matches!(input, Input::Command(Command::OtherGrid)) {
            grids::other(desk);
            return Flow::Stay;
        }
        let lines = lines(desk);
        let area = inside(desk.areas.window(SIZE.0, SIZE.1));
        match self
            .menu
            .take(input, &lines, area, desk.prefs.theme.window())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => go(desk, index),
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().checks_title());
        self.menu.draw(&lines(desk), area, canvas.look, canvas.buf);
    }
}

fn lines(desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let Some((session, analysis)) = desk.session().and_then(|s| Some((s, s.analysis()?))) else {
        return Vec::new();
    };
    let all = analysis.to_check();
    if all.is_empty() {
        return vec![Line::note(words.checks_none().to_owned(), Role::Aside)];
    }
    let mut out = vec![
        Line::note(words.checks_hint().to_owned(), Role::Aside),
        Line::blank(),
    ];
    for check in &all {
        let (id, text) = told(session, analysis, check, words);
        let by = analysis.checked_by(check);
        let below = match by.filled() {
            Some(by) => (4, words.checks_by(by), Role::Aside),
            None => (4, words.checks_by_nobody().to_owned(), Role::See),
        };
        out.push(Line {
            cells: vec![(0, id, Role::Strong), (4, text, Role::Body)],
            right: Some((words.check_kind(check).to_owned(), Role::Aside)),
            below: Some(below),
            opens: true,
            ..Line::default()
        });
    }
    out
}

/// Its id and its wording.
fn told(session: &Session, analysis: &Analysis, check: &ToCheck, words: Words) -> (String, String) {
    let said = |id: String, text: Option<&crate::domain::text::Text>, unsaid: &str| {
        let text = text.map_or(unsaid, |text| or(text, unsaid));
        (id, text.to_owned())
    };
    match check {
        ToCheck::Factor(id) => said(
            id.to_string(),
            analysis.factors.get(*id).map(|f| &f.what),
            words.factor_unsaid(),
        ),
        ToCheck::Source(id) => said(
            id.to_string(),
            analysis.sources.get(*id).map(|s| &s.what),
            "",
        ),
        ToCheck::Fact(id) => said(id.to_string(), analysis.facts.get(*id).map(|f| &f.what), ""),
        ToCheck::Barrier(id) => said(
            id.to_string(),
            analysis.barriers.get(*id).map(|b| &b.what),
            "",
        ),
        ToCheck::Item(grid, item) => {
            let known = content::grid_in(session, grid).and_then(|g| g.item(item));
            let name = known.map(|(_, item)| item_name(item, words.0));
            let name = name.unwrap_or_else(|| item.to_string());
            let label = name.split_once(' ').map_or("", |(_, label)| label);
            (item.to_string(), label.to_owned())
        }
    }
}

/// To the place of what is to be checked. Looking changes nothing: a question of another grid says how to go over to it.
fn go(desk: &Desk, index: usize) -> Flow {
    let analysis = desk.session().and_then(Session::analysis);
    let Some(check) = analysis.and_then(|a| a.to_check().into_iter().nth(index)) else {
        return Flow::Stay;
    };
    let (step, at) = match &check {
        ToCheck::Factor(id) => (StepKind::Factors, format!("{id}/CheckBy/0")),
        ToCheck::Fact(id) => (StepKind::Timeline, format!("{id}/")),
        ToCheck::Source(id) => (StepKind::Sources, format!("{id}/")),
        ToCheck::Barrier(id) => (StepKind::Deviations, format!("{id}/")),
        ToCheck::Item(grid, item) => {
            if walked(desk).is_none_or(|walked| walked.id != *grid) {
                let known = desk.session().and_then(|s| content::grid_in(s, grid));
                let name = known.map_or("", |grid| grid.name.get(desk.words().0));
                return Flow::Say(desk.words().say_check_in_other_grid(name));
            }
            (StepKind::Factors, super::at_question(item, None, Only::All))
        }
    };
    Flow::GoWithin(Spot { step, at })
}
