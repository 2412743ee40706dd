//! How many colours a terminal can show.

/// The depths for which themes have colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse carry.
    None,
    /// The sixteen of every colour terminal.
    Of16,
    /// The palette of 256.
    Of256,
    /// 24 bits.
    Full,
}

impl Depth {
    /// What the environment says, unless the person asked for no colour. `env` gives a variable's value.
    ///
    /// `NO_COLOR` counts when it is set to anything but the empty text (no-color.org).
    pub fn detect(no_color: bool, env: impl Fn(&str) -> Option<String>) -> Self {
        let var = |name: &str| env(name).filter(|value| !value.is_empty());
        let term = var("TERM").unwrap_or_default();
        if no_color || var("NO_COLOR").is_some() || term == "dumb" || term.starts_with("vt") {
            return Self::None;
        }
        let full = var("COLORTERM").is_some_and(|v| v == "truecolor" || v == "24bit");
        if full || var("WT_SESSION").is_some() || is_full(&term) {
            return Self::Full;
        }
        if term.contains("256color") {
            return Self::Of256;
        }
        // Consoles of Windows 10 and later take 24 bits and set no TERM.
        if cfg!(windows) && term.is_empty() {
            return Self::Full;
        }
        Self::Of16
    }
}

/// Terminals that show 24 bits and may not say so, as over a remote connection.
fn is_full(term: &str) -> bool {
    term.ends_with("-direct")
        || ["kitty", "alacritty", "foot", "ghostty", "wezterm"]
            .iter()
            .any(|name| term.contains(name))
}

#[cfg(test)]
mod tests {
    use super::Depth;

    fn depth(no_color: bool, vars: &[(&str, &str)]) -> Depth {
        Depth::detect(no_color, |name| {
            let found = vars.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_the_terminal_says_is_believed() {
        assert_eq!(
            depth(false, &[("TERM", "xterm"), ("COLORTERM", "truecolor")]),
            Depth::Full
        );
        assert_eq!(depth(false, &[("TERM", "xterm-kitty")]), Depth::Full);
        assert_eq!(
            depth(false, &[("TERM", "screen-256color"), ("COLORTERM", "")]),
            Depth::Of256
        );
        assert_eq!(depth(false, &[("TERM", "linux")]), Depth::Of16);
        assert_eq!(depth(false, &[("TERM", "dumb")]), Depth::None);
        assert_eq!(depth(false, &[("TERM", "vt100")]), Depth::None);
    }

    #[test]
    fn asking_for_no_colour_wins() {
        let full = ("COLORTERM", "truecolor");
        assert_eq!(depth(true, &[full]), Depth::None);
        assert_eq!(depth(false, &[full, ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(depth(false, &[full, ("NO_COLOR", "")]), Depth::Full);
    }
}
