//! What can be read on the second terminal, one panel at a time. A new panel is a variant here and a file beside.

use super::{Shown, aloud, cards, control, cues, key, lacks, parked, roles, wide};
use crate::content;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::findings::Findings;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use ratatui::layout::Rect;

/// Columns from one name to the next, and the fewest where the names would not fit.
const GAPS: [u16; 2] = [3, 2];

/// A panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Panel {
    /// What to say at this step, and what comes next.
    #[default]
    Aloud,
    /// Of a simulation: what is to come.
    Control,
    /// Of a simulation: the cards and where they lead.
    Cards,
    /// Of a simulation: who plays what, and the challenges.
    Roles,
    /// Of a simulation: the key.
    Key,
    /// What to do when the room gets stuck, and how to go about the step.
    Cues,
    /// What is still missing.
    Lacks,
    /// The parking lot.
    Parked,
}

impl Panel {
    const ALL: [Self; 8] = [
        Self::Aloud,
        Self::Control,
        Self::Cards,
        Self::Roles,
        Self::Key,
        Self::Cues,
        Self::Lacks,
        Self::Parked,
    ];

    /// Whether only the trainer of a simulation reads it.
    pub const fn is_of_training(self) -> bool {
        matches!(self, Self::Control | Self::Cards | Self::Roles | Self::Key)
    }

    /// The panels of the session that is followed.
    fn all(desk: &Desk) -> impl Iterator<Item = Self> {
        let played = desk.session().and_then(content::scenario_of).is_some();
        let all = Self::ALL.into_iter();
        all.filter(move |panel| played || !panel.is_of_training())
    }

    /// The panel that many places further, round and round.
    pub fn beside(self, delta: isize, desk: &Desk) -> Self {
        let all: Vec<Self> = Self::all(desk).collect();
        let n = all.len();
        let at = all.iter().position(|panel| *panel == self);
        all[(at.unwrap_or(0) + n).saturating_add_signed(delta) % n]
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
            Self::Control => words.backstage_control().to_owned(),
            Self::Cards => words.backstage_cards().to_owned(),
            Self::Roles => words.backstage_roles().to_owned(),
            Self::Key => words.backstage_key().to_owned(),
            Self::Cues => words.second_cues().to_owned(),
            Self::Lacks => words.still_missing().to_owned(),
            Self::Parked => counted(words.parking_title(), parked::count(desk)),
        }
    }

    /// What it says of a step.
    pub fn paras(self, shown: &Shown, findings: &Findings, desk: &Desk) -> Vec<Para> {
        match self {
            Self::Aloud => aloud::paras(shown, desk),
            Self::Cues => cues::paras(shown, desk),
            Self::Lacks => lacks::paras(shown, desk),
            Self::Parked => parked::paras(desk),
            Self::Control | Self::Cards | Self::Roles | Self::Key => {
                self.of_training(shown, findings, desk).unwrap_or_default()
            }
        }
    }

    /// What a panel of the trainer says, while the scenario is known.
    fn of_training(self, shown: &Shown, findings: &Findings, desk: &Desk) -> Option<Vec<Para>> {
        let session = desk.session()?;
        let scenario = content::scenario_of(session)?;
        Some(match self {
            Self::Control => control::paras(shown, session, scenario, desk),
            Self::Roles => roles::paras(session, scenario, desk),
            Self::Cards => cards::paras(session, scenario, &findings.all(desk), desk),
            _ => key::paras(shown, scenario, &findings.all(desk), desk),
        })
    }

    /// The names in a row, each with its place; where they do not fit, that of this panel alone.
    fn names(self, row: Rect, desk: &Desk) -> Vec<(Self, Rect, String)> {
        let all: Vec<(Self, String)> = Self::all(desk)
            .map(|panel| (panel, panel.name(desk)))
            .collect();
        let laid = |gap: u16| {
            let mut x = row.x;
            let place = |(panel, name): &(Self, String)| {
                let at = Rect {
                    x,
                    width: wide(name),
                    ..row
                };
                x = at.right() + gap;
                (*panel, at, name.clone())
            };
            let out: Vec<(Self, Rect, String)> = all.iter().map(place).collect();
            let fits = out
                .last()
                .is_none_or(|(_, at, _)| at.right() <= row.right());
            fits.then_some(out)
        };
        let alone = || {
            let name = self.name(desk);
            let width = wide(&name);
            vec![(self, Rect { width, ..row }, name)]
        };
        GAPS.into_iter().find_map(laid).unwrap_or_else(alone)
    }

    /// The panel whose name stands there, while this one is read.
    pub fn at(self, col: u16, row: u16, tabs: Rect, desk: &Desk) -> Option<Self> {
        let names = self.names(tabs, desk);
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
