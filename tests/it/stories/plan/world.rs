//! Two meetings whose actions live every fate.

use crate::harness::day;
use chrono::NaiveDate;
use crex::domain::action::{Action, Effect, FollowUp, FollowUpOutcome, Status};
use crex::domain::analysis::{Analysis, Factor};
use crex::domain::ballot::{Ballot, BallotOption, BallotState, Method, Reached, Subject, Target};
use crex::domain::ids::{ActionId, FactorId, FollowUpId, IncidentId};
use crex::domain::incident::{Fate, Incident};
use crex::domain::session::{Attendee, Presence, Session, Stage};
use crex::domain::text::Text;
use crex::store::Store;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

const FIRST: Uuid = Uuid::from_u128(1 << 96);
const SECOND: Uuid = Uuid::from_u128(2 << 96);

pub fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn decide(session: &mut Session, what: &str, owner: &str, due: &str, category: &str) {
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        owner: owner.into(),
        due: Some(on(due)),
        evaluated_on: Some(on(due) + chrono::TimeDelta::days(60)),
        category: category.into(),
        indicator: "coupures vues en moins de 30 min".into(),
        baseline: "0 sur 2".into(),
        target: "2 sur 2".into(),
        incident: Some(IncidentId(1)),
        factors: vec![FactorId(1)],
        status: Status::Retained,
        ..Action::new(id)
    });
}

fn word(action: u32, outcome: FollowUpOutcome) -> FollowUp {
    FollowUp {
        session: Text::new(&FIRST.to_string()),
        action: Some(ActionId(action)),
        outcome,
        ..FollowUp::new(FollowUpId(1))
    }
}

fn say(session: &mut Session, said: FollowUp) {
    let id = session.ids.give();
    session.follow_ups.push(FollowUp { id, ..said });
}

/// The first meeting: an event, a factor, a vote, and six actions; the fourth was due before it was decided.
fn first() -> Session {
    let mut session = Session::new(FIRST, on("2026-06-11"));
    session.number = 1;
    session.stage = Stage::Open;
    for function in ["IDEL", "cadre de santé"] {
        let person = Attendee {
            function: function.into(),
            presence: Presence::Present,
            ..Attendee::new(session.ids.give())
        };
        session.attendees.push(person);
    }
    let mut incident = Incident::new(session.ids.give());
    incident.report.title = "Onze doses perdues après rupture du froid".into();
    incident.fate = Fate::Chosen;
    let mut analysis = Analysis::new(session.ids.give());
    analysis.incident = Some(incident.id);
    session.incidents.push(incident);
    let factor = session.ids.give();
    analysis.factors.push(Factor {
        what: "Panne non signalée la nuit".into(),
        ..Factor::new(factor)
    });
    session.analyses.push(analysis);
    decide(
        &mut session,
        "Tester l'alarme du réfrigérateur chaque lundi",
        "IDEL",
        "2026-11-10",
        "double-check",
    );
    decide(
        &mut session,
        "Écrire la conduite à tenir au-dessus de 8 °C",
        "pharmacien",
        "2026-12-15",
        "procedure",
    );
    decide(
        &mut session,
        "Relier l'alarme au téléphone d'astreinte",
        "direction",
        "2026-09-01",
        "software",
    );
    decide(
        &mut session,
        "Afficher un rappel sur la porte",
        "cadre de santé",
        "2026-06-01",
        "warning",
    );
    decide(
        &mut session,
        "Former les remplaçants",
        "IDEL",
        "2026-08-01",
        "training",
    );
    decide(
        &mut session,
        "Acheter un second réfrigérateur",
        "direction",
        "2026-07-01",
        "tested-device",
    );
    let options = session.actions.iter().map(|a| BallotOption {
        target: Target::Action(a.id),
        label: a.what.clone(),
        hands: Some(a.id.0),
        ..BallotOption::default()
    });
    let options = options.collect();
    let ballot = Ballot {
        subject: Subject::Actions,
        options,
        method: Method::Hands { each: 3 },
        state: BallotState::Closed,
        entitled: 9,
        ..Ballot::new(session.ids.give())
    };
    session.retained.ballot = Some(ballot.id);
    session.retained.reached = Reached::AsVoted;
    session.retained.reason = "la nuit, personne ne regarde".into();
    session.ballots.push(ballot);
    session
}

/// The second meeting gives most of them a fate and decides one more.
fn second() -> Session {
    let mut session = Session::new(SECOND, on("2026-09-17"));
    session.number = 2;
    session.stage = Stage::Open;
    session.closing.next_date = Some(on("2026-10-15"));
    for reason in ["relecture en attente", "logiciel en panne"] {
        let later = FollowUp {
            reason: reason.into(),
            new_due: Some(on("2026-12-15")),
            ..word(2, FollowUpOutcome::Postponed)
        };
        say(&mut session, later);
    }
    say(&mut session, word(3, FollowUpOutcome::Done));
    let effective = FollowUp {
        effect: Effect::Effective,
        evidence: "audit de 20 dossiers".into(),
        ..word(5, FollowUpOutcome::Evaluated)
    };
    say(&mut session, effective);
    let dropped = FollowUp {
        reason: "hors budget".into(),
        ..word(6, FollowUpOutcome::Dropped)
    };
    say(&mut session, dropped);
    decide(
        &mut session,
        "Standardiser l'étiquette des doses",
        "pharmacien",
        "2027-02-01",
        "standardise",
    );
    session
}

pub fn world(folder: &Path) {
    let mut store = Store::open(folder, day(), Arc::new(|| {})).unwrap();
    for session in [first(), second()] {
        store.create(session, day()).unwrap();
    }
    assert!(store.flush(std::time::Duration::from_secs(20)));
}
