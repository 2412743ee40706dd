//! The urn: the papers of a vote while it is open. They bear no voter, no time, no order: what is put in lies at once where its
//! content puts it. The urn is kept outside the session, so that neither journal, backup nor undo ever holds a paper
//! before the vote closes.

use super::ballot::Paper;
use super::ids::BallotId;
use super::order::Order;
use super::text::Text;
use serde::{Deserialize, Serialize};

/// Most papers of a vote.
pub const MAX_PAPERS: u32 = 120;

/// What a voter hands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cast {
    /// A paper that says something.
    Paper(Paper),
    /// A blank one: the voter abstains.
    Blank,
    /// A void one: what it says breaks the rules.
    Void,
}

/// The papers received so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urn {
    ballot: BallotId,
    papers: Vec<Paper>,
    blank: u32,
    void: u32,
    words: Vec<Text>,
}

/// Longest word that is said with a paper, in characters.
pub const MAX_WORD: usize = 40;

impl Urn {
    /// The empty urn of a vote.
    pub fn new(ballot: BallotId) -> Self {
        Self {
            ballot,
            papers: Vec::new(),
            blank: 0,
            void: 0,
            words: Vec::new(),
        }
    }

    /// An urn with these papers, put in order whatever theirs is.
    pub fn holding(ballot: BallotId, casts: impl IntoIterator<Item = Cast>) -> Self {
        let mut urn = Self::new(ballot);
        for cast in casts {
            urn.put(cast);
        }
        urn
    }

    /// The same with everything where its content puts it, whatever its file says.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.papers.order();
        self.words.order_by(|a, b| a.as_str().cmp(b.as_str()));
        self
    }

    /// The vote that it belongs to.
    pub fn ballot(&self) -> BallotId {
        self.ballot
    }

    /// How many were received, blank and void ones included: the only thing that is told while the vote is open.
    pub fn received(&self) -> u32 {
        let papers = u32::try_from(self.papers.len()).unwrap_or(u32::MAX);
        papers.saturating_add(self.blank).saturating_add(self.void)
    }

    /// Whether it holds as much as it can.
    pub fn is_full(&self) -> bool {
        self.received() >= MAX_PAPERS
    }

    /// Puts something in; not into a full urn.
    pub fn put(&mut self, cast: Cast) {
        if self.is_full() {
            return;
        }
        match cast {
            Cast::Paper(paper) => {
                let at = self.papers.partition_point(|p| *p <= paper);
                self.papers.insert(at, paper);
            }
            Cast::Blank => self.blank += 1,
            Cast::Void => self.void += 1,
        }
    }

    /// Takes back one that says exactly this; whether there was one.
    pub fn take_back(&mut self, cast: &Cast) -> bool {
        match cast {
            Cast::Paper(paper) => {
                let Ok(at) = self.papers.binary_search(paper) else {
                    return false;
                };
                self.papers.remove(at);
                true
            }
            Cast::Blank => take_one(&mut self.blank),
            Cast::Void => take_one(&mut self.void),
        }
    }

    /// Adds a word said with a paper, apart from it: which of them it came with is not kept.
    pub fn say(&mut self, word: &Text) {
        let word: String = word.as_str().chars().take(MAX_WORD).collect();
        let word = Text::line(&word);
        if !word.is_blank() && self.words.len() < usize::try_from(MAX_PAPERS).unwrap_or(0) {
            let at = self.words.partition_point(|w| w.as_str() <= word.as_str());
            self.words.insert(at, word);
        }
    }

    /// The same with words as `with` says them; those that it says nothing of stay as they are.
    #[must_use]
    pub fn reworded(&self, with: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut out = self.clone();
        out.words.clear();
        for word in &self.words {
            let said = with(word.as_str());
            out.say(&said.map_or_else(|| word.clone(), |said| Text::line(&said)));
        }
        out
    }

    /// The papers, in canonical order.
    pub fn papers(&self) -> &[Paper] {
        &self.papers
    }

    /// Blank papers.
    pub fn blank(&self) -> u32 {
        self.blank
    }

    /// Void papers.
    pub fn void(&self) -> u32 {
        self.void
    }

    /// The words, in the order of their letters.
    pub fn words(&self) -> &[Text] {
        &self.words
    }
}

fn take_one(n: &mut u32) -> bool {
    let had = *n > 0;
    *n = n.saturating_sub(1);
    had
}
