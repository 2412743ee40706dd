//! The blocks of a document as paragraphs and tables of a word processor.

use super::columns::columns;
use super::pictures::Pictures;
use super::{TEXT_WIDTH, clean, flat};
use crate::documents::{Block, Figure, Run, Slip};
use maud::{Markup, PreEscaped, html};

/// Width of the names of fields, in twentieths of a point.
const NAMES: i32 = 2_900;
/// The deepest level of a list.
const DEEPEST: usize = 8;

/// A block; `next` says that a table follows it.
pub fn block(block: &Block, next: bool, pictures: &mut Pictures) -> Markup {
    match block {
        Block::Heading(level, text) => {
            let style = match level {
                0..=2 => "Heading1",
                3 => "Heading2",
                _ => "Heading3",
            };
            paragraph(style, &flat(text))
        }
        Block::Paragraph(all) => styled("Normal", &html! { (runs(all)) }),
        Block::Bullets(items) => html! { @for (depth, all) in items { (bullet(*depth, all)) } },
        Block::Fields(fields) => html! { (fields_of(fields)) @if next { (gap()) } },
        Block::Table { head, rows } => html! { (table(head, rows)) (gap()) },
        Block::Figure(drawn) => figure(drawn, pictures),
        Block::Note(text) => styled("Note", &run(text, None)),
        Block::Slips(all) => {
            html! { @for sheet in all.chunks(SHEET) { (new_page()) (slips(sheet)) } }
        }
        Block::NewPage => new_page(),
    }
}

fn new_page() -> Markup {
    html! { w:p { w:r { w:br w:type="page" {} } } }
}

/// Cards of a page, and their height in twentieths of a point.
const SHEET: usize = 4;
const SLIP: i32 = 6_300;

/// Cards to be cut out, two by two, inside broken lines.
fn slips(sheet: &[Slip]) -> Markup {
    let wide = TEXT_WIDTH / 2;
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    html! {
        w:tbl {
            w:tblPr {
                w:tblW w:w=(TEXT_WIDTH) w:type="dxa" {}
                w:tblBorders {
                    @for side in sides {
                        (PreEscaped(format!("<w:{side} w:val=\"dashed\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>")))
                    }
                }
                w:tblLayout w:type="fixed" {}
                w:tblCellMar {
                    w:top w:w="240" w:type="dxa" {} w:left w:w="240" w:type="dxa" {}
                    w:bottom w:w="240" w:type="dxa" {} w:right w:w="240" w:type="dxa" {}
                }
            }
            w:tblGrid { w:gridCol w:w=(wide) {} w:gridCol w:w=(wide) {} }
            @for row in sheet.chunks(2) {
                w:tr {
                    w:trPr { w:cantSplit {} w:trHeight w:val=(SLIP) w:hRule="atLeast" {} }
                    @for n in 0..2 {
                        w:tc {
                            w:tcPr { w:tcW w:w=(wide) w:type="dxa" {} }
                            @if let Some(slip) = row.get(n) {
                                (paragraph("Normal", &flat(&slip.kind)))
                                (styled("Normal", &run(&flat(&slip.title), Some("Strong"))))
                                (paragraph("Normal", &slip.text))
                            } @else {
                                (paragraph("Normal", ""))
                            }
                        }
                    }
                }
            }
        }
        (gap())
    }
}

/// A paragraph of one voice in a style.
pub fn paragraph(style: &str, text: &str) -> Markup {
    styled(style, &run(text, None))
}

fn styled(style: &str, inside: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (inside) } }
}

/// What keeps two tables apart.
fn gap() -> Markup {
    styled("Gap", &html! {})
}

fn bullet(depth: usize, all: &[Run]) -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="ListBullet" {}
                w:numPr { w:ilvl w:val=(depth.min(DEEPEST)) {} w:numId w:val="1" {} }
            }
            (runs(all))
        }
    }
}

fn runs(all: &[Run]) -> Markup {
    html! {
        @for one in all {
            @match one {
                Run::Plain(text) => (run(text, None)),
                Run::Strong(text) => (run(text, Some("Strong"))),
            }
        }
    }
}

/// A text with the line breaks that were typed.
pub fn run(text: &str, style: Option<&str>) -> Markup {
    html! {
        w:r {
            @if let Some(style) = style { w:rPr { w:rStyle w:val=(style) {} } }
            @for (n, line) in text.split('\n').enumerate() {
                @if n > 0 { w:br {} }
                @if !line.is_empty() { w:t xml:space="preserve" { (clean(line)) } }
            }
        }
    }
}

/// The head of a table: its style, its width, the widths of its columns.
fn shape(style: &str, widths: &[i32], first: [&str; 2]) -> Markup {
    html! {
        w:tblPr {
            w:tblStyle w:val=(style) {}
            w:tblW w:w=(TEXT_WIDTH) w:type="dxa" {}
            w:tblLayout w:type="fixed" {}
            w:tblLook w:val="04A0" w:firstRow=(first[0]) w:lastRow="0" w:firstColumn=(first[1]) w:lastColumn="0" w:noHBand="0"
                w:noVBand="1" {}
        }
        w:tblGrid { @for wide in widths { w:gridCol w:w=(wide) {} } }
    }
}

fn cell(wide: i32, style: &str, text: &str) -> Markup {
    html! {
        w:tc {
            w:tcPr { w:tcW w:w=(wide) w:type="dxa" {} }
            (styled(style, &run(text, None)))
        }
    }
}

/// A table whose head comes back on every page and whose rows stay whole.
fn table(head: &[String], rows: &[Vec<String>]) -> Markup {
    let widths = columns(head, rows, TEXT_WIDTH);
    html! {
        w:tbl {
            (shape("Rows", &widths, ["1", "0"]))
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (wide, name) in widths.iter().zip(head) { (cell(*wide, "CellHead", &flat(name))) }
            }
            @for row in rows {
                w:tr {
                    w:trPr { w:cantSplit {} }
                    @for (n, wide) in widths.iter().enumerate() {
                        (cell(*wide, "Cell", row.get(n).map_or("", String::as_str)))
                    }
                }
            }
        }
    }
}

/// Names at the left, values at the right.
fn fields_of(fields: &[(String, String)]) -> Markup {
    let widths = [NAMES, TEXT_WIDTH - NAMES];
    html! {
        w:tbl {
            (shape("Fields", &widths, ["0", "1"]))
            @for (name, value) in fields {
                w:tr {
                    w:trPr { w:cantSplit {} }
                    (cell(widths[0], "FieldName", &flat(name)))
                    (cell(widths[1], "FieldValue", value))
                }
            }
        }
    }
}

/// The pieces of a picture, each in a paragraph; the characters stand where shapes cannot be drawn.
fn figure(drawn: &Figure, pictures: &mut Pictures) -> Markup {
    let characters = drawn.lines.join("\n");
    if drawn.drawings.is_empty() {
        return styled("Picture", &run(&characters, Some("Characters")));
    }
    let mut instead = characters.as_str();
    let pieces: Vec<Markup> = drawn
        .drawings
        .iter()
        .map(|drawing| {
            let piece = pictures.picture(drawing, instead);
            instead = "";
            styled("Picture", &piece)
        })
        .collect();
    html! { @for piece in pieces { (piece) } }
}
