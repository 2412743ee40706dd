//! Stories: what a facilitator does, key by key, and what the room sees. One file for each part of the program.

mod actions;
mod alike;
pub mod analyses;
mod cases;
mod choice;
mod closing;
mod deviations;
mod factors;
mod follow_up;
mod grids;
mod guard;
mod home;
mod incidents;
mod opening;
mod presentation;
mod priorities;
mod remarks;
mod saves;
mod scene;
mod settings;
mod timeline;
mod two_grids;
mod votes;
mod walk;
pub mod whole;
mod whys;
mod windows;
