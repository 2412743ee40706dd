//! A scenario: a fictitious case that a trainer plays with a group as a CREX. One file in one language; what every case has in
//! common (roles, quiz, observation grid) is a `Kit`, shipped once a language.

use super::action::Strength;
use super::agenda::StepKind;
use super::analysis::{BarrierKind, BarrierState, FactorRole};
use super::code::{Code, Lang};
use super::incident::Report;
use super::text::Text;

crate::choices! {
    /// How much a group should know before it plays a case.
    pub enum Level {
        /// A first CREX.
        Beginner,
        /// A group that has met a grid before.
        Intermediate,
        /// A group that leads CREX already.
        Advanced,
    }

    /// What an information card is.
    pub enum CardKind {
        /// Someone is heard, by function.
        Heard,
        /// A document is seen.
        Seen,
    }

    /// The parts of an expert key, in the order in which a debrief goes through them.
    pub enum Family {
        /// Facts.
        Fact,
        /// Deviations.
        Deviation,
        /// Contributing factors.
        Factor,
        /// Barriers.
        Barrier,
        /// Actions.
        Action,
    }

    /// The parts of a debrief.
    pub enum Phase {
        /// What was felt.
        Reactions,
        /// What helped, what was in the way.
        Analysis,
        /// What is kept.
        Synthesis,
    }
}

crate::record! {
    /// A case: `scenarios/*.ron`, and those shipped.
    pub struct Scenario {
        /// Schema of a scenario file.
        pub schema: u32,
        /// Stable id, `anticoagulants`; a session names it.
        pub id: Code,
        /// Version, 1 and up; rises with each change that a group would notice.
        pub version: u32,
        /// The language that it is written in.
        pub lang: Lang,
        /// Title for the list and the wall; gives nothing of the key away.
        pub title: Text,
        /// Kind of structure (content list).
        pub sector: Code,
        /// For whom.
        pub level: Level,
        /// What is told to the group at the briefing: who they are, what the place is like.
        pub context: Text,
        /// What a learner can do afterwards.
        pub aims: Vec<Text>,
        /// The grids advised, the one walked first at the head.
        pub grids: Vec<Code>,
        /// The format of the meeting played (shipped id).
        pub format: Code,
        /// The report form that is read to the group.
        pub report: Case,
        /// Other reports among which the group chooses; none: there is nothing to choose.
        pub others: Vec<Case>,
        /// What one learns by asking.
        pub cards: Vec<Card>,
        /// Roles of this case, before those of the kit.
        pub roles: Vec<RoleCard>,
        /// Challenges of this case, before those of the kit.
        pub challenges: Vec<Challenge>,
        /// What happens by itself while it is played.
        pub injects: Vec<Inject>,
        /// What to ask when the picture is frozen.
        pub prompts: Vec<Prompt>,
        /// What an expert finds.
        pub key: Key,
        /// Questions of the debrief; none: those of the kit.
        pub debrief: Vec<DebriefQuestion>,
        /// The quiz; none: that of the kit.
        pub quiz: Vec<QuizQuestion>,
        /// What learners rate themselves on, 0 to 10; none: that of the kit.
        pub self_assessment: Vec<Text>,
    }

    /// A report and how long ago it was made: its dates follow the day on which the case is played.
    pub struct Case {
        /// The form; its dates stay empty.
        pub report: Report,
        /// Days between the event and the meeting.
        pub happened_days_ago: u32,
        /// Days between the report and the meeting.
        pub reported_days_ago: u32,
    }

    /// What one learns by asking for it.
    pub struct Card {
        /// Stable id in its file.
        pub id: Code,
        /// Heard or seen.
        pub kind: CardKind,
        /// What the group asks for, as it stands in the list: « Entendre l'infirmière ».
        pub ask: Text,
        /// What is learned.
        pub text: Text,
        /// What it costs, in minutes of the meeting, 0 to 30.
        pub minutes: u32,
        /// What of the key it leads to (ids).
        pub leads_to: Vec<Code>,
    }

    /// A role around the table.
    pub struct RoleCard {
        /// Stable id in its file.
        pub id: Code,
        /// What others call it.
        pub name: Text,
        /// What is on the card, read by its bearer alone.
        pub card: Text,
        /// Whether the case cannot be played without it.
        pub needed: bool,
    }

    /// A difficulty that one player brings in.
    pub struct Challenge {
        /// Stable id in its file.
        pub id: Code,
        /// Its name, for the trainer.
        pub name: Text,
        /// What is on the card, read by its bearer alone.
        pub card: Text,
        /// What a facilitator does well to answer, for the trainer.
        pub answer: Text,
    }

    /// Something that happens while the case is played.
    pub struct Inject {
        /// Stable id in its file.
        pub id: Code,
        /// The minute of the meeting that is played at which it comes by itself; 0: only when the trainer gives it.
        pub minute: u32,
        /// What is announced: « Le téléphone sonne ».
        pub title: Text,
        /// What is told.
        pub text: Text,
        /// What the trainer watches for.
        pub watch: Text,
    }

    /// A question for a frozen picture.
    pub struct Prompt {
        /// Stable id in its file.
        pub id: Code,
        /// The step at which it is proposed.
        pub step: StepKind,
        /// The question to the group.
        pub question: Text,
        /// What the trainer hopes to hear.
        pub expected: Text,
    }

    /// The expert key. Ids are unique across its parts.
    pub struct Key {
        /// Facts, in order.
        pub facts: Vec<KeyFact>,
        /// Deviations.
        pub deviations: Vec<KeyDeviation>,
        /// Contributing factors.
        pub factors: Vec<KeyFactor>,
        /// Barriers.
        pub barriers: Vec<KeyBarrier>,
        /// Actions.
        pub actions: Vec<KeyAction>,
        /// What a group falls into.
        pub traps: Vec<Text>,
    }

    /// A fact of the key.
    pub struct KeyFact {
        /// `F1`.
        pub id: Code,
        /// When, as people say it: `J+1`, `18:50`.
        pub when: Text,
        /// What.
        pub text: Text,
        /// Other ways of saying it.
        pub also: Vec<Text>,
    }

    /// A deviation of the key.
    pub struct KeyDeviation {
        /// `D1`.
        pub id: Code,
        /// What.
        pub text: Text,
        /// Other ways of saying it.
        pub also: Vec<Text>,
    }

    /// A factor of the key.
    pub struct KeyFactor {
        /// `C1`.
        pub id: Code,
        /// The deviations that it answers (ids).
        pub deviations: Vec<Code>,
        /// What.
        pub text: Text,
        /// Other ways of saying it.
        pub also: Vec<Text>,
        /// Its items, in one grid or several.
        pub codes: Vec<KeyCode>,
        /// Its part.
        pub role: FactorRole,
    }

    /// An item of a grid.
    pub struct KeyCode {
        /// The grid, `cadya`.
        pub grid: Code,
        /// The item, `P3.2`.
        pub item: Code,
    }

    /// A barrier of the key.
    pub struct KeyBarrier {
        /// `B1`.
        pub id: Code,
        /// What.
        pub text: Text,
        /// Other ways of saying it.
        pub also: Vec<Text>,
        /// When it acts.
        pub kind: BarrierKind,
        /// What it did.
        pub state: BarrierState,
        /// What it did afterwards, if that differs.
        pub then: Option<BarrierState>,
    }

    /// An action of the key.
    pub struct KeyAction {
        /// `A1`.
        pub id: Code,
        /// What.
        pub text: Text,
        /// Other ways of saying it.
        pub also: Vec<Text>,
        /// Its strength.
        pub strength: Strength,
        /// The owner, a function.
        pub owner: Text,
        /// Months until it is due, 0 to 24.
        pub months: u32,
        /// How one sees that it works.
        pub indicator: Text,
        /// The factors or barriers that it answers (ids).
        pub answers: Vec<Code>,
    }

    /// A question of a debrief.
    pub struct DebriefQuestion {
        /// Its part.
        pub phase: Phase,
        /// The question.
        pub text: Text,
    }

    /// A question of the quiz.
    pub struct QuizQuestion {
        /// Stable id in its file.
        pub id: Code,
        /// The question.
        pub text: Text,
        /// The answers, two to five, shown as a, b, c.
        pub answers: Vec<Text>,
        /// The letter of the right one.
        pub right: Code,
        /// Why, told after the second time.
        pub why: Text,
    }

    /// A line of the observation grid.
    pub struct ObservationItem {
        /// Stable id.
        pub id: Code,
        /// What is watched.
        pub name: Text,
        /// What 0, 1, 2 and 3 look like.
        pub levels: Vec<Text>,
    }

    /// What all cases of a language have in common.
    pub struct Kit {
        /// What is said at the briefing.
        pub briefing: Vec<Text>,
        /// Roles.
        pub roles: Vec<RoleCard>,
        /// Challenges.
        pub challenges: Vec<Challenge>,
        /// The observation grid; each line is rated 0 to 3, the group and never a person.
        pub observation: Vec<ObservationItem>,
        /// What learners rate themselves on, 0 to 10.
        pub self_assessment: Vec<Text>,
        /// The quiz.
        pub quiz: Vec<QuizQuestion>,
        /// Questions of the debrief.
        pub debrief: Vec<DebriefQuestion>,
        /// What learners say of the day, rated 1 to 4.
        pub satisfaction: Vec<Text>,
    }
}

impl Scenario {
    /// What all cases have in common, with what this one brings of its own in its place or before it.
    pub fn kit(&self, shipped: &Kit) -> Kit {
        let mut kit = shipped.clone();
        kit.roles = [self.roles.as_slice(), shipped.roles.as_slice()].concat();
        kit.challenges = [self.challenges.as_slice(), shipped.challenges.as_slice()].concat();
        replace(&mut kit.debrief, &self.debrief);
        replace(&mut kit.quiz, &self.quiz);
        replace(&mut kit.self_assessment, &self.self_assessment);
        kit
    }

    /// The information card with this id.
    pub fn card(&self, id: &Code) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == *id)
    }

    /// The inject with this id.
    pub fn inject(&self, id: &Code) -> Option<&Inject> {
        self.injects.iter().find(|inject| inject.id == *id)
    }
}

fn replace<T: Clone>(usual: &mut Vec<T>, own: &[T]) {
    if !own.is_empty() {
        *usual = own.to_vec();
    }
}

impl QuizQuestion {
    /// Which answer is right, from 0; none if its letter names none.
    pub fn right_index(&self) -> Option<usize> {
        let letter = self.right.as_str().to_lowercase();
        let mut chars = letter.chars();
        let index = match (chars.next(), chars.next()) {
            (Some(c @ 'a'..='e'), None) => c as usize - 'a' as usize,
            _ => return None,
        };
        (index < self.answers.len()).then_some(index)
    }
}
