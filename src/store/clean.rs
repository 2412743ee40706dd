//! Whether the texts of a file are all as [`Text`] keeps them.

use crate::domain::text::{MAX_BYTES, Text};
use ron::Value;

/// Whether reading `text` changes none of the texts in it.
pub fn is_clean(text: &str) -> bool {
    is_ordinary(text) || ron::from_str::<Value>(text).map_or(true, |value| holds_clean(&value))
}

/// Only letters and signs that are kept as they are, nothing escaped, nothing long enough to be cut: the usual file.
fn is_ordinary(text: &str) -> bool {
    // A text with signs in it stands between other signs: it could be longer than any of its pieces.
    let short = |text: &str| {
        let pieces = || text.split('"').all(|piece| piece.len() <= MAX_BYTES);
        text.len() <= MAX_BYTES || (!text.contains("#\"") && pieces())
    };
    short(text) && text.chars().all(ordinary)
}

fn ordinary(c: char) -> bool {
    let ascii = matches!(c, '\n' | ' '..='~') && c != '\\';
    let letters = matches!(c, '\u{a0}'..='\u{17f}') && c != '\u{ad}';
    let signs = matches!(
        c,
        '\u{2010}'..='\u{2027}' | '\u{202f}' | '\u{2030}'..='\u{205f}' | '€' | '\u{2190}'..='\u{22ff}'
    );
    ascii || letters || signs
}

fn holds_clean(value: &Value) -> bool {
    match value {
        Value::String(raw) => Text::new(raw).as_str() == raw,
        Value::Option(inner) => inner.as_deref().is_none_or(holds_clean),
        Value::Seq(items) => items.iter().all(holds_clean),
        Value::Map(map) => map
            .iter()
            .all(|(key, value)| holds_clean(key) && holds_clean(value)),
        _ => true,
    }
}
