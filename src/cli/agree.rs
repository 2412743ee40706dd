//! Asking before something is destroyed.

use super::Context;
use crate::domain::problem::{DiskFault, Problem};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

impl Context {
    /// Whether whoever sits at the terminal agrees, after having read `told`; none when nobody can be asked.
    pub(super) fn agrees(&self, told: &str, question: &str) -> Option<bool> {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return None;
        }
        write!(io::stderr(), "{told}{question}").ok()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).ok()?;
        let answer = answer.trim().to_lowercase();
        Some(self.words.yes_words().split(' ').any(|yes| yes == answer))
    }

    /// Shows what is about to be done to whoever asked not to be asked.
    pub(super) fn tells(told: &str) {
        // Nobody may be there to read it.
        let _ = write!(io::stderr(), "{told}");
    }

    /// Says to whoever waits at the terminal what takes so long.
    pub(super) fn meanwhile(told: &str) {
        if io::stderr().is_terminal() {
            let _ = writeln!(io::stderr(), "{told}");
        }
    }

    /// What whoever sits at the terminal answers; none when nobody can be asked.
    pub(super) fn answer(question: &str) -> Option<String> {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return None;
        }
        write!(io::stderr(), "{question}").ok()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).ok()?;
        Some(answer)
    }

    /// The folder of the workspace, which is there.
    pub(super) fn existing(&self) -> Result<PathBuf, Problem> {
        let root = self.root()?;
        if root.is_dir() {
            return Ok(root);
        }
        Err(Problem::Disk(root, DiskFault::NotFound))
    }
}
