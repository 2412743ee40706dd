//! The fishbone: bones by pairs above and below a spine, the wordings of their factors beside them, all leading to the head.

use super::TALLEST;
use crate::documents::fishbone::{Fish, Named};
use crate::documents::svg::{
    Drawing, Fill, Ink, Label, Pen, SMALL, Spot, TEXT, WIDTH, leading, wrap,
};
use crate::words::Words;

/// Width of the head, and where the trunk stands.
const HEAD: i32 = 150;
const TRUNK: i32 = WIDTH - HEAD - 34;
/// Most pairs of bones beside one another.
const ACROSS: usize = 3;
/// How far a bone leans.
const LEAN: i32 = 26;
/// Air of a bone around its texts.
const AIR: i32 = 10;

/// The pictures: one, or one for each spine where they do not stand on one page.
pub fn fish(words: Words, title: &str, fish: &Fish) -> Vec<Drawing> {
    let pairs: Vec<&[Named]> = fish.bones.chunks(2).collect();
    let n_bands = pairs.len().div_ceil(ACROSS).max(1);
    let across = pairs.len().div_ceil(n_bands).max(1);
    let bands: Vec<&[&[Named]]> = pairs.chunks(across).collect();
    let whole = drawn(words, title, fish, &bands, across);
    if whole.height <= TALLEST || bands.len() < 2 {
        return vec![whole];
    }
    let alone = |band: &&[&[Named]]| drawn(words, title, fish, &[band], across);
    bands.iter().map(alone).collect()
}

fn drawn(words: Words, title: &str, fish: &Fish, bands: &[&[&[Named]]], across: usize) -> Drawing {
    let bones = bands
        .iter()
        .flat_map(|band| band.iter())
        .flat_map(|pair| pair.iter());
    let told = |(name, factors): &Named| {
        let factors: Vec<&str> = factors.iter().map(|(_, what)| what.as_str()).collect();
        format!("{name}{}{}", words.doc_colon(), factors.join(", "))
    };
    let desc: Vec<String> = bones.filter(|bone| !bone.1.is_empty()).map(told).collect();
    let mut out = Drawing::new(title, desc.join(words.doc_semicolon()));
    let wide = TRUNK / i32::try_from(across.max(1)).unwrap_or(1);
    let mut top = 2;
    let mut spines = Vec::new();
    for band in bands {
        let high = |side: usize| {
            let bones = band.iter().filter_map(|pair| pair.get(side));
            bones.map(|bone| height(bone, wide)).max().unwrap_or(0)
        };
        let spine = top + high(0) + AIR;
        for (x, pair) in (0..).map(|n| n * wide).zip(band.iter()) {
            if let Some(bone) = pair.first() {
                above(&mut out, bone, (x, top), spine, wide);
            }
            if let Some(bone) = pair.get(1) {
                below(&mut out, bone, (x, spine), spine + high(1) + AIR, wide);
            }
        }
        out.line((4, spine), (TRUNK, spine), Pen::thick(Ink::Text));
        spines.push(spine);
        top = spine + high(1) + 2 * AIR + 8;
    }
    head(&mut out, &fish.head, &spines);
    out
}

/// The lines of the texts of a bone.
fn texts((_, factors): &Named, wide: i32) -> Vec<Vec<String>> {
    let room = wide - LEAN - 24;
    factors
        .iter()
        .map(|(_, what)| wrap(what, room, SMALL))
        .collect()
}

fn name_lines(name: &str, wide: i32) -> Vec<String> {
    wrap(name, wide - 16, TEXT)
}

fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(0)
}

/// Height of a bone with its name and texts.
fn height(bone: &Named, wide: i32) -> i32 {
    let name = count(name_lines(&bone.0, wide).len()) * leading(TEXT) + 6;
    let texts = texts(bone, wide);
    let lines: i32 = texts
        .iter()
        .map(|lines| count(lines.len()) * leading(SMALL) + 4)
        .sum();
    name + lines + 12
}

/// A bone above its spine: its name at the top, the line falling to the spine, the texts beside it.
fn above(out: &mut Drawing, bone: &Named, (x, top): Spot, spine: i32, wide: i32) {
    // Short bones stand on the spine.
    let top = top.max(spine - AIR - height(bone, wide));
    let y = name(out, bone, (x, top), wide);
    out.line((x + 8, y - 2), (x + 8 + LEAN, spine), pen(bone));
    write(out, bone, (x + LEAN + 18, y + leading(SMALL) - 2), wide);
}

/// A bone below its spine: the texts first, its name at the bottom.
fn below(out: &mut Drawing, bone: &Named, (x, spine): Spot, bottom: i32, wide: i32) {
    let high = height(bone, wide);
    let bottom = bottom.min(spine + AIR + high);
    let lines = count(name_lines(&bone.0, wide).len()) * leading(TEXT);
    let top = bottom - lines - 4;
    out.line((x + 8 + LEAN, spine), (x + 8, top), pen(bone));
    write(out, bone, (x + LEAN + 18, spine + leading(SMALL) + 4), wide);
    name(out, bone, (x, top), wide);
}

/// A bone without factors is only hinted at.
fn pen((_, factors): &Named) -> Pen {
    if factors.is_empty() {
        Pen::thin(Ink::Aside).broken()
    } else {
        Pen {
            width: 2,
            ..Pen::thin(Ink::Text)
        }
    }
}

fn name(out: &mut Drawing, (name, factors): &Named, (x, y): Spot, wide: i32) -> i32 {
    let label = Label::new(name.as_str());
    let label = if factors.is_empty() {
        label.ink(Ink::Aside)
    } else {
        label.bold().ink(Ink::Accent)
    };
    out.lines((x, y + TEXT), wide - 16, &label) - TEXT + 4
}

/// The texts, each behind a short stroke.
fn write(out: &mut Drawing, bone: &Named, (x, y): Spot, wide: i32) {
    let mut y = y;
    for lines in texts(bone, wide) {
        out.line((x - 8, y - 4), (x - 3, y - 4), Pen::thin(Ink::Text));
        for line in lines {
            out.text((x, y), Label::new(line).small());
            y += leading(SMALL);
        }
        y += 4;
    }
}

/// The trunk that joins the spines, the arrow, and what all leads to.
fn head(out: &mut Drawing, text: &str, spines: &[i32]) {
    let (first, last) = (
        spines.first().copied().unwrap_or(0),
        spines.last().copied().unwrap_or(0),
    );
    let y = i32::midpoint(first, last);
    out.line((TRUNK, first), (TRUNK, last), Pen::thick(Ink::Text));
    out.line((TRUNK, y), (TRUNK + 18, y), Pen::thick(Ink::Text));
    let tip = TRUNK + 28;
    out.polygon(
        vec![(tip, y), (tip - 12, y - 7), (tip - 12, y + 7)],
        Fill::Solid,
    );
    let lines = count(wrap(text, HEAD - 16, TEXT).len());
    let high = lines * leading(TEXT) + 16;
    let top = (y - high / 2).max(1);
    out.rect(
        (tip + 2, top),
        (HEAD, high),
        Fill::Paper,
        Some(Pen {
            width: 2,
            ..Pen::thin(Ink::Accent)
        }),
    );
    let label = Label::new(text).bold();
    out.lines((tip + 10, top + TEXT + 7), HEAD - 16, &label);
}
