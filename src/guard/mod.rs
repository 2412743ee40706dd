//! The wording guard: a text in, remarks out. It looks for names and other identifiers, for blame, for a person as the
//! final cause, for solutions stated among facts, each with what could be written instead. The name of a structure
//! is none of a person's and is not remarked on, even where it was someone's. It decides nothing and changes nothing; what it knows of a language is data (`content/wording`). One pass over the words of the text.

mod haste;
mod names;
mod numbers;
mod phrases;
mod tokens;
mod vocabulary;

use crate::domain::code::Lang;
use crate::domain::order::Order;
use crate::domain::wording::{Mark, Watch};
use std::ops::Range;
use tokens::{Token, tokens};
use vocabulary::{Vocabulary, vocabulary};

/// What kind of text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A fact of the timeline, a reported fact.
    Fact,
    /// A deviation, expected or observed.
    Deviation,
    /// A factor.
    Factor,
    /// A why.
    Why,
    /// Anything else that is kept.
    Other,
}

/// Which identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// A name of a person.
    Name,
    /// A phone number.
    Phone,
    /// An address of electronic mail.
    Email,
    /// A date of birth.
    Birth,
    /// A number of social security.
    Nir,
    /// The number of a room.
    Room,
    /// The number of a file or a stay.
    Record,
}

/// What is remarked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What tells who someone is.
    Identifier(Identifier),
    /// A judgement on someone.
    Blame,
    /// A person as the final cause.
    Person,
    /// A solution where facts are told.
    Solution,
}

impl Kind {
    /// Under which heading it can be silenced.
    pub const fn watch(self) -> Watch {
        match self {
            Self::Identifier(_) => Watch::Identifiers,
            Self::Blame => Watch::Blame,
            Self::Person => Watch::Persons,
            Self::Solution => Watch::Solutions,
        }
    }
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// On what.
    pub kind: Kind,
    /// The words, in bytes of the text.
    pub range: Range<usize>,
    /// What could be written instead, one short line in the language of the text.
    pub advice: &'static str,
}

/// All remarks on a text, from its beginning on; none lies over another.
pub fn remarks(text: &str, field: Field, lang: Lang) -> Vec<Remark> {
    let tokens = tokens(text);
    let known = vocabulary(lang);
    let read = Reading {
        text,
        tokens: &tokens,
        known,
    };
    let mut found = Vec::new();
    names::find(&read, &mut found);
    numbers::find(&read, &mut found);
    phrases::find(&read, &known.blame, Kind::Blame, &mut found);
    if matches!(field, Field::Factor | Field::Why) {
        phrases::find(&read, &known.person, Kind::Person, &mut found);
    }
    if matches!(field, Field::Fact | Field::Deviation) {
        phrases::find(&read, &known.solution, Kind::Solution, &mut found);
    }
    // What begins first holds, and the longest of those that begin together.
    found.order_by_key(|remark| (remark.range.start, usize::MAX - remark.range.end));
    let mut end = 0;
    found.retain(|remark| {
        let free = remark.range.start >= end;
        end = end.max(if free { remark.range.end } else { 0 });
        free
    });
    found
}

/// The mark of a fragment by which it is passed over later: the same words of the same kind have the same mark, and so has
/// about one in 256 of all others, which is then passed over unseen. [`Mark`] says what such a mark can and cannot tell.
pub fn mark(text: &str, remark: &Remark) -> Mark {
    let words = text.get(remark.range.clone()).unwrap_or_default();
    // FNV-1a over the folded words, brought down to 16 bits, then by `Mark` to 8.
    let mut hash: u32 = 0x811c_9dc5 ^ remark.kind.watch() as u32;
    for token in tokens::tokens(words) {
        for byte in token.fold.bytes().chain([b' ']) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    let folded = (hash >> 16) ^ (hash & 0xffff);
    Mark::from(u16::try_from(folded).unwrap_or_default())
}

/// A text being read.
struct Reading<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    known: &'static Vocabulary,
}

impl<'t> Reading<'t> {
    /// The word at a place, without accents and capitals; nothing behind the last one.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.fold.as_ref())
    }

    /// The word as it was written.
    fn raw(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.raw)
    }

    /// What stands between a word and the next one; of the last word, all that is left.
    fn gap(&self, at: usize) -> &'t str {
        let Some(token) = self.tokens.get(at) else {
            return "";
        };
        let next = self.tokens.get(at + 1);
        let end = next.map_or(self.text.len(), |next| next.start);
        self.text.get(token.end()..end).unwrap_or_default()
    }

    /// What stands before a word, from the word before it on.
    fn gap_before(&self, at: usize) -> &'t str {
        match at.checked_sub(1) {
            Some(before) => self.gap(before),
            None => self
                .tokens
                .first()
                .and_then(|first| self.text.get(..first.start))
                .unwrap_or_default(),
        }
    }

    /// From the beginning of one word to the end of another.
    fn range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        start..self.tokens.get(to).map_or(start, Token::end)
    }

    /// Whether two words follow each other in one sentence.
    fn joined(&self, at: usize) -> bool {
        at + 1 < self.tokens.len() && self.gap(at).chars().all(|c| is_space(c) || is_joint(c))
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// What stands inside a compound word or after an elision.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests;
