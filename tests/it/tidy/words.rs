//! Sentences: each one is said somewhere, and all are written alike.

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

/// What a line of source says between its quotes, its escapes as written.
fn quoted(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut inside: Option<String> = None;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, &mut inside) {
            ('\\', Some(text)) => {
                text.push(c);
                text.extend(chars.next());
            }
            ('"', Some(_)) => out.extend(inside.take()),
            ('"', None) => inside = Some(String::new()),
            ('/', None) if chars.peek() == Some(&'/') => break,
            (c, Some(text)) => text.push(c),
            _ => {}
        }
    }
    out
}

/// What is wrong with the signs of a sentence.
fn misprint(text: &str, shows_code: bool) -> Option<&'static str> {
    let text = text
        .replace("\\u{a0}", "\u{a0}")
        .replace("\\u{202f}", "\u{202f}");
    let chars: Vec<char> = text.chars().collect();
    let spaced = |at: Option<&char>| matches!(at, Some('\u{a0}' | '\u{202f}'));
    let open = |w: &[char]| w[0] == '«' && !spaced(w.get(1));
    let shut = |w: &[char]| w.get(1) == Some(&'»') && !spaced(w.first());
    let mark = |w: &[char]| w[0] == ' ' && matches!(w.get(1), Some(';' | '!' | '?' | ':'));
    if text.contains('’') {
        Some("a curly apostrophe")
    } else if text.contains("\\\"") && !shows_code {
        Some("straight quotes")
    } else if chars.windows(2).any(|w| open(w) || shut(w)) {
        Some("quotes without a no-break space")
    } else if chars.windows(2).any(mark) {
        Some("a plain space before a sign")
    } else {
        None
    }
}

#[test]
fn sentences_are_printed_alike() {
    let mut found = Vec::new();
    let mut seen = 0;
    for source in files("src/words", ".rs") {
        // These two show what is to be typed, straight quotes included.
        let shows_code = source.name.ends_with("/cli.rs") || source.name.ends_with("/grids.rs");
        let before = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, n) in before.lines().zip(1..) {
            for text in quoted(line) {
                seen += 1;
                let wrong = misprint(&text, shows_code);
                found.extend(wrong.map(|wrong| format!("{}:{n}: {wrong}: {text}", source.name)));
            }
        }
    }
    assert!(seen > 1000, "the sentences were not found");
    for source in files("src/content", ".ron") {
        let curly = source.text.lines().zip(1..).filter(|l| l.0.contains('’'));
        found.extend(curly.map(|(line, n)| format!("{}:{n}: {line}", source.name)));
    }
    none(&found, "one form of apostrophe, of quotes and of spaces");
}

#[test]
fn a_misprint_is_seen() {
    for wrong in ["l’eau", "« mot »", "«mot»", "Vrai ?", "a : b"] {
        assert!(misprint(wrong, false).is_some(), "{wrong}");
    }
    assert_eq!(misprint("«\\u{a0}l'eau\\u{a0}»\\u{202f}?", false), None);
}
