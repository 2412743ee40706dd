//! All of it as an indented tree: under each deviation the factors by dimension and the chains of whys.

use super::figures::{Sheet, Target, piece};
use super::lists;
use super::person::ends_on_a_person;
use crate::documents::figure::Strokes;
use crate::domain::analysis::Factor;
use crate::domain::completeness::by_dimension;
use crate::domain::ids::DeviationId;
use crate::domain::whys::branches;
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::Role;
use crate::tui::widgets::figure::{Figure, Piece};

/// Columns of one level.
const LEVEL: usize = 3;
/// Fewest columns that a wording keeps, however deep it stands.
const MIN_TEXT: usize = 24;

/// A line of the tree before it is drawn.
struct Node {
    depth: usize,
    sign: Option<(&'static str, Role)>,
    text: String,
    role: Role,
    target: Option<Target>,
}

/// The tree, and what its stops are.
pub fn figure(sheet: &Sheet) -> (Figure, Vec<Target>) {
    draw(&nodes(sheet), sheet)
}

fn nodes(sheet: &Sheet) -> Vec<Node> {
    let (analysis, words) = (sheet.analysis, sheet.words);
    let mut out = Vec::new();
    for d in analysis.deviations.iter() {
        let text = or(&d.observed, words.deviation_unsaid());
        out.push(Node {
            depth: 0,
            sign: Some((sheet.signs.place, Role::Aside)),
            text: format!("{} {text}", d.id),
            role: Role::Body,
            target: Some(Target::Deviation(d.id)),
        });
        let before = out.len();
        let held = |f: &&Factor| f.deviations.contains(&d.id);
        let those: Vec<&Factor> = analysis.factors.iter().filter(held).collect();
        factors(sheet, &those, &mut out);
        whys(sheet, Some(d.id), &mut out);
        if out.len() == before {
            out.push(remark(1, words.tree_bare(), sheet));
        }
    }
    let loose = |f: &&Factor| {
        let mut all = f.deviations.iter();
        !all.any(|d| analysis.deviations.get(*d).is_some())
    };
    let loose: Vec<&Factor> = analysis.factors.iter().filter(loose).collect();
    if !loose.is_empty() {
        out.push(remark(0, words.tree_loose(), sheet));
        factors(sheet, &loose, &mut out);
    }
    if branches(analysis).iter().any(|b| b.deviation.is_none()) {
        out.push(remark(0, words.tree_loose_whys(), sheet));
        whys(sheet, None, &mut out);
    }
    out
}

/// A remark on what is missing.
fn remark(depth: usize, text: &str, sheet: &Sheet) -> Node {
    Node {
        depth,
        sign: Some((sheet.signs.see, Role::See)),
        text: text.to_owned(),
        role: Role::See,
        target: None,
    }
}

/// Factors of one branch, by dimension.
fn factors(sheet: &Sheet, those: &[&Factor], out: &mut Vec<Node>) {
    for (dimension, those) in by_dimension(those.iter().copied(), &sheet.grids) {
        if those.is_empty() {
            continue;
        }
        let name = dimension.map_or(sheet.words.tree_uncoded(), |d| d.name.get(sheet.words.0));
        out.push(Node {
            depth: 1,
            sign: None,
            text: name.to_owned(),
            role: Role::Aside,
            target: None,
        });
        for factor in those {
            let what = or(&factor.what, sheet.words.factor_unsaid());
            out.push(Node {
                depth: 2,
                sign: Some(lists::sign(factor, &sheet.signs)),
                text: format!("{} {what}", factor.id),
                role: Role::Body,
                target: Some(Target::Factor(factor.id)),
            });
        }
    }
}

/// The whys of a branch, each under the one it explains; a question where a chain ends on a person.
fn whys(sheet: &Sheet, deviation: Option<DeviationId>, out: &mut Vec<Node>) {
    for branch in branches(sheet.analysis) {
        if branch.deviation != deviation {
            continue;
        }
        let Some(why) = sheet.analysis.whys.get(branch.id) else {
            continue;
        };
        let depth = usize::from(branch.depth) + 1;
        out.push(Node {
            depth,
            sign: Some((sheet.signs.leads, Role::Aside)),
            text: or(&why.what, sheet.words.why_unsaid()).to_owned(),
            role: Role::Body,
            target: Some(Target::Why(branch.id)),
        });
        if branch.last && ends_on_a_person(why.what.as_str(), sheet.lang) {
            out.push(remark(depth + 1, sheet.words.why_person_short(), sheet));
        }
    }
}

/// Draws the lines with their guides.
fn draw(nodes: &[Node], sheet: &Sheet) -> (Figure, Vec<Target>) {
    let (mut figure, mut targets) = (Figure::default(), Vec::new());
    let deepest = sheet.wide.saturating_sub(MIN_TEXT + 4) / LEVEL;
    for (node, more) in nodes.iter().zip(followed(nodes)) {
        let depth = node.depth.min(deepest);
        let from = figure.rows.len();
        let at = 2 + depth * LEVEL + if node.sign.is_some() { 2 } else { 0 };
        let stop = node.target.map(|_| figure.stops.len());
        for (n, line) in (sheet.wrap)(&node.text, sheet.wide.saturating_sub(at))
            .into_iter()
            .enumerate()
        {
            let mut row = guides(depth, &more, n == 0, sheet.strokes);
            if let (Some((sign, role)), 0) = (node.sign, n) {
                row.push(piece(at - 2, sign, role));
            }
            row.push(Piece {
                stop,
                ..piece(at, &line, node.role)
            });
            figure.rows.push(row);
        }
        if let Some(target) = node.target {
            figure.stop(from, 0);
            targets.push(target);
        }
    }
    (figure, targets)
}

/// For each line, at which levels another one follows under the same branch.
fn followed(nodes: &[Node]) -> Vec<Vec<bool>> {
    let mut open: Vec<bool> = Vec::new();
    let mut out: Vec<Vec<bool>> = nodes
        .iter()
        .rev()
        .map(|node| {
            open.resize(node.depth + 1, false);
            let here = open.clone();
            open[node.depth] = true;
            here
        })
        .collect();
    out.reverse();
    out
}

/// The lines at the left of a row: those that go on past it, and on its first row the one that leads to it.
fn guides(depth: usize, more: &[bool], first: bool, strokes: Strokes) -> Vec<Piece> {
    let goes_on = |level: usize| more.get(level).copied().unwrap_or(false);
    (1..=depth)
        .filter_map(|level| {
            let text = match (level == depth && first, goes_on(level)) {
                (true, true) => format!("{}{}", strokes.branch, strokes.level),
                (true, false) => format!("{}{}", strokes.last, strokes.level),
                (false, true) => strokes.upright.to_owned(),
                (false, false) => return None,
            };
            Some(piece(2 + (level - 1) * LEVEL, &text, Role::Aside))
        })
        .collect()
}
