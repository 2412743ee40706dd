//! The whole story of one action: what is asked of it, where and why it was decided, every word said of it since.

use super::saying::{begin, in_a_meeting};
use super::{Front, Name, Plan, table};
use crate::content;
use crate::documents::plan::{reference, wording};
use crate::domain::action::{FollowUpOutcome, Phase};
use crate::domain::ballot::Method;
use crate::domain::text::Text;
use crate::library::lookalike::{self, Found, Kind};
use crate::library::plan::{Place, Planned, Resolved, Word};
use crate::tui::command::Command;
use crate::tui::desk::{Between, Desk, Effect};
use crate::tui::form::Form;
use crate::tui::frame::Canvas;
use crate::tui::screens::ask::Ask;
use crate::tui::screens::said::{ESCALATE, Key};
use crate::tui::screens::steps::actions::meter;
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::Words;
use chrono::NaiveDate;
use uuid::Uuid;

/// The column of what is told, beside its name.
const VALUE: u16 = 14;

/// The action whose story is told.
#[derive(Debug)]
pub(super) struct Told {
    pub name: Name,
    pub menu: Menu,
    /// The form in which something is said of it.
    pub form: Form<Key>,
    /// Events like the one that it comes from, heard or reported after it was decided.
    pub since: Vec<Found>,
}

/// What a line of the story leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// Saying something.
    Say,
    /// The record of a meeting.
    Record(Uuid),
    /// What was said between two meetings.
    Said(Uuid),
}

impl Told {
    /// Looks for events like its own that came after it was decided.
    pub fn look_back(&mut self, planned: &Planned, desk: &Desk) {
        self.since.clear();
        let index = desk.past.index.as_ref().filter(|_| planned.is_open());
        let (Some(index), Some(decided)) = (index, planned.decided) else {
            return;
        };
        let event = planned.event.as_str();
        let none = Text::default();
        let found = index.alike(Kind::Incident, event, planned.lang, decided.session, &none);
        let later = |found: &Found| match found.place {
            lookalike::Place::Session { date, .. } => date > decided.date,
            lookalike::Place::Waiting { reported, .. } => {
                reported.is_none_or(|on| on >= decided.date)
            }
        };
        self.since = found.into_iter().filter(later).collect();
    }
}

impl Plan {
    /// Takes input over the story.
    pub(super) fn in_the_story(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Some((told, planned)) = self.told() else {
            self.front = Front::Table;
            return Flow::Stay;
        };
        let ways = ways(told, planned, desk);
        match input {
            Input::Command(Command::Back) => {
                self.front = Front::Table;
                return Flow::Stay;
            }
            Input::Command(Command::Add) => return begin(planned, desk),
            Input::Command(Command::Delete) => {
                return match ways.get(told.menu.cursor) {
                    Some(Way::Said(id)) => take_back(*id, planned, desk),
                    _ => Flow::Say(desk.words().plan_not_taken_back().to_owned()),
                };
            }
            _ => {}
        }
        let lines = lines(told, planned, desk);
        let mut menu = told.menu;
        let chosen = menu.take(input, &lines, desk.areas.full, desk.prefs.theme.page());
        let way = match chosen {
            Choice::Open(index) => ways.get(index).copied(),
            _ => None,
        };
        let said = match way {
            Some(Way::Say) => Some(begin(planned, desk)),
            Some(Way::Said(_)) => in_a_meeting(desk),
            _ => None,
        };
        if let Front::Story(told) = &mut self.front {
            told.menu = menu;
        }
        match way {
            Some(Way::Record(session)) => desk.ask(Effect::ReadPast(session)),
            Some(Way::Said(file)) if said.is_none() => {
                desk.ask(Effect::Between(Between::Open(file)));
            }
            Some(Way::Say | Way::Said(_)) | None => {}
        }
        match chosen {
            Choice::Ignored => Flow::Ignored,
            _ => said.unwrap_or(Flow::Stay),
        }
    }
}

/// Takes back what was said, once it was asked whether to.
fn take_back(id: Uuid, planned: &Planned, desk: &Desk) -> Flow {
    let mut said = planned.said.iter();
    let word = said.find(|word| word.place == Place::Between(id));
    let said = word.map(|word| what(word, desk.words()));
    let ask = || Flow::Push(Ask::take_back(id, said.unwrap_or_default()).into());
    in_a_meeting(desk).unwrap_or_else(ask)
}

pub(super) fn draw(told: &Told, planned: &Planned, desk: &Desk, canvas: &mut Canvas) {
    let lines = lines(told, planned, desk);
    told.menu
        .draw(&lines, canvas.areas.full, canvas.look, canvas.buf);
}

fn ways(told: &Told, planned: &Planned, desk: &Desk) -> Vec<Way> {
    let all = parts(told, planned, desk).into_iter();
    all.filter_map(|(_, way)| way).collect()
}

fn lines(told: &Told, planned: &Planned, desk: &Desk) -> Vec<Line> {
    let all = parts(told, planned, desk).into_iter();
    all.map(|(line, way)| Line {
        opens: way.is_some(),
        ..line
    })
    .collect()
}

/// A name with what it says beside it; nothing where there is nothing to say.
fn fact(name: &str, value: &str) -> Option<(Line, Option<Way>)> {
    let line = Line {
        cells: vec![(0, name.to_owned(), Role::Aside)],
        beside: Some((VALUE, value.to_owned(), Role::Body)),
        ..Line::default()
    };
    (!value.trim().is_empty()).then_some((line, None))
}

/// The lines of the story, those that lead somewhere with where.
fn parts(told: &Told, p: &Planned, desk: &Desk) -> Vec<(Line, Option<Way>)> {
    let words = desk.words();
    let mut out = head(p, desk);
    let say = Line {
        cells: vec![(0, words.plan_say().to_owned(), Role::Strong)],
        ..Line::default()
    };
    out.push((say, Some(Way::Say)));
    out.extend(warnings(told, p, desk).into_iter().map(|line| (line, None)));
    out.push((Line::blank(), None));
    out.push((Line::heading(words.plan_said_heading().to_owned()), None));
    if p.said.is_empty() {
        let none = words.plan_said_nothing().to_owned();
        out.push((Line::note(none, Role::Aside), None));
    }
    out.extend(p.said.iter().rev().map(|word| said(word, desk)));
    out.push((Line::blank(), None));
    out.push((Line::heading(words.plan_why_heading().to_owned()), None));
    out.extend(decided(p, words));
    out.extend(asked(p, desk));
    out
}

/// What it is, and where it stands.
fn head(p: &Planned, desk: &Desk) -> Vec<(Line, Option<Way>)> {
    let words = desk.words();
    let (sign, role) = table::sign(p, desk);
    let mut state = vec![reference(p), table::owner(p, desk)];
    state.retain(|part| !part.is_empty());
    state.extend(table::state(p, desk));
    let standing = Line {
        cells: vec![(0, sign.to_owned(), role)],
        beside: Some((2, state.join(" · "), role_of(role))),
        ..Line::default()
    };
    vec![
        (Line::note(wording(words, p), Role::Title), None),
        (standing, None),
        (Line::note(wheel(p, words), Role::Aside), None),
        (Line::blank(), None),
    ]
}

/// What is late or refused says so in its own voice.
const fn role_of(role: Role) -> Role {
    match role {
        Role::See | Role::Refused | Role::Done => role,
        _ => Role::Body,
    }
}

/// The wheel in words, the place where the action stands between brackets.
fn wheel(p: &Planned, words: Words) -> String {
    let name = |phase: &Phase| {
        let name = words.phase(*phase);
        if p.phase == Some(*phase) {
            format!("‹{name}›")
        } else {
            name.to_owned()
        }
    };
    let each: Vec<String> = Phase::ALL.iter().map(name).collect();
    format!("{}   {}", words.plan_phase(), each.join(" · "))
}

/// What deserves a look.
fn warnings(told: &Told, p: &Planned, desk: &Desk) -> Vec<Line> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let mut said = Vec::new();
    if p.was_due_before_decided() {
        said.push(words.plan_due_before().to_owned());
    }
    if table::has_left(p, desk) && p.is_open() {
        said.push(words.plan_owner_left_said(p.owner.as_str()));
    }
    if p.is_open() && p.postponed >= ESCALATE && p.escalated_to.is_blank() {
        said.push(words.plan_escalate(p.postponed));
    }
    for found in &told.since {
        said.push(match found.place {
            lookalike::Place::Session { date, .. } => {
                words.plan_again(&words.date_short(date), found.what.as_str())
            }
            lookalike::Place::Waiting { .. } => words.plan_again_waiting(found.what.as_str()),
        });
    }
    let line = |text: String| Line {
        cells: vec![(0, signs.see.to_owned(), Role::See)],
        beside: Some((2, text, Role::See)),
        ..Line::default()
    };
    said.into_iter().map(line).collect()
}

/// Where, how and why it was decided.
fn decided(p: &Planned, words: Words) -> Vec<(Line, Option<Way>)> {
    let Some(decided) = p.decided else {
        return fact(words.plan_decided_short(), words.plan_decided_before())
            .into_iter()
            .collect();
    };
    let session = match decided.number {
        0 => words.crex_plain().to_owned(),
        n => words.crex_number(n),
    };
    let how = p.resolved.as_ref().map(|r| words.reached(r.reached));
    let mut parts = vec![words.date(decided.date), session];
    parts.extend(how.map(ToOwned::to_owned));
    let line = fact(words.plan_decided_short(), &parts.join(" · "));
    let line = line.map(|(line, _)| (line, Some(Way::Record(decided.session))));
    let resolved = p.resolved.as_ref();
    let facts = [
        line,
        resolved.and_then(|r| fact(words.plan_reason(), r.reason.as_str())),
        resolved.and_then(|r| fact(words.plan_dissent(), r.dissent.as_str())),
        resolved.and_then(|r| fact(words.plan_vote(), &vote(r, words))),
        fact(words.plan_event(), p.event.as_str()),
        fact(words.plan_causes(), &causes(p)),
        fact(words.plan_goal(), p.goal.as_str()),
        fact(words.plan_missing(), p.missing_reason.as_str()),
    ];
    facts.into_iter().flatten().collect()
}

fn causes(p: &Planned) -> String {
    let all: Vec<&str> = p.causes.iter().map(Text::as_str).collect();
    all.join("\n")
}

/// What the vote gave it: « 9 voix · 1re sur 4 · 12 pouvaient voter ».
fn vote(resolved: &Resolved, words: Words) -> String {
    let Some(vote) = resolved.vote else {
        return String::new();
    };
    let got = match vote.method {
        Method::Hands { .. } => words.plan_voices(vote.total),
        Method::YesNo => words.plan_yes_no(vote.total, vote.against),
        _ => words.plan_points(vote.total),
    };
    let place = (vote.of > 1).then(|| words.plan_place(vote.place, vote.of));
    let parts = [Some(got), place, Some(words.plan_entitled(vote.entitled))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is asked of it: how strong it is, until when, how it is known whether it worked.
fn asked(p: &Planned, desk: &Desk) -> Vec<(Line, Option<Way>)> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let day = |date: NaiveDate| words.date_short(date);
    let category = content::category(&p.category).map(|c| c.label.get(words.0).to_owned());
    let strength = p
        .strength
        .map(|s| format!("{} {}", meter(s, &signs), words.strength(s)));
    let force: Vec<String> = strength.into_iter().chain(category).collect();
    let first = p.first_due.filter(|first| p.due != Some(*first));
    let due = p.due.map_or(words.plan_no_due().to_owned(), day);
    let due = match first {
        Some(first) => words.plan_due_first(&due, &day(first)),
        None => due,
    };
    let values = [
        (words.plan_baseline(), &p.baseline),
        (words.plan_target(), &p.target),
    ];
    let values = values.into_iter().filter(|(_, text)| !text.is_blank());
    let values = values.map(|(name, text)| format!("{}\u{a0}: {text}", name.to_lowercase()));
    let indicator: Vec<String> = p
        .indicator
        .filled()
        .map(ToOwned::to_owned)
        .into_iter()
        .chain(values)
        .collect();
    let how = p.evaluation.filled().map(ToOwned::to_owned);
    let evaluation: Vec<String> = p.evaluate_on.map(day).into_iter().chain(how).collect();
    let facts = [
        fact(words.plan_strength(), &force.join(" · ")),
        fact(words.plan_due(), &due),
        fact(words.plan_indicator(), &indicator.join(" · ")),
        fact(words.plan_evaluation(), &evaluation.join(" · ")),
        fact(words.plan_escalated(), p.escalated_to.as_str()),
    ];
    facts.into_iter().flatten().collect()
}

/// One word: when and where, what, why, on what proof. It leads to the record where it was said, or can be put right.
fn said(word: &Word, desk: &Desk) -> (Line, Option<Way>) {
    let words = desk.words();
    let on = word.on.map(|day| words.date_short(day));
    let on = on.unwrap_or_else(|| words.plan_no_day().to_owned());
    let (place, way) = match word.place {
        Place::Meeting(0, session) => (words.crex_plain().to_owned(), Way::Record(session)),
        Place::Meeting(n, session) => (words.crex_number(n), Way::Record(session)),
        Place::Between(file) => (words.plan_between().to_owned(), Way::Said(file)),
    };
    let mut parts = vec![what(word, words)];
    parts.extend(word.reason.filled().map(ToOwned::to_owned));
    parts.extend(word.evidence.filled().map(ToOwned::to_owned));
    let line = Line {
        cells: vec![(0, on, Role::Body), (VALUE, place, Role::Aside)],
        below: Some((VALUE, parts.join("\n"), Role::Body)),
        ..Line::default()
    };
    (line, Some(way))
}

/// What was said, with its numbers.
fn what(word: &Word, words: Words) -> String {
    let name = words.follow_up_outcome(word.outcome);
    let day = word
        .new_due
        .map(|day| words.follow_up_due(&words.date_short(day)));
    let mut parts = vec![match word.outcome {
        FollowUpOutcome::Postponed => words.follow_up_nth(word.postponed),
        FollowUpOutcome::Ongoing if word.progress > 0 => {
            format!("{name}, {}\u{a0}%", word.progress)
        }
        FollowUpOutcome::Evaluated => format!("{name}\u{a0}: {}", words.effect(word.effect)),
        _ => name.to_owned(),
    }];
    parts.extend(day);
    if let Some(body) = word.escalated_to.filled() {
        parts.push(words.follow_up_taken_to(body));
    }
    words.capital(&parts.join(" · "))
}
