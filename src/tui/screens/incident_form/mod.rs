//! The form of an incident, the same in a meeting and in the pool of the workspace: what its fields are, and what becomes of
//! the report when one is edited. The first fields are those of a quick entry.

mod alike;
mod fields;
mod serious;

pub use alike::{told, with_alike};
pub use fields::fields;

use crate::content;
use crate::content::Entry;
use crate::domain::code::{Code, Lang};
use crate::domain::incident::{Informed, Report, Said};
use crate::domain::scales::{Class, Criticality, Level, Scales};
use crate::tui::form::{Edit, Value};
use crate::tui::theme::{Role, Signs};
use crate::words::Words;

/// The fields of an incident, and those of the lists in which it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is named as the field of the report")]
pub enum Key {
    /// The incidents.
    List,
    /// Those that wait in the workspace.
    Waiting,
    /// A heading or a remark between fields.
    Between,
    Title,
    Facts,
    Severity,
    Potential,
    Likelihood,
    Reference,
    Nature,
    Person,
    Age,
    Sex,
    Consequences,
    Occurred,
    Reported,
    Sector,
    Place,
    Stage,
    Avoidability,
    Recoverability,
    Detectability,
    Control,
    SeenBefore,
    Measures,
    Informed,
    InformedOn,
    Support,
    Reporter,
    Causes,
    Proposals,
    Vigilances,
    Unexpected,
    Death,
    LifeThreat,
    Deficit,
    Part1,
    Part2,
    Reason,
}

/// All that can have the focus.
pub const KEYS: [Key; 38] = [
    Key::List,
    Key::Waiting,
    Key::Title,
    Key::Facts,
    Key::Severity,
    Key::Potential,
    Key::Likelihood,
    Key::Reference,
    Key::Nature,
    Key::Person,
    Key::Age,
    Key::Sex,
    Key::Consequences,
    Key::Occurred,
    Key::Reported,
    Key::Sector,
    Key::Place,
    Key::Stage,
    Key::Avoidability,
    Key::Recoverability,
    Key::Detectability,
    Key::Control,
    Key::SeenBefore,
    Key::Measures,
    Key::Informed,
    Key::InformedOn,
    Key::Support,
    Key::Reporter,
    Key::Causes,
    Key::Proposals,
    Key::Vigilances,
    Key::Unexpected,
    Key::Death,
    Key::LifeThreat,
    Key::Deficit,
    Key::Part1,
    Key::Part2,
    Key::Reason,
];

/// Applies an edit to the report.
pub fn apply(report: &mut Report, key: Key, edit: Edit, scales: &Scales) {
    match edit {
        Edit::Text(text) => {
            let target = match key {
                Key::Title => &mut report.title,
                Key::Facts => &mut report.facts,
                Key::Reference => &mut report.reference,
                Key::Consequences => &mut report.consequences,
                Key::Place => &mut report.place,
                Key::Measures => &mut report.measures,
                Key::Reporter => &mut report.reporter,
                Key::Causes => &mut report.immediate_causes,
                Key::Proposals => &mut report.proposals,
                Key::Reason => &mut report.serious.reason,
                _ => return,
            };
            *target = text;
        }
        Edit::Moment(moment) => report.occurred = moment,
        Edit::Date(date) => {
            let target = match key {
                Key::Reported => {
                    report.reported_told = date.is_some();
                    &mut report.reported
                }
                Key::InformedOn => &mut report.informed_on,
                Key::Part1 => &mut report.serious.part1,
                Key::Part2 => &mut report.serious.part2,
                _ => return,
            };
            *target = date;
        }
        Edit::One(chosen) => choose(report, key, chosen, scales),
        Edit::Flip(index) if key == Key::Vigilances => {
            flip(&mut report.vigilances, &content::lists().vigilances, index);
        }
        _ => {}
    }
}

/// Sets the field of one choice.
fn choose(report: &mut Report, key: Key, chosen: Option<usize>, scales: &Scales) {
    let lists = content::lists();
    let said = SAIDS.get(chosen.unwrap_or(usize::MAX)).copied();
    let said = said.unwrap_or_default();
    match key {
        Key::Severity => report.severity = level(&scales.severity, chosen),
        Key::Potential => report.potential_severity = level(&scales.severity, chosen),
        Key::Likelihood => report.likelihood = level(&scales.likelihood, chosen),
        Key::Avoidability => report.avoidability = level(&scales.avoidability, chosen),
        Key::Recoverability => report.recoverability = level(&scales.recoverability, chosen),
        Key::Detectability => report.detectability = level(&scales.detectability, chosen),
        Key::Control => report.control = level(&scales.control, chosen),
        Key::Nature => set_code(&mut report.nature, &lists.natures, chosen),
        Key::Person => set_code(&mut report.person, &lists.persons, chosen),
        Key::Age => set_code(&mut report.age, &lists.ages, chosen),
        Key::Sex => set_code(&mut report.sex, &lists.sexes, chosen),
        Key::Sector => set_code(&mut report.sector, &lists.sectors, chosen),
        Key::Stage => set_code(&mut report.stage, &lists.stages, chosen),
        Key::SeenBefore => report.seen_before = said,
        Key::Support => report.support_offered = said,
        Key::Unexpected => report.serious.unexpected = said,
        Key::Death => report.serious.death = said,
        Key::LifeThreat => report.serious.life_threat = said,
        Key::Deficit => report.serious.permanent_deficit = said,
        Key::Informed => {
            let told = INFORMEDS.get(chosen.unwrap_or(usize::MAX)).copied();
            report.informed = told.unwrap_or_default();
        }
        _ => {}
    }
}

/// What is offered for yes or no; nothing chosen is not said.
const SAIDS: [Said; 2] = [Said::Yes, Said::No];
/// What is offered for the information of the patient; nothing chosen is not known.
const INFORMEDS: [Informed; 3] = [Informed::Yes, Informed::No, Informed::ToDo];

fn level(levels: &[Level], chosen: Option<usize>) -> Option<u8> {
    chosen.and_then(|i| levels.get(i)).map(|level| level.n)
}

/// A choice of one entry of a list; an id that the list does not know stands behind and is kept.
pub fn one_code(list: &[Entry], code: &Code, lang: Lang) -> Value {
    let mut options: Vec<String> = list.iter().map(|e| e.label.get(lang).to_owned()).collect();
    let mut chosen = list.iter().position(|e| e.id == *code);
    if chosen.is_none() && !code.is_empty() {
        chosen = Some(options.len());
        options.push(code.to_string());
    }
    Value::One { options, chosen }
}

/// Sets what was chosen of a list.
pub fn set_code(code: &mut Code, list: &[Entry], chosen: Option<usize>) {
    match chosen {
        None => *code = Code::default(),
        Some(index) => {
            if let Some(entry) = list.get(index) {
                *code = entry.id.clone();
            }
        }
    }
}

/// Any entries of a list; those that the list does not know are kept, unseen.
pub fn many_codes(list: &[Entry], codes: &[Code], lang: Lang) -> Value {
    Value::Many {
        options: list.iter().map(|e| e.label.get(lang).to_owned()).collect(),
        chosen: (0..list.len())
            .filter(|i| codes.contains(&list[*i].id))
            .collect(),
    }
}

/// Turns one entry over.
pub fn flip(codes: &mut Vec<Code>, list: &[Entry], index: usize) {
    let Some(entry) = list.get(index) else {
        return;
    };
    match codes.iter().position(|c| *c == entry.id) {
        Some(at) => drop(codes.remove(at)),
        None => codes.push(entry.id.clone()),
    }
}

/// Criticality by the severity seen, and by the worst credible one where it is graver.
pub fn criticality(report: &Report, scales: &Scales) -> (Option<Criticality>, Option<Criticality>) {
    let of = |severity: Option<u8>| Some(scales.criticality(severity?, report.likelihood?));
    let worse = report
        .potential_severity
        .filter(|worst| report.severity.is_none_or(|seen| *worst > seen));
    (of(report.severity), of(worse))
}

/// The sign and the colour of a class.
pub fn class_sign(class: Class, signs: &Signs) -> (&'static str, Role) {
    match class {
        Class::Acceptable => (signs.done, Role::Done),
        Class::Tolerable => (signs.see, Role::See),
        Class::Unacceptable => (signs.refused, Role::Refused),
    }
}

/// Criticality in words: « criticité 12, tolérable sous contrôle · au pire 20, inacceptable »; empty until it is known.
pub fn criticality_text(report: &Report, scales: &Scales, words: Words) -> String {
    let (seen, worst) = criticality(report, scales);
    let seen = seen.map(|c| words.incident_criticality(c.product, words.class(c.class)));
    let worst = worst.map(|c| words.incident_criticality_worst(c.product, words.class(c.class)));
    let parts: Vec<String> = seen.into_iter().chain(worst).collect();
    parts.join(" · ")
}

/// The title or the first line of the facts; said to be untitled where there is neither.
pub fn heading(report: &Report, words: Words) -> String {
    let known = report.title.filled().or_else(|| report.facts.filled());
    known
        .map_or(words.incident_untitled(), |_| report.heading())
        .to_owned()
}

/// What a list says of an incident under its title: « gravité 3, au pire 4 · vraisemblance 3 · criticité 9, tolérable ».
pub fn rating_text(report: &Report, scales: &Scales, words: Words) -> String {
    let (seen, worst) = criticality(report, scales);
    let severities = [
        report.severity.map(|n| words.incident_severity_of(n)),
        report
            .potential_severity
            .filter(|worst| report.severity.is_none_or(|seen| *worst > seen))
            .map(|n| words.incident_worst_of(n)),
    ];
    let severities: Vec<String> = severities.into_iter().flatten().collect();
    let parts = [
        Some(severities.join(", ")).filter(|text| !text.is_empty()),
        report.likelihood.map(|n| words.incident_likelihood_of(n)),
        seen.or(worst)
            .map(|c| words.incident_criticality(c.product, words.class(c.class))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        words.incident_not_rated().to_owned()
    } else {
        parts.join(" · ")
    }
}

/// The next reference of a year, `2026-004`, behind those already given.
pub fn next_reference<'r>(year: i32, given: impl Iterator<Item = &'r str>) -> String {
    let prefix = format!("{year}-");
    let last = given
        .filter_map(|r| r.strip_prefix(&prefix)?.parse::<u32>().ok())
        .max();
    format!("{prefix}{:03}", last.unwrap_or(0).saturating_add(1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::text::Text;

    fn usual() -> Scales {
        content::scales_by_id(&"usual".into()).clone()
    }

    #[test]
    fn references_go_on_behind_the_last_of_their_year() {
        let given = ["2026-001", "2026-009", "2025-040", "HOP-12", "2026-x"];
        assert_eq!(next_reference(2026, given.into_iter()), "2026-010");
        assert_eq!(next_reference(2027, given.into_iter()), "2027-001");
    }

    #[test]
    fn the_worst_is_told_only_where_it_is_graver() {
        let mut report = Report {
            severity: Some(2),
            potential_severity: Some(5),
            likelihood: Some(3),
            ..Report::default()
        };
        let words = Words(Lang::En);
        assert_eq!(
            criticality_text(&report, &usual(), words),
            "criticality 6, tolerable under control · at worst 15, unacceptable"
        );
        report.potential_severity = Some(2);
        assert_eq!(
            criticality_text(&report, &usual(), words),
            "criticality 6, tolerable under control"
        );
        report.likelihood = None;
        assert_eq!(criticality_text(&report, &usual(), words), "");
    }

    #[test]
    fn a_code_that_no_list_knows_is_shown_and_kept() {
        let list = &content::lists().natures;
        let mut code = Code::new("own-nature");
        let Value::One { options, chosen } = one_code(list, &code, Lang::Fr) else {
            unreachable!()
        };
        assert_eq!(options[chosen.unwrap()], "own-nature");
        set_code(&mut code, list, chosen);
        assert_eq!(code.as_str(), "own-nature");
        set_code(&mut code, list, Some(0));
        assert_eq!(code, list[0].id);
        set_code(&mut code, list, None);
        assert!(code.is_empty());
    }

    #[test]
    fn every_edit_of_a_text_goes_to_its_own_field() {
        let texts = [
            Key::Title,
            Key::Facts,
            Key::Reference,
            Key::Consequences,
            Key::Place,
            Key::Measures,
            Key::Reporter,
            Key::Causes,
            Key::Proposals,
            Key::Reason,
        ];
        let mut report = Report::default();
        for key in texts {
            let said = Text::new(&format!("{key:?}"));
            apply(&mut report, key, Edit::Text(said), &usual());
        }
        let raw = ron::to_string(&report).unwrap();
        for key in texts {
            assert_eq!(raw.matches(&format!("\"{key:?}\"")).count(), 1, "{key:?}");
        }
    }
}
