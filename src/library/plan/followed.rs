//! An action with all that was said of it, gone through in order. What it is told by is borrowed: a region has tens of thousands
//! of actions, of which few are looked at closely.

use super::begun::Begun;
use super::{Decided, Planned, Sheet, Word};
use crate::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome, Standing};
use crate::domain::text::Text;
use crate::library::follow::{Course, Spoken, is_from_before, key_of, told};
use crate::library::stand::Stand;
use crate::library::twins::believed;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// An action with all that was said of it.
#[derive(Clone, Debug)]
pub(in crate::library) struct Followed<'a> {
    origin: Origin<'a>,
    course: Course,
    /// How it ended, if it did.
    ended: Standing,
    /// Whether it was said to be going on, or even done.
    began: bool,
    /// In percent, as it was told last.
    progress: u8,
    /// Why it was dropped, or how it was evaluated.
    reason: Option<&'a Text>,
    /// Each word, with how often it had been postponed then.
    said: Vec<(Spoken, u32, &'a FollowUp)>,
}

/// Where an action comes from.
#[derive(Clone, Copy, Debug)]
enum Origin<'a> {
    /// A session decided it.
    Decided(&'a Begun),
    /// It was decided before the program was there: by what was first said of it.
    Before(&'a FollowUp),
}

/// Each action that a real session retained, or that something was said of, in no order that means anything.
pub(in crate::library) fn followed<'a>(
    sheets: impl IntoIterator<Item = &'a Sheet>,
    files: impl IntoIterator<Item = &'a FollowUpFile>,
) -> Vec<Followed<'a>> {
    let once = believed(sheets.into_iter().filter(|sheet| sheet.is_real()));
    let n = once.iter().map(|sheet| sheet.actions.len()).sum();
    let (mut places, mut all) = (HashMap::with_capacity(n), Vec::with_capacity(n));
    for one in once.iter().flat_map(|sheet| &sheet.actions) {
        match places.entry(one.key()) {
            Entry::Occupied(same) => all[*same.get()] = Followed::decided(one),
            Entry::Vacant(new) => {
                new.insert(all.len());
                all.push(Followed::decided(one));
            }
        }
    }
    let in_meetings = once.iter().flat_map(|sheet| {
        let said = sheet.said();
        said.map(|said| (sheet.heard, said))
    });
    for (spoken, said) in told(in_meetings, files) {
        let mut place = places.get(&key_of(said)).copied();
        if place.is_none() && is_from_before(said) {
            places.insert(key_of(said), all.len());
            place = Some(all.len());
            all.push(Followed::before(said));
        }
        if let Some(one) = place.and_then(|at| all.get_mut(at)) {
            one.hear(spoken, said);
        }
    }
    all
}

impl<'a> Followed<'a> {
    /// As its session decided it.
    fn decided(begun: &'a Begun) -> Self {
        Self {
            origin: Origin::Decided(begun),
            course: begun.course.clone(),
            ended: begun.planned.standing,
            began: begun.began,
            progress: begun.planned.progress,
            reason: None,
            said: Vec::new(),
        }
    }

    /// One decided before the program was there, as it was read when something was first said of it.
    fn before(said: &'a FollowUp) -> Self {
        Self {
            origin: Origin::Before(said),
            course: Course::new(Stand::Open, said.due_was),
            ended: Standing::Open,
            began: false,
            progress: 0,
            reason: None,
            said: Vec::new(),
        }
    }

    /// After one more word: it wins over the earlier ones, but what is over is not taken up again.
    fn hear(&mut self, spoken: Spoken, said: &'a FollowUp) {
        let was_over = self.course.stand == Stand::Over;
        self.course.hear(spoken.on, said);
        match said.outcome {
            FollowUpOutcome::Dropped => self.ended = Standing::Dropped,
            FollowUpOutcome::Evaluated => self.ended = Standing::of(said.effect),
            _ if was_over => {}
            FollowUpOutcome::Ongoing => {
                self.began = true;
                self.progress = said.progress;
            }
            FollowUpOutcome::Done => self.began = true,
            FollowUpOutcome::Pending | FollowUpOutcome::Postponed | FollowUpOutcome::Escalated => {}
        }
        if matches!(
            said.outcome,
            FollowUpOutcome::Dropped | FollowUpOutcome::Evaluated
        ) {
            self.reason = Some(&said.reason);
        }
        self.said.push((spoken, self.course.postponed, said));
    }

    /// Where it was decided.
    pub fn decision(&self) -> Option<Decided> {
        match self.origin {
            Origin::Decided(begun) => begun.planned.decided,
            Origin::Before(_) => None,
        }
    }

    /// Its wording.
    pub fn what(&self) -> &'a Text {
        match self.origin {
            Origin::Decided(begun) => &begun.planned.what,
            Origin::Before(said) => &said.wording,
        }
    }

    /// Its deadline, after postponements.
    pub fn due(&self) -> Option<NaiveDate> {
        self.course.due
    }

    /// What was said of it last, and when.
    pub fn last(&self) -> Option<(Option<NaiveDate>, FollowUpOutcome)> {
        let (spoken, _, said) = self.said.last()?;
        Some((spoken.on, said.outcome))
    }

    /// Where it stands on a day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let late = self.course.due.is_some_and(|due| due < today);
        match self.course.stand {
            Stand::Open if late => Standing::Late,
            Stand::Open => Standing::Open,
            Stand::Done => Standing::Done,
            Stand::Over => self.ended,
        }
    }

    /// Since when it is done, for one that stands so.
    pub fn done(&self, standing: Standing) -> Option<NaiveDate> {
        self.course.done.filter(|_| standing.is_done())
    }

    /// All of it, as it stands on a day.
    pub fn on(&self, today: NaiveDate) -> Planned {
        let standing = self.standing(today);
        let begun = match self.origin {
            Origin::Decided(begun) => begun.planned.clone(),
            Origin::Before(said) => Planned::before(said),
        };
        Planned {
            due: self.course.due,
            postponed: self.course.postponed,
            progress: self.progress,
            done: self.done(standing),
            standing,
            phase: standing.phase(self.began),
            reason: self.reason.cloned().unwrap_or_default(),
            escalated_to: self.course.escalated_to.clone(),
            said: self.said.iter().map(word).collect(),
            ..begun
        }
    }
}

/// What was said of an action.
fn word((spoken, postponed, said): &(Spoken, u32, &FollowUp)) -> Word {
    Word {
        on: spoken.on,
        place: spoken.place,
        outcome: said.outcome,
        effect: said.effect,
        evidence: said.evidence.clone(),
        reason: said.reason.clone(),
        progress: said.progress,
        new_due: said.new_due,
        postponed: *postponed,
        escalated_to: said.escalated_to.clone(),
    }
}
