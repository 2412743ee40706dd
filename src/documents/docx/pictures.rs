//! Pictures as the drawings of a word processor: a group of shapes that stays sharp, and text that stays text. A program that
//! cannot draw them shows the characters instead.

use super::{WPG, flat};
use crate::documents::svg::{Anchor, Drawing, Fill, Ink, Label, Pen, Shape, Spot, WIDTH, width};
use maud::{Markup, html};

/// Units of a word processor (914,400 an inch) in a unit of a picture, so that its width is that of the text.
const UNIT: i32 = 8_900;

/// The pictures of a document; each has a number of its own, and so has each of its shapes.
#[derive(Debug)]
pub struct Pictures {
    next: u32,
}

impl Default for Pictures {
    /// The logo has the first number.
    fn default() -> Self {
        Self { next: 2 }
    }
}

/// Where a shape stands and whether it is turned over.
struct Frame {
    at: Spot,
    size: Spot,
    flipped: bool,
}

impl Pictures {
    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// A picture in a run, or `instead` of it its characters.
    pub fn picture(&mut self, drawing: &Drawing, instead: &str) -> Markup {
        let id = self.number();
        let shapes: Vec<Markup> = drawing.shapes.iter().map(|s| self.shape(s)).collect();
        let (wide, high) = (WIDTH * UNIT, drawing.height * UNIT);
        let desc = format!("{}. {}", flat(&drawing.title), flat(&drawing.desc));
        html! {
            w:r {
                mc:AlternateContent {
                    mc:Choice Requires="wpg" {
                        w:drawing {
                            wp:inline distT="0" distB="0" distL="0" distR="0" {
                                wp:extent cx=(wide) cy=(high) {}
                                wp:effectExtent l="0" t="0" r="0" b="0" {}
                                wp:docPr id=(id) name=(flat(&drawing.title)) descr=(desc) {}
                                wp:cNvGraphicFramePr {}
                                a:graphic {
                                    a:graphicData uri=(WPG) {
                                        wpg:wgp {
                                            wpg:cNvGrpSpPr {}
                                            wpg:grpSpPr {
                                                a:xfrm {
                                                    a:off x="0" y="0" {}
                                                    a:ext cx=(wide) cy=(high) {}
                                                    a:chOff x="0" y="0" {}
                                                    a:chExt cx=(wide) cy=(high) {}
                                                }
                                            }
                                            @for shape in shapes { (shape) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    mc:Fallback { (characters(instead)) }
                }
            }
        }
    }

    fn shape(&mut self, shape: &Shape) -> Markup {
        let id = self.number();
        match shape {
            Shape::Line(from, to, pen) => {
                let frame = Frame {
                    at: (from.0.min(to.0), from.1.min(to.1)),
                    size: ((to.0 - from.0).abs(), (to.1 - from.1).abs()),
                    flipped: (to.0 > from.0) != (to.1 > from.1),
                };
                plain(id, &frame, "line", &html! { (line(*pen)) })
            }
            Shape::Rect(at, size, fill, pen) => {
                let inside = html! {
                    (filled(*fill))
                    @match pen {
                        Some(pen) => (line(*pen)),
                        None => a:ln { a:noFill {} },
                    }
                };
                plain(id, &upright(*at, *size), "rect", &inside)
            }
            Shape::Circle((x, y), r, fill) => {
                let frame = upright((x - r, y - r), (2 * r, 2 * r));
                plain(id, &frame, "ellipse", &edged(*fill))
            }
            Shape::Polygon(points, fill) => polygon(id, points, *fill),
            Shape::Text(at, label) => text(id, *at, label),
        }
    }
}

/// The lines of a picture in characters, inside a run.
fn characters(lines: &str) -> Markup {
    html! {
        @for (n, line) in lines.split('\n').enumerate() {
            @if n > 0 { w:br {} }
            @if !line.is_empty() { w:t xml:space="preserve" { (super::clean(line)) } }
        }
    }
}

const fn upright(at: Spot, size: Spot) -> Frame {
    Frame {
        at,
        size,
        flipped: false,
    }
}

fn placed(frame: &Frame) -> Markup {
    html! {
        a:xfrm flipV=[frame.flipped.then_some("1")] {
            a:off x=(frame.at.0 * UNIT) y=(frame.at.1 * UNIT) {}
            a:ext cx=(frame.size.0 * UNIT) cy=(frame.size.1 * UNIT) {}
        }
    }
}

/// A shape of a known form without text; `look` is its ground and its line.
fn plain(id: u32, frame: &Frame, form: &str, look: &Markup) -> Markup {
    html! {
        wps:wsp {
            wps:cNvPr id=(id) name=(form) {}
            wps:cNvSpPr {}
            wps:spPr {
                (placed(frame))
                a:prstGeom prst=(form) { a:avLst {} }
                (look)
            }
            wps:bodyPr {}
        }
    }
}

fn polygon(id: u32, points: &[Spot], fill: Fill) -> Markup {
    let range = |of: fn(&Spot) -> i32| {
        let all = points.iter().map(of);
        (all.clone().min().unwrap_or(0), all.max().unwrap_or(0))
    };
    let (left, right) = range(|p| p.0);
    let (top, bottom) = range(|p| p.1);
    let frame = upright((left, top), (right - left, bottom - top));
    let spot = |(x, y): &Spot| html! { a:pt x=((x - left) * UNIT) y=((y - top) * UNIT) {} };
    html! {
        wps:wsp {
            wps:cNvPr id=(id) name="polygon" {}
            wps:cNvSpPr {}
            wps:spPr {
                (placed(&frame))
                a:custGeom {
                    a:avLst {} a:gdLst {} a:ahLst {} a:cxnLst {}
                    a:rect l="0" t="0" r="r" b="b" {}
                    a:pathLst {
                        a:path w=(frame.size.0 * UNIT) h=(frame.size.1 * UNIT) {
                            @for (n, point) in points.iter().enumerate() {
                                @if n == 0 { a:moveTo { (spot(point)) } } @else { a:lnTo { (spot(point)) } }
                            }
                            a:close {}
                        }
                    }
                }
                (edged(fill))
            }
            wps:bodyPr {}
        }
    }
}

/// A text in a box without a line, as wide as the text may be.
fn text(id: u32, (x, y): Spot, label: &Label) -> Markup {
    let wide = width(&label.text, label.size) * 11 / 10 + 4;
    let (left, side) = match label.anchor {
        Anchor::Start => (x, "left"),
        Anchor::Middle => (x - wide / 2, "center"),
        Anchor::End => (x - wide, "right"),
    };
    let frame = upright(
        (left, y - label.size * 92 / 100),
        (wide, label.size * 13 / 10),
    );
    // A unit is about seven tenths of a point.
    let size = label.size * 14 / 10;
    html! {
        wps:wsp {
            wps:cNvPr id=(id) name="text" {}
            wps:cNvSpPr txBox="1" {}
            wps:spPr {
                (placed(&frame))
                a:prstGeom prst="rect" { a:avLst {} }
                a:noFill {}
                a:ln { a:noFill {} }
            }
            wps:txbx {
                w:txbxContent {
                    w:p {
                        w:pPr {
                            w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto" {}
                            w:jc w:val=(side) {}
                        }
                        w:r {
                            w:rPr {
                                w:rStyle w:val=(style(label.ink)) {}
                                @if label.bold { w:b {} }
                                w:sz w:val=(size) {}
                            }
                            w:t xml:space="preserve" { (flat(&label.text)) }
                        }
                    }
                }
            }
            wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" { a:noAutofit {} }
        }
    }
}

/// The style in which a text of an ink is written.
const fn style(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "Ink",
        Ink::Aside => "InkAside",
        Ink::Accent => "InkAccent",
        Ink::Paper => "InkPaper",
    }
}

/// The colour of the theme in which an ink is drawn.
const fn scheme(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "tx1",
        Ink::Aside => "tx2",
        Ink::Accent => "accent1",
        Ink::Paper => "bg1",
    }
}

fn line(pen: Pen) -> Markup {
    html! {
        a:ln w=(pen.width * UNIT) {
            a:solidFill { a:schemeClr val=(scheme(pen.ink)) {} }
            @if pen.broken { a:prstDash val="dash" {} }
        }
    }
}

fn edged(fill: Fill) -> Markup {
    html! { (filled(fill)) (line(Pen::thin(Ink::Text))) }
}

fn filled(fill: Fill) -> Markup {
    let pattern = match fill {
        Fill::Paper => return solid("bg1"),
        Fill::Solid => return solid("accent1"),
        Fill::Pale => return solid("bg2"),
        Fill::Rising => "wdUpDiag",
        Fill::Falling => "wdDnDiag",
        Fill::Level => "horz",
        Fill::Crossed => "diagCross",
    };
    html! {
        a:pattFill prst=(pattern) {
            a:fgClr { a:schemeClr val="tx1" {} }
            a:bgClr { a:schemeClr val="bg1" {} }
        }
    }
}

fn solid(colour: &str) -> Markup {
    html! { a:solidFill { a:schemeClr val=(colour) {} } }
}
