//! Where things stand in a RON text: the line and column of every struct, field and listed text by its path, `dimensions.0.items.2.id`, so
//! that what is wrong in a team's file is shown where it is. The text has been read as RON before.

/// Line and column, from 1.
pub type Place = (usize, usize);

/// The places of a text.
pub struct Places(Vec<(String, Place)>);

/// What is open around a place.
enum Frame {
    /// A struct, and the field that is being read.
    Struct(String, Option<String>),
    /// A list, and how many items stand before.
    List(String, usize),
}

impl Frame {
    /// The path of what begins here.
    fn child(&self) -> String {
        match self {
            Self::Struct(path, Some(field)) => join(path, field),
            Self::Struct(path, None) => path.clone(),
            Self::List(path, index) => join(path, &index.to_string()),
        }
    }
}

fn join(path: &str, part: &str) -> String {
    if path.is_empty() {
        part.to_owned()
    } else {
        format!("{path}.{part}")
    }
}

impl Places {
    /// Reads them.
    pub fn of(text: &str) -> Self {
        let mut reader = Reader {
            chars: text.trim_start_matches('\u{feff}').chars().collect(),
            at: 0,
            line: 1,
            column: 1,
            open: Vec::new(),
            found: Vec::new(),
        };
        while reader.step() {}
        Self(reader.found)
    }

    /// The place of a path, else of the nearest thing around it that has one.
    pub fn find(&self, path: &str) -> Place {
        let mut wanted = path;
        loop {
            if let Some((_, place)) = self.0.iter().find(|(held, _)| held == wanted) {
                return *place;
            }
            match wanted.rsplit_once('.') {
                Some((above, _)) => wanted = above,
                None if wanted.is_empty() => return (1, 1),
                None => wanted = "",
            }
        }
    }
}

/// Goes through a text, remembering what is open.
struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    column: usize,
    open: Vec<Frame>,
    found: Vec<(String, Place)>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn skip(&mut self) {
        if self.peek(0) == Some('\n') {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        self.at += 1;
    }

    /// Takes one piece; nothing is left after the last.
    fn step(&mut self) -> bool {
        let Some(c) = self.peek(0) else {
            return false;
        };
        match (c, self.peek(1)) {
            ('/', Some('/')) => self.until(|r| r.peek(0) == Some('\n')),
            ('/', Some('*')) => {
                self.until(|r| r.peek(0) == Some('*') && r.peek(1) == Some('/'));
                self.skip();
                self.skip();
            }
            ('"', _) => self.text(),
            ('r', Some('"' | '#')) => self.raw(),
            ('(' | '[', _) => self.begin(c),
            (')' | ']', _) => {
                self.open.pop();
                self.skip();
            }
            (',', _) => self.comma(),
            (c, _) if c.is_alphabetic() || c == '_' => self.word(),
            _ => self.skip(),
        }
        true
    }

    fn until(&mut self, end: impl Fn(&Self) -> bool) {
        while self.peek(0).is_some() && !end(self) {
            self.skip();
        }
    }

    /// A text that is an item of a list has a place of its own.
    fn item(&mut self) {
        if let Some(list @ Frame::List(..)) = self.open.last() {
            self.found.push((list.child(), (self.line, self.column)));
        }
    }

    fn text(&mut self) {
        self.item();
        self.skip();
        while let Some(c) = self.peek(0) {
            self.skip();
            match c {
                '\\' => self.skip(),
                '"' => return,
                _ => {}
            }
        }
    }

    /// `r#"…"#`, with any number of signs.
    fn raw(&mut self) {
        self.item();
        self.skip();
        let mut signs = 0;
        while self.peek(0) == Some('#') {
            signs += 1;
            self.skip();
        }
        if self.peek(0) != Some('"') {
            return;
        }
        self.skip();
        let closes = |r: &Self| {
            r.peek(0) == Some('"') && (1..=signs).all(|ahead| r.peek(ahead) == Some('#'))
        };
        self.until(closes);
        for _ in 0..=signs {
            self.skip();
        }
    }

    fn begin(&mut self, sign: char) {
        let path = self.open.last().map(Frame::child).unwrap_or_default();
        if sign == '(' {
            self.found.push((path.clone(), (self.line, self.column)));
            self.open.push(Frame::Struct(path, None));
        } else {
            self.open.push(Frame::List(path, 0));
        }
        self.skip();
    }

    fn comma(&mut self) {
        match self.open.last_mut() {
            Some(Frame::Struct(_, field)) => *field = None,
            Some(Frame::List(_, index)) => *index += 1,
            None => {}
        }
        self.skip();
    }

    /// A word: the name of a field, where a colon follows.
    fn word(&mut self) {
        let place = (self.line, self.column);
        let mut word = String::new();
        while let Some(c) = self.peek(0).filter(|c| c.is_alphanumeric() || *c == '_') {
            word.push(c);
            self.skip();
        }
        self.until(|r| r.peek(0).is_some_and(|c| !c.is_whitespace()));
        if self.peek(0) != Some(':') {
            return;
        }
        if let Some(Frame::Struct(path, field)) = self.open.last_mut() {
            self.found.push((join(path, &word), place));
            *field = Some(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_structs_have_their_lines_and_columns() {
        let text = "// (a: 1)\n(id: \"x:(\\\"\", list: [\n  (id: r#\"y\"z\"#),\n  /* ( */ (id : \"é\", kind: Some(A)),\n])\n";
        let places = Places::of(text);
        assert_eq!(places.find(""), (2, 1));
        assert_eq!(places.find("id"), (2, 2));
        assert_eq!(places.find("list.0"), (3, 3));
        assert_eq!(places.find("list.0.id"), (3, 4));
        assert_eq!(places.find("list.1.kind"), (4, 22));
        assert_eq!(places.find("list.1.name"), (4, 11), "the struct around it");
        assert_eq!(places.find("list.7.id"), (2, 15));
        let texts = Places::of("(aims: [\n  \"a\",\n  r\"b\",\n])");
        assert_eq!(texts.find("aims.0"), (2, 3));
        assert_eq!(texts.find("aims.1"), (3, 3));
    }

    #[test]
    fn a_text_cut_anywhere_is_gone_through() {
        let text = "(id: \"a\", list: [(r#\"b\"#), /* c */ // d\n])";
        for (at, _) in text.char_indices() {
            let _ = Places::of(&text[..at]).find("list.0");
        }
    }
}
