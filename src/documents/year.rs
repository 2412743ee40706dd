//! A year laid out once, section by section, for the screen, the terminal, a page to print and a program: the same numbers
//! everywhere.

pub mod json;
mod page;
mod proof;

pub use page::page;

use crate::content::{self, Benchmark, Entry};
use crate::domain::code::Code;
use crate::domain::yearly::{Figure, Section, Value};
use crate::library::year::{Earlier, Month, Part, Return, Year};
use crate::words::Words;

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A figure.
    Row(Row),
    /// Bars, the longest first where they are a Pareto.
    Bars(Bars),
    /// The months of the year.
    Months(Vec<Month>),
    /// A table.
    Table(Table),
    /// Something to be read.
    Note(String),
    /// What came back: a line, and under it what it resembles.
    Told(String, Vec<String>),
}

/// A figure with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The figure.
    pub figure: Figure,
    /// Its value.
    pub value: Value,
    /// That of the year before, if there is one.
    pub before: Option<Value>,
    /// What was published of it.
    pub benchmarks: Vec<&'static Benchmark>,
}

/// Bars of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// What they show.
    pub title: String,
    /// Each bar: its name, its number.
    pub bars: Vec<(String, u32)>,
    /// What they are parts of.
    pub of: u32,
    /// Whether they are told from the highest down, with what they make together.
    pub pareto: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub title: String,
    /// The heads of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The pieces of a section, in order.
pub fn pieces(words: Words, year: &Year, section: Section) -> Vec<Piece> {
    let rows = section
        .figures()
        .map(|figure| Piece::Row(row(year, figure)));
    let mut out: Vec<Piece> = rows.collect();
    match section {
        Section::Meetings => meetings(words, year, &mut out),
        Section::Events => {
            let n = Some(year.undated).filter(|n| *n > 0);
            out.extend(n.map(|n| Piece::Note(words.year_undated(n))));
        }
        Section::Families => families(words, year, &mut out),
        Section::Returns => returns(words, year, &mut out),
        Section::Proof => proof::proof(words, year, &mut out),
        Section::Analyses | Section::Actions | Section::Delays => {}
    }
    out
}

/// Under the title: the day on which it is counted, and what it is compared with.
pub fn subtitle(words: Words, year: &Year) -> String {
    let day = words.date_short(year.today);
    let counted = if year.is_under_way() {
        words.year_under_way(&day)
    } else {
        words.year_counted(&day)
    };
    let compared = if year.before.is_some() {
        words.year_against(year.year - 1)
    } else {
        words.year_alone(year.year - 1)
    };
    format!("{counted} · {compared}")
}

fn row(year: &Year, figure: Figure) -> Row {
    Row {
        figure,
        value: year.numbers.get(figure),
        before: year.before.as_ref().map(|numbers| numbers.get(figure)),
        benchmarks: content::benchmarks(figure).collect(),
    }
}

fn meetings(words: Words, year: &Year, out: &mut Vec<Piece>) {
    out.push(Piece::Months(year.months.clone()));
    if year.ahead > 0 {
        out.push(Piece::Note(words.year_ahead(year.ahead)));
    }
    out.extend(professions(words, year).map(Piece::Table));
}

/// What a profession is called; the function where there is none.
fn profession(words: Words, id: &Code, function: &str) -> String {
    if id.is_empty() {
        function.to_owned()
    } else {
        content::label_of(&content::lists().professions, id, words.0)
    }
}

/// Attendance by profession.
fn professions(words: Words, year: &Year) -> Option<Table> {
    let rows = year.professions.iter().map(|p| {
        vec![
            profession(words, &p.id, p.function.as_str()),
            p.meetings.to_string(),
            format!("{} / {}", p.came, p.expected),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let head = [
        words.year_profession(),
        words.year_in_meetings(),
        words.year_seats(),
    ];
    Some(Table {
        title: words.year_proof_professions().to_owned(),
        head: head.map(ToOwned::to_owned).into(),
        rows,
    })
    .filter(|table| !table.rows.is_empty())
}

fn families(words: Words, year: &Year, out: &mut Vec<Piece>) {
    let lists = content::lists();
    for (title, parts, list) in [
        (words.year_natures(), &year.natures, &lists.natures),
        (words.year_stages(), &year.stages, &lists.stages),
    ] {
        out.extend(kinds(words, title, parts, list).map(Piece::Bars));
    }
    if year.natures.is_empty() {
        out.push(Piece::Note(words.year_no_events().to_owned()));
    }
    for family in &year.families {
        let coded = family.coded();
        let title = words.year_factors(&family.title(words.0), coded, family.of);
        let name = |part: &Part| (family.name_of(part, words.0), part.n);
        out.push(Piece::Bars(Bars {
            title,
            bars: family.parts.iter().map(name).collect(),
            of: coded,
            pareto: true,
        }));
    }
    if year.families.iter().all(|family| family.parts.is_empty()) {
        out.push(Piece::Note(words.year_no_factors().to_owned()));
    }
}

fn kinds(words: Words, title: &str, parts: &[Part], list: &[Entry]) -> Option<Bars> {
    let name = |part: &Part| {
        let unsaid = part.id.is_empty();
        let name = content::label_of(list, &part.id, words.0);
        let name = if unsaid {
            words.year_unsaid().to_owned()
        } else {
            name
        };
        (name, part.n)
    };
    let bars = Bars {
        title: title.to_owned(),
        of: parts.iter().fold(0, |n, part| n + part.n),
        bars: parts.iter().map(name).collect(),
        pareto: true,
    };
    Some(bars).filter(|bars| !bars.bars.is_empty())
}

fn returns(words: Words, year: &Year, out: &mut Vec<Piece>) {
    if year.returns.is_empty() {
        out.push(Piece::Note(words.year_no_returns().to_owned()));
        return;
    }
    out.push(Piece::Note(words.year_returns().to_owned()));
    out.extend(year.returns.iter().map(|r| told(words, r)));
}

fn told(words: Words, one: &Return) -> Piece {
    type Say = fn(Words, &str, &str) -> String;
    let line = |earlier: &Option<Earlier>, say: Say| {
        let earlier = earlier.as_ref()?;
        let day = words.date_short(earlier.treated);
        Some(say(words, earlier.what.as_str(), &day))
    };
    let mut under: Vec<String> = Vec::new();
    under.extend(line(&one.kind, Words::year_return_kind));
    under.extend(line(&one.wording, Words::year_return_wording));
    if one.despite_action {
        under.push(words.year_return_despite().to_owned());
    }
    let day = words.date_short(one.day);
    Piece::Told(format!("{day} · {}", one.what), under)
}

impl Bars {
    /// In percent, the share of the bar at this place, and of all bars down to it.
    pub fn shares(&self, at: usize) -> Option<(u32, u32)> {
        let share = |n| Value::Share { n, of: self.of }.percent();
        let down = self.bars.iter().take(at + 1).map(|bar| bar.1).sum();
        Some((share(self.bars.get(at)?.1)?, share(down)?))
    }
}
