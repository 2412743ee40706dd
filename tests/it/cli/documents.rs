//! `crex report` as a document of a structure: its form, its head, what it takes the place of.

use super::Machine;
use crate::made::pixel;
use std::fs::{self, File};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

const TEAM: &str =
    "(schema: 1, name: \"MSP fictive\", logo: \"logo.png\", footer: \"Réf. CREX-03\")\n";

/// A machine with a session and the letterhead of its team.
fn machine() -> Machine {
    let machine = Machine::with(&["Chutes"]);
    fs::write(machine.workspace().join("team.ron"), TEAM).unwrap();
    fs::write(machine.workspace().join("logo.png"), pixel()).unwrap();
    machine
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_ending_of_the_file_chooses_the_form_and_the_letterhead_is_in_it() {
    let machine = machine();
    let ran = machine.run(&["report", "Chutes", "-o", "cr.docx"]).ends(0);
    ran.without_answer().says(&["cr.docx"]);
    let docx = fs::read(machine.path("cr.docx")).unwrap();
    assert!(part(&docx, "word/document.xml").contains("Chutes"));
    assert!(part(&docx, "word/footer1.xml").contains("Réf. CREX-03"));
    assert!(part(&docx, "word/header1.xml").contains("r:embed=\"rId1\""));
    machine.run(&["report", "Chutes", "-o", "cr.json"]).ends(0);
    let json = fs::read_to_string(machine.path("cr.json")).unwrap();
    assert!(json.starts_with("{\n  \"schema\": "));
    machine.run(&["report", "Chutes", "-o", "cr.html"]).ends(0);
    let html = fs::read_to_string(machine.path("cr.html")).unwrap();
    for said in [
        "MSP fictive",
        "<footer>Réf. CREX-03</footer>",
        "data:image/png;base64,",
    ] {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn a_pipe_is_given_the_file_itself_and_the_same_each_time() {
    let machine = machine();
    let piped = |name: &str| {
        let mut command = machine.command(&["report", "Chutes", "--format", "docx"]);
        let to = File::create(machine.path(name)).unwrap();
        assert!(command.stdout(to).status().unwrap().success());
        fs::read(machine.path(name)).unwrap()
    };
    let first = piped("un.docx");
    assert!(part(&first, "word/document.xml").contains("Chutes"));
    assert_eq!(first, piped("deux.docx"));
}

#[test]
fn only_an_earlier_export_is_replaced() {
    let machine = machine();
    let write = || machine.run(&["report", "Chutes", "-o", "cr.docx"]);
    write().ends(0);
    write().ends(0);
    fs::write(machine.path("cr.docx"), b"PK\x03\x04 saved by someone").unwrap();
    write().ends(1).says(&["cr.docx"]);
    let kept = fs::read(machine.path("cr.docx")).unwrap();
    assert_eq!(kept, b"PK\x03\x04 saved by someone");
}

#[test]
fn a_logo_that_cannot_be_read_is_told_and_the_document_written_without_it() {
    let machine = machine();
    fs::remove_file(machine.workspace().join("logo.png")).unwrap();
    let ran = machine.run(&["report", "Chutes", "-o", "cr.docx"]).ends(0);
    ran.says(&["n'a pas de fichier «\u{a0}logo.png\u{a0}»", "cr.docx"]);
    let docx = fs::read(machine.path("cr.docx")).unwrap();
    assert!(part(&docx, "word/header1.xml").contains("MSP fictive"));
    let ran = machine.english(&["report", "Chutes", "--format", "html"]);
    ran.ends(0)
        .says(&["has no file “logo.png”"])
        .answers(&["MSP fictive"]);
}

#[test]
fn a_document_takes_the_place_of_its_own_as_it_was_written_and_of_nothing_else() {
    let machine = Machine::with(&["Chutes"]);
    let write =
        |format: &str, to: &str| machine.run(&["report", "Chutes", "--format", format, "-o", to]);
    write("md", "a.md").ends(0);
    let first = fs::read_to_string(machine.path("a.md")).unwrap();
    // Its own, whatever is written now.
    write("json", "a.md").ends(0);
    write("md", "a.md").ends(0);
    assert_eq!(fs::read_to_string(machine.path("a.md")).unwrap(), first);
    let edited = first + "Ajouté à la main.\n";
    let other = "{\n  \"schema\": 1\n}\n";
    fs::write(machine.path("a.md"), &edited).unwrap();
    fs::write(machine.path("b.json"), other).unwrap();
    write("md", "a.md").ends(1).says(&["a changé depuis"]);
    write("json", "b.json").ends(1).says(&["existe déjà"]);
    assert_eq!(fs::read_to_string(machine.path("a.md")).unwrap(), edited);
    assert_eq!(fs::read_to_string(machine.path("b.json")).unwrap(), other);
}

/// A text under the name of a workbook opens nowhere.
#[test]
fn what_a_file_is_called_tells_what_is_in_it() {
    let machine = Machine::with(&["Une séance"]);
    let report = &["report", "demo"][..];
    let (actions, stats) = (&["actions"][..], &["stats"][..]);
    for (command, name, head) in [
        (report, "r.docx", "PK"),
        (report, "r.HTML", "<!DOCTYPE html>"),
        (report, "r.htm", "<!DOCTYPE html>"),
        (report, "r.json", "{"),
        (report, "r.txt", "# "),
        (actions, "p.xlsx", "PK"),
        (actions, "p.csv", "\u{feff}"),
        (actions, "p.json", "{"),
        (stats, "y.json", "{"),
    ] {
        let args: Vec<&str> = command.iter().chain(&["-o", name]).copied().collect();
        machine.run(&args).ends(0);
        let written = fs::read(machine.path(name)).unwrap();
        assert!(written.starts_with(head.as_bytes()), "{name}");
    }
    for (command, name, possible) in [
        (report, "r.pdf", ".docx, .html, .md, .json"),
        (report, "r.xlsx", ".docx, .html, .md, .json"),
        (actions, "p.docx", ".xlsx, .csv, .ics, .json"),
        (stats, "y.XLSX", ".html, .docx, .md, .json"),
    ] {
        let args: Vec<&str> = command.iter().chain(&["-o", name]).copied().collect();
        let said = machine.run(&args).ends(2).without_answer();
        said.says(&["ne peut pas être écrit ici", possible]);
        assert!(!machine.path(name).exists());
    }
    let by_name = ["actions", "--format", "csv", "-o", "p.xls"];
    machine.run(&by_name).ends(0);
}
