//! For the trainer: the information cards that are left and where in the key each leads, then those that were asked for.

use crate::domain::code::Code;
use crate::domain::scenario::{Card, Scenario};
use crate::domain::session::Session;
use crate::domain::simulation::Play;
use crate::training::debrief::Found;
use crate::tui::desk::Desk;
use crate::tui::screens::compare::signed;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;

pub(super) fn paras(
    session: &Session,
    scenario: &Scenario,
    found: &[Found],
    desk: &Desk,
) -> Vec<Para> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let revealed = &session.play.revealed;
    let left = scenario.cards.iter();
    let left: Vec<&Card> = left.filter(|card| !Play::has(revealed, &card.id)).collect();
    let mut out = Vec::new();
    if left.is_empty() {
        out.push(Para::new(words.cards_all_asked(), Role::Title));
    } else {
        let minutes: u32 = left.iter().map(|card| card.minutes).sum();
        let head = words.backstage_cards_left(left.len(), &words.minutes(minutes));
        out.push(Para::new(head, Role::Title));
    }
    for card in left {
        let ask = format!("{} · {}", card.ask, words.minutes(card.minutes));
        out.push(Para::new(ask, Role::Strong));
        out.extend(leads(card, found, desk));
        out.push(Para::new("", Role::Body));
    }
    if revealed.is_empty() {
        return out;
    }
    out.push(Para::new("", Role::Body));
    out.push(Para::new(
        words.backstage_cards_asked(revealed.len()),
        Role::Title,
    ));
    for given in revealed.iter().rev() {
        let Some(card) = scenario.card(&given.id) else {
            continue;
        };
        let minute = words.cards_minute(given.minute);
        out.push(Para::new(
            format!("{} {} · {minute}", signs.done, card.ask),
            Role::Done,
        ));
        out.extend(leads(card, found, desk));
    }
    out
}

/// The lines of the key that a card leads to, each with whether the group has it.
fn leads(card: &Card, found: &[Found], desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let row = |id: &Code| found.iter().find_map(|family| family.row(id));
    let line = |id: &Code| {
        let row = row(id)?;
        let (sign, _, role) = signed(row.sign, &desk.prefs.theme.signs, words);
        let role = if row.sign.is_found() {
            role
        } else {
            Role::Body
        };
        let line = Para::under(row.text.as_str(), role, 2);
        Some(line.led(format!("{sign} {:<4}", id.as_str())))
    };
    if card.leads_to.is_empty() {
        return vec![Para::under(words.backstage_leads_nowhere(), Role::Aside, 2)];
    }
    card.leads_to.iter().filter_map(line).collect()
}
