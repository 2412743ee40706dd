//! What a terminal can do to the whole program: another size, a paste, a signal, a second window, a panic.

use super::{Built, Twins};
use crate::harness::{flatten, parse};
use crate::pty::Pty;
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::store::Settings;
use crex::tui::key::{Code, Msg};
use crex::tui::prefs::Prefs;
use crex::tui::run::{Program, Waker, Wants, run};
use crex::tui::shell::{Beginning, Shell, Start};
use crex::tui::theme::{Depth, Scheme, Signs, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use rustix::process::Signal;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

/// A team and a meeting, its first fact being typed.
const BEGUN: &str =
    "EHPAD fictif<Enter><Enter>IDE, IDEC<Enter><Enter><Enter><Enter><F8><Enter><F8>a";

pub(super) fn begun() -> Twins {
    let mut twins = Twins::new(Lang::Fr);
    twins.keys(&parse(BEGUN));
    twins
}

/// The session on the disk.
fn saved(built: &Built) -> Session {
    let path = built.session_path();
    crex::store::parse(&path, &fs::read(&path).unwrap())
        .unwrap()
        .doc
}

#[test]
fn it_begins_with_a_whole_frame_and_leaves_the_terminal_as_it_was() {
    let mut twins = Twins::new(Lang::Fr);
    twins.pty.send("\x11");
    assert_eq!(twins.pty.exit_code(), 0);
    assert_eq!(twins.pty.leftover(), Vec::<String>::new());
}

#[test]
fn a_storm_of_sizes_settles_on_a_right_picture() {
    let mut twins = begun();
    for n in 0..50_u16 {
        twins.pty.resize(60 + n * 7 % 90, 20 + n * 5 % 40);
    }
    for size in [(1, 1), (120, 40), (1, 200), (80, 24)] {
        twins.pty.resize(size.0, size.1);
        twins.room.resize(size.0, size.1);
        twins.same();
    }
}

#[test]
fn a_paste_of_several_lines_comes_with_its_accents() {
    let mut twins = begun();
    twins.keys(&parse("Œdème<Enter>"));
    let lines =
        "Œil, cœur, « déjà » : 38,5 °C ?\nÀ l’été, Noël, ça, où, aigu\u{308}e.\nTroisième ligne";
    twins
        .pty
        .send(&format!("\x1b[200~{}\x1b[201~", lines.replace('\n', "\r")));
    twins.room.paste(lines);
    twins.same();
    twins.pty.send("\x11");
    assert_eq!(twins.pty.exit_code(), 0);
    let saved = saved(&twins.built);
    let facts = &saved.incidents.at(0).unwrap().report.facts;
    assert_eq!(*facts, crex::domain::text::Text::new(lines));
    assert_eq!(facts.as_str().lines().count(), 3);
}

#[test]
fn signals_leave_with_their_code_everything_saved() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut twins = begun();
        twins.keys(&parse("Chute de nuit"));
        twins.pty.signal(signal);
        assert_eq!(twins.pty.exit_code(), code);
        assert_eq!(twins.pty.leftover(), Vec::<String>::new());
        let title = saved(&twins.built)
            .incidents
            .at(0)
            .unwrap()
            .report
            .title
            .clone();
        assert_eq!(title.as_str(), "Chute de nuit");
    }
}

#[test]
fn suspended_it_gives_the_terminal_back_and_comes_back_whole() {
    let mut twins = begun();
    twins.keys(&parse("Chute de nuit"));
    twins.pty.signal(Signal::TSTP);
    twins.pty.wait_stopped();
    twins.pty.wait_raw("\x1b[?1049l");
    assert_eq!(twins.pty.leftover(), Vec::<String>::new());
    let before = twins.pty.raw().len();
    twins.pty.signal(Signal::CONT);
    twins.pty.wait_behind(before, "Chute de nuit");
    twins.same();
    twins.keys(&parse(" au lit"));
    twins.pty.send("\x11");
    assert_eq!(twins.pty.exit_code(), 0);
    assert_eq!(twins.pty.leftover(), Vec::<String>::new());
}

#[test]
fn a_terminal_that_is_gone_or_hangs_ends_the_program_with_everything_saved() {
    for gone in [true, false] {
        let mut twins = begun();
        twins.keys(&parse("Chute de nuit"));
        if gone {
            twins.pty.close("!");
        } else {
            twins.pty.freeze();
            // Far more than a terminal that takes nothing has room for.
            let curtain = parse("<F9>")
                .iter()
                .map(super::sequence)
                .collect::<String>();
            twins.pty.send(&curtain.repeat(100));
            twins.pty.signal(Signal::TERM);
        }
        assert_eq!(twins.pty.exit_code(), if gone { 129 } else { 143 });
        let title = saved(&twins.built)
            .incidents
            .at(0)
            .unwrap()
            .report
            .title
            .clone();
        assert_eq!(title.as_str().trim_end_matches('!'), "Chute de nuit");
    }
}

#[test]
fn a_second_window_reads_and_says_who_writes() {
    let mut twins = begun();
    twins.keys(&parse("Chute de nuit"));
    let mut second = twins.built.start();
    second.wait_for("Reprendre");
    second.send("\r");
    let (reads, writer) = ("lecture seule", "Déjà ouvert ailleurs");
    second.wait_until(writer, |screen| {
        let all = ["Chute de nuit", reads, writer, "pour écrire ici."];
        all.iter().all(|text| flatten(screen).contains(text))
    });
    second.send("du deuxième\x11");
    assert_eq!(second.exit_code(), 0);
    twins.keys(&parse(" au lit"));
    twins.pty.send("\x11");
    assert_eq!(twins.pty.exit_code(), 0);
    let title = saved(&twins.built)
        .incidents
        .at(0)
        .unwrap()
        .report
        .title
        .clone();
    assert_eq!(title.as_str(), "Chute de nuit au lit");
}

/// The whole program with one key more: Ctrl+X panics.
struct Fragile(Shell);

impl Program for Fragile {
    fn update(&mut self, msg: Msg) {
        if let Msg::Key(key) = &msg {
            assert!(!(key.ctrl && key.code == Code::Char('x')), "on purpose");
        }
        self.0.update(msg);
    }

    fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        self.0.draw(buf)
    }

    fn settle(&self) -> bool {
        self.0.settle()
    }

    fn next_tick(&self) -> Option<Duration> {
        self.0.next_tick()
    }

    fn wants(&self) -> Wants {
        self.0.wants()
    }

    fn leave(&mut self) {
        self.0.leave();
    }
}

#[test]
#[ignore = "the program that the next one starts"]
fn fragile() {
    let waker = Waker::new().unwrap();
    let root = std::env::var("CREX_WORKSPACE").unwrap();
    let prefs = Prefs {
        theme: Theme::load(Scheme::Sombre, Depth::Full, Signs::FULL).unwrap(),
        lang: Lang::Fr,
        mouse: true,
        lock_after: 15,
    };
    let called = waker.clone();
    let (size, clock) = ((80, 24), || chrono::Local::now().naive_local());
    let shell = Shell::new(Beginning {
        root: root.into(),
        prefs,
        settings: Settings::default(),
        start: Start::Home,
        size,
        clock: Box::new(clock),
        // The thread of the store dies of it when it has something to say.
        wake: Arc::new(move || {
            called.wake();
            panic!("aside, on purpose")
        }),
    });
    let shell = shell.unwrap();
    let code = run(&mut Fragile(shell), &waker).map_or(9, i32::from);
    std::process::exit(code);
}

/// The fragile program in its own workspace, at its first fact.
fn fragile_begun(built: &Built) -> Pty {
    let workspace = built.path("workspace");
    let args = [
        "built::terminal::fragile",
        "--exact",
        "--ignored",
        "--nocapture",
    ];
    let env = [("CREX_WORKSPACE", workspace.as_str())];
    let mut pty = Pty::spawn(std::env::current_exe().unwrap(), &args, &env, (80, 24));
    pty.wait_for("Bienvenue");
    let keys: String = parse(BEGUN).iter().map(super::sequence).collect();
    pty.send(&format!("{keys}Chute de nuit"));
    pty.wait_for("Chute de nuit");
    pty
}

#[test]
fn a_panic_of_the_store_does_not_end_the_meeting_nor_the_saving() {
    let built = Built::new(Lang::Fr);
    let mut pty = fragile_begun(&built);
    // Another program changes the file: that is news, and whoever is to bring it dies.
    let path = built.session_path();
    let mut theirs = saved(&built);
    theirs.title = "Reçu d'ailleurs".into();
    let theirs = crex::store::encode(&path, &theirs).unwrap();
    fs::write(&path, &theirs).unwrap();
    pty.send(" au lit");
    pty.wait_until("the conflict", |screen| flatten(screen).contains("conflit"));
    pty.send(", sans gravité");
    pty.wait_for("Chute de nuit au lit, sans gravité");
    pty.send("\x11");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.leftover(), Vec::<String>::new());
    assert!(
        pty.screen().contains("aside, on purpose"),
        "{}",
        pty.screen()
    );
    assert_eq!(fs::read(&path).unwrap(), theirs);
    let files = fs::read_dir(path.parent().unwrap()).unwrap().flatten();
    let copy = files.map(|entry| entry.path()).find(|file| *file != path);
    let copy = fs::read_to_string(copy.unwrap()).unwrap();
    assert!(copy.contains("Chute de nuit au lit, sans gravité"));
}

#[test]
fn a_panic_gives_the_terminal_back_and_loses_no_character() {
    let built = Built::new(Lang::Fr);
    let mut pty = fragile_begun(&built);
    pty.send("\x18");
    assert_eq!(pty.exit_code(), 101);
    assert_eq!(pty.leftover(), Vec::<String>::new());
    let raw = String::from_utf8(pty.raw()).unwrap();
    let (left, told) = (raw.rfind("\x1b[?1049l"), raw.find("on purpose"));
    assert!(left.unwrap() < told.unwrap());
    let mut again = built.start();
    again.wait_for("Reprendre");
    again.send("\r");
    again.wait_for("Chute de nuit");
}
