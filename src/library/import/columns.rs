//! What each column holds: as asked, as remembered, else as its header says.

use super::{Asked, Known, Unreadable, WHY_HEAD};
use crate::content::{self, ImportColumn};
use crate::domain::code::Code;
use crate::domain::order::Order;
use crate::domain::text::{Text, fold};

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// What it holds; nothing: it is left aside.
    pub field: Option<Code>,
    /// How that is known.
    pub known: Known,
}

/// A header without case, accents or signs.
fn bare(header: &str) -> String {
    let folded = fold(header).replace('œ', "oe").replace(['°', 'º'], " ");
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What each column holds.
pub fn columns(head: &[String], asked: &Asked) -> Result<Vec<Column>, Unreadable> {
    let mut columns: Vec<Column> = head
        .iter()
        .map(|header| Column {
            header: Text::line(header.trim()).as_str().to_owned(),
            field: None,
            known: Known::Nowhere,
        })
        .collect();
    let headers = || head.iter().map(|header| header.trim().to_owned()).collect();
    for (column, field) in asked.map {
        let place = place_of(&columns, column);
        let place = place.ok_or_else(|| Unreadable::NoColumn(column.clone(), headers()))?;
        let field = match field.trim() {
            "" => None,
            named => Some(field_named(named).ok_or_else(|| Unreadable::NoField(named.to_owned()))?),
        };
        take_away(&mut columns, field.as_ref());
        columns[place].field = field;
        columns[place].known = Known::Asked;
    }
    // A file of refused lines that was mended comes back with its first column.
    for column in columns.iter_mut().filter(|c| bare(&c.header) == WHY_HEAD) {
        column.known = Known::Guessed;
    }
    remember(&mut columns, asked);
    guess(&mut columns);
    let has = |field: &str| columns.iter().any(|c| c.field == Some(Code::from(field)));
    if !has("title") && !has("facts") {
        return Err(Unreadable::NoTitle(headers()));
    }
    Ok(columns)
}

/// The place of the column with this header, or with this number from 1.
fn place_of(columns: &[Column], named: &str) -> Option<usize> {
    let wanted = bare(named);
    let by_header = columns.iter().position(|c| bare(&c.header) == wanted);
    let by_number = || named.trim().parse::<usize>().ok()?.checked_sub(1);
    by_header
        .or_else(by_number)
        .filter(|at| *at < columns.len())
}

/// The field with this id, or with one of its names.
fn field_named(named: &str) -> Option<Code> {
    let wanted = bare(named);
    let all = content::import_columns();
    let by_id = all.iter().find(|c| bare(c.id.as_str()) == wanted);
    let labelled = |c: &&ImportColumn| {
        [&c.label.fr, &c.label.en]
            .into_iter()
            .any(|label| bare(label.as_str()) == wanted)
    };
    let found = by_id.or_else(|| all.iter().find(labelled));
    let found = found.or_else(|| {
        all.iter()
            .find(|c| c.names.iter().any(|n| n.as_str() == wanted))
    });
    found.map(|column| column.id.clone())
}

fn take_away(columns: &mut [Column], field: Option<&Code>) {
    for column in columns
        .iter_mut()
        .filter(|c| field.is_some() && c.field.as_ref() == field)
    {
        column.field = None;
        column.known = Known::Nowhere;
    }
}

fn remember(columns: &mut [Column], asked: &Asked) {
    for used in asked.remembered {
        let wanted = bare(used.header.as_str());
        let field = Some(used.field.clone()).filter(|field| !field.is_empty());
        let taken = field.is_some() && columns.iter().any(|c| c.field == field);
        let known = field
            .as_ref()
            .is_none_or(|f| field_named(f.as_str()).is_some());
        let mut free = columns.iter_mut().filter(|c| c.known == Known::Nowhere);
        if let Some(column) = free
            .find(|c| bare(&c.header) == wanted)
            .filter(|_| !taken && known)
        {
            column.field = field;
            column.known = Known::Remembered;
        }
    }
}

/// Headers that are a name of a field first, then those that hold one, the longest names first.
fn guess(columns: &mut [Column]) {
    let all = content::import_columns();
    let mut names: Vec<(&str, &Code)> = Vec::new();
    for field in all {
        names.extend(field.names.iter().map(|name| (name.as_str(), &field.id)));
    }
    names.order_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let holds = |header: &str, name: &str| format!(" {header} ").contains(&format!(" {name} "));
    for whole in [true, false] {
        for (name, field) in &names {
            if columns.iter().any(|c| c.field.as_ref() == Some(*field)) {
                continue;
            }
            // A name of one or two letters says nothing among other words.
            let fits = |header: &str| {
                if whole {
                    header == *name
                } else {
                    name.len() > 2 && holds(header, name)
                }
            };
            let mut free = columns.iter_mut().filter(|c| c.known == Known::Nowhere);
            if let Some(column) = free.find(|c| fits(&bare(&c.header))) {
                column.field = Some((*field).clone());
                column.known = Known::Guessed;
            }
        }
    }
}
