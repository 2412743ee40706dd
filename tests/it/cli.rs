//! The command line, through the built program: answers, messages in both languages, exit codes, every kind of bad input.

mod actions;
mod apart;
mod bad_input;
mod documents;
mod files;
#[cfg(unix)]
mod full;
mod import;
mod notes;
#[cfg(unix)]
mod on_screen;
mod pieces;
mod purge;
mod remarks;
mod scrub;
mod search;
pub mod stats;
mod train;
mod usage;
mod waiting;
mod workspace;

use super::made::{noon, session};
use super::store::store;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A person's machine: one folder with everything in it.
struct Machine {
    folder: TempDir,
}

/// What a command gave.
#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Machine {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A machine with a workspace and these sessions in it.
    fn with(titles: &[&str]) -> Self {
        let machine = Self::new();
        let mut store = store(&machine.workspace());
        for (n, title) in (1..).zip(titles) {
            store.create(session(n, title), noon()).unwrap();
        }
        machine
    }

    fn workspace(&self) -> PathBuf {
        self.path("workspace")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file among the sessions.
    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.workspace().join("sessions").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crex"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .env("CREX_CONFIG", self.path("settings.ron"))
            .env("CREX_WORKSPACE", self.workspace())
            .env("LC_ALL", "fr_FR.UTF-8")
            .stdin(Stdio::null());
        command
    }

    /// Runs in French.
    fn run(&self, args: &[&str]) -> Ran {
        ran(&mut self.command(args))
    }

    /// Runs in English.
    fn english(&self, args: &[&str]) -> Ran {
        let args: Vec<&str> = ["--lang", "en"].iter().chain(args).copied().collect();
        self.run(&args)
    }
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().to_owned();
    Ran {
        code: output.status.code().unwrap(),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

impl Ran {
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }

    /// Both a message and no answer.
    #[track_caller]
    fn says(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(self.err.contains(text), "{text:?} is not in {:?}", self.err);
        }
        self
    }

    #[track_caller]
    fn answers(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(self.out.contains(text), "{text:?} is not in {:?}", self.out);
        }
        self
    }

    #[track_caller]
    fn without_answer(self) -> Self {
        assert_eq!(self.out, "");
        self
    }

    #[track_caller]
    fn without_message(self) -> Self {
        assert_eq!(self.err, "");
        self
    }
}

/// The name of a file as messages show it.
fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
