//! Read before it leaves: what in a document may tell who someone is. The document itself says nothing of it.

use super::plan::reference;
use super::{Block, Document, Run};
use crate::domain::code::Lang;
use crate::domain::text::Text;
use crate::domain::wording::{Mark, Watch};
use crate::guard::{Field, Kind, mark, remarks};
use crate::library::plan::Planned;

/// What may tell who someone is, as it is written: by where it stands, in the order in which it is read.
pub type Telling = Vec<(String, Vec<String>)>;

/// What in a document may tell who someone is, under which of its headings. `passed` holds the marks of what the session passed
/// over; a team that does not watch for identifiers is told nothing.
pub fn telling(document: &Document, passed: &[Mark], unwatched: &[Watch]) -> Telling {
    let mut out = Telling::new();
    if unwatched.contains(&Watch::Identifiers) {
        return out;
    }
    let mut place = document.title.as_str();
    let mut add = |place: &str, text: &str| {
        let found = identifiers(text, document.lang, passed);
        match out.last_mut() {
            _ if found.is_empty() => {}
            Some((last, all)) if last == place => all.extend(found),
            _ => out.push((place.to_owned(), found)),
        }
    };
    add(place, &document.title);
    add(place, &document.subtitle);
    for block in &document.blocks {
        if let Block::Heading(2, title) = block {
            place = title;
        }
        for text in texts(block) {
            add(place, text);
        }
    }
    out
}

/// What in a plan that leaves the program may tell who someone is: the references of those actions, and the words. A team that
/// does not watch for identifiers is told nothing.
pub fn telling_plan(plan: &[&Planned], unwatched: &[Watch]) -> Telling {
    if unwatched.contains(&Watch::Identifiers) {
        return Vec::new();
    }
    let told = plan.iter().map(|p| (reference(p), telling_action(p)));
    told.filter(|(_, found)| !found.is_empty()).collect()
}

/// What in the wording of an action may tell who someone is.
fn telling_action(planned: &Planned) -> Vec<String> {
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
    let found = |text| identifiers(text, planned.lang, &planned.passed);
    filled.flat_map(found).collect()
}

/// What in a text may tell who someone is, apart from what was passed over.
fn identifiers(text: &str, lang: Lang, passed: &[Mark]) -> Vec<String> {
    let found = remarks(text, Field::Other, lang);
    let told = found.iter().filter(|remark| {
        matches!(remark.kind, Kind::Identifier(_)) && !passed.contains(&mark(text, remark))
    });
    let written = told.filter_map(|remark| text.get(remark.range.clone()));
    written.map(ToOwned::to_owned).collect()
}

/// Every text of a part of a document. Drawings say again what stands in the tables.
fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading(_, text) | Block::Note(text) => vec![text],
        Block::Paragraph(runs) => runs.iter().map(run).collect(),
        Block::Bullets(lines) => lines.iter().flat_map(|(_, runs)| runs).map(run).collect(),
        Block::Fields(fields) => fields.iter().map(|(_, value)| value.as_str()).collect(),
        Block::Table { rows, .. } => rows.iter().flatten().map(String::as_str).collect(),
        Block::Slips(slips) => slips
            .iter()
            .flat_map(|slip| [slip.title.as_str(), slip.text.as_str()])
            .collect(),
        Block::Figure(_) | Block::NewPage => Vec::new(),
    }
}

fn run(run: &Run) -> &str {
    match run {
        Run::Plain(text) | Run::Strong(text) => text,
    }
}
