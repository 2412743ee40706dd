//! Debrief of a simulation: the questions, the key beside what the group has, the whole in figures, the replay, and what is
//! kept.

use super::super::compare::Compare;
use super::super::findings::Findings;
use super::super::observe::Observe;
use super::super::reader::Reader;
use super::super::replay::Replay;
use super::super::told::{Told, part};
use super::super::{Flow, Input};
use crate::content;
use crate::domain::piece::Piece;
use crate::domain::scenario::{Family, Phase};
use crate::domain::text::Text;
use crate::training::debrief::Found;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// How many lessons are asked for.
const LESSONS: usize = 3;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    Questions,
    Families,
    Whole,
    Observed,
    Replay,
    Lesson(usize),
    Commitments,
}

/// The step.
#[derive(Debug)]
pub struct Debrief {
    form: Form<Key>,
    findings: Findings,
}

impl Debrief {
    /// The step, at its questions.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Questions),
            findings: Findings::default(),
        }
    }

    /// Keys: the parts of the key are places to go to.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let scopes = self.form.scopes(&self.fields(desk));
        let place = |scope: Scope| match scope {
            Scope::List => Scope::Menu,
            scope => scope,
        };
        scopes.into_iter().map(place).collect()
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.form.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let mut keys = vec![
            Key::Questions,
            Key::Families,
            Key::Whole,
            Key::Observed,
            Key::Replay,
            Key::Commitments,
        ];
        keys.extend((0..LESSONS).map(Key::Lesson));
        self.form.restore(place, &keys);
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk);
        match self.form.take(input, &fields, body(desk.areas.page), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(key, Edit::Press) => open(key, desk),
            Reaction::Edit(Key::Families, Edit::Open(index)) => {
                let family = Family::ALL.get(index).copied();
                family.map_or(Flow::Stay, |family| Flow::Push(Compare::new(family).into()))
            }
            Reaction::Edit(Key::Lesson(n), Edit::Text(text)) => {
                desk.edit(Group::Alone, |session| {
                    let lessons = &mut session.play.lessons;
                    lessons.resize(LESSONS.max(lessons.len()), Text::default());
                    if let Some(lesson) = lessons.get_mut(n) {
                        *lesson = text;
                    }
                });
                Flow::Stay
            }
            Reaction::Edit(Key::Commitments, Edit::Text(text)) => {
                let lines: Vec<Text> = text.as_str().split('\n').map(Text::line).collect();
                desk.edit(Group::Alone, |session| session.play.commitments = lines);
                Flow::Stay
            }
            _ => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let fields = self.fields(desk);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let known = desk.session().and_then(content::scenario_of);
        let Some(session) = desk.session().filter(|_| known.is_some()) else {
            let said = Value::Note(words.train_unknown().to_owned(), Role::See);
            return vec![Field::new(Key::Said, "", said)];
        };
        let button = |key, text: &str, hint: &'static str| {
            Field::new(key, "", Value::Button(text.to_owned())).hint(hint)
        };
        let found = self.findings.all(desk);
        let items = Value::Items {
            items: found.iter().map(|found| item(found, desk)).collect(),
            empty: String::new(),
        };
        let mut fields = vec![
            button(
                Key::Questions,
                words.debrief_ask(),
                words.debrief_ask_hint(),
            ),
            Field::new(Key::Families, words.debrief_compare(), items)
                .hint(words.debrief_compare_hint()),
            button(
                Key::Whole,
                words.debrief_whole(),
                words.debrief_whole_hint(),
            ),
            button(
                Key::Observed,
                words.debrief_grid(),
                words.debrief_grid_hint(),
            ),
            button(
                Key::Replay,
                words.debrief_replay(),
                words.debrief_replay_hint(),
            ),
        ];
        for n in 0..LESSONS {
            let lesson = session.play.lessons.get(n).cloned().unwrap_or_default();
            let label = words.debrief_lesson(n + 1);
            let field = Field::new(Key::Lesson(n), label, Value::Line(lesson));
            fields.push(field.hint(words.debrief_lesson_hint()));
        }
        let kept: Vec<&str> = session.play.commitments.iter().map(Text::as_str).collect();
        let kept = Text::new(&kept.join("\n"));
        let field = Field::new(
            Key::Commitments,
            words.debrief_commitments_label(),
            Value::Long(kept),
        );
        fields.push(field.hint(words.debrief_commitments_hint()));
        fields
    }
}

/// A part of the key: how much of it the group has.
fn item(found: &Found, desk: &Desk) -> Item {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let (n, all, open) = (found.n_found(), found.rows.len(), found.n_open());
    let sign = if open == 0 {
        (signs.done, Role::Done)
    } else {
        (signs.begun, Role::See)
    };
    Item {
        sign: Some(sign),
        text: format!(
            "{} · {}",
            words.debrief_family(found.family),
            words.debrief_counts(n, all, found.added.len(), open)
        ),
        ..Item::default()
    }
}

fn open(key: Key, desk: &mut Desk) -> Flow {
    match key {
        Key::Questions => questions(desk),
        Key::Whole => Flow::Push(Reader::piece(Piece::Debrief, None, desk).into()),
        Key::Observed => Flow::Push(Observe::open().into()),
        Key::Replay => Flow::Push(Replay::new(desk).into()),
        _ => Flow::Stay,
    }
}

/// The questions, in their three parts.
fn questions(desk: &Desk) -> Flow {
    let words = desk.words();
    let Some((_, _, kit)) = desk.played() else {
        return Flow::Stay;
    };
    let bullet = desk.prefs.theme.signs.bullet;
    let of = |phase: Phase| {
        let asked = kit.debrief.iter().filter(move |q| q.phase == phase);
        asked.map(|q| format!("{bullet} {}", q.text))
    };
    let mut paras = part(words.debrief_reactions(), of(Phase::Reactions));
    paras.extend(part(words.debrief_analysis(), of(Phase::Analysis)));
    paras.extend(part(words.debrief_synthesis(), of(Phase::Synthesis)));
    Flow::Push(Told::new(words.debrief_ask(), paras).into())
}
