//! Read before it leaves: what in a document may tell who someone is. The document itself says nothing of it.

use super::plan::reference;
use super::{Block, Document, Run};
use crate::domain::code::Lang;
use crate::domain::text::Text;
use crate::domain::wording::{Mark, Watch};
use crate::guard::{Field, Kind, mark, remarks};
use crate::library::plan::Planned;

/// How often something in a document may tell who someone is, under which of its headings, in their order. `passed` holds
/// the marks of what the session passed over; a team that does not watch for identifiers is told nothing.
pub fn telling(document: &Document, passed: &[Mark], unwatched: &[Watch]) -> Vec<(String, usize)> {
    let mut out: Vec<(String, usize)> = Vec::new();
    if unwatched.contains(&Watch::Identifiers) {
        return out;
    }
    let mut place = document.title.as_str();
    let count = |text: &str| identifiers(text, document.lang, passed);
    let mut add = |place: &str, n: usize| match out.last_mut() {
        _ if n == 0 => {}
        Some((last, sum)) if last == place => *sum += n,
        _ => out.push((place.to_owned(), n)),
    };
    add(place, count(&document.title) + count(&document.subtitle));
    for block in &document.blocks {
        if let Block::Heading(2, title) = block {
            place = title;
        }
        add(place, texts(block).into_iter().map(count).sum());
    }
    out
}

/// What in a plan that leaves the program may tell who someone is: the references of those actions, and how often. A team that
/// does not watch for identifiers is told nothing.
pub fn telling_plan(plan: &[&Planned], unwatched: &[Watch]) -> Vec<(String, usize)> {
    if unwatched.contains(&Watch::Identifiers) {
        return Vec::new();
    }
    let told = plan.iter().map(|p| (reference(p), telling_action(p)));
    told.filter(|(_, n)| *n > 0).collect()
}

/// How often something in the wording of an action may tell who someone is.
pub fn telling_action(planned: &Planned) -> usize {
    let said = planned
        .last()
        .into_iter()
        .flat_map(|w| [&w.evidence, &w.reason]);
    let texts = [
        &planned.what,
        &planned.owner,
        &planned.indicator,
        &planned.baseline,
        &planned.target,
        &planned.reason,
        &planned.escalated_to,
    ];
    let texts = texts.into_iter().chain(&planned.causes).chain(said);
    let filled = texts.filter_map(Text::filled);
    let count = |text| identifiers(text, planned.lang, &planned.passed);
    filled.map(count).sum()
}

/// How often something in a text may tell who someone is, apart from what was passed over.
fn identifiers(text: &str, lang: Lang, passed: &[Mark]) -> usize {
    let found = remarks(text, Field::Other, lang);
    let told = found.iter().filter(|remark| {
        matches!(remark.kind, Kind::Identifier(_)) && !passed.contains(&mark(text, remark))
    });
    told.count()
}

/// Every text of a part of a document. Drawings say again what stands in the tables.
fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading(_, text) | Block::Note(text) => vec![text],
        Block::Paragraph(runs) => runs.iter().map(run).collect(),
        Block::Bullets(lines) => lines.iter().flat_map(|(_, runs)| runs).map(run).collect(),
        Block::Fields(fields) => fields.iter().map(|(_, value)| value.as_str()).collect(),
        Block::Table { rows, .. } => rows.iter().flatten().map(String::as_str).collect(),
        Block::Figure(_) => Vec::new(),
    }
}

fn run(run: &Run) -> &str {
    match run {
        Run::Plain(text) | Run::Strong(text) => text,
    }
}
