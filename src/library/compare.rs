//! Two states of one session compared: what differs, field by field, in words. What is taken for the same item has the same
//! short name in both.

use crate::content::{self, Entry};
use crate::domain::code::{Code, Lang};
use crate::domain::parts::Parts;
use crate::domain::session::Session;
use crate::words::Words;
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Map, Value};

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where: « Actions : A2, échéance ».
    pub place: String,
    /// What stood there; nothing when it was not there.
    pub before: Option<String>,
    /// What stands there now; nothing when it is no longer there.
    pub after: Option<String>,
}

/// What differs between two states, in the order of the file. Nothing where both say the same: then only the way in which
/// the file is written differs.
pub fn differences(before: &Session, after: &Session, words: Words) -> Vec<Difference> {
    let mut out = Vec::new();
    // The usual case is told by the parts alone, without taking both states apart.
    if before.diff(after).is_empty() {
        return out;
    }
    let tree = |session: &Session| serde_json::to_value(session).unwrap_or_default();
    let walk = Walk { words };
    let (before, after) = (tree(before), tree(after));
    walk.any(&mut Vec::new(), Some(&before), Some(&after), &mut out);
    out
}

/// A step on the way to a field.
#[derive(Clone, Debug)]
enum Part {
    /// A field, by its name in the file.
    Field(String),
    /// An item, by its short name or its number.
    Item(String),
}

#[derive(Clone, Copy)]
struct Walk {
    words: Words,
}

impl Walk {
    fn any(
        self,
        path: &mut Vec<Part>,
        before: Option<&Value>,
        after: Option<&Value>,
        out: &mut Vec<Difference>,
    ) {
        // A field that says nothing is left out of a file: it is the same as an empty one.
        let (before, after) = (said(before), said(after));
        match (before, after) {
            (None, None) => {}
            (Some(old), Some(new)) if old == new => {}
            (Some(Value::Object(old)), Some(Value::Object(new))) => {
                self.objects(path, old, new, out);
            }
            (Some(Value::Array(old)), after) if are_items(old) => {
                let new = after.and_then(Value::as_array);
                self.items(path, old, new.map_or(&[], Vec::as_slice), out);
            }
            (before, Some(Value::Array(new))) if are_items(new) => {
                let old = before.and_then(Value::as_array);
                self.items(path, old.map_or(&[], Vec::as_slice), new, out);
            }
            (before, after) => {
                let field = field_of(path);
                out.push(Difference {
                    place: self.place(path),
                    before: before.map(|value| self.shown(field, value)),
                    after: after.map(|value| self.shown(field, value)),
                });
            }
        }
    }

    fn objects(
        self,
        path: &mut Vec<Part>,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        out: &mut Vec<Difference>,
    ) {
        let added = new.keys().filter(|key| !old.contains_key(*key));
        for key in old.keys().chain(added) {
            path.push(Part::Field(key.clone()));
            self.any(path, old.get(key), new.get(key), out);
            path.pop();
        }
    }

    /// Items by their short name, or by their place where they have none.
    fn items(self, path: &mut Vec<Part>, old: &[Value], new: &[Value], out: &mut Vec<Difference>) {
        let before = out.len();
        let named = named(old).is_some() && named(new).is_some();
        if !named {
            for at in 0..old.len().max(new.len()) {
                self.item(path, (at + 1).to_string(), old.get(at), new.get(at), out);
            }
            return;
        }
        let id = |item: &Value| item["id"].as_str().unwrap_or_default().to_owned();
        for item in old {
            let now = new.iter().find(|other| id(other) == id(item));
            self.item(path, id(item), Some(item), now, out);
        }
        for item in new {
            if old.iter().all(|other| id(other) != id(item)) {
                self.item(path, id(item), None, Some(item), out);
            }
        }
        if out.len() == before && old != new {
            let order = |items: &[Value]| items.iter().map(id).collect::<Vec<_>>().join(", ");
            out.push(Difference {
                place: format!("{}, {}", self.place(path), self.words.compare_order()),
                before: Some(order(old)),
                after: Some(order(new)),
            });
        }
    }

    fn item(
        self,
        path: &mut Vec<Part>,
        name: String,
        old: Option<&Value>,
        new: Option<&Value>,
        out: &mut Vec<Difference>,
    ) {
        path.push(Part::Item(name));
        if let (Some(_), Some(_)) = (old, new) {
            self.any(path, old, new, out);
        } else {
            out.push(Difference {
                place: self.place(path),
                before: old.map(|value| self.shown("", value)),
                after: new.map(|value| self.shown("", value)),
            });
        }
        path.pop();
    }

    /// « Actions : A2, échéance ».
    fn place(self, path: &[Part]) -> String {
        let mut out = String::new();
        for part in path {
            match part {
                Part::Field(name) => {
                    let label = label(&content::told().fields, name, self.words.0);
                    if out.is_empty() {
                        out = self.words.capital(&label);
                    } else {
                        out.push_str(", ");
                        out.push_str(&label);
                    }
                }
                Part::Item(name) => {
                    out.push_str(self.words.doc_colon());
                    out.push_str(name);
                }
            }
        }
        out
    }

    /// A value of a field as people read it.
    fn shown(self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(true) => self.words.doc_yes().to_owned(),
            Value::Bool(false) => self.words.doc_no().to_owned(),
            Value::Number(n) => n.to_string(),
            Value::String(text) => self.text(field, text),
            Value::Array(all) => {
                let all: Vec<String> = all.iter().map(|value| self.shown(field, value)).collect();
                all.join(", ")
            }
            Value::Object(all) => self.object(all),
        }
    }

    /// What an item says, field by field; of a value with a name, such as a target, what it holds.
    fn object(self, all: &Map<String, Value>) -> String {
        let filled = all.iter().filter_map(|(key, value)| {
            let value = said(Some(value))?;
            (key != "id").then_some((key, value))
        });
        let told = filled.map(|(key, value)| {
            let shown = self.shown(key, value);
            match label(&content::told().fields, key, self.words.0) {
                // The wording comes first in every item and needs no name.
                _ if key == "what" => shown,
                label => format!("{label}{}{shown}", self.words.doc_colon()),
            }
        });
        told.collect::<Vec<_>>().join("\u{a0}; ")
    }

    fn text(self, field: &str, text: &str) -> String {
        let lang = self.words.0;
        if let Ok(date) = text.parse::<NaiveDate>() {
            return self.words.date_short(date);
        }
        if let Ok(at) = text.parse::<NaiveDateTime>() {
            let (date, time) = (self.words.date_short(at.date()), self.words.time(at.time()));
            return format!("{date} {time}");
        }
        let code = Code::new(text);
        // A stage of care is one of a list; the stage of a session is not.
        let listed = list_of(field).filter(|list| list.iter().any(|entry| entry.id == code));
        if let Some(list) = listed {
            return content::label_of(list, &code, lang);
        }
        let plain = text.chars().all(|c| c.is_ascii_alphabetic());
        let known = content::told().values.iter();
        let mut known = known.filter(|entry| plain && entry.id.as_str() == text);
        let label = known.next().map(|entry| entry.label.get(lang));
        label.unwrap_or(text).replace('\n', " ")
    }
}

/// A value that says something.
fn said(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(all) => !all.is_empty(),
        Value::Object(all) => !all.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    })
}

/// Whether a list holds items that can be told apart.
fn are_items(all: &[Value]) -> bool {
    !all.is_empty() && all.iter().all(Value::is_object)
}

/// The items, if each has a short name.
fn named(all: &[Value]) -> Option<()> {
    all.iter().all(|item| item["id"].is_string()).then_some(())
}

/// The field in which a value stands.
fn field_of(path: &[Part]) -> &str {
    let mut fields = path.iter().rev().filter_map(|part| match part {
        Part::Field(name) => Some(name.as_str()),
        Part::Item(_) => None,
    });
    fields.next().unwrap_or_default()
}

fn label(entries: &[Entry], id: &str, lang: Lang) -> String {
    content::label_of(entries, &Code::new(id), lang)
}

/// The list whose ids a field holds.
fn list_of(field: &str) -> Option<&'static [Entry]> {
    let lists = content::lists();
    Some(match field {
        "sector" => &lists.sectors,
        "nature" => &lists.natures,
        "stage" => &lists.stages,
        "person" => &lists.persons,
        "age" => &lists.ages,
        "sex" => &lists.sexes,
        "vigilances" => &lists.vigilances,
        "roles" => &lists.roles,
        "profession" => &lists.professions,
        "self_check" => &lists.self_check,
        _ => return None,
    })
}
