//! What can be read on the second terminal, one panel at a time. A new panel is a variant here and a file beside.

use super::{Shown, aloud, cues, lacks, parked, wide};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use ratatui::layout::Rect;

/// Columns from one name to the next.
const GAP: u16 = 3;

/// A panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Panel {
    /// What to say at this step, and what comes next.
    #[default]
    Aloud,
    /// What to do when the room gets stuck, and how to go about the step.
    Cues,
    /// What is still missing.
    Lacks,
    /// The parking lot.
    Parked,
}

impl Panel {
    const ALL: [Self; 4] = [Self::Aloud, Self::Cues, Self::Lacks, Self::Parked];

    /// The panel that many places further, round and round.
    pub fn beside(self, delta: isize) -> Self {
        let n = Self::ALL.len();
        let at = Self::ALL.iter().position(|panel| *panel == self);
        Self::ALL[(at.unwrap_or(0) + n).saturating_add_signed(delta) % n]
    }

    /// What it is called, with how much is in it where that counts.
    fn name(self, desk: &Desk) -> String {
        let words = desk.words();
        let counted = |name: &str, n: usize| match n {
            0 => name.to_owned(),
            n => format!("{name} ({n})"),
        };
        match self {
            Self::Aloud => words.second_aloud().to_owned(),
            Self::Cues => words.second_cues().to_owned(),
            Self::Lacks => words.still_missing().to_owned(),
            Self::Parked => counted(words.parking_title(), parked::count(desk)),
        }
    }

    /// What it says of a step.
    pub fn paras(self, shown: &Shown, desk: &Desk) -> Vec<Para> {
        match self {
            Self::Aloud => aloud::paras(shown, desk),
            Self::Cues => cues::paras(shown, desk),
            Self::Lacks => lacks::paras(shown, desk),
            Self::Parked => parked::paras(desk),
        }
    }

    /// The names in a row, each with its place; where they do not fit, that of this panel alone.
    fn names(self, row: Rect, desk: &Desk) -> Vec<(Self, Rect, String)> {
        let mut x = row.x;
        let mut out = Vec::new();
        for panel in Self::ALL {
            let name = panel.name(desk);
            let width = wide(&name);
            out.push((panel, Rect { x, width, ..row }, name));
            x += width + GAP;
        }
        if x > row.right() + GAP {
            out.retain(|(panel, ..)| *panel == self);
            for (_, place, _) in &mut out {
                place.x = row.x;
            }
        }
        out
    }

    /// The panel whose name stands there.
    pub fn at(col: u16, row: u16, tabs: Rect, desk: &Desk) -> Option<Self> {
        let names = Self::default().names(tabs, desk);
        let mut hit = names
            .into_iter()
            .filter(|(_, at, _)| at.contains((col, row).into()));
        hit.next().map(|(panel, ..)| panel)
    }

    /// Draws the names, this one marked.
    pub fn draw_names(self, desk: &Desk, row: Rect, canvas: &mut Canvas) {
        for (panel, place, name) in self.names(row, desk) {
            let chosen = panel == self;
            if chosen {
                let mark = Rect {
                    x: place.x.saturating_sub(1),
                    width: 1,
                    ..place
                };
                canvas.line(mark, canvas.look.signs.focus, Role::Mark);
            }
            let role = if chosen { Role::Title } else { Role::Aside };
            canvas.line(place, &name, role);
        }
    }
}
