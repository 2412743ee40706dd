//! What a session gives beside its record, the plan as a workbook, and the schema of the JSON.

use super::{Machine, noon, store};
use crex::domain::action::{Action, Status};
use crex::domain::session::Session;
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Read as _};

const SEALED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/sessions/examples/ehpad-sealed.ron"
);
/// The names of the pieces, with what each tells of the sealed example.
const PIECES: [(&str, &str); 5] = [
    ("eigs", "Bloc 7 – Réalisation de l'analyse"),
    ("rex", "Ce que nous changeons"),
    ("reporter", "Merci de votre signalement."),
    ("invitation", "À lire ou à préparer avant"),
    ("signatures", "représentante du conseil de la vie sociale"),
];

#[test]
fn every_piece_is_written_in_the_form_that_its_file_names() {
    let machine = Machine::new();
    for (piece, tells) in PIECES {
        let args = ["report", SEALED, "--format", piece];
        machine.run(&args).ends(0).answers(&[tells]);
        for (file, begins) in [
            ("d.md", "# "),
            ("d.html", "<!DOCTYPE html>"),
            ("d.txt", "# "),
        ] {
            let to = format!("{piece}-{file}");
            let args = [&args[..], &["-o", &to]].concat();
            // The second time it replaces its own export.
            machine.run(&args).ends(0);
            machine.run(&args).ends(0).says(&["Écrit dans"]);
            let text = fs::read_to_string(machine.path(&to)).unwrap();
            assert!(text.starts_with(begins), "{to}");
        }
        let note = machine.path(&format!("{piece}-note.md"));
        fs::write(&note, "# Mes notes\n").unwrap();
        let note = note.to_string_lossy();
        machine
            .run(&[&args[..], &["-o", &note]].concat())
            .ends(1)
            .says(&["n'est pas un document de crex"]);
    }
}

#[test]
fn a_document_of_one_event_names_no_other() {
    let machine = Machine::new();
    let of = |event: &str| {
        let args = [
            "report",
            SEALED,
            "--format",
            "reporter",
            "--incident",
            event,
        ];
        machine.run(&args)
    };
    let both = machine.run(&["report", SEALED, "--format", "reporter"]);
    both.ends(0)
        .says(&["envoyez à chacun le sien"])
        .answers(&["E1 – Les médicaments", "E2 – Chute"]);
    for event in ["E2", "e2", "2"] {
        let one = of(event).ends(0).without_message();
        assert!(one.out.contains("Chute devant l'ascenseur") && !one.out.contains("médicaments"));
    }
    of("E9")
        .ends(1)
        .says(&["«\u{a0}E9\u{a0}»", "Possible\u{a0}: E1, E2."]);
    let rex = ["report", SEALED, "--format", "rex", "--incident", "E2"];
    machine.run(&rex).ends(1).says(&["Possible\u{a0}: E1."]);
    machine
        .run(&["report", SEALED, "--incident", "E1"])
        .ends(2)
        .says(&["eigs, rex, reporter"]);
}

#[test]
fn a_session_without_anything_gives_every_piece_and_says_what_it_lacks() {
    let machine = Machine::with(&["Vide"]);
    let lacks = [
        ("eigs", "il n'y a rien à reprendre"),
        ("rex", "la fiche attend"),
        ("reporter", "personne n'attend de réponse"),
        ("invitation", "À compléter avant l'envoi\u{a0}: le lieu"),
        ("signatures", "aucune personne n'est notée"),
    ];
    for (piece, lack) in lacks {
        let args = ["report", "Vide", "--format", piece];
        machine.run(&args).ends(0).answers(&[lack]);
    }
}

/// Whether a value is as its schema has it: the words of the language that the schema uses, and no other.
fn holds(schema: &Value, root: &Value, value: &Value, path: &str) -> Result<(), String> {
    let schema = match schema["$ref"].as_str() {
        Some(name) => root.pointer(name.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    if let Some(ways) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let any = ways.iter().any(|way| holds(way, root, value, path).is_ok());
        return any
            .then_some(())
            .ok_or(format!("{path}: no way for {value}"));
    }
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.clone(),
        Value::Null => Vec::new(),
        kind => vec![kind.clone()],
    };
    let is = |kind: &Value| match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other} in the schema"),
    };
    if !kinds.is_empty() && !kinds.iter().any(is) {
        return Err(format!("{path}: {value} is no {kinds:?}"));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        return Err(format!("{path}: {value} is not {}", schema["const"]));
    }
    let listed = schema["enum"].as_array();
    if listed.is_some_and(|all| !all.contains(value)) {
        return Err(format!("{path}: {value} is not of {listed:?}"));
    }
    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
        let of = schema["prefixItems"].get(n).unwrap_or(&schema["items"]);
        holds(of, root, item, &format!("{path}/{n}"))?;
    }
    let Some(fields) = value.as_object() else {
        return Ok(());
    };
    for name in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(name.as_str().unwrap()) {
            return Err(format!("{path}: {name} is missing"));
        }
    }
    for (name, field) in fields {
        let place = format!("{path}/{name}");
        let known = schema["properties"].get(name);
        holds(
            known.ok_or(format!("{place} is unknown"))?,
            root,
            field,
            &place,
        )?;
    }
    Ok(())
}

#[test]
fn what_json_gives_is_as_the_printed_schema_says() {
    let machine = Machine::new();
    let printed = machine
        .run(&["report", "--schema"])
        .ends(0)
        .without_message();
    let schema: Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    for session in ["demo", SEALED] {
        let args = ["report", session, "--format", "json"];
        let mut json: Value = serde_json::from_str(&machine.run(&args).ends(0).out).unwrap();
        holds(&schema, &schema, &json, "").unwrap();
        // It is no schema that anything follows.
        json["session"]["incidents"][0]["fate"] = "Perhaps".into();
        assert!(holds(&schema, &schema, &json, "").is_err());
    }
    machine.run(&["report", "demo", "--schema"]).ends(2);
}

/// A part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    book.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// A workspace with one action of this wording, due on 4 December 2026.
fn with_action(what: &str) -> Machine {
    let machine = Machine::new();
    let mut session = Session::new(uuid::Uuid::from_u128(7), noon().date());
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        owner: "IDEC".into(),
        due: chrono::NaiveDate::from_ymd_opt(2026, 12, 4),
        status: Status::Retained,
        ..Action::new(id)
    });
    store(&machine.workspace()).create(session, noon()).unwrap();
    machine
}

#[test]
fn the_plan_is_a_workbook_of_dates_filters_and_states_in_which_nothing_is_a_formula() {
    let machine = with_action("=HYPERLINK(\"http://example.org\")");
    let write = ["actions", "--format", "xlsx", "-o", "plan.xlsx"];
    machine.run(&write).ends(0).says(&["Plan d'actions écrit"]);
    let book = fs::read(machine.path("plan.xlsx")).unwrap();
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    // 4 December 2026, in days of a spreadsheet.
    assert!(sheet.contains("<v>46360</v>"), "{sheet}");
    for holds in [
        "<autoFilter ref=\"A1:V2\"/>",
        "state=\"frozen\"",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "type=\"list\"",
        "en retard",
    ] {
        assert!(sheet.contains(holds), "{holds} is not in {sheet}");
    }
    assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"));
    assert!(part(&book, "xl/sharedStrings.xml").contains("=HYPERLINK"));
    let titles = part(&book, "xl/workbook.xml");
    assert!(titles.contains("Print_Titles") && titles.contains("$1:$1"));
    // The same plan on the same day is the same file, and replaces itself.
    machine.run(&write).ends(0);
    assert_eq!(fs::read(machine.path("plan.xlsx")).unwrap(), book);
    let piped = machine.command(&["actions", "--format", "xlsx"]).output();
    assert_eq!(piped.unwrap().stdout, book);
}

#[test]
fn a_workbook_that_someone_saved_is_not_replaced() {
    let machine = with_action("Relever la température");
    let write = ["actions", "--format", "xlsx", "-o", "plan.xlsx"];
    machine.run(&write).ends(0);
    let book = fs::read(machine.path("plan.xlsx")).unwrap();
    let mut saved = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    saved.start_file("docProps/core.xml", options).unwrap();
    let core = part(&book, "docProps/core.xml");
    let other = core.replace("y>crex<", "y>Quelqu'un<");
    assert_ne!(core, other);
    std::io::Write::write_all(&mut saved, other.as_bytes()).unwrap();
    let saved = saved.finish().unwrap().into_inner();
    fs::write(machine.path("plan.xlsx"), &saved).unwrap();
    let refused = machine.run(&write).ends(1);
    refused.says(&["n'est pas un document de crex"]);
    assert_eq!(fs::read(machine.path("plan.xlsx")).unwrap(), saved);
}
