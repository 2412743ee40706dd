//! One part of the key beside what the group has: found, missed, additional. Space confirms what is proposed, Enter says it
//! line by line.

use super::findings::Findings;
use super::help::{Topic, Window};
use super::judge::Judge;
use super::{Flow, Input};
use crate::domain::scenario::Family;
use crate::domain::simulation::{Judged, Verdict};
use crate::training::debrief::{Found, Row, Sign};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::Words;

/// Size of the window.
const SIZE: (u16, u16) = (100, 40);

/// The window.
#[derive(Debug)]
pub struct Compare {
    family: Family,
    menu: Menu,
    findings: Findings,
}

impl Compare {
    /// Of this part of the key.
    pub fn new(family: Family) -> Self {
        Self {
            family,
            menu: Menu::default(),
            findings: Findings::default(),
        }
    }

    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Compared, Scope::Menu, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Compare)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Some(found) = self.findings.of_family(self.family, desk) else {
            return Flow::Ignored;
        };
        if *input == Input::Command(Command::Mark) {
            if let Some(row) = found.rows.get(self.menu.cursor) {
                confirm(self.family, row, desk);
                let last = found.rows.len().saturating_sub(1);
                self.menu.cursor = (self.menu.cursor + 1).min(last);
            }
            return Flow::Stay;
        }
        let lines = lines(&found, desk);
        let place = inside(desk.areas.window(SIZE.0, SIZE.1));
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => match found.rows.get(index) {
                Some(row) => Flow::Push(Judge::new(&found, row).into()),
                None => Flow::Stay,
            },
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.debrief_family(self.family));
        let found = self.findings.of_family(self.family, desk);
        let lines = found.map(|found| lines(&found, desk)).unwrap_or_default();
        self.menu.draw(&lines, area, canvas.look, canvas.buf);
    }
}

/// What is proposed is so: found with what resembles it, or missed.
fn confirm(family: Family, row: &Row, desk: &mut Desk) {
    let found = row.sign.is_found();
    let judged = Judged {
        family,
        key: row.id.clone(),
        verdict: if found {
            Verdict::Found
        } else {
            Verdict::Missed
        },
        ours: row.ours.iter().map(|ours| ours.id.clone()).collect(),
    };
    desk.edit(Group::Alone, |session| session.play.judge(judged));
}

/// The sign of a line and how it is said.
pub(super) fn signed(
    sign: Sign,
    signs: &Signs,
    words: Words,
) -> (&'static str, &'static str, Role) {
    match sign {
        Sign::Found => (signs.done, words.debrief_found(), Role::Done),
        Sign::Proposed => (signs.begun, words.debrief_proposed(), Role::See),
        Sign::Open => (signs.not_yet, words.debrief_open(), Role::See),
        Sign::Missed => (signs.refused, words.debrief_missed(), Role::Refused),
        Sign::Added => (signs.bullet, words.debrief_added(), Role::Aside),
    }
}

fn lines(found: &Found, desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let mut lines = Vec::new();
    for row in &found.rows {
        let (sign, said, role) = signed(row.sign, &signs, words);
        let mut below = vec![row.aside.clone()];
        below.extend(
            row.ours
                .iter()
                .map(|ours| format!("{} {}", signs.leads, ours.text)),
        );
        below.retain(|text| !text.is_empty());
        lines.push(Line {
            cells: vec![(0, sign.to_owned(), role)],
            beside: Some((2, row.text.clone(), Role::Body)),
            right: None,
            below: None,
            opens: true,
        });
        let said = [vec![said.to_owned()], below].concat().join("\n");
        lines.push(Line {
            below: Some((4, said, Role::Aside)),
            ..Line::default()
        });
    }
    lines.push(Line::blank());
    lines.push(Line::heading(words.debrief_beside().to_owned()));
    if found.added.is_empty() {
        let said = words.debrief_nothing_beside().to_owned();
        lines.push(Line::note(said, Role::Aside));
    }
    lines.extend(found.added.iter().map(|row| Line {
        cells: vec![(0, signs.bullet.to_owned(), Role::Aside)],
        beside: Some((2, row.text.clone(), Role::Body)),
        ..Line::default()
    }));
    lines
}
