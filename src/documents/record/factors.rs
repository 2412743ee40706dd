//! The factors by dimension of the grid, what was explored and what was not.

use super::super::{Page, string};
use super::{analysis, checks, ids, tree};
use crate::content;
use crate::documents::drawings;
use crate::documents::figure::{self, Strokes};
use crate::documents::fishbone::{self, Cut, Pens};
use crate::domain::analysis::{Analysis, Answer, Certainty, Factor, FactorCode, Reply};
use crate::domain::code::Code;
use crate::domain::completeness::{by_dimension, coverage, coverage_of, share};
use crate::domain::grid::{Grid, GridUse};
use crate::domain::order::Order;
use crate::domain::session::Session;
use crate::words::Words;
use std::{iter, ptr};

/// Fewest factors that are drawn.
const MIN_FISH: usize = 2;

pub(super) fn all(page: &mut Page, session: &Session) {
    analysis::each(page, session, of);
}

/// The factors of one analysis.
pub(super) fn of(page: &mut Page, session: &Session, analysis: &Analysis) {
    let counted = content::grids_of(session, analysis);
    // What has a code in a grid set aside alone still stands under its dimension.
    let aside = analysis.grids.iter().filter(|used| used.set_aside);
    let aside = aside.filter_map(|used| content::grid_in(session, &used.grid));
    let aside: Vec<&Grid> = aside.collect();
    let known: Vec<&Grid> = counted.iter().chain(&aside).copied().collect();
    for used in &analysis.grids {
        explored(page, session, analysis, used);
    }
    let other = if known.is_empty() {
        page.words.doc_factors()
    } else {
        page.words.doc_outside_grid()
    };
    for (dimension, those) in by_dimension(analysis.factors.iter(), &known) {
        let mut dimensions = aside.iter().flat_map(|grid| &grid.dimensions);
        let set_aside = dimension.is_some_and(|d| dimensions.any(|own| ptr::eq(own, d)));
        let name = dimension.map_or(other, |d| d.name.get(session.lang));
        let name = marked(page.words, name.to_owned(), set_aside);
        table(page, session, analysis, &name, &those);
    }
    fishbones(page, session, analysis, &counted);
    details(page, analysis);
    answers(page, session, analysis);
    tree::of(page, session, analysis, &counted);
    checks::of(page, session, analysis);
    if !counted.is_empty() && !analysis.factors.is_empty() {
        let share = share(analysis, &counted);
        page.paragraph(page.words.doc_share(share.persons, share.system));
    }
}

/// The coverage of a grid, dimension by dimension.
fn explored(page: &mut Page, session: &Session, analysis: &Analysis, used: &GridUse) {
    let words = page.words;
    let Some(grid) = content::grid_in(session, &used.grid) else {
        page.note(words.doc_unknown_grid(&used.grid.to_string()));
        return;
    };
    let all = coverage(analysis, grid);
    page.heading(
        4,
        words.doc_grid(
            grid.name.get(session.lang),
            used.version,
            all.answered,
            all.total,
        ),
    );
    let row = |d: &crate::domain::grid::Dimension| {
        let c = coverage_of(analysis, grid, d);
        let left = c.total - c.answered;
        let n = |n: usize| n.to_string();
        [
            d.name.get(session.lang).to_owned(),
            n(c.yes),
            n(c.dismissed),
            n(c.unknown),
            n(left),
            n(c.total),
        ]
    };
    let head = [
        words.doc_dimension(),
        words.doc_contributed(),
        words.doc_dismissed(),
        words.doc_unknown(),
        words.doc_unexplored(),
        words.doc_items(),
    ];
    page.table(head, grid.dimensions.iter().map(row));
    if used.set_aside {
        page.note(words.doc_grid_aside());
    }
}

pub(super) fn item(session: &Session, grid: &Code, item: &Code) -> String {
    let known: Option<&Grid> = content::grid_in(session, grid);
    let label = known
        .and_then(|g| g.item(item))
        .map(|(_, i)| i.label.get(session.lang));
    format!("{item} {}", label.unwrap_or_default())
        .trim()
        .to_owned()
}

/// A name of a grid that was set aside says so: whoever reads it later does not know what was counted.
fn marked(words: Words, name: String, set_aside: bool) -> String {
    if set_aside {
        words.doc_of_aside(&name)
    } else {
        name
    }
}

fn is_set_aside(analysis: &Analysis, grid: &Code) -> bool {
    let mut used = analysis.grids.iter();
    used.any(|used| used.grid == *grid && used.set_aside)
}

/// The codes of a factor, those that count first.
fn codes(words: Words, session: &Session, analysis: &Analysis, factor: &Factor) -> String {
    let mut codes: Vec<(bool, &FactorCode)> = factor
        .codes
        .iter()
        .map(|code| (is_set_aside(analysis, &code.grid), code))
        .collect();
    codes.order_by_key(|(set_aside, _)| *set_aside);
    let line = |(set_aside, code): &(bool, &FactorCode)| {
        let name = item(session, &code.grid, &code.item);
        let name = if code.mapped {
            words.factor_proposed(&name)
        } else {
            name
        };
        marked(words, name, *set_aside)
    };
    codes.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn table(
    page: &mut Page,
    session: &Session,
    analysis: &Analysis,
    title: &str,
    factors: &[&Factor],
) {
    let words = page.words;
    if factors.is_empty() {
        return;
    }
    page.heading(4, title);
    let row = |f: &&Factor| {
        let by = f
            .check_by
            .filled()
            .map(|by| words.doc_check_by(by))
            .unwrap_or_default();
        let sure = if f.certainty == Certainty::ToCheck || by.is_empty() {
            by
        } else {
            String::new()
        };
        [
            format!("{} {}", f.id, f.what),
            codes(words, session, analysis, f),
            words.factor_role(f.role).to_owned(),
            format!("{}{sure}", words.certainty(f.certainty)),
            ids(&f.deviations),
        ]
    };
    let head = [
        words.doc_factor(),
        words.doc_items(),
        words.doc_role(),
        words.doc_certainty(),
        words.doc_deviations(),
    ];
    page.table(head, factors.iter().map(row));
}

/// All factors on one picture, once there are enough of them to make one: by dimension, and by 5M where the analysis uses it
/// beside another grid.
fn fishbones(page: &mut Page, session: &Session, analysis: &Analysis, grids: &[&Grid]) {
    let words = page.words;
    if analysis.factors.len() < MIN_FISH || grids.is_empty() {
        return;
    }
    // The grid of the 5M alone has these bones already.
    let five_m = grids.len() > 1 && grids.iter().any(|grid| content::is_five_m(grid));
    let by_branch = five_m.then_some((Cut::FiveM, words.doc_fishbone_five_m()));
    for (cut, title) in iter::once((Cut::Dimensions, words.doc_fishbone())).chain(by_branch) {
        let head = fishbone::head(session, analysis, None, words);
        let bones = fishbone::bones(analysis, grids, cut, None, words);
        let fish = fishbone::fish(analysis, bones, head, words);
        let pens = Pens {
            strokes: Strokes::FULL,
            wrap: &figure::wrap,
        };
        page.heading(4, title);
        let lines = figure::lines(&fishbone::draw(&fish, figure::WIDTH, pens));
        page.drawn(lines, drawings::fish(words, title, &fish));
    }
}

/// Proofs and keywords, where there are any.
fn details(page: &mut Page, analysis: &Analysis) {
    let words = page.words;
    let line = |f: &Factor| {
        let keywords: Vec<&str> = f
            .keywords
            .iter()
            .map(crate::domain::text::Text::as_str)
            .collect();
        let parts = [string(&f.evidence), keywords.join(", ")];
        let said = parts
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        (!said.is_empty()).then(|| format!("{}{}{said}", f.id, words.doc_colon()))
    };
    let lines: Vec<String> = analysis.factors.iter().filter_map(line).collect();
    if !lines.is_empty() {
        page.heading(4, words.doc_evidence());
        page.bullets(lines);
    }
}

/// Answers with a remark, and items to which nobody had an answer.
fn answers(page: &mut Page, session: &Session, analysis: &Analysis) {
    let words = page.words;
    let told = |a: &&Answer| !a.note.is_blank() || a.reply == Reply::Unknown;
    let line = |a: &Answer| {
        let note = a
            .note
            .filled()
            .map(|n| format!(" – {n}"))
            .unwrap_or_default();
        let name = item(session, &a.grid, &a.item);
        format!(
            "{}{}{}{note}",
            marked(words, name, is_set_aside(analysis, &a.grid)),
            words.doc_colon(),
            words.reply(a.reply)
        )
    };
    let lines: Vec<String> = analysis.answers.iter().filter(told).map(line).collect();
    if !lines.is_empty() {
        page.heading(4, words.doc_answers());
        page.bullets(lines);
    }
}
