//! Faults named with their place; the shipped cases, which have none.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::content::Begun;
use crate::domain::code::Lang;
use crate::domain::problem::RonFault;

/// A case of which every text is written.
fn good() -> String {
    let grid = content::grid(&Code::from("cadya")).unwrap();
    let begun = Begun {
        id: "essai",
        title: "Un essai",
        grid,
    };
    filled(&content::new_case(Lang::Fr, begun))
}

/// A skeleton filled in.
fn filled(skeleton: &str) -> String {
    let line = |line: &str| {
        let fr = line.split_once("\"à écrire");
        match fr.or(line.split_once("\"to be written")) {
            Some((before, after)) => {
                let rest = after.split_once('"').unwrap().1;
                format!("{before}\"Un texte.\"{rest}")
            }
            None => line.to_owned(),
        }
    };
    skeleton.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The faults and remarks after one change to a good case.
#[track_caller]
fn after(from: &str, to: &str) -> Vec<Finding> {
    let text = good();
    assert!(text.contains(from), "{from:?} is not in {text}");
    let inspected = inspect(&text.replacen(from, to, 1), &[]);
    [inspected.faults, inspected.remarks].concat()
}

/// The first of them, without its place.
#[track_caller]
fn fault(from: &str, to: &str) -> ScenarioFault {
    let found = after(from, to);
    let first = found.first();
    first
        .unwrap_or_else(|| panic!("nothing found"))
        .fault
        .clone()
}

fn path(path: &str) -> Text {
    Text::line(path)
}

#[test]
fn a_skeleton_filled_in_can_be_played() {
    for grid in content::grids() {
        for lang in [Lang::Fr, Lang::En] {
            let (id, title) = ("essai", "");
            let begun = Begun { id, title, grid };
            let text = filled(&content::new_case(lang, begun));
            let inspected = inspect(&text, &[]);
            assert_eq!(inspected.faults, [], "{}", grid.id);
            assert_eq!(inspected.remarks, [], "{}", grid.id);
        }
    }
}

#[test]
fn each_text_of_a_skeleton_is_named_until_it_is_written() {
    let grid = content::grid(&Code::from("alarm")).unwrap();
    for (lang, mark) in [(Lang::Fr, "à écrire"), (Lang::En, "to be written")] {
        let (id, title) = ("essai", "");
        let skeleton = content::new_case(lang, Begun { id, title, grid });
        let left = skeleton.matches(&format!("\"{mark}")).count();
        assert!(left > 30, "{left}");
        let found = inspect(&skeleton, &[]).faults;
        assert_eq!(found.len(), left);
        let lines: Vec<&str> = skeleton.lines().collect();
        for finding in found {
            assert!(matches!(finding.fault, ScenarioFault::Unwritten(_)));
            assert!(lines[finding.line - 1].contains(mark), "{finding:?}");
        }
    }
}

#[test]
fn a_skeleton_names_the_codes_there_are() {
    let grid = content::grid(&Code::from("cadya")).unwrap();
    let (id, title) = ("essai", "Les « bons » \"mots\"");
    let text = content::new_case(Lang::Fr, Begun { id, title, grid });
    let lists = content::lists();
    for entry in lists.sectors.iter().chain(&lists.natures) {
        assert!(text.contains(&format!("{} (", entry.id)), "{}", entry.id);
    }
    assert!(text.lines().all(|line| line.chars().count() < 140));
    let scenario: Scenario = ron_fault::read(&text).unwrap();
    assert_eq!(scenario.title.as_str(), title);
}

#[test]
fn what_is_missing_is_named() {
    let empty = |at: &str| ScenarioFault::Empty(path(at));
    assert_eq!(fault("schema: 1", "schema: 0"), empty("schema"));
    assert_eq!(fault("version: 1", "version: 0"), empty("version"));
    assert_eq!(fault("\"essai\"", "\"\""), empty("id"));
    assert_eq!(fault("\"Un essai\"", "\"  \""), empty("title"));
    let aims = "aims: [\n        \"Un texte.\",\n    ]";
    assert_eq!(fault(aims, "aims: []"), empty("aims"));
    assert_eq!(fault("grids: [\"cadya\"]", "grids: []"), empty("grids"));
    assert_eq!(
        fault("format: \"room-90\"", "format: \"\""),
        empty("format")
    );
    let twice = "facts: \"Un texte.\"";
    assert_eq!(fault(twice, "facts: \"\""), empty("report.report.facts"));
    assert_eq!(
        fault("answers: [\"C1\", \"B1\"]", "answers: []"),
        empty("key.actions.0.answers")
    );
}

#[test]
fn what_points_nowhere_is_named_with_what_is_near() {
    let code = |at: &str, code: &str, near: &str| {
        ScenarioFault::UnknownCode(path(at), Code::from(code), Code::from(near))
    };
    let sector = fault("sector: \"other\"", "sector: \"hopital\"");
    assert_eq!(sector, code("sector", "hopital", "hospital"));
    let grid = fault("grids: [\"cadya\"]", "grids: [\"Cadia\"]");
    assert_eq!(grid, code("grids.0", "Cadia", "cadya"));
    let item = fault("item: \"E1\"", "item: \"Z9\"");
    let ScenarioFault::NoSuchCode(at, _, known) = item else {
        panic!("{item:?}");
    };
    assert_eq!(at, path("key.factors.0.codes.0.item"));
    assert!(known.as_str().starts_with("E1, E2, E2.1"), "{known}");
    let item = fault("item: \"E1\"", "item: \"P32\"");
    assert_eq!(item, code("key.factors.0.codes.0.item", "P32", "P3.2"));
    let format = fault("format: \"room-90\"", "format: \"rooms-90\"");
    assert_eq!(format, code("format", "rooms-90", "room-90"));
    let link =
        |at: &str, id: &str| ScenarioFault::UnknownLink(path(at), Code::from(id), Code::default());
    let card = fault("leads_to: [\"F1\", \"D1\"]", "leads_to: [\"F1\", \"D7\"]");
    assert_eq!(card, link("cards.0.leads_to.1", "D7"));
    let factor = fault("deviations: [\"D1\"]", "deviations: [\"F1\"]");
    assert_eq!(factor, link("key.factors.0.deviations.0", "F1"));
    let action = fault("answers: [\"C1\", \"B1\"]", "answers: [\"D1\", \"B1\"]");
    assert_eq!(action, link("key.actions.0.answers.0", "D1"));
}

/// The line of a text in the good case, from 1.
fn line_of(what: &str) -> usize {
    good().lines().position(|line| line.contains(what)).unwrap() + 1
}

#[test]
fn a_slip_of_the_pen_is_named_where_it_was_made() {
    let title = line_of("title: \"Un essai\",");
    let found = after("title: \"Un essai\",", "title: \"Un essai,");
    assert_eq!(found[0].fault, ScenarioFault::OpenQuote);
    assert_eq!(found[0].line, title);
    let found = after("title: \"Un essai\",", "title: \"Un \"bel\" essai\",");
    assert_eq!(found[0].fault, ScenarioFault::InnerQuote);
    assert_eq!(found[0].line, title);
    let found = after("title: \"Un essai\",", "title: \"Un essai\"");
    let comma = ScenarioFault::Ron(RonFault::Expected(Text::line(",")));
    assert_eq!((found[0].line, &found[0].fault), (title, &comma));
    let found = after("aims: [", "aims: [[");
    assert!(
        matches!(found[0].fault, ScenarioFault::OpenBracket(_)),
        "{found:?}"
    );
    assert_eq!(found[0].line, line_of("aims: ["));
    let number = fault("happened_days_ago: ", "happened_days_ago: \"");
    assert_eq!(number, ScenarioFault::NoNumber);
    let word = fault("level: Beginner", "level: Débutant");
    let ScenarioFault::UnknownWord(found, known) = word else {
        panic!("{word:?}");
    };
    assert_eq!(found.as_str(), "Débutant");
    assert!(known.as_str().contains("Beginner, Intermediate, Advanced"));
}

#[test]
fn a_number_that_may_be_missing_is_written_as_it_is() {
    let text = good();
    let at = text.find("severity: Some(").unwrap();
    let end = at + text[at..].find(')').unwrap();
    let plain = text[at..end].replace("Some(", "");
    let text = format!("{}{plain}{}", &text[..at], &text[end + 1..]);
    assert!(inspect(&text, &[]).faults.is_empty());
}

#[test]
fn ids_are_unique_and_can_be_kept() {
    let twice = |id: &str| ScenarioFault::DuplicateId(Code::from(id));
    assert_eq!(fault("id: \"A1\"", "id: \"B1\""), twice("B1"));
    let odd = ScenarioFault::OddId(Code::from("mon cas"));
    assert_eq!(fault("\"essai\"", "\"mon cas\""), odd);
    let taken = ScenarioFault::TakenId(Code::from("potassium"));
    assert_eq!(fault("\"essai\"", "\"potassium\""), taken);
    let kit = fault("id: \"role-1\"", "id: \"observer\"");
    assert_eq!(kit, twice("observer"), "the kit has it");
}

#[test]
fn numbers_stay_in_their_range() {
    let range = |at: &str, n, least, most| ScenarioFault::OutOfRange(path(at), n, least, most);
    let minutes = fault("minutes: 1,", "minutes: 31,");
    assert_eq!(minutes, range("cards.0.minutes", 31, 0, 30));
    let months = fault("months: 3", "months: 36");
    assert_eq!(months, range("key.actions.0.months", 36, 0, 24));
    let reported = fault("reported_days_ago: 9", "reported_days_ago: 11");
    assert_eq!(reported, range("report.reported_days_ago", 11, 0, 10));
    let severity = fault("severity: Some(3)", "severity: Some(6)");
    assert_eq!(severity, range("report.report.severity", 6, 1, 5));
    let late = fault("minute: 20", "minute: 200");
    let id = Code::from("imprevu-1");
    assert_eq!(late, ScenarioFault::LateInject(id, 200, 90));
}

#[test]
fn a_quiz_of_its_own_has_right_answers() {
    let quiz = |question: &str| {
        fault(
            "lang: Fr,",
            &format!("lang: Fr, quiz: [(id: \"q\", text: \"?\", why: \".\", {question})],"),
        )
    };
    let id = || Code::from("q");
    let none = ScenarioFault::NoRightAnswer(id());
    assert_eq!(quiz("answers: [\"x\", \"y\"], right: \"c\""), none);
    assert_eq!(quiz("answers: [\"x\", \"y\"]"), none);
    let few = ScenarioFault::AnswerCount(id(), 1);
    assert_eq!(quiz("answers: [\"x\"], right: \"a\""), few);
}

#[test]
fn a_key_keeps_to_its_grid_and_its_cards() {
    let factor = "(id: \"C2\", deviations: [\"D1\"], text: \"Un texte.\", codes: [(grid: \"cadya\", item: \"E1\")], role: Principal),\n";
    let more = fault(
        "            (\n                id: \"C1\"",
        &format!("            {factor}            (\n                id: \"C1\""),
    );
    let cadya = || Code::from("cadya");
    assert_eq!(
        more,
        ScenarioFault::TooMany(FactorRole::Principal, cadya(), 1)
    );
    let unreached = fault("leads_to: [\"F1\", \"D1\"]", "leads_to: [\"D1\"]");
    assert_eq!(unreached, ScenarioFault::Unreached(Code::from("F1")));
}

#[test]
fn dates_stay_out_and_hours_may_stay() {
    let dated = fault(
        "nature: \"other\"",
        "nature: \"other\", occurred: At(\"2026-01-05\", None)",
    );
    assert_eq!(dated, ScenarioFault::Dated(path("report.report.occurred")));
    let hour = after(
        "nature: \"other\"",
        "nature: \"other\", occurred: Clock(\"14:50:00\")",
    );
    assert_eq!(hour, []);
}

#[test]
fn remarks_keep_nobody_from_playing() {
    let text = good();
    let at = "id: \"infirmiere\",\n            kind: Heard,\n            ask: \"Un texte.\"";
    assert!(text.contains(at));
    let named = text.replacen(at, &at.replace("Un texte.", "Entendre Mme Ferrand"), 1);
    let inspected = inspect(&named, &[]);
    assert_eq!(inspected.faults, []);
    assert!(matches!(
        inspected.remarks[..],
        [Finding {
            fault: ScenarioFault::Wording(..),
            ..
        }]
    ));
    assert!(read(&named, &[]).is_ok());
}

#[test]
fn a_fault_stands_at_its_line() {
    let text = good();
    let line_of = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    let place = |from: &str, to: &str| {
        let first = after(from, to).into_iter().next().unwrap();
        (first.line, first.column)
    };
    assert_eq!(
        place("minutes: 1,", "minutes: 31,"),
        (line_of("minutes: 1,"), 13)
    );
    let card = line_of("leads_to: [\"F1\", \"D1\"]");
    assert_eq!(place("[\"F1\", \"D1\"]", "[\"F1\", \"D9\"]"), (card, 30));
    let unknown = after("level: Beginner", "levle: Beginner");
    assert_eq!(unknown[0].fault, ScenarioFault::UnknownField(path("levle")));
    assert_eq!(unknown[0].line, line_of("level: Beginner"));
    let newer = fault("schema: 1", "schema: 99");
    assert_eq!(newer, ScenarioFault::NewerSchema(99));
}

#[test]
fn a_text_that_is_no_case_is_one_fault() {
    for text in ["", "pas un cas"] {
        let inspected = inspect(text, &[]);
        let [one] = &inspected.faults[..] else {
            panic!("{text:?}: {:?}", inspected.faults);
        };
        assert!(matches!(one.fault, ScenarioFault::Ron(_)), "{text:?}");
    }
    let broken = after("level: Beginner,", "level: Beginner");
    let [
        Finding {
            fault: ScenarioFault::Ron(RonFault::Expected(_)),
            ..
        },
    ] = &broken[..]
    else {
        panic!("{broken:?}");
    };
    let long = format!("{}// {}", good(), "x".repeat(MAX_TEXT));
    let found = &inspect(&long, &[]).faults[..];
    assert!(matches!(
        found,
        [Finding {
            fault: ScenarioFault::TooLarge(..),
            ..
        }]
    ));
}

#[test]
fn a_grid_of_the_team_is_known() {
    let mut own = content::grid(&Code::from("tempos")).unwrap().clone();
    own.id = Code::from("chez-nous");
    let text = good().replace("grids: [\"cadya\"]", "grids: [\"chez-nous\"]");
    assert!(read(&text, &[]).is_err());
    assert!(read(&text, &[&own]).is_ok());
}
