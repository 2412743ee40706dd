//! Sentences: each one is said somewhere.

use super::{Source, files, none};

/// The names that a file of sentences declares: `name => …` and `name(arg: Type) => …` inside `words!`.
fn declared(source: &Source) -> Vec<String> {
    let mut out = Vec::new();
    let mut inside = false;
    for line in source.text.lines() {
        match line {
            "crate::words! {" => inside = true,
            "}" => inside = false,
            _ => {}
        }
        let Some(line) = line.strip_prefix("    ").filter(|_| inside) else {
            continue;
        };
        let end = line.find(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '_');
        let (name, rest) = line.split_at(end.unwrap_or(0));
        if !name.is_empty() && (rest.starts_with('(') || rest.starts_with(" =>")) {
            out.push(name.to_owned());
        }
    }
    out
}

#[test]
fn every_sentence_is_said_somewhere() {
    let sources = files("src", ".rs");
    let code: String = sources
        .iter()
        .filter(|source| !source.is_test())
        .flat_map(Source::code)
        .map(|(_, line)| line + "\n")
        .collect();
    let names: Vec<String> = sources
        .iter()
        .filter(|source| source.room() == "words")
        .flat_map(declared)
        .collect();
    assert!(names.len() > 500, "the sentences were not found");
    let unsaid: Vec<String> = names
        .into_iter()
        .filter(|name| {
            !code.contains(&format!(".{name}(")) && !code.contains(&format!("Words::{name}"))
        })
        .collect();
    none(&unsaid, "a sentence that nobody says is taken out");
}
