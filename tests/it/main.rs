//! The one test binary.
mod faults;
mod golden;
mod harness;
mod keys;
mod laws;
mod made;
mod recovery;
mod saving;
mod store;
mod stories;
