//! A CREX to train on: how a scenario becomes a session, and what a debrief makes of one that was played. Knows no terminal,
//! disk or clock.

pub mod begin;
