//! The fishbone (Ishikawa): one bone per dimension of the grid or per branch of the 5M, the wordings of its factors under
//! it, all leading to the deviation in question or to the event.

mod picture;

pub use picture::{Fish, Named, Pens, Voice, draw};

use crate::content;
use crate::domain::analysis::{Analysis, Certainty, Factor, FactorRole};
use crate::domain::code::Code;
use crate::domain::completeness::by_dimension;
use crate::domain::grid::{Dimension, Grid};
use crate::domain::ids::{DeviationId, FactorId};
use crate::domain::session::Session;
use crate::words::Words;

/// By what the bones are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// The dimensions of the grid.
    #[default]
    Dimensions,
    /// The branches of the 5M.
    FiveM,
}

/// A bone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bone {
    /// Its name.
    pub name: String,
    /// Its factors.
    pub factors: Vec<FactorId>,
}

/// The bones, those of the first grid without a factor too; factors outside the grids have a bone of their own at the end.
/// With a deviation only the factors tied to it.
pub fn bones(
    analysis: &Analysis,
    grids: &[&Grid],
    cut: Cut,
    deviation: Option<DeviationId>,
    words: Words,
) -> Vec<Bone> {
    let asked = |f: &&Factor| deviation.is_none_or(|deviation| f.deviations.contains(&deviation));
    let factors = analysis.factors.iter().filter(asked);
    let by = match cut {
        Cut::Dimensions => by_dimension(factors, grids),
        Cut::FiveM => by_branch(factors, grids),
    };
    let bone = |(dimension, those): (Option<&Dimension>, Vec<&Factor>)| Bone {
        name: dimension.map_or_else(|| words.tree_uncoded().to_owned(), |d| short(d, words)),
        factors: those.iter().map(|f| f.id).collect(),
    };
    by.into_iter().map(bone).collect()
}

/// Factors by branch of the 5M, those without one last.
fn by_branch<'f>(
    factors: impl Iterator<Item = &'f Factor>,
    grids: &[&Grid],
) -> Vec<(Option<&'static Dimension>, Vec<&'f Factor>)> {
    let factors: Vec<&Factor> = factors.collect();
    let those = |id: Option<&Code>| -> Vec<&Factor> {
        let here = |f: &&Factor| branch(f, grids).map(|d| &d.id) == id;
        factors.iter().copied().filter(here).collect()
    };
    let branches = content::branches().iter();
    let mut out: Vec<_> = branches.map(|d| (Some(d), those(Some(&d.id)))).collect();
    let outside = those(None);
    if !outside.is_empty() {
        out.push((None, outside));
    }
    out
}

/// The branch of the 5M of a factor, by its first code that has one: in the grids of the analysis, else in any shipped one.
fn branch(factor: &Factor, grids: &[&Grid]) -> Option<&'static Dimension> {
    let codes = || factor.codes.iter();
    let mut mine = grids.iter().flat_map(|grid| {
        let here = codes().filter(|c| c.grid == grid.id);
        here.filter_map(|c| content::branch_of(grid, &c.item))
    });
    let mut other = codes().filter_map(|c| content::branch_of(content::grid(&c.grid)?, &c.item));
    mine.next().or_else(|| other.next())
}

/// The name of a dimension without what all of them begin or end with.
fn short(dimension: &Dimension, words: Words) -> String {
    let name = dimension.name.get(words.0);
    let bare = name.split(" (").next().unwrap_or(name);
    words.dimension_bare(bare)
}

/// What is drawn: the bones with the wordings of their factors, and `head`, what all leads to.
pub fn fish(analysis: &Analysis, bones: Vec<Bone>, head: String, words: Words) -> Fish {
    let wording = |id: &FactorId| {
        let factor = analysis.factors.get(*id)?;
        Some((*id, wording(factor, words)))
    };
    let bone = |bone: Bone| {
        let factors = bone.factors.iter().filter_map(wording).collect();
        (bone.name, factors)
    };
    Fish {
        bones: bones.into_iter().map(bone).collect(),
        head,
    }
}

/// What all leads to: the deviation in question, else the event.
pub fn head(
    session: &Session,
    analysis: &Analysis,
    deviation: Option<DeviationId>,
    words: Words,
) -> String {
    if let Some(deviation) = deviation.and_then(|id| analysis.deviations.get(id)) {
        let observed = deviation.observed.filled();
        return observed.unwrap_or(words.deviation_unsaid()).to_owned();
    }
    let event = analysis.incident.and_then(|id| session.incidents.get(id));
    let title = event.and_then(|event| event.report.title.filled());
    title.unwrap_or(words.fish_event()).to_owned()
}

/// The wording of a factor, with what must not be lost of it: that it is the main one, that it is still to be checked.
fn wording(factor: &Factor, words: Words) -> String {
    let what = factor.what.filled().unwrap_or(words.factor_unsaid());
    let role = (factor.role == FactorRole::Principal).then(|| words.factor_role(factor.role));
    let sure = (factor.certainty == Certainty::ToCheck).then(|| words.certainty(factor.certainty));
    let remarks: Vec<&str> = [role, sure].into_iter().flatten().collect();
    if remarks.is_empty() {
        what.to_owned()
    } else {
        format!("{what} ({})", remarks.join(", "))
    }
}
