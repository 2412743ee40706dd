//! The words of a line as a debrief compares them: folded, without words that say nothing, expressions of the trade as one,
//! endings and slips of the keyboard passed over.

use crate::content;
use crate::domain::code::Lang;
use crate::domain::text::fold;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Most words of one expression.
const MAX_WORDS: usize = 4;
/// How much two words are one that share their beginning, or differ by one letter.
const SAME_ROOT: f32 = 0.85;
/// Letters that two words must share at their beginning to have one root.
const ROOT: usize = 4;
/// Letters of a word in which one may be wrong.
const SLIP: usize = 6;

/// A word as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Term {
    word: Word,
    /// Whether it says little.
    pub common: bool,
}

/// A word, or the group of words that mean the same to which it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Word {
    Plain(String),
    Group(usize),
}

/// What is known of one language.
struct Known {
    stop: HashSet<String>,
    common: HashSet<String>,
    /// Words and expressions, and the group that each belongs to.
    groups: HashMap<String, usize>,
}

impl Known {
    fn new(lang: Lang) -> Self {
        let trade = content::matching(lang);
        let words = |list: &str| -> HashSet<String> { list.split(' ').map(fold).collect() };
        let mut groups = HashMap::new();
        for (n, group) in trade.same.iter().enumerate() {
            for word in group.as_str().split(' ') {
                let folded = fold(word);
                let parts: Vec<&str> = parts(&folded).collect();
                if let [one] = parts.as_slice() {
                    groups.entry(bare(one).to_owned()).or_insert(n);
                }
                groups.entry(parts.join(" ")).or_insert(n);
            }
        }
        Self {
            stop: words(trade.stop.as_str()),
            common: words(trade.common.as_str()),
            groups,
        }
    }
}

fn known(lang: Lang) -> &'static Known {
    static KNOWN: [OnceLock<Known>; 2] = [const { OnceLock::new() }; 2];
    KNOWN[usize::from(lang == Lang::En)].get_or_init(|| Known::new(lang))
}

/// The words of a folded text.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// The terms of a text, each once.
pub(super) fn terms(text: &str, lang: Lang) -> Vec<Term> {
    let known = known(lang);
    // « l'œil » is folded with its ligature; people type two letters.
    let folded = fold(text).replace('œ', "oe").replace('æ', "ae");
    let words: Vec<&str> = parts(&folded).collect();
    let mut out: Vec<Term> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (n, term) = term(&words[at..], known);
        out.extend(term.filter(|term| !out.contains(term)));
        at += n;
    }
    out
}

/// The term at the beginning of `words`, and of how many words it is made: the longest expression that is known.
fn term(words: &[&str], known: &Known) -> (usize, Option<Term>) {
    for n in (1..=MAX_WORDS.min(words.len())).rev() {
        let expression = words[..n].join(" ");
        let group = known.groups.get(&expression);
        if let Some(group) = group.or_else(|| known.groups.get(bare(&expression))) {
            let common = n == 1 && known.common.contains(words[0]);
            let word = Word::Group(*group);
            return (n, Some(Term { word, common }));
        }
    }
    let word = words.first().copied().unwrap_or_default();
    if known.stop.contains(word) || word.chars().count() < 2 && !word.starts_with(char::is_numeric)
    {
        return (1, None);
    }
    let term = Term {
        word: Word::Plain(bare(word).to_owned()),
        common: known.common.contains(word),
    };
    (1, Some(term))
}

/// A word without the endings of gender and number.
fn bare(word: &str) -> &str {
    let mut bare = word;
    for ending in ["s", "x", "e"] {
        if bare.chars().count() > 3 {
            bare = bare.strip_suffix(ending).unwrap_or(bare);
        }
    }
    bare
}

impl Term {
    /// How much two terms are one: 1 when they are, less when they share their root.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        match (&self.word, &other.word) {
            (a, b) if a == b => 1.0,
            (Word::Plain(a), Word::Plain(b)) if is_near(a, b) => SAME_ROOT,
            _ => 0.0,
        }
    }
}

/// Whether two words share their root, or differ by a slip.
fn is_near(a: &str, b: &str) -> bool {
    if a.starts_with(char::is_numeric) || b.starts_with(char::is_numeric) {
        return false;
    }
    let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let root = shared > ROOT && shared * 2 >= long;
    let cut = shared == short && short >= ROOT && short * 3 >= long;
    root || cut || (short >= SLIP && is_slip(a, b, shared))
}

/// Whether one letter is wrong, missing or too many.
fn is_slip(a: &str, b: &str, shared: usize) -> bool {
    let (a, b) = (&a.as_bytes()[shared..], &b.as_bytes()[shared..]);
    let skip = |text: &'_ [u8]| text.get(1..).map(<[u8]>::to_vec);
    skip(a).as_deref() == Some(b)
        || skip(b).as_deref() == Some(a)
        || (a.len() == b.len() && skip(a) == skip(b))
}
