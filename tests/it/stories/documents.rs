//! Documents that leave from the screen: in which form, under which head, and what is asked before.

use crate::harness::{Room, Setup, day};
use crate::made::pixel;
use crex::domain::incident::Incident;
use crex::domain::session::Session;
use crex::tui::shell::Start;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

fn named(session: &mut Session) {
    let mut incident = Incident::new(session.ids.give());
    incident.report.title = "Plateau donné à Mme Berthelin".into();
    session.incidents.push(incident);
}

fn written(room: &Room, end: &str) -> PathBuf {
    room.session_path().with_extension(end)
}

/// The settings of the team, the focus on the field of the logo.
fn logo(room: &mut Room) -> &mut Room {
    room.way("Réglages").keys("<Enter>");
    room.see(&["En-tête des documents", "Pied de page"]);
    room.keys(&"<Tab>".repeat(5))
}

#[test]
fn the_record_is_written_for_a_word_processor_and_written_again_over_itself_alone() {
    let mut room = Room::opened(Setup::default());
    room.palette("voir le compte rendu").see(&["w Word"]);
    room.keys("w").see(&["Écrit dans"]);
    let first = fs::read(written(&room, "docx")).unwrap();
    assert!(first.starts_with(b"PK"));
    room.keys("w").see(&["Écrit dans"]);
    assert_eq!(fs::read(written(&room, "docx")).unwrap(), first);
    // Saved by someone, it is theirs.
    fs::write(written(&room, "docx"), b"PK of somebody else").unwrap();
    room.keys("w").see(&["-2.docx"]);
    assert_eq!(
        fs::read(written(&room, "docx")).unwrap(),
        b"PK of somebody else"
    );
}

#[test]
fn what_may_name_someone_is_asked_before_any_form_is_written() {
    for (key, end) in [("<Enter>", "html"), ("w", "docx"), ("t", "md")] {
        let mut room = Room::holding(Setup::default(), named);
        room.palette("voir le compte rendu").keys(key);
        room.see(&["Relire avant de diffuser"]);
        assert!(!written(&room, end).exists());
        room.keys("<Esc>").miss("Relire avant de diffuser");
        assert!(!written(&room, end).exists(), "Escape writes nothing");
        room.keys(key).keys("<Tab><Enter>").see(&["Écrit dans"]);
        assert!(written(&room, end).exists());
    }
}

#[test]
fn a_logo_is_looked_for_while_its_name_is_typed() {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    crate::harness::team(folder.path(), Setup::default().lang);
    fs::write(folder.path().join("logo.png"), pixel()).unwrap();
    fs::write(folder.path().join("texte.png"), "rien").unwrap();
    fs::write(folder.path().join("gros.png"), vec![0; 1_000_001]).unwrap();
    let mut room = Room::on(folder.clone(), Setup::default(), Start::Home, day());
    let room = logo(&mut room);
    room.keys("logo").see(&["n'a pas de fichier « logo »"]);
    room.keys(".png").see(&["Logo lu : 1 × 1 pixels"]);
    let mut refused = |name: &str, why: &str| {
        room.keys(&"<Backspace>".repeat(20)).keys(name).see(&[why]);
    };
    refused("texte.png", "n'est pas une image PNG ou JPEG");
    refused("gros.png", "dépasse 1 Mo");
    refused("../logo.png", "doit se trouver dans le dossier de travail");
    refused("/etc/hosts", "doit se trouver dans le dossier de travail");
    refused("sessions", "n'est pas une image");
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_the_logo_out_of_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("logo.png"), pixel()).unwrap();
    let folder = Rc::new(tempfile::tempdir().unwrap());
    crate::harness::team(folder.path(), Setup::default().lang);
    std::os::unix::fs::symlink(outside.path(), folder.path().join("dehors")).unwrap();
    let mut room = Room::on(folder.clone(), Setup::default(), Start::Home, day());
    logo(&mut room)
        .keys("dehors/logo.png")
        .see(&["doit se trouver dans le dossier de travail"]);
}
