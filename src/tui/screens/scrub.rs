//! A name typed by mistake goes from everywhere: first it is shown where it stands, masked; then it is erased, once that is agreed.

use super::help;
use super::{Flow, Input};
use crate::domain::erasure::{Stays, Word};
use crate::domain::text::Text;
use crate::store::{Asked, Scrubbed};
use crate::tui::desk::{Desk, Effect};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;

/// Columns of the window, and rows that it takes around its fields.
const WIDE: u16 = 74;
const AROUND: u16 = 6;
/// Most places shown.
const SHOWN: usize = 6;

/// The fields.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    Word,
    With,
    Reason,
    Exports,
    Look,
    NotYet,
    Do,
}

/// The window.
#[derive(Debug)]
pub struct Scrub {
    word: Text,
    with: Text,
    reason: Text,
    /// Whether the documents go that left the program.
    exports: bool,
    /// Where the word stands, once it was looked for.
    seen: Option<Scrubbed>,
    form: Form<Key>,
}

impl Scrub {
    /// With nothing typed yet.
    pub fn new(words: Words) -> Self {
        Self {
            word: Text::default(),
            with: words.scrub_with().into(),
            reason: words.scrub_why().into(),
            exports: false,
            seen: None,
            form: Form::at(Key::Word),
        }
    }

    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk.words()))
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Scrub)
    }

    /// Where the word stands.
    pub fn found(&mut self, seen: Scrubbed) {
        self.form = Form::at(if seen.is_empty() {
            Key::Word
        } else {
            Key::NotYet
        });
        self.seen = Some(seen);
    }

    fn fields(&self, words: Words) -> Vec<Field<Key>> {
        let line = |key, label, text: &Text| Field::new(key, label, Value::Line(text.clone()));
        let button = |key, text: &str| Field::new(key, "", Value::Button(text.to_owned()));
        let mut fields = vec![
            line(Key::Word, words.scrub_field_word(), &self.word).hint(words.scrub_word_hint()),
            line(Key::With, words.scrub_field_with(), &self.with)
                .offered(self.with.as_str() == words.scrub_with()),
            line(Key::Reason, words.scrub_field_reason(), &self.reason)
                .hint(words.cli_scrub_reason())
                .offered(self.reason.as_str() == words.scrub_why()),
            button(Key::Look, words.scrub_look()),
        ];
        let Some(seen) = &self.seen else {
            return fields;
        };
        fields.extend(told(seen, words));
        if !seen.is_empty() {
            fields.push(button(Key::NotYet, words.scrub_not_yet()));
            fields.push(button(Key::Do, words.scrub_do()));
        }
        if seen.left.iter().any(|(_, why)| *why == Stays::Export) {
            fields.push(button(Key::Exports, words.scrub_exports_too()));
        }
        fields
    }

    /// What is asked, if it can be: else why it cannot.
    fn asked(&self, words: Words) -> Result<Asked, &'static str> {
        let word = Word::new(self.word.as_str()).ok_or(words.scrub_too_short())?;
        if word.is_in(self.with.as_str()) {
            return Err(words.scrub_repeats());
        }
        Ok(Asked {
            word,
            with: self.with.clone(),
            reason: self.reason.clone(),
            exports: self.exports,
        })
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let fields = self.fields(words);
        let area = inside(desk.areas.window(WIDE, high(&fields)));
        match self.form.take(input, &fields, area, desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Edit(Key::Word, Edit::Text(text)) => {
                self.word = text;
                self.exports = false;
                self.seen = None;
            }
            Reaction::Edit(Key::With, Edit::Text(text)) => self.with = text,
            Reaction::Edit(Key::Reason, Edit::Text(text)) => self.reason = text,
            Reaction::Edit(key @ (Key::Look | Key::Do | Key::Exports), Edit::Press) => {
                self.exports |= key == Key::Exports;
                return match self.asked(words) {
                    Err(said) => Flow::Say(said.to_owned()),
                    Ok(asked) => {
                        desk.ask(match key {
                            Key::Do => Effect::Scrub(asked),
                            _ => Effect::LookForWord(asked),
                        });
                        Flow::Stay
                    }
                };
            }
            Reaction::Edit(Key::NotYet, _) | Reaction::Finished => return Flow::Close,
            Reaction::Moved | Reaction::Edit(..) => {}
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let fields = self.fields(desk.words());
        let title = desk.words().scrub_title();
        let area = canvas.form_window(WIDE, high(&fields), title);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}

fn note(text: String, role: Role) -> Field<Key> {
    Field::new(Key::Said, "", Value::Note(text, role))
}

/// Where the word stands: how often, the first places, and what may be left of it.
fn told(seen: &Scrubbed, words: Words) -> Vec<Field<Key>> {
    let mut out = Vec::new();
    if seen.is_empty() {
        let said = if seen.is_partial() {
            note(words.scrub_nowhere_read().to_owned(), Role::See)
        } else {
            note(words.scrub_nowhere().to_owned(), Role::Done)
        };
        out.push(said);
        out.extend(left(seen, words));
        return out;
    }
    let all = words.scrub_found(seen.n_places(), seen.seen.len());
    out.push(note(all, Role::Strong));
    out.extend(places(seen, words));
    let sealed = seen.seen.iter().filter(|one| one.sealed).count();
    if sealed > 0 {
        out.push(note(words.scrub_sealed(sealed), Role::See));
    }
    if seen.copies > 0 {
        out.push(note(words.scrub_copies(seen.copies), Role::Aside));
    }
    if !seen.exports.is_empty() {
        let said = words.scrub_exports(seen.exports.len());
        out.push(note(said, Role::See));
    }
    out.extend(left(seen, words));
    out.push(note(words.scrub_beware().to_owned(), Role::Aside));
    out
}

/// What is around the first places; of what is not for the wall only how many there are.
fn places(seen: &Scrubbed, words: Words) -> Vec<Field<Key>> {
    let of = |private: bool| {
        let all = seen.seen.iter().filter(move |one| one.private == private);
        all.flat_map(|one| &one.places)
    };
    let shown = of(false).take(SHOWN);
    let mut out: Vec<Field<Key>> = shown
        .map(|place| note(format!("… {place} …"), Role::Body))
        .collect();
    let n = of(false).count();
    if n > SHOWN {
        out.push(note(words.ask_and_more(n - SHOWN), Role::Aside));
    }
    let private = of(true).count();
    if private > 0 {
        out.push(note(words.scrub_private(private), Role::Aside));
    }
    out
}

/// What may hold the word afterwards.
fn left(seen: &Scrubbed, words: Words) -> Vec<Field<Key>> {
    let mut out = Vec::new();
    if !seen.left.is_empty() {
        out.push(note(words.scrub_left(seen.left.len()), Role::See));
    }
    let unread = seen.unread.iter();
    out.extend(unread.map(|problem| note(words.problem(problem), Role::See)));
    out
}

/// Rows of the window.
fn high(fields: &[Field<Key>]) -> u16 {
    let rows = |field: &Field<Key>| match &field.value {
        Value::Note(text, _) => n_rows(text, usize::from(WIDE) - 12),
        _ => 1,
    };
    let rows: usize = fields.iter().map(rows).sum();
    AROUND + u16::try_from(rows).unwrap_or(u16::MAX - AROUND)
}
