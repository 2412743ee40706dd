#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{Analysis, Factor};
use crate::domain::ids::FollowUpId;
use crate::domain::session::Session;
use crate::domain::simulation::{Kind, Simulation};
use proptest::prelude::*;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1)
        .unwrap()
        .checked_add_days(chrono::Days::new(n.into()))
        .unwrap()
}

/// The session `n`, held on the day `n`, with this many retained actions, due ten days later and the next ones.
fn held(n: u32, actions: u32) -> Session {
    let mut session = Session::new(Uuid::from_u128(n.into()), day(n));
    session.number = n;
    for nth in 0..actions {
        let id = session.ids.give();
        session.actions.push(Action {
            what: format!("action {n}.{nth}").into(),
            owner: "IDEC".into(),
            due: Some(day(n + 10 + nth)),
            evaluated_on: Some(day(n + 50)),
            status: Status::Retained,
            ..Action::new(id)
        });
    }
    session
}

/// What is said of the action `action` of the session `of`.
fn word(of: u32, action: u32, outcome: FollowUpOutcome) -> FollowUp {
    FollowUp {
        session: Text::new(&Uuid::from_u128(of.into()).to_string()),
        action: Some(ActionId(action)),
        outcome,
        ..FollowUp::new(FollowUpId(1))
    }
}

fn say(session: &mut Session, said: FollowUp) {
    let id = session.ids.give();
    session.follow_ups.push(FollowUp { id, ..said });
}

fn between(n: u32, said: FollowUp) -> FollowUpFile {
    FollowUpFile {
        schema: 1,
        id: Uuid::from_u128(n.into()),
        follow_up: said,
    }
}

fn sheets(sessions: &[Session]) -> Vec<Sheet> {
    sessions.iter().map(Sheet::of).collect()
}

fn standings(plan: &[Planned]) -> Vec<Standing> {
    plan.iter().map(|p| p.standing).collect()
}

#[test]
fn every_fate_is_told() {
    let first = held(1, 7);
    let mut second = held(20, 0);
    let done = word(1, 3, FollowUpOutcome::Done);
    say(&mut second, word(1, 2, FollowUpOutcome::Ongoing));
    say(&mut second, done);
    for (action, effect) in [(4, Effect::Effective), (5, Effect::NotEffective)] {
        let said = word(1, action, FollowUpOutcome::Evaluated);
        say(&mut second, FollowUp { effect, ..said });
    }
    let dropped = FollowUp {
        reason: "sans objet".into(),
        ..word(1, 6, FollowUpOutcome::Dropped)
    };
    say(&mut second, dropped);
    let later = FollowUp {
        new_due: Some(day(90)),
        ..word(1, 7, FollowUpOutcome::Postponed)
    };
    say(&mut second, later);
    let plan = plan(&sheets(&[second, first]), &[], day(30));
    let told = [
        Standing::Late,
        Standing::Late,
        Standing::Done,
        Standing::Effective,
        Standing::NotEffective,
        Standing::Dropped,
        Standing::Open,
    ];
    assert_eq!(standings(&plan), told);
    let phases: Vec<_> = plan.iter().map(|p| p.phase).collect();
    let (plans, does) = (Some(Phase::Plan), Some(Phase::Do));
    let (checks, acts) = (Some(Phase::Check), Some(Phase::Act));
    assert_eq!(phases, [plans, does, checks, acts, acts, acts, plans]);
    assert_eq!(plan[0].days_late(day(30)), Some(19));
    assert_eq!(plan[5].reason.as_str(), "sans objet");
    assert_eq!((plan[6].due, plan[6].postponed), (Some(day(90)), 1));
    assert_eq!(plan[6].last().unwrap().on, Some(day(20)));
}

#[test]
fn an_action_is_late_the_day_after_its_deadline_and_never_once_done() {
    let first = held(1, 1);
    let on = |n| standings(&plan(&sheets(std::slice::from_ref(&first)), &[], day(n)))[0];
    assert_eq!(on(11), Standing::Open);
    assert_eq!(on(12), Standing::Late);
    let file = between(1, word(1, 1, FollowUpOutcome::Done));
    let done = plan(&sheets(&[first]), &[file], day(900));
    assert_eq!(standings(&done), [Standing::Done]);
    assert_eq!(done[0].days_late(day(900)), None);
}

#[test]
fn what_had_begun_is_not_planned_anew_when_it_is_postponed() {
    let mut second = held(20, 0);
    say(&mut second, word(1, 1, FollowUpOutcome::Done));
    say(&mut second, word(1, 1, FollowUpOutcome::Postponed));
    say(&mut second, word(1, 2, FollowUpOutcome::Postponed));
    let plan = plan(&sheets(&[held(1, 2), second]), &[], day(20));
    let phases: Vec<_> = plan.iter().map(|p| p.phase).collect();
    assert_eq!(phases, [Some(Phase::Do), Some(Phase::Plan)]);
}

#[test]
fn what_an_action_answers_is_told_in_words() {
    let mut first = held(1, 1);
    let mut analysis = Analysis::new(first.ids.give());
    let factor = first.ids.give();
    analysis.factors.push(Factor {
        what: "Interruptions répétées".into(),
        ..Factor::new(factor)
    });
    first.analyses.push(analysis);
    first.actions.for_each_mut(|a| {
        a.factors = vec![factor];
        a.category = Code::from("training");
    });
    let plan = plan(&sheets(&[first]), &[], day(2));
    assert_eq!(plan[0].causes, ["Interruptions répétées".into()]);
    assert_eq!(plan[0].strength, Some(Strength::Weak));
}

#[test]
fn an_idea_is_not_planned_and_one_of_before_the_program_is() {
    let mut first = held(1, 1);
    first.actions.for_each_mut(|a| a.status = Status::Proposed);
    let before = FollowUp {
        session: Text::default(),
        action: None,
        wording: "Acheter un réfrigérateur".into(),
        owner: "direction".into(),
        due_was: Some(day(3)),
        ..word(1, 1, FollowUpOutcome::Ongoing)
    };
    say(&mut first, before);
    let plan = plan(&sheets(&[first]), &[], day(9));
    assert_eq!(plan.len(), 1);
    assert_eq!(plan[0].what.as_str(), "Acheter un réfrigérateur");
    assert_eq!((plan[0].decided, plan[0].is_late()), (None, true));
}

#[test]
fn of_two_files_of_one_session_the_sealed_one_is_believed() {
    let open = held(1, 3);
    let mut sealed = held(1, 2);
    sealed.seal = Some(crate::domain::session::Seal {
        at: day(2).and_hms_opt(12, 0, 0).unwrap(),
        fingerprint: Text::default(),
    });
    assert_eq!(plan(&sheets(&[open, sealed]), &[], day(2)).len(), 2);
}

#[test]
fn since_when_it_is_done_is_told_as_where_it_stands() {
    use FollowUpOutcome::{Done, Dropped, Escalated, Evaluated, Ongoing};
    let after = |told: &[(FollowUpOutcome, Option<u32>)]| {
        let session = held(1, 1);
        let files: Vec<FollowUpFile> = (50..)
            .zip(told)
            .map(|(n, (outcome, on))| {
                let said_on = on.map(day);
                between(
                    n,
                    FollowUp {
                        said_on,
                        ..word(1, 1, *outcome)
                    },
                )
            })
            .collect();
        plan(&sheets(&[session]), &files, day(30))[0].done
    };
    assert_eq!(after(&[(Done, Some(5))]), Some(day(5)));
    assert_eq!(
        after(&[(Done, Some(5)), (Evaluated, Some(9))]),
        Some(day(5))
    );
    // What is over is not taken up again.
    let over = [(Done, Some(5)), (Evaluated, Some(9)), (Ongoing, Some(12))];
    assert_eq!(after(&over), Some(day(5)));
    assert_eq!(after(&[(Done, Some(5)), (Dropped, Some(9))]), None);
    // Taken to another body, something is left to do.
    let open = [(Done, Some(5)), (Escalated, Some(9))];
    assert_eq!(after(&open), None);
    let again = [(Done, Some(5)), (Escalated, Some(9)), (Done, Some(14))];
    assert_eq!(after(&again), Some(day(14)));
    // A word that bears no day tells none.
    assert_eq!(after(&[(Done, None)]), None);
    assert_eq!(after(&[(Done, None), (Evaluated, Some(9))]), Some(day(9)));
}

/// A word: in which session it is said (4: between meetings), of which action, what, and on which day.
type Told = (u32, (u32, u32), usize, Option<u32>);

fn told() -> impl Strategy<Value = Vec<Told>> {
    let action = (1_u32..4, 1_u32..4);
    let one = (1_u32..5, action, 0_usize..6, prop::option::of(0_u32..60));
    prop::collection::vec(one, 0..20)
}

/// Three meetings of three actions each with these words in them, and the files between them.
fn world(told: &[Told]) -> (Vec<Session>, Vec<FollowUpFile>) {
    let mut sessions = vec![held(1, 3), held(20, 3), held(40, 3)];
    let ids = [1, 20, 40];
    let mut files = Vec::new();
    for (nth, (at, (of, action), outcome, on)) in (0_u32..).zip(told) {
        let of = ids[usize::try_from(of - 1).unwrap()];
        let outcome = FollowUpOutcome::ALL[*outcome];
        let said = FollowUp {
            said_on: on.map(day),
            new_due: (nth % 2 == 0).then(|| day(60 + nth)),
            effect: Effect::ALL[nth as usize % 4],
            evidence: nth.to_string().into(),
            ..word(of, *action, outcome)
        };
        match sessions.get_mut(*at as usize - 1) {
            Some(session) => say(session, said),
            None => files.push(between(nth, said)),
        }
    }
    (sessions, files)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_files_never_matters(told in told(), turn in 0_usize..3, other in 0_usize..20) {
        let (mut sessions, mut files) = world(&told);
        let straight = plan(&sheets(&sessions), &files, day(30));
        sessions.rotate_left(turn);
        let other = other.min(files.len());
        files.rotate_left(other);
        prop_assert_eq!(&plan(&sheets(&sessions), &files, day(30)), &straight);
        sessions.reverse();
        files.reverse();
        prop_assert_eq!(plan(&sheets(&sessions), &files, day(30)), straight);
    }

    #[test]
    fn nothing_is_counted_twice(told in told(), copied in 0_usize..3) {
        let (mut sessions, mut files) = world(&told);
        let once = plan(&sheets(&sessions), &files, day(30));
        prop_assert_eq!(once.len(), 9);
        let said = |p: &Planned| p.said.len();
        let real = told.iter().filter(|t| t.2 != 0).count();
        prop_assert_eq!(once.iter().map(said).sum::<usize>(), real);
        sessions.push(sessions[copied].clone());
        files.extend(files.clone());
        prop_assert_eq!(plan(&sheets(&sessions), &files, day(30)), once);
    }

    #[test]
    fn simulations_never_enter(told in told(), played in told_in_simulation()) {
        let (sessions, files) = world(&told);
        let real = plan(&sheets(&sessions), &files, day(30));
        let (mut simulated, _) = world(&played);
        for (n, session) in (100..).zip(&mut simulated) {
            session.id = Uuid::from_u128(n);
            session.kind = Kind::Simulation(Simulation::default());
        }
        simulated.extend(sessions);
        prop_assert_eq!(plan(&sheets(&simulated), &files, day(30)), real);
    }

    /// Against an account kept the other way round: from the last word back.
    #[test]
    fn a_later_word_wins(told in told()) {
        let (sessions, files) = world(&told);
        let ids = [1, 20, 40];
        for planned in plan(&sheets(&sessions), &files, day(30)) {
            let decided = planned.decided.unwrap();
            let mine = |t: &&Told| {
                ids[t.1.0 as usize - 1] == decided.number && t.1.1 == decided.action.0 && t.2 != 0
            };
            let mut words: Vec<_> = (0_u32..).zip(&told).filter(|(_, t)| mine(t)).map(|(nth, t)| {
                let held = ids.get(t.0 as usize - 1).copied();
                // A word between meetings that bears no day was said before all others.
                let on = t.3.map(day).or(held.map(day)).unwrap_or(NaiveDate::MIN);
                let outcome = FollowUpOutcome::ALL[t.2];
                ((on, held.is_none(), held.unwrap_or(0), nth), outcome)
            }).collect();
            words.sort_by_key(|w| w.0);
            let over = |w: &FollowUpOutcome| {
                matches!(w, FollowUpOutcome::Dropped | FollowUpOutcome::Evaluated)
            };
            let last_over = words.iter().rfind(|w| over(&w.1));
            let expected = match (last_over, words.last().map(|w| w.1)) {
                (Some((when, FollowUpOutcome::Evaluated)), _) => {
                    Standing::of(Effect::ALL[when.3 as usize % 4])
                }
                (Some(_), _) => Standing::Dropped,
                (None, Some(FollowUpOutcome::Done)) => Standing::Done,
                (None, _) if planned.due.unwrap() < day(30) => Standing::Late,
                (None, _) => Standing::Open,
            };
            prop_assert_eq!(planned.standing, expected);
            let last = words.last().map(|w| w.0.3.to_string());
            prop_assert_eq!(planned.last().map(|l| l.evidence.to_string()), last);
        }
    }
}

/// Words said in simulations: none between meetings, where nothing is simulated.
fn told_in_simulation() -> impl Strategy<Value = Vec<Told>> {
    told().prop_map(|told| told.into_iter().filter(|t| t.0 < 4).collect())
}

/// Whatever ids chance gave their files.
#[test]
fn of_one_day_what_is_said_between_meetings_stands_in_the_order_in_which_it_was_said() {
    let later = |nth: u32, to: u32| FollowUp {
        id: FollowUpId(nth),
        new_due: Some(day(to)),
        said_on: Some(day(20)),
        ..word(1, 1, FollowUpOutcome::Postponed)
    };
    for (first, second) in [(7, 8), (8, 7)] {
        let files = [between(first, later(1, 60)), between(second, later(2, 90))];
        let plan = plan(&sheets(&[held(1, 1)]), &files, day(30));
        assert_eq!((plan[0].due, plan[0].postponed), (Some(day(90)), 2));
    }
}
