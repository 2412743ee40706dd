//! The open vote on the desk. Its urn lies beside the session, so that no paper comes into journal, backup or undo before the
//! vote closes; the store keeps it in a file of its own.

use super::{Desk, Effect, Group};
use crate::domain::ballot::{BallotOption, CountFault};
use crate::domain::ids::BallotId;
use crate::domain::text::Text;
use crate::domain::urn::{Cast, MAX_PAPERS, Urn};
use crate::domain::vote::NotClosable;

impl Desk {
    /// The urn of the open vote.
    pub fn urn(&self) -> Option<&Urn> {
        self.urn.as_ref()
    }

    /// Papers received in the open vote.
    pub fn received(&self) -> u32 {
        self.urn.as_ref().map_or(0, Urn::received)
    }

    /// Opens a vote that was prepared, with an empty urn; not while another is open. Nothing undoes it.
    pub fn open_vote(&mut self, id: BallotId, options: Vec<BallotOption>) {
        self.edit(Group::Alone, |session| session.open_ballot(id, options));
        self.begin_urn();
    }

    /// Opens the second round of a vote; gives it, if there is one to hold.
    pub fn second_round(&mut self, id: BallotId) -> Option<BallotId> {
        let mut new = None;
        self.edit(Group::Alone, |session| new = session.second_round(id));
        self.begin_urn();
        new
    }

    /// An empty urn for a vote that has just opened.
    fn begin_urn(&mut self) {
        let open = self.session().and_then(|s| s.open_vote()).map(|b| b.id);
        if let Some(id) = open
            && self.urn.as_ref().map(Urn::ballot) != Some(id)
        {
            self.barrier();
            self.urn = Some(Urn::new(id));
            self.ask(Effect::KeepUrn);
        }
    }

    /// Puts a paper into the urn, and a word said with it, apart.
    ///
    /// # Errors
    /// Everyone entitled has voted already, the urn is full, or no vote is open here: nothing was put in.
    pub fn cast(&mut self, cast: Cast, word: &Text) -> Result<(), CountFault> {
        let papers = self.received() + 1;
        let ballot = self.session().and_then(|s| s.open_vote());
        if let Some(fault) = ballot.and_then(|b| b.fault(papers)) {
            return Err(fault);
        }
        match &mut self.urn {
            Some(urn) if !urn.is_full() => {
                urn.put(cast);
                urn.say(word);
                self.ask(Effect::KeepUrn);
                Ok(())
            }
            Some(_) => Err(CountFault::TooManyPapers(papers, MAX_PAPERS)),
            None => Err(CountFault::TooManyPapers(papers, 0)),
        }
    }

    /// Takes a paper that says exactly this out of the urn again; whether there was one.
    pub fn take_back(&mut self, cast: &Cast) -> bool {
        let had = self.urn.as_mut().is_some_and(|urn| urn.take_back(cast));
        if had {
            self.ask(Effect::KeepUrn);
        }
        had
    }

    /// Closes the open vote: its papers come into the session at once, and the urn is no more. Nothing undoes it.
    /// A round leaves its counts and words in the closing instead, and is itself no more.
    ///
    /// # Errors
    /// What stands against closing: nothing changed.
    pub fn close_vote(&mut self, id: BallotId) -> Result<(), NotClosable> {
        let (Some(session), Some(urn)) = (self.session(), self.urn.clone()) else {
            return Err(NotClosable::Nothing);
        };
        if let Some(why) = session.not_closable(id, urn.received()) {
            return Err(why);
        }
        self.edit(Group::Alone, |session| {
            session.close_ballot(id, &urn);
            session.take_in_round(id, urn.words());
        });
        self.barrier();
        Ok(())
    }

    /// Cancels a vote that is prepared or open; the papers of an open one are destroyed. Nothing undoes it.
    pub fn cancel_vote(&mut self, id: BallotId) {
        self.edit(Group::Alone, |session| session.cancel_ballot(id));
        self.barrier();
    }

    /// An urn whose vote is no longer open is no more. Nothing undoes it: the vote would be open again without its papers.
    pub(super) fn mind_urn(&mut self) {
        let open = self.session().and_then(|s| s.open_vote()).map(|b| b.id);
        if self.urn.is_some() && self.urn.as_ref().map(Urn::ballot) != open {
            self.urn = None;
            self.barrier();
            self.ask(Effect::DropUrn);
        }
    }
}
