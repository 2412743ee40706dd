//! Where a long text or list is scrolled to, and the thumb that shows it.

use crate::tui::command::Command;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The first row shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// Rows hidden above.
    pub top: usize,
}

impl Scroll {
    /// Scrolls by `delta` rows, as far as there is something to see.
    pub fn by(&mut self, delta: isize, height: usize, total: usize) {
        self.top = self.top.saturating_add_signed(delta);
        self.limit(height, total);
    }

    /// Takes a command; says whether it was one that scrolls these rows.
    pub fn take(&mut self, command: Command, height: u16, total: usize) -> bool {
        let page = isize::from(i16::try_from(height.saturating_sub(1)).unwrap_or(i16::MAX));
        let all = isize::try_from(total).unwrap_or(isize::MAX);
        let delta = match command {
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -page,
            Command::PageDown => page,
            Command::First => -all,
            Command::Last => all,
            _ => return false,
        };
        self.by(delta, usize::from(height), total);
        true
    }

    /// Leaves no empty rows under the end.
    fn limit(&mut self, height: usize, total: usize) {
        self.top = self.top.min(total.saturating_sub(height));
    }

    /// Draws the thumb with `sign` in the last column of `area`, when `total` rows do not fit there.
    pub fn draw_thumb(&self, buf: &mut Buffer, area: Rect, total: usize, sign: &str, style: Style) {
        let area = area.intersection(buf.area);
        let height = usize::from(area.height);
        if total <= height || area.is_empty() {
            return;
        }
        let length = (height * height / total).max(1);
        let hidden = total - height;
        let start = self.top.min(hidden) * (height - length) / hidden;
        for row in area.rows().skip(start).take(length) {
            buf.set_stringn(row.right() - 1, row.y, sign, 1, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_thumb_appears_only_when_something_is_hidden() {
        let area = Rect::new(0, 0, 2, 4);
        let shown = |top, total| {
            let mut buf = Buffer::empty(area);
            Scroll { top }.draw_thumb(&mut buf, area, total, "│", Style::new());
            buf
        };
        assert_eq!(shown(0, 4), Buffer::with_lines(["  ", "  ", "  ", "  "]));
        assert_eq!(shown(0, 8), Buffer::with_lines([" │", " │", "  ", "  "]));
        assert_eq!(shown(4, 8), Buffer::with_lines(["  ", "  ", " │", " │"]));
        assert_eq!(shown(99, 800), Buffer::with_lines([" │", "  ", "  ", "  "]));
        assert_eq!(
            shown(796, 800),
            Buffer::with_lines(["  ", "  ", "  ", " │"])
        );
    }

    proptest! {
        #[test]
        fn scrolling_never_leaves_the_content(top in 0_usize..60, delta in -90_isize..90, height in 0_usize..20, total in 0_usize..60) {
            let mut scroll = Scroll { top };
            scroll.by(delta, height, total);
            prop_assert!(scroll.top <= total.saturating_sub(height));
        }
    }
}
