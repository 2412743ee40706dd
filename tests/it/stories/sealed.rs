//! After the seal: amendments beside the sealed text, a file that was changed by hand, the comparison with what was sealed.

use crate::harness::{Room, Setup};
use crex::domain::action::{Action, Status};
use crex::domain::agenda::StepKind;
use crex::domain::amendments::About;
use crex::domain::code::Lang;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;
use std::fs;

/// A meeting with one action, just sealed.
fn sealed(setup: Setup) -> Room {
    let mut room = Room::holding(setup, |session| {
        let action = Action {
            what: "Régler l'alarme du réfrigérateur".into(),
            owner: "pharmacien".into(),
            due: "2026-12-15".parse().ok(),
            status: Status::Retained,
            ..Action::new(session.ids.give())
        };
        session.actions.push(action);
    });
    let seal = if setup.lang == Lang::En {
        "seal the"
    } else {
        "sceller"
    };
    room.palette(seal);
    // Why something is missing may be asked first.
    let deed = if setup.lang == Lang::En {
        "Seal"
    } else {
        "Sceller"
    };
    let on_deed = |line: &str| {
        line.contains('▌')
            && line
                .split('▌')
                .nth(1)
                .unwrap()
                .trim_start()
                .starts_with(deed)
    };
    for _ in 0..9 {
        if room.screen().lines().any(on_deed) {
            break;
        }
        room.keys("<Tab>");
    }
    room.keys("<Enter>");
    assert!(room.session().is_sealed(), "{}", room.screen());
    room
}

/// Goes to the button that adds the amendment.
fn to_the_button(room: &mut Room) {
    let at = |room: &Room| {
        let screen = room.screen();
        screen
            .lines()
            .any(|l| l.contains('▌') && l.contains("Ajouter pour toujours"))
    };
    for _ in 0..9 {
        if at(room) {
            return;
        }
        room.keys("<Tab>");
    }
    panic!("no button on\n{}", room.screen());
}

/// The only file of amendments.
fn amendments(room: &Room) -> String {
    let id = room.session().id;
    let path = room.folder.path().join(format!("amendments/{id}.ron"));
    fs::read_to_string(path).unwrap_or_default()
}

fn amended(setup: Setup) -> Room {
    let mut room = sealed(setup);
    room.keys("<F12>").see(&["Amendements", "la séance"]);
    room.keys("L'échéance est le 5 janvier.<Tab>a1<Tab>pharmacien<Tab>Le technicien ne vient qu'en janvier.<Tab><Enter>");
    room.see(&["Ajouter cet amendement", "L'échéance est le 5 janvier."]);
    room
}

#[test]
fn an_amendment_is_asked_for_once_more_and_then_stays() {
    let mut room = amended(Setup::default());
    let before = fs::read(room.session_path()).unwrap();
    // Not yet: it is still a draft.
    room.keys("<Enter>").miss("Amendement 1 ajouté");
    assert!(!amendments(&room).contains("chain:"));
    to_the_button(&mut room);
    room.keys("<Enter><Down><Enter>");
    room.see(&[
        "Amendement 1 ajouté",
        "19/11/2026 · pharmacien · A1 – Régler l'alarme",
    ]);
    // Nothing takes it back.
    room.keys("<C-z>").see(&["L'échéance est le 5 janvier."]);
    room.keys("d").see(&["L'échéance est le 5 janvier."]);
    let open = room.shell.app().desk.amendments.as_ref().unwrap();
    assert_eq!(open.doc.amendments.len(), 1);
    assert_eq!(open.doc.faults(), []);
    assert!(matches!(open.doc.amendments[0].about, About::Action(_)));
    // The sealed file is what it was.
    assert_eq!(fs::read(room.session_path()).unwrap(), before);
}

#[test]
fn what_an_amendment_lacks_is_said_where_it_lacks() {
    let mut room = sealed(Setup::default());
    room.keys("<F12>Deux mots.");
    to_the_button(&mut room);
    room.keys("<Enter>").see(&["Dites d'abord par qui"]);
    room.keys("IDEC<Tab><Tab><Enter>")
        .see(&["Dites d'abord pourquoi"]);
}

#[test]
fn what_is_begun_survives_a_kill_and_the_record_shows_only_what_was_added() {
    let setup = Setup::default();
    let mut room = amended(setup);
    room.keys("<Down><Enter>");
    room.keys("aUne deuxième phrase commencée");
    let path = room.session_path();
    let mut room = room.killed(setup, Start::Session(path));
    room.keys("<F12>").see(&[
        "Une deuxième phrase commencée",
        "L'échéance est le 5 janvier.",
    ]);
    room.keys("<Esc>")
        .palette("voir le compte rendu")
        .keys("<End>");
    room.see(&[
        "Amendements, ajoutés après le scellement",
        "L'échéance est le 5 janvier.",
    ]);
    room.miss("deuxième phrase");
}

#[test]
fn only_a_sealed_session_has_amendments() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<F12>").miss("Amendements");
    room.keys("<C-p>amendements")
        .miss("Amendements à la séance scellée");
}

/// Changes the sealed file by hand, as an editor does: in place.
fn tampered(room: Room, setup: Setup, from: &str, to: &str) -> Room {
    let path = room.session_path();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    room.killed(setup, Start::Session(path))
}

#[test]
fn a_file_changed_after_the_seal_is_told_and_compared() {
    for (size, scheme) in [((80, 24), Scheme::Sombre), ((60, 20), Scheme::Projecteur)] {
        let setup = Setup {
            size,
            scheme,
            ..Setup::default()
        };
        let mut room = tampered(sealed(setup), setup, "2026-12-15", "2027-01-15");
        room.keys("<Down>").see(&[
            "Fichier modifié après le scellement. F12 dit quoi faire.",
            "sceau rompu",
        ]);
        room.keys("<F12>").see(&["plus ce que le groupe a décidé"]);
        room.keys("<Enter>")
            .see(&["Comparaison avec l'état scellé"]);
        room.see(&[
            "Actions : A1, échéance",
            "Scellé : 15/12/2026",
            "Maintenant : 15/01/2027",
        ]);
    }
}

#[test]
fn the_record_of_a_changed_file_says_so() {
    let setup = Setup {
        lang: Lang::En,
        size: (120, 40),
        scheme: Scheme::Clair,
    };
    let mut room = tampered(
        sealed(setup),
        setup,
        "owner: \"pharmacien\"",
        "owner: \"technicien\"",
    );
    room.palette("see the record")
        .see(&["Beware: the file of this session was changed"]);
    room.palette("compare").see(&[
        "Actions: A1, owner",
        "Sealed : pharmacien",
        "Now : technicien",
    ]);
}

#[test]
fn without_a_sealed_copy_it_says_so_and_an_intact_seal_too() {
    let setup = Setup::default();
    let mut room = sealed(setup);
    room.palette("comparer").see(&["Le sceau est intact"]);
    let mut room = tampered(
        room,
        setup,
        "owner: \"pharmacien\"",
        "owner: \"technicien\"",
    );
    fs::remove_dir_all(room.folder.path().join(".crex/backups")).unwrap();
    room.palette("comparer")
        .see(&["Aucune copie de l'état scellé"]);
}

#[test]
fn a_change_of_form_alone_is_told_as_such() {
    let setup = Setup::default();
    let mut room = tampered(sealed(setup), setup, "schema: 1,", "schema:  1,");
    room.palette("comparer")
        .see(&["Aucun mot ni nombre n'a changé"]);
}

#[test]
fn the_closing_of_a_sealed_session_leads_to_its_amendments() {
    let mut room = sealed(Setup::default());
    let n = room.session().agenda.len();
    assert_eq!(
        room.session().agenda.iter().last().unwrap().step,
        StepKind::Closing
    );
    for _ in 0..n {
        room.keys("<F8>");
    }
    room.tab_to("Ajouter un amendement")
        .keys("<Enter>")
        .see(&["Nouvel amendement"]);
}
