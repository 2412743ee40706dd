//! The figures of a year from a whole workspace read together.

use super::Registry;
use super::many::OnTwoThreads;
use crate::library::year::{self, Figures, Sources, Year};
use chrono::NaiveDate;

impl Registry {
    /// The figures of `year`, counted on the day `today`.
    pub fn year(&self, year: i32, today: NaiveDate) -> Year {
        year::year(&OnTwoThreads, &self.sources(), year, today)
    }

    /// The years of which there is something to tell, in order.
    pub fn years(&self, today: NaiveDate) -> Vec<i32> {
        year::years(&self.sources(), today)
    }

    /// How many simulations lie in it, which count nowhere.
    pub fn n_simulations(&self) -> usize {
        let found = self.survey.sessions.iter();
        let good = found.filter_map(|found| found.1.as_ref().ok());
        good.filter(|digest| digest.simulation).count()
    }

    fn sources(&self) -> Sources<'_> {
        let figures: Vec<&Figures> = self.digests().map(|d| &d.figures).collect();
        let incidents = self.incidents.iter().filter_map(|f| f.1.as_ref().ok());
        let analyses = self.analyses.iter().filter_map(|f| f.1.as_ref().ok());
        Sources {
            figures,
            sheets: self.digests().map(|d| &d.sheet).collect(),
            follow_ups: self.follow_ups().collect(),
            incidents: incidents.collect(),
            analyses: analyses.collect(),
        }
    }
}
