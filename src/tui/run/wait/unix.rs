//! Sleeping where there are file descriptors and signals.

use super::{CLOSED, Happened, LOOK, drain};
use crate::domain::problem::Problem;
use crate::tui::key::Msg;
use crate::tui::run::{input::Keyboard, terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use rustix::pipe::{PipeFlags, pipe_with};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::low_level;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A look long enough that no pause of the machine hides what was read but not yet handed out.
const LONG_LOOK: Duration = Duration::from_millis(1);

/// Wakes the loop from any thread. Made before the store, which is given a clone.
#[derive(Clone, Debug)]
pub struct Waker(Arc<Pipe>);

#[derive(Debug)]
struct Pipe {
    reader: OwnedFd,
    writer: OwnedFd,
    called: AtomicBool,
}

impl Waker {
    /// A waker for one loop.
    pub fn new() -> Result<Self, Problem> {
        let (reader, writer) =
            pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK).map_err(|_| Problem::NoTerminal)?;
        Ok(Self(Arc::new(Pipe {
            reader,
            writer,
            called: AtomicBool::new(false),
        })))
    }

    /// Makes the loop bring a [`Msg::Woken`]. Several calls before it does make one.
    pub fn wake(&self) {
        if !self.0.called.swap(true, Ordering::SeqCst) {
            // A full pipe wakes too.
            let _ = rustix::io::write(&self.0.writer, b"w");
        }
    }
}

/// A signal that was asked for, and whether it came.
struct Signal {
    came: Arc<AtomicBool>,
    ids: Vec<signal_hook::SigId>,
}

impl Signal {
    fn watch(signal: i32, writer: &OwnedFd) -> std::io::Result<Self> {
        let came = Arc::new(AtomicBool::new(false));
        // The flag first, so that it is up when the pipe wakes the loop.
        let flag = signal_hook::flag::register(signal, Arc::clone(&came))?;
        let wake = low_level::pipe::register(signal, writer.try_clone()?)?;
        Ok(Self {
            came,
            ids: vec![flag, wake],
        })
    }

    fn take(&self) -> bool {
        self.came.swap(false, Ordering::SeqCst)
    }
}

impl Drop for Signal {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            low_level::unregister(id);
        }
    }
}

/// Sleeps on the terminal and on the pipe that signals and wakers write to.
pub struct Wait {
    waker: Waker,
    keyboard: Keyboard,
    /// Keys came since the last sleep, so that some may be left that were read but not handed out.
    busy: bool,
    leave: [(Signal, u8); 3],
    stop: Signal,
    cont: Signal,
    resize: Signal,
}

impl Wait {
    /// Starts to watch.
    pub fn new(waker: &Waker) -> Result<Self, Problem> {
        let watch =
            |signal| Signal::watch(signal, &waker.0.writer).map_err(|_| Problem::NoTerminal);
        Ok(Self {
            waker: waker.clone(),
            keyboard: Keyboard::default(),
            busy: false,
            leave: [
                (watch(SIGTERM)?, 143),
                (watch(SIGHUP)?, CLOSED),
                (watch(SIGINT)?, 130),
            ],
            stop: watch(SIGTSTP)?,
            cont: watch(SIGCONT)?,
            resize: watch(SIGWINCH)?,
        })
    }

    /// Sleeps until something happens or `tick` has passed, and adds what came to the batch.
    pub fn next(&mut self, tick: Option<Duration>, batch: &mut Vec<Msg>) -> Happened {
        let limit = tick.unwrap_or(LONG_LOOK).min(LONG_LOOK);
        if std::mem::take(&mut self.busy) && self.keys(limit.max(LOOK), batch).is_err() {
            return Happened::Leave(CLOSED);
        }
        let tick = if batch.is_empty() {
            tick
        } else {
            Some(Duration::ZERO)
        };
        let (keys, closed) = match self.sleep(tick) {
            Ok(woken) => woken,
            Err(Errno::INTR) => (false, false),
            Err(_) => (false, true),
        };
        if keys && !closed && self.keys(LONG_LOOK, batch).is_err() {
            return Happened::Leave(CLOSED);
        }
        self.signalled(closed, batch)
    }

    fn keys(&mut self, first: Duration, batch: &mut Vec<Msg>) -> std::io::Result<()> {
        self.busy = drain(&mut self.keyboard, first, batch)?;
        Ok(())
    }

    /// Whether keys are there, and whether the terminal is gone.
    fn sleep(&self, tick: Option<Duration>) -> Result<(bool, bool), Errno> {
        let limit = tick.and_then(|tick| Timespec::try_from(tick).ok());
        let stdin = rustix::stdio::stdin();
        let mut fds = [
            PollFd::new(&stdin, PollFlags::IN),
            PollFd::new(&self.waker.0.reader, PollFlags::IN),
        ];
        poll(&mut fds, limit.as_ref())?;
        let tty = fds[0].revents();
        if !fds[1].revents().is_empty() {
            let mut bytes = [0; 256];
            while rustix::io::read(&self.waker.0.reader, &mut bytes).is_ok_and(|n| n == bytes.len())
            {
            }
        }
        let closed = tty.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        Ok((tty.contains(PollFlags::IN), closed))
    }

    /// What signals and wakers have said. The pipe was emptied before, so that what comes now wakes again.
    fn signalled(&mut self, closed: bool, batch: &mut Vec<Msg>) -> Happened {
        // Sizes are asked here rather than taken from the reader of keys, which may hear of the signal after us.
        batch.retain(|msg| !matches!(msg, Msg::Resize(..)));
        if self.resize.take() {
            let (width, height) = terminal::size();
            batch.push(Msg::Resize(width, height));
        }
        if self.waker.0.called.swap(false, Ordering::SeqCst) {
            batch.push(Msg::Woken);
        }
        if let Some((_, code)) = self.leave.iter().find(|(signal, _)| signal.take()) {
            return Happened::Leave(*code);
        }
        if closed {
            return Happened::Leave(CLOSED);
        }
        if self.stop.take() {
            return Happened::Suspend;
        }
        if self.cont.take() {
            return Happened::Continued;
        }
        Happened::Messages
    }
}
