//! The matches of a debrief held to a labelled set, written and frozen before the code.

#![allow(clippy::print_stdout, reason = "the figures are what is measured here")]

use chrono::NaiveDate;
use crex::domain::action::Action;
use crex::domain::analysis::{
    Analysis, Barrier, BarrierKind, BarrierState, Deviation, Fact, Factor, FactorCode,
};
use crex::domain::code::{Code, Lang};
use crex::domain::incident::Incident;
use crex::domain::moment::Moment;
use crex::domain::scenario::{Family, Key};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::training::matching::{Matches, matches};
use serde::Deserialize;
use uuid::Uuid;

/// A key, and what groups wrote of its case.
#[derive(Deserialize)]
pub(super) struct Case {
    pub(super) lang: Lang,
    pub(super) key: Key,
    groups: Vec<Vec<Item>>,
}

/// A line of a group, and which line of the key it is.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Item {
    of: Family,
    when: String,
    text: String,
    kind: BarrierKind,
    state: BarrierState,
    codes: Vec<FactorCode>,
    on: Vec<usize>,
    is: String,
}

pub(super) fn set() -> Vec<Case> {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(include_str!("matching/set.ron")).unwrap()
}

/// What a group wrote, as a session, and the id of each line in it.
fn session(lang: Lang, items: &[Item]) -> (Session, Vec<String>) {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut session = Session::new(Uuid::from_u128(1), day);
    session.lang = lang;
    let mut incident = Incident::new(session.ids.give());
    incident.report.occurred = Moment::At(day, None);
    let mut analysis = Analysis {
        incident: Some(incident.id),
        ..Analysis::new(session.ids.give())
    };
    session.incidents.push(incident);
    let mut ids = Vec::new();
    for item in items {
        let what = Text::new(&item.text);
        ids.push(match item.of {
            Family::Fact => {
                let id = session.ids.give();
                analysis.facts.push(Fact {
                    when: Moment::parse(&item.when, day),
                    what,
                    ..Fact::new(id)
                });
                id.to_string()
            }
            Family::Deviation => {
                let id = session.ids.give();
                analysis.deviations.push(Deviation {
                    observed: what,
                    ..Deviation::new(id)
                });
                id.to_string()
            }
            Family::Factor => {
                let id = session.ids.give();
                let on = item.on.iter();
                let on = on.filter_map(|n| analysis.deviations.at(n - 1));
                let deviations = on.map(|deviation| deviation.id).collect();
                analysis.factors.push(Factor {
                    what,
                    codes: item.codes.clone(),
                    deviations,
                    ..Factor::new(id)
                });
                id.to_string()
            }
            Family::Barrier => {
                let id = session.ids.give();
                analysis.barriers.push(Barrier {
                    what,
                    kind: item.kind,
                    state: item.state,
                    ..Barrier::new(id)
                });
                id.to_string()
            }
            Family::Action => {
                let id = session.ids.give();
                session.actions.push(Action {
                    what,
                    ..Action::new(id)
                });
                id.to_string()
            }
        });
    }
    session.analyses.push(analysis);
    (session, ids)
}

/// The line of the key that is proposed for a line of the group; empty for none.
fn proposed(matches: &Matches, key: &Key, family: Family, ours: &str) -> String {
    let ours = Text::new(ours);
    let is = |id: &&Code| matches.of(family, id).contains(&ours);
    let ids: Vec<&Code> = match family {
        Family::Fact => key.facts.iter().map(|f| &f.id).collect(),
        Family::Deviation => key.deviations.iter().map(|d| &d.id).collect(),
        Family::Factor => key.factors.iter().map(|f| &f.id).collect(),
        Family::Barrier => key.barriers.iter().map(|b| &b.id).collect(),
        Family::Action => key.actions.iter().map(|a| &a.id).collect(),
    };
    ids.into_iter()
        .find(is)
        .map(ToString::to_string)
        .unwrap_or_default()
}

#[test]
fn nine_in_ten_lines_are_told_right_and_none_is_invented() {
    let (mut all, mut right, mut invented) = (0, 0, 0);
    for (n, case) in set().iter().enumerate() {
        for group in &case.groups {
            let (session, ids) = session(case.lang, group);
            let found = matches(&session, &case.key);
            for (item, id) in group.iter().zip(&ids) {
                let told = proposed(&found, &case.key, item.of, id);
                all += 1;
                right += usize::from(told == item.is);
                if told != item.is {
                    let wrong = !told.is_empty();
                    invented += usize::from(wrong);
                    let sign = if wrong { "invented" } else { "missed" };
                    println!(
                        "case {}, {sign}: {} is {:?}, told {told:?}",
                        n + 1,
                        item.text,
                        item.is
                    );
                }
            }
        }
    }
    println!("matches: {right} of {all} right, {invented} invented");
    assert!(all >= 120);
    assert!(right * 10 >= all * 9, "{right} of {all}");
    assert_eq!(invented, 0);
}
