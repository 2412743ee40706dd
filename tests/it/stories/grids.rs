//! A grid that the team made: dropped into its folder, chosen, walked, and kept by the session when the file is gone.

use super::choice::go;
use super::scene::{self, again, deviation};
use crate::harness::{Room, Setup};
use crex::content;
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use std::path::Path;

/// The example of the README.
fn example() -> String {
    example_of(include_str!("../../../README.md"))
}

fn example_of(readme: &str) -> String {
    let (_, from) = readme.split_once("```ron\n").unwrap();
    from.split_once("```").unwrap().0.to_owned()
}

fn drop_in(folder: &Path, name: &str, text: &str) {
    std::fs::create_dir_all(folder.join("grids")).unwrap();
    std::fs::write(folder.join("grids").join(name), text).unwrap();
}

#[test]
fn the_example_of_either_readme_can_be_walked() {
    let french = example_of(include_str!("../../../README.fr.md"));
    for text in [example(), french] {
        assert_eq!(content::check_grid(&text), []);
    }
}

#[test]
fn a_team_s_own_grid_is_chosen_in_the_settings_and_every_analysis_begins_with_it() {
    let mut room = Room::with_team(Setup::default());
    drop_in(room.folder.path(), "notre.ron", &example());
    room.settings()
        .keys("<Down><Down><Down><Down><Enter>")
        .see(&["Notre grille (la nôtre)"]);
    room.keys("1<Esc>").see(&["Notre grille (la nôtre)"]);
    let team = &room.shell.app().desk.team.doc;
    assert_eq!(team.grid.as_str(), "our-grid");

    room.keys("<Esc><Home><Enter>").open_meeting();
    go(&mut room, StepKind::Incidents);
    room.keys("aRupture du froid<Enter>Onze doses<Esc>");
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>");
    let session = room.session();
    let used = &session.analysis().unwrap().grids[0];
    assert_eq!(used.hash, content::hash(&example()));
    assert_eq!(session.own.grids[0].id, used.grid);
}

#[test]
fn a_session_still_shows_its_own_grid_after_the_file_is_gone() {
    for (lang, name, asked) in [
        (
            Lang::Fr,
            "Notre grille (la nôtre)",
            "Les consignes manquaient-elles par écrit ?",
        ),
        (
            Lang::En,
            "Our grid (our own)",
            "Were instructions missing in writing?",
        ),
    ] {
        let setup = Setup {
            lang,
            ..Setup::default()
        };
        let mut session = scene::session(setup);
        deviation(&mut session, 1, "Plateau échangé", "Identité vérifiée");
        let first = scene::room(setup, session, StepKind::Factors);
        drop_in(first.folder.path(), "notre.ron", &example());
        let mut room = again(&first, setup);
        room.see(&[name]);
        room.keys("<Down><Enter>").see(&[asked]);
        let session = room.session();
        let used = &session.analysis().unwrap().grids[0];
        assert_eq!((used.grid.as_str(), used.version), ("our-grid", 1));
        assert_eq!(used.hash, content::hash(&example()));
        assert_eq!(session.own.grids.len(), 1);
        room.keys(if lang == Lang::Fr { "o<Esc>" } else { "y<Esc>" });

        std::fs::remove_file(room.folder.path().join("grids/notre.ron")).unwrap();
        let room = again(&room, setup);
        assert!(room.shell.app().desk.listing.grids.is_empty());
        let session = room.session();
        let grid = content::grid_in(session, &"our-grid".into()).unwrap();
        assert_eq!(grid.leaves().count(), 2);
        assert_eq!(session.analysis().unwrap().factors.len(), 1);
        room.see(&[if lang == Lang::Fr {
            "Remplaçants"
        } else {
            "Stand-ins"
        }]);
    }
}

#[test]
fn a_grid_that_cannot_be_walked_is_named_at_home_and_not_offered() {
    let room = Room::with_team(Setup::default());
    drop_in(
        room.folder.path(),
        "fausse.ron",
        &example().replace("our-grid", "cadya"),
    );
    drop_in(room.folder.path(), "notre.ron", &example());
    drop_in(room.folder.path(), "seconde.ron", &example());
    let room = room.reopened(Setup::default());
    room.see(&["fausse.ron", "« cadya » est celui d'une grille fournie"]);
    room.see(&["seconde.ron", "déjà celui d'un autre fichier"]);
    let listing = &room.shell.app().desk.listing;
    assert_eq!(listing.own_grids().count(), 1);
    assert_eq!(listing.damaged().count(), 2);
}
