//! What the command line opens: the demonstration, a session, a theme, in a real terminal.

use super::Machine;
use crate::pty::Pty;
use crex::store::Settings;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

const CTRL_Q: &str = "\u{11}";

pub(super) fn start(machine: &Machine, args: &[&str], size: (u16, u16)) -> Pty {
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    let folder = text(machine.folder.path().to_owned());
    let env = [
        ("HOME", folder.as_str()),
        ("TMPDIR", folder.as_str()),
        ("CREX_CONFIG", &text(machine.path("settings.ron"))),
        ("CREX_WORKSPACE", &text(machine.workspace())),
        ("LC_ALL", "fr_FR.UTF-8"),
        ("COLORTERM", "truecolor"),
    ];
    Pty::spawn(env!("CARGO_BIN_EXE_crex"), args, &env, size)
}

/// The temporary workspaces of demonstrations.
fn demos(machine: &Machine) -> Vec<PathBuf> {
    let entries = fs::read_dir(machine.folder.path()).unwrap().flatten();
    let demo = |path: &PathBuf| path.to_string_lossy().contains("crex-demo-");
    entries.map(|e| e.path()).filter(demo).collect()
}

fn leave(mut pty: Pty) -> String {
    pty.send(CTRL_Q);
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.leftover(), Vec::<String>::new());
    String::from_utf8_lossy(&pty.raw()).into_owned()
}

#[test]
fn the_demonstration_says_where_it_lies_and_can_be_opened_again() {
    let machine = Machine::new();
    let pty = start(&machine, &["demo"], (100, 30));
    pty.wait_for("Trois Étangs");
    // Where the meeting was left: at the question of the grid that comes next.
    let screen = pty.screen();
    assert!(screen.contains("Facteurs contributifs"), "{screen}");
    assert!(screen.contains("5.1 Administration"), "{screen}");
    let said = leave(pty);
    let found = demos(&machine);
    assert_eq!(found.len(), 1);
    let folder = found[0].to_string_lossy().into_owned();
    assert!(
        said.contains(&format!("crex --workspace \"{folder}\"")),
        "{said}"
    );
    let mode = fs::metadata(&folder).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    machine.run(&["--workspace", &folder, "check"]).ends(0);

    let pty = start(
        &machine,
        &["--workspace", &folder, "open", "Les médic"],
        (100, 30),
    );
    pty.wait_for("Trois Étangs");
    let said = leave(pty);
    assert!(
        !said.contains("crex --workspace"),
        "only a demonstration is told"
    );
    assert_eq!(demos(&machine).len(), 1);
    assert!(!machine.workspace().exists());
}

#[test]
fn the_sealed_and_the_empty_demonstration_open_in_the_language_asked_for() {
    let machine = Machine::new();
    let pty = start(&machine, &["demo", "close"], (100, 30));
    pty.wait_for("scellée");
    leave(pty);
    let pty = start(&machine, &["demo", "empty", "--lang", "en"], (100, 30));
    pty.wait_for("What is your organisation called");
    let said = leave(pty);
    assert!(said.contains("To come back: crex --workspace"), "{said}");
}

#[test]
fn what_is_chosen_for_the_screen_inside_a_demonstration_is_not_kept() {
    let machine = Machine::new();
    let choose = |args: &[&str]| {
        let mut pty = start(&machine, args, (100, 30));
        pty.wait_for("F1 aide");
        pty.send("\u{10}anglais");
        pty.wait_for("Écran en anglais");
        pty.send("\r");
        pty.wait_for("F1 help");
        leave(pty);
        machine.path("settings.ron").exists()
    };
    assert!(!choose(&["demo"]));
    assert!(choose(&["new"]), "outside a demonstration it is kept");
}

#[test]
fn only_what_was_chosen_on_the_screen_is_kept() {
    let machine = Machine::new();
    let once = ["new", "--lang", "en", "--theme", "clair"];
    let choose = |command: &str, named: &str, after: &str| {
        let mut pty = start(&machine, &once, (100, 30));
        pty.wait_for("F1 help");
        pty.send(&format!("\u{10}{command}"));
        pty.wait_for(named);
        pty.send("\r");
        pty.wait_for(after);
        leave(pty);
        Settings::load_from(&machine.path("settings.ron"))
    };
    let kept = choose("mouse", "Mouse: on", "Mouse given back");
    let wanted = Settings {
        mouse: false,
        ..Settings::default()
    };
    assert_eq!(kept, wanted);
    let kept = choose("next theme", "Next theme", "Theme “");
    assert_eq!((kept.lang, kept.mouse), (None, false));
    assert_ne!(kept.theme.as_str(), "clair");
    assert!(!kept.theme.is_blank());
}

#[test]
fn without_colour_no_colour_is_sent() {
    let machine = Machine::new();
    let coloured =
        |raw: &str| raw.contains("\x1b[38;") || raw.contains("\x1b[48;") || raw.contains("38;2;");
    let pty = start(&machine, &["demo", "--no-color"], (100, 30));
    pty.wait_for("Trois Étangs");
    assert!(!coloured(&leave(pty)));
    let pty = start(&machine, &["demo", "--theme", "clair"], (100, 30));
    pty.wait_for("Trois Étangs");
    assert!(coloured(&leave(pty)));
}

#[test]
fn a_terminal_too_small_is_told() {
    let machine = Machine::new();
    let pty = start(&machine, &["demo"], (20, 5));
    pty.wait_for("Agrandissez");
    leave(pty);
}
