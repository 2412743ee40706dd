//! The example meeting, case « Les médicaments du soir de la chambre voisine » (fictitious), made with the domain's types.

use super::at;
use crex::content;
use crex::domain::action::{Action, ActionKind, ActionLevel, Status};
use crex::domain::analysis::{
    Analysis, Barrier, BarrierKind, BarrierNature, BarrierState, Certainty, Deviation, Fact,
    Factor, FactorCode, FactorRole, Reply, Retained, Source,
};
use crex::domain::ballot::{
    Ballot, BallotOption, BallotState, Decision, Method, Quorum, Reached, Subject, Target,
};
use crex::domain::code::Code;
use crex::domain::ids::{DeviationId, FactorId};
use crex::domain::incident::{Fate, Incident, Informed, Report, Said};
use crex::domain::moment::Moment;
use crex::domain::session::{Approval, Attendee, Presence, Session};
use crex::domain::text::Text;
use crex::store::Store;
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};
use uuid::Uuid;

#[test]
fn examples_are_rewritten_when_asked() {
    if env::var_os("UPDATE").is_none() {
        return;
    }
    let kept = tempfile::tempdir().unwrap();
    let mut store = Store::open(kept.path(), at(16, 0), Arc::new(|| {})).unwrap();
    let keep = |from: &Path, name: &str| {
        fs::copy(from, super::folder().join(name)).unwrap();
    };
    let midway = begun(1);
    let opened = store.create(midway, at(14, 0)).unwrap();
    keep(&opened.path, "ehpad-midway.ron");
    let mut whole = begun(2);
    finish(&mut whole);
    let opened = store.create(whole.clone(), at(14, 0)).unwrap();
    store.seal(opened.handle, &whole, at(15, 31)).unwrap();
    keep(&opened.path, "ehpad-sealed.ron");
}

/// The meeting up to the deviations.
fn begun(id: u128) -> Session {
    let mut s = Session::new(Uuid::from_u128(id << 96 | 0x4000_8000), at(14, 0).date());
    s.number = 12;
    s.title = "Les médicaments du soir de la chambre voisine".into();
    s.structure = "Résidence des Trois Étangs (structure fictive)".into();
    s.sector = "nursing-home".into();
    s.place = "salle de réunion du rez-de-chaussée".into();
    s.format = "room-90".into();
    s.scales = content::default_scales_for(&s.sector);
    s.quorum = Quorum {
        members: 4,
        professions: 3,
    };
    let format = content::format(&s.format).unwrap();
    s.lay_agenda(&format.rows);
    s.open_sitting(at(14, 0));
    people(&mut s);
    s.opening.approval = Approval::Approved;
    s.opening.charter_accepted = true;
    s.opening.secrecy_announced = true;
    s.opening.aims =
        "Comprendre comment un sachet a changé de chambre, sans chercher de coupable.".into();
    incidents(&mut s);
    choose(&mut s);
    analyse(s.analysis_or_new().cloned().unwrap(), &mut s);
    visit(&mut s, 6);
    s
}

/// Goes through the first `n` steps, each for its minutes.
fn visit(s: &mut Session, n: usize) {
    let rows: Vec<_> = s.agenda.iter().take(n).map(|r| (r.id, r.minutes)).collect();
    let mut now = at(14, 0);
    for (row, minutes) in rows {
        s.enter(row, now);
        now += chrono::TimeDelta::minutes(i64::from(minutes));
    }
    s.stop_timer(now);
}

fn people(s: &mut Session) {
    let people = [
        (
            "cadre de santé (IDEC)",
            "nurse-manager",
            &["facilitator"][..],
            Presence::Present,
        ),
        (
            "médecin coordonnateur",
            "coordinating-doctor",
            &[],
            Presence::Present,
        ),
        ("infirmière", "nurse", &["secretary"], Presence::Present),
        (
            "aide-soignante de jour",
            "nursing-assistant",
            &["timekeeper"],
            Presence::Present,
        ),
        (
            "pharmacienne d'officine",
            "pharmacist",
            &[],
            Presence::Present,
        ),
        ("agent hôtelier", "hotel", &[], Presence::Late),
        (
            "représentante du conseil de la vie sociale",
            "",
            &["users-representative"],
            Presence::Present,
        ),
        ("directrice", "", &["management"], Presence::Excused),
    ];
    for (function, profession, roles, presence) in people {
        let attendee = Attendee {
            function: function.into(),
            profession: profession.into(),
            permanent: true,
            roles: roles.iter().map(|r| Code::new(r)).collect(),
            presence,
            ..Attendee::new(s.ids.give())
        };
        s.attendees.push(attendee);
    }
}

fn incidents(s: &mut Session) {
    let evening = Report {
        reference: "FEI 2026-31".into(),
        title: "Sachet du soir donné à la voisine".into(),
        occurred: Moment::parse("10/11/2026 19:10", s.date),
        reported: Moment::parse("11/11/2026", s.date).place(s.date).map(|t| t.date()),
        sector: "nursing-home".into(),
        place: "salle à manger du premier étage".into(),
        stage: "administration".into(),
        reporter: "aide-soignante".into(),
        person: "patient".into(),
        age: "80-89".into(),
        sex: "female".into(),
        facts: "Une résidente reçoit à 19 h 10 le sachet du résident voisin : antihypertenseur, hypnotique, antidiabétique oral.".into(),
        consequences: "Hypotension, glycémie à 0,52 g/L à 21 h ; récupération à 23 h.".into(),
        measures: "Resucrage, appel au 15, surveillance rapprochée sur place.".into(),
        informed: Informed::Yes,
        severity: Some(3),
        potential_severity: Some(5),
        likelihood: Some(4),
        avoidability: Some(1),
        seen_before: Said::Yes,
        nature: "medication".into(),
        support_offered: Said::Yes,
        ..Report::default()
    };
    let fall = Report {
        reference: "FEI 2026-33".into(),
        title: "Chute devant l'ascenseur".into(),
        occurred: Moment::parse("13/11/2026 15:00", s.date),
        place: "hall du rez-de-chaussée".into(),
        reporter: "agent hôtelier".into(),
        person: "patient".into(),
        facts: "Un résident tombe devant l'ascenseur sur le sol mouillé, sans blessure.".into(),
        severity: Some(1),
        potential_severity: Some(3),
        likelihood: Some(3),
        nature: "fall".into(),
        ..Report::default()
    };
    for report in [evening, fall] {
        let incident = Incident {
            report,
            ..Incident::new(s.ids.give())
        };
        s.incidents.push(incident);
    }
}

fn choose(s: &mut Session) {
    let ids: Vec<_> = s.incidents.iter().map(|i| i.id).collect();
    let options = s
        .incidents
        .iter()
        .zip([5, 1])
        .map(|(i, hands)| BallotOption {
            target: Target::Incident(i.id),
            label: i.report.title.clone(),
            hands: Some(hands),
            ..BallotOption::default()
        });
    let ballot = Ballot {
        subject: Subject::Choice,
        question: "Quel événement analyser aujourd'hui ?".into(),
        options: options.collect(),
        method: Method::Hands { each: 1 },
        state: BallotState::Closed,
        entitled: 7,
        professions: 6,
        abstentions: 1,
        ..Ballot::new(s.ids.give())
    };
    s.choice = Decision {
        ballot: Some(ballot.id),
        reached: Reached::AsVoted,
        targets: vec![Target::Incident(ids[0])],
        reason: "Deux presque accidents le mois précédent ; leviers dans nos mains.".into(),
        ..Decision::default()
    };
    s.ballots.push(ballot);
    s.incidents.get_mut(ids[0]).unwrap().fate = Fate::Chosen;
    let fall = s.incidents.get_mut(ids[1]).unwrap();
    fall.fate = Fate::SimpleAnswer;
    fall.fate_reason = "Tapis absorbant déjà commandé.".into();
    fall.answer = "Merci de votre signalement : un tapis absorbant est posé et le nettoyage du hall passe avant 14 h.".into();
    fall.answer_by = "cadre de santé (IDEC)".into();
}

fn analyse(mut a: Analysis, s: &mut Session) {
    a.lead = "médecin coordonnateur".into();
    a.lead_involved = Said::No;
    a.grids = content::grid_use(&"alarm".into()).into_iter().collect();
    a.sources.push(Source {
        what: "aide-soignante, entendue au calme".into(),
        note: "n'avait jamais travaillé à cet étage".into(),
        done: true,
        ..Source::new(s.ids.give())
    });
    let facts = [
        (
            "17:30",
            "équipe",
            "Deux arrêts maladie ; une remplaçante sur l'étage, première fois dans l'établissement",
            false,
        ),
        (
            "18:20",
            "équipe",
            "Dîner avancé pour une animation ; tous les résidents en salle, hors de leur place habituelle",
            false,
        ),
        (
            "18:40",
            "infirmière",
            "Chariot préparé ; photos manquantes pour 6 résidents, impression en panne",
            true,
        ),
        (
            "18:55",
            "infirmière",
            "Appelée pour une chute à l'autre étage ; demande à la remplaçante « d'aider à terminer »",
            true,
        ),
        (
            "19:05",
            "remplaçante",
            "Deux résidents portent des prénoms proches ; elle se repère au plan de table",
            false,
        ),
        (
            "19:10",
            "remplaçante",
            "Donne le sachet du voisin ; la résidente dit « il y en a plus que d'habitude », réponse « c'est le nouveau traitement »",
            true,
        ),
        (
            "20:30",
            "infirmière",
            "Trouve le sachet restant, comprend, alerte",
            false,
        ),
        (
            "21:00",
            "infirmière",
            "Hypoglycémie corrigée, appel au 15",
            false,
        ),
    ];
    for (when, actor, what, starred) in facts {
        a.facts.push(Fact {
            when: Moment::parse(when, s.date),
            actor: actor.into(),
            what: what.into(),
            source: "récits croisés et dossier".into(),
            starred,
            ..Fact::new(s.ids.give())
        });
    }
    deviations(&mut a, s);
    barriers(&mut a, s);
    let id = a.id;
    *s.analyses.get_mut(id).unwrap() = a;
}

fn deviations(a: &mut Analysis, s: &mut Session) {
    let rows = [
        (
            Some(3),
            "Distribution confiée sans délégation ni double identification",
            "Une infirmière distribue, ou délègue par écrit et contrôle",
            "appelée en urgence à l'autre étage",
        ),
        (
            Some(2),
            "Photos absentes pour six résidents",
            "Une photo à jour sur chaque sachet",
            "impression en panne depuis trois semaines",
        ),
        (
            Some(4),
            "Plan de table utilisé comme identité",
            "Nom, prénom et photo au moment de la prise",
            "résidents hors de leur place habituelle",
        ),
        (
            Some(5),
            "Parole de la résidente non prise en compte",
            "On s'arrête quand un résident dit que ce n'est pas pareil",
            "remplaçante seule, repas en cours",
        ),
        (
            None,
            "Deux presque accidents antérieurs non signalés",
            "Tout presque accident est signalé",
            "« il ne s'était rien passé »",
        ),
    ];
    for (fact, observed, expected, cause) in rows {
        a.deviations.push(Deviation {
            fact: fact.and_then(|n| a.facts.at(n)).map(|f| f.id),
            observed: observed.into(),
            expected: expected.into(),
            reference: "procédure du circuit du médicament".into(),
            immediate_cause: cause.into(),
            ..Deviation::new(s.ids.give())
        });
    }
}

fn barriers(a: &mut Analysis, s: &mut Session) {
    use BarrierKind::{Mitigation, Prevention, Recovery};
    use BarrierNature::{Human, Organisational, Physical};
    use BarrierState::{Absent, Failed, Worked};
    let rows = [
        (
            "Identité par photo sur le sachet",
            Prevention,
            Absent,
            None,
            Physical,
            1,
        ),
        (
            "Organisation du repas à place fixe",
            Prevention,
            Failed,
            None,
            Organisational,
            2,
        ),
        (
            "Vérification au moment de la prise",
            Recovery,
            Failed,
            None,
            Human,
            2,
        ),
        ("Alerte de la résidente", Recovery, Failed, None, Human, 3),
        (
            "Contrôle du chariot par l'infirmière",
            Recovery,
            Failed,
            Some(Worked),
            Human,
            0,
        ),
        (
            "Surveillance rapprochée et appel au 15",
            Mitigation,
            Worked,
            None,
            Organisational,
            3,
        ),
    ];
    for (what, kind, state, then, nature, at) in rows {
        a.barriers.push(Barrier {
            what: what.into(),
            kind,
            state,
            then,
            nature,
            deviation: a.deviations.at(at).map(|d| d.id),
            ..Barrier::new(s.ids.give())
        });
    }
}

/// From the factors to the closing.
fn finish(s: &mut Session) {
    factors(s);
    actions(s);
    closing(s);
    let n = s.agenda.len();
    visit(s, n);
    s.sittings.last_mut().unwrap().closed = Some(at(15, 30));
}

fn factors(s: &mut Session) {
    let grid = Code::new("alarm");
    let rows = [
        (
            "Remplaçante sans accueil ni liste de ce qu'elle ne fait pas seule",
            "6.2",
            FactorRole::Principal,
            &[1][..],
            Retained::Yes,
        ),
        (
            "Tâche interrompue : une seule infirmière pour deux étages au dîner",
            "5.6",
            FactorRole::Influencing,
            &[1],
            Retained::Yes,
        ),
        (
            "Impression des photos en panne, sans contrôle régulier",
            "5.4",
            FactorRole::Secondary,
            &[2],
            Retained::Yes,
        ),
        (
            "Salle réorganisée sans repère d'identité",
            "2.1",
            FactorRole::Influencing,
            &[3],
            Retained::Yes,
        ),
        (
            "La parole de la résidente ne déclenche pas d'arrêt",
            "4.2",
            FactorRole::Influencing,
            &[4],
            Retained::Yes,
        ),
        (
            "Presque accidents non signalés, sans retour aux déclarants",
            "7.3",
            FactorRole::Influencing,
            &[5],
            Retained::No,
        ),
    ];
    let counters = &mut s.ids;
    let id = s.analyses.at(0).unwrap().id;
    let a = s.analyses.get_mut(id).unwrap();
    for (what, item, role, deviations, retained) in rows {
        let factor = Factor {
            what: what.into(),
            codes: vec![FactorCode {
                grid: grid.clone(),
                item: item.into(),
                mapped: false,
            }],
            role,
            certainty: Certainty::Confirmed,
            deviations: deviations.iter().map(|n| DeviationId(*n)).collect(),
            retained,
            ..Factor::new(counters.give())
        };
        let answer = a.answer_mut(&grid, &item.into());
        answer.reply = Reply::Yes;
        answer.deviations.clone_from(&factor.deviations);
        a.factors.push(factor);
    }
    for (_, item) in content::grid(&grid).unwrap().leaves() {
        let answer = a.answer_mut(&grid, &item.id);
        if answer.reply == Reply::Open {
            answer.reply = Reply::No;
        }
    }
    s.priorities = Decision {
        reached: Reached::Consensus,
        targets: (1..=5).map(|n| Target::Factor(FactorId(n))).collect(),
        reason: "Cinq facteurs sur lesquels l'équipe peut agir elle-même.".into(),
        ..Decision::default()
    };
}

fn actions(s: &mut Session) {
    let rows = [
        (
            "Exiger la photo imprimée et le sachet nominatif avant toute administration ; réparer l'impression et la contrôler chaque lundi",
            "forcing",
            &[3, 4][..],
            "cadre de santé (IDEC)",
            "19/12/2026",
        ),
        (
            "Distribuer à table fixe, une infirmière en gilet que l'on n'interrompt pas",
            "distractions",
            &[2],
            "infirmière",
            "19/12/2026",
        ),
        (
            "Remettre à chaque remplaçant un kit d'accueil de dix minutes et la liste « ce que je ne fais pas seul »",
            "checklist",
            &[1],
            "cadre de santé (IDEC)",
            "19/01/2027",
        ),
        (
            "S'arrêter quand un résident dit que ce n'est pas pareil : message d'équipe",
            "training",
            &[5],
            "médecin coordonnateur",
            "03/12/2026",
        ),
    ];
    let day = |raw: &str| crex::domain::moment::parse_date(raw, at(14, 0).date());
    for (what, category, factors, owner, due) in rows {
        let action = Action {
            what: what.into(),
            incident: s.chosen().map(|i| i.id),
            factors: factors.iter().map(|n| FactorId(*n)).collect(),
            goal: "Le bon sachet au bon résident, même un soir de remplacement.".into(),
            kind: ActionKind::Preventive,
            category: category.into(),
            level: ActionLevel::Structure,
            owner: owner.into(),
            accepted: Some(s.date),
            due: day(due),
            indicator: "audit de 40 prises : double identification".into(),
            baseline: "non mesurée".into(),
            target: "95 % au moins".into(),
            evaluation: "audit par la pharmacienne".into(),
            evaluated_on: day("15/03/2027"),
            impact: Some(4),
            effort: Some(2),
            delay: Some(2),
            status: Status::Retained,
            ..Action::new(s.ids.give())
        };
        s.actions.push(action);
    }
    s.retained = Decision {
        reached: Reached::Consensus,
        targets: s.actions.iter().map(|a| Target::Action(a.id)).collect(),
        reason: "Une action forte et deux intermédiaires portent sur les écarts eux-mêmes.".into(),
        ..Decision::default()
    };
}

fn closing(s: &mut Session) {
    s.closing.lessons = Text::new(
        "L'identité se vérifie sur une photo, jamais sur une place.\nUne résidente qui s'étonne est une barrière.\nUn presque accident non signalé revient.",
    );
    s.closing.next_date = crex::domain::moment::parse_date("17/12/2026", s.date);
    s.closing.next_place = "salle de réunion du rez-de-chaussée".into();
    s.closing.round = vec![0, 0, 0, 1, 3, 3];
    s.closing.round_words = "On a parlé du système, pas de la remplaçante.".into();
    let list = &content::lists().self_check;
    s.closing.self_check = list.iter().map(|entry| entry.id.clone()).collect();
    let id = s.chosen().unwrap().id;
    let incident = s.incidents.get_mut(id).unwrap();
    incident.answer = "Merci : votre fiche a permis de comprendre cinq écarts et de décider quatre actions, dont la photo obligatoire.".into();
    incident.answer_by = "cadre de santé (IDEC)".into();
}
