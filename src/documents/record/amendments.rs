//! What the group made of an analysis presented to it: each line added, changed or taken out beside what was heard, and
//! what was said of its sections.

use super::super::{Page, string};
use crate::domain::amend::{Heard, Line, Mark, lines};
use crate::domain::analysis::{Analysis, Section};
use crate::domain::list::List;
use crate::domain::session::Session;
use crate::words::Words;

/// The rows of the table: number, section, what became of it, as it is now, as it was heard.
type Rows = Vec<[String; 5]>;

pub(super) fn amendments(page: &mut Page, session: &Session, analysis: &Analysis) {
    notes(page, analysis);
    let Some(heard) = session.as_heard(analysis.id) else {
        return;
    };
    let words = page.words;
    let mut rows = Rows::new();
    let out = &mut rows;
    let (now, was) = (&analysis.sources, &heard.sources);
    listed(now, was, Section::Sources, words, out, Words::source_line);
    let (now, was) = (&analysis.facts, &heard.facts);
    listed(now, was, Section::Facts, words, out, Words::fact_line);
    let (now, was) = (&analysis.deviations, &heard.deviations);
    listed(
        now,
        was,
        Section::Deviations,
        words,
        out,
        Words::deviation_line,
    );
    let (now, was) = (&analysis.barriers, &heard.barriers);
    listed(now, was, Section::Barriers, words, out, Words::barrier_line);
    let (now, was) = (&analysis.factors, &heard.factors);
    listed(now, was, Section::Factors, words, out, Words::factor_line);
    let (now, was) = (&analysis.whys, &heard.whys);
    listed(now, was, Section::Whys, words, out, |_, why| {
        string(&why.what)
    });
    page.heading(4, words.capital(words.doc_amendments()));
    if rows.is_empty() {
        page.paragraph(words.doc_nothing_amended());
    }
    let head = [
        words.doc_number_sign(),
        words.doc_section(),
        words.doc_amended(),
        words.doc_now(),
        words.doc_as_heard(),
    ];
    page.table(head, rows);
}

/// What the group said of each section.
fn notes(page: &mut Page, analysis: &Analysis) {
    let words = page.words;
    let line = |note: &crate::domain::analysis::SectionNote| {
        let section = words.capital(words.section(note.section));
        format!("{section}{}{}", words.doc_colon(), note.what)
    };
    let said: Vec<String> = analysis.notes.iter().map(line).collect();
    if !said.is_empty() {
        page.heading(4, words.capital(words.doc_presentation_remarks()));
        page.bullets(said);
    }
}

fn listed<T: Heard>(
    now: &List<T>,
    heard: &List<T>,
    section: Section,
    words: Words,
    out: &mut Rows,
    text: impl Fn(Words, &T) -> String,
) {
    let amended = lines(now, Some(heard)).into_iter();
    let amended = amended.filter(|line| line.mark != Mark::Same);
    out.extend(amended.map(|line: Line<T>| {
        let now = Some(line.item).filter(|_| line.mark != Mark::Removed);
        [
            line.item.id().to_string(),
            words.section(section).to_owned(),
            format!("{} {}", sign(line.mark), words.mark(line.mark)),
            now.map(|now| text(words, now)).unwrap_or_default(),
            line.was.map(|was| text(words, was)).unwrap_or_default(),
        ]
    }));
}

/// The sign of what became of a line, the same as on the screen.
const fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Same => "",
        Mark::Changed => "~",
        Mark::Added => "+",
        Mark::Removed => "−",
    }
}
