#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::markdown::markdown;
use crate::documents::record::sample;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{Analysis, Barrier, BarrierState, Fact, Factor, FactorCode};
use crate::domain::code::Lang;
use crate::domain::incident::Fate;
use crate::domain::session::Attendee;
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The Markdown of a piece on 1 December 2026.
fn told(session: &Session, asked: Piece) -> String {
    markdown(&piece(session, asked, None, day("2026-12-01")))
}

/// A session that analysed one event, with a nurse and a pharmacist at the table.
fn session(lang: Lang, facts: &str, why: &str) -> Session {
    let mut session = Session::new(Uuid::from_u128(1), day("2026-11-19"));
    session.lang = lang;
    for function in ["IDEC", "pharmacienne d'officine"] {
        session.attendees.push(Attendee {
            function: function.into(),
            ..Attendee::new(session.ids.give())
        });
    }
    let mut incident = Incident::new(session.ids.give());
    incident.report.facts = facts.into();
    incident.report.title = "Un sachet pour un autre".into();
    incident.fate = Fate::Chosen;
    let mut analysis = Analysis {
        incident: Some(incident.id),
        ..Analysis::new(session.ids.give())
    };
    analysis.facts.push(Fact {
        actor: "IDE et médecin de garde".into(),
        what: "Ils voient l'erreur".into(),
        ..Fact::new(session.ids.give())
    });
    analysis.factors.push(Factor {
        what: why.into(),
        ..Factor::new(session.ids.give())
    });
    analysis.barriers.push(Barrier {
        what: "Contrôle du soir".into(),
        state: BarrierState::Worked,
        ..Barrier::new(session.ids.give())
    });
    session.incidents.push(incident);
    session.analyses.push(analysis);
    session
}

#[test]
fn every_piece_of_a_played_session_says_so_and_is_a_draft_until_it_is_sealed() {
    for lang in Lang::ALL {
        let mut session = sample::session(*lang);
        let words = Words(*lang);
        for asked in Piece::ALL {
            let document = piece(&session, *asked, None, day("2026-12-01"));
            assert_eq!(document.lang, *lang);
            let text = markdown(&document);
            assert!(text.contains(words.doc_simulation()), "{asked:?}");
            let paper = matches!(
                asked,
                Piece::Invitation
                    | Piece::Signatures
                    | Piece::Cards
                    | Piece::Observation
                    | Piece::Satisfaction
                    | Piece::Certificates
            );
            assert_eq!(document.draft, !paper, "{asked:?}");
            assert!(document.played, "{asked:?}");
        }
        session.seal = Some(crate::domain::session::Seal {
            at: day("2026-12-01").and_hms_opt(16, 0, 0).unwrap(),
            fingerprint: "ab".into(),
        });
        for asked in Piece::ALL {
            assert!(!piece(&session, *asked, None, day("2026-12-01")).draft);
        }
    }
}

#[test]
fn an_invitation_tells_an_event_by_a_neutral_title_alone() {
    let mut session = session(Lang::Fr, "Le fils de Mme Berthelin appelle", "Sol glissant");
    let text = told(&session, Piece::Invitation);
    assert!(text.contains("Un sachet pour un autre"));
    for told in ["Berthelin", "fils", "glissant", "E1"] {
        assert!(!text.contains(told), "{told} is in {text}");
    }
    session.incidents.for_each_mut(|i| {
        i.report.title = "Chute de Mme Berthelin".into();
        i.report.nature = "fall".into();
    });
    let text = told(&session, Piece::Invitation);
    assert!(
        text.contains("Chute") && !text.contains("Berthelin"),
        "{text}"
    );
}

#[test]
fn factors_of_any_grid_stand_in_the_families_of_the_form() {
    let mut session = session(Lang::Fr, "Faits", "Alarme éteinte depuis l'été");
    let text = told(&session, Piece::Eigs);
    let other = "**Sans famille dans cette grille**\u{a0}: Alarme éteinte";
    assert!(text.contains(other), "{text}");
    let code = |grid: &str, item: &str| FactorCode {
        grid: grid.into(),
        item: item.into(),
        mapped: false,
    };
    for (code, family) in [
        (code("alarm", "6.1"), "l'organisation et au management"),
        (code("alarm", "2.1"), "aux tâches à accomplir"),
        (code("cadya", "P2.2"), "aux tâches à accomplir"),
    ] {
        let analysis = session.analyses.at(0).unwrap().id;
        let analysis = session.analyses.get_mut(analysis).unwrap();
        analysis
            .factors
            .for_each_mut(|f| f.codes = vec![code.clone()]);
        let text = told(&session, Piece::Eigs);
        let found = format!("{family}**\u{a0}: Alarme éteinte");
        assert!(text.contains(&found), "{text}");
    }
}

#[test]
fn an_answer_says_what_was_decided_and_why() {
    let mut session = session(
        Lang::En,
        "The bag went to someone else",
        "Two similar names",
    );
    let text = told(&session, Piece::Reporter);
    assert!(text.contains("Two similar names") && text.contains("Contrôle du soir"));
    let action = Action {
        what: "Print the photo".into(),
        owner: "ward sister".into(),
        due: Some(day("2027-01-15")),
        incident: Some(session.incidents.at(0).unwrap().id),
        status: Status::Retained,
        ..Action::new(session.ids.give())
    };
    session.actions.push(action);
    let text = told(&session, Piece::Reporter);
    assert!(
        text.contains("Print the photo (ward sister, by 15/01/2027)"),
        "{text}"
    );
    session.analyses = crate::domain::list::List::default();
    session.incidents.for_each_mut(|i| {
        i.fate = Fate::Closed;
        i.fate_reason = "Already mended".into();
        i.answer = "We thank you.".into();
    });
    let text = told(&session, Piece::Reporter);
    for said in ["go no further", "Why: Already mended", "We thank you."] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn a_sheet_names_no_function_and_no_day() {
    let check = |facts: &str, expected: &str| {
        let text = told(&session(Lang::Fr, facts, "Sol glissant"), Piece::Rex);
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    };
    check(
        "L'IDE appelle le médecin de garde.",
        "Un professionnel appelle un professionnel.",
    );
    check("Avis du médecin de garde.", "Avis d'un professionnel.");
    check(
        "Les IDE et l'IDEC voient.",
        "Des professionnels et un professionnel voient.",
    );
    check(
        "Le 12/11/2026, l'IDEC",
        "Le … novembre 2026, un professionnel",
    );
    check("Depuis le 3 novembre", "Depuis le … novembre");
    check("Tension à 14/8 à 19 h 10", "Tension à 14/8 à 19 h 10");
    check(
        "La pharmacie et l'équipe du soir",
        "La pharmacie et l'équipe du soir",
    );
    check(
        "Il manque que la pharmacienne d'officine vienne",
        "manque qu'un professionnel vienne",
    );
}

/// Pieces of sentences that point at someone, among some that do not.
fn pieces_of_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "L'IDE",
        "l'IDEC",
        "le médecin de garde",
        "à la pharmacienne d'officine",
        "12/11/2026",
        "le 12 novembre",
        "du 3/11",
        "le sachet est donné",
        "sans contrôle",
        ";",
        ".",
        "2026-11-12",
        "œdème à 14/8",
        "« comme d'habitude »",
    ]);
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn whatever_was_typed_a_sheet_points_at_nobody_and_stays_short(
        facts in pieces_of_text(),
        why in pieces_of_text(),
    ) {
        let text = told(&session(Lang::Fr, &facts, &why), Piece::Rex);
        for told in ["IDE", "médecin", "pharmacienne", "12/11", "3/11", "12 novembre", "2026-11"] {
            prop_assert!(!text.contains(told), "{told} is in {text}");
        }
        let body = text.split("## ").skip(1).map(|part| part.lines().skip(1));
        let lines: usize = body.flatten().map(|line| line.chars().count().div_ceil(84)).sum();
        prop_assert!(lines <= 26, "{lines} lines: {text}");
    }
}
