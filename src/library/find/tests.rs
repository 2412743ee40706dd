#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::record::sample;
use crate::domain::code::Lang;
use proptest::prelude::*;

fn marked(typed: &str, text: &str) -> Option<Vec<String>> {
    let marks = Query::new(typed).marks(text)?;
    Some(marks.into_iter().map(|m| text[m].to_owned()).collect())
}

#[track_caller]
fn check(typed: &str, text: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|e| (*e).to_owned()).collect();
    assert_eq!(marked(typed, text), Some(expected), "{typed} in {text}");
}

#[test]
fn accents_case_and_ligatures_count_for_nothing_and_the_word_is_marked_as_it_stands() {
    check(
        "refrigerateur",
        "Le RÉFRIGÉRATEUR a cédé",
        &["RÉFRIGÉRATEUR"],
    );
    check("soeur", "sa sœur est là", &["sœur"]);
    check("so", "sa sœur", &["sœ"]);
    check("l'alarme", "régler l’alarme", &["l’alarme"]);
    check("cafe", "un cafe\u{301} noir", &["cafe\u{301}"]);
    check("oeuf", "Œuf", &["Œuf"]);
}

#[test]
fn several_words_are_all_asked_and_quotes_make_a_phrase() {
    let text = "Onze doses après rupture de la chaîne du froid, deux nuits";
    check("froid doses", text, &["doses", "froid"]);
    assert_eq!(marked("froid neige", text), None);
    check("\"chaine du froid\"", text, &["chaîne du froid"]);
    check(
        "« chaîne du froid » nuit",
        text,
        &["chaîne du froid", "nuit"],
    );
    assert_eq!(marked("\"froid du\"", text), None);
    check("“rupture de", text, &["rupture de"]);
    assert_eq!(marked("  ", text), None);
}

#[test]
fn what_overlaps_is_one_mark() {
    check("frigo rigo", "le frigo", &["frigo"]);
    check("la chaîne haine", "la chaîne", &["la", "chaîne"]);
}

#[test]
fn white_space_of_any_kind_is_a_space() {
    check("\"14 °c\"", "à 14\u{a0}°C\nlundi", &["14\u{a0}°C"]);
    check(
        "\"deux nuits\"",
        "deux\u{202f} \n nuits",
        &["deux\u{202f} \n nuits"],
    );
}

#[test]
fn a_context_keeps_the_word_and_says_what_it_cuts() {
    let text = "un deux trois quatre cinq six sept huit neuf dix onze douze".to_owned();
    let query = Query::new("huit");
    let hit = |text: &str| Hit {
        spot: Spot::of(StepKind::Actions),
        id: String::new(),
        text: text.to_owned(),
        marks: query.marks(text).unwrap(),
    };
    let (said, marks) = hit(&text).around(24);
    assert_eq!(&said[marks[0].clone()], "huit");
    assert!(said.starts_with('…') && said.ends_with('…'), "{said}");
    assert!(said.chars().count() <= 26, "{said}");
    let (whole, _) = hit(&text).around(400);
    assert_eq!(whole, text);
    let (at_head, marks) = hit("huit ans").around(4);
    assert_eq!((at_head.as_str(), marks.len()), ("huit…", 1));
    assert_eq!(marks[0], 0..4);
}

#[test]
fn an_item_is_found_where_it_can_be_opened() {
    let session = sample::session(Lang::Fr);
    let what = session.actions.at(0).unwrap().what.as_str();
    let found = hits(&session, &Query::new(&format!("\"{what}\"")));
    let spots: Vec<_> = found.iter().map(|hit| &hit.spot).collect();
    assert!(
        spots.contains(&&Spot::on(StepKind::Actions, "A1")),
        "{spots:?}"
    );
}

#[test]
fn what_was_added_after_the_seal_is_found_where_it_belongs() {
    let session = sample::session(Lang::Fr);
    let seal = crate::domain::session::Seal {
        at: session.date.and_hms_opt(18, 0, 0).unwrap(),
        fingerprint: "ab".into(),
    };
    let mut file = AmendmentFile::new(session.id, &seal);
    file.draft.what = "brouillon".into();
    file.draft.reason = "pas encore".into();
    file.amendments.push(crate::domain::amendments::Amendment {
        about: About::Action("A1".parse().unwrap()),
        what: "échéance lue de travers".into(),
        ..crate::domain::amendments::Amendment::default()
    });
    let found = in_amendments(&file, |_| false, &Query::new("echeance")).unwrap();
    assert_eq!(found.id, session.id);
    assert_eq!(found.hits[0].spot, Spot::on(StepKind::Actions, "A1"));
    assert_eq!(
        in_amendments(&file, |_| false, &Query::new("brouillon")),
        None
    );
}

#[test]
fn the_words_of_a_session_are_in_order_and_once() {
    let words = words_of(&sample::session(Lang::Fr));
    assert!(words.len() > 100, "{}", words.len());
    assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(words.iter().all(|word| fold(word) == *word));
}

proptest! {
    #[test]
    fn marks_are_whole_characters_in_order_and_fold_to_what_was_asked(typed in "[a-zéœß ’«»\"·]{0,8}", text in "[a-zA-ZéÉœŒßﬁ\u{301}\u{a0} ’·\n]{0,40}") {
        if let Some(marks) = Query::new(&typed).marks(&text) {
            let mut last = 0;
            for mark in marks {
                prop_assert!(mark.start >= last && mark.end > mark.start);
                prop_assert!(text.get(mark.clone()).is_some());
                last = mark.end;
            }
        }
    }

    #[test]
    fn no_session_that_answers_is_left_out_by_its_words(at in 0_usize..400, length in 1_usize..14) {
        let session = sample::session(Lang::Fr);
        let all: Vec<String> = texts(&session).iter().map(super::super::texts::Place::joined).collect();
        let all: Vec<char> = all.join(" ").chars().collect();
        let start = at * 7 % all.len();
        let asked: String = all.iter().skip(start).take(length).collect();
        let query = Query::new(&asked);
        if !hits(&session, &query).is_empty() {
            prop_assert!(query.may_match(&words_of(&session)), "{}", asked);
        }
    }

    #[test]
    fn a_context_never_breaks_a_character(text in "\\PC{0,60}", typed in "[a-z ]{1,3}", room in 0_usize..50) {
        let text = one_line(&text);
        if let Some(marks) = Query::new(&typed).marks(&text) {
            let hit = Hit { spot: Spot::of(StepKind::Closing), id: String::new(), text, marks };
            let (said, marks) = hit.around(room);
            prop_assert!(marks.iter().all(|mark| said.get(mark.clone()).is_some()));
        }
    }
}
