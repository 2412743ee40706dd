//! The screen.
pub mod key;
pub mod run;
pub mod theme;
pub mod widgets;
