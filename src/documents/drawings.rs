//! The pictures of an analysis and of a meeting in shapes, as the printed formats draw them. What they show is computed
//! elsewhere, once, for the screen too.

mod fish;
mod line;
mod matrix;
mod round;
mod slices;

pub use fish::fish;
pub use line::line;
pub use matrix::matrix;
pub use round::round;
pub use slices::slices;

use super::svg::Drawing;

/// Most units of height of one picture: it fits a page with its heading.
const TALLEST: i32 = 900;

/// A star of five points around a place.
fn star(out: &mut Drawing, (x, y): super::svg::Spot) {
    let spots = [
        (0, -8),
        (2, -3),
        (8, -3),
        (3, 1),
        (5, 7),
        (0, 4),
        (-5, 7),
        (-3, 1),
        (-8, -3),
        (-2, -3),
    ];
    let spots = spots.map(|(dx, dy)| (x + dx, y + dy)).to_vec();
    out.polygon(spots, super::svg::Fill::Solid);
}

#[cfg(test)]
mod tests;
