#![allow(clippy::unwrap_used)]
use super::*;

fn erased(word: &str, text: &str) -> String {
    let word = Word::new(word).unwrap();
    word.erased(text, "…")
        .map_or_else(|| "-".to_owned(), |(text, n)| format!("{n} {text}"))
}

#[test]
fn whole_words_go_whatever_their_case_accents_and_signs() {
    assert_eq!(
        erased("Lemoine", "Mme LEMOINE, chez lemoine."),
        "2 Mme …, chez …."
    );
    assert_eq!(erased("Lemoine", "Les Lemoines"), "-");
    assert_eq!(erased("Hélène", "helene, HE\u{301}LE\u{300}NE"), "2 …, …");
    assert_eq!(erased("Cœur", "Coeur et cœur"), "2 … et …");
    assert_eq!(erased("d'Arc", "Jeanne d’Arc"), "1 Jeanne …");
    assert_eq!(
        erased("Jean Martin", "Jean-Martin ; jean\nmartin ; Jean a Martin"),
        "2 … ; … ; Jean a Martin"
    );
    assert_eq!(erased("Martin", "Mar\u{200d}tin"), "1 …");
}

#[test]
fn one_letter_is_no_word() {
    assert_eq!(Word::new("a"), None);
    assert_eq!(Word::new(" ’ "), None);
    assert!(Word::new("Wu").is_some());
}

#[test]
fn a_name_goes_from_the_name_of_a_file_also_where_it_was_cut() {
    let name = |word: &str, stem: &str| Word::new(word).unwrap().erased_name(stem, "x", None);
    let some = |stem: &str| Some(stem.to_owned());
    assert_eq!(
        name("Martin", "2026-11-19-chute-de-martin-0000000a"),
        some("2026-11-19-chute-de-x-0000000a")
    );
    assert_eq!(
        name(
            "Martin",
            "2026-11-19-chute-de-martin-0000000a-conflit-12345678"
        ),
        some("2026-11-19-chute-de-x-0000000a-conflit-12345678")
    );
    let long = "2026-11-19-une-chute-dans-le-couloir-de-madame-marti-0000000a";
    assert_eq!(
        name("Martinez", long),
        some("2026-11-19-une-chute-dans-le-couloir-de-madame-x-0000000a")
    );
    assert_eq!(name("Martinez", "2026-11-19-marti-0000000a"), None);
    assert_eq!(name("Durand", long), None);
    // The title as it is now ends so by itself.
    let other = Word::new("Martin").unwrap();
    let stairs = "2026-11-19-une-chute-dans-le-grand-couloir-des-mar-0000000a";
    let title = Some("une-chute-dans-le-grand-couloir-des-mar");
    assert_eq!(other.erased_name(stairs, "x", title), None);
    assert!(other.erased_name(stairs, "x", Some("autre")).is_some());
}

#[test]
fn the_day_the_id_and_the_programs_own_names_are_no_words() {
    let name = |word: &str, stem: &str| Word::new(word).unwrap().erased_name(stem, "x", None);
    assert_eq!(name("2026", "2026-11-19-chute-0000000a"), None);
    assert_eq!(name("0000000a", "2026-11-19-chute-0000000a"), None);
    assert_eq!(name("team", "team"), None);
    assert_eq!(name("0000", "00000000-0000-0000-0000-000000000001"), None);
}
