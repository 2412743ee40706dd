//! The screen: keys in, frames out. Elm in plain Rust: messages change the screens and the desk, effects wait on the desk
//! until they are performed.

pub mod app;
pub mod command;
mod command_names;
pub mod desk;
pub mod form;
pub mod frame;
pub mod key;
pub mod keymap;
pub mod prefs;
pub mod run;
pub mod screens;
pub mod shell;
pub mod theme;
pub mod verbs;
pub mod widgets;
