//! The people at the table: the fields of one person, what an edit does to them, and the roles of the day.

use super::Key;
use crate::content;
use crate::domain::code::Code;
use crate::domain::ids::MemberId;
use crate::domain::session::{Attendee, Presence, Session};
use crate::domain::text::Text;
use crate::tui::form::{Edit, Field, Value};
use crate::tui::screens::first_run::profession;
use crate::tui::screens::incident_form::{flip, many_codes, one_code, set_code};
use crate::words::Words;
use chrono::{NaiveTime, Timelike};

/// The fields of one person.
pub(super) fn person(person: &Attendee, words: Words) -> Vec<Field<Key>> {
    let lists = content::lists();
    let presence = Value::One {
        options: Presence::ALL
            .iter()
            .map(|p| words.presence(*p).to_owned())
            .collect(),
        chosen: Presence::ALL.iter().position(|p| *p == person.presence),
    };
    let mut out = vec![
        Field::new(
            Key::Function,
            words.person_function(),
            Value::Line(person.function.clone()),
        )
        .hint(words.person_function_hint()),
        Field::new(Key::Presence, words.person_presence(), presence),
    ];
    out.extend(times(person, words));
    out.extend([
        Field::new(
            Key::Roles,
            words.person_roles(),
            many_codes(&lists.roles, &person.roles, words.0),
        ),
        Field::new(
            Key::Permanent,
            words.person_permanent(),
            Value::Toggle(person.permanent),
        )
        .hint(words.person_permanent_hint()),
        Field::new(
            Key::Profession,
            words.person_profession(),
            one_code(&lists.professions, &person.profession, words.0),
        )
        .hint(words.person_profession_hint()),
    ]);
    out
}

/// The hours of someone who came late or left, to be corrected.
fn times(person: &Attendee, words: Words) -> Vec<Field<Key>> {
    let late = (
        Key::Arrived,
        words.person_arrived(),
        person.arrived,
        Presence::Late,
    );
    let left = (Key::Left, words.person_left(), person.left, Presence::Left);
    let told = |time: Option<NaiveTime>, when| time.is_some() || person.presence == when;
    [late, left]
        .into_iter()
        .filter(|(_, _, time, when)| told(*time, *when))
        .map(|(key, label, time, _)| {
            Field::new(key, label, Value::Time(time)).hint(words.person_time_hint())
        })
        .collect()
}

/// Applies an edit to a person. `now` is kept where someone arrives late or leaves.
pub(super) fn apply(person: &mut Attendee, key: Key, edit: Edit, now: NaiveTime) {
    let lists = content::lists();
    match (key, edit) {
        (Key::Function, Edit::Text(text)) => set_function(person, text),
        (Key::Presence, Edit::One(chosen)) => {
            let presence = chosen.and_then(|i| Presence::ALL.get(i)).copied();
            set_presence(person, presence.unwrap_or_default(), now);
        }
        (Key::Arrived, Edit::Time(time)) => person.arrived = time,
        (Key::Left, Edit::Time(time)) => person.left = time,
        (Key::Roles, Edit::Flip(index)) => flip(&mut person.roles, &lists.roles, index),
        (Key::Permanent, Edit::Flip(_)) => person.permanent = !person.permanent,
        (Key::Profession, Edit::One(chosen)) => {
            set_code(&mut person.profession, &lists.professions, chosen);
        }
        _ => {}
    }
}

/// Sets the function, and the profession that it names as long as nobody chose another one.
fn set_function(person: &mut Attendee, function: Text) {
    if person.profession.is_empty() || person.profession == profession(person.function.as_str()) {
        person.profession = profession(function.as_str());
    }
    person.function = function;
}

/// Who is added while a meeting is held is there, but counts only once it is said as what.
pub(super) fn count_once_named(person: &mut Attendee, unnamed: bool) {
    let named = !person.function.is_blank();
    match person.presence {
        Presence::Expected if unnamed && named => person.presence = Presence::Present,
        Presence::Present if !unnamed && !named => person.presence = Presence::Expected,
        _ => {}
    }
}

/// The next presence, in the order in which they are offered.
pub(super) fn next_presence(person: &mut Attendee, now: NaiveTime) {
    let at = Presence::ALL.iter().position(|p| *p == person.presence);
    let next = at.map_or(0, |at| (at + 1) % Presence::ALL.len());
    set_presence(person, Presence::ALL[next], now);
}

/// Late and left keep the minute it is; a time that no longer means anything goes.
fn set_presence(person: &mut Attendee, presence: Presence, now: NaiveTime) {
    let minute = NaiveTime::from_hms_opt(now.hour(), now.minute(), 0).unwrap_or(now);
    person.presence = presence;
    match presence {
        Presence::Late => {
            person.arrived = person.arrived.or(Some(minute));
            person.left = None;
        }
        Presence::Left => {
            // Passing over « late » on the way here is not an arrival.
            person.arrived = person.arrived.filter(|at| *at != minute);
            person.left = person.left.or(Some(minute));
        }
        _ => {
            person.arrived = None;
            person.left = None;
        }
    }
}

/// Those who can hold a role: everyone who is there, or may still come.
pub(super) fn eligible(session: &Session) -> Vec<&Attendee> {
    let may = |a: &&Attendee| {
        matches!(
            a.presence,
            Presence::Expected | Presence::Present | Presence::Late
        )
    };
    session.attendees.iter().filter(may).collect()
}

/// Whether someone has a role.
pub(super) fn has(person: &Attendee, role: &str) -> bool {
    person.roles.iter().any(|r| r.as_str() == role)
}

/// Gives a role to one of those who can hold it, and takes it from everyone else.
pub(super) fn give_role(session: &mut Session, role: &str, chosen: Option<usize>) {
    let to: Option<MemberId> = chosen.and_then(|i| eligible(session).get(i).map(|a| a.id));
    session.attendees.for_each_mut(|a| {
        let mine = Some(a.id) == to;
        if mine && !has(a, role) {
            a.roles.push(Code::new(role));
        } else if !mine {
            a.roles.retain(|r| r.as_str() != role);
        }
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 12).unwrap()
    }

    fn kept(hour: u32, minute: u32) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(hour, minute, 0)
    }

    #[test]
    fn passing_over_late_on_the_way_to_left_is_no_arrival() {
        let mut a = Attendee::new(MemberId(1));
        a.presence = Presence::Absent;
        next_presence(&mut a, at(14, 5));
        assert_eq!((a.presence, a.arrived), (Presence::Late, kept(14, 5)));
        next_presence(&mut a, at(14, 5));
        assert_eq!(
            (a.presence, a.arrived, a.left),
            (Presence::Left, None, kept(14, 5))
        );
        next_presence(&mut a, at(14, 5));
        assert_eq!((a.presence, a.left), (Presence::Observer, None));
    }

    #[test]
    fn a_function_names_its_profession_until_another_one_is_chosen() {
        let lists = content::lists();
        let mut a = Attendee::new(MemberId(1));
        let typed = |a: &mut Attendee, text: &str| {
            apply(a, Key::Function, Edit::Text(text.into()), at(14, 5));
        };
        let named = lists.professions[0].label.fr.as_str().to_owned();
        typed(&mut a, &named);
        assert_eq!(a.profession, lists.professions[0].id);
        typed(&mut a, "quelqu'un d'autre");
        assert!(a.profession.is_empty());
        apply(&mut a, Key::Profession, Edit::One(Some(1)), at(14, 5));
        typed(&mut a, &named);
        assert_eq!(a.profession, lists.professions[1].id);
    }

    #[test]
    fn someone_late_who_leaves_keeps_both_hours() {
        let mut a = Attendee::new(MemberId(1));
        set_presence(&mut a, Presence::Late, at(14, 5));
        set_presence(&mut a, Presence::Left, at(15, 30));
        assert_eq!((a.arrived, a.left), (kept(14, 5), kept(15, 30)));
    }
}
