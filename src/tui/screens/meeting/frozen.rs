//! The frozen picture of a simulation: a question to the group over the whole page, while the timer stands still.

use super::Meeting;
use crate::content;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::Role;
use crate::tui::widgets::alone::{Pen, centred};
use ratatui::layout::Rect;

/// Whether the picture is frozen in the session that is open, and can go on.
pub(super) fn holds(desk: &Desk) -> bool {
    let frozen = desk.session().is_some_and(|s| s.play.frozen().is_some());
    frozen && desk.read_only().is_none()
}

impl Meeting {
    /// The picture is frozen: only going on, or leaving, is heard.
    pub(super) fn thaw(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Confirm | Command::Back) => {
                let (row, now) = (self.row, desk.now);
                desk.advance(|session| {
                    session.thaw(now);
                    session.enter(row, now);
                });
                Flow::Stay
            }
            Input::Command(Command::NextStep | Command::PrevStep) => Flow::Stay,
            Input::Command(_) => Flow::Ignored,
            _ => Flow::Stay,
        }
    }
}

/// Draws the question.
pub(super) fn draw(desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let inner = centred(area);
    let mut pen = Pen {
        x: inner.x,
        y: area.y + area.height / 6,
        wide: inner.width,
        bottom: area.bottom(),
    };
    pen.large(words.frozen_title(), canvas);
    pen.skip(2);
    let question = question(desk);
    let question = question.as_deref().unwrap_or(words.frozen_bare());
    pen.text(question, Role::Title, canvas);
    pen.skip(2);
    pen.text(words.frozen_hint(), Role::Aside, canvas);
}

fn question(desk: &Desk) -> Option<String> {
    let session = desk.session()?;
    let frozen = session.play.frozen()?;
    let scenario = content::scenario_of(session)?;
    let mut prompts = scenario.prompts.iter();
    let prompt = prompts.find(|prompt| prompt.id == frozen.prompt)?;
    Some(prompt.question.to_string())
}
