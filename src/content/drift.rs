//! Whether the grids that a document was made with are still those of this program.

use super::load;
use crate::domain::analysis::Analysis;
use crate::domain::grid::{Grid, GridUse};
use crate::domain::problem::Remark;

/// What differs between the grids that these analyses used and those of this program, each grid told once. `carried` are
/// the grids that the document brings along, for which nothing can differ; where a document has no place for them (`None`),
/// a grid that is not shipped may be the team's own.
pub fn remarks<'a>(
    analyses: impl Iterator<Item = &'a Analysis>,
    carried: Option<&[Grid]>,
) -> Vec<Remark> {
    let mut out = Vec::new();
    for used in analyses.flat_map(|a| &a.grids) {
        let brought = carried.unwrap_or_default();
        if brought.iter().any(|grid| grid.id == used.grid) {
            continue;
        }
        let found = remark(used);
        let told = |remark: &Remark| {
            let own = carried.is_none() && matches!(remark, Remark::GridUnknown(_));
            !own && !out.contains(remark)
        };
        out.extend(found.filter(told));
    }
    out
}

fn remark(used: &GridUse) -> Option<Remark> {
    let mut versions = load::GRIDS.iter().filter(|g| g.id == used.grid.as_str());
    let Some(newest) = versions.clone().next() else {
        return Some(Remark::GridUnknown(used.grid.clone()));
    };
    let name = || newest.shelf.get().name.clone();
    let Some(same) = versions.find(|g| g.version == used.version) else {
        return Some(Remark::GridVersion(name(), used.version, newest.version));
    };
    // One that was noted without a fingerprint cannot be compared.
    let reworded = !used.hash.is_blank() && used.hash != *same.hash();
    reworded.then(|| Remark::GridReworded(name()))
}
