//! An export onto a disk that takes no more.

use super::{Machine, ran};
use std::fs;
use std::process::Command;

/// A disk that takes no more in the middle of an export: the earlier one stays, and nothing is left beside it.
#[test]
fn an_export_that_does_not_fit_leaves_the_earlier_one() {
    let machine = Machine::new();
    let path = machine.path("compte-rendu.md");
    machine
        .run(&["report", "demo", "-o", "compte-rendu.md"])
        .ends(0);
    let before = fs::read(&path).unwrap();
    let crex = env!("CARGO_BIN_EXE_crex");
    // No file of the shell's children may grow beyond some blocks.
    let script =
        format!("trap '' XFSZ; ulimit -f 2; exec \"{crex}\" report demo -o compte-rendu.md");
    let mut command = machine.command(&[]);
    let environment: Vec<_> = command
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
        .collect();
    command = Command::new("sh");
    command
        .args(["-c", &script])
        .envs(environment)
        .current_dir(machine.folder.path());
    ran(&mut command)
        .ends(1)
        .without_answer()
        .says(&["compte-rendu.md"]);
    assert_eq!(fs::read(&path).unwrap(), before);
    let left = fs::read_dir(machine.folder.path()).unwrap().flatten();
    let left: Vec<_> = left
        .filter(|e| e.file_name().to_string_lossy().contains("tmp"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}
