//! The fishbone drawn: bones by pairs above and below a spine, as many pairs beside one another as fit, the spines joined by a
//! trunk that leads to the head.

use crate::documents::figure::{Mark, Strokes};
use crate::domain::ids::FactorId;
use unicode_width::UnicodeWidthStr;

/// From this width on the head stands at the right of the spine, below it above.
const BESIDE: usize = 72;
/// Narrowest place of a bone.
const MIN_BONE: usize = 20;
/// Most rows of the head.
const MAX_HEAD: usize = 5;

/// What a mark of the picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A line.
    Line,
    /// The name of a bone that has factors.
    Name,
    /// The name of a bone that has none.
    Bare,
    /// The wording of a factor.
    Factor(FactorId),
    /// What all leads to.
    Head,
}

/// A bone of the fish: its name, and each factor with its wording.
pub type Named = (String, Vec<(FactorId, String)>);

/// What is drawn: bones with the wordings of their factors, and the head.
#[derive(Clone, Debug)]
pub struct Fish {
    /// The bones.
    pub bones: Vec<Named>,
    /// What all leads to.
    pub head: String,
}

/// With what it is drawn.
#[derive(Clone, Copy)]
pub struct Pens<'a> {
    /// The strokes.
    pub strokes: Strokes,
    /// Breaks a text into lines of so many columns.
    pub wrap: &'a dyn Fn(&str, usize) -> Vec<String>,
}

/// The picture at this width.
pub fn draw(fish: &Fish, width: usize, pens: Pens) -> Vec<Mark<Voice>> {
    let beside = width >= BESIDE;
    let head_wide = if beside {
        (width * 3 / 10).min(28)
    } else {
        width
    };
    let trunk = if beside {
        width - head_wide - 4
    } else {
        width.saturating_sub(1)
    };
    let head = head_lines(&fish.head, head_wide, pens);
    let mut sheet = Sheet {
        marks: Vec::new(),
        pens,
        row: if beside { 0 } else { head.len() + 1 },
    };
    let pairs: Vec<_> = fish.bones.chunks(2).collect();
    let room = (trunk / MIN_BONE).clamp(1, pairs.len().max(1));
    let n_bands = pairs.len().div_ceil(room).max(1);
    let across = pairs.len().div_ceil(n_bands).max(1);
    let mut spines = Vec::new();
    for band in pairs.chunks(across) {
        spines.push(sheet.band(band, trunk / across));
    }
    let first = spines.first().copied().unwrap_or(0);
    if beside {
        sheet.join(&spines, trunk, first);
        sheet.put(first, trunk + 1, pens.strokes.level, Voice::Line);
        sheet.put(first, trunk + 2, pens.strokes.right, Voice::Line);
        let top = first.saturating_sub(head.len() / 2);
        for (n, line) in head.iter().enumerate() {
            sheet.put(top + n, trunk + 4, line, Voice::Head);
        }
    } else {
        sheet.join(&spines, trunk, head.len() + 1);
        for (row, line) in head.iter().enumerate() {
            sheet.put(row, width.saturating_sub(line.width()), line, Voice::Head);
        }
        sheet.put(head.len(), trunk, pens.strokes.up, Voice::Line);
    }
    sheet.marks
}

/// The head in as many lines as it has; of a longer one, the last line says that more follows.
fn head_lines(head: &str, wide: usize, pens: Pens) -> Vec<String> {
    let mut lines = (pens.wrap)(head, wide);
    if lines.len() > MAX_HEAD {
        lines.truncate(MAX_HEAD);
        if let Some(last) = lines.last_mut() {
            while last.width() + 2 > wide && last.pop().is_some() {}
            let kept = last.trim_end().len();
            last.truncate(kept);
            last.push_str(" …");
        }
    }
    lines
}

/// The lines of a bone.
struct Body {
    names: Vec<String>,
    /// Of which factor, whether it is its first line, the line.
    lines: Vec<(FactorId, bool, String)>,
}

/// The picture while it is drawn, band after band.
struct Sheet<'a> {
    marks: Vec<Mark<Voice>>,
    pens: Pens<'a>,
    /// The first free row.
    row: usize,
}

impl Sheet<'_> {
    fn put(&mut self, row: usize, col: usize, text: &str, voice: Voice) {
        self.marks.push(Mark {
            row,
            col,
            text: text.to_owned(),
            voice,
        });
    }

    /// Pairs of bones above and below one spine; gives the row of the spine.
    fn band(&mut self, pairs: &[&[Named]], wide: usize) -> usize {
        let bodies: Vec<Vec<Body>> = pairs
            .iter()
            .map(|pair| pair.iter().map(|bone| self.body(bone, wide)).collect())
            .collect();
        let high = |side: usize| {
            let all = bodies.iter().filter_map(|pair| pair.get(side));
            all.map(|body| body.names.len() + body.lines.len()).max()
        };
        let spine = self.row + high(0).unwrap_or(0) + 1;
        for (n, (pair, bodies)) in pairs.iter().zip(&bodies).enumerate() {
            let col = n * wide + 1;
            for (side, (bone, body)) in pair.iter().zip(bodies).enumerate() {
                self.bone(bone, body, spine, (col, side == 0));
            }
        }
        let below = high(1).map_or(0, |rows| rows.max(1));
        self.row = spine + below + 2;
        spine
    }

    /// The lines of a bone's name and of its factors.
    fn body(&self, bone: &Named, wide: usize) -> Body {
        let wrap = self.pens.wrap;
        let mut lines = Vec::new();
        for (id, wording) in &bone.1 {
            let wrapped = wrap(wording, wide.saturating_sub(4).max(6));
            let of = wrapped.into_iter().enumerate();
            lines.extend(of.map(|(n, line)| (*id, n == 0, line)));
        }
        Body {
            names: wrap(&bone.0, wide.saturating_sub(3).max(6)),
            lines,
        }
    }

    /// One bone, above the spine or below it: its name first, then its factors along an upright.
    fn bone(&mut self, bone: &Named, body: &Body, spine: usize, (col, above): (usize, bool)) {
        let strokes = self.pens.strokes;
        let voice = if bone.1.is_empty() {
            Voice::Bare
        } else {
            Voice::Name
        };
        let high = body.names.len() + body.lines.len();
        let (first, name_col) = if above {
            self.put(spine - 1, col, strokes.falls, Voice::Line);
            (spine - 1 - high, col)
        } else {
            self.put(spine + 1, col, strokes.rises, Voice::Line);
            (spine + 1, col + 2)
        };
        for (n, name) in body.names.iter().enumerate() {
            self.put(first + n, name_col, name, voice);
        }
        let first = first + body.names.len();
        for (n, (id, begins, line)) in body.lines.iter().enumerate() {
            // Below the spine the upright ends at its last factor; above, it goes on down to the spine.
            let ends = !above && body.lines[n..].iter().all(|(other, ..)| other == id);
            let stroke = match (*begins, ends) {
                (true, false) => strokes.branch,
                (true, true) => strokes.last,
                (false, false) => strokes.upright,
                (false, true) => " ",
            };
            self.put(first + n, col, stroke, Voice::Line);
            self.put(first + n, col + 2, line, Voice::Factor(*id));
        }
    }

    /// The spines, and the trunk that gathers them from row `from` on.
    fn join(&mut self, spines: &[usize], trunk: usize, from: usize) {
        let strokes = self.pens.strokes;
        for (n, row) in spines.iter().enumerate() {
            self.put(*row, 0, &strokes.level.repeat(trunk), Voice::Line);
            let begins = *row == from;
            let knot = match (begins, n + 1 == spines.len()) {
                (true, true) => strokes.level,
                (true, false) => strokes.forks,
                (false, true) => strokes.turns_up,
                (false, false) => strokes.joins,
            };
            self.put(*row, trunk, knot, Voice::Line);
        }
        let to = spines.last().copied().unwrap_or(0);
        for row in (from..to).filter(|row| !spines.contains(row)) {
            self.put(row, trunk, strokes.upright, Voice::Line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::figure::{lines, wrap};
    use proptest::prelude::*;

    fn fish(factors: &[usize]) -> Fish {
        let mut id = 0;
        let mut bone = |(n, count): (usize, &usize)| {
            let mut factor = || {
                id += 1;
                (FactorId(id), format!("cause {id} dite par le groupe"))
            };
            (format!("Os {n}"), (0..*count).map(|_| factor()).collect())
        };
        Fish {
            bones: factors.iter().enumerate().map(&mut bone).collect(),
            head: "Deux anticoagulants au retour d'hospitalisation".to_owned(),
        }
    }

    fn drawn(factors: &[usize], width: usize) -> Vec<String> {
        let pens = Pens {
            strokes: Strokes::FULL,
            wrap: &wrap,
        };
        lines(&draw(&fish(factors), width, pens))
    }

    #[test]
    fn bones_stand_by_pairs_on_a_spine_that_leads_to_the_head() {
        let expected = [
            "           Deux anticoagulants au retour d'hospitalisation",
            "                                                         ▲",
            " Os 0                        Os 2                        │",
            " ├ cause 1 dite par le       ├ cause 4 dite par le       │",
            " │ groupe                    │ groupe                    │",
            " ╲                           ╲                           │",
            "─────────────────────────────────────────────────────────┘",
            " ╱ Os 1                      ╱ Os 3",
            " ├ cause 2 dite par le",
            " │ groupe",
            " └ cause 3 dite par le",
            "   groupe",
        ];
        assert_eq!(drawn(&[1, 2, 1, 0], 58), expected);
    }

    #[test]
    fn where_there_is_room_the_head_stands_at_the_end_of_the_spine() {
        let all = drawn(&[1, 2, 1, 0], 72);
        let spine = all.iter().find(|l| l.starts_with('─')).map(String::as_str);
        assert!(spine.is_some_and(|l| l.contains("▶ au retour")), "{all:?}");
    }

    #[test]
    fn a_head_too_long_for_its_place_says_that_it_goes_on() {
        let mut long = fish(&[1, 1]);
        long.head = "plateau donné à une autre résidente ".repeat(12);
        for width in [58, 72, 100] {
            let pens = Pens {
                strokes: Strokes::FULL,
                wrap: &wrap,
            };
            let marks = draw(&long, width, pens);
            let head = marks.iter().filter(|m| m.voice == Voice::Head);
            let head: Vec<&str> = head.map(|m| m.text.as_str()).collect();
            assert_eq!(head.len(), MAX_HEAD);
            assert!(head[MAX_HEAD - 1].ends_with(" …"), "{head:?}");
            assert!(!head[MAX_HEAD - 2].contains('…'), "{head:?}");
            assert!(lines(&marks).iter().all(|line| line.width() <= width));
        }
    }

    proptest! {
        #[test]
        fn every_factor_is_drawn_and_nothing_is_wider_than_asked(factors in prop::collection::vec(0_usize..7, 1..9), width in 40_usize..120) {
            let all = drawn(&factors, width);
            prop_assert!(all.iter().all(|line| line.width() <= width), "{:?}", all);
            let flat: Vec<&str> = all.iter().flat_map(|l| l.split_whitespace()).collect();
            let causes = flat.iter().filter(|word| **word == "cause").count();
            prop_assert_eq!(causes, factors.iter().sum::<usize>());
            let bones = flat.iter().filter(|word| **word == "Os").count();
            prop_assert_eq!(bones, factors.len());
        }
    }
}
