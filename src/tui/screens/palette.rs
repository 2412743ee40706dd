//! The palette: every command that makes sense now, found by a few letters of its name, with its key, and run from here.

use super::help;
use super::{Flow, Input};
use crate::domain::order::Order;
use crate::domain::session::Session;
use crate::store::fold;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Binding, PALETTE_ONLY, Scope, held, key_for, key_name};
use crate::tui::theme::Role;
use crate::tui::verbs::named;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::scroll::Scroll;
use crate::words::Words;
use ratatui::layout::{Position, Rect};

/// Size of the window.
const SIZE: (u16, u16) = (72, 20);

/// The window.
#[derive(Debug)]
pub struct Palette {
    scopes: Vec<Scope>,
    /// Whether there is a remark on wording to pass over.
    remarked: bool,
    typed: Editor,
    at: usize,
}

impl Palette {
    /// The commands of these scopes, those of the screen below; passing over a remark only where there is one.
    pub fn new(scopes: Vec<Scope>, remarked: bool) -> Self {
        Self {
            scopes,
            remarked,
            typed: Editor::new("", false),
            at: 0,
        }
    }

    /// A line is typed.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Line, Scope::Fields, Scope::Reading]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Palette)
    }

    /// The commands found, best first: those whose name begins with what was typed, then those that hold it.
    fn found(&self, desk: &Desk) -> Vec<Command> {
        let words = desk.words();
        let wanted = fold(self.typed.text());
        let mut all: Vec<Command> = Vec::new();
        let bound = held(&self.scopes, words.0)
            .into_iter()
            .map(|b: &Binding| b.command);
        let in_session = desk.session.is_some();
        let loose = PALETTE_ONLY
            .iter()
            .copied()
            .filter(|c| in_session || !needs_session(*c));
        let sealed = desk.session().is_some_and(Session::is_sealed);
        let idle = |c: Command| match c {
            Command::PassRemark => !self.remarked,
            Command::CompareSealed => !sealed,
            Command::CompareFiles => in_session && desk.rival().is_none(),
            _ => false,
        };
        let apart = self.scopes.contains(&Scope::Apart);
        let listed = |c: &Command| is_listed(*c) && !idle(*c) && !(apart && is_of_wall(*c));
        for command in bound.chain(loose).filter(listed) {
            if !all.contains(&command) {
                all.push(command);
            }
        }
        let rank = |command: &Command| {
            let name = fold(named(*command, &self.scopes, words));
            let starts = name
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word.starts_with(&wanted));
            if name.starts_with(&wanted) {
                0
            } else if starts {
                1
            } else if name.contains(&wanted) {
                2
            } else {
                3
            }
        };
        all.retain(|command| rank(command) < 3);
        all.order_by_key(rank);
        all
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let found = self.found(desk);
        match input {
            Input::Command(Command::Palette) => return Flow::Close,
            Input::Command(Command::Confirm) => {
                return found
                    .get(self.at)
                    .map_or(Flow::Stay, |command| Flow::CloseAnd(*command));
            }
            Input::Command(Command::Up | Command::PrevField) => self.at = self.at.saturating_sub(1),
            Input::Command(Command::Down | Command::NextField) => {
                self.at = (self.at + 1).min(found.len().saturating_sub(1));
            }
            Input::Command(
                to @ (Command::PageUp | Command::PageDown | Command::First | Command::Last),
            ) => self.leap(*to, found.len(), usize::from(place(desk).height)),
            Input::Wheel(lines) if *lines < 0 => self.at = self.at.saturating_sub(1),
            Input::Wheel(_) => self.at = (self.at + 1).min(found.len().saturating_sub(1)),
            Input::Command(command) => return self.type_in(*command),
            Input::Paste(text) => {
                self.typed.insert(text.as_str());
                self.at = 0;
            }
            Input::Click(_, row) => {
                let list = place(desk);
                let index = usize::from(row.saturating_sub(list.y)) + top(self.at, list);
                if *row >= list.y && *row < list.bottom() && index < found.len() {
                    return Flow::CloseAnd(found[index]);
                }
            }
        }
        Flow::Stay
    }

    /// A page up or down, to the first, to the last of `n` commands.
    fn leap(&mut self, to: Command, n: usize, page: usize) {
        let at = match to {
            Command::PageUp => self.at.saturating_sub(page),
            Command::PageDown => self.at + page,
            Command::First => 0,
            _ => n,
        };
        self.at = at.min(n.saturating_sub(1));
    }

    fn type_in(&mut self, command: Command) -> Flow {
        if !self.typed.take(command) {
            return Flow::Ignored;
        }
        self.at = 0;
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.palette_title());
        let field = Rect { height: 1, ..area };
        if self.typed.text().is_empty() {
            canvas.line(field, words.palette_hint(), Role::Aside);
        }
        canvas.line(field, self.typed.text(), Role::Strong);
        let (_, col) = self.typed.row_col(usize::from(area.width));
        canvas.cursor =
            Some(Position::new(area.x + u16::try_from(col).unwrap_or(0), area.y).into());
        let list = list_area(area);
        let found = self.found(desk);
        if found.is_empty() {
            canvas.line(
                Rect { height: 1, ..list },
                words.palette_nothing(),
                Role::Aside,
            );
        }
        let from = top(self.at, list);
        let beside = Rect {
            width: list.width + 2,
            ..list
        };
        let style = canvas.look.style(Role::Aside);
        let thumb = canvas.look.signs.thumb;
        Scroll { top: from }.draw_thumb(canvas.buf, beside, found.len(), thumb, style);
        for (i, command) in found
            .iter()
            .enumerate()
            .skip(from)
            .take(usize::from(list.height))
        {
            let y = list.y + u16::try_from(i - from).unwrap_or(0);
            self.draw_row(
                *command,
                i == self.at,
                Rect {
                    y,
                    height: 1,
                    ..list
                },
                words,
                canvas,
            );
        }
    }

    fn draw_row(
        &self,
        command: Command,
        chosen: bool,
        row: Rect,
        words: Words,
        canvas: &mut Canvas,
    ) {
        if chosen {
            let mark = canvas.look.signs.focus;
            canvas.line(
                Rect {
                    x: row.x - 2,
                    width: 1,
                    ..row
                },
                mark,
                Role::Mark,
            );
        }
        let key = key_for(command, &self.scopes, words.0).map(|key| key_name(key, words.0));
        let taken = canvas.line_right(row, &key.unwrap_or_default(), Role::Aside);
        let room = Rect {
            width: row.width.saturating_sub(taken + 2),
            ..row
        };
        canvas.line(
            room,
            named(command, &self.scopes, words),
            if chosen { Role::Selected } else { Role::Body },
        );
    }
}

/// The place of the list on the screen.
fn place(desk: &Desk) -> Rect {
    list_area(crate::tui::frame::inside(desk.areas.window(SIZE.0, SIZE.1)))
}

fn list_area(area: Rect) -> Rect {
    Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    }
}

fn top(at: usize, list: Rect) -> usize {
    (at + 1).saturating_sub(usize::from(list.height))
}

/// What has no key and is for the terminal on the wall alone.
fn is_of_wall(command: Command) -> bool {
    let of_screen = [Command::Theme, Command::Language, Command::Mouse];
    PALETTE_ONLY.contains(&command) && !of_screen.contains(&command)
}

fn needs_session(command: Command) -> bool {
    matches!(
        command,
        Command::Speaking
            | Command::Second
            | Command::Pause
            | Command::Adjourn
            | Command::Record
            | Command::Seal
            | Command::Home
    )
}

/// Moves of the cursor and typing are no commands to be run from a list.
fn is_listed(command: Command) -> bool {
    use Command as C;
    !matches!(
        command,
        C::HowToQuit
            | C::Confirm
            | C::Back
            | C::NextField
            | C::PrevField
            | C::Up
            | C::Down
            | C::Left
            | C::Right
            | C::First
            | C::Last
            | C::PageUp
            | C::PageDown
            | C::Pick(_)
            | C::Type(_)
            | C::NewLine
            | C::Backspace
            | C::Erase
            | C::EraseWord
            | C::WordLeft
            | C::WordRight
            | C::TextStart
            | C::TextEnd
            | C::Palette
    )
}
