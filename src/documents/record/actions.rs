//! The factors to act on, and the actions with every field that an action plan asks for.

use super::super::{Page, string};
use super::{analysis, day, figures, votes};
use crate::content;
use crate::domain::action::Action;
use crate::domain::analysis::{Factor, Retained};
use crate::domain::ballot::{Subject, Target};
use crate::domain::completeness::answers;
use crate::domain::order::Order;
use crate::domain::orphans::{is_weak, orphans};
use crate::domain::progress;
use crate::domain::session::Session;
use crate::domain::text::Text;

pub(super) fn priorities(page: &mut Page, session: &Session) {
    let words = page.words;
    votes::ballots(page, session, Subject::Priorities);
    let mut factors: Vec<&Factor> = progress::factors(session).collect();
    factors.order_by_key(|f| votes::place(&session.priorities, Target::Factor(f.id)));
    let retained: Vec<String> = factors
        .iter()
        .filter(|f| f.retained == Retained::Yes)
        .map(|f| format!("{} {}", f.id, f.what))
        .collect();
    votes::decision(page, session, &session.priorities, retained.join("\n"));
    let row = |f: &&Factor| {
        [
            format!("{} {}", f.id, f.what),
            words.retained(f.retained).to_owned(),
        ]
    };
    page.table(
        [words.doc_factor(), words.doc_outcome()],
        factors.iter().map(row),
    );
}

pub(super) fn actions(page: &mut Page, session: &Session) {
    let words = page.words;
    for subject in [Subject::Impact, Subject::Effort, Subject::Actions] {
        votes::ballots(page, session, subject);
    }
    let mut kept: Vec<&Action> = session.retained_actions().collect();
    kept.order_by_key(|a| votes::place(&session.retained, Target::Action(a.id)));
    let retained: Vec<String> = kept
        .iter()
        .map(|a| format!("{} {}", a.id, a.what))
        .collect();
    votes::decision(page, session, &session.retained, retained.join("\n"));
    figures::efforts(page, session);
    for action in kept {
        page.heading(3, format!("{} – {}", action.id, action.what));
        full(page, session, action);
    }
    unanswered(page, session);
    reasons(page, session);
    let others: Vec<&Action> = session
        .actions
        .iter()
        .filter(|a| !a.is_retained())
        .collect();
    if !others.is_empty() {
        page.heading(3, words.doc_ideas());
        for action in others {
            page.heading(4, format!("{} – {}", action.id, action.what));
            short(page, session, action);
        }
    }
}

/// The factors without an action that one was expected for, with their reason.
fn unanswered(page: &mut Page, session: &Session) {
    let words = page.words;
    let factors = session.analyses.iter().flat_map(|a| a.factors.iter());
    let open = |f: &&Factor| f.retained == Retained::Yes || !f.no_action_reason.is_blank();
    let without = factors.filter(open).filter(|f| !answers(session, f.id));
    let row = |f: &Factor| {
        let reason = f
            .no_action_reason
            .filled()
            .unwrap_or(words.doc_not_filled());
        [format!("{} {}", f.id, f.what), reason.to_owned()]
    };
    let rows: Vec<_> = without.map(row).collect();
    if !rows.is_empty() {
        page.heading(3, words.doc_without_action());
        page.table([words.doc_factor(), words.doc_reason()], rows);
    }
}

/// What the group says of a plan that is weak, or that leaves something on nothing.
fn reasons(page: &mut Page, session: &Session) {
    let words = page.words;
    let said = |text: &Text| match text.filled() {
        Some(text) => text.to_owned(),
        None => words.doc_without_reason().to_owned(),
    };
    if is_weak(session, &content::known(session)) || !session.reasons.weak_plan.is_blank() {
        page.every([(words.doc_weak_plan(), said(&session.reasons.weak_plan))]);
    }
    let left = orphans(session);
    let actions = left.actions.iter().map(ToString::to_string);
    let ids: Vec<String> = actions
        .chain(left.factors.iter().map(ToString::to_string))
        .collect();
    let why = match &session.reasons.orphans {
        Some(why) => said(why),
        None if ids.is_empty() => return,
        None => words.doc_not_filled().to_owned(),
    };
    let told = [ids.join(", "), why];
    let told: Vec<String> = told.into_iter().filter(|t| !t.is_empty()).collect();
    page.every([(words.doc_orphans(), told.join(" – "))]);
}

/// Names and values.
type Fields<const N: usize> = [(&'static str, String); N];

/// The fields that an action must have.
fn asked(page: &Page, session: &Session, a: &Action) -> Fields<18> {
    let words = page.words;
    let factor = |id| {
        session
            .analyses
            .iter()
            .find_map(|n| n.factors.get(id))
            .map(|f| &f.what)
    };
    let barrier = |id| {
        session
            .analyses
            .iter()
            .find_map(|n| n.barriers.get(id))
            .map(|b| &b.what)
    };
    let category = content::category(&a.category).map_or_else(
        || a.category.to_string(),
        |c| c.label.get(session.lang).to_owned(),
    );
    let strength = content::strength_of(a)
        .map(|s| words.strength(s).to_owned())
        .unwrap_or_default();
    let accepted = a.accepted.map_or_else(
        || words.doc_to_confirm().to_owned(),
        |on| words.doc_accepted(words.date_short(on)),
    );
    let owner = a
        .owner
        .filled()
        .map(|owner| format!("{owner} ({accepted})"))
        .unwrap_or_default();
    [
        (
            words.doc_event(),
            a.incident
                .map(|id| votes::named(session, Target::Incident(id)))
                .unwrap_or_default(),
        ),
        (words.doc_factors(), analysis::wordings(&a.factors, factor)),
        (
            words.doc_barriers_aimed(),
            analysis::wordings(&a.barriers, barrier),
        ),
        (words.doc_goal(), string(&a.goal)),
        (words.doc_kind(), words.action_kind(a.kind).to_owned()),
        (words.doc_category(), category),
        (words.doc_strength(), strength),
        (words.doc_level(), words.action_level(a.level).to_owned()),
        (words.doc_owner(), owner),
        (words.doc_due(), day(page, a.due)),
        (words.doc_indicator(), string(&a.indicator)),
        (words.doc_baseline(), string(&a.baseline)),
        (words.doc_target(), string(&a.target)),
        (words.doc_evaluation(), string(&a.evaluation)),
        (words.doc_evaluated_on(), day(page, a.evaluated_on)),
        (words.doc_impact(), out_of_four(a.impact)),
        (words.doc_effort(), out_of_four(a.effort)),
        (
            words.doc_status(),
            format!("{}, {}\u{a0}%", words.status(a.status), a.progress),
        ),
    ]
}

/// The fields that an action may do without.
fn free(page: &Page, a: &Action) -> Fields<5> {
    let words = page.words;
    [
        (words.doc_partners(), string(&a.partners)),
        (words.doc_resources(), string(&a.resources)),
        (words.doc_delay(), out_of_four(a.delay)),
        (words.doc_plan(), string(&a.plan)),
        (words.doc_missing_reason(), string(&a.missing_reason)),
    ]
}

fn out_of_four(n: Option<u8>) -> String {
    n.map(|n| format!("{n} / 4")).unwrap_or_default()
}

fn full(page: &mut Page, session: &Session, action: &Action) {
    page.every(asked(page, session, action));
    page.filled(free(page, action));
}

fn short(page: &mut Page, session: &Session, action: &Action) {
    page.filled(asked(page, session, action));
    page.filled(free(page, action));
}
