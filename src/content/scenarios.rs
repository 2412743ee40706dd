//! The shipped scenarios, and what all cases have in common.

use super::load::{KIT_EN, KIT_FR, NEW_CASE_EN, NEW_CASE_FR, SCENARIOS, ShippedScenario};
use super::{formats, grids, lists};
use crate::domain::code::{Code, Lang};
use crate::domain::grid::Grid;
use crate::domain::scenario::{Kit, Scenario};
use crate::domain::session::Session;

/// The shipped scenarios in this language, each in its newest version.
pub fn scenarios(lang: Lang) -> Vec<&'static Scenario> {
    let mut found: Vec<&ShippedScenario> = Vec::new();
    for shipped in SCENARIOS.iter().filter(|s| s.lang == lang) {
        if found.iter().all(|known| known.id != shipped.id) {
            found.push(shipped);
        }
    }
    found.into_iter().map(|s| s.shelf.get()).collect()
}

/// A shipped scenario in one version and language.
pub fn scenario(id: &Code, version: u32, lang: Lang) -> Option<&'static Scenario> {
    let same = |s: &&ShippedScenario| s.id == id.as_str() && s.version == version && s.lang == lang;
    Some(SCENARIOS.iter().find(same)?.shelf.get())
}

/// The scenario that a session plays: its own, or the shipped one that it names. None in a real session, and in one that names
/// what this version does not know.
pub fn scenario_of(session: &Session) -> Option<&Scenario> {
    let simulation = session.kind.simulation()?;
    let own = simulation.own.as_deref();
    own.or_else(|| scenario(&simulation.scenario, simulation.version, session.lang))
}

/// What all cases of this language have in common.
pub fn kit(lang: Lang) -> &'static Kit {
    match lang {
        Lang::Fr => KIT_FR.get(),
        Lang::En => KIT_EN.get(),
    }
}

/// What someone says of a case that they begin to write.
#[derive(Clone, Copy, Debug)]
pub struct Begun<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title; blank: still to be written.
    pub title: &'a str,
    /// The grid advised.
    pub grid: &'a Grid,
}

/// The text of a case to be filled in, in this language, its comments naming the codes there are.
pub fn new_case(lang: Lang, begun: Begun) -> String {
    let text = match lang {
        Lang::Fr => NEW_CASE_FR,
        Lang::En => NEW_CASE_EN,
    };
    let item = begun.grid.leaves().next().map(|(_, item)| item.id.as_str());
    let values = [
        ("\"cadya\"", begun.grid.id.as_str()),
        ("\"E1\"", item.unwrap_or_default()),
        ("\"nouveau-cas\"", begun.id),
        ("\"new-case\"", begun.id),
    ];
    let mut out = String::new();
    for line in text.lines() {
        let titled = line.starts_with("    title: ") && !begun.title.trim().is_empty();
        match known_codes(line, lang) {
            Some((start, codes)) => comment(&mut out, start, &codes),
            None if titled => out.push_str(&format_title(begun.title)),
            None => {
                let placed = values.iter().fold(line.to_owned(), |line, (mark, value)| {
                    line.replace(mark, &quoted(value))
                });
                out.push_str(&placed);
                out.push('\n');
            }
        }
    }
    out
}

fn format_title(title: &str) -> String {
    format!("    title: {},\n", quoted(title.trim()))
}

/// A text as RON has it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The beginning of a comment that ends with the mark of a list of codes, and those codes with what they mean.
fn known_codes(line: &str, lang: Lang) -> Option<(&str, Vec<String>)> {
    let (start, mark) = line.split_once('{')?;
    let of = |list: &'static [super::Entry]| -> Vec<(&Code, &str)> {
        list.iter().map(|e| (&e.id, e.label.get(lang))).collect()
    };
    let known = match mark.trim_end_matches('}') {
        "sectors" => of(&lists().sectors),
        "natures" => of(&lists().natures),
        "grids" => {
            let known = grids().into_iter();
            known.map(|g| (&g.id, g.name.get(lang))).collect()
        }
        "formats" => {
            let known = formats().iter();
            known.map(|f| (&f.id, f.name.get(lang))).collect()
        }
        _ => return None,
    };
    let said = known.iter().map(|(id, label)| format!("{id} ({label})"));
    Some((start, said.collect()))
}

/// A comment in lines that are read without scrolling sideways.
fn comment(out: &mut String, start: &str, codes: &[String]) {
    const WIDTH: usize = 110;
    let indent = start.split("//").next().unwrap_or_default();
    let mut line = start.to_owned();
    for (at, code) in codes.iter().enumerate() {
        if line.chars().count() + code.chars().count() > WIDTH {
            out.push_str(line.trim_end());
            line = format!("\n{indent}// ");
        }
        line.push_str(code);
        line.push_str(if at + 1 == codes.len() { "." } else { ", " });
    }
    out.push_str(&line);
    out.push('\n');
}
