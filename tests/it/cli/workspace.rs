//! `crex check` over a whole workspace: seals, amendments, links between files, copies.

use super::super::made::{day, noon, session};
use super::super::store::store;
use super::{Machine, name};
use crex::domain::action::{Action, FollowUp, FollowUpFile, FollowUpOutcome};
use crex::domain::ids::ActionId;
use crex::domain::incident::{Fate, Incident};
use crex::domain::session::Session;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A sealed session with an action, in a workspace; gives its file.
fn sealed(machine: &Machine) -> PathBuf {
    let mut store = store(&machine.workspace());
    let mut made = session(1, "Chaîne du froid");
    let mut action = Action::new(made.ids.give());
    action.what = "Régler l'alarme".into();
    action.due = day().checked_add_days(chrono::Days::new(26));
    made.actions.push(action);
    let opened = store.create(made, noon()).unwrap();
    store.seal(opened.handle, &opened.doc, noon()).unwrap();
    opened.path
}

/// Adds two amendments to a sealed session; gives their file.
fn amended(machine: &Machine, path: &Path) -> PathBuf {
    let mut store = store(&machine.workspace());
    let session: Session = store.read(path).unwrap().doc;
    let opened = store
        .amendments(session.id, session.seal.as_ref().unwrap(), noon())
        .unwrap();
    let mut file = opened.doc;
    for what in ["le 5 janvier", "et non le 4"] {
        file.draft.what = what.into();
        file.draft.by = "pharmacien".into();
        file.draft.about = "A1".into();
        file.draft.reason = "erreur de saisie".into();
        assert!(file.add(&session, day()));
    }
    store.save(opened.handle, &file, 1);
    store.close(opened.handle);
    machine
        .workspace()
        .join("amendments")
        .join(format!("{}.ron", session.id))
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from:?} is not in {text}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn what_changed_in_a_sealed_file_is_named() {
    let machine = Machine::new();
    let path = sealed(&machine);
    machine.run(&["check"]).ends(0).answers(&["sceau intact"]);
    edit(&path, "2026-12-15", "2027-01-15");
    machine.run(&["check"]).ends(1).answers(&[
        "Le fichier a été modifié après le scellement",
        "Actions\u{a0}: A1, échéance\u{a0}: 15/12/2026 devenu 15/01/2027",
    ]);
    let path = path.to_string_lossy().into_owned();
    let ran = machine.english(&["check", &path]).ends(1);
    ran.answers(&["Actions: A1, deadline: 15/12/2026 became 15/01/2027"]);
    // Everything made from it says so too.
    let report = machine.run(&["report", "Chaîne"]).ends(0);
    report.answers(&["Attention", "modifié après avoir été scellé"]);
    let json = machine.run(&["show", "Chaîne", "--json"]).ends(0);
    json.answers(&["\"seal_broken\": true"]);
}

#[test]
fn a_seal_taken_away_is_told() {
    let machine = Machine::new();
    let path = sealed(&machine);
    let text = fs::read_to_string(&path).unwrap();
    let at = text.find("    seal: Some(").unwrap();
    fs::write(&path, format!("{}    seal: None,\n)\n", &text[..at])).unwrap();
    let ran = machine.run(&["check"]).ends(1);
    ran.answers(&["son sceau a été retiré", "sealed-"]);
    // Also where no copy was kept: what stands in it says that it was sealed.
    fs::remove_dir_all(machine.workspace().join(".crex")).unwrap();
    machine
        .run(&["check"])
        .ends(1)
        .answers(&["son sceau a été retiré"]);
}

#[test]
fn without_a_sealed_copy_it_says_so() {
    let machine = Machine::new();
    let path = sealed(&machine);
    fs::remove_dir_all(machine.workspace().join(".crex/backups")).unwrap();
    edit(&path, "Régler", "Réglez");
    let ran = machine.run(&["check"]).ends(1);
    ran.answers(&["Aucune copie de l'état scellé"]);
}

#[test]
fn a_sealed_file_that_was_renamed_is_compared_all_the_same() {
    let machine = Machine::new();
    let path = sealed(&machine);
    let other = path.with_file_name("froid.ron");
    fs::rename(&path, &other).unwrap();
    edit(&other, "Régler", "Réglez");
    let ran = machine.run(&["check"]).ends(1);
    ran.answers(&["libellé\u{a0}: Régler l'alarme devenu Réglez l'alarme"]);
}

#[test]
fn amendments_stand_behind_the_sealed_content_and_their_chain_is_checked() {
    let machine = Machine::new();
    let path = sealed(&machine);
    let file = amended(&machine, &path);
    machine.run(&["check"]).ends(0);
    let report = machine.run(&["report", "Chaîne"]).ends(0);
    report.answers(&[
        "Amendements, ajoutés après le scellement",
        "le 5 janvier",
        "A1 – Régler",
    ]);
    let shown = machine.english(&["show", "Chaîne"]).ends(0);
    shown.answers(&[
        "Amendments, added after sealing",
        "2. 19/11/2026 · pharmacien",
    ]);
    let json = machine.run(&["show", "Chaîne", "--json"]).ends(0);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let added = &json["after_seal"]["amendments"];
    assert_eq!(added[0]["about"]["Action"], "A1");
    assert_eq!(added.as_array().unwrap().len(), 2);
    let whole = fs::read_to_string(&file).unwrap();
    edit(&file, "le 5 janvier", "le 6 janvier");
    machine
        .run(&["check"])
        .ends(1)
        .answers(&["L'amendement 1 a été modifié"]);
    let report = machine.run(&["report", "Chaîne"]).ends(0);
    report.answers(&["ces amendements ont été modifiés ou retirés à la main"]);
    // The last one taken out, by someone who knows the form of the file.
    let start = whole.rfind("        (\n").unwrap();
    let end = whole.rfind("    ],\n").unwrap();
    fs::write(&file, format!("{}{}", &whole[..start], &whole[end..])).unwrap();
    machine
        .run(&["check"])
        .ends(1)
        .answers(&["Il manque un ou plusieurs amendements"]);
    fs::write(&file, whole).unwrap();
    fs::remove_file(&path).unwrap();
    let ran = machine.run(&["check"]).ends(1);
    ran.answers(&[&name(&file), "La séance de ce fichier n'est plus ici"]);
}

#[test]
fn links_between_files_that_lead_nowhere_are_named_with_a_remedy() {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    let mut first = session(1, "Première");
    let mut incident = Incident::new(first.ids.give());
    incident.report.title = "Chute".into();
    incident.origin = Uuid::from_u128(99).to_string().into();
    incident.fate = Fate::NextTime;
    first.incidents.push(incident);
    store.create(first, noon()).unwrap();
    for (n, of) in [(1_u128, 1_u128), (2, 9)] {
        let mut said = FollowUp::new(crex::domain::ids::FollowUpId(1));
        said.session = Uuid::from_u128(of << 96).to_string().into();
        said.action = Some(ActionId(4));
        said.outcome = FollowUpOutcome::Done;
        said.said_on = Some(day());
        said.wording = "Régler".into();
        let file = FollowUpFile {
            schema: 1,
            id: Uuid::from_u128((n + 100) << 96),
            follow_up: said,
        };
        store.create(file, noon()).unwrap();
    }
    drop(store);
    let other = machine.workspace().join("autres");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("cas.ron"), "pas à nous").unwrap();
    let ran = machine.run(&["check"]).ends(1);
    ran.answers(&[
        "E1 attend encore, mais sa fiche n'est plus dans incidents",
        "suit l'action A4, que sa séance n'a pas",
        "suit une action d'une séance qui n'est pas ici",
    ]);
    let ran = machine.run(&["check", "--json"]).ends(1);
    assert!(!ran.out.contains("cas.ron"));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["wrong"], 3);
    assert_eq!(json["files"].as_array().unwrap().len(), 3);
}

#[test]
fn copies_are_told_from_their_original_and_harm_nothing() {
    let machine = Machine::with(&["Chute"]);
    let folder = machine.workspace().join("sessions");
    let path = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(&path).unwrap();
    fs::write(folder.join(format!("{stem} (1).ron")), &bytes).unwrap();
    fs::write(folder.join(format!("{stem} - Copie.ron")), &bytes).unwrap();
    let changed = String::from_utf8(bytes)
        .unwrap()
        .replace("Chute", "Chute du lit");
    fs::write(folder.join(format!("{stem}-conflit-0a1b2c3d.ron")), changed).unwrap();
    let ran = machine.run(&["check"]).ends(1);
    ran.answers(&[
        &format!("{stem} (1).ron\u{a0}: Copie d'un fichier. C'est exactement sessions/{stem}.ron, une seconde fois"),
        &format!("{stem} - Copie.ron\u{a0}: Copie d'un fichier."),
        "Copie que crex a mise à côté",
        "mais un autre contenu",
        &format!("{stem}.ron\u{a0}: bon"),
    ]);
    let list = machine.run(&["list"]).ends(0);
    list.says(&["Plusieurs fichiers sont la même séance", "crex check"]);
}

/// A short seeded run over the bytes of a sealed file.
#[test]
fn any_byte_of_a_sealed_file_that_is_flipped_is_told() {
    let machine = Machine::new();
    let path = sealed(&machine);
    let whole = fs::read(&path).unwrap();
    let parsed = |bytes: &[u8]| crex::store::parse::<Session>(&path, bytes);
    assert_eq!(parsed(&whole).unwrap().remarks, []);
    let told = |bytes: &[u8]| match parsed(bytes) {
        Err(_) => true,
        // Without its seal the file names a state that it can only have with one, or holds what nobody knows.
        Ok(read) => {
            let stripped = !read.doc.is_sealed();
            let known = read.why.is_none();
            !read.remarks.is_empty() || (stripped && !known)
        }
    };
    // The end, where the seal stands, byte by byte and bit by bit.
    let tail = whole.len() - 160;
    for at in tail..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            assert!(
                told(&bytes),
                "byte {at}, bit {bit}: {:?}",
                char::from(whole[at])
            );
        }
    }
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: 400,
            failure_persistence: None,
            ..Config::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let any = (0..whole.len(), 1_u8..=255);
    runner
        .run(&any, |(at, by)| {
            let mut bytes = whole.clone();
            bytes[at] ^= by;
            prop_assert!(told(&bytes), "byte {} by {}", at, by);
            Ok(())
        })
        .unwrap();
}
