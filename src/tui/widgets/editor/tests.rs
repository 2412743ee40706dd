//! The text stays clean and the cursor valid, whatever is done.
#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

#[test]
fn an_accent_joins_the_letter_before() {
    let mut editor = Editor::new("cafe", false);
    editor.insert("\u{301}");
    assert_eq!((editor.text(), editor.cursor()), ("café", 5));
    editor.insert("s");
    assert_eq!(editor.text(), "cafés");
    editor.left();
    editor.backspace();
    assert_eq!((editor.text(), editor.cursor()), ("cafs", 3));
}

#[test]
fn moves_and_erases_by_grapheme() {
    let mut editor = Editor::new("a👩\u{200d}🔬b", false);
    editor.left();
    editor.left();
    assert_eq!(editor.cursor(), 1);
    editor.delete();
    assert_eq!(editor.text(), "ab");
    editor.delete();
    editor.delete();
    assert_eq!(editor.text(), "a");
    editor.backspace();
    editor.backspace();
    assert!(editor.is_empty());
}

#[test]
fn one_line_fields_take_a_paste_of_several_lines() {
    let mut editor = Editor::new("", false);
    editor.insert("deux\r\nlignes\u{1b}[31m");
    assert_eq!(editor.text(), "deux lignes[31m");
    let mut editor = Editor::new("", true);
    editor.insert("deux\r\nlignes");
    assert_eq!(editor.text(), "deux\nlignes");
}

#[test]
fn a_full_text_takes_no_more_and_loses_nothing() {
    let mut editor = Editor::new(&"a".repeat(MAX_BYTES - 1), false);
    editor.top();
    assert!(!editor.insert("bé"));
    assert_eq!(editor.text().len(), MAX_BYTES);
    assert!(editor.text().starts_with("ba"));
    assert_eq!(editor.cursor(), 1);
}

#[test]
fn words_are_walked_and_erased() {
    let mut editor = Editor::new("l'aide soignante, hier", false);
    editor.word_left();
    assert_eq!(editor.cursor(), 18);
    editor.word_left();
    assert_eq!(editor.cursor(), 7);
    editor.word_right();
    assert_eq!(editor.cursor(), 16);
    editor.delete_word_left();
    assert_eq!(editor.text(), "l'aide , hier");
}

#[test]
fn up_and_down_keep_the_column_and_say_when_they_cannot() {
    let mut editor = Editor::new("longue ligne\nab\nautre ligne", true);
    assert_eq!(editor.row_col(20), (2, 11));
    assert!(!editor.down(20));
    assert!(editor.up(20));
    assert_eq!(editor.row_col(20), (1, 2));
    assert!(editor.up(20));
    assert_eq!(editor.row_col(20), (0, 11));
    assert!(!editor.up(20));
    editor.end(20);
    assert_eq!(editor.cursor(), 12);
    editor.home(20);
    assert_eq!(editor.cursor(), 0);
}

#[test]
fn home_and_end_stay_on_the_visual_line() {
    let mut editor = Editor::new("une deux trois", false);
    assert_eq!(editor.n_rows(7), 3);
    editor.place(5);
    editor.end(7);
    assert_eq!((editor.cursor(), editor.row_col(7)), (8, (1, 4)));
    editor.home(7);
    assert_eq!((editor.cursor(), editor.row_col(7)), (4, (1, 0)));
    editor.click(2, 40, 7);
    assert_eq!(editor.cursor(), 14);
    editor.click(9, 2, 7);
    assert_eq!(editor.cursor(), 11);
}

#[test]
fn draws_what_it_measures() {
    let area = Rect::new(0, 0, 7, 2);
    let mut buf = Buffer::empty(area);
    Editor::new("une deux trois", false).draw(&mut buf, area, Style::new(), 1);
    assert_eq!(buf, Buffer::with_lines(["deux   ", "trois  "]));
}

fn pieces() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,6}",
        "[a-z éü漢\u{301}\u{323}\u{200d}👩🔬🇫🇷\u{1100}\u{1161}\u{11a8}\u{600}\n\r\t\u{202e}\u{a0}]{0,6}"
    ]
}

/// One of everything the field can do, chosen by `n`.
fn act(editor: &mut Editor, n: u8, piece: &str, width: usize) {
    match n {
        0..=3 => drop(editor.insert(piece)),
        4 => editor.backspace(),
        5 => editor.delete(),
        6 => editor.delete_word_left(),
        9 => editor.left(),
        10 => editor.right(),
        11 => editor.word_left(),
        12 => editor.word_right(),
        13 => editor.home(width),
        14 => editor.end(width),
        15 => drop(editor.up(width)),
        16 => drop(editor.down(width)),
        17 => editor.top(),
        18 => editor.click(width / 2, width, width),
        _ => editor.place(width),
    }
}

proptest! {
    #[test]
    fn text_stays_clean_and_cursor_between_graphemes(
        multiline: bool, start in pieces(), acts in prop::collection::vec((0_u8..21, pieces(), 0_usize..12), 0..40)
    ) {
        let mut editor = Editor::new(&start, multiline);
        for (n, piece, width) in acts {
            act(&mut editor, n, &piece, width);
            let text = editor.text().to_owned();
            let clean = Text::new(&text);
            prop_assert_eq!(clean.as_str(), &text);
            prop_assert!(multiline || !text.contains('\n'));
            prop_assert_eq!(floor(&text, editor.cursor()), editor.cursor());
            let (row, col) = editor.row_col(width);
            prop_assert!(row < editor.n_rows(width) && col < width.max(1));
            let area = Rect::new(0, 0, u16::try_from(width).unwrap(), 4);
            editor.draw(&mut Buffer::empty(area), area, Style::new(), row);
        }
    }

    #[test]
    fn a_click_on_the_cursor_leaves_it(text in pieces(), at in 0_usize..20, width in 3_usize..20) {
        // A sign as wide as the whole field leaves no column for the cursor beside it; no field is as narrow as that.
        let widest = text.graphemes(true).map(crate::tui::widgets::wrap::width).max();
        prop_assume!(widest.unwrap_or(0) < width);
        let mut editor = Editor::new(&text, true);
        editor.place(at);
        let (row, col) = editor.row_col(width);
        editor.click(row, col, width);
        prop_assert_eq!(editor.row_col(width), (row, col));
    }
}
