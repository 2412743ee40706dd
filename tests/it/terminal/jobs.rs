//! What a shell with job control does to a program: to begin in the background, to be stopped there, to be ended there.

use super::{ARGS, check_end};
use crate::pty::Pty;
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A shell, and what it waits for: its own reading would not wait in a terminal that a stopped program has left as it had it.
struct Shell {
    pty: Pty,
    folder: TempDir,
}

/// Waits until the file `go` is there, and takes it away.
const WAIT: &str = r#"until [ -e "$GO" ]; do :; done; rm "$GO""#;

impl Shell {
    /// One that runs this script, in which `PROGRAM` is the program and `WAIT` waits for [`Shell::go`]. It waits so at its end
    /// too: a terminal may lose what is written just before the one who rules it is gone.
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let script = format!("{script}; WAIT")
            .replace("PROGRAM", r#""$0" "$@""#)
            .replace("WAIT", WAIT);
        let (program, go) = (std::env::current_exe().unwrap(), folder.path().join("go"));
        let args = ["-c", &script, program.to_str().unwrap()];
        let env = [("GO", go.to_str().unwrap())];
        let pty = Pty::spawn("/bin/sh", &[&args[..], &ARGS].concat(), &env, (60, 12));
        pty.wait_until("the program", |screen| number(screen).is_some());
        Self { pty, folder }
    }

    /// Lets it go on.
    fn go(&self) {
        fs::write(self.folder.path().join("go"), "").unwrap();
    }
}

/// The number of the program, which it shows itself, or the shell for it.
fn number(screen: &str) -> Option<i32> {
    let line = screen
        .lines()
        .find_map(|line| line.strip_prefix("process "))?;
    line.trim_end().parse().ok()
}

/// Waits until a process is stopped.
fn stopped(number: i32) {
    let end = Instant::now() + Duration::from_secs(20);
    let is_stopped = || {
        let told = fs::read_to_string(format!("/proc/{number}/stat")).unwrap();
        told.rsplit(')').next().unwrap().starts_with(" T")
    };
    while !is_stopped() {
        assert!(Instant::now() < end, "never stopped");
        std::thread::yield_now();
    }
}

fn signal(number: i32, signal: Signal) {
    kill_process(Pid::from_raw(number).unwrap(), signal).unwrap();
}

#[test]
fn begun_in_the_background_it_waits_to_be_brought_to_the_front() {
    let mut shell = Shell::new(r#"set -m; PROGRAM & echo "process $!"; WAIT; fg; echo BACK"#);
    stopped(number(&shell.pty.screen()).unwrap());
    let raw = String::from_utf8(shell.pty.raw()).unwrap();
    assert!(!raw.contains('\x1b'));
    shell.go();
    let pty = &mut shell.pty;
    pty.wait_for("READY");
    pty.send("abc");
    pty.wait_for("3 keys");
    pty.send("\x11");
    pty.wait_for("BACK");
    shell.go();
    check_end(&mut shell.pty, 0);
}

/// Ends the program while it is stopped, as shells do, and tells its exit code; a wait that was told of a stop has one of more
/// than 144.
const END: &str = r#"kill -TERM %1; kill -CONT %1
    c=147; while [ $c -gt 144 ]; do wait %1; c=$?; done; echo "CODE $c""#;

/// It ends at once, keeps what it has, and leaves the terminal to the shell: looks at what was written from `before` on.
fn ended(shell: &mut Shell, before: usize, keys: usize) {
    shell.pty.wait_raw("CODE 143");
    shell.go();
    assert_eq!(shell.pty.exit_code(), 0);
    let raw = shell.pty.raw();
    let behind = String::from_utf8_lossy(&raw[before..]);
    let left = format!("LEFT after {keys} keys");
    assert!(behind.contains(&left), "{behind}");
    assert!(!behind.contains('\x1b'), "{behind}");
}

#[test]
fn begun_in_the_background_it_can_be_ended_there() {
    let script = format!(r#"set -m; PROGRAM & echo "process $!"; WAIT; {END}"#);
    let mut shell = Shell::new(&script);
    stopped(number(&shell.pty.screen()).unwrap());
    shell.go();
    ended(&mut shell, 0, 0);
}

#[test]
fn sent_to_the_background_it_stops_again_and_can_be_ended_there() {
    let script = format!(r"set -m; PROGRAM; echo SHELL; WAIT; bg; echo BEHIND; WAIT; {END}");
    let mut shell = Shell::new(&script);
    shell.pty.send("abc");
    shell.pty.wait_for("3 keys");
    let number = number(&shell.pty.screen()).unwrap();
    signal(number, Signal::TSTP);
    stopped(number);
    shell.pty.wait_raw("SHELL");
    let before = shell.pty.raw().len();
    shell.go();
    shell.pty.wait_raw("BEHIND");
    stopped(number);
    shell.go();
    ended(&mut shell, before, 3);
}

/// Stops the program, has the shell end it in the background, and looks at what it wrote meanwhile.
fn ended_behind(by: Signal) {
    let mut shell = Shell::new(&format!("set -m; PROGRAM; echo SHELL; WAIT; {END}"));
    shell.pty.send("abc");
    shell.pty.wait_for("3 keys");
    let number = number(&shell.pty.screen()).unwrap();
    signal(number, by);
    stopped(number);
    shell.pty.wait_raw("SHELL");
    let before = shell.pty.raw().len();
    shell.go();
    ended(&mut shell, before, 3);
}

#[test]
fn ended_while_it_is_suspended_it_leaves_the_terminal_to_the_shell() {
    ended_behind(Signal::TSTP);
}

#[test]
fn ended_after_a_stop_that_it_cannot_see_it_leaves_the_terminal_to_the_shell() {
    ended_behind(Signal::STOP);
}

#[test]
fn stopped_and_brought_back_it_paints_all_again() {
    for by in [Signal::TSTP, Signal::STOP] {
        let mut shell = Shell::new("set -m; PROGRAM; echo SHELL; WAIT; fg; echo BACK");
        shell.pty.send("abc");
        shell.pty.wait_for("3 keys");
        let number = number(&shell.pty.screen()).unwrap();
        signal(number, by);
        stopped(number);
        shell.pty.wait_raw("SHELL");
        let before = shell.pty.raw().len();
        shell.go();
        for painted in ["\x1b[?1049h", "\x1b[2J", "READY"] {
            shell.pty.wait_behind(before, painted);
        }
        shell.pty.wait_for("3 keys");
        shell.pty.send("\x11");
        shell.pty.wait_for("BACK");
        shell.go();
        check_end(&mut shell.pty, 0);
    }
}
