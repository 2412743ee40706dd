//! Two files of one session, as a copy beside it leaves them: the plan, the figures, the decisions and the next meeting all
//! believe the same one, whatever the files are called.

use crate::made::{day, noon, session};
use crex::domain::action::{Action, Status};
use crex::domain::session::{Seal, Session, Stage};
use crex::library::carry::carry;
use crex::library::plan::plan;
use crex::store::{Store, encode};
use std::fs;
use std::sync::Arc;

/// The session with these actions decided.
fn with(actions: &[&str]) -> Session {
    let mut session = session(1, "Chute devant l'ascenseur");
    session.stage = Stage::Open;
    for what in actions {
        let id = session.ids.give();
        session.actions.push(Action {
            what: (*what).into(),
            status: Status::Retained,
            due: Some(day()),
            ..Action::new(id)
        });
    }
    session
}

/// What each part of the program tells of the actions of a workspace with these files: the plan, the figures, the decisions,
/// what a new meeting begins with.
fn told(files: [(&str, &Session); 2]) -> [Vec<String>; 4] {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sessions")).unwrap();
    for (name, session) in files {
        let path = folder.path().join("sessions").join(name);
        fs::write(&path, encode(&path, session).unwrap()).unwrap();
    }
    let store = Store::open(folder.path(), noon(), Arc::new(|| {})).unwrap();
    let registry = store.registry();
    let year = registry.year(2026, day());
    let before = store.before(Arc::new(|| {})).unwrap();
    let told = [
        plan(registry.digests().map(|d| &d.sheet), &[], day())
            .into_iter()
            .map(|planned| planned.what.to_string())
            .collect::<Vec<_>>(),
        year.actions
            .iter()
            .map(|planned| planned.what.to_string())
            .collect(),
        registry
            .believed()
            .flat_map(|(_, digest)| &digest.log)
            .map(|entry| entry.what.to_string())
            .filter(|what| !what.is_empty())
            .collect(),
        carry(&before.sessions, &[], day())
            .actions
            .into_iter()
            .map(|said| said.wording.to_string())
            .collect(),
    ];
    told.map(|mut actions| {
        actions.sort();
        actions
    })
}

#[track_caller]
fn all_believe(believed: &Session, other: &Session) {
    let mut wordings: Vec<String> = believed
        .actions
        .iter()
        .map(|action| action.what.to_string())
        .collect();
    wordings.sort();
    let names = ["2026-11-19-chute.ron", "2026-11-19-chute-copie.ron"];
    for [one, two] in [[believed, other], [other, believed]] {
        for actions in told([(names[0], one), (names[1], two)]) {
            assert_eq!(actions, wordings);
        }
    }
}

#[test]
fn the_file_in_which_more_was_decided_is_believed() {
    let more = with(&["Poser un tapis", "Prévenir le ménage"]);
    all_believe(&more, &with(&["Poser un panneau"]));
}

#[test]
fn the_sealed_file_is_believed_even_when_the_other_says_more() {
    let mut sealed = with(&["Poser un tapis"]);
    sealed.stage = Stage::Sealed;
    sealed.seal = Some(Seal {
        at: noon(),
        fingerprint: "f".into(),
    });
    all_believe(&sealed, &with(&["Un", "Deux", "Trois"]));
}

#[test]
fn where_both_decided_as_much_the_one_in_which_more_was_written_is_believed() {
    let mut more = with(&["Poser un tapis"]);
    let _: crex::domain::ids::ParkedId = more.ids.give();
    all_believe(&more, &with(&["Poser un panneau"]));
}

#[test]
fn where_nothing_tells_them_apart_the_first_by_name_is_believed_by_all() {
    let (one, two) = (with(&["Poser un tapis"]), with(&["Poser un panneau"]));
    for (first, second) in [(&one, &two), (&two, &one)] {
        for actions in told([("a.ron", first), ("b.ron", second)]) {
            assert_eq!(actions, [first.actions.at(0).unwrap().what.to_string()]);
        }
    }
}
