//! A word that has to go from everywhere: a name typed by mistake. Where it stands in a text, what the text says without it, and
//! the trace that tells of it without repeating it.

use super::text::Text;
use chrono::{NaiveDate, NaiveDateTime};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

crate::record! {
    /// That a word was erased from a document; never which.
    pub struct Erasure {
        /// When.
        pub at: Option<NaiveDateTime>,
        /// In how many places.
        pub places: u32,
        /// Why.
        pub reason: Text,
        /// The fingerprint of the seal before, if it was sealed.
        pub sealed: Text,
    }

    /// A session that was destroyed, by what names it without telling anything of it.
    pub struct Gone {
        /// Its day.
        pub date: Option<NaiveDate>,
        /// Its number.
        pub number: u32,
    }

    /// What was destroyed in a workspace on a day; nothing of what it said.
    pub struct Destroyed {
        /// When.
        pub at: Option<NaiveDateTime>,
        /// Places where a word was erased.
        pub places: u32,
        /// Documents in which it stood, or that were destroyed beside the sessions.
        pub documents: u32,
        /// Sessions that were destroyed as a whole.
        pub sessions: Vec<Gone>,
        /// The ids of what was destroyed, so that what still refers to it is understood.
        pub ids: Vec<Uuid>,
        /// Of each file that was destroyed beside or with a session, a print of its name: what a kill left half destroyed is
        /// known by it.
        pub files: Vec<Text>,
        /// Why.
        pub reason: Text,
    }
}

/// What was destroyed in a workspace: `destroyed.ron`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DestroyedFile {
    /// Schema of the file.
    pub schema: u32,
    /// One line for each time.
    #[serde(default)]
    pub destroyed: Vec<Destroyed>,
}

impl Default for DestroyedFile {
    fn default() -> Self {
        Self {
            schema: super::SCHEMA,
            destroyed: Vec::new(),
        }
    }
}

/// Why a file stays in which the word is, or may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// It left the program, and nobody asked for its end.
    Export,
    /// It is not the program's, and nobody can look into it.
    Other,
    /// It is not the program's, and the word stands in it or in its name.
    Holds,
    /// The word is gone, what was typed of it before it was whole may not be.
    Typed,
    /// The file would be none without it.
    Built,
    /// It is gone, but could not be written over before.
    Trace,
}

/// The word, or the words in a row, to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    parts: Vec<String>,
}

/// A word of a text, as it is compared, and where it stands.
#[derive(Clone, Debug)]
struct Token {
    folded: String,
    at: Range<usize>,
}

/// Most signs between two words that are said in a row.
const BETWEEN: usize = 4;
/// Fewest letters or digits of what can be erased: one letter stands everywhere.
const LEAST: usize = 2;
/// From this many signs on, a name made of a title was cut.
const CUT: usize = 39;
/// Fewest letters that a cut name must have left to tell anything.
const LEFT: usize = 3;

impl Word {
    /// What was asked to be erased; none when it is too short to be a word.
    pub fn new(raw: &str) -> Option<Self> {
        let tokens = tokens(Text::new(raw).as_str());
        let parts: Vec<String> = tokens.into_iter().map(|token| token.folded).collect();
        let long = parts.iter().map(|part| part.chars().count()).sum::<usize>() >= LEAST;
        long.then_some(Self { parts })
    }

    /// Where it stands in a text: as whole words, whatever their case, accents and the signs between.
    pub fn found(&self, text: &str) -> Vec<Range<usize>> {
        let tokens = tokens(text);
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at + self.parts.len() <= tokens.len() {
            let run = &tokens[at..at + self.parts.len()];
            let alike = run.iter().zip(&self.parts).all(|(t, p)| t.folded == *p);
            let near =
                |pair: &[Token]| text[pair[0].at.end..pair[1].at.start].chars().count() <= BETWEEN;
            if alike && run.windows(2).all(near) {
                out.push(run[0].at.start..run[run.len() - 1].at.end);
                at += run.len();
            } else {
                at += 1;
            }
        }
        out
    }

    /// Whether it stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        !self.found(text).is_empty()
    }

    /// The text with `with` in its place, and how many times; none when it does not stand there.
    pub fn erased(&self, text: &str, with: &str) -> Option<(String, usize)> {
        let found = self.found(text);
        if found.is_empty() {
            return None;
        }
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for at in &found {
            out.push_str(&text[from..at.start]);
            out.push_str(with);
            from = at.end;
        }
        out.push_str(&text[from..]);
        Some((out, found.len()))
    }

    /// The name of a document's file without it; none when it does not stand there. Its day and its id are not words. A name is
    /// made of the first signs of a title: what is left of a word that was cut goes as well, unless the name is still that of
    /// the `title` as it is now, in which the word would stand whole.
    pub fn erased_name(&self, stem: &str, with: &str, title: Option<&str>) -> Option<String> {
        if is_given(stem) {
            return None;
        }
        let (day, said, id) = parts_of(stem);
        let cut = [day.len() + said.len(), said.len()]
            .iter()
            .any(|n| *n >= CUT);
        let erased = self.erased(said, with).map(|(said, _)| said);
        let left = erased.as_deref().unwrap_or(said);
        let torn = (cut && title != Some(said))
            .then(|| self.torn(left))
            .flatten();
        let said = match torn {
            Some(from) => [&left[..from], with].concat(),
            None => erased?,
        };
        Some([day, &said, id].concat())
    }

    /// Whether its letters stand anywhere in a text, also within a word: where words cannot be told apart.
    pub fn may_be_in(&self, text: &str) -> bool {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|c| fold_into(c, &mut folded));
        self.parts.iter().all(|part| folded.contains(part.as_str()))
    }

    /// Where the beginning of it stands at the very end of a title that was cut.
    fn torn(&self, title: &str) -> Option<usize> {
        let tokens = tokens(title);
        (1..=self.parts.len().min(tokens.len()))
            .rev()
            .find_map(|n| {
                let run = &tokens[tokens.len() - n..];
                let (last, whole) = run.split_last()?;
                let alike = whole.iter().zip(&self.parts).all(|(t, p)| t.folded == *p);
                let part = &self.parts[n - 1];
                let begins = part.starts_with(&last.folded)
                    && (*part != last.folded || n < self.parts.len());
                let tells = n > 1 || last.folded.chars().count() >= LEFT;
                (alike && begins && tells).then_some(run[0].at.start)
            })
    }
}

/// The day at the beginning of the name of a file, what it says, and the id and the mark of a copy at its end.
fn parts_of(stem: &str) -> (&str, &str, &str) {
    let own = stem.rsplit_once("-conflit-").map_or(stem, |(own, _)| own);
    let title = match own.rsplit_once('-') {
        Some((title, id)) if is_id(id) => title,
        _ => own,
    };
    let day = title
        .get(..10)
        .filter(|day| day.parse::<NaiveDate>().is_ok())
        .map_or(0, |_| title.len().min(11));
    (&title[..day], &title[day..], &stem[title.len()..])
}

/// Whether a name is the program's own and no word of anybody: an id, or that of the team.
fn is_given(stem: &str) -> bool {
    stem.parse::<Uuid>().is_ok() || ["team", "destroyed"].contains(&stem)
}

/// The end of a file's name, by which it is told from others of its day and title.
fn is_id(part: &str) -> bool {
    part.len() == 8 && part.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The words of a text. What is drawn without a width of its own does not part a word.
fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let silent = is_combining_mark(c) || is_unseen(c);
        if !(c.is_alphanumeric() || silent && open) {
            open = false;
            continue;
        }
        let end = at + c.len_utf8();
        if !open {
            out.push(Token {
                folded: String::new(),
                at: at..end,
            });
            open = true;
        }
        if let Some(token) = out.last_mut() {
            token.at.end = end;
            fold_into(c, &mut token.folded);
        }
    }
    out.retain(|token| !token.folded.is_empty());
    out
}

fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Adds a character as it is compared: in lower case, without accent, two letters drawn as one apart.
fn fold_into(c: char, out: &mut String) {
    for c in c
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_unseen(*c))
    {
        for c in c.to_lowercase().filter(|c| !is_combining_mark(*c)) {
            match c {
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                'ß' => out.push_str("ss"),
                c => out.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests;
