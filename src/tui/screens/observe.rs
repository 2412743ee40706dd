//! The observation grid, rated while the room looks on: what was rated shows, the rating does not.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::content;
use crate::domain::code::Code;
use crate::domain::scenario::ObservationItem;
use crate::domain::simulation::Observed;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::tui::widgets::wrap::n_rows;
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (66, 22);

/// The window.
#[derive(Debug, Default)]
pub struct Observe {
    menu: Menu,
    /// Whether ratings show: at the debrief.
    open: bool,
}

/// The lines of the grid of the session that is open.
fn items(desk: &Desk) -> Vec<ObservationItem> {
    let lang = desk.session().map(|session| session.lang);
    lang.map(|lang| content::kit(lang).observation.clone())
        .unwrap_or_default()
}

impl Observe {
    /// With its ratings shown.
    pub fn open() -> Self {
        Self {
            open: true,
            ..Self::default()
        }
    }

    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Observed, Scope::Menu, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Observe)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let items = items(desk);
        if let Input::Command(Command::Pick(score)) = input {
            if let Some(item) = items.get(self.menu.cursor) {
                rate(desk, &item.id, *score);
                self.menu.cursor = (self.menu.cursor + 1).min(items.len().saturating_sub(1));
            }
            return Flow::Stay;
        }
        let lines = self.lines(&items, desk);
        let place = below(inside(desk.areas.window(SIZE.0, SIZE.1)), desk);
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved | Choice::Open(_) => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.observe_title());
        canvas.text(area, words.observe_hint(), Role::Aside);
        let lines = self.lines(&items(desk), desk);
        self.menu
            .draw(&lines, below(area, desk), canvas.look, canvas.buf);
    }
}

impl Observe {
    fn lines(&self, items: &[ObservationItem], desk: &Desk) -> Vec<Line> {
        let words = desk.words();
        let observed = desk.session().map(|s| s.play.observed.as_slice());
        let observed = observed.unwrap_or_default();
        let line = |item: &ObservationItem| {
            let rated = observed.iter().find(|o| o.item == item.id);
            let score = rated.and_then(|rated| rated.score);
            let level = score.filter(|_| self.open).map(|score| {
                let level = item.levels.get(usize::from(score));
                let level = level.map(ToString::to_string).unwrap_or_default();
                (2, words.observe_level(score, &level), Role::Aside)
            });
            let said = (words.observe_rated().to_owned(), Role::Done);
            Line {
                cells: vec![(0, item.name.to_string(), Role::Body)],
                right: score.filter(|_| !self.open).map(|_| said),
                below: level,
                opens: true,
                ..Line::default()
            }
        };
        items.iter().map(line).collect()
    }
}

/// Rates a line of the observation grid.
pub(super) fn rate(desk: &mut Desk, item: &Code, score: u8) {
    desk.edit(Group::Alone, |session| {
        let observed = &mut session.play.observed;
        match observed.iter_mut().find(|known| known.item == *item) {
            Some(known) => known.score = Some(score),
            None => observed.push(Observed {
                item: item.clone(),
                score: Some(score),
                ..Observed::default()
            }),
        }
    });
}

fn below(area: Rect, desk: &Desk) -> Rect {
    let rows = n_rows(desk.words().observe_hint(), usize::from(area.width));
    let used = u16::try_from(rows).unwrap_or(1) + 1;
    Rect {
        y: area.y + used,
        height: area.height.saturating_sub(used),
        ..area
    }
}
