//! Whys, and the ways of looking at the factors all at once: tree, chains read backwards, fishbone, table.

use super::scene::{again, deviation, room, session, setup};
use crate::harness::Room;
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Analysis, Factor, FactorCode, Why};
use crex::domain::code::Lang;
use crex::domain::grid::GridUse;
use crex::domain::ids::{FactorId, WhyId};
use crex::domain::session::Session;
use crex::domain::text::Text;
use std::collections::BTreeSet;

const OBSERVED: &str = "Plateau donné à une autre résidente";

/// An analysis with two deviations and these factors, each with its code of CADYA, tied to the first deviation.
fn analysed(lang: Lang, factors: &[(&str, &str)]) -> Session {
    let mut session = session(setup(lang));
    deviation(&mut session, 1, OBSERVED, "Identité vérifiée au lit");
    deviation(
        &mut session,
        0,
        "Piluliers côte à côte",
        "Un plateau par chambre",
    );
    for (what, item) in factors {
        let id = session.ids.give();
        let analysis = session.analysis_mut().unwrap();
        let first = analysis.deviations.at(0).map(|d| d.id);
        analysis.factors.push(Factor {
            what: Text::new(what),
            codes: vec![FactorCode {
                grid: "cadya".into(),
                item: (*item).into(),
                mapped: false,
            }],
            deviations: first.into_iter().collect(),
            ..Factor::new(id)
        });
    }
    session.analysis_mut().unwrap().grids.push(GridUse {
        grid: "cadya".into(),
        version: 1,
        ..GridUse::default()
    });
    session
}

const FEW: [(&str, &str); 3] = [
    ("Étiquettes semblables", "T1.2"),
    ("Chariot partagé entre deux étages", "P4"),
    ("Soin ajouté au dernier moment", "E2.1"),
];

fn open(lang: Lang, factors: &[(&str, &str)]) -> Room {
    room(setup(lang), analysed(lang, factors), StepKind::Factors)
}

fn analysis(room: &Room) -> &Analysis {
    room.session().analysis().unwrap()
}

/// The whys with the one above each.
fn whys(room: &Room) -> Vec<(String, Option<WhyId>)> {
    let all = analysis(room).whys.iter();
    all.map(|w| (w.what.as_str().to_owned(), w.parent))
        .collect()
}

#[test]
fn enter_asks_the_next_why_and_an_empty_one_ends_the_chain() {
    let mut room = open(Lang::Fr, &[]);
    room.keys("gg").see(&["De l'écart aux causes", OBSERVED]);
    room.keys("a")
        .see(&[OBSERVED, "Pourquoi cet écart a-t-il été possible"]);
    room.keys("Les plateaux se ressemblent<Enter>").see(&[
        "Les plateaux se ressemblent",
        "Pourquoi cette condition existait-elle",
    ]);
    room.keys("Un seul modèle est acheté<Enter>")
        .see(&["Pourquoi rien ne l'a arrêtée"]);
    room.keys("<Enter>").see(&["De l'écart aux causes"]);
    let first = analysis(&room).whys.at(0).map(|w| w.id);
    let expected = [
        ("Les plateaux se ressemblent".to_owned(), None),
        ("Un seul modèle est acheté".to_owned(), first),
    ];
    assert_eq!(whys(&room), expected);
    // Back on the last one that was said: the next goes under it, and one beside it with its own key.
    room.keys("nLes couvercles sont opaques<Esc>");
    assert_eq!(whys(&room)[2].1, first);
    room.keys("<C-z><C-z>");
    assert_eq!(whys(&room).len(), 2);
}

#[test]
fn a_chain_that_ends_on_a_person_is_asked_what_made_it_possible() {
    let mut room = open(Lang::Fr, &[]);
    room.keys("gga");
    room.keys("La remplaçante ne connaissait pas l'étage")
        .see(&[
            "s'arrête sur une personne",
            "Qu'est-ce qui rendait cela possible",
        ]);
    room.keys("<Enter><Esc>")
        .see(&["Qu'est-ce qui rendait cela possible"]);
    room.keys("aLe planning n'en prévoit aucun<Enter><Esc>")
        .miss("rendait cela possible");
    // Where the wording guard asks it beside the text, it is asked once.
    room.keys("aL'infirmière a oublié le second contrôle")
        .miss("s'arrête sur une personne")
        .see(&["« a oublié »"]);
    let mut room = open(Lang::En, &[]);
    room.keys("ggaThe nurse forgot")
        .see(&["hat made this possible?"]);
    room.keys("<Esc>").see(&["What made this possible?"]);
}

#[test]
fn chains_are_read_backwards_with_therefore() {
    for (lang, link) in [(Lang::Fr, "donc"), (Lang::En, "therefore")] {
        let mut room = open(lang, &[]);
        room.keys("ggaPremier<Enter>Second<Enter><Esc>r");
        room.see(&["Second", &format!("{link} Premier"), &format!("{link} D1")]);
        room.keys("<Enter>").see(&["Second"]);
        room.keys("<Esc>").see(&[&format!("{link} Premier")]);
        room.keys("<Esc>").miss(link);
        // From the list of whys as well, and back to it.
        room.keys("gggg<Tab>r").see(&[&format!("{link} Premier")]);
        room.keys("r").see(&["Premier", "Second"]).miss(link);
    }
}

#[test]
fn the_fishbone_has_a_bone_for_each_dimension_or_branch_of_the_five_m() {
    let mut room = open(Lang::Fr, &FEW);
    room.keys("ggg").see(&[
        "En arêtes de poisson",
        "Médicaments du soir de la chambre voisine",
        "Environnementaux",
        "Soin ajouté au",
        "Techniques",
    ]);
    room.keys("m")
        .see(&["par 5M", "Matériel", "Milieu", "Management"]);
    room.keys("m").miss("Milieu");
    room.keys("<C-Right>").see(&["pour l'écart D1", OBSERVED]);
    room.keys("<C-Right>")
        .see(&["pour l'écart D2"])
        .miss("Étiquettes");
    room.keys("<C-Left><C-Left>").see(&["Étiquettes"]);
}

#[test]
fn in_a_figure_one_goes_to_a_factor_opens_it_and_comes_back_to_it() {
    let mut room = open(Lang::Fr, &FEW);
    for keys in ["ggg", "g"] {
        room.keys(keys).keys("<Home><Enter>").see(&["E2.1"]);
        room.keys("<Esc>d");
        assert_eq!(analysis(&room).factors.len(), 2);
        room.keys("<C-z>");
        assert_eq!(analysis(&room).factors.len(), 3);
    }
    let mut room = open(Lang::Fr, &FEW);
    room.keys("ggg<Right><Enter>").see(&["C1 · T1.2"]);
    room.keys("<Esc><Left><Enter>").see(&["C3 · E2.1"]);
    room.keys("<Esc>").click("Étiquettes");
    room.keys("<Enter>").see(&["C1 · T1.2"]);
}

#[test]
fn the_table_is_sorted_by_dimension_and_tells_all_that_is_known() {
    let mut room = open(Lang::Fr, &FEW);
    room.keys("gggg").see(&[
        "Facteur Écarts Agir",
        "Facteurs environnementaux",
        "C3 Soin ajouté au",
        "E2.1 · influent · probable",
    ]);
    let screen = room.screen();
    let at = |text: &str| screen.find(text).unwrap();
    assert!(at("C3 ") < at("C1 ") && at("C1 ") < at("C2 "));
    room.resize(120, 40).see(&[
        "Facteur Code Rôle Certitude Écarts Agir",
        "C2 Chariot partagé entre deux étages P4 influent probable D1",
    ]);
    room.keys("g").see(&["La situation sociale"]);
    let mut english = open(Lang::En, &FEW);
    english
        .keys("gggg")
        .see(&["Table of factors", "influencing", "Deviations"]);
}

#[test]
fn a_deviation_of_the_tree_opens_in_its_own_step() {
    let mut room = open(Lang::Fr, &FEW);
    room.keys("gg<Enter>")
        .see(&["Écarts et barrières", "Identité vérifiée au lit"]);
}

#[test]
fn thirty_factors_and_long_chains_hold_in_every_figure_at_every_size() {
    let items = [
        "E1", "E2.1", "H2", "T1.1", "T2.2", "P1.1", "P2.1", "P3.2", "P4",
    ];
    let long: Vec<(String, &str)> = (1..31)
        .map(|n| {
            let what = format!("Facteur-{n} que le groupe a tenu à dire en entier, conditions et circonstances comprises");
            (what, items[n % items.len()])
        })
        .collect();
    let few: Vec<(&str, &str)> = long.iter().map(|(w, i)| (w.as_str(), *i)).collect();
    let mut session = analysed(Lang::Fr, &few);
    let ids: Vec<WhyId> = (0..12).map(|_| session.ids.give()).collect();
    let analysis = session.analysis_mut().unwrap();
    let first = analysis.deviations.at(0).map(|d| d.id);
    for (n, id) in ids.iter().enumerate() {
        analysis.whys.push(Why {
            what: Text::new(&format!(
                "Maillon-{n} d'une chaîne plus longue que de raison, mais vraie"
            )),
            parent: n.checked_sub(1).map(|above| ids[above]),
            deviation: first,
            ..Why::new(*id)
        });
    }
    let all = |seen: &BTreeSet<String>, name: &str, n: std::ops::Range<usize>| {
        for n in n {
            assert!(
                seen.contains(&format!("{name}-{n}")),
                "{name}-{n}: {seen:?}"
            );
        }
    };
    for size in [(60, 20), (80, 24), (200, 60)] {
        let mut room = room(setup(Lang::Fr), session.clone(), StepKind::Factors);
        room.resize(size.0, size.1).keys("gg");
        let tree = walked_through(&mut room, 1);
        all(&tree, "Maillon", 0..12);
        all(&tree, "Facteur", 1..31);
        room.keys("g");
        all(&walked_through(&mut room, 3), "Facteur", 1..31);
        room.keys("g");
        all(&walked_through(&mut room, 1), "Facteur", 1..31);
        room.keys("gggr");
        all(&walked_through(&mut room, 1), "Maillon", 0..12);
    }
}

/// The first words of all items seen while going down `columns` of a figure to their ends; what is under the cursor is always
/// on the screen.
fn walked_through(room: &mut Room, columns: usize) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for column in 0..columns {
        room.keys("<Home>").keys(&"<Right>".repeat(column));
        room.keys(&"<Up>".repeat(if columns > 1 { 20 } else { 0 }));
        for _ in 0..60 / columns {
            let screen = room.screen();
            assert!(
                screen.lines().any(|l| l.chars().skip(1).any(|c| c == '▌')),
                "no cursor on\n{screen}"
            );
            let words = screen.split_whitespace();
            seen.extend(words.filter(|w| w.contains('-')).map(str::to_owned));
            room.keys("<Down>");
        }
    }
    seen
}

#[test]
fn whys_that_go_in_a_circle_are_shown_once_each() {
    let mut session = analysed(Lang::Fr, &FEW);
    let (a, b): (WhyId, WhyId) = (session.ids.give(), session.ids.give());
    let whys = &mut session.analysis_mut().unwrap().whys;
    for (id, parent, what) in [(a, b, "Premier du cercle"), (b, a, "Second du cercle")] {
        whys.push(Why {
            what: Text::new(what),
            parent: Some(parent),
            ..Why::new(id)
        });
    }
    let mut room = room(setup(Lang::Fr), session, StepKind::Factors);
    for keys in ["g", "g<End>", "r"] {
        room.keys(keys);
        let screen = room.screen();
        for what in ["Premier du cercle", "Second du cercle"] {
            assert_eq!(screen.matches(what).count(), 1, "{what} on\n{screen}");
        }
    }
}

#[test]
fn after_a_kill_the_same_figure_and_the_same_factor_are_there() {
    let mut room = open(Lang::Fr, &FEW);
    room.keys("gggm<C-Right><Right>");
    let mut later = again(&room, setup(Lang::Fr));
    later.keys("<C-Right><C-Left><Left><Right>");
    room.keys("<C-Right><C-Left><Left><Right>");
    assert_eq!(later.screen(), room.screen());
    room.keys("gggaUn facteur commencé");
    let mut later = again(&room, setup(Lang::Fr));
    later.keys(" et fini<Esc>");
    let last = analysis(&later).factors.iter().last().unwrap();
    assert_eq!(last.what.as_str(), "Un facteur commencé et fini");
    assert_eq!(last.id, FactorId(4));
}

#[test]
fn the_record_has_the_fishbone_and_the_whys() {
    let mut room = open(Lang::Fr, &FEW);
    room.keys("ggaLes plateaux se ressemblent<Esc>")
        .palette("compte rendu");
    let document = crex::documents::record::record(room.session());
    let text = crex::documents::markdown::markdown(&document);
    let figure = text.split("Arêtes de poisson").nth(1).unwrap();
    let figure = figure.split("```").nth(1).unwrap();
    for (what, _) in FEW {
        let first = what.split(' ').next().unwrap();
        assert!(figure.contains(first), "{first} is not on\n{figure}");
    }
    assert!(text.contains(&format!(
        "- **D1 {OBSERVED}**\n  - Facteurs environnementaux\n    - C3 Soin ajouté au dernier moment"
    )));
    assert!(text.contains("  - Pourquoi\u{202f}?\n    - Les plateaux se ressemblent"));
}
