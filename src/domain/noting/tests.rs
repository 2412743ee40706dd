#![allow(clippy::unwrap_used)]

use super::*;
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Tree {
    name: String,
    #[serde(default)]
    of: Vec<Option<Leaf>>,
    #[serde(default)]
    by: BTreeMap<String, Leaf>,
    #[serde(default)]
    kind: Option<Kind>,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Leaf {
    n: u8,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
enum Kind {
    Bare,
    Held(Leaf),
    Pair(Leaf, Leaf),
    Named { leaf: Leaf },
}

/// What is read, and where the fields stand that are not ours.
fn heard(text: &str) -> (Tree, Vec<String>) {
    let mut unknown = Vec::new();
    let mut ron = ron::Deserializer::from_str(text).unwrap();
    let mut hear = |path: &str| unknown.push(path.to_owned());
    let tree: Tree = read(&mut ron, &mut hear).unwrap();
    assert_eq!(tree, ron::from_str(text).unwrap());
    (tree, unknown)
}

#[test]
fn each_unknown_field_is_named_with_its_place_and_nothing_else_changes() {
    let (tree, unknown) = heard(
        r#"(odd: (a: [1, (b: 2)]), name: "t\u{e9}", of: [None, Some((n: 1, odd: 2)), Some((odd: "x", n: 3))],
            by: {"k\u{e9}y": (n: 4, odd: 5), "plain": (n: 6)}, kind: Some(Named(odd: 1, leaf: (n: 7, odd: 8))))"#,
    );
    assert_eq!(tree.name, "té");
    let places = [
        "odd",
        "of.1.odd",
        "of.2.odd",
        "by.kéy.odd",
        "kind.odd",
        "kind.leaf.odd",
    ];
    assert_eq!(unknown, places);
    let (_, unknown) = heard(r#"(name: "", kind: Some(Held((n: 1, odd: 2))))"#);
    assert_eq!(unknown, ["kind.odd"]);
    let (_, unknown) = heard(r#"(name: "", kind: Some(Pair((n: 1), (n: 1, odd: 2))))"#);
    assert_eq!(unknown, ["kind.1.odd"]);
    let (_, unknown) = heard(r#"(name: "", kind: Some(Bare))"#);
    assert!(unknown.is_empty());
}
