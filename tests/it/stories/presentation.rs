//! Between two meetings: the analysis is entrusted by one meeting, and presented in the next.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup, day};
use crex::domain::agenda::{Mode, StepKind};
use crex::domain::analysis::{AnalysisFile, Deviation, Fact};
use crex::domain::code::Lang;
use crex::domain::ids::IncidentId;
use crex::domain::session::Session;
use crex::domain::simulation::{Kind, Simulation};
use crex::store::Store;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;

fn between(session: &mut Session) {
    session.mode = Mode::Between;
    session.agenda = Vec::new().into_iter().collect();
    let rows = &crex::content::format(&"between-60".into()).unwrap().rows;
    session.lay_agenda(rows);
}

/// A meeting that entrusts the analysis of its first event.
fn entrusted() -> Room {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        between(session);
    });
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>levier local<Tab><Tab>pharmacien<Tab>2<Tab>+30");
    room
}

fn files(room: &Room) -> Vec<AnalysisFile> {
    let listing = &room.shell.app().desk.listing;
    let files = listing
        .analyses
        .iter()
        .map(|(_, file)| file.clone().unwrap());
    files.collect()
}

#[test]
fn an_analysis_is_entrusted_once_with_its_lead_and_date() {
    let mut room = entrusted();
    room.keys("<Tab>").see(&["Confier l'analyse"]);
    room.keys("<Enter>").see(&["Analyse confiée"]);
    let files = files(&room);
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].chosen_in, room.session().id);
    assert_eq!(files[0].analysis.lead.as_str(), "pharmacien");
    assert_eq!(files[0].incident.id, IncidentId(1));
    room.keys("<Up>")
        .see(&["confiée, elle attend la prochaine séance"]);
    // Its own meeting does not present it.
    go(&mut room, StepKind::Presentation);
    room.see(&["Aucune analyse n'attend."]);
}

#[test]
fn a_session_that_may_only_be_read_entrusts_nothing() {
    let session = entrusted().session().clone();
    let folder = Rc::new(tempfile::tempdir().unwrap());
    crate::harness::team(folder.path(), Lang::Fr);
    let path = super::scene::write(folder.path(), session, StepKind::Choice);
    let shown = |folder: &Rc<tempfile::TempDir>| {
        let start = Start::Session(path.clone());
        let mut room = Room::on(Rc::clone(folder), Setup::default(), start, day());
        go(&mut room, StepKind::Choice);
        room.resize(120, 50);
        room
    };
    shown(&folder).see(&["Confier l'analyse"]);
    let text = std::fs::read_to_string(&path).unwrap();
    let newer = text.replacen("schema: 1,", "schema: 1, invented: 3,", 1);
    assert_ne!(newer, text);
    std::fs::write(&path, newer).unwrap();
    shown(&folder)
        .see(&["pharmacien"])
        .miss("Confier l'analyse");
}

#[test]
fn a_simulation_entrusts_nothing_and_presents_nothing_real() {
    for (lang, button, said) in [
        (
            Lang::Fr,
            "Confier l'analyse",
            "Simulation : l'analyse n'est confiée à personne",
        ),
        (
            Lang::En,
            "Entrust the analysis",
            "Simulation: the analysis is entrusted to nobody",
        ),
    ] {
        let setup = Setup {
            lang,
            ..Setup::default()
        };
        let mut room = Room::holding(setup, |session| {
            three_events(session);
            between(session);
            session.kind = Kind::Simulation(Simulation::default());
        });
        go(&mut room, StepKind::Choice);
        room.keys("<Enter>levier local<Tab><Tab>pharmacien<Tab>2<Tab>+30<Tab>")
            .see(&[button]);
        room.keys("<Enter>").see(&[said]);
        room.palette(if lang == Lang::Fr { "sceller" } else { "seal" })
            .keys("<Down><Enter>");
        assert!(room.session().is_sealed());
        let analyses = std::fs::read_dir(room.folder.path().join("analyses"));
        assert_eq!(analyses.map_or(0, Iterator::count), 0);
    }
    // A real analysis that waits is offered to the next meeting, and to no simulation.
    let mut room = next_meeting_of(Setup::default(), |session| {
        session.kind = Kind::Simulation(Simulation::default());
    });
    assert_eq!(files(&room).len(), 1);
    room.see(&["Aucune analyse n'attend."]);
    room.keys("<Enter>");
    assert!(room.session().heard.is_empty());
}

#[test]
fn a_first_meeting_is_not_asked_why_nothing_is_presented() {
    let mut room = entrusted();
    go(&mut room, StepKind::Presentation);
    room.see(&["Aucune analyse n'attend."])
        .miss("aucune analyse présentée");
    room.keys("<F8>");
    let step = |room: &Room| room.session().running().map(|row| row.step);
    assert_eq!(step(&room), Some(StepKind::Priorities));
    let text = |room: &Room| {
        let record = crex::documents::record::record(room.session());
        crex::documents::markdown::markdown(&record)
    };
    assert!(text(&room).contains("Aucune analyse présentée."));
    // Where one waits it is asked, whether a follow-up tells of it or only its file.
    let mut room = next_meeting(Setup::default());
    assert!(room.session().follow_ups.is_empty());
    go(&mut room, StepKind::Presentation);
    room.keys("<F8>").see(&["aucune analyse présentée"]);
    assert_eq!(step(&room), Some(StepKind::Presentation));
    room.keys("<Enter>");
    assert_eq!(step(&room), Some(StepKind::Priorities));
}

/// The next meeting in a folder where that analysis was made meanwhile.
fn next_meeting(setup: Setup) -> Room {
    next_meeting_of(setup, |_| {})
}

/// The same, of a session that `fill` changes.
fn next_meeting_of(setup: Setup, fill: impl FnOnce(&mut Session)) -> Room {
    let mut room = entrusted();
    room.keys("<Tab><Enter>");
    let path = room.shell.app().desk.listing.analyses[0].0.clone();
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    let opened = store.load::<AnalysisFile>(&path, day()).unwrap();
    let mut file = opened.doc;
    let fact = file.ids.give();
    file.analysis.facts.push(Fact {
        what: "Le réfrigérateur s'arrête dans la nuit".into(),
        ..Fact::new(fact)
    });
    file.analysis.deviations.push(Deviation {
        fact: Some(fact),
        observed: "Température relevée une fois par jour".into(),
        expected: "deux fois par jour".into(),
        ..Deviation::new(file.ids.give())
    });
    store.save(opened.handle, &file, 1);
    let mut session = Session::new(uuid::Uuid::from_u128(8 << 96), day().date());
    session.lang = setup.lang;
    three_events(&mut session);
    between(&mut session);
    session.open_sitting(day());
    fill(&mut session);
    let path = store.create(session, day()).unwrap().path;
    assert!(store.flush(std::time::Duration::from_secs(20)));
    drop(store);
    let mut room = Room::on(folder, setup, Start::Session(path), day());
    go(&mut room, StepKind::Presentation);
    room
}

#[test]
fn the_next_meeting_reads_it_and_keeps_its_remarks() {
    let mut room = next_meeting(Setup::default());
    room.see(&[
        "Onze doses après rupture",
        "pilote : pharmacien",
        "attendue pour le",
    ]);
    room.keys("<Enter>")
        .see(&["Événement", "1 / 8", "Onze doses après rupture"]);
    room.keys("<Right>")
        .see(&["Recueil", "2 / 8", "Rien n'est écrit."]);
    room.keys("<PgDn>")
        .see(&["3 / 8", "Le réfrigérateur s'arrête dans la nuit"]);
    room.keys("<Right>").see(&[
        "4 / 8",
        "D1 Température relevée une fois par jour",
        "attendu : deux fois par jour",
    ]);
    room.keys("<Right><Right><Right><Right><Right>").see(&[
        "Ce qui manque",
        "8 / 8",
        "aucune barrière décrite",
    ]);
    room.keys("<Left><Left>").see(&["Facteurs", "6 / 8"]);
    room.keys("<Left><PgUp><Left><Left><Left><Tab><Tab>relire le contrat d'entretien<Esc><Esc>");
    let session = room.session();
    assert_eq!(session.analyses.len(), 1);
    let copy = session.analyses.at(0).unwrap();
    assert_eq!(copy.remarks.as_str(), "relire le contrat d'entretien");
    assert!(session.chosen().is_none(), "presenting is not choosing");
    assert_eq!(session.incidents.len(), 4);
    room.see(&["présentée dans cette séance ·", "sans amendement"]);
    let text = std::fs::read_to_string(&room.shell.app().desk.listing.analyses[0].0).unwrap();
    assert!(!text.contains("contrat d'entretien"), "the original stays");
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>");
    assert_eq!(room.session().chosen().unwrap().id, IncidentId(1));
}

#[test]
fn presenting_is_undone_and_reading_is_found_again_after_a_kill() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = next_meeting(setup);
    room.see(&["Analyses presented and waiting", "lead: pharmacien"]);
    room.keys("<Enter><C-z>");
    assert!(room.session().analyses.is_empty() && room.session().heard.is_empty());
    room.see(&["Analyses presented and waiting"]).miss("1 / 8");
    room.keys("<Enter><Right><Right><Right>");
    let path = room.session_file("00000008.ron");
    let mut room = room.killed(setup, Start::Session(path));
    room.see(&["expected: deux fois par jour", "4 / 8"]);
    room.keys("<Esc>")
        .see(&["lead: pharmacien", "presented in this meeting"]);
}

#[test]
fn what_is_presented_is_what_its_lead_wrote_last() {
    let mut room = next_meeting(Setup::default());
    let path = room.shell.app().desk.listing.analyses[0].0.clone();
    let folder = Rc::clone(&room.folder);
    let mut lead = Room::on(folder, Setup::default(), Start::Analysis(path), day());
    lead.keys("<F8>aJ-1<Tab>IDE<Tab>La porte reste entrouverte<Esc>");
    room.keys("<Enter>")
        .see(&["1 / 8", "Quelqu'un a encore cette analyse ouverte"]);
    room.keys("<Right><Right>")
        .see(&["3 / 8", "La porte reste entrouverte"]);
}

/// The meeting left at its facts, while another program holds it: whoever opens it now only reads.
fn only_read() -> (Room, Store) {
    let setup = Setup::default();
    let mut room = next_meeting(setup);
    room.keys("<Enter><Right><Right>").see(&["3 / 8"]);
    let path = room.session_file("00000008.ron");
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    store.load::<Session>(&path, day()).unwrap();
    let room = Room::on(folder, setup, Start::Session(path), day());
    room.see(&["3 / 8"]);
    (room, store)
}

#[test]
fn in_a_meeting_that_is_only_read_every_line_says_why() {
    let (mut other, _held) = only_read();
    for key in ["a", "d"] {
        other.keys(&format!("<Up>{key}"));
        other.see(&["Déjà ouvert", "3 / 8"]);
    }
    other.see(&["Entrée ouvre la ligne"]).miss("ajoute");
}

/// That the line under the cursor opens to be read, says why nothing can be written, and takes nothing.
fn opens_to_be_read(room: &mut Room, why: &str) {
    let (session, text) = (room.session().clone(), room.screen());
    room.keys("<Enter>").see(&[
        why,
        "Lire : Chronologie",
        "Échap revient à la lecture",
        "Le réfrigérateur s'arrête dans la nuit",
    ]);
    room.keys("soir").see(&[why]).miss("soir");
    room.keys("<Tab>").miss("Une fonction, jamais un nom");
    room.keys("<Esc>").see(&["3 / 8"]);
    room.keys("<Up>");
    assert_eq!(room.screen(), text, "the reading is as it was");
    assert_eq!(*room.session(), session, "nothing was written");
}

#[test]
fn in_a_meeting_that_is_only_read_a_line_opens_to_be_read() {
    let (mut other, _held) = only_read();
    other.keys("<Up>").see(&["3 / 8", "Entrée ouvrir"]);
    opens_to_be_read(&mut other, "Déjà ouvert");
}

#[test]
fn in_a_sealed_meeting_lines_are_opened_and_no_step_keeps_them() {
    let mut room = next_meeting(Setup::default());
    // The lines of the event are all there is of it: no key is shown that opens them.
    room.keys("<Enter>").see(&["1 / 8"]).miss("Entrée ouvrir");
    room.keys("<Right><Right>").see(&["Entrée ouvrir"]);
    room.palette("sceller").keys("<Down><Enter>");
    assert!(room.session().is_sealed());
    room.keys("<Up>").see(&["3 / 8"]);
    opens_to_be_read(&mut room, "Séance scellée");
    // What is missing is looked at where it is missing.
    room.keys("<Right><Right><Right><Right><Right>");
    room.keys("<Enter>").see(&["Lire : ", "Séance scellée"]);
    room.keys("<F8>");
    assert_eq!(room.session().under_way, None);
}

#[test]
fn left_for_home_no_analysis_stays_open_in_the_file() {
    let mut room = next_meeting(Setup::default());
    room.keys("<Enter><Right><Right><Enter>")
        .see(&["Amender : Chronologie"]);
    assert!(room.session().under_way.is_some());
    let path = room.session_file("00000008.ron");
    room.palette("accueil");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(!text.contains("under_way"), "{text}");
}
