//! The analyses between two meetings on the home screen: whoever leads one opens it from here.

use super::COLUMNS;
use crate::domain::analysis::AnalysisFile;
use crate::tui::desk::Desk;
use crate::tui::screens::steps::shared;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::Line;

/// The analyses that wait for a meeting, under their heading.
pub(super) fn pending(desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let all: Vec<_> = desk.listing.pending().collect();
    if all.is_empty() {
        return Vec::new();
    }
    let head = [Line::blank(), Line::heading(words.led_waiting(all.len()))];
    let lines = all.into_iter().map(|(_, file)| waiting(file, desk));
    head.into_iter().chain(lines).collect()
}

/// An analysis that waits: when it is due, its event, late or not; below, who leads it.
fn waiting(file: &AnalysisFile, desk: &Desk) -> Line {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let (day, title, _) = COLUMNS;
    let (sign, right, role) = shared::due(file.analysis.due, desk);
    let due = file.analysis.due.map(|due| words.date_short(due));
    let lead = file.analysis.lead.filled();
    let lead = lead.map_or(words.led_no_lead().to_owned(), |lead| words.led_by(lead));
    Line {
        cells: vec![
            (0, sign.to_owned(), role),
            (
                day,
                due.unwrap_or_else(|| signs.rule.to_owned()),
                Role::Aside,
            ),
            (title, file.incident.report.heading().to_owned(), Role::Body),
        ],
        right: Some((right, role)),
        below: Some((title, lead, Role::Aside)),
        opens: true,
        ..Line::default()
    }
}
