//! Many sessions read together: what a new meeting begins with, and the plan of all of them.

pub mod begin;
pub mod carry;
pub mod digest;
mod follow;
pub mod lookalike;
pub mod plan;
mod stand;
