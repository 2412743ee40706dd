//! The plan for a script: every field is always there, with `null` where nothing is known.

use super::reference;
use crate::domain::SCHEMA;
use crate::library::plan::Planned;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// The plan on the day `today`.
pub fn json(plan: &[&Planned], today: NaiveDate) -> Value {
    let actions: Vec<Value> = plan.iter().map(|p| action(p, today)).collect();
    json!({"schema": SCHEMA, "today": today, "actions": actions})
}

fn action(p: &Planned, today: NaiveDate) -> Value {
    let decided = p.decided;
    let last = p.last().map(|word| {
        json!({
            "on": word.on,
            "outcome": word.outcome,
            "evidence": word.evidence,
            "reason": word.reason,
        })
    });
    json!({
        "reference": reference(p),
        "session": decided.map(|d| d.session),
        "number": decided.map(|d| d.number),
        "decided_on": decided.map(|d| d.date),
        "action": decided.map(|d| d.action),
        "what": p.what,
        "owner": p.owner,
        "due": p.due,
        "days_late": p.days_late(today),
        "postponed": p.postponed,
        "standing": p.standing,
        "open": p.is_open(),
        "late": p.is_late(),
        "phase": p.phase,
        "reason": p.reason,
        "escalated_to": p.escalated_to,
        "strength": p.strength,
        "category": p.category,
        "causes": p.causes,
        "indicator": p.indicator,
        "baseline": p.baseline,
        "target": p.target,
        "evaluate_on": p.evaluate_on,
        "last": last,
    })
}
