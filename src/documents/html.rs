//! A document as one HTML file that stands alone: no script, nothing fetched, a style that prints on A4. What was typed is
//! escaped by construction and stays text.

use super::letterhead::Letterhead;
use super::svg::svg;
use super::{Block, Document, Figure, Run, Slip};
use crate::content;
use crate::domain::code::Lang;
use crate::words::Words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The whole document.
pub fn html(document: &Document, letterhead: &Letterhead) -> String {
    let words = Words(document.lang);
    let policy = if letterhead.logo.is_some() {
        WITH_LOGO
    } else {
        NOTHING
    };
    let page = html! {
        (DOCTYPE)
        html lang=(code(document.lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Nothing is fetched, run or sent, whatever a browser would allow.
                meta http-equiv="Content-Security-Policy" content=(policy);
                (PreEscaped(WRITTEN_BY))
                title { (flat(&document.title)) }
                style { (PreEscaped(content::PRINT_STYLE)) }
            }
            body class=[document.played.then_some("played")] {
                @if document.played { p class="simulation" aria-hidden="true" { (words.doc_simulation()) } }
                header {
                    (head(letterhead, words))
                    h1 { (flat(&document.title)) }
                    @if !document.subtitle.is_empty() {
                        p class="subtitle" { (flat(&document.subtitle)) }
                    }
                    @if document.draft {
                        p class="note" role="note" { (words.doc_draft()) }
                    }
                }
                (contents(document, words))
                main { (blocks(&document.blocks)) }
                @if !letterhead.footer.is_empty() { footer { (flat(&letterhead.footer)) } }
            }
        }
    };
    page.into_string() + "\n"
}

/// What a browser is allowed to do with the page: to use its style, and to show the logo that lies in it.
const NOTHING: &str = "default-src 'none'; style-src 'unsafe-inline'";
const WITH_LOGO: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The logo and the name of the structure, where there are any.
fn head(letterhead: &Letterhead, words: Words) -> Markup {
    let logo = letterhead.logo.as_ref();
    html! {
        @if logo.is_some() || !letterhead.name.is_empty() {
            p class="letterhead" {
                @if let Some(logo) = logo {
                    @let (wide, high) = logo.within(LOGO.0, LOGO.1);
                    img src={ "data:" (logo.kind.mime()) ";base64," (base64(&logo.bytes)) } width=(wide) height=(high)
                        alt=(words.doc_logo(&flat(&letterhead.name)));
                }
                span { (flat(&letterhead.name)) }
            }
        }
    }
}

/// The largest logo, in pixels of a page.
const LOGO: (u32, u32) = (190, 68);

/// Bytes in the letters of base 64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|at| u32::from(three.get(at).copied().unwrap_or(0)));
        let bits = a << 16 | b << 8 | c;
        for at in 0..4_usize {
            let letter = (bits >> (18 - 6 * at)) & 0x3f;
            let letter = LETTERS[letter as usize];
            out.push(if at > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

/// How a file says that this program wrote it.
const WRITTEN_BY: &str = "<meta name=\"generator\" content=\"crex\">";
/// The tag of a language (BCP 47).
const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    }
}

/// The way to each part, where there are several.
fn contents(document: &Document, words: Words) -> Markup {
    let parts = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(2, text) => Some(text),
        _ => None,
    });
    let parts: Vec<&String> = parts.collect();
    html! {
        @if parts.len() > 1 {
            nav aria-label=(words.doc_contents()) {
                ol {
                    @for (n, text) in parts.iter().enumerate() {
                        li { a href={ "#" (part(n)) } { (flat(text)) } }
                    }
                }
            }
        }
    }
}

/// The name of the part at this place.
fn part(n: usize) -> String {
    format!("p{}", n + 1)
}

fn blocks(blocks: &[Block]) -> Markup {
    let mut parts = (0..).map(part);
    let mut out = String::new();
    for block in blocks {
        let markup = match block {
            Block::Heading(2, text) => html! { h2 id=[parts.next()] { (flat(text)) } },
            block => one(block),
        };
        out.push_str(&markup.into_string());
    }
    PreEscaped(out)
}

fn one(block: &Block) -> Markup {
    match block {
        Block::Heading(level, text) => heading(*level, text),
        Block::Paragraph(runs) => html! { p { (inline(runs)) } },
        Block::Bullets(items) => bullets(items),
        Block::Fields(fields) => html! {
            dl {
                @for (name, value) in fields {
                    div { dt { (flat(name)) } dd { (lines(value)) } }
                }
            }
        },
        Block::Table { head, rows } => table(head, rows),
        Block::Figure(drawn) => figure(drawn),
        Block::Note(text) => html! { p class="note" role="note" { (lines(text)) } },
        Block::Slips(slips) => cards(slips),
        Block::NewPage => html! { div class="break" {} },
    }
}

/// Cards, four to a page, each in a broken line to be cut along.
fn cards(slips: &[Slip]) -> Markup {
    html! {
        @for sheet in slips.chunks(SHEET) {
            div class="slips" {
                @for slip in sheet {
                    section class="slip" {
                        p class="kind" { (flat(&slip.kind)) }
                        h3 { (flat(&slip.title)) }
                        p { (lines(&slip.text)) }
                    }
                }
            }
        }
    }
}

/// Cards of a page.
const SHEET: usize = 4;

/// A picture in shapes; in characters where it has none. Each piece is a figure that a page does not break.
fn figure(drawn: &Figure) -> Markup {
    html! {
        @for drawing in &drawn.drawings { figure { (svg(drawing)) } }
        @if drawn.drawings.is_empty() {
            figure { pre { (drawn.lines.join("\n")) } }
        }
    }
}

fn heading(level: u8, text: &str) -> Markup {
    if level < 4 {
        html! { h3 { (flat(text)) } }
    } else {
        html! { h4 { (flat(text)) } }
    }
}

/// Most characters of a cell that is not broken.
const SHORT: usize = 14;

fn table(head: &[String], rows: &[Vec<String>]) -> Markup {
    let short = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let mut cells = cells.map(|cell| cell.chars().count());
        cells.all(|n| n <= SHORT)
    };
    let columns: Vec<bool> = (0..head.len()).map(short).collect();
    let class = |at: usize| columns.get(at).filter(|short| **short).map(|_| "short");
    html! {
        div class="wide" {
            table {
                thead { tr { @for name in head { th scope="col" { (flat(name)) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() { td class=[class(at)] { (lines(cell)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A list; what lies deeper is a list inside the item above it.
fn bullets(items: &[(usize, Vec<Run>)]) -> Markup {
    let Some(depth) = items.iter().map(|(depth, _)| *depth).min() else {
        return html! {};
    };
    let mut rest = items;
    let mut own = Vec::new();
    while let Some(((at, runs), after)) = rest.split_first() {
        let under = after.iter().take_while(|(d, _)| *d > depth).count();
        // Lines that are deep before any item stand by themselves.
        let runs: &[Run] = if *at == depth { runs } else { &[] };
        let (inner, next) = if runs.is_empty() {
            let deep = rest.iter().take_while(|(d, _)| *d > depth).count();
            rest.split_at(deep.max(1))
        } else {
            after.split_at(under)
        };
        own.push((runs, inner));
        rest = next;
    }
    html! {
        ul {
            @for (runs, inner) in own {
                li { (inline(runs)) @if !inner.is_empty() { (bullets(inner)) } }
            }
        }
    }
}

fn inline(runs: &[Run]) -> Markup {
    html! {
        @for run in runs {
            @match run {
                Run::Plain(text) => (lines(text)),
                Run::Strong(text) => strong { (lines(text)) },
            }
        }
    }
}

/// A text with the line breaks that were typed.
fn lines(text: &str) -> Markup {
    html! {
        @for (n, line) in text.split('\n').enumerate() {
            @if n > 0 { br; }
            (line)
        }
    }
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split('\n')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::letterhead::{Logo, tests::pixel};
    use crate::documents::record::record;
    use crate::documents::record::sample;
    use crate::documents::svg::{Drawing, Label};
    use proptest::prelude::*;

    fn of(blocks: Vec<Block>) -> String {
        let document = Document {
            lang: Lang::Fr,
            title: "Titre".into(),
            subtitle: String::new(),
            draft: false,
            played: false,
            blocks,
        };
        html(&document, &Letterhead::default())
    }

    #[test]
    fn it_stands_alone_and_names_its_language() {
        for lang in Lang::ALL {
            let session = sample::session(*lang);
            let page = html(&record(&session), &Letterhead::named("Structure"));
            assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\">", code(*lang))));
            for fetched in ["<script", "http://", "https://", "src=", "url(", "@import"] {
                assert!(!page.contains(fetched), "{fetched}");
            }
            assert!(page.contains(WRITTEN_BY));
            assert_eq!(page.matches("<h1>").count(), 1);
            assert!(page.contains("scope=\"col\""));
        }
    }

    #[test]
    fn the_logo_lies_in_the_page_and_its_letters_are_those_of_base_64() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foo"), "Zm9v");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
        let letterhead = Letterhead {
            name: "EHPAD <fictif>".into(),
            logo: Logo::read(&pixel()).ok(),
            footer: "Qualité & risques".into(),
        };
        let page = html(&record(&sample::session(Lang::Fr)), &letterhead);
        assert!(page.contains("img-src data:"));
        assert!(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"));
        assert!(page.contains("alt=\"Logo de EHPAD &lt;fictif&gt;\""));
        assert!(page.contains("<footer>Qualité &amp; risques</footer>"));
    }

    #[test]
    fn lists_nest_as_deep_as_they_are_written() {
        let item = |depth, text: &str| (depth, vec![Run::Plain(text.into())]);
        let page = of(vec![Block::Bullets(vec![
            item(0, "a"),
            item(1, "b"),
            item(2, "c"),
            item(1, "d"),
            item(0, "e"),
        ])]);
        let list = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>";
        assert!(page.contains(list), "{page}");
    }

    #[test]
    fn parts_are_found_from_the_contents() {
        let heading = |text: &str| Block::Heading(2, text.into());
        let page = of(vec![heading("Un"), heading("Deux")]);
        assert!(page.contains("<a href=\"#p2\">Deux</a>"));
        assert!(page.contains("<h2 id=\"p2\">Deux</h2>"));
    }

    proptest! {
        /// Whatever is typed comes out as text: no tag, no attribute, no entity of its own.
        #[test]
        fn nothing_typed_becomes_markup(typed in "[<>&\"'a-z/=\\n ]{0,60}") {
            let run = || vec![Run::Plain(typed.clone()), Run::Strong(typed.clone())];
            let mut drawing = Drawing::new(typed.as_str(), typed.as_str());
            drawing.text((0, 10), Label::new(typed.as_str()));
            let page = of(vec![
                Block::Heading(2, typed.clone()),
                Block::Heading(4, typed.clone()),
                Block::Paragraph(run()),
                Block::Bullets(vec![(1, run()), (0, run())]),
                Block::Fields(vec![(typed.clone(), typed.clone())]),
                Block::Table { head: vec![typed.clone()], rows: vec![vec![typed.clone()]] },
                Block::Figure(vec![typed.clone()].into()),
                Block::Figure(Figure { lines: Vec::new(), drawings: vec![drawing] }),
                Block::Note(typed.clone()),
            ]);
            let (_, body) = page.split_once("<body>").unwrap_or_default();
            let own = [
                "header", "h1", "main", "h2", "h4", "p", "strong", "ul", "li", "dl", "div", "dt", "dd", "table",
                "thead", "tbody", "tr", "th", "td", "figure", "pre", "br", "body", "html", "svg", "title", "desc", "text",
            ];
            for tag in body.split('<').skip(1) {
                let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
                prop_assert!(own.contains(&name), "{name:?} in {body}");
            }
        }
    }
}
