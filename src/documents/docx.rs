//! A document as DOCX: real headings, lists and tables whose heads come back on every page, a header and a footer with the
//! number of the page, pictures that stay sharp and whose text stays text. What was typed is escaped by construction. No name of
//! an author, no date of making, no number drawn by lot: the same document gives the same bytes.

mod blocks;
mod columns;
mod margins;
mod pictures;

use super::letterhead::Letterhead;
use super::package::{Part, packed};
use super::{Block, Document};
use crate::content;
use crate::domain::code::Lang;
use crate::words::Words;
use maud::{Markup, PreEscaped, html};

/// How every part begins.
const XML: PreEscaped<&str> =
    PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
/// The names of the elements.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WP: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const MC: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const WPG: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
const WPS: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
/// The kinds of the parts.
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The kinds of the links between the parts.
const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Width of the text in twentieths of a point: A4 without its margins.
const TEXT_WIDTH: i32 = 10_092;
/// How a file says that this program wrote it; a word processor that saves it says its own name instead.
const WRITTEN_BY: &str = "<Application>crex</Application>";

/// The whole file; empty should the memory not hold it.
pub fn docx(document: &Document, letterhead: &Letterhead) -> Vec<u8> {
    packed(&parts(document, letterhead)).unwrap_or_default()
}

/// The parts of the file.
fn parts(document: &Document, letterhead: &Letterhead) -> Vec<Part> {
    let lang = code(document.lang);
    let shipped = |text: &str| text.replace("{lang}", lang).into_bytes();
    let words = Words(document.lang);
    let logo = letterhead.logo.as_ref();
    let mut parts: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", bytes(types(letterhead))),
        ("docProps/app.xml", bytes(app())),
        ("_rels/.rels", bytes(links(&PACKAGE))),
        ("docProps/core.xml", bytes(core(document))),
        ("word/document.xml", bytes(body(document, words))),
        ("word/_rels/document.xml.rels", bytes(links(&DOCUMENT))),
        ("word/styles.xml", shipped(content::DOCX_STYLES)),
        ("word/numbering.xml", shipped(content::DOCX_NUMBERING)),
        ("word/settings.xml", shipped(content::DOCX_SETTINGS)),
        ("word/theme/theme1.xml", shipped(content::DOCX_THEME)),
        (
            "word/header1.xml",
            bytes(margins::first(document, letterhead, words)),
        ),
        (
            "word/header2.xml",
            bytes(margins::header(document, letterhead, words)),
        ),
        (
            "word/footer1.xml",
            bytes(margins::footer(letterhead, words)),
        ),
        (
            "word/footer2.xml",
            bytes(margins::footer(letterhead, words)),
        ),
    ];
    let name = logo.map(|logo| format!("media/logo.{}", logo.kind.extension()));
    if let Some(name) = &name {
        let to_logo = [("image", name.as_str())];
        parts.push(("word/_rels/header1.xml.rels", bytes(links(&to_logo))));
    }
    let stored = ["[Content_Types].xml", "docProps/app.xml"];
    let mut out: Vec<_> = parts
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes, !stored.contains(&name)))
        .collect();
    if let (Some(logo), Some(name)) = (logo, name) {
        out.push((format!("word/{name}"), logo.bytes.clone(), false));
    }
    out
}

fn bytes(part: Markup) -> Vec<u8> {
    part.into_string().into_bytes()
}

/// The tag of a language (BCP 47).
const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    }
}

/// What the package leads to, and what the document leads to; links are numbered in this order.
const PACKAGE: [(&str, &str); 3] = [
    ("officeDocument", "word/document.xml"),
    ("extended-properties", "docProps/app.xml"),
    ("core-properties", "docProps/core.xml"),
];
const DOCUMENT: [(&str, &str); 8] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("theme", "theme/theme1.xml"),
    ("header", "header1.xml"),
    ("header", "header2.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
];
/// The numbers of header and footer there: of the first page, of the others.
const HEADERS: [&str; 2] = ["rId5", "rId6"];
const FOOTERS: [&str; 2] = ["rId7", "rId8"];

fn links(to: &[(&str, &str)]) -> Markup {
    let kind = |name: &str| match name {
        "core-properties" => {
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                .to_owned()
        }
        name => format!("{LINK}/{name}"),
    };
    html! {
        (XML)
        Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" {
            @for (n, (name, target)) in to.iter().enumerate() {
                Relationship Id={ "rId" (n + 1) } Type=(kind(name)) Target=(target) {}
            }
        }
    }
}

fn types(letterhead: &Letterhead) -> Markup {
    let office = "application/vnd.openxmlformats-officedocument";
    let parts = [
        ("/word/document.xml", format!("{MAIN}.document.main+xml")),
        ("/word/styles.xml", format!("{MAIN}.styles+xml")),
        ("/word/numbering.xml", format!("{MAIN}.numbering+xml")),
        ("/word/settings.xml", format!("{MAIN}.settings+xml")),
        ("/word/header1.xml", format!("{MAIN}.header+xml")),
        ("/word/header2.xml", format!("{MAIN}.header+xml")),
        ("/word/footer1.xml", format!("{MAIN}.footer+xml")),
        ("/word/footer2.xml", format!("{MAIN}.footer+xml")),
        ("/word/theme/theme1.xml", format!("{office}.theme+xml")),
        (
            "/docProps/app.xml",
            format!("{office}.extended-properties+xml"),
        ),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
    ];
    html! {
        (XML)
        Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            @if let Some(logo) = &letterhead.logo {
                Default Extension=(logo.kind.extension()) ContentType=(logo.kind.mime()) {}
            }
            @for (name, kind) in &parts {
                Override PartName=(name) ContentType=(kind) {}
            }
        }
    }
}

fn app() -> Markup {
    html! {
        (XML)
        Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" {
            (PreEscaped(WRITTEN_BY))
        }
    }
}

/// The title and the language; nobody's name.
fn core(document: &Document) -> Markup {
    html! {
        (XML)
        cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (flat(&document.title)) }
            dc:subject { (flat(&document.subtitle)) }
            dc:language { (code(document.lang)) }
        }
    }
}

fn body(document: &Document, words: Words) -> Markup {
    let mut pictures = pictures::Pictures::default();
    let blocks: Vec<Markup> = document
        .blocks
        .iter()
        .enumerate()
        .map(|(n, block)| {
            // Between two tables something must stand, or they are one.
            let after = document.blocks.get(n + 1);
            let next = matches!(after, Some(Block::Table { .. } | Block::Fields(_)));
            blocks::block(block, next, &mut pictures)
        })
        .collect();
    html! {
        (XML)
        w:document xmlns:w=(W) xmlns:r=(R) xmlns:wp=(WP) xmlns:a=(A) xmlns:pic=(PIC) xmlns:mc=(MC) xmlns:wpg=(WPG)
            xmlns:wps=(WPS) {
            w:body {
                (blocks::paragraph("Title", &flat(&document.title)))
                @if !document.subtitle.is_empty() {
                    (blocks::paragraph("Subtitle", &flat(&document.subtitle)))
                }
                @if document.draft { (blocks::paragraph("Note", words.doc_draft())) }
                @for block in blocks { (block) }
                (section())
            }
        }
    }
}

/// The page: A4 upright, with its headers and footers.
fn section() -> Markup {
    let which = ["first", "default"];
    html! {
        w:sectPr {
            @for (kind, id) in which.iter().zip(HEADERS) { w:headerReference w:type=(kind) r:id=(id) {} }
            @for (kind, id) in which.iter().zip(FOOTERS) { w:footerReference w:type=(kind) r:id=(id) {} }
            w:pgSz w:w="11906" w:h="16838" {}
            w:pgMar w:top="1134" w:right="907" w:bottom="1134" w:left="907" w:header="567" w:footer="567" w:gutter="0" {}
            w:titlePg {}
        }
    }
}

/// A text on one line, without what XML cannot hold.
fn flat(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|l| clean(l.trim())).collect();
    lines.join(" ")
}

/// A text without what XML cannot hold.
fn clean(text: &str) -> String {
    let held = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(held).collect()
}

#[cfg(test)]
mod tests;
