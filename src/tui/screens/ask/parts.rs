//! What the questions are made of: the things they name, the words they quote, their buttons.

use super::{AROUND, Key, NAMED, WIDE};
use crate::domain::orphans::orphans;
use crate::domain::progress::Missing;
use crate::domain::session::Session;
use crate::domain::simulation::Round;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Value};
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;

/// The buttons of what nothing takes back: not yet, then the deed.
pub(super) fn for_ever(deed: &str, words: Words) -> [Field<Key>; 2] {
    let button = |key, said: &str| Field::new(key, "", Value::Button(said.to_owned()));
    [
        button(Key::NotYet, words.ask_not_yet()),
        button(Key::Do, deed),
    ]
}

/// That something is in memory alone; where the session that is open could be saved; then the buttons.
pub(super) fn leaving(then: Command, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let said = match then {
        Command::Home => words.ask_leave_home(),
        _ => words.ask_leave_quit(),
    };
    let note = |text: &str, role| Field::new(Key::Said, "", Value::Note(text.to_owned(), role));
    let savable = |session: &Session| !session.is_led() && desk.followed.is_none();
    let elsewhere = desk.session().is_some_and(savable).then(|| {
        let said = words.ask_leave_elsewhere().to_owned();
        Field::new(Key::Elsewhere, "", Value::Button(said))
    });
    let notes = [note(said, Role::See), note("", Role::Body)];
    let buttons = for_ever(words.ask_leave_do(), words);
    notes.into_iter().chain(elsewhere).chain(buttons).collect()
}

/// What a deed means, and the words that it is about, before its buttons.
pub(super) fn quoting(means: &str, said: &str, deed: &str, words: Words) -> Vec<Field<Key>> {
    let note = |text: &str, role| Field::new(Key::Said, "", Value::Note(text.to_owned(), role));
    let notes = [
        note(means, Role::Body),
        note("", Role::Body),
        note(said, Role::Strong),
        note("", Role::Body),
    ];
    notes.into_iter().chain(for_ever(deed, words)).collect()
}

/// What would be sealed incomplete or without action: it is asked why.
pub(super) fn left(desk: &Desk) -> Option<String> {
    let left = orphans(desk.session()?);
    let (actions, factors) = (left.actions.len(), left.factors.len());
    (!left.is_empty()).then(|| desk.words().ask_orphans(actions, factors))
}

/// What becomes of the vote that is open, with so many papers received, if one is.
pub(super) fn voting(desk: &Desk, said: impl Fn(u32) -> String) -> Option<Field<Key>> {
    desk.session()?.open_vote()?;
    let papers = desk.received();
    Some(Field::new(
        Key::Said,
        "",
        Value::Note(format!("! {}", said(papers)), Role::See),
    ))
}

/// That what follows a meeting that was played could no longer be filled in, where it is still to come.
pub(super) fn played(desk: &Desk) -> Option<Field<Key>> {
    let session = desk.session()?;
    let debriefed = session.play.is_debriefed() && session.play.is_tested(Round::After);
    let to_come = session.kind.is_simulation() && !debriefed;
    let said = format!("! {}", desk.words().ask_seal_played());
    to_come.then(|| Field::new(Key::Said, "", Value::Note(said, Role::See)))
}

/// What is missing, one line each, the rest counted.
pub(super) fn named(lacks: &[Missing], words: Words) -> Vec<Field<Key>> {
    let line = |text: String| Field::new(Key::Said, "", Value::Note(text, Role::See));
    // Two steps may lack the same thing: it is said once.
    let mut texts: Vec<String> = Vec::new();
    for text in lacks.iter().map(|what| words.missing(what)) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let shown = texts.iter().take(NAMED);
    let mut fields: Vec<Field<Key>> = shown.map(|text| line(format!("! {text}"))).collect();
    if texts.len() > NAMED {
        fields.push(line(words.ask_and_more(texts.len() - NAMED)));
    }
    fields.push(Field::new(
        Key::Said,
        "",
        Value::Note(String::new(), Role::Body),
    ));
    fields
}

/// Rows of a window with these fields.
pub(super) fn high(fields: &[Field<Key>]) -> u16 {
    let rows: usize = fields
        .iter()
        .map(|field| {
            if let Value::Note(text, _) = &field.value {
                n_rows(text, usize::from(WIDE) - 12)
            } else {
                1
            }
        })
        .sum();
    AROUND + u16::try_from(rows).unwrap_or(u16::MAX - AROUND)
}
