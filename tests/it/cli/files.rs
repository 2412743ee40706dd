//! What the command line does with a workspace: sessions, events, grids, exports.

use super::{Machine, name};
use crate::made::{noon, session};
use crate::store::store;
use crex::domain::text::Text;
use crex::guard::{Field, mark, remarks};
use serde_json::Value;
use std::fs;

#[test]
fn sessions_are_listed_for_people_and_for_scripts() {
    let machine = Machine::with(&["Chutes", "Médicaments"]);
    let list = machine.run(&["list"]).ends(0).without_message();
    let list = list.answers(&[
        "Date",
        "Titre",
        "19/11/2026",
        "Chutes",
        "Médicaments",
        "préparée",
        "0/0",
    ]);
    let file = |line: &str| {
        line.find("2026-11-19-")
            .or(line.find("Fichier"))
            .map(|at| line[..at].chars().count())
    };
    let columns: Vec<_> = list.out.lines().map(file).collect();
    assert_eq!(columns.len(), 3);
    assert!(
        columns.iter().all(|at| *at == columns[0] && at.is_some()),
        "{}",
        list.out
    );
    let json: Value = serde_json::from_str(&machine.run(&["list", "--json"]).ends(0).out).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["sessions"].as_array().unwrap().len(), 2);
    assert_eq!(json["sessions"][0]["date"], "2026-11-19");
    assert_eq!(json["sessions"][0]["sealed"], false);
    assert_eq!(json["damaged"], serde_json::json!([]));
}

#[test]
fn an_empty_workspace_says_how_to_begin() {
    let machine = Machine::with(&[]);
    machine
        .run(&["list"])
        .ends(0)
        .without_answer()
        .says(&["crex new"]);
    machine
        .english(&["incidents", "list"])
        .ends(0)
        .without_answer()
        .says(&["crex incidents add"]);
    let json = machine.run(&["list", "--json"]).ends(0).without_message();
    assert!(json.out.contains("\"sessions\": []"));
}

#[test]
fn a_session_is_named_by_its_file_its_day_or_the_start_of_its_title() {
    let machine = Machine::with(&["Médicaments du soir"]);
    let entries = fs::read_dir(machine.workspace().join("sessions")).unwrap();
    let path = entries.flatten().next().unwrap().path();
    let whole = path.to_string_lossy().into_owned();
    for what in [
        whole.as_str(),
        &name(&path),
        "19/11/2026",
        "2026-11-19",
        "medicaments",
        "MÉDICAMENTS du",
    ] {
        machine
            .run(&["show", what])
            .ends(0)
            .answers(&["Médicaments du soir"]);
    }
}

#[test]
fn a_file_is_read_alone_without_a_workspace_around() {
    let machine = Machine::new();
    let bytes = crex::store::encode("seul.ron".as_ref(), &session(4, "Seul")).unwrap();
    fs::write(machine.path("seul.ron"), bytes).unwrap();
    for command in ["show", "report"] {
        machine
            .run(&[command, "seul.ron"])
            .ends(0)
            .without_message()
            .answers(&["Seul"]);
    }
    assert!(!machine.workspace().exists(), "a workspace was made");
}

#[test]
fn an_event_is_added_and_then_listed() {
    let machine = Machine::new();
    let added = machine.run(&[
        "incidents",
        "add",
        "--title",
        "Sachet échangé",
        "--facts",
        "Un sachet va au voisin.",
        "--severity",
        "3",
        "--occurred",
        "12/11/2026 18h20",
        "--reporter",
        "aide-soignante",
    ]);
    let added = added.ends(0).says(&["Événement ajouté"]);
    let path = added.out.trim_end();
    assert!(
        fs::read_to_string(path)
            .unwrap()
            .contains("Un sachet va au voisin.")
    );
    machine
        .run(&["incidents", "list"])
        .ends(0)
        .answers(&["Gravité", "Sachet échangé", "3"]);
    machine
        .english(&["incidents", "list"])
        .ends(0)
        .answers(&["Severity", "Sachet échangé"]);
    let json: Value =
        serde_json::from_str(&machine.run(&["incidents", "list", "--json"]).out).unwrap();
    assert_eq!(json["incidents"][0]["report"]["severity"], 3);
    machine.run(&["check"]).ends(0).answers(&[path, "bon"]);
}

#[test]
fn private_notes_leave_in_no_answer() {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    let made = store.create(session(1, "Chutes"), noon()).unwrap();
    let notes = store.notes(made.doc.id, noon()).unwrap();
    let mut text = notes.doc.clone();
    text.text = Text::new("zibeline");
    let changes = crex::domain::parts::Parts::diff(&notes.doc, &text);
    store.record(notes.handle, &changes).unwrap();
    store.save(notes.handle, &text, 1);
    drop(store);
    let kept = machine
        .workspace()
        .join("notes")
        .join(format!("{}.ron", made.doc.id));
    assert!(fs::read_to_string(kept).unwrap().contains("zibeline"));
    for args in [
        &["show", "Chutes"][..],
        &["show", "Chutes", "--json"],
        &["report", "Chutes"],
        &["report", "Chutes", "--format", "json"],
        &["report", "Chutes", "--format", "html"],
        &["list", "--json"],
    ] {
        let ran = machine.run(args).ends(0);
        assert!(!ran.out.contains("zibeline") && !ran.err.contains("zibeline"));
    }
}

#[test]
fn a_record_in_html_stands_alone_and_takes_the_place_of_its_earlier_self_alone() {
    let machine = Machine::new();
    let page = machine.folder.path().join("cr.html");
    let to = page.to_str().unwrap();
    let write = ["report", "demo", "--format", "html", "-o", to];
    machine.run(&write).ends(0);
    let first = fs::read_to_string(&page).unwrap();
    assert!(first.starts_with("<!DOCTYPE html><html lang=\"fr\">"));
    assert!(first.ends_with("</html>\n"));
    machine.run(&write).ends(0);
    assert_eq!(fs::read_to_string(&page).unwrap(), first);
    fs::write(&page, "<!DOCTYPE html><html><body>à nous</body></html>").unwrap();
    machine.run(&write).ends(1);
    assert!(fs::read_to_string(&page).unwrap().contains("à nous"));
}

#[test]
fn a_record_that_names_someone_is_said_to_beside_it() {
    let machine = Machine::new();
    let mut held = session(1, "Chutes");
    held.closing.lessons = "Remercier Mme Berthelin, jointe au 06 39 98 12 34.".into();
    let mut store = store(&machine.workspace());
    store.create(held.clone(), noon()).unwrap();
    let all = [
        &["report", "Chutes"][..],
        &["report", "Chutes", "--format", "json"],
    ];
    for args in all {
        let ran = machine.run(args).ends(0);
        let ran = ran.says(&["À relire avant de diffuser", "2 mots", "Clôture"]);
        assert!(ran.out.contains("Berthelin") && !ran.out.contains("À relire"));
        assert!(!ran.err.contains("Berthelin"));
    }
    let check = machine.run(&["check"]).ends(0);
    check.answers(&["À relire avant de diffuser"]);
    // Nor is a team told what it does not watch for.
    let team = machine.workspace().join("team.ron");
    let before = std::fs::read(&team).ok();
    std::fs::write(&team, "(schema: 1, unwatched: [Identifiers])").unwrap();
    let check = machine.run(&["check"]).ends(0);
    assert!(!check.out.contains("À relire"), "{}", check.out);
    machine.run(&["report", "Chutes"]).ends(0).without_message();
    match before {
        Some(bytes) => std::fs::write(&team, bytes).unwrap(),
        None => std::fs::remove_file(&team).unwrap(),
    }
    let english = machine.english(&["report", "Chutes"]);
    english.says(&["To be read again before it leaves: 2 words"]);
    // What the session passed over is not said again.
    let text = held.closing.lessons.as_str();
    let found = remarks(text, Field::Other, held.lang);
    held.guarding.passed = found.iter().map(|remark| mark(text, remark)).collect();
    held.id = uuid::Uuid::from_u128(2 << 96);
    held.title = "Erreurs".into();
    store.create(held, noon()).unwrap();
    machine
        .run(&["report", "Erreurs"])
        .ends(0)
        .without_message();
}

#[test]
fn a_record_replaces_an_earlier_record_and_nothing_else() {
    let machine = Machine::with(&["Chutes"]);
    let to = machine.path("compte-rendu.md");
    let report = |to: &str| machine.run(&["report", "Chutes", "-o", to]);
    let to_text = to.to_string_lossy().into_owned();
    report(&to_text)
        .ends(0)
        .without_answer()
        .says(&["Compte rendu écrit"]);
    let first = fs::read_to_string(&to).unwrap();
    assert_eq!(first, machine.run(&["report", "Chutes"]).out);
    report(&to_text).ends(0);
    assert_eq!(fs::read_to_string(&to).unwrap(), first);
    machine
        .run(&["report", "Chutes", "-o", "-"])
        .ends(0)
        .without_message()
        .answers(&["# Compte rendu"]);

    let mine = machine.path("notes.md");
    fs::write(&mine, "# Mes notes").unwrap();
    report(&mine.to_string_lossy())
        .ends(1)
        .says(&["n'est pas un document"]);
    assert_eq!(fs::read_to_string(&mine).unwrap(), "# Mes notes");
    report(&machine.workspace().to_string_lossy())
        .ends(1)
        .says(&["est un dossier"]);
    report(&machine.path("nouveau.ron").to_string_lossy())
        .ends(1)
        .says(&["fichier de travail"]);
    report(&machine.path("absent/cr.md").to_string_lossy())
        .ends(1)
        .says(&["introuvable"]);
    let english = machine.english(&["report", "Chutes", "-o", &mine.to_string_lossy()]);
    english.ends(1).says(&["is not a document of crex"]);
    let left = fs::read_dir(machine.folder.path()).unwrap().flatten();
    let stray = left.filter(|f| f.file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(stray.count(), 0);
}

#[cfg(unix)]
#[test]
fn an_export_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::with(&["Chutes"]);
    machine
        .run(&["report", "Chutes", "-o", "cr.json", "--format", "json"])
        .ends(0);
    let mode = fs::metadata(machine.path("cr.json"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn grids_are_listed_and_a_team_s_own_is_checked() {
    let machine = Machine::with(&[]);
    machine
        .run(&["grids"])
        .ends(0)
        .without_message()
        .answers(&["cadya", "27", "alarm", "37", "fournie"]);
    let good = r#"(schema: 1, id: "chez-nous", version: 1, name: (fr: "La nôtre"), dimensions: [
    (id: "A", name: (fr: "Accueil"), items: [
        (id: "A1", label: (fr: "Consignes"), question: (fr: "Étaient-elles écrites ?")),
    ]),
])
"#;
    let path = machine.path("grille.ron");
    fs::write(&path, good).unwrap();
    machine
        .run(&["grids", "check", "grille.ron"])
        .ends(0)
        .answers(&["grille.ron", "bonne"]);
    fs::write(machine.workspace().join("grids").join("grille.ron"), good).unwrap();
    machine
        .run(&["grids", "list"])
        .ends(0)
        .answers(&["chez-nous", "de l'équipe"]);
    fs::write(&path, good.replace("label: (fr: \"Consignes\"), ", "")).unwrap();
    machine
        .run(&["grids", "check", "grille.ron"])
        .ends(1)
        .answers(&["grille.ron", "ligne 3, colonne 9", "A1", "libellé"]);
    machine
        .english(&["check", "grille.ron"])
        .ends(1)
        .answers(&["A1", "label"]);
    fs::write(&path, good.replace("version: 1,", "version 1,")).unwrap();
    machine
        .run(&["grids", "check", "grille.ron"])
        .ends(1)
        .answers(&["ligne 1, colonne"]);
    machine
        .run(&["grids", "check", "absent.ron"])
        .ends(1)
        .says(&["introuvable"]);
}

#[test]
fn preferences_that_cannot_be_read_are_told_and_left_alone() {
    let machine = Machine::with(&["Chutes"]);
    let file = machine.path("settings.ron");
    fs::write(&file, "(mouse: perhaps)").unwrap();
    machine
        .run(&["list"])
        .ends(0)
        .answers(&["Chutes"])
        .says(&["Vos préférences n'ont pas pu être lues", "settings.ron"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "(mouse: perhaps)");
}

#[test]
fn looking_makes_no_folder() {
    let machine = Machine::with(&["Chutes"]);
    let folder = machine.path("stick");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("séance.ron");
    let made = store(&machine.workspace()).list().sessions.remove(0);
    fs::copy(&made.path, &file).unwrap();
    fs::write(folder.join("._séance.ron"), [0, 5, 22, 7]).unwrap();
    let stick = folder.to_str().unwrap();
    let session = file.to_str().unwrap();
    for args in [
        &["list"][..],
        &["show", session],
        &["report", session],
        &["check"],
        &["incidents", "list"],
    ] {
        machine
            .run(&[args, &["--workspace", stick]].concat())
            .ends(0);
        let names = fs::read_dir(&folder).unwrap().count();
        assert_eq!(names, 2, "{args:?}");
    }
}

#[test]
fn incidents_that_a_session_settled_are_listed_only_when_all_are_asked_for() {
    use crex::domain::SCHEMA;
    use crex::domain::incident::{Fate, Incident, IncidentFile, Report};
    let machine = Machine::with(&[]);
    let mut disk = store(&machine.workspace());
    for (n, title) in [(1, "Chute dans l’escalier"), (2, "Dose en double")] {
        let report = Report {
            title: Text::line(title),
            ..Report::default()
        };
        let id = uuid::Uuid::from_u128(n);
        let schema = SCHEMA;
        let file = IncidentFile { schema, id, report };
        disk.create(file, noon()).unwrap();
    }
    let mut held = session(9, "Séance");
    let mut heard = Incident::new(crex::domain::ids::IncidentId(1));
    heard.origin = Text::line(&uuid::Uuid::from_u128(1).to_string());
    heard.fate = Fate::Closed;
    held.incidents.push(heard);
    disk.create(held, noon()).unwrap();
    drop(disk);
    let waiting = machine.run(&["incidents", "list"]).ends(0);
    assert!(!waiting.out.contains("Chute dans"), "{}", waiting.out);
    waiting.answers(&["Dose en double"]);
    machine
        .run(&["incidents", "list", "--all"])
        .ends(0)
        .answers(&["Chute dans l’escalier", "Dose en double"]);
}
