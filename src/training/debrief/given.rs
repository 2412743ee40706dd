//! What was asked for and what happened while a case was played: cards, injects, challenges, frozen pictures.

use super::found::Found;
use crate::domain::code::Code;
use crate::domain::order::Order;
use crate::domain::scenario::{Card, CardKind, Kit, Scenario};
use crate::domain::session::Session;
use crate::domain::text::Text;

/// An information card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// Heard or seen.
    pub kind: CardKind,
    /// What is asked for.
    pub ask: Text,
    /// The minute at which it was; none: it never was.
    pub asked: Option<u32>,
    /// What of the key it leads to.
    pub leads_to: Vec<Code>,
    /// What of that was missed.
    pub missed: Vec<Code>,
}

/// What kind of thing was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenKind {
    /// An inject.
    Inject,
    /// A challenge.
    Challenge,
    /// The picture was frozen.
    Freeze,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenRow {
    /// Minute of the session.
    pub minute: u32,
    /// What kind of thing.
    pub kind: GivenKind,
    /// What: its title, its name, the question shown.
    pub what: Text,
    /// What the trainer watched for, or hoped to hear.
    pub aside: Text,
}

/// The cards that were asked for in their order, then those that never were.
pub(super) fn cards(session: &Session, scenario: &Scenario, found: &[Found]) -> Vec<CardRow> {
    let missed = |id: &Code| {
        let mut rows = found.iter().filter_map(|family| family.row(id));
        rows.any(|row| row.sign.is_missed())
    };
    let row = |card: &Card, asked: Option<u32>| CardRow {
        kind: card.kind,
        ask: card.ask.clone(),
        asked,
        leads_to: card.leads_to.clone(),
        missed: card
            .leads_to
            .iter()
            .filter(|id| missed(id))
            .cloned()
            .collect(),
    };
    let revealed = &session.play.revealed;
    let asked = revealed.iter().filter_map(|given| {
        let card = scenario.card(&given.id)?;
        Some(row(card, Some(given.minute)))
    });
    let never = |card: &&Card| revealed.iter().all(|given| given.id != card.id);
    let never = scenario.cards.iter().filter(never);
    asked.chain(never.map(|card| row(card, None))).collect()
}

/// What happened, in order of time.
pub(super) fn given(session: &Session, scenario: &Scenario, kit: &Kit) -> Vec<GivenRow> {
    let play = &session.play;
    let injects = play.injected.iter().map(|given| {
        let inject = scenario.inject(&given.id);
        GivenRow {
            minute: given.minute,
            kind: GivenKind::Inject,
            what: named(inject.map(|i| &i.title), &given.id),
            aside: inject.map(|i| i.watch.clone()).unwrap_or_default(),
        }
    });
    let challenges = play.challenged.iter().map(|given| {
        let challenge = kit.challenges.iter().find(|c| c.id == given.id);
        GivenRow {
            minute: given.minute,
            kind: GivenKind::Challenge,
            what: named(challenge.map(|c| &c.name), &given.id),
            aside: challenge.map(|c| c.answer.clone()).unwrap_or_default(),
        }
    });
    let freezes = play.freezes.iter().map(|freeze| {
        let prompt = scenario.prompts.iter().find(|p| p.id == freeze.prompt);
        GivenRow {
            minute: freeze.minute,
            kind: GivenKind::Freeze,
            what: named(prompt.map(|p| &p.question), &freeze.prompt),
            aside: prompt.map(|p| p.expected.clone()).unwrap_or_default(),
        }
    });
    let mut all: Vec<GivenRow> = injects.chain(challenges).chain(freezes).collect();
    all.order_by_key(|row| row.minute);
    all
}

/// The words of what was given; its id where the scenario no longer knows it.
fn named(text: Option<&Text>, id: &Code) -> Text {
    text.cloned().unwrap_or_else(|| Text::new(id.as_str()))
}
