//! The cases that can be played: those that come with the program, then the trainer's own. Enter begins a simulation.

use super::help::{Topic, Window};
use super::home::header;
use super::{Flow, Input};
use crate::content;
use crate::domain::scenario::Scenario;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use std::sync::Arc;

/// The screen.
#[derive(Debug, Default)]
pub struct Training {
    menu: Menu,
}

impl Training {
    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Menu, Scope::Letters]
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Train)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if *input == Input::Command(Command::Back) {
            return Flow::Close;
        }
        let lines = lines(desk);
        let page = desk.areas.full;
        match self.menu.take(input, &lines, page, desk.prefs.theme.page()) {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => {
                if let Some(scenario) = cases(desk).get(index) {
                    let scenario = Arc::new((*scenario).clone());
                    desk.ask(Effect::Play(scenario));
                }
                Flow::Stay
            }
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        header(desk, canvas);
        let lines = lines(desk);
        self.menu
            .draw(&lines, canvas.areas.full, canvas.look, canvas.buf);
    }
}

/// Those shipped, in the language of the screen, then the trainer's own, in whatever language they are.
fn cases(desk: &Desk) -> Vec<&Scenario> {
    let mut cases = content::scenarios(desk.words().0);
    cases.extend(own(desk));
    cases
}

fn own(desk: &Desk) -> impl Iterator<Item = &Scenario> {
    desk.listing.own_scenarios().map(AsRef::as_ref)
}

fn lines(desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let mut lines = vec![
        Line::heading(words.train_title().to_owned()),
        Line::note(words.train_aim().to_owned(), Role::Aside),
        Line::blank(),
        Line::heading(words.train_shipped().to_owned()),
    ];
    let shipped = content::scenarios(words.0);
    lines.extend(shipped.into_iter().map(|case| line(case, desk)));
    lines.push(Line::blank());
    lines.push(Line::heading(words.train_own().to_owned()));
    let own: Vec<Line> = own(desk).map(|case| line(case, desk)).collect();
    if own.is_empty() {
        let said = words.train_own_none().to_owned();
        lines.push(Line::note(said, Role::Aside));
    }
    lines.extend(own);
    lines
}

fn line(case: &Scenario, desk: &Desk) -> Line {
    let words = desk.words();
    // Short, as people say them: « CADYA ».
    let grids = case.grids.iter().map(|grid| grid.as_str().to_uppercase());
    let grids: Vec<String> = grids.collect();
    let format = content::format(&case.format);
    let about = [
        Some(words.case_level(case.level).to_owned()),
        Some(grids.join(", ")).filter(|names| !names.is_empty()),
        format.map(|format| words.minutes(format.minutes())),
        Some(words.train_cards(case.cards.len())),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    Line {
        cells: vec![(0, case.title.to_string(), Role::Strong)],
        below: Some((2, about.join(" · "), Role::Aside)),
        opens: true,
        ..Line::default()
    }
}
