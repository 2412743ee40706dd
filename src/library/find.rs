//! Finding words in everything that was written: what is asked (words, all of them; a phrase between quotes), whether a text
//! answers it and where, and the words by which an index can tell which sessions are worth reading. Accents, case and ligatures
//! count for nothing. Private notes are no part of a session and never reached from here.

mod fold;
mod query;

pub use fold::fold;
pub use query::Query;

use super::Spot;
use super::texts::{self, texts};
use crate::domain::action::FollowUpFile;
use crate::domain::agenda::StepKind;
use crate::domain::amendments::{About, AmendmentFile};
use crate::domain::analysis::AnalysisFile;
use crate::domain::ids::ActionId;
use crate::domain::incident::IncidentFile;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::ops::Range;
use uuid::Uuid;

/// A place that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub spot: Spot,
    /// The short id of the item, if it is one.
    pub id: String,
    /// What is written there, on one line.
    pub text: String,
    /// Where the words stand in it, in bytes, one behind the other.
    pub marks: Vec<Range<usize>>,
}

/// What kind of file answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A session.
    Session,
    /// An analysis between two meetings.
    Analysis,
    /// An incident that waits for a meeting.
    Incident,
    /// What was said of an action between two meetings: the place is the action, in the session that decided it.
    FollowUp,
    /// What was added to a sealed session: the place is what it is about, in that session.
    Amendment,
}

/// What one file answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is.
    pub source: Source,
    /// Its id; of a follow-up, that of the session that decided the action, nil when there is none; of amendments, that of the
    /// session they belong to.
    pub id: Uuid,
    /// Its day, as far as it has one.
    pub date: Option<NaiveDate>,
    /// The number of a session; 0 when it has none.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// Whether it is a simulation, or about one.
    pub simulation: bool,
    /// The places, in the order of the meeting; never none.
    pub hits: Vec<Hit>,
}

/// The places of a session that answer.
pub fn hits(session: &Session, query: &Query) -> Vec<Hit> {
    let found = texts(session).into_iter().filter_map(|place| {
        let text = one_line(&place.joined());
        let marks = query.marks(&text)?;
        Some(Hit {
            spot: place.spot,
            id: place.id,
            text,
            marks,
        })
    });
    found.collect()
}

/// What a session answers.
pub fn in_session(session: &Session, query: &Query) -> Option<Group> {
    some(Group {
        source: Source::Session,
        id: session.id,
        date: Some(session.date),
        number: session.number,
        title: session.title.clone(),
        simulation: session.kind.is_simulation(),
        hits: hits(session, query),
    })
}

/// What an analysis between two meetings answers.
pub fn in_analysis(file: &AnalysisFile, query: &Query) -> Option<Group> {
    let session = file.as_session();
    some(Group {
        source: Source::Analysis,
        date: file.analysis.due,
        ..in_session(&session, query)?
    })
}

/// What a waiting incident answers.
pub fn in_incident(file: &IncidentFile, query: &Query) -> Option<Group> {
    let spot = Spot::of(StepKind::Incidents);
    some(Group {
        source: Source::Incident,
        id: file.id,
        date: file.report.reported,
        number: 0,
        title: file.report.name().on_one_line(),
        simulation: false,
        hits: one(spot, String::new(), &texts::report(&file.report), query),
    })
}

/// What was said of an action between two meetings, if it answers; `played` tells which sessions are simulations.
pub fn in_follow_up(
    file: &FollowUpFile,
    played: impl Fn(Uuid) -> bool,
    query: &Query,
) -> Option<Group> {
    let said = &file.follow_up;
    let id = said.action.as_ref().map(ActionId::to_string);
    let id = id.unwrap_or_default();
    let spot = Spot::on(StepKind::Actions, &id);
    let session = said.session.as_str().parse().unwrap_or_default();
    let hits = one(spot, id, &texts::follow_up(said), query);
    some(Group {
        source: Source::FollowUp,
        id: session,
        date: said.said_on,
        number: 0,
        title: Text::line(said.wording.as_str()),
        simulation: !hits.is_empty() && played(session),
        hits,
    })
}

/// What the amendments of a session answer; the one being written is none yet. `played` tells which sessions are simulations.
pub fn in_amendments(
    file: &AmendmentFile,
    played: impl Fn(Uuid) -> bool,
    query: &Query,
) -> Option<Group> {
    let hits = file.amendments.iter().flat_map(|amendment| {
        let name = amendment.about.name();
        let spot = spot_of(&amendment.about);
        let texts = [&amendment.what, &amendment.reason, &amendment.by];
        one(spot, name, &texts, query)
    });
    let hits: Vec<Hit> = hits.collect();
    some(Group {
        source: Source::Amendment,
        id: file.session,
        date: file.amendments.iter().filter_map(|a| a.on).next_back(),
        number: 0,
        title: Text::default(),
        simulation: !hits.is_empty() && played(file.session),
        hits,
    })
}

/// Where something that is amended stands.
fn spot_of(about: &About) -> Spot {
    let step = match about {
        About::Whole | About::Said(_) => return Spot::of(StepKind::Opening),
        About::Incident(_) => StepKind::Incidents,
        About::Fact(_) => StepKind::Timeline,
        About::Deviation(_) | About::Barrier(_) => StepKind::Deviations,
        About::Factor(_) => StepKind::Factors,
        About::Action(_) => StepKind::Actions,
        About::Ballot(_) | About::Message(_) => StepKind::Closing,
    };
    Spot::on(step, about.name())
}

/// Every word that stands in a session, folded, once, in order: what an index keeps of it. A session in which the words of a
/// query are not all found this way ([`Query::may_match`]) has no place that answers.
pub fn words_of(session: &Session) -> Vec<String> {
    let mut words = Vec::new();
    for text in texts(session).iter().flat_map(|place| &place.texts) {
        words.extend(fold::words(&fold(text.as_str())).map(ToOwned::to_owned));
    }
    words.sort_unstable();
    words.dedup();
    words
}

fn some(group: Group) -> Option<Group> {
    (!group.hits.is_empty()).then_some(group)
}

/// The texts of one item as a place, if it answers.
fn one(spot: Spot, id: String, texts: &[&Text], query: &Query) -> Vec<Hit> {
    let filled = texts.iter().filter_map(|text| text.filled());
    let text = one_line(&filled.collect::<Vec<_>>().join(" · "));
    let marks = query.marks(&text);
    let hit = marks.map(|marks| Hit {
        spot,
        id,
        text,
        marks,
    });
    hit.into_iter().collect()
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

impl Hit {
    /// What stands around the first word, in about `room` characters, with the marks in it: cut between words where one ends
    /// near, each cut said by `…`.
    pub fn around(&self, room: usize) -> (String, Vec<Range<usize>>) {
        let first = self.marks.first().map_or(0, |mark| mark.start);
        let before = self.text[..first].chars().count();
        let all = before + self.text[first..].chars().count();
        // Some of what leads to the word, and the word well before the end of the line.
        let wanted = before.saturating_sub(room / 3);
        let skip = wanted.min(all.saturating_sub(room));
        let start = byte_of(&self.text, skip);
        let start = match self.text[start..first].find(' ') {
            Some(space) if skip > 0 => start + space + 1,
            _ => start,
        };
        // No context begins with what stands between two texts.
        let start = start
            + if self.text[start..first].starts_with("· ") {
                "· ".len()
            } else {
                0
            };
        let end = byte_of(&self.text[start..], room) + start;
        let lead = if start > 0 { "…" } else { "" };
        let tail = if end < self.text.len() { "…" } else { "" };
        let kept = self.text[start..end].trim_end();
        let shift = |at: usize| at.clamp(start, start + kept.len()) - start + lead.len();
        let marks = self.marks.iter().map(|m| shift(m.start)..shift(m.end));
        let marks = marks.filter(|mark| !mark.is_empty()).collect();
        (format!("{lead}{kept}{tail}"), marks)
    }
}

/// The byte at which the character `n` begins; the end when there are fewer.
fn byte_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests;
