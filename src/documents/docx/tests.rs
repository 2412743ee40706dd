#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::letterhead::{Logo, tests::pixel};
use crate::documents::record::{record, sample};
use crate::documents::svg::{Drawing, Fill, Ink, Label, Pen};
use crate::documents::{Figure, Run};
use proptest::prelude::*;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

fn of(blocks: Vec<Block>) -> Document {
    Document {
        lang: Lang::Fr,
        title: "Titre".into(),
        subtitle: String::new(),
        draft: false,
        played: false,
        blocks,
    }
}

/// A part of a file.
fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn is_xml(name: &str) -> bool {
    name.split('.').next_back() == Some("xml")
}

fn is_links(name: &str) -> bool {
    name.split('.').next_back() == Some("rels")
}

fn body_of(blocks: Vec<Block>) -> String {
    part(
        &docx(&of(blocks), &Letterhead::default()),
        "word/document.xml",
    )
}

/// The elements of a part, opened and closed in their order; whether each is closed by its own name.
fn is_sound(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(_) => return false,
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    open.is_empty()
}

#[test]
fn the_same_document_gives_the_same_bytes_and_says_who_wrote_it() {
    for lang in Lang::ALL {
        let document = record(&sample::session(*lang));
        let letterhead = Letterhead::named("EHPAD fictif");
        let first = docx(&document, &letterhead);
        assert_eq!(first, docx(&document, &letterhead));
        assert!(part(&first, "docProps/app.xml").contains(WRITTEN_BY));
        let core = part(&first, "docProps/core.xml");
        assert!(core.contains(&format!("<dc:language>{}<", code(*lang))));
        assert!(
            core.contains("<dc:title>") && !core.contains("creator") && !core.contains("created")
        );
        let styles = part(&first, "word/styles.xml");
        assert!(styles.contains(&format!("<w:lang w:val=\"{}\"", code(*lang))));
    }
}

#[test]
fn every_part_is_sound_and_every_link_leads_to_a_part() {
    let letterhead = Letterhead {
        name: "EHPAD <fictif> & cie".into(),
        logo: Logo::read(&pixel()).ok(),
        footer: "Qualité".into(),
    };
    let file = docx(&record(&sample::session(Lang::Fr)), &letterhead);
    let mut archive = ZipArchive::new(Cursor::new(file.as_slice())).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|n| n.unwrap().into_owned())
        .collect();
    for name in names.iter().filter(|n| is_xml(n) || is_links(n)) {
        assert!(is_sound(&part(&file, name)), "{name}");
    }
    for rels in names.iter().filter(|n| is_links(n)) {
        let folder = rels.split("_rels/").next().unwrap();
        for target in part(&file, rels).split("Target=\"").skip(1) {
            let target = format!("{folder}{}", target.split('"').next().unwrap());
            assert!(names.contains(&target), "{rels} leads to {target}");
        }
    }
    let types = part(&file, "[Content_Types].xml");
    assert!(types.contains("Extension=\"png\""));
    let mut logo = Vec::new();
    archive
        .by_name("word/media/logo.png")
        .unwrap()
        .read_to_end(&mut logo)
        .unwrap();
    assert_eq!(logo, letterhead.logo.unwrap().bytes);
}

#[test]
fn headings_lists_and_tables_are_those_of_the_word_processor() {
    let cells = |texts: [&str; 2]| texts.map(String::from).to_vec();
    let body = body_of(vec![
        Block::Heading(2, "Un".into()),
        Block::Heading(3, "Deux".into()),
        Block::Heading(4, "Trois".into()),
        Block::Bullets(vec![(1, vec![Run::Strong("gras".into())])]),
        Block::Table {
            head: cells(["N°", "Fait"]),
            rows: vec![cells(["F1", "une\nautre"])],
        },
        Block::Note("À voir".into()),
    ]);
    for (level, text) in [(1, "Un"), (2, "Deux"), (3, "Trois")] {
        let heading = format!(
            "<w:pStyle w:val=\"Heading{level}\"></w:pStyle></w:pPr><w:r><w:t xml:space=\"preserve\">{text}<"
        );
        assert!(body.contains(&heading), "{body}");
    }
    assert!(
        body.contains("<w:ilvl w:val=\"1\"></w:ilvl>")
            && body.contains("w:rStyle w:val=\"Strong\"")
    );
    assert_eq!(body.matches("<w:tblHeader>").count(), 1);
    assert!(body.contains("une</w:t><w:br></w:br><w:t xml:space=\"preserve\">autre"));
    assert!(body.contains("w:pStyle w:val=\"Note\""));
}

#[test]
fn the_margins_say_the_structure_the_title_and_the_page() {
    let letterhead = Letterhead {
        name: "EHPAD fictif".into(),
        logo: None,
        footer: "Réf. Q-12".into(),
    };
    let document = Document {
        draft: true,
        played: false,
        ..of(Vec::new())
    };
    let file = docx(&document, &letterhead);
    let header = part(&file, "word/header2.xml");
    assert!(header.contains("EHPAD fictif") && header.contains("Titre (brouillon)"));
    let footer = part(&file, "word/footer2.xml");
    for said in [
        "Réf. Q-12",
        ">page\u{a0}<",
        " PAGE ",
        "> sur\u{a0}<",
        " NUMPAGES ",
    ] {
        assert!(footer.contains(said), "{said} in {footer}");
    }
    assert!(part(&file, "word/document.xml").contains("Brouillon"));
}

#[test]
fn a_picture_is_drawn_and_its_characters_stand_where_it_cannot_be() {
    let mut drawing = Drawing::new("Chronologie", "Deux faits");
    drawing.line((0, 40), (40, 0), Pen::thin(Ink::Text));
    drawing.rect((0, 0), (9, 9), Fill::Crossed, None);
    drawing.polygon(vec![(0, 0), (9, 0), (4, 9)], Fill::Solid);
    drawing.text((0, 12), Label::new("F1"));
    let figure = Figure {
        lines: vec!["●──●".into()],
        drawings: vec![drawing],
    };
    let body = body_of(vec![Block::Figure(figure)]);
    assert!(is_sound(&body));
    assert!(body.contains("descr=\"Chronologie. Deux faits\""));
    let (drawn, instead) = body.split_once("<mc:Fallback>").unwrap();
    assert!(drawn.contains("F1") && drawn.contains("flipV=\"1\""));
    assert!(instead.contains("●──●"));
    let ids = body
        .split("r id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap());
    let mut ids: Vec<&str> = ids.collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), all), (5, 5));
}

proptest! {
    /// Whatever is typed comes out as text, and no part holds a character that XML cannot.
    #[test]
    fn nothing_typed_becomes_markup(typed in "[<>&\"'a-z/=\\n\\]\u{0}\u{8}\u{1b}\u{fffe} ]{0,60}") {
        let run = || vec![Run::Plain(typed.clone()), Run::Strong(typed.clone())];
        let mut drawing = Drawing::new(typed.as_str(), typed.as_str());
        drawing.text((0, 10), Label::new(typed.as_str()));
        let mut document = of(vec![
            Block::Heading(2, typed.clone()),
            Block::Paragraph(run()),
            Block::Bullets(vec![(1, run()), (40, run())]),
            Block::Fields(vec![(typed.clone(), typed.clone())]),
            Block::Table { head: vec![typed.clone()], rows: vec![vec![typed.clone()], Vec::new()] },
            Block::Figure(Figure { lines: vec![typed.clone()], drawings: vec![drawing] }),
            Block::Figure(vec![typed.clone()].into()),
            Block::Note(typed.clone()),
        ]);
        document.title.clone_from(&typed);
        document.subtitle.clone_from(&typed);
        let letterhead = Letterhead { name: typed.clone(), logo: None, footer: typed.clone() };
        let file = docx(&document, &letterhead);
        for name in ["word/document.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml", "docProps/core.xml"] {
            let text = part(&file, name);
            prop_assert!(is_sound(&text), "{name}");
            let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{fffe}';
            prop_assert!(!text.contains(bad), "{name}");
        }
    }
}
