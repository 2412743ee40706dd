//! Whether a chain of whys ends on a person. It is asked gently, never refused: the next why asks what made it possible.

use crate::content;
use crate::domain::code::Lang;
use crate::domain::text::fold;

/// How far from its beginning a why names who did something: « parce que l'infirmière… ».
const BEGINNING: usize = 4;

/// Whether this why names a person as the cause: someone at its beginning, or a slip without what made it possible.
pub fn ends_on_a_person(text: &str, lang: Lang) -> bool {
    let lists = content::lists();
    let folded = fold(text).replace('’', "'");
    let words = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\''))
        .filter(|word| !word.is_empty())
        .take(BEGINNING);
    // « l'infirmière » is found as « infirmière », « quelqu'un » as it is.
    let bare = |word: &str| word.rsplit('\'').next().map(str::to_owned);
    let mut both = words.flat_map(|word| [Some(word.to_owned()), bare(word)]);
    let named = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    both.any(|word| {
        word.is_some_and(|word| {
            named(lists.someone.get(lang), &word) || named(lists.slips.get(lang), &word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn someone_at_the_beginning_is_a_person() {
        for text in [
            "L'infirmière a oublié le second contrôle",
            "Parce que la remplaçante ne connaissait pas l'étage",
            "Elle s'est trompée de plateau",
            "Oubli du contrôle",
            "Quelqu'un a déplacé le chariot",
        ] {
            assert!(ends_on_a_person(text, Lang::Fr), "{text}");
        }
        assert!(ends_on_a_person(
            "The nurse forgot the second check",
            Lang::En
        ));
        assert!(ends_on_a_person("Inattention", Lang::En));
    }

    #[test]
    fn a_condition_is_no_person() {
        for text in [
            "Les piluliers de deux étages ont la même couleur",
            "Le planning ne prévoit aucun second contrôle pour les infirmières",
            "Aucun circuit de lecture n'est prévu pendant les congés du médecin",
            "",
        ] {
            assert!(!ends_on_a_person(text, Lang::Fr), "{text}");
        }
        assert!(!ends_on_a_person(
            "Both trays have the same colour",
            Lang::En
        ));
    }
}
