//! What the fields of a report are now, in groups.

use super::serious::serious;
use super::{
    INFORMEDS, Key, SAIDS, class_sign, criticality, criticality_text, many_codes, one_code,
};
use crate::content;
use crate::domain::incident::{Report, Said};
use crate::domain::moment::{Moment, Side, Told};
use crate::domain::scales::{Level, Scales};
use crate::guard::Field as Reads;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Value};
use crate::tui::theme::Role;
use crate::words::Words;
use std::borrow::Cow;

/// The fields of a report: those of a quick entry first, then the others in groups.
pub fn fields(report: &Report, scales: &Scales, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let mut out = quick(report, scales, desk);
    let groups = [
        (words.incident_what(), what(report, words)),
        (words.incident_where(), whereabouts(report, desk)),
        (words.incident_ratings(), ratings(report, scales, words)),
        (words.incident_after(), after(report, words)),
        (words.incident_by(), by(report, words)),
        (words.incident_vigilances(), vigilances(report, words)),
        (words.incident_serious(), serious(report, desk)),
    ];
    for (heading, group) in groups {
        out.push(Field::new(Key::Between, heading, Value::Heading));
        out.extend(group);
    }
    out
}

/// A choice among the levels of a scale; its hint says what the chosen one means.
fn level(
    key: Key,
    label: &'static str,
    levels: &[Level],
    n: Option<u8>,
    hint: &'static str,
    words: Words,
) -> Field<Key> {
    let option = |l: &Level| format!("{}\u{a0}{}", l.n, l.label.get(words.0));
    let meaning = n
        .and_then(|n| Scales::level(levels, n))
        .map(|l| l.hint.get(words.0).to_owned())
        .filter(|meaning| !meaning.is_empty());
    let value = Value::One {
        options: levels.iter().map(option).collect(),
        chosen: n.and_then(|n| levels.iter().position(|l| l.n == n)),
    };
    Field::new(key, label, value).hint(meaning.map_or(Cow::Borrowed(hint), Cow::Owned))
}

/// Yes or no; nothing chosen is not said.
pub(super) fn said(key: Key, label: &'static str, said: Said, words: Words) -> Field<Key> {
    let value = Value::One {
        options: SAIDS.iter().map(|s| words.said(*s).to_owned()).collect(),
        chosen: SAIDS.iter().position(|s| *s == said),
    };
    Field::new(key, label, value)
}

/// What takes under a minute: what happened, and how grave it is.
fn quick(report: &Report, scales: &Scales, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let severity = &scales.severity;
    vec![
        Field::new(
            Key::Title,
            words.incident_title(),
            Value::Line(report.title.clone()),
        )
        .hint(words.incident_title_hint()),
        Field::new(
            Key::Facts,
            words.incident_facts(),
            Value::Long(report.facts.clone()),
        )
        .hint(words.incident_facts_hint())
        .read_as(Reads::Fact),
        level(
            Key::Severity,
            words.incident_severity(),
            severity,
            report.severity,
            words.incident_severity_hint(),
            words,
        ),
        level(
            Key::Potential,
            words.incident_potential(),
            severity,
            report.potential_severity,
            words.incident_potential_hint(),
            words,
        ),
        level(
            Key::Likelihood,
            words.incident_likelihood(),
            &scales.likelihood,
            report.likelihood,
            words.incident_likelihood_hint(),
            words,
        ),
        rated(report, scales, desk),
    ]
}

/// The criticality as it is now.
fn rated(report: &Report, scales: &Scales, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let (seen, worst) = criticality(report, scales);
    let note = match seen.or(worst) {
        Some(c) => {
            let (sign, role) = class_sign(c.class, &desk.prefs.theme.signs);
            let told = criticality_text(report, scales, words);
            Value::Note(format!("{sign} {told}"), role)
        }
        None => Value::Note(words.incident_criticality_open().to_owned(), Role::Aside),
    };
    Field::new(Key::Between, "", note)
}

fn what(report: &Report, words: Words) -> Vec<Field<Key>> {
    let lists = content::lists();
    let lang = words.0;
    vec![
        Field::new(
            Key::Reference,
            words.incident_reference(),
            Value::Line(report.reference.clone()),
        )
        .hint(words.incident_reference_hint()),
        Field::new(
            Key::Nature,
            words.incident_nature(),
            one_code(&lists.natures, &report.nature, lang),
        ),
        Field::new(
            Key::Person,
            words.incident_person(),
            one_code(&lists.persons, &report.person, lang),
        )
        .hint(words.incident_person_hint()),
        Field::new(
            Key::Age,
            words.incident_age(),
            one_code(&lists.ages, &report.age, lang),
        ),
        Field::new(
            Key::Sex,
            words.incident_sex(),
            one_code(&lists.sexes, &report.sex, lang),
        )
        .hint(words.incident_sex_hint()),
        Field::new(
            Key::Consequences,
            words.incident_consequences(),
            Value::Long(report.consequences.clone()),
        )
        .hint(words.incident_consequences_hint()),
    ]
}

/// How the moment of the event was understood, or how it can be typed.
fn occurred_hint(occurred: &Moment, words: Words) -> String {
    match words.moment_full(occurred, None) {
        Some(full) => words.timeline_understood(full),
        None if occurred.is_unknown() => words.incident_occurred_hint().to_owned(),
        None => words.incident_occurred_kept().to_owned(),
    }
}

fn whereabouts(report: &Report, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let lists = content::lists();
    let lang = words.0;
    vec![
        Field::new(
            Key::Occurred,
            words.incident_occurred(),
            Value::Moment(report.occurred.clone(), words.0, Told::FromToday),
        )
        .hint(occurred_hint(&report.occurred, words)),
        Field::new(
            Key::Reported,
            words.incident_reported(),
            Value::Date(report.reported, Side::Past),
        )
        .hint(words.incident_reported_hint())
        .aside(match report.reported {
            Some(_) if !report.reported_told => words.incident_reported_entered(),
            _ => "",
        }),
        Field::new(
            Key::Sector,
            words.incident_sector(),
            one_code(&lists.sectors, &report.sector, lang),
        ),
        Field::new(
            Key::Place,
            words.incident_place(),
            Value::Line(report.place.clone()),
        )
        .hint(words.incident_place_hint()),
        Field::new(
            Key::Stage,
            words.incident_stage(),
            one_code(&lists.stages, &report.stage, lang),
        ),
    ]
}

fn ratings(report: &Report, scales: &Scales, words: Words) -> Vec<Field<Key>> {
    let scale = |key, label, levels: &[Level], n| level(key, label, levels, n, "", words);
    vec![
        scale(
            Key::Avoidability,
            words.incident_avoidability(),
            &scales.avoidability,
            report.avoidability,
        ),
        scale(
            Key::Recoverability,
            words.incident_recoverability(),
            &scales.recoverability,
            report.recoverability,
        ),
        scale(
            Key::Detectability,
            words.incident_detectability(),
            &scales.detectability,
            report.detectability,
        ),
        level(
            Key::Control,
            words.incident_control(),
            &scales.control,
            report.control,
            words.incident_control_hint(),
            words,
        ),
        said(
            Key::SeenBefore,
            words.incident_seen_before(),
            report.seen_before,
            words,
        ),
    ]
}

fn after(report: &Report, words: Words) -> Vec<Field<Key>> {
    let informed = Value::One {
        options: INFORMEDS
            .iter()
            .map(|i| words.informed(*i).to_owned())
            .collect(),
        chosen: INFORMEDS.iter().position(|i| *i == report.informed),
    };
    vec![
        Field::new(
            Key::Measures,
            words.incident_measures(),
            Value::Long(report.measures.clone()),
        )
        .hint(words.incident_measures_hint()),
        Field::new(Key::Informed, words.incident_informed(), informed)
            .hint(words.incident_informed_hint()),
        Field::new(
            Key::InformedOn,
            words.incident_informed_on(),
            Value::Date(report.informed_on, Side::Past),
        )
        .hint(words.incident_reported_hint()),
        said(
            Key::Support,
            words.incident_support(),
            report.support_offered,
            words,
        )
        .hint(words.incident_support_hint()),
    ]
}

fn by(report: &Report, words: Words) -> Vec<Field<Key>> {
    vec![
        Field::new(
            Key::Reporter,
            words.incident_reporter(),
            Value::Line(report.reporter.clone()),
        )
        .hint(words.incident_reporter_hint()),
        Field::new(
            Key::Causes,
            words.incident_causes(),
            Value::Long(report.immediate_causes.clone()),
        )
        .hint(words.incident_causes_hint()),
        Field::new(
            Key::Proposals,
            words.incident_proposals(),
            Value::Long(report.proposals.clone()),
        )
        .hint(words.incident_proposals_hint()),
    ]
}

fn vigilances(report: &Report, words: Words) -> Vec<Field<Key>> {
    let value = many_codes(&content::lists().vigilances, &report.vigilances, words.0);
    vec![Field::new(
        Key::Vigilances,
        words.incident_vigilances_which(),
        value,
    )]
}
