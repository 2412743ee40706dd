//! What of the plan is shown: by where an action stands, and by the words that are typed.

use super::Name;
use crate::content;
use crate::documents::plan::reference;
use crate::domain::code::Lang;
use crate::domain::order::Order;
use crate::domain::text::{Text, fold};
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::NaiveDate;

/// Which actions are shown, in the order in which Tab turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Only {
    Open,
    Late,
    ToEvaluate,
    Over,
    All,
}

impl Only {
    pub const EACH: [Self; 5] = [
        Self::Open,
        Self::Late,
        Self::ToEvaluate,
        Self::Over,
        Self::All,
    ];

    pub fn turned(self, forth: bool) -> Self {
        let n = Self::EACH.len();
        let at = Self::EACH.iter().position(|o| *o == self).unwrap_or(0);
        Self::EACH[(at + if forth { 1 } else { n - 1 }) % n]
    }

    pub fn keeps(self, planned: &Planned, today: NaiveDate) -> bool {
        match self {
            Self::Open => planned.is_open(),
            Self::Late => planned.is_late(),
            Self::ToEvaluate => planned.is_to_evaluate(today),
            Self::Over => !planned.is_open(),
            Self::All => true,
        }
    }

    pub const fn label(self, words: Words) -> &'static str {
        match self {
            Self::Open => words.plan_only_open(),
            Self::Late => words.plan_only_late(),
            Self::ToEvaluate => words.plan_only_to_evaluate(),
            Self::Over => words.plan_only_over(),
            Self::All => words.plan_only_all(),
        }
    }
}

/// An action, and the words by which it is found.
#[derive(Debug)]
pub(super) struct Row {
    pub planned: Planned,
    found_by: Vec<String>,
}

impl Row {
    pub fn new(planned: Planned) -> Self {
        Self {
            found_by: found_by(&planned),
            planned,
        }
    }

    pub fn name(&self) -> Name {
        name(&self.planned)
    }

    /// Whether every word asked for begins a word of the action.
    pub fn is_asked(&self, asked: &[String]) -> bool {
        let begins = |word: &String| self.found_by.iter().any(|own| own.starts_with(word));
        asked.iter().all(begins)
    }
}

/// By what an action is known while the plan is read anew.
pub(super) fn name(planned: &Planned) -> Name {
    match planned.decided {
        Some(decided) => (Some((decided.session, decided.action)), Text::default()),
        None => (None, planned.what.clone()),
    }
}

/// The words of a text, without case and accents.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Its reference, wording, owner, strength, state, place on the wheel, event, causes and dates, in both languages.
fn found_by(p: &Planned) -> Vec<String> {
    let texts = [&p.what, &p.owner, &p.event, &p.escalated_to];
    let mut all: Vec<String> = texts
        .into_iter()
        .chain(&p.causes)
        .map(Text::to_string)
        .collect();
    all.push(reference(p));
    for lang in Lang::ALL {
        let w = Words(*lang);
        all.push(w.standing(p.standing).to_owned());
        all.extend(p.phase.map(|phase| w.phase(phase).to_owned()));
        all.extend(p.strength.map(|s| w.strength(s).to_owned()));
        let category = content::category(&p.category);
        all.extend(category.map(|c| c.label.get(*lang).to_owned()));
        if p.owner.is_blank() {
            all.push(w.plan_no_owner().to_owned());
        }
    }
    let days = [p.due, p.decided.map(|d| d.date)];
    all.extend(
        days.into_iter()
            .flatten()
            .map(|day| Words(Lang::Fr).date_short(day)),
    );
    let mut found: Vec<String> = all.iter().flat_map(|text| words(text)).collect();
    found.order();
    found.dedup();
    found
}
