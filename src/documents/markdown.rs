//! A document as Markdown (with tables). Whatever was typed stays text: nothing in it can become markup.

use super::{Block, Document, Run, Slip};
use crate::words::Words;

/// The whole document, ending with one line break.
pub fn markdown(document: &Document) -> String {
    let words = Words(document.lang);
    let mut parts = vec![format!("# {}", line(&document.title, false))];
    if !document.subtitle.is_empty() {
        parts.push(line(&document.subtitle, true));
    }
    if document.draft {
        parts.push(quote(words.doc_draft()));
    }
    parts.extend(
        document
            .blocks
            .iter()
            .map(|b| block(words, b))
            .filter(|b| !b.is_empty()),
    );
    parts.join("\n\n") + "\n"
}

fn block(words: Words, block: &Block) -> String {
    match block {
        Block::Heading(level, text) => {
            format!(
                "{} {}",
                "#".repeat(usize::from(*level).min(6)),
                line(text, false)
            )
        }
        Block::Paragraph(runs) => lines(runs, ""),
        Block::Bullets(items) => bullets(items),
        Block::Fields(fields) => {
            let item = |(name, value): &(String, String)| {
                let name = Run::Strong(name.clone());
                (
                    0,
                    vec![name, Run::Plain(format!("{}{value}", words.doc_colon()))],
                )
            };
            bullets(&fields.iter().map(item).collect::<Vec<_>>())
        }
        Block::Table { head, rows } => table(head, rows),
        Block::Figure(drawn) => figure(&drawn.lines),
        Block::Note(text) => quote(text),
        Block::Slips(slips) => {
            let each: Vec<String> = slips.iter().map(|one| slip(words, one)).collect();
            each.join("\n\n---\n\n")
        }
        Block::NewPage => "---".to_owned(),
    }
}

/// A card: what it is and its name in bold, then what its bearer reads.
fn slip(words: Words, slip: &Slip) -> String {
    let name = format!("{}{}{}", slip.kind, words.doc_colon(), slip.title);
    let name = lines(&[Run::Strong(name)], "");
    format!("{name}\n\n{}", lines(&[Run::Plain(slip.text.clone())], ""))
}

fn bullets(items: &[(usize, Vec<Run>)]) -> String {
    let item = |(depth, runs): &(usize, Vec<Run>)| {
        let indent = "  ".repeat(*depth);
        format!("{indent}- {}", lines(runs, &format!("{indent}  ")))
    };
    items.iter().map(item).collect::<Vec<_>>().join("\n")
}

/// A drawing between two fences longer than any run of their sign inside; nothing where it has no lines.
fn figure(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let runs = lines.iter().flat_map(|line| line.split(|c| c != '`'));
    let longest = runs.map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{}\n{fence}", lines.join("\n"))
}

fn quote(text: &str) -> String {
    let runs = [Run::Strong(text.to_owned())];
    format!("> {}", lines(&runs, "> "))
}

/// Runs as lines that all begin at `indent`, each broken where it was typed so; blank lines part paragraphs.
fn lines(runs: &[Run], indent: &str) -> String {
    let mut rows = vec![String::new()];
    for run in runs {
        let (text, mark) = match run {
            Run::Plain(text) => (text, ""),
            Run::Strong(text) => (text, "**"),
        };
        for (n, raw) in text.split('\n').enumerate() {
            if n > 0 {
                rows.push(String::new());
            }
            let Some(row) = rows.last_mut() else { continue };
            let start = row.is_empty();
            let text = raw.trim();
            if text.is_empty() {
                row.push_str(if start { "" } else { raw });
                continue;
            }
            // White space inside a mark would unmake it, so it stands outside; at the head of a line it could mean code.
            let (before, behind) = raw.split_once(text).unwrap_or_default();
            let before = if start { "" } else { before };
            row.extend([before, mark, &escape(text, start), mark, behind]);
        }
    }
    let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
    let paragraphs = rows
        .split(|row| row.is_empty())
        .filter(|rows| !rows.is_empty());
    let broken: Vec<String> = paragraphs
        .map(|rows| rows.join(&format!("  \n{indent}")))
        .collect();
    broken.join(&format!("\n{}\n{indent}", indent.trim_end()))
}

/// A text on one line, `first` where nothing of ours stands before it: `- a` would be a list there. Some readers take what
/// stands in braces behind a heading for its name, backslash or not.
fn line(text: &str, first: bool) -> String {
    let flat: Vec<&str> = text.split('\n').map(str::trim).collect();
    escape(flat.join(" ").trim_start(), first).replace("\\{", "&#123;")
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| cell(c)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(head.len()));
    let mut out = vec![row(head), rule];
    out.extend(rows.iter().map(|r| row(r)));
    out.join("\n")
}

/// A text in a cell: line breaks are the one piece of HTML that every reader of tables knows.
fn cell(text: &str) -> String {
    let lines = text.split('\n').map(str::trim).filter(|l| !l.is_empty());
    lines
        .map(|l| escape(l, false))
        .collect::<Vec<_>>()
        .join("<br>")
}

/// Puts a backslash before every sign that could mean something; `start` says that `text` begins a line.
fn escape(text: &str, start: bool) -> String {
    let mark = if start { opening_mark(text) } else { None };
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '{' | '#' | '|' | '~' | '$' | '@' | '^' => {
                true
            }
            // An entity, a link that stands by itself.
            '&' => rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
            ':' => rest.starts_with("//"),
            '.' => text[..at].to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if special || mark == Some(at) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where the sign stands that would make a line a list, a quotation, a rule or the underline of a heading.
fn opening_mark(text: &str) -> Option<usize> {
    if text.starts_with(['-', '+', '=', '>', ':', '%']) {
        return Some(0);
    }
    let body = text.strip_prefix('(').unwrap_or(text);
    let open = text.len() - body.len();
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(body.starts_with(|c: char| c.is_ascii_alphabetic()));
    let end = open + digits.max(letter);
    // Only a number or a letter that stands alone begins a list: `1.3 Traitements` does not.
    let alone = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let rest = text[end..].strip_prefix(['.', ')']).filter(|_| end > open);
    rest.is_some_and(alone).then_some(end)
}

#[cfg(test)]
mod tests;
