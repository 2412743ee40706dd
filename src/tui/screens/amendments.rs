//! The amendments to a sealed session: read, and written. What is being written is kept like any other text; once added it
//! stays.

use super::ask::Ask;
use super::meeting::header;
use super::{Flow, Input, help};
use crate::domain::amendments::{About, Amendment, DraftGap};
use crate::domain::text::Text;
use crate::guard;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::fit;
use ratatui::layout::Rect;

/// Rows above the form: title, aim, air.
const HEAD: u16 = 4;
/// Columns of what an amendment is about, shown beside its short name.
const FOUND: usize = 36;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Broken,
    Doubtful,
    Compare,
    List,
    New,
    What,
    About,
    By,
    Reason,
    Add,
}

/// The screen.
#[derive(Debug)]
pub struct Amendments {
    form: Form<Key>,
}

impl Default for Amendments {
    fn default() -> Self {
        Self {
            form: Form::at(Key::List),
        }
    }
}

impl Amendments {
    /// The screen, with the focus where it is of most use: on what was changed, if the seal is broken; on what is being
    /// written, if there is nothing to read.
    pub fn new(desk: &Desk) -> Self {
        let open = desk.amendments.as_ref();
        let first = match open {
            _ if desk.is_seal_broken() => Key::Compare,
            Some(open) if open.doc.amendments.is_empty() => Key::What,
            _ => Key::List,
        };
        Self {
            form: Form::at(first),
        }
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&fields(desk))
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Amendments)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if let Input::Command(Command::Back | Command::Amend) = input {
            return Flow::Close;
        }
        let fields = fields(desk);
        match self.form.take(input, &fields, place(desk.areas.full), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Moved => Flow::Stay,
            Reaction::Finished => self.add(desk),
            Reaction::Edit(key, edit) => self.apply(key, edit, desk),
        }
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) -> Flow {
        match (key, edit) {
            (Key::Compare, _) => desk.ask(Effect::CompareSealed),
            (Key::List, Edit::Add) => self.form.set_focus(Key::What),
            (Key::Add, _) => return self.add(desk),
            (key, Edit::Text(text)) => {
                let group = Group::Field(format!("{key:?}"));
                desk.edit_amendment(group, |draft| match key {
                    Key::What => draft.what = text,
                    Key::About => draft.about = text,
                    Key::By => draft.by = text,
                    Key::Reason => draft.reason = text,
                    _ => {}
                });
            }
            _ => {}
        }
        Flow::Stay
    }

    /// Asks a last time; what is still lacking is said, and the focus goes there.
    fn add(&mut self, desk: &Desk) -> Flow {
        let words = desk.words();
        let Some(open) = &desk.amendments else {
            return Flow::Stay;
        };
        if let Some(why) = &open.read_only {
            return Flow::Say(words.why(why));
        }
        let Some(gap) = open.doc.draft.gaps().first().copied() else {
            // Back from the question, what was added is in focus.
            self.form.set_focus(Key::List);
            self.form.set_cursor(open.doc.amendments.len());
            return Flow::Push(Ask::amend().into());
        };
        self.form.set_focus(match gap {
            DraftGap::What => Key::What,
            DraftGap::By => Key::By,
            DraftGap::Reason => Key::Reason,
        });
        Flow::Say(words.amendment_gap(gap).to_owned())
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        if let Some(session) = desk.session() {
            header(desk, session, None, canvas);
        }
        let full = canvas.areas.full;
        let line = |y: u16, height: u16| Rect {
            x: full.x + 2,
            y: full.y + y,
            width: full.width.saturating_sub(3),
            height,
        };
        canvas.line(line(0, 1), words.amendments_title(), Role::Title);
        canvas.text(line(1, 2), words.amendments_aim(), Role::Aside);
        canvas.cursor = self
            .form
            .draw(&fields(desk), place(full), canvas.look, canvas.buf);
    }
}

/// Where the form stands.
fn place(full: Rect) -> Rect {
    let head = HEAD.min(full.height);
    Rect {
        y: full.y + head,
        height: full.height - head,
        ..full
    }
}

/// What is read and written here.
fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let note = |key, text: &str| {
        let text = format!("{} {text}", signs.refused);
        Field::new(key, "", Value::Note(text, Role::Refused))
    };
    let mut fields = Vec::new();
    if desk.is_seal_broken() {
        fields.push(note(Key::Broken, words.seal_broken_said()));
        let compare = Value::Button(words.seal_compare().to_owned());
        fields.push(Field::new(Key::Compare, "", compare));
    }
    if desk.beside().doubtful {
        fields.push(note(Key::Doubtful, words.amendments_doubt()));
    }
    fields.push(list(desk));
    fields.extend(draft(desk));
    fields
}

/// The amendments there are, to be read.
fn list(desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let open = desk.amendments.as_ref();
    let all = open.map_or(&[][..], |open| open.doc.amendments.as_slice());
    let item = |(n, amendment): (usize, &Amendment)| {
        let on = amendment.on.map(|day| words.date_short(day));
        let lead = words.amendment_lead(&on.unwrap_or_default(), amendment.by.as_str());
        let about = desk
            .session()
            .map(|session| words.amendment_about(session, &amendment.about));
        let why = words.amendment_because(amendment.reason.as_str());
        Item {
            lead: (n + 1).to_string(),
            text: amendment.what.to_string(),
            aside: format!("{lead} · {}\n{why}", about.unwrap_or_default()),
            ..Item::default()
        }
    };
    let value = Value::Items {
        items: all.iter().enumerate().map(item).collect(),
        empty: words.amendments_none().to_owned(),
    };
    Field::new(Key::List, words.amendments_list(), value)
}

/// The amendment that is being written.
fn draft(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let (Some(open), Some(session)) = (&desk.amendments, desk.session()) else {
        return Vec::new();
    };
    let draft = &open.doc.draft;
    let about = About::read(session, &draft.about);
    let found = about.wording(session).unwrap_or_default();
    let line = |key, label, text: &Text, hint: &'static str| {
        Field::new(key, label, Value::Line(text.clone())).hint(hint)
    };
    let add = Value::Button(words.amendment_add().to_owned());
    vec![
        Field::new(Key::New, words.amendment_new(), Value::Heading),
        Field::new(
            Key::What,
            words.amendment_what(),
            Value::Long(draft.what.clone()),
        )
        .hint(words.amendment_what_hint())
        .read_as(guard::Field::Other),
        line(
            Key::About,
            words.amendment_where(),
            &draft.about,
            words.amendment_where_hint(),
        )
        .aside(fit(found.as_str().lines().next().unwrap_or_default(), FOUND).into_owned()),
        line(
            Key::By,
            words.amendment_by(),
            &draft.by,
            words.function_hint(),
        ),
        line(
            Key::Reason,
            words.amendment_reason(),
            &draft.reason,
            words.amendment_reason_hint(),
        ),
        Field::new(Key::Add, "", add).hint(words.amendment_add_hint()),
    ]
}
