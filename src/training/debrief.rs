//! The debrief of a played case: what the group found beside what an expert finds, how its time went, its words, its actions,
//! its tests before and after. All of it is about the group: nothing here tells what one person knew or did, and the code of
//! no test comes out.

mod found;
mod given;
mod grids;
mod taken;
mod wording;

pub use found::{Found, Ours, Row, Sign};
pub use given::{CardRow, GivenKind, GivenRow};
pub use grids::{GridDimension, GridFound, GridItem};
pub use taken::{Marked, Mean, Pairs, Question, Satisfied, Tally};
pub use wording::Worded;

use crate::content;
use crate::domain::action::Strength;
use crate::domain::agenda::StepKind;
use crate::domain::completeness::{Share, share};
use crate::domain::scenario::{Family, Key, Kit, Scenario};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::training::{begin, matching};

/// What a debrief shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief {
    /// What was found, family by family in the order of the key.
    pub found: Vec<Found>,
    /// The factors told in each grid that the key uses.
    pub grids: Vec<GridFound>,
    /// The time of each step beside its plan.
    pub times: Vec<Timed>,
    /// Seconds for which the picture was frozen: they count for no step.
    pub frozen: u32,
    /// How strong the actions are.
    pub strength: Strengths,
    /// Factors about persons and about the system, as the group told them.
    pub share: Share,
    /// The same in the key.
    pub key_share: Share,
    /// Words that judge, and persons as the final cause.
    pub worded: Vec<Worded>,
    /// The observation grid.
    pub observed: Vec<Rated>,
    /// The quiz, question by question; empty where nobody took it.
    pub quiz: Vec<Question>,
    /// Those who took the quiz before and after, if they can be told apart from any one of them.
    pub pairs: Option<Pairs>,
    /// The self-assessment, line by line.
    pub marks: Vec<Marked>,
    /// What was said of the day.
    pub satisfaction: Vec<Satisfied>,
    /// The same in words.
    pub satisfaction_words: Text,
    /// The information cards, those that were asked for first.
    pub cards: Vec<CardRow>,
    /// What happened: injects, challenges and frozen pictures, in order of time.
    pub given: Vec<GivenRow>,
    /// What a group falls into.
    pub traps: Vec<Text>,
    /// What the group keeps.
    pub lessons: Vec<Text>,
    /// What each engages in.
    pub commitments: Vec<Text>,
}

/// The time of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// The step.
    pub step: StepKind,
    /// Minutes planned before the case was played.
    pub planned: u32,
    /// Seconds spent.
    pub spent: u32,
}

impl Timed {
    /// Minutes spent, rounded.
    pub const fn minutes(&self) -> u32 {
        (self.spent + 30) / 60
    }

    /// Minutes more than planned; fewer than none: less.
    pub fn over(&self) -> i64 {
        i64::from(self.minutes()) - i64::from(self.planned)
    }
}

/// How many actions are how strong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strengths {
    /// Of the group, weak first: those retained, or all ideas where none is retained yet.
    pub group: [u32; 3],
    /// Of the group, without a strength.
    pub unknown: u32,
    /// Of the key.
    pub key: [u32; 3],
}

/// A line of the observation grid as it was rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// What is watched.
    pub name: Text,
    /// 0 to 3; none: not rated.
    pub score: Option<u8>,
    /// What this looks like.
    pub level: Text,
    /// What was seen or heard.
    pub note: Text,
}

/// The debrief of a session that played this scenario. `kit` is what all cases have in common, as it is shipped.
pub fn debrief(session: &Session, scenario: &Scenario, kit: &Kit) -> Debrief {
    let key = &scenario.key;
    let kit = scenario.kit(kit);
    let found = found(session, key);
    let play = &session.play;
    let kept = |texts: &[Text]| texts.iter().filter(|t| !t.is_blank()).cloned().collect();
    Debrief {
        grids: grids::of(session, scenario, &found),
        times: times(session, scenario),
        frozen: play.freezes.iter().fold(0, |all, f| all + f.seconds),
        strength: strengths(session, scenario),
        share: group_share(session),
        key_share: grids::key_share(scenario),
        worded: wording::of(session, scenario),
        observed: observed(session, &kit),
        quiz: taken::quiz(play, &kit),
        pairs: taken::pairs(play, &kit),
        marks: taken::marks(play, &kit),
        satisfaction: taken::satisfaction(play, &kit),
        satisfaction_words: play.satisfaction_words.clone(),
        cards: given::cards(session, scenario, &found),
        given: given::given(session, scenario, &kit),
        traps: key.traps.clone(),
        lessons: kept(&play.lessons),
        commitments: kept(&play.commitments),
        found,
    }
}

/// What was found of a key, family by family.
pub fn found(session: &Session, key: &Key) -> Vec<Found> {
    let matches = matching::matches(session, key);
    let each = Family::ALL.iter();
    each.map(|family| found::of(session, key, *family, &matches))
        .collect()
}

impl Debrief {
    /// What was found of one family.
    pub fn of(&self, family: Family) -> Option<&Found> {
        self.found.iter().find(|found| found.family == family)
    }
}

/// The steps with the minutes that the case gave them before anybody moved any; a step added later has its own.
fn times(session: &Session, scenario: &Scenario) -> Vec<Timed> {
    let first = begin::session(scenario, session.id, session.date);
    let planned = |row: &crate::domain::agenda::Row| {
        let same = first.agenda.get(row.id).filter(|r| r.step == row.step);
        same.map_or(row.minutes, |first| first.minutes)
    };
    let each = session.agenda.iter().map(|row| Timed {
        step: row.step,
        planned: planned(row),
        spent: row.spent,
    });
    each.collect()
}

fn strengths(session: &Session, scenario: &Scenario) -> Strengths {
    let at = |strength: Strength| match strength {
        Strength::Weak => 0,
        Strength::Intermediate => 1,
        Strength::Strong => 2,
    };
    let mut out = Strengths::default();
    for action in &scenario.key.actions {
        out.key[at(action.strength)] += 1;
    }
    let none = session.retained_actions().next().is_none();
    let counted = session.actions.iter().filter(|a| {
        let idea = none && a.status == crate::domain::action::Status::Proposed;
        (idea || a.is_retained()) && !a.what.is_blank()
    });
    for action in counted {
        match content::strength_of(action) {
            Some(strength) => out.group[at(strength)] += 1,
            None => out.unknown += 1,
        }
    }
    out
}

fn group_share(session: &Session) -> Share {
    let mut all = Share::default();
    for analysis in session.analyses.iter() {
        let one = share(analysis, &content::grids_of(session, analysis));
        all.persons += one.persons;
        all.system += one.system;
        all.uncoded += one.uncoded;
    }
    all
}

fn observed(session: &Session, kit: &Kit) -> Vec<Rated> {
    let each = kit.observation.iter().map(|item| {
        let rated = session.play.observed.iter().find(|o| o.item == item.id);
        let score = rated.and_then(|o| o.score);
        let level = score.and_then(|n| item.levels.get(usize::from(n)));
        Rated {
            name: item.name.clone(),
            score,
            level: level.cloned().unwrap_or_default(),
            note: rated.map(|o| o.note.clone()).unwrap_or_default(),
        }
    });
    each.collect()
}
