//! Text on a grid of cells: how wide it is, where its lines break, how one line is cut. Widths are those of whole
//! graphemes, which is how the screen draws, so that what is measured is what is seen.

use crate::domain::text::is_simple;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Most characters of a broken word that are left out with it.
const NEAR: usize = 9;

/// Cells that one grapheme takes; line breaks and other control characters take none, as the screen skips them.
pub fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        0
    } else {
        usize::from(grapheme.cell_width())
    }
}

/// Cells that a text takes on one line.
pub fn width(text: &str) -> usize {
    if text.chars().all(is_simple) {
        return text.chars().count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// What a grapheme is to the end of a line.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// A line break.
    Break,
    /// White space at which a line may break; the no-break spaces of French typography never do.
    Soft,
    /// A sign behind which French sets a space that is no place to break, even when an ordinary one was typed.
    Opens,
    /// A sign that French sets after a space and that begins no line, even when an ordinary space was typed before it.
    Closes,
    /// Anything else.
    Solid,
}

impl Kind {
    fn of_char(c: char) -> Self {
        match c {
            '\n' => Self::Break,
            ' ' => Self::Soft,
            '«' => Self::Opens,
            ':' | ';' | '!' | '?' | '»' => Self::Closes,
            '\u{a0}' | '\u{202f}' | '\u{2007}' => Self::Solid,
            c if c.is_whitespace() => Self::Soft,
            _ => Self::Solid,
        }
    }

    fn of(grapheme: &str) -> Self {
        let mut chars = grapheme.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Self::of_char(c),
            _ if grapheme == "\r\n" => Self::Break,
            _ => Self::Solid,
        }
    }
}

/// The visual lines of `text` at `width` cells, as byte ranges. They cover every byte but the line breaks that end them.
/// Spaces at a soft break stay, hanging, at the end of the line before; words longer than the width are split between
/// graphemes. A width of 0 counts as 1. There is always at least one line.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    if text.chars().all(|c| c == '\n' || is_simple(c)) {
        let simple = text.char_indices();
        return broken(
            text,
            simple.map(|(at, c)| (at, c.len_utf8(), Kind::of_char(c), usize::from(c != '\n'))),
            width,
        );
    }
    let full = text.grapheme_indices(true);
    let full = full.map(|(at, g)| (at, g.len(), Kind::of(g), grapheme_width(g)));
    broken(text, full, width)
}

/// The visual lines of a text cut into its graphemes: where each begins, its bytes, its kind, its cells.
fn broken(
    text: &str,
    graphemes: impl Iterator<Item = (usize, usize, Kind, usize)>,
    width: usize,
) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    // Cells since `start`, and the last place to break: its byte, and the cells up to it.
    let mut used = 0;
    let mut soft: Option<(usize, usize)> = None;
    // The one before the last, for when the last turns out to stand before a sign that may not begin a line.
    let mut earlier = None;
    let mut opened = false;
    for (at, bytes, kind, cells) in graphemes {
        let next = at + bytes;
        if kind == Kind::Break {
            lines.push(start..at);
            (start, used, soft, earlier) = (next, 0, None, None);
            continue;
        }
        if kind == Kind::Soft {
            used += cells;
            if !opened {
                earlier = soft.replace((next, used));
            }
            continue;
        }
        opened = kind == Kind::Opens;
        if kind == Kind::Closes && soft.is_some_and(|(place, _)| place == at) {
            soft = earlier.filter(|(place, _)| *place > start);
        }
        if used + cells > width
            && let Some((place, before)) = soft.take()
        {
            lines.push(start..place);
            (start, used, earlier) = (place, used - before, None);
        }
        if used + cells > width && at > start {
            lines.push(start..at);
            (start, used, earlier) = (at, 0, None);
        }
        used += cells;
    }
    lines.push(start..text.len());
    lines
}

/// How many visual lines `text` has at `width` cells.
pub fn n_rows(text: &str, width: usize) -> usize {
    wrap(text, width).len()
}

/// `text` on one line of at most `width` cells: line breaks become spaces, what is cut is replaced by `…`, no grapheme is
/// cut in two. A width of 0 gives nothing.
pub fn fit(text: &str, width: usize) -> Cow<'_, str> {
    let line = if text.contains('\n') {
        Cow::Owned(text.replace("\r\n", " ").replace('\n', " "))
    } else {
        Cow::Borrowed(text)
    };
    if self::width(&line) <= width {
        return line;
    }
    let mut kept = String::new();
    let mut used = 1;
    for grapheme in line.graphemes(true) {
        used += grapheme_width(grapheme);
        if used > width {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    if width > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// `text` on one line like [`fit`], but cut between words where one ends near: a name reads better whole.
pub fn fit_words(text: &str, width: usize) -> Cow<'_, str> {
    let cut = fit(text, width);
    let Some(kept) = cut.strip_suffix('…').filter(|_| *cut != *text) else {
        return cut;
    };
    match kept.rsplit_once(' ') {
        Some((whole, rest)) if rest.chars().count() <= NEAR => Cow::Owned(format!("{whole}…")),
        _ => cut,
    }
}

/// Writes one line of text, at most `width` cells of it; text without surprises goes straight into its cells.
pub fn put(buf: &mut Buffer, x: u16, y: u16, text: &str, width: usize, style: Style) {
    if !buf.area.contains((x, y).into()) {
        return;
    }
    if !text.chars().all(is_simple) {
        buf.set_stringn(x, y, text, width, style);
        return;
    }
    let room = width.min(usize::from(buf.area.right() - x));
    let start = buf.index_of(x, y);
    for (cell, c) in buf.content[start..start + room]
        .iter_mut()
        .zip(text.chars())
    {
        cell.set_char(c).set_style(style);
    }
}

/// Draws `text` wrapped into `area`; when it does not fit, the last row ends in `…`. Gives the rows used.
pub fn draw_wrapped(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    let cells = usize::from(area.width);
    if area.is_empty() {
        return 0;
    }
    let lines = wrap(text, cells);
    let mut row = 0;
    for line in &lines {
        let last = row + 1 == area.height;
        let overflows = last && lines.len() > usize::from(area.height);
        let shown = if overflows {
            fit(&text[line.start..], cells)
        } else {
            Cow::Borrowed(&text[line.clone()])
        };
        put(buf, area.x, area.y + row, &shown, cells, style);
        row += 1;
        if last {
            break;
        }
    }
    row
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn breaks_between_words_and_keeps_the_space_before() {
        assert_eq!(lines("une deux trois", 7), ["une ", "deux ", "trois"]);
        assert_eq!(lines("une deux trois", 8), ["une deux ", "trois"]);
        assert_eq!(lines("", 5), [""]);
        assert_eq!(lines("a\n", 5), ["a", ""]);
        assert_eq!(lines("\n\nb", 5), ["", "", "b"]);
    }

    #[test]
    fn what_is_called_simple_is_one_grapheme_of_one_cell() {
        for c in ('\u{20}'..='\u{2fff}').filter(|c| is_simple(*c)) {
            let text = format!("e{c}e");
            let cells: Vec<usize> = text.graphemes(true).map(grapheme_width).collect();
            assert_eq!(cells, [1, 1, 1], "{c:?}");
            assert_eq!(
                crate::domain::text::Text::new(&text).as_str(),
                text,
                "{c:?}"
            );
        }
    }

    #[test]
    fn never_breaks_at_a_french_no_break_space() {
        assert_eq!(
            lines("dose\u{202f}! oui\u{a0}: 12\u{a0}min", 8),
            ["dose\u{202f}! ", "oui\u{a0}: ", "12\u{a0}min"]
        );
    }

    #[test]
    fn no_line_begins_with_a_sign_that_closes_nor_ends_with_one_that_opens() {
        assert_eq!(lines("une dose : oui", 9), ["une ", "dose : ", "oui"]);
        assert_eq!(lines("dire « oui » ici", 8), ["dire ", "« oui » ", "ici"]);
        assert_eq!(lines("dose !", 4), ["dose ", "!"]);
    }

    #[test]
    fn splits_a_word_too_long_between_graphemes() {
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(lines("漢字漢", 3), ["漢", "字", "漢"]);
        assert_eq!(lines("漢字", 0), ["漢", "字"]);
        assert_eq!(
            lines("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
    }

    #[test]
    fn cuts_a_line_with_an_ellipsis() {
        assert_eq!(fit("pharmacie", 9), "pharmacie");
        assert_eq!(fit("pharmacie", 5), "phar…");
        assert_eq!(fit("une deux", 5), "une…");
        assert_eq!(fit("漢字漢字", 4), "漢…");
        assert_eq!(fit("a\nb", 3), "a b");
        assert_eq!(fit("abc", 1), "…");
        assert_eq!(fit("abc", 0), "");
        assert_eq!(fit_words("Étangs (fictive)", 12), "Étangs…");
        assert_eq!(fit_words("Étangs (fictive)", 16), "Étangs (fictive)");
        assert_eq!(fit_words("anticonstitutionnellement", 12), "anticonstit…");
    }

    #[test]
    fn a_text_too_tall_says_so_on_its_last_row() {
        let area = Rect::new(0, 0, 6, 2);
        let mut buf = Buffer::empty(area);
        let rows = draw_wrapped(&mut buf, area, "une deux trois quatre", Style::new());
        assert_eq!(rows, 2);
        assert_eq!(buf, Buffer::with_lines(["une   ", "deux… "]));
        let beyond = Rect::new(20, 20, 6, 2);
        assert_eq!(draw_wrapped(&mut buf, beyond, "une", Style::new()), 0);
    }

    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{0,40}",
            "[a-z é漢\u{301}\u{a0}\u{202f}\n👩\u{200d}🇫🇷]{0,60}"
        ]
    }

    proptest! {
        #[test]
        fn every_byte_is_on_one_line(text in texts(), width in 0_usize..30) {
            let ranges = wrap(&text, width);
            let mut at = 0;
            for range in &ranges {
                prop_assert!(text[at..range.start].is_empty() || &text[at..range.start] == "\n");
                at = range.end;
            }
            prop_assert_eq!(at, text.len());
            prop_assert_eq!(ranges[0].start, 0);
        }

        #[test]
        fn no_line_is_wider_than_asked(text in texts(), cells in 0_usize..30) {
            for line in lines(&text, cells) {
                let seen = line.trim_end_matches(|c: char| Kind::of_char(c) == Kind::Soft);
                prop_assert!(width(seen) <= cells.max(1) || seen.graphemes(true).filter(|g| grapheme_width(g) > 0).count() <= 1);
            }
        }

        #[test]
        fn what_is_fitted_fits(text in texts(), cells in 0_usize..30) {
            let fitted = fit(&text, cells);
            prop_assert!(width(&fitted) <= cells);
            prop_assert!(fitted.ends_with('…') || cells == 0 || *fitted == text.replace('\n', " "));
        }
    }
}
