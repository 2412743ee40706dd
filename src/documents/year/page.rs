//! A year as a document: tables to be read, charts where the format can draw.

use super::{Bars, Piece, Row, Table, pieces, subtitle};
use crate::documents::svg::{self, Drawing, Stack, Trace};
use crate::documents::{Block, Document, Page, Run};
use crate::domain::action::Strength;
use crate::domain::yearly::{Figure, Section, Value};
use crate::library::year::{Month, Numbers, Year};
use crate::words::Words;

/// The whole year; `team` names it in the title, if it has a name.
pub fn page(words: Words, year: &Year, team: &str) -> Document {
    let mut page = Page::new(words.0);
    for section in Section::ALL.iter().copied() {
        page.heading(2, words.year_section(section));
        let pieces = pieces(words, year, section);
        let rows: Vec<&Row> = pieces.iter().filter_map(as_row).collect();
        figures(&mut page, year, &rows);
        if section == Section::Actions {
            page.drawn(Vec::new(), strength(words, year));
        }
        for piece in &pieces {
            one(&mut page, piece);
        }
    }
    definitions(&mut page);
    let title = words.year_titled(year.year);
    Document {
        lang: words.0,
        title: if team.trim().is_empty() {
            title
        } else {
            format!("{title} · {team}")
        },
        subtitle: subtitle(words, year),
        draft: false,
        played: false,
        blocks: page.blocks,
    }
}

fn as_row(piece: &Piece) -> Option<&Row> {
    match piece {
        Piece::Row(row) => Some(row),
        _ => None,
    }
}

/// The figures of a section: a table, the shares among them as bars with what was published, and the published in words.
fn figures(page: &mut Page, year: &Year, rows: &[&Row]) {
    let words = page.words;
    let line = |row: &&Row| {
        let (value, of) = words.year_value(row.value);
        let before = row.before.map(|before| words.year_short(before));
        let change = row
            .before
            .map(|before| words.year_change(row.value, before));
        [
            words.figure(row.figure).to_owned(),
            value,
            of,
            before.unwrap_or_default(),
            change.unwrap_or_default(),
        ]
    };
    let before = (year.year - 1).to_string();
    let head = [
        words.year_head_figure(),
        words.year_head_value(),
        words.year_head_of(),
        before.as_str(),
        words.year_head_change(),
    ];
    page.table(head, rows.iter().map(line));
    page.drawn(Vec::new(), vec![shares(words, rows)]);
    let published = rows.iter().flat_map(|row| {
        let said = row.benchmarks.iter();
        said.map(|b| words.year_benchmark(b.says.get(words.0), b.source.as_str()))
    });
    page.bullets(published);
}

/// The shares as bars of one length for all, each with an upright where something was published in percent.
fn shares(words: Words, rows: &[&Row]) -> Drawing {
    let bar = |row: &&Row| {
        let percent = row.value.percent()?;
        let (said, of) = words.year_value(row.value);
        let marks = row.benchmarks.iter().filter_map(|b| b.percent);
        Some(svg::Bar {
            name: words.figure(row.figure).to_owned(),
            value: percent,
            said: format!("{said} ({of})"),
            mark: marks.max(),
            strong: true,
        })
    };
    let bars: Vec<svg::Bar> = rows.iter().filter_map(bar).collect();
    svg::bars(words, "", &bars, 100, words.year_no_goal())
}

/// The actions of the year and of the one before by strength, those whose strength is not known last.
fn strength(words: Words, year: &Year) -> Vec<Drawing> {
    let named = [Strength::Strong, Strength::Intermediate, Strength::Weak];
    let named = named.map(|strength| words.capital(words.strength(strength)));
    let mut series: Vec<String> = named.into();
    series.push(words.year_strength_unknown().to_owned());
    let parts = |numbers: &Numbers| {
        let parts = [Figure::Strong, Figure::Intermediate, Figure::Weak];
        let known = parts.map(|figure| match numbers.get(figure) {
            Value::Share { n, .. } => n,
            _ => 0,
        });
        let all = match numbers.get(Figure::Decided) {
            Value::Count(n) => n,
            _ => 0,
        };
        let unknown = all.saturating_sub(known.iter().sum());
        (all, known.into_iter().chain([unknown]).collect())
    };
    let all = [
        (year.year, Some(&year.numbers)),
        (year.year - 1, year.before.as_ref()),
    ];
    let stack = |(name, numbers): (i32, Option<&Numbers>)| {
        let (all, parts) = parts(numbers?);
        let name = name.to_string();
        (all > 0).then_some(Stack { name, parts })
    };
    let all: Vec<Stack> = all.into_iter().filter_map(stack).collect();
    if all.is_empty() {
        return Vec::new();
    }
    vec![svg::stacked(words, words.year_strength(), &series, &all)]
}

fn one(page: &mut Page, piece: &Piece) {
    let words = page.words;
    match piece {
        Piece::Row(_) => {}
        Piece::Bars(bars) => chart(page, bars),
        Piece::Months(months) => by_month(page, months),
        Piece::Table(table) => {
            page.heading(3, table.title.as_str());
            put(page, table);
        }
        Piece::Note(text) if *text == words.year_returns() => page.heading(3, text.as_str()),
        Piece::Note(text) => page.paragraph(text.as_str()),
        Piece::Told(text, under) => {
            let line = |depth, text: &String| (depth, vec![Run::Plain(text.clone())]);
            let mut lines = vec![line(0, text)];
            lines.extend(under.iter().map(|text| line(1, text)));
            match page.blocks.last_mut() {
                Some(Block::Bullets(before)) => before.extend(lines),
                _ => page.blocks.push(Block::Bullets(lines)),
            }
        }
    }
}

fn put(page: &mut Page, table: &Table) {
    page.blocks.push(Block::Table {
        head: table.head.clone(),
        rows: table.rows.clone(),
    });
}

/// Bars as a table, with their chart where the format can draw.
fn chart(page: &mut Page, bars: &Bars) {
    let words = page.words;
    page.heading(3, bars.title.as_str());
    let rows = bars.bars.iter().enumerate().map(|(at, (name, n))| {
        let (share, down) = bars.shares(at).unwrap_or_default();
        [
            name.clone(),
            words.year_number(*n),
            words.year_percent(share),
            words.year_percent(down),
        ]
    });
    let head = [
        words.year_head_name(),
        words.year_head_number(),
        words.year_head_share(),
        words.year_head_together(),
    ];
    page.table(head, rows);
    let drawn = bars.bars.iter().map(|(name, n)| svg::Bar {
        said: words.year_number(*n),
        ..svg::Bar::new(name.as_str(), *n)
    });
    let drawn: Vec<svg::Bar> = drawn.collect();
    let drawing = if bars.pareto {
        svg::pareto(words, &bars.title, &drawn, words.year_head_together())
    } else {
        svg::bars(words, &bars.title, &drawn, bars.of, "")
    };
    page.drawn(Vec::new(), vec![drawing]);
}

fn by_month(page: &mut Page, months: &[Month]) {
    let words = page.words;
    page.heading(3, words.year_months());
    let names: Vec<String> = months.iter().map(|m| words.month_short(m.month)).collect();
    let count = |n: u32, month: &Month| match n {
        0 if month.ahead => String::new(),
        0 => words.year_value(Value::Share { n: 0, of: 0 }).0,
        n => n.to_string(),
    };
    let line = |name: &str, of: fn(&Month) -> u32| {
        let cells = months.iter().map(|month| {
            let held = month.held > 0;
            count(if held { of(month) } else { 0 }, month)
        });
        std::iter::once(name.to_owned())
            .chain(cells)
            .collect::<Vec<_>>()
    };
    let mut head = vec![String::new()];
    head.extend(names.iter().cloned());
    page.blocks.push(Block::Table {
        head,
        rows: vec![
            line(words.year_in_meetings(), |m| m.held),
            line(words.year_heard(), |m| m.heard),
        ],
    });
    let trace = |name: &str, of: fn(&Month) -> Option<u32>| Trace {
        name: name.to_owned(),
        values: months.iter().map(of).collect(),
    };
    let traces = [
        trace(words.year_in_meetings(), |m| {
            Some(m.held).filter(|_| !m.ahead)
        }),
        // Without a meeting nothing could be heard: the line is broken there.
        trace(words.year_heard(), |m| Some(m.heard).filter(|_| m.held > 0)),
    ];
    let drawing = svg::months(words, words.year_months(), &names, &traces, "");
    page.drawn(Vec::new(), vec![drawing]);
    page.paragraph(words.year_months_none());
}

/// How each figure is counted.
fn definitions(page: &mut Page) {
    let words = page.words;
    page.heading(2, words.year_definitions());
    page.paragraph(words.year_rule());
    page.paragraph(words.year_no_goal());
    let all = Section::ALL.iter().flat_map(|section| section.figures());
    let means = all.map(|figure| {
        let name = words.figure(figure);
        let runs = vec![
            Run::Strong(format!("{name}{}", words.doc_colon())),
            Run::Plain(words.figure_means(figure).to_owned()),
        ];
        (0, runs)
    });
    page.blocks.push(Block::Bullets(means.collect()));
}
