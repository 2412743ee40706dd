#![doc = include_str!("ARCHITECTURE.md")]

pub mod domain;
#[macro_use]
pub mod words;
pub mod cli;
pub mod content;
pub mod documents;
pub mod guard;
pub mod library;
pub mod store;
pub mod training;
pub mod tui;
