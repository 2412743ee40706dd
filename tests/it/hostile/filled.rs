//! Documents with every text of theirs replaced: the texts are found by trying, so that a new field is filled by itself.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// A document as a tree, and the places of its texts.
pub struct Form {
    tree: Value,
    texts: Vec<Leaf>,
}

struct Leaf {
    at: String,
    /// Whether it looks like the id of something shipped.
    code: bool,
}

impl Form {
    /// Finds the texts of a document.
    pub fn of<D: Serialize + DeserializeOwned>(doc: &D) -> Self {
        let tree = serde_json::to_value(doc).unwrap();
        let mut leaves = Vec::new();
        walk(&tree, "", &mut leaves);
        // What is a text in one item of a list is one in all.
        let mut known = BTreeMap::new();
        let tried = |at: &String| {
            let mut tried = tree.clone();
            *tried.pointer_mut(at).unwrap() = Value::from("une sonde ß");
            serde_json::from_value::<D>(tried.clone())
                .is_ok_and(|doc| serde_json::to_value(&doc).is_ok_and(|back| back == tried))
        };
        let mut is_text = |at: &String| {
            let parts = at.split('/').filter(|part| part.parse::<usize>().is_err());
            let kind = parts.collect::<Vec<_>>().join("/");
            *known.entry(kind).or_insert_with(|| tried(at))
        };
        let texts = leaves.into_iter().filter(|at| is_text(at));
        let leaf = |at: String| Leaf {
            code: is_code(tree.pointer(&at).unwrap().as_str().unwrap()),
            at,
        };
        let texts = texts.map(leaf).collect();
        Self { tree, texts }
    }

    /// How many texts it has.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// The document with each text replaced by what `give` says, those that look like ids too when `all`.
    pub fn fill<D: DeserializeOwned>(&self, all: bool, mut give: impl FnMut() -> String) -> D {
        let mut tree = self.tree.clone();
        for leaf in self.texts.iter().filter(|leaf| all || !leaf.code) {
            *tree.pointer_mut(&leaf.at).unwrap() = Value::from(give());
        }
        serde_json::from_value(tree).unwrap()
    }
}

fn is_code(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    let item = text.len() <= 6 && text.starts_with(|c: char| c.is_ascii_uppercase());
    let rest = text.get(1..).unwrap_or_default();
    let dotted = |c: char| c.is_ascii_digit() || c == '.';
    !text.is_empty()
        && (text.chars().all(plain) || (item && !rest.is_empty() && rest.chars().all(dotted)))
}

/// The places of all strings.
fn walk(tree: &Value, at: &str, out: &mut Vec<String>) {
    match tree {
        Value::String(_) => out.push(at.to_owned()),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                walk(item, &format!("{at}/{n}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                walk(item, &format!("{at}/{name}"), out);
            }
        }
        _ => {}
    }
}
