//! How a result looks: the question, the bars, who comes first and who voted in fixed places; between them scrolls what does not
//! fit. Where there is room the numbers of the wall are three rows high.

use super::super::BallotView;
use super::{fields, measures};
use crate::domain::ballot::{Ballot, Method, Reached, Subject};
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::bars::{Bar, Chart, Shape};
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::wrap;
use crate::words::Words;
use ratatui::layout::Rect;

/// Widest that a result is drawn.
const WIDE: u16 = 84;
/// Columns kept at the right for the thumb and the air before it.
const THUMB: u16 = 2;
/// Rows that the bars get at least; below, only the verdict stays in its place under them.
const LEAST: u16 = 6;
/// Rows of the decision on a free question: air, its two fields, and the hint.
const DECISION: u16 = 6;
/// From this height on there is air above the question.
const TALL: u16 = 30;

type Line = (String, Role);

/// All that a result says.
struct Sheet<'a> {
    ballot: &'a Ballot,
    bars: Vec<Bar<'a>>,
    /// Below the bars, always in sight.
    foot: Vec<Line>,
    /// What is read when one wants to know more.
    more: Vec<Line>,
    /// Rows that the decision on a free question takes.
    decision: u16,
}

/// Where its parts stand.
struct Places {
    question: Rect,
    middle: Rect,
    foot: Rect,
    decision: Rect,
    shape: Shape,
}

/// The place of a result: the whole width, the header and the footer stay.
fn place(desk: &Desk) -> Rect {
    let (full, header) = (desk.areas.full, desk.areas.header);
    let width = full.width.min(WIDE);
    let air = u16::from(full.height >= TALL);
    Rect {
        x: header.x + header.width.saturating_sub(width) / 2,
        y: full.y + air,
        width,
        height: full.height.saturating_sub(air),
    }
}

impl<'a> Sheet<'a> {
    fn new(ballot: &'a Ballot, session: &Session, desk: &Desk) -> Self {
        let (words, signs) = (desk.words(), &desk.prefs.theme.signs);
        let decision = if fields(ballot, desk).is_empty() {
            0
        } else {
            DECISION
        };
        let mut foot = foot(ballot, words, signs);
        let reached = session.reached_in_words(ballot);
        if let Some(how) = reached.filter(|_| decision > 0) {
            let told = words.reached(how);
            foot.push(match how {
                Reached::AgainstVote if ballot.reason.is_blank() => {
                    (words.result_how(&words.decision_against(told)), Role::See)
                }
                _ => (words.result_how(told), Role::Body),
            });
        }
        Self {
            ballot,
            bars: bars(ballot, words, signs),
            foot,
            more: more(ballot, session, decision == 0, words),
            decision,
        }
    }

    /// Parts the place.
    fn places(&mut self, area: Rect, wall: bool) -> Places {
        let wide = usize::from(area.width.saturating_sub(THUMB));
        let question = rows(self.ballot.question.as_str(), wide) + 1;
        let of = |lines: &[Line]| lines.iter().map(|(text, _)| rows(text, wide)).sum::<u16>();
        let room = area.height.saturating_sub(question + self.decision);
        if room.saturating_sub(of(&self.foot) + 1) < LEAST {
            // Too little room for all of it: the rest is read below the bars.
            let rest = self.foot.split_off(1.min(self.foot.len()));
            self.more.splice(0..0, rest);
        }
        let foot = of(&self.foot).min(room);
        let middle = room.saturating_sub(foot + 1);
        let more = usize::from(of(&self.more)) + 1;
        let shape = self.shape(usize::from(middle), more, wide, wall);
        let chart = Chart::new(&self.bars, shape, wide).n_rows();
        // What is said follows the bars when there is room, so that the eye finds it.
        let used = u16::try_from(chart + more).unwrap_or(u16::MAX).min(middle);
        let row = |y: u16, height: u16| Rect {
            y: area.y + y,
            height,
            ..area
        };
        Places {
            question: row(0, question.min(area.height)),
            middle: row(question, used),
            foot: row(question + used + 1, foot),
            decision: row(
                area.height.saturating_sub(self.decision) + u16::from(self.decision > 0),
                self.decision.saturating_sub(1),
            ),
            shape,
        }
    }

    /// The largest shape in which the bars fit so many rows, off the wall with what is said below them if that can be.
    fn shape(&self, height: usize, more: usize, wide: usize, wall: bool) -> Shape {
        let shapes = shapes(self.ballot, wall);
        let rows = |shape: &Shape| Chart::new(&self.bars, *shape, wide).n_rows();
        let fits = |with: usize| shapes.iter().find(|shape| rows(shape) + with <= height);
        let all = fits(more).filter(|_| !wall);
        let found = all.or_else(|| fits(0)).or(shapes.last());
        found.copied().unwrap_or(Shape::Beside)
    }

    /// Rows between question and foot.
    fn n_rows(&self, chart: &Chart, wide: usize) -> usize {
        let more = self
            .more
            .iter()
            .map(|(text, _)| usize::from(rows(text, wide)));
        chart.n_rows() + 1 + more.sum::<usize>()
    }
}

/// The shapes that serve a vote, the largest first.
fn shapes(ballot: &Ballot, wall: bool) -> &'static [Shape] {
    const ALL: [Shape; 4] = [Shape::Large, Shape::Airy, Shape::Close, Shape::Beside];
    let first = usize::from(!wall || ballot.method.marks().is_some());
    // Beside three numbers in words there is no room for a wording.
    let last = if ballot.method == Method::YesNo { 3 } else { 4 };
    &ALL[first..last]
}

fn rows(text: &str, wide: usize) -> u16 {
    u16::try_from(wrap(text, wide).len()).unwrap_or(u16::MAX)
}

/// The bars, best first; what was withdrawn has none.
fn bars<'a>(ballot: &'a Ballot, words: Words, signs: &Signs) -> Vec<Bar<'a>> {
    let tally = ballot.tally();
    let counts = |i: usize| {
        let all = ballot.answers(i);
        [ballot.total(i), all.no, all.abstain]
    };
    let highest = ballot.live().flat_map(|(i, _)| counts(i)).max();
    let wide = highest.unwrap_or(0).to_string().len();
    let decides = !measures(ballot.subject);
    let answers = decides && ballot.method == Method::YesNo;
    let bar = |(index, _): &(usize, u32)| {
        let option = ballot.options.get(*index)?;
        let kept = decides && tally.kept.contains(index);
        let tied = decides && tally.tied.contains(index);
        let (mark, word) = match (kept, tied) {
            (true, _) => (Some((signs.done, Role::Done)), words.result_carried_mark()),
            (_, true) => (Some(("=", Role::See)), words.result_split_mark()),
            _ if answers => (
                Some((signs.refused, Role::Refused)),
                words.result_refused_mark(),
            ),
            _ => (None, ""),
        };
        let mut said = words.given(ballot, *index, wide);
        if answers {
            said = format!("{said} · {word}");
        }
        Some(Bar {
            letter: Ballot::letter(*index),
            mark,
            label: option.label.as_str(),
            value: length(ballot, *index),
            said,
            leads: kept || tied,
        })
    };
    tally.ranking.iter().filter_map(bar).collect()
}

/// The length of a bar: what was given, or the level that counts.
fn length(ballot: &Ballot, index: usize) -> u32 {
    match ballot.method {
        Method::Levels { .. } => ballot.value(index),
        _ => ballot.total(index),
    }
}

/// Who comes first, who voted, and what the vote is worth.
fn foot(ballot: &Ballot, words: Words, signs: &Signs) -> Vec<Line> {
    let mut out = Vec::new();
    if !measures(ballot.subject) {
        let tally = ballot.tally();
        let (sign, role) = if !tally.tied.is_empty() {
            ("=", Role::See)
        } else if tally.kept.is_empty() {
            (signs.see, Role::See)
        } else {
            (signs.done, Role::Title)
        };
        out.push((format!("{sign} {}", words.who_wins(ballot)), role));
    }
    out.push((words.turnout(ballot), Role::Body));
    let mut see = |text: &str| out.push((format!("{} {text}", signs.see), Role::See));
    if !ballot.quorum_met() {
        see(words.result_no_quorum());
    }
    if let Some(weak) = ballot.weak_secrecy() {
        see(words.weak_secrecy(weak));
    }
    out
}

/// The rule, what was not given, who was not there, the rounds before, and what was decided.
fn more(ballot: &Ballot, session: &Session, decided: bool, words: Words) -> Vec<Line> {
    let mut out = Vec::new();
    if decided {
        out.extend(decision_of(ballot, session, words));
    }
    for round in session
        .rounds(ballot)
        .iter()
        .rev()
        .skip(1)
        .rev()
        .enumerate()
    {
        told_round(round, words, &mut out);
    }
    let how = format!("{}.", words.capital(&words.voting(ballot)));
    out.push((how, Role::Aside));
    if !measures(ballot.subject) {
        out.push((words.rule(ballot), Role::Aside));
    }
    let mut say = |there: bool, text: String| {
        if there {
            out.push((text, Role::Aside));
        }
    };
    say(ballot.unspent() > 0, words.result_unspent(ballot.unspent()));
    let excused = ballot.excused.len();
    say(excused > 0, words.result_excused(excused));
    let trace = ballot.entitled_trace.iter().map(ToString::to_string);
    let trace: Vec<String> = trace.collect();
    say(trace.len() > 1, words.result_trace(&trace.join(" → ")));
    say(ballot.gone > 0, words.result_gone(ballot.gone));
    for option in ballot.options.iter().filter(|o| o.withdrawn && !o.is_gap()) {
        say(true, words.result_withdrawn(option.label.as_str()));
    }
    out
}

/// An earlier round: what each option got, and what was retained.
fn told_round((n, round): (usize, &&Ballot), words: Words, out: &mut Vec<Line>) {
    out.push((words.result_round(n + 1), Role::Strong));
    let tally = round.tally();
    for (index, _) in &tally.ranking {
        let label = round.options.get(*index).map_or("", |o| o.label.as_str());
        let given = words.given(round, *index, 1);
        let kept = if tally.kept.contains(index) {
            format!(" · {}", words.result_round_kept())
        } else {
            String::new()
        };
        let text = format!("{given}  {label}{kept}");
        out.push((text, Role::Body));
    }
}

/// What was decided after this vote, and why.
fn decision_of(ballot: &Ballot, session: &Session, words: Words) -> Vec<Line> {
    let (what, how, reason) = if ballot.subject == Subject::Free {
        let how = session.reached_in_words(ballot);
        (ballot.decided.to_string(), how, &ballot.reason)
    } else {
        let after = |d: &&crate::domain::ballot::Decision| d.ballot == Some(ballot.id);
        let Some(decision) = session.decision(ballot.subject).filter(after) else {
            return Vec::new();
        };
        let first = session.rounds(ballot);
        let options = first.iter().take(1).flat_map(|b| b.options.iter());
        let named = options.filter(|o| decision.targets.contains(&o.target));
        let named: Vec<&str> = named.map(|o| o.label.as_str()).collect();
        (named.join(" · "), Some(decision.reached), &decision.reason)
    };
    let Some(how) = how.filter(|_| !what.trim().is_empty()) else {
        return Vec::new();
    };
    let decided = words.result_decided(&what, words.reached(how));
    let mut out = vec![(decided, Role::Strong)];
    out.extend(
        reason
            .filled()
            .map(|why| (words.result_reason(why), Role::Body)),
    );
    out
}

/// Rows that can be hidden above.
pub fn most_scroll(ballot: &Ballot, desk: &Desk) -> usize {
    let Some(session) = desk.session() else {
        return 0;
    };
    let mut sheet = Sheet::new(ballot, session, desk);
    let area = place(desk);
    let places = sheet.places(area, desk.prefs.theme.is_wall());
    let wide = usize::from(area.width.saturating_sub(THUMB));
    let chart = Chart::new(&sheet.bars, places.shape, wide);
    let total = sheet.n_rows(&chart, wide);
    total.saturating_sub(usize::from(places.middle.height))
}

/// Where the decision on a free question is typed.
pub fn decision(ballot: &Ballot, desk: &Desk) -> Rect {
    let Some(session) = desk.session() else {
        return Rect::default();
    };
    let mut sheet = Sheet::new(ballot, session, desk);
    sheet
        .places(place(desk), desk.prefs.theme.is_wall())
        .decision
}

/// Draws the result.
pub fn draw(view: &BallotView, ballot: &Ballot, desk: &Desk, canvas: &mut Canvas) {
    let Some(session) = desk.session() else {
        return;
    };
    let area = place(desk);
    let mut sheet = Sheet::new(ballot, session, desk);
    let places = sheet.places(area, desk.prefs.theme.is_wall());
    let wide = area.width.saturating_sub(THUMB);
    let text = |place: Rect| Rect {
        width: wide,
        ..place
    };
    canvas.text(
        text(places.question),
        ballot.question.as_str(),
        Role::Strong,
    );
    let chart = Chart::new(&sheet.bars, places.shape, usize::from(wide));
    let total = sheet.n_rows(&chart, usize::from(wide));
    let top = view.result.top;
    let top = top.min(total.saturating_sub(usize::from(places.middle.height)));
    chart.draw(canvas.buf, text(places.middle), top, canvas.look);
    draw_lines(
        &sheet.more,
        chart.n_rows() + 1,
        top,
        text(places.middle),
        canvas,
    );
    let (sign, style) = (canvas.look.signs.thumb, canvas.look.style(Role::Aside));
    Scroll { top }.draw_thumb(canvas.buf, places.middle, total, sign, style);
    draw_lines(&sheet.foot, 0, 0, text(places.foot), canvas);
    let fields = fields(ballot, desk);
    if !fields.is_empty() {
        let form = &view.result.form;
        let cursor = form.draw(&fields, places.decision, canvas.look, canvas.buf);
        canvas.cursor = cursor.filter(|_| view.result.deciding);
    }
}

/// Draws lines from row `at` of a text on, `top` rows of which are hidden above.
fn draw_lines(lines: &[Line], mut at: usize, top: usize, area: Rect, canvas: &mut Canvas) {
    for (text, role) in lines {
        for range in wrap(text, usize::from(area.width)) {
            let y = at.checked_sub(top).and_then(|y| u16::try_from(y).ok());
            at += 1;
            if let Some(y) = y.filter(|y| *y < area.height) {
                let row = Rect {
                    y: area.y + y,
                    height: 1,
                    ..area
                };
                canvas.line(row, text[range].trim_end(), *role);
            }
        }
    }
}
