//! The loop between a terminal and a program: messages in, frames out. It sleeps until something happens, takes all that has
//! happened, and draws once. There is no input thread, no clock of its own, and nothing is written when nothing changed.

mod frame;
mod input;
mod terminal;
mod wait;

pub use frame::wash;
pub use wait::Waker;

use super::key::Msg;
use crate::domain::problem::Problem;
use frame::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};
use terminal::Terminal;
use wait::{Happened, Wait};

/// What runs in a terminal.
pub trait Program {
    /// Takes a message, and does all that follows from it.
    fn update(&mut self, msg: Msg);

    /// Paints every cell of the buffer, whatever it holds from an earlier frame; gives the place of the cursor if it is to be
    /// shown.
    fn draw(&self, buf: &mut Buffer) -> Option<Position>;

    /// Paints a part of the buffer that answers what was just typed, if that is all that has to be seen at once, and says
    /// which part; the rest of the screen may wait for [`Program::settle`].
    fn answer(&self, _buf: &mut Buffer) -> Option<Answer> {
        None
    }

    /// Does what may wait until a key was answered; says whether there was anything, so that a whole frame is drawn. Asked
    /// after a frame once no more keys wait.
    fn settle(&self) -> bool {
        false
    }

    /// Whether what was drawn last still holds, so that nothing is drawn. Asked after each batch of messages.
    fn still(&self) -> bool {
        false
    }

    /// How long until the next [`Msg::Tick`] is due, if one is wanted. Asked after each batch of messages.
    fn next_tick(&self) -> Option<Duration>;

    /// What is wanted of the terminal. Asked after each batch of messages.
    fn wants(&self) -> Wants;

    /// Called once before the end, however it comes: keeps what is not kept yet.
    fn leave(&mut self);
}

/// The part of a screen that answers a typed key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was painted, every cell of it.
    pub area: Rect,
    /// The place of the cursor if it is to be shown.
    pub cursor: Option<Position>,
}

/// What a program wants of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wants {
    /// To end.
    pub leave: bool,
    /// To be told of clicks and of the wheel; without it the terminal selects text by itself.
    pub mouse: bool,
}

/// Runs a program until it wants to leave, is told to by a signal, or loses its terminal; gives the exit code: 0, 143 for
/// SIGTERM, 130 for SIGINT, 131 for SIGQUIT, 129 for SIGHUP and for a terminal that was closed.
///
/// Without a terminal nothing is touched and the program is asked nothing.
pub fn run(program: &mut impl Program, waker: &Waker) -> Result<u8, Problem> {
    Terminal::look()?;
    // Signals are watched before the terminal is taken, and until it is given back.
    let mut wait = Wait::new(waker)?;
    if let Some(code) = wait.for_front() {
        program.leave();
        return Ok(code);
    }
    let mut terminal = Terminal::enter()?;
    let ended = catch_unwind(AssertUnwindSafe(|| turn(program, &mut wait, &mut terminal)));
    drop(terminal);
    wait.let_go();
    program.leave();
    match ended {
        Ok(code) => Ok(code),
        Err(panic) => resume_unwind(panic),
    }
}

/// Writes a frame. A terminal that takes nothing must not keep a signal from ending the program.
fn show(terminal: &mut Terminal, wait: &Wait, bytes: &[u8]) -> std::io::Result<()> {
    terminal.write(bytes, || wait.for_room())
}

/// The loop itself.
fn turn(program: &mut impl Program, wait: &mut Wait, terminal: &mut Terminal) -> u8 {
    let (width, height) = terminal::size();
    let mut frame = Frame::new(width, height);
    program.update(Msg::Resize(width, height));
    let mut batch = Vec::new();
    loop {
        let wants = program.wants();
        if wants.leave {
            return 0;
        }
        let still = program.still();
        let mut shown = if still {
            Ok(())
        } else if frame.part(|buf| program.answer(buf)) {
            show(terminal, wait, frame.bytes())
        } else {
            show(terminal, wait, frame.paint(|buf| program.draw(buf)))
        };
        if !still && shown.is_ok() && wait.is_quiet(&mut batch) && program.settle() {
            shown = show(terminal, wait, frame.paint(|buf| program.draw(buf)));
        }
        if shown.is_err() || terminal.mouse(wants.mouse).is_err() {
            return wait::CLOSED;
        }
        let tick = program.next_tick();
        let asked = Instant::now();
        let happened = wait.next(tick, &mut batch);
        if tick.is_some_and(|due| asked.elapsed() >= due) {
            batch.push(Msg::Tick);
        }
        if happened == Happened::Suspended {
            Terminal::suspend();
            wait.continued();
        }
        if matches!(happened, Happened::Suspended | Happened::Continued) {
            // Told to end while it was stopped: the terminal is another's now.
            if let Some(code) = wait.for_front() {
                return code;
            }
            terminal.again();
            let (width, height) = terminal::size();
            batch.push(Msg::Resize(width, height));
        }
        for msg in batch.drain(..) {
            if let Msg::Resize(width, height) = msg {
                frame.resize(width, height);
            }
            program.update(msg);
        }
        if let Happened::Leave(code) = happened {
            return code;
        }
    }
}
