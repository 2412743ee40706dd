//! The papers of a simulation: every page says that it is one, only a simulation gives them, and nobody is in them.

use super::debrief::{begun, scenarios};
use crex::content;
use crex::documents::letterhead::Letterhead;
use crex::documents::{Document, Format, markdown, pieces, results, sheets};
use crex::domain::code::Lang;
use crex::domain::piece::Piece;
use crex::domain::scenario::Family;
use crex::domain::scenario::Scenario;
use crex::domain::session::Session;
use crex::domain::simulation::{Judged, Kind, Observed, Round, Sheet, Verdict};
use crex::training::debrief::debrief;
use crex::training::expert;
use std::io::Read as _;

/// A shipped case that was played to its end, in one language.
pub(super) fn played(lang: Lang) -> (Scenario, Session) {
    let mut all = scenarios().into_iter();
    let scenario = all
        .find(|s| s.lang == lang && !s.key.factors.is_empty())
        .unwrap();
    let mut session = begun(&scenario);
    let factors: Vec<_> = scenario.key.factors.iter().map(|f| f.id.clone()).collect();
    let half = &factors[..factors.len() / 2];
    expert::play_some(&mut session, &scenario, &"cadya".into(), |id| {
        !factors.contains(id) || half.contains(id)
    });
    let kit = scenario.kit(content::kit(lang));
    let sheet = |code: &str, round, shift: usize| Sheet {
        code: code.into(),
        round,
        quiz: kit
            .quiz
            .iter()
            .map(|q| {
                q.right_index()
                    .map(|right| u8::try_from(if shift > 0 { right } else { 0 }).unwrap())
            })
            .collect(),
        marks: kit
            .self_assessment
            .iter()
            .map(|_| Some(u8::try_from(3 + 4 * shift).unwrap()))
            .collect(),
    };
    for code in ["zinnia-7", "zeppelin-4", "zabre-9"] {
        session.play.sheets.push(sheet(code, Round::Before, 0));
        session.play.sheets.push(sheet(code, Round::After, 1));
    }
    session.play.people = 9;
    session.play.satisfaction = kit.satisfaction.iter().map(|_| vec![0, 1, 3, 5]).collect();
    session.play.lessons = vec!["Les faits d'abord".into()];
    session.play.commitments = vec!["Signaler le prochain presque accident".into()];
    session.play.observed = kit
        .observation
        .iter()
        .take(3)
        .map(|item| Observed {
            item: item.id.clone(),
            score: Some(2),
            note: "entendu deux fois".into(),
        })
        .collect();
    session.play.judged.push(Judged {
        family: Family::Fact,
        key: scenario.key.facts[0].id.clone(),
        verdict: Verdict::Missed,
        ours: Vec::new(),
    });
    session
        .agenda
        .for_each_mut(|row| row.spent = row.minutes * 66);
    (scenario, session)
}

fn of(session: &Session, piece: Piece) -> Document {
    pieces::piece(session, piece, None, session.date)
}

/// The text of a part of a DOCX.
fn part(bytes: &[u8], name: &str) -> String {
    let mut files = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    files
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn every_page_of_a_simulation_says_so_in_every_format() {
    for lang in Lang::ALL {
        let (_, session) = played(*lang);
        let mark = crex::words::Words(*lang).doc_simulation();
        for piece in Piece::ALL
            .iter()
            .filter(|piece| piece.is_given_by(&session))
        {
            let document = of(&session, *piece);
            let letterhead = Letterhead::named("Structure");
            let page = String::from_utf8(Format::Html.write(&document, &letterhead)).unwrap();
            let fixed = format!("<p class=\"simulation\" aria-hidden=\"true\">{mark}</p>");
            assert_eq!(page.matches(&fixed).count(), 1, "{piece:?}");
            let docx = Format::Docx.write(&document, &letterhead);
            for name in ["word/header1.xml", "word/header2.xml"] {
                assert!(
                    part(&docx, name).contains(&mark.to_uppercase()),
                    "{piece:?}"
                );
            }
            assert!(markdown::markdown(&document).contains(mark), "{piece:?}");
        }
    }
}

#[test]
fn only_a_simulation_gives_its_papers_and_a_real_session_says_nothing_of_one() {
    let (_, mut session) = played(Lang::Fr);
    session.kind = Kind::Real;
    for piece in Piece::ALL {
        assert_eq!(
            piece.is_given_by(&session),
            !piece.is_of_training(),
            "{piece:?}"
        );
    }
    let record = of(&session, Piece::Record);
    let page = String::from_utf8(Format::Html.write(&record, &Letterhead::default())).unwrap();
    assert!(!page.contains("class=\"simulation\""));
}

#[test]
fn the_report_tells_which_half_was_found_and_no_code_of_a_test() {
    for lang in Lang::ALL {
        let (scenario, session) = played(*lang);
        let text = markdown::markdown(&of(&session, Piece::Debrief));
        let words = crex::words::Words(*lang);
        let half = scenario.key.factors.len() / 2;
        let row = |id: &str, sign: &str| {
            let mut lines = text.lines();
            lines.any(|line| {
                line.starts_with(&format!("| {id} |")) && line.contains(&format!("| {sign} |"))
            })
        };
        for (n, factor) in scenario.key.factors.iter().enumerate() {
            let sign = if n < half {
                words.debrief_proposed()
            } else {
                words.debrief_open()
            };
            assert!(
                row(factor.id.as_str(), sign),
                "{}: {sign}\n{text}",
                factor.id
            );
        }
        assert!(
            row(scenario.key.facts[0].id.as_str(), words.debrief_missed()),
            "{text}"
        );
        for grid in ["CADYA", "ALARM"] {
            assert!(text.contains(grid), "{grid}");
        }
        for told in [
            "Les faits d'abord",
            "100",
            words.debrief_kept(),
            words.debrief_times(),
        ] {
            assert!(text.contains(told), "{told}");
        }
        for code in ["zinnia", "zeppelin", "zabre"] {
            assert!(!text.contains(code), "{code} is in the report");
        }
    }
}

#[test]
fn the_results_open_in_a_french_spreadsheet_and_tell_numbers_alone() {
    let (scenario, session) = played(Lang::Fr);
    let told = debrief(&session, &scenario, content::kit(Lang::Fr));
    let csv = results::csv(crex::words::Words(Lang::Fr), Some(&told));
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
    let lines: Vec<&str> = csv.trim_end().split("\r\n").collect();
    let n = told.quiz.len() + told.marks.len() + told.satisfaction.len();
    assert_eq!(lines.len(), n + 1);
    let columns = lines[0].matches(';').count();
    for line in &lines[1..] {
        assert!(line.starts_with("SIMULATION – cas fictif;"), "{line}");
        // A semicolon inside a text stands between quotes.
        let outside = line
            .split('"')
            .step_by(2)
            .map(|part| part.matches(';').count())
            .sum::<usize>();
        assert_eq!(outside, columns, "{line}");
    }
    assert!(csv.contains(";3,0;7,0"), "{csv}");
    for code in ["zinnia", "zeppelin", "zabre"] {
        assert!(!csv.contains(code), "{code} is in the results");
    }
}

#[test]
fn certificates_bear_the_names_typed_and_the_session_none() {
    let (_, session) = played(Lang::Fr);
    let names = [
        "Camille Exemple".to_owned(),
        " ".to_owned(),
        "Dominique Fictif".to_owned(),
    ];
    let before = session.clone();
    let text = markdown::markdown(&sheets::certificates(&session, &names));
    assert_eq!(session, before);
    for name in ["Camille Exemple", "Dominique Fictif"] {
        assert_eq!(text.matches(name).count(), 1);
    }
    assert_eq!(text.matches("### Attestation de présence").count(), 2);
    let blank = markdown::markdown(&of(&session, Piece::Certificates));
    assert_eq!(blank.matches("### Attestation de présence").count(), 9);
    assert!(!blank.contains("Exemple"));
}

#[test]
fn cards_tell_their_bearers_nothing_of_what_the_trainer_hopes_for() {
    let (scenario, session) = played(Lang::Fr);
    let kit = scenario.kit(content::kit(Lang::Fr));
    let page =
        String::from_utf8(Format::Html.write(&of(&session, Piece::Cards), &Letterhead::default()))
            .unwrap();
    let cards = page.matches("<section class=\"slip\">").count();
    assert_eq!(cards, kit.roles.len() + kit.challenges.len());
    assert_eq!(
        page.matches("<div class=\"slips\">").count(),
        cards.div_ceil(4)
    );
    let (slips, trainer) = page.split_once("<div class=\"break\">").unwrap();
    for challenge in &kit.challenges {
        let answer: String = challenge
            .answer
            .as_str()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == ' ')
            .collect();
        assert!(
            !slips.contains(&answer) && trainer.contains(&answer),
            "{answer}"
        );
    }
}
