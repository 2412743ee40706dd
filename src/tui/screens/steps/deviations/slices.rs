//! The slices of Reason: one band a barrier, the path of the event through their holes, the barrier in focus in full.

mod bands;

use super::barrier::state_of;
use crate::domain::analysis::{Analysis, BarrierNature};
use crate::domain::ids::{BarrierId, DeviationId};
use crate::domain::list::Keyed;
use crate::domain::slices::{Slice, Slices};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::Input;
use crate::tui::screens::steps::shared::{analysis, or};
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::wrap::wrap;
use crate::words::Words;
use ratatui::layout::Rect;

/// The place of the picture.
const SLICES: &str = "slices";
/// Text is never wider than this.
const MAX_TEXT: u16 = 72;
/// Below this height the picture does without air.
const AIRY: u16 = 14;

/// What the picture shows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct View {
    /// Whether it is shown.
    pub(super) on: bool,
    /// Only the barriers at this deviation.
    deviation: Option<DeviationId>,
    /// The barrier in focus; none: the first one.
    focus: Option<BarrierId>,
}

/// What input did.
pub(super) enum Step {
    /// Not for the picture.
    Ignored,
    /// Done.
    Stay,
    /// This barrier is to be opened.
    Open(BarrierId),
}

impl View {
    /// What is shown, as words that [`View::restore`] understands: `slices D1 B3 `; nothing while it is not shown.
    pub(super) fn place(self) -> String {
        if !self.on {
            return String::new();
        }
        let deviation = self.deviation.map(|id| id.to_string()).unwrap_or_default();
        let focus = self.focus.map(|id| id.to_string()).unwrap_or_default();
        format!("{SLICES} {deviation} {focus} ")
    }

    /// Puts it back; gives what of the place is not its own.
    pub(super) fn restore(&mut self, place: &str) -> String {
        let mut parts = place.splitn(4, ' ');
        self.on = parts.next() == Some(SLICES);
        if !self.on {
            return place.to_owned();
        }
        self.deviation = parts.next().and_then(|id| id.parse().ok());
        self.focus = parts.next().and_then(|id| id.parse().ok());
        parts.next().unwrap_or_default().to_owned()
    }

    /// Shows or hides the picture; shown, with this barrier in focus.
    pub(super) fn turn(&mut self, focus: Option<BarrierId>) {
        self.on = !self.on;
        self.focus = focus.or(self.focus);
    }

    /// Puts a barrier in focus.
    pub(super) fn look_at(&mut self, focus: BarrierId) {
        self.focus = Some(focus);
    }

    /// The barrier in focus.
    pub(super) fn focus(self) -> Option<BarrierId> {
        self.focus
    }

    /// The deviation in question, if it is still there.
    fn deviation(self, analysis: &Analysis) -> Option<DeviationId> {
        self.deviation
            .filter(|id| analysis.deviations.get(*id).is_some())
    }

    /// The place of the barrier in focus among those shown.
    fn index(self, slices: &Slices) -> usize {
        let here = slices
            .all
            .iter()
            .position(|s| Some(s.barrier.id) == self.focus);
        here.unwrap_or(0)
    }

    /// Takes input: from barrier to barrier, from deviation to deviation.
    pub(super) fn take(&mut self, input: &Input, desk: &Desk) -> Step {
        let Some(analysis) = analysis(desk) else {
            return Step::Ignored;
        };
        let slices = Slices::new(analysis, self.deviation(analysis));
        let delta = match input {
            Input::Command(Command::Confirm) => {
                let open = slices.all.get(self.index(&slices));
                return open.map_or(Step::Stay, |slice| Step::Open(slice.barrier.id));
            }
            Input::Command(Command::PrevDeviation) => return self.turn_deviation(analysis, -1),
            Input::Command(Command::NextDeviation) => return self.turn_deviation(analysis, 1),
            Input::Command(Command::Left) => -1,
            Input::Command(Command::Right) => 1,
            Input::Command(Command::First) => isize::MIN,
            Input::Command(Command::Last) => isize::MAX,
            Input::Wheel(lines) => isize::from(*lines),
            _ => return Step::Ignored,
        };
        let last = slices.all.len().saturating_sub(1);
        let to = self.index(&slices).saturating_add_signed(delta).min(last);
        self.focus = slices.all.get(to).map(|s| s.barrier.id);
        Step::Stay
    }

    /// All deviations, then one after the other, and round again.
    fn turn_deviation(&mut self, analysis: &Analysis, delta: isize) -> Step {
        let all = &analysis.deviations;
        let now = self.deviation(analysis).and_then(|id| all.index_of(id));
        let count = all.len() + 1;
        let next = (now.map_or(0, |i| i + 1) + count).saturating_add_signed(delta) % count;
        self.deviation = next.checked_sub(1).and_then(|i| all.at(i)).map(Keyed::id);
        Step::Stay
    }

    /// Draws.
    pub(super) fn draw(self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let inner = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(4),
            ..area
        };
        let Some(analysis) = analysis(desk).filter(|a| !a.barriers.is_empty()) else {
            canvas.text(inner, desk.words().slices_empty(), Role::Aside);
            return;
        };
        let slices = Slices::new(analysis, self.deviation(analysis));
        let scene = Scene {
            words: desk.words(),
            signs: desk.prefs.theme.signs,
            analysis,
            deviation: self.deviation(analysis),
            focus: self.index(&slices),
            slices,
        };
        scene.draw(inner, canvas);
    }
}

/// What is drawn.
struct Scene<'a> {
    words: Words,
    signs: Signs,
    analysis: &'a Analysis,
    deviation: Option<DeviationId>,
    slices: Slices<'a>,
    /// The index of the slice in focus.
    focus: usize,
}

fn col(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

impl Scene<'_> {
    fn draw(&self, area: Rect, canvas: &mut Canvas) {
        let head = Rect { height: 1, ..area };
        let count = match self.slices.all.len() {
            0 => String::new(),
            n => self.words.slices_place(self.focus + 1, n),
        };
        let taken = canvas.line_right(head, &count, Role::Aside);
        let head = Rect {
            width: area.width.saturating_sub(taken + 2),
            ..head
        };
        canvas.line(head, &self.heading(), Role::Body);
        let below = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let width = area.width.min(MAX_TEXT);
        let Some(slice) = self.slices.all.get(self.focus) else {
            let empty = Rect {
                y: below.y + 1,
                ..below
            };
            canvas.text(empty, self.words.slices_none_here(), Role::Aside);
            return;
        };
        // As many rows for every barrier, so that nothing moves from one to the next.
        let rows = self
            .slices
            .all
            .iter()
            .map(|s| self.told(s, width).len())
            .max();
        let air = u16::from(area.height >= AIRY);
        let told = col(rows.unwrap_or(0)).min(below.height / (3 - air));
        let above = Rect {
            height: below.height.saturating_sub(told + air),
            ..below
        };
        let used = bands::draw(self, above, canvas) + air;
        let lines = self.told(slice, width);
        for (y, (text, role)) in (below.y + used..below.bottom()).zip(&lines) {
            canvas.line(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                text,
                *role,
            );
        }
    }

    /// The deviation whose barriers are shown, or that all are.
    fn heading(&self) -> String {
        let deviation = self
            .deviation
            .and_then(|id| self.analysis.deviations.get(id));
        deviation.map_or(self.words.slices_all().to_owned(), |d| {
            format!(
                "{} {}",
                d.id,
                or(&d.observed, self.words.deviation_unsaid())
            )
        })
    }

    /// A barrier in full: what it was for, what it did, its wording, its deviation, the remark.
    fn told(&self, slice: &Slice, width: u16) -> Vec<(String, Role)> {
        let (b, words) = (slice.barrier, self.words);
        let mut first = vec![
            b.id.to_string(),
            words.barrier_kind(b.kind).to_owned(),
            state_of(b, words),
        ];
        if b.nature != BarrierNature::Unknown {
            first.push(words.barrier_nature(b.nature).to_owned());
        }
        let mut out = Vec::new();
        let mut say = |text: &str, role: Role| {
            let lines = wrap(text, usize::from(width));
            out.extend(
                lines
                    .into_iter()
                    .map(|line| (text[line].trim_end().to_owned(), role)),
            );
        };
        say(&first.join(" · "), Role::Aside);
        say(or(&b.what, words.barrier_unsaid()), Role::Strong);
        if let Some(note) = b.note.filled() {
            say(note, Role::Body);
        }
        if let Some(d) = b.deviation.and_then(|id| self.analysis.deviations.get(id)) {
            let at = format!("{} {} {}", self.signs.place, d.id, d.observed);
            say(&at, Role::See);
        }
        out
    }
}
