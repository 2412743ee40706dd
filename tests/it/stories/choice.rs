//! The choice of the event: by agreement, with a fate for every other one; and the analysis entrusted between meetings.

use crate::harness::{Room, Setup};
use crex::domain::agenda::{Mode, StepKind};
use crex::domain::ballot::{Reached, Target};
use crex::domain::code::Lang;
use crex::domain::ids::IncidentId;
use crex::domain::incident::{Fate, Incident, Said};
use crex::domain::session::{Attendee, Presence, Session};

/// Nine people and three events; the meeting stands at the choice.
pub fn at_choice(setup: Setup) -> Room {
    let mut room = Room::holding(setup, three_events);
    go(&mut room, StepKind::Choice);
    room
}

/// Nine people present and three events.
pub fn three_events(session: &mut Session) {
    session
        .attendees
        .for_each_mut(|a| a.presence = Presence::Present);
    for n in 6..=9 {
        let more = Attendee {
            function: format!("IDE {n}").as_str().into(),
            permanent: true,
            presence: Presence::Present,
            ..Attendee::new(session.ids.give())
        };
        session.attendees.push(more);
    }
    for (title, severity) in [
        ("Onze doses après rupture de la chaîne du froid", 3),
        ("Appel pour douleur thoracique rappelé après 3 h", 4),
        ("Ordonnance remise à une autre personne", 2),
    ] {
        let mut incident = Incident::new(session.ids.give());
        incident.report.title = title.into();
        incident.report.facts = title.into();
        incident.report.severity = Some(severity);
        incident.report.likelihood = Some(3);
        session.incidents.push(incident);
    }
}

/// Goes on to a step, passing what is missing.
pub fn go(room: &mut Room, step: StepKind) {
    let row = room.session().row_of(step).unwrap().id;
    let at = room.session().agenda.index_of(row).unwrap();
    // The rail: one row for each step, below the rule.
    let size = room.session().agenda.len();
    assert!(at < size);
    room.click_at(4, u16::try_from(at + 3).unwrap());
}

fn chosen(room: &Room) -> Option<IncidentId> {
    room.session().chosen().map(|i| i.id)
}

#[test]
fn an_event_is_chosen_by_agreement_with_one_key_and_its_reason() {
    let mut room = at_choice(Setup::default());
    room.see(&[
        "Choix de l'événement",
        "E2 Appel pour douleur thoracique",
        "gravité 4 · vraisemblance 3 · criticité 12",
        "Rien n'est encore décidé.",
    ]);
    room.resize(120, 40).see(&["À peser : Fréquence · Gravité"]);
    room.resize(80, 24);
    room.keys("<Down><Enter>levier dans la maison");
    assert_eq!(chosen(&room), Some(IncidentId(2)));
    let choice = &room.session().choice;
    assert_eq!(choice.targets, [Target::Incident(IncidentId(2))]);
    assert_eq!(choice.reached, Reached::Unsaid);
    assert_eq!(choice.reason.as_str(), "levier dans la maison");
    let analysis = room.session().analysis().unwrap();
    assert_eq!(analysis.incident, Some(IncidentId(2)));
    assert_eq!(analysis.grids[0].grid.as_str(), "cadya");
    room.see(&[
        "E2 Appel pour douleur thoracique rappelé après 3 h",
        "non précisé",
    ]);
    // How the group settled it is asked, not supposed.
    room.keys("<S-Tab>1");
    assert_eq!(room.session().choice.reached, Reached::Consensus);
    // Another event is another decision.
    room.keys("<S-Tab><Home><Enter>");
    assert_eq!(room.session().choice.reached, Reached::Unsaid);
}

#[test]
fn only_one_event_bears_the_mark_and_undo_gives_it_back() {
    let mut room = at_choice(Setup::default());
    room.keys("<Enter><S-Tab><S-Tab><Home><Down><Enter>");
    assert_eq!(chosen(&room), Some(IncidentId(2)));
    assert_eq!(
        room.session().incidents.at(0).unwrap().fate,
        Fate::Undecided
    );
    assert_eq!(room.session().analyses.len(), 1);
    room.keys("<C-z>");
    assert_eq!(chosen(&room), Some(IncidentId(1)));
    room.keys("<C-z>");
    assert_eq!(chosen(&room), None);
    assert!(room.session().analyses.is_empty());
}

#[test]
fn every_other_event_gets_a_fate_with_one_key_and_its_reason() {
    let mut room = at_choice(Setup::default());
    room.keys("<Space><Down><Space><Space><Space><Down><Enter><S-Tab><S-Tab>");
    let fates: Vec<Fate> = room.session().incidents.iter().map(|i| i.fate).collect();
    assert_eq!(fates, [Fate::NextTime, Fate::Sent, Fate::Chosen]);
    room.keys("<Home><Down>e<Tab>instance qualité du groupement<Enter>");
    room.see(&["transmis : instance qualité du groupement"]);
    assert_eq!(
        room.session().incidents.at(1).unwrap().fate_reason.as_str(),
        "instance qualité du groupement"
    );
}

#[test]
fn after_a_kill_the_reason_is_where_it_was() {
    let mut room = at_choice(Setup::default());
    room.keys("<Enter>deux répé");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), crex::tui::shell::Start::Session(path));
    room.keys("titions");
    assert_eq!(room.session().choice.reason.as_str(), "deux répétitions");
}

#[test]
fn a_meeting_without_event_says_so() {
    let mut room = Room::holding(Setup::default(), |_| {});
    go(&mut room, StepKind::Choice);
    room.see(&["Aucun événement."]);
    room.keys("<Enter><Space>e");
    assert!(room.session().incidents.is_empty());
}

#[test]
fn between_two_meetings_a_lead_and_a_date_are_asked() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        session.mode = Mode::Between;
    });
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>levier local<Tab><Tab>infirmière référente<Tab>2<Tab>+30");
    let analysis = room.session().analysis().unwrap();
    assert_eq!(analysis.mode, Mode::Between);
    assert_eq!(analysis.lead.as_str(), "infirmière référente");
    assert_eq!(analysis.lead_involved, Said::No);
    assert_eq!(analysis.due.unwrap().to_string(), "2026-12-19");
    room.see(&["dans 30 jours"]);
}

#[test]
fn in_english() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = at_choice(setup);
    room.see(&["severity 4 · likelihood 3", "Nothing is decided yet."]);
    room.keys("<Enter>").see(&["not stated"]);
    room.keys("<S-Tab>");
    room.see(&[
        "E1 Onze doses après rupture de la chaîne du froid",
        "by consensus",
        "neither by vote nor by consensus",
    ]);
}
