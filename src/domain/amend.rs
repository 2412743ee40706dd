//! What the group made of an analysis that was presented to it: added, changed, taken out, beside what was heard.

use super::analysis::{
    Analysis, Barrier, Deviation, Fact, Factor, Section, SectionNote, Source, Why,
};
use super::ids::AnalysisId;
use super::list::{Keyed, List};
use super::order::Order;
use super::session::Session;
use super::text::Text;

/// What became of a line of a presented analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As it was heard.
    Same,
    /// Reworded or changed.
    Changed,
    /// New.
    Added,
    /// No longer there.
    Removed,
}

/// The lines of a section as they are now, then those that were taken out; each with what was heard of it.
pub struct Line<'a, T> {
    /// As it is now; as it was when it is gone.
    pub item: &'a T,
    /// As it was heard; none when it is new.
    pub was: Option<&'a T>,
    /// What became of it.
    pub mark: Mark,
}

/// What is heard line by line.
pub trait Heard: Keyed {
    /// Whether it still says what was heard.
    fn says(&self, heard: &Self) -> bool {
        self == heard
    }
}

impl Heard for Source {}
impl Heard for Fact {}
impl Heard for Deviation {}
impl Heard for Barrier {}
impl Heard for Why {}

impl Heard for Factor {
    /// What the meeting decides about a factor, at its priorities and actions, is no amendment of the analysis.
    fn says(&self, heard: &Self) -> bool {
        let decided = Self {
            retained: self.retained,
            no_action_reason: self.no_action_reason.clone(),
            ..heard.clone()
        };
        *self == decided
    }
}

/// The lines of a list; without anything heard, all stand as they are.
pub fn lines<'a, T: Heard>(now: &'a List<T>, heard: Option<&'a List<T>>) -> Vec<Line<'a, T>> {
    let mut out: Vec<Line<'a, T>> = now.iter().map(|item| line(item, heard)).collect();
    let gone = heard.into_iter().flat_map(List::iter);
    let gone = gone.filter(|item| now.get(item.id()).is_none());
    out.extend(gone.map(|item| Line {
        item,
        was: Some(item),
        mark: Mark::Removed,
    }));
    out
}

fn line<'a, T: Heard>(item: &'a T, heard: Option<&'a List<T>>) -> Line<'a, T> {
    let was = heard.and_then(|heard| heard.get(item.id()));
    let mark = match (heard, was) {
        (None, _) => Mark::Same,
        (Some(_), None) => Mark::Added,
        (Some(_), Some(was)) if item.says(was) => Mark::Same,
        _ => Mark::Changed,
    };
    Line { item, was, mark }
}

fn n_marked<T: Heard>(now: &List<T>, heard: &List<T>) -> usize {
    if now.same(heard) {
        return 0;
    }
    let marked = |line: &&Line<T>| line.mark != Mark::Same;
    lines(now, Some(heard)).iter().filter(marked).count()
}

impl Session {
    /// A presented analysis as it was heard.
    pub fn as_heard(&self, id: AnalysisId) -> Option<&Analysis> {
        self.heard.get(id)
    }

    /// How many lines of a presented analysis the group added, changed or took out.
    pub fn n_amended(&self, id: AnalysisId) -> usize {
        let (Some(now), Some(heard)) = (self.analyses.get(id), self.as_heard(id)) else {
            return 0;
        };
        n_marked(&now.sources, &heard.sources)
            + n_marked(&now.facts, &heard.facts)
            + n_marked(&now.deviations, &heard.deviations)
            + n_marked(&now.barriers, &heard.barriers)
            + n_marked(&now.factors, &heard.factors)
            + n_marked(&now.whys, &heard.whys)
    }
}

impl Analysis {
    /// What the group said of a section.
    pub fn note_on(&self, section: Section) -> Option<&Text> {
        let notes = self.notes.iter();
        let mut notes = notes.filter(|note| note.section == section);
        notes.next().map(|note| &note.what)
    }

    /// Writes down what the group says of a section; nothing takes the note away.
    pub fn set_note(&mut self, section: Section, what: Text) {
        self.notes.retain(|note| note.section != section);
        if !what.as_str().is_empty() {
            self.notes.push(SectionNote { section, what });
            self.notes.order_by_key(|note| note.section);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::analysis::Retained;
    use crate::domain::ids::{FactId, FactorId};

    fn facts(all: &[(u32, &str)]) -> List<Fact> {
        let fact = |(id, what): &(u32, &str)| Fact {
            what: (*what).into(),
            ..Fact::new(FactId(*id))
        };
        all.iter().map(fact).collect()
    }

    #[test]
    fn what_was_added_changed_and_taken_out_is_told() {
        let heard = facts(&[(1, "a"), (2, "b"), (3, "c")]);
        let now = facts(&[(4, "d"), (1, "a"), (2, "B")]);
        let told: Vec<_> = lines(&now, Some(&heard))
            .iter()
            .map(|line| (line.item.id.0, line.mark, line.was.is_some()))
            .collect();
        let expected = [
            (4, Mark::Added, false),
            (1, Mark::Same, true),
            (2, Mark::Changed, true),
            (3, Mark::Removed, true),
        ];
        assert_eq!(told, expected);
        assert_eq!(n_marked(&now, &heard), 3);
        assert!(lines(&now, None).iter().all(|l| l.mark == Mark::Same));
    }

    #[test]
    fn retaining_a_factor_amends_nothing() {
        let heard: List<Factor> = [Factor::new(FactorId(1)), Factor::new(FactorId(2))]
            .into_iter()
            .collect();
        let mut now = heard.clone();
        now.for_each_mut(|f| {
            f.retained = Retained::Yes;
            f.no_action_reason = "l'hôpital s'en charge".into();
        });
        assert_eq!(n_marked(&now, &heard), 0);
        now.for_each_mut(|f| f.what = "autre chose".into());
        assert_eq!(n_marked(&now, &heard), 2);
    }

    #[test]
    fn a_note_belongs_to_one_section_and_goes_when_it_is_emptied() {
        let mut analysis = Analysis::new(AnalysisId(1));
        analysis.set_note(Section::Factors, "oui".into());
        analysis.set_note(Section::Facts, "il manque la nuit".into());
        analysis.set_note(Section::Factors, "d'accord".into());
        assert_eq!(
            analysis.note_on(Section::Factors).unwrap().as_str(),
            "d'accord"
        );
        assert_eq!(analysis.notes[0].section, Section::Facts);
        analysis.set_note(Section::Facts, Text::default());
        assert_eq!(analysis.notes.len(), 1);
    }
}
