//! The training cases, typed whole, key by key, in both modes: in the room, and between two meetings, where a first meeting
//! chooses and entrusts, a lead works alone, and a second meeting hears and decides. Fictitious from the first word to the
//! last. Each case is a script of parts (`cases/*.keys`); here is the order in which a mode plays them.

#![allow(clippy::unwrap_used, clippy::panic)]

mod teller;

use super::whole::{
    Line, check_overhead, check_record, counted, leave, page, play, session_in, setup,
};
use crate::harness::{Room, parse};
use crex::content;
use crex::content::known;
use crex::domain::action::FollowUpOutcome;
use crex::domain::action::Strength::{self, Intermediate, Strong, Weak};
use crex::domain::analysis::{Analysis, AnalysisFile, Reply};
use crex::domain::code::Lang;
use crex::domain::completeness::completeness;
use crex::domain::progress::{analysed, missing};
use crex::domain::session::Session;
use std::path::{Path, PathBuf};
use std::process::Command;
use teller::Mode;

/// Most keys that are not text, of all keys, in percent.
const OVERHEAD: usize = 10;

/// A kill after so many keys: no divisor of a round number.
const EVERY: usize = 149;

/// A case: its script, and its expert key.
struct Case {
    keys: &'static str,
    /// The grids, the one walked first at the front.
    grids: &'static [&'static str],
    /// For each deviation, the codes that must stand on a factor of it.
    codes: &'static [&'static [&'static str]],
    /// How many barriers there are.
    barriers: usize,
    /// How strong the actions are.
    strengths: [Strength; 4],
}

/// Case 1, primary care and hospital.
const TOWN: Case = Case {
    keys: include_str!("cases/town.keys"),
    grids: &["cadya"],
    codes: &[
        &["E3.1", "P3.2", "P4"],
        &["T2.1", "P2.1"],
        &["E2.1", "T2.1", "P2.2"],
        &["P3.2", "P2.4", "H2"],
        &["T2.2", "P4"],
        &["P3.1", "E1"],
        &["P3.3", "H4", "H1"],
    ],
    barriers: 7,
    strengths: [Strong, Intermediate, Intermediate, Weak],
};

/// The lines of case 1, part by part.
pub fn town_parts(lang: Lang) -> teller::Parts {
    TOWN.parts(lang)
}

/// Case 2, a hospital ward.
const HOSPITAL: Case = Case {
    keys: include_str!("cases/hospital.keys"),
    grids: &["alarm"],
    codes: &[
        &["4.1", "4.4", "2.1"],
        &["3.2", "5.7", "2.4"],
        &["5.5", "5.6", "5.7", "6.1"],
        &["1.3", "2.3"],
        &["6.4", "6.6"],
    ],
    barriers: 6,
    strengths: [Strong, Intermediate, Intermediate, Strong],
};

/// Case 3, a nursing home, with CADYA.
const NURSING: Case = Case {
    keys: include_str!("cases/nursing.keys"),
    grids: &["cadya", "alarm"],
    codes: &[
        &["E2.3", "E2.4", "P4"],
        &["T2.1"],
        &["P2.2"],
        &["H1", "H2"],
        &["P4"],
    ],
    barriers: 6,
    strengths: [Strong, Intermediate, Intermediate, Weak],
};

/// Case 4, a health centre, with the five rhythms and then CADYA.
const CENTRE: Case = Case {
    keys: include_str!("cases/centre.keys"),
    grids: &["cadya", "tempos"],
    codes: &[
        &["P4", "T2.1"],
        &["P2.1", "E2.3", "TM3"],
        &["T1.2", "T2.1", "P1.3", "TM4"],
        &["P2.4", "P3.2", "TM1", "TM5"],
        &["P3.3", "TM2"],
    ],
    barriers: 8,
    strengths: [Strong, Intermediate, Intermediate, Intermediate],
};

/// What ALARM says of case 1, for each deviation.
const TOWN_IN_ALARM: [&[&str]; 7] = [
    &["4.4", "2.5", "7.2"],
    &["2.1", "4.3"],
    &["4.3", "2.3", "5.7"],
    &["4.4", "2.4", "3.2"],
    &["5.5", "6.2", "2.4"],
    &["4.4", "1.4"],
    &["4.2", "1.4"],
];

impl Case {
    /// What the analysis must hold.
    #[track_caller]
    fn check(&self, analysis: &Analysis) {
        let grids: Vec<&str> = analysis.grids.iter().map(|g| g.grid.as_str()).collect();
        assert_eq!(grids, self.grids);
        assert_eq!(analysis.deviations.len(), self.codes.len());
        assert_eq!(analysis.barriers.len(), self.barriers);
        check_codes(analysis, self.codes);
    }
}

/// That every code stands, confirmed, on a factor of its deviation, and that its question was answered so.
#[track_caller]
fn check_codes(analysis: &Analysis, expected: &[&[&str]]) {
    for (deviation, codes) in analysis.deviations.iter().zip(expected) {
        for code in *codes {
            let mut factors = analysis.factors.iter();
            let held = factors.find_map(|f| {
                let mut codes = f.codes.iter();
                let worn = codes.find(|c| c.item.as_str() == *code && !c.mapped);
                worn.filter(|_| f.deviations.contains(&deviation.id))
            });
            let held = held.unwrap_or_else(|| panic!("{} lacks {code}", deviation.id));
            let reply = analysis.reply(&held.grid, &held.item);
            assert_eq!(reply, Reply::Yes, "{code}");
        }
    }
}

/// The files of a room that was left, those of the sessions in their order.
fn files(room: &Room, under: &str) -> Vec<PathBuf> {
    let all = std::fs::read_dir(room.folder.path().join(under))
        .unwrap()
        .flatten();
    let mut all: Vec<PathBuf> = all
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "ron"))
        .collect();
    all.sort();
    all
}

/// That the program, asked from outside, finds nothing wrong in the folder.
#[track_caller]
fn check_folder(folder: &Path) {
    let mut ran = Command::new(env!("CARGO_BIN_EXE_crex"));
    let ran = ran
        .arg("check")
        .arg("--workspace")
        .arg(folder)
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&ran.stdout);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(0), "{out}{err}");
}

/// That a sealed session lacks nothing in any step, and that its analysis is whole.
#[track_caller]
fn check_sealed(session: &Session, case: &Case) {
    assert!(session.is_sealed());
    let known = known(session);
    for row in session.agenda.iter() {
        let lacks = missing(session, row.step, &known);
        assert_eq!(lacks, [], "{:?}", row.step);
    }
    assert_eq!(
        session.title.as_str(),
        session.incidents.at(0).unwrap().report.title.as_str()
    );
    let whole = completeness(session, &known);
    assert_eq!(whole.percent(), 100, "{:?}", whole.missing);
    let strengths = session.retained_actions().map(content::strength_of);
    assert_eq!(strengths.collect::<Vec<_>>(), case.strengths.map(Some));
    case.check(analysed(session).unwrap());
}

/// Types a case whole, and checks all that it left.
#[track_caller]
fn told(case: &Case, mode: Mode, lang: Lang) {
    let (lines, meetings) = case.story(mode, lang);
    let (room, counts) = counted(&lines, lang);
    let room = leave(room);
    check_folder(room.folder.path());
    let sessions = files(&room, "sessions");
    assert_eq!(sessions.len(), meetings.len());
    let last = session_in(sessions.last().unwrap());
    check_sealed(&last, case);
    for (path, lines) in sessions.iter().zip(&meetings) {
        check_record(&session_in(path), lines);
    }
    if mode == Mode::Between {
        let path = &files(&room, "analyses")[0];
        let file = crex::store::parse::<AnalysisFile>(path, &std::fs::read(path).unwrap()).unwrap();
        assert_eq!(file.remarks, []);
        case.check(&file.doc.analysis);
        // What the first meeting asked for is done by presenting it.
        let asked = last.follow_ups.at(0).unwrap();
        assert_eq!(asked.outcome, FollowUpOutcome::Done);
        assert!(asked.said_on.is_some());
        assert_eq!(last.n_amended(analysed(&last).unwrap().id), 0);
    }
    check_overhead(&counts, OVERHEAD);
}

#[test]
fn two_anticoagulants_in_the_room_with_cadya() {
    told(&TOWN, Mode::Room, Lang::Fr);
}

#[test]
fn two_anticoagulants_between_two_meetings_with_cadya() {
    told(&TOWN, Mode::Between, Lang::Fr);
}

#[test]
fn a_potassium_in_the_room_with_alarm_on_an_english_screen() {
    told(&HOSPITAL, Mode::Room, Lang::En);
}

#[test]
fn a_potassium_between_two_meetings_with_alarm() {
    told(&HOSPITAL, Mode::Between, Lang::Fr);
}

#[test]
fn evening_medicines_in_the_room_with_cadya() {
    told(&NURSING, Mode::Room, Lang::Fr);
}

#[test]
fn evening_medicines_between_two_meetings_with_cadya() {
    told(&NURSING, Mode::Between, Lang::Fr);
}

#[test]
fn a_scan_in_the_room_with_the_rhythms_then_cadya() {
    told(&CENTRE, Mode::Room, Lang::Fr);
}

#[test]
fn a_scan_between_two_meetings_with_the_rhythms_then_cadya_on_an_english_screen() {
    told(&CENTRE, Mode::Between, Lang::En);
}

#[test]
fn a_kill_at_any_moment_of_the_lead_s_work_leaves_the_same_page_behind() {
    let (lines, _) = TOWN.story(Mode::Between, Lang::Fr);
    let mut room = Room::story(setup(Lang::Fr));
    let mut n = 0;
    let (mut led, mut kills) = (false, 0);
    for line in &lines {
        if let Line::Part(name) = line {
            led = matches!(
                name.as_str(),
                "sources" | "timeline" | "deviations" | "factors"
            );
        }
        let Line::Keys(keys) = line else {
            play(&mut room, line);
            continue;
        };
        for key in parse(keys) {
            room.key(key);
            n += 1;
            if led && n % EVERY == 0 && !keys.contains("<C-p>") {
                let mut again = room.reopened(setup(Lang::Fr));
                again.keys(teller::TO_ANALYSIS);
                assert_eq!(page(&room), page(&again), "after key {n}, in {keys}");
                kills += 1;
            }
        }
        if keys.contains("<C-p>") {
            led = false;
        }
    }
    assert!(kills > 10, "{kills}");
}

/// Case 1 with its factors found, the step of the factors in front of the group.
fn town_walked() -> Room {
    let (lines, _) = TOWN.story(Mode::Room, Lang::Fr);
    let mut room = Room::story(setup(Lang::Fr));
    let end = Line::Part("priorities".into());
    for line in lines.iter().take_while(|line| **line != end) {
        play(&mut room, line);
    }
    room.keys("<F7>");
    room
}

#[test]
fn two_anticoagulants_go_over_from_cadya_to_alarm() {
    let mut room = town_walked();
    let before = room.session().analysis().unwrap().clone();
    room.keys("c<Down><Enter>")
        .see(&["Passer à la grille d'après ALARM", "proposé"]);
    room.keys("<Enter>");
    let after = room.session().analysis().unwrap().clone();
    // Nothing is lost: every answer, every factor with its words, its deviations and its codes.
    assert_eq!(after.answers, before.answers);
    for factor in before.factors.iter() {
        let now = after.factors.get(factor.id).unwrap();
        let kept: Vec<_> = now
            .codes
            .iter()
            .filter(|c| c.grid.as_str() == "cadya")
            .cloned()
            .collect();
        assert_eq!(kept, factor.codes);
        assert_eq!(
            (&now.what, &now.deviations, now.role),
            (&factor.what, &factor.deviations, factor.role)
        );
        let proposed: Vec<_> = now
            .codes
            .iter()
            .filter(|c| c.grid.as_str() == "alarm")
            .collect();
        let wanted = content::mapped(&"cadya".into(), &factor.codes[0].item, &"alarm".into());
        assert!(proposed.iter().all(|c| c.mapped) && !wanted.is_empty());
        assert_eq!(proposed, wanted.iter().collect::<Vec<_>>());
    }
    room.keys("<C-z>");
    assert_eq!(*room.session().analysis().unwrap(), before);
    // All confirmed at once: every code that ALARM has for the case stands at its deviation.
    room.keys("c<Down><Enter>t<Enter>");
    check_codes(room.session().analysis().unwrap(), &TOWN_IN_ALARM);
}
