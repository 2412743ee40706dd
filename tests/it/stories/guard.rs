//! The wording guard while a meeting is typed: it remarks, it is passed over, it is silenced, and it moves nothing.

#![allow(clippy::unwrap_used)]

use super::analyses::{entrusted, into_analysis, later};
use super::scene::{again, deviation, room, session, setup};
use crate::harness::{Room, Setup, day, flatten};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::domain::wording::Watch;

const ADVICE: &str = "dites la fonction, « la patiente »";

/// The timeline of an event, a new fact being told.
fn telling(lang: Lang, fact: &str) -> Room {
    let setup = setup(lang);
    let mut room = room(setup, session(setup), StepKind::Timeline);
    room.keys("a17:45<Tab>IDE<Tab>").keys(fact);
    room
}

/// The screen without its last rows, where remark and footer stand.
fn above(room: &Room) -> Vec<String> {
    let lines: Vec<String> = room.screen().lines().map(str::to_owned).collect();
    lines[..lines.len() - 2].to_vec()
}

#[test]
fn a_name_in_a_fact_is_remarked_on_and_passed_over_by_one_key() {
    let mut room = telling(Lang::Fr, "Plateau donné à Mme Berthelin");
    room.see(&["! « Mme Berthelin »", ADVICE, "F6 laisser"]);
    room.keys(" hier soir").see(&[ADVICE]);
    let page = above(&room);
    room.keys("<F6>").see(&["Remarque laissée"]).miss(ADVICE);
    assert_eq!(above(&room), page, "nothing moves");
    // The same name elsewhere is not remarked on again, another one is.
    room.keys(", puis à MME BERTHELIN").miss(ADVICE);
    room.keys(" et à M. Ferrandou").see(&["! « M. Ferrandou »"]);
    assert_eq!(room.session().guarding.passed.len(), 1);
}

#[test]
fn the_palette_offers_to_pass_over_a_remark_where_there_is_one() {
    for (lang, title, said) in [
        (Lang::Fr, "Mme", "Laisser cette remarque"),
        (Lang::En, "Mrs", "Pass over this remark"),
    ] {
        let mut room = telling(lang, "Plateau rendu à l'office");
        room.keys("<C-p>").miss(said);
        room.keys("<Esc>");
        // Read as it stands, even when the hands have not rested yet.
        room.keys(&format!(" : {title} Berthelin<C-p>"))
            .see(&[said]);
        room.keys("<Enter>");
        assert_eq!(room.session().guarding.passed.len(), 1);
        room.keys("<C-p>").miss(said);
    }
}

#[test]
fn undo_brings_a_remark_back_and_a_kill_keeps_what_was_passed_over() {
    let mut room = telling(Lang::Fr, "Appel au 06 39 98 12 34");
    room.keys("<F6>").miss("F6 laisser");
    room.keys("<C-z>").see(&["! « 06 39 98 12 34 »"]);
    room.keys("<C-y>").miss("F6 laisser");
    let mut room = again(&room, Setup::default());
    room.see(&["06 39 98 12 34"]).miss("F6 laisser");
    room.keys(", chambre 7").see(&["! « chambre 7 »"]);
}

#[test]
fn what_is_passed_over_leaves_no_name_in_the_file() {
    let mut room = telling(Lang::Fr, "Plateau donné à Mme Berthelin");
    room.keys("<F6>")
        .keys(&"<C-w>".repeat(2))
        .keys("sa voisine");
    let bytes = crex::store::encode(std::path::Path::new("s.ron"), room.session()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("sa voisine") && text.contains("guarding"));
    assert!(!text.to_lowercase().contains("berthelin"));
}

#[test]
fn the_guard_is_silenced_for_the_session_and_heard_again() {
    let mut room = telling(Lang::Fr, "Plateau donné à Mme Berthelin");
    room.palette("taire")
        .see(&["Plus de remarque"])
        .miss(ADVICE);
    room.keys(", par négligence").miss("F6 laisser");
    let mut room = again(&room, Setup::default());
    room.miss("F6 laisser");
    room.palette("taire").see(&["reviennent"]);
    room.see(&["! « négligence »"]);
    room.keys("<C-z>").miss("F6 laisser");
}

#[test]
fn a_team_chooses_what_is_pointed_out() {
    let mut room = Room::with_team(Setup::default());
    room.settings().keys(&"<Down>".repeat(7));
    room.see(&["tout est signalé"]);
    room.keys("<Enter>");
    room.see(&["noms, numéros, chambres", "reproches et jugements"]);
    room.keys("<Space><Esc>").see(&["3 sur 4 signalés"]);
    let team = &room.shell.app().desk.team.doc;
    assert_eq!(team.unwatched, [Watch::Identifiers]);
    room.keys("<Esc><Home><Enter>").keys("<C-k>a");
    room.keys("Revoir avec Mme Berthelin").miss("F6 laisser");
    room.keys(" par la faute du courrier").see(&["! « faute »"]);
}

#[test]
fn persons_are_remarked_on_among_factors_and_solutions_among_facts() {
    let mut scene = session(Setup::default());
    deviation(&mut scene, 1, "Mauvais plateau", "");
    let mut facts = room(Setup::default(), scene.clone(), StepKind::Timeline);
    facts.keys("a<Tab><Tab>Il faudrait un écran, l'IDE a oublié");
    facts.see(&["! « Il faudrait »", "étape Actions"]);
    let mut factors = room(Setup::default(), scene.clone(), StepKind::Factors);
    factors
        .keys("<Down><Enter>")
        .keys("oL'IDE a oublié, il faudrait un écran");
    factors.see(&["! « a oublié »", "qu'est-ce qui rendait cela possible"]);
    let mut deviations = room(Setup::default(), scene, StepKind::Deviations);
    deviations.keys("<Enter>, il faudrait un écran");
    deviations.see(&["Mauvais plateau, il", "! « il faudrait »"]);
    deviations.keys("<Tab>Il faudrait deux signatures");
    deviations.miss("! «");
}

#[test]
fn the_remark_speaks_the_language_of_the_session() {
    let mut room = telling(Lang::En, "Tray given to Mrs Hollinworth");
    room.see(&["! “Mrs Hollinworth” say the function", "F6 pass"]);
    room.keys("<F6>").see(&["Remark passed over"]);
    room.miss("say the function");
    room.keys(". The locum should have asked");
    room.see(&["! “should have” write what was expected"]);
}

#[test]
fn where_nothing_is_remarked_on_the_key_says_so() {
    let mut room = telling(Lang::Fr, "Plateau donné à la voisine");
    room.keys("<F6>").see(&["Aucune remarque ici"]);
    assert!(room.session().guarding.passed.is_empty());
}

#[test]
fn a_narrow_screen_keeps_the_words_the_advice_and_the_key_on_one_line() {
    let narrow = Setup {
        size: (60, 20),
        ..Setup::default()
    };
    let mut room = room(narrow, session(narrow), StepKind::Timeline);
    room.keys("a<Tab><Tab>Vu par Mme Anne-Sophie de La Tournerie-Berthelin");
    let screen = room.screen();
    let row = flatten(screen.lines().nth(18).unwrap());
    assert!(
        row.starts_with("! « Mme Anne") && row.ends_with("F6"),
        "{row}"
    );
    assert!(row.contains(ADVICE), "{row}");
}

#[test]
fn help_says_what_the_line_is() {
    let mut room = telling(Lang::Fr, "");
    room.keys("<F1>").keys(&"<PgDn>".repeat(5));
    room.see(&["La ligne « ! » en bas", "F6 la laisse de côté"]);
}

#[test]
fn an_incident_of_the_workspace_is_read_too() {
    let mut room = Room::with_team(Setup::default());
    room.pool().keys("aChute au lever");
    room.keys(" de Mme Berthelin").see(&["! « Mme Berthelin »"]);
    room.keys("<F6>").see(&["Remarque laissée"]).miss(ADVICE);
}

#[test]
fn writing_the_record_says_that_someone_is_named() {
    let mut room = telling(Lang::Fr, "Plateau donné à Mme Berthelin");
    room.keys("<Esc>")
        .palette("voir le compte rendu")
        .keys("<Enter>");
    room.see(&[
        "Relire avant de diffuser",
        "de ce document peuvent désigner",
        "« Mme Berthelin »",
    ])
    .see(&["Ne pas écrire encore"]);
    let files = |room: &Room| {
        // What the store is just writing comes and goes beside them.
        let entries = std::fs::read_dir(room.folder.path().join("sessions"));
        let names = entries.unwrap().flatten().map(|entry| entry.file_name());
        let written = names.filter(|name| !name.to_string_lossy().ends_with(".tmp"));
        written.count()
    };
    let before = files(&room);
    room.keys("<Enter>").miss("Ne pas écrire encore");
    assert_eq!(files(&room), before);
    room.keys("<Enter><Down><Enter>").see(&["Écrit dans"]);
    assert_eq!(files(&room), before + 1);
}

/// Once it is sealed it is too late to correct it.
#[test]
fn sealing_says_that_someone_is_named() {
    let mut room = telling(Lang::Fr, "Plateau donné à Mme Berthelin");
    room.keys("<Esc>").palette("sceller");
    room.see(&["mots qui peuvent désigner une", "Pas encore"]);
}

#[test]
fn in_a_long_text_what_stands_near_the_cursor_is_read() {
    let setup = Setup::default();
    let mut room = room(setup, session(setup), StepKind::Closing);
    let long = "Relire la feuille à voix haute. ".repeat(120);
    room.paste(&long).keys("Remercier Mme Berthelin.");
    room.see(&["! « Mme Berthelin »"]);
    room.paste(&long).miss("! «");
}

#[test]
fn the_lead_passes_over_a_remark_until_the_analysis_is_heard() {
    let setup = Setup::default();
    let mut room = later(entrusted(setup), setup, 5);
    into_analysis(&mut room);
    room.keys("aFille de Mme Berthelin").see(&["F6 laisser"]);
    room.keys("<F6>")
        .see(&["laissée pour cette analyse"])
        .miss("F6 laisser");
    room.palette("taire").see(&["dans cette analyse"]);
    let passed = room.session().guarding.passed.clone();
    room.keys("<Esc>").palette("accueil");
    let mut room = later(room, setup, 6);
    into_analysis(&mut room);
    assert!(room.session().guarding.silent);
    room.palette("taire").see(&["reviennent"]);
    room.keys("aMme Berthelin").miss("F6 laisser");
    room.keys(" et M. Ferrandou").see(&["! « M. Ferrandou »"]);
    room.palette("taire");
    // The meeting that hears it is not told what the lead passed over, and is not silent.
    let mut meeting = Session::new(uuid::Uuid::from_u128(8 << 96), day().date());
    meeting.hear(&room.session().as_analysis_file().unwrap());
    assert_eq!(meeting.guarding.passed, passed);
    assert!(!meeting.guarding.silent);
}
