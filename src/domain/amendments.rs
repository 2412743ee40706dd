//! Amendments: what is said of a session after it was sealed. The sealed file never changes; each amendment stands in a file
//! beside it, dated, and is tied to the seal and to the one before, so that a change, a removal or another order is told.

use super::ids::{
    ActionId, BallotId, BarrierId, DeviationId, FactId, FactorId, IncidentId, MessageId,
};
use super::seal::fingerprint;
use super::session::{Seal, Session};
use super::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use uuid::Uuid;

/// What an amendment is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum About {
    /// The session as a whole.
    #[default]
    Whole,
    /// An incident.
    Incident(IncidentId),
    /// A fact.
    Fact(FactId),
    /// A deviation.
    Deviation(DeviationId),
    /// A barrier.
    Barrier(BarrierId),
    /// A factor.
    Factor(FactorId),
    /// An action.
    Action(ActionId),
    /// A vote.
    Ballot(BallotId),
    /// A message.
    Message(MessageId),
    /// Something else, in words.
    Said(Text),
}

crate::record! {
    /// An amendment.
    pub struct Amendment {
        /// The day it was added.
        pub on: Option<NaiveDate>,
        /// By whom, a function.
        pub by: Text,
        /// What it is about.
        pub about: About,
        /// What is corrected or made clear.
        pub what: Text,
        /// Why.
        pub reason: Text,
        /// SHA-256 over the seal, or over the `chain` of the amendment before, and all that stands above; lower-case hexadecimal.
        pub chain: Text,
    }

    /// An amendment being written. It is none yet, and no document shows it.
    pub struct Draft {
        /// By whom, a function.
        pub by: Text,
        /// What it is about, as typed.
        pub about: Text,
        /// What is corrected or made clear.
        pub what: Text,
        /// Why.
        pub reason: Text,
    }
}

/// The amendments of one sealed session: `amendments/<session>.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentFile {
    /// Schema of the file.
    pub schema: u32,
    /// The session.
    pub session: Uuid,
    /// The fingerprint of its seal.
    pub sealed: Text,
    /// The amendments, the oldest first.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub amendments: Vec<Amendment>,
    /// The chain of the last one: tells when amendments are missing at the end.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub last: Text,
    /// The one being written.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub draft: Draft,
}

/// What does not hold in a chain of amendments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainFault {
    /// The how manieth, from 1, was changed, moved, or one before it was taken out.
    Broken(usize),
    /// One or more at the end are missing.
    Cut,
}

/// What an amendment still lacks to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftGap {
    /// What it says.
    What,
    /// By whom.
    By,
    /// Why.
    Reason,
}

/// What lies beside a sealed session, told with it and apart from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The amendments, the oldest first.
    pub amendments: Vec<Amendment>,
    /// Whether the amendments do not hold together, or belong to another seal.
    pub doubtful: bool,
    /// Whether the file was changed after it was sealed.
    pub broken: bool,
}

impl About {
    /// What is meant by `raw`: the short name of something in the session, in any case (« a2 », « F3 »), or words.
    pub fn read(session: &Session, raw: &Text) -> Self {
        let said = raw.as_str().trim();
        let name = said.to_uppercase();
        if said.is_empty() {
            return Self::Whole;
        }
        let incident = name.parse().ok();
        let incident = incident.filter(|id| session.incidents.get(*id).is_some());
        let action = name.parse().ok();
        let action = action.filter(|id| session.actions.get(*id).is_some());
        let ballot = name.parse().ok();
        let ballot = ballot.filter(|id| session.ballots.get(*id).is_some());
        let message = name.parse().ok();
        let message = message.filter(|id| session.messages.get(*id).is_some());
        let found = incident.map(Self::Incident).or(action.map(Self::Action));
        let found = found
            .or(ballot.map(Self::Ballot))
            .or(message.map(Self::Message));
        found
            .or_else(|| Self::within(session, &name))
            .unwrap_or_else(|| Self::Said(Text::line(said)))
    }

    /// The same, of what an analysis holds.
    fn within(session: &Session, name: &str) -> Option<Self> {
        session.analyses.iter().find_map(|analysis| {
            let fact = name
                .parse()
                .ok()
                .filter(|id| analysis.facts.get(*id).is_some());
            let deviation = name.parse().ok();
            let deviation = deviation.filter(|id| analysis.deviations.get(*id).is_some());
            let barrier = name.parse().ok();
            let barrier = barrier.filter(|id| analysis.barriers.get(*id).is_some());
            let factor = name.parse().ok();
            let factor = factor.filter(|id| analysis.factors.get(*id).is_some());
            fact.map(Self::Fact)
                .or(deviation.map(Self::Deviation))
                .or(barrier.map(Self::Barrier))
                .or(factor.map(Self::Factor))
        })
    }

    /// The short name, or the words; nothing for the session as a whole.
    pub fn name(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Incident(id) => id.to_string(),
            Self::Fact(id) => id.to_string(),
            Self::Deviation(id) => id.to_string(),
            Self::Barrier(id) => id.to_string(),
            Self::Factor(id) => id.to_string(),
            Self::Action(id) => id.to_string(),
            Self::Ballot(id) => id.to_string(),
            Self::Message(id) => id.to_string(),
            Self::Said(words) => words.to_string(),
        }
    }

    /// What is said there in the session, if anything.
    pub fn wording(&self, session: &Session) -> Option<Text> {
        let mut analyses = session.analyses.iter();
        match self {
            Self::Whole | Self::Said(_) => None,
            Self::Incident(id) => session
                .incidents
                .get(*id)
                .map(|i| i.report.name().on_one_line()),
            Self::Action(id) => session.actions.get(*id).map(|a| a.what.clone()),
            Self::Ballot(id) => session.ballots.get(*id).map(|b| b.question.clone()),
            Self::Message(id) => session.messages.get(*id).map(|m| m.content.clone()),
            Self::Fact(id) => analyses
                .find_map(|a| a.facts.get(*id))
                .map(|f| f.what.clone()),
            Self::Deviation(id) => {
                let found = analyses.find_map(|a| a.deviations.get(*id));
                found.map(|d| d.observed.clone())
            }
            Self::Barrier(id) => analyses
                .find_map(|a| a.barriers.get(*id))
                .map(|b| b.what.clone()),
            Self::Factor(id) => analyses
                .find_map(|a| a.factors.get(*id))
                .map(|f| f.what.clone()),
        }
    }
}

impl Draft {
    /// What it still lacks.
    pub fn gaps(&self) -> Vec<DraftGap> {
        let all = [
            (&self.what, DraftGap::What),
            (&self.by, DraftGap::By),
            (&self.reason, DraftGap::Reason),
        ];
        let open = all.into_iter().filter(|(text, _)| text.is_blank());
        open.map(|(_, gap)| gap).collect()
    }
}

impl AmendmentFile {
    /// None yet, for a session with this seal.
    pub fn new(session: Uuid, seal: &Seal) -> Self {
        Self {
            schema: super::SCHEMA,
            session,
            sealed: seal.fingerprint.clone(),
            amendments: Vec::new(),
            last: Text::default(),
            draft: Draft::default(),
        }
    }

    /// Adds the one being written, dated `on`; says whether it did: one that lacks something is not added.
    pub fn add(&mut self, session: &Session, on: NaiveDate) -> bool {
        if !self.draft.gaps().is_empty() {
            return false;
        }
        let draft = std::mem::take(&mut self.draft);
        let mut amendment = Amendment {
            on: Some(on),
            by: draft.by,
            about: About::read(session, &draft.about),
            what: draft.what,
            reason: draft.reason,
            chain: Text::default(),
        };
        amendment.chain = self.link(self.amendments.len(), &amendment);
        self.last = amendment.chain.clone();
        self.amendments.push(amendment);
        true
    }

    /// Ties all of them anew, to the seal with this fingerprint: after a word was erased from a chain that held.
    pub fn tie(&mut self, sealed: Text) {
        self.sealed = sealed;
        for at in 0..self.amendments.len() {
            let chain = self.link(at, &self.amendments[at]);
            self.amendments[at].chain = chain;
        }
        let last = self.amendments.last().map(|last| last.chain.clone());
        self.last = last.unwrap_or_default();
    }

    /// What does not hold in the chain, in its order.
    pub fn faults(&self) -> Vec<ChainFault> {
        let all = self.amendments.iter().enumerate();
        let broken = all.filter(|(at, amendment)| amendment.chain != self.link(*at, amendment));
        let mut out: Vec<ChainFault> = broken.map(|(at, _)| ChainFault::Broken(at + 1)).collect();
        let last = self.amendments.last().map(|a| a.chain.clone());
        if last.unwrap_or_default() != self.last && out.is_empty() {
            out.push(ChainFault::Cut);
        }
        out
    }

    /// The chain of the amendment that stands at `at`: its words, and what the one before is tied by, or the seal.
    fn link(&self, at: usize, amendment: &Amendment) -> Text {
        let before = at.checked_sub(1).and_then(|at| self.amendments.get(at));
        let before = before.map_or(&self.sealed, |before| &before.chain);
        let on = amendment.on.map(|day| day.to_string()).unwrap_or_default();
        let about = match &amendment.about {
            About::Said(words) => format!("\"{words}"),
            typed => typed.name(),
        };
        let mut all = format!("{} {} {before} {on}", self.session, at + 1);
        for part in [
            amendment.by.as_str(),
            &about,
            amendment.what.as_str(),
            amendment.reason.as_str(),
        ] {
            // With its length before it, no part can pass for the end of another.
            let _ = write!(all, "\n{} {part}", part.len());
        }
        Text::from(fingerprint(all.as_bytes()))
    }

    /// What undoing must not bring back: what was added stays.
    pub fn keep_added_of(&mut self, present: &Self) {
        self.amendments.clone_from(&present.amendments);
        self.last.clone_from(&present.last);
    }
}

impl Beside {
    /// What lies beside a session: `broken` says that its file was changed after it was sealed.
    pub fn new(session: &Session, file: Option<&AmendmentFile>, broken: bool) -> Self {
        let Some(file) = file else {
            return Self {
                broken,
                ..Self::default()
            };
        };
        let seal = session.seal.as_ref();
        let own = seal.is_some_and(|seal| seal.fingerprint == file.sealed);
        let some = !file.amendments.is_empty();
        Self {
            amendments: file.amendments.clone(),
            doubtful: (some && !own) || !file.faults().is_empty(),
            broken,
        }
    }
}

#[cfg(test)]
mod tests;
