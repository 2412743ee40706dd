//! Pre-test and post-test: on the passed keyboard, or counted by hand; after the second one the answers, and what learners say
//! of the day.

use super::super::ask::Ask;
use super::super::testing::Testing;
use super::super::told::Told;
use super::super::{Flow, Input};
use crate::domain::order::Order;
use crate::domain::played::MAX_PEOPLE;
use crate::domain::scenario::{Kit, QuizQuestion};
use crate::domain::session::Session;
use crate::domain::simulation::{Counted, Round};
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use ratatui::layout::Rect;

/// Highest mark of the self-assessment.
const MOST: usize = 10;
/// How many marks a line of satisfaction has: 1 to 4.
const GRADES: usize = 4;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    Pass,
    Question(usize),
    Mark(usize),
    Answers,
    Satisfied(usize),
    Words,
    Seal,
}

/// A test before the case is played, or after.
#[derive(Debug)]
pub struct Quiz<const AFTER: bool> {
    form: Form<Key>,
    /// The counts being typed, as they were typed.
    typed: Option<(Key, Text)>,
}

/// The test before.
pub type PreTest = Quiz<false>;
/// The test after.
pub type PostTest = Quiz<true>;

impl<const AFTER: bool> Quiz<AFTER> {
    const ROUND: Round = if AFTER { Round::After } else { Round::Before };

    /// The step.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Pass),
            typed: None,
        }
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.form.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let mut keys = vec![Key::Pass, Key::Answers, Key::Words, Key::Seal];
        keys.extend((0..40).map(Key::Question));
        keys.extend((0..40).map(Key::Mark));
        keys.extend((0..40).map(Key::Satisfied));
        self.form.restore(place, &keys);
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk);
        match self.form.take(input, &fields, body(desk.areas.page), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(Key::Pass, Edit::Press) => {
                let testing = Testing::new(Self::ROUND, desk);
                testing.map_or(Flow::Stay, |testing| Flow::Push(testing.into()))
            }
            Reaction::Edit(Key::Answers, Edit::Press) => answers(desk),
            Reaction::Edit(Key::Seal, Edit::Press) => Flow::Push(Ask::seal(desk).into()),
            Reaction::Edit(key, Edit::Text(text)) => {
                write::<AFTER>(key, &text, desk);
                self.typed = Some((key, text));
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
        let note = |text: String, role| Field::new(Key::Said, "", Value::Note(text, role));
        let Some((session, _, kit)) = desk.played() else {
            return vec![note(words.train_unknown().to_owned(), Role::See)];
        };
        let sheets = session.play.sheets_of(Self::ROUND).count();
        let pass = Value::Button(words.test_pass().to_owned());
        let mut fields = vec![
            note(words.test_sheets(sheets), Role::Body),
            Field::new(Key::Pass, "", pass).hint(words.test_pass_hint()),
        ];
        if AFTER {
            fields.extend(after(session, &kit, desk));
        }
        fields.push(Field::new(Key::Said, words.test_by_hand(), Value::Heading));
        let how = words.test_by_hand_said().to_owned();
        fields.push(note(how, Role::Aside));
        let counted = session.play.counted(Self::ROUND);
        fields.extend(questions(&kit, counted, desk));
        fields.extend(marks(&kit, counted, desk));
        self.as_typed(&mut fields);
        fields
    }

    /// Shows the counts being typed as they were typed, spaces included, as long as they are those that are kept.
    fn as_typed(&self, fields: &mut [Field<Key>]) {
        let Some((key, text)) = &self.typed else {
            return;
        };
        let sorted = |text: &Text| {
            let mut numbers = numbers(text);
            if matches!(key, Key::Mark(_)) {
                numbers.order();
            }
            numbers
        };
        for field in fields.iter_mut().filter(|field| field.key == *key) {
            if let Value::Line(kept) = &mut field.value
                && sorted(kept) == sorted(text)
            {
                *kept = text.clone();
            }
        }
    }
}

/// After the second test: the answers, and what learners say of the day.
fn after(session: &Session, kit: &Kit, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let button = Value::Button(words.test_answers().to_owned());
    let mut fields = vec![Field::new(Key::Answers, "", button).hint(words.test_answers_hint())];
    fields.push(Field::new(
        Key::Said,
        words.test_satisfaction(),
        Value::Heading,
    ));
    for (n, line) in kit.satisfaction.iter().enumerate() {
        let counts = session.play.satisfaction.get(n);
        let shown = Text::line(&spaced(counts.map_or(&[], Vec::as_slice)));
        let asked = Value::Note(line.to_string(), Role::Body);
        fields.push(Field::new(Key::Said, "", asked));
        let field = Field::new(
            Key::Satisfied(n),
            words.test_hands_label(),
            Value::Line(shown),
        );
        fields.push(field.hint(words.test_satisfaction_hint()));
    }
    let said = session.play.satisfaction_words.clone();
    let field = Field::new(
        Key::Words,
        words.test_satisfaction_words(),
        Value::Long(said),
    );
    fields.push(field.hint(words.test_satisfaction_words_hint()));
    if !session.is_sealed() {
        let seal = Value::Button(words.test_seal().to_owned());
        fields.push(Field::new(Key::Seal, "", seal).hint(words.test_seal_hint()));
    }
    fields
}

/// The right answers, each with its reason.
fn answers(desk: &Desk) -> Flow {
    let Some((_, _, kit)) = desk.played() else {
        return Flow::Stay;
    };
    let told = kit.quiz.iter().enumerate();
    let paras = told.flat_map(|(n, question)| right(n, question)).collect();
    Flow::Push(Told::new(desk.words().test_answers_title(), paras).into())
}

fn questions(kit: &Kit, counted: Option<&Counted>, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let field = |(n, question): (usize, &QuizQuestion)| {
        let counts = counted.and_then(|counted| counted.quiz.get(n));
        let counts = counts.map_or(&[] as &[u32], Vec::as_slice);
        let lettered = ('a'..).zip(&question.answers);
        let answers: Vec<String> = lettered
            .map(|(l, answer)| format!("{l} {answer}"))
            .collect();
        let asked = format!("{}. {}\n{}", n + 1, question.text, answers.join("\n"));
        let letters = ('a'..).take(question.answers.len());
        let letters: Vec<String> = letters.map(String::from).collect();
        let hands: u32 = counts.iter().sum();
        let shown = Value::Line(Text::line(&spaced(counts)));
        let field = Field::new(Key::Question(n), words.test_hands_label(), shown)
            .aside(said_of(hands, |n| words.test_hands(n)))
            .hint(words.test_counts_hint(&letters.join(", ")));
        [
            Field::new(Key::Said, "", Value::Note(asked, Role::Body)),
            field,
        ]
    };
    kit.quiz.iter().enumerate().flat_map(field).collect()
}

fn marks(kit: &Kit, counted: Option<&Counted>, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let field = |(n, line): (usize, &Text)| {
        let bins = counted.and_then(|counted| counted.marks.get(n));
        let bins = bins.map_or(&[] as &[u32], Vec::as_slice);
        let given = (0..).zip(bins);
        let given = given.flat_map(|(mark, n)| std::iter::repeat_n(mark, *n as usize));
        let given: Vec<u32> = given.collect();
        let shown = Value::Line(Text::line(&spaced(&given)));
        let field = Field::new(Key::Mark(n), words.test_marks_label(), shown)
            .aside(said_of(bins.iter().sum(), |n| words.test_marks(n)))
            .hint(words.test_marks_hint());
        let asked = Value::Note(line.to_string(), Role::Body);
        [Field::new(Key::Said, "", asked), field]
    };
    kit.self_assessment
        .iter()
        .enumerate()
        .flat_map(field)
        .collect()
}

fn said_of(n: u32, say: impl Fn(u32) -> String) -> String {
    if n > 0 { say(n) } else { String::new() }
}

/// A question with its right answer and why.
fn right(n: usize, question: &QuizQuestion) -> Vec<Para> {
    let answer = question
        .right_index()
        .and_then(|at| question.answers.get(at));
    let answer = answer.map(Text::as_str).unwrap_or_default();
    vec![
        Para::new(format!("{}. {}", n + 1, question.text), Role::Strong),
        Para::under(format!("{} {answer}", question.right), Role::Done, 3),
        Para::under(question.why.to_string(), Role::Body, 3),
        Para::new("", Role::Body),
    ]
}

fn spaced(numbers: &[u32]) -> String {
    let shown: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    shown.join(" ")
}

/// The numbers in what was typed, whatever stands between.
fn numbers(text: &Text) -> Vec<u32> {
    let parts = text.as_str().split(|c: char| !c.is_ascii_digit());
    let read = parts.filter_map(|part| part.parse().ok());
    read.map(|n: u32| n.min(MAX_PEOPLE)).collect()
}

fn write<const AFTER: bool>(key: Key, text: &Text, desk: &mut Desk) {
    let round = Quiz::<AFTER>::ROUND;
    let answers = |n: usize| {
        let question = desk
            .played()
            .and_then(|(_, _, kit)| kit.quiz.get(n).cloned());
        question.map_or(0, |question| question.answers.len())
    };
    match key {
        Key::Question(n) => {
            let mut counts = numbers(text);
            counts.truncate(answers(n));
            desk.edit(Group::Alone, |session| {
                put(&mut session.play.counted_mut(round).quiz, n, counts);
            });
        }
        Key::Mark(n) => {
            let mut bins = vec![0; MOST + 1];
            for mark in numbers(text) {
                if let Some(bin) = bins.get_mut(mark as usize) {
                    *bin += 1;
                }
            }
            desk.edit(Group::Alone, |session| {
                put(&mut session.play.counted_mut(round).marks, n, bins);
            });
        }
        Key::Satisfied(n) => {
            let mut counts = numbers(text);
            counts.truncate(GRADES);
            desk.edit(Group::Alone, |session| {
                put(&mut session.play.satisfaction, n, counts);
            });
        }
        Key::Words => {
            desk.edit(Group::Alone, |session| {
                session.play.satisfaction_words = text.clone();
            });
        }
        Key::Said | Key::Pass | Key::Answers | Key::Seal => {}
    }
}

/// Puts counts at a line, with empty ones before it.
fn put(lines: &mut Vec<Vec<u32>>, at: usize, counts: Vec<u32>) {
    if lines.len() <= at {
        lines.resize(at + 1, Vec::new());
    }
    if let Some(line) = lines.get_mut(at) {
        *line = counts;
    }
}
