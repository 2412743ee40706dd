//! Sleeping until something happens: a key, a signal, a word from the store, the beat of a timer. Idle, it never wakes.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub use other::{Wait, Waker};
#[cfg(unix)]
pub use unix::{Wait, Waker};

use super::input::Keyboard;
use crate::tui::key::Msg;
use ratatui::crossterm::event;
use std::io;
use std::time::Duration;

/// The exit code when the terminal was closed: that of its signal, which may or may not come too.
pub const CLOSED: u8 = 129;

/// How long to look for one more event. With the feature `use-dev-tty` a look of no length finds nothing.
const LOOK: Duration = Duration::from_micros(10);

/// What ended the sleep; messages are in the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// Messages came, or nothing that matters.
    Messages,
    /// The end, with its exit code; messages that came before it are in the batch.
    Leave(u8),
    /// The program is to stop until it is continued.
    #[cfg(unix)]
    Suspend,
    /// The program was stopped and continued without being asked.
    #[cfg(unix)]
    Continued,
}

/// Takes all events that are there; the first may take as long as `first` to show.
fn drain(keyboard: &mut Keyboard, first: Duration, batch: &mut Vec<Msg>) -> io::Result<bool> {
    let mut look = first;
    let mut any = false;
    while event::poll(look)? {
        batch.extend(keyboard.msg(event::read()?));
        look = LOOK;
        any = true;
    }
    Ok(any)
}
