//! A program in a real terminal: spawns it, types, reads the screen. Nothing sleeps: a thread reads what the program writes,
//! and whoever waits is woken by it.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at what no screen tells of.
const LOOK: Duration = Duration::from_millis(2);

/// What the program has written.
struct Seen {
    screen: vt100::Parser,
    raw: Vec<u8>,
    /// The program has closed its side.
    ended: bool,
    /// The reader is to close ours at the next byte.
    hang_up: bool,
    /// The reader is to take nothing for now.
    frozen: bool,
}

/// A program in a terminal.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Option<Box<dyn Child + Send + Sync>>,
    pid: Pid,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reader: Option<JoinHandle<()>>,
    modes: String,
}

impl Pty {
    /// Starts a program, with these variables beside a bare environment, in a terminal of columns and rows.
    pub fn spawn(
        program: impl AsRef<OsStr>,
        args: &[&str],
        env: &[(&str, &str)],
        size: (u16, u16),
    ) -> Self {
        Self::begin(command(program, args, env), size)
    }

    /// The same where nobody is told when the terminal is closed: it is not the one that rules the program.
    pub fn spawn_untold(
        program: impl AsRef<OsStr>,
        args: &[&str],
        env: &[(&str, &str)],
        size: (u16, u16),
    ) -> Self {
        let mut command = command(program, args, env);
        command.set_controlling_tty(false);
        Self::begin(command, size)
    }

    fn begin(command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).unwrap();
        let modes = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Seen {
            screen: vt100::Parser::new(rows, cols, 0),
            raw: Vec::new(),
            ended: false,
            hang_up: false,
            frozen: false,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let source = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&seen);
        Self {
            pid: Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap(),
            writer: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            child: Some(child),
            seen,
            reader: Some(thread::spawn(move || read(source, &shared))),
            modes,
        }
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until a text stands on the screen.
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |seen| seen.screen.screen().contents().contains(text));
    }

    /// Waits until the screen is as it should be; `what` is told when it never is.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        self.wait(what, |seen| holds(&seen.screen.screen().contents()));
    }

    /// Waits until something holds that is not seen on the screen: what the program writes behind it.
    pub fn wait_behind_the_screen(&self, what: &str, holds: impl Fn() -> bool) {
        let (lock, told) = &*self.seen;
        let deadline = Instant::now() + PATIENCE;
        let mut seen = lock.lock().unwrap();
        while !holds() {
            assert!(
                Instant::now() < deadline && !seen.ended,
                "waited for\n{what}\nsaw\n{}",
                seen.screen.screen().contents()
            );
            seen = told.wait_timeout(seen, LOOK).unwrap().0;
        }
    }

    /// Waits until what was written in all, escapes included, holds a text.
    pub fn wait_raw(&self, text: &str) {
        self.wait_behind(0, text);
    }

    /// Waits until what was written behind so many bytes, escapes included, holds a text.
    pub fn wait_behind(&self, bytes: usize, text: &str) {
        self.wait(text, |seen| {
            String::from_utf8_lossy(&seen.raw[bytes..]).contains(text)
        });
    }

    /// Whether the screen is as it should be, now or within that time.
    pub fn shows_within(&self, time: Duration, holds: impl Fn(&str) -> bool) -> bool {
        let (lock, told) = &*self.seen;
        let deadline = Instant::now() + time;
        let mut seen = lock.lock().unwrap();
        loop {
            if holds(&seen.screen.screen().contents()) {
                return true;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                return false;
            }
            seen = told.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until so many bytes were written in all, or that time is over: a moment that no screen names.
    pub fn wait_bytes(&self, bytes: usize, time: Duration) {
        let (lock, told) = &*self.seen;
        let deadline = Instant::now() + time;
        let mut seen = lock.lock().unwrap();
        while seen.raw.len() < bytes && !seen.ended {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            seen = told.wait_timeout(seen, left).unwrap().0;
        }
    }

    fn wait(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        let (lock, told) = &*self.seen;
        let deadline = Instant::now() + PATIENCE;
        let mut seen = lock.lock().unwrap();
        while !holds(&seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            let screen = || seen.screen.screen().contents();
            assert!(
                !left.is_zero() && !seen.ended,
                "waited for\n{what}\nsaw\n{}",
                screen()
            );
            seen = told.wait_timeout(seen, left).unwrap().0;
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.seen().screen.screen().contents()
    }

    /// Where the cursor is, row first, if it is shown.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let seen = self.seen();
        let screen = seen.screen.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    /// All that was written so far, escapes included.
    pub fn raw(&self) -> Vec<u8> {
        self.seen().raw.clone()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        // The parser does not bear the smallest ones.
        let (high, wide) = (rows.max(4), cols.max(4));
        self.seen().screen.screen_mut().set_size(high, wide);
        self.master
            .as_ref()
            .unwrap()
            .resize(size(cols, rows))
            .unwrap();
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Waits until the program is stopped by a signal, as the shell that started it would see it.
    pub fn wait_stopped(&self) {
        use rustix::process::{WaitOptions, waitpid};
        let (_, status) = waitpid(Some(self.pid), WaitOptions::UNTRACED)
            .unwrap()
            .unwrap();
        assert!(status.stopped(), "{status:?}");
    }

    /// Takes nothing of what the program writes, as a terminal that hangs does.
    pub fn freeze(&self) {
        self.seen().frozen = true;
    }

    /// Takes it again; done at the end too.
    pub fn thaw(&self) {
        self.seen().frozen = false;
        self.seen.1.notify_all();
    }

    /// Closes the terminal as one closes a window. The program must write something at this key.
    pub fn close(&mut self, key: &str) {
        self.seen().hang_up = true;
        self.send(key);
        self.reader.take().unwrap().join().unwrap();
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end and gives the exit code. What was written is all there afterwards.
    pub fn exit_code(&mut self) -> u32 {
        let mut child = self.child.take().unwrap();
        let mut killer = child.clone_killer();
        let (done, ended) = channel();
        let waiting = thread::spawn(move || {
            let _ = done.send(child.wait());
        });
        let Ok(status) = ended.recv_timeout(PATIENCE) else {
            let _ = killer.kill();
            panic!("does not end; the screen:\n{}", self.screen());
        };
        waiting.join().unwrap();
        self.thaw();
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        status.unwrap().exit_code()
    }

    /// What the program has left on in the terminal: private modes by number, and the line modes if they differ from those
    /// it found. Nothing, if it has left as it should. The cursor counts as left on when it is hidden.
    pub fn leftover(&self) -> Vec<String> {
        let mut on = Vec::new();
        let raw = String::from_utf8_lossy(&self.raw()).into_owned();
        for part in raw.split("\x1b[?").skip(1) {
            let Some(end) = part.find(|c: char| !c.is_ascii_digit() && c != ';') else {
                continue;
            };
            for mode in part[..end].split(';') {
                let hidden = mode == "25";
                on.retain(|known| known != mode);
                if part[end..].starts_with(if hidden { 'l' } else { 'h' }) {
                    on.push(mode.to_owned());
                }
            }
        }
        // What no mode says and nothing takes back: a title, a keyboard protocol, another set of signs.
        let others = [
            "\x1b]", "\x1b[>", "\x1b[=", "\x1b=", "\x1b(", "\x1b)", "\x0e",
        ];
        let sent = others.iter().filter(|start| raw.contains(**start));
        on.extend(sent.map(|start| format!("{start:?}")));
        if let Some(now) = self.master.as_ref().map(|master| modes(master.as_ref()))
            && now != self.modes
        {
            on.push(format!("{} became {now}", self.modes));
        }
        on
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn command(program: impl AsRef<OsStr>, args: &[&str], env: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(args);
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    for (name, value) in env {
        command.env(name, value);
    }
    command
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The line modes, in words.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// Takes what the program writes until it ends, or the terminal is to be closed.
fn read(mut source: Box<dyn Read + Send>, shared: &(Mutex<Seen>, Condvar)) {
    let (lock, told) = shared;
    let (mut bytes, mut cut) = ([0; 4096], Vec::new());
    loop {
        let mut seen = lock.lock().unwrap();
        while seen.frozen {
            seen = told.wait(seen).unwrap();
        }
        drop(seen);
        let n = source.read(&mut bytes).unwrap_or(0);
        let mut seen = lock.lock().unwrap();
        seen.raw.extend_from_slice(&bytes[..n]);
        // The parser loses a character behind one that it is given in two pieces.
        cut.extend_from_slice(&bytes[..n]);
        let whole = whole(&cut);
        seen.screen.process(&cut[..whole]);
        cut.drain(..whole);
        seen.ended = n == 0;
        told.notify_all();
        if seen.ended || seen.hang_up {
            return;
        }
    }
}

/// How many of these bytes are whole characters.
fn whole(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    }
}
