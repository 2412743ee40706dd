//! All that leaves the program for one session, under one roof.

use super::harmless;
use crex::content;
use crex::documents::letterhead::Letterhead;
use crex::documents::plan::{
    calendar::calendar, csv::csv, json::json, reminder::reminders, xlsx::xlsx,
};
use crex::documents::{Format, compare, json as session_json, pieces, report, results, sheets};
use crex::domain::piece::Piece;
use crex::domain::scenario::Scenario;
use crex::domain::session::Session;
use crex::library::plan::{Planned, Sheet, plan};
use crex::training::debrief::debrief;
use crex::words::Words;
use serde_json::Value;
use std::io::Read as _;

/// What came out: its name, whose end says what it is, and its bytes.
pub struct Output {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Output {
    pub fn ends(&self) -> &str {
        self.name.rsplit('.').next().unwrap()
    }

    /// It as text; of a package each part that is text, by name.
    pub fn texts(&self) -> Vec<(String, String)> {
        if !matches!(self.ends(), "docx" | "xlsx") {
            let text = String::from_utf8(self.bytes.clone()).unwrap();
            return vec![(self.name.clone(), text)];
        }
        let mut files = zip::ZipArchive::new(std::io::Cursor::new(&self.bytes)).unwrap();
        let mut out = Vec::new();
        for n in 0..files.len() {
            let mut file = files.by_index(n).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            if let Ok(text) = String::from_utf8(bytes) {
                out.push((format!("{}/{}", self.name, file.name().unwrap()), text));
            }
        }
        out
    }
}

/// Every document of a session; those of a simulation too, when it was begun from this scenario.
pub fn all(session: &Session, scenario: Option<&Scenario>) -> Vec<Output> {
    let words = Words(session.lang);
    let letterhead = Letterhead::named(session.structure.as_str());
    let mut out = Vec::new();
    let mut put = |name: String, bytes: Vec<u8>| out.push(Output { name, bytes });
    let mut documents: Vec<(String, _)> = Piece::ALL
        .iter()
        .filter(|piece| piece.is_given_by(session))
        .map(|piece| {
            (
                format!("{piece:?}"),
                pieces::piece(session, *piece, None, session.date),
            )
        })
        .collect();
    let blank = Session::new(session.id, session.date);
    documents.push(("Compare".into(), compare::compare(session, &blank, words)));
    let names = [session.title.to_string()];
    documents.push((
        "Certificates-named".into(),
        sheets::certificates(session, &names),
    ));
    if let Some(one) = session.incidents.iter().next() {
        let told = report::waiting(
            &one.report,
            crex::content::scales_by_id(&session.scales),
            session.title.as_str(),
            session.lang,
        );
        documents.push(("Waiting".into(), told));
    }
    for (name, document) in &documents {
        for format in Format::ALL {
            let bytes = format.write(document, &letterhead);
            put(format!("{name}.{}", format.extension()), bytes);
        }
    }
    put(
        "session.json".into(),
        session_json::json(session).unwrap().into(),
    );
    let mut real = session.clone();
    real.kind = crex::domain::simulation::Kind::Real;
    let planned = plan(&[Sheet::of(&real)], &[], session.date);
    let planned: Vec<&Planned> = planned.iter().collect();
    put("plan.csv".into(), csv(words, &planned, session.date).into());
    put(
        "plan.json".into(),
        json(&planned, session.date).to_string().into(),
    );
    put(
        "plan.xlsx".into(),
        xlsx(words, &planned, session.date).unwrap(),
    );
    put(
        "plan.ics".into(),
        calendar(words, &planned).unwrap_or_default().into(),
    );
    put(
        "plan.txt".into(),
        reminders(words, &planned, session.date)
            .unwrap_or_default()
            .into(),
    );
    if let Some(scenario) = scenario {
        let told = debrief(
            session,
            scenario,
            &scenario.kit(content::kit(scenario.lang)),
        );
        put(
            "results.csv".into(),
            results::csv(words, Some(&told)).into(),
        );
    }
    out
}

/// Nothing that commands, turns or hides comes out, written as it is or as a number.
pub fn all_harmless(outputs: &[Output]) {
    for output in outputs {
        for (name, text) in output.texts() {
            let text = match output.ends() {
                "csv" => text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
                "ics" => text.replace("\r\n", "\n"),
                // Writers of packages break the line of the declaration as they like.
                "docx" | "xlsx" => text.replace("\r\n", "\n"),
                _ => text,
            };
            harmless(&name, &text);
            if output.ends() == "json" {
                values_harmless(&name, &serde_json::from_str(&text).unwrap());
            }
            if !matches!(output.ends(), "html" | "docx" | "xlsx") {
                continue;
            }
            for (at, _) in text.match_indices("&#").take(2_000) {
                let number = text[at + 2..].split(';').next().unwrap_or_default();
                let value = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => number.parse(),
                };
                if let Some(c) = value.ok().and_then(char::from_u32) {
                    harmless(&name, &c.to_string());
                }
            }
        }
    }
}

/// The same of all texts of a tree.
pub fn values_harmless(name: &str, tree: &Value) {
    match tree {
        Value::String(text) => harmless(name, text),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                values_harmless(&format!("{name}/{n}"), item);
            }
        }
        Value::Object(fields) => {
            for (field, item) in fields {
                harmless(name, field);
                values_harmless(&format!("{name}/{field}"), item);
            }
        }
        _ => {}
    }
}
