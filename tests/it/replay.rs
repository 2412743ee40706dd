//! A replay does again what was done: at its last minute stands what the session holds.

use super::debrief::{begun, scenarios};
use chrono::{Duration, NaiveDateTime};
use crex::content;
use crex::domain::agenda::Sitting;
use crex::domain::analysis::{Deviation, Fact, Factor};
use crex::domain::parts::Parts;
use crex::domain::session::Session;
use crex::training::expert;
use crex::training::replay::Replay;
use proptest::prelude::*;

fn opened_at() -> NaiveDateTime {
    "2026-11-19T14:00:00".parse().unwrap()
}

/// A case that was opened.
fn open() -> Session {
    let scenario = scenarios()
        .into_iter()
        .find(|s| s.id.as_str() == "case-1")
        .unwrap();
    let mut session = begun(&scenario);
    session.sittings.push(Sitting {
        date: session.date,
        opened: Some(opened_at()),
        ..Sitting::default()
    });
    session
}

/// Changes the session and notes it, as a desk does.
fn edit(session: &mut Session, minute: i64, change: impl FnOnce(&mut Session)) {
    let before = session.clone();
    change(session);
    let changes = before.diff(session);
    session.note_trace(&changes, opened_at() + Duration::minutes(minute));
}

/// What a replay keeps apart from.
fn bare(session: &Session) -> Session {
    let mut session = session.clone();
    let empty = Session::new(session.id, session.date);
    session.trace = empty.trace;
    session.ids = empty.ids;
    session.sittings = empty.sittings;
    session.play = empty.play;
    session
}

#[test]
fn each_minute_shows_what_stood_then_and_tells_what_happened_in_it() {
    let mut session = open();
    let scenario = content::scenario_of(&session).unwrap().clone();
    edit(&mut session, 3, |s| s.title = "Sortie d'un vendredi".into());
    edit(&mut session, 12, |s| {
        expert::play(s, &scenario, &"cadya".into());
    });
    let analysis = session.analyses.at(0).unwrap().id;
    let gone = session.analyses.at(0).unwrap().facts.at(1).unwrap().id;
    edit(&mut session, 20, |s| {
        s.analyses.get_mut(analysis).unwrap().remove_fact(gone);
    });
    let replay = Replay::new(&session).unwrap();
    assert_eq!(replay.minutes(), [3, 12, 20]);
    assert_eq!(replay.at(2).title.as_str(), "Cas fictif");
    assert_eq!(replay.at(11).title.as_str(), "Sortie d'un vendredi");
    let facts = |minute| {
        replay
            .at(minute)
            .analyses
            .at(0)
            .map_or(0, |a| a.facts.len())
    };
    assert_eq!([facts(11), facts(12), facts(19), facts(20)], [0, 9, 9, 8]);
    let told = replay.told(3);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].place, "Titre");
    assert_eq!(told[0].after.as_deref(), Some("Sortie d'un vendredi"));
    let told = replay.told(20);
    assert!(told[0].place.contains(&gone.to_string()), "{told:?}");
    assert_eq!(told[0].after, None);
    assert!(replay.told(5).is_empty());
}

#[test]
fn a_real_session_has_no_replay() {
    let session = Session::new(uuid::Uuid::nil(), open().date);
    assert!(Replay::new(&session).is_none());
}

#[derive(Clone, Debug)]
enum Step {
    Title(u8),
    Fact(u8),
    Reword(u8, u8),
    Remove(u8),
    Move(u8, i8),
    Deviation(u8),
    Factor(u8),
    Back,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        any::<u8>().prop_map(Step::Title),
        any::<u8>().prop_map(Step::Fact),
        (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Reword(a, b)),
        any::<u8>().prop_map(Step::Remove),
        (any::<u8>(), -3_i8..4).prop_map(|(a, b)| Step::Move(a, b)),
        any::<u8>().prop_map(Step::Deviation),
        any::<u8>().prop_map(Step::Factor),
        Just(Step::Back),
    ]
}

fn perform(session: &mut Session, step: &Step) {
    let id = session.analyses.at(0).unwrap().id;
    let fact = |session: &Session, n: u8| {
        let facts = &session.analyses.at(0).unwrap().facts;
        let at = usize::from(n) % facts.len().max(1);
        facts.at(at).map(|fact| fact.id)
    };
    match step {
        Step::Title(n) => session.title = format!("Titre {n}").into(),
        Step::Fact(n) => {
            let new = session.ids.give();
            let facts = &mut session.analyses.get_mut(id).unwrap().facts;
            facts.push(Fact {
                what: format!("Fait {n}\n« suite »").into(),
                ..Fact::new(new)
            });
        }
        Step::Reword(at, n) => {
            if let Some(fact) = fact(session, *at) {
                let facts = &mut session.analyses.get_mut(id).unwrap().facts;
                facts.get_mut(fact).unwrap().what = format!("Autre {n}").into();
            }
        }
        Step::Remove(at) => {
            if let Some(fact) = fact(session, *at) {
                session.analyses.get_mut(id).unwrap().remove_fact(fact);
            }
        }
        Step::Move(at, by) => {
            if let Some(fact) = fact(session, *at) {
                let facts = &mut session.analyses.get_mut(id).unwrap().facts;
                facts.shift(fact, isize::from(*by));
            }
        }
        Step::Deviation(n) => {
            let (new, fact) = (session.ids.give(), fact(session, *n));
            session
                .analyses
                .get_mut(id)
                .unwrap()
                .deviations
                .push(Deviation {
                    fact,
                    observed: format!("Écart {n}").into(),
                    ..Deviation::new(new)
                });
        }
        Step::Factor(n) => {
            let new = session.ids.give();
            session.analyses.get_mut(id).unwrap().factors.push(Factor {
                what: format!("Facteur {n}").into(),
                ..Factor::new(new)
            });
        }
        Step::Back => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever was done, undone and done again, minute by minute: the replay ends where the session ends.
    #[test]
    fn the_last_minute_is_the_session(steps in prop::collection::vec((0_i64..3, step()), 1..40)) {
        let mut session = open();
        let mut past: Vec<Session> = Vec::new();
        let mut minute = 0;
        edit(&mut session, 0, |s| {
            let new = s.ids.give();
            s.analyses.push(crex::domain::analysis::Analysis::new(new));
        });
        for (later, step) in steps {
            minute += later;
            let was = session.clone();
            if matches!(step, Step::Back) {
                // What undoing brings back; the trace goes on.
                if let Some(old) = past.pop() {
                    edit(&mut session, minute, |s| {
                        let (trace, ids) = (s.trace.clone(), s.ids.clone());
                        *s = old;
                        s.trace = trace;
                        s.ids = ids;
                    });
                }
                continue;
            }
            edit(&mut session, minute, |s| perform(s, &step));
            past.push(was);
        }
        let replay = Replay::new(&session).unwrap();
        let last = u32::try_from(minute).unwrap();
        prop_assert_eq!(bare(&replay.at(last)), bare(&session));
    }
}
