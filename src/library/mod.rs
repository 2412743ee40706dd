//! Many sessions read together: what a new meeting begins with, the plan of all of them, what was decided, and where a word
//! stands.

pub mod begin;
pub mod carry;
pub mod compare;
pub mod digest;
pub mod find;
mod follow;
pub mod import;
pub mod links;
pub mod log;
pub mod lookalike;
pub mod plan;
pub mod side_by_side;
mod spot;
mod stand;
mod texts;
pub mod twins;

pub use spot::Spot;
pub use texts::{Place, texts};
pub mod year;
