//! Pieces that screens are made of.

pub mod alone;
pub mod bars;
pub mod digits;
pub mod editor;
pub mod figure;
pub mod letters;
pub mod marked;
pub mod matrix;
pub mod menu;
pub mod reading;
pub mod scroll;
pub mod sheet;
pub mod window;
pub mod wrap;
