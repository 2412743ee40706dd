//! Which lines of a group are lines of the key: proposed by wording, and by what each kind of line says beside its words (the
//! moment of a fact, the codes and deviations of a factor, the kind and state of a barrier). A proposal is a proposal: the
//! trainer decides. Where little speaks for a line, nothing is proposed.

mod assign;
pub(super) mod lines;

use super::terms::Term;
use crate::domain::code::Code;
use crate::domain::scenario::{Family, Key};
use crate::domain::session::Session;
use crate::domain::simulation::Verdict;
use crate::domain::text::Text;
use lines::{Line, Sign};

/// Least likeness that is proposed, of about 1.
const LEAST: f32 = 0.43;
/// Least likeness of a further line that says the same as one already proposed.
const AGAIN: f32 = 0.62;
/// Least likeness of the words alone: no sign makes two lines one that share no word.
const WORDS: f32 = 0.12;
/// What a word says that no line of the key has, of one that a single line has.
const FOREIGN: f32 = 0.8;
/// What is left of a likeness that one word alone makes while others stand against it.
const ALONE: f32 = 0.78;
/// The share of a line of the key that one word must make up for its likeness to be left so much.
const LITTLE: f32 = 0.4;
/// What is left of the likeness of a line that judges someone.
const JUDGED: f32 = 0.7;
/// What it adds when the deviation of a factor is one that the key gives it.
const LINKED: f32 = 0.06;
/// What a common word says, of another.
const COMMON: f32 = 0.35;
/// How much the words of the group weigh against those of the key, of 1: a group writes shorter than a key.
const OURS: f32 = 0.68;

/// What is proposed, line of the key by line of the key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    found: Vec<(Family, Code, Vec<Text>)>,
}

impl Matches {
    /// What of the session a line of the key is, the likeliest first; nothing is proposed where nothing resembles it.
    pub fn of(&self, family: Family, key: &Code) -> &[Text] {
        let line = |m: &&(Family, Code, Vec<Text>)| m.0 == family && m.1 == *key;
        self.found.iter().find(line).map_or(&[], |m| &m.2)
    }

    /// Whether something of the session is a line of the key.
    pub fn has(&self, family: Family, ours: &Text) -> bool {
        let mut all = self.found.iter().filter(|m| m.0 == family);
        all.any(|m| m.2.contains(ours))
    }
}

/// Compares a session with a key. What the trainer said of a line holds; the others are proposed from what is left.
pub fn matches(session: &Session, key: &Key) -> Matches {
    let mut matches = Matches::default();
    // Deviations come before factors, which lean on them.
    for family in Family::ALL.iter().copied() {
        let found = of_family(session, key, family, &matches);
        matches.found.extend(found);
    }
    matches
}

/// The matches of one family.
fn of_family(
    session: &Session,
    key: &Key,
    family: Family,
    before: &Matches,
) -> Vec<(Family, Code, Vec<Text>)> {
    let lines = lines::of_key(session, key, family);
    let items = lines::of_session(session, family);
    let play = &session.play;
    let judged = |line: &Line| {
        let judged = play.judged(family, &Code::new(&line.id));
        judged.filter(|judged| judged.verdict != Verdict::Open)
    };
    let taken: Vec<&Text> = lines
        .iter()
        .filter_map(judged)
        .filter(|judged| judged.verdict == Verdict::Found)
        .flat_map(|judged| &judged.ours)
        .collect();
    let free = |item: &&Line| taken.iter().all(|ours| ours.as_str() != item.id);
    let free: Vec<&Line> = items.iter().filter(free).collect();
    let open: Vec<&Line> = lines.iter().filter(|line| judged(line).is_none()).collect();
    let weighed = Weighed::new(&lines);
    let score = |line: &&Line| {
        let each = free.iter();
        each.map(|item| weighed.likeness(line, item, before))
            .collect()
    };
    let scores: Vec<Vec<f32>> = open.iter().map(score).collect();
    let pairs = assign::best(&scores, LEAST, AGAIN);
    let ours = |line: &Line| -> Vec<Text> {
        if let Some(judged) = judged(line) {
            let found = judged.verdict == Verdict::Found;
            return if found {
                judged.ours.clone()
            } else {
                Vec::new()
            };
        }
        let at = open.iter().position(|other| other.id == line.id);
        let mine = pairs.iter().filter(|(l, _)| Some(*l) == at);
        mine.filter_map(|(_, i)| free.get(*i))
            .map(|item| Text::new(&item.id))
            .collect()
    };
    let each = lines.iter();
    each.map(|line| (family, Code::new(&line.id), ours(line)))
        .collect()
}

/// The lines of a key with what each of their words says: the fewer lines have it, the more.
struct Weighed<'l> {
    lines: &'l [Line],
}

impl<'l> Weighed<'l> {
    fn new(lines: &'l [Line]) -> Self {
        Self { lines }
    }

    /// What a word says.
    fn weight(&self, term: &Term) -> f32 {
        let has = |line: &&Line| {
            let mut terms = line.texts.iter().flatten();
            terms.any(|other| term.likeness(other) > 0.0)
        };
        let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
        let (n, all) = (
            self.lines.iter().filter(has).count(),
            count(self.lines.len()),
        );
        let says = match n {
            0 => FOREIGN * (1.0 + all).ln(),
            n => (1.0 + all / count(n)).ln(),
        };
        says * if term.common { COMMON } else { 1.0 }
    }

    /// How much a line of the session is a line of the key.
    fn likeness(&self, line: &Line, item: &Line, before: &Matches) -> f32 {
        let pairs = line
            .texts
            .iter()
            .flat_map(|key| item.texts.iter().map(move |ours| (key, ours)));
        let words = pairs.map(|(key, ours)| self.words(key, ours));
        let words = words.fold(0.0, f32::max);
        if words < WORDS {
            return 0.0;
        }
        // A judgement on someone is no cause, whoever it names.
        let words = if item.judges && !line.judges {
            words * JUDGED
        } else {
            words
        };
        words + sign(line, item, words, before)
    }

    /// How much two wordings say the same, 0 to 1.
    fn words(&self, key: &[Term], ours: &[Term]) -> f32 {
        let share = |of: &[Term], among: &[Term]| {
            let (mut all, mut met) = (0.0, 0.0);
            for term in of {
                let weight = self.weight(term);
                let best = among.iter().map(|other| term.likeness(other));
                all += weight;
                met += weight * best.fold(0.0, f32::max);
            }
            if all > 0.0 { met / all } else { 0.0 }
        };
        let (of_ours, of_key) = (share(ours, key), share(key, ours));
        let both = OURS * of_ours + (1.0 - OURS) * of_key;
        let met = |term: &&Term| key.iter().any(|other| term.likeness(other) > 0.0);
        let (met, foreign): (Vec<&Term>, Vec<&Term>) = ours.iter().partition(met);
        let telling = met.iter().filter(|term| !term.common).count();
        match telling {
            0 | 1 if foreign.is_empty() => both,
            0 | 1 if of_key < LITTLE => both * ALONE * ALONE,
            0 | 1 => both * ALONE,
            _ => both,
        }
    }
}

/// What speaks for two lines being one, or against it, beside their words.
fn sign(line: &Line, item: &Line, words: f32, before: &Matches) -> f32 {
    match (&line.sign, &item.sign) {
        (Sign::Moment(Some(a), a_hour), Sign::Moment(Some(b), b_hour)) => {
            let apart = (*a - *b).num_minutes().abs();
            match (*a_hour && *b_hour, apart) {
                (true, 0..=15) => 0.30,
                (true, 16..=60) => 0.10,
                (true, _) => -0.4 * words,
                (false, _) if a.date() == b.date() => 0.20,
                (false, _) => -0.4 * words,
            }
        }
        (Sign::Barrier(kind, states), Sign::Barrier(other, theirs)) => {
            let state = states.iter().any(|state| theirs.contains(state));
            0.06 * f32::from(u8::from(kind == other)) + 0.06 * f32::from(u8::from(state))
        }
        (Sign::Factor(codes, on), Sign::Factor(others, under)) => {
            let linked = on.iter().any(|deviation| {
                let theirs = before.of(Family::Deviation, &Code::new(deviation));
                theirs.iter().any(|d| under.iter().any(|u| u == d.as_str()))
            });
            lines::nearness(codes, others) + if linked { LINKED } else { 0.0 }
        }
        _ => 0.0,
    }
}
