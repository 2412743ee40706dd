//! Recueil: who is heard, by function, and what is looked at, before an analysis between two meetings is written.

use super::super::{Flow, Input};
use super::shared::{self, line, or};
use crate::domain::analysis::Source;
use crate::domain::ids::SourceId;
use crate::domain::list::Keyed;
use crate::domain::moment::Side;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;
use ratatui::layout::Rect;

/// The fields of the step: the list, and those of the source that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Sources,
    What,
    Note,
    On,
    Done,
}

/// All of them.
const KEYS: [Key; 5] = [Key::Sources, Key::What, Key::Note, Key::On, Key::Done];

/// The step.
#[derive(Debug)]
pub struct Sources {
    at: Opened<Key, SourceId>,
}

impl Sources {
    /// The list of sources.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Sources),
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.at.scopes(&self.fields(desk))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        self.at.restore(place, &KEYS);
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let open = self.at.item.and_then(|id| source(desk, id));
        match open {
            Some(source) => source_fields(source, desk.words()),
            None => vec![list(desk)],
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if !shared::chosen(desk) {
            return Flow::Ignored;
        }
        if self.at.item.is_some_and(|id| source(desk, id).is_none()) {
            self.at.item = None;
        }
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => {
                let next = self.at.wants_next() && *input == Input::Command(Command::Confirm);
                self.closed(id, desk);
                if next && source(desk, id).is_some() {
                    self.add(desk);
                }
            }
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Back on the list; a source left without a word leaves no trace.
    fn closed(&mut self, id: SourceId, desk: &mut Desk) {
        shared::edit(desk, Group::Alone, |analysis| {
            if analysis.sources.get(id) == Some(&Source::new(id)) {
                analysis.sources.remove(id);
            }
        });
        let at = shared::analysis(desk).and_then(|a| a.sources.index_of(id));
        self.at.form.set_cursor(at.unwrap_or(0));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        let today = desk.today();
        match edit {
            Edit::Add => self.add(desk),
            Edit::Open(index) => self.at.open(nth(desk, index), Key::What),
            Edit::Delete(index) => with(desk, nth(desk, index), |sources, id| {
                sources.remove(id);
            }),
            Edit::Shift(index, delta) => with(desk, nth(desk, index), |sources, id| {
                sources.shift(id, delta);
            }),
            Edit::Mark(index) => {
                change(desk, nth(desk, index), Group::Alone, |s| turn(s, today));
            }
            edit => change(desk, self.at.item, self.at.group(key), |source| {
                match (key, edit) {
                    (Key::What, Edit::Text(text)) => source.what = text,
                    (Key::Note, Edit::Text(text)) => source.note = text,
                    (Key::On, Edit::Date(on)) => source.on = on,
                    (Key::Done, Edit::Flip(_)) => turn(source, today),
                    _ => {}
                }
            }),
        }
    }

    fn add(&mut self, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: SourceId = session.ids.give();
            if let Some(analysis) = session.analysis_or_new() {
                analysis.sources.push(Source::new(id));
                new = Some(id);
            }
        });
        self.at.begin(new, Key::What);
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if !shared::chosen(desk) {
            shared::draw_nothing_chosen(desk, area, canvas);
            return;
        }
        let fields = self.fields(desk);
        canvas.cursor = self.at.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}

fn source(desk: &Desk, id: SourceId) -> Option<&Source> {
    shared::analysis(desk)?.sources.get(id)
}

fn nth(desk: &Desk, index: usize) -> Option<SourceId> {
    shared::analysis(desk)?.sources.at(index).map(Keyed::id)
}

/// What is done was done today, unless another day was said.
fn turn(source: &mut Source, today: NaiveDate) {
    source.done = !source.done;
    if source.done {
        source.on = source.on.or(Some(today));
    }
}

fn with(
    desk: &mut Desk,
    id: Option<SourceId>,
    change: impl FnOnce(&mut crate::domain::list::List<Source>, SourceId),
) {
    shared::edit(desk, Group::Alone, |analysis| {
        if let Some(id) = id {
            change(&mut analysis.sources, id);
        }
    });
}

fn change(desk: &mut Desk, id: Option<SourceId>, group: Group, change: impl FnOnce(&mut Source)) {
    shared::edit(desk, group, |analysis| {
        if let Some(source) = id.and_then(|id| analysis.sources.get_mut(id)) {
            change(source);
        }
    });
}

fn list(desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let sources = shared::analysis(desk).map(|a| &a.sources);
    let items = sources
        .into_iter()
        .flat_map(crate::domain::list::List::iter);
    let items: Vec<Item> = items.map(|s| item(s, desk)).collect();
    let none = items.is_empty();
    let value = Value::Items {
        items,
        empty: words.sources_empty().to_owned(),
    };
    let list = Field::new(Key::Sources, words.sources_list(), value);
    if none {
        list
    } else {
        list.hint(words.sources_hint())
    }
}

fn item(source: &Source, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let on = source.on.map(|on| words.date(on));
    let when = match (source.done, on) {
        (true, on) => on.unwrap_or_default(),
        (false, Some(on)) => format!("{} · {on}", words.sources_to_do()),
        (false, None) => words.sources_to_do().to_owned(),
    };
    let aside = [when.as_str(), source.note.as_str()];
    let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
    Item {
        sign: Some(if source.done {
            (signs.done, Role::Done)
        } else {
            (signs.not_yet, Role::Aside)
        }),
        lead: source.id.to_string(),
        text: or(&source.what, words.sources_unsaid()).to_owned(),
        aside: aside.join("\n"),
        depth: 0,
    }
}

fn source_fields(source: &Source, words: Words) -> Vec<Field<Key>> {
    vec![
        line(
            Key::What,
            words.sources_what(),
            &source.what,
            words.sources_what_hint(),
        ),
        Field::new(
            Key::Note,
            words.sources_note(),
            Value::Long(source.note.clone()),
        )
        .hint(words.sources_note_hint()),
        Field::new(
            Key::On,
            words.sources_on(),
            Value::Date(source.on, Side::Past),
        )
        .hint(words.date_hint())
        .wrong(words.date_wrong())
        .aside(source.on.map(|on| words.date(on)).unwrap_or_default()),
        Field::new(Key::Done, words.sources_done(), Value::Toggle(source.done))
            .hint(words.sources_done_hint()),
    ]
}
