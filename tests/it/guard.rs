//! The wording guard held to its figures, on sentences that were labelled and frozen before it was written.

use crex::content::hash;
use crex::domain::code::Lang;
use crex::guard::{Field, Identifier, Kind, remarks};
use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
enum Where {
    Fact,
    Deviation,
    Factor,
    Why,
    Action,
    Other,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
enum What {
    Name,
    Phone,
    Email,
    Birth,
    Nir,
    Room,
    Record,
    Blame,
    Person,
    Solution,
}

impl What {
    fn is_identifier(self) -> bool {
        !matches!(self, Self::Blame | Self::Person | Self::Solution)
    }

    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Identifier(Identifier::Name) => Self::Name,
            Kind::Identifier(Identifier::Phone) => Self::Phone,
            Kind::Identifier(Identifier::Email) => Self::Email,
            Kind::Identifier(Identifier::Birth) => Self::Birth,
            Kind::Identifier(Identifier::Nir) => Self::Nir,
            Kind::Identifier(Identifier::Room) => Self::Room,
            Kind::Identifier(Identifier::Record) => Self::Record,
            Kind::Blame => Self::Blame,
            Kind::Person => Self::Person,
            Kind::Solution => Self::Solution,
        }
    }
}

/// Fingerprints of the four sets: they are frozen.
const FROZEN: [(&str, &str); 4] = [
    (
        SENTENCES,
        "72d30a662fad86c010dc65d96713def14511bbf737def6084a2a3a7632d667af",
    ),
    (
        ASIDE,
        "b8f6365ea4e50eb7d31e6467d3e218fbb5bfcba62c78e2ceeaeba0f838b2008b",
    ),
    (
        PROBES,
        "6ddff7995ba01d4e36c93b8e800d208e037092364e782fa0bce0558a43c15cc6",
    ),
    (
        FRESH,
        "ea5f650bc3780810a16e8e45e4189ae45e219e56d2e8abe1cbc9ffa42218d976",
    ),
];
const SENTENCES: &str = include_str!("guard/sentences.ron");
const ASIDE: &str = include_str!("guard/aside.ron");
const PROBES: &str = include_str!("guard/probes.ron");
const FRESH: &str = include_str!("guard/fresh.ron");

type Row = (Lang, Where, String, Vec<(What, String)>);

fn field(place: Where) -> Field {
    match place {
        Where::Fact => Field::Fact,
        Where::Deviation => Field::Deviation,
        Where::Factor => Field::Factor,
        Where::Why => Field::Why,
        Where::Action | Where::Other => Field::Other,
    }
}

/// What was found in a set of sentences.
#[derive(Debug, Default)]
struct Figures {
    identifiers: (usize, usize),
    others: (usize, usize),
    false_alarms: usize,
    ordinary_words: usize,
    told: Vec<String>,
}

/// A remark counts as found only with its exact words; whatever else is said, anywhere, is a false alarm.
fn measure(text: &str) -> Figures {
    let rows: Vec<Row> = ron::from_str(text).unwrap();
    let mut figures = Figures::default();
    for (lang, place, sentence, mut expected) in rows {
        if expected.is_empty() {
            figures.ordinary_words += sentence.split_whitespace().count();
        }
        for (what, _) in &expected {
            let count = if what.is_identifier() {
                &mut figures.identifiers
            } else {
                &mut figures.others
            };
            count.1 += 1;
        }
        for remark in remarks(&sentence, field(place), lang) {
            let said = (What::of(remark.kind), sentence[remark.range].to_owned());
            let Some(at) = expected.iter().position(|wanted| *wanted == said) else {
                figures.false_alarms += 1;
                figures.told.push(format!("alarm  {said:?} in {sentence}"));
                continue;
            };
            expected.remove(at);
            let count = if said.0.is_identifier() {
                &mut figures.identifiers
            } else {
                &mut figures.others
            };
            count.0 += 1;
        }
        let missed = expected
            .iter()
            .map(|wanted| format!("missed {wanted:?} in {sentence}"));
        figures.told.extend(missed);
    }
    figures
}

#[allow(
    clippy::print_stdout,
    reason = "the figures are asked for with --nocapture"
)]
fn print(name: &str, figures: &Figures) {
    println!(
        "{name}: identifiers {}/{}, other remarks {}/{}, {} false alarms beside {} words of ordinary text",
        figures.identifiers.0,
        figures.identifiers.1,
        figures.others.0,
        figures.others.1,
        figures.false_alarms,
        figures.ordinary_words
    );
    for line in &figures.told {
        println!("  {line}");
    }
}

/// 95 identifiers of 100 are found, and at most one false alarm beside 200 words of ordinary text.
fn hold(figures: &Figures) {
    let (found, all) = figures.identifiers;
    assert!(found * 100 >= all * 95, "{figures:#?}");
    assert!(
        figures.false_alarms * 200 <= figures.ordinary_words,
        "{figures:#?}"
    );
}

#[test]
fn the_frozen_sentences_are_read_as_they_were_labelled() {
    let figures = measure(SENTENCES);
    print("frozen", &figures);
    hold(&figures);
    let (found, all) = figures.others;
    assert!(found * 100 >= all * 95, "{figures:#?}");
}

#[test]
fn the_sentences_kept_aside_hold_the_same_figures() {
    let figures = measure(ASIDE);
    print("aside", &figures);
    hold(&figures);
}

#[test]
fn the_shapes_of_names_that_a_review_missed_are_measured() {
    let figures = measure(PROBES);
    print("probes", &figures);
    // What is known of them today; the rest of the way to the figures of the other two sets is open.
    assert!(figures.identifiers.0 >= 41, "{figures:#?}");
    assert!(figures.false_alarms <= 3, "{figures:#?}");
}

#[test]
fn names_typed_in_haste_and_words_that_tempt_are_measured() {
    let figures = measure(FRESH);
    print("fresh", &figures);
    // One function with a first name is labelled otherwise than in the other sets.
    assert!(figures.identifiers.0 >= 19, "{figures:#?}");
    assert!(figures.false_alarms <= 1, "{figures:#?}");
}

#[test]
fn the_labelled_sentences_are_those_that_were_frozen() {
    for (text, fingerprint) in FROZEN {
        assert_eq!(hash(text).as_str(), fingerprint);
    }
}
