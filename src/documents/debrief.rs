//! The debrief of a simulation as a document: what was found beside what an expert finds, then all that helps to talk about it.
//! It speaks of the group; no person and no code of a test is in it.

mod beside;
mod taken;

use super::svg::{self, Stack};
use super::{Block, Document, Page, Run, pieces, string};
use crate::content;
use crate::domain::action::Strength;
use crate::domain::piece::Piece;
use crate::domain::session::Session;
use crate::training::debrief::{Debrief, Found, GridDimension, GridFound, Row, Sign, debrief};
use crate::words::Words;

/// The report; without the case that was played it says so.
pub(super) fn report(session: &Session) -> Document {
    let mut page = pieces::begin(session);
    let words = page.words;
    match content::scenario_of(session) {
        Some(scenario) => {
            let told = debrief(session, scenario, content::kit(scenario.lang));
            page.paragraph(words.debrief_intro());
            summary(&mut page, &told);
            for found in &told.found {
                family(&mut page, found);
            }
            grids(&mut page, &told);
            strength(&mut page, &told);
            beside::traps(&mut page, &told);
            beside::times(&mut page, &told);
            beside::worded(&mut page, &told);
            beside::observed(&mut page, &told);
            beside::played(&mut page, &told);
            taken::quiz(&mut page, &told);
            taken::marks(&mut page, &told);
            taken::satisfaction(&mut page, &told);
            beside::kept(&mut page, &told);
        }
        None => page.note(words.debrief_unknown_case()),
    }
    let subtitle = [string(&session.title), pieces::of_meeting(words, session)];
    let subtitle = subtitle.into_iter().filter(|part| !part.is_empty());
    let subtitle = subtitle.collect::<Vec<_>>().join(" · ");
    pieces::finish(page, session, Piece::Debrief, subtitle)
}

/// A count in a chart or a table.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What a sign says.
fn sign(words: Words, sign: Sign) -> &'static str {
    match sign {
        Sign::Found => words.debrief_found(),
        Sign::Proposed => words.debrief_proposed(),
        Sign::Open => words.debrief_open(),
        Sign::Missed => words.debrief_missed(),
        Sign::Added => words.debrief_added(),
    }
}

/// Family by family, in numbers.
fn summary(page: &mut Page, told: &Debrief) {
    let words = page.words;
    page.heading(2, words.debrief_summary());
    let signs = [Sign::Found, Sign::Proposed, Sign::Missed, Sign::Open];
    let of = |found: &Found, sign: Sign| found.rows.iter().filter(|row| row.sign == sign).count();
    let rows = told.found.iter().map(|found| {
        let [a, b, c, d] = signs.map(|sign| of(found, sign).to_string());
        [
            words.debrief_family(found.family).to_owned(),
            found.rows.len().to_string(),
            a,
            b,
            c,
            d,
            found.added.len().to_string(),
        ]
    });
    let [a, b, c, d] = signs.map(|one| sign(words, one));
    page.table(
        [
            "",
            words.debrief_in_key(),
            a,
            b,
            c,
            d,
            words.debrief_added(),
        ],
        rows,
    );
    let series = signs.map(|one| words.capital(sign(words, one)));
    let bar = |found: &Found| Stack {
        name: words.debrief_family(found.family).to_owned(),
        parts: signs.map(|sign| count(of(found, sign))).into(),
    };
    let bars = told.found.iter().filter(|found| !found.rows.is_empty());
    let bars: Vec<Stack> = bars.map(bar).collect();
    let drawing = svg::stacked(words, words.debrief_summary(), &series, &bars);
    page.drawn(Vec::new(), vec![drawing]);
}

/// A line of a key or of the group, with what stands beside it.
fn line(text: &str, aside: &str) -> String {
    if aside.is_empty() {
        text.to_owned()
    } else {
        format!("{text} ({aside})")
    }
}

fn family(page: &mut Page, found: &Found) {
    let words = page.words;
    if found.rows.is_empty() && found.added.is_empty() {
        return;
    }
    page.heading(2, words.debrief_family(found.family));
    let row = |row: &Row| {
        let ours = row.ours.iter();
        let ours: Vec<String> = ours
            .map(|o| format!("{} {}", o.id, line(&o.text, &o.aside)))
            .collect();
        [
            row.id.as_str().to_owned(),
            line(&row.text, &row.aside),
            sign(words, row.sign).to_owned(),
            ours.join("\n"),
        ]
    };
    let head = [
        "",
        words.debrief_key_line(),
        words.debrief_state(),
        words.debrief_ours(),
    ];
    page.table(head, found.rows.iter().map(row));
    if found.added.is_empty() {
        page.paragraph(words.debrief_nothing_beside());
        return;
    }
    page.heading(3, words.debrief_beside());
    let added = found.added.iter();
    page.bullets(added.map(|row| format!("{} {}", row.id, line(&row.text, &row.aside))));
}

/// The factors in each grid, and whether they speak of persons.
fn grids(page: &mut Page, told: &Debrief) {
    let words = page.words;
    if told.grids.is_empty() {
        return;
    }
    page.heading(2, words.debrief_grids());
    for grid in &told.grids {
        of_grid(page, grid);
    }
    let all = |share: &crate::domain::completeness::Share| share.persons + share.system;
    let group = words.debrief_persons(told.share.persons, all(&told.share));
    let key = words.debrief_persons_key(told.key_share.persons, all(&told.key_share));
    page.paragraph(format!("{group}{}{key}", words.doc_semicolon()));
}

fn of_grid(page: &mut Page, grid: &GridFound) {
    let words = page.words;
    page.heading(3, grid.name.as_str());
    let row = |dimension: &GridDimension| {
        let (n, of) = dimension.counts();
        let items = |found: bool| {
            let items = dimension.items.iter().filter(|i| i.is_found() == found);
            let told = items.map(|item| format!("{} {}", item.item, item.label));
            told.collect::<Vec<_>>().join("\n")
        };
        let added = dimension.added.iter();
        let added = added.map(|(item, label)| format!("{item} {label}"));
        [
            format!("{} {}", dimension.id, dimension.name),
            words.debrief_of(n, of),
            items(true),
            items(false),
            added.collect::<Vec<_>>().join("\n"),
        ]
    };
    let head = [
        words.debrief_dimension(),
        words.debrief_found(),
        words.debrief_items_found(),
        words.debrief_items_missed(),
        words.debrief_items_added(),
    ];
    page.table(head, grid.dimensions.iter().map(row));
}

fn strength(page: &mut Page, told: &Debrief) {
    let words = page.words;
    page.heading(2, words.debrief_strength());
    let named = [Strength::Strong, Strength::Intermediate, Strength::Weak];
    let mut series: Vec<String> = named
        .iter()
        .map(|strength| words.capital(words.strength(*strength)))
        .collect();
    series.push(words.debrief_no_strength().to_owned());
    let all = told.strength;
    let parts = |[weak, middle, strong]: [u32; 3], unknown| vec![strong, middle, weak, unknown];
    let bars = [
        (words.debrief_group(), parts(all.group, all.unknown)),
        (words.debrief_key(), parts(all.key, 0)),
    ];
    let row = |(name, parts): &(&str, Vec<u32>)| {
        let mut row = vec![words.capital(name)];
        row.extend(parts.iter().map(ToString::to_string));
        row
    };
    let mut head = vec![String::new()];
    head.extend(series.iter().cloned());
    page.blocks.push(Block::Table {
        head,
        rows: bars.iter().map(row).collect(),
    });
    let stacks = bars.into_iter().map(|(name, parts)| Stack {
        name: words.capital(name),
        parts,
    });
    let stacks: Vec<Stack> = stacks.collect();
    let drawing = svg::stacked(words, words.debrief_strength(), &series, &stacks);
    page.drawn(Vec::new(), vec![drawing]);
}

/// A list whose lines begin with something strong.
fn strong_bullets(page: &mut Page, lines: impl Iterator<Item = (String, String)>) {
    let words = page.words;
    let line = |(name, text): (String, String)| {
        let name = Run::Strong(format!("{name}{}", words.doc_colon()));
        (0, vec![name, Run::Plain(text)])
    };
    let lines: Vec<_> = lines.map(line).collect();
    if !lines.is_empty() {
        page.blocks.push(Block::Bullets(lines));
    }
}
