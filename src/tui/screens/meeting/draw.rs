//! Drawing a meeting: header, rail, the head of the step, the step itself, or what takes their place.

use super::{Meeting, banner, body, frozen, head, header, lacking, rail};
use crate::content::known;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::steps::StepView;
use ratatui::layout::Rect;

impl Meeting {
    /// Where the text being typed stands, with what belongs to it.
    pub fn answers(&self, desk: &Desk) -> Option<Rect> {
        let view = self.view().filter(|view| !view.is_picture())?;
        if self.free.is_shown(desk) || self.is_veiled(desk) {
            return None;
        }
        let typing = |scope: &Scope| matches!(scope, Scope::Line | Scope::Long);
        let types = view.scopes(desk).iter().any(typing);
        types.then(|| body(desk.areas.page))
    }

    /// Draws that place alone.
    pub fn answer(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if let Some(view) = self.view() {
            view.draw(desk, area, canvas);
        }
    }

    /// Draws a vote alone: the paper of a voter over the whole screen, a result as wide as it.
    fn draw_alone(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.free.is_shown(desk) {
            self.free.draw(desk, area, canvas);
        } else if let Some(view) = self.view() {
            view.draw(desk, area, canvas);
        }
    }

    /// Draws everything but the footer.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        if self.is_veiled(desk) {
            self.draw_alone(desk, canvas.areas.screen, canvas);
            return;
        }
        let Some(session) = desk.session() else {
            return;
        };
        let Some(row) = self.step(session) else {
            return;
        };
        header(desk, session, Some(row), canvas);
        banner(desk, canvas, true);
        if frozen::holds(desk) {
            frozen::draw(desk, canvas.areas.full, canvas);
            return;
        }
        if self.is_result(desk) {
            self.draw_alone(desk, canvas.areas.full, canvas);
            return;
        }
        let known = known(session);
        rail::draw(row, session, desk, &known, canvas);
        if self.free.is_shown(desk) {
            let page = canvas.areas.page;
            head::draw_vote(desk, page, canvas);
            self.free.draw(desk, body(page), canvas);
            return;
        }
        let amends = self.view().and_then(|view| view.amends(desk));
        let step = amends.unwrap_or(row.step);
        let lacks = if session.is_sealed() {
            Vec::new()
        } else {
            lacking::at(step, session, &known, desk)
        };
        let page = canvas.areas.page;
        if amends.is_some() {
            head::draw_amending(step, &lacks, desk, page, canvas);
        } else {
            head::draw_head(step, &lacks, desk, page, canvas);
        }
        let picture = self.view().is_some_and(StepView::is_picture);
        let place = if picture { canvas.areas.wide() } else { page };
        if let Some(view) = self.view() {
            view.draw(desk, body(place), canvas);
        }
        if let Some(margin) = canvas.areas.margin.filter(|_| !picture) {
            head::draw_margin(step, &lacks, desk, margin, canvas);
        }
    }
}
