//! A paper while it is being filled, on the passed keyboard or from a slip: letters in their order, or a mark for every option.
//! It lives in memory alone and becomes a [`Cast`] when it is confirmed; until then it can be begun again.

use super::ballot::{Answer, Ballot, Method, Paper};
use super::order::Order;
use super::urn::Cast;

/// The points that the letters of a 3-2-1 paper give, in their order.
const WEIGHTS: [u32; 3] = [3, 2, 1];
/// Highest mark of a 0-5 score.
pub const TOP_SCORE: u32 = 5;

/// Why something does not go on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No option has this letter, or it was withdrawn.
    NoSuchOption,
    /// All that a voter has is given.
    Full,
    /// This option has all that one voter may give it: so many.
    Capped(usize, u32),
    /// The mark is higher than this.
    TooHigh(u32),
    /// The mark is lower than this.
    TooLow(u32),
}

/// What a whole paper says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole {
    Blank,
    Void,
}

/// A paper being filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    method: Method,
    live: Vec<bool>,
    picks: Vec<usize>,
    marks: Vec<Option<u32>>,
    whole: Option<Whole>,
}

impl Method {
    /// Whether a paper is filled with letters; otherwise every option gets a mark or an answer.
    pub fn is_lettered(self) -> bool {
        self.marks().is_none()
    }

    /// The marks that an option may get, lowest and highest, where every option gets one; those of a yes/no vote stand for its
    /// answers.
    pub fn marks(self) -> Option<(u32, u32)> {
        match self {
            Self::YesNo => Some((0, 2)),
            Self::Score => Some((0, TOP_SCORE)),
            Self::Levels { top } => Some((1, top.max(1))),
            Self::Hands { .. } | Self::Weighted | Self::Points { .. } => None,
        }
    }

    /// Letters that a voter may write, and how often the same one: one at least, whatever was set.
    fn letters(self) -> (u32, u32) {
        match self {
            Self::Hands { each } => (each.max(1), 1),
            Self::Weighted => (3, 1),
            Self::Points { points, cap } => (points.max(1), cap.max(1)),
            Self::YesNo | Self::Score | Self::Levels { .. } => (0, 0),
        }
    }
}

impl Draft {
    /// An empty paper of a vote.
    pub fn new(ballot: &Ballot) -> Self {
        Self {
            method: ballot.method,
            live: ballot.options.iter().map(|o| !o.withdrawn).collect(),
            picks: Vec::new(),
            marks: vec![None; ballot.options.len()],
            whole: None,
        }
    }

    /// A paper of a vote on which all is given that a voter has, whatever it is: it looks like any complete one.
    pub fn filled(ballot: &Ballot) -> Self {
        let mut draft = Self::new(ballot);
        let live: Vec<usize> = ballot.live().map(|(i, _)| i).collect();
        let (_, cap) = draft.method.letters();
        for option in live {
            if let Some((_, most)) = draft.method.marks() {
                draft.marks[option] = Some(most);
            } else {
                let given = draft.left().min(cap);
                draft.picks.extend((0..given).map(|_| option));
            }
        }
        draft
    }

    fn is_live(&self, option: usize) -> bool {
        self.live.get(option).copied().unwrap_or(false)
    }

    fn n_live(&self) -> usize {
        self.live.iter().filter(|live| **live).count()
    }

    /// Writes the letter of an option behind the others: the first of a 3-2-1 paper is worth three.
    ///
    /// # Errors
    /// Tells why the letter does not go on this paper, which stays as it was.
    pub fn pick(&mut self, option: usize) -> Result<(), Refusal> {
        if !self.is_live(option) {
            return Err(Refusal::NoSuchOption);
        }
        let (_, cap) = self.method.letters();
        let there = self.picks.iter().filter(|p| **p == option).count();
        if there >= cap as usize {
            return Err(Refusal::Capped(option, cap));
        }
        if self.left() == 0 {
            return Err(Refusal::Full);
        }
        self.whole = None;
        self.picks.push(option);
        Ok(())
    }

    /// Gives an option a mark: 0 to 5, or a level of the scale; none goes on a paper that is filled with letters.
    ///
    /// # Errors
    /// Tells why the mark does not go on this paper, which stays as it was.
    pub fn mark(&mut self, option: usize, mark: u32) -> Result<(), Refusal> {
        if !self.is_live(option) {
            return Err(Refusal::NoSuchOption);
        }
        let Some((least, most)) = self.method.marks() else {
            return Err(Refusal::TooHigh(0));
        };
        if mark > most {
            return Err(Refusal::TooHigh(most));
        }
        if mark < least {
            return Err(Refusal::TooLow(least));
        }
        self.whole = None;
        self.marks[option] = Some(mark);
        Ok(())
    }

    /// Answers for an option with yes, no or abstention.
    ///
    /// # Errors
    /// Tells why the answer does not go on this paper, which stays as it was.
    pub fn answer(&mut self, option: usize, answer: Answer) -> Result<(), Refusal> {
        let at = Answer::ALL.iter().position(|a| *a == answer);
        self.mark(option, at.and_then(|i| u32::try_from(i).ok()).unwrap_or(0))
    }

    /// The first option that has no mark yet, where every option gets one.
    pub fn next(&self) -> Option<usize> {
        let open = |i: &usize| self.is_live(*i) && self.marks[*i].is_none();
        (0..self.marks.len()).find(open)
    }

    /// Takes the last letter or the mark furthest down back; whether there was one.
    pub fn back(&mut self) -> bool {
        if self.whole.take().is_some() {
            return true;
        }
        if self.method.is_lettered() {
            return self.picks.pop().is_some();
        }
        let last = self.marks.iter().rposition(Option::is_some);
        last.is_some_and(|at| self.marks[at].take().is_some())
    }

    /// Takes the last letter of an option back, or its mark; whether there was one.
    pub fn lift(&mut self, option: usize) -> bool {
        if let Some(at) = self.picks.iter().rposition(|p| *p == option) {
            self.picks.remove(at);
            return true;
        }
        let mark = self.marks.get_mut(option);
        mark.is_some_and(|mark| mark.take().is_some())
    }

    /// Begins the paper again.
    pub fn clear(&mut self) {
        self.picks.clear();
        self.marks.fill(None);
        self.whole = None;
    }

    /// Makes it a blank paper.
    pub fn blank(&mut self) {
        self.clear();
        self.whole = Some(Whole::Blank);
    }

    /// Makes it a void paper.
    pub fn void(&mut self) {
        self.clear();
        self.whole = Some(Whole::Void);
    }

    /// Whether it was made blank.
    pub fn is_blank(&self) -> bool {
        self.whole == Some(Whole::Blank)
    }

    /// Whether it was made void.
    pub fn is_void(&self) -> bool {
        self.whole == Some(Whole::Void)
    }

    /// Whether nothing at all is written on it.
    pub fn is_empty(&self) -> bool {
        self.whole.is_none() && self.picks.is_empty() && self.marks.iter().all(Option::is_none)
    }

    /// The options written on it by letter, in their order.
    pub fn picks(&self) -> &[usize] {
        &self.picks
    }

    /// The mark of an option, where every option gets one.
    pub fn marked(&self, option: usize) -> Option<u32> {
        self.marks.get(option).copied().flatten()
    }

    /// The answer for an option of a yes/no vote.
    pub fn answered(&self, option: usize) -> Option<Answer> {
        let at = usize::try_from(self.marked(option)?).ok()?;
        Answer::ALL.get(at).copied()
    }

    /// Points that an option has on it now.
    pub fn points(&self, option: usize) -> u32 {
        match self.method {
            Method::YesNo => 0,
            Method::Score | Method::Levels { .. } => self.marked(option).unwrap_or(0),
            Method::Weighted => {
                let at = self.picks.iter().position(|p| *p == option);
                at.and_then(|at| WEIGHTS.get(at)).copied().unwrap_or(0)
            }
            _ => {
                let there = self.picks.iter().filter(|p| **p == option).count();
                u32::try_from(there).unwrap_or(u32::MAX)
            }
        }
    }

    /// Letters, marks or answers that the voter can still give.
    pub fn left(&self) -> u32 {
        if self.method.is_lettered() {
            let (most, cap) = self.method.letters();
            let room = u32::try_from(self.n_live()).unwrap_or(u32::MAX);
            let most = most.min(room.saturating_mul(cap));
            return most.saturating_sub(u32::try_from(self.picks.len()).unwrap_or(u32::MAX));
        }
        let open = (0..self.marks.len()).filter(|i| self.is_live(*i) && self.marks[*i].is_none());
        u32::try_from(open.count()).unwrap_or(u32::MAX)
    }

    /// What is handed in: an empty paper is a blank one; an option left without a level has none, one without a score counts as 0
    /// (what is said to the voter), one without an answer as an abstention.
    pub fn cast(&self) -> Cast {
        if self.is_void() {
            return Cast::Void;
        }
        if self.is_blank() || self.is_empty() {
            return Cast::Blank;
        }
        let all = 0..self.live.len();
        Cast::Paper(match self.method {
            Method::YesNo => Paper {
                answers: all
                    .map(|i| self.answered(i).unwrap_or(Answer::Abstain))
                    .collect(),
                points: Vec::new(),
            },
            _ => Paper {
                points: all.map(|i| self.points(i)).collect(),
                answers: Vec::new(),
            },
        })
    }
}

/// Whether a paper says what one voter may say in this vote.
pub fn is_valid(paper: &Paper, ballot: &Ballot) -> bool {
    let n = ballot.options.len();
    if ballot.method == Method::YesNo {
        return paper.points.is_empty() && paper.answers.len() == n;
    }
    let (most, cap) = ballot.method.letters();
    let sum = paper.points.iter().fold(0_u32, |a, b| a.saturating_add(*b));
    let fits = match ballot.method {
        Method::Score => paper.points.iter().all(|p| *p <= TOP_SCORE),
        Method::Levels { top } => sum > 0 && paper.points.iter().all(|p| *p <= top.max(1)),
        Method::Weighted => {
            let mut given: Vec<u32> = paper.points.iter().copied().filter(|p| *p > 0).collect();
            given.order_by(|a, b| b.cmp(a));
            !given.is_empty() && WEIGHTS.starts_with(&given)
        }
        _ => sum > 0 && sum <= most && paper.points.iter().all(|p| *p <= cap),
    };
    fits && paper.answers.is_empty() && paper.points.len() == n
}
