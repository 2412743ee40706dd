//! What a group found of a key, family by family: a row a line, with a sign, its text and what stands beside it.

use crate::domain::code::Code;
use crate::domain::scenario::{Family, Key};
use crate::domain::session::Session;
use crate::domain::simulation::Verdict;
use crate::domain::text::Text;
use crate::training::matching::Matches;
use crate::training::matching::lines::{self, Line};

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The group has it: the trainer confirmed.
    Found,
    /// The group seems to have it: the trainer has not said yet.
    Proposed,
    /// Nothing resembles it: the trainer has not said yet.
    Open,
    /// The group does not have it: the trainer confirmed.
    Missed,
    /// The group has it and the key does not.
    Added,
}

impl Sign {
    /// Whether it counts as found.
    pub const fn is_found(self) -> bool {
        matches!(self, Self::Found | Self::Proposed)
    }

    /// Whether it counts as missed.
    pub const fn is_missed(self) -> bool {
        matches!(self, Self::Missed | Self::Open)
    }

    /// Whether the trainer has not said yet.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Open)
    }
}

/// A line of the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    /// Its id in the session.
    pub id: Text,
    /// What it says.
    pub text: String,
    /// What stands beside it.
    pub aside: String,
}

/// A line of a debrief: one of the key, or one that the group has beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub sign: Sign,
    /// Its id in the key, or in the session for what the key does not have.
    pub id: Code,
    /// What it says.
    pub text: String,
    /// What stands beside it: when, which codes, what a barrier did, how strong an action is.
    pub aside: String,
    /// What of the session it is.
    pub ours: Vec<Ours>,
}

/// What was found of one family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The family.
    pub family: Family,
    /// The lines of the key, in its order.
    pub rows: Vec<Row>,
    /// What the group has beside them, in its order.
    pub added: Vec<Row>,
}

impl Found {
    /// How many lines of the key were found.
    pub fn n_found(&self) -> usize {
        self.rows.iter().filter(|row| row.sign.is_found()).count()
    }

    /// How many lines the trainer has not said anything of.
    pub fn n_open(&self) -> usize {
        self.rows.iter().filter(|row| row.sign.is_open()).count()
    }

    /// The line of the key with this id.
    pub fn row(&self, id: &Code) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == *id)
    }
}

/// The rows of a family.
pub(super) fn of(session: &Session, key: &Key, family: Family, matches: &Matches) -> Found {
    let lines = lines::of_session(session, family);
    let ours = |id: &Text| {
        let line = lines.iter().find(|line| line.id == id.as_str())?;
        Some(ours(line))
    };
    let row = |line: Line| {
        let id = Code::new(&line.id);
        let ours: Vec<Ours> = matches.of(family, &id).iter().filter_map(ours).collect();
        let verdict = session.play.judged(family, &id).map(|j| j.verdict);
        let sign = match verdict.unwrap_or(Verdict::Open) {
            Verdict::Found => Sign::Found,
            Verdict::Missed => Sign::Missed,
            Verdict::Open if ours.is_empty() => Sign::Open,
            Verdict::Open => Sign::Proposed,
        };
        Row {
            sign,
            id,
            text: line.what,
            aside: line.aside,
            ours,
        }
    };
    let rows = lines::of_key(session, key, family).into_iter().map(row);
    let beside = |line: &&Line| !matches.has(family, &Text::new(&line.id));
    let added = lines.iter().filter(beside).map(|line| Row {
        sign: Sign::Added,
        id: Code::new(&line.id),
        text: line.what.clone(),
        aside: line.aside.clone(),
        ours: vec![self::ours(line)],
    });
    Found {
        family,
        rows: rows.collect(),
        added: added.collect(),
    }
}

fn ours(line: &Line) -> Ours {
    Ours {
        id: Text::new(&line.id),
        text: line.what.clone(),
        aside: line.aside.clone(),
    }
}
