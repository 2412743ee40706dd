//! The shipped scenarios, and what all cases have in common.

use super::load::{KIT_EN, KIT_FR, SCENARIOS, ShippedScenario};
use crate::domain::code::{Code, Lang};
use crate::domain::scenario::{Kit, Scenario};
use crate::domain::session::Session;

/// The shipped scenarios in this language, each in its newest version.
pub fn scenarios(lang: Lang) -> Vec<&'static Scenario> {
    let mut found: Vec<&ShippedScenario> = Vec::new();
    for shipped in SCENARIOS.iter().filter(|s| s.lang == lang) {
        if found.iter().all(|known| known.id != shipped.id) {
            found.push(shipped);
        }
    }
    found.into_iter().map(|s| s.shelf.get()).collect()
}

/// A shipped scenario in one version and language.
pub fn scenario(id: &Code, version: u32, lang: Lang) -> Option<&'static Scenario> {
    let same = |s: &&ShippedScenario| s.id == id.as_str() && s.version == version && s.lang == lang;
    Some(SCENARIOS.iter().find(same)?.shelf.get())
}

/// The scenario that a session plays: its own, or the shipped one that it names. None in a real session, and in one that names
/// what this version does not know.
pub fn scenario_of(session: &Session) -> Option<&Scenario> {
    let simulation = session.kind.simulation()?;
    let own = simulation.own.as_deref();
    own.or_else(|| scenario(&simulation.scenario, simulation.version, session.lang))
}

/// What all cases of this language have in common.
pub fn kit(lang: Lang) -> &'static Kit {
    match lang {
        Lang::Fr => KIT_FR.get(),
        Lang::En => KIT_EN.get(),
    }
}
