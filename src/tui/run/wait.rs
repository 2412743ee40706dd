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
use std::time::{Duration, Instant};

/// The exit code when the terminal was closed: that of its signal, which may or may not come too.
pub const CLOSED: u8 = 129;

/// How long to look for one more event. With the feature `use-dev-tty` a look of no length finds nothing, and one of less
/// than a millisecond is spent turning round.
const LOOK: Duration = Duration::from_micros(10);

/// A look that took as long as this was interrupted by the machine, perhaps before it saw anything.
const BLINKED: Duration = Duration::from_micros(50);

/// Looks that may be interrupted one after the other before it is believed that nothing is there.
const DOUBTS: u32 = 8;

/// What a look counts that was not interrupted for long: even such a one may have ended before it saw anything.
const SEEN: u32 = 4;

/// What ended the sleep; messages are in the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(unix), allow(dead_code, reason = "only Unix suspends"))]
pub enum Happened {
    /// Messages came, or nothing that matters.
    Messages,
    /// The end, with its exit code; messages that came before it are in the batch.
    Leave(u8),
    /// The program is to stop until it is continued.
    Suspended,
    /// The program was stopped and continued without being asked.
    Continued,
}

/// Takes one event if one comes before `limit`; tells whether one did.
fn take(keyboard: &mut Keyboard, limit: Duration, batch: &mut Vec<Msg>) -> io::Result<bool> {
    let came = event::poll(limit)?;
    if came {
        batch.extend(keyboard.msg(event::read()?));
    }
    Ok(came)
}

/// Takes all events that are there; waits for the first as long as `first`. Tells whether there was any.
fn drain(keyboard: &mut Keyboard, first: Duration, batch: &mut Vec<Msg>) -> io::Result<bool> {
    let (mut look, mut any, mut doubts) = (first, false, 0);
    while doubts < DOUBTS {
        let began = Instant::now();
        if take(keyboard, look, batch)? {
            (any, doubts) = (true, 0);
        } else {
            let blinked = look <= LOOK && began.elapsed() >= BLINKED;
            doubts += if blinked { 1 } else { SEEN };
        }
        look = LOOK;
    }
    Ok(any)
}
