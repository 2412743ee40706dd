//! `crex stats`: a year in figures.

use super::report::printed;
use super::table::{table, wrapped};
use super::{Context, Failure, Said, for_good, format, output, shown, team_in, unwatched_in};
use crate::documents::Format;
use crate::documents::leaving::telling;
use crate::documents::year::{self as yearly, Bars, Piece, Row, Table, pieces, subtitle};
use crate::domain::yearly::Section;
use crate::library::year::{Month, Year};
use crate::store::{Registry, Store, letterhead};
use crate::words::Words;
use chrono::Datelike;
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use unicode_width::UnicodeWidthStr;
use uuid::Uuid;

/// Columns of the screen.
const WIDTH: usize = 80;
/// Columns of a line: the figure, its value, what it is out of, its bar, the year before, the change.
const COLUMNS: [usize; 6] = [29, 6, 15, 5, 12, 8];
/// Columns before what stands below the line of a meeting.
const UNDER: usize = 12;
/// Columns of a bar beside its name.
const BAR: usize = 30;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let today = context.now.date();
    let format = if matches.get_flag("json") {
        "json"
    } else {
        format::asked(words, matches, &["html", "docx", "md", "json"])?
    };
    let json = format == "json";
    let store = context.reading()?;
    let asked = matches.get_one::<i32>("year").copied();
    let wanted = asked.unwrap_or_else(|| today.year());
    if wanted > today.year() {
        return Err(Failure::Refused(words.year_future(wanted)));
    }
    let registry = for_good(store.figures());
    let year = for_good(registry.year(wanted, today));
    let mut said = Said {
        messages: noticed(words, registry),
        ..Said::default()
    };
    if year.is_empty() {
        let folder = shown(&context.root()?);
        said.messages
            .extend(nothing(words, registry, year, &folder));
        if !json {
            return Ok(said);
        }
    }
    let form = Format::named(format);
    let bytes = if form.is_none() && !json {
        // The text is read where it is asked for.
        plain(words, year).into_bytes()
    } else {
        let (bytes, remarks) = leaving(context, &store, year, form)?;
        said.messages.extend(remarks);
        bytes
    };
    match format::file(matches) {
        Some(path) => {
            output::write(context, path, &bytes)?;
            said.messages.push(words.year_written(&shown(path)));
        }
        _ => said = printed(bytes, said.messages),
    }
    Ok(said)
}

/// The year in this form, as JSON in none, and what is to be said of it: what leaves is looked through first.
fn leaving(
    context: &Context,
    store: &Store,
    year: &Year,
    form: Option<Format>,
) -> Result<(Vec<u8>, Vec<String>), Failure> {
    let (words, root) = (context.words, context.root()?);
    let team = team_in(store.disk(), store.root());
    let page = yearly::page(words, year, team.name.as_str());
    let told = telling(&page, &[], &unwatched_in(store.disk(), &root));
    let told = words.guard_in_document(&told).into_iter();
    let Some(form) = form else {
        let bytes = output::json(&yearly::json::json(words, year)).into_bytes();
        return Ok((bytes, told.collect()));
    };
    let (letterhead, fault) = letterhead(&**store.disk(), &root, &team);
    let fault = fault.map(|fault| words.problem(&fault)).into_iter();
    Ok((form.write(&page, &letterhead), fault.chain(told).collect()))
}

/// What could not be read, and what lies there twice.
fn noticed(words: Words, registry: &Registry) -> Vec<String> {
    let events = registry.incidents.iter().filter_map(|f| f.1.as_ref().err());
    let analyses = registry.analyses.iter().filter_map(|f| f.1.as_ref().err());
    let unread = registry.survey.unread().chain(events).chain(analyses);
    let mut noticed: Vec<String> = unread.map(|problem| words.problem(problem)).collect();
    noticed.extend(twice(words, registry));
    noticed
}

/// The files that hold one session, told apart by nothing but their name.
fn twice(words: Words, registry: &Registry) -> Vec<String> {
    let mut files: BTreeMap<Uuid, Vec<&Path>> = BTreeMap::new();
    for (path, digest) in &registry.survey.sessions {
        if let Some(digest) = digest.as_ref().ok().filter(|d| !d.simulation) {
            files.entry(digest.session).or_default().push(path);
        }
    }
    let many = files.into_values().filter(|paths| paths.len() > 1);
    many.map(|paths| {
        let shown: Vec<String> = paths.into_iter().map(shown).collect();
        words.plan_twice(&shown.join(", "))
    })
    .collect()
}

/// Why there is nothing to tell, and what there is instead.
fn nothing(words: Words, registry: &Registry, year: &Year, folder: &str) -> Vec<String> {
    let mut out = vec![words.year_empty(year.year, folder)];
    let others = registry.years(year.today);
    let others: Vec<String> = others.iter().map(ToString::to_string).collect();
    if !others.is_empty() {
        out.push(words.year_others(&others.join(", ")));
    }
    let played = registry.n_simulations();
    if played > 0 {
        out.push(words.year_played(played));
    }
    out
}

/// The year for a reader at a terminal.
fn plain(words: Words, year: &Year) -> String {
    let mut out = format!(
        "{}\n{}\n",
        words.year_titled(year.year),
        subtitle(words, year)
    );
    for section in Section::ALL.iter().copied() {
        let name = words.year_section(section).to_uppercase();
        let pieces = pieces(words, year, section);
        let compared = pieces
            .iter()
            .any(|p| matches!(p, Piece::Row(row) if row.before.is_some()));
        let before = if compared {
            (year.year - 1).to_string()
        } else {
            String::new()
        };
        let head = [name.as_str(), "", "", "", before.as_str(), ""];
        let _ = write!(out, "\n{}", line(&head.map(ToOwned::to_owned)));
        for piece in &pieces {
            out.push_str(&one(words, piece));
        }
    }
    out.push('\n');
    out.push_str(&folded(words.year_no_goal(), 0));
    out.push_str(&folded(words.year_rule(), 0));
    out
}

fn one(words: Words, piece: &Piece) -> String {
    match piece {
        Piece::Row(row) => figure(words, row),
        Piece::Bars(bars) => chart(words, bars),
        Piece::Months(months) => by_month(words, months),
        Piece::Table(table) => tabled(table),
        Piece::Note(text) => format!("\n{}", folded(text, 0)),
        Piece::Told(text, under) => {
            let under = under.iter().map(|text| folded(text, 4));
            format!("{}{}", folded(text, 2), under.collect::<String>())
        }
    }
}

/// A figure on its line, and what was published of it below.
fn figure(words: Words, row: &Row) -> String {
    let (value, of) = words.year_value(row.value);
    let before = row.before.map(|before| words.year_value(before).0);
    let change = row
        .before
        .map(|before| words.year_change(row.value, before));
    let bar = row
        .value
        .percent()
        .map(|percent| bar(percent, 100, COLUMNS[3]));
    let mut out = line(&[
        format!("  {}", words.figure(row.figure)),
        value,
        of,
        bar.unwrap_or_default(),
        before.unwrap_or_default(),
        change.unwrap_or_default(),
    ]);
    for published in &row.benchmarks {
        let says = published.says.get(words.0);
        let said = words.year_benchmark(says, published.source.as_str());
        out.push_str(&folded(&said, 4));
    }
    out
}

/// A line in columns; numbers end at the right of theirs.
fn line(cells: &[String; 6]) -> String {
    let mut out = String::new();
    for (at, (cell, width)) in cells.iter().zip(COLUMNS).enumerate() {
        let blank = " ".repeat(width.saturating_sub(cell.width()));
        let gap = if at > 0 { " " } else { "" };
        let right = matches!(at, 1 | 4 | 5);
        let cell = if right {
            format!("{blank}{cell}")
        } else {
            format!("{cell}{blank}")
        };
        out.push_str(gap);
        out.push_str(&cell);
    }
    format!("{}\n", out.trim_end())
}

/// A bar of `width` columns for `of`; what is not nothing is seen.
fn bar(n: u32, of: u32, width: usize) -> String {
    let full = n as usize * width / (of as usize).max(1);
    let full = if n > 0 { full.max(1) } else { full };
    "█".repeat(full.min(width))
}

fn chart(words: Words, bars: &Bars) -> String {
    let most = bars.bars.iter().map(|bar| bar.1).max().unwrap_or(0);
    let rows = bars.bars.iter().enumerate().map(|(at, (name, n))| {
        let (share, down) = bars.shares(at).unwrap_or_default();
        let together = if bars.pareto {
            words.year_percent(down)
        } else {
            String::new()
        };
        [
            name.clone(),
            format!("{n:>5}"),
            format!("{:>6}", words.year_percent(share)),
            bar(*n, most, BAR),
            format!("{together:>6}"),
        ]
    });
    let rows: Vec<[String; 5]> = rows.collect();
    let together = if bars.pareto {
        format!(" ({})", words.year_together())
    } else {
        String::new()
    };
    let body = wrapped(["", "", "", "", ""], &rows, [0, 5, 6, BAR, 6], 0, WIDTH);
    let body = body.trim_start_matches('\n');
    let title = folded(&format!("{}{together}", bars.title), 0);
    format!("\n{title}{body}")
}

fn by_month(words: Words, months: &[Month]) -> String {
    let name = |month: &Month| format!("{:<5}", words.month_short(month.month));
    let count = |month: &Month| match (month.held, month.ahead) {
        (0, true) => " ".repeat(5),
        (0, false) => format!("{:<5}", "–"),
        (n, _) => format!("{n:<5}"),
    };
    let row = |cell: &dyn Fn(&Month) -> String| {
        let cells: Vec<String> = months.iter().map(cell).collect();
        format!("  {}\n", cells.join(" ").trim_end())
    };
    let title = words.year_months();
    format!(
        "\n{title} ({})\n{}{}",
        words.year_months_none(),
        row(&name),
        row(&count)
    )
}

fn tabled(one: &Table) -> String {
    let body = match one.head.len() {
        3 => table(head::<3>(one), &rows::<3>(one)),
        6 => wrapped(head::<6>(one), &rows(one), [9, 0, 16, 10, 12, 11], 1, WIDTH),
        _ => with_last_below(one),
    };
    format!("\n{}\n{body}", one.title)
}

/// A table whose last column is long: it stands below each line.
fn with_last_below(one: &Table) -> String {
    let lines = table(head::<7>(one), &rows::<7>(one));
    let mut lines = lines.lines();
    let mut out = format!("{}\n", lines.next().unwrap_or_default());
    for (line, row) in lines.zip(&one.rows) {
        let _ = writeln!(out, "{line}");
        let last = row.get(7).filter(|last| !last.is_empty());
        out.push_str(
            &last.map_or_else(String::new, |last| folded(&last.replace('\n', ", "), UNDER)),
        );
    }
    out
}

fn head<const N: usize>(table: &Table) -> [&str; N] {
    std::array::from_fn(|n| table.head.get(n).map_or("", String::as_str))
}

fn rows<const N: usize>(table: &Table) -> Vec<[String; N]> {
    let row = |row: &Vec<String>| std::array::from_fn(|n| row.get(n).cloned().unwrap_or_default());
    table.rows.iter().map(row).collect()
}

/// A text between words, set in by so many columns.
fn folded(text: &str, indent: usize) -> String {
    let body = wrapped([""], &[[text.to_owned()]], [0], 0, WIDTH - indent);
    let blank = " ".repeat(indent);
    let mut out = String::new();
    for line in body.lines().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "{blank}{line}");
    }
    out
}
