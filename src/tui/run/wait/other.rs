//! Sleeping where there are no file descriptors to sleep on: keys are waited for, the rest is looked for in between.

use super::{CLOSED, Happened, drain};
use crate::domain::problem::Problem;
use crate::tui::key::Msg;
use crate::tui::run::input::Keyboard;
use ratatui::crossterm::event;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long a word from the store may wait.
const PAUSE: Duration = Duration::from_millis(100);

/// Wakes the loop from any thread. Made before the store, which is given a clone.
#[derive(Clone, Debug)]
pub struct Waker(Arc<AtomicBool>);

impl Waker {
    /// A waker for one loop.
    pub fn new() -> Result<Self, Problem> {
        Ok(Self(Arc::new(AtomicBool::new(false))))
    }

    /// Makes the loop bring a [`Msg::Woken`]. Several calls before it does make one.
    pub fn wake(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Sleeps on the console.
pub struct Wait {
    waker: Waker,
    keyboard: Keyboard,
}

impl Wait {
    /// Starts to watch.
    pub fn new(waker: &Waker) -> Result<Self, Problem> {
        Ok(Self {
            waker: waker.clone(),
            keyboard: Keyboard::default(),
        })
    }

    /// Nothing is watched that would have to be let go.
    pub fn let_go(&self) {}

    /// No signal tells a program to leave there.
    pub fn leave(&self) -> Option<u8> {
        None
    }

    /// Nothing runs in the background there.
    pub fn for_front(&self) -> Option<u8> {
        None
    }

    /// Nothing stops a program there.
    pub fn continued(&self) -> bool {
        false
    }

    /// Consoles take bytes whenever they are there.
    pub fn for_room(&self) -> bool {
        true
    }

    /// Whether nothing waits to be taken.
    pub fn is_quiet(&mut self, _batch: &mut [Msg]) -> bool {
        let keys = event::poll(Duration::ZERO).unwrap_or(true);
        !keys && !self.waker.0.load(Ordering::SeqCst)
    }

    /// Sleeps until something happens or `tick` has passed, and adds what came to the batch.
    pub fn next(&mut self, tick: Option<Duration>, batch: &mut Vec<Msg>) -> Happened {
        let pause = tick.map_or(PAUSE, |tick| tick.min(PAUSE));
        if drain(&mut self.keyboard, pause, batch).is_err() {
            return Happened::Leave(CLOSED);
        }
        if self.waker.0.swap(false, Ordering::SeqCst) {
            batch.push(Msg::Woken);
        }
        Happened::Messages
    }
}
