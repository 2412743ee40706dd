//! The one test binary.
mod faults;
mod golden;
mod harness;
mod laws;
mod made;
mod recovery;
mod saving;
mod store;
mod stories;
