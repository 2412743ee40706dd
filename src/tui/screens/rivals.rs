//! Two states of one session side by side, and which of them to keep.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::library::compare::differences;
use crate::tui::desk::{Desk, Effect, Rivals as Pair};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::tui::widgets::wrap::wrap;

/// Size of the window.
const SIZE: (u16, u16) = (116, 36);
/// Columns of a line of the menu that no text stands in, and those between the two states.
const AROUND: u16 = 4;
const BETWEEN: u16 = 2;

/// The window.
#[derive(Debug)]
pub struct Rivals {
    menu: Menu,
    /// The differences are found once: place, first state, second state.
    found: Vec<[String; 3]>,
}

impl Rivals {
    /// Of the two states that the desk holds.
    pub fn new(desk: &Desk) -> Self {
        let words = desk.words();
        let pair = desk.rivals.as_ref();
        let found = pair.map(|pair| differences(&pair.ours.1, &pair.theirs.1, words));
        let absent = || words.compare_nothing().to_owned();
        let told = found.unwrap_or_default().into_iter().map(|difference| {
            let before = difference.before.unwrap_or_else(absent);
            let after = difference.after.unwrap_or_else(absent);
            [difference.place, before, after]
        });
        Self {
            menu: Menu::default(),
            found: told.collect(),
        }
    }

    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Rivals, Scope::Menu, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Rivals)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let place = inside(desk.areas.window(SIZE.0, SIZE.1));
        let lines = self.lines(desk, place.width);
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Open(at @ 0..=1) => {
                desk.ask(Effect::KeepFile(at == 0));
                Flow::Close
            }
            // The others are there to be read.
            Choice::Moved | Choice::Open(_) => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.window(SIZE.0, SIZE.1, desk.words().rivals_title());
        let lines = self.lines(desk, area.width);
        self.menu.draw(&lines, area, canvas.look, canvas.buf);
    }

    fn lines(&self, desk: &Desk, width: u16) -> Vec<Line> {
        let words = desk.words();
        let Some(pair) = &desk.rivals else {
            return Vec::new();
        };
        let names = names(pair, desk);
        let mut lines: Vec<Line> = names
            .iter()
            .map(|name| Line {
                cells: vec![(0, words.rivals_keep(name), Role::Strong)],
                opens: true,
                ..Line::default()
            })
            .collect();
        lines.push(Line::note(words.rivals_said().to_owned(), Role::Aside));
        lines.push(Line::blank());
        if self.found.is_empty() {
            lines.push(Line::note(words.rivals_same().to_owned(), Role::Body));
            return lines;
        }
        lines.push(Line::heading(words.rivals_differ(self.found.len())));
        let half = (width.saturating_sub(AROUND + BETWEEN) / 2).max(1);
        lines.extend(beside(&names, half, Role::Aside));
        for [place, one, other] in &self.found {
            lines.push(Line {
                cells: vec![(0, place.clone(), Role::Strong)],
                opens: true,
                ..Line::default()
            });
            lines.extend(beside(&[one.clone(), other.clone()], half, Role::Body));
        }
        lines
    }
}

/// What the two are called.
fn names(pair: &Pair, desk: &Desk) -> [String; 2] {
    let words = desk.words();
    let named = if pair.foreign {
        [words.rivals_found(), words.rivals_file()]
    } else {
        [words.rivals_ours(), words.rivals_theirs()]
    };
    named.map(ToOwned::to_owned)
}

/// Two texts in two columns of so many cells.
fn beside(texts: &[String; 2], half: u16, role: Role) -> Vec<Line> {
    let columns = texts.each_ref().map(|text| {
        let rows = wrap(text, usize::from(half)).into_iter();
        rows.map(|row| text[row].trim_end().to_owned())
            .collect::<Vec<_>>()
    });
    let rows = columns[0].len().max(columns[1].len());
    let cell = |column: &Vec<String>, row: usize| column.get(row).cloned().unwrap_or_default();
    (0..rows)
        .map(|row| Line {
            cells: vec![
                (0, cell(&columns[0], row), role),
                (half + BETWEEN, cell(&columns[1], row), role),
            ],
            ..Line::default()
        })
        .collect()
}
