//! The line of time: a lane for each actor, a sign for each fact at its hour, time that is skipped drawn as such.

use super::star;
use crate::documents::svg::{
    Drawing, Fill, Ink, Label, Pen, SMALL, Spot, TEXT, WIDTH, leading, width, wrap,
};
use crate::domain::timeline::{Line, Spread};
use crate::words::Words;
use chrono::Timelike as _;

/// Widest name of a lane.
const NAMES: i32 = 170;
/// Units of a column of the line.
const COLUMN: i32 = 7;
/// Least height of a lane.
const LANE: i32 = 38;

/// The pictures: one, or one for each piece of a line too long for it.
pub fn line(words: Words, title: &str, line: &Line) -> Vec<Drawing> {
    let names: Vec<&str> = line
        .lanes
        .iter()
        .map(|name| {
            if name.is_empty() {
                words.line_nobody()
            } else {
                name
            }
        })
        .collect();
    let widest = names.iter().map(|name| width(name, TEXT)).max();
    let left = widest.unwrap_or(0).min(NAMES) + 14;
    let columns = usize::try_from((WIDTH - left - 24) / COLUMN)
        .unwrap_or(1)
        .max(1);
    let apart = usize::try_from(width(words.line_apart(), SMALL) / COLUMN + 1).unwrap_or(1);
    let spread = line.spread(columns, apart);
    let starts = (0..spread.width).step_by(columns);
    let piece = |from: usize| {
        let piece = Piece {
            line,
            spread: &spread,
            from,
            to: from + columns,
            left,
            words,
        };
        piece.drawn(title, &names)
    };
    starts.map(piece).collect()
}

/// The columns that stand in one picture.
struct Piece<'a> {
    line: &'a Line<'a>,
    spread: &'a Spread,
    from: usize,
    to: usize,
    /// Where the lanes begin.
    left: i32,
    words: Words,
}

impl Piece<'_> {
    fn drawn(&self, title: &str, names: &[&str]) -> Drawing {
        let mut out = Drawing::new(title, self.told());
        let mut y = 4;
        for (lane, name) in names.iter().enumerate() {
            let lines = i32::try_from(wrap(name, self.left - 14, TEXT).len()).unwrap_or(1);
            let high = LANE.max(lines * leading(TEXT) + 8);
            let middle = y + high / 2 + 4;
            let first = middle - lines * leading(TEXT) / 2 + TEXT - 2;
            out.lines((0, first), self.left - 14, &Label::new(*name));
            self.rule(&mut out, middle, Ink::Aside);
            self.facts(&mut out, lane, middle);
            y += high;
        }
        self.hours(&mut out, y + 8);
        let legend = Label::new(self.words.doc_line_legend()).small();
        let below = out.height + TEXT + 6;
        out.text((0, below), legend);
        out
    }

    /// What happened when, in words.
    fn told(&self) -> String {
        let shown = self.line.points.iter().zip(&self.spread.columns);
        let shown = shown.filter(|(_, column)| self.shows(**column));
        let one = |point: &crate::domain::timeline::Point| {
            let when = point.fact.when.show(self.words.is_french());
            let text = [point.fact.id.to_string(), when].join(" ");
            text.trim_end().to_owned()
        };
        let all: Vec<String> = shown.map(|(point, _)| one(point)).collect();
        all.join(self.words.doc_semicolon())
    }

    fn shows(&self, column: usize) -> bool {
        (self.from..self.to).contains(&column)
    }

    fn x(&self, column: usize) -> i32 {
        let column = i32::try_from(column.saturating_sub(self.from)).unwrap_or(0);
        self.left + 8 + column * COLUMN
    }

    /// A line across the piece, broken where time is skipped.
    fn rule(&self, out: &mut Drawing, y: i32, ink: Ink) {
        let end = self.spread.end().min(self.to);
        let mut at = self.from;
        while at < end {
            let skipped = self.spread.is_skipped(at);
            let same = (at..end).take_while(|c| self.spread.is_skipped(*c) == skipped);
            let next = at + same.count();
            let pen = Pen::thin(ink);
            let pen = if skipped { pen.broken() } else { pen };
            out.line((self.x(at), y), (self.x(next.min(end)), y), pen);
            at = next;
        }
    }

    /// The facts of a lane, their numbers above, below where there is no room above.
    fn facts(&self, out: &mut Drawing, lane: usize, y: i32) {
        let mut free = i32::MIN;
        for (point, column) in self.line.points.iter().zip(&self.spread.columns) {
            if point.lane != lane || !self.shows(*column) {
                continue;
            }
            let x = self.x(*column);
            match (point.deviates, point.fact.starred) {
                (true, _) => out.sign((x, y), 3, Fill::Solid),
                (false, true) => star(out, (x, y)),
                (false, false) => out.circle((x, y), 5, Fill::Solid),
            }
            let name = point.fact.id.to_string();
            let half = width(&name, SMALL) / 2;
            let above = x - half > free;
            let at = if above { y - 10 } else { y + 19 };
            out.text((x, at), Label::new(name).small().middle());
            if above {
                free = x + half + 2;
            }
        }
    }

    /// The axis with the hours and days, each where the one before leaves room.
    fn hours(&self, out: &mut Drawing, y: i32) {
        self.rule(out, y, Ink::Text);
        let placed = self.line.placed();
        for column in self.spread.columns[..placed]
            .iter()
            .filter(|c| self.shows(**c))
        {
            let x = self.x(*column);
            out.line((x, y - 4), (x, y + 4), Pen::thin(Ink::Text));
        }
        self.labels(out, y + 18, |index| {
            let hour = self.line.points[index].fact.when.hour();
            hour.map(|h| format!("{:02}:{:02}", h.hour(), h.minute()))
        });
        self.labels(out, y + 18 + leading(SMALL), |index| {
            let begins = self.line.begins_day(index);
            begins.then(|| self.words.moment_day(&self.line.points[index].fact.when))
        });
        if let Some(apart) = self.spread.apart.filter(|apart| self.shows(*apart)) {
            out.text(
                (self.x(apart) - 6, y + 4),
                Label::new(self.words.line_apart()).small(),
            );
        }
    }

    fn labels(&self, out: &mut Drawing, y: i32, label: impl Fn(usize) -> Option<String>) {
        let mut free = i32::MIN;
        for index in 0..self.line.placed() {
            let column = self.spread.columns[index];
            let Some(text) = label(index).filter(|_| self.shows(column)) else {
                continue;
            };
            let (long, place) = (width(&text, SMALL), self.x(column));
            let spot: Spot = (place.min(WIDTH - long), y);
            if spot.0 - 4 >= free {
                out.text((spot.0 - 4, y), Label::new(text).small());
                free = spot.0 + long + 4;
            }
        }
    }
}
