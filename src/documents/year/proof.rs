//! The tables that a yearly dialogue on an agreement (ACI) asks to see, as this program proposes them.

use super::{Piece, Table, profession, professions};
use crate::documents::plan::{reference, wording};
use crate::domain::yearly::{Figure, Value};
use crate::library::plan::Planned;
use crate::library::year::{Meeting, Year};
use crate::words::Words;
use chrono::NaiveDate;

/// The pieces of the section.
pub(super) fn proof(words: Words, year: &Year, out: &mut Vec<Piece>) {
    out.push(Piece::Note(words.year_proof().to_owned()));
    out.push(Piece::Note(events(words, year)));
    let meetings = year.meetings.iter().map(|m| meeting(words, m)).collect();
    table(
        out,
        words.year_proof_meetings(),
        meetings_head(words),
        meetings,
    );
    if year.meetings.is_empty() {
        out.push(Piece::Note(words.year_no_meetings().to_owned()));
    }
    out.extend(professions(words, year).map(Piece::Table));
    let actions = year.actions.iter();
    let actions = actions.map(|planned| action(words, planned));
    table(
        out,
        words.year_proof_actions(),
        actions_head(words),
        actions.collect(),
    );
    if year.actions.is_empty() {
        out.push(Piece::Note(words.year_no_actions().to_owned()));
    }
    match &year.evaluated {
        Some(planned) => out.push(evaluated(words, planned)),
        None => out.push(Piece::Note(words.year_no_evaluation().to_owned())),
    }
}

fn table(out: &mut Vec<Piece>, title: &str, head: Vec<String>, rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        out.push(Piece::Table(Table {
            title: title.to_owned(),
            head,
            rows,
        }));
    }
}

fn events(words: Words, year: &Year) -> String {
    let count = |figure| match year.numbers.get(figure) {
        Value::Count(n) | Value::Share { n, .. } => words.year_number(n),
        _ => String::new(),
    };
    words.year_proof_events(
        &count(Figure::Reported),
        &count(Figure::Heard),
        &count(Figure::Analysed),
    )
}

fn meetings_head(words: Words) -> Vec<String> {
    let head = [
        words.year_date(),
        words.year_number_of(),
        words.year_duration(),
        words.year_came(),
        words.year_heard(),
        words.year_analysed(),
        words.year_decided(),
        words.year_who(),
    ];
    head.map(ToOwned::to_owned).into()
}

fn meeting(words: Words, m: &Meeting) -> Vec<String> {
    let named =
        |(id, function): &(_, crate::domain::text::Text)| profession(words, id, function.as_str());
    let professions: Vec<String> = m.professions.iter().map(named).collect();
    let unknown = || words.year_not_known().to_owned();
    vec![
        words.date_short(m.day),
        Some(m.number)
            .filter(|n| *n > 0)
            .map_or_else(String::new, |n| words.home_number(n)),
        m.minutes.map_or_else(unknown, |n| words.minutes(n)),
        m.came.map_or_else(unknown, |n| n.to_string()),
        m.heard.to_string(),
        m.analysed.to_string(),
        m.decided.to_string(),
        // One below the other: a page keeps the column narrow, and the others whole.
        professions.join("\n"),
    ]
}

fn actions_head(words: Words) -> Vec<String> {
    let head = [
        words.plan_reference(),
        words.plan_action(),
        words.plan_owner(),
        words.plan_due(),
        words.plan_state(),
        words.year_done_on(),
    ];
    head.map(ToOwned::to_owned).into()
}

fn action(words: Words, planned: &Planned) -> Vec<String> {
    let short = |day: Option<NaiveDate>| day.map(|day| words.date_short(day)).unwrap_or_default();
    vec![
        reference(planned),
        wording(words, planned),
        planned.owner.filled().unwrap_or_default().to_owned(),
        short(planned.due),
        words.standing(planned.standing).to_owned(),
        short(planned.done),
    ]
}

/// What was looked at, what was aimed at, and what came out.
fn evaluated(words: Words, planned: &Planned) -> Piece {
    let last = planned.last();
    let on = last.and_then(|word| word.on);
    let on = on.map(|day| words.date_short(day));
    let evidence = last.map(|word| word.evidence.as_str().to_owned());
    let said = [
        (
            words.plan_indicator(),
            planned.indicator.as_str().to_owned(),
        ),
        (words.plan_baseline(), planned.baseline.as_str().to_owned()),
        (words.plan_target(), planned.target.as_str().to_owned()),
        (
            words.plan_state(),
            format!(
                "{} ({})",
                words.standing(planned.standing),
                on.unwrap_or_default()
            ),
        ),
        (words.plan_evidence(), evidence.unwrap_or_default()),
        (words.plan_reason(), planned.reason.as_str().to_owned()),
    ];
    let said = said.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let lines = said.map(|(name, text)| format!("{name}{}{text}", words.doc_colon()));
    let title = format!(
        "{}{}{} {}",
        words.year_proof_evaluated(),
        words.doc_colon(),
        reference(planned),
        wording(words, planned)
    );
    Piece::Told(title, lines.collect())
}
