//! The terminal, taken and given back. Whatever was switched on is switched off once: when the guard is dropped, in a panic
//! before its message, and while the program is suspended.

use crate::domain::problem::Problem;
use ratatui::crossterm::terminal as modes;
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, ThreadId};

/// Another screen, pastes as such, no cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";
/// The reverse, and the pen and any unfinished update too.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Buttons and wheel with places beyond column 223; no movements, which would wake the program.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// The thread that draws.
static DRAWS: Mutex<Option<ThreadId>> = Mutex::new(None);
/// What other threads died of while the terminal was ours: told once it is given back.
static DEATHS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// The terminal while it is ours.
pub struct Terminal {
    /// It could not be written to, or not be taken again.
    gone: bool,
    /// It tells of the mouse.
    mouse: bool,
}

impl Terminal {
    /// Whether there is one, on both sides.
    pub fn look() -> Result<(), Problem> {
        if io::stdin().is_terminal() && io::stdout().is_terminal() {
            Ok(())
        } else {
            Err(Problem::NoTerminal)
        }
    }

    /// Takes the terminal.
    pub fn enter() -> Result<Self, Problem> {
        tell_panics_after_leaving();
        take().map_err(|_| {
            give_back();
            Problem::NoTerminal
        })?;
        Ok(Self {
            gone: false,
            mouse: MOUSE.load(Ordering::Relaxed),
        })
    }

    /// Writes a frame in one go. `room` waits until the terminal takes bytes; where it says that it is not worth waiting
    /// any more, the rest of the frame is left out.
    pub fn write(&mut self, bytes: &[u8], room: impl Fn() -> bool) -> io::Result<()> {
        if self.gone {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let written = write(bytes, room);
        self.gone = written.is_err();
        written
    }

    /// Asks for clicks and the wheel, or leaves them to the terminal.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        if self.mouse == on {
            return Ok(());
        }
        self.mouse = on;
        MOUSE.store(on, Ordering::Relaxed);
        capture(on)
    }

    /// Gives the terminal back and stops. Continued, the program has to take it [`Terminal::again`], unless it is to end.
    pub fn suspend() {
        give_back();
        stop();
    }

    /// Takes the terminal again after something else may have had it. It is given back first, so that the modes found at the
    /// very start stay those of the end. If taking it fails, so will the next frame. To be done in front.
    pub fn again(&mut self) {
        set_back();
        self.gone = take().is_err();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Columns and rows of the terminal; the usual ones where it does not know.
pub fn size() -> (u16, u16) {
    match asked_size() {
        Some((width, height)) if width > 0 && height > 0 => (width, height),
        _ => (80, 24),
    }
}

/// Without the detour of the library, which starts another program to ask when the terminal does not answer.
#[cfg(unix)]
fn asked_size() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some((size.ws_col, size.ws_row))
}

#[cfg(not(unix))]
fn asked_size() -> Option<(u16, u16)> {
    modes::size().ok()
}

/// Whether the terminal is this program's, as far as the shell is concerned that started it.
#[cfg(unix)]
pub fn in_front() -> bool {
    let front = rustix::termios::tcgetpgrp(rustix::stdio::stdin());
    !front.is_ok_and(|front| front != rustix::process::getpgrp())
}

/// Nothing runs in the background of a terminal there.
#[cfg(not(unix))]
pub fn in_front() -> bool {
    true
}

#[cfg(unix)]
fn stop() {
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Nothing stops a program there.
#[cfg(not(unix))]
fn stop() {}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    *DRAWS.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread::current().id());
    modes::enable_raw_mode()?;
    prepare()?;
    write(ENTER, takes_bytes)?;
    if MOUSE.load(Ordering::Relaxed) {
        capture(true)
    } else {
        Ok(())
    }
}

/// Gives the terminal back if it is ours. One that a shell has handed to another program meanwhile is that program's: whoever
/// sets it from the background is stopped, and would not end.
fn give_back() {
    if in_front() {
        set_back();
    } else {
        TAKEN.store(false, Ordering::SeqCst);
    }
}

/// Switches off what is on. A terminal that is gone or takes nothing keeps nobody waiting.
fn set_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    if MOUSE.load(Ordering::Relaxed) {
        let _ = capture(false);
    }
    let _ = write(LEAVE, takes_bytes);
    let _ = modes::disable_raw_mode();
    for death in DEATHS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .drain(..)
    {
        let _ = writeln!(io::stderr(), "{death}");
    }
}

/// Makes a panic give the terminal back before it tells itself. That of another thread than the drawing one leaves the screen
/// alone and is told at the end.
fn tell_panics_after_leaving() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let draws = *DRAWS.lock().unwrap_or_else(PoisonError::into_inner);
            if TAKEN.load(Ordering::SeqCst) && draws != Some(thread::current().id()) {
                DEATHS
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(info.to_string());
                return;
            }
            give_back();
            tell(info);
        }));
    });
}

#[cfg(unix)]
fn capture(on: bool) -> io::Result<()> {
    write(if on { MOUSE_ON } else { MOUSE_OFF }, takes_bytes)
}

#[cfg(not(unix))]
fn capture(on: bool) -> io::Result<()> {
    use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    use ratatui::crossterm::execute;
    if on {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// Lets reads return at once when nothing is there, else half an escape sequence would hold the program until its other half
/// comes, deaf to signals and to the store.
#[cfg(unix)]
fn prepare() -> io::Result<()> {
    use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
    let mut modes = tcgetattr(rustix::stdio::stdin())?;
    modes.special_codes[SpecialCodeIndex::VMIN] = 0;
    modes.special_codes[SpecialCodeIndex::VTIME] = 0;
    Ok(tcsetattr(
        rustix::stdio::stdin(),
        OptionalActions::Now,
        &modes,
    )?)
}

/// Makes the console obey escape sequences.
#[cfg(not(unix))]
fn prepare() -> io::Result<()> {
    let _ = ratatui::crossterm::ansi_support::supports_ansi();
    Ok(())
}

/// Past the buffer of the standard library, which would cut a frame in pieces. A signal cuts a write that waits for room
/// short, so that `room` is asked again.
#[cfg(unix)]
fn write(mut bytes: &[u8], room: impl Fn() -> bool) -> io::Result<()> {
    use rustix::io::Errno;
    while !bytes.is_empty() && room() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            // The second: whoever started us may have left the terminal so that it does not wait.
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn write(bytes: &[u8], room: impl Fn() -> bool) -> io::Result<()> {
    if bytes.is_empty() || !room() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Whether the terminal takes bytes, or will within a moment.
#[cfg(unix)]
fn takes_bytes() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let moment = Timespec {
        tv_sec: 0,
        tv_nsec: 100_000_000,
    };
    let stdout = rustix::stdio::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    poll(&mut fds, Some(&moment)).is_ok_and(|n| n > 0) && fds[0].revents().contains(PollFlags::OUT)
}

#[cfg(not(unix))]
fn takes_bytes() -> bool {
    true
}
