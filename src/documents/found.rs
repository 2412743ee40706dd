//! How what was found is named, on the screen and on the command line alike.

use crate::library::find::{Group, Source};
use crate::words::Words;

/// What a group of answers stands in: a session by its number, or what kind of file it is.
pub fn source(words: Words, group: &Group) -> String {
    match group.source {
        Source::Session if group.number > 0 => words.crex_number(group.number),
        Source::Session => words.crex_plain().to_owned(),
        Source::Analysis => words.find_analysis().to_owned(),
        Source::Incident => words.find_incident().to_owned(),
        Source::FollowUp => words.find_follow_up().to_owned(),
        Source::Amendment => words.find_amendment().to_owned(),
    }
}
