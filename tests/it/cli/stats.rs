//! A year in figures: a fictitious one, counted by hand beside its making, told in every format.

pub mod made;

use super::Machine;
use crate::store::store;
use crex::documents::Format;
use crex::documents::letterhead::Letterhead;
use crex::documents::year as yearly;
use crex::domain::code::Lang;
use crex::domain::simulation::{Kind, Simulation};
use crex::words::Words;
use serde_json::Value;
use std::fs;
use std::sync::OnceLock;

/// The year is read by every test and changed by none.
fn machine() -> &'static Machine {
    static YEAR: OnceLock<Machine> = OnceLock::new();
    YEAR.get_or_init(|| {
        let machine = Machine::new();
        made::fill(&machine.workspace());
        machine
    })
}

fn json(machine: &Machine, args: &[&str]) -> Value {
    let args: Vec<&str> = ["stats", "--json"].iter().chain(args).copied().collect();
    serde_json::from_str(&machine.run(&args).ends(0).out).unwrap()
}

/// A figure as it is written by hand: `6/8`, `40`, `4.4 of 5`.
fn said(figure: &Value) -> String {
    let n = |key| {
        figure
            .get(key)
            .filter(|v| !v.is_null())
            .map(Value::to_string)
    };
    match (n("n"), n("of"), n("mean").or(n("median"))) {
        (Some(n), Some(of), _) => format!("{n}/{of}"),
        (Some(n), None, _) => n,
        (None, Some(of), Some(middle)) => format!("{middle} of {of}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_figure_of_the_year_is_as_counted_by_hand() {
    let year = json(machine(), &["--year", "2025"]);
    let expected = [
        ("meetings_held", "6/8"),
        ("attendance", "22/26"),
        ("present_per_meeting", "4.4 of 5"),
        ("professions_per_meeting", "4.2 of 5"),
        ("events_reported", "40"),
        ("events_heard", "38"),
        ("events_analysed", "5/38"),
        ("events_answered", "13/38"),
        ("patients_informed", "14/40"),
        ("analyses_presented", "2/3"),
        ("analyses_complete", "1/5"),
        ("timelines_complete", "4/5"),
        ("deviations_complete", "2/5"),
        ("factors_complete", "1/5"),
        ("priorities_complete", "2/5"),
        ("plans_complete", "2/5"),
        ("actions_decided", "12"),
        ("actions_with_owner", "11/12"),
        ("actions_with_deadline", "9/12"),
        ("actions_with_indicator", "6/12"),
        ("actions_strong", "2/12"),
        ("actions_intermediate", "3/12"),
        ("actions_weak", "4/12"),
        ("actions_done", "6/11"),
        ("actions_done_at_one_month", "2/11"),
        ("actions_done_on_time", "2/8"),
        ("actions_evaluated", "4/6"),
        ("actions_effective", "1/4"),
        ("days_report_to_answer", "8.5 of 12"),
        ("days_choice_to_presentation", "126 of 2"),
        ("days_decision_to_done", "45.5 of 6"),
        ("events_returned", "2/40"),
        ("events_returned_same_kind", "1/22"),
        ("events_returned_same_wording", "1/40"),
        ("events_returned_despite_action", "1/2"),
    ];
    let figures = year["figures"].as_object().unwrap();
    assert_eq!(figures.len(), expected.len());
    let counted = expected.map(|(name, _)| (name, said(&figures[name])));
    let by_hand = expected.map(|(name, value)| (name, value.to_owned()));
    assert_eq!(counted, by_hand);
    assert_eq!(figures["attendance"]["percent"], 85);
    let before = &year["before"];
    for (name, value) in [
        ("meetings_held", "1/1"),
        ("events_heard", "1"),
        ("actions_decided", "1"),
        ("actions_done", "0/1"),
    ] {
        assert_eq!(said(&before[name]), value, "{name}");
    }
    assert!(before["attendance"]["percent"].is_null());
    assert_eq!((&year["undated"], &year["ahead"]), (&1.into(), &0.into()));
}

fn pairs(list: &Value, name: &str) -> Vec<(String, i64)> {
    let one = |v: &Value| {
        (
            v[name].as_str().unwrap().to_owned(),
            v["n"].as_i64().unwrap(),
        )
    };
    list.as_array().unwrap().iter().map(one).collect()
}

fn owned(list: &[(&str, i64)]) -> Vec<(String, i64)> {
    list.iter()
        .map(|(name, n)| ((*name).to_owned(), *n))
        .collect()
}

#[test]
fn what_is_listed_beside_the_figures_is_as_counted_by_hand() {
    let year = json(machine(), &["--year", "2025"]);
    let natures = [
        ("device", 16),
        ("software", 15),
        ("handover", 2),
        ("delay", 1),
        ("fall", 1),
        ("identity", 1),
        ("tests", 1),
        ("", 3),
    ];
    assert_eq!(pairs(&year["natures"], "id"), owned(&natures));
    let months = year["months"].as_array().unwrap();
    let held: Vec<i64> = months.iter().map(|m| m["held"].as_i64().unwrap()).collect();
    assert_eq!(held, [1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0]);
    let families = &year["families"];
    assert_eq!(families[0]["grid"], "cadya");
    assert_eq!(
        (&families[0]["factors"], &families[0]["coded"]),
        (&7.into(), &6.into())
    );
    assert_eq!(
        pairs(&families[0]["dimensions"], "id"),
        owned(&[("E", 3), ("T", 2), ("H", 1)])
    );
    assert_eq!(
        (&families[1]["grid"], &families[1]["coded"]),
        (&"alarm".into(), &1.into())
    );
    let seats = year["professions"].as_array().unwrap();
    let seats: Vec<String> = seats
        .iter()
        .map(|p| {
            format!(
                "{} {} {}/{}",
                p["id"].as_str().unwrap(),
                p["meetings"],
                p["came"],
                p["expected"]
            )
        })
        .collect();
    let by_hand = [
        "pharmacist 5 5/5",
        "community-nurse 4 5/6",
        " 4 4/5",
        "gp 4 4/5",
        "physiotherapist 4 4/5",
    ];
    assert_eq!(seats, by_hand);
    let returns = &year["returns"];
    assert_eq!(returns[0]["same_kind"]["treated"], "2025-01-16");
    assert_eq!(returns[0]["despite_action"], true);
    assert_eq!(returns[1]["same_wording"]["treated"], "2024-11-14");
    assert!(returns[1]["same_kind"].is_null());
    let proof = &year["proof"];
    let minutes: Vec<&Value> = proof["meetings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| &m["minutes"])
        .collect();
    assert_eq!(minutes.len(), 6);
    assert_eq!((minutes[0], minutes[4]), (&90.into(), &Value::Null));
    assert_eq!(proof["evaluated"]["reference"], "5-A1");
    assert_eq!(proof["actions"].as_array().unwrap().len(), 12);
}

#[test]
fn the_text_stands_in_eighty_columns_and_says_what_each_figure_is_out_of() {
    for said in [
        machine().run(&["stats", "--year", "2025"]),
        machine().english(&["stats", "--year", "2025"]),
    ] {
        let said = said.ends(0);
        let wide: Vec<&str> = said
            .out
            .lines()
            .filter(|l| l.chars().count() > 80)
            .collect();
        assert!(wide.is_empty(), "{wide:#?}");
        assert!(
            said.out.contains("PLoS One 2018;13:e0201067"),
            "{}",
            said.out
        );
    }
    let french = machine().run(&["stats", "--year", "2025"]);
    french.answers(&[
        "6 sur 8",
        "75\u{a0}%",
        "22 sur 26",
        "8,5\u{a0}j",
        "médiane de 12",
        "non un objectif",
        "–",
    ]);
}

#[test]
fn each_format_is_written_and_replaces_only_itself() {
    for (format, head) in [
        ("html", "<!DOCTYPE html>"),
        ("md", "# CREX, l'année 2025"),
        ("json", "{\n  \"ahead\": 0,"),
        ("text", "CREX, l'année 2025\n"),
    ] {
        let name = format!("year.{format}");
        let args = ["stats", "--year", "2025", "--format", format, "-o", &name];
        for _ in 0..2 {
            machine().run(&args).ends(0).without_answer().says(&[&name]);
        }
        let written = fs::read_to_string(machine().path(&name)).unwrap();
        assert!(written.starts_with(head), "{format}: {written}");
        assert_eq!(machine().run(&args[..5]).ends(0).out, written);
        for played in ["jouée", "2025-04-01"] {
            assert!(!written.contains(played), "{format}: {written}");
        }
    }
    fs::write(machine().path("mine.txt"), "mes notes").unwrap();
    let args = ["stats", "--year", "2025", "-o", "mine.txt"];
    machine().run(&args).ends(1);
    assert_eq!(
        fs::read_to_string(machine().path("mine.txt")).unwrap(),
        "mes notes"
    );
}

/// The command keeps less of each session than the screen does: no figure, and no proof, may miss it.
#[test]
fn what_the_command_keeps_of_each_session_is_enough() {
    let told = json(machine(), &["--year", "2025"]);
    let today = told["today"].as_str().unwrap().parse().unwrap();
    let registry = store(&machine().workspace()).registry();
    let (words, year) = (Words(Lang::Fr), registry.year(2025, today));
    assert_eq!(yearly::json::json(words, &year), told);
    let page = yearly::page(words, &year, "");
    let bytes = Format::Markdown.write(&page, &Letterhead::default());
    let run = ["stats", "--year", "2025", "--format", "md"];
    assert_eq!(machine().run(&run).ends(0).out.as_bytes(), bytes);
}

#[test]
fn a_page_holds_the_same_figures_with_its_charts() {
    let page = machine()
        .run(&["stats", "--year", "2025", "--format", "html"])
        .ends(0)
        .out;
    for text in [
        "6 sur 8",
        "22 sur 26",
        "8,5\u{a0}j",
        "<svg",
        "Preuves ACI",
        "Comment chaque chiffre est compté",
    ] {
        assert!(page.contains(text), "{text} is not in {page}");
    }
    let text = machine()
        .run(&["stats", "--year", "2025", "--format", "md"])
        .ends(0)
        .out;
    assert!(
        text.contains("| Réalisées | 55\u{a0}% | 6 sur 11 |"),
        "{text}"
    );
}

#[test]
fn a_copied_file_counts_once_and_is_told() {
    let said = machine().run(&["stats", "--year", "2025"]);
    said.says(&["2025-03-13-copie-00000000.ron", "comptée une fois"]);
}

#[test]
fn years_without_anything_are_told_in_a_sentence() {
    let none = machine()
        .run(&["stats", "--year", "2019"])
        .ends(0)
        .without_answer();
    none.says(&["Rien à compter en 2019", "2024, 2025"]);
    let ahead = machine()
        .run(&["stats", "--year", "2998"])
        .ends(1)
        .without_answer();
    ahead.says(&["L'année 2998 n'a pas commencé"]);
    machine()
        .run(&["stats", "--year", "deux mille"])
        .ends(2)
        .says(&["deux mille"]);
    machine()
        .run(&["stats", "--json", "--format", "md"])
        .ends(2)
        .without_answer();
    let empty = json(machine(), &["--year", "2019"]);
    assert!(empty["figures"]["attendance"]["percent"].is_null());
}

#[test]
fn a_workspace_of_simulations_alone_has_nothing_to_count() {
    let machine = Machine::new();
    let mut played = super::session(1, "Jouée");
    played.kind = Kind::Simulation(Simulation::default());
    super::store(&machine.workspace())
        .create(played, super::noon())
        .unwrap();
    let said = machine
        .run(&["stats", "--year", "2026"])
        .ends(0)
        .without_answer();
    said.says(&["1 simulation dans ce dossier", "n'entrent jamais"]);
    machine
        .english(&["stats", "--year", "2026"])
        .says(&["simulations never enter"]);
}

/// Keeps the year where `tests/long/year` counts it again by its own means.
#[test]
fn the_year_is_kept_for_whoever_counts_it_again() {
    if let Some(folder) = std::env::var_os("CREX_YEAR") {
        made::fill(folder.as_ref());
    }
}
