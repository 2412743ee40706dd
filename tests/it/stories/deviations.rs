//! Deviations and barriers.

use super::scene::{again, deviation, room, session, setup};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Analysis, Barrier, BarrierKind, BarrierState};
use crex::domain::code::Lang;
use crex::domain::list::List;
use crex::domain::session::Session;

fn open(lang: Lang) -> Room {
    room(setup(lang), session(setup(lang)), StepKind::Deviations)
}

fn analysis(room: &Room) -> &Analysis {
    room.session().analysis().unwrap()
}

#[test]
fn a_deviation_on_a_fact_takes_its_wording_and_keeps_what_was_expected() {
    let mut room = open(Lang::Fr);
    room.see(&["Aucun écart pour l'instant", "Qu'est-ce qui a fonctionné ?"]);
    room.keys("a<Down><Down>");
    room.see(&["Écart D1", "F2 18:20 Le plateau de la chambre 12"]);
    room.keys(
        "<Tab><Tab>Identité vérifiée au lit<Tab>Protocole du circuit<Tab>Plateaux voisins<Enter><Esc>",
    );
    let d = analysis(&room).deviations.at(0).unwrap();
    assert_eq!(d.fact.unwrap().to_string(), "F2");
    assert!(
        d.observed
            .as_str()
            .starts_with("Le plateau de la chambre 12")
    );
    assert_eq!(d.expected.as_str(), "Identité vérifiée au lit");
    assert_eq!(d.reference.as_str(), "Protocole du circuit");
    assert_eq!(d.immediate_cause.as_str(), "Plateaux voisins");
    room.see(&["D1", "sur F2 · attendu : Identité vérifiée au lit"]);
}

#[test]
fn wording_of_ones_own_stays_when_the_fact_changes() {
    let mut room = open(Lang::Fr);
    room.keys("a<Tab>Mauvais plateau<S-Tab><Down>");
    let d = analysis(&room).deviations.at(0).unwrap();
    assert_eq!(
        (d.observed.as_str(), d.fact.is_some()),
        ("Mauvais plateau", true)
    );
}

#[test]
fn what_is_typed_takes_the_place_of_the_words_of_the_fact() {
    for lang in [Lang::Fr, Lang::En] {
        let mut room = open(lang);
        room.keys("a<Down><Down><Tab>").see(&[
            "Le plateau de la chambre 12",
            match lang {
                Lang::Fr => "une flèche d'abord, pour les compléter",
                Lang::En => "press an arrow first to add to them",
            },
        ]);
        room.keys("Plateau");
        let mut room = again(&room, setup(lang));
        room.keys(" pris pour un autre<Esc>");
        let of = |room: &Room, at| analysis(room).deviations.at(at).unwrap().clone();
        assert_eq!(of(&room, 0).observed.as_str(), "Plateau pris pour un autre");
        assert_eq!(of(&room, 0).fact.unwrap().to_string(), "F2");
        // An arrow, or a space, adds to them; a paste is typed as well.
        let fact = analysis(&room).facts.at(1).unwrap().what.clone();
        room.keys("a<Down><Down><Tab><Right> !<Esc>a<Down><Down><Tab> ?<Esc>a<Down><Down><Tab>")
            .paste("Collé")
            .keys("<Esc>");
        assert_eq!(of(&room, 1).observed.as_str(), format!("{fact} !"));
        assert_eq!(of(&room, 2).observed.as_str(), format!("{fact} ?"));
        assert_eq!(of(&room, 3).observed.as_str(), "Collé");
    }
}

#[test]
fn a_digit_picks_the_fact_and_the_deviation_that_bear_it() {
    let mut room = open(Lang::Fr);
    room.keys("a2<Tab>Plateau pris pour un autre<Esc>a<Tab>Sans fait<Esc>a1<Tab>Relève<Esc>");
    let facts: Vec<Option<String>> = analysis(&room)
        .deviations
        .iter()
        .map(|d| d.fact.map(|f| f.to_string()))
        .collect();
    let told = |fact: &str| Some(fact.to_owned());
    assert_eq!(facts, [told("F2"), None, told("F1")]);
    // D2 goes: 3 is still D3, and 2 picks nothing.
    room.keys("<Up>d<Tab>aContrôle<Enter>1<Tab>1<Tab><Tab><Tab>3<Esc>aAlarme<Enter>1<Tab>1<Tab><Tab><Tab>2<Esc>");
    let barriers = &analysis(&room).barriers;
    let at: Vec<Option<String>> = barriers
        .iter()
        .map(|b| b.deviation.map(|d| d.to_string()))
        .collect();
    assert_eq!(at, [told("D3"), None]);
}

#[test]
fn a_barrier_that_gave_way_then_worked_shows_both_and_its_deviation() {
    let mut room = open(Lang::Fr);
    room.keys("a<Tab>Mauvais plateau<Esc><Down>a");
    room.see(&["Barrière B1", "D'abord ce qui a tenu"]);
    room.keys(
        "Rangement des piluliers<Tab>2<Tab>2<Tab>2<Tab>3<Tab>1<Tab>Vu par hasard<Enter><Esc>",
    );
    let b = analysis(&room).barriers.at(0).unwrap();
    assert_eq!(
        (b.state, b.then),
        (BarrierState::Failed, Some(BarrierState::Worked))
    );
    assert_eq!(b.kind, BarrierKind::Recovery);
    assert_eq!(b.deviation.unwrap().to_string(), "D1");
    assert_eq!(b.note.as_str(), "Vu par hasard");
    room.see(&[
        "✓ B1",
        "récupération · a cédé, puis a fonctionné · humaine",
        "sur D1",
    ]);
}

#[test]
fn what_is_left_without_a_word_leaves_no_trace_and_a_delete_is_undone() {
    let mut room = open(Lang::Fr);
    room.keys("a<Esc>");
    assert!(analysis(&room).deviations.is_empty());
    room.keys("a<Tab>Mauvais plateau<Esc>d");
    assert!(analysis(&room).deviations.is_empty());
    room.keys("<C-z>");
    assert_eq!(analysis(&room).deviations.len(), 1);
    room.keys("<C-z>").keys("<C-z>");
    assert!(analysis(&room).deviations.is_empty());
}

#[test]
fn after_a_kill_the_same_field_has_the_focus() {
    let mut room = open(Lang::Fr);
    room.keys("a<Tab>Mauvais plateau<Tab>Véri");
    let mut room = again(&room, setup(Lang::Fr));
    room.keys("fier");
    let d = analysis(&room).deviations.at(0).unwrap();
    assert_eq!(d.expected.as_str(), "Vérifier");
    // It was just added: confirmed to its end, the next one is asked for.
    room.keys("<Enter><Enter><Enter>").see(&["Écart D2"]);
}

#[test]
fn the_page_speaks_english_and_holds_on_a_narrow_screen_with_many_items() {
    let mut room = open(Lang::En);
    for _ in 0..12 {
        room.keys("a<Tab>A long wording of what was seen that evening on the second floor by the nurse on duty<Esc>");
    }
    room.keys("<Home>").see(&["Deviations", "D1"]);
    room.resize(60, 20).keys("<End>").see(&["D12"]);
    assert_eq!(analysis(&room).deviations.len(), 12);
}

#[test]
fn without_a_chosen_event_the_page_says_what_to_do() {
    let mut lone = session(Setup::default());
    lone.incidents = List::default();
    lone.analyses = List::default();
    let room = room(Setup::default(), lone, StepKind::Deviations);
    room.see(&["Aucun événement n'est choisi"]);
}

#[test]
fn what_worked_is_asked_first_then_the_kinds_in_their_order() {
    let mut room = open(Lang::Fr);
    room.keys("<Down>a");
    room.see(&[
        "Barrière B1 : qu'est-ce qui a fonctionné ?",
        "D'abord ce qui a tenu",
    ]);
    // A name alone says nothing of what it did: the question stays open until someone answers it.
    room.keys("Appel au 15<Esc>");
    let b = analysis(&room).barriers.at(0).unwrap();
    assert_eq!(b.state, BarrierState::Unknown);
    assert!(!crex::domain::completeness::asked_what_worked(analysis(
        &room
    )));
    room.keys("<Enter>").see(&["qu'est-ce qui a fonctionné ?"]);
    room.keys("<Tab><Tab>1<Esc>a");
    room.see(&["Qu'est-ce qui devait empêcher l'écart de naître ?"]);
    room.keys("Photo sur le sachet<Esc>a");
    room.see(&["Qu'est-ce qui devait le détecter et le rattraper à temps ?"]);
    room.keys("Contrôle au lit<Esc>a<Esc>");
    let told = |b: &crex::domain::analysis::Barrier| (b.kind, b.state);
    let all: Vec<_> = analysis(&room).barriers.iter().map(told).collect();
    assert_eq!(
        all,
        [
            (BarrierKind::Mitigation, BarrierState::Worked),
            (BarrierKind::Prevention, BarrierState::Unknown),
            (BarrierKind::Recovery, BarrierState::Unknown),
        ],
        "the empty one leaves no trace"
    );
}

/// Adds barriers: what, kind, state, the deviation they stand at.
fn barriers(session: &mut Session, all: &[(&str, BarrierKind, BarrierState, bool)]) {
    for (what, kind, state, at_first) in all {
        let id = session.ids.give();
        let analysis = session.analysis_mut().unwrap();
        let first = analysis.deviations.at(0).map(|d| d.id);
        analysis.barriers.push(Barrier {
            what: (*what).into(),
            kind: *kind,
            state: *state,
            deviation: first.filter(|_| *at_first),
            ..Barrier::new(id)
        });
    }
}

/// The barriers of a case, typed in the order in which the room remembered them.
fn case(lang: Lang) -> Room {
    use BarrierKind::{Mitigation, Prevention, Recovery};
    use BarrierState::{Absent, Failed, Worked};
    let mut session = session(setup(lang));
    deviation(&mut session, 1, "Mauvais plateau", "");
    deviation(&mut session, 2, "Rangement tardif", "");
    barriers(
        &mut session,
        &[
            ("Appel au 15", Mitigation, Worked, false),
            ("Photo sur le sachet", Prevention, Absent, true),
            ("Contrôle au lit", Recovery, Failed, true),
        ],
    );
    room(setup(lang), session, StepKind::Deviations)
}

#[test]
fn the_slices_stand_in_order_and_the_path_ends_where_it_was_stopped() {
    let mut room = case(Lang::Fr);
    room.keys("g");
    room.see(&[
        "Tous les écarts",
        "barrière 1 sur 3",
        "danger",
        "limité",
        "B2 · B3 ✗ B1 ✓",
    ]);
    room.miss("dommage");
    let screen = room.screen();
    let path = screen.lines().find(|l| l.contains('▸')).unwrap();
    let signs: Vec<char> = path
        .chars()
        .skip(18)
        .filter(|c| "·✗▸".contains(*c))
        .collect();
    assert_eq!(signs, ['·', '✗', '▸'], "{screen}");
    assert!(path.contains("▸█"), "the full band stops it\n{screen}");
    room.keys("<Right>").see(&[
        "barrière 2 sur 3",
        "B3 · récupération · a cédé",
        "Contrôle au lit",
    ]);
    room = again(&room, setup(Lang::Fr));
    room.see(&["barrière 2 sur 3"]);
    room.keys("<Enter>").see(&["Barrière B3", "Ce jour-là"]);
    room.keys(" de la résidente<Esc>")
        .see(&["barrière 2 sur 3"]);
    assert_eq!(
        analysis(&room).barriers.at(2).unwrap().what.as_str(),
        "Contrôle au lit de la résidente"
    );
    room.keys("g").see(&["▌ ✗ B3"]);
}

#[test]
fn the_slices_of_one_deviation_show_only_its_barriers() {
    let mut room = case(Lang::En);
    room.keys("g<C-Right>");
    room.see(&["D1 Mauvais plateau", "barrier 1 of 2", "hazard", "harm"]);
    room.miss("Appel au 15");
    room.keys("<C-Right>")
        .see(&["D2 Rangement tardif", "No barrier stands at this deviation"]);
    room.keys("<C-Right>")
        .see(&["All deviations", "barrier 1 of 3"]);
    room.keys("<C-Left>").see(&["D2 Rangement tardif"]);
    room.keys("<Esc>").see(&["Barriers"]);
}

#[test]
fn without_a_barrier_the_slices_ask_what_worked() {
    let mut room = open(Lang::En);
    room.keys("g")
        .see(&["What worked?", "“g” goes back to", "the lists, where"]);
    room.keys("<Right><Enter><C-Right>g").see(&["Deviations"]);
}

#[test]
fn twenty_barriers_are_gone_through_at_every_size() {
    let mut session = session(setup(Lang::Fr));
    let all: Vec<String> = (1..=20)
        .map(|n| format!("Double contrôle numéro {n} avant toute administration d'anticoagulant"))
        .collect();
    let states = BarrierState::ALL;
    let all: Vec<_> = all
        .iter()
        .zip(0..)
        .map(|(what, n)| (what.as_str(), BarrierKind::ALL[n / 7], states[n % 6], false))
        .collect();
    barriers(&mut session, &all);
    let mut room = room(setup(Lang::Fr), session, StepKind::Deviations);
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h).keys("g<Home>");
        room.see(&["barrière 1 sur 20", "danger"]).miss("dommage");
        for n in 1..=20 {
            room.see(&[&format!("barrière {n} sur 20"), &format!("B{n} ·")]);
            room.keys("<Right>");
        }
        room.see(&["barrière 20 sur 20"]).miss("danger");
        room.keys("g");
    }
}
