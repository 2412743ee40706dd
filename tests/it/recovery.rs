//! What is typed is there after a kill, to the last edit that was recorded.

use super::made::{noon, session};
use super::store::{LONG, backups, journals, picture, retitle, store};
use crex::domain::notes::Notes;
use crex::domain::parts::Parts;
use crex::domain::problem::{Problem, Remark};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::encode;
use std::fs::{self, File};
use std::path::PathBuf;
use uuid::Uuid;

#[test]
fn an_edit_recorded_but_not_saved_comes_back() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    retitle(&mut first, &mut made, "Chute de nuit", false);
    retitle(&mut first, &mut made, "Chute de nuit,\nau lit", false);
    first.place(made.handle, "facts/F3/what:12").unwrap();
    let (_kept, copy) = picture(root.path());
    let path = copy.join(made.path.strip_prefix(root.path()).unwrap());
    let mut second = store(&copy);
    let read = second.read::<Session>(&path).unwrap();
    assert_eq!(read.doc.title, made.doc.title);
    let again = second.load::<Session>(&path, noon()).unwrap();
    assert_eq!(again.doc, made.doc);
    assert_eq!(again.remarks, [Remark::Recovered(2)]);
    assert_eq!(again.place.as_deref(), Some("facts/F3/what:12"));
    assert!(second.flush(LONG));
    drop(second);
    assert_eq!(journals(&copy), [] as [PathBuf; 0]);
    let third = store(&copy).load::<Session>(&path, noon()).unwrap();
    assert_eq!((third.doc, third.remarks), (made.doc, vec![]));
}

#[test]
fn a_tail_torn_at_any_byte_loses_only_the_last_edit() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    retitle(&mut first, &mut made, "Un", false);
    let log = journals(root.path()).remove(0);
    let whole = fs::metadata(&log).unwrap().len();
    retitle(&mut first, &mut made, "Deux é", false);
    let end = fs::metadata(&log).unwrap().len();
    assert!(end > whole);
    for len in whole..end {
        let (_kept, copy) = picture(root.path());
        let torn = copy.join(log.strip_prefix(root.path()).unwrap());
        File::options()
            .write(true)
            .open(torn)
            .unwrap()
            .set_len(len)
            .unwrap();
        let path = copy.join(made.path.strip_prefix(root.path()).unwrap());
        let again = store(&copy).load::<Session>(&path, noon()).unwrap();
        assert_eq!(again.doc.title.as_str(), "Un", "cut at {len}");
        let told = again.remarks.contains(&Remark::TornJournal);
        assert_eq!(told, len > whole, "cut at {len}");
    }
}

#[test]
fn an_edit_goes_on_in_a_journal_that_was_resumed() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    retitle(&mut first, &mut made, "Un", false);
    let (_kept, copy) = picture(root.path());
    let path = copy.join(made.path.strip_prefix(root.path()).unwrap());
    let mut second = store(&copy);
    let mut again = second.load::<Session>(&path, noon()).unwrap();
    retitle(&mut second, &mut again, "Deux", false);
    let (_kept_too, third) = picture(&copy);
    let path = third.join(made.path.strip_prefix(root.path()).unwrap());
    let last = store(&third).load::<Session>(&path, noon()).unwrap();
    assert_eq!(last.doc.title.as_str(), "Deux");
}

#[test]
fn a_file_changed_under_a_left_journal_is_kept_before_the_edits_go_over_it() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    retitle(&mut first, &mut made, "Le mien", false);
    let mut other = made.doc.clone();
    other.title = Text::line("Le leur");
    other.number = 7;
    let theirs = encode(&made.path, &other).unwrap();
    fs::write(&made.path, &theirs).unwrap();
    let (_kept, copy) = picture(root.path());
    let path = copy.join(made.path.strip_prefix(root.path()).unwrap());
    let mut second = store(&copy);
    let again = second.load::<Session>(&path, noon()).unwrap();
    assert_eq!((again.doc.title.as_str(), again.doc.number), ("Le mien", 7));
    assert_eq!(backups(&copy), [theirs]);
}

#[test]
fn the_team_and_the_notes_are_written_with_their_first_change() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut team = disk.team(noon()).unwrap();
    let mut notes = disk.notes(Uuid::from_u128(5), noon()).unwrap();
    assert!(!root.path().join("team.ron").exists());
    let before = team.doc.clone();
    team.doc.name = Text::line("MSP des Tilleuls");
    disk.record(team.handle, &before.diff(&team.doc)).unwrap();
    let before: Notes = notes.doc.clone();
    notes.doc.text = Text::new("À voir\nensuite");
    disk.record(notes.handle, &before.diff(&notes.doc)).unwrap();
    // Killed here, before anything is saved.
    let (_kept, copy) = picture(root.path());
    let mut again = store(&copy);
    let back = again.team(noon()).unwrap();
    assert_eq!(
        (back.doc, back.remarks),
        (team.doc.clone(), vec![Remark::Recovered(1)])
    );
    assert_eq!(
        again.notes(Uuid::from_u128(5), noon()).unwrap().doc,
        notes.doc
    );
    assert!(again.flush(LONG));
    assert!(copy.join("team.ron").exists());
}

#[test]
fn the_session_opened_last_is_proposed_again_wherever_the_workspace_is() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    assert_eq!(disk.last_session(), None);
    let made = disk.create(session(1, "Chute"), noon()).unwrap();
    disk.remember(&made.path).unwrap();
    let (_kept, copy) = picture(root.path());
    let name = made.path.strip_prefix(root.path()).unwrap();
    assert_eq!(store(&copy).last_session(), Some(copy.join(name)));
}

#[test]
fn an_edit_that_the_journal_could_not_take_is_brought_along_by_the_next() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    let folder = root.path().join(".crex/journal");
    let aside = root.path().join("aside");
    fs::rename(&folder, &aside).unwrap();
    let before = made.doc.clone();
    made.doc.number = 12;
    let told = first.record(made.handle, &before.diff(&made.doc));
    assert!(matches!(told, Err(Problem::Disk(..))), "{told:?}");
    fs::rename(&aside, &folder).unwrap();
    retitle(&mut first, &mut made, "Chute de nuit", false);
    let (_kept, copy) = picture(root.path());
    let path = copy.join(made.path.strip_prefix(root.path()).unwrap());
    let again = store(&copy).load::<Session>(&path, noon()).unwrap();
    assert_eq!(
        (again.doc, again.remarks),
        (made.doc, vec![Remark::Recovered(2)])
    );
}

/// A session whose file holds what was typed, and its journal with it, as a kill right after the save leaves them.
#[test]
fn after_a_kill_behind_a_save_nothing_is_done_twice() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    for round in 0..3 {
        let before = made.doc.clone();
        let id = made.doc.ids.give();
        made.doc
            .incidents
            .push(crex::domain::incident::Incident::new(id));
        first.record(made.handle, &before.diff(&made.doc)).unwrap();
        first.save(made.handle, &made.doc, round);
        assert!(first.flush(LONG));
        let (_kept, copy) = picture(root.path());
        assert_eq!(
            journals(&copy).len(),
            1,
            "the journal stays while its session is open"
        );
        let path = copy.join(made.path.strip_prefix(root.path()).unwrap());
        let again = store(&copy).load::<Session>(&path, noon()).unwrap();
        assert_eq!((&again.doc, again.remarks), (&made.doc, vec![]));
    }
}

#[test]
fn a_journal_does_not_grow_without_end_and_is_gone_after_a_clean_leaving() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    let (mut longest, mut written) = (0, 0);
    for round in 0..40 {
        let before = made.doc.clone();
        made.doc.closing.lessons = Text::new(&format!("{round} {}", "mot ".repeat(10_000)));
        let changes = before.diff(&made.doc);
        written += changes
            .iter()
            .filter_map(|c| c.value.as_ref())
            .map(String::len)
            .sum::<usize>();
        disk.record(made.handle, &changes).unwrap();
        disk.save(made.handle, &made.doc, round);
        assert!(disk.flush(LONG));
        let sizes = journals(root.path())
            .into_iter()
            .map(|path| fs::metadata(path).unwrap().len());
        longest = longest.max(sizes.sum());
    }
    assert!(written > 1_500_000, "{written} bytes typed");
    assert!(
        (1..400_000).contains(&longest),
        "{longest} bytes of journal"
    );
    disk.close(made.handle);
    assert_eq!(journals(root.path()), [] as [PathBuf; 0]);
    let again = disk.load::<Session>(&made.path, noon()).unwrap();
    assert_eq!((again.doc, again.remarks), (made.doc, vec![]));
}
