//! The one test binary.
mod harness;
mod stories;
