//! Which questions of the grid are walked: all of them, or only those that still need the group.

use crate::domain::analysis::{Analysis, Reply};
use crate::domain::code::Code;
use crate::domain::grid::{Dimension, Grid, Item};
use crate::domain::ids::DeviationId;
use crate::words::Words;

/// Which questions are walked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    #[default]
    All,
    /// Those not asked yet.
    Open,
    /// Those to which nobody had the answer.
    Unknown,
    /// Those of one dimension.
    Dimension,
    /// Those that contributed to the deviation in question.
    Deviation,
}

/// What a filter is held against.
#[derive(Clone, Copy)]
pub struct Against<'a> {
    pub analysis: &'a Analysis,
    pub grid: &'a Grid,
    /// The dimension of the question in front of the group.
    pub dimension: &'a Code,
    /// The deviation in question.
    pub deviation: Option<DeviationId>,
}

impl Only {
    /// All filters, in the order in which they are gone through.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Open,
        Self::Unknown,
        Self::Dimension,
        Self::Deviation,
    ];

    /// The filter after this one, or before it.
    #[must_use]
    pub fn turned(self, forth: bool) -> Self {
        let at = Self::ALL.iter().position(|o| *o == self).unwrap_or(0);
        let step = if forth { 1 } else { Self::ALL.len() - 1 };
        Self::ALL[(at + step) % Self::ALL.len()]
    }

    /// Whether a question is among those walked.
    pub fn keeps(self, item: &Item, dimension: &Dimension, against: Against) -> bool {
        let Against { analysis, grid, .. } = against;
        match self {
            Self::All => true,
            Self::Open => analysis.reply(&grid.id, &item.id) == Reply::Open,
            Self::Unknown => analysis.reply(&grid.id, &item.id) == Reply::Unknown,
            Self::Dimension => dimension.id == *against.dimension,
            Self::Deviation => {
                let mut answers = analysis.answers.iter();
                let held = answers.find(|a| a.grid == grid.id && a.item == item.id);
                held.filter(|a| a.reply == Reply::Yes)
                    .is_some_and(|a| match against.deviation {
                        Some(id) => a.deviations.contains(&id),
                        None => !a.deviations.is_empty(),
                    })
            }
        }
    }

    /// What it is called; nothing where all are walked.
    pub fn label(self, words: Words) -> &'static str {
        match self {
            Self::All => words.only_all(),
            Self::Open => words.only_open(),
            Self::Unknown => words.only_unknown(),
            Self::Dimension => words.only_dimension(),
            Self::Deviation => words.only_deviation(),
        }
    }
}
