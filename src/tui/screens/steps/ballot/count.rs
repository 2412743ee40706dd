//! Hands are counted: one number for each option, hidden until all are in, and the abstentions.

use crate::domain::ballot::Ballot;
use crate::domain::ids::BallotId;
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::wrap;
use crate::words::Words;
use ratatui::layout::{Position, Rect};

/// Where text begins: after the bar of the focus and a space.
const INDENT: u16 = 2;
/// Columns of the letter.
const LETTER: u16 = 4;
/// Columns of the number, and of the gap before it.
const NUMBER: u16 = 5;
/// Rows at the foot for what is meant, or what is wrong.
const FOOT: u16 = 2;
/// Widest that this is drawn.
const WIDE: u16 = 74;
/// Largest number that can be typed.
const MAX: u32 = 999;

/// A row that takes the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Hands for the option at this index.
    Option(usize),
    /// Abstentions.
    Abstentions,
    /// Close the vote.
    Close,
    /// Cancel it.
    Cancel,
}

/// All rows, in their order; an option withdrawn since the vote opened takes no hands.
pub fn rows(ballot: &Ballot) -> Vec<Row> {
    let live = |i: &usize| ballot.options.get(*i).is_some_and(|o| !o.withdrawn);
    let options = (0..ballot.options.len()).filter(live).map(Row::Option);
    options
        .chain([Row::Abstentions, Row::Close, Row::Cancel])
        .collect()
}

/// The scopes of a row.
pub fn scopes(ballot: &Ballot, row: usize) -> Vec<Scope> {
    match rows(ballot).get(row) {
        Some(Row::Option(_) | Row::Abstentions) => {
            vec![Scope::Line, Scope::Fields, Scope::Counting]
        }
        _ => vec![
            Scope::Choice,
            Scope::Fields,
            Scope::Counting,
            Scope::Letters,
        ],
    }
}

/// The digit meant by a character; a French keyboard gives these signs without Shift.
pub fn digit(c: char) -> Option<u32> {
    const FRENCH: &str = "à&é\"'(-è_ç";
    let french = || FRENCH.chars().position(|f| f == c);
    c.to_digit(10)
        .or_else(|| french().and_then(|i| u32::try_from(i).ok()))
}

/// Types a digit into a row, behind what is there unless it is begun anew; no digit empties the row.
pub fn put(ballot: &mut Ballot, row: Row, anew: bool, digit: Option<u32>) {
    let typed = |before: Option<u32>| {
        let before = before.filter(|_| !anew).unwrap_or(0);
        digit.map(|d| (before * 10 + d).min(MAX))
    };
    match row {
        Row::Option(index) => {
            if let Some(option) = ballot.options.get_mut(index) {
                option.hands = typed(option.hands);
            }
        }
        Row::Abstentions => ballot.abstentions = typed(Some(ballot.abstentions)).unwrap_or(0),
        Row::Close | Row::Cancel => {}
    }
}

/// [`put`] on the document; what is typed into one row is undone together.
pub fn edit(id: BallotId, row: Row, anew: bool, digit: Option<u32>, desk: &mut Desk) {
    desk.edit(Group::Field(format!("{id}{row:?}")), |session| {
        if let Some(ballot) = session.ballots.get_mut(id) {
            put(ballot, row, anew, digit);
        }
    });
}

fn text(ballot: &Ballot, row: Row, words: Words) -> &str {
    match row {
        Row::Option(index) => ballot.options.get(index).map_or("", |o| o.label.as_str()),
        Row::Abstentions => words.ballot_abstentions(),
        Row::Close => words.ballot_close(),
        Row::Cancel => words.ballot_cancel(),
    }
}

/// The number of a row as it may be shown.
fn number(ballot: &Ballot, row: Row, bullet: &str, open: &str) -> String {
    match row {
        Row::Option(index) => match ballot.options.get(index).and_then(|o| o.hands) {
            Some(n) if ballot.uncounted().is_empty() => n.to_string(),
            Some(_) => bullet.to_owned(),
            None => open.to_owned(),
        },
        Row::Abstentions => ballot.abstentions.to_string(),
        Row::Close | Row::Cancel => String::new(),
    }
}

fn room(area: Rect) -> usize {
    // The last column is the thumb's, with air before it.
    let wide = area.width.saturating_sub(2).min(WIDE);
    usize::from(wide.saturating_sub(INDENT + LETTER + NUMBER)).max(8)
}

/// Start and height of each row, below the question.
fn layout(ballot: &Ballot, area: Rect, wall: bool, words: Words) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut out = Vec::new();
    for row in rows(ballot) {
        // A blank line before what is not an option.
        at += usize::from(matches!(row, Row::Abstentions | Row::Close) || wall);
        let height = wrap(text(ballot, row, words), room(area)).len().max(1);
        out.push((at, height));
        at += height;
    }
    out
}

/// The place of the rows, below the question and above the foot.
fn list(ballot: &Ballot, area: Rect) -> Rect {
    let wide = usize::from(area.width.min(WIDE).saturating_sub(INDENT));
    let head = wrap(ballot.question.as_str(), wide).len() + 2;
    let head = u16::try_from(head).unwrap_or(area.height).min(area.height);
    Rect {
        y: area.y + head,
        height: (area.height - head).saturating_sub(FOOT),
        ..area
    }
}

/// Rows hidden above so that the focus shows.
fn top(places: &[(usize, usize)], row: usize, height: usize) -> usize {
    let total = places.last().map_or(0, |(at, height)| at + height);
    let (at, _) = places.get(row).copied().unwrap_or_default();
    if total <= height {
        return 0;
    }
    at.saturating_sub(height / 2).min(total - height)
}

/// The row under a click.
pub fn hit(ballot: &Ballot, row: usize, area: Rect, y: u16, desk: &Desk) -> Option<usize> {
    let (wall, words) = (desk.prefs.theme.is_wall(), desk.words());
    let places = layout(ballot, area, wall, words);
    let list = list(ballot, area);
    let at = usize::from(y.checked_sub(list.y)?);
    let at = at + top(&places, row, usize::from(list.height));
    places
        .iter()
        .position(|(start, height)| (*start..start + height).contains(&at))
}

/// Draws the counting.
pub fn draw(ballot: &Ballot, row: usize, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let list = list(ballot, area);
    let inner = Rect {
        x: area.x + INDENT,
        width: area.width.min(WIDE).saturating_sub(INDENT),
        ..area
    };
    let used = canvas.text(inner, ballot.question.as_str(), Role::Strong);
    let voters = words.ballot_voters(ballot.entitled as usize);
    let how = format!("{voters} · {}", words.method(&ballot.method));
    canvas.line(
        Rect {
            y: inner.y + used,
            height: 1,
            ..inner
        },
        &how,
        Role::Aside,
    );
    draw_rows(ballot, row, desk, list, canvas);
    let foot = Rect {
        y: list.bottom(),
        height: area.bottom().saturating_sub(list.bottom()),
        ..inner
    };
    draw_foot(ballot, row, words, foot, canvas);
}

fn draw_rows(ballot: &Ballot, focus: usize, desk: &Desk, list: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let places = layout(ballot, list, desk.prefs.theme.is_wall(), words);
    let top = top(&places, focus, usize::from(list.height));
    let total = places.last().map_or(0, |(at, height)| at + height);
    for (index, (row, (start, _))) in rows(ballot).into_iter().zip(&places).enumerate() {
        let Some(at) = start.checked_sub(top).and_then(|y| u16::try_from(y).ok()) else {
            continue;
        };
        if at >= list.height {
            break;
        }
        let place = Rect {
            y: list.y + at,
            height: list.height - at,
            ..list
        };
        draw_row(ballot, row, index == focus, place, words, canvas);
    }
    let sign = canvas.look.signs.thumb;
    let style = canvas.look.style(Role::Aside);
    Scroll { top }.draw_thumb(canvas.buf, list, total, sign, style);
}

fn draw_row(
    ballot: &Ballot,
    row: Row,
    focused: bool,
    place: Rect,
    words: Words,
    canvas: &mut Canvas,
) {
    let signs = canvas.look.signs;
    let cell = |x: u16, width: u16| Rect {
        x: place.x + x,
        width,
        ..place
    };
    if focused {
        canvas.line(cell(0, 1), signs.focus, Role::Mark);
    }
    if let Row::Option(i) = row {
        let letter = Ballot::letter(i).to_string();
        canvas.line(cell(INDENT, 1), &letter, Role::Strong);
    }
    let button = matches!(row, Row::Close | Row::Cancel);
    let role = match (focused, button) {
        (true, true) => Role::Selected,
        (true, false) => Role::Strong,
        (false, true) => Role::Aside,
        (false, false) => Role::Body,
    };
    let wide = u16::try_from(room(place)).unwrap_or(place.width);
    canvas.text(cell(INDENT + LETTER, wide), text(ballot, row, words), role);
    let end = cell(INDENT + LETTER + wide, NUMBER);
    let open = if focused { "" } else { signs.not_yet };
    let shown = number(ballot, row, signs.bullet, open);
    canvas.line_right(end, &shown, Role::Strong);
    if focused && !button {
        canvas.cursor = Some(Position::new(end.right(), end.y).into());
    }
}

/// What is wrong with the count so far, or what to do.
fn draw_foot(ballot: &Ballot, row: usize, words: Words, foot: Rect, canvas: &mut Canvas) {
    if let Some(fault) = ballot.fault(0) {
        let text = format!("{} {}", canvas.look.signs.refused, words.count_fault(fault));
        canvas.text(foot, &text, Role::Refused);
        return;
    }
    let hint = match rows(ballot).get(row) {
        Some(Row::Close) => words.ballot_close_hint(),
        Some(Row::Cancel) => words.ballot_cancel_hint(),
        _ => words.ballot_count_hint(),
    };
    canvas.text(foot, hint, Role::Aside);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ballot::BallotOption;

    fn ballot() -> Ballot {
        let mut ballot = Ballot::new(BallotId(1));
        ballot.options = vec![BallotOption::default(), BallotOption::default()];
        ballot
    }

    #[test]
    fn digits_are_read_from_a_french_row_of_keys() {
        let typed: Vec<Option<u32>> = "à&é\"'(-è_ç7x".chars().map(digit).collect();
        let expected = (0..10).map(Some).chain([Some(7), None]);
        assert_eq!(typed, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_number_is_hidden_until_the_last_one_is_in() {
        let mut ballot = ballot();
        put(&mut ballot, Row::Option(0), true, Some(1));
        put(&mut ballot, Row::Option(0), false, Some(2));
        assert_eq!(number(&ballot, Row::Option(0), "•", "·"), "•");
        assert_eq!(number(&ballot, Row::Option(1), "•", "·"), "·");
        assert_eq!(ballot.uncounted(), [1]);
        put(&mut ballot, Row::Option(1), true, Some(0));
        assert_eq!(number(&ballot, Row::Option(0), "•", "·"), "12");
        put(&mut ballot, Row::Option(0), true, Some(3));
        assert_eq!(number(&ballot, Row::Option(0), "•", "·"), "3");
        put(&mut ballot, Row::Option(0), true, None);
        assert_eq!(number(&ballot, Row::Option(1), "•", "·"), "•");
    }
}
