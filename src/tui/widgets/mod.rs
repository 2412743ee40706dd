//! Pieces that screens are made of.

pub mod digits;
pub mod editor;
pub mod scroll;
pub mod wrap;
