//! Events on the matrix of severity and likelihood, as letters, and what the letters mean: those heard, and those to choose
//! from.

use super::super::incident_form::{class_sign, heading};
use crate::documents::plots::{self, Risk};
use crate::domain::ballot::Ballot;
use crate::domain::incident::Incident;
use crate::domain::scales::Class;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::Input;
use crate::tui::theme::Role;
use crate::tui::widgets::matrix;
use crate::tui::widgets::wrap::n_rows;
use ratatui::layout::Rect;

/// From this width on what the letters mean stands beside the matrix.
const BESIDE: u16 = 92;
/// Columns of a matrix with something beside it, and of the gap.
const MATRIX: u16 = 56;
const GAP: u16 = 3;
/// Fewer rows than this below a matrix are not parted from it.
const TIGHT: u16 = 3;
/// Rows at least for what the letters mean below a matrix.
const BELOW: u16 = 4;

/// An event under the letter of its place: a capital where it was seen, the small letter where it could have been.
pub fn lettered(index: usize, incident: &Incident) -> Risk<'_> {
    let label = Ballot::letter(index);
    Risk {
        label: label.to_string(),
        worst: label.to_ascii_lowercase().to_string(),
        incident,
    }
}

/// The places of a picture and of what is said of it.
pub fn split(area: Rect, below: u16) -> (Rect, Option<Rect>) {
    let inner = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    if inner.width < BESIDE {
        let height = inner.height.saturating_sub(below);
        return (Rect { height, ..inner }, None);
    }
    let beside = Rect {
        x: inner.x + MATRIX + GAP,
        width: inner.width - MATRIX - GAP,
        ..inner
    };
    let width = MATRIX;
    (Rect { width, ..inner }, Some(beside))
}

/// The place below a picture of so many rows.
pub fn under(area: Rect, used: u16) -> Rect {
    // Air between them, where there is any.
    let air = u16::from(area.height > used + TIGHT);
    let used = (used + air).min(area.height);
    Rect {
        x: area.x + 2,
        y: area.y + used,
        width: area.width.saturating_sub(3),
        height: area.height - used,
    }
}

/// How far the letters are scrolled after a key, if it scrolls; `n` of them.
pub fn scrolled(top: usize, input: &Input, n: usize) -> Option<usize> {
    let last = n.saturating_sub(1);
    let to = match input {
        Input::Command(Command::Down) => top + 1,
        Input::Command(Command::Up) => top.saturating_sub(1),
        Input::Command(Command::First) => 0,
        Input::Command(Command::Last) => last,
        Input::Command(Command::PageDown) => top + 5,
        Input::Command(Command::PageUp) => top.saturating_sub(5),
        Input::Wheel(lines) => top.saturating_add_signed(isize::from(*lines)),
        _ => return None,
    };
    Some(to.min(last))
}

/// Severity seen against likelihood, with what the letters mean from the `top`th on; `more` is said last.
pub fn draw(
    session: &Session,
    risks: &[Risk],
    more: &str,
    top: usize,
    desk: &Desk,
    (area, canvas): (Rect, &mut Canvas),
) {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let (picture, beside) = split(area, BELOW);
    if !risks.iter().any(Risk::is_placed) {
        canvas.text(picture, words.incident_matrix_none(), Role::Aside);
        return;
    }
    let of = |class: &Class| class_sign(*class, &signs);
    let [low, mid, high] = [Class::Acceptable, Class::Tolerable, Class::Unacceptable];
    let found = [of(&low), of(&mid), of(&high)];
    let matrix = plots::risks(session, risks, found.map(|(sign, _)| sign), words);
    let roles = found.map(|(_, role)| role);
    let used = matrix::draw(&matrix, None, &roles, picture, canvas);
    let rest = beside.unwrap_or_else(|| under(area, used));
    let mut said: Vec<(String, Role)> = Vec::new();
    if matrix.places.iter().any(|place| place.faint) {
        said.push((words.risks_worst().to_owned(), Role::Aside));
    }
    let unrated: Vec<&str> = risks
        .iter()
        .filter(|risk| !risk.is_placed())
        .map(|risk| risk.label.as_str())
        .collect();
    if !unrated.is_empty() {
        let text = format!("{} {}", signs.see, words.risks_unrated(&unrated.join(", ")));
        said.push((text, Role::See));
    }
    if !more.is_empty() {
        said.push((more.to_owned(), Role::Aside));
    }
    let name = |risk: &Risk| {
        let of = |incident: &Incident| format!("{} {}", incident.id, incident.report.reference);
        let title = heading(&risk.incident.report, words);
        format!("{}  {}  {title}", risk.label, of(risk.incident).trim())
    };
    let names: Vec<String> = risks.iter().map(name).collect();
    draw_list(&names, None, top, &said, rest, canvas);
}

/// What the letters mean, from the `top`th on, the `chosen` one strong; below it what else is to be said.
pub fn draw_list(
    names: &[String],
    chosen: Option<usize>,
    top: usize,
    said: &[(String, Role)],
    area: Rect,
    canvas: &mut Canvas,
) {
    let wide = usize::from(area.width);
    let rows = |text: &str| u16::try_from(n_rows(text, wide)).unwrap_or(1);
    let foot: u16 = said.iter().map(|(text, _)| rows(text)).sum();
    let foot = foot.min(area.height);
    let room = area.height - foot;
    let all: u16 = names.iter().map(|name| rows(name)).sum();
    // Whole where all of them fit whole, else one line each.
    let whole = all <= room;
    let shown = if whole {
        names.len()
    } else {
        usize::from(room)
    };
    let top = match chosen {
        Some(at) if !whole => at.saturating_sub(usize::from(room) / 2),
        _ => top,
    };
    let top = top.min(names.len().saturating_sub(shown));
    let mut y = area.y;
    for (index, name) in names.iter().enumerate().skip(top).take(shown) {
        let height = if whole { rows(name) } else { 1 };
        let at = Rect { y, height, ..area };
        let here = chosen == Some(index);
        let role = if here { Role::Strong } else { Role::Body };
        if here && area.x > 0 {
            let bar = Rect {
                x: area.x - 2,
                width: 1,
                ..at
            };
            let sign = canvas.look.signs.focus;
            canvas.line(bar, sign, Role::Mark);
        }
        if whole {
            canvas.text(at, name, role);
        } else {
            canvas.line(at, name, role);
        }
        y += height;
    }
    for (text, role) in said {
        let height = area.bottom().saturating_sub(y);
        y += canvas.text(Rect { y, height, ..area }, text, *role);
    }
}
