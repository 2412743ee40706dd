#![allow(clippy::unwrap_used)]
use super::calendar::{calendar, folded};
use super::csv::csv;
use super::reminder::reminders;
use super::*;
use crate::domain::action::{Action, FollowUp, FollowUpFile, FollowUpOutcome, Status};
use crate::domain::code::Lang;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::plan::{Sheet, plan};
use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

const FR: Words = Words(Lang::Fr);
const EN: Words = Words(Lang::En);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The plan of one session with one action of this wording and owner, due on 10 November 2026, on the 22nd.
fn one(what: &str, owner: &str, files: &[FollowUpFile]) -> Vec<Planned> {
    let mut session = Session::new(Uuid::from_u128(7), day("2026-09-17"));
    session.number = 3;
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        owner: owner.into(),
        due: Some(day("2026-11-10")),
        evaluated_on: Some(day("2027-01-10")),
        status: Status::Retained,
        target: "-20 %".into(),
        ..Action::new(id)
    });
    plan(&[Sheet::of(&session)], files, day("2026-11-22"))
}

fn all(plan: &[Planned]) -> Vec<&Planned> {
    plan.iter().collect()
}

/// A word said between meetings of that action.
fn word(outcome: FollowUpOutcome) -> FollowUpFile {
    let id = crate::domain::ids::FollowUpId(1);
    FollowUpFile {
        schema: 1,
        id: Uuid::from_u128(9),
        follow_up: FollowUp {
            session: Text::new(&Uuid::from_u128(7).to_string()),
            action: Some(crate::domain::ids::ActionId(1)),
            outcome,
            new_due: (outcome == FollowUpOutcome::Postponed).then(|| day("2026-12-15")),
            said_on: Some(day("2026-11-20")),
            ..FollowUp::new(id)
        },
    }
}

/// Reads a table back as a spreadsheet does.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut inside, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => inside = !inside,
            ';' if !inside => row.push(std::mem::take(&mut cell)),
            '\r' if !inside => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !inside);
    rows
}

#[test]
fn a_spreadsheet_reads_every_cell_and_runs_none() {
    let plan = one("=1+1; \"dit\"\ndeux lignes", "@IDEC", &[]);
    let rows = read_csv(&csv(FR, &all(&plan), day("2026-11-22")));
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].len(), rows[1].len());
    let cell = |name: &str| {
        let at = rows[0].iter().position(|head| head == name).unwrap();
        rows[1][at].as_str()
    };
    assert_eq!(cell("Action"), "'=1+1; \"dit\"\ndeux lignes");
    assert_eq!((cell("Pilote"), cell("Cible")), ("'@IDEC", "'-20 %"));
    assert_eq!(cell("Échéance"), "2026-11-10");
    assert_eq!((cell("Jours de retard"), cell("État")), ("12", "en retard"));
    assert_eq!((cell("Réf."), cell("Décidée le")), ("3-A1", "2026-09-17"));
}

#[test]
fn a_calendar_tells_days_and_nothing_else() {
    let plan = one("Sortir le patient de la chambre 12", "IDEC", &[]);
    let text = calendar(FR, &all(&plan)).unwrap();
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    assert!(!text.contains("chambre"), "{text}");
    for line in [
        "UID:00000000-0000-0000-0000-000000000007-A1-due@crex",
        "UID:00000000-0000-0000-0000-000000000007-A1-evaluation@crex",
        "DTSTART;VALUE=DATE:20261110",
        "DTEND;VALUE=DATE:20261111",
        "SUMMARY:CREX\u{a0}: action 3-A1 à échéance",
        "SUMMARY:CREX\u{a0}: action 3-A1 à évaluer",
        "TRIGGER:-P7D",
        "SEQUENCE:0",
    ] {
        assert!(text.split("\r\n").any(|l| l == line), "{line} in {text}");
    }
}

#[test]
fn an_event_moves_with_its_deadline_and_goes_once_done() {
    let later = one("a", "b", &[word(FollowUpOutcome::Postponed)]);
    let text = calendar(EN, &all(&later)).unwrap();
    let due =
        "7-A1-due@crex\r\nDTSTAMP:20261120T000000Z\r\nSEQUENCE:1\r\nDTSTART;VALUE=DATE:20261215";
    assert!(text.contains(due), "{text}");
    let done = one("a", "b", &[word(FollowUpOutcome::Done)]);
    let text = calendar(EN, &all(&done)).unwrap();
    assert!(
        !text.contains("-due@") && text.contains("-evaluation@"),
        "{text}"
    );
    let dropped = one("a", "b", &[word(FollowUpOutcome::Dropped)]);
    assert_eq!(calendar(EN, &all(&dropped)), None);
}

#[test]
fn an_action_of_before_the_program_keeps_its_identity_and_tells_no_wording() {
    let told = |progress| {
        let mut file = word(FollowUpOutcome::Ongoing);
        file.follow_up.session = Text::default();
        file.follow_up.action = None;
        file.follow_up.wording = "Sortir le lit de la chambre 12".into();
        file.follow_up.new_due = Some(day("2027-02-01"));
        file.follow_up.progress = progress;
        calendar(FR, &all(&plan(&[], &[file], day("2026-11-22")))).unwrap()
    };
    let text = told(0);
    assert_eq!(told(50), text);
    let uid = text
        .lines()
        .find_map(|line| line.strip_prefix("UID:"))
        .unwrap();
    let hex = uid.strip_suffix("-due@crex").unwrap();
    assert!(
        hex.len() == 32 && hex.chars().all(|c| c.is_ascii_hexdigit()),
        "{uid}"
    );
    assert!(
        !text.contains("chambre") && text.contains("d'avant crex"),
        "{text}"
    );
}

#[test]
fn an_owner_is_reminded_of_what_is_expected_and_of_no_more() {
    let late = one("Ranger le chariot", "IDEC", &[]);
    let text = reminders(FR, &all(&late), day("2026-11-22")).unwrap();
    let told = [
        "Pour\u{a0}: IDEC\n",
        "au 22/11/2026\n",
        "Échéance passée\n- Ranger le chariot (échéance prévue le 10/11/2026, décidée le 17/09/2026)\n",
    ];
    for part in told {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("À venir"), "{text}");
    let dropped = one("a", "IDEC", &[word(FollowUpOutcome::Dropped)]);
    assert_eq!(reminders(FR, &all(&dropped), day("2026-11-22")), None);
    let mut two = one("a", "idec", &[]);
    two.extend(late);
    two.extend(one("c", "", &[]));
    let text = reminders(EN, &all(&two), day("2026-11-22")).unwrap();
    assert_eq!(text.matches("Subject:").count(), 2, "{text}");
    assert!(
        text.find("To: idec") < text.find("To: the facilitator"),
        "{text}"
    );
}

#[test]
fn a_word_that_bears_no_day_leaves_its_day_empty() {
    let mut said = word(FollowUpOutcome::Done);
    said.follow_up.said_on = None;
    let plan = one("Ranger le chariot", "IDEC", &[said]);
    let (plan, today) = (all(&plan), day("2026-11-22"));
    let rows = read_csv(&csv(FR, &plan, today));
    let at = rows[0].iter().position(|head| *head == FR.plan_last_on());
    assert_eq!(rows[1][at.unwrap()], "");
    assert_eq!(rows[1][at.unwrap() + 1], "réalisée");
    let told = super::json::json(&plan, today);
    assert_eq!(told["actions"][0]["last"]["on"], serde_json::Value::Null);
    let text = calendar(FR, &plan).unwrap();
    assert!(text.contains("DTSTAMP:20260917T000000Z"), "{text}");
}

proptest! {
    #[test]
    fn a_table_gives_back_what_was_put_into_it(what in any::<String>(), owner in any::<String>()) {
        let plan = one(&what, &owner, &[]);
        let rows = read_csv(&csv(EN, &all(&plan), day("2026-11-22")));
        prop_assert_eq!(rows.len(), 2);
        let bare = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
        let (what, owner) = (plan[0].what.as_str(), plan[0].owner.as_str());
        prop_assert_eq!(bare(&rows[1][5]), bare(what));
        prop_assert_eq!(bare(&rows[1][6]), bare(owner));
        for cell in &rows[1] {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", cell);
        }
    }

    #[test]
    fn a_folded_line_is_short_and_gives_itself_back(line in "[a-zé漢👩 ;,]{0,300}") {
        let text = folded(&line);
        prop_assert!(text.split("\r\n").all(|piece| piece.len() <= 75));
        prop_assert_eq!(text.replace("\r\n ", ""), line + "\r\n");
    }
}
