//! Names typed in haste, in small letters behind a title: « mme roux », « le dr roux ». A word that is an ordinary one by
//! its end, or is known as one, is no name.

use super::Reading;
use super::names::{Found, is_no_name};

/// Shortest name in small letters behind a title of courtesy.
const SMALL: usize = 3;
/// The same behind a rank, where little words stand as well.
const SMALL_RANKED: usize = 4;

/// A title and the name behind it, in small letters.
pub(super) fn typed(read: &Reading, at: usize) -> Found {
    let title = read.tokens.get(at)?;
    let known = read.known;
    let courtesy = known.courtesy.has(&title.fold) && !title.is_capital();
    let ranked = known.ranks.has(&title.fold);
    let shortest = if courtesy { SMALL } else { SMALL_RANKED };
    let token = read.tokens.get(at + 1)?;
    let name = token.raw.chars().count() >= shortest
        && token.raw.chars().all(char::is_lowercase)
        && !is_no_name(read, at + 1)
        && !known.people.has_any(&token.fold)
        && !known.ordinary.has(&token.fold);
    let found = courtesy && name || ranked && name && is_ranked_name(read, at);
    found.then_some((at, at + 1, false))
}

/// Whether the word behind a rank is a name rather than what the rank does or is.
fn is_ranked_name(read: &Reading, rank: usize) -> bool {
    let known = read.known;
    let before = rank.checked_sub(1).map_or("", |before| read.word(before));
    if known.plain.has(before) || is_ordinary(read, rank + 1) {
        return false;
    }
    // « le dr prolonge », but « avec le dr lagrange »: behind a preposition the rank has no verb.
    let governor = if known.articles.has(before) {
        rank.checked_sub(2).map_or("", |at| read.word(at))
    } else {
        before
    };
    // A point is written behind a title before a name.
    let dotted = read.gap(rank).starts_with('.');
    dotted || known.governs.has(governor) || !ends(read.raw(rank + 1), &known.verbs)
}

/// Whether a word is an ordinary one: known as such, or ending as such; a first name is none.
pub(super) fn is_ordinary(read: &Reading, at: usize) -> bool {
    let known = read.known;
    let word = read.word(at);
    let ordinary = known.ordinary.has(word) || ends(read.raw(at), &known.endings);
    ordinary && !known.first_names.has(word)
}

fn ends(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}
