//! Guessing the category of an action from its wording, so that its strength shows while it is typed. The words that point
//! to a category are data; the group can always say otherwise. One word by itself is no evidence: « rappel » may be a
//! reminder or a call back, and a protocol that is only mentioned is not what is done.

use super::hierarchy;
use crate::domain::action::Strength;
use crate::domain::code::Code;
use std::cmp::Reverse;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a wording that must say something before anything is proposed.
const TOLD: usize = 2;

/// A keyword found in a wording.
struct Hit<'c> {
    /// The word at which it starts.
    at: usize,
    /// How many words it has.
    words: usize,
    category: &'c Code,
    strength: Strength,
}

/// The category that a wording points to: that of the keyword that comes first, and of the longest one where several start
/// at the same word, since an action begins with its verb. Case and accents do not count. What weak actions are made of, such as
/// rules, reminders and training, is mentioned in others too: one word of it must be what the action begins with, or be borne
/// out by another one of that strength.
pub fn guess_category(text: &str) -> Option<Code> {
    let words = fold(text);
    let hierarchy = hierarchy();
    let telling: Vec<usize> = without(&words, 0..words.len(), hierarchy.small.as_str());
    if telling.len() < TOLD {
        return None;
    }
    let hits = hits(&words);
    let first = hits.iter().min_by_key(|hit| (hit.at, Reverse(hit.words)))?;
    // What is done stands at the beginning: the verb and what it is about, past a verb that says nothing by itself.
    let heads = without(&words, telling, hierarchy.light.as_str());
    let begins = heads.get(TOLD - 1).is_none_or(|last| first.at <= *last);
    let borne_out = hits
        .iter()
        .any(|hit| hit.strength == first.strength && hit.at != first.at);
    let mentioned = first.strength == Strength::Weak && first.words == 1;
    (!mentioned || begins || borne_out).then(|| first.category.clone())
}

/// All keywords of a wording, each where it comes first.
fn hits(words: &[String]) -> Vec<Hit<'static>> {
    let categories = hierarchy().categories.iter();
    let found = categories.flat_map(|category| {
        category.keywords.iter().filter_map(|keyword| {
            let keyword = fold(keyword.as_str());
            let at = (0..words.len()).find(|&at| starts_with(&words[at..], &keyword))?;
            Some(Hit {
                at,
                words: keyword.len(),
                category: &category.id,
                strength: category.strength,
            })
        })
    });
    found.collect()
}

/// The places of words that are not in a list.
fn without(words: &[String], of: impl IntoIterator<Item = usize>, list: &str) -> Vec<usize> {
    let list = fold(list);
    let of = of.into_iter();
    of.filter(|at| !list.contains(&words[*at])).collect()
}

/// The words of a text without accents and case; `*` stays, as the sign of any ending.
fn fold(text: &str) -> Vec<String> {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric() && c != '*')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether the words begin with a keyword of one or more words.
fn starts_with(words: &[String], keyword: &[String]) -> bool {
    !keyword.is_empty()
        && words.len() >= keyword.len()
        && words
            .iter()
            .zip(keyword)
            .all(|(word, key)| match key.strip_suffix('*') {
                Some(start) => word.starts_with(start),
                None => word == key,
            })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::content::category;

    /// The labelled set: a wording and its category, empty where nothing may be proposed.
    fn cases() -> Vec<(String, String)> {
        ron::from_str(include_str!("guess_cases.ron")).expect("the labelled set parses")
    }

    #[test]
    fn the_labelled_wordings_are_guessed() {
        let cases = cases();
        let strength = |id: &str| category(&Code::from(id)).map(|c| c.strength);
        let (mut right, mut strength_right, mut missed) = (0, 0, Vec::new());
        for (wording, expected) in &cases {
            let found = guess_category(wording);
            let found = found.as_ref().map_or("", Code::as_str);
            right += usize::from(found == expected);
            strength_right += usize::from(strength(found) == strength(expected));
            if found != expected {
                missed.push(format!("{wording}: {found} instead of {expected}"));
            }
        }
        assert!(
            right * 10 >= cases.len() * 9,
            "{right}/{}{missed:#?}",
            cases.len()
        );
        assert!(
            strength_right * 100 >= cases.len() * 95,
            "{strength_right}/{}{missed:#?}",
            cases.len()
        );
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(
            guess_category("SENSIBILISER L'EQUIPE"),
            Some(Code::from("training"))
        );
        assert_eq!(
            guess_category("poser un detrompeur"),
            Some(Code::from("forcing"))
        );
    }

    #[test]
    fn one_word_is_not_enough_to_propose_anything() {
        for wording in [
            "  ",
            "Rappel",
            "Une formation",
            "L'alarme",
            "A reminder",
            "Discuter avec le service de la place du protocole",
            "Voir avec la direction si la formation suffit",
            "Demander au laboratoire ce que dit sa procédure",
            "Ask the wards whether a reminder would do",
        ] {
            assert_eq!(guess_category(wording), None, "{wording}");
        }
    }

    #[test]
    fn calling_someone_back_is_no_reminder_of_the_rules() {
        let guess = |wording| guess_category(wording).unwrap();
        assert_eq!(
            guess("Rappeler le patient à deux jours").as_str(),
            "documentation"
        );
        assert_eq!(guess("Rappeler les règles d'asepsie").as_str(), "procedure");
    }
}
