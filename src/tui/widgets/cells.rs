//! Many cells at once: every cell of the screen passes here at every key.

use ratatui::buffer::Cell;

/// Whether two cells look the same. Most signs are one byte long, which is compared without a call.
pub fn same(a: &Cell, b: &Cell) -> bool {
    let (one, other) = (a.symbol().as_bytes(), b.symbol().as_bytes());
    let sign = match (one, other) {
        ([x], [y]) => x == y,
        _ => one == other,
    };
    sign && a.fg == b.fg && a.bg == b.bg && a.modifier == b.modifier
}

/// Makes cells blank. Most of them are already, and looking costs less than writing.
pub fn wash(cells: &mut [Cell], blank: &Cell) {
    for cell in cells.iter_mut().filter(|cell| !same(cell, blank)) {
        cell.clone_from(blank);
    }
}
