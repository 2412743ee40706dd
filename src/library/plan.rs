//! The action plan of all meetings: every action that a real session ever retained, and what became of it. A fold over what
//! the sessions hold and what was said between them, stored nowhere; simulations never enter, the order of the files never
//! matters, and a session that lies there twice counts once.

use super::follow::{Course, Heard, Key, is_from_before, key_of, told};
use super::stand::Stand;
use crate::content;
use crate::domain::action::{
    Action, FollowUp, FollowUpFile, FollowUpOutcome, Phase, Standing, Status, Strength,
};
use crate::domain::code::{Code, Lang};
use crate::domain::ids::ActionId;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::wording::Mark;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

/// An action of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Where it was decided; none when that was before the program was there.
    pub decided: Option<Decided>,
    /// Its wording.
    pub what: Text,
    /// Its owner, by function.
    pub owner: Text,
    /// Its deadline, after postponements.
    pub due: Option<NaiveDate>,
    /// How many times it was postponed.
    pub postponed: u32,
    /// Where it stands.
    pub standing: Standing,
    /// Its place on the wheel of Deming; none once it turns elsewhere.
    pub phase: Option<Phase>,
    /// Why it was dropped, or how it was evaluated, as it was said.
    pub reason: Text,
    /// The body it was escalated to.
    pub escalated_to: Text,
    /// Strength, corrected by the group or of its category.
    pub strength: Option<Strength>,
    /// Category in the hierarchy of strength (content).
    pub category: Code,
    /// The wording of the factors and barriers that it answers.
    pub causes: Vec<Text>,
    /// Indicator.
    pub indicator: Text,
    /// Value before.
    pub baseline: Text,
    /// Value aimed at.
    pub target: Text,
    /// When it is to be evaluated.
    pub evaluate_on: Option<NaiveDate>,
    /// What was said of it last.
    pub last: Option<Word>,
    /// How many times something was said of it.
    pub words: u32,
    /// The language it is written in.
    pub lang: Lang,
    /// What its session passed over of the remarks on its wording.
    pub passed: Vec<Mark>,
}

/// Where an action was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decided {
    /// The day of the session.
    pub date: NaiveDate,
    /// Its number; 0 when it has none.
    pub number: u32,
    /// Its id.
    pub session: Uuid,
    /// The action there.
    pub action: ActionId,
}

/// What was said of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The day it was said.
    pub on: NaiveDate,
    /// What.
    pub outcome: FollowUpOutcome,
    /// Proof.
    pub evidence: Text,
    /// Why.
    pub reason: Text,
}

impl Planned {
    /// Whether something is still expected of it.
    pub fn is_open(&self) -> bool {
        self.standing.is_open()
    }

    /// Whether its deadline has passed and it is not done. One that is done is not late, whenever its evaluation is.
    pub fn is_late(&self) -> bool {
        self.standing == Standing::Late
    }

    /// How many days it is late on the day `today`, if it is.
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| self.is_late())?;
        Some((today - due).num_days())
    }
}

/// What a session adds to the plan: much less than the session, so that many can be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    real: bool,
    sealed: bool,
    heard: Heard,
    actions: Vec<Begun>,
    said: Vec<FollowUp>,
}

impl Sheet {
    /// What a session adds; a simulation adds nothing, and what was said in it of an action was not said.
    pub fn of(session: &Session) -> Self {
        let real = !session.kind.is_simulation();
        let decided = session.retained_actions().filter(|_| real);
        let said = session.follow_ups.iter().filter(|_| real);
        Self {
            real,
            sealed: session.is_sealed(),
            heard: Heard::of(session),
            actions: decided.map(|a| Begun::decided(session, a)).collect(),
            said: said.cloned().collect(),
        }
    }

    /// The session, unless it is a simulation.
    pub fn session(&self) -> Option<Uuid> {
        self.real.then_some(self.heard.id)
    }

    /// Which of two files of one session is believed: the sealed one, else the one that says more, else always the same.
    fn is_better_than(&self, other: &Self) -> bool {
        let weight = |sheet: &Self| (sheet.sealed, sheet.said.len(), sheet.actions.len());
        let (mine, theirs) = (weight(self), weight(other));
        mine > theirs || (mine == theirs && format!("{self:?}") > format!("{other:?}"))
    }
}

/// The plan on the day `today`, by deadline; what has none stands last.
pub fn plan(sheets: &[Sheet], files: &[FollowUpFile], today: NaiveDate) -> Vec<Planned> {
    let mut once: BTreeMap<Uuid, &Sheet> = BTreeMap::new();
    for sheet in sheets.iter().filter(|sheet| sheet.real) {
        let kept = once.entry(sheet.heard.id).or_insert(sheet);
        if sheet.is_better_than(kept) {
            *kept = sheet;
        }
    }
    let mut begun: BTreeMap<Key, Begun> = BTreeMap::new();
    for one in once.values().flat_map(|sheet| &sheet.actions) {
        begun.insert(one.key(), one.clone());
    }
    let in_meetings = once.values().flat_map(|sheet| {
        let said = sheet.said.iter();
        said.map(|said| (sheet.heard, said))
    });
    for (on, said) in told(in_meetings, files) {
        if is_from_before(said) {
            let first = || Begun::before(said);
            begun.entry(key_of(said)).or_insert_with(first);
        }
        if let Some(one) = begun.get_mut(&key_of(said)) {
            one.hear(on, said);
        }
    }
    let mut plan: Vec<Planned> = begun.into_values().map(|one| one.on(today)).collect();
    plan.sort_by(|a, b| {
        let key = |p: &Planned| (p.due.is_none(), p.due, p.decided.is_none(), p.decided);
        key(a).cmp(&key(b)).then_with(|| a.what.cmp(&b.what))
    });
    plan
}

/// An action while all that was said of it is gone through.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Begun {
    planned: Planned,
    course: Course,
    /// Whether it was said to be going on, or even done.
    began: bool,
}

impl Begun {
    /// As its session decided it.
    fn decided(session: &Session, action: &Action) -> Self {
        let factor = |id| session.analyses.iter().find_map(|a| a.factors.get(id));
        let barrier = |id| session.analyses.iter().find_map(|a| a.barriers.get(id));
        let factors = action.factors.iter().filter_map(|id| factor(*id));
        let barriers = action.barriers.iter().filter_map(|id| barrier(*id));
        let causes = factors.map(|f| &f.what).chain(barriers.map(|b| &b.what));
        let planned = Planned {
            decided: Some(Decided {
                date: session.date,
                number: session.number,
                session: session.id,
                action: action.id,
            }),
            what: action.what.clone(),
            owner: action.owner.clone(),
            strength: content::strength_of(action),
            category: action.category.clone(),
            causes: causes.filter(|what| !what.is_blank()).cloned().collect(),
            indicator: action.indicator.clone(),
            baseline: action.baseline.clone(),
            target: action.target.clone(),
            evaluate_on: action.evaluated_on,
            standing: ended(action.status),
            lang: session.lang,
            passed: session.guarding.passed.clone(),
            ..Planned::unsaid()
        };
        Self {
            planned,
            course: Course::new(Stand::of(action.status), action.due),
            began: action.progress > 0 || matches!(action.status, Status::Ongoing | Status::Done),
        }
    }

    /// One decided before the program was there, as it was read when something was first said of it.
    fn before(said: &FollowUp) -> Self {
        Self {
            planned: Planned {
                what: said.wording.clone(),
                owner: said.owner.clone(),
                ..Planned::unsaid()
            },
            course: Course::new(Stand::Open, said.due_was),
            began: false,
        }
    }

    fn key(&self) -> Key {
        let session = self.planned.decided.map(|d| d.session.to_string());
        let session = session.map_or_else(Text::default, |id| Text::new(&id));
        let action = self.planned.decided.map(|d| d.action);
        (session, action, Text::default())
    }

    /// After one more word: it wins over the earlier ones, but what is over is not taken up again.
    fn hear(&mut self, on: NaiveDate, said: &FollowUp) {
        let was_over = self.course.stand == Stand::Over;
        self.course.hear(said);
        let planned = &mut self.planned;
        match said.outcome {
            FollowUpOutcome::Dropped => planned.standing = Standing::Dropped,
            FollowUpOutcome::Evaluated => planned.standing = Standing::of(said.effect),
            _ if was_over => {}
            FollowUpOutcome::Ongoing | FollowUpOutcome::Done => self.began = true,
            FollowUpOutcome::Pending | FollowUpOutcome::Postponed => {}
        }
        planned.words = planned.words.saturating_add(1);
        planned.last = Some(Word {
            on,
            outcome: said.outcome,
            evidence: said.evidence.clone(),
            reason: said.reason.clone(),
        });
        if matches!(
            said.outcome,
            FollowUpOutcome::Dropped | FollowUpOutcome::Evaluated
        ) {
            planned.reason = said.reason.clone();
        }
    }

    /// Where it stands on a day.
    fn on(self, today: NaiveDate) -> Planned {
        let late = self.course.due.is_some_and(|due| due < today);
        let standing = match self.course.stand {
            Stand::Open if late => Standing::Late,
            Stand::Open => Standing::Open,
            Stand::Done => Standing::Done,
            Stand::Over => self.planned.standing,
        };
        Planned {
            due: self.course.due,
            postponed: self.course.postponed,
            standing,
            phase: standing.phase(self.began),
            escalated_to: self.course.escalated_to,
            ..self.planned
        }
    }
}

impl Planned {
    /// One of which nothing is known yet.
    fn unsaid() -> Self {
        Self {
            decided: None,
            what: Text::default(),
            owner: Text::default(),
            due: None,
            postponed: 0,
            standing: Standing::Open,
            phase: None,
            reason: Text::default(),
            escalated_to: Text::default(),
            strength: None,
            category: Code::default(),
            causes: Vec::new(),
            indicator: Text::default(),
            baseline: Text::default(),
            target: Text::default(),
            evaluate_on: None,
            last: None,
            words: 0,
            lang: Lang::Fr,
            passed: Vec::new(),
        }
    }
}

/// How the session that decided an action left it, if it left nothing to do.
const fn ended(status: Status) -> Standing {
    match status {
        Status::Effective => Standing::Effective,
        Status::Closed => Standing::Closed,
        Status::Transferred => Standing::HandedOver,
        Status::Dropped => Standing::Dropped,
        _ => Standing::Open,
    }
}

#[cfg(test)]
mod tests;
