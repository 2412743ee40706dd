//! Every sentence the program can say, in both languages, side by side: one file per part of the program, each an `impl
//! Words`. A sentence that lacks a language does not compile, and a missing one is a method that does not exist.

pub mod action_plan;
pub mod actions;
pub mod analyses;
pub mod app;
pub mod backstage;
pub mod ballot;
pub mod booth;
pub mod choice;
pub mod cli;
pub mod closing;
pub mod commands;
mod dates;
pub mod debrief;
pub mod decisions;
pub mod deviations;
pub mod eigs;
pub mod elsewhere;
pub mod factors;
pub mod figures;
pub mod find;
pub mod first_run;
pub mod follow_up;
pub mod grids;
pub mod guard;
pub mod help;
pub mod home;
pub mod import;
pub mod incident;
pub mod labels;
pub mod letterhead;
pub mod letters;
pub mod links;
pub mod locked;
pub mod lookalike;
pub mod missing;
pub mod opening;
pub mod pieces;
pub mod plan;
pub mod presentation;
pub mod priorities;
pub mod private;
pub mod problems;
pub mod record;
pub mod result;
pub mod rivals;
pub mod scenarios;
pub mod sealed;
pub mod second;
pub mod settings;
pub mod timeline;
pub mod training;
pub mod windows;
pub mod year;

use crate::domain::code::Lang;
use crate::domain::text::Text;
use std::path::Path;

/// The sentences in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

/// Declares sentences: `name => "français", "English";`, or with arguments
/// `name(n: usize) => format!("{n} faits"), format!("{n} facts");`.
#[macro_export]
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident : $type:ty),+))? => $fr:expr, $en:expr;)+) => {
        impl $crate::words::Words { $( $crate::words!(@one [$(#[$doc])*] $name $(($($arg : $type),+))? => $fr, $en); )+ }
    };
    (@one [$(#[$doc:meta])*] $name:ident => $fr:expr, $en:expr) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        pub const fn $name(self) -> &'static str {
            match self.0 { $crate::domain::code::Lang::Fr => $fr, $crate::domain::code::Lang::En => $en }
        }
    };
    (@one [$(#[$doc:meta])*] $name:ident ($($arg:ident : $type:ty),+) => $fr:expr, $en:expr) => {
        $(#[$doc])*
        #[allow(missing_docs, clippy::needless_pass_by_value)]
        pub fn $name(self, $($arg: $type),+) -> String {
            match self.0 { $crate::domain::code::Lang::Fr => $fr, $crate::domain::code::Lang::En => $en }
        }
    };
}

impl Words {
    /// Whether these are the French ones.
    pub const fn is_french(self) -> bool {
        matches!(self.0, Lang::Fr)
    }
}
/// A path as it was given, without anything that could disturb a screen.
pub fn shown(path: &Path) -> String {
    Text::line(&path.to_string_lossy()).as_str().to_owned()
}
