//! The passphrase asked for on the screen.

use super::super::harness::{day, parse};
use super::super::made::{noon, session};
use super::{PASSPHRASE, locked_store, vault};
use chrono::{NaiveDateTime, TimeDelta};
use crex::domain::code::Lang;
use crex::store::Settings;
use crex::tui::key::Msg;
use crex::tui::prefs::Prefs;
use crex::tui::run::Program;
use crex::tui::shell::{Beginning, Door, Start};
use crex::tui::theme::{Depth, Scheme, Signs, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// The program in front of a room, behind its door.
struct Hall {
    door: Door,
    clock: Rc<Cell<NaiveDateTime>>,
}

impl Hall {
    fn on(root: &Path) -> Self {
        let clock = Rc::new(Cell::new(day()));
        let tell = Rc::clone(&clock);
        let beginning = Beginning {
            root: root.to_owned(),
            prefs: Prefs {
                theme: Theme::load(Scheme::Sombre, Depth::Full, Signs::FULL).unwrap(),
                lang: Lang::Fr,
                mouse: true,
                lock_after: 15,
            },
            settings: Settings {
                passing: true,
                ..Settings::default()
            },
            start: Start::Home,
            size: (80, 24),
            clock: Box::new(move || tell.get()),
            wake: Arc::new(|| {}),
        };
        let door = Door::new(beginning, None).unwrap();
        Self { door, clock }
    }

    fn keys(&mut self, keys: &str) {
        for key in parse(keys) {
            self.door.update(Msg::Key(key));
        }
    }

    /// Types a passphrase and waits for what comes of it.
    fn passphrase(&mut self, passphrase: &str) {
        self.keys(passphrase);
        self.keys("<Enter>");
        while self.screen().contains("Ouverture…") {
            std::thread::yield_now();
            self.door.update(Msg::Woken);
        }
    }

    fn minutes(&mut self, minutes: i64) {
        self.clock
            .set(self.clock.get() + TimeDelta::minutes(minutes));
        self.door.update(Msg::Tick);
    }

    fn screen(&self) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
        self.door.draw(&mut buf);
        let rows = buf.content.chunks(80);
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect::<String>()
        };
        rows.map(row).collect::<Vec<_>>().join("\n")
    }
}

/// An encrypted workspace with one session; gives where that lies.
fn closed(root: &Path) -> PathBuf {
    let disk = vault(root);
    let mut store = locked_store(&disk, root);
    let made = store
        .create(session(1, "Chute au vestiaire"), noon())
        .unwrap();
    let mut team = store.team(noon()).unwrap();
    let before = team.doc.clone();
    team.doc.name = "Équipe de nuit".into();
    team.doc.format = "room-90".into();
    let changes = crex::domain::parts::Parts::diff(&before, &team.doc);
    store.record(team.handle, &changes).unwrap();
    store.save(team.handle, &team.doc, 1);
    made.path
}

#[test]
fn help_at_the_door_says_what_the_passphrase_is_and_keeps_what_is_typed() {
    let root = tempfile::tempdir().unwrap();
    closed(root.path());
    let mut hall = Hall::on(root.path());
    assert!(hall.screen().contains("F1 aide"));
    hall.keys("abc<F1>");
    let screen = hall.screen();
    assert!(screen.contains("crex passphrase --recover"), "{screen}");
    assert!(
        screen.contains("•••") && !screen.contains("abc"),
        "{screen}"
    );
    hall.keys("<Esc>");
    hall.passphrase(PASSPHRASE);
    assert!(hall.screen().contains("Équipe de nuit"));
    hall.minutes(16);
    hall.keys("<F1>");
    assert!(hall.screen().contains("attend derrière"));
}

#[test]
fn nothing_is_seen_before_the_passphrase_and_home_after_it() {
    let root = tempfile::tempdir().unwrap();
    closed(root.path());
    let mut hall = Hall::on(root.path());
    let screen = hall.screen();
    assert!(screen.contains("Ce dossier est chiffré"), "{screen}");
    hall.keys("mot");
    let screen = hall.screen();
    assert!(
        screen.contains("•••") && !screen.contains("mot"),
        "{screen}"
    );
    hall.keys("<Esc>");
    hall.passphrase("un autre secret");
    let screen = hall.screen();
    assert!(
        screen.contains("Ce n'est pas la phrase de passe"),
        "{screen}"
    );
    assert!(!screen.contains("vestiaire"));
    hall.passphrase(PASSPHRASE);
    let screen = hall.screen();
    assert!(screen.contains("Chute au vestiaire"), "{screen}");
}

#[test]
fn after_a_while_without_a_key_it_asks_again_and_nothing_is_lost() {
    let root = tempfile::tempdir().unwrap();
    closed(root.path());
    let mut hall = Hall::on(root.path());
    hall.passphrase(PASSPHRASE);
    assert_eq!(
        hall.door.next_tick().map(|left| left.as_secs()),
        Some(15 * 60)
    );
    hall.minutes(14);
    hall.keys("<Down>");
    hall.minutes(14);
    assert!(hall.screen().contains("Chute au vestiaire"));
    hall.minutes(2);
    let screen = hall.screen();
    assert!(screen.contains("Écran verrouillé"), "{screen}");
    assert!(!screen.contains("vestiaire"));
    assert_eq!(hall.door.next_tick(), None);
    // A key that comes at that very moment is for nobody.
    hall.keys("<Enter><Down>");
    assert!(!hall.screen().contains("vestiaire"));
    hall.passphrase(PASSPHRASE);
    assert!(hall.screen().contains("Chute au vestiaire"));
}

#[test]
fn a_workspace_in_the_clear_never_asks() {
    let root = tempfile::tempdir().unwrap();
    let mut hall = Hall::on(root.path());
    assert!(!hall.screen().contains("Phrase de passe"));
    hall.minutes(600);
    assert!(!hall.screen().contains("Phrase de passe"));
    assert_eq!(hall.door.next_tick(), None);
}

#[test]
fn what_cannot_be_opened_is_told_at_the_door_which_can_still_be_left() {
    let root = tempfile::tempdir().unwrap();
    closed(root.path());
    let team = root.path().join("team.age");
    let whole = std::fs::read(&team).unwrap();
    std::fs::write(&team, &whole[..whole.len() / 2]).unwrap();
    let mut hall = Hall::on(root.path());
    hall.passphrase(PASSPHRASE);
    let screen = hall.screen();
    assert!(screen.contains("team.age"), "{screen}");
    // Mended, it opens; and it could have been left.
    std::fs::write(&team, whole).unwrap();
    hall.passphrase(PASSPHRASE);
    assert!(hall.screen().contains("Chute au vestiaire"));
    std::fs::write(&team, b"age-encryption.org/v1\n").unwrap();
    let mut hall = Hall::on(root.path());
    hall.passphrase(PASSPHRASE);
    hall.keys("<C-q>");
    assert!(hall.door.wants().leave);
}

#[test]
fn a_passphrase_is_the_same_on_every_keyboard() {
    let keys = crex::store::Keys::generate(None).unwrap();
    let work = crex::store::Work::Least;
    // The é as one sign, and as two.
    let bytes = keys.locked("une clé sans rapport", work).unwrap();
    assert!(crex::store::Keys::unlock(&bytes, "une cle\u{301} sans rapport").is_ok());
}

#[test]
fn the_program_is_left_from_the_door() {
    let root = tempfile::tempdir().unwrap();
    closed(root.path());
    let mut hall = Hall::on(root.path());
    hall.keys("<C-q>");
    assert!(hall.door.wants().leave);
}

/// The screen locked by itself over a meeting whose folder went away.
fn locked_and_gone() -> (tempfile::TempDir, PathBuf, Hall) {
    let kept = tempfile::tempdir().unwrap();
    let root = kept.path().join("crex");
    std::fs::create_dir(&root).unwrap();
    closed(&root);
    let mut hall = Hall::on(&root);
    hall.passphrase(PASSPHRASE);
    hall.keys("<Enter>");
    std::fs::rename(&root, kept.path().join("parti")).unwrap();
    hall.keys("<C-k>Qui prévient ?<Enter><Esc>");
    hall.minutes(16);
    assert!(hall.screen().contains("Écran verrouillé"));
    (kept, root, hall)
}

#[test]
fn a_meeting_whose_folder_went_away_opens_again_with_its_passphrase() {
    let (_kept, _root, mut hall) = locked_and_gone();
    hall.passphrase("un autre secret");
    assert!(hall.screen().contains("Ce n'est pas la phrase de passe"));
    hall.passphrase(PASSPHRASE);
    let screen = hall.screen();
    assert!(!screen.contains("Écran verrouillé"), "{screen}");
}

#[test]
fn a_key_that_another_put_into_the_folder_does_not_open_the_meeting() {
    let (_kept, root, mut hall) = locked_and_gone();
    std::fs::create_dir(&root).unwrap();
    let theirs = crex::store::Keys::generate(None).unwrap();
    let least = crex::store::Work::Least;
    crex::store::keep_key(&crex::store::RealDisk, &root, &theirs, "à moi", least).unwrap();
    hall.passphrase("à moi");
    let screen = hall.screen();
    assert!(screen.contains("Écran verrouillé"), "{screen}");
    hall.passphrase(PASSPHRASE);
    assert!(!hall.screen().contains("Écran verrouillé"));
}

#[test]
fn at_the_door_what_is_in_memory_alone_is_not_left_at_once() {
    let (_kept, _root, mut hall) = locked_and_gone();
    hall.keys("<C-q>");
    let screen = hall.screen();
    assert!(screen.contains("seulement en mémoire"), "{screen}");
    assert!(!hall.door.wants().leave);
    hall.keys("<C-q>");
    assert!(hall.door.wants().leave);
}

#[test]
fn a_passphrase_that_is_being_tried_keeps_nobody_from_leaving() {
    let root = tempfile::tempdir().unwrap();
    // A key that takes a while, as a disk does that hangs.
    let key = format!(
        "age-encryption.org/v1\n-> scrypt {} 17\n{}\n--- {}\n",
        "A".repeat(22),
        "A".repeat(43),
        "A".repeat(43)
    );
    std::fs::write(root.path().join("key.age"), key).unwrap();
    let mut hall = Hall::on(root.path());
    hall.keys("une phrase<Enter>");
    assert!(hall.screen().contains("Ouverture…"));
    hall.keys("<C-q>");
    assert!(hall.door.wants().leave);
}
