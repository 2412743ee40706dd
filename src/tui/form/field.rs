//! What a form is made of: fields with their present value, and the edits that come back.

use crate::domain::code::Lang;
use crate::domain::moment::{Moment, Side, Told, parse_due, parse_time};
use crate::domain::text::Text;
use crate::guard;
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use chrono::{NaiveDate, NaiveTime};
use std::borrow::Cow;

/// A field.
#[derive(Clone, Debug)]
pub struct Field<K> {
    /// Its key in the screen.
    pub key: K,
    /// Its label.
    pub label: Cow<'static, str>,
    /// Its present value.
    pub value: Value,
    /// A line below while it has the focus: what is meant, an example, the meaning of what was typed.
    pub hint: Cow<'static, str>,
    /// Whether that line also serves whoever can only read.
    pub serves_readers: bool,
    /// Said in place of the hint while what is typed is not understood.
    pub wrong: Cow<'static, str>,
    /// A short remark behind the value, always shown: « dans 26 jours ».
    pub aside: Cow<'static, str>,
    /// What kind of text it is, for the wording guard.
    pub kind: guard::Field,
    /// Whether its text only stands in for one still to be typed: what is typed takes its place.
    pub offered: bool,
    /// Whether a digit picks the option that bears it (`F4`), not the one at that place.
    pub numbered: bool,
}

/// A line of a list.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// A sign of state, with its role.
    pub sign: Option<(&'static str, Role)>,
    /// What stands before: an hour, a letter, a number.
    pub lead: String,
    /// The text, wrapped.
    pub text: String,
    /// What follows in the voice of an aside, on its own line.
    pub aside: String,
    /// How deep it is indented, in levels.
    pub depth: u16,
}

/// The value of a field.
#[derive(Clone, Debug)]
pub enum Value {
    /// A heading between fields; takes no focus.
    Heading,
    /// A text to read; takes no focus.
    Note(String, Role),
    /// A text of one line (it wraps; Enter leaves it).
    Line(Text),
    /// A text of several lines.
    Long(Text),
    /// A moment as people say it, shown in a language; what its days are told from.
    Moment(Moment, Lang, Told),
    /// A date, or a distance from today; where it lies if no year is typed.
    Date(Option<NaiveDate>, Side),
    /// An hour of the day.
    Time(Option<NaiveTime>),
    /// A whole number.
    Number(Option<u32>),
    /// One of several.
    One {
        /// The options.
        options: Vec<String>,
        /// The one chosen.
        chosen: Option<usize>,
    },
    /// Any of several.
    Many {
        /// The options.
        options: Vec<String>,
        /// Those chosen.
        chosen: Vec<usize>,
    },
    /// Yes or no.
    Toggle(bool),
    /// Something to do; the text says what.
    Button(String),
    /// A list.
    Items {
        /// The lines.
        items: Vec<Item>,
        /// What to say when there is none: what goes here and the key that starts it.
        empty: String,
    },
}

/// What is to be done to the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A text.
    Text(Text),
    /// A moment.
    Moment(Moment),
    /// A date, or none.
    Date(Option<NaiveDate>),
    /// An hour, or none.
    Time(Option<NaiveTime>),
    /// A number, or none.
    Number(Option<u32>),
    /// The option chosen, or none.
    One(Option<usize>),
    /// An option, or a yes/no, to be turned over.
    Flip(usize),
    /// A button was pressed.
    Press,
    /// Add an item.
    Add,
    /// Open the item.
    Open(usize),
    /// Delete the item.
    Delete(usize),
    /// Move the item by so many places.
    Shift(usize, isize),
    /// Mark the item.
    Mark(usize),
}

impl<K> Field<K> {
    /// A field.
    pub fn new(key: K, label: impl Into<Cow<'static, str>>, value: Value) -> Self {
        Self {
            key,
            label: label.into(),
            value,
            hint: Cow::Borrowed(""),
            serves_readers: false,
            wrong: Cow::Borrowed(""),
            aside: Cow::Borrowed(""),
            kind: guard::Field::Other,
            offered: false,
            numbered: false,
        }
    }

    /// With a hint that also serves whoever can only read.
    #[must_use]
    pub fn hint_to_readers(self, hint: impl Into<Cow<'static, str>>) -> Self {
        Self {
            serves_readers: true,
            ..self.hint(hint)
        }
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what to say while what is typed is not understood.
    #[must_use]
    pub fn wrong(mut self, wrong: impl Into<Cow<'static, str>>) -> Self {
        self.wrong = wrong.into();
        self
    }

    /// Read by the wording guard as a text of this kind.
    #[must_use]
    pub fn read_as(mut self, kind: guard::Field) -> Self {
        self.kind = kind;
        self
    }

    /// With a text that is offered, if it is: what is typed takes its place, a move of the cursor keeps it.
    #[must_use]
    pub fn offered(mut self, offered: bool) -> Self {
        self.offered = offered;
        self
    }

    /// With digits that pick the option that bears them: 4 picks `F4`, wherever it stands.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        self.numbered = true;
        self
    }

    /// The option that a digit picks.
    pub fn picked(&self, digit: u8) -> Option<usize> {
        let (Value::One { options, .. } | Value::Many { options, .. }) = &self.value else {
            return None;
        };
        let bears = |option: &String| {
            let name = option.split(' ').next().unwrap_or_default();
            let number = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
            number.len() < name.len() && number.parse() == Ok(digit)
        };
        if self.numbered {
            return options.iter().position(bears);
        }
        let place = usize::from(digit).checked_sub(1)?;
        (place < options.len()).then_some(place)
    }

    /// With an aside.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<Cow<'static, str>>) -> Self {
        self.aside = aside.into();
        self
    }
}

impl Value {
    /// Whether the focus can be here.
    pub fn takes_focus(&self) -> bool {
        !matches!(self, Self::Heading | Self::Note(..))
    }

    /// Whether characters are typed here.
    pub fn is_typed(&self) -> bool {
        matches!(
            self,
            Self::Line(_)
                | Self::Long(_)
                | Self::Moment(..)
                | Self::Date(..)
                | Self::Time(_)
                | Self::Number(_)
        )
    }

    /// How many options or items there are.
    pub fn n_options(&self) -> usize {
        match self {
            Self::One { options, .. } | Self::Many { options, .. } => options.len(),
            Self::Items { items, .. } => items.len(),
            _ => 0,
        }
    }

    /// The value as typed.
    pub fn raw(&self) -> String {
        match self {
            Self::Line(text) | Self::Long(text) => text.as_str().to_owned(),
            Self::Moment(moment, lang, _) => moment.show(*lang == Lang::Fr),
            Self::Date(date, _) => date
                .map(|d| d.format("%d/%m/%Y").to_string())
                .unwrap_or_default(),
            Self::Time(time) => time
                .map(|t| t.format("%H:%M").to_string())
                .unwrap_or_default(),
            Self::Number(n) => n.map(|n| n.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// Whether something was typed that the field cannot understand: no date, no hour.
    pub fn misreads(&self, typed: &str) -> bool {
        let empty = match self {
            Self::Date(date, _) => date.is_none(),
            Self::Time(time) => time.is_none(),
            Self::Number(n) => n.is_none(),
            _ => false,
        };
        empty && !typed.trim().is_empty()
    }

    /// An editor with the value, the cursor at its end.
    pub fn editor(&self) -> Editor {
        Editor::new(&self.raw(), matches!(self, Self::Long(_)))
    }

    /// Whether what is being typed means the value in other words than the value is shown in.
    pub fn half_typed(&self, typed: &str) -> bool {
        let worded = matches!(self, Self::Line(_) | Self::Long(_));
        !worded && typed != self.raw() && self.agrees(typed)
    }

    /// Whether what is being typed means the value: then the typing goes on, otherwise (undo, another edit) it starts again.
    pub fn agrees(&self, typed: &str) -> bool {
        match self {
            Self::Line(text) | Self::Long(text) => text.as_str() == typed,
            // The day only completes a year that was not typed, so that any day tells whether both mean the same.
            Self::Moment(moment, lang, told) => {
                // Of days told from today, that day may be any of the week that follows.
                let days = if *told == Told::FromToday { 0..8 } else { 0..1 };
                let from = year_of(moment);
                let read = |n| Moment::parse_told(typed, from + chrono::Days::new(n), *told);
                typed == moment.show(*lang == Lang::Fr) || days.map(read).any(|m| m == *moment)
            }
            // What is told from today cannot be read again from another day.
            Self::Date(..)
                if typed
                    .trim()
                    .starts_with(|c: char| c == '+' || c.is_alphabetic()) =>
            {
                true
            }
            Self::Date(None, side) => parse_due(typed, NaiveDate::default(), *side).is_none(),
            Self::Date(Some(date), side) => parse_due(typed, *date, *side) == Some(*date),
            Self::Time(time) => parse_time(typed) == *time,
            Self::Number(n) => typed.trim().parse().ok() == *n,
            _ => false,
        }
    }
}

fn year_of(moment: &Moment) -> NaiveDate {
    if let Moment::At(date, _) = moment {
        *date
    } else {
        NaiveDate::default()
    }
}
