//! The two matrices of a meeting: events by severity and likelihood, actions by impact and effort. Screen and record draw the
//! same ones.

use super::matrix::{Axis, Matrix, Place, Zone};
use crate::content;
use crate::domain::action::Action;
use crate::domain::incident::Incident;
use crate::domain::scales::{Class, Level, Quadrant};
use crate::domain::session::Session;
use crate::words::Words;

/// An event and how it is drawn: where it was seen, and where it could have been at worst.
#[derive(Clone, Debug)]
pub struct Risk<'s> {
    /// Its label at the severity seen.
    pub label: String,
    /// Its label at the worst credible severity, where that is graver.
    pub worst: String,
    /// The event.
    pub incident: &'s Incident,
}

impl Risk<'_> {
    /// Whether severity and likelihood are rated.
    pub fn is_placed(&self) -> bool {
        let report = &self.incident.report;
        report.severity.is_some() && report.likelihood.is_some()
    }
}

/// Where a level stands on its scale, from 0.
fn level(levels: &[Level], n: Option<u8>) -> Option<usize> {
    levels.iter().position(|l| Some(l.n) == n)
}

fn named(levels: &[Level], words: Words) -> Vec<String> {
    let name = |l: &Level| format!("{} {}", l.n, l.label.get(words.0));
    levels.iter().map(name).collect()
}

/// Severity seen against likelihood, with the class of criticality of every cell; `signs` are those of the classes, lowest
/// first. Where the worst credible severity is graver, it is drawn as well.
pub fn risks(session: &Session, risks: &[Risk], signs: [&'static str; 3], words: Words) -> Matrix {
    let scales = content::scales_of(session);
    let places = risks.iter().flat_map(|risk| {
        let report = &risk.incident.report;
        let up = level(&scales.likelihood, report.likelihood);
        let at = |n: Option<u8>, label: &str, faint: bool| {
            Some(Place {
                label: label.to_owned(),
                across: level(&scales.severity, n)?,
                up: up?,
                faint,
            })
        };
        let worst = report.potential_severity;
        let worst = worst.filter(|_| report.severity.is_some() && worst > report.severity);
        [
            at(report.severity, &risk.label, false),
            at(worst, &risk.worst, true),
        ]
    });
    let class = |severity: &Level, likelihood: &Level| {
        let class = scales.criticality(severity.n, likelihood.n).class;
        Class::ALL.iter().position(|c| *c == class).unwrap_or(0)
    };
    let row = |likelihood: &Level| {
        let cells = scales.severity.iter().map(|s| class(s, likelihood));
        cells.collect()
    };
    let zone = |(class, sign): (&Class, &'static str)| Zone {
        sign,
        name: words.class(*class).to_owned(),
    };
    Matrix {
        across: Axis {
            title: words.incident_matrix_across().to_owned(),
            levels: scales.severity.iter().map(|l| l.n.to_string()).collect(),
        },
        up: Axis {
            title: words.incident_matrix_up().to_owned(),
            levels: named(&scales.likelihood, words),
        },
        places: places.flatten().collect(),
        zones: Class::ALL.iter().zip(signs).map(zone).collect(),
        zone_of: scales.likelihood.iter().map(row).collect(),
    }
}

/// Impact against effort; `signs` are those of the quadrants: quick win, project, if possible, set aside.
pub fn efforts(
    session: &Session,
    label: impl Fn(usize, &Action) -> String,
    signs: [&'static str; 4],
    words: Words,
) -> Matrix {
    let scales = content::scales_of(session);
    let place = |(i, a): (usize, &Action)| {
        Some(Place {
            label: label(i, a),
            across: level(&scales.effort, a.effort)?,
            up: level(&scales.impact, a.impact)?,
            faint: false,
        })
    };
    let quadrant = |impact, effort| {
        let found = scales.quadrant(impact, effort);
        let at = Quadrant::ALL.iter().position(|q| *q == found);
        at.unwrap_or(0)
    };
    let row = |impact: usize| {
        (0..scales.effort.len())
            .map(|e| quadrant(impact, e))
            .collect()
    };
    let zone = |(quadrant, sign): (&Quadrant, &'static str)| Zone {
        sign,
        name: words.quadrant(*quadrant).to_owned(),
    };
    Matrix {
        across: Axis {
            title: words.matrix_effort().to_owned(),
            levels: named(&scales.effort, words),
        },
        up: Axis {
            title: words.matrix_impact().to_owned(),
            levels: named(&scales.impact, words),
        },
        places: session
            .actions
            .iter()
            .enumerate()
            .filter_map(place)
            .collect(),
        zones: Quadrant::ALL.iter().zip(signs).map(zone).collect(),
        zone_of: (0..scales.impact.len()).map(row).collect(),
    }
}
