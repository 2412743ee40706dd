#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::figure::lines;
use proptest::prelude::*;

fn axis(title: &str, levels: &[&str]) -> Axis {
    Axis {
        title: title.to_owned(),
        levels: levels.iter().map(|l| (*l).to_owned()).collect(),
    }
}

fn place(label: &str, across: usize, up: usize) -> Place {
    Place {
        label: label.to_owned(),
        across,
        up,
        faint: false,
    }
}

/// Three by three, in diagonal zones.
fn diagonal(places: Vec<Place>) -> Matrix {
    let zone = |sign, name: &str| Zone {
        sign,
        name: name.to_owned(),
    };
    Matrix {
        across: axis("gravité", &["1", "2", "3"]),
        up: axis("vraisemblance", &["1 rare", "2 possible", "3 fréquent"]),
        places,
        zones: vec![
            zone("·", "acceptable"),
            zone("!", "tolérable"),
            zone("✗", "inacceptable"),
        ],
        zone_of: vec![vec![0, 0, 1], vec![0, 1, 1], vec![1, 1, 2]],
    }
}

/// Two by two blocks of four by four cells.
fn blocks(places: Vec<Place>) -> Matrix {
    let zone = |sign, name: &str| Zone {
        sign,
        name: name.to_owned(),
    };
    Matrix {
        across: axis("effort", &["1", "2", "3", "4"]),
        up: axis("impact", &["1 faible", "2 moyen", "3 fort", "4 décisif"]),
        places,
        zones: vec![
            zone("★", "gain rapide"),
            zone("◆", "projet"),
            zone("·", "si possible"),
            zone("✗", "à écarter"),
        ],
        zone_of: vec![
            vec![2, 2, 3, 3],
            vec![2, 2, 3, 3],
            vec![0, 0, 1, 1],
            vec![0, 0, 1, 1],
        ],
    }
}

fn room(width: usize, height: usize) -> Room {
    Room {
        width,
        height,
        airy: false,
    }
}

#[test]
fn labels_stand_at_their_levels_and_zones_are_named_below() {
    let places = vec![place("A", 1, 2), place("B", 2, 0), place("C", 1, 2)];
    assert_eq!(
        lines(&diagonal(places).marks(room(42, 20))),
        [
            "vraisemblance",
            "3 fréquent  !         ! A C     ✗",
            "2 possible  ·         !         !",
            "1 rare      ·         ·         ! B",
            "            1         2         3",
            "                                  gravité",
            "· acceptable   ! tolérable",
            "✗ inacceptable",
        ]
    );
}

#[test]
fn blocks_are_named_inside() {
    assert_eq!(
        lines(&blocks(vec![place("A", 0, 3), place("B", 3, 0)]).marks(room(50, 20))),
        [
            "impact",
            "           gain rapide       projet",
            "4 décisif  ★ A      ★        ◆        ◆",
            "3 fort     ★        ★        ◆        ◆",
            "           si possible       à écarter",
            "2 moyen    ·        ·        ✗        ✗",
            "1 faible   ·        ·        ✗        ✗ B",
            "           1        2        3        4",
            "                                        effort",
        ]
    );
}

#[test]
fn twenty_labels_in_one_cell_wrap_and_where_there_is_no_room_are_counted() {
    let all: Vec<Place> = ('A'..='T').map(|c| place(&c.to_string(), 0, 3)).collect();
    let matrix = blocks(all);
    let wrapped = lines(&matrix.marks(room(60, 20)));
    assert_eq!(
        wrapped[2].trim_end(),
        "4 décisif  ★ ABCDEFGHI ★           ◆           ◆"
    );
    assert_eq!(wrapped[4].trim(), "ST");
    let counted = lines(&matrix.marks(room(60, 10)));
    assert!(
        counted[2].contains("ABCDEFGHI") && counted[3].contains("JKLMNOP+4"),
        "{counted:?}"
    );
    assert_eq!(counted.len(), 10);
}

proptest! {
    #[test]
    fn every_label_is_drawn_or_counted_and_none_stands_outside(
        at in prop::collection::vec((0_usize..4, 0_usize..4), 0..24),
        wide in 30_usize..110,
        height in 9_usize..40,
        airy: bool,
        long: bool,
    ) {
        let name = |i: usize| if long { format!("A{i}") } else { char::from(b'A' + u8::try_from(i).unwrap()).to_string() };
        let places = at.iter().enumerate().map(|(i, (x, y))| place(&name(i), *x, *y)).collect();
        let matrix = blocks(places);
        let marks = matrix.marks(Room { width: wide, height, airy });
        let drawn = marks.iter().filter(|m| matches!(m.voice, Voice::Label(_))).count();
        let more = marks.iter().filter(|m| m.voice == Voice::More);
        let more: usize = more.map(|m| m.text[1..].parse::<usize>().unwrap()).sum();
        prop_assert_eq!(drawn + more, at.len());
        let fits = Matrix::n_rows(&marks) <= height.max(11);
        prop_assert!(fits);
        for mark in &marks {
            prop_assert!(mark.col + width(&mark.text) <= wide.max(46) + 4);
        }
    }
}
