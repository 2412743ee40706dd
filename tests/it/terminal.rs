//! The loop in a real terminal, with the smallest program that needs all of it. The test binary starts itself: its ignored
//! test `terminal::program` is that program.

#[cfg(target_os = "linux")]
mod jobs;

use crate::pty::Pty;
use crex::tui::key::{Code, Key, Msg};
use crex::tui::run::{Program, Waker, Wants, run};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Style;
use rustix::process::{Signal, getpid, kill_process};
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Shows what comes in.
struct Echo {
    waker: Waker,
    keys: usize,
    typed: String,
    last: String,
    ticks: usize,
    ticking: bool,
    flooding: bool,
    frames: Arc<AtomicUsize>,
    wants: Wants,
}

impl Program for Echo {
    fn update(&mut self, msg: Msg) {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => {
                self.last = format!("paste of {} lines", text.as_str().lines().count());
            }
            Msg::Click(x, y) => self.last = format!("click {x},{y}"),
            Msg::Wheel(_, _, lines) => self.last = format!("wheel {lines}"),
            Msg::Resize(width, height) => self.last = format!("size {width}x{height}"),
            Msg::Tick => self.ticks += 1,
            Msg::Woken => "woken".clone_into(&mut self.last),
        }
        self.ticking &= self.ticks < 3;
    }

    fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        buf.reset();
        let tail: String = self.typed.chars().rev().take(10).collect();
        let lines = [
            "READY".to_owned(),
            format!("{} keys", self.keys),
            format!("{} ticks", self.ticks),
            self.last.clone(),
            tail,
            format!("process {}", std::process::id()),
        ];
        for (y, line) in (0..buf.area.height).zip(lines) {
            buf.set_stringn(0, y, line, usize::from(buf.area.width), Style::new());
        }
        if self.flooding {
            let sign = if self.ticks.is_multiple_of(2) {
                'x'
            } else {
                'y'
            };
            let paint = |cell: &mut Cell| _ = cell.set_char(sign);
            buf.content.iter_mut().for_each(paint);
            self.frames.fetch_add(1, Ordering::SeqCst);
        }
        Some(Position::new(3, 1))
    }

    fn next_tick(&self) -> Option<Duration> {
        (self.ticking || self.flooding).then_some(Duration::from_millis(1))
    }

    fn wants(&self) -> Wants {
        self.wants
    }

    fn leave(&mut self) {
        // Told on the terminal, but not on one that takes nothing.
        if !self.flooding {
            let _ = writeln!(std::io::stderr(), "LEFT after {} keys", self.keys);
        }
    }
}

impl Echo {
    fn key(&mut self, key: Key) {
        self.keys += 1;
        match (key.ctrl, key.code) {
            (true, Code::Char('q')) => self.wants.leave = true,
            (true, Code::Char('e')) => self.wants.mouse ^= true,
            (true, Code::Char('p')) => panic!("on purpose"),
            (true, Code::Char('w')) => {
                let waker = self.waker.clone();
                std::thread::spawn(move || waker.wake());
            }
            (true, Code::Char('x')) => {
                let waker = self.waker.clone();
                std::thread::spawn(move || {
                    let died = std::thread::spawn(|| panic!("aside")).join();
                    if died.is_err() {
                        waker.wake();
                    }
                });
            }
            (true, Code::Char('t')) => self.ticking = true,
            (true, Code::Char('f')) => self.flood(),
            (_, Code::Char(c)) => self.typed.push(c),
            _ => {}
        }
    }
}

impl Echo {
    /// Writes another screen at each tick, and sends itself SIGTERM once no frame gets through any more.
    fn flood(&mut self) {
        self.flooding = true;
        let frames = Arc::clone(&self.frames);
        std::thread::spawn(move || {
            let mut before = usize::MAX;
            while std::mem::replace(&mut before, frames.load(Ordering::SeqCst)) != before {
                std::thread::park_timeout(Duration::from_millis(200));
            }
            kill_process(getpid(), Signal::TERM)
        });
    }
}

#[test]
#[ignore = "the program that the others start"]
fn program() {
    let waker = Waker::new().unwrap();
    let mut echo = Echo {
        waker: waker.clone(),
        keys: 0,
        typed: String::new(),
        last: String::new(),
        ticks: 0,
        ticking: false,
        flooding: false,
        frames: Arc::default(),
        wants: Wants::default(),
    };
    let code = run(&mut echo, &waker).map_or(9, i32::from);
    std::process::exit(code);
}

const ARGS: [&str; 4] = ["terminal::program", "--exact", "--ignored", "--nocapture"];

fn start() -> Pty {
    let pty = Pty::spawn(std::env::current_exe().unwrap(), &ARGS, &[], (60, 12));
    pty.wait_for("size 60x12");
    pty
}

/// That the program has ended with this code, has kept its data, and has left the terminal as it found it.
fn check_end(pty: &mut Pty, code: u32) {
    assert_eq!(pty.exit_code(), code);
    assert_eq!(pty.leftover(), Vec::<String>::new());
    assert!(pty.screen().contains("LEFT after"), "{}", pty.screen());
}

#[test]
fn keys_are_shown_and_the_last_one_leaves() {
    let mut pty = start();
    pty.send("été\x1b[A");
    pty.wait_for("4 keys");
    assert_eq!(pty.cursor(), Some((1, 3)));
    pty.send("\x11");
    check_end(&mut pty, 0);
}

#[test]
fn two_thousand_keys_at_once_all_arrive() {
    let mut pty = start();
    pty.send(&"é4".repeat(1000));
    pty.wait_for("2000 keys");
    pty.send("\x11");
    check_end(&mut pty, 0);
}

#[test]
fn a_key_that_comes_while_another_is_read_waits_for_no_third() {
    let mut pty = start();
    for pair in 1..=500 {
        pty.send("a");
        pty.send("b");
        pty.wait_for(&format!("{} keys", 2 * pair));
    }
    pty.send("\x11");
    check_end(&mut pty, 0);
}

#[test]
fn half_a_sequence_keeps_nobody_waiting() {
    let mut pty = start();
    pty.send("a\x1b[200~half a paste");
    pty.wait_for("1 keys");
    pty.signal(Signal::TERM);
    check_end(&mut pty, 143);
}

#[test]
fn a_paste_comes_whole() {
    let mut pty = start();
    pty.send(&format!("\x1b[200~{}\x1b[201~", "ligne\r".repeat(2000)));
    pty.wait_for("paste of 2000 lines");
    pty.send("\x11");
    check_end(&mut pty, 0);
}

#[test]
fn signals_leave_with_their_code() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let mut pty = start();
        pty.send("a\x05");
        pty.wait_for("2 keys");
        pty.signal(signal);
        check_end(&mut pty, code);
    }
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let mut pty = start();
    pty.close("a");
    assert_eq!(pty.exit_code(), 129);
}

#[test]
fn a_closed_terminal_ends_a_program_that_is_not_told_or_does_not_listen() {
    let program = std::env::current_exe().unwrap();
    let mut untold = Pty::spawn_untold(&program, &ARGS, &[], (60, 12));
    let deaf = [
        "-c",
        r#"trap "" HUP; exec "$0" "$@""#,
        program.to_str().unwrap(),
    ];
    let deaf = [&deaf[..], &ARGS].concat();
    let mut deaf = Pty::spawn("/bin/sh", &deaf, &[], (60, 12));
    for pty in [&mut untold, &mut deaf] {
        pty.wait_for("size 60x12");
        pty.close("a");
        // A program that turned round and round on it would never end.
        assert_eq!(pty.exit_code(), 129);
    }
}

#[test]
fn a_panic_is_told_on_the_terminal_given_back() {
    let mut pty = start();
    pty.send("\x05\x10");
    check_end(&mut pty, 101);
    let raw = String::from_utf8(pty.raw()).unwrap();
    let (left, told) = (
        raw.rfind("\x1b[?1049l").unwrap(),
        raw.find("on purpose").unwrap(),
    );
    assert!(left < told);
    assert_eq!(raw.matches("\x1b[?1049l").count(), 1);
}

#[test]
fn a_panic_of_another_thread_leaves_the_screen_alone() {
    let mut pty = start();
    pty.send("\x18");
    pty.wait_for("woken");
    assert!(!pty.screen().contains("aside"));
    pty.send("\x11");
    check_end(&mut pty, 0);
    assert!(pty.screen().contains("aside"));
}

#[test]
fn a_word_from_another_thread_wakes_it() {
    let mut pty = start();
    pty.send("\x17");
    pty.wait_for("woken");
}

#[test]
fn it_ticks_only_while_it_is_asked_to() {
    let mut pty = start();
    pty.send("a");
    pty.wait_for("0 ticks");
    pty.send("\x14");
    pty.wait_for("3 ticks");
    pty.send("a");
    pty.wait_for("3 keys");
    assert!(pty.screen().contains("3 ticks"));
}

#[test]
fn the_mouse_is_asked_for_and_let_go_while_running() {
    let mut pty = start();
    pty.send("\x05");
    pty.wait_raw("\x1b[?1006h");
    pty.send("\x1b[<0;5;3M\x1b[<0;5;3m");
    pty.wait_for("click 4,2");
    pty.send("\x1b[<65;5;3M");
    pty.wait_for("wheel 3");
    pty.send("\x05");
    pty.wait_raw("\x1b[?1006l");
    pty.send("\x11");
    check_end(&mut pty, 0);
}

#[test]
fn resizes_are_followed() {
    let mut pty = start();
    for n in 1..=50 {
        pty.resize(60 - n, 12);
    }
    pty.resize(40, 8);
    pty.wait_for("size 40x8");
    assert_eq!(pty.screen().lines().next(), Some("READY"));
}

#[test]
fn suspended_it_gives_the_terminal_back_and_returns_painted() {
    let mut pty = start();
    pty.send("abc");
    pty.wait_for("3 keys");
    pty.signal(Signal::TSTP);
    pty.wait_stopped();
    pty.wait_raw("\x1b[?1049l");
    assert_eq!(pty.leftover(), Vec::<String>::new());
    pty.signal(Signal::CONT);
    pty.wait_for("3 keys");
    pty.send("\x11");
    check_end(&mut pty, 0);
}

#[test]
fn a_terminal_that_takes_nothing_does_not_hold_a_signal() {
    let mut pty = start();
    pty.freeze();
    pty.send("\x06");
    assert_eq!(pty.exit_code(), 143);
}

#[test]
fn without_a_terminal_nothing_is_touched() {
    let out = std::process::Command::new(std::env::current_exe().unwrap())
        .args(ARGS)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(9));
    assert!(!out.stdout.contains(&0x1b) && out.stderr.is_empty());
}
