//! The frame of what floats: the only frame there is.

use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border::Set;
use ratatui::widgets::{Block, Clear, Widget};

/// Clears the place and frames it, the title in its upper edge.
pub fn draw(buf: &mut Buffer, area: Rect, title: &str, theme: Look) {
    Clear.render(area, buf);
    let [top_left, top_right, bottom_left, bottom_right] = theme.signs.corners;
    let (flat, upright) = (theme.signs.rule, theme.signs.upright);
    let border = Set {
        top_left,
        top_right,
        bottom_left,
        bottom_right,
        vertical_left: upright,
        vertical_right: upright,
        horizontal_top: flat,
        horizontal_bottom: flat,
    };
    let block = Block::bordered()
        .border_set(border)
        .border_style(theme.style(Role::Aside))
        .style(theme.style(Role::Body))
        .title_style(theme.style(Role::Title))
        .title(format!(" {title} "));
    block.render(area, buf);
}
