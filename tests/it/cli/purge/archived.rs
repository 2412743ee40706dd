//! Sessions kept without the people: their figures, nothing that tells who or where, and a folder that can be gone on with.

use super::super::{Machine, noon, store};
use super::{machine, old, telling};
use crex::domain::incident::Incident;
use crex::domain::list::List;
use crex::domain::session::{Attendee, Message, Session};
use crex::library::year::Figures;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The figures of a session, the functions left out: how many sat there counts, not who.
fn figures(session: &Session) -> Figures {
    let mut figures = Figures::of(session);
    for seats in &mut figures.seats {
        seats.function = "".into();
    }
    figures
}

fn examples() -> [Session; 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/examples");
    ["ehpad-sealed.ron", "ehpad-midway.ron"].map(|name| {
        let path = folder.join(name);
        let bytes = fs::read(&path).unwrap();
        crex::store::parse::<Session>(&path, &bytes).unwrap().doc
    })
}

/// Every text of a value with the name of its field.
fn texts(field: &str, value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        Value::String(said) => out.push((field.to_owned(), said.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(field, item, out)),
        Value::Object(fields) => fields.iter().for_each(|(name, v)| texts(name, v, out)),
        _ => {}
    }
}

fn all_texts(session: &Session) -> Vec<(String, String)> {
    let mut out = Vec::new();
    texts("", &serde_json::to_value(session).unwrap(), &mut out);
    out
}

#[test]
fn an_archive_has_the_figures_and_none_of_the_people() {
    for session in examples() {
        let done = crex::documents::archive::archived(&session).unwrap();
        assert_eq!(figures(&done.session), figures(&session));
        assert!(!session.place.is_blank() && done.session.place.is_blank());
        let kept: Vec<&str> = done
            .session
            .attendees
            .iter()
            .map(|a| a.function.as_str())
            .collect();
        for attendee in session.attendees.iter() {
            assert!(!kept.contains(&attendee.function.as_str()), "{kept:?}");
        }
        assert!(done.replaced > 10 && done.removed > 0);
    }
}

/// Puts what tells of someone into every text that is typed.
fn put(field: &str, value: &mut Value, said: &str, n: &mut usize) {
    match value {
        Value::String(there) if there.contains(' ') && field != "round_weak" => {
            *n += 1;
            said.clone_into(there);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put(field, item, said, n)),
        Value::Object(fields) => {
            for (name, value) in fields {
                put(name, value, said, n);
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_that_tells_who_or_where_is_left_in_any_field() {
    let tells = [
        "06 12 34 56 78",
        "0612345678",
        "jeanne.perroquet@exemple.fr",
        "Mme Perroquet",
        "chambre 112",
    ];
    for said in tells {
        for session in examples() {
            let mut value = serde_json::to_value(&session).unwrap();
            let mut n = 0;
            put("", &mut value, said, &mut n);
            assert!(n > 40, "{n}");
            let session: Session = serde_json::from_value(value).unwrap();
            let done = crex::documents::archive::archived(&session).unwrap();
            for (field, text) in all_texts(&done.session) {
                assert!(!text.contains(said), "{field}: {text}");
            }
        }
    }
}

#[test]
fn codes_ids_and_dates_stay_as_they_were() {
    for mut session in examples() {
        // It goes as a whole.
        session.parked = List::default();
        let done = crex::documents::archive::archived(&session).unwrap();
        let after = all_texts(&done.session);
        for (field, text) in all_texts(&session) {
            let lone = !text.is_empty() && !text.contains([' ', '\u{a0}', '\n']);
            let goes = [
                "reference",
                "function",
                "actor",
                "owner",
                "by",
                "lead",
                "reporter",
                "answer_by",
                "audience",
                "check_by",
                "partners",
            ];
            if lone && !goes.contains(&field.as_str()) {
                let pair = (field, text);
                assert!(after.contains(&pair), "{pair:?}");
            }
        }
    }
}

/// A machine with one sealed session that tells of places and people everywhere, and where the archive goes.
fn telling_machine() -> (Machine, String) {
    let machine = Machine::new();
    let mut made = old(1, 2010, "Chute");
    let mut event = Incident::new(made.ids.give());
    event.report.title = "Chute".into();
    event.report.place = "Aile Perroquet".into();
    event.report.reference = "FEI-PERROQUET-7".into();
    event.report.facts = "0612345678".into();
    made.incidents.push(event);
    made.closing.next_place = "Salle Perroquet".into();
    let mut message = Message::new(made.ids.give());
    message.content = "perroquet@exemple.fr".into();
    made.messages.push(message);
    let mut seat = Attendee::new(made.ids.give());
    seat.function = "Infirmière Perroquet".into();
    made.attendees.push(seat);
    let mut disk = store(&machine.workspace());
    let made = disk.create(made, noon()).unwrap();
    disk.seal(made.handle, &made.doc, noon()).unwrap();
    drop(disk);
    let to = machine.path("archive").to_string_lossy().into_owned();
    (machine, to)
}

#[test]
fn no_place_no_number_and_no_address_goes_along() {
    let (machine, to) = telling_machine();
    machine
        .run(&["archive", "--before", "2011", "--to", &to])
        .ends(0);
    for word in ["perroquet", "0612345678"] {
        assert_eq!(telling(Path::new(&to), word), [] as [PathBuf; 0], "{word}");
    }
    assert!(!telling(Path::new(&to), "chute").is_empty());
}

#[test]
fn what_is_archived_is_sealed_again_and_checked() {
    let machine = machine();
    let to = machine.path("archive");
    let name = to.to_string_lossy().into_owned();
    let ran = machine
        .run(&["archive", "--before", "2011", "--to", &name])
        .ends(0);
    assert!(ran.out.contains("2 séances"), "{}", ran.out);
    let check = machine.run(&["check", "--workspace", &name]).ends(0);
    assert!(check.out.contains("sceau intact"), "{}", check.out);
    assert!(!telling(&machine.workspace(), "premier").is_empty());
}

#[test]
fn the_next_year_goes_into_the_same_folder() {
    let machine = machine();
    let to = machine.path("archive");
    let name = to.to_string_lossy().into_owned();
    let archive = |year| machine.run(&["archive", "--before", year, "--to", &name]);
    archive("2011").ends(0);
    let files = telling(&to.join("sessions"), "");
    let before: Vec<Vec<u8>> = files.iter().filter_map(|f| fs::read(f).ok()).collect();
    let ran = archive("2012").ends(0);
    assert!(ran.out.contains("1 séance écrite"), "{}", ran.out);
    assert!(ran.err.contains("2 séances y étaient déjà"), "{}", ran.err);
    let after: Vec<Vec<u8>> = files.iter().filter_map(|f| fs::read(f).ok()).collect();
    assert_eq!(before, after);
    let said = archive("2012").ends(0);
    assert!(said.out.contains("Rien de nouveau"), "{}", said.out);
    machine.run(&["check", "--workspace", &name]).ends(0);
}

#[test]
fn a_stop_in_between_leaves_an_archive_that_is_checked_and_gone_on_with() {
    let machine = machine();
    let to = machine.path("archive");
    let name = to.to_string_lossy().into_owned();
    let archive = || machine.run(&["archive", "--before", "2012", "--to", &name]);
    archive().ends(0);
    // As if it had been stopped before the last of them.
    let sessions = telling(&to.join("sessions"), "perroquet second");
    fs::remove_file(&sessions[0]).unwrap();
    machine.run(&["check", "--workspace", &name]).ends(0);
    let ran = archive().ends(0);
    assert!(ran.out.contains("1 séance écrite"), "{}", ran.out);
    assert!(sessions[0].exists());
    let log = fs::read_to_string(to.join("destroyed.ron")).unwrap();
    assert_eq!(log.matches("ids:").count(), 1, "{log}");
}

#[test]
fn an_archive_never_lands_in_the_workspace() {
    let machine = machine();
    let root = machine.workspace();
    let before = telling(&root, "").len();
    let mut inside = vec![root.clone(), root.join("sessions"), root.join("archive")];
    #[cfg(unix)]
    {
        let link = machine.path("link");
        std::os::unix::fs::symlink(&root, &link).unwrap();
        inside.extend([link.join("archive"), link]);
    }
    for to in inside {
        let name = to.to_string_lossy().into_owned();
        let ran = machine
            .run(&["archive", "--before", "2012", "--to", &name])
            .ends(1);
        assert!(ran.err.contains("dossier à part"), "{}", ran.err);
    }
    assert_eq!(telling(&root, "").len(), before);
}
