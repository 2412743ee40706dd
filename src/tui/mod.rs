//! The screen.
pub mod key;
pub mod widgets;
