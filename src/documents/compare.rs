//! A session beside the state in which it was sealed: what changed since, line by line.

use super::{Document, Page};
use crate::domain::session::Session;
use crate::library::compare::{Difference, differences};
use crate::words::Words;

/// What changed between the sealed state and the one now, in the words of whoever reads it.
pub fn compare(sealed: &Session, now: &Session, words: Words) -> Document {
    let mut page = Page::new(words.0);
    let found = differences(sealed, now, words);
    page.note(words.compare_said());
    if found.is_empty() {
        page.paragraph(words.compare_form_only());
    }
    let absent = || words.compare_nothing().to_owned();
    let row = |difference: Difference| {
        [
            difference.place,
            String::new(),
            difference.before.unwrap_or_else(absent),
            difference.after.unwrap_or_else(absent),
        ]
    };
    let head = ["", "", words.compare_sealed_state(), words.compare_now()];
    page.table(head, found.into_iter().map(row));
    page.paragraph(words.compare_remedy());
    let when = sealed.seal.as_ref().map(|seal| {
        let (date, time) = (words.date_long(seal.at.date()), words.time(seal.at.time()));
        words.closing_sealed(&date, &time)
    });
    Document {
        lang: words.0,
        title: words.compare_title().to_owned(),
        subtitle: when.unwrap_or_default(),
        draft: false,
        played: sealed.kind.is_simulation(),
        blocks: page.blocks,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::content;
    use crate::documents::markdown::markdown;
    use crate::documents::record::sample;
    use crate::domain::code::Lang;
    use serde_json::Value;

    fn told(change: impl FnOnce(&mut Session)) -> Vec<String> {
        let sealed = sample::session(Lang::Fr);
        let mut now = sealed.clone();
        change(&mut now);
        let words = Words(Lang::Fr);
        let all = differences(&sealed, &now, words).into_iter();
        let line =
            |d: Difference| words.difference(&d.place, d.before.as_deref(), d.after.as_deref());
        all.map(|d| line(d).replace(['\u{a0}', '\u{202f}'], " "))
            .collect()
    }

    /// Every name of a field and of a value that is one of several.
    fn names(value: &Value, fields: &mut Vec<String>) {
        match value {
            Value::Array(all) => all.iter().for_each(|value| names(value, fields)),
            Value::Object(all) => {
                for (key, value) in all {
                    fields.push(key.clone());
                    if !["ids", "own", "trace", "shipped"].contains(&key.as_str()) {
                        names(value, fields);
                    }
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_field_of_a_full_session_has_a_name() {
        let mut fields = Vec::new();
        names(
            &serde_json::to_value(sample::session(Lang::Fr)).unwrap(),
            &mut fields,
        );
        assert!(fields.len() > 300);
        let known = |name: &String| {
            let all = content::told().fields.iter();
            // A moment, a method, a target name their kind with a capital.
            all.into_iter().any(|entry| entry.id.as_str() == name)
                || name.starts_with(char::is_uppercase)
        };
        fields.retain(|name| !known(name));
        fields.sort();
        fields.dedup();
        assert_eq!(fields, Vec::<String>::new());
    }

    #[test]
    fn what_changed_is_named_as_people_name_it() {
        let sealed = sample::session(Lang::Fr);
        let action = sealed.actions.at(0).unwrap().clone();
        let before = Words(Lang::Fr).date_short(action.due.unwrap());
        let lines = told(|session| {
            session.actions.get_mut(action.id).unwrap().due = "2027-01-15".parse().ok();
            session.closing.lessons = "Rien.".into();
        });
        assert_eq!(
            lines[0],
            format!(
                "Actions : {}, échéance : {before} devenu 15/01/2027",
                action.id
            )
        );
        assert!(
            lines[1].starts_with("Clôture, enseignements : "),
            "{lines:?}"
        );
        assert!(lines[1].ends_with("devenu Rien."), "{lines:?}");
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn what_was_taken_out_and_what_was_moved_is_told() {
        let id = sample::session(Lang::Fr).actions.at(0).unwrap().id;
        let lines = told(|session| session.remove_action(id));
        let start = format!("Actions : {id} : retiré, ");
        assert!(
            lines.iter().any(|line| line.starts_with(&start)),
            "{lines:?}"
        );
        let lines = told(|session| assert!(session.actions.shift(id, 1)));
        assert!(lines[0].starts_with("Actions, ordre : "), "{lines:?}");
    }

    #[test]
    fn the_same_content_is_told_as_a_change_of_form() {
        let session = sample::session(Lang::Fr);
        let page = compare(&session, &session, Words(Lang::Fr));
        assert!(markdown(&page).contains("Aucun mot ni nombre"));
    }
}
