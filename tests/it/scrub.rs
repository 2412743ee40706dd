//! A name typed by mistake is erased everywhere: from every field of every kind of file, journals, backups, seals and names.

mod careful;
mod every;
mod killed;
mod told;

use super::harness::copy;
use super::made::{noon, session};
use super::store::{LONG, retitle, store};
use super::vault::files;
use crex::domain::amendments::AmendmentFile;
use crex::domain::analysis::AnalysisFile;
use crex::domain::erasure::{Stays, Word};
use crex::domain::incident::IncidentFile;
use crex::domain::parts::Parts as _;
use crex::domain::problem::Remark;
use crex::domain::session::Session;
use crex::domain::text::{Text, fold};
use crex::store::{
    Asked, Document, RealDisk, Scrubbed, SharedDisk, encode, look_for_word, parse, scrub,
};
use every::Maker;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

fn asked() -> Asked {
    Asked {
        word: Word::new("Canari").unwrap(),
        with: Text::line("[effacé]"),
        reason: Text::line("un Canari tapé par erreur"),
        exports: true,
    }
}

fn real() -> SharedDisk {
    Arc::new(RealDisk)
}

/// Whether nothing is left that holds the word, or may.
fn whole(seen: &Scrubbed) -> bool {
    !seen.is_partial()
}

/// Whether it is told that this file stays.
fn left(seen: &Scrubbed, path: &Path) -> bool {
    seen.left.iter().any(|(left, _)| left == path)
}

/// Every file that still says the word, in its bytes or its name, whatever the form.
fn telling(root: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for (path, bytes) in files(root) {
        let name = path.strip_prefix(root).unwrap().to_string_lossy();
        let all = fold(&format!("{name}\n{}", String::from_utf8_lossy(&bytes)));
        if all.contains("canari") || fold(&name).contains("cana") {
            out.push(path);
        }
    }
    out
}

fn made<D: DeserializeOwned>(value: Value) -> D {
    serde_json::from_value(value).unwrap()
}

/// A session with the word in every field.
fn whole_session(seed: usize, id: u128) -> Session {
    let mut session: Session = made(Maker::new(seed).make("Session"));
    session.schema = 1;
    session.id = Uuid::from_u128(id << 96);
    session.title = Text::line(&format!("Une chute de Canari {seed}"));
    session.seal = None;
    session.erasures.clear();
    session
}

/// Puts a document on the disk as a file of its own.
fn put<D: Document>(root: &Path, name: &str, doc: &D) -> PathBuf {
    let path = root.join(name);
    fs::write(&path, encode(&path, doc).unwrap()).unwrap();
    path
}

/// A workspace with the word in every field of every kind of file, and in all that is kept beside.
fn filled(root: &Path, whole: usize) {
    let mut disk = store(root);
    for seed in 0..whole {
        let doc = whole_session(seed, 1 + seed as u128);
        disk.create(doc, noon()).unwrap();
    }
    let sealed = match whole {
        0 => session(20, "Canari scellé, canari"),
        _ => whole_session(7, 20),
    };
    sealed_with_amendments(root, &mut disk, sealed);
    let mut maker = Maker::new(3);
    let report = maker.make("Report");
    let incident: IncidentFile =
        made(json!({"schema": 1, "id": Uuid::from_u128(30 << 96), "report": report}));
    let away = disk.create(incident.clone(), noon()).unwrap();
    disk.close(away.handle);
    disk.put_away(&away.path, noon()).unwrap();
    let incident = IncidentFile {
        id: Uuid::from_u128(31 << 96),
        ..incident
    };
    disk.create(incident, noon()).unwrap();
    let analysis: AnalysisFile = made(json!({
        "schema": 1, "id": Uuid::from_u128(32 << 96), "chosen_in": Uuid::from_u128(1 << 96),
        "incident": maker.make("Incident"), "analysis": maker.make("Analysis"),
        "guarding": maker.make("Guarding"),
    }));
    disk.create(analysis, noon()).unwrap();
    let follow_up: crex::domain::action::FollowUpFile = made(json!({
        "schema": 1, "id": Uuid::from_u128(33 << 96), "follow_up": maker.make("FollowUp"),
    }));
    disk.create(follow_up, noon()).unwrap();
    pending(root, &mut disk);
    by_hand(root);
    // As a kill leaves it: the journal stays.
    std::mem::forget(disk);
}

/// A sealed session, with amendments tied to its seal.
fn sealed_with_amendments(root: &Path, disk: &mut crex::store::Store, doc: Session) {
    let sealed = disk.create(doc, noon()).unwrap();
    let sealed = disk.seal(sealed.handle, &sealed.doc, noon()).unwrap();
    let seal = sealed.seal.clone().unwrap();
    let mut file = AmendmentFile::new(sealed.id, &seal);
    for said in ["Le canari", "encore Canari"] {
        file.draft.what = said.into();
        file.draft.by = "canari".into();
        file.draft.reason = "canari".into();
        file.draft.about = "du canari".into();
        assert!(file.add(&sealed, noon().date()));
    }
    file.draft.what = "Canari commencé".into();
    put(root, &format!("amendments/{}.ron", sealed.id), &file);
}

/// The team, private notes and a session with what their journals alone hold, and a place.
fn pending(root: &Path, disk: &mut crex::store::Store) {
    let mut team = disk.team(noon()).unwrap();
    let before = team.doc.clone();
    team.doc.name = "Équipe Canari".into();
    team.doc.charter = vec!["Pas de canari".into()];
    team.doc.footer = "canari".into();
    team.doc.members = made(json!([{"id": "M1", "function": "canari"}]));
    team.doc.import = made(json!([{"header": "Canari", "field": "x"}]));
    disk.record(team.handle, &before.diff(&team.doc)).unwrap();
    disk.save(team.handle, &team.doc, 1);
    for id in [1, 2] {
        let mut notes = disk.notes(Uuid::from_u128(id << 96), noon()).unwrap();
        let before = notes.doc.clone();
        notes.doc.text = "canari en privé".into();
        disk.record(notes.handle, &before.diff(&notes.doc)).unwrap();
        // Those of the second are in their journal alone.
        if id == 1 {
            disk.save(notes.handle, &notes.doc, 1);
        }
    }
    let mut open = disk
        .create(session(40, "Le canari s’envole"), noon())
        .unwrap();
    retitle(disk, &mut open, "Le canari est là", true);
    assert!(disk.flush(LONG));
    disk.remember(&open.path).unwrap();
    retitle(disk, &mut open, "Le canari est au journal", false);
    disk.place(open.handle, "chez canari").unwrap();
    disk.export(open.handle, "", "md", b"# Canari").unwrap();
    fs::write(root.join(".crex/.last.12345678.tmp"), "canari").unwrap();
}

/// What is made elsewhere, and what a kill leaves.
fn by_hand(root: &Path) {
    let grid = "(\n    // Le canari a relu.\n    id: \"a\", label: (fr: \"Canari\", en: 'c'),\n)\n";
    fs::write(root.join("grids/grille-canari.ron"), grid).unwrap();
    fs::write(
        root.join("scenarios/cas.ron"),
        "(title: \"Cas du canari\")\n",
    )
    .unwrap();
    fs::create_dir_all(root.join(".crex/index")).unwrap();
    fs::write(root.join(".crex/index/sessions"), "un canari").unwrap();
    fs::write(root.join("sessions/.x.ron.12345678.tmp"), "canari").unwrap();
    fs::create_dir_all(root.join(".crex/backups/parti-canari-01234567")).unwrap();
    let orphan = root.join(".crex/backups/parti-canari-01234567/20260101-000000.ron");
    fs::write(orphan, "canari, coupé").unwrap();
    fs::write(root.join(".crex/journal/orphelin-01234567.log"), journal()).unwrap();
}

/// A journal that belongs to no document.
fn journal() -> String {
    let payload = "title=\"Canari\"";
    let print = crex::domain::seal::fingerprint(format!("C1 {payload}").as_bytes());
    format!(
        "crex-journal 1 -\nC 1 {} {}\n{payload}\n",
        payload.len(),
        &print[..8]
    )
}

/// The documents of a kind, each with what is remarked on it.
fn documents<D: Document>(root: &Path, folder: &str) -> Vec<(PathBuf, D, Vec<Remark>)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let parsed = parse::<D>(&path, &fs::read(&path).unwrap()).unwrap();
        (path, parsed.doc, parsed.remarks)
    };
    paths.into_iter().map(read).collect()
}

fn check_all(root: &Path, whole: usize) {
    let sessions = documents::<Session>(root, "sessions");
    let simulated = documents::<Session>(root, "simulations");
    assert_eq!(sessions.len() + simulated.len(), whole + 2);
    for (path, session, remarks) in sessions.iter().chain(&simulated) {
        assert!(!remarks.contains(&Remark::SealBroken), "{}", path.display());
        assert!(!remarks.contains(&Remark::Cleaned), "{}", path.display());
        let bytes = fs::read(path).unwrap();
        assert!(
            encode(path, session).unwrap() == bytes,
            "{}",
            path.display()
        );
    }
    let amended = documents::<AmendmentFile>(root, "amendments");
    let [(_, file, remarks)] = amended.as_slice() else {
        panic!("{amended:?}");
    };
    assert_eq!(remarks, &[]);
    let all = sessions.iter().chain(&simulated);
    let mut sealed = all.map(|(_, session, _)| session);
    let sealed = sealed.find(|s| s.id == file.session).unwrap();
    assert_eq!(sealed.seal.as_ref().unwrap().fingerprint, file.sealed);
    assert_eq!(file.amendments.len(), 2);
    assert_eq!(documents::<IncidentFile>(root, "incidents").len(), 1);
    assert_eq!(documents::<AnalysisFile>(root, "analyses").len(), 1);
    // Those that lay in a journal alone have a file now, where their session is there.
    assert_eq!(
        documents::<crex::domain::notes::Notes>(root, "notes").len(),
        2
    );
}

#[test]
fn a_word_in_every_field_of_every_file_is_nowhere_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 6);
    let root = tempfile::tempdir().unwrap();
    copy(folder.path(), root.path());
    let root = root.path();
    assert!(telling(root).len() > 20, "{:?}", telling(root));
    let seen = scrub(&real(), root, noon(), &asked()).unwrap();
    assert_eq!(telling(root), [] as [PathBuf; 0]);
    assert_eq!(seen.exports.len(), 1);
    assert_eq!(seen.unread, []);
    let typed = root.join(".crex/journal/orphelin-01234567.log");
    assert_eq!(seen.left[0], (typed, Stays::Typed), "{:?}", seen.left);
    assert!(seen.n_places() > 300, "{}", seen.n_places());
    // What is shown never repeats the word.
    let shown = seen
        .seen
        .iter()
        .map(|one| format!("{} {:?}", one.shown, one.places));
    let repeated = shown.filter(|said| fold(said).contains("canari"));
    assert_eq!(repeated.collect::<Vec<_>>(), [] as [String; 0]);
    check_all(root, 6);
    let notes = store(root).notes(Uuid::from_u128(2 << 96), noon()).unwrap();
    assert_eq!(notes.doc.text.as_str(), "[effacé] en privé");
    let again = look_for_word(&real(), root, noon(), &asked());
    assert_eq!(again, Scrubbed::default());
}

#[test]
fn an_encrypted_workspace_is_scrubbed_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let disk = super::vault::vault(root);
    let mut store = super::vault::locked_store(&disk, root);
    let made = store.create(session(1, "Le canari"), noon()).unwrap();
    store.seal(made.handle, &made.doc, noon()).unwrap();
    let mut open = store.create(session(2, "Un canari"), noon()).unwrap();
    retitle(&mut store, &mut open, "Le canari au journal", false);
    std::mem::forget(store);
    let copied = tempfile::tempdir().unwrap();
    copy(root, copied.path());
    let root = copied.path();
    let disk = disk.at(root).unwrap();
    let seen = scrub(&disk, root, noon(), &asked()).unwrap();
    assert_eq!((seen.seen.len(), seen.unread.len()), (2, 0));
    let again = look_for_word(&disk, root, noon(), &asked());
    assert_eq!(again, Scrubbed::default());
    let titles = super::vault::locked_store(&disk, root).list().sessions;
    let titles = titles
        .into_iter()
        .map(|e| e.state.unwrap().title.to_string());
    let mut titles: Vec<String> = titles.collect();
    titles.sort();
    assert_eq!(titles, ["Le [effacé]", "Le [effacé] au journal"]);
}

#[test]
fn nothing_else_of_a_document_changes_and_a_sealed_one_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = store(folder.path());
    let made = disk.create(whole_session(7, 20), noon()).unwrap();
    let path = made.path.clone();
    let before = disk.seal(made.handle, &made.doc, noon()).unwrap();
    let bytes = fs::read(&path).unwrap();
    drop(disk);
    scrub(&real(), folder.path(), noon(), &asked()).unwrap();
    let [(path, after, _)] = documents::<Session>(folder.path(), "sessions")
        .into_iter()
        .chain(documents(folder.path(), "simulations"))
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let old = before.seal.as_ref().unwrap();
    let trace = &after.erasures[0];
    assert_eq!((after.erasures.len(), &trace.sealed), (1, &old.fingerprint));
    assert_eq!(trace.reason.as_str(), "un [effacé] tapé par erreur");
    assert_eq!(after.seal.as_ref().unwrap().at, old.at);
    // Without the trace, only lines in which the word stood differ, and the fingerprint.
    let text = String::from_utf8(fs::read(path).unwrap()).unwrap();
    let from = text.rfind("\n    erasures: [").unwrap();
    let to = from + text[from..].find("\n    ],").unwrap() + "\n    ],".len();
    let text = [&text[..from], &text[to..]].concat();
    let bytes = String::from_utf8(bytes).unwrap();
    assert_eq!(text.lines().count(), bytes.lines().count());
    for (now, old) in text.lines().zip(bytes.lines()) {
        let may = fold(old).contains("canari") || old.contains("fingerprint: ");
        assert!(now == old || may, "{old} became {now}");
    }
}

#[test]
fn a_seal_that_did_not_hold_does_not_hold_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = store(folder.path());
    let made = disk.create(session(1, "Le canari"), noon()).unwrap();
    disk.seal(made.handle, &made.doc, noon()).unwrap();
    drop(disk);
    let text = fs::read_to_string(&made.path).unwrap();
    fs::write(&made.path, text.replace("number: 0", "number: 7")).unwrap();
    scrub(&real(), folder.path(), noon(), &asked()).unwrap();
    let [(_, _, remarks)] = documents::<Session>(folder.path(), "sessions")
        .try_into()
        .unwrap();
    assert!(remarks.contains(&Remark::SealBroken));
    assert_eq!(telling(folder.path()), [] as [PathBuf; 0]);
}

#[test]
fn what_cannot_be_read_is_told_and_left() {
    let folder = tempfile::tempdir().unwrap();
    drop(store(folder.path()));
    let path = folder.path().join("sessions/coupé.ron");
    fs::write(&path, "(title: \"Canari").unwrap();
    let seen = scrub(&real(), folder.path(), noon(), &asked()).unwrap();
    assert_eq!(seen.unread.len(), 1, "{seen:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "(title: \"Canari");
}

#[test]
fn what_is_open_elsewhere_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = store(folder.path());
    let made = disk.create(session(1, "Le canari"), noon()).unwrap();
    assert!(scrub(&real(), folder.path(), noon(), &asked()).is_err());
    assert!(fs::read_to_string(&made.path).unwrap().contains("canari"));
}
