//! What a CREX is: sessions, incidents, analyses, votes, actions. Knows no terminal, disk, clock or thread: dates and ids
//! come in as arguments, so that nothing here can fail.

/// The schema that this version writes.
pub const SCHEMA: u32 = 1;

pub mod text;
#[macro_use]
pub mod record;
pub mod ids;
#[macro_use]
pub mod links;
pub mod action;
pub mod agenda;
pub mod amend;
pub mod amendments;
pub mod analysis;
pub mod ballot;
pub mod between;
pub mod checks;
pub mod code;
pub mod coherence;
pub mod completeness;
pub mod course;
pub mod decide;
pub mod draft;
pub mod entrust;
pub mod erasure;
pub mod grid;
pub mod import;
pub mod incident;
pub mod lacks;
pub mod list;
pub mod moment;
pub mod notes;
mod noting;
pub mod order;
pub mod orphans;
pub mod parts;
pub mod piece;
pub mod played;
pub mod problem;
pub mod progress;
pub mod ron_fault;
pub mod ron_pieces;
pub mod round;
pub mod scales;
pub mod scenario;
pub mod scenario_fault;
pub mod seal;
pub mod session;
pub mod simulation;
pub mod slices;
pub mod subject;
pub mod tally;
pub mod team;
pub mod timeline;
pub mod turnout;
pub mod urn;
pub mod vote;
pub mod whys;
pub mod wording;
pub mod yearly;
