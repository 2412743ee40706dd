//! A simulated session: its mark, inside the file, under the seal, and obeyed wherever the file lies; and what happened while
//! it was played. Nothing here is about a person: roles stand at seats, tests bear a code that its owner chose.

use super::code::Code;
use super::ids::TraceId;
use super::order::Order;
use super::scenario::{Family, Scenario};
use super::text::Text;
use chrono::{Duration, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Whether a session is real.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Kind {
    /// A real meeting.
    #[default]
    Real,
    /// A simulated one: never in registers, carry-over or statistics.
    Simulation(Simulation),
}

crate::choices! {
    /// When a test was taken.
    pub enum Round {
        /// Before the case is played.
        Before,
        /// After the debrief.
        After,
    }

    /// What the trainer made of a line of the key.
    pub enum Verdict {
        /// Nothing yet: what is proposed is shown as such.
        Open,
        /// The group has it.
        Found,
        /// It does not.
        Missed,
    }

    /// How fast the time of a simulation goes.
    pub enum Speed {
        /// As fast as that of the room.
        Real,
        /// Twice as fast.
        Double,
        /// Five times as fast.
        Five,
    }
}

crate::record! {
    /// What is simulated.
    pub struct Simulation {
        /// The scenario.
        pub scenario: Code,
        /// Its version.
        pub version: u32,
        /// Cards shown, in the first files; `Play` holds them now.
        pub revealed: Vec<Code>,
        /// Injects given, in the first files; `Play` holds them now.
        pub injected: Vec<Code>,
        /// Notes of observation, in the first files; `Play` holds them now, line by line.
        pub observations: Text,
        /// The scenario itself, when it is the trainer's own; those shipped are named by id and version.
        pub own: Option<Arc<Scenario>>,
    }

    /// What happened while a scenario was played, beside what a meeting leaves.
    pub struct Play {
        /// How many learn.
        pub people: u32,
        /// Who plays what.
        pub dealt: Vec<Dealt>,
        /// How often roles were drawn: the next draw gives others.
        pub draws: u32,
        /// Information cards asked for, in order.
        pub revealed: Vec<Given>,
        /// Injects given, in order.
        pub injected: Vec<Given>,
        /// Challenges started by the trainer, in order.
        pub challenged: Vec<Given>,
        /// When the picture was frozen.
        pub freezes: Vec<Freeze>,
        /// What was observed.
        pub observed: Vec<Observed>,
        /// Tests filled in one by one, in the order of their codes, which tells nothing of who came first.
        pub sheets: Vec<Sheet>,
        /// Tests counted by hand.
        pub counts: Vec<Counted>,
        /// What the trainer made of the lines of the key.
        pub judged: Vec<Judged>,
        /// What the group keeps, three lines at best.
        pub lessons: Vec<Text>,
        /// What each engages in, without a name.
        pub commitments: Vec<Text>,
        /// What learners say of the day: for each line how many gave 1, 2, 3, 4.
        pub satisfaction: Vec<Vec<u32>>,
        /// What they say of it in words, without a name.
        pub satisfaction_words: Text,
        /// How its time goes.
        pub clock: Pace,
    }

    /// A role at a seat.
    pub struct Dealt {
        /// The seat, 1 and up.
        pub seat: u32,
        /// The role.
        pub role: Code,
        /// The challenge that goes with it, if any.
        pub challenge: Code,
    }

    /// Something given, and when.
    pub struct Given {
        /// What (id in the scenario).
        pub id: Code,
        /// Minute of the meeting that is played.
        pub minute: u32,
    }

    /// The picture was frozen.
    pub struct Freeze {
        /// The question shown (id in the scenario); none: it was only stopped.
        pub prompt: Code,
        /// Minute of the meeting that is played.
        pub minute: u32,
        /// Since when it is frozen; none once it goes on.
        pub since: Option<NaiveDateTime>,
        /// How long it was, in seconds.
        pub seconds: u32,
    }

    /// A line of the observation grid.
    pub struct Observed {
        /// The line.
        pub item: Code,
        /// 0 to 3; none: not rated.
        pub score: Option<u8>,
        /// What was seen or heard, without a name.
        pub note: Text,
    }

    /// A test of one person.
    pub struct Sheet {
        /// The code that its owner chose.
        pub code: Text,
        /// Before or after.
        pub round: Round,
        /// The answer to each question of the quiz, in the order of the scenario, from 0; none: not answered.
        pub quiz: Vec<Option<u8>>,
        /// The mark for each line of the self-assessment, 0 to 10; none: not given.
        pub marks: Vec<Option<u8>>,
    }

    /// A test counted by hand.
    pub struct Counted {
        /// Before or after.
        pub round: Round,
        /// For each question how many chose each answer.
        pub quiz: Vec<Vec<u32>>,
        /// For each line of the self-assessment how many gave 0, 1 … 10.
        pub marks: Vec<Vec<u32>>,
    }

    /// What the trainer made of a line of the key.
    pub struct Judged {
        /// Which part of the key.
        pub family: Family,
        /// The line (id in the key).
        pub key: Code,
        /// Found or missed.
        pub verdict: Verdict,
        /// What of the session it is (ids there), when found.
        pub ours: Vec<Text>,
    }

    /// How the time of a simulation goes: it runs ahead of that of the room.
    pub struct Pace {
        /// How fast.
        pub speed: Speed,
        /// Since when it goes that fast, in the time of the room.
        pub since: Option<NaiveDateTime>,
        /// How far ahead it was then, in seconds.
        pub ahead: u32,
    }
}

/// One line of the trace of a simulation: how a part was at the end of a minute in which it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TraceMark {
    /// Its id; the first files of this schema had none.
    #[serde(
        default = "TraceMark::without_id",
        skip_serializing_if = "TraceMark::is_without_id"
    )]
    pub id: TraceId,
    /// Minute of the session.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub minute: u32,
    /// The part, as a journal names it.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub part: Text,
    /// Its new value, as RON; empty when it was taken out.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub value: Text,
}

crate::keyed!(TraceMark: TraceId);

impl TraceMark {
    /// One with nothing but its id.
    pub fn new(id: TraceId) -> Self {
        Self {
            id,
            minute: 0,
            part: Text::default(),
            value: Text::default(),
        }
    }

    fn without_id() -> TraceId {
        TraceId(0)
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "asked by serde")]
    fn is_without_id(id: &TraceId) -> bool {
        *id == Self::without_id()
    }
}

impl Kind {
    /// Whether it is a simulation.
    pub fn is_simulation(&self) -> bool {
        matches!(self, Self::Simulation(_))
    }

    /// What is simulated, if anything is.
    pub fn simulation(&self) -> Option<&Simulation> {
        match self {
            Self::Real => None,
            Self::Simulation(simulation) => Some(simulation),
        }
    }
}

impl Speed {
    /// How many seconds pass in one of the room.
    pub fn factor(self) -> u32 {
        match self {
            Self::Real => 1,
            Self::Double => 2,
            Self::Five => 5,
        }
    }
}

impl Pace {
    /// The time of the simulation when it is `now` in the room.
    pub fn at(&self, now: NaiveDateTime) -> NaiveDateTime {
        let gained = self.gained(now);
        now.checked_add_signed(gained).unwrap_or(now)
    }

    /// Goes on at another speed from `now` (in the room) on.
    pub fn turn(&mut self, speed: Speed, now: NaiveDateTime) {
        self.ahead = u32::try_from(self.gained(now).num_seconds()).unwrap_or(0);
        self.speed = speed;
        self.since = Some(now);
    }

    /// How far ahead of the room it is when it is `now` there. A clock that was put back gains nothing.
    fn gained(&self, now: NaiveDateTime) -> Duration {
        let since = self.since.map_or(Duration::zero(), |since| now - since);
        let more = i64::from(self.speed.factor() - 1) * since.num_seconds().max(0);
        Duration::seconds(i64::from(self.ahead).saturating_add(more).min(MAX_AHEAD))
    }
}

/// How far a simulation runs ahead at most, in seconds: a day, so that one left open over night has no date of another year.
const MAX_AHEAD: i64 = 24 * 3600;

impl Play {
    /// Whether this card or inject or challenge was given.
    pub fn has(given: &[Given], id: &Code) -> bool {
        given.iter().any(|given| given.id == *id)
    }

    /// The freeze that holds, if the picture is frozen.
    pub fn frozen(&self) -> Option<&Freeze> {
        self.freezes.iter().find(|freeze| freeze.since.is_some())
    }

    /// What the trainer made of a line of the key.
    pub fn judged(&self, family: Family, key: &Code) -> Option<&Judged> {
        let of = |judged: &&Judged| judged.family == family && judged.key == *key;
        self.judged.iter().find(of)
    }

    /// Notes what the trainer makes of a line of the key.
    pub fn judge(&mut self, judged: Judged) {
        let same = |j: &Judged| j.family == judged.family && j.key == judged.key;
        self.judged.retain(|known| !same(known));
        if judged.verdict != Verdict::Open {
            self.judged.push(judged);
        }
    }

    /// The tests of a round.
    pub fn sheets_of(&self, round: Round) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(move |sheet| sheet.round == round)
    }

    /// What was counted by hand in a round.
    pub fn counted(&self, round: Round) -> Option<&Counted> {
        self.counts.iter().find(|counted| counted.round == round)
    }

    /// The same, made if nothing was counted yet.
    pub fn counted_mut(&mut self, round: Round) -> &mut Counted {
        let known = self.counts.iter().position(|c| c.round == round);
        let at = known.unwrap_or_else(|| {
            self.counts.push(Counted {
                round,
                ..Counted::default()
            });
            self.counts.len() - 1
        });
        &mut self.counts[at]
    }

    /// Keeps a test, in the order of the codes.
    pub fn add_sheet(&mut self, sheet: Sheet) {
        self.sheets.push(sheet);
        let key = |sheet: &Sheet| (sheet.round as u8, sheet.code.clone());
        self.sheets.order_by_key(key);
    }

    /// Whether anyone took the test of this round.
    pub fn is_tested(&self, round: Round) -> bool {
        let counted = |c: &Counted| c.round == round && c.quiz.iter().flatten().any(|n| *n > 0);
        self.sheets_of(round).next().is_some() || self.counts.iter().any(counted)
    }

    /// Whether the debrief has begun.
    pub fn is_debriefed(&self) -> bool {
        let filled = |texts: &[Text]| texts.iter().any(|text| !text.is_blank());
        !self.judged.is_empty() || filled(&self.lessons) || filled(&self.commitments)
    }

    /// All texts that were typed.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let notes = self.observed.iter().map(|observed| &observed.note);
        let kept = self.lessons.iter().chain(&self.commitments);
        notes.chain(kept).chain([&self.satisfaction_words])
    }
}
