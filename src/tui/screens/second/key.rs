//! For the trainer: the expert key with what the group has of it by now, the part of the step in question first; then the traps.

use super::{Shown, wide};
use crate::domain::agenda::StepKind;
use crate::domain::order::Order;
use crate::domain::scenario::{Family, Scenario};
use crate::domain::text::Text;
use crate::training::debrief::Found;
use crate::tui::desk::Desk;
use crate::tui::screens::compare::signed;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;

pub(super) fn paras(shown: &Shown, scenario: &Scenario, found: &[Found], desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let bullet = desk.prefs.theme.signs.bullet;
    let here = of_step(shown.row.step);
    let mut found: Vec<&Found> = found.iter().collect();
    found.order_by_key(|family| !here.contains(&family.family));
    let (n, all) = found.iter().fold((0, 0), |(n, all), family| {
        (n + family.n_found(), all + family.rows.len())
    });
    let mut out = vec![
        Para::new(words.backstage_found(n, all), Role::Aside),
        Para::new("", Role::Body),
    ];
    for family in found {
        out.extend(part(family, desk));
    }
    if !scenario.key.traps.is_empty() {
        out.push(Para::new(words.debrief_traps(), Role::Title));
        let traps = scenario.key.traps.iter();
        let line = |trap: &Text| Para::new(trap.as_str(), Role::Body).led(format!("{bullet} "));
        out.extend(traps.map(line));
    }
    out
}

/// The parts of the key that a step is about.
fn of_step(step: StepKind) -> &'static [Family] {
    match step {
        StepKind::Timeline => &[Family::Fact],
        StepKind::Deviations => &[Family::Deviation, Family::Barrier],
        StepKind::Factors | StepKind::Priorities => &[Family::Factor],
        StepKind::Actions => &[Family::Action],
        _ => &[],
    }
}

/// A part of the key, line by line.
fn part(found: &Found, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let name = words.debrief_family(found.family);
    let head = words.backstage_family(name, found.n_found(), found.rows.len());
    let mut out = vec![Para::new(head, Role::Title)];
    for row in &found.rows {
        let (sign, _, role) = signed(row.sign, &signs, words);
        let role = if row.sign.is_found() {
            role
        } else {
            Role::Body
        };
        let line = Para::new(row.text.as_str(), role);
        let lead = format!("{sign} {:<4}", row.id.as_str());
        let set_in = wide(&lead);
        out.push(line.led(lead));
        if !row.aside.is_empty() {
            out.push(Para::under(row.aside.as_str(), Role::Aside, set_in));
        }
        let ours = row.ours.iter();
        out.extend(ours.map(|ours| {
            let text = Para::under(words.quoted(&ours.text), Role::Aside, set_in);
            text.led(format!("{} ", signs.leads))
        }));
    }
    out.push(Para::new("", Role::Body));
    out
}
