//! The sheet that is spread of an event (fiche REX): one page, without name, function or exact date. What happened, why it was
//! possible, what protected, what we change, what to remember.

mod mask;

use super::{Block, Document, Page, Run, pieces, string};
use crate::content;
use crate::domain::analysis::{Analysis, BarrierState, Factor, FactorRole, Retained};
use crate::domain::completeness::dimension_of;
use crate::domain::incident::Incident;
use crate::domain::moment::Moment;
use crate::domain::order::Order;
use crate::domain::piece::{Piece, actions_of, analysis_of};
use crate::domain::session::Session;
use crate::words::Words;
use chrono::NaiveDate;
use mask::Mask;
use std::cmp::Reverse;

/// Signs of a printed line.
const LINE: usize = 84;
/// Lines of what happened, at most.
const HAPPENED: usize = 5;
/// Points of a list, and lines of each, at most.
const POINTS: (usize, usize) = (4, 2);
/// Lines of text that one A4 page holds beside its title, its five headings and what is said at its end; and how many of them
/// a note at its head takes.
const PAGE: usize = 22;
const NOTE: usize = 3;
/// Fewest points that a list is brought down to.
const FEWEST: usize = 2;

/// A sheet being filled, with what had to be left out of it.
struct Sheet {
    page: Page,
    mask: Mask,
    shortened: bool,
    /// Factors that speak of persons.
    persons: usize,
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
            persons: 0,
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
        let title = self.mask.text(incident.report.heading());
        if alone {
            let title = vec![Run::Strong(title)];
            self.page.blocks.push(Block::Paragraph(title));
        }
        let analysis = analysis_of(session, incident.id);
        if analysis.is_none() {
            self.page.note(words.rex_not_analysed());
        }
        let happened = self.happened(incident);
        let why = self.why(session, analysis);
        let lessons = session.closing.lessons.as_str().lines().map(str::trim);
        let lessons = lessons.filter(|line| !line.is_empty() && analysis.is_some());
        let lists = [
            why,
            worked(analysis),
            change(words, session, incident),
            lessons.map(ToOwned::to_owned).collect(),
        ];
        let notes = usize::from(!session.is_sealed())
            + usize::from(session.kind.is_simulation())
            + usize::from(analysis.is_none());
        let room = PAGE - NOTE * notes;
        let lists = self.fit(lists, room.saturating_sub(lines(&happened)));
        self.page.heading(level, words.rex_happened());
        self.say(happened);
        let heads = [
            words.rex_why(),
            words.rex_worked(),
            words.rex_change(),
            words.rex_remember(),
        ];
        for (head, list) in heads.into_iter().zip(lists) {
            self.page.heading(level, head);
            if list.is_empty() {
                self.say(String::new());
            }
            self.page.bullets(list);
        }
        self.left_out();
    }

    /// A paragraph; where there is nothing to say, that.
    fn say(&mut self, text: String) {
        let words = self.page.words;
        self.page.paragraph(if text.is_empty() {
            words.capital(words.doc_not_filled()) + "."
        } else {
            text
        });
    }

    fn happened(&mut self, incident: &Incident) -> String {
        let report = &incident.report;
        let told = [string(&report.facts), string(&report.consequences)];
        let told = told.join(" ");
        let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
        let flat = self.mask.text(&flat);
        self.cut(&flat, HAPPENED)
    }

    /// The factors of the system, those acted on first. Those that speak of persons are counted.
    fn why(&mut self, session: &Session, analysis: Option<&Analysis>) -> Vec<String> {
        let Some(analysis) = analysis else {
            return Vec::new();
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
        system.order_by_key(|f| Reverse(weight(f)));
        self.persons = persons.len();
        system.iter().map(|f| string(&f.what)).collect()
    }

    /// Masks the points of the lists, and brings them down until they take at most so many lines: points beyond the first
    /// ones, then the last points of the longest list, then the second lines.
    fn fit(&mut self, lists: [Vec<String>; 4], room: usize) -> [Vec<String>; 4] {
        let mut lists = lists.map(|points| {
            self.shortened |= points.len() > POINTS.0;
            let kept = points.iter().take(POINTS.0);
            let masked: Vec<String> = kept.map(|point| self.mask.text(point)).collect();
            masked
                .iter()
                .map(|point| self.cut(point, POINTS.1))
                .collect::<Vec<_>>()
        });
        let rows = |points: &Vec<String>| points.iter().map(|p| lines(p)).sum::<usize>();
        while lists.iter().map(rows).sum::<usize>() > room {
            self.shortened = true;
            let long = lists.iter_mut().filter(|points| points.len() > FEWEST);
            if let Some(points) = long.max_by_key(|points| rows(points)) {
                points.pop();
                continue;
            }
            let mut points = lists.iter_mut().flatten();
            let Some(point) = points.find(|point| lines(point) > 1) else {
                break;
            };
            *point = self.cut(point, 1);
        }
        lists
    }

    /// A text of at most so many lines, cut between two words.
    fn cut(&mut self, text: &str, rows: usize) -> String {
        if lines(text) <= rows {
            return text.to_owned();
        }
        self.shortened = true;
        let head: String = text.chars().take(rows * LINE - 1).collect();
        let end = head.rfind(' ').unwrap_or(head.len());
        let kept = head[..end].trim_end_matches([',', ';', ':', ' ', '\u{a0}']);
        format!("{kept}…")
    }

    /// What the sheet does not tell.
    fn left_out(&mut self) {
        let words = self.page.words;
        let masked = self.mask.replaced;
        let said = [
            self.shortened.then(|| words.rex_shortened().to_owned()),
            (self.persons > 0).then(|| words.rex_persons(self.persons)),
            (masked > 0).then(|| words.rex_masked(masked)),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            self.page.paragraph(said.join(" "));
        }
    }
}

/// Lines that a text takes.
fn lines(text: &str) -> usize {
    text.chars().count().div_ceil(LINE)
}

/// The barriers that worked.
fn worked(analysis: Option<&Analysis>) -> Vec<String> {
    let worked = Some(BarrierState::Worked);
    let barriers = analysis.into_iter().flat_map(|a| a.barriers.iter());
    let those = barriers.filter(|b| [Some(b.state), b.then].contains(&worked));
    those.map(|b| string(&b.what)).collect()
}

/// The retained actions with the month of their deadline, and nobody's function.
fn change(words: Words, session: &Session, incident: &Incident) -> Vec<String> {
    let by = |due: NaiveDate| format!(" ({})", words.rex_by(&words.month(due)));
    let actions = actions_of(session, incident.id);
    actions
        .map(|a| format!("{}{}", string(&a.what), a.due.map(by).unwrap_or_default()))
        .collect()
}
