//! A line of text in which some words are marked.

use super::wrap::{fit, put, width};
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Draws `text` on the first row of `area` in the voice `role`, the words at `marks` (bytes, in order) in that of a title; in
/// the selection all is in its one voice.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    text: &str,
    marks: &[Range<usize>],
    role: Role,
    look: Look,
) {
    let shown = fit(text, usize::from(area.width));
    let marked = match role {
        Role::Selected => Role::Selected,
        _ => Role::Title,
    };
    // What is cut ends in a sign that no mark reaches.
    let end = match shown.strip_suffix('…') {
        Some(kept) if *shown != *text => kept.len(),
        _ => shown.len(),
    };
    let mut x = area.x;
    let mut piece = |range: Range<usize>, role: Role| {
        let Some(piece) = shown.get(range) else {
            return;
        };
        let room = usize::from(area.right().saturating_sub(x));
        put(buf, x, area.y, piece, room, look.style(role));
        x = x.saturating_add(u16::try_from(width(piece)).unwrap_or(u16::MAX));
    };
    let mut at = 0;
    for mark in marks {
        let (from, to) = (mark.start.min(end).max(at), mark.end.min(end));
        if from < to {
            piece(at..from, role);
            piece(from..to, marked);
            at = to;
        }
    }
    piece(at..shown.len(), role);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::theme::{Depth, Scheme, Signs, Theme};

    #[test]
    fn a_line_is_drawn_whole_whatever_is_marked_and_cut() {
        let theme = Theme::load(Scheme::Sombre, Depth::Full, Signs::FULL).unwrap();
        let look = theme.page();
        let line = |wide: u16, marks: &[Range<usize>]| {
            let area = Rect::new(0, 0, wide, 1);
            let mut buf = Buffer::empty(area);
            draw(&mut buf, area, "sa sœur est là", marks, Role::Body, look);
            let bold = buf
                .content
                .iter()
                .filter(|c| c.fg == look.style(Role::Title).fg.unwrap());
            let bold = bold.map(ratatui::buffer::Cell::symbol).collect::<String>();
            let all = buf.content.iter().map(ratatui::buffer::Cell::symbol);
            (all.collect::<String>(), bold)
        };
        let sister = 3..8;
        assert_eq!(
            line(14, std::slice::from_ref(&sister)),
            ("sa sœur est là".into(), "sœur".into())
        );
        assert_eq!(
            line(6, std::slice::from_ref(&sister)),
            ("sa sœ…".into(), "sœ".into())
        );
        assert_eq!(line(3, &[sister]), ("sa…".into(), String::new()));
    }
}
