//! The loop between a terminal and a program: messages in, frames out. It sleeps until something happens, takes all that has
//! happened, and draws once. There is no input thread, no clock of its own, and nothing is written when nothing changed.

mod frame;
mod input;
mod terminal;
mod wait;

pub use wait::Waker;

use super::key::Msg;
use crate::domain::problem::Problem;
use frame::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};
use terminal::Terminal;
use wait::{Happened, Wait};

/// What runs in a terminal.
pub trait Program {
    /// Takes a message, and does all that follows from it.
    fn update(&mut self, msg: Msg);

    /// Paints the whole buffer, which comes blank; gives the place of the cursor if it is to be shown.
    fn draw(&self, buf: &mut Buffer) -> Option<Position>;

    /// How long until the next [`Msg::Tick`] is due, if one is wanted. Asked after each batch of messages.
    fn next_tick(&self) -> Option<Duration>;

    /// What is wanted of the terminal. Asked after each batch of messages.
    fn wants(&self) -> Wants;

    /// Called once before the end, however it comes: keeps what is not kept yet.
    fn leave(&mut self);
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
/// SIGTERM, 130 for SIGINT, 129 for SIGHUP and for a terminal that was closed.
pub fn run(program: &mut impl Program, waker: &Waker) -> Result<u8, Problem> {
    let mut terminal = Terminal::enter()?;
    let ended = catch_unwind(AssertUnwindSafe(|| turn(program, waker, &mut terminal)));
    drop(terminal);
    program.leave();
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}

/// The loop itself.
fn turn(program: &mut impl Program, waker: &Waker, terminal: &mut Terminal) -> Result<u8, Problem> {
    let mut wait = Wait::new(waker)?;
    let (width, height) = terminal::size();
    let mut frame = Frame::new(width, height);
    program.update(Msg::Resize(width, height));
    let mut batch = Vec::new();
    loop {
        let wants = program.wants();
        if wants.leave {
            return Ok(0);
        }
        let bytes = frame.paint(|buf| program.draw(buf));
        if terminal.mouse(wants.mouse).is_err() || terminal.write(bytes).is_err() {
            return Ok(wait::CLOSED);
        }
        let tick = program.next_tick();
        let asked = Instant::now();
        match wait.next(tick, &mut batch) {
            Happened::Leave(code) => {
                batch.drain(..).for_each(|msg| program.update(msg));
                return Ok(code);
            }
            Happened::Suspend => {
                terminal.suspend();
                frame.forget();
            }
            Happened::Continued => {
                terminal.again();
                frame.forget();
            }
            Happened::Messages => {}
        }
        if tick.is_some_and(|due| asked.elapsed() >= due) {
            batch.push(Msg::Tick);
        }
        for msg in batch.drain(..) {
            if let Msg::Resize(width, height) = msg {
                frame.resize(width, height);
            }
            program.update(msg);
        }
    }
}
