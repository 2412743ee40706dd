//! What the trainer says of one line of the key: which line of the group it is, missed, or nothing yet.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::domain::code::Code;
use crate::domain::scenario::Family;
use crate::domain::simulation::{Judged, Verdict};
use crate::domain::text::Text;
use crate::training::debrief::{Found, Ours, Row, Sign};
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::tui::widgets::wrap::n_rows;
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (84, 30);

/// The window.
#[derive(Debug)]
pub struct Judge {
    family: Family,
    key: Code,
    text: String,
    /// What of the group it can be, the likeliest first.
    ours: Vec<Ours>,
    sign: Sign,
    menu: Menu,
}

impl Judge {
    /// Of this line.
    pub fn new(found: &Found, row: &Row) -> Self {
        let others = found.rows.iter().filter(|other| other.id != row.id);
        let others = others.chain(&found.added).flat_map(|other| &other.ours);
        let ours: Vec<Ours> = row.ours.iter().chain(others).cloned().collect();
        // What is missed has nothing of the group before it.
        let missed = row.sign.is_missed();
        let menu = Menu {
            cursor: if missed { ours.len() } else { 0 },
        };
        Self {
            family: found.family,
            key: row.id.clone(),
            text: row.text.clone(),
            sign: row.sign,
            ours,
            menu,
        }
    }

    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Menu, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Compare)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let lines = self.lines(desk);
        let place = self.below(inside(desk.areas.window(SIZE.0, SIZE.1)));
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => {
                self.say(index, desk);
                Flow::Close
            }
        }
    }

    fn say(&self, index: usize, desk: &mut Desk) {
        let ours = self.ours.get(index);
        let verdict = match (ours, index - self.ours.len().min(index)) {
            (Some(_), _) => Verdict::Found,
            (None, 0) => Verdict::Missed,
            (None, _) => Verdict::Open,
        };
        let judged = Judged {
            family: self.family,
            key: self.key.clone(),
            verdict,
            ours: ours
                .map(|ours| ours.id.clone())
                .into_iter()
                .collect::<Vec<Text>>(),
        };
        desk.edit(Group::Alone, |session| session.play.judge(judged));
    }

    fn lines(&self, desk: &Desk) -> Vec<Line> {
        let words = desk.words();
        let signs = desk.prefs.theme.signs;
        let line = |sign: (&str, Role), text: String| Line {
            cells: vec![(0, sign.0.to_owned(), sign.1)],
            beside: Some((2, text, Role::Body)),
            opens: true,
            ..Line::default()
        };
        let found = self.ours.iter();
        let found = found.map(|ours| line((signs.done, Role::Done), ours.text.clone()));
        let mut lines: Vec<Line> = found.collect();
        lines.push(line(
            (signs.refused, Role::Refused),
            words.judge_missed().to_owned(),
        ));
        if !self.sign.is_open() {
            lines.push(line(
                (signs.not_yet, Role::Aside),
                words.judge_open().to_owned(),
            ));
        }
        lines
    }

    fn below(&self, area: Rect) -> Rect {
        let rows = n_rows(&self.text, usize::from(area.width));
        let used = u16::try_from(rows).unwrap_or(1) + 3;
        Rect {
            y: area.y + used,
            height: area.height.saturating_sub(used),
            ..area
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.debrief_family(self.family));
        let used = canvas.text(area, &self.text, Role::Title) + 1;
        let asked = Rect {
            y: area.y + used,
            height: area.height.saturating_sub(used),
            ..area
        };
        canvas.text(asked, words.judge_which(), Role::Aside);
        let lines = self.lines(desk);
        self.menu
            .draw(&lines, self.below(area), canvas.look, canvas.buf);
    }
}
