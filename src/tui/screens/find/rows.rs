//! The answers as rows: a heading for each file, its places below, the rest of them one key away.

use crate::documents::found::source;
use crate::library::find::Group;
use crate::store::Answer;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::marked;
use crate::words::Words;
use ratatui::layout::Rect;

/// Places of one file that are shown before the others are asked for.
const FIRST: usize = 4;
/// Up to so many files, each is shown whole.
const FEW: usize = 2;
/// Columns of a place: its step, its short id, what is written there.
const COLUMNS: (u16, u16, u16) = (2, 16, 21);

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The heading of an answer.
    Head(usize),
    /// A place of an answer.
    Hit(usize, usize),
    /// So many places of an answer are not shown.
    More(usize, usize),
}

impl Row {
    pub fn opens(self) -> bool {
        !matches!(self, Self::Head(_))
    }
}

/// The rows of these answers, of which those in `whole` are shown whole.
pub(super) fn rows(answers: &[Answer], whole: &[usize]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (a, answer) in answers.iter().enumerate() {
        rows.push(Row::Head(a));
        let n = answer.group.hits.len();
        let all = answers.len() <= FEW || whole.contains(&a) || n <= FIRST + 1;
        let shown = if all { n } else { FIRST };
        rows.extend((0..shown).map(|hit| Row::Hit(a, hit)));
        if shown < n {
            rows.push(Row::More(a, n - shown));
        }
    }
    rows
}

/// Draws a row.
pub(super) fn draw(
    row: &Row,
    answers: &[Answer],
    chosen: bool,
    place: Rect,
    desk: &Desk,
    canvas: &mut Canvas,
) {
    let words = desk.words();
    let voice = |role| if chosen { Role::Selected } else { role };
    let from = |col: u16| Rect {
        x: place.x + col,
        width: place.width.saturating_sub(col),
        ..place
    };
    if chosen {
        let look = canvas.look;
        canvas.line(place, look.signs.focus, Role::Mark);
        canvas.buf.set_style(from(1), look.style(Role::Selected));
    }
    let (step, id, text) = COLUMNS;
    match row {
        Row::Head(a) => {
            let (name, count) = heading(&answers[*a].group, words);
            let taken = canvas.line_right(place, &count, Role::Aside);
            let room = Rect {
                width: place.width.saturating_sub(taken + 2),
                ..place
            };
            canvas.line(room, &name, Role::Strong);
        }
        Row::Hit(a, h) => {
            let hit = &answers[*a].group.hits[*h];
            let kind = words.step_short(hit.spot.step);
            let until = |col: u16, end: u16| Rect {
                width: end.saturating_sub(col + 1),
                ..from(col)
            };
            canvas.line(until(step, id), kind, voice(Role::Aside));
            canvas.line(until(id, text), &hit.id, voice(Role::Aside));
            let room = from(text);
            let (said, marks) = hit.around(usize::from(room.width));
            let (role, look) = (voice(Role::Body), canvas.look);
            marked::draw(canvas.buf, room, &said, &marks, role, look);
        }
        Row::More(_, n) => canvas.line(from(text), &words.find_more(*n), voice(Role::Aside)),
    }
}

/// How a file is called, and how many places of it answer.
fn heading(group: &Group, words: Words) -> (String, String) {
    let count = match group.hits.len() {
        0 | 1 => String::new(),
        n => n.to_string(),
    };
    let mut parts = Vec::new();
    parts.extend(group.date.map(|date| words.date(date)));
    parts.push(source(words, group));
    if group.simulation {
        parts.insert(0, words.home_simulation().to_owned());
    }
    parts.extend(group.title.filled().map(ToOwned::to_owned));
    (parts.join(" · "), count)
}
