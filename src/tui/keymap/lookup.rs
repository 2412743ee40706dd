//! Reading the table: what a key means in some scopes, which bindings hold there, which key gives a command.

use super::{BINDINGS, Binding, Scope};
use crate::domain::code::Lang;
use crate::tui::command::Command::{self, Type};
use crate::tui::key::{Code, Key};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a key means in these scopes, the innermost first.
pub fn lookup(key: Key, scopes: &[Scope], lang: Lang) -> Option<Command> {
    if let Some(c) = typed(key, scopes) {
        return Some(Type(c));
    }
    let bound = scopes.iter().find_map(|scope| {
        let here = by_key().get(&(*scope, key))?;
        let held = |(only, _): &&(Option<Lang>, Command)| only.is_none_or(|l| l == lang);
        here.iter().find(held).map(|(_, command)| *command)
    });
    bound.or_else(|| written(key, scopes))
}

/// The character that a key types before it means anything else: in a text any, but where hands are counted only what is no
/// key of counting; on a matrix the letter of an item.
fn typed(key: Key, scopes: &[Scope]) -> Option<char> {
    let Code::Char(c) = key.code else {
        return None;
    };
    let text = |s: &Scope| matches!(s, Scope::Line | Scope::Long);
    let counts = scopes.contains(&Scope::Counting)
        && by_key().contains_key(&(Scope::Counting, Key::char(c)));
    let of_text = scopes.iter().any(text) && !counts;
    let of_item = scopes.contains(&Scope::Places) && ('A'..='T').contains(&c);
    (!key.ctrl && !key.alt && (of_text || of_item)).then_some(c)
}

/// On a paper, on a slip and in a test every letter and digit that has no meaning of its own is written.
fn written(key: Key, scopes: &[Scope]) -> Option<Command> {
    let paper = scopes
        .iter()
        .any(|s| matches!(s, Scope::Paper | Scope::Slip | Scope::Test));
    match key.code {
        Code::Char(c) if paper && !key.ctrl && !key.alt => Some(Type(c)),
        _ => None,
    }
}

/// What a key means in a scope, in one language or in both.
type ByKey = HashMap<(Scope, Key), Vec<(Option<Lang>, Command)>>;

/// The table, turned round once: a frame asks it for every key that it shows.
fn by_key() -> &'static ByKey {
    static BY_KEY: OnceLock<ByKey> = OnceLock::new();
    BY_KEY.get_or_init(|| {
        let mut out = ByKey::new();
        for binding in BINDINGS {
            for key in binding.keys {
                let here = out.entry((binding.scope, *key)).or_default();
                here.push((binding.lang, binding.command));
            }
        }
        out
    })
}

/// The bindings that hold in these scopes; those whose keys mean something else in an inner scope are left out.
pub fn held(scopes: &[Scope], lang: Lang) -> Vec<&'static Binding> {
    let of_scope = |scope: &Scope| {
        let scope = *scope;
        BINDINGS
            .iter()
            .filter(move |b| b.scope == scope && b.lang.is_none_or(|l| l == lang))
    };
    let real = |b: &&Binding| {
        b.keys
            .iter()
            .any(|key| lookup(*key, scopes, lang) == Some(b.command))
    };
    scopes.iter().flat_map(of_scope).filter(real).collect()
}

/// The key to show for a command in these scopes: one that really gives it there, the one that holds most widely first, so
/// that a command found everywhere is always shown with the same key.
pub fn key_for(command: Command, scopes: &[Scope], lang: Lang) -> Option<Key> {
    let of_scope =
        |scope: &'static Binding, wanted: Scope| scope.scope == wanted && scope.command == command;
    let keys = scopes.iter().rev().flat_map(|s| {
        let here = BINDINGS.iter().filter(move |b| of_scope(b, *s));
        here.flat_map(|b| b.keys.iter().copied())
    });
    let mut real = keys.filter(|key| lookup(*key, scopes, lang) == Some(command));
    real.next()
}
