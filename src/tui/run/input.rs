//! Terminal events to messages: the one place that knows both, and the traps of keyboards.

use crate::domain::text::Text;
use crate::tui::key::{Code, Key, Msg};
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// Lines that one notch of the wheel moves.
const NOTCH: i16 = 3;

/// Turns events into messages.
#[derive(Default)]
pub struct Keyboard {
    /// Characters that are held down, as far as their releases are told (on Windows).
    held: Vec<char>,
}

impl Keyboard {
    /// The message of an event, if it has one.
    pub fn msg(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(event) => self.key(event).map(Msg::Key),
            // Terminals send \r for the line breaks of a paste.
            Event::Paste(text) => Some(Msg::Paste(Text::from(text))),
            Event::Mouse(event) => mouse(event),
            Event::Resize(width, height) => Some(Msg::Resize(width, height)),
            Event::FocusGained | Event::FocusLost => {
                self.held.clear();
                None
            }
        }
    }

    fn key(&mut self, event: KeyEvent) -> Option<Key> {
        if event.kind == KeyEventKind::Release && !self.is_typed_by_number(event.code) {
            return None;
        }
        if let (KeyCode::Char(c), KeyEventKind::Press) = (event.code, event.kind)
            && !self.held.contains(&c)
        {
            self.held.push(c);
        }
        key(event.code, event.modifiers)
    }

    /// On Windows the releases of keys are told too. One that releases no key is Alt+0201, typed on the digits: its character
    /// comes when Alt is let go. A key pressed with Shift may be let go as another character, so that any held key counts.
    fn is_typed_by_number(&mut self, code: KeyCode) -> bool {
        let KeyCode::Char(c) = code else { return false };
        match self.held.iter().position(|held| *held == c) {
            Some(at) => {
                self.held.swap_remove(at);
                false
            }
            None => self.held.pop().is_none() && !c.is_ascii(),
        }
    }
}

/// A key with its modifiers.
fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    let mut key = Key {
        code: Code::Enter,
        ctrl: modifiers.contains(KeyModifiers::CONTROL),
        alt: modifiers.contains(KeyModifiers::ALT),
        shift: modifiers.contains(KeyModifiers::SHIFT),
    };
    key.code = match code {
        KeyCode::Char(c) => return char(c, key),
        KeyCode::Enter => Code::Enter,
        KeyCode::Tab if key.shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    // Shift is already told by the name.
    key.shift &= key.code != Code::BackTab;
    Some(key)
}

/// A character: Shift is in it already, `AltGr` comes as Ctrl+Alt with the character that it makes.
fn char(c: char, with: Key) -> Option<Key> {
    if c.is_control() {
        return None;
    }
    let text = with.ctrl == with.alt;
    let letter = if with.ctrl && !text {
        c.to_ascii_lowercase()
    } else {
        c
    };
    Some(Key {
        code: Code::Char(letter),
        ctrl: with.ctrl && !text,
        alt: with.alt && !text,
        shift: false,
    })
}

fn mouse(event: MouseEvent) -> Option<Msg> {
    let (column, row) = (event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click(column, row)),
        MouseEventKind::ScrollUp => Some(Msg::Wheel(column, row, -NOTCH)),
        MouseEventKind::ScrollDown => Some(Msg::Wheel(column, row, NOTCH)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
