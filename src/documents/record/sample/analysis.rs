//! The analysis of the sample session.

#![allow(
    clippy::unwrap_used,
    clippy::wildcard_imports,
    reason = "a sample names nearly all nouns"
)]

use super::{Hand, day};
use crate::domain::agenda::Mode;
use crate::domain::analysis::*;
use crate::domain::code::Code;
use crate::domain::erasure::Erasure;
use crate::domain::grid::GridUse;
use crate::domain::ids::*;
use crate::domain::incident::Said;
use crate::domain::moment::Moment;
use crate::domain::simulation::{Kind, Simulation};
use crate::domain::text::Text;
use chrono::NaiveTime;

/// The same as it was heard: a source told otherwise.
pub(super) fn heard(h: &mut Hand, analysis: &Analysis) -> Analysis {
    let mut heard = analysis.clone();
    heard
        .sources
        .for_each_mut(|source| source.note = h.t("dérangée"));
    heard
}

pub(super) fn analysis(h: &mut Hand) -> Analysis {
    Analysis {
        id: AnalysisId(1),
        incident: Some(IncidentId(1)),
        mode: Mode::InRoom,
        origin: Text::new("00000000-0000-0000-0000-000000000004"),
        lead: h.t("pharmacienne"),
        lead_involved: Said::No,
        due: Some(day(18)),
        remarks: h.t("entendre aussi la nuit"),
        notes: vec![SectionNote {
            section: Section::Factors,
            what: h.t("le bruit aussi"),
        }],
        sources: [Source {
            id: SourceId(1),
            what: h.t("infirmière de nuit"),
            note: h.t("interrompue"),
            on: Some(day(14)),
            done: true,
        }]
        .into_iter()
        .collect(),
        facts: [Fact {
            id: FactId(1),
            when: Moment::Said(h.t("au coucher")),
            actor: h.t("intérimaire"),
            what: h.t("prend le mauvais bac"),
            source: h.t("récit"),
            starred: true,
        }]
        .into_iter()
        .collect(),
        deviations: [Deviation {
            id: DeviationId(1),
            fact: Some(FactId(1)),
            observed: h.t("identité non vérifiée"),
            expected: h.t("photo regardée"),
            reference: h.t("procédure"),
            immediate_cause: h.t("bruit"),
        }]
        .into_iter()
        .collect(),
        barriers: BarrierKind::ALL
            .iter()
            .zip(1..)
            .map(|(kind, n)| barrier(h, n, *kind))
            .collect(),
        grids: vec![GridUse {
            grid: Code::new("cadya"),
            version: 1,
            hash: Text::new("00"),
            set_aside: false,
        }],
        answers: vec![Answer {
            grid: Code::new("cadya"),
            item: Code::new("T2.1"),
            reply: Reply::Yes,
            note: h.t("dossier ouvert au mauvais nom"),
            deviations: vec![DeviationId(1)],
        }],
        factors: [factor(h, 1, "T2.1"), factor(h, 2, "item maison")]
            .into_iter()
            .collect(),
        whys: [
            why(h, 1, None),
            why(h, 2, Some(WhyId(1))),
            why(h, 3, Some(WhyId(99))),
        ]
        .into_iter()
        .collect(),
    }
}

fn barrier(h: &mut Hand, n: u32, kind: BarrierKind) -> Barrier {
    Barrier {
        id: BarrierId(n),
        what: h.t("double contrôle"),
        kind,
        state: BarrierState::Failed,
        then: Some(BarrierState::Worked),
        nature: BarrierNature::Human,
        deviation: Some(DeviationId(1)),
        note: h.t("seul ce soir-là"),
    }
}

fn factor(h: &mut Hand, n: u32, item: &str) -> Factor {
    Factor {
        id: FactorId(n),
        what: h.t("bacs voisins"),
        codes: vec![FactorCode {
            grid: Code::new("cadya"),
            item: Code::new(item),
            mapped: true,
        }],
        role: FactorRole::Principal,
        certainty: Certainty::ToCheck,
        check_by: h.t("cadre"),
        deviations: vec![DeviationId(1)],
        keywords: vec![h.t("interruption")],
        evidence: h.t("photo du chariot"),
        retained: Retained::Yes,
        no_action_reason: if n == 1 {
            Text::default()
        } else {
            h.t("hors de portée")
        },
    }
}

fn why(h: &mut Hand, n: u32, parent: Option<WhyId>) -> Why {
    Why {
        id: WhyId(n),
        deviation: Some(DeviationId(1)),
        parent,
        what: h.t("parce que"),
    }
}

/// A simulation of a case that no version knows.
pub(super) fn played() -> Kind {
    Kind::Simulation(Simulation {
        scenario: Code::new("cas-3"),
        version: 1,
        ..Simulation::default()
    })
}

pub(super) fn erased(h: &mut Hand) -> Erasure {
    Erasure {
        at: Some(day(19).and_time(NaiveTime::MIN)),
        places: 2,
        reason: h.t("mot tapé par erreur"),
        sealed: h.t("0123"),
    }
}
