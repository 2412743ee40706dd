//! Two terminals on one workspace: the wall, and `crex notes` beside it. Killing either at any moment disturbs neither the
//! other nor what was written.

use super::terminal::begun;
use crate::harness::{flatten, parse};
use crate::pty::Pty;
use crex::domain::session::Session;
use rustix::process::Signal;
use std::fs;

const CTRL_N: &str = "\u{e}";
const CTRL_Q: &str = "\u{11}";
const ESC: &str = "\u{1b}";
const SHIFT_TAB: &str = "\u{1b}[Z";

fn kill(pty: &mut Pty) {
    pty.signal(Signal::KILL);
    assert_ne!(pty.exit_code(), 0);
}

fn sees(pty: &Pty, text: &str) {
    pty.wait_until(text, |screen| flatten(screen).contains(text));
}

#[test]
fn neither_terminal_minds_the_other_being_killed() {
    let mut twins = begun();
    let beside = |twins: &super::Twins| twins.built.start_at(&["notes"], (80, 24));
    let mut second = beside(&twins);
    sees(&second, "Écoute des événements");
    let mut noted = String::new();
    for word in ["Un", " premier", " mot,", " puis"] {
        second.send(word);
        noted.push_str(word);
        sees(&second, &noted);
        kill(&mut second);
        // The wall goes on, and the next one begins on a line below what was written.
        twins.keys(&parse("Chute"));
        second = beside(&twins);
        sees(&second, &noted);
        noted.push(' ');
        noted = flatten(&noted);
    }
    second.send("encore");
    noted.push_str(" encore");
    sees(&second, &noted);
    twins.kill();
    second.send(" là");
    noted.push_str(" là");
    sees(&second, &noted);
    twins.keys(&parse("<Esc><C-k>Qui prévient ?<Enter><Esc>"));
    second.send(SHIFT_TAB);
    sees(&second, "Qui prévient ?");
    twins.pty.send(CTRL_N);
    sees(&twins.pty, "l'autre terminal (crex notes)");
    kill(&mut second);
    twins.pty.send(ESC);
    twins
        .pty
        .wait_until("the wall alone", |screen| !screen.contains("crex notes"));
    twins.pty.send(CTRL_N);
    twins.pty.wait_for("Ce que vous tapez ne se voit pas");
    twins.pty.send("du mur");
    twins.pty.wait_for("••••••");
    twins.pty.signal(Signal::KILL);
    assert_ne!(twins.pty.exit_code(), 0);
    noted.push_str(" du mur");
    second = beside(&twins);
    sees(&second, "encore là");
    sees(&second, "du mur");
    second.send(CTRL_Q);
    assert_eq!(second.exit_code(), 0);
    assert_eq!(second.leftover(), Vec::<String>::new());
    let kept = fs::read_dir(twins.built.path("workspace/notes")).unwrap();
    let kept: Vec<String> = kept
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(flatten(&kept.concat()).contains(&noted), "{kept:?}");
    let path = twins.built.session_path();
    let read: Session = crex::store::parse(&path, &fs::read(&path).unwrap())
        .unwrap()
        .doc;
    let title = &read.incidents.at(0).unwrap().report.title;
    assert_eq!(title.as_str(), "Chute".repeat(4));
}
