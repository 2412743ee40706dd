//! The documents of a session: listed with what they lack, read, written, pointed to once it is sealed.

use crate::harness::{Room, Setup, day};
use crate::stories::scene::setup;
use crex::domain::code::Lang;
use crex::domain::incident::{Fate, Incident, Said};
use crex::domain::session::Session;
use std::path::PathBuf;

/// Adds an event reported by a nurse.
fn event(session: &mut Session, title: &str, fate: Fate) {
    let id = session.ids.give();
    let mut incident = Incident::new(id);
    incident.report.title = title.into();
    incident.report.facts = "Le plateau est allé à la mauvaise chambre.".into();
    incident.report.reporter = "IDE".into();
    incident.fate = fate;
    incident.fate_reason = "Le sol est déjà refait.".into();
    session.incidents.push(incident);
}

/// What lies beside the session.
fn beside(room: &Room) -> Vec<String> {
    let folder = room.folder.path().join("sessions");
    let paths = std::fs::read_dir(folder).unwrap().flatten();
    let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut names: Vec<String> = paths.map(|entry| name(entry.path())).collect();
    let session = format!("{}", room.session_path().display());
    // What the store is just writing comes and goes beside them.
    names.retain(|name| !session.ends_with(name.as_str()) && !name.starts_with('.'));
    names.sort();
    names
}

#[test]
fn what_leaves_is_listed_read_and_written() {
    let mut room = Room::holding(Setup::default(), |session| {
        event(session, "Plateau de la chambre voisine", Fate::Chosen);
        event(session, "Chute dans le hall", Fate::SimpleAnswer);
    });
    room.keys("<C-d>").see(&[
        "Documents de la séance",
        "Compte rendu",
        "Réponses aux déclarants",
        "E2 Chute dans le hall",
        "Il manque : la réponse n'est pas écrite",
    ]);
    room.keys("<Down><Down><Enter>").see(&[
        "Réponse au déclarant",
        "Vous avez signalé « Chute dans le hall ».",
        "Entrée page à imprimer",
    ]);
    room.miss("Plateau de la chambre voisine");
    room.keys("<Esc>t").see(&["Écrit dans"]);
    room.keys("p");
    let names = beside(&room);
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names[0].ends_with("-reponse-E2.html") && names[1].ends_with("-reponse-E2.md"));
    // The record bears the name of the session alone, and from its reader the list is one key away.
    room.keys("<Home>p<Esc>").palette("voir le compte rendu");
    assert!(beside(&room).iter().any(|name| !name.contains("reponse")));
    room.keys("<C-d>").see(&["Documents de la séance"]);
    room.keys("<Esc>")
        .see(&["Ouverture"])
        .miss("Documents de la séance");
}

#[test]
fn the_time_limit_of_part_two_is_counted() {
    let part1 = |back: u64| {
        let mut room = Room::holding(setup(Lang::En), |session| {
            event(session, "Wrong tray", Fate::Chosen);
            let id = session.incidents.at(0).unwrap().id;
            let serious = &mut session.incidents.get_mut(id).unwrap().report.serious;
            serious.death = Said::Yes;
            serious.part1 = Some(day().date() - chrono::Days::new(back));
        });
        room.keys("<C-d><End>");
        room
    };
    // Three months from 29 October are 29 January.
    part1(21).see(&["part 2 due in 71 days (29/01/2027)"]);
    part1(92).see(&["part 2 due today (19/11/2026)"]);
    part1(93).see(&["part 2 one day late (due on 18/11/2026)"]);
}

#[test]
fn before_the_day_what_invites_comes_first() {
    let mut room = Room::with_team(Setup::default());
    room.keys("<Down><Enter><Enter><C-d>");
    let screen = room.screen();
    let at = |text: &str| screen.find(text).unwrap_or(usize::MAX);
    assert!(
        at("Invitation au CREX") < at("Feuille d'émargement"),
        "{screen}"
    );
    assert!(at("Feuille d'émargement") < at("Compte rendu"));
    room.see(&["Il manque : le lieu", "l'heure, à écrire à la main"]);
    room.keys("<Enter>")
        .see(&["Votre présence est attendue", "Ordre du jour"]);
}

#[test]
fn an_answer_typed_at_the_closing_waits_until_it_is_given_and_the_seal_leads_to_it() {
    let mut room = Room::holding(Setup::default(), |session| {
        event(session, "Chute dans le hall", Fate::SimpleAnswer);
    });
    for _ in 0..room.session().agenda.len() - 1 {
        room.keys("<F8><Esc><F8><Enter>");
    }
    room.keys("<Tab>").see(&["1 sans réponse"]);
    room.keys("<Enter>Merci, le sol est refait.<Tab>IDEC<Esc>");
    room.miss("sans réponse");
    room.keys("<F2>");
    room.see(&["réponses écrites, à donner : E1"]);
    room.keys("<Esc><C-d>");
    room.see(&["Il manque : pas encore donnée."]);
    room.keys("<Esc>");
    room.keys("<Enter><Tab><Tab><Space><Esc><C-d>");
    room.see(&["Donnée le 19/11/2026."]);
    room.keys("<Esc>");
    room.tab_to("Sceller la séance…")
        .keys("<Enter><Down><Enter>");
    room.see(&["Ctrl+D montre les documents à remettre"]);
    // The focus stands where the next thing to do is.
    room.see(&["Documents à remettre…"])
        .miss("Sceller la séance…");
    room.keys("<Enter>");
    room.see(&["La séance est scellée", "✓ Compte rendu"]);
}

#[test]
fn twenty_events_are_gone_through_on_a_narrow_screen() {
    let size = (60, 20);
    let mut room = Room::holding(
        Setup {
            size,
            ..setup(Lang::En)
        },
        |session| {
            for n in 1..=20 {
                event(session, &format!("Event number {n}"), Fate::Closed);
            }
        },
    );
    room.keys("<C-d>");
    for n in 1..=20 {
        room.keys("<Down>");
        let screen = room.screen();
        let focused = screen.lines().find(|line| line.contains('▌')).unwrap();
        assert!(
            focused.contains(&format!("E{n} Event number {n}")),
            "{screen}"
        );
    }
    room.keys("<Enter>")
        .see(&["You reported “Event number 20”."]);
}
