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
    _private: (),
}

impl Terminal {
    /// Takes the terminal. Without one nothing is touched.
    pub fn enter() -> Result<Self, Problem> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Problem::NoTerminal);
        }
        tell_panics_after_leaving();
        take().map_err(|_| {
            give_back();
            Problem::NoTerminal
        })?;
        Ok(Self { _private: () })
    }

    /// Writes a frame in one go.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() {
            Ok(())
        } else {
            write(bytes)
        }
    }

    /// Asks for clicks and the wheel, or leaves them to the terminal.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        if MOUSE.swap(on, Ordering::Relaxed) == on {
            return Ok(());
        }
        capture(on)
    }

    /// Gives the terminal back, stops, and takes it again when the program is continued.
    #[cfg(unix)]
    pub fn suspend(&mut self) {
        give_back();
        let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
        self.again();
    }

    /// Takes the terminal again after something else had it. If that fails the next frame will too.
    #[cfg(unix)]
    pub fn again(&mut self) {
        // The modes found at the very start stay those that are given back at the end.
        let _ = modes::disable_raw_mode();
        let _ = take();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Columns and rows of the terminal; the usual ones where it does not know.
pub fn size() -> (u16, u16) {
    match modes::size() {
        Ok((width, height)) if width > 0 && height > 0 => (width, height),
        _ => (80, 24),
    }
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    *DRAWS.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread::current().id());
    modes::enable_raw_mode()?;
    prepare()?;
    write(ENTER)?;
    if MOUSE.load(Ordering::Relaxed) {
        capture(true)
    } else {
        Ok(())
    }
}

/// Gives the terminal back if it is ours. A terminal that is gone or takes nothing keeps nobody waiting.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    if takes_bytes() {
        if MOUSE.load(Ordering::Relaxed) {
            let _ = capture(false);
        }
        let _ = write(LEAVE);
    }
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
    write(if on { MOUSE_ON } else { MOUSE_OFF })
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

/// Past the buffer of the standard library, which would cut a frame in pieces.
#[cfg(unix)]
fn write(mut bytes: &[u8]) -> io::Result<()> {
    use rustix::io::Errno;
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => {}
            // Whoever started us may have left the terminal so that it does not wait.
            Err(Errno::AGAIN) => {
                if !takes_bytes() {
                    return Err(io::ErrorKind::WouldBlock.into());
                }
            }
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn write(bytes: &[u8]) -> io::Result<()> {
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
        tv_nsec: 300_000_000,
    };
    let stdout = rustix::stdio::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    poll(&mut fds, Some(&moment)).is_ok_and(|n| n > 0) && fds[0].revents().contains(PollFlags::OUT)
}

#[cfg(not(unix))]
fn takes_bytes() -> bool {
    true
}
