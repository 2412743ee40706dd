//! The sheet that is spread of an event (fiche REX): one page, without name, function or exact date. What happened, why it was
//! possible, what protected, what we change, what to remember.

mod mask;

use super::{Document, Page, pieces, string};
use crate::content;
use crate::domain::analysis::{Analysis, BarrierState, Factor, FactorRole, Retained};
use crate::domain::completeness::dimension_of;
use crate::domain::incident::Incident;
use crate::domain::moment::Moment;
use crate::domain::piece::{Piece, actions_of, analysis_of};
use crate::domain::session::Session;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use mask::Mask;
use std::cmp::Reverse;

/// Signs of a printed line, and most lines of each part, so that all of them, with their headings and what is said around
/// them, fit one A4 page.
const LINE: usize = 88;
/// Lines of what happened.
const HAPPENED: usize = 5;
/// Points of a list, and lines of each.
const POINTS: (usize, usize) = (4, 2);

/// A sheet being filled, with what had to be left out of it.
struct Sheet {
    page: Page,
    mask: Mask,
    shortened: bool,
}

pub(super) fn rex(session: &Session, events: &[&Incident]) -> Document {
    let words = Words(session.lang);
    let mut page = pieces::begin(session);
    if events.is_empty() {
        page.note(words.rex_none());
    }
    for incident in events {
        if events.len() > 1 {
            let title = Mask::of(session, incident).text(incident.report.heading());
            page.heading(2, title);
        }
        let mut sheet = Sheet {
            page,
            mask: Mask::of(session, incident),
            shortened: false,
        };
        sheet.fill(session, incident, events.len() == 1);
        page = sheet.page;
    }
    let subtitle = match events {
        [one] => when_and_where(words, session, one),
        _ => words.month(session.date),
    };
    pieces::finish(page, session, Piece::Rex, subtitle)
}

/// The month in which it happened, and the kind of structure: never which.
fn when_and_where(words: Words, session: &Session, incident: &Incident) -> String {
    let report = &incident.report;
    let date = match report.occurred.base() {
        Moment::At(date, _) => Some(*date),
        _ => None,
    };
    let month = words.month(date.or(report.reported).unwrap_or(session.date));
    let code = if report.sector.is_empty() {
        &session.sector
    } else {
        &report.sector
    };
    let sector = content::label_of(&content::lists().sectors, code, session.lang);
    let nature = content::label_of(&content::lists().natures, &report.nature, session.lang);
    let parts = [month, sector, nature].into_iter();
    let said: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

impl Sheet {
    fn fill(&mut self, session: &Session, incident: &Incident, alone: bool) {
        let words = self.page.words;
        let level = if alone { 2 } else { 3 };
        if alone {
            let title = self.mask.text(incident.report.heading());
            self.page
                .blocks
                .push(super::Block::Paragraph(vec![super::Run::Strong(title)]));
        }
        let analysis = analysis_of(session, incident.id);
        if analysis.is_none() {
            self.page.note(words.rex_not_analysed());
        }
        self.page.heading(level, words.rex_happened());
        self.happened(incident);
        self.page.heading(level, words.rex_why());
        self.why(session, analysis);
        self.page.heading(level, words.rex_worked());
        self.worked(analysis);
        self.page.heading(level, words.rex_change());
        self.change(session, incident);
        self.page.heading(level, words.rex_remember());
        let lessons = session.closing.lessons.as_str().lines();
        let lessons = lessons.map(str::trim).filter(|line| !line.is_empty());
        let lessons = lessons.filter(|_| analysis.is_some());
        self.list(lessons.map(ToOwned::to_owned).collect());
        self.left_out();
    }

    fn happened(&mut self, incident: &Incident) {
        let report = &incident.report;
        let told = [string(&report.facts), string(&report.consequences)];
        let told: Vec<String> = told.into_iter().filter(|t| !t.is_empty()).collect();
        if told.is_empty() {
            return self.nothing();
        }
        let flat = told
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let flat = self.mask.text(&flat);
        let text = self.cut(&flat, HAPPENED);
        self.page.paragraph(text);
    }

    /// The factors of the system, those acted on first. Those that speak of persons are counted.
    fn why(&mut self, session: &Session, analysis: Option<&Analysis>) {
        let Some(analysis) = analysis else {
            return self.nothing();
        };
        let grids = content::grids_of(session, analysis);
        let personal = |f: &&Factor| {
            let dimension = grids.iter().find_map(|grid| dimension_of(f, grid));
            dimension.is_some_and(|d| d.about_persons)
        };
        let (persons, mut system): (Vec<&Factor>, Vec<&Factor>) =
            analysis.factors.iter().partition(personal);
        let weight = |f: &&Factor| {
            let role = match f.role {
                FactorRole::Principal => 2,
                FactorRole::Secondary => 1,
                FactorRole::Influencing => 0,
            };
            (f.retained == Retained::Yes, role)
        };
        system.sort_by_key(|f| Reverse(weight(f)));
        self.list(system.iter().map(|f| string(&f.what)).collect());
        if !persons.is_empty() {
            let said = self.page.words.rex_persons(persons.len());
            self.page.paragraph(said);
        }
    }

    fn worked(&mut self, analysis: Option<&Analysis>) {
        let worked = Some(BarrierState::Worked);
        let barriers = analysis.into_iter().flat_map(|a| a.barriers.iter());
        let those = barriers.filter(|b| [Some(b.state), b.then].contains(&worked));
        self.list(those.map(|b| string(&b.what)).collect());
    }

    fn change(&mut self, session: &Session, incident: &Incident) {
        let words = self.page.words;
        let by = |due: NaiveDate| words.rex_by(&words.month(due.with_day(1).unwrap_or(due)));
        let actions = actions_of(session, incident.id).map(|action| {
            let due = action.due.map(|due| format!(" ({})", by(due)));
            format!("{}{}", string(&action.what), due.unwrap_or_default())
        });
        self.list(actions.collect());
    }

    /// A list of a few points, each of a few lines; what is beyond is left out.
    fn list(&mut self, points: Vec<String>) {
        if points.is_empty() {
            return self.nothing();
        }
        self.shortened |= points.len() > POINTS.0;
        let mut lines = Vec::new();
        for point in points.into_iter().take(POINTS.0) {
            let masked = self.mask.text(&point);
            lines.push(self.cut(&masked, POINTS.1));
        }
        self.page.bullets(lines);
    }

    fn nothing(&mut self) {
        let words = self.page.words;
        self.page
            .paragraph(words.capital(words.doc_not_filled()) + ".");
    }

    /// A text of at most so many lines, cut between two words.
    fn cut(&mut self, text: &str, lines: usize) -> String {
        let room = lines * LINE;
        if text.chars().count() <= room {
            return text.to_owned();
        }
        self.shortened = true;
        let head: String = text.chars().take(room - 1).collect();
        let end = head.rfind(' ').unwrap_or(head.len());
        format!(
            "{}…",
            head[..end].trim_end_matches([',', ';', ':', ' ', '\u{a0}'])
        )
    }

    /// What the sheet does not tell.
    fn left_out(&mut self) {
        let words = self.page.words;
        if self.shortened {
            self.page.note(words.rex_shortened());
        }
        if self.mask.replaced > 0 {
            self.page.note(words.rex_masked(self.mask.replaced));
        }
    }
}
