//! The one test binary.

#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod terminal;
