//! What someone finds who was not there: the decisions of all sessions with their why, sessions read again and left as they are.

mod search;

use super::scene::{deviation, factor, session, setup};
use crate::harness::{Room, Setup, day};
use crex::domain::action::{Action, FollowUp, FollowUpOutcome, Status};
use crex::domain::ballot::{
    Ballot, BallotOption, BallotState, Decision, Method, Paper, Reached, Subject, Target,
};
use crex::domain::code::Lang;
use crex::domain::incident::{Fate, Incident};
use crex::domain::session::Session;
use crex::domain::simulation::{Kind, Simulation};
use crex::domain::text::Text;
use crex::store::Store;
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// A session of some months before, in which a secret vote retained an action.
fn past(lang: Lang, n: u32, months: u32) -> Session {
    let mut past = session(setup(lang));
    past.id = uuid::Uuid::from_u128(u128::from(n) << 96);
    past.date = day().date() - chrono::Months::new(months);
    past.number = n;
    let grid = crex::content::grid_use(&"cadya".into());
    past.analysis_mut().unwrap().grids.extend(grid);
    deviation(&mut past, 1, "Plateau donné à une autre résidente", "");
    factor(
        &mut past,
        "Deux étiquettes semblables sur deux tiroirs",
        true,
    );
    let cause = past.analysis().unwrap().factors.at(0).map(|f| f.id);
    let kept = action(
        &mut past,
        "Coller la photo sur le pilulier",
        Status::Planned,
    );
    let left = action(&mut past, "Rappeler la consigne", Status::Proposed);
    if let Some(action) = past.actions.get_mut(kept) {
        action.factors.extend(cause);
        action.owner = "IDEC".into();
        action.due = Some(day().date() + chrono::Days::new(30));
    }
    let ballot = past.ids.give();
    let option = |id, label: &str| BallotOption {
        target: Target::Action(id),
        label: label.into(),
        ..BallotOption::default()
    };
    let paper = |points: [u32; 2]| Paper {
        points: points.to_vec(),
        ..Paper::default()
    };
    past.ballots.push(Ballot {
        subject: Subject::Actions,
        question: "Que retenons-nous ?".into(),
        method: Method::Points { points: 3, cap: 3 },
        secret: true,
        state: BallotState::Closed,
        entitled: 7,
        blank: 1,
        options: vec![option(kept, "La photo"), option(left, "Le rappel")],
        papers: [[3, 0], [3, 0], [2, 1], [0, 3], [3, 0]].map(paper).into(),
        ..Ballot::new(ballot)
    });
    past.retained = Decision {
        ballot: Some(ballot),
        reached: Reached::AsVoted,
        targets: vec![Target::Action(kept)],
        reason: "La photo se voit sans lire".into(),
        dissent: "une voix craint la charge de travail".into(),
        ..Decision::default()
    };
    past
}

fn action(session: &mut Session, what: &str, status: Status) -> crex::domain::ids::ActionId {
    let id = session.ids.give();
    session.actions.push(Action {
        what: Text::new(what),
        status,
        ..Action::new(id)
    });
    id
}

/// The program at home, in a workspace with these sessions.
fn home(setup: Setup, sessions: Vec<Session>) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    crate::harness::team(folder.path(), setup.lang);
    put(folder.path(), sessions);
    Room::on(folder, setup, Start::Home, day())
}

fn put(folder: &Path, sessions: Vec<Session>) {
    let mut store = Store::open(folder, day(), Arc::new(|| {})).unwrap();
    for session in sessions {
        let opened = store.create(session, day()).unwrap();
        store.close(opened.handle);
    }
}

/// Waits until what is read behind is there, as the calls for attention of its threads would tell.
fn read(room: &mut Room) -> &mut Room {
    let begun = std::time::Instant::now();
    room.take(Msg::Woken);
    while ["lecture des", "reading the"]
        .iter()
        .any(|said| room.screen().contains(said))
    {
        assert!(begun.elapsed().as_secs() < 20, "nothing came");
        std::thread::yield_now();
        room.take(Msg::Woken);
    }
    room
}

/// All that lies in the workspace, by name.
fn files(root: &Path, at: &Path, out: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(root.join(at)).unwrap().flatten() {
        let name = at.join(entry.file_name());
        if entry.path().is_dir() {
            files(root, &name, out);
        } else {
            out.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}

fn disk(room: &Room) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    files(room.folder.path(), Path::new(""), &mut out);
    out
}

#[test]
fn who_was_not_there_finds_why_an_action_was_decided_and_who_voted_how_many() {
    let wide = Setup {
        size: (120, 40),
        ..Setup::default()
    };
    let mut room = home(wide, vec![past(Lang::Fr, 3, 2)]);
    // Ten keys.
    let keys = "dphoto<Enter><Esc>";
    assert!(crate::harness::parse(keys).len() <= 10);
    room.keys("d");
    read(&mut room).keys("photo");
    room.see(&[
        "Action retenue A1",
        "Coller la photo sur le pilulier",
        "Raison : La photo se voit sans lire",
        "6 sur 7 ont voté, 11 points, 1 abstention, à bulletin secret",
        "Réserves : une voix craint la charge de travail",
        "Répond à : Deux étiquettes semblables sur deux tiroirs",
        "Pilote : IDEC",
        "Ce qu'il en est advenu : ouverte",
        "A La photo",
        "7 votants, 5 bulletins exprimés, 1 blanc, 1 n'a pas voté",
    ]);
    room.keys("<Enter>").see(&["lecture seule", "Séance relue"]);
    room.see(&["▌◐ Actions", "Coller la photo"]);
    room.keys("<Esc>")
        .see(&["Décisions", "photo", "Action retenue A1"]);
    room.keys("<Esc>").see(&["Nouvelle séance"]);
}

#[test]
fn the_same_in_english_on_a_small_screen() {
    let small = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = home(small, vec![past(Lang::En, 3, 2)]);
    room.keys("d");
    read(&mut room).keys("photo").see(&[
        "Decisions",
        "2 decisions",
        "action retained",
        "Action retained A1",
        "Reason: La photo se voit sans lire",
    ]);
    room.see(&["6 of 7 voted, 11 points"]);
    room.keys("<PgDn>")
        .see(&["7 voters, 5 papers cast", "La photo"]);
}

#[test]
fn decisions_are_told_by_kind_and_by_year_and_of_simulations_only_when_asked() {
    let mut old = past(Lang::Fr, 2, 14);
    old.title = "Chute dans le couloir".into();
    let mut played = past(Lang::Fr, 9, 1);
    played.title = "Cas joué".into();
    played.kind = Kind::Simulation(Simulation::default());
    let mut room = home(Setup::default(), vec![past(Lang::Fr, 3, 2), old, played]);
    room.keys("d");
    read(&mut room).see(&["6 décisions"]).miss("Cas joué");
    room.keys("<Tab><Tab><Tab>").see(&["4 décisions"]);
    room.keys("<F2>")
        .see(&["2026", "2 décisions"])
        .miss("Chute dans");
    room.keys("<F2>")
        .see(&["2025", "2 décisions", "Chute dans le couloir"]);
    room.keys("<F2>").see(&["toutes les années", "4 décisions"]);
    room.keys("<F5>")
        .see(&["6 décisions", "Cas joué", "simulations comprises"]);
    room.keys("<F5><S-Tab><S-Tab><S-Tab>").see(&["6 décisions"]);
    room.keys("neige")
        .see(&["0 décision", "Aucune décision ne correspond"]);
}

#[test]
fn what_was_said_later_of_an_action_is_told_with_it() {
    let first = past(Lang::Fr, 3, 4);
    let mut later = session(setup(Lang::Fr));
    later.id = uuid::Uuid::from_u128(4 << 96);
    later.number = 4;
    later.date = day().date() - chrono::Months::new(1);
    let id = later.ids.give();
    later.follow_ups.push(FollowUp {
        session: first.id.to_string().as_str().into(),
        action: first.actions.at(0).map(|a| a.id),
        wording: "Coller la photo sur le pilulier".into(),
        outcome: FollowUpOutcome::Done,
        evidence: "vu sur vingt piluliers".into(),
        said_on: Some(later.date),
        ..FollowUp::new(id)
    });
    let mut room = home(
        Setup {
            size: (120, 40),
            ..Setup::default()
        },
        vec![first, later],
    );
    room.keys("d");
    read(&mut room).keys("photo<Down>");
    room.see(&[
        "Ce qu'il en est advenu : à évaluer",
        "réalisée · vu sur vingt piluliers",
    ]);
    room.keys("<Up>")
        .see(&["→ réalisée", "Preuve : vu sur vingt piluliers"]);
}

#[test]
fn a_session_read_again_is_left_as_it_was() {
    let mut room = home(
        Setup::default(),
        vec![past(Lang::Fr, 3, 2), past(Lang::Fr, 2, 5)],
    );
    let before = disk(&room);
    room.keys("d");
    read(&mut room).keys("photo<Enter>");
    // Everything can be read: every step, back again, what is open in them.
    room.keys("<F7><F7><F7><F7><F7><F7><F7><F7><F7>ad<Delete> <F8><F8><F8>");
    room.see(&["▌◐ Choix", "lecture seule"]);
    room.keys("<Space>d<F8>aécrit<C-z>d<F8>oaed<F8>on<F8><Space>v<F8>d<F8>");
    room.see(&["▌· Clôture", "lecture seule"]);
    room.palette("compte").see(&["Compte rendu"]);
    room.keys("<Esc><A-PgDn>").see(&["CREX n° 2"]);
    room.minutes(5).keys("<Esc><Esc><Esc><Esc>");
    assert_eq!(disk(&room), before);
    assert!(room.shell.app().desk.session().is_none());
}

#[test]
fn one_goes_from_session_to_session_at_the_same_step() {
    let mut room = home(
        Setup::default(),
        vec![past(Lang::Fr, 3, 2), past(Lang::Fr, 2, 5)],
    );
    room.keys("d");
    read(&mut room).keys("photo<Enter><A-PgUp>");
    room.see(&["C'est la séance la plus récente."]);
    room.keys("<A-PgDn>").see(&["CREX n° 2", "▌◐ Actions"]);
    room.keys("<A-PgDn>")
        .see(&["C'est la séance la plus ancienne."]);
    room.keys("<F7>").miss("▌◐ Actions");
    room.keys("<A-PgUp>").see(&["CREX n° 3"]).miss("▌◐ Actions");
    room.keys("<Esc>").see(&["Décisions", "photo"]);
}

#[test]
fn what_is_open_closes_first_once_one_has_looked_around() {
    let mut room = home(Setup::default(), vec![past(Lang::Fr, 3, 2)]);
    room.keys("d");
    read(&mut room).keys("photo<Enter><Tab>");
    room.keys("<Esc>").see(&["lecture seule"]);
    room.keys("<Esc>").see(&["2 décisions"]);
}

#[test]
fn a_meeting_goes_on_while_decisions_are_looked_up() {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    put(folder.path(), vec![past(Lang::Fr, 3, 2)]);
    let mut room = Room::on(folder, Setup::default(), Start::New, day());
    let here = room.session().id;
    room.palette("décisions de");
    read(&mut room).keys("photo<Enter>");
    room.see(&["Compte rendu du CREX n° 3"]);
    assert_eq!(room.session().id, here);
    room.keys("<Esc>").see(&["2 décisions"]);
    room.keys("<Esc>").see(&["▌· Ouverture"]);
    assert!(room.shell.app().desk.read_only().is_none());
}

#[test]
fn an_event_that_was_not_chosen_says_what_became_of_it_and_why() {
    let mut past = past(Lang::Fr, 3, 2);
    let mut other = Incident::new(past.ids.give());
    other.report.title = "Chute devant l'ascenseur".into();
    other.fate = Fate::Sent;
    other.fate_reason = "au comité des chutes".into();
    past.incidents.push(other);
    let mut room = home(Setup::default(), vec![past]);
    room.keys("d");
    read(&mut room).keys("comite").see(&[
        "Chute devant l'ascenseur → transmis",
        "Raison : au comité des chutes",
    ]);
}

#[test]
fn without_any_session_the_screens_say_what_goes_there() {
    let mut room = Room::with_team(Setup::default());
    room.keys("d");
    read(&mut room).see(&["0 décision", "se retrouve ici"]);
    room.keys("<Enter><Down><F2><PgDn><Esc>")
        .see(&["Nouvelle séance"]);
}

#[test]
fn the_sessions_of_many_years_stand_year_by_year_at_home() {
    let many = (1..=14).map(|n| past(Lang::Fr, n, 28 - n)).collect();
    let tall = Setup {
        size: (100, 44),
        ..Setup::default()
    };
    let room = home(tall, many);
    room.see(&["Séances (14)", "2025 · 9 séances", "2024 · 5 séances"]);
}
