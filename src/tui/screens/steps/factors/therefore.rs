//! The chains of whys read backwards: from the last why to the deviation, « donc » at every link. What does not follow shows
//! when it is read aloud.

use super::figures::{Sheet, Target, piece};
use super::person::ends_on_a_person;
use crate::domain::whys::{Chain, chains};
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::Role;
use crate::tui::widgets::figure::{Figure, Piece};
use crate::tui::widgets::wrap::width;

/// The chains, one link a line, and what their stops are.
pub fn figure(sheet: &Sheet) -> (Figure, Vec<Target>) {
    let mut reading = Reading {
        sheet,
        figure: Figure::default(),
        targets: Vec::new(),
    };
    for chain in chains(sheet.analysis) {
        reading.chain(&chain);
    }
    (reading.figure, reading.targets)
}

struct Reading<'a> {
    sheet: &'a Sheet<'a>,
    figure: Figure,
    targets: Vec<Target>,
}

impl Reading<'_> {
    fn chain(&mut self, chain: &Chain) {
        let (words, analysis) = (self.sheet.words, self.sheet.analysis);
        if !self.figure.rows.is_empty() {
            self.figure.rows.push(Vec::new());
        }
        for (n, id) in chain.whys.iter().enumerate() {
            let what = analysis.whys.get(*id).map(|why| &why.what);
            let text = what.map_or(words.why_unsaid(), |what| or(what, words.why_unsaid()));
            self.link(n > 0, text, Target::Why(*id));
            if n == 0 && ends_on_a_person(text, self.sheet.lang) {
                let text = format!("{} {}", self.sheet.signs.see, words.why_person_short());
                let row = vec![piece(self.text_col(), &text, Role::See)];
                self.figure.rows.push(row);
            }
        }
        if let Some(d) = chain.deviation.and_then(|id| analysis.deviations.get(id)) {
            let text = or(&d.observed, words.deviation_unsaid());
            self.link(true, &format!("{} {text}", d.id), Target::Deviation(d.id));
        }
    }

    /// Where wordings begin: after the widest « donc ».
    fn text_col(&self) -> usize {
        2 + width(self.sheet.words.therefore()) + 2
    }

    fn link(&mut self, follows: bool, text: &str, target: Target) {
        let from = self.figure.rows.len();
        let col = self.text_col();
        let room = self.sheet.wide.saturating_sub(col);
        let stop = Some(self.figure.stops.len());
        for (n, line) in (self.sheet.wrap)(text, room).into_iter().enumerate() {
            let mut row = Vec::new();
            if follows && n == 0 {
                row.push(piece(2, self.sheet.words.therefore(), Role::Title));
            }
            row.push(Piece {
                stop,
                ..piece(col, &line, Role::Body)
            });
            self.figure.rows.push(row);
        }
        self.figure.stop(from, 0);
        self.targets.push(target);
    }
}
