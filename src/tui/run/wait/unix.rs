//! Sleeping where there are file descriptors and signals.

use super::{CLOSED, Happened, LOOK, drain, take};
use crate::domain::problem::Problem;
use crate::tui::key::Msg;
use crate::tui::run::{input::Keyboard, terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use rustix::pipe::{PipeFlags, pipe_with};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTOU, SIGWINCH};
use signal_hook::{SigId, low_level};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long the hands rest before what may wait is done: too short to be seen.
const REST: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 300_000,
};

/// How long a signal that came together with the one that continued the program may take until it is told: another thread may
/// have been given it.
const TOGETHER: Duration = Duration::from_millis(100);

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
    ids: [SigId; 2],
}

impl Signal {
    fn watch(signal: i32, writer: &OwnedFd) -> std::io::Result<Self> {
        let came = Arc::new(AtomicBool::new(false));
        // The flag first, so that it is up when the pipe wakes the loop.
        let flag = signal_hook::flag::register(signal, Arc::clone(&came))?;
        let wake = low_level::pipe::register(signal, writer.try_clone()?)?;
        Ok(Self {
            came,
            ids: [flag, wake],
        })
    }

    fn came(&self) -> bool {
        self.came.load(Ordering::SeqCst)
    }

    fn take(&self) -> bool {
        self.came.swap(false, Ordering::SeqCst)
    }
}

impl Drop for Signal {
    fn drop(&mut self) {
        for id in self.ids {
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
    leave: [(Signal, u8); 4],
    stop: Signal,
    cont: Signal,
    resize: Signal,
    /// Once up, SIGINT ends the process as if it were not watched.
    let_go: Arc<AtomicBool>,
    interrupt: SigId,
}

impl Wait {
    /// Starts to watch.
    pub fn new(waker: &Waker) -> Result<Self, Problem> {
        Self::watching(waker).map_err(|_| Problem::NoTerminal)
    }

    fn watching(waker: &Waker) -> std::io::Result<Self> {
        let watch = |signal| Signal::watch(signal, &waker.0.writer);
        let let_go = Arc::new(AtomicBool::new(false));
        let interrupt =
            signal_hook::flag::register_conditional_default(SIGINT, Arc::clone(&let_go))?;
        Ok(Self {
            waker: waker.clone(),
            keyboard: Keyboard::default(),
            busy: false,
            leave: [
                (watch(SIGTERM)?, 143),
                (watch(SIGHUP)?, CLOSED),
                (watch(SIGINT)?, 130),
                (watch(SIGQUIT)?, 131),
            ],
            stop: watch(SIGTSTP)?,
            cont: watch(SIGCONT)?,
            resize: watch(SIGWINCH)?,
            let_go,
            interrupt,
        })
    }

    /// The terminal is given back: from now on Ctrl+C ends the program at once, should the last save hang.
    pub fn let_go(&self) {
        self.let_go.store(true, Ordering::SeqCst);
    }

    /// The exit code, if a signal to leave has come.
    pub fn leave(&self) -> Option<u8> {
        let came = self.leave.iter().find(|(signal, _)| signal.take());
        came.map(|(_, code)| *code)
    }

    /// Waits until the shell has the program in front, stopped meanwhile as the shell expects; the exit code, if a signal to
    /// leave came first. Whoever sets a terminal from the background is stopped each time it is continued, and would not end.
    ///
    /// Where nobody could continue the program it is not stopped: using the terminal will tell.
    pub fn for_front(&self) -> Option<u8> {
        while !terminal::in_front() {
            self.told_within(TOGETHER, || {
                self.leave.iter().any(|(signal, _)| signal.came())
            });
            if let Some(code) = self.leave() {
                return Some(code);
            }
            self.cont.take();
            let _ = low_level::raise(SIGTTOU);
            if !self.continued() {
                break;
            }
        }
        self.leave()
    }

    /// Takes the signal that has continued the program, so that it is not told again; false if none did.
    pub fn continued(&self) -> bool {
        self.told_within(TOGETHER, || self.cont.came()) && self.cont.take()
    }

    /// Waits until a signal is told, but no longer than `limit`.
    fn told_within(&self, limit: Duration, told: impl Fn() -> bool) -> bool {
        let began = Instant::now();
        while !told() {
            let rest = limit.saturating_sub(began.elapsed());
            let Ok(rest) = Timespec::try_from(rest) else {
                return false;
            };
            let mut fds = [PollFd::new(&self.waker.0.reader, PollFlags::IN)];
            if poll(&mut fds, Some(&rest)).is_ok_and(|ready| ready == 0) {
                return told();
            }
            self.empty_pipe();
        }
        true
    }

    /// Waits until the terminal takes bytes; false if a signal to leave came first. A terminal that is gone counts as ready:
    /// writing tells.
    pub fn for_room(&self) -> bool {
        let stdout = rustix::stdio::stdout();
        loop {
            let mut fds = [
                PollFd::new(&stdout, PollFlags::OUT),
                PollFd::new(&self.waker.0.reader, PollFlags::IN),
            ];
            match poll(&mut fds, None) {
                Ok(_) if fds[0].revents().is_empty() => self.empty_pipe(),
                Err(Errno::INTR) => {}
                _ => return true,
            }
            if self.leave.iter().any(|(signal, _)| signal.came()) {
                return false;
            }
        }
    }

    /// Sleeps until something happens or `tick` has passed, and adds what came to the batch.
    pub fn next(&mut self, tick: Option<Duration>, batch: &mut Vec<Msg>) -> Happened {
        if self.busy && self.keys(batch).is_err() {
            return Happened::Leave(CLOSED);
        }
        let at_once = !batch.is_empty() || self.is_told();
        let (keys, closed) = match self.sleep(if at_once { Some(Duration::ZERO) } else { tick }) {
            Ok(woken) => woken,
            Err(Errno::INTR) => (false, false),
            Err(_) => (false, true),
        };
        let lost = keys && !closed && self.keys(batch).is_err();
        self.signalled(closed || lost, batch)
    }

    /// Whether nothing waits to be taken, and nothing came for a moment. Keys that were read already go to the batch.
    ///
    /// What was just written goes through the kernel and the terminal, perhaps on this same core: in that moment they come
    /// first, which shows a typed key as early as can be.
    pub fn is_quiet(&mut self, batch: &mut Vec<Msg>) -> bool {
        if self.busy && self.keys(batch).is_err() {
            // The terminal is gone: the next sleep tells.
            return false;
        }
        if !batch.is_empty() || self.is_told() {
            return false;
        }
        let stdin = rustix::stdio::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
        let none = poll(&mut fds, Some(&REST)).is_ok_and(|ready| ready == 0);
        none && !self.is_told()
    }

    /// Takes the keys that are there. One byte alone is one key with nothing behind it, which is how a hand types: it is
    /// answered first. Another may have come while it was read, so that whoever asks next looks once more.
    fn keys(&mut self, batch: &mut Vec<Msg>) -> std::io::Result<()> {
        let lone = !self.busy
            && rustix::io::ioctl_fionread(rustix::stdio::stdin()).is_ok_and(|bytes| bytes == 1);
        self.busy = if lone {
            take(&mut self.keyboard, LOOK, batch)?
        } else {
            drain(&mut self.keyboard, LOOK, batch)?
        };
        Ok(())
    }

    /// Whether something was said that is not handed on yet; its byte may be gone from the pipe.
    fn is_told(&self) -> bool {
        let mut signals = self.leave.iter().map(|(signal, _)| signal);
        self.waker.0.called.load(Ordering::SeqCst)
            || signals.any(Signal::came)
            || [&self.stop, &self.cont, &self.resize]
                .into_iter()
                .any(Signal::came)
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
            self.empty_pipe();
        }
        let closed = tty.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        Ok((tty.contains(PollFlags::IN), closed))
    }

    fn empty_pipe(&self) {
        let mut bytes = [0; 256];
        while rustix::io::read(&self.waker.0.reader, &mut bytes).is_ok_and(|n| n == bytes.len()) {}
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
        if let Some(code) = self.leave() {
            return Happened::Leave(code);
        }
        if closed {
            return Happened::Leave(CLOSED);
        }
        if self.stop.take() {
            return Happened::Suspended;
        }
        if self.cont.take() {
            return Happened::Continued;
        }
        Happened::Messages
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        low_level::unregister(self.interrupt);
    }
}
