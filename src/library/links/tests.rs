#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::action::{Action, FollowUp};

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n << 96)
}

fn head(name: &str, n: u128, print: &str, what: What) -> Head {
    Head {
        name: name.to_owned(),
        id: id(n),
        print: print.to_owned(),
        what,
    }
}

fn session(n: u128) -> Session {
    let mut session = Session::new(id(n), NaiveDate::from_ymd_opt(2026, 11, 19).unwrap());
    session.actions.push(Action::new(ActionId(1)));
    session
}

#[test]
fn links_that_lead_nowhere_are_told_and_good_ones_are_not() {
    let mut later = session(2);
    for (n, of, action) in [(1, 1, 1), (2, 1, 9), (3, 7, 1)] {
        let mut said = FollowUp::new(FollowUpId(n));
        said.session = id(of).to_string().as_str().into();
        said.action = Some(ActionId(action));
        later.follow_ups.push(said);
    }
    let heads = [
        head("sessions/a.ron", 1, "a", (&session(1)).into()),
        head("sessions/b.ron", 2, "b", (&later).into()),
        head("analyses/c.ron", 3, "c", What::Analysis(id(1))),
        head("analyses/d.ron", 4, "d", What::Analysis(id(8))),
        head("notes/e.ron", 2, "e", What::Notes),
        head("amendments/f.ron", 9, "f", What::Amendments(String::new())),
        head(
            "amendments/g.ron",
            1,
            "g",
            What::Amendments("c0ffee".into()),
        ),
    ];
    let told = faults(&heads, &[]);
    let expected = [
        (1, Fault::NoAction(Some(ActionId(9)), Some(FollowUpId(2)))),
        (1, Fault::NoSession(Some(FollowUpId(3)))),
        (3, Fault::NotChosen),
        (5, Fault::Orphan),
        (6, Fault::OtherSeal("sessions/a.ron".into())),
    ];
    assert_eq!(told, expected);
}

#[test]
fn of_two_files_with_one_id_the_copy_is_told() {
    let what: What = (&session(0x0a1b_2c3d)).into();
    let one = |name: &str, print: &str| head(name, 0x0a1b_2c3d, print, what.clone());
    let heads = [
        one("sessions/2026-11-19-chute-0a1b2c3d (1).ron", "x"),
        one("sessions/2026-11-19-chute-0a1b2c3d.ron", "x"),
        one("sessions/renommée.ron", "y"),
    ];
    let original = "sessions/2026-11-19-chute-0a1b2c3d.ron".to_owned();
    let expected = [
        (
            0,
            Fault::Twice(original.clone(), true, Some(Copied::ByHand)),
        ),
        (2, Fault::Twice(original, false, None)),
    ];
    assert_eq!(faults(&heads, &[]), expected);
}

#[test]
fn a_name_that_is_odd_alone_is_only_a_remark() {
    let what: What = (&session(1)).into();
    let heads = [
        head(
            "sessions/2026-11-19-chute-0a1b2c3d.ron",
            1,
            "a",
            what.clone(),
        ),
        head("sessions/séance - Copie.ron", 2, "b", what),
    ];
    let told = faults(&heads, &[]);
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|(_, fault)| fault.is_remark()), "{told:?}");
}
