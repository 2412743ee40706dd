//! The grids that a team can walk: its own, and the shipped ones.

use super::Desk;
use crate::content;
use crate::domain::code::Code;
use crate::domain::grid::{Grid, GridUse};

impl Desk {
    /// The grids on offer: those that the session carries, the team's own, the shipped ones.
    pub fn grids(&self) -> Vec<&Grid> {
        let mut all: Vec<&Grid> = Vec::new();
        let carried = self.session().into_iter().flat_map(|s| s.own.grids.iter());
        let own = self.listing.own_grids().map(|own| &own.grid);
        for grid in carried.chain(own).chain(content::grids()) {
            if all.iter().all(|held| held.id != grid.id) {
                all.push(grid);
            }
        }
        all
    }

    /// How a grid on offer is called; one that the team made is marked.
    pub fn grid_name(&self, grid: &Grid) -> String {
        let words = self.words();
        let name = grid.name.get(words.0);
        if content::grid(&grid.id) == Some(grid) {
            name.to_owned()
        } else {
            words.settings_grid_ours(name)
        }
    }

    /// The grid that the team begins with; that of the kind of structure when it chose none, or one that is gone.
    pub fn usual_grid(&self) -> Code {
        let played = self.session().and_then(content::scenario_of);
        let advised = played.and_then(|scenario| scenario.grids.first());
        let chosen = advised.unwrap_or(&self.team.doc.grid);
        if self.grids().iter().any(|grid| grid.id == *chosen) {
            return chosen.clone();
        }
        let sector = self.session().map_or(&self.team.doc.sector, |s| &s.sector);
        content::default_grid_for(sector)
    }

    /// What an analysis writes down of a grid on offer.
    pub fn grid_use(&self, grid: &Grid) -> GridUse {
        if content::grid(&grid.id) == Some(grid)
            && let Some(used) = content::grid_use(&grid.id)
        {
            return used;
        }
        let own = self.listing.own_grids().find(|own| own.grid == *grid);
        let noted = || {
            let analyses = self.session().into_iter().flat_map(|s| s.analyses.iter());
            let mut used = analyses.flat_map(|a| a.grids.iter());
            used.find(|used| used.grid == grid.id && used.version == grid.version)
        };
        let used = own.map(crate::domain::grid::OwnGrid::used);
        used.or_else(|| noted().cloned())
            .unwrap_or_else(|| GridUse {
                grid: grid.id.clone(),
                version: grid.version,
                ..GridUse::default()
            })
    }
}
