//! A matrix on the screen: the picture of the documents in the colours of the screen.

use crate::documents::matrix::{Matrix, Room, Voice};
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// Draws it in `area`; the label `chosen` shows as chosen, `roles` are the voices of the zones. Gives the rows used.
pub fn draw(
    matrix: &Matrix,
    chosen: Option<&str>,
    roles: &[Role],
    area: Rect,
    canvas: &mut Canvas,
) -> u16 {
    let marks = matrix.marks(Room {
        width: usize::from(area.width),
        height: usize::from(area.height),
        airy: true,
    });
    for mark in &marks {
        let of = |zone: usize| roles.get(zone).copied().unwrap_or(Role::Aside);
        let role = match mark.voice {
            Voice::Axis | Voice::More => Role::Aside,
            Voice::Sign(zone) | Voice::Name(zone) => of(zone),
            Voice::Label(index) => match matrix.places.get(index) {
                Some(place) if place.faint => Role::Aside,
                Some(place) if Some(place.label.as_str()) == chosen => Role::Selected,
                _ => Role::Strong,
            },
        };
        let (Ok(x), Ok(y)) = (u16::try_from(mark.col), u16::try_from(mark.row)) else {
            continue;
        };
        if x < area.width && y < area.height {
            let at = Rect {
                x: area.x + x,
                y: area.y + y,
                width: area.width - x,
                height: 1,
            };
            canvas.line(at, &mark.text, role);
        }
    }
    u16::try_from(Matrix::n_rows(&marks)).unwrap_or(area.height)
}
