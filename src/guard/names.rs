//! Names of people: behind a title, behind a function, or known by their first name.

use super::haste;
use super::{Identifier, Kind, Reading, Remark};

/// Longest word in capitals that is taken for an abbreviation: SMUR, EHPAD.
const ACRONYM: usize = 5;
/// Most words between a function and a name.
const QUALITIES: usize = 3;
/// Most words of a name.
const WORDS: usize = 6;

/// Adds the names that stand in a text.
pub(super) fn find(read: &Reading, out: &mut Vec<Remark>) {
    let mut at = 0;
    while at < read.tokens.len() {
        let found = titled(read, at)
            .or_else(|| initials(read, at))
            .or_else(|| initial(read, at))
            .or_else(|| by_function(read, at))
            .or_else(|| by_first_name(read, at));
        let Some((from, to, dotted)) = found else {
            at += 1;
            continue;
        };
        let mut range = read.range(from, to);
        range.end += usize::from(dotted);
        out.push(Remark {
            kind: Kind::Identifier(Identifier::Name),
            range,
            advice: read.known.shipped.advice.name.as_str(),
        });
        at = to + 1;
    }
}

/// First and last word of a name, and whether the point behind it belongs to it.
pub(super) type Found = Option<(usize, usize, bool)>;

/// « Mme Roux », « M. de La Tour », « Dr. R. ».
fn titled(read: &Reading, at: usize) -> Found {
    let title = read.tokens.get(at)?;
    let single = title.raw.len() == 1 || title.fold == "mm";
    if !read.known.titles.has(&title.fold) || (single && !title.is_shouted() && !title.is_initial())
    {
        return None;
    }
    let gap = read.gap(at).strip_prefix('.').unwrap_or(read.gap(at));
    if gap.is_empty() && read.gap(at).is_empty() || !gap.chars().all(super::is_space) {
        return None;
    }
    let first = at + 1;
    if let Some(last) = name_from(read, first) {
        let dotted = read.tokens[last].is_initial() && read.gap(last).starts_with('.');
        return Some((at, last, dotted));
    }
    haste::typed(read, at).or_else(|| lone_initial(read, at))
}

/// « Mme A » : one capital alone is no little word, unless all is in capitals.
fn lone_initial(read: &Reading, at: usize) -> Found {
    let (title, first) = (read.tokens.get(at)?, read.tokens.get(at + 1)?);
    let name = first.is_initial() && !read.known.placeholders.has(&first.fold);
    let dotted = read.gap(at + 1).starts_with('.');
    let elides = read.gap(at + 1).starts_with(super::is_joint);
    (name && !elides && !title.is_shouted()).then_some((at, at + 1, dotted))
}

/// « le patient D. est installé »: the point does not end a sentence.
fn initial(read: &Reading, at: usize) -> Found {
    let before = at.checked_sub(1)?;
    let known = read.known;
    let person = known.persons.has(read.word(before)) || known.functions.has(read.word(before));
    let goes_on = read
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.raw.starts_with(char::is_lowercase));
    let point = matches!(read.gap(at), ". " | "., " | ".\u{a0}");
    let found = person && read.gap(before) == " " && read.tokens.get(at)?.is_initial();
    (found && point && goes_on).then_some((at, at, true))
}

/// « la patiente O. B. »
fn initials(read: &Reading, at: usize) -> Found {
    let capital = |at: usize| {
        read.tokens
            .get(at)
            .is_some_and(super::tokens::Token::is_initial)
    };
    let before = at.checked_sub(1)?;
    let two = capital(at)
        && capital(at + 1)
        && matches!(read.gap(at), "." | ". ")
        && read.gap(at + 1).starts_with('.');
    (two && read.known.persons.has(read.word(before)) && read.gap(before) == " ").then_some((
        at,
        at + 1,
        true,
    ))
}

/// « l'infirmière Roux »; of people cared for the name alone.
fn by_function(read: &Reading, at: usize) -> Found {
    let word = read.word(at);
    let person = read.known.persons.has(word);
    if !(person || read.known.functions.has(word)) || read.gap(at) != " " {
        return None;
    }
    let name = if person {
        at + 1
    } else {
        behind_qualities(read, at)?
    };
    let token = read.tokens.get(name)?;
    if is_acronym(read, name) || token.is_initial() || read.known.ordinary.has(&token.fold) {
        return None;
    }
    let last = name_from(read, name)?;
    // « le pharmacien de la PUI »: behind an article or a preposition stands where someone works.
    if !token.is_capital() && is_acronym(read, last) {
        return None;
    }
    let mut from = if person { at + 1 } else { at };
    if !person && at > 0 && read.gap(at - 1) == "-" {
        from = at - 1;
    }
    Some((from, last, false))
}

/// The word behind a function and what goes with it: « médecin traitant Roux », « cadre de santé Roux ».
fn behind_qualities(read: &Reading, function: usize) -> Option<usize> {
    let quality = |at: usize| {
        let token = read.tokens.get(at)?;
        let known = read.known.qualities.has(&token.fold) || read.known.functions.has(&token.fold);
        let goes_on = matches!(read.gap(at), " " | "'" | "\u{2019}");
        (known && goes_on && !token.is_capital()).then_some(at)
    };
    let mut at = function + 1;
    while at <= function + QUALITIES && quality(at).is_some() {
        at += 1;
    }
    // Behind a quality, a word in capitals by mistake is told from a name by its end.
    let told = at == function + 1 || !haste::is_ordinary(read, at);
    told.then_some(at)
}

/// « Odile », « Odile Roux », « Jean-Marc ».
fn by_first_name(read: &Reading, at: usize) -> Found {
    let token = read.tokens.get(at)?;
    if !token.is_capital() || is_part_of_a_place(read, at) {
        return None;
    }
    let last = name_from(read, at)?;
    let first = surname_before(read, at).unwrap_or(at);
    let sure = read.known.first_names.has(&token.fold) && (last > at || !is_acronym(read, at));
    let with_more = read.known.unsure.has(&token.fold) && last > at && read.gap(at) == " ";
    (sure || with_more).then_some((first, last, false))
}

/// « DUPONT Marie »: a surname in capitals before a first name that is not, as files have it.
fn surname_before(read: &Reading, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let inverted = read.tokens[before].is_shouted() && !read.tokens[at].is_shouted();
    let surname = inverted
        && read.gap(before) == " "
        && !is_acronym(read, before)
        && !is_no_name(read, before)
        && !read.known.functions.has(read.word(before));
    surname.then_some(before)
}

/// Whether a first name is that of a street, a hospital, a disease.
fn is_part_of_a_place(read: &Reading, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else {
        return false;
    };
    if read.gap(before) == "-" && read.tokens[before].is_capital() {
        return true;
    }
    // « rue Victor Hugo »: the names before it belong to the place as well.
    while before > 0 && links(read.gap(before)) && is_in_a_name(read, before) {
        before -= 1;
    }
    links(read.gap(before)) && read.known.places.has(read.word(before))
        || is_way(read, before) && links(read.gap(at)) && is_in_a_name(read, at + 1)
}

/// « transfert à », « aucune place à », « revient de »: nobody is a place to go to or to come from.
fn is_way(read: &Reading, by: usize) -> bool {
    let Some(verb) = by.checked_sub(1) else {
        return false;
    };
    let lacks = |at: usize| read.known.lacking.has(read.word(at));
    if read.known.vacancies.has(read.word(verb)) && verb.checked_sub(1).is_some_and(lacks) {
        return read.known.into.1.has(read.word(by));
    }
    [&read.known.into, &read.known.out]
        .into_iter()
        .any(|(ways, by_which)| ways.has(read.word(verb)) && by_which.has(read.word(by)))
}

fn is_in_a_name(read: &Reading, at: usize) -> bool {
    read.tokens
        .get(at)
        .is_some_and(super::tokens::Token::is_capital)
        && !read.known.places.has(read.word(at))
}

/// The last word of a name that begins at a word, if one does: capitals, and particles before capitals.
fn name_from(read: &Reading, first: usize) -> Option<usize> {
    let mut last = None;
    let mut at = first;
    while at < first + WORDS {
        let Some(token) = read.tokens.get(at) else {
            break;
        };
        let goes_on = last.is_none() || links(read.gap(at - 1));
        if !goes_on {
            break;
        }
        if token.is_capital() {
            let ends = is_no_name(read, at)
                || last.is_some_and(|last| is_acronym(read, at) && !may_be_surname(read, last));
            if ends {
                break;
            }
            last = Some(at);
        } else if !(read.known.particles.has(&token.fold) && links(read.gap(at))) {
            break;
        }
        at += 1;
    }
    last
}

/// Whether a short word in capitals behind this one is a surname all the same.
fn may_be_surname(read: &Reading, before: usize) -> bool {
    read.tokens[before].is_shouted() || read.known.first_names.has(read.word(before))
}

/// What stands between two words of one name.
fn links(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "-" | "'" | "\u{2019}")
}

fn is_acronym(read: &Reading, at: usize) -> bool {
    read.tokens
        .get(at)
        .is_some_and(|token| token.is_shouted() && token.raw.chars().count() <= ACRONYM)
}

/// A placeholder, or a word that is no name. A single letter that elides is: « D'Arc ».
pub(super) fn is_no_name(read: &Reading, at: usize) -> bool {
    let elides = matches!(read.gap(at), "'" | "\u{2019}");
    let particle = read.known.particles.has(read.word(at)) && links(read.gap(at));
    let followed = read
        .tokens
        .get(at + 1)
        .is_some_and(super::tokens::Token::is_capital);
    let in_name = particle && followed && read.raw(at + 1).chars().count() > 1;
    read.known.not_names.has(read.word(at)) && !elides && !in_name
}
