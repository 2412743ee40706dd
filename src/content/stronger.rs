//! What can be done about a factor that is stronger than a reminder: by the branch of the 5M on which it stands.

use super::types::{Stronger, Way};
use super::{branch_of, grid_in, load};
use crate::domain::action::Action;
use crate::domain::analysis::Factor;
use crate::domain::code::Code;
use crate::domain::session::Session;

/// The ways for the first factor of an action that stands on a branch, the strongest first; of an action without one, those
/// that serve any.
pub fn stronger(session: &Session, action: &Action) -> &'static [Way] {
    let all = load::STRONGER.get();
    let of = |branch: &Code| all.iter().find(|row| row.branch == *branch);
    let factor = |id| session.analyses.iter().find_map(|a| a.factors.get(id));
    let mut factors = action.factors.iter().filter_map(|id| factor(*id));
    let branch = factors.find_map(|f| branch(session, f));
    let found = branch.and_then(|branch| of(&branch));
    found.or_else(|| of(&Code::default())).map_or(&[], ways)
}

fn ways(row: &'static Stronger) -> &'static [Way] {
    &row.ways
}

/// The branch of a factor, by the first of its codes that has one.
fn branch(session: &Session, factor: &Factor) -> Option<Code> {
    let codes = factor.codes.iter();
    let mut branches = codes.filter_map(|code| {
        let grid = grid_in(session, &code.grid)?;
        branch_of(grid, &code.item)
    });
    branches.next().map(|branch| branch.id.clone())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::content::{branches, category};
    use crate::domain::action::Strength;

    #[test]
    fn every_branch_has_stronger_ways_and_none_of_them_is_weak() {
        let rows = load::STRONGER.get();
        let branches: Vec<&Code> = branches().iter().map(|d| &d.id).collect();
        for branch in &branches {
            assert!(rows.iter().any(|row| row.branch == **branch), "{branch}");
        }
        for row in rows {
            assert!(row.branch.is_empty() || branches.contains(&&row.branch));
            let strengths = row.ways.iter().map(|way| {
                let found = category(&way.category).map(|c| c.strength);
                found.unwrap()
            });
            let strengths: Vec<Strength> = strengths.collect();
            assert!(strengths.len() == 3 && strengths.contains(&Strength::Strong));
            assert!(!strengths.contains(&Strength::Weak), "{}", row.branch);
            assert!(strengths.is_sorted_by(|a, b| a >= b), "{}", row.branch);
        }
    }
}
