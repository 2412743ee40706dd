//! What stands at the head and at the foot of the pages.

use super::blocks::run;
use super::{A, PIC, R, W, WP, XML, flat};
use crate::documents::Document;
use crate::documents::letterhead::{Letterhead, Logo};
use crate::words::Words;
use maud::{Markup, html};

/// Most characters of the name and of the title, so that both stand on one line.
const NAME: usize = 44;
const TITLE: usize = 58;
/// The largest logo, in the units of drawings (914,400 an inch).
const LOGO: (u32, u32) = (1_800_000, 650_000);

/// The head of the first page: logo and name.
pub fn first(document: &Document, letterhead: &Letterhead, words: Words) -> Markup {
    let bare = letterhead.logo.is_none() && letterhead.name.is_empty();
    html! {
        (XML)
        w:hdr xmlns:w=(W) xmlns:r=(R) xmlns:wp=(WP) xmlns:a=(A) xmlns:pic=(PIC) {
            (played(document, words))
            @if bare {
                (line(document, letterhead, words))
            } @else {
                w:p {
                    w:pPr { w:pStyle w:val="Letterhead" {} }
                    @if let Some(logo) = &letterhead.logo {
                        w:r { (picture(logo, &letterhead.name)) }
                        (run("   ", None))
                    }
                    (run(&flat(&letterhead.name), None))
                }
            }
        }
    }
}

/// The head of the other pages: the structure at the left, the title at the right.
pub fn header(document: &Document, letterhead: &Letterhead, words: Words) -> Markup {
    html! {
        (XML)
        w:hdr xmlns:w=(W) xmlns:r=(R) { (played(document, words)) (line(document, letterhead, words)) }
    }
}

/// That it tells of a simulation, on every page.
fn played(document: &Document, words: Words) -> Markup {
    html! {
        @if document.played {
            w:p {
                w:pPr { w:pStyle w:val="Header" {} w:jc w:val="center" {} }
                (run(&words.doc_simulation().to_uppercase(), Some("Strong")))
            }
        }
    }
}

fn line(document: &Document, letterhead: &Letterhead, words: Words) -> Markup {
    let title = short(&flat(&document.title), TITLE);
    let title = if document.draft {
        format!("{title} ({})", words.doc_draft_short())
    } else {
        title
    };
    html! {
        w:p {
            w:pPr { w:pStyle w:val="Header" {} }
            (run(&short(&flat(&letterhead.name), NAME), None))
            w:r { w:tab {} }
            (run(&title, None))
        }
    }
}

/// A text of at most so many characters.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The foot: what the structure says at the left, the number of the page at the right.
pub fn footer(letterhead: &Letterhead, words: Words) -> Markup {
    html! {
        (XML)
        w:ftr xmlns:w=(W) xmlns:r=(R) {
            w:p {
                w:pPr { w:pStyle w:val="Footer" {} }
                (run(&flat(&letterhead.footer), None))
                w:r { w:tab {} }
                (run(words.doc_page(), None))
                (field("PAGE"))
                (run(words.doc_page_of(), None))
                (field("NUMPAGES"))
            }
        }
    }
}

/// A number that the word processor puts in.
fn field(name: &str) -> Markup {
    html! { w:fldSimple w:instr={ " " (name) " " } { (run("1", None)) } }
}

fn picture(logo: &Logo, name: &str) -> Markup {
    let (wide, high) = logo.within(LOGO.0, LOGO.1);
    html! {
        w:drawing {
            wp:inline distT="0" distB="0" distL="0" distR="0" {
                wp:extent cx=(wide) cy=(high) {}
                wp:docPr id="1" name="Logo" descr=(flat(name)) {}
                wp:cNvGraphicFramePr { a:graphicFrameLocks noChangeAspect="1" {} }
                a:graphic {
                    a:graphicData uri=(PIC) {
                        pic:pic {
                            pic:nvPicPr { pic:cNvPr id="1" name="Logo" {} pic:cNvPicPr {} }
                            pic:blipFill { a:blip r:embed="rId1" {} a:stretch { a:fillRect {} } }
                            pic:spPr {
                                a:xfrm { a:off x="0" y="0" {} a:ext cx=(wide) cy=(high) {} }
                                a:prstGeom prst="rect" { a:avLst {} }
                            }
                        }
                    }
                }
            }
        }
    }
}
