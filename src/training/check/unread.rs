//! Why a text cannot be read as a scenario, where whoever wrote it made the slip: a reader of RON stumbles later, often lines
//! further on.

use crate::domain::ron_fault;
use crate::domain::scenario_fault::{Finding, ScenarioFault};
use crate::domain::text::Text;

/// What is wrong with this text, which the reader could not read.
pub(super) fn finding(text: &str, error: &ron::error::SpannedError) -> Finding {
    let (line, column) = (error.span.start.line, error.span.start.col);
    let slip = match &error.code {
        ron::Error::NoSuchEnumVariant {
            expected, found, ..
        } => {
            let fault =
                ScenarioFault::UnknownWord(Text::line(found), Text::line(&expected.join(", ")));
            Some((line, column, fault))
        }
        ron::Error::ExpectedInteger => Some((line, column, ScenarioFault::NoNumber)),
        _ => open_quote(text, line)
            .or_else(|| inner_quote(text, line, column))
            .or_else(|| open_bracket(text)),
    };
    let comma = matches!(error.code, ron::Error::ExpectedComma);
    let (line, column, fault) = slip.unwrap_or_else(|| {
        let (line, column) = end_before(text, line, column)
            .filter(|_| comma)
            .unwrap_or((line, column));
        (
            line,
            column,
            ScenarioFault::Ron(ron_fault::ron(&error.code)),
        )
    });
    Finding {
        line,
        column,
        fault,
    }
}

/// A quotation mark that nothing closes on its line, when the reader stumbled at the next one.
fn open_quote(text: &str, at: usize) -> Option<(usize, usize, ScenarioFault)> {
    let lines: Vec<&str> = text.lines().collect();
    let quoted = |n: &usize| code_of(lines[*n]).contains('"');
    let before = (0..at.min(lines.len())).rev().filter(quoted);
    for n in before.take(2) {
        if let Some(column) = unclosed(lines[n]) {
            return Some((n + 1, column, ScenarioFault::OpenQuote));
        }
    }
    None
}

/// The column of the quotation mark that opens a text which its line does not close.
fn unclosed(line: &str) -> Option<usize> {
    let mut open = None;
    let mut escaped = false;
    for (at, c) in line.chars().enumerate() {
        match c {
            _ if escaped => escaped = false,
            '\\' if open.is_some() => escaped = true,
            '"' if open.is_some() => open = None,
            '"' => open = Some(at + 1),
            _ => {}
        }
        if open.is_none() && line.chars().skip(at).take(2).eq(['/', '/']) {
            break;
        }
    }
    open
}

/// Straight quotation marks within a text: what follows the second one is taken for something else.
fn inner_quote(text: &str, line: usize, column: usize) -> Option<(usize, usize, ScenarioFault)> {
    let chars: Vec<char> = text.lines().nth(line.checked_sub(1)?)?.chars().collect();
    let at = column.checked_sub(1)?;
    let before = chars.get(..at)?.iter().rev().find(|c| !c.is_whitespace());
    let follows = chars.get(at).is_some_and(|c| c.is_alphabetic());
    (before == Some(&'"') && follows).then_some((line, column, ScenarioFault::InnerQuote))
}

/// A bracket that nothing closes, or that another kind of bracket closes.
fn open_bracket(text: &str) -> Option<(usize, usize, ScenarioFault)> {
    let mut open: Vec<(usize, usize, char)> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let mut quoted = false;
        for (at, c) in code_of(line).chars().enumerate() {
            match c {
                '"' => quoted = !quoted,
                '(' if !quoted => open.push((n + 1, at + 1, ')')),
                '[' if !quoted => open.push((n + 1, at + 1, ']')),
                ')' | ']' if !quoted => {
                    let (line, column, closed_by) = open.pop()?;
                    if closed_by != c {
                        let fault = ScenarioFault::OpenBracket(Text::line(&closed_by.to_string()));
                        return Some((line, column, fault));
                    }
                }
                _ => {}
            }
        }
    }
    let (line, column, closed_by) = open.pop()?;
    let fault = ScenarioFault::OpenBracket(Text::line(&closed_by.to_string()));
    Some((line, column, fault))
}

/// The end of the line before, where a comma belongs that is missed at the beginning of this one.
fn end_before(text: &str, line: usize, column: usize) -> Option<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let here = lines.get(line.checked_sub(1)?)?;
    let first = here
        .chars()
        .take(column.saturating_sub(1))
        .all(char::is_whitespace);
    let written = |n: &usize| !code_of(lines[*n]).trim().is_empty();
    let n = (0..line - 1).rev().find(written).filter(|_| first)?;
    let end = code_of(lines[n]).trim_end().chars().count();
    Some((n + 1, end + 1))
}

/// A line without its comment.
fn code_of(line: &str) -> &str {
    let mut open = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => open = !open,
            '/' if !open && line[at..].starts_with("//") => return &line[..at],
            _ => {}
        }
    }
    line
}
