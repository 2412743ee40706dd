//! The structure of what came out, read by other readers than the program's: small ones for HTML, XML, CSV, calendars, the
//! usual one for Markdown.

use pulldown_cmark::{Event, Options, Parser};
use serde_json::Value;
use std::collections::BTreeSet;

/// A structure without what is read in it.
#[derive(Debug, Default)]
pub struct Shape {
    /// Its parts in order.
    parts: Vec<String>,
    /// Parts of drawings, whose number follows from how words fit into them.
    drawn: BTreeSet<String>,
    /// What is read in it.
    pub text: String,
}

impl Shape {
    /// Fails when there is a part of another kind than in all of these together: for what has more parts or fewer by its words.
    pub fn made_of(&self, all: &[(String, Self)], name: &str) {
        let ending = |name: &str| name.rsplit('.').next().unwrap().to_owned();
        let alike = all
            .iter()
            .filter(|(other, _)| ending(other) == ending(name));
        let known: BTreeSet<&String> = alike.flat_map(|(_, shape)| &shape.parts).collect();
        let strange = self.parts.iter().find(|part| !known.contains(part));
        assert!(strange.is_none(), "{name}: {strange:?}");
    }

    /// Fails when this is another structure.
    pub fn same_as(&self, other: &Self, name: &str, shift: usize) {
        let at = self
            .parts
            .iter()
            .zip(&other.parts)
            .position(|(a, b)| a != b);
        let at = at.unwrap_or(self.parts.len().min(other.parts.len()));
        let around = |parts: &[String]| {
            parts[at.saturating_sub(3)..(at + 4).min(parts.len())].join("\n    ")
        };
        assert!(
            self.parts == other.parts,
            "{name}, payloads from {shift}, part {at}:\n    {}\nin place of\n    {}",
            around(&self.parts),
            around(&other.parts)
        );
        let strange: Vec<_> = self.drawn.difference(&other.drawn).collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
    }
}

/// The structure of a part of this name, if it has one.
pub fn shape(name: &str, text: &str) -> Option<Shape> {
    match name.rsplit('.').next()? {
        "html" => Some(html(text)),
        "md" => Some(markdown(text)),
        "csv" => Some(csv(text)),
        "ics" => Some(calendar(text)),
        "json" => Some(json(text)),
        "xml" | "rels" => Some(xml(name, text)),
        _ => None,
    }
}

fn markdown(text: &str) -> Shape {
    let mut shape = Shape::default();
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Text(text) | Event::Code(text) => shape.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => {
                shape.parts.push("break".to_owned());
                shape.text.push(' ');
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                shape.text.push(' ');
                shape.parts.push(format!("html {html}"));
            }
            other => {
                shape.text.push(' ');
                shape.parts.push(format!("{other:?}"));
            }
        }
    }
    shape
}

/// A tag of HTML or XML: its name (with `/` before it at an end), its attributes, whether it ends itself.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    closed: bool,
}

/// The tag at the start of `rest`, behind its angle, and what follows it. Attributes stand in double quotes.
fn tag(rest: &str) -> Option<(Tag, &str)> {
    let end = rest.find(|c: char| c.is_whitespace() || c == '>')?;
    let (name, mut rest) = rest.split_at(end);
    let closed_name = name.strip_suffix('/').unwrap_or(name);
    let mut tag = Tag {
        name: closed_name.to_owned(),
        attributes: Vec::new(),
        closed: closed_name != name,
    };
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Some((tag, after));
        }
        if let Some(after) = rest.strip_prefix("/>") {
            tag.closed = true;
            return Some((tag, after));
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=>/\"'<".contains(c))?;
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(after) => after.split_once('"')?,
            None if name.is_empty() || after.starts_with('=') => return None,
            None => ("", after),
        };
        tag.attributes.push((name.to_owned(), value.to_owned()));
        rest = after;
    }
}

/// A text without its entities; none when one is unknown or left open.
fn decoded(raw: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';')?;
        let c = match name {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            number => {
                let number = number.strip_prefix('#')?;
                let hex = number
                    .strip_prefix('x')
                    .map(|hex| u32::from_str_radix(hex, 16));
                char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)?
            }
        };
        out.push(c);
        rest = after;
    }
    Some(out + rest)
}

fn html(text: &str) -> Shape {
    let mut shape = Shape::default();
    let mut drawing = false;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        shape
            .text
            .push_str(&decoded(before).unwrap_or_else(|| panic!("an entity in {before:?}")));
        if !after.starts_with('/') || after.starts_with("/p") || after.starts_with("/td") {
            shape.text.push(' ');
        }
        let (found, after) = tag(after).unwrap_or_else(|| panic!("no tag: {after:.80}"));
        let said = found
            .attributes
            .iter()
            .map(|(name, value)| match name.as_str() {
                // Words, and numbers that follow from them.
                "alt" | "aria-label" | "content" if !value.contains("default-src") => name.clone(),
                _ if drawing && name != "class" => name.clone(),
                _ => format!("{name}={value}"),
            });
        let said: Vec<String> = std::iter::once(found.name.clone()).chain(said).collect();
        drawing = (drawing || found.name == "svg") && found.name != "/svg";
        if drawing && found.name != "svg" {
            shape.drawn.insert(said.join(" "));
        } else if found.name == "svg" {
            shape.parts.push("svg".to_owned());
        } else {
            shape.parts.push(said.join(" "));
        }
        rest = after;
        if found.name == "style" {
            let (style, after) = rest.split_once("</style").unwrap();
            shape.parts.push(style.to_owned());
            rest = after.split_once('>').unwrap().1;
        }
    }
    shape
}

/// Whether XML 1.0 knows the character.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Reads XML strictly: everything closed in order, no declaration of a type, no character data section, no unknown entity.
fn xml(name: &str, text: &str) -> Shape {
    let mut shape = Shape::default();
    let drawn_part = name.contains("drawing") || name.contains("/media/");
    let mut open: Vec<String> = Vec::new();
    let body = text
        .strip_prefix("<?xml")
        .map_or(text, |t| t.split_once("?>").unwrap().1);
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        let said = decoded(before).unwrap_or_else(|| panic!("{name}: an entity in {before:?}"));
        assert!(
            said.chars().all(is_xml) && !before.contains("]]>"),
            "{name}: {said:?}"
        );
        shape.text.push_str(&said);
        let (found, after) = tag(after).unwrap_or_else(|| panic!("{name}: no tag: {after:.80}"));
        rest = after;
        let drawing = drawn_part
            || open
                .iter()
                .any(|o| matches!(o.as_str(), "w:drawing" | "mc:AlternateContent"));
        if let Some(ended) = found.name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(ended), "{name}");
            if matches!(ended, "w:p" | "w:tc" | "si") {
                shape.text.push(' ');
            }
            continue;
        }
        for (_, value) in &found.attributes {
            let said = decoded(value).unwrap_or_else(|| panic!("{name}: an entity in {value:?}"));
            assert!(
                said.chars().all(is_xml) && !value.contains('<'),
                "{name}: {said:?}"
            );
        }
        if found.name == "w:br" {
            shape.text.push(' ');
        }
        let names: Vec<&str> = found
            .attributes
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        let said = format!("{} {}", found.name, names.join(" "));
        if drawing {
            shape.drawn.insert(said);
        } else if found.name != "w:t" {
            shape.parts.push(said);
        }
        if !found.closed {
            open.push(found.name);
        }
    }
    assert!(
        open.is_empty() && rest.trim().is_empty(),
        "{name}: {open:?} {rest:?}"
    );
    shape
}

fn csv(text: &str) -> Shape {
    let mut shape = Shape::default();
    let text = text.strip_prefix('\u{feff}').unwrap();
    let (mut cell, mut cells, mut inside) = (String::new(), 0, false);
    let mut chars = text.chars().peekable();
    let mut end = |cell: &mut String, shape: &mut Shape| {
        let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
        assert!(!cell.trim_start().starts_with(signs), "a formula: {cell:?}");
        shape.text.push_str(cell);
        shape.text.push(' ');
        cell.clear();
        cells += 1;
        cells
    };
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if inside || cell.is_empty() => inside = !inside,
            ';' if !inside => {
                end(&mut cell, &mut shape);
            }
            '\r' if !inside => {
                assert_eq!(chars.next(), Some('\n'));
                let width = end(&mut cell, &mut shape);
                shape.parts.push(format!("row to cell {width}"));
            }
            c => cell.push(c),
        }
    }
    assert!(cell.is_empty() && !inside);
    shape
}

fn calendar(text: &str) -> Shape {
    let mut shape = Shape::default();
    assert!(
        !text.replace("\r\n", "").contains(['\r', '\n']),
        "a bare line break"
    );
    for line in text
        .replace("\r\n ", "")
        .split("\r\n")
        .filter(|line| !line.is_empty())
    {
        let (name, value) = line.split_once(':').unwrap();
        let fixed = matches!(name, "BEGIN" | "END");
        shape.parts.push(if fixed {
            line.to_owned()
        } else {
            name.to_owned()
        });
        let escaped = value
            .replace("\\\\", "")
            .replace("\\;", "")
            .replace("\\,", "")
            .replace("\\n", "");
        let said = matches!(name, "SUMMARY" | "DESCRIPTION");
        assert!(!said || !escaped.contains([';', ',', '\\']), "{line}");
        shape.text.push_str(value);
    }
    shape
}

fn json(text: &str) -> Shape {
    let mut shape = Shape::default();
    tree(&serde_json::from_str(text).unwrap(), &mut shape);
    shape
}

fn tree(value: &Value, shape: &mut Shape) {
    match value {
        Value::String(text) => {
            shape.parts.push("text".to_owned());
            shape.text.push_str(text);
            shape.text.push(' ');
        }
        Value::Array(items) => {
            shape.parts.push(format!("{} items", items.len()));
            for item in items {
                tree(item, shape);
            }
        }
        Value::Object(fields) => fields.iter().for_each(|(name, item)| {
            shape.parts.push(name.clone());
            tree(item, shape);
        }),
        other => shape.parts.push(other.to_string()),
    }
}
