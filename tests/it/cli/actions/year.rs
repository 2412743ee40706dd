//! A year of four sessions: the first decides eight actions, the others and a word between them give each its fate.

use crate::cli::Machine;
use crate::made::noon;
use crate::store::store;
use chrono::NaiveDate;
use crex::domain::action::{Action, Effect, FollowUp, FollowUpFile, FollowUpOutcome, Status};
use crex::domain::analysis::{Analysis, Factor};
use crex::domain::ids::{ActionId, FollowUpId};
use crex::domain::session::Session;
use crex::domain::simulation::{Kind, Simulation};
use crex::domain::text::Text;
use uuid::Uuid;

/// The day on which the program says it is: its clock, since it is run as it is built.
fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// A day before or after today.
pub(super) fn day(n: i64) -> NaiveDate {
    today() + chrono::TimeDelta::days(n)
}

fn id_of(number: u32) -> Uuid {
    Uuid::from_u128(u128::from(number) << 96)
}

/// A session of this number, so many days ago.
pub(super) fn session(number: u32, ago: i64) -> Session {
    let mut session = Session::new(id_of(number), day(-ago));
    session.number = number;
    session.title = Text::line(&format!("Séance {number}"));
    session
}

/// Decides an action, due so many days from today and to be evaluated a month later.
pub(super) fn decide(session: &mut Session, what: &str, owner: &str, due: i64) {
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        owner: owner.into(),
        due: Some(day(due)),
        evaluated_on: Some(day(due + 30)),
        status: Status::Retained,
        category: "training".into(),
        indicator: "relevés manquants".into(),
        baseline: "6 sur 20".into(),
        target: "0 sur 20".into(),
        ..Action::new(id)
    });
}

/// What is said of an action of the first session.
fn of(action: u32, outcome: FollowUpOutcome) -> FollowUp {
    FollowUp {
        session: Text::new(&id_of(1).to_string()),
        action: Some(ActionId(action)),
        outcome,
        ..FollowUp::new(FollowUpId(1))
    }
}

fn say(session: &mut Session, said: FollowUp) {
    let id = session.ids.give();
    session.follow_ups.push(FollowUp { id, ..said });
}

/// The first session decides eight actions; two more and a word between them give each its fate; the fourth is played.
pub(super) fn year() -> Machine {
    let mut first = session(1, 300);
    let mut analysis = Analysis::new(first.ids.give());
    let factor = first.ids.give();
    analysis.factors.push(Factor {
        what: "Relevé fait de mémoire".into(),
        ..Factor::new(factor)
    });
    first.analyses.push(analysis);
    decide(
        &mut first,
        "Tester l'alarme du réfrigérateur chaque lundi matin",
        "IDEC",
        -20,
    );
    decide(
        &mut first,
        "Écrire la conduite à tenir",
        "pharmacien d'officine",
        15,
    );
    decide(&mut first, "Relier l'alarme", "direction", -200);
    decide(&mut first, "Former les remplaçants", "IDEC", -190);
    decide(&mut first, "Afficher un rappel", "cadre de santé", -180);
    decide(
        &mut first,
        "Acheter un second réfrigérateur",
        "direction",
        -170,
    );
    decide(&mut first, "Double contrôle", "Idec", -160);
    decide(&mut first, "Revoir les étiquettes", "", -150);
    first.actions.for_each_mut(|a| a.factors = vec![factor]);
    let mut second = session(2, 150);
    say(&mut second, of(1, FollowUpOutcome::Ongoing));
    for n in [-60, 40] {
        let later = FollowUp {
            new_due: Some(day(n)),
            ..of(2, FollowUpOutcome::Postponed)
        };
        say(&mut second, later);
    }
    say(&mut second, of(3, FollowUpOutcome::Done));
    for (action, effect) in [
        (4, Effect::Effective),
        (5, Effect::Partly),
        (6, Effect::NotEffective),
        (7, Effect::CannotTell),
    ] {
        let said = of(action, FollowUpOutcome::Evaluated);
        let evidence = "audit de 20 dossiers".into();
        say(
            &mut second,
            FollowUp {
                effect,
                evidence,
                ..said
            },
        );
    }
    let mut third = session(3, 100);
    decide(&mut third, "=Ouvrir ; fermer", "IDEC", 60);
    let mut played = session(4, 50);
    decide(&mut played, "Action jouée", "IDEC", -40);
    say(&mut played, of(1, FollowUpOutcome::Dropped));
    played.kind = Kind::Simulation(Simulation::default());
    let dropped = FollowUpFile {
        schema: crex::domain::SCHEMA,
        id: Uuid::from_u128(99),
        follow_up: FollowUp {
            reason: "fusionnée avec une autre".into(),
            said_on: Some(day(-30)),
            ..of(8, FollowUpOutcome::Dropped)
        },
    };
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    for made in [first, second, third, played] {
        store.create(made, noon()).unwrap();
    }
    store.create(dropped, noon()).unwrap();
    drop(store);
    machine
}
