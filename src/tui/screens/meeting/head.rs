//! The head of a step above its content, and its hints: what to read aloud, what is missing.

use super::lacking::gauge;
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::progress::Missing;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::{Para, Reading};
use ratatui::layout::Rect;

/// Rows of the head of a step: title, aim, air.
const HEAD: u16 = 3;

/// The place of a step's own content: the page below the head of the step.
pub fn body(page: Rect) -> Rect {
    let head = HEAD.min(page.height);
    Rect {
        y: page.y + head,
        height: page.height - head,
        ..page
    }
}

/// The head of a step: title, how much is missing, aim.
pub(super) fn draw_head(
    step: StepKind,
    lacks: &[Missing],
    desk: &Desk,
    page: Rect,
    canvas: &mut Canvas,
) {
    let text = content::step(step);
    let lang = desk.words().0;
    draw_lines(
        (text.title.get(lang), text.aim.get(lang)),
        lacks,
        desk,
        page,
        canvas,
    );
}

/// The same while a presented analysis is amended in the screen of that step.
pub(super) fn draw_amending(
    step: StepKind,
    lacks: &[Missing],
    desk: &Desk,
    page: Rect,
    canvas: &mut Canvas,
) {
    let words = desk.words();
    // Its short name: the titles of some steps have a colon of their own.
    let step = content::step(step).name.get(words.0);
    let title = match desk.read_only() {
        Some(_) => words.presentation_looking(step),
        None => words.presentation_amending(step),
    };
    draw_lines(
        (&title, words.presentation_back()),
        lacks,
        desk,
        page,
        canvas,
    );
}

/// The same while a question of the group's own is voted on.
pub(super) fn draw_vote(desk: &Desk, page: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let lines = (words.free_vote_title(), words.free_vote_aim());
    draw_lines(lines, &[], desk, page, canvas);
}

fn draw_lines(
    (title, aim): (&str, &str),
    lacks: &[Missing],
    desk: &Desk,
    page: Rect,
    canvas: &mut Canvas,
) {
    let words = desk.words();
    let line = |y: u16| Rect {
        x: page.x + 2,
        y: page.y + y,
        width: page.width.saturating_sub(2),
        height: 1,
    };
    let right = match lacks.iter().filter(|lack| !lack.is_remark()).count() {
        0 => String::new(),
        n => words.n_missing(n),
    };
    let taken = canvas.line_right(line(0), &right, Role::See);
    let place = Rect {
        width: line(0).width.saturating_sub(taken + 1),
        ..line(0)
    };
    canvas.line(place, title, Role::Title);
    // On a narrow page it takes the row of air too rather than be cut.
    let place = Rect {
        height: 2,
        ..line(1)
    };
    canvas.text(place, aim, Role::Aside);
}

/// The margin: what to read aloud, what is missing.
pub(super) fn draw_margin(
    step: StepKind,
    lacks: &[Missing],
    desk: &Desk,
    margin: Rect,
    canvas: &mut Canvas,
) {
    let paras = hints(step, lacks, desk);
    Reading::default().draw(&paras, margin, canvas.look, canvas.buf);
}

/// The hints of a step: what to read aloud, what is missing. In the margin, or one key away where there is none.
pub fn hints(step: StepKind, lacks: &[Missing], desk: &Desk) -> Vec<Para> {
    let mut out = aloud(step, desk);
    if !super::sealed(desk) {
        out.extend(self::lacks(step, lacks, desk));
    }
    out
}

/// What to read aloud at a step, and what the method of the grid asks there.
pub fn aloud(step: StepKind, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let led = desk.session().is_some_and(Session::is_led);
    let aloud = if led {
        words.led_guide()
    } else {
        words.read_aloud()
    };
    let mut out = vec![
        Para::new(aloud, Role::Strong),
        Para::new(content::step(step).prompt.get(words.0), Role::Body),
        Para::new("", Role::Body),
    ];
    method(step, desk, &mut out);
    out
}

/// What is missing at a step, and how complete the analysis is.
pub fn lacks(step: StepKind, lacks: &[Missing], desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let mut out = Vec::new();
    let (remarks, real): (Vec<_>, Vec<_>) = lacks.iter().partition(|lack| lack.is_remark());
    let line = |what: &Missing| {
        let text = format!("{} {}", signs.see, words.missing(what));
        Para::new(text, Role::Aside)
    };
    if real.is_empty() {
        let text = format!("{} {}", signs.done, words.nothing_missing());
        out.push(Para::new(text, Role::Done));
    } else {
        out.push(Para::new(words.still_missing(), Role::Strong));
    }
    out.extend(real.into_iter().map(line));
    if !remarks.is_empty() {
        out.push(Para::new(words.worth_a_look(), Role::Strong));
    }
    out.extend(remarks.into_iter().map(line));
    if let Some(session) = desk.session() {
        gauge(step, session, desk, &mut out);
    }
    out
}

/// What the method of the grid in use asks at this step, where it has a way of its own.
fn method(step: StepKind, desk: &Desk, out: &mut Vec<Para>) {
    let lang = desk.words().0;
    let grid = desk.session().and_then(|session| {
        let used = session.analysis().and_then(|a| a.grids.first());
        let id = used.map_or_else(|| desk.usual_grid(), |used| used.grid.clone());
        content::grid_in(session, &id)
    });
    let path = grid.into_iter().flat_map(|g| &g.path).enumerate();
    for (n, asked) in path.filter(|(_, asked)| asked.step == step) {
        let title = format!("{}. {}", n + 1, asked.name.get(lang));
        out.push(Para::new(title, Role::Strong));
        out.push(Para::new(asked.question.get(lang), Role::Body));
        let done = desk.words().method_done_when(asked.done_when.get(lang));
        out.push(Para::new(done, Role::Aside));
        out.push(Para::new("", Role::Body));
    }
}
