//! What stands in the way of a save or a seal: a file that another changed, a disk that refuses.

use super::made::{noon, session};
use super::saving::Failing;
use super::store::{LONG, backups, journals, retitle, store};
use chrono::TimeDelta;
use crex::domain::problem::{DiskFault, Problem, Remark, Why};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{Access, Ack, Disk, Held, RealDisk, Store, encode, parse};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

#[test]
fn a_session_that_another_changed_is_not_sealed_and_nothing_is_overwritten() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    made.doc.open_sitting(noon());
    let mut other = made.doc.clone();
    other.title = Text::line("Reçu d’une autre machine");
    let theirs = encode(&made.path, &other).unwrap();
    fs::write(&made.path, &theirs).unwrap();
    let told = disk.seal(made.handle, &made.doc, noon());
    assert_eq!(told, Err(Problem::Changed(made.path.clone())));
    assert_eq!(disk.access(made.handle), Some(&Access::Write));
    assert!(disk.flush(LONG));
    assert_eq!(fs::read(&made.path).unwrap(), theirs);
    let copy = disk.path_of(made.handle).unwrap();
    let kept = disk.read::<Session>(&copy).unwrap();
    assert_eq!((&kept.doc, kept.why), (&made.doc, None));
    // The copy is a file of its own, and can be sealed.
    disk.seal(made.handle, &made.doc, noon()).unwrap();
    let sealed = disk.read::<Session>(&copy).unwrap();
    assert_eq!(sealed.why, Some(Why::Sealed));
    assert_eq!(sealed.doc.sittings.last().unwrap().closed, Some(noon()));
    assert_eq!(fs::read(&made.path).unwrap(), theirs);
}

#[test]
fn a_seal_that_failed_leaves_the_session_as_it_was() {
    let root = tempfile::tempdir().unwrap();
    let made = store(root.path())
        .create(session(1, "Avant"), noon())
        .unwrap();
    let failing = Arc::new(Failing(AtomicUsize::new(0)));
    let mut disk = Store::open_on(failing.clone(), root.path(), noon(), Arc::new(|| {})).unwrap();
    let mut opened = disk.load::<Session>(&made.path, noon()).unwrap();
    opened.doc.open_sitting(noon());
    retitle(&mut disk, &mut opened, "Après", false);
    failing.0.store(1, Ordering::SeqCst);
    let told = disk.seal(opened.handle, &opened.doc, noon());
    assert!(
        matches!(told, Err(Problem::Disk(_, DiskFault::Full))),
        "{told:?}"
    );
    assert!(disk.flush(LONG));
    let read = disk.read::<Session>(&made.path).unwrap();
    assert_eq!((read.doc, read.why), (opened.doc, None));
}

#[test]
fn the_lock_the_place_and_the_session_proposed_follow_a_document_into_its_copy() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    disk.remember(&made.path).unwrap();
    disk.place(made.handle, "étape 3").unwrap();
    let mut other = made.doc.clone();
    other.title = Text::line("Reçu d’une autre machine");
    fs::write(&made.path, encode(&made.path, &other).unwrap()).unwrap();
    retitle(&mut disk, &mut made, "Le mien", true);
    assert!(disk.flush(LONG));
    let acks = disk.acks();
    let [Ack::Conflict { copy, .. }] = acks.as_slice() else {
        panic!("{acks:?}");
    };
    assert_eq!(disk.last_session().as_ref(), Some(copy));
    let mut second = store(root.path());
    let held = second.load::<Session>(copy, noon()).unwrap();
    assert!(matches!(held.access, Access::Read(Why::Held(_))));
    assert_eq!(held.place.as_deref(), Some("étape 3"));
    let free = second.load::<Session>(&made.path, noon()).unwrap();
    assert_eq!(free.access, Access::Write);
    disk.place(made.handle, "étape 4").unwrap();
    disk.close(made.handle);
    second.close(held.handle);
    let again = second.load::<Session>(copy, noon()).unwrap();
    assert_eq!(
        (again.access, again.place.as_deref()),
        (Access::Write, Some("étape 4"))
    );
}

/// A disk that is full until it is said not to be.
#[derive(Debug)]
struct Full(AtomicBool);

impl Disk for Full {
    fn create(&self, path: &Path) -> io::Result<Held> {
        if self.0.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        RealDisk.create(path)
    }
}

#[test]
fn a_document_closed_unsaved_is_opened_again_with_one_journal() {
    let root = tempfile::tempdir().unwrap();
    let made = store(root.path())
        .create(session(1, "Avant"), noon())
        .unwrap();
    let full = Arc::new(Full(AtomicBool::new(true)));
    let shared: Arc<dyn Disk> = full.clone();
    let mut disk = Store::open_on(shared, root.path(), noon(), Arc::new(|| {})).unwrap();
    let mut opened = disk.load::<Session>(&made.path, noon()).unwrap();
    retitle(&mut disk, &mut opened, "Ancien", true);
    disk.close(opened.handle);
    let old = opened.handle;
    let mut again = disk.load::<Session>(&made.path, noon()).unwrap();
    assert_eq!(again.access, Access::Write);
    assert_eq!(again.doc.title.as_str(), "Ancien");
    disk.acks();
    retitle(&mut disk, &mut again, "Nouveau", true);
    full.0.store(false, Ordering::SeqCst);
    assert!(disk.flush(LONG));
    let saved = disk.acks();
    assert!(!saved.is_empty());
    let of_old = |ack: &&Ack| matches!(ack, Ack::Saved { handle, .. } if *handle == old);
    assert_eq!(saved.iter().find(of_old), None);
    let text = fs::read_to_string(&made.path).unwrap();
    assert!(text.contains("\"Nouveau\""));
    drop(disk);
    assert_eq!(journals(root.path()), [] as [PathBuf; 0]);
}

#[test]
fn an_export_is_on_the_disk_before_it_is_said_to_be_written() {
    // After a look at what is there: a new file, its bytes, their way to the disk, its name, the name's way to the disk.
    for nth in 2..7 {
        let root = tempfile::tempdir().unwrap();
        let failing = Arc::new(Failing(AtomicUsize::new(0)));
        let disk: Arc<dyn Disk> = Arc::clone(&failing) as _;
        let disk = Store::open_on(disk, root.path(), noon(), Arc::new(|| {})).unwrap();
        failing.0.store(nth, Ordering::SeqCst);
        let told = disk.write_out("annee-2026", "md", b"texte");
        let path = root.path().join("annee-2026.md");
        assert_eq!(
            told,
            Err(Problem::Disk(path.clone(), DiskFault::Full)),
            "{nth}"
        );
        assert_eq!(path.exists(), nth == 6, "{nth}");
        let names = fs::read_dir(root.path()).unwrap().flatten();
        let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        assert!(names.all(|name| !name.contains(".tmp")), "{nth}");
    }
}

#[test]
fn an_export_takes_the_place_of_nothing_but_an_export() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = disk.create(session(1, "Chute"), noon()).unwrap();
    let record = |doc: &Session| {
        let record = crex::documents::record::record(doc);
        crex::documents::markdown::markdown(&record)
    };
    let first = record(&made.doc);
    let path = disk
        .export(made.handle, "", "md", first.as_bytes())
        .unwrap();
    assert_eq!(path, made.path.with_extension("md"));
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    let mut later = made.doc.clone();
    later.title = Text::line("Chute de nuit");
    let later = record(&later);
    assert_eq!(
        disk.export(made.handle, "", "md", later.as_bytes()),
        Ok(path.clone())
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), later);
    fs::write(&path, "Mes propres mots\n").unwrap();
    let beside = disk
        .export(made.handle, "", "md", later.as_bytes())
        .unwrap();
    let stem = made.path.file_stem().unwrap().to_str().unwrap();
    assert_eq!(beside, path.with_file_name(format!("{stem}-2.md")));
    assert_eq!(fs::read_to_string(&beside).unwrap(), later);
    assert_eq!(fs::read_to_string(&path).unwrap(), "Mes propres mots\n");
    assert_eq!(
        disk.export(made.handle, "", "md", later.as_bytes()),
        Ok(beside)
    );
    let files = fs::read_dir(root.path().join("sessions")).unwrap().count();
    assert_eq!(files, 3);
}

#[test]
fn what_a_sealed_file_holds_beyond_is_named() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = disk.create(session(1, "Chute"), noon()).unwrap();
    disk.seal(made.handle, &made.doc, noon()).unwrap();
    let text = fs::read_to_string(&made.path).unwrap();
    let text = text.replacen(
        "(\n    schema: 1,\n",
        "(\n    schema: 1,\n    humeur: 3,\n",
        1,
    );
    let read = parse::<Session>(&made.path, text.as_bytes()).unwrap();
    assert_eq!(read.why, Some(Why::Sealed));
    let named = Remark::UnknownFields(vec![Text::line("humeur")]);
    assert!(read.remarks.contains(&named), "{:?}", read.remarks);
}

#[test]
fn an_export_that_someone_changed_or_wrote_is_never_replaced() {
    let root = tempfile::tempdir().unwrap();
    let disk = store(root.path());
    let path = |name: &str| root.path().join(name);
    let theirs = "# Compte rendu de CREX\n\nMes propres mots.\n";
    // By whatever it begins: what crex did not write is not its own.
    for (name, ending, theirs) in [
        ("rendu", "md", theirs),
        (
            "donnees",
            "json",
            "{\n  \"schema\": 3,\n  \"mine\": true\n}\n",
        ),
        ("annee", "txt", "CREX, l'année 2026\nMes notes.\n"),
    ] {
        let first = format!("{name}.{ending}");
        fs::write(path(&first), theirs).unwrap();
        let beside = path(&format!("{name}-2.{ending}"));
        assert_eq!(disk.write_out(name, ending, b"1"), Ok(beside.clone()));
        assert_eq!(fs::read_to_string(path(&first)).unwrap(), theirs);
        // Its own, as it was written, is replaced; one letter more, and it is not.
        assert_eq!(disk.write_out(name, ending, b"22"), Ok(beside.clone()));
        fs::write(&beside, b"22 !").unwrap();
        let third = path(&format!("{name}-3.{ending}"));
        assert_eq!(disk.write_out(name, ending, b"333"), Ok(third));
        assert_eq!(fs::read(&beside).unwrap(), b"22 !");
    }
}

#[test]
fn an_export_of_which_nothing_is_known_any_more_gets_a_number() {
    let root = tempfile::tempdir().unwrap();
    let disk = store(root.path());
    let first = root.path().join("plan.csv");
    assert_eq!(disk.write_out("plan", "csv", b"1"), Ok(first.clone()));
    // Nothing can be kept there: it is a file.
    let known = root.path().join(".crex/exports");
    fs::remove_dir_all(&known).unwrap();
    fs::write(&known, "").unwrap();
    // The same bytes are no loss.
    assert_eq!(disk.write_out("plan", "csv", b"1"), Ok(first.clone()));
    for n in 2..4_u8 {
        let beside = root.path().join(format!("plan-{n}.csv"));
        assert_eq!(disk.write_out("plan", "csv", &[n]), Ok(beside));
    }
    assert_eq!(fs::read(&first).unwrap(), b"1");
}

#[test]
fn a_panic_in_the_thread_that_saves_stops_no_save_after_it() {
    let root = tempfile::tempdir().unwrap();
    // Once: what is told of the next save is heard.
    let broken = AtomicBool::new(true);
    let wake = Arc::new(move || assert!(!broken.swap(false, Ordering::SeqCst), "on purpose"));
    let mut disk = Store::open(root.path(), noon(), wake).unwrap();
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    // A conflict is news: the thread says so, and what it says it with breaks.
    let theirs = encode(&made.path, &session(1, "Reçu d’une autre machine")).unwrap();
    fs::write(&made.path, &theirs).unwrap();
    retitle(&mut disk, &mut made, "Le mien", true);
    disk.flush(LONG);
    let acks = disk.acks();
    let [Ack::Conflict { copy, .. }] = acks.as_slice() else {
        panic!("{acks:?}");
    };
    retitle(&mut disk, &mut made, "Le mien encore", true);
    assert!(disk.flush(LONG));
    let kept = disk.read::<Session>(copy).unwrap();
    assert_eq!(kept.doc.title.as_str(), "Le mien encore");
    drop(disk);
    assert_eq!(journals(root.path()), [] as [PathBuf; 0]);
}

#[test]
fn a_clock_that_is_put_back_does_not_cost_the_backups() {
    let root = tempfile::tempdir().unwrap();
    let mut path = PathBuf::new();
    // It ran a year ahead, then it was set right.
    let ahead = (0..6).map(|n| noon() + TimeDelta::days(365) + TimeDelta::minutes(10 * n));
    let right = (0..6).map(|n| noon() + TimeDelta::minutes(4 * n));
    for (n, now) in ahead.chain(right).enumerate() {
        let mut disk = Store::open(root.path(), now, Arc::new(|| {})).unwrap();
        if n == 0 {
            let made = disk.create(session(1, "Chute"), now).unwrap();
            disk.close(made.handle);
            path = made.path;
        }
        let mut opened = disk.load::<Session>(&path, now).unwrap();
        retitle(&mut disk, &mut opened, &format!("n° {n}"), true);
        assert!(disk.flush(LONG));
    }
    let titles = backups(root.path()).into_iter().map(|bytes| {
        let read = parse::<Session>(Path::new("x"), &bytes).unwrap();
        read.doc.title.as_str().to_owned()
    });
    // Before each of these saves there was another state; those of the right time are kept, every five minutes.
    let titles: Vec<String> = titles.collect();
    assert_eq!(titles, ["n° 5", "n° 7", "n° 9", "n° 3", "n° 4"]);
}
