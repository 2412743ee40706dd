//! What holds of the source as a whole: who uses whom, who may touch the world, keys without clashes, a README that tells
//! the truth.

mod keys;
mod readme;
mod source;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the crate.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the source, its lines with their numbers, comments and texts left out.
struct Source {
    /// From the crate's folder on, with `/`.
    name: String,
    /// The whole text.
    text: String,
}

impl Source {
    /// The lines that are code and not a test's, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, String)> {
        let lines = self.text.lines().zip(1..);
        let before = lines.take_while(|(line, _)| !line.starts_with("#[cfg(test)]"));
        before.map(|(line, n)| (n, bare(line)))
    }

    /// Whether it is only compiled for tests.
    fn is_test(&self) -> bool {
        self.name.starts_with("tests/")
            || self.name.ends_with("tests.rs")
            || self.name.contains("/tests/")
            || self.name.contains("/sample")
    }

    /// The room it is in: `src/tui/key.rs` is in `tui`.
    fn room(&self) -> &str {
        let inside = self.name.trim_start_matches("src/");
        inside.split(['/', '.']).next().unwrap_or_default()
    }
}

/// A line without its comment and without what stands between quotes.
fn bare(line: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if quoted => drop(chars.next()),
            '\'' if !quoted && chars.peek() == Some(&'"') => drop(chars.next()),
            '"' => quoted = !quoted,
            '/' if !quoted && chars.peek() == Some(&'/') => break,
            c if !quoted => out.push(c),
            _ => {}
        }
    }
    out
}

/// All files below a folder that end so.
fn files(folder: &str, end: &str) -> Vec<Source> {
    let mut left = vec![root().join(folder)];
    let mut out = Vec::new();
    while let Some(folder) = left.pop() {
        for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                left.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                out.push(read(&path));
            }
        }
    }
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

fn read(path: &PathBuf) -> Source {
    let inside = path.strip_prefix(root()).unwrap();
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    Source {
        name: parts.join("/"),
        text: fs::read_to_string(path).unwrap(),
    }
}

/// Asserts that nothing was found, and shows what was.
#[track_caller]
fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn a_line_is_read_without_its_comments_and_texts() {
    assert_eq!(bare("let a = \"x \\\" // y\"; // z"), "let a = ; ");
    assert_eq!(bare("'\"' => b, // c"), "' => b, ");
}
