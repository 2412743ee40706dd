//! The one test binary.
mod cli;
mod examples;
mod faults;
mod golden;
mod harness;
mod keys;
mod laws;
mod made;
#[cfg(unix)]
mod pty;
mod recovery;
mod saving;
mod store;
mod stories;
#[cfg(unix)]
mod terminal;
mod tidy;
