//! The analyses: sources, timeline, deviations, whys, barriers.

use super::super::{Page, string};
use super::{amendments, day, factors, figures, ids, votes};
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{Analysis, Barrier, BarrierKind, BarrierNature, Deviation, Fact};
use crate::domain::ballot::Target;
use crate::domain::incident::Said;
use crate::domain::progress::{missing_in, presented};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::timeline::Line;
use crate::words::Words;

/// Every analysis with `f`, each under the name of its event when there are several.
pub(super) fn each(page: &mut Page, session: &Session, f: impl Fn(&mut Page, &Session, &Analysis)) {
    let several = presented(session).count() > 1;
    for analysis in presented(session) {
        if several {
            page.heading(3, name(page, session, analysis));
        }
        f(page, session, analysis);
    }
}

fn name(page: &Page, session: &Session, analysis: &Analysis) -> String {
    let event = analysis
        .incident
        .map(|id| votes::named(session, Target::Incident(id)));
    event.unwrap_or_else(|| page.words.doc_analysis(analysis.id.to_string()))
}

/// Steps of an analysis made in the room.
pub(super) fn timelines(page: &mut Page, session: &Session) {
    let gathered = session.row_of(StepKind::Sources).is_some();
    each(page, session, |page, session, analysis| {
        if !gathered {
            head(page, session, analysis);
        }
        timeline(page, session, analysis);
        amendments::amendments(page, session, analysis);
    });
}

/// Who leads an analysis between two meetings, and after hearing whom.
pub(super) fn sources(page: &mut Page, session: &Session) {
    if let Some(analysis) = session.own_analysis() {
        head(page, session, analysis);
    }
}

pub(super) fn deviations(page: &mut Page, session: &Session) {
    each(page, session, |page, _, analysis| {
        deviations_of(page, analysis);
    });
}

/// The whole of every analysis presented.
pub(super) fn presentations(page: &mut Page, session: &Session) {
    if presented(session).next().is_none() {
        page.paragraph(page.words.doc_no_presentation());
    }
    for analysis in presented(session) {
        page.heading(3, name(page, session, analysis));
        head(page, session, analysis);
        timeline(page, session, analysis);
        deviations_of(page, analysis);
        factors::of(page, session, analysis);
        amendments::amendments(page, session, analysis);
        lacking(page, session, analysis);
    }
}

/// What a presented analysis still lacks, section by section.
fn lacking(page: &mut Page, session: &Session, analysis: &Analysis) {
    let grids = crate::content::grids_of(session, analysis);
    super::lacks(page, missing_in(analysis, StepKind::Ready, &grids));
}

/// Who makes it, until when, after hearing whom.
pub(super) fn head(page: &mut Page, session: &Session, analysis: &Analysis) {
    let words = page.words;
    let involved = match analysis.lead_involved {
        Said::Unknown => "",
        said => words.said(said),
    };
    let event = analysis
        .incident
        .map(|id| votes::named(session, Target::Incident(id)));
    page.filled([
        (words.doc_event(), event.unwrap_or_default()),
        (words.doc_mode(), words.mode(analysis.mode).to_owned()),
        (words.doc_lead(), string(&analysis.lead)),
        (words.doc_involved(), involved.to_owned()),
        (words.doc_analysis_due(), day(page, analysis.due)),
        (words.doc_presentation_remarks(), string(&analysis.remarks)),
    ]);
    let row = |s: &crate::domain::analysis::Source| {
        let done = if s.done {
            words.doc_yes()
        } else {
            words.doc_no()
        };
        [
            string(&s.what),
            string(&s.note),
            day(page, s.on),
            done.to_owned(),
        ]
    };
    let rows: Vec<_> = analysis.sources.iter().map(row).collect();
    page.table(
        [
            words.doc_source(),
            words.doc_learned(),
            words.doc_date(),
            words.doc_done(),
        ],
        rows,
    );
}

/// The facts by time with the stretches between them; what has no place in time comes last.
fn timeline(page: &mut Page, session: &Session, analysis: &Analysis) {
    let words = page.words;
    let event = analysis.incident.and_then(|id| session.incidents.get(id));
    let occurred = event.and_then(|event| event.report.occurred.place(session.date));
    let line = Line::new(analysis, occurred.map_or(session.date, |at| at.date()));
    let told = |f: &Fact| {
        let star = if f.starred { " ★" } else { "" };
        [
            format!("{}{star}", f.id),
            f.when.show(words.is_french()),
            string(&f.actor),
            string(&f.what),
            string(&f.source),
        ]
    };
    let between = |text: String| {
        [
            String::new(),
            text,
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let mut rows = Vec::new();
    for (index, point) in line.points.iter().enumerate() {
        if index == line.placed() {
            rows.push(between(words.line_apart_long().to_owned()));
        }
        let gap = line.gap(index).map(|gap| words.line_later(words.gap(gap)));
        rows.extend(gap.map(|gap| between(format!("┄ {gap}"))));
        rows.push(told(point.fact));
    }
    let head = [
        words.doc_number_sign(),
        words.doc_when(),
        words.doc_actor(),
        words.doc_fact(),
        words.doc_source(),
    ];
    page.table(head, rows);
    figures::line(page, &line);
}

fn deviations_of(page: &mut Page, analysis: &Analysis) {
    let words = page.words;
    let row = |d: &Deviation| {
        let fact = d.fact.map_or_else(
            || words.doc_outside().to_owned(),
            |id| {
                let when = analysis
                    .facts
                    .get(id)
                    .map(|f| f.when.show(words.is_french()));
                format!("{id} {}", when.unwrap_or_default())
                    .trim_end()
                    .to_owned()
            },
        );
        [
            d.id.to_string(),
            fact,
            string(&d.expected),
            string(&d.observed),
            string(&d.reference),
            string(&d.immediate_cause),
        ]
    };
    let head = [
        words.doc_number_sign(),
        words.doc_fact(),
        words.doc_expected(),
        words.doc_observed(),
        words.doc_rule(),
        words.doc_immediate_cause(),
    ];
    page.table(head, analysis.deviations.iter().map(row));
    barriers(page, analysis);
}

fn barriers(page: &mut Page, analysis: &Analysis) {
    let words = page.words;
    figures::slices(page, analysis);
    for kind in BarrierKind::ALL {
        let those: Vec<&Barrier> = analysis
            .barriers
            .iter()
            .filter(|b| b.kind == *kind)
            .collect();
        if those.is_empty() {
            continue;
        }
        page.heading(4, barriers_of(words, *kind));
        let row = |b: &&Barrier| {
            let then = b
                .then
                .map(|then| words.doc_then(words.barrier_state(then)))
                .unwrap_or_default();
            let nature = if b.nature == BarrierNature::Unknown {
                ""
            } else {
                words.barrier_nature(b.nature)
            };
            [
                format!("{} {}", b.id, b.what),
                format!("{}{then}", words.barrier_state(b.state)),
                nature.to_owned(),
                b.deviation.map(|d| d.to_string()).unwrap_or_default(),
                string(&b.note),
            ]
        };
        let head = [
            words.doc_barrier(),
            words.doc_state(),
            words.doc_nature(),
            words.doc_deviation(),
            words.doc_note(),
        ];
        page.table(head, those.iter().map(row));
    }
}

fn barriers_of(words: Words, kind: BarrierKind) -> &'static str {
    match kind {
        BarrierKind::Prevention => words.doc_prevention(),
        BarrierKind::Recovery => words.doc_recovery(),
        BarrierKind::Mitigation => words.doc_mitigation(),
    }
}

/// The wordings of several ids, one per line.
pub(super) fn wordings<'a, T: ToString + Copy>(
    list: &[T],
    find: impl Fn(T) -> Option<&'a Text>,
) -> String {
    let line =
        |id: &T| find(*id).map_or_else(|| ids(&[*id]), |what| format!("{} {what}", id.to_string()));
    list.iter().map(line).collect::<Vec<_>>().join("\n")
}
