//! The one test binary. A test gives up at once where something is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(unix)]
mod broken;
#[cfg(unix)]
mod built;
mod cli;
mod conflicts;
mod debrief;
#[cfg(unix)]
mod disks;
mod dying;
mod examples;
mod faults;
mod follow;
mod golden;
mod guard;
mod harness;
mod hostile;
mod index;
mod interleaved;
mod keys;
mod laws;
mod lookalike;
mod made;
mod matching;
#[cfg(unix)]
mod modes;
mod papers;
#[cfg(unix)]
mod power;
#[cfg(unix)]
mod pty;
mod recovery;
mod replay;
mod saving;
mod scrub;
mod store;
mod stories;
mod synced;
#[cfg(unix)]
mod terminal;
mod tidy;
mod twins;
mod urn;
mod vault;
mod votes;
