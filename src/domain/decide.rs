//! What the group decides: which incident is analysed, which factors and actions are retained. A decision is an act of its
//! own; the vote before it, if there was one, only tells how it was reached.

use super::action::Status;
use super::analysis::{Analysis, Retained};
use super::ballot::{Ballot, Decision, Method, Reached, Subject, Target};
use super::grid::{Grid, GridUse};
use super::ids::{BallotId, IncidentId};
use super::incident::Fate;
use super::session::Session;
use std::cmp::Ordering;

impl Analysis {
    /// Whether it holds nothing but its frame: no source, fact, deviation, barrier, factor, answer or why.
    pub fn is_bare(&self) -> bool {
        let lists = self.sources.is_empty() && self.facts.is_empty() && self.deviations.is_empty();
        let rest = self.barriers.is_empty() && self.factors.is_empty() && self.whys.is_empty();
        lists && rest && self.answers.is_empty() && self.origin.is_blank()
    }
}

impl Session {
    /// The decision on a subject; the others have none.
    pub fn decision(&self, subject: Subject) -> Option<&Decision> {
        match subject {
            Subject::Free | Subject::Impact | Subject::Effort | Subject::Round => None,
            Subject::Choice => Some(&self.choice),
            Subject::Priorities => Some(&self.priorities),
            Subject::Actions => Some(&self.retained),
        }
    }

    /// The decision on a subject, to be changed.
    pub fn decision_mut(&mut self, subject: Subject) -> Option<&mut Decision> {
        match subject {
            Subject::Free | Subject::Impact | Subject::Effort | Subject::Round => None,
            Subject::Choice => Some(&mut self.choice),
            Subject::Priorities => Some(&mut self.priorities),
            Subject::Actions => Some(&mut self.retained),
        }
    }

    /// Writes down what was retained, in order, with the last vote counted on that subject and what it says to it. What was
    /// taken out since the vote cannot be retained. Reason and reservations stay.
    pub fn decide(&mut self, subject: Subject, mut targets: Vec<Target>) {
        targets.retain(|target| self.holds(*target));
        let ballot = self.counted(subject).map(|b| b.id);
        let reached = match ballot {
            _ if targets.is_empty() => Reached::default(),
            Some(id) => self.reached(id, &targets),
            None => self.said_before(subject, &targets),
        };
        if let Some(decision) = self.decision_mut(subject) {
            decision.ballot = ballot;
            decision.reached = reached;
            decision.targets = targets;
        }
    }

    /// What was said of how the group decided without a vote. It still holds while a list grows or shrinks; another event
    /// chosen is another decision, and how it was taken is not said yet.
    fn said_before(&self, subject: Subject, targets: &[Target]) -> Reached {
        let before = self.decision(subject).filter(|d| d.ballot.is_none());
        let same = |d: &&Decision| subject != Subject::Choice || d.targets == targets;
        let before = before.filter(|d| !d.targets.is_empty()).filter(same);
        before.map_or(Reached::Unsaid, |d| d.reached)
    }

    /// Chooses an incident for analysis: it alone bears the mark, and its analysis begins with `grid` unless it has one.
    pub fn choose(&mut self, id: IncidentId, grid: Option<GridUse>) {
        if self.incidents.get(id).is_none() {
            return;
        }
        self.unmark(id);
        if let Some(incident) = self.incidents.get_mut(id) {
            incident.fate = Fate::Chosen;
        }
        self.name_after(id);
        self.decide(Subject::Choice, vec![Target::Incident(id)]);
        if let Some(analysis) = self.analysis_or_new()
            && analysis.grids.is_empty()
        {
            analysis.grids.extend(grid);
        }
    }

    /// Carries the team's own grids that its analyses use, so that it can be read without their files.
    pub fn carry_grids<'g>(&mut self, own: impl Iterator<Item = &'g Grid>) {
        for grid in own {
            let mut named = self.analyses.iter().flat_map(|a| a.grids.iter());
            let used = named.any(|used| used.grid == grid.id);
            let carried = self.own.grids.iter().any(|held| held.id == grid.id);
            if used && !carried {
                self.own.grids.push(grid.clone());
            }
        }
    }

    /// A session that nobody gave a title bears that of the incident it analyses.
    pub(super) fn name_after(&mut self, id: IncidentId) {
        let mut headings = self.incidents.iter().map(|i| i.report.heading());
        let given =
            !self.title.is_blank() && headings.all(|heading| heading != self.title.as_str());
        if let Some(incident) = self.incidents.get(id).filter(|_| !given) {
            self.title = incident.report.name().on_one_line();
        }
    }

    /// Gives an incident another fate than being chosen; a choice that it takes back is no longer decided.
    pub fn give_fate(&mut self, id: IncidentId, fate: Fate) {
        let was_chosen = self
            .incidents
            .get(id)
            .is_some_and(|i| i.fate == Fate::Chosen);
        if let Some(incident) = self.incidents.get_mut(id) {
            incident.fate = fate;
        }
        if was_chosen {
            self.drop_bare_analysis(id);
            self.decide(Subject::Choice, Vec::new());
        }
    }

    /// Takes the mark from every incident but `keep`, and the analyses that were begun for them without a word.
    fn unmark(&mut self, keep: IncidentId) {
        let others = self
            .incidents
            .iter()
            .filter(|i| i.fate == Fate::Chosen && i.id != keep && !self.is_presented(i.id));
        let others: Vec<IncidentId> = others.map(|i| i.id).collect();
        for id in others {
            if let Some(incident) = self.incidents.get_mut(id) {
                incident.fate = Fate::Undecided;
            }
            self.drop_bare_analysis(id);
        }
    }

    fn drop_bare_analysis(&mut self, id: IncidentId) {
        let of_it = |a: &&Analysis| a.incident == Some(id) && a.is_bare();
        let bare = self.analyses.iter().find(of_it).map(|a| a.id);
        if let Some(bare) = bare {
            self.analyses.remove(bare);
        }
    }

    /// Writes down which factors are acted on, in order; the others are not, unless none is retained at all.
    pub fn retain_factors(&mut self, targets: Vec<Target>) {
        let none = targets.is_empty();
        let ids: Vec<_> = super::progress::acted_on(self).map(|a| a.id).collect();
        for id in ids {
            let Some(analysis) = self.analyses.get_mut(id) else {
                continue;
            };
            analysis.factors.for_each_mut(|factor| {
                factor.retained = if targets.contains(&Target::Factor(factor.id)) {
                    Retained::Yes
                } else if none {
                    Retained::Open
                } else {
                    Retained::No
                };
            });
        }
        self.decide(Subject::Priorities, targets);
    }

    /// Writes down which actions are retained, in order: ideas among them are, those left out are ideas again. An action
    /// that is already under way stays retained.
    pub fn retain_actions(&mut self, targets: &[Target]) {
        self.actions.for_each_mut(|action| {
            let kept = targets.contains(&Target::Action(action.id));
            action.status = match action.status {
                Status::Proposed | Status::Dropped if kept => Status::Retained,
                Status::Retained if !kept => Status::Proposed,
                status => status,
            };
        });
        self.note_retained();
    }

    /// Writes the decision on actions down as their statuses tell it.
    pub fn note_retained(&mut self) {
        let kept = self.retained_actions().map(|a| Target::Action(a.id));
        let kept = kept.collect();
        self.decide(Subject::Actions, kept);
    }

    /// What a subject retains when the group follows its last vote: what was retained before and was not put to that vote stays,
    /// ahead of what the vote retains.
    pub fn with_earlier(&self, subject: Subject, voted: &[Target]) -> Vec<Target> {
        let before = self.decision(subject).map(|d| d.targets.as_slice());
        let ballot = self.counted(subject);
        let rounds = ballot.map(|b| self.rounds(b)).unwrap_or_default();
        let offered = rounds.first().map(|b| b.options.as_slice());
        let put = |t: &Target| {
            offered.is_some_and(|all| all.iter().any(|o| !o.withdrawn && o.target == *t))
        };
        let before = before.unwrap_or_default().iter().copied();
        let stays = before.filter(|t| !put(t) && !voted.contains(t) && self.holds(*t));
        stays
            .collect::<Vec<_>>()
            .into_iter()
            .chain(voted.iter().copied())
            .collect()
    }

    /// What a vote says to a decision: as voted when all that is retained has more voices than all that is not, consensus
    /// when the group parted equals or retained all, against the vote otherwise. A yes/no vote carries each option or does not.
    /// What was taken out of the session since the vote is not asked about.
    pub fn reached(&self, id: BallotId, targets: &[Target]) -> Reached {
        let Some(ballot) = self.ballots.get(id) else {
            return Reached::Consensus;
        };
        let offered = self.rounds(ballot);
        let live = offered.iter().take(1).flat_map(|b| b.options.iter());
        let live = live.filter(|o| !o.withdrawn && self.holds(o.target));
        let live: Vec<Target> = live.map(|o| o.target).collect();
        // Where several are retained, what was settled before and was not put to this vote is no matter of it.
        let several = matches!(ballot.subject, Subject::Priorities | Subject::Actions);
        let voted = targets.iter().copied();
        let targets: Vec<Target> = voted.filter(|t| !several || live.contains(t)).collect();
        if ballot.method == Method::YesNo {
            return self.carried(ballot, &targets);
        }
        let (kept, left): (Vec<Target>, Vec<Target>) =
            live.into_iter().partition(|t| targets.contains(t));
        if kept.len() < targets.len() {
            return Reached::AgainstVote;
        }
        let least = kept.iter().map(|t| self.score(ballot, *t)).min();
        let most = left.iter().map(|t| self.score(ballot, *t)).max();
        match (least, most) {
            (Some(least), Some(most)) => match least.cmp(&most) {
                Ordering::Greater => Reached::AsVoted,
                Ordering::Equal => Reached::Consensus,
                Ordering::Less => Reached::AgainstVote,
            },
            // Everything is retained: as voted when nothing of it is without a voice.
            (Some(least), None) if least.iter().any(|n| *n > 0) => Reached::AsVoted,
            _ => Reached::Consensus,
        }
    }

    /// What a yes/no vote says to a decision: as voted when that is what it carries, consensus when they differ only in what it
    /// left undecided.
    fn carried(&self, ballot: &Ballot, targets: &[Target]) -> Reached {
        let mut winners = self.winners(ballot);
        winners.retain(|target| self.holds(*target));
        let tied = ballot.tally().tied.into_iter();
        let tied: Vec<Target> = tied
            .filter_map(|i| ballot.options.get(i).map(|o| o.target))
            .collect();
        let added = targets.iter().filter(|t| !winners.contains(t));
        let left = winners.iter().filter(|t| !targets.contains(t));
        let apart: Vec<&Target> = added.chain(left).collect();
        if apart.is_empty() {
            Reached::AsVoted
        } else if apart.iter().all(|t| tied.contains(t)) {
            Reached::Consensus
        } else {
            Reached::AgainstVote
        }
    }
}

/// Whether a decision owes a reason: it is not what was voted.
pub fn owes_reason(decision: &Decision) -> bool {
    decision.reached == Reached::AgainstVote && decision.reason.is_blank()
}
