//! What the program paints: a part that answers a key, then the whole, which must agree.

use super::Room;
use crex::tui::run::Program;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

impl Room {
    /// The screen as lines, and where the cursor is.
    pub(super) fn painted(&self) -> (String, Option<Position>) {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let mut part = buf.clone();
        let answer = self.shell.answer(&mut part);
        let mut cursor = self.shell.draw(&mut buf);
        if self.shell.settle() {
            cursor = self.shell.draw(&mut buf);
        }
        if let Some(answer) = answer {
            // What answers a key is what the whole frame shows in its place.
            assert_eq!(answer.cursor, cursor);
            for at in answer.area.positions() {
                assert_eq!(part[at], buf[at], "at {at}");
            }
        }
        let mut out = String::new();
        for row in buf.content.chunks(usize::from(self.size.0).max(1)) {
            let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            out.push_str(line.trim_end());
            out.push('\n');
        }
        (out, cursor)
    }
}
