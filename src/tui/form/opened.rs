//! A list and the form of the item that is open in it: the shape of most steps.

use super::{Edit, Field, Form, Reaction};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::keymap::Scope;
use crate::tui::screens::Input;
use ratatui::layout::Rect;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// What marks an item just added in a place.
const NEW: &str = "+";

/// What input did.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn<K, I> {
    /// Not for this form.
    Ignored,
    /// Done.
    Stay,
    /// The open item was closed; the focus is on the list again.
    Closed(I),
    /// To be applied to the document.
    Edit(K, Edit),
}

/// A form over a list, and over the item that is open.
#[derive(Clone, Debug)]
pub struct Opened<K, I> {
    /// The form: over the fields of the list, or those of the open item.
    pub form: Form<K>,
    /// The open item.
    pub item: Option<I>,
    list: K,
    /// The open item was just added: confirming its last field adds the next one.
    fresh: bool,
    /// An item just added was confirmed to its end.
    ended: bool,
}

impl<K: Copy + PartialEq + Debug, I: Copy + Display + FromStr> Opened<K, I> {
    /// Nothing open, the focus on the field `list`.
    pub fn new(list: K) -> Self {
        Self {
            form: Form::at(list),
            item: None,
            list,
            fresh: false,
            ended: false,
        }
    }

    /// The scopes of the field in focus.
    pub fn scopes(&self, fields: &[Field<K>]) -> Vec<Scope> {
        self.form.scopes(fields)
    }

    /// Opens an item, the focus on its field `first`.
    pub fn open(&mut self, item: Option<I>, first: K) {
        if item.is_some() {
            self.item = item;
            self.fresh = false;
            self.form.set_focus(first);
        }
    }

    /// Opens an item that was just added.
    pub fn begin(&mut self, item: Option<I>, first: K) {
        self.open(item, first);
        self.fresh = item.is_some();
    }

    /// Whether the open item was just added.
    pub fn is_new(&self) -> bool {
        self.fresh
    }

    /// Whether the item just closed had been added and was confirmed to its last field: then the next one is wanted. Asked
    /// once.
    pub fn wants_next(&mut self) -> bool {
        std::mem::take(&mut self.ended)
    }

    /// Takes input.
    pub fn take(
        &mut self,
        input: &Input,
        fields: &[Field<K>],
        area: Rect,
        desk: &Desk,
    ) -> Turn<K, I> {
        if *input == Input::Command(Command::Back) {
            return self.close().map_or(Turn::Ignored, Turn::Closed);
        }
        match self.form.take(input, fields, area, desk) {
            Reaction::Ignored => Turn::Ignored,
            Reaction::Moved => Turn::Stay,
            Reaction::Finished => {
                self.ended = self.fresh;
                self.close().map_or(Turn::Stay, Turn::Closed)
            }
            Reaction::Edit(key, edit) => Turn::Edit(key, edit),
        }
    }

    fn close(&mut self) -> Option<I> {
        let item = self.item.take()?;
        self.fresh = false;
        self.form.set_focus(self.list);
        Some(item)
    }

    /// Edits of one field of one item are undone together.
    pub fn group(&self, key: K) -> Group {
        let item = self.item.map(|id| id.to_string()).unwrap_or_default();
        Group::Field(format!("{item}{key:?}"))
    }

    /// The open item, the field in focus, the cursor: `F3/What/0`, `F3+/What/0` where it was just added.
    pub fn place(&self, fields: &[Field<K>]) -> String {
        let item = self.item.map(|id| id.to_string()).unwrap_or_default();
        let fresh = if self.fresh { NEW } else { "" };
        format!("{item}{fresh}/{}", self.form.place(fields))
    }

    /// Puts back what [`Opened::place`] told; `keys` are all that can be in focus.
    pub fn restore(&mut self, place: &str, keys: &[K]) {
        let (item, rest) = place.split_once('/').unwrap_or_default();
        let fresh = item.strip_suffix(NEW);
        self.item = fresh.unwrap_or(item).parse().ok();
        self.fresh = fresh.is_some() && self.item.is_some();
        self.form.restore(rest, keys);
    }
}
