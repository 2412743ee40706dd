//! What is known of a language, made ready for reading: sorted lists of words, wordings by their first word.

use super::phrases::{Phrases, sequence};
use super::tokens::{fold, tokens};
use crate::content::{self, Wording};
use crate::domain::code::Lang;
use crate::domain::order::Order;
use crate::domain::text::Text;
use std::sync::OnceLock;

/// Words without accents and capitals, sorted.
#[derive(Debug, Default)]
pub(super) struct WordSet(Vec<String>);

impl WordSet {
    fn new<'a>(lists: impl IntoIterator<Item = &'a Text>) -> Self {
        let lists = lists.into_iter().map(Text::as_str);
        let words = lists.flat_map(str::split_whitespace);
        let mut all: Vec<String> = words.map(|word| fold(word).into_owned()).collect();
        all.order();
        Self(all)
    }

    fn sorted(mut self) -> Self {
        self.0.order();
        self
    }

    /// Whether a word is in it.
    pub fn has(&self, word: &str) -> bool {
        self.0
            .binary_search_by(|own| own.as_str().cmp(word))
            .is_ok()
    }

    /// Whether a word is in it, or its singular.
    pub fn has_any(&self, word: &str) -> bool {
        self.has(word) || word.strip_suffix('s').is_some_and(|one| self.has(one))
    }
}

/// A language.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub shipped: &'static Wording,
    pub titles: WordSet,
    pub courtesy: WordSet,
    pub ranks: WordSet,
    pub articles: WordSet,
    pub plain: WordSet,
    pub governs: WordSet,
    pub ordinary: WordSet,
    pub endings: Vec<String>,
    pub verbs: Vec<String>,
    pub qualities: WordSet,
    pub functions: WordSet,
    pub persons: WordSet,
    pub people: WordSet,
    pub particles: WordSet,
    pub not_names: WordSet,
    /// Those of them that stand in place of a name.
    pub placeholders: WordSet,
    pub into: (WordSet, WordSet),
    pub vacancies: WordSet,
    pub lacking: WordSet,
    pub out: (WordSet, WordSet),
    pub places: WordSet,
    pub first_names: WordSet,
    pub unsure: WordSet,
    pub months: WordSet,
    pub born: Vec<Vec<String>>,
    pub kin: WordSet,
    pub rooms: WordSet,
    pub not_rooms: WordSet,
    pub counts: WordSet,
    pub numbers: WordSet,
    pub births: Vec<Vec<String>>,
    pub records: Vec<Vec<String>>,
    /// Lengths of the groups of a phone number.
    pub phones: Vec<Vec<usize>>,
    pub blame: Phrases,
    pub person: Phrases,
    pub solution: Phrases,
}

impl Vocabulary {
    fn new(shipped: &'static Wording) -> Self {
        let set = |list: &Text| WordSet::new([list]);
        let groups = |text: &Text| {
            let groups = text.as_str().split_whitespace();
            groups.filter_map(|n| n.parse().ok()).collect()
        };
        Self {
            titles: set(&shipped.titles),
            courtesy: set(&shipped.courtesy),
            ranks: set(&shipped.ranks),
            articles: set(&shipped.articles),
            plain: set(&shipped.plain),
            governs: set(&shipped.governs),
            ordinary: set(&shipped.ordinary),
            endings: spaced(&shipped.endings),
            verbs: spaced(&shipped.verbs),
            qualities: set(&shipped.qualities),
            functions: set(&shipped.functions),
            persons: set(&shipped.persons),
            people: WordSet::new([&shipped.functions, &shipped.persons, &shipped.pronouns]),
            particles: set(&shipped.particles),
            not_names: set(&shipped.not_names),
            placeholders: placeholders(&shipped.not_names),
            into: (set(&shipped.into), set(&shipped.into_by)),
            vacancies: set(&shipped.vacancies),
            lacking: set(&shipped.lacking),
            out: (set(&shipped.out), set(&shipped.out_by)),
            places: set(&shipped.places),
            first_names: set(&shipped.first_names),
            unsure: set(&shipped.unsure),
            months: set(&shipped.months),
            born: sequences(&shipped.born),
            kin: WordSet::new([&shipped.kin, &shipped.persons, &shipped.functions]),
            rooms: set(&shipped.rooms),
            not_rooms: set(&shipped.not_rooms),
            counts: set(&shipped.counts),
            numbers: set(&shipped.numbers),
            births: sequences(&shipped.births),
            records: sequences(&shipped.records),
            phones: shipped.phones.iter().map(groups).collect(),
            blame: Phrases::new(&shipped.blame),
            person: Phrases::new(&shipped.person),
            solution: Phrases::new(&shipped.solution),
            shipped,
        }
    }
}

/// Words as they are written.
fn spaced(list: &Text) -> Vec<String> {
    let words = list.as_str().split_whitespace();
    words.map(str::to_owned).collect()
}

/// The words of a list that are written in capitals.
fn placeholders(list: &Text) -> WordSet {
    let words = list.as_str().split_whitespace();
    let capitals = words.filter(|word| word.chars().all(char::is_uppercase));
    WordSet(capitals.map(|word| fold(word).into_owned()).collect()).sorted()
}

/// Wordings as words, the longest first.
fn sequences(texts: &[Text]) -> Vec<Vec<String>> {
    let words = |text: &Text| sequence(tokens(text.as_str()));
    let mut all: Vec<Vec<String>> = texts.iter().map(words).collect();
    all.order_by_key(|words| usize::MAX - words.len());
    all
}

/// What is known of a language, made ready when it is first asked for.
pub(super) fn vocabulary(lang: Lang) -> &'static Vocabulary {
    static FR: OnceLock<Vocabulary> = OnceLock::new();
    static EN: OnceLock<Vocabulary> = OnceLock::new();
    let shelf = match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    };
    shelf.get_or_init(|| Vocabulary::new(content::wording(lang)))
}
