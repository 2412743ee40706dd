//! No orphan: what hangs on nothing is counted where it is written and where the meeting ends, and sealing asks why.

use super::scene::{barrier, deviation, factor, room, session, setup};
use crate::harness::Room;
use crex::documents::markdown::markdown;
use crex::documents::record::record;
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::session::Session;

fn open(lang: Lang, fill: impl FnOnce(&mut Session)) -> Room {
    let mut session = session(setup(lang));
    deviation(
        &mut session,
        1,
        "Plateau donné à une autre résidente",
        "Identité vérifiée au lit",
    );
    factor(&mut session, "Identité non vérifiée au lit", true);
    barrier(&mut session, "Relevé des piluliers");
    fill(&mut session);
    room(setup(lang), session, StepKind::Actions)
}

/// The record as it is now.
fn told(room: &Room) -> String {
    markdown(&record(room.session())).replace('\u{a0}', " ")
}

/// From the actions to the closing, whatever is missing.
fn to_the_closing(room: &mut Room) {
    for _ in 0..4 {
        if room.screen().contains("Clôture de la séance")
            || room.screen().contains("Closing the meeting")
        {
            return;
        }
        room.keys("<F8>");
        if room.screen().contains("Il manque encore") || room.screen().contains("Still missing") {
            room.keys("<Enter>");
        }
    }
}

#[test]
fn what_is_incomplete_is_counted_where_it_is_written_and_at_the_closing() {
    let mut room = open(Lang::Fr, |_| ());
    room.keys("aFormer les remplaçants<Enter>Séparer les chariots<Esc><Home><Space>");
    room.resize(100, 40).see(&[
        "1 action incomplète : A. Entrée la complète, ou dit pourquoi.",
        "1 facteur retenu sans action ni raison : C1.",
    ]);
    to_the_closing(&mut room);
    room.see(&[
        "Reste incomplet",
        "1 action, 1 facteur",
        "A1 Former les remplaçants",
        "ni action, ni raison",
    ]);
    // Enter goes to where it is completed, with its reason.
    room.tab_to("A1")
        .keys("<Enter>")
        .see(&["Verbe et objet", "Former les remplaçants"]);
    room.keys("<Esc>");
    to_the_closing(&mut room);
    room.tab_to("A1").keys("<Down><Enter>cadre à voir<Esc>");
    assert_eq!(
        room.session()
            .analysis()
            .unwrap()
            .factors
            .at(0)
            .unwrap()
            .no_action_reason
            .as_str(),
        "cadre à voir"
    );
    to_the_closing(&mut room);
    room.see(&["Reste incomplet", "1 action"]).miss("1 facteur");
}

#[test]
fn an_indicator_needs_its_value_before_and_the_one_aimed_at() {
    let mut room = open(Lang::Fr, |_| ());
    room.keys("aFormer<Esc><Enter>")
        .tab_to("Indicateur")
        .keys("erreurs de plateau<Esc>");
    room.see(&["valeur de départ, valeur visée"]);
    room.keys("<Enter>")
        .tab_to("Avant")
        .keys("2<Tab>0<Esc>")
        .miss("valeur de départ");
}

#[test]
fn sealing_with_an_orphan_asks_why_and_the_record_prints_it() {
    let mut room = open(Lang::Fr, |_| ());
    room.keys("aFormer les remplaçants<Esc><Home><Space>");
    room.resize(100, 40).palette("sceller");
    room.see(&[
        "Resteraient : 1 action incomplète, 1 facteur retenu sans",
        "Pourquoi les laisser ?",
    ]);
    room.keys("direction à voir lundi<Enter><Down><Enter>");
    assert!(room.session().is_sealed());
    assert!(
        told(&room).contains("A1, C1 – direction à voir lundi"),
        "{}",
        told(&room)
    );
}

#[test]
fn without_a_word_the_record_says_that_no_reason_was_given() {
    let mut room = open(Lang::Fr, |_| ());
    room.keys("aFormer les remplaçants<Esc><Home><Space>");
    room.palette("sceller").keys("<Tab><Tab><Enter>");
    assert!(room.session().is_sealed());
    assert!(
        told(&room).contains("A1, C1 – sans raison donnée"),
        "{}",
        told(&room)
    );
    assert!(told(&room).contains("Plan d'actions faible, accepté car"));
}

#[test]
fn sealing_asks_nothing_where_all_hangs_on_something() {
    let mut room = open(Lang::Fr, |session| {
        let id = session.analysis().unwrap().factors.at(0).unwrap().id;
        session
            .analysis_mut()
            .unwrap()
            .factors
            .get_mut(id)
            .unwrap()
            .no_action_reason = "relève du siège".into();
    });
    room.palette("sceller").miss("Pourquoi les laisser");
    room.keys("<Down><Enter>");
    assert!(room.session().is_sealed());
    assert_eq!(room.session().reasons.orphans, None);
}

#[test]
fn a_plan_of_weak_actions_alone_asks_why_and_the_record_prints_it() {
    let mut room = open(Lang::Fr, |_| ());
    room.keys("aFormer les remplaçants<Enter>Afficher un rappel<Esc><Home><Space><Down><Space>");
    room.resize(100, 40)
        .see(&["Le plan ne tient que par des actions faibles"]);
    room.tab_to("Pourquoi")
        .keys("rien d'autre avant le nouveau logiciel");
    let said = told(&room);
    assert!(
        said.contains("accepté car") && said.contains("rien d'autre avant le nouveau logiciel")
    );
    // One that is stronger, and the question is gone.
    room.keys("<S-Tab>aSéparer les chariots<Esc><End><Space>");
    room.miss("ne tient que par des actions faibles");
}

#[test]
fn stronger_ways_are_those_for_the_factor_that_it_answers() {
    let mut room = open(Lang::En, |session| {
        let analysis = session.analysis_mut().unwrap();
        let id = analysis.factors.at(0).unwrap().id;
        analysis.factors.get_mut(id).unwrap().codes = vec![crex::domain::analysis::FactorCode {
            grid: "cadya".into(),
            item: "T1.1".into(),
            mapped: false,
        }];
    });
    room.keys("aTrain the stand-ins<Esc><Enter>");
    room.see(&["A weak action. Stronger: simplified process (one path instead of three)"]);
    room.keys("<Tab><Space><S-Tab>");
    room.see(&["Stronger: new device tested with users before purchase (equipment tried by those who use it)"]);
}

#[test]
fn a_day_before_its_decision_is_said_while_it_is_typed() {
    let mut room = open(Lang::Fr, |_| ());
    room.keys("aFormer<Esc><Enter>")
        .tab_to("Échéance")
        .keys("01/10/2026");
    room.see(&["! avant cette séance"]);
    room.keys(&"<Backspace>".repeat(10)).keys("01/12/2026");
    room.miss("avant cette séance");
    room.tab_to("Évaluée le")
        .keys("20/11/2026")
        .see(&["! avant l'échéance"]);
}
