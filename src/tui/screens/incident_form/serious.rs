//! The helper for a serious event associated with care (EIGS): four questions, what they point to, the two parts of the
//! declaration with their delays. It helps to think of it and decides nothing.

use super::Key;
use super::fields::said;
use crate::domain::incident::{Report, Said, SeriousCheck};
use crate::domain::moment::Side;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Value};
use crate::tui::theme::{Role, Signs};
use crate::words::Words;
use chrono::NaiveDate;

/// The fields of the helper.
pub(super) fn serious(report: &Report, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let check = &report.serious;
    let mut out = questions(check, words);
    let signs = &desk.prefs.theme.signs;
    let remark = |(text, role)| Field::new(Key::Between, "", Value::Note(text, role));
    out.push(remark(verdict(report, words, signs)));
    out.extend(delay(report, desk.today(), words, signs).map(remark));
    out.extend([
        Field::new(
            Key::Part1,
            words.serious_part1(),
            Value::Date(check.part1, Side::Past),
        )
        .hint(words.serious_part1_hint()),
        Field::new(
            Key::Part2,
            words.serious_part2(),
            Value::Date(check.part2, Side::Past),
        )
        .hint(words.serious_part2_hint()),
        Field::new(
            Key::Reason,
            words.serious_reason(),
            Value::Line(check.reason.clone()),
        )
        .hint(words.serious_reason_hint()),
        remark((words.serious_not_legal().to_owned(), Role::Aside)),
    ]);
    out
}

fn questions(check: &SeriousCheck, words: Words) -> Vec<Field<Key>> {
    vec![
        said(
            Key::Unexpected,
            words.serious_unexpected(),
            check.unexpected,
            words,
        )
        .hint(words.serious_unexpected_hint()),
        said(Key::Death, words.serious_death(), check.death, words)
            .hint(words.serious_death_hint()),
        said(
            Key::LifeThreat,
            words.serious_life(),
            check.life_threat,
            words,
        )
        .hint(words.serious_life_hint()),
        said(
            Key::Deficit,
            words.serious_deficit(),
            check.permanent_deficit,
            words,
        )
        .hint(words.serious_deficit_hint()),
    ]
}

fn verdict(report: &Report, words: Words, signs: &Signs) -> (String, Role) {
    let check = &report.serious;
    if check.to_verify(report.severity) {
        return (
            format!("{} {}", signs.see, words.serious_to_verify()),
            Role::See,
        );
    }
    let all = answers(check).iter().all(|said| *said != Said::Unknown);
    let none =
        check.unexpected == Said::No || answers(check)[1..].iter().all(|said| *said == Said::No);
    if all || none {
        (
            format!("{} {}", signs.not_yet, words.serious_unlikely()),
            Role::Body,
        )
    } else {
        (words.serious_ask().to_owned(), Role::Aside)
    }
}

fn answers(check: &SeriousCheck) -> [Said; 4] {
    [
        check.unexpected,
        check.death,
        check.life_threat,
        check.permanent_deficit,
    ]
}

/// What the delays say today: part 1 at once, part 2 within three months of part 1.
fn delay(report: &Report, today: NaiveDate, words: Words, signs: &Signs) -> Option<(String, Role)> {
    let check = &report.serious;
    let Some(due) = check.part2_due() else {
        let now = check.to_verify(report.severity);
        let text = format!("{} {}", signs.see, words.serious_part1_now());
        return now.then_some((text, Role::See));
    };
    if check.part2.is_some() {
        let text = format!("{} {}", signs.done, words.serious_parts_done());
        return Some((text, Role::Done));
    }
    let (date, when) = (words.date(due), words.in_days(today, due));
    Some(if due < today {
        let text = words.serious_part2_late(&date, &when);
        (format!("{} {text}", signs.refused), Role::Refused)
    } else {
        let text = words.serious_part2_before(&date, &when);
        (format!("{} {text}", signs.see), Role::See)
    })
}
