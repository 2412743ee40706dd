//! The lines that are compared, of a key and of a session: their words, and what each says beside them.

use crate::content;
use crate::domain::analysis::{Analysis, BarrierKind, BarrierState};
use crate::domain::code::{Code, Lang};
use crate::domain::moment::Moment;
use crate::domain::scenario::{Family, Key};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::training::terms::{Term, terms};
use chrono::{NaiveDate, NaiveDateTime};

/// A line, of a key or of a session.
#[derive(Debug)]
pub(super) struct Line {
    /// Its id there.
    pub id: String,
    /// Its words; several wordings of a key, each for itself.
    pub texts: Vec<Vec<Term>>,
    /// What it says beside them.
    pub sign: Sign,
}

/// What a line says beside its words.
#[derive(Debug)]
pub(super) enum Sign {
    /// Nothing.
    None,
    /// When, and whether the hour is known.
    Moment(Option<NaiveDateTime>, bool),
    /// The kind of a barrier and what it did, at first and then.
    Barrier(BarrierKind, Vec<BarrierState>),
    /// The codes of a factor, grid and item, and its deviations.
    Factor(Vec<(Code, Code)>, Vec<String>),
}

/// The lines of a family of a key.
pub(super) fn of_key(session: &Session, key: &Key, family: Family) -> Vec<Line> {
    let lang = session.lang;
    let line = |id: &Code, text: &Text, also: &[Text], sign| Line {
        id: id.as_str().to_owned(),
        texts: std::iter::once(text)
            .chain(also)
            .map(|text| terms(text.as_str(), lang))
            .collect(),
        sign,
    };
    match family {
        Family::Fact => {
            let when = |text: &Text| moment(&Moment::parse(text.as_str(), session.date), session);
            let each = key.facts.iter();
            each.map(|f| line(&f.id, &f.text, &f.also, when(&f.when)))
                .collect()
        }
        Family::Deviation => {
            let each = key.deviations.iter();
            each.map(|d| line(&d.id, &d.text, &d.also, Sign::None))
                .collect()
        }
        Family::Factor => {
            let each = key.factors.iter().map(|f| {
                let codes = f.codes.iter().map(|c| (c.grid.clone(), c.item.clone()));
                let on = f.deviations.iter().map(|d| d.as_str().to_owned());
                let sign = Sign::Factor(codes.collect(), on.collect());
                line(&f.id, &f.text, &f.also, sign)
            });
            each.collect()
        }
        Family::Barrier => {
            let each = key.barriers.iter().map(|b| {
                let sign = Sign::Barrier(b.kind, states(b.state, b.then));
                line(&b.id, &b.text, &b.also, sign)
            });
            each.collect()
        }
        Family::Action => {
            let each = key.actions.iter();
            each.map(|a| line(&a.id, &a.text, &a.also, Sign::None))
                .collect()
        }
    }
}

/// The lines of a family that a session holds.
pub(super) fn of_session(session: &Session, family: Family) -> Vec<Line> {
    let all = session.analyses.iter();
    match family {
        Family::Action => {
            let each = session.actions.iter();
            each.map(|a| line(session.lang, a.id, &[&a.what], Sign::None))
                .filter(|line| !line.texts.is_empty())
                .collect()
        }
        family => all
            .flat_map(|analysis| of_analysis(session, analysis, family))
            .filter(|line| !line.texts.is_empty())
            .collect(),
    }
}

fn of_analysis(session: &Session, analysis: &Analysis, family: Family) -> Vec<Line> {
    let lang = session.lang;
    match family {
        Family::Fact => {
            let each = analysis.facts.iter();
            each.map(|f| line(lang, f.id, &[&f.what], moment(&f.when, session)))
                .collect()
        }
        Family::Deviation => {
            let each = analysis.deviations.iter().map(|d| {
                // What was expected tells of some deviations more than what was observed.
                let both = Text::new(&format!("{} {}", d.observed, d.expected));
                line(lang, d.id, &[&d.observed, &both], Sign::None)
            });
            each.collect()
        }
        Family::Factor => {
            let each = analysis.factors.iter().map(|f| {
                let codes = f.codes.iter().map(|c| (c.grid.clone(), c.item.clone()));
                let on = f.deviations.iter().map(ToString::to_string);
                let sign = Sign::Factor(codes.collect(), on.collect());
                line(lang, f.id, &[&f.what], sign)
            });
            each.collect()
        }
        Family::Barrier => {
            let each = analysis.barriers.iter().map(|b| {
                let sign = Sign::Barrier(b.kind, states(b.state, b.then));
                line(lang, b.id, &[&b.what], sign)
            });
            each.collect()
        }
        Family::Action => Vec::new(),
    }
}

/// A line of a session; one without words has no texts.
fn line(lang: Lang, id: impl ToString, texts: &[&Text], sign: Sign) -> Line {
    let filled = texts.iter().filter(|text| !text.is_blank());
    Line {
        id: id.to_string(),
        texts: filled.map(|text| terms(text.as_str(), lang)).collect(),
        sign,
    }
}

fn states(state: BarrierState, then: Option<BarrierState>) -> Vec<BarrierState> {
    let told = [Some(state), then].into_iter().flatten();
    told.filter(|state| *state != BarrierState::Unknown)
        .collect()
}

fn moment(moment: &Moment, session: &Session) -> Sign {
    let day: Option<NaiveDate> = session.day_zero().into();
    let place = day.and_then(|day| moment.place(day));
    Sign::Moment(place, moment.hour().is_some())
}

/// How near the codes of two factors stand: the same item, one that the mapping of the grids leads to, one under the same
/// heading; 0 where nothing is in common.
pub(super) fn nearness(key: &[(Code, Code)], ours: &[(Code, Code)]) -> f32 {
    let pairs = key.iter().flat_map(|a| ours.iter().map(move |b| (a, b)));
    let near = pairs.map(|((grid, item), (other, theirs))| {
        if grid == other {
            return match item == theirs {
                true => SAME_ITEM,
                false if same_heading(grid, item, theirs) => SAME_HEADING,
                false => 0.0,
            };
        }
        let mapped = content::mapped(grid, item, other);
        if mapped.iter().any(|code| code.item == *theirs) {
            MAPPED
        } else {
            0.0
        }
    });
    near.fold(0.0, f32::max)
}

/// What the codes of a factor add.
const SAME_ITEM: f32 = 0.25;
const MAPPED: f32 = 0.15;
const SAME_HEADING: f32 = 0.08;

/// Whether two items of a grid stand under one heading.
fn same_heading(grid: &Code, one: &Code, other: &Code) -> bool {
    let Some(grid) = content::grid(grid) else {
        return false;
    };
    match (grid.item(one), grid.item(other)) {
        (Some((_, a)), Some((_, b))) => !a.parent.is_empty() && a.parent == b.parent,
        _ => false,
    }
}
