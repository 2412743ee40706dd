//! Events taken over from a file of a spreadsheet.

use super::super::made::noon;
use super::super::store::store;
use super::{Machine, Ran, name};
use crex::domain::simulation::{Kind, Simulation};
use crex::domain::team::Team;
use crex::store::Parsed;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

/// Puts a file beside the workspace; gives its name.
fn file(machine: &Machine, name: &str, bytes: &[u8]) -> String {
    let path = machine.path(name);
    fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

fn import(machine: &Machine, args: &[&str]) -> Ran {
    let all: Vec<&str> = ["incidents", "import"]
        .iter()
        .chain(args)
        .copied()
        .collect();
    machine.run(&all)
}

/// The titles of the events in the workspace.
fn titles(machine: &Machine) -> Vec<String> {
    let store = store(&machine.workspace());
    let incidents = store.list().incidents.into_iter();
    let mut titles: Vec<String> = incidents
        .map(|(_, doc)| doc.unwrap().report.title.to_string())
        .collect();
    titles.sort();
    titles
}

/// In Windows-1252, which is Latin-1 for these letters.
fn windows(text: &str) -> Vec<u8> {
    let byte = |c: char| u8::try_from(u32::from(c)).unwrap();
    text.chars().map(byte).collect()
}

#[test]
fn of_three_thousand_lines_the_two_hundred_broken_ones_are_named_and_no_other_is_lost() {
    let machine = Machine::new();
    let mut text = String::from("Réf;Intitulé;Date de survenue;Gravité;Description\r\n");
    for n in 1..=3000 {
        let (day, level) = match n % 60 {
            0 => ("32/13/2026", "3"),
            15 => ("12/11", "3"),
            30 => ("12/11/2026", "9"),
            45 => ("12/11/2026", "3;;;trop"),
            _ => ("12/11/2026", "3"),
        };
        let _ = write!(
            text,
            "F{n};Événement n° {n};{day};{level};\"Le soir,\r\nau deuxième étage\"\r\n"
        );
    }
    let path = file(&machine, "export.csv", &windows(&text));
    let refused = machine.path("refus.csv");
    let refused_name = refused.to_string_lossy().into_owned();
    let ran = import(&machine, &[&path, "--refused", &refused_name]).ends(1);
    let named = ran.out.lines().filter(|line| line.starts_with("ligne "));
    let lines: BTreeSet<&str> = named
        .map(|l| l.split([',', '\u{a0}']).next().unwrap())
        .collect();
    // A line of cells is two lines of text here.
    assert_eq!(lines.len(), 200, "{}", ran.out);
    assert!(lines.contains("ligne 30") && lines.contains("ligne 6000"));
    ran.answers(&[
        "Windows-1252",
        "«\u{a0}32/13/2026\u{a0}» n'est pas une date",
        "est une date sans année",
        "«\u{a0}9\u{a0}» n'est pas un niveau de 1 à 5",
        "Mettez entre guillemets",
    ])
    .says(&["2800\u{a0}événements importés, 200\u{a0}lignes refusées"]);
    assert_eq!(titles(&machine).len(), 2800);
    // Mended, the refused lines come in, and nothing comes in twice.
    let mended = fs::read_to_string(&refused).unwrap();
    let mended = mended
        .replace("32/13/2026", "13/10/2026")
        .replace("12/11;", "12/11/2026;");
    let mended = mended.replace(";9;", ";4;").replace(";;;trop", "");
    fs::write(&refused, mended).unwrap();
    let ran = import(&machine, &[&refused_name]).ends(0);
    ran.says(&["200\u{a0}événements importés, 0\u{a0}ligne"]);
    let ran = import(&machine, &[&path]).ends(1);
    ran.says(&[
        "2800\u{a0}lignes déjà dans l'espace de travail",
        "0\u{a0}événement",
    ]);
    assert_eq!(titles(&machine).len(), 3000);
    machine.run(&["check"]).ends(0);
}

#[test]
fn a_dry_run_tells_all_and_writes_nothing() {
    let machine = Machine::new();
    let path = file(
        &machine,
        "a.csv",
        "Title,Date\nFall,12/11/2026\nCold,?\n".as_bytes(),
    );
    let ran = machine
        .english(&["incidents", "import", &path, "--dry-run"])
        .ends(1);
    ran.answers(&[
        "Title",
        "title",
        "by its header",
        "line 3, column “Date”: “?” is no date",
    ])
    .says(&["Nothing is written. 1 event would be imported, 1 line refused."]);
    assert!(!machine.workspace().exists());
}

#[test]
fn columns_are_named_by_hand_once_and_remembered() {
    let machine = Machine::new();
    let path = file(&machine, "a.csv", "Alpha;Bêta\nChute;rien\n".as_bytes());
    import(&machine, &[&path])
        .ends(1)
        .says(&["aucune colonne ne dit le titre ou les faits", "Alpha, Bêta"]);
    import(&machine, &[&path, "--map", "Alpha=prix"])
        .ends(1)
        .says(&["«\u{a0}prix\u{a0}» n'est pas un champ", "gravité réelle"]);
    import(&machine, &[&path, "--map", "Alpha"])
        .ends(2)
        .says(&["--map Objet=titre"]);
    let ran = import(
        &machine,
        &[&path, "--map", "alpha=Titre", "--map", "2=faits"],
    )
    .ends(0);
    ran.answers(&["demandé"]);
    let other = file(
        &machine,
        "b.csv",
        "Bêta;Gamma;Alpha\nautre;x;Froid\n".as_bytes(),
    );
    let ran = import(&machine, &[&other]).ends(0);
    ran.answers(&["comme la dernière fois", "(laissée de côté)"]);
    assert_eq!(titles(&machine), ["Chute", "Froid"]);
    let store = store(&machine.workspace());
    let team: Parsed<Team> = store.read(&machine.workspace().join("team.ron")).unwrap();
    assert_eq!(team.remarks, []);
    let uses: Vec<String> = team
        .doc
        .import
        .iter()
        .map(|u| format!("{}={}", u.header, u.field))
        .collect();
    assert_eq!(uses, ["Alpha=title", "Bêta=facts"]);
}

#[test]
fn what_may_name_someone_is_told_before_anything_is_written() {
    let machine = Machine::new();
    let text = "Titre;Faits\nChute;Mme Dupont est tombée, tél. 06 12 34 56 78.\nFroid;Le réfrigérateur était ouvert.\n";
    let path = file(&machine, "a.csv", text.as_bytes());
    let ran = import(&machine, &[&path]).ends(1);
    ran.says(&[
        "dans 1\u{a0}ligne\u{a0}: 2.",
        "Rien n'est importé",
        "--anyway",
    ]);
    assert_eq!(titles(&machine), Vec::<String>::new());
    let ran = import(&machine, &[&path, "--anyway"]).ends(0);
    ran.says(&["2\u{a0}événements importés"]);
    assert_eq!(titles(&machine).len(), 2);
}

#[test]
fn what_is_no_csv_is_named_with_a_remedy() {
    let machine = Machine::new();
    for (bytes, said) in [
        (&b""[..], "est vide"),
        (b"PK\x03\x04\x00\x00", "est un classeur"),
        (b"a\0b\0c", "n'est pas un texte"),
    ] {
        let path = file(&machine, "a.csv", bytes);
        import(&machine, &[&path])
            .ends(1)
            .without_answer()
            .says(&[said]);
    }
    import(&machine, &["absent.csv"])
        .ends(1)
        .says(&["est introuvable"]);
    import(&machine, &[]).ends(2);
}

#[test]
fn refused_lines_take_the_place_of_nothing_but_earlier_ones() {
    let machine = Machine::new();
    let path = file(&machine, "a.csv", "Titre;Date\nChute;?\n".as_bytes());
    let mine = file(&machine, "mon.csv", b"mes notes");
    let ran = import(&machine, &[&path, "--refused", &mine]).ends(1);
    ran.says(&["existe déjà et n'est pas un document de crex"]);
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mes notes");
    let refused = machine.path("refus.csv").to_string_lossy().into_owned();
    for _ in 0..2 {
        let ran = import(&machine, &[&path, "--refused", &refused]).ends(1);
        ran.says(&["Lignes refusées écrites"]);
    }
}

#[test]
fn an_import_that_was_stopped_is_run_again() {
    let machine = Machine::new();
    let mut text = String::from("Réf;Titre\n");
    for n in 0..40 {
        let _ = writeln!(text, "F{n};Événement {n}");
    }
    let path = file(&machine, "a.csv", text.as_bytes());
    import(&machine, &[&path]).ends(0);
    // As a stop half-way leaves it: some are there, whole, and some are not.
    let folder = machine.workspace().join("incidents");
    let mut there: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|e| e.path())
        .collect();
    there.sort();
    assert_eq!(there.len(), 40);
    for path in there.iter().take(17) {
        fs::remove_file(path).unwrap();
    }
    let half = there[0].with_file_name(format!(".{}.0a1b2c3d.tmp", name(&there[0])));
    fs::write(half, "(\n    schema: 1,\n    id: ").unwrap();
    let ran = import(&machine, &[&path]).ends(0);
    ran.says(&[
        "17\u{a0}événements importés",
        "23\u{a0}lignes déjà dans l'espace",
    ]);
    assert_eq!(titles(&machine).len(), 40);
    machine.run(&["check"]).ends(0);
}

#[test]
fn an_event_that_a_session_heard_is_not_imported_again() {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    let mut session = super::super::made::session(1, "Séance");
    let mut heard = crex::domain::incident::Incident::new(session.ids.give());
    heard.report.title = "Chute".into();
    heard.report.reference = "F1".into();
    session.incidents.push(heard);
    store.create(session, noon()).unwrap();
    drop(store);
    let path = file(&machine, "a.csv", "Réf;Titre\nf1;CHUTE\n".as_bytes());
    let ran = import(&machine, &[&path]).ends(0);
    ran.says(&["1\u{a0}ligne déjà dans l'espace de travail"]);
    assert_eq!(titles(&machine), Vec::<String>::new());
}

#[test]
fn references_that_restart_each_year_lose_no_event() {
    let machine = Machine::new();
    let of = |text: &str| file(&machine, "a.csv", text.as_bytes());
    let last = of("Réf;Titre;Date\nF1;Chute;12/11/2025\n");
    import(&machine, &[&last]).ends(0);
    let path = of("Réf;Titre;Date\nF1;Froid;12/10/2026\nF2;Erreur;13/10/2026\n");
    import(&machine, &[&path, "--refused", "reste.csv"])
        .ends(1)
        .answers(&[
            "ligne 2, colonne «\u{a0}Réf\u{a0}»",
            "est déjà la référence d'un événement de l'espace de travail",
            "complétez la référence",
        ]);
    assert_eq!(titles(&machine), ["Chute", "Erreur"]);
    // The line is not lost: completed, it comes in.
    let rest = fs::read_to_string(machine.path("reste.csv")).unwrap();
    let path = of(&rest.replace("F1;Froid", "2026-F1;Froid"));
    import(&machine, &[&path]).ends(0);
    assert_eq!(titles(&machine), ["Chute", "Erreur", "Froid"]);
}

#[test]
fn lines_mended_by_hand_are_never_lost_to_the_refused_ones() {
    let machine = Machine::new();
    let text = "crex;Titre;Date\npourquoi;Chute;12/11/2026\npourquoi;Froid;?\n";
    let path = file(&machine, "refus.csv", text.as_bytes());
    for (read, aside) in [("refus.csv", path.as_str()), (path.as_str(), "./refus.csv")] {
        let ran = import(&machine, &[read, "--refused", aside]).ends(1);
        ran.without_answer()
            .says(&["est le fichier à importer", "un autre nom après --refused"]);
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert!(!machine.workspace().exists());
    }
    import(&machine, &[&path, "--refused", "reste.csv"])
        .ends(1)
        .says(&["1\u{a0}événement importé", "Lignes refusées écrites"]);
    assert_eq!(titles(&machine), ["Chute"]);
}

#[test]
fn refused_lines_are_written_only_once_the_events_are_there() {
    let machine = Machine::new();
    let text = "Titre;Faits;Date\nChute;Mme Dupont est tombée.;\nFroid;;?\n";
    let path = file(&machine, "a.csv", text.as_bytes());
    for more in [&["--dry-run"][..], &[]] {
        let all = [&[path.as_str(), "--refused", "reste.csv"][..], more].concat();
        let ran = import(&machine, &all).ends(1);
        assert!(!ran.err.contains("Lignes refusées"), "{}", ran.err);
        assert!(!machine.path("reste.csv").exists(), "{more:?}");
    }
    assert_eq!(titles(&machine), Vec::<String>::new());
    import(&machine, &[&path, "--refused", "reste.csv", "--anyway"])
        .ends(1)
        .says(&["1\u{a0}événement importé", "Lignes refusées écrites"]);
    assert!(machine.path("reste.csv").exists());
}

#[test]
fn an_event_played_in_a_simulation_keeps_no_real_one_out() {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    let mut session = super::super::made::session(1, "Séance jouée");
    session.kind = Kind::Simulation(Simulation::default());
    let mut played = crex::domain::incident::Incident::new(session.ids.give());
    played.report.title = "Chute".into();
    session.incidents.push(played);
    store.create(session, noon()).unwrap();
    drop(store);
    let path = file(&machine, "a.csv", "Titre\nChute\n".as_bytes());
    let ran = import(&machine, &[&path]).ends(0);
    ran.says(&["1\u{a0}événement importé"]);
    assert_eq!(titles(&machine), ["Chute"]);
}
