//! The table of the plan: what narrows it, the actions by deadline, and on a wide screen how they spread.

use super::filter::{self, Only};
use super::{Front, Plan};
use crate::documents::plan::wording;
use crate::domain::action::{Phase, Standing, Strength};
use crate::domain::order::Order;
use crate::domain::text::{Text, fold};
use crate::library::plan::Planned;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::steps::actions::meter;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::menu::Line;
use crate::tui::widgets::wrap::width;
use chrono::Datelike;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// Columns of the deadline and of the wording, after the sign.
const DUE: u16 = 2;
const WHAT: u16 = 14;
/// Rows above the list: the filters, the line typed, the heads.
const HEAD: u16 = 4;
/// Columns of the table where something stands beside it, and of what does.
const TABLE: u16 = 84;
const BESIDE: u16 = 28;
/// Most owners counted beside.
const OWNERS: usize = 8;
/// Actions around the cursor that are told in full: those further away are not in sight.
const NEAR: usize = 80;

/// Where the table stands.
pub(super) fn place(desk: &Desk) -> Rect {
    let full = desk.areas.full;
    match desk.areas.margin {
        Some(_) => Rect {
            width: TABLE.min(desk.areas.header.width),
            ..full
        },
        None => full,
    }
}

/// Where its list stands.
pub(super) fn list(area: Rect) -> Rect {
    let head = HEAD.min(area.height);
    Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    }
}

/// The sign of where an action stands.
pub(super) fn sign(p: &Planned, desk: &Desk) -> (&'static str, Role) {
    let signs = desk.prefs.theme.signs;
    match p.standing {
        Standing::Late => (signs.see, Role::See),
        Standing::Open if p.phase == Some(Phase::Do) => (signs.begun, Role::Body),
        Standing::Open => (signs.not_yet, Role::Aside),
        Standing::Done if p.is_to_evaluate(desk.today()) => (signs.see, Role::See),
        Standing::Done => (signs.begun, Role::Done),
        Standing::Effective | Standing::Partly | Standing::Closed => (signs.done, Role::Done),
        Standing::NotEffective => (signs.refused, Role::Refused),
        Standing::CannotTell | Standing::Dropped => (signs.refused, Role::Aside),
        Standing::HandedOver => (signs.leads, Role::Aside),
    }
}

/// Who owns it, and whether that function is still among the members.
pub(super) fn owner(p: &Planned, desk: &Desk) -> String {
    let words = desk.words();
    let Some(owner) = p.owner.filled() else {
        return words.plan_no_owner().to_owned();
    };
    let owner = Text::line(owner).to_string();
    if has_left(p, desk) {
        format!("{owner} ({})", words.plan_owner_left())
    } else {
        owner
    }
}

/// Whether the owner was at the meeting that decided it and is no member any more.
pub(super) fn has_left(p: &Planned, desk: &Desk) -> bool {
    let members = &desk.team.doc.members;
    let name = |text: &Text| fold(text.as_str().trim());
    let owner = name(&p.owner);
    p.owner_was_there && !members.is_empty() && members.iter().all(|m| name(&m.function) != owner)
}

/// Where it stands in words: late, due, to be evaluated, how it ended.
pub(super) fn state(p: &Planned, desk: &Desk) -> Vec<String> {
    let words = desk.words();
    let mut parts = Vec::new();
    match p.standing {
        Standing::Late => {
            let days = p.days_late(desk.today());
            parts.extend(days.map(|days| words.follow_up_late(days)));
        }
        Standing::Open => {
            let due = p.due.map(|due| words.in_days(desk.today(), due));
            parts.extend(due);
        }
        Standing::Done => parts.push(match p.evaluate_on {
            Some(_) if p.is_to_evaluate(desk.today()) => words.plan_evaluate_now().to_owned(),
            Some(on) => words.plan_evaluate_later(&words.date_short(on)),
            None => words.follow_up_to_evaluate().to_owned(),
        }),
        standing => parts.push(words.standing(standing).to_owned()),
    }
    if p.is_open() && p.progress > 0 && p.standing != Standing::Done {
        parts.push(format!("{}\u{a0}%", p.progress));
    }
    if p.postponed > 0 {
        parts.push(words.plan_postponed_times(p.postponed));
    }
    if let Some(body) = p.escalated_to.filled().filter(|_| p.is_open()) {
        parts.push(words.follow_up_taken_to(body));
    }
    parts
}

/// The four places of the wheel, with the letter of the one where it stands: `·D··`.
pub(super) fn wheel(p: &Planned, signs: &Signs) -> String {
    let letter = |(phase, letter): (Phase, &str)| {
        let here = p.phase == Some(phase);
        if here {
            letter.to_owned()
        } else {
            signs.not_yet.to_owned()
        }
    };
    let each = [Phase::Plan, Phase::Do, Phase::Check, Phase::Act];
    each.into_iter()
        .zip(["P", "D", "C", "A"])
        .map(letter)
        .collect()
}

/// The actions, one a place to go to.
pub(super) fn lines(shown: &[&Planned], read: bool, desk: &Desk) -> Vec<Line> {
    if shown.is_empty() {
        let words = desk.words();
        let said = match (read, desk.whole.progress) {
            (true, _) => words.plan_nothing().to_owned(),
            (false, Some((n, of))) => words.plan_reading(n, of),
            (false, None) => words.plan_reading(0, 0),
        };
        return vec![Line::note(said, Role::Aside)];
    }
    shown.iter().map(|p| line(p, desk)).collect()
}

/// The same where only the actions around the cursor are in sight.
fn lines_near(shown: &[&Planned], at: usize, read: bool, desk: &Desk) -> Vec<Line> {
    if shown.len() <= NEAR * 2 {
        return lines(shown, read, desk);
    }
    let near = |n: usize| n.abs_diff(at) <= NEAR;
    let far = || Line {
        cells: vec![(0, String::new(), Role::Body)],
        below: Some((WHAT, String::new(), Role::Aside)),
        opens: true,
        ..Line::default()
    };
    let all = shown.iter().enumerate();
    all.map(|(n, p)| if near(n) { line(p, desk) } else { far() })
        .collect()
}

fn line(p: &Planned, desk: &Desk) -> Line {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let due = p
        .due
        .map_or(words.plan_no_due().to_owned(), |due| words.date_short(due));
    let force = p.strength.map_or_else(
        || signs.not_yet.repeat(3),
        |strength| meter(strength, &signs),
    );
    let mut below = vec![owner(p, desk)];
    below.extend(state(p, desk));
    let voice = if p.is_late() { Role::See } else { Role::Body };
    let what = if p.is_open() {
        Role::Strong
    } else {
        Role::Body
    };
    let (sign, role) = sign(p, desk);
    Line {
        cells: vec![
            (0, sign.to_owned(), role),
            (DUE, due, voice),
            (WHAT, wording(words, p), what),
        ],
        right: Some((format!("{force}    {}", wheel(p, &signs)), Role::Body)),
        below: Some((WHAT, below.join(" · "), Role::Aside)),
        opens: true,
        ..Line::default()
    }
}

/// The filters with how many actions each shows, and where each stands.
fn tabs(plan: &Plan, desk: &Desk) -> Vec<(Only, String, u16)> {
    let asked = filter::words(plan.typed.text());
    let mut x = 2;
    let each = Only::EACH.into_iter().map(|only| {
        let rows = plan.rows.iter().flatten();
        let kept = rows.filter(|r| only.keeps(&r.planned, desk.today()) && r.is_asked(&asked));
        let text = format!("{}\u{a0}{}", only.label(desk.words()), kept.count());
        let at = x;
        x += u16::try_from(width(&text)).unwrap_or(0) + 3;
        (only, text, at)
    });
    each.collect()
}

/// The filter at a place of the screen.
pub(super) fn tab_at(at: (u16, u16), plan: &Plan, desk: &Desk) -> Option<Only> {
    let area = place(desk);
    let col = at.0.checked_sub(area.x).filter(|_| at.1 == area.y)?;
    let on = |(_, text, x): &(Only, String, u16)| col >= *x && usize::from(col - x) < width(text);
    tabs(plan, desk).into_iter().find(on).map(|(only, ..)| only)
}

pub(super) fn draw(plan: &Plan, desk: &Desk, canvas: &mut Canvas) {
    let area = place(desk);
    let row = |x: u16, y: u16| Rect {
        x: area.x + x,
        y: area.y + y,
        width: area.width.saturating_sub(x),
        height: u16::from(y < area.height),
    };
    for (only, text, x) in tabs(plan, desk) {
        let here = only == plan.only;
        canvas.line(
            row(x, 0),
            &text,
            if here { Role::Title } else { Role::Aside },
        );
    }
    draw_typed(plan, desk, row(2, 1), canvas);
    heads(desk, row(2, 3), canvas);
    let shown = plan.shown(desk);
    let lines = lines_near(&shown, plan.menu.cursor, plan.rows.is_some(), desk);
    plan.menu.draw(&lines, list(area), canvas.look, canvas.buf);
    if desk.areas.margin.is_some() {
        draw_spread(&shown, desk, area, canvas);
    }
}

/// The line that is typed.
fn draw_typed(plan: &Plan, desk: &Desk, row: Rect, canvas: &mut Canvas) {
    if plan.typed.is_empty() {
        canvas.line(row, desk.words().plan_hint(), Role::Aside);
    }
    canvas.line(row, plan.typed.text(), Role::Strong);
    if matches!(plan.front, Front::Table) {
        let (_, col) = plan.typed.row_col(usize::from(row.width));
        let col = u16::try_from(col).unwrap_or(0);
        canvas.cursor = Some(Position::new(row.x + col, row.y).into());
    }
}

/// The heads of the columns.
fn heads(desk: &Desk, row: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let at = |x: u16| Rect {
        x: row.x + x,
        width: row.width.saturating_sub(x),
        ..row
    };
    canvas.line(at(DUE), words.plan_due(), Role::Aside);
    canvas.line(at(WHAT), words.plan_action(), Role::Aside);
    let right = Rect {
        width: row.width.saturating_sub(2),
        ..row
    };
    canvas.line_right(right, words.plan_head_right(), Role::Aside);
}

/// How the actions shown spread over owners, strengths, the wheel and years.
fn draw_spread(shown: &[&Planned], desk: &Desk, table: Rect, canvas: &mut Canvas) {
    let area = Rect {
        x: table.right() + 3,
        width: BESIDE,
        ..table
    };
    let mut y = 0;
    let mut put = |text: &str, n: Option<usize>, role: Role, canvas: &mut Canvas| {
        let row = Rect {
            y: area.y + y,
            height: u16::from(y < area.height),
            ..area
        };
        let taken = n.map_or(0, |n| {
            canvas.line_right(row, &n.to_string(), Role::Body) + 2
        });
        let room = Rect {
            width: row.width.saturating_sub(taken),
            ..row
        };
        canvas.line(room, text, role);
        y = y.saturating_add(1);
    };
    for (n, (head, counts)) in spread(shown, desk).into_iter().enumerate() {
        if n > 0 {
            put("", None, Role::Aside, canvas);
        }
        put(head, None, Role::Strong, canvas);
        for (text, n) in counts {
            put(&text, Some(n), Role::Aside, canvas);
        }
    }
}

/// Heads with what is counted under each.
type Spread = Vec<(&'static str, Vec<(String, usize)>)>;

fn spread(shown: &[&Planned], desk: &Desk) -> Spread {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let count = |keeps: &dyn Fn(&Planned) -> bool| shown.iter().filter(|p| keeps(p)).count();
    let strengths = Strength::ALL.iter().rev().map(|s| {
        let n = count(&|p: &Planned| p.strength == Some(*s));
        (format!("{} {}", meter(*s, &signs), words.strength(*s)), n)
    });
    let phases = Phase::ALL
        .iter()
        .zip(["P", "D", "C", "A"])
        .map(|(phase, letter)| {
            let n = count(&|p: &Planned| p.phase == Some(*phase));
            (format!("{letter} {}", words.phase(*phase)), n)
        });
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for decided in shown.iter().filter_map(|p| p.decided) {
        *years.entry(decided.date.year()).or_default() += 1;
    }
    let years = years
        .into_iter()
        .rev()
        .map(|(year, n)| (year.to_string(), n));
    vec![
        (words.plan_by_owner(), owners(shown, desk)),
        (words.plan_strength(), strengths.collect()),
        (words.plan_phase(), phases.collect()),
        (words.plan_by_year(), years.collect()),
    ]
}

/// The owners, the one with the most actions first.
fn owners(shown: &[&Planned], desk: &Desk) -> Vec<(String, usize)> {
    let nobody = desk.words().plan_no_owner();
    let mut all: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for p in shown {
        let owner = p.owner.filled().unwrap_or(nobody);
        let entry = all.entry(fold(owner.trim())).or_default();
        entry.0 = Text::line(owner).to_string();
        entry.1 += 1;
    }
    let mut all: Vec<(String, usize)> = all.into_values().collect();
    all.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(OWNERS);
    all
}
