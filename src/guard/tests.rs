//! What the guard must see and must leave alone, a few of each; the labelled sets are measured elsewhere.

#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;

fn said(text: &str, field: Field, lang: Lang) -> Vec<(Kind, String)> {
    let found = remarks(text, field, lang);
    let words = |r: &Remark| (r.kind, text[r.range.clone()].to_owned());
    found.iter().map(words).collect()
}

#[track_caller]
fn names(text: &str, wanted: &[&str]) {
    let name = Kind::Identifier(Identifier::Name);
    let wanted: Vec<_> = wanted.iter().map(|w| (name, (*w).to_owned())).collect();
    assert_eq!(said(text, Field::Fact, Lang::Fr), wanted, "{text}");
}

#[test]
fn a_name_is_seen_whole_and_functions_are_left_alone() {
    names(
        "vu par Mme Anne Le Guennic-Roux hier",
        &["Mme Anne Le Guennic-Roux"],
    );
    names("M. Quémarec, Dr Vasseroy", &["M. Quémarec", "Dr Vasseroy"]);
    names("M.Quémarec", &["M.Quémarec"]);
    names(
        "Mme la directrice et M. le Dr Vasseroy",
        &["M. le Dr Vasseroy"],
    );
    names("Mme X, M. Y et le docteur", &[]);
    names("12 M", &[]);
    names("rue Victor Hugo, à l'hôpital Henri Mondor", &[]);
    names("le médecin Samu et l'infirmière Nuit", &[]);
    names("vu avec Hugo", &["Hugo"]);
}

#[test]
fn accents_capitals_and_apostrophes_do_not_hide_blame() {
    let blame = |text: &str| said(text, Field::Other, Lang::Fr);
    for text in ["NEGLIGENCE", "Négligence", "n’a pas su", "N'A PAS SU"] {
        assert_eq!(blame(text), [(Kind::Blame, text.to_owned())], "{text}");
    }
    assert_eq!(blame("négligeable"), []);
}

#[test]
fn persons_are_remarked_on_among_causes_and_solutions_among_facts() {
    let (cause, idea) = ("L'interne a oublié.", "Il faudrait un écran.");
    for field in [Field::Fact, Field::Deviation, Field::Other] {
        assert_eq!(said(cause, field, Lang::Fr), []);
    }
    for field in [Field::Factor, Field::Why, Field::Other] {
        assert_eq!(said(idea, field, Lang::Fr), []);
    }
    assert_eq!(said(cause, Field::Why, Lang::Fr)[0].0, Kind::Person);
    assert_eq!(said(idea, Field::Fact, Lang::Fr)[0].0, Kind::Solution);
    assert_eq!(
        said("Le logiciel a oublié le rappel.", Field::Why, Lang::Fr),
        []
    );
}

#[test]
fn a_name_in_small_letters_is_told_from_what_a_rank_does() {
    let names = |text: &str, lang: Lang| {
        let found = remarks(text, Field::Other, lang);
        let words = found
            .into_iter()
            .map(|remark| text[remark.range].to_owned());
        words.collect::<Vec<_>>()
    };
    let fr = |text: &str| names(text, Lang::Fr);
    assert_eq!(fr("vu par le dr lagrange"), ["dr lagrange"]);
    assert_eq!(fr("le dr. lagrange signe"), ["dr. lagrange"]);
    // As the subject it may as well do something.
    assert!(fr("le dr prolonge la cure").is_empty());
    assert!(fr("Le docteur absent, madame attendait.").is_empty());
    assert_eq!(names("seen by dr harwood", Lang::En), ["dr harwood"]);
    assert!(names("the dr harried everyone", Lang::En).is_empty());
    assert_eq!(
        fr("Interne d'astreinte Boutin"),
        ["Interne d'astreinte Boutin"]
    );
    assert!(fr("Interne d'astreinte Injoignable").is_empty());
    assert!(fr("le pharmacien de la PUI").is_empty());
    // An initial, unless the sentence ends there; two digits of a year, of someone.
    assert_eq!(fr("la patiente W. dort"), ["W."]);
    assert!(fr("Erreur de patient W. Il dort.").is_empty());
    assert_eq!(fr("Mme A dort"), ["Mme A"]);
    assert!(fr("Mme X dort").is_empty() && fr("MME A DORMI").is_empty());
    assert_eq!(fr("Dame née en 31"), ["née en 31"]);
    assert!(fr("Relu hier. Règle née en 31").is_empty());
    assert!(fr("Règle née en 31").is_empty() && fr("Il est né en 31 minutes").is_empty());
    // Nobody is a place to go to.
    assert!(fr("transfert à Jean Ferrandou").is_empty());
    assert_eq!(fr("transfert de Jean Ferrandou"), ["Jean Ferrandou"]);
    assert!(fr("il n'y a pas de lit à Jean Ferrandou").is_empty());
    assert_eq!(
        fr("l'interne laisse sa place à Jean Ferrandou"),
        ["Jean Ferrandou"]
    );
    assert_eq!(
        fr("l'infirmière lit à Marie Durand la consigne"),
        ["Marie Durand"]
    );
}

#[test]
fn a_number_of_social_security_in_one_block_needs_its_key() {
    let nir = |text: &str| said(text, Field::Fact, Lang::Fr).len();
    assert_eq!(nir("138129911203470"), 1);
    assert_eq!(nir("138129911203471"), 0);
    assert_eq!(nir("3400930000014"), 0);
}

#[test]
fn the_same_words_have_the_same_mark_however_they_are_written() {
    let mark_of = |text: &str| mark(text, &remarks(text, Field::Fact, Lang::Fr)[0]);
    let one = mark_of("vu par Mme Berthelin");
    assert_eq!(one, mark_of("MME BERTHELIN est là"));
    assert_ne!(one, mark_of("vu par Mme Ferrandou"));
}

#[test]
fn every_wording_shows_something_and_says_what_to_do() {
    for lang in Lang::ALL {
        let shipped = crate::content::wording(*lang);
        let all = [&shipped.blame, &shipped.person, &shipped.solution];
        for wordings in all.into_iter().flatten() {
            assert!(!wordings.say.is_blank() && !wordings.any.is_empty());
            for text in wordings.any.iter().chain(&wordings.unless) {
                let raw = text.as_str();
                let (from, to) = (raw.find('[').unwrap(), raw.find(']').unwrap());
                assert!(from + 1 < to, "{raw}");
            }
        }
        for list in [&shipped.births, &shipped.records, &shipped.phones] {
            assert!(list.iter().all(|text| !text.is_blank()) && !list.is_empty());
        }
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,80}",
        "(M\\. |Mme |Dr |né le |chambre |IPP |0[0-9]|[0-9]{1,5}[ ./-]|[A-ZÉ][a-zé]{0,5}|[a-zéœ' -]{1,4}|@|«|\u{a0}|[+.,:!\n]){0,40}"
    ]
}

proptest! {
    #[test]
    fn remarks_stand_in_the_text_one_behind_the_other(text in texts(), field in 0..5_usize, french: bool) {
        let field = [Field::Fact, Field::Deviation, Field::Factor, Field::Why, Field::Other][field];
        let lang = if french { Lang::Fr } else { Lang::En };
        let mut end = 0;
        for remark in remarks(&text, field, lang) {
            prop_assert!(remark.range.start >= end && remark.range.end > remark.range.start);
            prop_assert!(text.get(remark.range.clone()).is_some());
            prop_assert!(!remark.advice.is_empty());
            end = remark.range.end;
        }
    }
}
