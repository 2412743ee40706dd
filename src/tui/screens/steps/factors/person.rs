//! Whether a chain of whys ends on a person. It is asked gently, never refused: the next why asks what made it possible.

use crate::content;
use crate::domain::analysis::Analysis;
use crate::domain::code::Lang;
use crate::domain::ids::WhyId;
use crate::domain::text::fold;
use crate::domain::whys::{Branch, branches};
use crate::guard::{Field, Kind, remarks};
use crate::tui::desk::Desk;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::OnceLock;
use uuid::Uuid;

/// What was read: of which session, in which of its states.
type Read = (Uuid, u64);

/// The last whys of an analysis that end on a person, read again only when the session is another.
#[derive(Debug, Default)]
pub struct Persons(RefCell<Option<(Read, Rc<BTreeSet<WhyId>>)>>);

impl Persons {
    /// Those of this analysis of the session.
    pub fn among(&self, analysis: &Analysis, desk: &Desk) -> Rc<BTreeSet<WhyId>> {
        let Some(open) = &desk.session else {
            return Rc::default();
        };
        let now = (open.doc.id, open.revision);
        if let Some((read, found)) = &*self.0.borrow()
            && *read == now
        {
            return Rc::clone(found);
        }
        let ends = |branch: &Branch| {
            let why = analysis.whys.get(branch.id).filter(|_| branch.last);
            why.is_some_and(|why| ends_on_a_person(why.what.as_str(), open.doc.lang))
        };
        let all = branches(analysis).into_iter().filter(ends);
        let found: Rc<BTreeSet<WhyId>> = Rc::new(all.map(|branch| branch.id).collect());
        *self.0.borrow_mut() = Some((now, Rc::clone(&found)));
        found
    }
}

/// How far from its beginning a why names who did something: « parce que l'infirmière… ».
const BEGINNING: usize = 5;

/// Whether this why names a person as the cause: someone by function as its subject, or what the wording guard knows as such.
pub fn ends_on_a_person(text: &str, lang: Lang) -> bool {
    begins_with_someone(text, lang) || remarked(text, lang)
}

/// The same, where the wording guard says nothing of it beside the text.
pub fn ends_unremarked(text: &str, lang: Lang) -> bool {
    begins_with_someone(text, lang) && !remarked(text, lang)
}

fn remarked(text: &str, lang: Lang) -> bool {
    let all = remarks(text, Field::Why, lang);
    all.iter()
        .any(|r| matches!(r.kind, Kind::Person | Kind::Blame))
}

fn begins_with_someone(text: &str, lang: Lang) -> bool {
    let article = |word: &str| {
        let mut all = content::wording(lang).articles.as_str().split(' ');
        all.any(|article| article == word)
    };
    let folded = fold(text);
    let words = folded.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let words: Vec<&str> = words.filter(|w| !w.is_empty()).take(BEGINNING).collect();
    let functions = functions(lang);
    words.windows(2).any(|pair| {
        let function = functions.contains(pair[1]) || functions.contains(stem(pair[1]));
        article(pair[0]) && function
    })
}

/// The first part of a compound, the singular of a plural: « aide-soignante », « infirmières ».
fn stem(word: &str) -> &str {
    let first = word.split('-').next().unwrap_or(word);
    first.strip_suffix('s').unwrap_or(first)
}

/// The functions that the wording guard knows, folded.
fn functions(lang: Lang) -> &'static BTreeSet<String> {
    static KNOWN: [OnceLock<BTreeSet<String>>; 2] = [const { OnceLock::new() }; 2];
    let words = || content::wording(lang).functions.as_str().split(' ');
    KNOWN[usize::from(lang == Lang::En)].get_or_init(|| words().map(fold).collect())
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
            "Les aides-soignantes ne lisent pas le classeur",
            "Un oubli de l'infirmière",
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
            "Il n'existe aucune procédure",
            "Infirmière seule pour deux étages",
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
