//! Briefing of a simulation: the frame, the aims, the case, and who plays what.

use super::super::deal::{Deal, roles};
use super::super::passing::{Handed, Passing};
use super::super::told::{Told, part};
use super::super::{Flow, Input};
use crate::domain::code::Code;
use crate::domain::played::MAX_PEOPLE;
use crate::domain::session::Session;
use crate::domain::simulation::Dealt;
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Read,
    People,
    Draw,
    Seats,
    Pass,
}

/// The step.
#[derive(Debug)]
pub struct Briefing {
    form: Form<Key>,
}

impl Briefing {
    /// The step, at the number of people until roles are dealt.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Read),
        }
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let scopes = self.form.scopes(&fields(desk));
        let seat = |scope: Scope| match scope {
            Scope::List => Scope::Menu,
            scope => scope,
        };
        scopes.into_iter().map(seat).collect()
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.form.place(&fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let keys = [Key::Read, Key::People, Key::Draw, Key::Seats, Key::Pass];
        self.form.restore(place, &keys);
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = fields(desk);
        match self.form.take(input, &fields, body(desk.areas.page), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(Key::People, Edit::Number(people)) => {
                let people = people.unwrap_or(0).min(MAX_PEOPLE);
                desk.edit(Group::Alone, |session| session.play.people = people);
                Flow::Stay
            }
            Reaction::Edit(Key::Read, Edit::Press) => read(desk),
            Reaction::Edit(Key::Draw, Edit::Press) => {
                draw_roles(desk);
                Flow::Stay
            }
            Reaction::Edit(Key::Seats, Edit::Open(index)) => {
                let dealt = desk
                    .session()
                    .and_then(|s| s.play.dealt.get(index).cloned());
                dealt.map_or(Flow::Stay, |dealt| {
                    Flow::Push(Deal::new(dealt.seat, desk).into())
                })
            }
            Reaction::Edit(Key::Pass, Edit::Press) => {
                let cards = handed(desk);
                Flow::Push(Passing::new(cards).into())
            }
            _ => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        canvas.cursor = self.form.draw(&fields(desk), area, canvas.look, canvas.buf);
    }
}

/// What is read to the group before it plays.
fn read(desk: &Desk) -> Flow {
    let words = desk.words();
    let Some((_, scenario, kit)) = desk.played() else {
        return Flow::Stay;
    };
    let bullet = desk.prefs.theme.signs.bullet;
    let listed = |texts: &[Text]| -> Vec<String> {
        texts
            .iter()
            .map(|text| format!("{bullet} {text}"))
            .collect()
    };
    let mut paras = part(words.briefing_case(), [scenario.context.to_string()]);
    paras.extend(part(words.briefing_aims(), listed(&scenario.aims)));
    paras.extend(part(words.briefing_frame(), listed(&kit.briefing)));
    Flow::Push(Told::new(scenario.title.to_string(), paras).into())
}

fn draw_roles(desk: &mut Desk) {
    let Some((_, _, kit)) = desk.played() else {
        return;
    };
    desk.advance(|session| session.draw_roles(&kit.roles, &kit.challenges));
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let Some((session, _, _)) = desk.played() else {
        let said = Value::Note(words.train_unknown().to_owned(), Role::See);
        return vec![Field::new(Key::Read, "", said)];
    };
    let drawn = !session.play.dealt.is_empty();
    let people = Some(session.play.people).filter(|people| *people > 0);
    let read = Value::Button(words.briefing_read().to_owned());
    let mut fields = vec![
        Field::new(Key::Read, "", read).hint(words.briefing_read_hint()),
        Field::new(Key::People, words.briefing_people(), Value::Number(people))
            .hint(words.briefing_people_hint()),
    ];
    if people.is_some() {
        let draw = if drawn {
            words.briefing_draw_again()
        } else {
            words.briefing_draw()
        };
        fields.push(
            Field::new(Key::Draw, "", Value::Button(draw.to_owned()))
                .hint(words.briefing_draw_hint()),
        );
    }
    fields.push(seats(session, desk));
    if drawn {
        let pass = Value::Button(words.briefing_pass().to_owned());
        fields.push(Field::new(Key::Pass, "", pass).hint(words.briefing_pass_hint()));
    }
    fields
}

fn seats(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let roles = roles(desk);
    let name = |role: &Code| {
        let known = roles.iter().find(|known| known.id == *role);
        known.map_or(role.to_string(), |role| role.name.to_string())
    };
    let item = |dealt: &Dealt| Item {
        lead: dealt.seat.to_string(),
        text: name(&dealt.role),
        ..Item::default()
    };
    let items = Value::Items {
        items: session.play.dealt.iter().map(item).collect(),
        empty: words.briefing_seats_empty().to_owned(),
    };
    Field::new(Key::Seats, words.briefing_seats(), items).hint(words.briefing_seats_hint())
}

/// The cards of all seats, each with its challenge.
fn handed(desk: &Desk) -> Vec<Handed> {
    let words = desk.words();
    let Some((session, _, kit)) = desk.played() else {
        return Vec::new();
    };
    let card = |dealt: &Dealt| {
        let role = kit.roles.iter().find(|role| role.id == dealt.role)?;
        let challenge = kit.challenges.iter().find(|c| c.id == dealt.challenge);
        let mut texts = vec![role.card.to_string()];
        texts.extend(challenge.map(|c| format!("{}\u{a0}: {}", words.pass_challenge(), c.card)));
        Some(Handed {
            who: words.pass_seat(dealt.seat),
            title: role.name.to_string(),
            texts,
        })
    };
    session.play.dealt.iter().filter_map(card).collect()
}
