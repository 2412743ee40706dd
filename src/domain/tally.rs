//! The count of a vote (dépouillement): what every option got, what the rule retains, and what it cannot separate. A tie is
//! told exactly when the rule leaves more options than places, or as many yes as no.

use super::ballot::{Answer, Ballot, BallotOption, Method, Paper, Target};
use super::order::Order;
use super::session::Session;

/// What the rule of a vote says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The options still on offer by index, with what the rule ranks them by; best first, equal ones by letter.
    pub ranking: Vec<(usize, u32)>,
    /// What the rule retains, best first.
    pub kept: Vec<usize>,
    /// What the rule cannot separate, by letter.
    pub tied: Vec<usize>,
    /// Places for which the tied compete.
    pub places: u32,
}

/// How an option of a yes/no vote was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Papers that abstain on it; those who raise no hand at all are not among them.
    pub abstain: u32,
}

impl Ballot {
    /// The options still on offer, by index.
    pub fn live(&self) -> impl Iterator<Item = (usize, &BallotOption)> {
        let options = self.options.iter().enumerate();
        options.filter(|(_, option)| !option.withdrawn)
    }

    /// What an option got: hands and points together; in a yes/no vote, the yes.
    pub fn total(&self, index: usize) -> u32 {
        let hands = self.options.get(index).and_then(|o| o.hands).unwrap_or(0);
        if self.method == Method::YesNo {
            return self.answers(index).yes;
        }
        let points = self.papers.iter().filter_map(|p| p.points.get(index));
        points.fold(hands, |sum, n| sum.saturating_add(*n))
    }

    /// How an option was answered in a yes/no vote, by hands and on papers.
    pub fn answers(&self, index: usize) -> Answers {
        let option = self.options.get(index);
        let mut all = Answers {
            yes: option.and_then(|o| o.hands).unwrap_or(0),
            no: option.and_then(|o| o.against).unwrap_or(0),
            abstain: 0,
        };
        for answer in self.papers.iter().filter_map(|p| p.answers.get(index)) {
            let n = match answer {
                Answer::Yes => &mut all.yes,
                Answer::No => &mut all.no,
                Answer::Abstain => &mut all.abstain,
            };
            *n = n.saturating_add(1);
        }
        all
    }

    /// What the rule ranks an option by: its total, by how much yes outweighs no, or twice the median of its levels.
    pub fn value(&self, index: usize) -> u32 {
        match self.method {
            Method::YesNo => {
                let all = self.answers(index);
                all.yes.saturating_sub(all.no)
            }
            Method::Levels { .. } => {
                let twice = self.spread(index).map_or(0, |s| s.twice_median);
                u32::try_from(twice).unwrap_or(u32::MAX)
            }
            _ => self.total(index),
        }
    }

    /// How many options the vote can retain: a vote on levels retains none, it places them all.
    pub fn places(&self) -> usize {
        let asked = match (self.keep, self.method) {
            (_, Method::Levels { .. }) => return 0,
            (0, Method::Hands { each }) => each.max(1),
            (0, Method::YesNo) => return self.options.len(),
            (0, _) => 1,
            (keep, _) => keep,
        };
        usize::try_from(asked).unwrap_or(usize::MAX)
    }

    /// What the rule says. Nobody is retained without a voice; the order of papers and options never matters but for the order of
    /// equals.
    pub fn tally(&self) -> Tally {
        let mut ranking: Vec<(usize, u32)> = self.live().map(|(i, _)| (i, self.value(i))).collect();
        ranking.order_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let voiced: Vec<(usize, u32)> = ranking.iter().copied().filter(|r| r.1 > 0).collect();
        let places = self.places();
        let last = places.checked_sub(1).and_then(|at| voiced.get(at));
        let level = match (last, voiced.get(places)) {
            (Some(last), Some(next)) if last.1 == next.1 => Some(last.1),
            _ => None,
        };
        let kept = voiced.iter().take(places);
        let kept: Vec<usize> = kept.filter(|r| Some(r.1) != level).map(|r| r.0).collect();
        let tied: Vec<usize> = match level {
            Some(level) => voiced
                .iter()
                .filter(|r| r.1 == level)
                .map(|r| r.0)
                .collect(),
            None if kept.len() < places => self.split(),
            None => Vec::new(),
        };
        // In a yes/no vote there are more places than options that compete for them.
        let free = (places - kept.len()).min(tied.len());
        Tally {
            ranking,
            kept,
            tied,
            places: u32::try_from(free).unwrap_or(u32::MAX),
        }
    }

    /// The options of a yes/no vote with as many yes as no.
    fn split(&self) -> Vec<usize> {
        if self.method != Method::YesNo {
            return Vec::new();
        }
        let even = |i: &usize| {
            let all = self.answers(*i);
            all.yes == all.no && all.yes > 0
        };
        self.live().map(|(i, _)| i).filter(even).collect()
    }

    /// Whether all papers say the same of what is still on offer, so that everyone's is known; one paper alone does.
    pub fn is_unanimous(&self) -> bool {
        let says = |paper: &Paper| -> Vec<(Option<u32>, Option<Answer>)> {
            let of = |i| (paper.points.get(i).copied(), paper.answers.get(i).copied());
            self.live().map(|(i, _)| of(i)).collect()
        };
        let first = self.papers.first().map(says);
        let same = self.papers.iter().all(|p| Some(says(p)) == first);
        let blank = self.papers.is_empty() && self.blank > 0;
        self.void == 0 && ((same && first.is_some() && self.blank == 0) || blank)
    }
}

impl Session {
    /// The rounds of a vote up to this one, the first one first.
    pub fn rounds<'a>(&'a self, ballot: &'a Ballot) -> Vec<&'a Ballot> {
        let mut rounds = vec![ballot];
        let mut at = ballot;
        // A damaged file could name rounds in a ring: no more steps than votes.
        while let Some(before) = at.second_round_of.and_then(|id| self.ballots.get(id))
            && rounds.len() <= self.ballots.len()
        {
            rounds.push(before);
            at = before;
        }
        rounds.reverse();
        rounds
    }

    /// What an option is ranked by round by round, to be compared in this order.
    pub fn score(&self, ballot: &Ballot, target: Target) -> Vec<u32> {
        let value = |round: &&Ballot| {
            let at = round.options.iter().position(|o| o.target == target);
            at.map_or(0, |i| round.value(i))
        };
        self.rounds(ballot).iter().map(value).collect()
    }

    /// The options that the vote retains, those that earlier rounds settled first.
    pub fn winning<'a>(&'a self, ballot: &'a Ballot) -> Vec<&'a BallotOption> {
        let of_round = |round: &'a Ballot| {
            let kept = round.tally().kept;
            kept.into_iter().filter_map(|i| round.options.get(i))
        };
        self.rounds(ballot).into_iter().flat_map(of_round).collect()
    }

    /// What the vote retains when the group follows it.
    pub fn winners(&self, ballot: &Ballot) -> Vec<Target> {
        self.winning(ballot).iter().map(|o| o.target).collect()
    }
}
