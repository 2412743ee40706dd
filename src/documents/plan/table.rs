//! The plan as cells: what a spreadsheet shows, with dates and numbers as such, whatever file it is written to.

use super::reference;
use crate::content;
use crate::domain::text::Text;
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::NaiveDate;

/// Columns of the table.
pub(super) const COLUMNS: usize = 22;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Words.
    Text(String),
    /// A day, if there is one.
    Day(Option<NaiveDate>),
    /// A number, if there is one.
    Number(Option<u32>),
}

/// The heads of the columns.
pub(super) const fn head(words: Words) -> [&'static str; COLUMNS] {
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

/// The cells of an action, on the day `today`.
pub(super) fn row(words: Words, p: &Planned, today: NaiveDate) -> [Cell; COLUMNS] {
    let text = |text: &Text| Cell::Text(text.to_string());
    let said = |text: &str| Cell::Text(text.to_owned());
    let number = p.decided.map(|d| d.number).filter(|n| *n > 0);
    let category = content::category(&p.category).map_or_else(
        || p.category.to_string(),
        |category| category.label.get(words.0).to_owned(),
    );
    let causes: Vec<&str> = p.causes.iter().map(Text::as_str).collect();
    let last = p.last();
    let late = p.days_late(today).and_then(|days| u32::try_from(days).ok());
    let because = last.map(|word| word.reason.to_string());
    let reason = p.reason.filled().map(ToOwned::to_owned).or(because);
    [
        Cell::Day(p.due),
        Cell::Number(late),
        Cell::Text(reference(p)),
        Cell::Number(number),
        Cell::Day(p.decided.map(|d| d.date)),
        text(&p.what),
        text(&p.owner),
        said(words.standing(p.standing)),
        said(p.phase.map_or("", |phase| words.phase(phase))),
        said(p.strength.map_or("", |s| words.strength(s))),
        Cell::Text(category),
        Cell::Text(causes.join("\n")),
        text(&p.indicator),
        text(&p.baseline),
        text(&p.target),
        Cell::Day(p.evaluate_on),
        Cell::Number(Some(p.postponed)),
        Cell::Day(last.and_then(|word| word.on)),
        said(last.map_or("", |word| words.follow_up_outcome(word.outcome))),
        Cell::Text(last.map(|w| w.evidence.to_string()).unwrap_or_default()),
        Cell::Text(reason.unwrap_or_default()),
        text(&p.escalated_to),
    ]
}
