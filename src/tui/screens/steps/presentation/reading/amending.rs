//! Amending what is read: in the screen of its own step, which works on the presented analysis meanwhile.

use super::{AMENDING, Reading};
use crate::domain::agenda::StepKind;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::screens::steps::StepView;
use crate::tui::screens::steps::presentation::lines::Part;
use crate::tui::screens::{Flow, Input, Spot};

impl Reading {
    /// The step whose screen is open on this analysis.
    pub fn amends(&self, desk: &Desk) -> Option<StepKind> {
        let opened = desk.session().and_then(|s| s.under_way);
        self.amends
            .filter(|_| opened.is_some() && opened == self.analysis)
    }

    /// Whether the screen that is open shows a picture.
    pub fn is_picture(&self) -> bool {
        let mut open = self
            .views
            .iter()
            .filter(|(kind, _)| Some(*kind) == self.amends);
        open.any(|(_, view)| view.is_picture())
    }

    pub(super) fn view(&self, desk: &Desk) -> Option<&StepView> {
        let step = self.amends(desk)?;
        let view = self.views.iter().find(|(kind, _)| *kind == step);
        view.map(|(_, view)| view)
    }

    /// Looks in the past for what is like that which is open.
    pub fn look_back(&mut self, desk: &mut Desk) {
        let step = self.amends(desk);
        let view = self.views.iter_mut().find(|(kind, _)| Some(*kind) == step);
        if let Some((_, view)) = view {
            view.look_back(desk);
        }
    }

    /// Takes a line out; it stays in sight, marked.
    pub(super) fn remove(&self, part: Part, desk: &mut Desk) {
        let id = self.analysis;
        desk.edit(Group::Alone, |session| {
            let opened = session.under_way;
            session.open_analysis(id);
            part.remove(session);
            session.open_analysis(opened);
        });
    }

    /// Opens the screen of a step on this analysis.
    pub(super) fn open_step(
        &mut self,
        step: StepKind,
        place: &str,
        one_line: bool,
        desk: &mut Desk,
    ) {
        let id = self.analysis;
        desk.open_analysis(id);
        let mut fresh = StepView::new(step, desk);
        fresh.restore(place);
        fresh.look_back(desk);
        if let Some((_, view)) = self.views.iter_mut().find(|(kind, _)| *kind == step) {
            *view = fresh;
        }
        self.amends = Some(step);
        self.one_line = one_line;
    }

    /// Turns to another place of the analysis being amended, in the screen of its step.
    pub fn amend_at(&mut self, spot: &Spot, desk: &mut Desk) -> bool {
        let amended = self.amends(desk).is_some() && AMENDING.contains(&spot.step);
        if amended {
            self.open_step(spot.step, &spot.at, false, desk);
        }
        amended
    }

    /// Gives input to the screen that is open; Escape comes back to the reading.
    pub(super) fn amend(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Some(step) = self.amends(desk) else {
            return Flow::Stay;
        };
        let view = self.views.iter_mut().find(|(kind, _)| *kind == step);
        let flow = view.map_or(Flow::Ignored, |(_, view)| view.update(input, desk));
        let back = *input == Input::Command(Command::Back);
        let left = back && (self.one_line || matches!(flow, Flow::Ignored));
        if left {
            self.amends = None;
            desk.open_analysis(None);
            return Flow::Stay;
        }
        flow
    }
}
