//! Bad input: named, with a remedy, in the user's language, the right exit code, and never touched.

use super::{Machine, name};
use crate::made::{noon, session};
use crate::store::store;
use std::fs;

/// A session as the program writes it.
fn good() -> String {
    let bytes = crex::store::encode("good.ron".as_ref(), &session(7, "Bonne")).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Damaged bytes under a name, with what is said of them in French and in English.
fn damaged() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let good = good();
    let half = good[..good.len() / 2].to_owned();
    let wide = |text: &str| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
    };
    vec![
        (
            "2026-11-01-prose.ron",
            b"Bonjour, ceci est une lettre.".to_vec(),
            "ligne 1, colonne",
            "line 1, column",
        ),
        (
            "2026-11-02-coupe.ron",
            half.into_bytes(),
            "s'arrête au milieu (ligne",
            "stops in the middle (line",
        ),
        ("2026-11-03-large.ron", wide(&good), "UTF-16", "UTF-16"),
        ("2026-11-04-vide.ron", Vec::new(), "est vide", "is empty"),
        (
            "2026-11-05-champ.ron",
            good.replace("schema: 1,", "schema: 1,\n    date: 12,")
                .into_bytes(),
            "ligne 3, colonne",
            "line 3, column",
        ),
    ]
}

#[test]
fn a_damaged_file_is_named_with_its_place_and_left_alone() {
    let machine = Machine::with(&["Bonne"]);
    for (file, bytes, french, english) in damaged() {
        let path = machine.put(file, &bytes);
        let what = path.to_string_lossy().into_owned();
        machine
            .run(&["check", &what])
            .ends(1)
            .answers(&[file, french]);
        machine
            .english(&["check", &what])
            .ends(1)
            .answers(&[file, english]);
        for command in ["show", "open", "report"] {
            machine
                .run(&[command, file])
                .ends(1)
                .without_answer()
                .says(&[file, french]);
        }
        machine
            .english(&["show", &file[..10]])
            .ends(1)
            .says(&[file, english]);
        assert_eq!(fs::read(&path).unwrap(), bytes, "{file} was touched");
    }
    let list = machine.run(&["list"]).ends(0).answers(&["Bonne"]);
    assert_eq!(list.out.matches("abîmé").count(), damaged().len());
    machine
        .run(&["check"])
        .ends(1)
        .says(&["5 à corriger sur 6"]);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let machine = Machine::with(&[]);
    let path = machine
        .workspace()
        .join("sessions")
        .join("2026-11-06-dossier.ron");
    fs::create_dir(&path).unwrap();
    machine
        .run(&["check"])
        .ends(1)
        .answers(&[&name(&path), "est un dossier"]);
    machine
        .run(&["show", &name(&path)])
        .ends(1)
        .says(&["est un dossier"]);
    machine
        .english(&["show", &name(&path)])
        .ends(1)
        .says(&["is a folder"]);
}

#[test]
fn an_unknown_field_is_named_and_the_rest_is_shown() {
    let machine = Machine::with(&[]);
    let text = good().replace("schema: 1,", "schema: 1,\n    couleur: \"bleu\",");
    let path = machine.put("2026-11-07-champ.ron", text.as_bytes());
    machine
        .run(&["show", &name(&path)])
        .ends(0)
        .answers(&["Bonne"])
        .says(&["couleur", "Mettez crex à jour"]);
    machine.run(&["check"]).ends(1).answers(&["couleur"]);
    machine
        .english(&["check"])
        .ends(1)
        .answers(&["couleur", "Update crex"]);
}

#[test]
fn a_newer_file_says_to_update() {
    let machine = Machine::with(&[]);
    let text = good().replace("schema: 1,", "schema: 99,\n    nouveau: 1,");
    let path = machine.put("2026-11-08-neuf.ron", text.as_bytes());
    machine
        .run(&["show", &name(&path)])
        .ends(0)
        .answers(&["Bonne"])
        .says(&["99"]);
    machine
        .run(&["check"])
        .ends(1)
        .answers(&["version plus récente", "99"]);
    let unreadable = text.replace("date: ", "jour: ");
    machine.put("2026-11-08-neuf.ron", unreadable.as_bytes());
    machine
        .english(&["show", &name(&path)])
        .ends(1)
        .without_answer()
        .says(&["newer version", "Update crex"]);
}

#[test]
fn a_changed_sealed_file_is_told() {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    let made = store.create(session(3, "Scellée"), noon()).unwrap();
    store.seal(made.handle, &made.doc, noon()).unwrap();
    drop(store);
    machine
        .run(&["check"])
        .ends(0)
        .answers(&["sceau intact"])
        .says(&["rien à corriger"]);
    machine.run(&["list"]).ends(0).answers(&["scellée"]);
    machine
        .run(&["show", "Scel"])
        .ends(0)
        .answers(&["Empreinte"]);
    let text = fs::read_to_string(&made.path).unwrap();
    fs::write(&made.path, text.replace("Scellée", "Scellee")).unwrap();
    machine
        .run(&["check"])
        .ends(1)
        .answers(&["sceau ne correspond plus"]);
    machine
        .english(&["show", "Scel"])
        .ends(0)
        .says(&["seal no longer matches"]);
}

#[test]
fn a_name_that_means_no_session_or_two_is_told() {
    let machine = Machine::with(&["Chutes de mai", "Chutes de juin"]);
    for command in ["show", "open", "report"] {
        machine
            .run(&[command, "Bloc"])
            .ends(1)
            .without_answer()
            .says(&["Bloc", "crex list"]);
        machine.run(&[command, "chutes"]).ends(1).says(&[
            "Plusieurs",
            "chutes-de-mai",
            "chutes-de-juin",
        ]);
    }
    machine
        .english(&["show", "Bloc"])
        .ends(1)
        .says(&["No session matches “Bloc”"]);
    machine
        .english(&["show", "2026-11-19"])
        .ends(1)
        .says(&["Several sessions"]);
    machine
        .run(&["show", ""])
        .ends(1)
        .says(&["Aucune séance n'est nommée"]);
    machine
        .run(&["show", "absent/rien.ron"])
        .ends(1)
        .says(&["introuvable"]);
}

#[test]
fn a_workspace_that_cannot_be_is_told() {
    let machine = Machine::new();
    fs::write(machine.path("fichier"), "x").unwrap();
    for (args, code) in [(&["list"][..], 1), (&["check"], 1), (&["show", "x"], 1)] {
        let mut there = vec!["--workspace", "nulle-part"];
        there.extend(args);
        machine
            .run(&there)
            .ends(code)
            .without_answer()
            .says(&["nulle-part", "introuvable"]);
        assert!(!machine.path("nulle-part").exists());
    }
    for command in ["list", "check"] {
        let said = machine.run(&["--workspace", "fichier", command]).ends(1);
        said.says(&["fichier existe déjà"]);
    }
    let add = [
        "--workspace",
        "fichier/dedans",
        "incidents",
        "add",
        "--title",
        "x",
    ];
    machine
        .run(&add)
        .ends(1)
        .without_answer()
        .says(&["fichier/dedans"]);
}

#[cfg(unix)]
#[test]
fn a_folder_where_nothing_can_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::with(&["Chutes"]);
    let closed = machine.path("clos");
    fs::create_dir(&closed).unwrap();
    let close = |mode| {
        for folder in [closed.clone(), machine.workspace().join("incidents")] {
            fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    close(0o500);
    // Who may do anything is refused nothing.
    let refused = fs::write(closed.join("essai"), "").is_err();
    if refused {
        machine
            .run(&["incidents", "add", "--title", "x"])
            .ends(1)
            .says(&["refusé"]);
        machine
            .english(&["report", "Chutes", "-o", "clos/cr.md"])
            .ends(1)
            .says(&["denied"]);
        machine.run(&["list"]).ends(0).answers(&["Chutes"]);
    }
    close(0o700);
}

/// By a link inside the machine's own folder, so that at worst the link is replaced; and under a limit of memory, so that
/// reading what never ends fails soon.
#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_is_neither_read_nor_replaced() {
    let machine = Machine::with(&["Chutes"]);
    let link = machine.path("endless.md");
    std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
    for asked in ["report demo", "actions --format csv"] {
        let crex = env!("CARGO_BIN_EXE_crex");
        let script = format!("ulimit -v 4000000; exec '{crex}' {asked} -o endless.md");
        let mut shell = std::process::Command::new("sh");
        let plain = machine.command(&[]);
        shell
            .args(["-c", &script])
            .current_dir(machine.folder.path())
            .envs(
                plain
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .stdin(std::process::Stdio::null());
        super::ran(&mut shell)
            .ends(1)
            .without_answer()
            .says(&["existe déjà"]);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
