//! Keys as a test writes them: `<Enter>`, `<C-p>`, `a`.

use crex::tui::key::{Code, Key};

/// Keys as a test writes them.
pub fn parse(keys: &str) -> Vec<Key> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = rest.find('>').filter(|_| c == '<') {
            out.push(named(&rest[1..end]));
            rest = &rest[end + 1..];
        } else {
            out.push(Key::char(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn named(name: &str) -> Key {
    if let Some(rest) = name.strip_prefix("C-") {
        return Key {
            ctrl: true,
            ..named(rest)
        };
    }
    if let Some(rest) = name.strip_prefix("A-") {
        return Key {
            alt: true,
            ..named(rest)
        };
    }
    let code = match name {
        "Enter" => Code::Enter,
        "Tab" => Code::Tab,
        "S-Tab" => Code::BackTab,
        "Esc" => Code::Esc,
        "Backspace" => Code::Backspace,
        "Delete" => Code::Delete,
        "Insert" => Code::Insert,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Home" => Code::Home,
        "End" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Space" => Code::Char(' '),
        name if name.chars().count() == 1 => Code::Char(name.chars().next().unwrap()),
        name => Code::F(
            name.strip_prefix('F')
                .and_then(|n| n.parse().ok())
                .unwrap_or_else(|| panic!("unknown key {name}")),
        ),
    };
    Key::plain(code)
}
