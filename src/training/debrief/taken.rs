//! The tests before and after as the group took them: how many were right question by question, means line by line. Tests filled
//! in one by one and those counted by hand are one; no code of a test comes out.

use crate::domain::scenario::{Kit, QuizQuestion};
use crate::domain::simulation::{Play, Round, Sheet};
use crate::domain::text::{Text, fold};

/// Fewest people who took both tests, so that what is said of them is said of none of them.
const LEAST_PAIRS: u32 = 3;
/// Answers that a mark can have.
const MARKS: usize = 11;

/// How a question was answered in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many chose each answer.
    pub answers: Vec<u32>,
    /// How many gave none.
    pub none: u32,
    /// How many were right.
    pub right: u32,
}

impl Tally {
    /// How many answered.
    pub fn answered(&self) -> u32 {
        self.answers.iter().sum()
    }

    /// The share that is right, in percent of those who took the test; none where nobody did.
    pub fn percent(&self) -> Option<u32> {
        let all = self.answered() + self.none;
        (all > 0).then(|| (self.right * 100 + all / 2) / all)
    }
}

/// A question of the quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: Text,
    /// Its answers.
    pub answers: Vec<Text>,
    /// Which one is right, from 0.
    pub right: Option<usize>,
    /// Why.
    pub why: Text,
    /// Before.
    pub before: Tally,
    /// After.
    pub after: Tally,
}

/// Those who took the quiz before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// How many.
    pub people: u32,
    /// Answers right both times.
    pub kept: u32,
    /// Wrong before, right after.
    pub gained: u32,
    /// Right before, wrong after.
    pub lost: u32,
    /// Wrong both times.
    pub wrong: u32,
}

/// A mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    /// How many.
    pub n: u32,
    /// Their sum.
    pub sum: u32,
}

impl Mean {
    /// In tenths, rounded; none of nothing.
    pub const fn tenths(self) -> Option<u32> {
        match self.n {
            0 => None,
            n => Some((self.sum * 10 + n / 2) / n),
        }
    }
}

/// A line of the self-assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The line.
    pub text: Text,
    /// Before.
    pub before: Mean,
    /// After.
    pub after: Mean,
    /// How many gave 0, 1 … 10 before.
    pub spread_before: Vec<u32>,
    /// The same after.
    pub spread_after: Vec<u32>,
}

/// A line of what was said of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Satisfied {
    /// The line.
    pub text: Text,
    /// How many gave 1, 2, 3, 4.
    pub counts: Vec<u32>,
}

impl Satisfied {
    /// The mean, from 1 to 4.
    pub fn mean(&self) -> Mean {
        let marks = self.counts.iter().zip(1..);
        marks.fold(Mean::default(), |mean, (n, mark)| Mean {
            n: mean.n + n,
            sum: mean.sum + n * mark,
        })
    }
}

/// The quiz by question; nothing where nobody took it.
pub(super) fn quiz(play: &Play, kit: &Kit) -> Vec<Question> {
    let taken = |round| {
        let counted = play.counts.iter().filter(move |c| c.round == round);
        let by_hand = counted.flat_map(|c| c.quiz.iter().flatten());
        play.sheets_of(round).next().is_some() || by_hand.sum::<u32>() > 0
    };
    if !taken(Round::Before) && !taken(Round::After) {
        return Vec::new();
    }
    let each = kit.quiz.iter().enumerate().map(|(at, question)| Question {
        text: question.text.clone(),
        answers: question.answers.clone(),
        right: question.right_index(),
        why: question.why.clone(),
        before: tally(play, question, at, Round::Before),
        after: tally(play, question, at, Round::After),
    });
    each.collect()
}

fn tally(play: &Play, question: &QuizQuestion, at: usize, round: Round) -> Tally {
    let mut tally = Tally {
        answers: vec![0; question.answers.len()],
        ..Tally::default()
    };
    for sheet in play.sheets_of(round) {
        let answer = answer(sheet, at).and_then(|answer| tally.answers.get_mut(answer));
        match answer {
            Some(n) => *n += 1,
            None => tally.none += 1,
        }
    }
    for counted in play.counts.iter().filter(|c| c.round == round) {
        let counts = counted.quiz.get(at).into_iter().flatten();
        for (n, more) in tally.answers.iter_mut().zip(counts) {
            *n += more;
        }
    }
    let right = question.right_index().and_then(|r| tally.answers.get(r));
    tally.right = right.copied().unwrap_or(0);
    tally
}

fn answer(sheet: &Sheet, at: usize) -> Option<usize> {
    sheet.quiz.get(at).copied().flatten().map(usize::from)
}

/// What became of the answers of those who took both tests; nothing where they are too few to hide among.
pub(super) fn pairs(play: &Play, kit: &Kit) -> Option<Pairs> {
    let code = |sheet: &Sheet| fold(sheet.code.as_str().trim());
    let mut pairs = Pairs::default();
    for before in play.sheets_of(Round::Before) {
        let own = code(before);
        let mut after = play.sheets_of(Round::After);
        let Some(after) = after.find(|sheet| !own.is_empty() && code(sheet) == own) else {
            continue;
        };
        pairs.people += 1;
        for (at, question) in kit.quiz.iter().enumerate() {
            let right = question.right_index();
            let is_right = |sheet| right.is_some() && answer(sheet, at) == right;
            match (is_right(before), is_right(after)) {
                (true, true) => pairs.kept += 1,
                (false, true) => pairs.gained += 1,
                (true, false) => pairs.lost += 1,
                (false, false) => pairs.wrong += 1,
            }
        }
    }
    Some(pairs).filter(|pairs| pairs.people >= LEAST_PAIRS)
}

/// The self-assessment by line; nothing where nobody filled it in.
pub(super) fn marks(play: &Play, kit: &Kit) -> Vec<Marked> {
    let each = kit.self_assessment.iter().enumerate().map(|(at, text)| {
        let (before, after) = (
            spread(play, at, Round::Before),
            spread(play, at, Round::After),
        );
        Marked {
            text: text.clone(),
            before: mean(&before),
            after: mean(&after),
            spread_before: before,
            spread_after: after,
        }
    });
    let all: Vec<Marked> = each.collect();
    if all.iter().all(|line| line.before.n + line.after.n == 0) {
        return Vec::new();
    }
    all
}

/// How many gave 0, 1 … 10 to a line.
fn spread(play: &Play, at: usize, round: Round) -> Vec<u32> {
    let mut spread = vec![0; MARKS];
    for sheet in play.sheets_of(round) {
        let mark = sheet.marks.get(at).copied().flatten();
        if let Some(n) = mark.and_then(|mark| spread.get_mut(usize::from(mark))) {
            *n += 1;
        }
    }
    for counted in play.counts.iter().filter(|c| c.round == round) {
        let counts = counted.marks.get(at).into_iter().flatten();
        for (n, more) in spread.iter_mut().zip(counts) {
            *n += more;
        }
    }
    spread
}

fn mean(spread: &[u32]) -> Mean {
    let marks = spread.iter().zip(0..);
    marks.fold(Mean::default(), |mean, (n, mark)| Mean {
        n: mean.n + n,
        sum: mean.sum + n * mark,
    })
}

/// What was said of the day; nothing where nobody was asked.
pub(super) fn satisfaction(play: &Play, kit: &Kit) -> Vec<Satisfied> {
    if play.satisfaction.iter().flatten().sum::<u32>() == 0 {
        return Vec::new();
    }
    let each = kit.satisfaction.iter().enumerate().map(|(at, text)| {
        let mut counts = play.satisfaction.get(at).cloned().unwrap_or_default();
        counts.resize(4, 0);
        Satisfied {
            text: text.clone(),
            counts,
        }
    });
    each.collect()
}
