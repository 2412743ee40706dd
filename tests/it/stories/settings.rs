//! Settings: nobody edits a file by hand.

use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::scales::{Class, School};
use crex::domain::team::Team;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;

const SECTIONS: [&str; 10] = [
    "Équipe",
    "Membres",
    "Quorum",
    "Format de séance",
    "Grille d'analyse",
    "Échelles",
    "Charte",
    "Choix des mots",
    "Écran",
    "Dossier",
];

fn team(room: &Room) -> &Team {
    &room.shell.app().desk.team.doc
}

/// The settings of the team, at the section that stands at this place.
fn at(section: usize, setup: Setup) -> Room {
    let mut room = Room::with_team(setup);
    room.settings();
    room.keys(&"<Down>".repeat(section)).keys("<Enter>");
    room
}

#[test]
fn the_sections_say_what_is_set() {
    let mut room = Room::with_team(Setup::default());
    room.settings()
        .see(&["Réglages", "5 membres", "90 min · analyse en séance"])
        .see(&SECTIONS);
    room.keys("<Esc>").see(&["Nouvelle séance"]);
}

#[test]
fn a_member_is_added_worded_moved_deleted_and_brought_back() {
    let mut room = at(1, Setup::default());
    room.keys("aAide-soignant<Tab><Space><Tab><Space><Esc>");
    room.see(&["Aide-soignant", "hors quorum", "Référent du CREX"]);
    let member = team(&room).members.at(5).unwrap();
    assert_eq!(
        (member.profession.as_str(), member.permanent),
        ("nursing-assistant", false)
    );
    room.keys("<C-Up>");
    assert_eq!(
        team(&room).members.at(4).unwrap().function.as_str(),
        "Aide-soignant"
    );
    room.keys("d");
    assert_eq!(team(&room).members.len(), 5);
    room.keys("<C-z>");
    assert_eq!(team(&room).members.len(), 6);
    room.keys("a<Esc>");
    assert_eq!(
        team(&room).members.len(),
        6,
        "one left without a word leaves no trace"
    );
    let room = room.killed(Setup::default(), Start::Home);
    assert_eq!(team(&room).members.len(), 6);
}

#[test]
fn undo_changes_nothing_of_the_team_where_nobody_would_see_it() {
    let mut room = at(0, Setup::default());
    room.keys(" bis<Esc>");
    let after = team(&room).clone();
    for _ in 0..4 {
        room.keys("<Esc>");
    }
    assert!(after.name.as_str().ends_with(" bis"));
    room.see(&["Événements en attente"]);
    room.keys("<C-z>").see(&["Rien à annuler ici."]);
    room.pool().keys("<C-z>").see(&["Rien à annuler ici."]);
    room.keys("<C-y>").see(&["Rien à rétablir."]);
    assert_eq!(*team(&room), after);
}

#[test]
fn a_format_becomes_the_team_s_own_and_a_meeting_follows_it() {
    let mut room = at(3, Setup::default());
    room.see(&["Ouverture 5 min · Suivi 10 min"]);
    room.keys("<Tab><Enter>")
        .see(&["Notre format, 90 min", "Étapes 90 min"]);
    room.keys("<Tab><Tab><Enter>").see(&["Minutes"]);
    room.keys("<Backspace>7<Esc>").see(&["7 min"]);
    room.keys("<Down>d<C-Down>");
    let rows = &team(&room).formats.at(0).unwrap().rows;
    assert_eq!((rows.len(), rows[0].minutes), (9, 7));
    assert_eq!(
        rows[1].step,
        StepKind::Choice,
        "what stood third is moved before"
    );
    room.keys("a<Esc>");
    assert_eq!(
        team(&room).formats.at(0).unwrap().rows.last().unwrap().step,
        StepKind::FollowUp
    );
    room.keys("<Esc><Esc><Esc>a");
    assert_eq!(room.session().agenda.len(), 10);
    assert_eq!(room.session().agenda.at(0).unwrap().minutes, 7);
    let session = room.session();
    let own = session.own.format.as_ref().unwrap();
    assert_eq!((own.rows.len(), own.rows[0].minutes), (10, 7));
    assert_eq!(session.shipped.format, None);
    let record = crex::documents::markdown::markdown(&crex::documents::record::record(session));
    assert!(
        record.contains("Notre format, 90\u{202f}min")
            || record.contains("Notre format, 90\u{a0}min"),
        "{record}"
    );
    assert!(!record.contains("O1"), "{record}");
}

#[test]
fn deleting_the_format_in_use_takes_the_usual_one() {
    let mut room = at(3, Setup::default());
    room.keys("<Tab><Enter><Esc>");
    assert_eq!(team(&room).format.as_str(), "O1");
    room.keys("d");
    assert_eq!(
        (team(&room).format.as_str(), team(&room).formats.len()),
        ("room-90", 0)
    );
}

#[test]
fn scales_become_the_team_s_own_level_by_level() {
    let mut room = at(5, Setup::default());
    room.see(&["Les faire nôtres"]);
    room.keys("<Tab><Tab><Tab><Tab><Enter>")
        .see(&["Nos échelles", "Gravité"]);
    room.keys("<Enter>").see(&["Niveau 1", "veut dire"]);
    room.keys(&"<Backspace>".repeat(7)).keys("Légère<Esc>");
    room.see(&["Légère"]);
    let own = team(&room).scales.as_ref().unwrap();
    assert_eq!(
        (own.id.as_str(), own.severity[0].label.fr.as_str()),
        ("ours", "Légère")
    );
    room.keys("<End><Enter>3").see(&["Vraisemblance"]);
    assert_eq!(
        team(&room).scales.as_ref().unwrap().matrix[0][0],
        Class::Unacceptable
    );
    room.keys("<Esc><S-Tab><S-Tab><S-Tab>1");
    assert_eq!(team(&room).scales.as_ref().unwrap().school, School::Matrix);
}

#[test]
fn the_charter_is_copied_and_rewritten() {
    let mut room = at(6, Setup::default());
    room.see(&["jamais une personne"]);
    room.keys("<Enter><Enter> Toujours.<Esc>");
    assert!(team(&room).charter[0].as_str().ends_with("Toujours."));
    let n = team(&room).charter.len();
    room.keys("aOn s'écoute.<Esc>");
    assert_eq!(team(&room).charter.len(), n + 1);
    room.keys("<Esc><Esc>a");
    assert_eq!(room.session().own.charter.len(), n + 1);
}

#[test]
fn quorum_and_grid_in_english() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = at(2, setup);
    room.keys("3<Tab>2")
        .see(&["at least 3 members and 2 professions"]);
    room.keys("<Esc><Down><Down><Enter>")
        .see(&["Advised for your kind of organisation"]);
    room.keys("2");
    assert_eq!(
        (team(&room).quorum.members, team(&room).quorum.professions),
        (3, 2)
    );
    assert_ne!(team(&room).grid.as_str(), "cadya");
}

#[test]
fn the_screen_changes_at_once_and_another_folder_is_opened() {
    let mut room = at(8, Setup::default());
    room.keys("3").see(&["Thème"]);
    assert_eq!(room.shell.app().desk.prefs.theme.scheme, Scheme::Projecteur);
    room.keys("<Down><Right>").see(&["Settings"]);
    room.keys("<Left>").see(&["Réglages"]);
    room.keys("<Esc><End><Enter>")
        .see(&["Vous travaillez dans"]);
    room.keys("<Tab><Enter>").see(&["Écrivez d'abord"]);
    let other = room.folder.path().join("autre").display().to_string();
    room.keys("<S-Tab>").keys(&other).keys("<Enter><Enter>");
    room.see(&["Ce dossier n'existe pas"]);
    assert!(!std::path::Path::new(&other).exists());
    std::fs::create_dir(&other).unwrap();
    room.keys("<Enter>").see(&["Bienvenue"]);
}
