//! A CREX to train on: whether a scenario can be played, how it becomes a session, and what a debrief makes of one that was
//! played. Knows no terminal, disk or clock.

pub mod begin;
pub mod check;
pub mod debrief;
pub mod expert;
pub mod matching;
pub mod replay;
mod terms;
