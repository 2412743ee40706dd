//! Many sessions read together: what a new meeting begins with.

pub mod begin;
pub mod carry;
pub mod lookalike;
mod stand;
