//! Chronologie: facts typed in any order, sorted by time; each has a moment, an actor by function, a source, a star. Seen also as a line of time.

mod line;

use super::super::{Flow, Input};
use super::shared;
use crate::domain::analysis::{Analysis, Fact};
use crate::domain::ids::FactId;
use crate::domain::list::Keyed;
use crate::domain::moment::{Moment, Told};
use crate::domain::session::Session;
use crate::guard::Field as Reads;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, with_list};
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;
use ratatui::layout::Rect;

/// The fields of the step: those of the list, and those of the fact that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Facts,
    When,
    Actor,
    What,
    Source,
    Starred,
}

/// All of them.
const KEYS: [Key; 6] = [
    Key::Facts,
    Key::When,
    Key::Actor,
    Key::What,
    Key::Source,
    Key::Starred,
];

/// The place of the line of time.
const LINE: &str = "line";

/// The step.
#[derive(Debug)]
pub struct Timeline {
    at: Opened<Key, FactId>,
    /// Whether the line of time is shown, unless a fact is open.
    line: bool,
    /// The fact in focus on the line.
    focus: Option<FactId>,
}

impl Timeline {
    /// The list of facts.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Facts),
            line: false,
            focus: None,
        }
    }

    /// Whether the line of time fills the page.
    pub fn is_picture(&self) -> bool {
        self.line && self.at.item.is_none()
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.is_picture() {
            return vec![Scope::Picture, Scope::Views, Scope::Letters];
        }
        let mut scopes = with_list(self.at.scopes(&self.fields(desk)), Scope::Stars);
        if self.at.item.is_none() {
            scopes.push(Scope::Views);
        }
        scopes
    }

    /// Where the focus is: in the list, in an open fact, or on the line (`line F3`, and behind it what is open from there).
    pub fn place(&self, desk: &Desk) -> String {
        let open = self.at.place(&self.fields(desk));
        if !self.line {
            return open;
        }
        let focus = self.focus.map(|id| id.to_string()).unwrap_or_default();
        format!("{LINE} {focus} {open}")
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let line = place.strip_prefix(LINE).map(str::trim_start);
        self.line = line.is_some();
        let (focus, open) = line.map_or(("", place), |rest| {
            rest.split_once(' ').unwrap_or((rest, ""))
        });
        self.focus = focus.parse().ok();
        if !open.is_empty() {
            self.at.restore(open, &KEYS);
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let analysis = desk.session().and_then(Session::analysis);
        let open = self.at.item.and_then(|id| analysis?.facts.get(id));
        match open {
            Some(fact) => {
                let day = desk.session().and_then(Session::day_of_event);
                fact_fields(fact, day, words)
            }
            None => vec![facts_list(analysis, desk)],
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if !shared::chosen(desk) {
            return Flow::Ignored;
        }
        let gone = |id| shared::analysis(desk).is_none_or(|a| a.facts.get(id).is_none());
        if self.at.item.is_some_and(gone) {
            self.at.item = None;
        }
        match input {
            Input::Command(Command::View) if self.at.item.is_none() => {
                self.turn(desk);
                return Flow::Stay;
            }
            _ if self.is_picture() => return self.walk(input, desk),
            _ => {}
        }
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => {
                let next = self.at.wants_next();
                self.closed(id, desk);
                if next && shared::analysis(desk).is_some_and(|a| a.facts.get(id).is_some()) {
                    self.add(desk);
                }
            }
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// From the list to the line and back, on the same fact.
    fn turn(&mut self, desk: &Desk) {
        self.line = !self.line;
        if self.line {
            let here = nth(desk, self.at.form.cursor());
            self.focus = here.or_else(|| line::neighbour(desk, None, 0));
        } else {
            self.show_in_list(self.focus, desk);
        }
    }

    /// Takes input while the line of time is shown: from fact to fact, and into one.
    fn walk(&mut self, input: &Input, desk: &Desk) -> Flow {
        let delta = match input {
            Input::Command(Command::Back) => {
                self.turn(desk);
                return Flow::Stay;
            }
            Input::Command(Command::Confirm) => {
                self.focus = line::neighbour(desk, self.focus, 0);
                self.at.open(self.focus, Key::When);
                return Flow::Stay;
            }
            Input::Command(Command::Left) => -1,
            Input::Command(Command::Right) => 1,
            Input::Command(Command::First) => isize::MIN,
            Input::Command(Command::Last) => isize::MAX,
            Input::Wheel(lines) => isize::from(*lines),
            _ => return Flow::Ignored,
        };
        self.focus = line::neighbour(desk, self.focus, delta);
        Flow::Stay
    }

    fn show_in_list(&mut self, id: Option<FactId>, desk: &Desk) {
        let facts = desk.session().and_then(Session::analysis).map(|a| &a.facts);
        let at = facts.zip(id).and_then(|(facts, id)| facts.index_of(id));
        self.at.form.set_cursor(at.unwrap_or(0));
    }

    /// Back on the list, sorted, on the fact that was open; one that was left without a word leaves no trace.
    fn closed(&mut self, id: FactId, desk: &mut Desk) {
        desk.edit(Group::Alone, |session| {
            let day_zero = session.day_zero();
            if let Some(analysis) = session.analysis_mut() {
                if analysis
                    .facts
                    .get(id)
                    .is_some_and(|fact| *fact == Fact::new(id))
                {
                    analysis.remove_fact(id);
                }
                analysis.sort_facts(day_zero);
            }
        });
        self.show_in_list(Some(id), desk);
        self.focus = Some(id);
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        match edit {
            Edit::Add => self.add(desk),
            Edit::Open(index) => self.at.open(nth(desk, index), Key::When),
            Edit::Delete(index) => with_analysis(desk, nth(desk, index), Analysis::remove_fact),
            Edit::Shift(index, delta) => with_analysis(desk, nth(desk, index), |analysis, id| {
                analysis.facts.shift(id, delta);
            }),
            Edit::Mark(index) => change(desk, nth(desk, index), Group::Alone, |fact| {
                fact.starred = !fact.starred;
            }),
            // The line is in order as soon as the hour is, so that undoing the one undoes the other.
            Edit::Moment(when) => self.moved(key, when, desk),
            edit => change(desk, self.at.item, self.at.group(key), |fact| {
                match (key, edit) {
                    (Key::Actor, Edit::Text(text)) => fact.actor = text,
                    (Key::What, Edit::Text(text)) => fact.what = text,
                    (Key::Source, Edit::Text(text)) => fact.source = text,
                    (Key::Starred, Edit::Flip(_)) => fact.starred = !fact.starred,
                    _ => {}
                }
            }),
        }
    }

    /// Another hour for the open fact, and its place among the others.
    fn moved(&self, key: Key, when: Moment, desk: &mut Desk) {
        let Some(id) = self.at.item else { return };
        desk.edit(self.at.group(key), |session| {
            let day_zero = session.day_zero();
            if let Some(analysis) = session.analysis_mut()
                && let Some(fact) = analysis.facts.get_mut(id)
            {
                fact.when = when;
                analysis.sort_facts(day_zero);
            }
        });
    }

    fn add(&mut self, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: FactId = session.ids.give();
            if let Some(analysis) = session.analysis_or_new() {
                analysis.facts.push(Fact::new(id));
                new = Some(id);
            }
        });
        self.at.begin(new, Key::When);
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if !shared::chosen(desk) {
            shared::draw_nothing_chosen(desk, area, canvas);
            return;
        }
        if self.is_picture() {
            line::draw(desk, area, self.focus, canvas);
            return;
        }
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

fn nth(desk: &Desk, index: usize) -> Option<FactId> {
    desk.session()?.analysis()?.facts.at(index).map(Keyed::id)
}

fn with_analysis(desk: &mut Desk, id: Option<FactId>, change: impl FnOnce(&mut Analysis, FactId)) {
    desk.edit(Group::Alone, |session| {
        if let (Some(id), Some(analysis)) = (id, session.analysis_mut()) {
            change(analysis, id);
        }
    });
}

fn change(desk: &mut Desk, id: Option<FactId>, group: Group, change: impl FnOnce(&mut Fact)) {
    desk.edit(group, |session| {
        if let Some(fact) = id.and_then(|id| session.analysis_mut()?.facts.get_mut(id)) {
            change(fact);
        }
    });
}

fn facts_list(analysis: Option<&Analysis>, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let facts = analysis.map(|a| a.facts.clone()).unwrap_or_default();
    let unplaced = |fact: &Fact| match fact.when.base() {
        Moment::Said(_) | Moment::Unknown if !fact.what.is_blank() => words.timeline_not_placed(),
        _ => "",
    };
    let item = |fact: &Fact| {
        let deviates =
            analysis.is_some_and(|a| a.deviations.iter().any(|d| d.fact == Some(fact.id)));
        let sign = if fact.starred {
            signs.star
        } else if deviates {
            signs.place
        } else {
            " "
        };
        Item {
            sign: Some((sign, Role::See)),
            lead: words.moment_short(&fact.when),
            text: if fact.what.is_blank() {
                words.nothing_known().to_owned()
            } else {
                fact.what.to_string()
            },
            aside: [fact.actor.as_str(), fact.source.as_str(), unplaced(fact)]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            depth: 0,
        }
    };
    let items = facts.iter().map(item).collect();
    Field::new(
        Key::Facts,
        words.timeline_facts(),
        Value::Items {
            items,
            empty: words.timeline_empty().to_owned(),
        },
    )
}

/// What is meant by the hour typed: how it was understood, or how it can be typed.
fn understood(when: &Moment, day: Option<NaiveDate>, words: Words) -> String {
    match words.moment_full(when, day) {
        Some(full) => words.timeline_understood(full),
        None if when.is_unknown() => words.timeline_when_hint().to_owned(),
        None => words.timeline_kept().to_owned(),
    }
}

fn fact_fields(fact: &Fact, day: Option<NaiveDate>, words: Words) -> Vec<Field<Key>> {
    let unplaced = matches!(fact.when, Moment::Said(_));
    let aside = if unplaced {
        words.timeline_not_placed()
    } else {
        ""
    };
    vec![
        Field::new(
            Key::When,
            words.timeline_when(),
            Value::Moment(fact.when.clone(), words.0, Told::FromEvent),
        )
        .hint(understood(&fact.when, day, words))
        .aside(aside),
        Field::new(
            Key::Actor,
            words.timeline_actor(),
            Value::Line(fact.actor.clone()),
        )
        .hint(words.timeline_actor_hint()),
        Field::new(
            Key::What,
            words.timeline_what(),
            Value::Line(fact.what.clone()),
        )
        .hint(words.timeline_what_hint())
        .read_as(Reads::Fact),
        Field::new(
            Key::Source,
            words.timeline_source(),
            Value::Line(fact.source.clone()),
        )
        .hint(words.timeline_source_hint()),
        Field::new(
            Key::Starred,
            words.timeline_star(),
            Value::Toggle(fact.starred),
        )
        .hint(words.timeline_star_hint()),
    ]
}
