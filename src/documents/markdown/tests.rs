//! Whatever is typed comes out of a Markdown reader as it was typed.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::code::Lang;
use crate::domain::text::Text;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: Lang::En,
        title: "T".to_owned(),
        subtitle: String::new(),
        draft: false,
        played: false,
        blocks,
    }
}

/// What a reader sees: text with a space for every break, and the kinds of markup met.
fn read(markdown: &str) -> (String, Vec<String>) {
    let (mut seen, mut tags) = (String::new(), Vec::new());
    for event in Parser::new_ext(
        markdown,
        Options::all().difference(Options::ENABLE_SMART_PUNCTUATION),
    ) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::Start(Tag::Strong) => tags.push("Strong".to_owned()),
            Event::End(TagEnd::Strong) => {}
            Event::InlineHtml(html) if &*html == "<br>" => seen.push(' '),
            Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Paragraph) | Event::End(_) => {
                seen.push(' ');
            }
            Event::Start(tag) => {
                let name = format!("{tag:?}");
                tags.push(name.split(['(', ' ', '{']).next().unwrap().to_owned());
                seen.push(' ');
            }
            other => tags.push(format!("{other:?}")),
        }
    }
    (words(&seen), tags)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text as people and hostile files have it: signs of markup at every place, line breaks, other scripts.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zé0-9 ]{0,6}",
        4 => "[-+*_#>|`~=:.()!&;$%@^\\[\\]{}<>\\\\/'\"]{1,3}",
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("    ".to_owned()),
        1 => Just("1. ".to_owned()),
        1 => Just("- [ ] ".to_owned()),
        1 => Just("http://www.x.fr a@b.fr &amp; <b> ".to_owned()),
        1 => Just("\u{a0}\u{202f}".to_owned()),
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..12)
        .prop_map(|pieces| Text::new(&pieces.concat()).as_str().to_owned())
}

proptest! {
    #[test]
    fn any_typed_text_stays_text_everywhere(a in typed(), b in typed()) {
        let cases = [
            (Block::Paragraph(vec![Run::Plain(a.clone())]), vec![], a.clone()),
            (Block::Paragraph(vec![Run::Strong("N".into()), Run::Plain(format!(": {a}"))]), vec!["Strong"], format!("N: {a}")),
            (Block::Paragraph(vec![Run::Strong("Rôle\u{a0}: ".into()), Run::Plain(format!("x{a}"))]), vec!["Strong"], format!("Rôle : x{a}")),
            (Block::Heading(3, a.clone()), vec!["Heading"], a.clone()),
            (Block::Bullets(vec![(0, vec![Run::Plain(format!("x\n{a}"))])]), vec!["List", "Item"], format!("x {a}")),
            (
                Block::Table { head: vec!["h".into(), a.clone()], rows: vec![vec![a.clone(), b.clone()]] },
                vec!["Table", "TableHead", "TableCell", "TableCell", "TableRow", "TableCell", "TableCell"],
                format!("h {a} {a} {b}"),
            ),
        ];
        for (block, expected, text) in cases {
            let markdown = markdown(&document(vec![block]));
            let (seen, tags) = read(&markdown);
            let tags: Vec<&str> = tags.iter().skip(1).map(String::as_str).collect();
            prop_assert_eq!(&seen, &words(&format!("T {text}")), "{}", markdown);
            if !text.trim().is_empty() {
                prop_assert_eq!(tags, expected, "{}", markdown);
            }
        }
    }
}

#[test]
fn a_note_is_one_quotation_even_over_several_lines() {
    let text = markdown(&document(vec![Block::Note("un\n\n- deux".to_owned())]));
    assert_eq!(text, "# T\n\n> **un**\n>\n> **\\- deux**\n");
    let (seen, tags) = read(&text);
    assert_eq!(seen, "T un - deux");
    assert_eq!(tags, ["Heading", "BlockQuote", "Strong", "Strong"]);
}

#[test]
fn only_a_number_that_stands_alone_is_kept_from_beginning_a_list() {
    let plain = |text: &str| Block::Bullets(vec![(0, vec![Run::Plain(text.to_owned())])]);
    let text = |typed: &str| markdown(&document(vec![plain(typed)]));
    assert_eq!(text("1.3 Traitements"), "# T\n\n- 1.3 Traitements\n");
    assert_eq!(text("3.5%"), "# T\n\n- 3.5%\n");
    assert_eq!(text("1. Traitements"), "# T\n\n- 1\\. Traitements\n");
    assert_eq!(text("12) rien\n7."), "# T\n\n- 12\\) rien  \n  7\\.\n");
}

#[test]
fn lists_keep_their_depth() {
    let line = |depth, text: &str| (depth, vec![Run::Plain(text.to_owned())]);
    let text = markdown(&document(vec![Block::Bullets(vec![
        line(0, "a"),
        line(1, "b\nc"),
        line(0, "d"),
    ])]));
    assert_eq!(text, "# T\n\n- a\n  - b  \n    c\n- d\n");
}

#[test]
fn a_picture_stands_behind_a_fence_that_nothing_typed_can_close() {
    let lines = vec!["a ```` b".to_owned(), String::new(), "  *c*".to_owned()];
    let text = markdown(&document(vec![Block::Figure(lines.into())]));
    assert_eq!(text, "# T\n\n`````text\na ```` b\n\n  *c*\n`````\n");
    let (seen, tags) = read(&text);
    assert_eq!(seen, "T a ```` b *c*");
    assert_eq!(tags, ["Heading", "CodeBlock"]);
}

#[test]
fn a_draft_says_so_under_its_title() {
    let mut draft = document(Vec::new());
    draft.draft = true;
    assert!(markdown(&draft).contains("> **Draft"));
}

#[test]
fn a_drawing_stays_as_it_is_between_fences() {
    let lines = ["a   b", "", " *c* | ```` d"].map(str::to_owned).to_vec();
    let words = Words(crate::domain::code::Lang::Fr);
    assert_eq!(
        block(words, &Block::Figure(lines.into())),
        "`````text\na   b\n\n *c* | ```` d\n`````"
    );
}
