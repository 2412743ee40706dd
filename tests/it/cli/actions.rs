//! The action plan of all meetings: a year of four sessions in which actions live every fate, told in every format.

mod year;

use super::{Machine, noon, store};
use crex::domain::session::Session;
use crex::guard::{Field, mark, remarks};
use serde_json::Value;
use std::fs;
use year::{day, decide, session, year};

fn actions(machine: &Machine, args: &[&str]) -> Vec<Value> {
    let args: Vec<&str> = ["actions", "--format", "json"]
        .iter()
        .chain(args)
        .copied()
        .collect();
    let said = machine.run(&args).ends(0).without_message();
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["schema"], 1);
    json["actions"].as_array().unwrap().clone()
}

fn references(actions: &[Value]) -> Vec<&str> {
    let reference = |a: &Value| a["reference"].as_str().map(ToOwned::to_owned);
    assert!(actions.iter().all(|a| reference(a).is_some()));
    actions
        .iter()
        .map(|a| a["reference"].as_str().unwrap())
        .collect()
}

#[test]
fn every_fate_is_told_and_a_played_session_changes_nothing() {
    let machine = year();
    let all = actions(&machine, &[]);
    let fates: Vec<[&str; 2]> = all
        .iter()
        .map(|a| {
            [
                a["reference"].as_str().unwrap(),
                a["standing"].as_str().unwrap(),
            ]
        })
        .collect();
    let expected = [
        ["1-A3", "Done"],
        ["1-A4", "Effective"],
        ["1-A5", "Partly"],
        ["1-A6", "NotEffective"],
        ["1-A7", "CannotTell"],
        ["1-A8", "Dropped"],
        ["1-A1", "Late"],
        ["1-A2", "Open"],
        ["3-A1", "Open"],
    ];
    assert_eq!(fates, expected);
    let by = |reference: &str| all.iter().find(|a| a["reference"] == reference).unwrap();
    let late = by("1-A1");
    assert_eq!(
        (&late["days_late"], &late["phase"]),
        (&20.into(), &"Do".into())
    );
    assert_eq!(late["due"], day(-20).to_string());
    assert_eq!(late["decided_on"], day(-300).to_string());
    assert_eq!(late["causes"][0], "Relevé fait de mémoire");
    assert_eq!(
        (&late["strength"], &late["target"]),
        (&"Weak".into(), &"0 sur 20".into())
    );
    let postponed = by("1-A2");
    assert_eq!(
        (&postponed["postponed"], &postponed["phase"]),
        (&2.into(), &"Plan".into())
    );
    assert_eq!(postponed["due"], day(40).to_string());
    assert_eq!(by("1-A4")["last"]["evidence"], "audit de 20 dossiers");
    assert_eq!(by("1-A3")["phase"], "Check");
    let dropped = by("1-A8");
    assert_eq!(dropped["reason"], "fusionnée avec une autre");
    assert_eq!(dropped["last"]["on"], day(-30).to_string());
}

#[test]
fn what_is_open_late_or_of_one_owner_is_told_alone() {
    let machine = year();
    let open = actions(&machine, &["--open"]);
    assert_eq!(references(&open), ["1-A3", "1-A1", "1-A2", "3-A1"]);
    assert_eq!(references(&actions(&machine, &["--late"])), ["1-A1"]);
    for owner in ["idec", "IDEC"] {
        let mine = actions(&machine, &["--owner", owner]);
        assert_eq!(references(&mine), ["1-A4", "1-A7", "1-A1", "3-A1"]);
    }
    let cadre = actions(&machine, &["--owner", "SANTE"]);
    assert_eq!(references(&cadre), ["1-A5"]);
    let mine = actions(&machine, &["--owner", "Pharmacien", "--open"]);
    assert_eq!(references(&mine), ["1-A2"]);
    assert_eq!(
        actions(&machine, &["--owner", "pharmacien", "--late"]).len(),
        0
    );
    // IDE is another function than IDEC.
    let nobody = machine.run(&["actions", "--owner", "IDE"]).ends(1);
    nobody
        .without_answer()
        .says(&["«\u{a0}IDE\u{a0}»", "direction, IDEC"]);
}

#[test]
fn a_script_hears_that_something_is_late_by_the_exit_code() {
    let machine = year();
    let late = machine.run(&["actions", "--fail-if-late"]).ends(1);
    late.answers(&["en retard"])
        .says(&["1 action est en retard."]);
    machine
        .english(&["actions", "--fail-if-late"])
        .ends(1)
        .says(&["1 action is late."]);
    let args = ["actions", "--owner", "direction", "--fail-if-late"];
    machine.run(&args).ends(0).without_message();
    machine
        .run(&["actions", "--open", "--late"])
        .ends(2)
        .without_answer();
    machine
        .run(&["actions", "--format", "pdf"])
        .ends(2)
        .says(&["csv, xlsx, ics, json, relance"]);
}

#[test]
fn the_table_stands_in_eighty_columns_with_its_late_ones_marked() {
    let machine = year();
    for said in [machine.run(&["actions"]), machine.english(&["actions"])] {
        let said = said.ends(0).without_message();
        let lines: Vec<&str> = said.out.lines().collect();
        assert!(
            lines.iter().all(|l| l.chars().count() <= 80),
            "{}",
            said.out
        );
        let marked: Vec<_> = lines.iter().filter(|l| l.starts_with("! ")).collect();
        assert_eq!(marked.len(), 1, "{}", said.out);
        assert!(marked[0].contains("1-A1  Tester"), "{}", said.out);
        let column = |line: &&str| line.find("1-A").map(|at| line[..at].chars().count());
        let columns: Vec<_> = lines.iter().filter_map(column).collect();
        assert_eq!(columns, [columns[0]; 8], "{}", said.out);
    }
    let french = machine.run(&["actions"]);
    french.answers(&["reportée 2×", "à évaluer", "en partie ", "(à désigner)"]);
}

#[test]
fn each_format_is_written_to_a_file_and_replaces_only_itself() {
    let machine = year();
    let late = machine.run(&["actions", "--late"]).out;
    for (format, head) in [
        ("csv", "\u{feff}Échéance;"),
        ("ics", "BEGIN:VCALENDAR\r\n"),
        ("json", "{\n"),
        ("relance", "Pour\u{a0}: "),
        ("reminder", "Pour\u{a0}: "),
        ("table", "Échéance"),
    ] {
        let args = ["actions", "--format", format, "-o", "plan.out"];
        for _ in 0..2 {
            machine
                .run(&args)
                .ends(0)
                .without_answer()
                .says(&["plan.out"]);
        }
        let written = fs::read_to_string(machine.path("plan.out")).unwrap();
        assert!(written.starts_with(head), "{format}: {written}");
        assert_eq!(machine.run(&args[..3]).ends(0).out, written);
        assert!(!written.contains("jouée"), "{format}: {written}");
        fs::remove_file(machine.path("plan.out")).unwrap();
    }
    fs::write(machine.path("plan.out"), &late[..late.len() - 1]).unwrap();
    fs::write(machine.path("mine.csv"), "Action;Pilote\n").unwrap();
    let mine = machine.run(&["actions", "--format", "csv", "-o", "mine.csv"]);
    mine.ends(1).says(&["existe déjà"]);
}

#[test]
fn a_spreadsheet_gets_days_and_no_formula() {
    let machine = year();
    let csv = machine.run(&["actions", "--format", "csv"]).ends(0).out;
    assert_eq!(csv.lines().count(), 10, "{csv}");
    assert!(csv.split_inclusive('\n').all(|line| line.ends_with("\r\n")));
    let formula = format!(
        "{};;3-A1;3;{};\"'=Ouvrir ; fermer\";IDEC;ouverte",
        day(60),
        day(-100)
    );
    assert!(csv.contains(&formula), "{csv}");
}

#[test]
fn what_may_tell_who_someone_is_is_said_before_the_plan_leaves() {
    let machine = Machine::new();
    let mut first = session(1, 10);
    decide(
        &mut first,
        "Appeler Mme Dupont au 06 12 34 56 78",
        "IDEC",
        20,
    );
    let mut store = store(&machine.workspace());
    let opened = store.create(first, noon()).unwrap();
    drop(store);
    for format in ["csv", "json", "relance"] {
        let said = machine.run(&["actions", "--format", format]).ends(0);
        said.answers(&["Dupont"]).says(&["1-A1"]);
    }
    for format in ["ics", "table"] {
        machine
            .run(&["actions", "--format", format])
            .ends(0)
            .without_message();
    }
    let mut session: Session = {
        let bytes = fs::read(&opened.path).unwrap();
        crex::store::parse(&opened.path, &bytes).unwrap().doc
    };
    let text = session.actions.at(0).unwrap().what.to_string();
    for remark in remarks(&text, Field::Other, session.lang) {
        session.guarding.pass(mark(&text, &remark));
    }
    fs::write(
        &opened.path,
        crex::store::encode(&opened.path, &session).unwrap(),
    )
    .unwrap();
    machine
        .run(&["actions", "--format", "csv"])
        .ends(0)
        .without_message();
}

#[test]
fn a_calendar_holds_a_day_for_each_deadline_and_evaluation_still_awaited() {
    let machine = year();
    let ics = machine.run(&["actions", "--format", "ics"]).ends(0).out;
    // Three actions are to be done, and these and the one that was done are to be evaluated.
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 7, "{ics}");
    assert_eq!(ics.matches("-due@crex").count(), 3);
    let wordings = ["réfrigérateur", "Ouvrir", "IDEC"];
    assert!(wordings.iter().all(|w| !ics.contains(w)), "{ics}");
    let cadre = ["actions", "--format", "ics", "--owner", "cadre"];
    let none = machine.run(&cadre).ends(0).without_answer();
    none.says(&["Aucune date"]);
}

#[test]
fn a_damaged_file_is_named_and_hides_nothing_else() {
    let machine = year();
    machine.put("2026-01-01-abime.ron", b"(schema: 1,");
    let said = machine.run(&["actions", "--open"]).ends(0);
    said.says(&["2026-01-01-abime.ron"])
        .answers(&["1-A1", "3-A1"]);
}

#[test]
fn a_copied_session_is_counted_once_and_said() {
    let machine = year();
    let before = machine.run(&["actions"]).out;
    let sessions = fs::read_dir(machine.workspace().join("sessions")).unwrap();
    for entry in sessions.flatten() {
        let copy = entry.path().with_extension("copie.ron");
        fs::copy(entry.path(), copy).unwrap();
    }
    let said = machine.run(&["actions"]).ends(0);
    assert_eq!(
        said.err.matches("comptée une fois").count(),
        3,
        "{}",
        said.err
    );
    assert_eq!(said.out, before);
}

#[test]
fn an_empty_workspace_says_so_kindly() {
    let machine = Machine::with(&[]);
    let said = machine.run(&["actions"]).ends(0).without_answer();
    said.says(&["Aucune action dans", "dès qu'une séance"]);
    let said = machine.english(&["actions", "--late"]).ends(0);
    said.says(&["No action in"]);
    let json = machine.run(&["actions", "--format", "json"]).ends(0);
    json.answers(&["\"actions\": []"]);
    let done = Machine::with(&["Chutes"]);
    let args = ["actions", "--format", "reminder"];
    done.run(&args).ends(0).without_answer();
}
