//! The text of a RON file in pieces: what stands between quotes, comments, and the signs that hold them together. Every byte
//! belongs to one piece, whatever the text is.

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text with its quotes, escaped or raw.
    Text,
    /// One sign between its marks: a quotation mark in there opens no text.
    Letter,
    /// A comment, of a line without its end or between marks.
    Comment,
    /// One sign of anything else: a bracket, a letter of a name, a blank.
    Sign(char),
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub kind: Kind,
    /// As it stands.
    pub text: &'a str,
    /// Whether its own end stands there: that of the last piece of a file that was cut may not.
    pub closed: bool,
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces {
        rest: text,
        before: ' ',
    }
}

/// The pieces that are left.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: &'a str,
    /// The sign before them.
    before: char,
}

impl<'a> Pieces<'a> {
    /// What is left of the text.
    pub fn rest(&self) -> &'a str {
        self.rest
    }

    /// What stands at the beginning, its length, and whether it is closed.
    fn first(&self) -> Option<(Kind, usize, bool)> {
        let rest = self.rest;
        let part_of_name = self.before.is_alphanumeric() || self.before == '_';
        let to_end = |kind, end: Option<usize>| (kind, end.unwrap_or(rest.len()), end.is_some());
        let c = rest.chars().next()?;
        let longer = match c {
            '"' => Some(to_end(Kind::Text, text(rest))),
            'r' if !part_of_name => raw(rest).map(|(len, closed)| (Kind::Text, len, closed)),
            '\'' => letter(rest).map(|len| (Kind::Letter, len, true)),
            '/' if rest.starts_with("//") => Some(to_end(Kind::Comment, rest.find('\n'))),
            '/' if rest.starts_with("/*") => Some(to_end(Kind::Comment, block(rest))),
            _ => None,
        };
        Some(longer.unwrap_or((Kind::Sign(c), c.len_utf8(), true)))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let (kind, len, closed) = self.first()?;
        let (text, rest) = self.rest.split_at(len);
        self.before = text.chars().next_back().unwrap_or(' ');
        self.rest = rest;
        Some(Piece { kind, text, closed })
    }
}

/// Where the text between quotes at the beginning ends, if it does.
fn text(rest: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Where the comment between marks at the beginning ends, if it does; one may stand in another.
fn block(rest: &str) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    loop {
        let next = at + rest[at..].find(['/', '*'])?;
        match rest.as_bytes().get(next..next + 2)? {
            b"/*" => depth += 1,
            b"*/" if depth == 1 => return Some(next + 2),
            b"*/" => depth -= 1,
            _ => {
                at = next + 1;
                continue;
            }
        }
        at = next + 2;
    }
}

/// The length of the raw text at the beginning, if there is one, and whether it is closed.
fn raw(rest: &str) -> Option<(usize, bool)> {
    let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
    let open = 1 + hashes;
    if rest.as_bytes().get(open) != Some(&b'"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let end = rest[open + 1..].find(&close);
    let whole = end.map(|at| (open + 1 + at + close.len(), true));
    Some(whole.unwrap_or((rest.len(), false)))
}

/// The length of a sign between its marks, if one stands at the beginning.
fn letter(rest: &str) -> Option<usize> {
    let inside = rest[1..].strip_prefix('\\').unwrap_or(&rest[1..]);
    let c = inside.chars().next()?;
    let close = rest.len() - inside.len() + c.len_utf8();
    rest[close..].starts_with('\'').then_some(close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let all: Vec<&str> = pieces(text).map(|piece| piece.text).collect();
        assert_eq!(all.concat(), text);
        let long: Vec<&str> = all.into_iter().filter(|one| one.len() > 1).collect();
        assert_eq!(long, expected);
    }

    #[test]
    fn texts_signs_and_comments_are_whole_and_brackets_in_them_are_theirs() {
        check(
            "(a: \"x\\\")\", b: r#\"(\"x\")\"#, c: '\"', // (\n d: /* \" */ 1)",
            &["\"x\\\")\"", "r#\"(\"x\")\"#", "'\"'", "// (", "/* \" */"],
        );
        check("(for\"a\", r\"b\")", &["\"a\"", "r\"b\""]);
        check("( /* a /* b */ Jean */ c)", &["/* a /* b */ Jean */"]);
    }

    #[test]
    fn what_is_cut_says_so() {
        for cut in ["(a: \"x", "(a: r#\"x\"", "( /* x", "( // x", "( /*/"] {
            assert!(!pieces(cut).all(|piece| piece.closed), "{cut}");
        }
        assert!(pieces("(a: \"x\", // y\n").all(|piece| piece.closed));
    }
}
