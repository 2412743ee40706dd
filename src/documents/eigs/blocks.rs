//! The seven blocks.

use super::super::record::day;
use super::super::{Block, Page, Run, string};
use crate::content;
use crate::domain::action::Action;
use crate::domain::analysis::{Analysis, Barrier, BarrierState, Certainty, Factor};
use crate::domain::code::Code;
use crate::domain::grid::Dimension;
use crate::domain::incident::{Incident, Informed, Report, Said};
use crate::domain::moment::Moment;
use crate::domain::piece::{actions_of, analysis_of};
use crate::domain::session::Session;
use crate::words::Words;
use chrono::{Datelike, Timelike, Weekday};

/// The grid whose dimensions are the families of causes of the form.
const FAMILIES: &str = "alarm";
/// The hours between which it is night.
const NIGHT: (u32, u32) = (21, 7);

pub(super) fn all(page: &mut Page, session: &Session, incident: &Incident) {
    let analysis = analysis_of(session, incident.id);
    let words = page.words;
    let report = &incident.report;
    page.heading(3, words.eigs_block(1, words.eigs_declarant()));
    declarant(page, session, report);
    page.heading(3, words.eigs_block(2, words.eigs_where()));
    place(page, session, report);
    page.heading(3, words.eigs_block(3, words.eigs_care()));
    care(page, session, report);
    timeline(page, analysis);
    page.heading(3, words.eigs_block(4, words.eigs_causes()));
    causes(page, session, report, analysis);
    page.heading(3, words.eigs_block(5, words.eigs_barriers()));
    barriers(page, analysis);
    page.heading(3, words.eigs_block(6, words.eigs_measures()));
    measures(page, session, incident);
    page.heading(3, words.eigs_block(7, words.eigs_analysis()));
    made(page, session, incident, analysis);
}

fn declarant(page: &mut Page, session: &Session, report: &Report) {
    let words = page.words;
    let sector = sector(session, report);
    page.every([
        (words.eigs_function(), string(&report.reporter)),
        (words.doc_structure(), string(&session.structure)),
        (words.doc_sector(), sector),
    ]);
}

/// The kind of structure of the report, else of the session.
fn sector(session: &Session, report: &Report) -> String {
    let code = if report.sector.is_empty() {
        &session.sector
    } else {
        &report.sector
    };
    content::label_of(&content::lists().sectors, code, session.lang)
}

fn place(page: &mut Page, session: &Session, report: &Report) {
    let words = page.words;
    let stage = content::label_of(&content::lists().stages, &report.stage, session.lang);
    page.every([
        (words.doc_place(), string(&report.place)),
        (words.eigs_stage(), stage),
    ]);
}

fn care(page: &mut Page, session: &Session, report: &Report) {
    let words = page.words;
    let lists = content::lists();
    let label = |list: &[content::Entry], code: &Code| content::label_of(list, code, session.lang);
    let person = [
        label(&lists.persons, &report.person),
        label(&lists.ages, &report.age),
        label(&lists.sexes, &report.sex),
    ];
    let person = person.into_iter().filter(|said| !said.is_empty());
    let severity = level(
        &content::scales_of(session).severity,
        report.severity,
        words,
    );
    page.every([
        (
            words.doc_occurred(),
            report.occurred.show(words.is_french()),
        ),
        (words.eigs_vulnerable(), vulnerable(words, &report.occurred)),
        (words.doc_nature(), label(&lists.natures, &report.nature)),
        (words.eigs_act(), String::new()),
        (words.eigs_context(), String::new()),
        (words.eigs_complexity(), String::new()),
        (words.doc_person(), person.collect::<Vec<_>>().join(", ")),
        (words.eigs_description(), string(&report.facts)),
        (words.eigs_consequences(), string(&report.consequences)),
        (words.doc_severity(), severity),
    ]);
}

/// A level of a scale with its label.
fn level(levels: &[crate::domain::scales::Level], n: Option<u8>, words: Words) -> String {
    let label =
        |n: u8| crate::domain::scales::Scales::level(levels, n).map(|l| l.label.get(words.0));
    n.map(|n| {
        format!("{n} {}", label(n).unwrap_or_default())
            .trim_end()
            .to_owned()
    })
    .unwrap_or_default()
}

/// Night and weekend, where the date and the hour tell it.
fn vulnerable(words: Words, occurred: &Moment) -> String {
    let hour = occurred.hour().map(|at| at.hour());
    let night = hour.is_some_and(|h| h >= NIGHT.0 || h < NIGHT.1);
    let date = match occurred.base() {
        Moment::At(date, _) => Some(*date),
        _ => None,
    };
    let off = date.is_some_and(|d| matches!(d.weekday(), Weekday::Sat | Weekday::Sun));
    match (night, off) {
        (true, true) => format!("{}, {}", words.eigs_night(), words.eigs_weekend()),
        (true, false) => words.eigs_night().to_owned(),
        (false, true) => words.eigs_weekend().to_owned(),
        (false, false) if hour.is_some() && date.is_some() => words.eigs_no_period().to_owned(),
        (false, false) => String::new(),
    }
}

fn timeline(page: &mut Page, analysis: Option<&Analysis>) {
    let words = page.words;
    let Some(analysis) = analysis.filter(|a| !a.facts.is_empty()) else {
        return;
    };
    page.heading(4, words.eigs_timeline());
    let told = analysis.facts.iter().map(|fact| {
        let when = fact.when.show(words.is_french());
        let head = [when, string(&fact.actor)];
        let head: Vec<String> = head.into_iter().filter(|said| !said.is_empty()).collect();
        let colon = if head.is_empty() {
            ""
        } else {
            words.doc_colon()
        };
        format!("{}{colon}{}", head.join(", "), fact.what)
    });
    page.bullets(told.collect::<Vec<_>>());
}

fn causes(page: &mut Page, session: &Session, report: &Report, analysis: Option<&Analysis>) {
    let words = page.words;
    page.heading(4, words.eigs_immediate());
    let seen = report.immediate_causes.filled().map(ToOwned::to_owned);
    let deviations = analysis.into_iter().flat_map(|a| a.deviations.iter());
    let of_deviations = deviations.map(|d| {
        let expected = d.expected.filled().map(|what| words.eigs_expected(what));
        let cause = d
            .immediate_cause
            .filled()
            .map(|what| words.eigs_cause(what));
        let more: Vec<String> = [expected, cause].into_iter().flatten().collect();
        let open = if more.is_empty() { "" } else { " – " };
        format!("{}{open}{}", d.observed, more.join(words.doc_semicolon()))
    });
    let immediate: Vec<String> = seen.into_iter().chain(of_deviations).collect();
    if immediate.is_empty() {
        page.paragraph(words.capital(words.doc_not_filled()) + ".");
    }
    page.bullets(immediate);
    page.heading(4, words.eigs_deep());
    let Some(analysis) = analysis else {
        page.note(words.eigs_no_analysis());
        return;
    };
    deep(page, session, analysis);
}

/// The factors by family, those of none last.
fn deep(page: &mut Page, session: &Session, analysis: &Analysis) {
    let words = page.words;
    let Some(grid) = content::grid(&Code::new(FAMILIES)) else {
        return;
    };
    page.paragraph(words.eigs_families(grid.name.get(session.lang)));
    let of = |family: Option<&Dimension>| {
        let here = |f: &&Factor| family_of(f).map(|d| &d.id) == family.map(|d| &d.id);
        let factors = analysis.factors.iter().filter(here);
        factors
            .map(|f| told(words, f))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let row = |dimension: &Dimension| {
        let causes = of(Some(dimension));
        let causes = if causes.is_empty() {
            words.eigs_no_cause().to_owned()
        } else {
            causes
        };
        (words.capital(dimension.name.get(session.lang)), causes)
    };
    let mut families: Vec<(String, String)> = grid.dimensions.iter().map(row).collect();
    let others = of(None);
    if !others.is_empty() {
        families.push((words.capital(words.eigs_other_family()), others));
    }
    page.fields(families);
}

/// A factor, with how sure the group is where that is not sure.
fn told(words: Words, factor: &Factor) -> String {
    match factor.certainty {
        Certainty::Confirmed => factor.what.to_string(),
        other => format!("{} ({})", factor.what, words.certainty(other)),
    }
}

/// The family of a factor: by its own code, else by the correspondence between grids.
fn family_of(factor: &Factor) -> Option<&'static Dimension> {
    let to = Code::new(FAMILIES);
    let grid = content::grid(&to)?;
    let find = |item: &Code| grid.item(item).map(|(dimension, _)| dimension);
    let own = factor.codes.iter().filter(|c| c.grid == to);
    let own = own.min_by_key(|c| c.mapped).and_then(|c| find(&c.item));
    own.or_else(|| {
        let codes = factor.codes.iter().filter(|c| c.grid != to);
        codes
            .flat_map(|c| content::mapped(&c.grid, &c.item, &to))
            .find_map(|c| find(&c.item))
    })
}

fn barriers(page: &mut Page, analysis: Option<&Analysis>) {
    let words = page.words;
    let Some(analysis) = analysis else {
        page.note(words.eigs_no_analysis());
        return;
    };
    let of = |states: &[BarrierState]| {
        let here = |b: &&Barrier| states.contains(&b.then.unwrap_or(b.state));
        let named = |b: &Barrier| match b.note.filled() {
            Some(note) => format!("{} ({note})", b.what),
            None => b.what.to_string(),
        };
        let those = analysis.barriers.iter().filter(here).map(named);
        those.collect::<Vec<_>>().join("\n")
    };
    let failed = [
        BarrierState::Failed,
        BarrierState::Bypassed,
        BarrierState::Disabled,
    ];
    page.every([
        (words.eigs_worked(), of(&[BarrierState::Worked])),
        (words.eigs_failed(), of(&failed)),
        (words.eigs_absent(), of(&[BarrierState::Absent])),
    ]);
    page.filled([(words.eigs_unknown(), of(&[BarrierState::Unknown]))]);
}

fn measures(page: &mut Page, session: &Session, incident: &Incident) {
    let words = page.words;
    let report = &incident.report;
    let scales = content::scales_of(session);
    let avoidable = level(&scales.avoidability, report.avoidability, words);
    page.every([
        (words.eigs_taken(), string(&report.measures)),
        (words.eigs_avoidable(), avoidable),
    ]);
    let actions: Vec<&Action> = actions_of(session, incident.id).collect();
    if actions.is_empty() {
        page.note(words.eigs_no_action());
        return;
    }
    let told = actions.iter().flat_map(|action| told_action(page, action));
    let told: Vec<_> = told.collect();
    page.blocks.push(Block::Bullets(told));
}

/// An action, and under it who answers for it, until when, and how it will be judged: text that can be pasted.
fn told_action(page: &Page, a: &Action) -> Vec<(usize, Vec<Run>)> {
    let words = page.words;
    let how = [string(&a.evaluation), string(&a.indicator)];
    let how: Vec<String> = how.into_iter().filter(|said| !said.is_empty()).collect();
    let fields = [
        (words.eigs_responsible(), string(&a.owner)),
        (words.eigs_due(), day(page, a.due)),
        (words.eigs_evaluated(), day(page, a.evaluated_on)),
        (words.eigs_how_evaluated(), how.join(words.doc_semicolon())),
    ];
    let line = |(name, value): (&str, String)| {
        let value = if value.is_empty() {
            words.doc_not_filled().to_owned()
        } else {
            value
        };
        let said = format!("{}{}{value}", words.capital(name), words.doc_colon());
        (1, vec![Run::Plain(said)])
    };
    let what = (0, vec![Run::Strong(string(&a.what))]);
    [what].into_iter().chain(fields.map(line)).collect()
}

fn made(page: &mut Page, session: &Session, incident: &Incident, analysis: Option<&Analysis>) {
    let words = page.words;
    let report = &incident.report;
    let informed = if report.informed == Informed::Unknown {
        String::new()
    } else {
        let on = report
            .informed_on
            .map(|on| format!(" ({})", words.date_short(on)));
        format!(
            "{}{}",
            words.informed(report.informed),
            on.unwrap_or_default()
        )
    };
    let support = match report.support_offered {
        Said::Unknown => String::new(),
        said => words.said(said).to_owned(),
    };
    if let Some(analysis) = analysis {
        let grids = content::grids_of(session, analysis);
        let grids: Vec<&str> = grids.iter().map(|g| g.name.get(session.lang)).collect();
        let present = session.present().map(|a| string(&a.function));
        page.every([
            (
                words.eigs_method(),
                words.eigs_method_of(words.mode(analysis.mode), &grids.join(", ")),
            ),
            (words.eigs_analysed_on(), words.date_short(session.date)),
            (
                words.eigs_functions(),
                present.collect::<Vec<_>>().join(", "),
            ),
        ]);
    } else {
        page.note(words.eigs_no_analysis());
        page.every([(words.eigs_not_made(), string(&report.serious.reason))]);
    }
    page.every([
        (words.eigs_support(), String::new()),
        (words.eigs_informed(), informed),
        (words.eigs_staff(), support),
    ]);
}
