//! A session whose grid is no longer the one of the program says so, gently.

use super::scene::{self, deviation, setup};
use crate::harness::{Room, Setup, day};
use crex::content;
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::grid::GridUse;
use crex::domain::problem::Remark;
use crex::domain::session::Session;
use crex::store::Store;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;

/// A session whose analysis has used this grid, as it is noted.
fn used(lang: Lang, change: impl FnOnce(&mut GridUse)) -> Session {
    let mut session = scene::session(setup(lang));
    deviation(&mut session, 1, "Plateau échangé", "Identité vérifiée");
    let mut grid = content::grid_use(&"cadya".into()).unwrap();
    change(&mut grid);
    session.analysis_mut().unwrap().grids.push(grid);
    session
}

fn opened(lang: Lang, session: Session) -> Room {
    scene::room(setup(lang), session, StepKind::Factors)
}

#[test]
fn a_grid_in_other_words_or_in_a_version_not_known_here_is_told_at_opening() {
    let reworded = |used: &mut GridUse| used.hash = "0".repeat(64).as_str().into();
    let newer = |used: &mut GridUse| used.version = 7;
    opened(Lang::Fr, used(Lang::Fr, reworded)).see(&[
        "Grille « d'après CADYA",
        "Des questions ont pu être posées autrement ; les réponses sont gardées.",
    ]);
    opened(Lang::En, used(Lang::En, newer)).see(&[
        "Grid “after CADYA",
        "followed version 7, this program shows version 1",
        "the answers are kept",
    ]);
    let unknown = |used: &mut GridUse| used.grid = "later-grid".into();
    opened(Lang::Fr, used(Lang::Fr, unknown)).see(&["la grille « later-grid »"]);
    let mut room = opened(Lang::Fr, used(Lang::Fr, reworded));
    // The next key takes the remark away, and the walk goes on as ever.
    room.keys("<Tab>").miss("posées autrement");
}

#[test]
fn the_grid_of_this_program_is_no_matter_nor_one_that_was_noted_without_fingerprint() {
    let same: fn(&mut GridUse) = |_| {};
    let bare: fn(&mut GridUse) = |used| used.hash = "".into();
    for noted in [same, bare] {
        let room = opened(Lang::Fr, used(Lang::Fr, noted));
        room.miss("posées autrement").miss("pas la grille");
        assert!(
            room.shell
                .app()
                .desk
                .session
                .as_ref()
                .unwrap()
                .remarks
                .is_empty()
        );
    }
}

#[test]
fn a_sealed_session_says_both_that_it_is_sealed_and_what_was_noticed() {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    let session = used(Lang::Fr, |used| used.version = 7);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    let made = store.create(session, day()).unwrap();
    store.seal(made.handle, &made.doc, day()).unwrap();
    drop(store);
    for size in [(80, 24), (60, 20)] {
        let start = Start::Session(made.path.clone());
        let setup = Setup {
            size,
            ..Setup::default()
        };
        let room = Room::on(Rc::clone(&folder), setup, start, day());
        room.see(&[
            "Séance scellée",
            "l'analyse a suivi la version 7",
            "les réponses sont gardées.",
        ]);
        let open = room.shell.app().desk.session.as_ref().unwrap();
        assert!(matches!(open.remarks[..], [Remark::GridVersion(_, 7, 1)]));
    }
}
