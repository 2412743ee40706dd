//! The words of a text as they are compared: folded, without stop words, endings off, synonyms as one.

use crate::content;
use crate::content::Trade;
use crate::domain::code::Lang;
use crate::domain::text::fold;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

/// Letters of a word that are compared; what follows is an ending.
const STEM: usize = 6;
/// Most words of one expression.
const MAX_WORDS: usize = 4;

/// A word as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    stem: u32,
    /// Whether it says little.
    pub common: bool,
}

/// What is known of one language.
struct Known {
    stop: HashSet<String>,
    common: HashSet<String>,
    /// Expressions, their words with a space between, and the group that each belongs to.
    groups: HashMap<String, usize>,
    /// The first words of expressions of more than one.
    firsts: HashSet<String>,
    /// The groups that say little: those whose first word does.
    common_groups: HashSet<usize>,
}

impl Known {
    fn new(trade: &Trade) -> Self {
        let words = |list: &str| -> HashSet<String> { list.split(' ').map(fold).collect() };
        let (mut groups, mut firsts) = (HashMap::new(), HashSet::new());
        for (n, group) in trade.same.iter().enumerate() {
            for word in group.as_str().split(' ') {
                let folded = fold(word);
                let parts: Vec<&str> = parts(&folded).collect();
                let key = match parts.as_slice() {
                    [one] => stem(one).to_owned(),
                    many => {
                        firsts.extend(many.first().map(|first| (*first).to_owned()));
                        many.join(" ")
                    }
                };
                groups.entry(key).or_insert(n);
            }
        }
        let common = words(trade.common.as_str());
        let common: HashSet<String> = common.iter().map(|w| stem(w).to_owned()).collect();
        let leading = trade.same.iter().map(|group| {
            let first = group.as_str().split(' ').next().unwrap_or_default();
            stem(&fold(first)).to_owned()
        });
        let common_groups = leading
            .enumerate()
            .filter(|(_, first)| common.contains(first));
        Self {
            stop: words(trade.stop.as_str()),
            groups,
            firsts,
            common_groups: common_groups.map(|(n, _)| n).collect(),
            common,
        }
    }
}

fn known(lang: Lang) -> &'static Known {
    static KNOWN: [OnceLock<Known>; 2] = [const { OnceLock::new() }; 2];
    KNOWN[usize::from(lang == Lang::En)].get_or_init(|| Known::new(content::trade(lang)))
}

/// The words of a folded text.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// A word without its ending.
fn stem(word: &str) -> &str {
    let mut bare = word;
    for ending in ["s", "x", "e"] {
        if bare.chars().count() > 3 {
            bare = bare.strip_suffix(ending).unwrap_or(bare);
        }
    }
    bare.char_indices()
        .nth(STEM)
        .map_or(bare, |(at, _)| &bare[..at])
}

fn hashed(what: &impl Hash) -> u32 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    #[allow(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
    let half = hasher.finish() as u32;
    half
}

/// The terms of a text.
pub fn terms(text: &str, lang: Lang) -> Vec<Term> {
    let known = known(lang);
    let folded = fold(text);
    let words: Vec<&str> = parts(&folded).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (n, term) = term(&words[at..], known);
        out.extend(term);
        at += n;
    }
    out
}

/// The term at the beginning of `words`, and of how many words it is made: the longest expression that is known.
fn term(words: &[&str], known: &Known) -> (usize, Option<Term>) {
    let of_group = |group: &usize| Term {
        stem: hashed(group),
        common: known.common_groups.contains(group),
    };
    let word = words.first().copied().unwrap_or_default();
    let most = if known.firsts.contains(word) {
        MAX_WORDS.min(words.len())
    } else {
        1
    };
    for n in (2..=most).rev() {
        if let Some(group) = known.groups.get(&words[..n].join(" ")) {
            return (n, Some(of_group(group)));
        }
    }
    let bare = stem(word);
    if let Some(group) = known.groups.get(bare) {
        return (1, Some(of_group(group)));
    }
    if known.stop.contains(word) || word.chars().count() < 2 {
        return (1, None);
    }
    let term = Term {
        stem: hashed(&bare),
        common: known.common.contains(bare),
    };
    (1, Some(term))
}
