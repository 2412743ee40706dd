//! What the choice shows: the incidents with what speaks for each, the fate of one, the lead of an analysis.

use super::Key;
use crate::content;
use crate::documents::plots::Risk;
use crate::domain::agenda::Mode;
use crate::domain::ballot::{BallotOption, BallotState, Subject, Target};
use crate::domain::incident::{Fate, Incident, Said};
use crate::domain::moment::Side;
use crate::domain::scales::Scales;
use crate::domain::session::Session;
use crate::domain::vote::lettered;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::steps::{decision, risks};
use crate::tui::theme::Role;
use crate::words::Words;

/// The fates that one key goes through.
pub const FATES: [Fate; 5] = [
    Fate::Undecided,
    Fate::NextTime,
    Fate::SimpleAnswer,
    Fate::Sent,
    Fate::Closed,
];

/// What is offered for yes or no; nothing chosen is not said.
pub const SAIDS: [Said; 2] = [Said::Yes, Said::No];

/// The list, the decision, the lead.
pub fn list_fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let items = candidates(session).map(|i| item(i, session, desk));
    let items: Vec<Item> = items.collect();
    let none = items.is_empty();
    let list = Value::Items {
        items,
        empty: words.choice_empty().to_owned(),
    };
    let list = Field::new(Key::Incidents, words.choice_incidents(), list);
    let list = if none {
        list
    } else {
        list.hint(words.choice_hint())
    };
    if none {
        return vec![list];
    }
    let criteria = content::lists().criteria.iter();
    let criteria: Vec<&str> = criteria.map(|c| c.label.get(words.0)).collect();
    let text = words.choice_criteria(&criteria.join(" · "));
    let note = Value::Note(text, Role::Aside);
    let mut out = vec![list];
    let chosen = session.chosen().map(named).unwrap_or_default();
    let decided = decision::fields(session, Subject::Choice, &chosen, words, Key::Decision);
    out.extend(decided);
    out.extend(lead_fields(session, desk));
    out.push(Field::new(Key::Criteria, "", Value::Heading));
    out.push(Field::new(Key::Criteria, "", note));
    out
}

/// « E1 Onze doses après rupture de la chaîne du froid ».
fn named(incident: &Incident) -> String {
    format!("{} {}", incident.id, incident.report.heading())
}

fn item(incident: &Incident, session: &Session, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let sign = match incident.fate {
        Fate::Chosen => (signs.star, Role::Mark),
        Fate::Undecided => (signs.not_yet, Role::Aside),
        _ => (signs.done, Role::Done),
    };
    let fate = match (incident.fate, incident.fate_reason.filled()) {
        (Fate::Undecided, _) => String::new(),
        (fate, Some(reason)) => words.choice_fate_of(words.fate(fate), reason),
        (fate, None) => words.fate(fate).to_owned(),
    };
    let criteria = criteria_of(incident, session, words);
    let aside = [criteria.as_str(), fate.as_str()];
    let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
    Item {
        sign: Some(sign),
        lead: incident.id.to_string(),
        text: incident.report.heading().to_owned(),
        aside: aside.join("\n"),
        depth: 0,
    }
}

/// What speaks for choosing an incident, as far as it was rated.
fn criteria_of(incident: &Incident, session: &Session, words: Words) -> String {
    let report = &incident.report;
    let scales = content::scales_of(session);
    let mut out = Vec::new();
    out.extend(report.severity.map(|n| words.choice_severity(n)));
    out.extend(report.potential_severity.map(|n| words.choice_potential(n)));
    out.extend(report.likelihood.map(|n| words.choice_likelihood(n)));
    if let (Some(severity), Some(likelihood)) = (report.severity, report.likelihood) {
        let found = scales.criticality(severity, likelihood);
        out.push(words.choice_criticality(found.product, words.choice_class(found.class)));
    }
    let avoidable = report
        .avoidability
        .and_then(|n| Scales::level(&scales.avoidability, n));
    out.extend(avoidable.map(|level| level.label.get(words.0).to_lowercase()));
    if report.seen_before == Said::Yes {
        out.push(words.choice_seen_before().to_owned());
    }
    if out.is_empty() {
        return words.choice_not_rated().to_owned();
    }
    out.join(" · ")
}

/// The fate of one incident.
pub fn fate_fields(incident: &Incident, words: Words) -> Vec<Field<Key>> {
    let fates = FATES.iter().map(|f| words.fate(*f).to_owned());
    let chosen = FATES.iter().position(|f| *f == incident.fate);
    let fate = Value::One {
        options: fates.collect(),
        chosen,
    };
    let sent = incident.fate == Fate::Sent;
    let (label, hint) = if sent {
        (words.choice_sent_to(), words.choice_sent_to_hint())
    } else {
        (words.choice_fate_reason(), words.choice_fate_reason_hint())
    };
    let owed =
        matches!(incident.fate, Fate::Sent | Fate::Closed) && incident.fate_reason.is_blank();
    let aside = if owed {
        words.choice_fate_reason_expected()
    } else {
        ""
    };
    vec![
        Field::new(Key::Event, words.choice_event(), Value::Heading),
        Field::new(Key::Event, "", Value::Note(named(incident), Role::Strong)),
        Field::new(Key::Fate, words.choice_fate(), fate).hint(words.choice_fate_hint()),
        Field::new(
            Key::FateReason,
            label,
            Value::Line(incident.fate_reason.clone()),
        )
        .hint(hint)
        .aside(aside),
    ]
}

/// Between two meetings: the lead and the due date of the analysis of the chosen incident.
fn lead_fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let analysis = session.chosen().and(session.analysis());
    let Some(analysis) = analysis.filter(|a| a.mode == Mode::Between) else {
        return Vec::new();
    };
    let involved = Value::One {
        options: SAIDS.iter().map(|s| words.said(*s).to_owned()).collect(),
        chosen: SAIDS.iter().position(|s| *s == analysis.lead_involved),
    };
    let warning = if analysis.lead_involved == Said::Yes {
        words.choice_involved_warning()
    } else {
        ""
    };
    let due = analysis.due.map(|due| words.in_days(desk.today(), due));
    let mut out = vec![
        Field::new(
            Key::LeadHeading,
            words.choice_lead_heading(),
            Value::Heading,
        ),
        Field::new(
            Key::Lead,
            words.choice_lead(),
            Value::Line(analysis.lead.clone()),
        )
        .hint(words.choice_lead_hint()),
        Field::new(Key::Involved, words.choice_involved(), involved)
            .hint(words.choice_involved_hint())
            .aside(warning),
        Field::new(
            Key::Due,
            words.choice_due(),
            Value::Date(analysis.due, Side::Ahead),
        )
        .hint(words.choice_due_hint())
        .wrong(words.date_wrong())
        .aside(due.unwrap_or_default()),
    ];
    out.extend(entrust_field(session, desk));
    out
}

/// The button that entrusts the analysis, or what stands in its place; what may only be read entrusts nothing.
fn entrust_field(session: &Session, desk: &Desk) -> Option<Field<Key>> {
    let words = desk.words();
    let files = &desk.listing.analyses;
    let mut files = files.iter().filter_map(|f| f.1.as_ref().ok());
    let note = |text: &str, role| {
        let value = Value::Note(text.to_owned(), role);
        Some(Field::new(Key::Entrust, "", value))
    };
    if files.any(|file| session.entrusted_as(file)) {
        return note(words.choice_entrusted(), Role::Done);
    }
    if desk.read_only().is_some() {
        return None;
    }
    if session.to_entrust().is_none() {
        return note(words.choice_entrust_needs(), Role::See);
    }
    let button = Value::Button(words.choice_entrust_button().to_owned());
    let button = Field::new(Key::Entrust, words.choice_entrust(), button);
    Some(button.hint(words.choice_entrust_hint()))
}

/// The incidents to choose from: those whose analysis is only presented here were chosen before.
pub fn candidates(session: &Session) -> impl Iterator<Item = &Incident> {
    session
        .incidents
        .iter()
        .filter(|incident| !session.is_presented(incident.id))
}

/// The events to choose from, each under the letter that it bears in the last vote, or would bear in the next one; and those
/// that are not to be chosen any more.
pub fn points(session: &Session) -> (Vec<Risk<'_>>, Vec<&Incident>) {
    let vote = session.ballot_on(Subject::Choice);
    let out = |o: &BallotOption| {
        let same = |w: &&BallotOption| w.target == o.target;
        vote.and_then(|b| b.options.iter().find(same))
            .is_some_and(|w| w.withdrawn)
    };
    let offered = match vote {
        Some(ballot) if ballot.state != BallotState::Prepared => ballot.options.clone(),
        _ => {
            let mut all = options(session);
            for option in &mut all {
                option.withdrawn = out(option);
            }
            lettered(all)
        }
    };
    let of = |incident: &Incident| {
        let target = Target::Incident(incident.id);
        offered.iter().position(|o| o.target == target)
    };
    let risk = |i| of(i).map(|at| risks::lettered(at, i));
    let risks = candidates(session).filter_map(risk).collect();
    let others = candidates(session).filter(|i| of(i).is_none());
    (risks, others.collect())
}

/// The options of a vote on the incident: all but those already settled.
pub fn options(session: &Session) -> Vec<BallotOption> {
    let open = |i: &&Incident| matches!(i.fate, Fate::Undecided | Fate::Chosen);
    let option = |i: &Incident| BallotOption {
        target: Target::Incident(i.id),
        label: i.report.name().on_one_line(),
        ..BallotOption::default()
    };
    candidates(session).filter(open).map(option).collect()
}
