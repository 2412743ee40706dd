//! The lines of each section of a presented analysis, with what became of each, and where it is amended.

use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::amend::{Heard, Line, Mark, lines};
use crate::domain::analysis::{Analysis, Barrier, Deviation, Fact, Factor, Section, Source, Why};
use crate::domain::ids::{BarrierId, DeviationId, FactId, FactorId, SourceId, WhyId};
use crate::domain::list::List;
use crate::domain::progress::missing_in;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::form::Item;
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::Role;

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// A part of the event: it is not amended here.
    Event,
    Source(SourceId),
    Fact(FactId),
    Deviation(DeviationId),
    Barrier(BarrierId),
    Factor(FactorId),
    Why(WhyId),
    /// Something missing at a step.
    Missing(StepKind),
}

/// A line, what it stands for, and what became of it.
pub struct Shown {
    pub item: Item,
    pub part: Part,
    pub mark: Mark,
}

impl Part {
    /// The place of the line in the screen of its step, as that screen writes it.
    pub fn place(self) -> String {
        match self {
            Self::Event | Self::Missing(_) => String::new(),
            Self::Source(id) => format!("{id}/"),
            Self::Fact(id) => format!("{id}/"),
            Self::Deviation(id) => format!("{id}/"),
            Self::Barrier(id) => format!("{id}/"),
            Self::Factor(id) => format!("{id}/"),
            Self::Why(id) => format!("{id}/"),
        }
    }

    /// Takes it out of the analysis in question.
    pub fn remove(self, session: &mut Session) {
        match self {
            Self::Factor(id) => session.remove_factor(id),
            Self::Barrier(id) => session.remove_barrier(id),
            Self::Why(id) => session.remove_why(id),
            Self::Event | Self::Missing(_) => {}
            part => {
                if let Some(analysis) = session.analysis_mut() {
                    part.remove_from(analysis);
                }
            }
        }
    }

    fn remove_from(self, analysis: &mut Analysis) {
        match self {
            Self::Source(id) => drop(analysis.sources.remove(id)),
            Self::Fact(id) => analysis.remove_fact(id),
            Self::Deviation(id) => analysis.remove_deviation(id),
            _ => {}
        }
    }
}

/// The step whose screen amends a section, and the list that has the focus there.
pub const fn step_of(section: Section) -> Option<(StepKind, &'static str)> {
    match section {
        Section::Event | Section::Missing => None,
        Section::Sources => Some((StepKind::Sources, "/Sources/0")),
        Section::Facts => Some((StepKind::Timeline, "/Facts/0")),
        Section::Deviations => Some((StepKind::Deviations, "/Deviations/0")),
        Section::Barriers => Some((StepKind::Deviations, "/Barriers/0")),
        Section::Factors => Some((StepKind::Factors, "/Factors/0")),
        Section::Whys => Some((StepKind::Factors, "/Whys/0")),
    }
}

/// The lines of a section.
pub fn of(section: Section, analysis: &Analysis, session: &Session, desk: &Desk) -> Vec<Shown> {
    let heard = session.as_heard(analysis.id);
    let marked = Marked { desk };
    match section {
        Section::Event => event(analysis, session),
        Section::Sources => marked.all(
            (&analysis.sources, heard.map(|h| &h.sources)),
            |source| Part::Source(source.id),
            |source| source_item(source, desk),
            |source| source.what.as_str(),
        ),
        Section::Facts => marked.all(
            (&analysis.facts, heard.map(|h| &h.facts)),
            |fact| Part::Fact(fact.id),
            |fact| fact_item(fact, desk),
            |fact| fact.what.as_str(),
        ),
        Section::Deviations => marked.all(
            (&analysis.deviations, heard.map(|h| &h.deviations)),
            |deviation| Part::Deviation(deviation.id),
            |deviation| deviation_item(deviation, desk),
            |deviation| deviation.observed.as_str(),
        ),
        Section::Barriers => marked.all(
            (&analysis.barriers, heard.map(|h| &h.barriers)),
            |barrier| Part::Barrier(barrier.id),
            |barrier| barrier_item(barrier, desk),
            |barrier| barrier.what.as_str(),
        ),
        Section::Factors => marked.all(
            (&analysis.factors, heard.map(|h| &h.factors)),
            |factor| Part::Factor(factor.id),
            |factor| factor_item(factor, desk),
            |factor| factor.what.as_str(),
        ),
        Section::Whys => marked.all(
            (&analysis.whys, heard.map(|h| &h.whys)),
            |why| Part::Why(why.id),
            |why| why_item(why, analysis, desk),
            |why| why.what.as_str(),
        ),
        Section::Missing => missing(analysis, session, desk),
    }
}

/// Draws what became of each line.
struct Marked<'d> {
    desk: &'d Desk,
}

impl Marked<'_> {
    fn all<T: Heard>(
        &self,
        (now, heard): (&List<T>, Option<&List<T>>),
        part: impl Fn(&T) -> Part,
        item: impl Fn(&T) -> Item,
        wording: impl Fn(&T) -> &str,
    ) -> Vec<Shown> {
        let all = lines(now, heard).into_iter();
        let shown = |line: Line<T>| {
            let was = line.was.map(&wording);
            let was = was.filter(|was| *was != wording(line.item));
            Shown {
                item: self.mark(item(line.item), line.mark, was),
                part: part(line.item),
                mark: line.mark,
            }
        };
        all.map(shown).collect()
    }

    fn mark(&self, item: Item, mark: Mark, was: Option<&str>) -> Item {
        let (words, signs) = (self.desk.words(), self.desk.prefs.theme.signs);
        let (sign, role) = match mark {
            Mark::Same => (" ", Role::Aside),
            Mark::Changed => ("~", Role::See),
            Mark::Added => ("+", Role::See),
            Mark::Removed => (signs.refused, Role::Refused),
        };
        let said = match (mark, was.filter(|was| !was.is_empty())) {
            (Mark::Same, _) => String::new(),
            (Mark::Changed, Some(was)) => words.presentation_was(words.mark(mark), was),
            _ => words.mark(mark).to_owned(),
        };
        let aside = [said.as_str(), item.aside.as_str()];
        let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
        Item {
            sign: Some((sign, role)),
            aside: aside.join("\n"),
            ..item
        }
    }
}

fn event(analysis: &Analysis, session: &Session) -> Vec<Shown> {
    let Some(event) = analysis.incident.and_then(|id| session.incidents.get(id)) else {
        return Vec::new();
    };
    let report = &event.report;
    let facts = report.facts.filled();
    let told = [
        Some(report.heading()),
        facts.filter(|facts| *facts != report.heading()),
        report.consequences.filled(),
        report.measures.filled(),
    ];
    let shown = |text: &str| Shown {
        item: Item {
            text: text.to_owned(),
            ..Item::default()
        },
        part: Part::Event,
        mark: Mark::Same,
    };
    told.into_iter().flatten().map(shown).collect()
}

fn source_item(source: &Source, desk: &Desk) -> Item {
    let words = desk.words();
    let when = match source.on {
        Some(on) if source.done => words.date(on),
        _ if source.done => String::new(),
        _ => words.sources_to_do().to_owned(),
    };
    let aside = [source.note.as_str(), when.as_str()];
    let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
    Item {
        lead: source.id.to_string(),
        text: or(&source.what, words.sources_unsaid()).to_owned(),
        aside: aside.join(" · "),
        ..Item::default()
    }
}

fn fact_item(fact: &Fact, desk: &Desk) -> Item {
    let words = desk.words();
    let when = fact.when.show(words.is_french());
    let aside = [when.as_str(), fact.actor.as_str(), fact.source.as_str()];
    let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
    Item {
        lead: fact.id.to_string(),
        text: or(&fact.what, words.nothing_known()).to_owned(),
        aside: aside.join(" · "),
        ..Item::default()
    }
}

fn deviation_item(deviation: &Deviation, desk: &Desk) -> Item {
    let words = desk.words();
    let under = [
        deviation
            .expected
            .filled()
            .map(|t| words.presentation_expected(t)),
        deviation
            .immediate_cause
            .filled()
            .map(|t| words.presentation_cause(t)),
    ];
    let under: Vec<String> = under.into_iter().flatten().collect();
    Item {
        lead: deviation.id.to_string(),
        text: or(&deviation.observed, words.deviation_unsaid()).to_owned(),
        aside: under.join("\n"),
        ..Item::default()
    }
}

fn barrier_item(barrier: &Barrier, desk: &Desk) -> Item {
    let words = desk.words();
    let role = words.barrier_role(barrier);
    let aside = [role.as_str(), barrier.note.as_str()];
    let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
    Item {
        lead: barrier.id.to_string(),
        text: or(&barrier.what, words.barrier_unsaid()).to_owned(),
        aside: aside.join("\n"),
        ..Item::default()
    }
}

fn factor_item(factor: &Factor, desk: &Desk) -> Item {
    let words = desk.words();
    let deviations: Vec<String> = factor.deviations.iter().map(ToString::to_string).collect();
    let part = words.factor_part(factor);
    let aside = if deviations.is_empty() {
        part
    } else {
        format!("{part} · {}", deviations.join(", "))
    };
    Item {
        lead: factor.id.to_string(),
        text: or(&factor.what, words.factor_unsaid()).to_owned(),
        aside,
        ..Item::default()
    }
}

fn why_item(why: &Why, analysis: &Analysis, desk: &Desk) -> Item {
    let words = desk.words();
    let above = why.parent.and_then(|id| analysis.whys.get(id));
    let root = why.deviation.and_then(|id| analysis.deviations.get(id));
    let root = root
        .map(|d| d.observed.as_str())
        .filter(|_| above.is_none());
    let because = above.map(|above| above.what.as_str()).or(root);
    Item {
        lead: why.id.to_string(),
        text: or(&why.what, words.nothing_known()).to_owned(),
        aside: because
            .map(|what| words.presentation_because(what))
            .unwrap_or_default(),
        depth: u16::from(above.is_some()),
        ..Item::default()
    }
}

fn missing(analysis: &Analysis, session: &Session, desk: &Desk) -> Vec<Shown> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let grids = content::grids_of(session, analysis);
    let steps = [
        StepKind::Sources,
        StepKind::Timeline,
        StepKind::Deviations,
        StepKind::Factors,
    ];
    let of_step = |step: &StepKind| {
        let step = *step;
        let lacks = missing_in(analysis, step, &grids).into_iter();
        lacks.map(move |lack| Shown {
            item: Item {
                sign: Some((signs.see, Role::See)),
                text: words.missing(&lack),
                aside: content::step(step).name.get(words.0).to_owned(),
                ..Item::default()
            },
            part: Part::Missing(step),
            mark: Mark::Same,
        })
    };
    steps.iter().flat_map(of_step).collect()
}
