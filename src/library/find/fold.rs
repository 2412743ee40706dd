//! Words without case, accents or ligatures, and where each of their letters stood.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Words without case, accents or ligatures, to compare what people type. Runs of white space are one space.
pub fn fold(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    each(words, |c, _| out.push(c));
    out
}

/// A folded text with, for each of its bytes, the byte of the original where the character began that it comes from.
pub(super) struct Folded {
    /// The folded text.
    pub text: String,
    /// Where its bytes come from.
    pub at: Vec<usize>,
}

impl Folded {
    pub fn of(words: &str) -> Self {
        let mut text = String::with_capacity(words.len());
        let mut at = Vec::with_capacity(words.len());
        each(words, |c, from| {
            text.push(c);
            at.resize(text.len(), from);
        });
        Self { text, at }
    }
}

/// The words of a folded text: runs of letters and digits.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Calls `take` with every character of the folded text and the byte where the one began that it comes from.
fn each(words: &str, mut take: impl FnMut(char, usize)) {
    let mut begun = false;
    let mut blank = None;
    let mut put = |c: char, from: usize| {
        if c.is_whitespace() {
            blank.get_or_insert(from);
            return;
        }
        if let Some(space) = blank.take().filter(|_| begun) {
            take(' ', space);
        }
        begun = true;
        take(c, from);
    };
    for (from, c) in words.char_indices() {
        if c.is_ascii() {
            put(c.to_ascii_lowercase(), from);
            continue;
        }
        decompose_compatible(c, |part| match part {
            part if is_combining_mark(part) => {}
            'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(|c| put(c, from)),
            'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(|c| put(c, from)),
            'ß' => ['s', 's'].into_iter().for_each(|c| put(c, from)),
            '’' => put('\'', from),
            part => part.to_lowercase().for_each(|c| put(c, from)),
        });
    }
}
