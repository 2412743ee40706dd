//! For the trainer: what is to come. The next inject, the question for a freeze at this step, then all of them.

use super::Shown;
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::scenario::{Inject, Prompt, Scenario};
use crate::domain::session::{Session, Stage};
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use crate::words::Words;
use chrono::NaiveDateTime;

pub(super) fn paras(
    shown: &Shown,
    session: &Session,
    scenario: &Scenario,
    desk: &Desk,
) -> Vec<Para> {
    let words = desk.words();
    let done = desk.prefs.theme.signs.done;
    let mut out = frozen(session, scenario, words);
    out.extend(next(session, scenario, desk.now, words));
    out.push(Para::new(words.backstage_prompt(), Role::Title));
    let step = shown.row.step;
    let here = scenario.prompts.iter().filter(|prompt| prompt.step == step);
    let asked: Vec<Para> = here.flat_map(|p| prompt(p, session, done, words)).collect();
    if asked.is_empty() {
        out.push(Para::new(words.backstage_no_prompt(), Role::Aside));
        out.push(Para::new("", Role::Body));
    }
    out.extend(asked);
    out.push(Para::new(words.backstage_all(), Role::Title));
    for (n, inject) in scenario.injects.iter().enumerate() {
        out.extend(line(n, inject, session, desk, words));
    }
    out.push(Para::new(words.backstage_how(), Role::Aside));
    out.extend(later(shown, session, scenario, words));
    out
}

/// The freeze that holds on the wall, with what is hoped for.
fn frozen(session: &Session, scenario: &Scenario, words: Words) -> Vec<Para> {
    let Some(freeze) = session.play.frozen() else {
        return Vec::new();
    };
    let mut out = vec![Para::new(words.backstage_frozen(), Role::See)];
    let prompt = scenario.prompts.iter().find(|p| p.id == freeze.prompt);
    if let Some(prompt) = prompt {
        out.extend(question(prompt, words));
    }
    out.push(Para::new("", Role::Body));
    out
}

/// The inject that comes next: the first of those whose minute is still to come, else one that waits to be given.
fn next(session: &Session, scenario: &Scenario, now: NaiveDateTime, words: Words) -> Vec<Para> {
    let waits = |(_, inject): &(usize, &Inject)| given(session, inject).is_none();
    let waiting = scenario.injects.iter().enumerate().filter(waits);
    let Some((n, inject)) = waiting.min_by_key(|(_, inject)| match inject.minute {
        0 => u32::MAX,
        minute => minute,
    }) else {
        return vec![
            Para::new(words.backstage_none_left(), Role::Aside),
            Para::new("", Role::Body),
        ];
    };
    let when = when(inject, session, now, words);
    vec![
        Para::new(format!("{} · {when}", words.backstage_next()), Role::Title),
        Para::new(
            words.backstage_inject(n + 1, inject.title.as_str()),
            Role::Strong,
        ),
        Para::under(inject.text.as_str(), Role::Body, 2),
        Para::under(words.backstage_watch(inject.watch.as_str()), Role::Aside, 2),
        Para::new("", Role::Body),
    ]
}

/// When an inject comes that was not given yet.
fn when(inject: &Inject, session: &Session, now: NaiveDateTime, words: Words) -> String {
    let runs = session
        .running()
        .is_some_and(|row| !row.step.is_of_training());
    match inject.minute {
        0 => words.backstage_asked().to_owned(),
        minute if runs && session.stage == Stage::Open => {
            words.backstage_in(minute.saturating_sub(session.played_minutes(now)))
        }
        minute => words.backstage_at(minute),
    }
}

/// The minute at which an inject was given, if it was.
fn given(session: &Session, inject: &Inject) -> Option<u32> {
    let mut given = session.play.injected.iter();
    given
        .find(|given| given.id == inject.id)
        .map(|given| given.minute)
}

fn line(n: usize, inject: &Inject, session: &Session, desk: &Desk, words: Words) -> Vec<Para> {
    let title = words.backstage_inject(n + 1, inject.title.as_str());
    let (head, role) = match given(session, inject) {
        Some(minute) => {
            let done = desk.prefs.theme.signs.done;
            (
                format!("{done} {title} · {}", words.trainer_given(minute)),
                Role::Done,
            )
        }
        None => (
            format!("{title} · {}", when(inject, session, desk.now, words)),
            Role::Strong,
        ),
    };
    vec![
        Para::new(head, role),
        Para::under(inject.text.as_str(), Role::Body, 2),
        Para::under(words.backstage_watch(inject.watch.as_str()), Role::Aside, 2),
        Para::new("", Role::Body),
    ]
}

fn question(prompt: &Prompt, words: Words) -> [Para; 2] {
    [
        Para::new(words.quoted(prompt.question.as_str()), Role::Strong),
        Para::under(
            words.backstage_hoped(prompt.expected.as_str()),
            Role::Body,
            2,
        ),
    ]
}

/// A question with what is hoped for, and whether it was asked.
fn prompt(prompt: &Prompt, session: &Session, done: &str, words: Words) -> Vec<Para> {
    let mut out = question(prompt, words).to_vec();
    let mut asked = session.play.freezes.iter();
    if let Some(freeze) = asked.find(|freeze| freeze.prompt == prompt.id) {
        let said = words.backstage_prompt_asked(freeze.minute);
        out.push(Para::under(format!("{done} {said}"), Role::Done, 2));
    }
    out.push(Para::new("", Role::Body));
    out
}

/// The questions of the steps behind the one shown, each under the name of its step.
fn later(shown: &Shown, session: &Session, scenario: &Scenario, words: Words) -> Vec<Para> {
    let steps = session.agenda.iter().map(|row| row.step);
    let behind: Vec<StepKind> = steps
        .skip_while(|step| *step != shown.row.step)
        .skip(1)
        .collect();
    let mut out = Vec::new();
    for step in behind {
        for prompt in scenario.prompts.iter().filter(|prompt| prompt.step == step) {
            out.push(Para::new(
                content::step(step).name.get(words.0),
                Role::Aside,
            ));
            out.extend(question(prompt, words));
        }
    }
    if !out.is_empty() {
        let head = [
            Para::new("", Role::Body),
            Para::new(words.backstage_later(), Role::Title),
        ];
        out.splice(0..0, head);
    }
    out
}
