//! Choosing the role of a seat.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::domain::scenario::RoleCard;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};

/// Size of the window.
const SIZE: (u16, u16) = (66, 22);

/// The window.
#[derive(Debug)]
pub struct Deal {
    seat: u32,
    menu: Menu,
}

/// The roles that can be given in the session that is open.
pub(super) fn roles(desk: &Desk) -> Vec<RoleCard> {
    desk.played()
        .map(|(_, _, kit)| kit.roles)
        .unwrap_or_default()
}

impl Deal {
    /// For this seat, the cursor on the role that it has.
    pub fn new(seat: u32, desk: &Desk) -> Self {
        let dealt = desk.session().map(|s| s.play.dealt.as_slice());
        let mut dealt = dealt.unwrap_or_default().iter();
        let role = dealt.find(|dealt| dealt.seat == seat).map(|d| &d.role);
        let roles = roles(desk);
        let cursor = roles.iter().position(|known| Some(&known.id) == role);
        let menu = Menu {
            cursor: cursor.unwrap_or(0),
        };
        Self { seat, menu }
    }

    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Menu, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Deal)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let place = inside(desk.areas.window(SIZE.0, SIZE.1));
        let lines = lines(desk);
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => {
                let (seat, roles) = (self.seat, roles(desk));
                if let Some(role) = roles.get(index) {
                    let id = role.id.clone();
                    desk.advance(|session| session.give_role(seat, id, &roles));
                }
                Flow::Close
            }
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let title = desk.words().deal_title(self.seat);
        let area = canvas.window(SIZE.0, SIZE.1, &title);
        self.menu.draw(&lines(desk), area, canvas.look, canvas.buf);
    }
}

fn lines(desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let dealt = desk.session().map(|s| s.play.dealt.as_slice());
    let dealt = dealt.unwrap_or_default();
    let line = |role: RoleCard| {
        let taken = dealt.iter().find(|dealt| dealt.role == role.id);
        let right = match taken {
            Some(dealt) => Some((words.deal_taken(dealt.seat), Role::Done)),
            None => role
                .needed
                .then(|| (words.deal_needed().to_owned(), Role::See)),
        };
        Line {
            cells: vec![(0, role.name.to_string(), Role::Body)],
            right,
            opens: true,
            ..Line::default()
        }
    };
    roles(desk).into_iter().map(line).collect()
}
