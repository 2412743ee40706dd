//! The charter, large enough for the wall: all its lines at once, the one being read marked.

use crate::content;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;
use ratatui::layout::Rect;

/// Widest window.
const WIDE: u16 = 76;
/// Columns before a line: its mark and its number.
const LEAD: u16 = 4;
/// Rows under the lines: air where there is room, and the keys.
const FOOT: u16 = 2;
/// Rows of the frame, the title's included.
const FRAME: u16 = 3;

/// Rows that a window leaves around itself.
const AROUND: u16 = 3;

/// The charter on the screen: which line is being read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Charter {
    line: usize,
}

impl Charter {
    /// Moves to another of `n` lines; says whether the command was for that.
    pub(super) fn go(&mut self, command: Command, n: usize) -> bool {
        self.line = match command {
            Command::Down | Command::Right | Command::PageDown => self.line + 1,
            Command::Up | Command::Left | Command::PageUp => self.line.saturating_sub(1),
            Command::First => 0,
            Command::Last => n,
            _ => return false,
        };
        self.line = self.line.min(n.saturating_sub(1));
        true
    }

    /// Draws it over the page: with a blank line between the lines where there is room.
    pub(super) fn draw(self, session: &Session, words: Words, canvas: &mut Canvas) {
        let lines = content::charter_of(session, session.lang);
        let screen = canvas.areas.screen;
        let wide = WIDE.min(screen.width.saturating_sub(4));
        let room = usize::from(wide.saturating_sub(6 + LEAD));
        let rows: Vec<u16> = lines
            .iter()
            .map(|line| u16::try_from(n_rows(line, room)).unwrap_or(1))
            .collect();
        let tight: u16 = rows.iter().sum();
        let airy = tight + u16::try_from(rows.len()).unwrap_or(0);
        let most = screen.height.saturating_sub(AROUND + FRAME);
        let gap = u16::from(airy + FOOT <= most);
        let lines_high = if gap == 1 { airy } else { tight };
        let foot_high = FOOT.min(most.saturating_sub(lines_high)).max(1);
        let high = lines_high + FRAME + foot_high;
        let inside = canvas.window(wide, high, words.opening_charter_title());
        let shown = Rect {
            height: inside.height.saturating_sub(foot_high),
            ..inside
        };
        self.draw_lines(&lines, &rows, gap, shown, canvas);
        let foot = Rect {
            y: inside.bottom().saturating_sub(1),
            height: 1,
            ..inside
        };
        if session.opening.charter_accepted {
            let text = format!(
                "{} {}",
                canvas.look.signs.done,
                words.opening_charter_foot_done()
            );
            canvas.line(foot, &text, Role::Done);
        } else {
            canvas.line(foot, words.opening_charter_foot(), Role::Aside);
        }
    }

    /// The lines, from the first that leaves the one being read in sight.
    fn draw_lines(self, lines: &[&str], rows: &[u16], gap: u16, area: Rect, canvas: &mut Canvas) {
        let height = |from: usize, to: usize| rows[from..to].iter().map(|r| r + gap).sum::<u16>();
        let mut first = 0;
        while first < self.line && height(first, self.line + 1) > area.height {
            first += 1;
        }
        let mut y = area.y;
        for (i, line) in lines.iter().enumerate().skip(first) {
            if y + rows[i] > area.bottom() {
                break;
            }
            let here = i == self.line;
            let row = |x: u16, width: u16| Rect {
                x: area.x + x,
                y,
                width,
                height: rows[i],
            };
            if here {
                canvas.line(row(0, 1), canvas.look.signs.focus, Role::Mark);
            }
            canvas.line(row(1, 2), &format!("{:>2}", i + 1), Role::Aside);
            let role = if here { Role::Strong } else { Role::Body };
            canvas.text(row(LEAD, area.width.saturating_sub(LEAD)), line, role);
            y += rows[i] + gap;
        }
    }
}
