//! Pieces that screens are made of.

pub mod editor;
pub mod wrap;
