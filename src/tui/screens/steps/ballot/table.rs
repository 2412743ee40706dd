//! The screen of an open vote. Of papers it tells how many there are, and nothing else.

mod zones;

use super::count::{self, Row};
use crate::domain::ballot::{Ballot, CountFault, Method};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::digits;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;
use ratatui::layout::{Position, Rect};
use zones::{Zone, zones};

/// Where text begins: after the bar of the focus and a space.
const INDENT: u16 = 2;
/// Columns of the letter.
const LETTER: u16 = 4;
/// Columns of a number, and of the gap before it.
const NUMBER: u16 = 5;
/// The same where a yes/no vote has two of them, under a word each.
const NUMBERS: u16 = 7;
/// Columns of the rows that are pressed, and of the gap behind them.
const BUTTON: u16 = 29;
/// Rows at the foot for what is meant, or what is wrong.
const FOOT: u16 = 2;
/// Widest that this is drawn.
const WIDE: u16 = 74;

fn text(ballot: &Ballot, row: Row, words: Words) -> &str {
    match row {
        Row::Read(index) | Row::Option(index) | Row::Against(index) => {
            ballot.options.get(index).map_or("", |o| o.label.as_str())
        }
        Row::Abstentions => words.ballot_abstentions(),
        Row::Gone => words.ballot_gone(),
        Row::Close => words.ballot_close(),
        Row::Booth => words.ballot_pass(),
        Row::Slips => words.ballot_slips(),
        Row::Cancel => words.ballot_cancel(),
    }
}

/// Columns at the right for the numbers.
fn numbers(ballot: &Ballot) -> u16 {
    match (ballot.takes_hands(), ballot.method) {
        (false, _) => 0,
        (true, Method::YesNo) => 2 * NUMBERS,
        (true, _) => NUMBER,
    }
}

fn room(ballot: &Ballot, area: Rect) -> usize {
    // The last column is the thumb's, with air before it.
    let wide = area.width.saturating_sub(2).min(WIDE);
    usize::from(wide.saturating_sub(INDENT + LETTER + numbers(ballot))).max(8)
}

/// Start and height of each row, below the head. The two numbers of an option stand in one row.
fn layout(ballot: &Ballot, area: Rect, wall: bool, words: Words) -> Vec<(usize, usize)> {
    let airy = places(ballot, area, true, words);
    let total = airy.last().map_or(0, |(at, height)| at + height);
    if wall && total <= usize::from(area.height) {
        return airy;
    }
    places(ballot, area, false, words)
}

fn places(ballot: &Ballot, area: Rect, air: bool, words: Words) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<Row> = None;
    for row in count::rows(ballot) {
        if let (Row::Against(_), Some(place)) = (row, out.last().copied()) {
            out.push(place);
            continue;
        }
        // A blank line before what is not an option, and before what is not a number.
        let parts = before.is_some_and(|b| kind(b) != kind(row));
        at += usize::from(before.is_some() && (parts || air));
        let height = n_rows(text(ballot, row, words), room(ballot, area)).max(1);
        out.push((at, height));
        at += height;
        before = Some(row);
    }
    out
}

/// Rows of one kind stand together.
fn kind(row: Row) -> u8 {
    match row {
        Row::Read(_) | Row::Option(_) | Row::Against(_) => 0,
        Row::Abstentions => 1,
        Row::Gone | Row::Close | Row::Booth | Row::Slips | Row::Cancel => 2,
    }
}

/// The lines above the rows, with their voices.
fn head(ballot: &Ballot, words: Words) -> Vec<(String, Role)> {
    let mut out = vec![
        (ballot.question.to_string(), Role::Strong),
        (words.vote_how(ballot), Role::Aside),
    ];
    let asked = ballot.quorum.members > 0 || ballot.quorum.professions > 0;
    if asked && !ballot.quorum_met() {
        out.push((words.ballot_no_quorum().to_owned(), Role::See));
    }
    out
}

/// The place of the rows, below the head and above the foot.
fn list(ballot: &Ballot, area: Rect, desk: &Desk) -> Rect {
    let wide = usize::from(area.width.min(WIDE).saturating_sub(INDENT));
    let lines = head(ballot, desk.words());
    let rows = lines
        .iter()
        .map(|(text, _)| n_rows(text, wide))
        .sum::<usize>()
        + 1;
    let head = u16::try_from(rows).unwrap_or(area.height).min(area.height);
    Rect {
        y: area.y + head,
        height: (area.height - head).saturating_sub(FOOT + 1),
        ..area
    }
}

/// The row under a click; of the two numbers of an option the one that is nearer.
pub fn hit(ballot: &Ballot, row: usize, area: Rect, at: Position, desk: &Desk) -> Option<usize> {
    let (wall, words) = (desk.prefs.theme.is_wall(), desk.words());
    let list = list(ballot, area, desk);
    let places = layout(ballot, list, wall, words);
    let zones = zones(ballot, row, list, &places);
    let zone = zones
        .iter()
        .find(|zone| (zone.area.y..zone.area.bottom()).contains(&at.y))?;
    let y = usize::from(at.y - zone.area.y) + zone.base + zone.top;
    let within = |i: &usize| (places[*i].0..places[*i].0 + places[*i].1).contains(&y);
    let found = zone.rows.clone().find(within)?;
    let rows = count::rows(ballot);
    let second = matches!(rows.get(found + 1), Some(Row::Against(_)));
    let split = cell_right(ballot, list, rows[found]);
    Some(found + usize::from(second && at.x >= split))
}

/// The column behind the number of a row.
fn cell_right(ballot: &Ballot, place: Rect, row: Row) -> u16 {
    let wide = u16::try_from(room(ballot, place)).unwrap_or(place.width);
    let left = place.x + INDENT + LETTER + wide;
    match (numbers(ballot), row) {
        (0, _) => left + NUMBER,
        (all, Row::Option(_)) if ballot.method == Method::YesNo => left + all / 2,
        (all, _) => left + all,
    }
}

/// Draws the open vote.
pub fn draw(ballot: &Ballot, row: usize, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let list = list(ballot, area, desk);
    let inner = Rect {
        x: area.x + INDENT,
        width: area.width.min(WIDE).saturating_sub(INDENT),
        ..area
    };
    let mut used = 0;
    for (text, role) in head(ballot, words) {
        let rest = Rect {
            y: inner.y + used,
            height: inner.height.saturating_sub(used),
            ..inner
        };
        used += canvas.text(rest, &text, role);
    }
    draw_rows(ballot, row, desk, list, canvas);
    let foot = Rect {
        y: list.bottom() + 1,
        height: area.bottom().saturating_sub(list.bottom() + 1),
        ..inner
    };
    draw_foot(ballot, row, desk, foot, canvas);
}

fn draw_rows(ballot: &Ballot, focus: usize, desk: &Desk, list: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let places = layout(ballot, list, desk.prefs.theme.is_wall(), words);
    for zone in zones(ballot, focus, list, &places) {
        draw_zone(ballot, focus, desk, &zone, &places, canvas);
    }
    if numbers(ballot) > NUMBER {
        draw_columns(ballot, words, list, canvas);
    }
}

fn draw_zone(
    ballot: &Ballot,
    focus: usize,
    desk: &Desk,
    zone: &Zone,
    places: &[(usize, usize)],
    canvas: &mut Canvas,
) {
    let rows = count::rows(ballot);
    let press = rows.iter().position(|row| kind(*row) == 2);
    for index in zone.rows.clone() {
        let at = places[index].0.checked_sub(zone.base + zone.top);
        let Some(at) = at.and_then(|y| u16::try_from(y).ok()) else {
            continue;
        };
        if at >= zone.area.height {
            break;
        }
        let place = Rect {
            y: zone.area.y + at,
            height: zone.area.height - at,
            ..zone.area
        };
        draw_row(ballot, rows[index], index == focus, desk, place, canvas);
        if Some(index) == press {
            draw_received(ballot, desk, place, canvas);
        }
    }
    let sign = canvas.look.signs.thumb;
    let style = canvas.look.style(Role::Aside);
    Scroll { top: zone.top }.draw_thumb(canvas.buf, zone.area, zone.total, sign, style);
}

/// Above the two numbers of a yes/no vote, which is which.
fn draw_columns(ballot: &Ballot, words: Words, list: Rect, canvas: &mut Canvas) {
    let named = [
        (Row::Option(0), words.ballot_for()),
        (Row::Against(0), words.ballot_against()),
    ];
    for (row, name) in named {
        let place = Rect {
            x: cell_right(ballot, list, row).saturating_sub(NUMBERS),
            y: list.y.saturating_sub(1),
            width: NUMBERS,
            height: 1,
        };
        canvas.line_right(place, name, Role::Aside);
    }
}

fn draw_row(
    ballot: &Ballot,
    row: Row,
    focused: bool,
    desk: &Desk,
    place: Rect,
    canvas: &mut Canvas,
) {
    let (signs, words) = (canvas.look.signs, desk.words());
    let cell = |x: u16, width: u16| Rect {
        x: place.x + x,
        width,
        ..place
    };
    if focused {
        canvas.line(cell(0, 1), signs.focus, Role::Mark);
    }
    // The second number of an option stands beside its wording, which the first one has drawn.
    let beside = matches!(row, Row::Against(_));
    if let Some(i) = row.option().filter(|_| !beside) {
        let letter = ballot.sign(i).to_string();
        canvas.line(cell(INDENT, 1), &letter, Role::Strong);
    }
    let button = kind(row) == 2 && !row.is_number();
    let role = match (focused, button) {
        (true, true) => Role::Selected,
        (true, false) => Role::Strong,
        (false, true) => Role::Aside,
        (false, false) => Role::Body,
    };
    let wide = u16::try_from(room(ballot, place)).unwrap_or(place.width);
    if !beside || focused {
        canvas.text(cell(INDENT + LETTER, wide), text(ballot, row, words), role);
    }
    draw_number(ballot, row, focused, desk, place, canvas);
}

/// The number of a row, with the cursor behind it where it is typed.
fn draw_number(
    ballot: &Ballot,
    row: Row,
    focused: bool,
    desk: &Desk,
    place: Rect,
    canvas: &mut Canvas,
) {
    let signs = canvas.look.signs;
    let right = cell_right(ballot, place, row);
    let end = Rect {
        x: right.saturating_sub(NUMBER),
        width: NUMBER,
        ..place
    };
    let open = if focused { "" } else { signs.not_yet };
    let shown = count::number(ballot, row, desk.received(), signs.bullet, open);
    canvas.line_right(end, &shown, Role::Strong);
    if focused && row.is_number() {
        canvas.cursor = Some(Position::new(end.right(), end.y).into());
    }
}

/// How many papers were received of how many, large, beside the rows that are pressed.
fn draw_received(ballot: &Ballot, desk: &Desk, place: Rect, canvas: &mut Canvas) {
    let received = desk.received();
    let left = INDENT + LETTER + BUTTON;
    if ballot.takes_hands() && received == 0 {
        return;
    }
    let at = Rect {
        x: place.x + left,
        width: place.width.saturating_sub(left),
        ..place
    };
    if place.height < digits::HEIGHT + 1 {
        let said = desk.words().papers_of_all(received, ballot.entitled);
        canvas.line(at, &said, Role::Title);
        return;
    }
    let style = canvas.look.style(Role::Title);
    let ascii = canvas.look.signs == Signs::PLAIN;
    digits::draw(canvas.buf, at, &received.to_string(), style, ascii);
    let below = Rect {
        y: at.y + digits::HEIGHT,
        height: 1,
        ..at
    };
    let said = desk.words().papers_of_all(received, ballot.entitled);
    canvas.line(below, &said, Role::Strong);
}

/// What is wrong with the count so far, or what to do.
fn draw_foot(ballot: &Ballot, row: usize, desk: &Desk, foot: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    if let Some(fault) = ballot.fault(desk.received()) {
        let said = match fault {
            CountFault::TooManyPapers(papers, people) if ballot.away() > 0 => {
                words.ballot_fault_gone(papers, people)
            }
            _ => words.count_fault(fault),
        };
        let text = format!("{} {said}", canvas.look.signs.refused);
        canvas.text(foot, &text, Role::Refused);
        return;
    }
    let hint = match count::rows(ballot).get(row) {
        Some(Row::Close) => words.ballot_close_hint(),
        Some(Row::Cancel) => words.ballot_cancel_hint(),
        Some(Row::Booth) => words.ballot_pass_hint(),
        Some(Row::Slips) => words.ballot_slips_hint(),
        Some(Row::Gone) => words.ballot_gone_hint(),
        Some(Row::Read(_)) => words.ballot_read_hint(),
        _ if ballot.method == Method::YesNo => words.ballot_answers_hint(),
        _ => words.ballot_count_hint(),
    };
    canvas.text(foot, hint, Role::Aside);
}
