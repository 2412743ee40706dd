//! Guessing the category of an action from its wording, so that its strength shows while it is typed. The words that point
//! to a category are data; the group can always say otherwise.

use super::hierarchy;
use crate::domain::code::Code;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The category that a wording points to: that of the keyword that comes first, and of the longest one where several start
/// at the same word, since an action begins with its verb. Case and accents do not count.
pub fn guess_category(text: &str) -> Option<Code> {
    let words = fold(text);
    let categories = hierarchy().categories.iter();
    let found = categories.flat_map(|category| {
        let places = category.keywords.iter().filter_map(|keyword| {
            let keyword = fold(keyword.as_str());
            let start = (0..words.len()).find(|&at| starts_with(&words[at..], &keyword))?;
            Some((start, std::cmp::Reverse(keyword.len())))
        });
        places.map(move |place| (place, &category.id))
    });
    found
        .min_by_key(|(place, _)| *place)
        .map(|(_, id)| id.clone())
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
        assert_eq!(guess_category("detrompeur"), Some(Code::from("forcing")));
    }

    #[test]
    fn an_empty_wording_proposes_nothing() {
        assert_eq!(guess_category("  "), None);
    }
}
