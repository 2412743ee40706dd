//! The lines that are compared, of a key and of a session: their words, and what each says beside them.

use crate::content;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{Analysis, BarrierKind, BarrierState};
use crate::domain::code::Code;
use crate::domain::moment::Moment;
use crate::domain::scenario::{Family, Key};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::guard::{self, Field, Kind};
use crate::training::terms::{Term, terms};
use crate::words::Words;
use chrono::NaiveDateTime;

/// A line, of a key or of a session.
#[derive(Debug)]
pub(in crate::training) struct Line {
    /// Its id there.
    pub id: String,
    /// What it says, as it was written.
    pub what: String,
    /// What stands beside it, as people read it: when, which codes, what a barrier did, how strong an action is.
    pub aside: String,
    /// Its words; several wordings of a key, each for itself.
    pub(super) texts: Vec<Vec<Term>>,
    /// What it says beside them.
    pub(super) sign: Sign,
    /// Whether it judges someone, which says little of what happened.
    pub(super) judges: bool,
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

/// A line in the language of the session: the first text is what it says, the others are read as well.
fn line(session: &Session, id: &impl ToString, texts: &[&Text], aside: String, sign: Sign) -> Line {
    let filled: Vec<&&Text> = texts.iter().filter(|text| !text.is_blank()).collect();
    let what = filled.first().map(|text| text.as_str().trim().to_owned());
    let read = |text: &&&Text| terms(text.as_str(), session.lang);
    let remarks = what
        .as_deref()
        .map(|what| guard::remarks(what, Field::Factor, session.lang));
    let judges = |remark: guard::Remark| matches!(remark.kind, Kind::Blame | Kind::Person);
    Line {
        id: id.to_string(),
        what: what.unwrap_or_default(),
        aside,
        texts: filled.iter().map(read).collect(),
        sign,
        judges: remarks.into_iter().flatten().any(judges),
    }
}

/// The lines of a family of a key.
pub(in crate::training) fn of_key(session: &Session, key: &Key, family: Family) -> Vec<Line> {
    let words = Words(session.lang);
    let one = |id: &Code, text: &Text, also: &[Text], aside: String, sign| {
        let texts: Vec<&Text> = std::iter::once(text).chain(also).collect();
        line(session, id, &texts, aside, sign)
    };
    let facts = key.facts.iter().map(|f| {
        let when = Moment::parse(f.when.as_str(), session.date);
        let shown = f.when.as_str().to_owned();
        one(&f.id, &f.text, &f.also, shown, moment(&when, session))
    });
    let deviations = key.deviations.iter();
    let deviations = deviations.map(|d| one(&d.id, &d.text, &d.also, String::new(), Sign::None));
    let factors = key.factors.iter().map(|f| {
        let codes = f.codes.iter().map(|c| (c.grid.clone(), c.item.clone()));
        let codes: Vec<(Code, Code)> = codes.collect();
        let on = f.deviations.iter().map(|d| d.as_str().to_owned());
        let aside = joined(&codes);
        let sign = Sign::Factor(codes, on.collect());
        one(&f.id, &f.text, &f.also, aside, sign)
    });
    let barriers = key.barriers.iter().map(|b| {
        let sign = Sign::Barrier(b.kind, states(b.state, b.then));
        let aside = words.debrief_barrier(b.kind, b.state, b.then);
        one(&b.id, &b.text, &b.also, aside, sign)
    });
    let actions = key.actions.iter().map(|a| {
        let aside = words.strength(a.strength).to_owned();
        one(&a.id, &a.text, &a.also, aside, Sign::None)
    });
    match family {
        Family::Fact => facts.collect(),
        Family::Deviation => deviations.collect(),
        Family::Factor => factors.collect(),
        Family::Barrier => barriers.collect(),
        Family::Action => actions.collect(),
    }
}

/// The lines of a family that a session holds; those without words are none.
pub(in crate::training) fn of_session(session: &Session, family: Family) -> Vec<Line> {
    let lines: Vec<Line> = match family {
        Family::Action => {
            let all = session.actions.iter();
            let kept = all.filter(|action| action.status != Status::Dropped);
            kept.map(|a| of_action(session, a)).collect()
        }
        family => {
            let all = session.analyses.iter();
            all.flat_map(|analysis| of_analysis(session, analysis, family))
                .collect()
        }
    };
    let filled = lines.into_iter().filter(|line| !line.what.is_empty());
    filled.collect()
}

fn of_action(session: &Session, action: &Action) -> Line {
    let words = Words(session.lang);
    let strength = content::strength_of(action).map(|s| words.strength(s));
    let aside = strength.unwrap_or_default().to_owned();
    line(session, &action.id, &[&action.what], aside, Sign::None)
}

fn of_analysis(session: &Session, analysis: &Analysis, family: Family) -> Vec<Line> {
    let words = Words(session.lang);
    let facts = analysis.facts.iter().map(|f| {
        let shown = f.when.show(words.is_french());
        line(session, &f.id, &[&f.what], shown, moment(&f.when, session))
    });
    let deviations = analysis.deviations.iter().map(|d| {
        // What was expected tells of some deviations more than what was observed.
        let both = Text::new(&format!("{} {}", d.observed, d.expected));
        let texts = [&d.observed, &both];
        line(session, &d.id, &texts, String::new(), Sign::None)
    });
    let factors = analysis.factors.iter().map(|f| {
        let codes = f.codes.iter().map(|c| (c.grid.clone(), c.item.clone()));
        let codes: Vec<(Code, Code)> = codes.collect();
        let on = f.deviations.iter().map(ToString::to_string);
        let aside = joined(&codes);
        let sign = Sign::Factor(codes, on.collect());
        line(session, &f.id, &[&f.what], aside, sign)
    });
    let barriers = analysis.barriers.iter().map(|b| {
        let sign = Sign::Barrier(b.kind, states(b.state, b.then));
        let aside = words.debrief_barrier(b.kind, b.state, b.then);
        line(session, &b.id, &[&b.what], aside, sign)
    });
    match family {
        Family::Fact => facts.collect(),
        Family::Deviation => deviations.collect(),
        Family::Factor => factors.collect(),
        Family::Barrier => barriers.collect(),
        Family::Action => Vec::new(),
    }
}

/// The items of codes, each once.
fn joined(codes: &[(Code, Code)]) -> String {
    let mut items: Vec<&str> = Vec::new();
    for (_, item) in codes {
        if !items.contains(&item.as_str()) {
            items.push(item.as_str());
        }
    }
    items.join(", ")
}

fn states(state: BarrierState, then: Option<BarrierState>) -> Vec<BarrierState> {
    let told = [Some(state), then].into_iter().flatten();
    told.filter(|state| *state != BarrierState::Unknown)
        .collect()
}

fn moment(moment: &Moment, session: &Session) -> Sign {
    let place = moment.place(session.day_zero());
    Sign::Moment(place, moment.hour().is_some())
}

/// How near the codes of two factors stand: the same item, one that the mapping of the grids leads to, one under the same
/// heading; 0 where nothing is in common.
pub(super) fn nearness(key: &[(Code, Code)], ours: &[(Code, Code)]) -> f32 {
    let pairs = key.iter().flat_map(|a| ours.iter().map(move |b| (a, b)));
    let near = pairs.map(|((grid, item), (other, theirs))| {
        if grid == other && item == theirs {
            SAME_ITEM
        } else if grid == other && same_heading(grid, item, theirs) {
            SAME_HEADING
        } else if content::mapped(grid, item, other)
            .iter()
            .any(|code| code.item == *theirs)
        {
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
