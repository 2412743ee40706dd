//! A fictitious year, 2025, with one meeting of the year before: six meetings in both modes, forty events, twelve actions with
//! every fate, two things come back, a simulation and a copied file. Places and people are made up.

mod parts;

use crate::made::noon;
use crate::store::store;
use chrono::TimeDelta;
use crex::content;
use crex::domain::action::{Effect, FollowUp, FollowUpFile, FollowUpOutcome, Status, Strength};
use crex::domain::analysis::{AnalysisFile, FactorCode, Reply, Retained};
use crex::domain::code::Code;
use crex::domain::ids::{ActionId, IncidentId};
use crex::domain::incident::{Fate, Incident, IncidentFile, Report};
use crex::domain::session::Session;
use crex::domain::simulation::{Kind, Simulation};
use crex::domain::text::Text;
use parts::{
    analyse, between, day, decide, deviate, entrust, evaluated, events, held, id_of, named, of,
    present, say, table,
};
use std::fs;
use std::path::Path;

struct Made {
    sessions: Vec<Session>,
    analyses: Vec<AnalysisFile>,
    follow_ups: Vec<FollowUpFile>,
}

/// The meeting of the year before, and the first two of the year.
fn winter(made: &mut Made) -> [ActionId; 3] {
    let mut before = held(1, "2024-11-14");
    events(&mut before, 1);
    let event = named(
        &mut before,
        0,
        "Insuline rapide injectée à la place de l'insuline lente",
        "medication",
        "administration",
    );
    analyse(&mut before, event, "E", 1);
    let old = decide(&mut before, "training", "IDEC", "2025-01-15", true);

    let mut second = held(2, "2025-01-16");
    table(&mut second, "pppppo");
    events(&mut second, 6);
    let event = named(
        &mut second,
        0,
        "Lettre de sortie reçue dix jours après le retour à domicile",
        "handover",
        "transfer",
    );
    second.incidents.get_mut(IncidentId(6)).unwrap().fate = Fate::NextTime;
    let factors = analyse(&mut second, event, "ET", 2);
    deviate(&mut second);
    let grid = content::grid(&Code::new("cadya")).unwrap();
    second.analyses.for_each_mut(|a| {
        for (_, item) in grid.leaves() {
            a.answer_mut(&grid.id, &item.id).reply = Reply::No;
        }
        a.factors.for_each_mut(|f| f.retained = Retained::Yes);
    });
    second.priorities.reason = "levier local".into();
    let a1 = decide(&mut second, "forcing", "secrétaire", "2025-02-20", true);
    let a2 = decide(&mut second, "training", "IDEC", "2025-02-28", true);
    let a3 = decide(&mut second, "training", "", "", false);
    second.actions.for_each_mut(|a| {
        a.factors.clone_from(&factors);
        if a.id == a3 {
            a.missing_reason = "décidée en fin de séance".into();
        }
    });
    say(&mut second, of(1, old, FollowUpOutcome::Dropped));

    let mut third = held(3, "2025-03-13");
    table(&mut third, "rpxap");
    events(&mut third, 8);
    let chosen = named(
        &mut third,
        0,
        "Chute dans le couloir mal éclairé du centre",
        "fall",
        "daily-life",
    );
    let again = second.incidents.get(IncidentId(6)).unwrap();
    let again = Incident {
        origin: Text::line(&format!("{}/E6", second.id)),
        fate: Fate::SimpleAnswer,
        id: third.ids.give(),
        ..again.clone()
    };
    third.incidents.push(again);
    made.analyses.push(entrust(&mut third, chosen, 61));
    say(&mut third, of(2, a1, FollowUpOutcome::Done));
    made.follow_ups
        .push(between(71, "2025-02-10", of(2, a2, FollowUpOutcome::Done)));
    made.sessions.extend([before, second, third]);
    [a1, a2, a3]
}

/// The meetings of May and June, and what they say of the actions of the winter.
fn spring(made: &mut Made, winter: [ActionId; 3]) -> ([ActionId; 3], [ActionId; 2]) {
    let mut fourth = held(4, "2025-05-15");
    table(&mut fourth, "ppppa");
    events(&mut fourth, 7);
    let chosen = named(
        &mut fourth,
        1,
        "Appel pour douleur thoracique rappelé après trois heures",
        "delay",
        "consultation",
    );
    present(&mut fourth, made.analyses[0].clone(), 'E');
    deviate(&mut fourth);
    let b1 = decide(&mut fourth, "checklist", "médecin", "2025-06-10", true);
    let b2 = decide(&mut fourth, "software", "secrétaire", "2025-09-01", false);
    let b3 = decide(&mut fourth, "training", "IDEC", "2025-06-30", false);
    made.analyses.push(entrust(&mut fourth, chosen, 62));
    say(&mut fourth, evaluated(2, winter[1], Effect::Partly));

    let mut fifth = held(5, "2025-06-19");
    table(&mut fifth, "ppqpp");
    events(&mut fifth, 6);
    let event = named(
        &mut fifth,
        0,
        "Résultat de kaliémie resté sur le fax",
        "tests",
        "test",
    );
    named(
        &mut fifth,
        1,
        "Traitement modifié à l'hôpital, personne n'était prévenu",
        "handover",
        "transfer",
    );
    let factors = analyse(&mut fifth, event, "H-", 1);
    fifth.analyses.for_each_mut(|a| {
        a.factors.for_each_mut(|f| {
            if f.id == factors[0] {
                f.retained = Retained::Yes;
            }
        });
    });
    fifth.priorities.reason = "le plus fréquent".into();
    let c1 = decide(&mut fifth, "forcing", "biologiste", "2025-09-18", true);
    let c2 = decide(&mut fifth, "", "IDEC", "", false);
    fifth.actions.get_mut(c2).unwrap().strength = Some(Strength::Intermediate);
    fifth.closing.next_date = Some(day("2025-07-10"));
    say(&mut fifth, evaluated(2, winter[0], Effect::Effective));
    say(&mut fifth, of(4, b1, FollowUpOutcome::Done));
    let later = FollowUp {
        new_due: Some(day("2025-12-01")),
        ..of(4, b2, FollowUpOutcome::Postponed)
    };
    say(&mut fifth, later);
    made.sessions.extend([fourth, fifth]);
    ([b1, b2, b3], [c1, c2])
}

/// The last two meetings.
fn autumn(made: &mut Made, b: [ActionId; 3], c: [ActionId; 2]) {
    let mut sixth = held(6, "2025-09-18");
    table(&mut sixth, "-----");
    sixth.sittings[0].closed = None;
    events(&mut sixth, 6);
    let event = named(
        &mut sixth,
        0,
        "Dossier ouvert au nom d'un homonyme",
        "identity",
        "reception",
    );
    let slip = sixth.incidents.get_mut(IncidentId(3)).unwrap();
    slip.answered = slip.report.reported.map(|day| day - TimeDelta::days(4));
    analyse(&mut sixth, event, "E", 2);
    let alarm = Code::new("alarm");
    let item = content::grid(&alarm)
        .unwrap()
        .leaves()
        .next()
        .unwrap()
        .1
        .id
        .clone();
    sixth.analyses.for_each_mut(|a| {
        a.grids.push(content::grid_use(&alarm).unwrap());
        a.factors.for_each_mut(|f| {
            f.codes.push(FactorCode {
                grid: alarm.clone(),
                item: item.clone(),
                mapped: false,
            });
        });
    });
    let d1 = decide(&mut sixth, "", "direction", "2025-10-31", false);
    let d2 = decide(&mut sixth, "", "secrétaire", "", false);
    let d3 = decide(&mut sixth, "", "IDEC", "2025-10-30", true);
    sixth.actions.get_mut(d1).unwrap().status = Status::Transferred;
    sixth.actions.get_mut(d2).unwrap().status = Status::Closed;
    say(&mut sixth, of(5, c[0], FollowUpOutcome::Done));
    say(&mut sixth, of(4, b[2], FollowUpOutcome::Dropped));
    say(&mut sixth, of(5, c[1], FollowUpOutcome::Ongoing));
    made.follow_ups
        .push(between(72, "2025-10-15", of(6, d3, FollowUpOutcome::Done)));

    let mut seventh = held(7, "2025-11-20");
    table(&mut seventh, "appppp");
    events(&mut seventh, 5);
    named(
        &mut seventh,
        2,
        "Insuline rapide injectée au lieu de la lente",
        "",
        "",
    );
    present(&mut seventh, made.analyses[1].clone(), 'T');
    let e1 = decide(&mut seventh, "training", "médecin", "2026-02-28", true);
    let factor = seventh.analyses.at(0).unwrap().factors.at(0).unwrap().id;
    seventh.actions.get_mut(e1).unwrap().factors = vec![factor];
    made.analyses.push(entrust(&mut seventh, IncidentId(1), 63));
    seventh.closing.next_date = Some(day("2025-12-11"));
    say(&mut seventh, evaluated(4, b[0], Effect::NotEffective));
    say(&mut seventh, evaluated(5, c[0], Effect::CannotTell));
    say(&mut seventh, of(4, b[1], FollowUpOutcome::Done));
    say(&mut seventh, of(6, d3, FollowUpOutcome::Ongoing));
    made.sessions.extend([sixth, seventh]);
}

/// Fills a workspace with the year.
pub fn fill(root: &Path) {
    let mut made = Made {
        sessions: Vec::new(),
        analyses: Vec::new(),
        follow_ups: Vec::new(),
    };
    let a = winter(&mut made);
    let (b, c) = spring(&mut made, a);
    autumn(&mut made, b, c);
    let mut prepared = Session::new(id_of(8), day("2025-12-11"));
    prepared.number = 8;
    let mut played = held(9, "2025-04-01");
    table(&mut played, "ppppp");
    events(&mut played, 5);
    decide(&mut played, "forcing", "IDEC", "2025-04-02", true);
    played.kind = Kind::Simulation(Simulation::default());
    made.sessions.extend([prepared, played]);
    let waiting = [Some("2025-12-20"), Some("2025-12-27"), None];
    let waiting = waiting
        .iter()
        .zip(80_u32..)
        .map(|(reported, n)| IncidentFile {
            schema: crex::domain::SCHEMA,
            id: id_of(n),
            report: Report {
                title: Text::line(&format!("En attente {n}")),
                reported: reported.map(day),
                ..Report::default()
            },
        });
    let mut store = store(root);
    for session in made.sessions {
        store.create(session, noon()).unwrap();
    }
    for file in made.analyses {
        store.create(file, noon()).unwrap();
    }
    for file in made.follow_ups {
        store.create(file, noon()).unwrap();
    }
    for file in waiting {
        store.create(file, noon()).unwrap();
    }
    drop(store);
    let sessions = root.join("sessions");
    let third = fs::read_dir(&sessions).unwrap().flatten();
    let third = third
        .map(|e| e.path())
        .find(|p| p.to_string_lossy().contains("2025-03-13"));
    fs::copy(
        third.unwrap(),
        sessions.join("2025-03-13-copie-00000000.ron"),
    )
    .unwrap();
}
