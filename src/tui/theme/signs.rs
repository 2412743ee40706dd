//! The signs that stand beside colours, so that nothing is said by colour alone. Every one is a single column wide.

/// A set of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Done: ✓.
    pub done: &'static str,
    /// Begun: ◐.
    pub begun: &'static str,
    /// Not yet: ·.
    pub not_yet: &'static str,
    /// Worth a look: !.
    pub see: &'static str,
    /// Refused: ✗.
    pub refused: &'static str,
    /// Before what has the focus: ▌.
    pub focus: &'static str,
    /// Full part of a small gauge: ▰.
    pub gauge: &'static str,
    /// Empty part of a small gauge: ▱.
    pub gauge_empty: &'static str,
    /// A full dot: ●.
    pub dot: &'static str,
    /// An empty dot: ○.
    pub dot_empty: &'static str,
    /// A full block, for charts and big digits: █.
    pub block: &'static str,
    /// The end of a chart's bar by eighths of a column, from one to seven: ▏ to ▉. Blank in the plain set below a half.
    pub eighths: [&'static str; 7],
    /// The thumb of a scroll bar: ▐.
    pub thumb: &'static str,
    /// A place on a line: ◆.
    pub place: &'static str,
    /// Something folded: ▸.
    pub folded: &'static str,
    /// Something unfolded: ▾.
    pub unfolded: &'static str,
    /// Between the parts of a path: ›.
    pub path: &'static str,
    /// Leads to: →.
    pub leads: &'static str,
    /// A thin rule: ─.
    pub rule: &'static str,
    /// A thin upright: │.
    pub upright: &'static str,
    /// A place on a rule that something below names: ┬.
    pub tick: &'static str,
    /// A skipped stretch of a rule: ┄.
    pub skipped: &'static str,
    /// Corners of a frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Held, favourite: ★.
    pub star: &'static str,
    /// Something was cut here: ….
    pub cut: &'static str,
    /// A character that is not shown, and the bullet of a list: •.
    pub bullet: &'static str,
    /// A box that is ticked.
    pub checked: &'static str,
    /// A box that is not.
    pub unchecked: &'static str,
}

impl Signs {
    /// The set for terminals with Unicode.
    pub const FULL: Self = Self {
        done: "✓",
        begun: "◐",
        not_yet: "·",
        see: "!",
        refused: "✗",
        focus: "▌",
        gauge: "▰",
        gauge_empty: "▱",
        dot: "●",
        dot_empty: "○",
        block: "█",
        eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
        thumb: "▐",
        place: "◆",
        folded: "▸",
        unfolded: "▾",
        path: "›",
        leads: "→",
        rule: "─",
        upright: "│",
        tick: "┬",
        skipped: "┄",
        corners: ["┌", "┐", "└", "┘"],
        star: "★",
        cut: "…",
        bullet: "•",
        checked: "☑",
        unchecked: "☐",
    };

    /// The set for poor fonts and other encodings, in ASCII.
    pub const PLAIN: Self = Self {
        done: "v",
        begun: "~",
        not_yet: ".",
        see: "!",
        refused: "x",
        focus: ">",
        gauge: "#",
        gauge_empty: "-",
        dot: "*",
        dot_empty: "o",
        block: "#",
        eighths: [" ", " ", " ", "#", "#", "#", "#"],
        thumb: "#",
        place: "+",
        folded: ">",
        unfolded: "v",
        path: ">",
        leads: ">",
        rule: "-",
        upright: "|",
        tick: "+",
        skipped: ".",
        corners: ["+", "+", "+", "+"],
        star: "*",
        cut: "~",
        bullet: "*",
        checked: "#",
        unchecked: "-",
    };

    /// The set that the environment can show: the plain one where the encoding is not UTF-8, or on the bare console of
    /// Linux, whose font lacks most signs. `env` gives a variable's value.
    pub fn detect(env: impl Fn(&str) -> Option<String>) -> Self {
        let var = |name: &str| env(name).filter(|value| !value.is_empty());
        if var("TERM").as_deref() == Some("linux") {
            return Self::PLAIN;
        }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(var);
        let utf8 = |name: String| {
            let name = name.to_ascii_lowercase();
            name.contains("utf-8") || name.contains("utf8")
        };
        // Windows sets no locale here and shows Unicode; so do most terminals that leave it unset.
        if locale.is_none_or(utf8) {
            Self::FULL
        } else {
            Self::PLAIN
        }
    }

    /// All of them, for whoever checks them.
    #[cfg(test)]
    fn all(&self) -> Vec<&'static str> {
        let mut all = vec![
            self.done,
            self.begun,
            self.not_yet,
            self.see,
            self.refused,
            self.focus,
            self.gauge,
            self.gauge_empty,
            self.dot,
            self.dot_empty,
            self.block,
            self.thumb,
            self.place,
            self.folded,
            self.unfolded,
            self.path,
            self.leads,
            self.rule,
            self.upright,
            self.tick,
            self.skipped,
            self.star,
            self.cut,
            self.bullet,
        ];
        all.extend(self.eighths);
        all.extend(self.corners);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Signs;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_sign_is_one_column_wide() {
        for sign in Signs::FULL.all().into_iter().chain(Signs::PLAIN.all()) {
            assert_eq!(sign.width(), 1, "{sign}");
        }
        assert!(Signs::PLAIN.all().iter().all(|sign| sign.is_ascii()));
    }

    #[test]
    fn states_differ_by_sign_in_both_sets() {
        for signs in [Signs::FULL, Signs::PLAIN] {
            let mut states = vec![
                signs.done,
                signs.begun,
                signs.not_yet,
                signs.see,
                signs.refused,
            ];
            states.sort_unstable();
            states.dedup();
            assert_eq!(states.len(), 5);
            assert_ne!(signs.gauge, signs.gauge_empty);
            assert_ne!(signs.dot, signs.dot_empty);
        }
    }

    #[test]
    fn poor_terminals_get_ascii() {
        let with = |key: &'static str, value: &'static str| {
            Signs::detect(move |name| (name == key).then(|| value.to_owned()))
        };
        assert_eq!(with("LANG", "fr_FR.UTF-8"), Signs::FULL);
        assert_eq!(with("LC_ALL", "fr_FR@euro"), Signs::PLAIN);
        assert_eq!(with("LANG", "C"), Signs::PLAIN);
        assert_eq!(with("TERM", "linux"), Signs::PLAIN);
        assert_eq!(with("TERM", "xterm"), Signs::FULL);
    }
}
