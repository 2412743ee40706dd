//! Where in the session a thing that is missing is put right: one key goes to the first of them.

use crate::content::known;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{AnalysisFile, Reply, Section};
use crate::domain::code::Code;
use crate::domain::completeness::{completeness_of, coverage_of, is_measured, measured};
use crate::domain::grid::{Dimension, Grid, Item};
use crate::domain::progress::{Known, Missing, analysed, begun, missing, subject};
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::screens::Spot;
use crate::tui::screens::steps::factors::{Only, at_question};
use crate::tui::screens::steps::presentation::waiting;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use std::fmt::Display;

/// Cells of the gauge.
const GAUGE: usize = 20;

/// What a step lacks; at the presentation also an analysis that waits in the workspace, where no follow-up asks for it.
pub fn at(step: StepKind, session: &Session, known: &Known, desk: &Desk) -> Vec<Missing> {
    let mut all = missing(session, step, known);
    if step == StepKind::Presentation && all.is_empty() && !begun(session, step) {
        let answered = |file: &AnalysisFile| {
            let from = file.chosen_in.to_string();
            let mut said = session.follow_ups.iter();
            said.any(|f| f.action.is_none() && f.session.as_str() == from)
        };
        if waiting(session, desk).any(|(_, file)| !answered(file)) {
            all.push(Missing::NoPresentation);
        }
    }
    all
}

/// Something that is missing, and where it is put right.
pub struct Lack {
    /// What.
    pub what: Missing,
    /// Its place.
    pub spot: Spot,
    /// The grid to be walked there, if it is not the one that is.
    pub grid: Option<Code>,
}

/// The first thing that the analysis lacks; none where nothing is missing.
pub fn first(session: &Session, known: &Known) -> Option<Lack> {
    let lacks = |step: &StepKind| {
        let all = missing(session, *step, known).into_iter();
        let mut real = all.filter(|what| !what.is_remark());
        Some((*step, real.next()?))
    };
    let (step, what) = measured(session).iter().find_map(lacks)?;
    // A presented analysis that is being amended has the screens of all its steps.
    let held = session.under_way.is_some() || session.row_of(step).is_some();
    let mut grid = None;
    let (step, at) = match &what {
        Missing::NothingChosen => (StepKind::Choice, String::new()),
        Missing::NoFactor | Missing::Coverage { .. } if held => {
            let (other, at) = open_question(session, known);
            grid = other;
            (step, at)
        }
        what if held => (step, place(what)),
        // Without a step of its own, the analysis is heard where it is presented.
        _ => (StepKind::Presentation, read(session)),
    };
    let spot = Spot { step, at };
    Some(Lack { what, spot, grid })
}

/// Where the presented analysis tells what it lacks.
fn read(session: &Session) -> String {
    let heard = analysed(session).filter(|a| !a.origin.is_blank());
    heard.map_or_else(String::new, |a| format!("{}|{:?}|", a.id, Section::Missing))
}

/// The place in its step, as the step writes it; empty: the step as it was left.
fn place(what: &Missing) -> String {
    match what {
        Missing::FactsWithoutTime(ids) => field(ids, "When"),
        Missing::DeviationsWithoutExpected(ids) => field(ids, "Expected"),
        Missing::NoBarrier | Missing::NoBarrierWorked => "/Barriers/0".to_owned(),
        Missing::BarriersUnknown(ids) => field(ids, "State"),
        Missing::FactorsWithoutDeviation(ids) => field(ids, "Deviations"),
        Missing::ToCheckWithoutName(ids) => field(ids, "CheckBy"),
        Missing::ActionsWithout(_, ids) => field(ids, "What"),
        Missing::DeviationsWithoutFactor(ids) => {
            at_question(&Code::default(), ids.first().copied(), Only::All)
        }
        _ => String::new(),
    }
}

/// A field of the first of several items.
fn field<T: Display>(ids: &[T], key: &str) -> String {
    ids.first()
        .map(|id| format!("{id}/{key}/0"))
        .unwrap_or_default()
}

/// The first question that was not asked yet, in the grid that is walked or else in the next one that counts; with it that
/// other grid.
fn open_question(session: &Session, known: &Known) -> (Option<Code>, String) {
    let asked = subject(session, StepKind::Factors).and_then(|a| {
        let open = |(n, grid): (usize, &Grid)| {
            // A family that the group may leave out, and did, lacks no answer.
            let asks = |d: &Dimension| !d.optional || coverage_of(a, grid, d).answered > 0;
            let mut leaves = grid.leaves();
            let lacks =
                |(_, item): &(&Dimension, &Item)| a.reply(&grid.id, &item.id) == Reply::Open;
            let (_, item) = leaves.find(|leaf| lacks(leaf) && asks(leaf.0))?;
            Some(((n > 0).then(|| grid.id.clone()), item.id.clone()))
        };
        known.grids_of(a).into_iter().enumerate().find_map(open)
    });
    let (grid, item) = asked.unwrap_or_default();
    (grid, at_question(&item, None, Only::All))
}

/// How complete the analysis is, and what it lacks at other steps than this one; nothing before an event is chosen, and at
/// steps that are no part of it.
pub fn gauge(step: StepKind, session: &Session, desk: &Desk, out: &mut Vec<Para>) {
    let words = desk.words();
    let around = [StepKind::Presentation, StepKind::Closing, StepKind::Ready];
    let concerned = measured(session).contains(&step) || around.contains(&step);
    if !concerned || !is_measured(session) {
        return;
    }
    // At a step of the analysis it is the one worked on there; elsewhere, the one that stands for all.
    let analysis = match step {
        StepKind::Timeline | StepKind::Deviations | StepKind::Factors => subject(session, step),
        _ => analysed(session),
    };
    if analysis.is_none() && session.chosen().is_none() {
        return;
    }
    let known = known(session);
    let whole = completeness_of(session, analysis, &known);
    let percent = whole.percent();
    let signs = desk.prefs.theme.signs;
    let full = percent * GAUGE / 100;
    let bar = signs.gauge.repeat(full) + &signs.gauge_empty.repeat(GAUGE - full);
    let role = if percent == 100 {
        Role::Done
    } else {
        Role::Bar
    };
    out.push(Para::new("", Role::Body));
    out.push(Para::new(words.analysis_percent(percent), Role::Strong));
    out.push(Para::new(bar, role));
    // A second terminal goes nowhere.
    if !whole.missing.is_empty() && desk.followed.is_none() {
        out.push(Para::new(words.analysis_next(), Role::Aside));
    }
    let here = missing(session, step, &known);
    let mut elsewhere = whole.missing.iter().filter(|what| !here.contains(what));
    if let Some(first) = elsewhere.next() {
        out.push(Para::new("", Role::Body));
        out.push(Para::new(words.also_missing(), Role::Strong));
        let line = |what| format!("{} {}", signs.see, words.missing(what));
        out.push(Para::new(line(first), Role::Aside));
        out.extend(elsewhere.map(|what| Para::new(line(what), Role::Aside)));
    }
}
