//! `crex show SESSION`: the session in a dozen lines, or the whole of it as JSON.

use super::{Context, Failure, Said, table::table, text};
use crate::content::known;
use crate::documents;
use crate::documents::decisions::{headline, how, kind};
use crate::documents::record::{record, steps};
use crate::domain::agenda::{Row, StepKind};
use crate::domain::amendments::Beside;
use crate::domain::ballot::BallotState;
use crate::domain::progress::{RowState, missing, state};
use crate::domain::session::Session;
use crate::library::log;
use crate::words::Words;
use clap::ArgMatches;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let found = context.find(text(matches, "session"))?;
    let answer = if matches.get_flag("json") {
        super::output::session_json(&found.session, &found.beside)?
    } else {
        summary(context.words, &found.session, &found.beside)
    };
    Ok(Said {
        answer,
        messages: found.messages,
        ..Said::default()
    })
}

fn summary(words: Words, session: &Session, beside: &Beside) -> String {
    let documents::Document { title, .. } = record(session);
    let place = [session.structure.filled(), session.place.filled()];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    let mut lines = vec![title];
    if !place.is_empty() {
        lines.push(place.join(" · "));
    }
    let stage = words.stage(session.stage);
    lines.push(format!("{} · {stage}", words.date_long(session.date)));
    if session.kind.is_simulation() {
        lines.push(words.doc_simulation().to_owned());
    }
    if let Some(seal) = &session.seal {
        lines.push(words.show_fingerprint(seal.fingerprint.as_str()));
    }
    if beside.broken {
        lines.push(words.seal_broken_said().to_owned());
    }
    let parts = [
        (words.show_steps(), agenda(words, session)),
        (words.show_present(), people(words, session)),
        (words.show_events(), events(words, session)),
        (words.show_votes(), votes(words, session)),
        (words.show_decisions(), decisions(words, session)),
        (words.show_actions(), actions(words, session)),
        (words.show_missing(), lacks(words, session, false)),
        (words.worth_a_look(), lacks(words, session, true)),
        (words.doc_after_seal(), amendments(words, session, beside)),
    ];
    for (head, body) in parts.iter().filter(|(_, body)| !body.is_empty()) {
        lines.push(format!("\n{head}"));
        lines.extend(body.iter().map(|line| format!("  {line}")));
    }
    lines.join("\n") + "\n"
}

fn agenda(words: Words, session: &Session) -> Vec<String> {
    let known = known(session);
    let row = |row: &Row| {
        let standing = match state(session, row, &known) {
            RowState::Untouched if session.is_sealed() => words.step_not_done(),
            RowState::Untouched => words.step_untouched(),
            RowState::Begun if session.is_sealed() => words.step_partial(),
            RowState::Begun => words.step_begun(),
            RowState::Done => words.step_done(),
            RowState::Passed => words.step_passed(),
        };
        let name = words.capital(words.step(row.step));
        let minutes = format!("{}/{}\u{a0}min", row.spent.div_ceil(60), row.minutes);
        [name, standing.to_owned(), minutes]
    };
    let rows: Vec<[String; 3]> = session.agenda.iter().map(row).collect();
    let lines = table(["", "", ""], &rows);
    lines.lines().skip(1).map(ToOwned::to_owned).collect()
}

fn people(words: Words, session: &Session) -> Vec<String> {
    let functions: Vec<&str> = session.present().map(|a| a.function.as_str()).collect();
    let said = if functions.is_empty() {
        words.show_none().to_owned()
    } else {
        format!("{} – {}", functions.len(), functions.join(", "))
    };
    vec![said]
}

fn events(words: Words, session: &Session) -> Vec<String> {
    let incidents = session.incidents.iter();
    let lines: Vec<String> = incidents
        .map(|i| format!("{} {} – {}", i.id, i.report.heading(), words.fate(i.fate)))
        .collect();
    or_none(lines, words.show_none())
}

/// Every vote in a line, and below a closed one what it retains; nothing is told of what is not counted to its end.
fn votes(words: Words, session: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    for ballot in session.ballots.iter() {
        let question = ballot.question.filled();
        let question = question.unwrap_or(words.subject(ballot.subject));
        let question = question.replace('\n', " ");
        let state = words.ballot_state(ballot.state);
        lines.push(format!("{} {question} – {state}", ballot.id));
        if ballot.state != BallotState::Closed {
            continue;
        }
        lines.push(format!("   {}", words.verdict_of(ballot)));
        let kept = session.winning(ballot).into_iter();
        lines.extend(kept.map(|o| format!("   → {}", o.label.as_str().replace('\n', " "))));
        lines.push(format!("   {}", words.turnout(ballot)));
        lines.extend(words.decided_on(session, ballot).map(|d| format!("   {d}")));
    }
    lines
}

/// Every decision in a line; below it how it was reached, and why.
fn decisions(words: Words, session: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in log::entries(session) {
        let id = entry.id.filled().map(|id| format!("{id} "));
        let what = headline(words, &entry);
        let kind = kind(words, entry.kind);
        lines.push(format!("{kind} – {}{what}", id.unwrap_or_default()));
        lines.extend(how(words, &entry).map(|how| format!("   {how}")));
        let why = [
            (words.doc_reason(), &entry.reason),
            (words.doc_dissent(), &entry.dissent),
            (words.doc_without_quorum(), &entry.without_quorum),
        ];
        for (name, said) in why {
            let said = said.filled().map(|said| said.replace('\n', " "));
            lines.extend(said.map(|said| format!("   {name}{}{said}", words.doc_colon())));
        }
    }
    or_none(lines, words.show_no_decision())
}

fn actions(words: Words, session: &Session) -> Vec<String> {
    let due = |due: Option<_>| due.map(|d| words.show_due(&words.date_short(d)));
    let lines = session.retained_actions().map(|a| {
        let owner = a.owner.filled().unwrap_or(words.show_no_owner());
        let due = due(a.due).unwrap_or_else(|| words.show_no_due().to_owned());
        format!(
            "{} {} – {owner}, {due}",
            a.id,
            a.what.as_str().replace('\n', " ")
        )
    });
    or_none(lines.collect(), words.show_no_action())
}

/// What the steps of the agenda lack, or what only deserves a look there, one line a step.
fn lacks(words: Words, session: &Session, remarks: bool) -> Vec<String> {
    let known = known(session);
    let of_step = |step: StepKind| {
        let lacks = missing(session, step, &known);
        let asked = lacks.iter().filter(|lack| lack.is_remark() == remarks);
        let said: Vec<String> = asked.map(|lack| words.missing(lack)).collect();
        let name = words.capital(words.step(step));
        (!said.is_empty()).then(|| {
            format!(
                "{name}{}{}",
                words.doc_colon(),
                said.join(words.doc_semicolon())
            )
        })
    };
    steps(session).into_iter().filter_map(of_step).collect()
}

/// What was said after sealing, apart from what was sealed.
fn amendments(words: Words, session: &Session, beside: &Beside) -> Vec<String> {
    let mut lines = Vec::new();
    if beside.doubtful {
        lines.push(words.doc_amendments_doubtful().to_owned());
    }
    for (n, amendment) in beside.amendments.iter().enumerate() {
        let on = amendment.on.map(|day| words.date_short(day));
        let lead = words.amendment_lead(&on.unwrap_or_default(), amendment.by.as_str());
        let about = words.amendment_about(session, &amendment.about);
        lines.push(format!("{}. {lead} · {about}", n + 1));
        let said = [amendment.what.as_str(), amendment.reason.as_str()];
        let [what, why] = said.map(|text| text.replace('\n', " "));
        lines.push(format!("   {what}"));
        lines.push(format!("   {}", words.amendment_because(&why)));
    }
    lines
}

fn or_none(lines: Vec<String>, none: &str) -> Vec<String> {
    if lines.is_empty() {
        vec![none.to_owned()]
    } else {
        lines
    }
}
