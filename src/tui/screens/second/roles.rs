//! For the trainer: who plays what, and the challenges with what helps against each.

use crate::content;
use crate::domain::code::Code;
use crate::domain::order::Order;
use crate::domain::scenario::{Challenge, Kit, Scenario};
use crate::domain::session::Session;
use crate::domain::simulation::Dealt;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use crate::words::Words;

pub(super) fn paras(session: &Session, scenario: &Scenario, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let kit = scenario.kit(content::kit(session.lang));
    let dealt = &session.play.dealt;
    let mut out = vec![Para::new(words.backstage_seats(), Role::Title)];
    if dealt.is_empty() {
        out.push(Para::new(words.backstage_seats_none(), Role::Aside));
    }
    out.extend(dealt.iter().map(|dealt| seat(dealt, &kit, words)));
    out.push(Para::new("", Role::Body));
    out.push(Para::new(words.trainer_challenges(), Role::Title));
    let challenges = kit.challenges.iter().enumerate();
    let mut challenges: Vec<(usize, &Challenge)> = challenges.collect();
    // Those that someone bears come first; the numbers stay those of the wall.
    challenges.order_by_key(|(_, challenge)| bearer(session, &challenge.id).is_none());
    for (n, challenge) in challenges {
        out.extend(line(n, challenge, session, desk));
    }
    out
}

/// A seat with its role, and the number of its challenge.
fn seat(dealt: &Dealt, kit: &Kit, words: Words) -> Para {
    let role = kit.roles.iter().find(|role| role.id == dealt.role);
    let role = role.map_or(dealt.role.as_str(), |role| role.name.as_str());
    let mut text = words.backstage_seat(dealt.seat, role);
    let mut challenges = kit.challenges.iter();
    if let Some(n) = challenges.position(|challenge| challenge.id == dealt.challenge) {
        text = format!("{text} · {}", words.backstage_bears(n + 1));
    }
    Para::new(text, Role::Body)
}

/// The seat whose card bears a challenge.
fn bearer(session: &Session, challenge: &Code) -> Option<u32> {
    let mut dealt = session.play.dealt.iter();
    let bearer = dealt.find(|dealt| dealt.challenge == *challenge);
    bearer.map(|dealt| dealt.seat)
}

fn line(n: usize, challenge: &Challenge, session: &Session, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let mut head = words.backstage_challenge(n + 1, challenge.name.as_str());
    let borne = match bearer(session, &challenge.id) {
        Some(seat) => words.backstage_borne(seat),
        None => words.backstage_free().to_owned(),
    };
    head = format!("{head} · {borne}");
    let mut started = session.play.challenged.iter();
    let started = started.find(|given| given.id == challenge.id);
    let mut role = Role::Strong;
    if let Some(given) = started {
        let done = desk.prefs.theme.signs.done;
        head = format!("{done} {head} · {}", words.backstage_started(given.minute));
        role = Role::Done;
    }
    vec![
        Para::new(head, role),
        Para::under(challenge.card.as_str(), Role::Aside, 2),
        Para::under(
            words.backstage_answer(challenge.answer.as_str()),
            Role::Body,
            2,
        ),
        Para::new("", Role::Body),
    ]
}
