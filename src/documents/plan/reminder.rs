//! A text for each owner, to be copied into an e-mail: what is expected of the owner, dated and without reproach.

use super::wording;
use crate::domain::action::Standing;
use crate::domain::text::{Text, fold};
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What stands between two texts.
const CUT: &str = "\n----------\n\n";

/// The texts, one an owner by name, whoever has none last; nothing when nothing is expected of anybody.
pub fn reminders(words: Words, plan: &[&Planned], today: NaiveDate) -> Option<String> {
    let mut owners: BTreeMap<(bool, String), Vec<&Planned>> = BTreeMap::new();
    for planned in plan.iter().filter(|p| p.is_open()) {
        let name = fold(planned.owner.as_str().trim());
        owners
            .entry((name.is_empty(), name))
            .or_default()
            .push(planned);
    }
    let texts: Vec<String> = owners.values().map(|of| text(words, of, today)).collect();
    (!texts.is_empty()).then(|| texts.join(CUT))
}

fn text(words: Words, actions: &[&Planned], today: NaiveDate) -> String {
    let owner = actions.first().and_then(|p| p.owner.filled());
    let to = owner.map_or_else(
        || words.reminder_to_nobody().to_owned(),
        |owner| words.reminder_to(Text::line(owner).as_str()),
    );
    let intro = match owner {
        Some(_) => words.reminder_intro(),
        None => words.reminder_intro_nobody(),
    };
    let subject = words.reminder_subject(&words.date_short(today));
    let hello = words.reminder_hello();
    let mut out = format!("{to}\n{subject}\n\n{hello}\n\n{intro}\n");
    let parts = [
        (Standing::Late, words.reminder_late()),
        (Standing::Open, words.reminder_open()),
        (Standing::Done, words.reminder_done()),
    ];
    for (standing, title) in parts {
        let of = actions.iter().filter(|p| p.standing == standing);
        let lines: String = of.map(|p| line(words, p)).collect();
        if !lines.is_empty() {
            out.extend(["\n", title, "\n", &lines]);
        }
    }
    format!("{out}\n{}\n", words.reminder_end())
}

/// An action, and what is known of its dates.
fn line(words: Words, p: &Planned) -> String {
    let day = |date: NaiveDate| words.date_short(date);
    let when = match p.standing {
        Standing::Done => p.evaluate_on.map(|d| words.reminder_evaluate(&day(d))),
        Standing::Late => p.due.map(|d| words.reminder_due_was(&day(d))),
        _ => p.due.map(|d| words.reminder_due(&day(d))),
    };
    let when = when.unwrap_or_else(|| words.plan_no_due().to_owned());
    let decided = p.decided.map(|d| words.reminder_decided(&day(d.date)));
    let notes: Vec<String> = [Some(when), decided].into_iter().flatten().collect();
    let what = wording(words, p);
    format!("- {what} ({})\n", notes.join(", "))
}
