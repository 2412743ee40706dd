//! A session with one of everything: every field is named, so that a field added to the domain must be thought of here.
//! Each typed text bears a number between `§` signs, so that a test can find it again in a document.

#![allow(
    clippy::unwrap_used,
    clippy::wildcard_imports,
    reason = "a sample names nearly all nouns"
)]

mod analysis;

use crate::content;
use crate::domain::action::*;
use crate::domain::agenda::*;
use crate::domain::ballot::*;
use crate::domain::code::{Code, Lang};
use crate::domain::ids::TraceId;
use crate::domain::ids::*;
use crate::domain::incident::*;
use crate::domain::list::List;
use crate::domain::moment::Moment;
use crate::domain::session::*;
use crate::domain::simulation::{Play, TraceMark};
use crate::domain::text::Text;
use crate::domain::turnout::WeakSecrecy;
use crate::domain::wording::Guarding;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use uuid::Uuid;

/// Numbers what is typed.
pub(super) struct Hand(u32);

impl Hand {
    /// A text never written before.
    pub(super) fn t(&mut self, what: &str) -> Text {
        self.0 += 1;
        Text::new(&format!("{what} §{}§", self.0))
    }
}

pub(super) fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

fn at(n: u32, hour: u32) -> NaiveDateTime {
    day(n).and_time(time(hour))
}

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 30, 0).unwrap()
}

fn traced() -> TraceMark {
    let mut mark = TraceMark::new(TraceId(1));
    (mark.minute, mark.part) = (3, Text::new("title"));
    mark
}

/// The session.
pub(crate) fn session(lang: Lang) -> Session {
    let h = &mut Hand(0);
    let analysis = analysis::analysis(h);
    Session {
        schema: crate::domain::SCHEMA,
        id: Uuid::from_u128(1),
        kind: analysis::played(),
        lang,
        number: 7,
        title: h.t("Médicaments du soir"),
        structure: h.t("Résidence"),
        sector: Code::new("nursing-home"),
        place: h.t("salle"),
        date: day(19),
        stage: Stage::Adjourned,
        sittings: vec![Sitting {
            date: day(19),
            opened: Some(at(19, 14)),
            closed: Some(at(19, 16)),
            adjourned: h.t("alerte incendie"),
        }],
        mode: Mode::InRoom,
        format: Code::new("room-90"),
        length: 0,
        agenda: agenda(h),
        quorum: Quorum {
            members: 2,
            professions: 2,
        },
        attendees: [attendee(h)].into_iter().collect(),
        opening: opening(h),
        follow_ups: [follow_up(h)].into_iter().collect(),
        incidents: [incident(h, 1, Fate::Chosen), incident(h, 2, Fate::Sent)]
            .into_iter()
            .collect(),
        choice: decision(h, Target::Incident(IncidentId(1))),
        heard: [analysis::heard(h, &analysis)].into_iter().collect(),
        analyses: [analysis].into_iter().collect(),
        under_way: None,
        chosen_in: None,
        priorities: decision(h, Target::Factor(FactorId(1))),
        actions: [
            action(h, 1, Status::Retained),
            action(h, 2, Status::Proposed),
        ]
        .into_iter()
        .collect(),
        retained: decision(h, Target::Action(ActionId(1))),
        reasons: Reasons {
            weak_plan: h.t("rien de plus fort à portée"),
            orphans: Some(h.t("date fixée plus tard")),
        },
        ballots: Subject::ALL
            .iter()
            .zip(1..)
            .map(|(subject, n)| ballot(h, n, *subject))
            .collect(),
        closing: closing(h),
        messages: [message(h)].into_iter().collect(),
        parked: [parked(h)].into_iter().collect(),
        pauses: vec![Pause {
            at: Some(at(19, 15)),
            support: true,
            note: h.t("air"),
        }],
        own: OwnContent {
            grids: content::grid(&Code::new("cadya"))
                .cloned()
                .into_iter()
                .collect(),
            scales: Some(content::scales_by_id(&Code::new("usual")).clone()),
            charter: vec![h.t("Nous écoutons")],
            format: Some(TeamFormat {
                name: h.t("Notre format"),
                ..TeamFormat::new(FormatId(1))
            }),
        },
        shipped: ShippedContent {
            charter: Some(content::charter_used()),
            ..ShippedContent::default()
        },
        scales: Code::new("usual"),
        guarding: Guarding {
            silent: true,
            passed: vec![7.into()],
        },
        play: Play::default(),
        trace: List::from_iter([traced()]),
        ids: Counters::default(),
        erasures: vec![analysis::erased(h)],
        seal: None,
    }
}

fn agenda(h: &mut Hand) -> crate::domain::list::List<Row> {
    let steps = StepKind::ALL
        .iter()
        .filter(|s| s.is_of_meetings() && **s != StepKind::Presentation)
        .zip(1..);
    let row = |(step, n): (&StepKind, u32)| Row {
        id: RowId(n),
        step: *step,
        minutes: 5 + n,
        spent: 60 * n,
        running_since: (n == 1).then(|| at(19, 14)),
        visited: true,
        passed: (n < 3).then(|| {
            if n == 1 {
                h.t("on commence")
            } else {
                Text::default()
            }
        }),
    };
    steps.map(row).collect()
}

fn attendee(h: &mut Hand) -> Attendee {
    Attendee {
        id: MemberId(1),
        function: h.t("IDEC"),
        profession: Code::new("nurse-manager"),
        permanent: true,
        roles: vec![Code::new("facilitator"), Code::new("rôle maison")],
        presence: Presence::Late,
        arrived: Some(time(14)),
        left: Some(time(16)),
        spoke: 2,
    }
}

fn opening(h: &mut Hand) -> Opening {
    Opening {
        approval: Approval::WithRemark,
        approval_remark: h.t("date corrigée"),
        charter_accepted: true,
        secrecy_announced: true,
        aims: h.t("comprendre"),
        quorum_overruled: h.t("grippe"),
    }
}

fn follow_up(h: &mut Hand) -> FollowUp {
    FollowUp {
        id: FollowUpId(1),
        session: Text::new("00000000-0000-0000-0000-000000000002"),
        action: Some(ActionId(4)),
        wording: h.t("changer le chariot"),
        owner: h.t("pharmacien"),
        due_was: Some(day(1)),
        outcome: FollowUpOutcome::Postponed,
        postponed_times: 2,
        new_due: Some(day(30)),
        reason: h.t("devis"),
        effect: Effect::Partly,
        evidence: h.t("bon de commande"),
        progress: 40,
        escalated_to: h.t("direction"),
        said_on: Some(day(19)),
    }
}

fn incident(h: &mut Hand, n: u32, fate: Fate) -> Incident {
    Incident {
        id: IncidentId(n),
        report: report(h),
        origin: Text::new("00000000-0000-0000-0000-000000000003"),
        fate,
        fate_reason: h.t("concerne la pharmacie"),
        answer: h.t("merci"),
        answer_by: h.t("référent"),
        answered: Some(day(20)),
    }
}

fn report(h: &mut Hand) -> Report {
    Report {
        reference: h.t("FEI-12"),
        title: h.t("Traitement donné au voisin"),
        occurred: Moment::At(day(12), Some(time(18))),
        reported: Some(day(13)),
        reported_told: true,
        sector: Code::new("nursing-home"),
        place: h.t("étage"),
        stage: Code::new("administration"),
        reporter: h.t("aide-soignante"),
        person: Code::new("patient"),
        age: Code::new("80-89"),
        sex: Code::new("female"),
        facts: h.t("le pilulier a été échangé\nà 18 h"),
        consequences: h.t("surveillance"),
        measures: h.t("appel du médecin"),
        informed: Informed::Yes,
        informed_on: Some(day(12)),
        severity: Some(2),
        potential_severity: Some(4),
        likelihood: Some(3),
        avoidability: Some(2),
        recoverability: Some(1),
        detectability: Some(3),
        control: Some(2),
        seen_before: Said::Yes,
        nature: Code::new("medication"),
        immediate_causes: h.t("homonymes"),
        proposals: h.t("photo"),
        support_offered: Said::Yes,
        vigilances: vec![Code::new("pharmaco")],
        serious: SeriousCheck {
            unexpected: Said::Yes,
            death: Said::No,
            life_threat: Said::No,
            permanent_deficit: Said::No,
            part1: Some(day(13)),
            part2: Some(day(28)),
            reason: h.t("pas de critère"),
        },
    }
}

fn decision(h: &mut Hand, target: Target) -> Decision {
    Decision {
        ballot: Some(BallotId(1)),
        reached: Reached::AgainstVote,
        targets: vec![target],
        reason: h.t("levier local"),
        dissent: h.t("une réserve"),
        without_quorum: h.t("urgence"),
    }
}

fn ballot(h: &mut Hand, n: u32, subject: Subject) -> Ballot {
    let option = |label: Text, withdrawn| BallotOption {
        target: Target::Free,
        label,
        withdrawn,
        hands: Some(3),
        against: None,
    };
    Ballot {
        id: BallotId(n),
        subject,
        question: h.t("Que retenons-nous"),
        options: vec![option(h.t("ceci"), false), option(h.t("cela"), true)],
        method: Method::Points { points: 6, cap: 3 },
        secret: true,
        quorum: Quorum {
            members: 1,
            professions: 1,
        },
        tie: TieRule::Consensus,
        state: BallotState::ALL[n as usize % BallotState::ALL.len()],
        cancelled: h.t("erreur de liste"),
        permanent: 3,
        entitled: 4,
        professions: 2,
        entitled_trace: vec![4, 5],
        abstentions: 1,
        papers: vec![Paper {
            points: vec![2, 1],
            ..Paper::default()
        }],
        blank: 1,
        void: 1,
        second_round_of: Some(BallotId(1)),
        keep: 2,
        excused: vec![MemberId(1)],
        roll: vec![MemberId(1), MemberId(2)],
        ever: vec![MemberId(1), MemberId(2)],
        gone: 1,
        decided: h.t("les deux"),
        reason: h.t("le temps presse"),
    }
}

fn action(h: &mut Hand, n: u32, status: Status) -> Action {
    Action {
        id: ActionId(n),
        what: h.t("Séparer les piluliers"),
        incident: Some(IncidentId(1)),
        factors: vec![FactorId(1)],
        barriers: vec![BarrierId(1)],
        goal: h.t("plus d'échange"),
        kind: ActionKind::Recovery,
        category: Code::new("catégorie maison"),
        strength: Some(Strength::Strong),
        level: ActionLevel::Structure,
        owner: h.t("cadre"),
        accepted: Some(day(19)),
        partners: h.t("officine"),
        resources: h.t("bacs"),
        due: Some(day(30)),
        indicator: h.t("échanges par mois"),
        baseline: h.t("deux"),
        target: h.t("zéro"),
        evaluation: h.t("audit"),
        evaluated_on: Some(day(30)),
        impact: Some(3),
        effort: Some(2),
        delay: Some(1),
        status,
        progress: 10,
        plan: h.t("PAQ"),
        missing_reason: h.t("à chiffrer"),
    }
}

fn closing(h: &mut Hand) -> Closing {
    Closing {
        lessons: h.t("regarder deux fois"),
        next_date: Some(day(27)),
        next_place: h.t("bibliothèque"),
        next_topics: h.t("chutes"),
        round: vec![0, 0, 0, 1, 3, 2],
        round_papers: vec![0, 1, 0, 0, 0, 0],
        round_weak: Some(WeakSecrecy::Few),
        round_words: h.t("utile"),
        self_check: vec![Code::new("point maison")],
        remarks: h.t("trop long"),
    }
}

fn message(h: &mut Hand) -> Message {
    Message {
        id: MessageId(1),
        audience: h.t("équipe de nuit"),
        content: h.t("nouveau bac"),
        by: h.t("cadre"),
        due: Some(day(25)),
    }
}

fn parked(h: &mut Hand) -> Parked {
    Parked {
        id: ParkedId(1),
        what: h.t("le logiciel"),
        row: Some(RowId(5)),
        outcome: h.t("voir l'éditeur"),
    }
}
