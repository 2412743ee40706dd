//! Shipped content as data: grids, formats, steps, charter, scales, lists, hierarchy of actions, barriers, glossary. Each
//! is a RON file inside the program, in both languages, with stable ids; editing one needs no change in code.

pub mod check;
mod codes;
pub mod drift;
mod guess;
mod load;
mod office;
mod places;
pub mod regrid;
mod scenarios;
mod stronger;
pub mod types;

pub use check::{check_grid, grid_faults, read_grid};
pub use codes::is_code;
pub use guess::guess_category;
pub use office::{
    DOCX_NUMBERING, DOCX_SETTINGS, DOCX_STYLES, DOCX_THEME, XLSX_BOOK_LINKS, XLSX_LINKS,
    XLSX_STYLES, XLSX_TYPES,
};
pub use places::Places;
pub use scenarios::{Begun, kit, new_case, scenario, scenario_of, scenarios};
pub use stronger::stronger;
pub use types::{
    BarrierText, Benchmark, Category, Cue, Entry, GridAdvice, Hierarchy, ImportColumn, Lists,
    Mapping, StepText, Term, Told, Trade, Trades, Wording, Wordings,
};

use crate::domain::action::{Action, Strength};
use crate::domain::agenda::{Format, StepKind};
use crate::domain::analysis::Analysis;
use crate::domain::analysis::{BarrierKind, FactorCode};
use crate::domain::code::{Code, Label, Lang};
use crate::domain::grid::{Dimension, Grid, GridUse};
use crate::domain::progress::Known;
use crate::domain::scales::Scales;
use crate::domain::session::{Session, Used};
use crate::domain::text::Text;
use crate::domain::yearly::Figure;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The grid proposed where the sector says nothing.
pub const DEFAULT_GRID: &str = "cadya";
/// The format proposed to a new team.
pub const DEFAULT_FORMAT: &str = "room-90";
/// The scales proposed where the sector says nothing.
pub const DEFAULT_SCALES: &str = "usual";

/// The style of printed documents: A4, one accent, nothing fetched.
pub const PRINT_STYLE: &str = include_str!("print.css");

/// The grid of the 5M (+2), whose branches any analysis can be drawn with.
const FIVE_M: &str = "five-m";

/// The shipped grids, each in its newest version.
pub fn grids() -> Vec<&'static Grid> {
    let mut found: Vec<&'static Grid> = Vec::new();
    for shipped in &load::GRIDS {
        if found.iter().all(|grid| grid.id.as_str() != shipped.id) {
            found.push(shipped.shelf.get());
        }
    }
    found
}

/// A shipped grid in its newest version.
pub fn grid(id: &Code) -> Option<&'static Grid> {
    let shipped = load::GRIDS.iter().find(|g| g.id == id.as_str())?;
    Some(shipped.shelf.get())
}

/// A shipped grid in one version.
pub fn grid_version(id: &Code, version: u32) -> Option<&'static Grid> {
    let same = |g: &&load::ShippedGrid| g.id == id.as_str() && g.version == version;
    Some(load::GRIDS.iter().find(same)?.shelf.get())
}

/// A grid as a session sees it: its own first, then the shipped one in the version that its analyses used, else the newest.
pub fn grid_in<'a>(session: &'a Session, id: &Code) -> Option<&'a Grid> {
    if let Some(own) = session.own.grids.iter().find(|g| g.id == *id) {
        return Some(own);
    }
    let named = session.analyses.iter().flat_map(|a| a.grids.iter());
    let used = named
        .filter(|used| used.grid == *id)
        .find_map(|used| grid_version(id, used.version));
    used.or_else(|| grid(id))
}

/// SHA-256 of a shipped grid's file in its newest version, lower-case hexadecimal.
pub fn grid_hash(id: &Code) -> Option<Text> {
    let shipped = load::GRIDS.iter().find(|g| g.id == id.as_str())?;
    Some(shipped.hash().clone())
}

/// The grids of an analysis that are known and not set aside, the one walked first.
pub fn grids_of<'a>(session: &'a Session, analysis: &Analysis) -> Vec<&'a Grid> {
    let used = analysis.grids.iter();
    used.filter(|used| !used.set_aside)
        .filter_map(|used| grid_in(session, &used.grid))
        .collect()
}

/// What content says about a session: the grids of its analyses, and the strength of actions.
pub fn known(session: &Session) -> Known<'_> {
    let mut grids: Vec<&Grid> = Vec::new();
    for grid in session.analyses.iter().flat_map(|a| grids_of(session, a)) {
        if grids.iter().all(|known| known.id != grid.id) {
            grids.push(grid);
        }
    }
    Known {
        grids,
        strength: &strength_of,
    }
}

/// What an analysis writes down when it starts with a shipped grid.
pub fn grid_use(id: &Code) -> Option<GridUse> {
    let shipped = load::GRIDS.iter().find(|g| g.id == id.as_str())?;
    Some(GridUse {
        grid: id.clone(),
        version: shipped.version,
        hash: shipped.hash().clone(),
        set_aside: false,
    })
}

/// SHA-256 of a text, lower-case hexadecimal.
pub fn hash(text: &str) -> Text {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    Text::new(&hex)
}

/// The items of `to` that the shipped mapping proposes for an item of another grid, either way round.
pub fn mapped(from: &Code, item: &Code, to: &Code) -> Vec<FactorCode> {
    let map = load::MAPPING.get();
    let proposal = |item: &Code| FactorCode {
        grid: to.clone(),
        item: item.clone(),
        mapped: true,
    };
    if map.from == *from && map.to == *to {
        let row = map.rows.iter().find(|row| row.from == *item);
        return row.map_or_else(Vec::new, |row| row.to.iter().map(proposal).collect());
    }
    if map.from == *to && map.to == *from {
        let rows = map.rows.iter().filter(|row| row.to.contains(item));
        return rows.map(|row| proposal(&row.from)).collect();
    }
    Vec::new()
}

/// The shipped mapping between grids.
pub fn mapping() -> &'static Mapping {
    load::MAPPING.get()
}

/// Whether this is the shipped grid of the 5M.
pub fn is_five_m(grid: &Grid) -> bool {
    grid.id.as_str() == FIVE_M
}

/// The branches of the 5M (+2): the dimensions of its grid.
pub fn branches() -> &'static [Dimension] {
    grid(&Code::new(FIVE_M)).map_or(&[], |grid| &grid.dimensions)
}

/// The branch of the 5M under which an item of a shipped grid is drawn: that of the item itself, else of its heading, else of
/// its dimension. A team's own grid has none.
pub fn branch_of(grid: &Grid, item: &Code) -> Option<&'static Dimension> {
    let (dimension, found) = grid.item(item)?;
    let branch = if is_five_m(grid) {
        dimension.id.clone()
    } else {
        let all = load::FIVE_M.get();
        let rows = &all.iter().find(|map| map.from == grid.id)?.rows;
        let row = |id: &Code| rows.iter().find(|row| row.from == *id);
        let row = row(item).or_else(|| row(&found.parent));
        let row = row.or_else(|| rows.iter().find(|row| row.from == dimension.id))?;
        row.to.first()?.clone()
    };
    branches().iter().find(|d| d.id == branch)
}

/// Which grid suits whom, context by context (domain reference §4.9).
pub fn advice() -> &'static [GridAdvice] {
    load::ADVICE.get()
}

/// What look-alikes are found with in a language.
pub fn trade(lang: Lang) -> &'static Trade {
    let both = load::TRADES.get();
    match lang {
        Lang::Fr => &both.fr,
        Lang::En => &both.en,
    }
}

/// What the lines of a key are compared with in a language.
pub fn matching(lang: Lang) -> &'static Trade {
    let both = load::MATCHING.get();
    match lang {
        Lang::Fr => &both.fr,
        Lang::En => &both.en,
    }
}

/// What was published of a figure.
pub fn benchmarks(figure: Figure) -> impl Iterator<Item = &'static Benchmark> {
    let all = load::BENCHMARKS.get().iter();
    all.filter(move |benchmark| benchmark.figure == figure)
}

/// The shipped formats of meeting.
pub fn formats() -> &'static [Format] {
    load::FORMATS.get()
}

/// A shipped format.
pub fn format(id: &Code) -> Option<&'static Format> {
    formats().iter().find(|format| format.id == *id)
}

/// What a session writes down of a shipped format that it begins with.
pub fn format_used(id: &Code) -> Option<Used> {
    format(id).map(|format| Used {
        id: format.id.clone(),
        version: format.version,
        hash: hash(load::FORMATS.text),
    })
}

/// What a session writes down of shipped scales that it begins with.
pub fn scales_used(id: &Code) -> Used {
    let scales = scales_by_id(id);
    Used {
        id: scales.id.clone(),
        version: scales.version,
        hash: hash(load::SCALES.text),
    }
}

/// What a session writes down of the shipped charter when it begins with it.
pub fn charter_used() -> Used {
    Used {
        id: Code::from("charter"),
        version: load::CHARTER_VERSION,
        hash: hash(load::CHARTER.text),
    }
}

/// What a facilitator needs at a step.
pub fn step(kind: StepKind) -> &'static StepText {
    static NONE: LazyLock<StepText> = LazyLock::new(StepText::default);
    let found = load::STEPS.get().iter().find(|text| text.step == kind);
    found.unwrap_or(&NONE)
}

/// What can be said when the room gets stuck at a step.
pub fn cues(kind: StepKind) -> &'static [Cue] {
    let all = load::CUES.get();
    let found = all.iter().find(|cues| cues.step == kind);
    found.map_or(&[], |found| &found.cues)
}

/// The charter, one line each.
pub fn charter() -> &'static [Label] {
    load::CHARTER.get()
}

/// The charter that a session reads: its own lines, or the shipped ones in its language.
pub fn charter_of(session: &Session, lang: Lang) -> Vec<&str> {
    if session.own.charter.is_empty() {
        charter().iter().map(|line| line.get(lang)).collect()
    } else {
        session.own.charter.iter().map(Text::as_str).collect()
    }
}

/// The shipped scales.
pub fn scales() -> &'static [Scales] {
    load::all_scales()
}

/// Shipped scales by id; the usual ones for an id that is not shipped.
pub fn scales_by_id(id: &Code) -> &'static Scales {
    static NONE: LazyLock<Scales> = LazyLock::new(Scales::default);
    let all = scales();
    let found = all.iter().find(|scales| scales.id == *id);
    found.or_else(|| all.first()).unwrap_or(&NONE)
}

/// The scales of a session: its own, else the shipped ones that it names, else those of its sector.
pub fn scales_of(session: &Session) -> &Scales {
    if let Some(own) = &session.own.scales {
        return own;
    }
    if session.scales.is_empty() {
        scales_by_id(&default_scales_for(&session.sector))
    } else {
        scales_by_id(&session.scales)
    }
}

/// The closed lists.
pub fn lists() -> &'static Lists {
    load::LISTS.get()
}

/// How an entry is called; an id that the list does not know is shown as it is.
pub fn label_of(list: &[Entry], id: &Code, lang: Lang) -> String {
    let entry = list.iter().find(|entry| entry.id == *id);
    entry
        .map_or(id.as_str(), |entry| entry.label.get(lang))
        .to_owned()
}

/// The columns that a file of reported events may have.
pub fn import_columns() -> &'static [ImportColumn] {
    load::IMPORT.get()
}

/// How the fields and values of a session file are called, when two states of it are compared.
pub fn told() -> &'static Told {
    load::TOLD.get()
}

/// The grid that a sector starts with (domain reference §4.9).
pub fn default_grid_for(sector: &Code) -> Code {
    let defaults = &lists().defaults;
    let found = defaults.iter().find(|row| row.sector == *sector);
    found.map_or_else(|| Code::from(DEFAULT_GRID), |row| row.grid.clone())
}

/// The scales that a sector starts with.
pub fn default_scales_for(sector: &Code) -> Code {
    let defaults = &lists().defaults;
    let found = defaults.iter().find(|row| row.sector == *sector);
    found.map_or_else(|| Code::from(DEFAULT_SCALES), |row| row.scales.clone())
}

/// The hierarchy of strength of actions.
pub fn hierarchy() -> &'static Hierarchy {
    load::HIERARCHY.get()
}

/// A category of actions.
pub fn category(id: &Code) -> Option<&'static Category> {
    hierarchy().categories.iter().find(|c| c.id == *id)
}

/// How strong an action is: as the group says, else as its category, if it has one.
pub fn strength_of(action: &Action) -> Option<Strength> {
    action
        .strength
        .or_else(|| category(&action.category).map(|c| c.strength))
}

/// The kinds of barrier, explained.
pub fn barriers() -> &'static [BarrierText] {
    load::BARRIERS.get()
}

/// One kind of barrier, explained.
pub fn barrier(kind: BarrierKind) -> &'static BarrierText {
    static NONE: LazyLock<BarrierText> = LazyLock::new(BarrierText::default);
    let found = barriers().iter().find(|text| text.kind == kind);
    found.unwrap_or(&NONE)
}

/// What the wording guard knows of a language.
pub fn wording(lang: Lang) -> &'static Wording {
    match lang {
        Lang::Fr => load::WORDING_FR.get(),
        Lang::En => load::WORDING_EN.get(),
    }
}

/// The glossary, in the order of the French terms.
pub fn glossary() -> &'static [Term] {
    load::GLOSSARY.get()
}

#[cfg(test)]
mod tests;
