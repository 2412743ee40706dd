//! An analysis between two meetings from one end to the other: chosen and entrusted by a meeting, led alone between two,
//! presented to the next one, amended there, and told in the record. The matter is case 1, shortened.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup, day};
use chrono::{NaiveDateTime, TimeDelta};
use crex::documents::markdown::markdown;
use crex::documents::record::record;
use crex::domain::agenda::{Mode, StepKind};
use crex::domain::amend::Mark;
use crex::domain::analysis::{AnalysisFile, Retained, Section};
use crex::domain::code::Lang;
use crex::domain::problem::Why;
use crex::domain::session::Session;
use crex::tui::desk::Doc;
use crex::tui::shell::Start;
use std::rc::Rc;

fn english() -> Setup {
    Setup {
        lang: Lang::En,
        ..Setup::default()
    }
}

pub fn between(session: &mut Session) {
    three_events(session);
    session.mode = Mode::Between;
    session.agenda = Vec::new().into_iter().collect();
    session.lay_agenda(&crex::content::format(&"between-60".into()).unwrap().rows);
}

/// A meeting that entrusts its first event to the pharmacist, in thirty days, and is left for home.
pub fn entrusted(setup: Setup) -> Room {
    let mut room = Room::holding(setup, between);
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>levier local<Tab><Tab>pharmacien<Tab>2<Tab>+30<Tab><Enter>");
    room.palette(if setup.lang == Lang::Fr {
        "accueil"
    } else {
        "home"
    });
    room
}

/// The same folder some days later, at home.
pub fn later(room: Room, setup: Setup, days: i64) -> Room {
    let folder = Rc::clone(&room.folder);
    drop(room);
    Room::on(folder, setup, Start::Home, after(days))
}

pub fn after(days: i64) -> NaiveDateTime {
    day() + TimeDelta::days(days)
}

/// From home into the analysis that waits.
pub fn into_analysis(room: &mut Room) {
    for _ in 0..12 {
        let screen = room.screen();
        if screen
            .lines()
            .any(|l| l.contains('▌') && l.contains("Onze doses"))
        {
            room.keys("<Enter>");
            return;
        }
        room.keys("<Down>");
    }
    panic!("no way to the analysis on\n{}", room.screen());
}

fn file(room: &Room) -> AnalysisFile {
    let path = std::fs::read_dir(room.folder.path().join("analyses")).unwrap();
    let mut path = path.flatten().map(|e| e.path());
    let path = path.find(|p| p.extension().is_some_and(|e| e == "ron"));
    let store = crex::store::Store::look(room.folder.path(), after(0)).unwrap();
    store.read::<AnalysisFile>(&path.unwrap()).unwrap().doc
}

/// Gathers a source, tells two facts, a deviation and a factor.
fn lead(room: &mut Room) {
    room.keys("aIDEL<Tab>Plan de prise périmé<Tab><Tab><Space><Esc>");
    room.keys("<F8>aJ-4<Tab>médecine<Tab>Relais de l'AVK par un AOD<Tab><Tab><Enter>");
    room.keys("J+1<Tab>IDEL<Tab>AVK dans le pilulier<Esc>");
    room.keys("<F8>a<Tab>Sortie sans transmission directe<Tab>appel le jour même<Esc>");
}

#[test]
fn the_lead_finds_the_analysis_at_home_and_works_through_its_steps() {
    let setup = Setup::default();
    let mut room = later(entrusted(setup), setup, 5);
    room.see(&[
        "Analyses en attente (1)",
        "19/12/2026",
        "dans 25 jours",
        "pilote : pharmacien",
    ]);
    into_analysis(&mut room);
    room.see(&[
        "Analyse · Onze doses",
        "dans 25 jours",
        "Recueil : entendre et consulter",
    ]);
    room.see(&["Recueil", "Chronologie", "Écarts", "Facteurs", "Bilan"]);
    lead(&mut room);
    room.keys("<F8><F8>");
    room.see(&[
        "Prêt à présenter ?",
        "Il manque",
        "Écarts et barrières",
        "aucune barrière",
    ]);
    let kept = file(&room);
    assert_eq!(kept.analysis.sources.at(0).unwrap().what.as_str(), "IDEL");
    assert!(kept.analysis.sources.at(0).unwrap().done);
    let facts: Vec<&str> = kept
        .analysis
        .facts
        .iter()
        .map(|f| f.what.as_str())
        .collect();
    assert_eq!(
        facts,
        ["Relais de l'AVK par un AOD", "AVK dans le pilulier"]
    );
    assert_eq!(kept.analysis.deviations.len(), 1);
    // Enter goes where something is missing.
    room.keys("<Down><Down><Enter>")
        .see(&["Écarts et barrières", "Sortie sans transmission"]);
    room.keys("<C-k>").see(&["Cela se fait en séance"]);
    room.palette("accueil").see(&["Analyses en attente (1)"]);
}

#[test]
fn a_kill_loses_no_key_of_it_and_undo_holds() {
    let setup = Setup::default();
    let mut room = later(entrusted(setup), setup, 5);
    into_analysis(&mut room);
    lead(&mut room);
    room.keys("<C-z><C-y>").see(&["Rétabli"]);
    room.keys("<F7>aJ+3<Tab>fille<Tab>Ajoute l'A");
    let mut room = room.killed(setup, Start::Home);
    into_analysis(&mut room);
    room.keys("OD");
    let facts = &room.session().analyses.at(0).unwrap().facts;
    assert_eq!(facts.at(2).unwrap().what.as_str(), "Ajoute l'AOD");
    assert_eq!(file(&room).analysis.facts.len(), 3);
}

#[test]
fn two_windows_do_not_write_the_same_analysis() {
    let setup = Setup::default();
    let mut first = later(entrusted(setup), setup, 5);
    into_analysis(&mut first);
    let folder = Rc::clone(&first.folder);
    let mut second = Room::on(folder, setup, Start::Home, after(5));
    into_analysis(&mut second);
    second.keys("aIDE");
    assert!(second.session().analyses.at(0).unwrap().sources.is_empty());
    second.see(&["lecture seule"]);
    first.keys("aIDE");
    assert_eq!(first.session().analyses.at(0).unwrap().sources.len(), 1);
}

/// Between two meetings, in the analysis.
pub fn led(setup: Setup) -> Room {
    let mut room = later(entrusted(setup), setup, 5);
    into_analysis(&mut room);
    lead(&mut room);
    room
}

/// The next meeting, reading the timeline of the analysis.
pub fn reading(setup: Setup) -> Room {
    let mut room = next_meeting(setup);
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter><Right><Right>");
    room
}

/// The next meeting, forty days later, at its opening.
pub fn next_meeting(setup: Setup) -> Room {
    let mut room = later(entrusted(setup), setup, 5);
    into_analysis(&mut room);
    lead(&mut room);
    room.palette(if setup.lang == Lang::Fr {
        "accueil"
    } else {
        "home"
    });
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut store =
        crex::store::Store::open(folder.path(), after(40), std::sync::Arc::new(|| {})).unwrap();
    let mut session = Session::new(uuid::Uuid::from_u128(8 << 96), after(40).date());
    session.lang = setup.lang;
    between(&mut session);
    session.open_sitting(after(40));
    let path = store.create(session, after(40)).unwrap().path;
    drop(store);
    Room::on(folder, setup, Start::Session(path), after(40))
}

#[test]
fn the_next_meeting_is_told_at_its_opening_that_it_is_late() {
    let room = next_meeting(Setup::default());
    room.see(&["1 analyse à entendre, dont 1 en retard"]);
    let mut room = later(room, Setup::default(), 40);
    room.see(&["Analyses en attente (1)", "10 j de retard"]);
    room.keys("<Down>");
}

#[test]
fn what_the_group_amends_is_marked_on_the_wall_and_in_the_record() {
    let mut room = next_meeting(Setup::default());
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter><Right><Right>")
        .see(&["Chronologie", "3 / 8", "Relais de l'AVK"]);
    // A line is corrected in the form of its own step; Escape comes back to the reading.
    room.keys("<Down><Enter>")
        .see(&["Amender : Chronologie", "Échap revient à la lecture"]);
    room.keys("<Tab><Tab> par habitude<Esc>");
    room.see(&["3 / 8", "~ F2", "AVK dans le pilulier par habitude"]);
    room.see(&["modifié en séance, présenté ainsi : AVK dans le pilulier"]);
    room.keys("aJ+8<Tab>aide à domicile<Tab>Note les bleus<Esc><Esc>");
    room.see(&["+ F3", "ajouté en séance"]);
    room.keys("<Home>d").see(&["✗ F1", "retiré en séance"]);
    room.keys("<Right>d")
        .see(&["4 / 8", "✗ D1", "retiré en séance"]);
    room.keys("<C-z>").miss("retiré en séance");
    room.keys("<Tab>Il en manque un.")
        .see(&["Il en manque un."]);
    let session = room.session();
    let copy = session.analyses.at(0).unwrap();
    assert_eq!(session.n_amended(copy.id), 3);
    assert_eq!(
        copy.note_on(Section::Deviations).unwrap().as_str(),
        "Il en manque un."
    );
    assert_eq!(session.under_way, None);
    let marks =
        crex::domain::amend::lines(&copy.facts, session.as_heard(copy.id).map(|h| &h.facts));
    let marks: Vec<Mark> = marks.iter().map(|line| line.mark).collect();
    assert_eq!(marks, [Mark::Changed, Mark::Added, Mark::Removed]);
    let text = markdown(&record(session));
    for said in [
        "Amendements de la séance",
        "~ modifié en séance",
        "+ ajouté en séance",
        "− retiré en séance",
        "Relais de l'AVK par un AOD",
        "Il en manque un.",
    ] {
        assert!(text.contains(said), "{said} is not in\n{text}");
    }
    // The file of the lead stays as it was presented.
    assert_eq!(file(&room).analysis.facts.len(), 2);
}

#[test]
fn after_a_kill_the_same_line_is_being_amended() {
    let mut room = next_meeting(Setup::default());
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter><Right><Right><Enter><Tab><Tab> le vendredi");
    let path = room.session_file("00000008.ron");
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["Amender : Chronologie"]);
    room.keys(" soir<Esc>")
        .see(&["3 / 8", "Relais de l'AVK par un AOD le vendredi soir"]);
    // Going on to another step leaves the presented analysis.
    room.keys("<Enter><F8>");
    assert_eq!(room.session().under_way, None);
}

#[test]
fn a_presented_analysis_opens_to_be_read_with_the_meeting_that_heard_it() {
    let mut room = next_meeting(Setup::default());
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter>");
    room.palette("accueil").miss("Analyses en attente");
    let path = room.folder.path().join("analyses");
    let path = std::fs::read_dir(path)
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut room = Room::on(folder, Setup::default(), Start::Analysis(path), after(41));
    room.see(&["Présentée en séance le", "lecture seule"]);
    let why = room.shell.app().desk.why_read_only(Doc::Session).cloned();
    assert!(matches!(why, Some(Why::Presented(..))));
    room.keys("aIDE");
    assert_eq!(room.session().analyses.at(0).unwrap().sources.len(), 1);
}

#[test]
fn priorities_and_actions_answer_what_was_presented_and_what_was_made_here() {
    let mut room = next_meeting(Setup::default());
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter><Right><Right><Right><Right><Right>")
        .see(&["Facteurs", "6 / 8"]);
    room.keys("aPas de modèle d'ordonnance<Esc><Esc>");
    go(&mut room, StepKind::Choice);
    room.keys("<Down><Enter>");
    go(&mut room, StepKind::Priorities);
    room.see(&["Pas de modèle d'ordonnance"]);
    room.keys("<Enter>");
    let session = room.session();
    assert_eq!(
        session.analyses.len(),
        2,
        "one presented, one to be entrusted"
    );
    let presented = session
        .analyses
        .iter()
        .find(|a| !a.origin.is_blank())
        .unwrap();
    assert_eq!(presented.factors.at(0).unwrap().retained, Retained::Yes);
    go(&mut room, StepKind::Actions);
    room.see(&["Pas de modèle d'ordonnance"]);
}

#[test]
fn a_meeting_in_the_room_can_hear_one_as_well() {
    let setup = Setup::default();
    let room = later(entrusted(setup), setup, 40);
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut room = Room::on(folder, setup, Start::New, after(40));
    room.see(&["1 analyse à entendre, dont 1 en retard"])
        .miss("Présentation");
    room.tab_to("Ordre du jour").keys("<Enter>");
    let steps: Vec<StepKind> = room.session().agenda.iter().map(|row| row.step).collect();
    assert_eq!(
        steps[3..6],
        [StepKind::Choice, StepKind::Presentation, StepKind::Timeline]
    );
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter>").see(&["1 / 8"]);
    // The steps of the rail work on what is chosen here, not on what was presented.
    go(&mut room, StepKind::Timeline);
    room.see(&["Aucun événement n'est choisi"]);
}

#[test]
fn in_english() {
    let setup = english();
    let mut room = later(entrusted(setup), setup, 40);
    room.see(&["Analyses waiting (1)", "10 d late", "lead: pharmacien"]);
    into_analysis(&mut room);
    room.see(&["Gathering: hear and look at", "Nobody yet."]);
    room.keys("<F8><F8><F8><F8>")
        .see(&["Ready to present?", "Step by step", "nobody heard"]);
}
