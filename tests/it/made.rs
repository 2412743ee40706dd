//! Sessions made by a series of small edits, for the laws.

use chrono::{NaiveDate, NaiveDateTime};
use crex::domain::action::Action;
use crex::domain::analysis::{Analysis, Deviation, Fact, Factor};
use crex::domain::incident::{Fate, Incident};
use crex::domain::session::{Attendee, Session};
use crex::domain::text::Text;
use proptest::prelude::*;
use uuid::Uuid;

/// One edit: what, where, and a text.
pub type Edit = (u8, u8, String);

/// Any series of edits.
pub fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    let words = prop_oneof![
        "[a-zA-Zéèœ«»’\u{202f}\u{a0} \n\"#\\\\(){}:,/=]{0,30}",
        Just("seal: Some(\n    seal: Some((".to_owned()),
        Just("r#\"quoted\"# // /* \u{301}".to_owned()),
    ];
    prop::collection::vec((0_u8..18, 0_u8..6, words), 0..most)
}

/// The smallest PNG: one grey pixel.
pub fn pixel() -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    out.extend(b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55");
    out.extend(b"\0\0\0\x0aIDAT\x78\x9c\x63\x68\0\0\0\x82\0\x81\x77\xcd\x72\xb6");
    out.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    out
}

/// A day.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 19).unwrap()
}

/// A time of that day.
pub fn noon() -> NaiveDateTime {
    day().and_hms_opt(12, 0, 0).unwrap()
}

/// A session of that day.
pub fn session(id: u128, title: &str) -> Session {
    let mut session = Session::new(Uuid::from_u128(id << 96), day());
    session.title = Text::line(title);
    session
}

/// Makes edits, one after the other.
pub fn edit_all(session: &mut Session, edits: &[Edit]) {
    for one in edits {
        edit(session, one);
    }
}

/// Makes one edit.
pub fn edit(session: &mut Session, (what, at, words): &Edit) {
    let text = Text::new(words);
    match what {
        0 => session.title = Text::line(words),
        1 => session.closing.lessons = text,
        2 => {
            let mut incident = Incident::new(session.ids.give());
            incident.report.facts = text;
            session.incidents.push(incident);
        }
        3 => {
            let id = session.incidents.at(usize::from(*at)).map(|i| i.id);
            if let Some(id) = id {
                session.remove_incident(id);
            }
        }
        4 => {
            let id = session.incidents.at(usize::from(*at)).map(|i| i.id);
            session.incidents.for_each_mut(|i| {
                i.fate = if Some(i.id) == id {
                    Fate::Chosen
                } else {
                    Fate::Undecided
                };
            });
        }
        5 => drop(session.analysis_or_new().map(|a| a.lead = text)),
        6 => {
            let mut action = Action::new(session.ids.give());
            action.what = text;
            session.actions.push(action);
        }
        7 => {
            let id = session.actions.at(usize::from(*at)).map(|a| a.id);
            if let Some(id) = id {
                session.remove_action(id);
            }
        }
        8 => {
            let id = session.actions.at(usize::from(*at)).map(|a| a.id);
            let by = isize::try_from(words.len() % 5).unwrap() - 2;
            if let Some(id) = id {
                session.actions.shift(id, by);
            }
        }
        // Takes an action out and puts it back at the end, as undo does.
        9 => {
            let id = session.actions.at(usize::from(*at)).map(|a| a.id);
            let gone = id.and_then(|id| session.actions.remove(id));
            if let Some(action) = gone {
                session.actions.push(action);
            }
        }
        10 => {
            let mut attendee = Attendee::new(session.ids.give());
            attendee.function = text;
            session.attendees.push(attendee);
        }
        11 => session.number = u32::from(*at),
        _ => edit_analysis(session, *what, *at, text),
    }
}

fn edit_analysis(session: &mut Session, what: u8, at: u8, text: Text) {
    let fact = session.ids.give();
    let deviation = session.ids.give();
    let factor = session.ids.give();
    let Some(analysis) = session.analysis_mut() else {
        return;
    };
    let nth = usize::from(at);
    match what {
        12 => analysis.facts.push(Fact {
            what: text,
            ..Fact::new(fact)
        }),
        13 => analysis.deviations.push(Deviation {
            observed: text,
            fact: analysis.facts.at(nth).map(|f| f.id),
            ..Deviation::new(deviation)
        }),
        14 => analysis.factors.push(Factor {
            what: text,
            deviations: analysis.deviations.iter().map(|d| d.id).collect(),
            ..Factor::new(factor)
        }),
        15 => remove_nth_fact(analysis, nth),
        16 => {
            let id = analysis.facts.at(nth).map(|f| f.id);
            if let Some(id) = id {
                analysis.facts.shift(id, 1);
            }
        }
        _ => {
            let id = analysis.facts.at(nth).map(|f| f.id);
            if let Some(fact) = id.and_then(|id| analysis.facts.get_mut(id)) {
                fact.what = text;
            }
        }
    }
}

fn remove_nth_fact(analysis: &mut Analysis, nth: usize) {
    let id = analysis.facts.at(nth).map(|f| f.id);
    if let Some(id) = id {
        analysis.remove_fact(id);
    }
}
