//! Wordings: a few words in a row, looked up by the first of them.

use super::tokens::{Token, tokens};
use super::{Kind, Reading, Remark};
use crate::content::Wordings;
use crate::domain::order::Order;
use crate::domain::text::Text;
use std::ops::Range;

/// How many words before a wording its subject may stand.
const REACH: usize = 4;
/// Letters from which on an ending tells a verb.
const VERB: usize = 4;

/// One word of a wording.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// This word.
    Word(String),
    /// Any word that begins so.
    Start(String),
    /// Someone named by function.
    Who,
    /// A verb in the infinitive.
    Verb,
}

/// A wording.
#[derive(Debug)]
struct Phrase {
    parts: Vec<Part>,
    /// Which of the parts are shown.
    shown: Range<usize>,
    /// Of which wordings it is one.
    of: usize,
}

/// Wordings of one kind.
#[derive(Debug)]
pub(super) struct Phrases {
    /// Those that begin with a whole word, sorted by it.
    by_word: Vec<Phrase>,
    /// The others.
    others: Vec<Phrase>,
    /// What keeps a wording from being one; `of` says for which.
    unless: Vec<Phrase>,
    about: &'static [Wordings],
}

impl Phrases {
    pub(super) fn new(about: &'static [Wordings]) -> Self {
        let read = |texts: fn(&Wordings) -> &Vec<Text>| -> Vec<Phrase> {
            let all = about.iter().enumerate();
            all.flat_map(|(of, one)| texts(one).iter().map(move |text| phrase(text.as_str(), of)))
                .collect()
        };
        let (mut by_word, others): (Vec<Phrase>, Vec<Phrase>) = read(|one| &one.any)
            .into_iter()
            .partition(|phrase| matches!(phrase.parts.first(), Some(Part::Word(_))));
        by_word.order_by(|a, b| first(a).cmp(first(b)));
        Self {
            by_word,
            others,
            unless: read(|one| &one.unless),
            about,
        }
    }

    /// The wordings that may begin with this word.
    fn beginning<'p>(&'p self, word: &'p str) -> impl Iterator<Item = &'p Phrase> {
        let from = self.by_word.partition_point(|p| first(p) < word);
        let same = self.by_word[from..].iter();
        let same = same.take_while(move |p| first(p) == word);
        same.chain(&self.others)
    }
}

fn first(phrase: &Phrase) -> &str {
    match phrase.parts.first() {
        Some(Part::Word(word)) => word,
        _ => "",
    }
}

/// The words of tokens.
pub(super) fn sequence(tokens: Vec<Token>) -> Vec<String> {
    let words = tokens.into_iter().map(|token| token.fold.into_owned());
    words.collect()
}

/// A wording as it is written in the data: `la [faute]`.
fn phrase(text: &str, of: usize) -> Phrase {
    let mut parts = Vec::new();
    let (mut from, mut to) = (0, usize::MAX);
    for piece in text.split_whitespace() {
        let opens = piece.starts_with('[');
        let shuts = piece.ends_with(']');
        let piece = piece.trim_matches(['[', ']']);
        if opens {
            from = parts.len();
        }
        match piece {
            "{who}" => parts.push(Part::Who),
            "{inf}" => parts.push(Part::Verb),
            piece => {
                let any = piece.ends_with('*');
                parts.extend(sequence(tokens(piece)).into_iter().map(Part::Word));
                if let Some(Part::Word(word)) = parts.pop_if(|_| any) {
                    parts.push(Part::Start(word));
                }
            }
        }
        if shuts {
            to = parts.len();
        }
    }
    let to = to.min(parts.len());
    Phrase {
        parts,
        shown: from..to,
        of,
    }
}

/// Adds what of these wordings stands in a text.
pub(super) fn find(read: &Reading, phrases: &Phrases, kind: Kind, out: &mut Vec<Remark>) {
    for at in 0..read.tokens.len() {
        for phrase in phrases.beginning(read.word(at)) {
            let Some(ends) = matched(read, phrase, at) else {
                continue;
            };
            let from = start_of(&ends, phrase.shown.start, at);
            let Some(wordings) = phrases.about.get(phrase.of) else {
                continue;
            };
            let meant = !phrases
                .unless
                .iter()
                .any(|other| other.of == phrase.of && excuses(read, other, from));
            if meant && (!wordings.by || has_subject(read, at)) {
                let to = ends.get(phrase.shown.end - 1).copied().unwrap_or(from);
                out.push(Remark {
                    kind,
                    range: read.range(from, to),
                    advice: wordings.say.as_str(),
                });
            }
        }
    }
}

/// The word with which a part begins.
fn start_of(ends: &[usize], part: usize, at: usize) -> usize {
    let before = part.checked_sub(1).and_then(|before| ends.get(before));
    before.map_or(at, |end| end + 1)
}

/// The last word of each part of a wording that begins at a word.
fn matched(read: &Reading, phrase: &Phrase, at: usize) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut next = at;
    for (n, part) in phrase.parts.iter().enumerate() {
        if n > 0 && !read.joined(next - 1) {
            return None;
        }
        let word = read.tokens.get(next).map(|token| token.fold.as_ref())?;
        let fits = match part {
            Part::Word(wanted) => word == wanted,
            Part::Start(wanted) => word.starts_with(wanted.as_str()),
            Part::Verb => is_verb(word),
            Part::Who => {
                // « aide-soignante » is one person.
                if read.gap(next) == "-" && read.known.people.has_any(read.word(next + 1)) {
                    next += 1;
                }
                read.known.people.has_any(read.word(next))
            }
        };
        if !fits {
            return None;
        }
        ends.push(next);
        next += 1;
    }
    Some(ends)
}

/// Whether an exception stands around the word at which a wording begins to be shown.
fn excuses(read: &Reading, unless: &Phrase, shown: usize) -> bool {
    let Some(at) = shown.checked_sub(unless.shown.start) else {
        return false;
    };
    matched(read, unless, at).is_some()
}

/// Whether someone named by function stands shortly before, in the same part of the sentence.
fn has_subject(read: &Reading, at: usize) -> bool {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|before| read.joined(*before))
        .any(|before| read.known.people.has_any(read.word(before)))
}

fn is_verb(word: &str) -> bool {
    word.len() >= VERB && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}
