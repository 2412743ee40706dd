//! Shipped files inside the program, each parsed when it is first asked for, so that starting parses nothing that is not
//! shown. They are constants that the tests parse whole: a file that does not parse would read as an empty one.

use super::types::{
    BarrierText, Benchmark, GridAdvice, Hierarchy, ImportColumn, Lists, Mapping, ScalesFile,
    StepCues, StepText, Stronger, Term, Told, Trades, Wording,
};
use crate::domain::agenda::Format;
use crate::domain::code::{Label, Lang};
use crate::domain::grid::Grid;
use crate::domain::ron_fault;
use crate::domain::scales::Scales;
use crate::domain::scenario::{Kit, Scenario};
use crate::domain::text::Text;
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

/// A shipped text and what it says.
pub(super) struct Shelf<T> {
    pub(super) text: &'static str,
    read: OnceLock<T>,
}

impl<T: DeserializeOwned + Default> Shelf<T> {
    const fn new(text: &'static str) -> Self {
        Self {
            text,
            read: OnceLock::new(),
        }
    }

    /// What the text says, parsed once.
    pub(super) fn get(&self) -> &T {
        self.read
            .get_or_init(|| ron_fault::read(self.text).unwrap_or_default())
    }
}

/// A shipped grid in one version.
pub(super) struct ShippedGrid {
    pub(super) id: &'static str,
    pub(super) version: u32,
    pub(super) shelf: Shelf<Grid>,
    hash: OnceLock<Text>,
}

impl ShippedGrid {
    /// SHA-256 of its file, lower-case hexadecimal, counted once.
    pub(super) fn hash(&self) -> &Text {
        self.hash.get_or_init(|| super::hash(self.shelf.text))
    }
}

/// Every version of every shipped grid, the newest version of each first: a session refers to the version that it used.
pub(super) static GRIDS: [ShippedGrid; 5] = [
    shipped("cadya", 1, include_str!("grids/cadya-1.ron")),
    shipped("alarm", 1, include_str!("grids/alarm-1.ron")),
    shipped("orion", 1, include_str!("grids/orion-1.ron")),
    shipped("tempos", 1, include_str!("grids/tempos-1.ron")),
    shipped("five-m", 1, include_str!("grids/five-m-1.ron")),
];

/// A shipped scenario in one version and language.
pub(super) struct ShippedScenario {
    pub(super) id: &'static str,
    pub(super) version: u32,
    pub(super) lang: Lang,
    pub(super) shelf: Shelf<Scenario>,
}

macro_rules! scenarios {
    ($n:literal: $($id:literal $version:literal),+ $(,)?) => {
        /// Every version of every shipped scenario in both languages, the newest version of each first.
        pub(super) static SCENARIOS: [ShippedScenario; 2 * $n] = [ $(
            ShippedScenario {
                id: $id,
                version: $version,
                lang: Lang::Fr,
                shelf: Shelf::new(include_str!(concat!("../../sessions/training/", $id, "-", $version, ".fr.ron"))),
            },
            ShippedScenario {
                id: $id,
                version: $version,
                lang: Lang::En,
                shelf: Shelf::new(include_str!(concat!("../../sessions/training/", $id, "-", $version, ".en.ron"))),
            },
        )+ ];
    };
}

scenarios! { 4:
    "anticoagulants" 1,
    "potassium" 1,
    "evening-medicines" 1,
    "unread-scan" 1,
}

const fn shipped(id: &'static str, version: u32, text: &'static str) -> ShippedGrid {
    ShippedGrid {
        id,
        version,
        shelf: Shelf::new(text),
        hash: OnceLock::new(),
    }
}

pub(super) static FORMATS: Shelf<Vec<Format>> = Shelf::new(include_str!("formats.ron"));
pub(super) static STEPS: Shelf<Vec<StepText>> = Shelf::new(include_str!("steps.ron"));
pub(super) static CUES: Shelf<Vec<StepCues>> = Shelf::new(include_str!("cues.ron"));
pub(super) static CHARTER: Shelf<Vec<Label>> = Shelf::new(include_str!("charter.ron"));
/// Rises when a line of the charter changes.
pub(super) const CHARTER_VERSION: u32 = 1;
pub(super) static LISTS: Shelf<Lists> = Shelf::new(include_str!("lists.ron"));
pub(super) static SCALES: Shelf<ScalesFile> = Shelf::new(include_str!("scales.ron"));
pub(super) static HIERARCHY: Shelf<Hierarchy> = Shelf::new(include_str!("hierarchy.ron"));
pub(super) static STRONGER: Shelf<Vec<Stronger>> = Shelf::new(include_str!("stronger.ron"));
pub(super) static BARRIERS: Shelf<Vec<BarrierText>> = Shelf::new(include_str!("barriers.ron"));
pub(super) static IMPORT: Shelf<Vec<ImportColumn>> = Shelf::new(include_str!("import.ron"));
pub(super) static TOLD: Shelf<Told> = Shelf::new(include_str!("told.ron"));
pub(super) static GLOSSARY: Shelf<Vec<Term>> = Shelf::new(include_str!("glossary.ron"));
pub(super) static ADVICE: Shelf<Vec<GridAdvice>> = Shelf::new(include_str!("advice.ron"));
pub(super) static BENCHMARKS: Shelf<Vec<Benchmark>> = Shelf::new(include_str!("benchmarks.ron"));
pub(super) static MAPPING: Shelf<Mapping> = Shelf::new(include_str!("mapping.ron"));
pub(super) static TRADES: Shelf<Trades> = Shelf::new(include_str!("lookalike.ron"));
pub(super) static MATCHING: Shelf<Trades> = Shelf::new(include_str!("matching.ron"));
pub(super) static FIVE_M: Shelf<Vec<Mapping>> = Shelf::new(include_str!("five_m.ron"));
pub(super) static KIT_FR: Shelf<Kit> = Shelf::new(include_str!("training/fr.ron"));
pub(super) static KIT_EN: Shelf<Kit> = Shelf::new(include_str!("training/en.ron"));
/// A case to be filled in, in French; codes are put between its braces.
pub(super) const NEW_CASE_FR: &str = include_str!("training/new.fr.ron");
/// The same in English.
pub(super) const NEW_CASE_EN: &str = include_str!("training/new.en.ron");
pub(super) static WORDING_FR: Shelf<Wording> = Shelf::new(include_str!("wording/fr.ron"));
pub(super) static WORDING_EN: Shelf<Wording> = Shelf::new(include_str!("wording/en.ron"));

/// The texts in which what is shipped is named.
pub(super) fn texts() -> impl Iterator<Item = &'static str> {
    let lists = [
        FORMATS.text,
        LISTS.text,
        SCALES.text,
        HIERARCHY.text,
        IMPORT.text,
        FIVE_M.text,
    ];
    let grids = GRIDS.iter().map(|grid| grid.shelf.text);
    let scenarios = SCENARIOS.iter().map(|scenario| scenario.shelf.text);
    lists.into_iter().chain(grids).chain(scenarios)
}

/// The scales, the variants filled up from the usual ones.
pub(super) fn all_scales() -> &'static [Scales] {
    static ALL: OnceLock<Vec<Scales>> = OnceLock::new();
    ALL.get_or_init(|| {
        let file = SCALES.get();
        let variants = file.variants.iter().map(|variant| Scales {
            id: variant.id.clone(),
            name: variant.name.clone(),
            likelihood: variant.likelihood.clone(),
            ..file.usual.clone()
        });
        std::iter::once(file.usual.clone())
            .chain(variants)
            .collect()
    })
}
