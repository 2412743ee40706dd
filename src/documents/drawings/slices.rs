//! The slices of Reason: the barriers in the order in which the event met them, what each did, how far the path went.

use crate::documents::svg::{
    Drawing, Fill, Ink, Label, Pen, SMALL, Spot, TEXT, WIDTH, leading, width, wrap,
};
use crate::domain::analysis::{Barrier, BarrierState};
use crate::domain::slices::{Reach, Slice, Slices};
use crate::words::Words;

/// Units at both ends, for the words there.
const SIDE: i32 = 72;
/// Most slices of one picture.
const MOST: usize = 6;
/// Width and height of a slice, and where its top is.
const WIDE: i32 = 34;
const HIGH: i32 = 120;
const TOP: i32 = 40;
/// Radius of a hole.
const HOLE: i32 = 11;
/// Most lines of the wording of a barrier.
const LINES: usize = 6;

/// The pictures: one, or one for each piece of a long path.
pub fn slices(words: Words, title: &str, slices: &Slices) -> Vec<Drawing> {
    let n_pieces = slices.all.len().div_ceil(MOST).max(1);
    let each = slices.all.len().div_ceil(n_pieces).max(1);
    let pieces = slices.all.chunks(each).enumerate();
    let drawn = |(n, piece): (usize, &[Slice])| {
        let behind = slices.all.get((n + 1) * each).map(|slice| slice.reach);
        let ends = Ends {
            first: n == 0,
            behind,
            harm: slices.harm,
        };
        drawn(words, title, piece, &ends)
    };
    pieces.map(drawn).collect()
}

/// What lies around a piece.
struct Ends {
    first: bool,
    /// What arrives at the piece behind it, if there is one.
    behind: Option<Reach>,
    harm: Reach,
}

fn drawn(words: Words, title: &str, piece: &[Slice], ends: &Ends) -> Drawing {
    let said: Vec<String> = piece.iter().map(|s| told(words, s.barrier)).collect();
    let mut out = Drawing::new(title, said.join(words.doc_semicolon()));
    let n = i32::try_from(piece.len().max(1)).unwrap_or(1);
    let cell = (WIDTH - 2 * SIDE) / n;
    let middle = |at: usize| SIDE + cell * i32::try_from(at).unwrap_or(0) + cell / 2;
    kinds(&mut out, words, piece, cell);
    let y = TOP + HIGH / 2;
    for (at, slice) in piece.iter().enumerate() {
        band(&mut out, slice.barrier.state, middle(at));
    }
    path(&mut out, piece, ends, &middle);
    for (at, slice) in piece.iter().enumerate() {
        hole(&mut out, slice, (middle(at), y));
        under(&mut out, words, slice.barrier, middle(at), cell - 8);
    }
    let head = if ends.first {
        words.slices_danger()
    } else {
        "…"
    };
    out.text((0, y + 4), Label::new(head).bold());
    let end = match (ends.behind, ends.harm) {
        (Some(_), _) => "…",
        (None, Reach::Stopped) => piece
            .last()
            .map_or("", |s| words.slices_stopped(s.barrier.kind)),
        (None, _) => words.slices_harm(),
    };
    out.text((WIDTH, y + 4), Label::new(end).bold().end());
    out
}

/// A barrier in words: its number, its wording, what it did.
fn told(words: Words, barrier: &Barrier) -> String {
    let parts = [barrier.id.to_string(), state(words, barrier)];
    parts.join(words.doc_colon())
}

/// What it did, and what it did then.
fn state(words: Words, barrier: &Barrier) -> String {
    let first = words.barrier_state(barrier.state);
    barrier.then.map_or_else(
        || first.to_owned(),
        |then| format!("{first} → {}", words.barrier_state(then)),
    )
}

/// The kinds of the barriers above them, each with a line over its own.
fn kinds(out: &mut Drawing, words: Words, piece: &[Slice], cell: i32) {
    let mut at = 0;
    for same in piece.chunk_by(|a, b| a.barrier.kind == b.barrier.kind) {
        let n = i32::try_from(same.len()).unwrap_or(1);
        let (from, to) = (SIDE + at * cell + 6, SIDE + (at + n) * cell - 6);
        let kind = same[0].barrier.kind;
        let name = words.capital(words.barrier_kind(kind));
        let fits = width(&name, TEXT) < to - from;
        let name = if fits {
            name
        } else {
            words.slices_kind(kind).to_owned()
        };
        out.text(
            (i32::midpoint(from, to), TEXT),
            Label::new(name).bold().middle(),
        );
        out.line((from, TEXT + 8), (to, TEXT + 8), Pen::thin(Ink::Aside));
        at += n;
    }
}

/// A slice: whole, half where the event went around it, only outlined where there was none.
fn band(out: &mut Drawing, state: BarrierState, x: i32) {
    let at = (x - WIDE / 2, TOP);
    let pen = Pen::thin(Ink::Text);
    match state {
        BarrierState::Worked => out.rect(at, (WIDE, HIGH), Fill::Solid, Some(pen)),
        BarrierState::Failed => out.rect(at, (WIDE, HIGH), Fill::Pale, Some(pen)),
        BarrierState::Absent => out.rect(at, (WIDE, HIGH), Fill::Paper, Some(pen.broken())),
        BarrierState::Disabled => out.rect(at, (WIDE, HIGH), Fill::Paper, Some(pen)),
        BarrierState::Bypassed => {
            let half = HIGH / 2 - HOLE;
            out.rect(
                (at.0, TOP + HIGH - half),
                (WIDE, half),
                Fill::Pale,
                Some(pen),
            );
        }
        BarrierState::Unknown => out.rect(at, (WIDE, HIGH), Fill::Rising, Some(pen)),
    }
}

/// The hole through which the event went, with the sign of what the barrier did.
fn hole(out: &mut Drawing, slice: &Slice, (x, y): Spot) {
    let sign = match slice.barrier.state {
        BarrierState::Worked => {
            out.text((x, y + 6), Label::new("✓").bold().middle().ink(Ink::Paper));
            return;
        }
        BarrierState::Failed => "✗",
        BarrierState::Absent => "",
        BarrierState::Bypassed | BarrierState::Disabled => "○",
        BarrierState::Unknown => "?",
    };
    if !sign.is_empty() {
        out.circle((x, y), HOLE, Fill::Paper);
        out.text((x, y + 5), Label::new(sign).bold().middle());
    }
}

/// The stretches of the path, dotted where only a part of it is left; an arrow where it arrives.
fn path(out: &mut Drawing, piece: &[Slice], ends: &Ends, middle: &dyn Fn(usize) -> i32) {
    let y = TOP + HIGH / 2;
    let last = ends.behind.unwrap_or(ends.harm);
    let reaches = piece.iter().map(|slice| slice.reach).chain([last]);
    let stopped = |slice: &Slice| slice.barrier.state == BarrierState::Worked;
    for (at, reach) in reaches.enumerate() {
        let before = at.checked_sub(1).and_then(|before| piece.get(before));
        let from = match before {
            Some(slice) if stopped(slice) => middle(at - 1) + WIDE / 2,
            Some(_) => middle(at - 1),
            None => SIDE - 6,
        };
        let to = match piece.get(at) {
            Some(slice) if stopped(slice) => middle(at) - WIDE / 2,
            Some(_) => middle(at),
            None => WIDTH - SIDE + 4,
        };
        let pen = match reach {
            Reach::Whole => Pen::thick(Ink::Text),
            Reach::Part => Pen::thick(Ink::Text).broken(),
            Reach::Stopped => continue,
        };
        out.line((from, y), (to, y), pen);
        if at == piece.len() {
            out.polygon(
                vec![(to + 8, y), (to - 4, y - 6), (to - 4, y + 6)],
                Fill::Solid,
            );
        }
    }
}

/// The number, the wording and the state of a barrier below it.
fn under(out: &mut Drawing, words: Words, barrier: &Barrier, x: i32, wide: i32) {
    let y = TOP + HIGH + leading(TEXT) + 2;
    out.text((x, y), Label::new(barrier.id.to_string()).bold().middle());
    let mut lines = wrap(barrier.what.as_str(), wide, SMALL);
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    let mut y = y + leading(SMALL) + 2;
    for line in lines {
        out.text((x, y), Label::new(line).small().middle());
        y += leading(SMALL);
    }
    let said = Label::new(state(words, barrier))
        .small()
        .middle()
        .ink(Ink::Aside);
    out.lines((x, y + 3), wide, &said);
}
