//! From the deviation to its causes: under each deviation its factors by dimension and its chains of whys.

use super::super::{Block, Page, Run, string};
use crate::domain::analysis::{Analysis, Factor};
use crate::domain::completeness::by_dimension;
use crate::domain::grid::Grid;
use crate::domain::ids::DeviationId;
use crate::domain::session::Session;
use crate::domain::whys::branches;

/// A line: how deep it stands, and what it says.
type Line = (usize, Vec<Run>);

/// The tree, under its heading; nothing where no deviation has a cause yet.
pub(super) fn of(page: &mut Page, session: &Session, analysis: &Analysis, grids: &[&Grid]) {
    let words = page.words;
    let factors = |of: Option<DeviationId>| -> Vec<&Factor> {
        let there = |d: &DeviationId| analysis.deviations.get(*d).is_some();
        let here = |f: &&Factor| match of {
            Some(id) => f.deviations.contains(&id),
            None => !f.deviations.iter().any(there),
        };
        analysis.factors.iter().filter(here).collect()
    };
    let mut lines: Vec<Line> = Vec::new();
    for deviation in analysis.deviations.iter().map(Some).chain([None]) {
        let id = deviation.map(|d| d.id);
        let mut under = by(page, session, &factors(id), grids);
        under.extend(whys(page, analysis, id));
        if under.is_empty() {
            continue;
        }
        let head = deviation.map_or_else(
            || words.doc_tied_to_none().to_owned(),
            |d| format!("{} {}", d.id, d.observed),
        );
        lines.push((0, vec![Run::Strong(head)]));
        lines.append(&mut under);
    }
    if !lines.is_empty() {
        page.heading(4, words.tree_title());
        page.blocks.push(Block::Bullets(lines));
    }
}

/// Factors by dimension.
fn by(page: &Page, session: &Session, those: &[&Factor], grids: &[&Grid]) -> Vec<Line> {
    let words = page.words;
    let mut out = Vec::new();
    for (dimension, those) in by_dimension(those.iter().copied(), grids) {
        if those.is_empty() {
            continue;
        }
        let name = dimension.map_or(words.doc_outside_grid(), |d| d.name.get(session.lang));
        out.push((1, vec![Run::Plain(name.to_owned())]));
        let line = |f: &&Factor| (2, vec![Run::Plain(format!("{} {}", f.id, f.what))]);
        out.extend(those.iter().map(line));
    }
    out
}

/// The whys of a deviation, each under the one it explains.
fn whys(page: &Page, analysis: &Analysis, deviation: Option<DeviationId>) -> Vec<Line> {
    let all = branches(analysis).into_iter();
    let here = all.filter(|branch| branch.deviation == deviation);
    let mut out: Vec<Line> = Vec::new();
    for branch in here {
        if let Some(why) = analysis.whys.get(branch.id) {
            let depth = usize::from(branch.depth) + 2;
            out.push((depth, vec![Run::Plain(string(&why.what))]));
        }
    }
    if !out.is_empty() {
        let title = page.words.doc_whys().to_owned();
        out.insert(0, (1, vec![Run::Plain(title)]));
    }
    out
}
