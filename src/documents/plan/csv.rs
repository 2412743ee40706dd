//! The plan for a spreadsheet: what a French Excel opens by a double click. Semicolons, the mark that says UTF-8, lines ended
//! as Windows does; dates as year-month-day, which Excel takes for dates in every language while 03/04 is two days.

use super::reference;
use crate::content;
use crate::domain::text::Text;
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::NaiveDate;

/// Says that what follows is UTF-8; without it Excel reads accents wrongly.
const MARK: char = '\u{feff}';
/// Columns of the table.
const COLUMNS: usize = 22;

/// The plan as a table, a line an action, on the day `today`.
pub fn csv(words: Words, plan: &[&Planned], today: NaiveDate) -> String {
    let mut out = String::from(MARK);
    out.push_str(&line(head(words).iter().map(ToString::to_string)));
    for planned in plan {
        out.push_str(&line(row(words, planned, today).into_iter()));
    }
    out
}

/// Whether a text that begins with this line is such a table.
pub(super) fn is_ours(words: Words, first: &str) -> bool {
    let head = line(head(words).iter().map(ToString::to_string));
    first.strip_prefix(MARK) == Some(head.trim_end())
}

const fn head(words: Words) -> [&'static str; COLUMNS] {
    [
        words.plan_due(),
        words.plan_late_days(),
        words.plan_reference(),
        words.plan_session(),
        words.plan_decided(),
        words.plan_action(),
        words.plan_owner(),
        words.plan_state(),
        words.plan_phase(),
        words.plan_strength(),
        words.plan_category(),
        words.plan_causes(),
        words.plan_indicator(),
        words.plan_baseline(),
        words.plan_target(),
        words.plan_evaluate_on(),
        words.plan_postponed(),
        words.plan_last_on(),
        words.plan_last(),
        words.plan_evidence(),
        words.plan_reason(),
        words.plan_escalated(),
    ]
}

fn row(words: Words, p: &Planned, today: NaiveDate) -> [String; COLUMNS] {
    let day = |date: Option<NaiveDate>| date.map(|d| d.to_string()).unwrap_or_default();
    let number = p.decided.map(|d| d.number).filter(|n| *n > 0);
    let category = content::category(&p.category).map_or_else(
        || p.category.to_string(),
        |category| category.label.get(words.0).to_owned(),
    );
    let causes: Vec<&str> = p.causes.iter().map(Text::as_str).collect();
    let last = p.last();
    let late = p.days_late(today).map(|days| days.to_string());
    let said = last.map(|word| word.reason.to_string());
    let reason = p.reason.filled().map(ToOwned::to_owned).or(said);
    [
        day(p.due),
        late.unwrap_or_default(),
        reference(p),
        number.map(|n| n.to_string()).unwrap_or_default(),
        day(p.decided.map(|d| d.date)),
        p.what.to_string(),
        p.owner.to_string(),
        words.standing(p.standing).to_owned(),
        p.phase.map_or("", |phase| words.phase(phase)).to_owned(),
        p.strength.map_or("", |s| words.strength(s)).to_owned(),
        category,
        causes.join("\n"),
        p.indicator.to_string(),
        p.baseline.to_string(),
        p.target.to_string(),
        day(p.evaluate_on),
        p.postponed.to_string(),
        day(last.map(|word| word.on)),
        last.map_or("", |word| words.follow_up_outcome(word.outcome))
            .to_owned(),
        last.map(|word| word.evidence.to_string())
            .unwrap_or_default(),
        reason.unwrap_or_default(),
        p.escalated_to.to_string(),
    ]
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&guarded(&cell))).collect();
    cells.join(";") + "\r\n"
}

/// A cell that a spreadsheet would run as a formula is made a text by an apostrophe; signs of full width do the same there.
fn guarded(cell: &str) -> String {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(signs) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
