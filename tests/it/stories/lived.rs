//! A year lived through the program by the keyboard alone: six meetings in both modes, one that did not take place, forty
//! events, two of them seen before, and twelve actions that meet every fate. Fictitious from the first word to the last.
//! `tests/long/lived` types the same keys into the built program in a real terminal, a process for each day, beside this one.

#![allow(clippy::unwrap_used, clippy::panic)]

mod events;
mod meeting;
mod team;
#[cfg(unix)]
pub mod terminal;
mod told;

use crate::harness::copy;
use events::{AUTUMN, FEBRUARY, MARCH, SPRING, SUMMER, WINTER};
use meeting::{DONE, PATIENT, PHARMACIST};
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use team::{Format, Team};

/// January: the first meeting types its events, chooses by a vote and analyses in the room.
fn january(team: &mut Team) {
    team.opens("2026-01-22 14:00", "", PATIENT)
        .types(&WINTER)
        .votes(
            &[3, 0, 1, 0, 0, 0],
            "Le vote est net, et la lettre est à notre portée.",
        )
        .leaves(&WINTER[1..5], 2)
        .leaves(&WINTER[5..], 1)
        .analyses(&told::LETTER)
        .retains(2, "Deux leviers qui ne dépendent que de nous.")
        .decides(&told::OF_JANUARY)
        .closes(
            "Une sortie se suit au téléphone.",
            &[&WINTER[0], &WINTER[2]],
            "12/03/2026",
        );
}

/// March: prepared ahead, with what came in; what was decided in January comes first.
fn march(team: &mut Team) {
    team.collects("2026-02-10 18:00", &FEBRUARY)
        .says_between("2026-02-18 09:00", told::CALL, DONE)
        .prepares("2026-03-02 12:00", "12/03/2026")
        .opens_prepared("2026-03-12 14:00", PHARMACIST)
        .follows(&[
            (
                told::TRAIN,
                "3<Enter>pas de salle libre<Enter>10/04/2026<Enter>",
            ),
            (told::BLOCK, "2<Enter>50<Enter>"),
        ])
        .chooses(
            &FEBRUARY[0],
            "Deux fois en un an ailleurs, et tout est dans nos mains.",
        )
        .leaves(&FEBRUARY[1..], 2)
        .leaves(&WINTER[5..], 2)
        .analyses(&told::COLD)
        .retains(1, "La prise est la cause que nous tenons.")
        .decides(&told::OF_MARCH)
        .closes(
            "Une prise se condamne, une consigne s'oublie.",
            &[&FEBRUARY[0], &FEBRUARY[2]],
            "16/04/2026",
        );
}

/// April: an analysis is entrusted. The meeting of May that it announces never takes place.
fn april(team: &mut Team) {
    team.says_between("2026-03-25 09:00", told::PLUG, DONE)
        .collects("2026-03-30 18:00", &MARCH)
        .says_between("2026-04-02 09:00", told::BLOCK, DONE)
        .takes(Format::Between)
        .opens("2026-04-16 14:00", "1", PATIENT)
        .follows(&[
            (
                told::CALL,
                "5<Enter>1<Enter>dix appels sur dix sorties<Enter>",
            ),
            (
                told::TRAIN,
                "3<Enter>formateur malade<Enter>30/06/2026<Enter>3<Esc>",
            ),
            (told::NOTICE, "4<Enter>la prise condamnée suffit<Enter>"),
        ])
        .hears(&MARCH)
        .chooses(&MARCH[1], "Grave, et personne ne sait encore comment.")
        .entrusts("pharmacien", "30/05/2026")
        .leaves(&MARCH[..1], 2)
        .leaves(&MARCH[2..], 2)
        .closes(
            "Un résultat attend toujours quelqu'un.",
            &[&MARCH[0]],
            "14/05/2026",
        );
}

/// June: the analysis led in between is heard, and answered by actions.
fn june(team: &mut Team) {
    team.leads(
        "2026-05-20 10:00",
        &MARCH[1],
        "secrétaire médicale",
        &told::FAX,
    )
    .collects("2026-06-05 18:00", &SPRING)
    .opens("2026-06-18 14:00", "1", PHARMACIST)
    .follows(&[
        (told::BLOCK, "5<Enter>2<Enter>la moitié des dossiers<Enter>"),
        (told::PLUG, "5<Enter>3<Enter>débranchée deux fois<Enter>"),
        (told::READ, DONE),
    ])
    .hears(&SPRING)
    .is_presented_with()
    .retains(1, "Le fax est à nous.")
    .decides(&told::OF_JUNE)
    .closes(
        "Un résultat urgent a un lecteur nommé.",
        &[&MARCH[1], &SPRING[5]],
        "17/09/2026",
    );
}

/// September: in the room again, prepared ahead.
fn september(team: &mut Team) {
    team.says_between("2026-07-10 09:00", told::FAXLESS, DONE)
        .collects("2026-08-28 18:00", &SUMMER)
        .takes(Format::Room)
        .prepares("2026-09-07 12:00", "17/09/2026")
        .opens_prepared("2026-09-17 14:00", PATIENT)
        .follows(&[
            (told::READ, "5<Enter>4<Enter>relevé perdu cet été<Enter>"),
            (told::NAMED, DONE),
            (told::REMIND, "4<Enter>le fax n'existe plus<Enter>"),
        ])
        .chooses(&SUMMER[0], "Une patiente seule quatre jours.")
        .leaves(&SUMMER[1..], 2)
        .analyses(&told::VISIT)
        .retains(1, "Un seul planning, partagé.")
        .decides(&told::OF_SEPTEMBER)
        .closes("Un congé se prépare à deux.", &[&SUMMER[0]], "15/10/2026");
}

/// October: the cold chain breaks again; one event goes on waiting.
fn october(team: &mut Team) {
    team.collects("2026-10-05 18:00", &AUTUMN)
        .says_between("2026-10-08 09:00", told::SHARED, DONE)
        .opens("2026-10-15 14:00", "1", PHARMACIST)
        .follows(&[(told::FAXLESS, "5<Enter>1<Enter>aucun résultat perdu<Enter>")])
        .hears(&AUTUMN[..4])
        .chooses(&AUTUMN[1], "Grave, évitable, et jamais analysé.")
        .leaves(&AUTUMN[..1], 2)
        .leaves(&AUTUMN[2..4], 2)
        .analyses(&told::DOSE)
        .retains(1, "L'écriture est à nous.")
        .decides(&told::OF_OCTOBER)
        .closes("Une dose se relit à deux.", &[&AUTUMN[0]], "21/01/2027");
}

/// The year, from an empty folder to the last seal.
fn lived() -> Team {
    let mut team = Team::founded("2026-01-05 09:00");
    for month in [january, march, april, june, september, october] {
        month(&mut team);
    }
    team
}

/// What the built program says of a folder, in French.
#[track_caller]
fn asked(folder: &Path, args: &[&str]) -> String {
    let mut ran = Command::new(env!("CARGO_BIN_EXE_crex"));
    ran.arg("--workspace").arg(folder).args(args);
    let ran = ran.output().unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(0), "{out}{err}");
    out
}

/// The figures of the year, counted by hand: the name in the JSON, as the screen says it, how many, out of how many.
const BY_HAND: [(&str, i64, Option<i64>); 15] = [
    ("meetings_held", 6, Some(7)),
    ("attendance", 24, Some(30)),
    ("events_reported", 40, None),
    ("events_heard", 39, None),
    ("events_analysed", 5, Some(39)),
    ("events_answered", 9, Some(39)),
    ("analyses_presented", 1, Some(1)),
    ("actions_decided", 12, None),
    ("actions_with_owner", 11, Some(12)),
    ("actions_with_deadline", 11, Some(12)),
    ("actions_done", 7, Some(12)),
    ("actions_done_on_time", 4, Some(11)),
    ("actions_evaluated", 5, Some(7)),
    ("actions_effective", 2, Some(5)),
    ("events_returned", 2, Some(40)),
];

#[track_caller]
fn check_figures(folder: &Path) {
    let told: Value =
        serde_json::from_str(&asked(folder, &["stats", "--year", "2026", "--json"])).unwrap();
    let figures = &told["figures"];
    let counted = BY_HAND.map(|(name, ..)| {
        let figure = &figures[name];
        (name, figure["n"].as_i64().unwrap(), figure["of"].as_i64())
    });
    assert_eq!(counted, BY_HAND);
    let held: Vec<i64> = told["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["held"].as_i64().unwrap())
        .collect();
    assert_eq!(held, [1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0]);
}

/// The year on the screen, section by section.
#[track_caller]
fn check_screen(team: &mut Team) {
    team.until("2026-12-18 09:00")
        .room
        .way("L'année en chiffres");
    team.awaits("6 sur 7");
    team.room.see(&["L'année 2026", "24 sur 30"]);
    for said in [
        &["Événements entendus 39", "5 sur 39", "9 sur 39"][..],
        &["1 sur 1"],
        &[
            "12",
            "11 sur 12",
            "7 sur 12",
            "4 sur 11",
            "5 sur 7",
            "2 sur 5",
        ],
        &[],
        &[],
        &["2 sur 40"],
    ] {
        team.keys("<Right>").room.see(said);
    }
}

/// What still waits for a meeting at the end of the year.
#[track_caller]
fn check_pool(team: &mut Team) {
    team.home().room.pool();
    team.room.see(&[AUTUMN[4].title]).miss(AUTUMN[0].title);
    team.home();
}

#[test]
fn a_year_lived_by_keys_is_counted_as_by_hand_on_the_screen_and_outside() {
    let mut team = lived();
    check_screen(&mut team);
    check_pool(&mut team);
    let folder = &team.goes();
    asked(folder, &["check"]);
    check_figures(folder);
    // Kept where `tests/long/lived` counts it again by its own means.
    if let Some(to) = std::env::var_os("CREX_LIVED") {
        std::fs::create_dir_all(&to).unwrap();
        copy(folder, to.as_ref());
    }
}
