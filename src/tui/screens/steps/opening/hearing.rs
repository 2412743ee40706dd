//! The analyses that wait for this meeting: a line that is always in sight, each of them below, and the step to hear them.

use super::Key;
use crate::domain::agenda::StepKind;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Value};
use crate::tui::screens::steps::{presentation, shared};
use crate::tui::theme::Role;

/// How many analyses wait, and how many of them are late; none when none does.
pub(super) fn line(session: &Session, desk: &Desk) -> Option<(String, Role)> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    if session.is_sealed() {
        return None;
    }
    let (mut n, mut late) = (0, 0);
    for (_, file) in presentation::waiting(session, desk) {
        n += 1;
        late += usize::from(file.analysis.due.is_some_and(|due| due < desk.today()));
    }
    let sign = if late > 0 { signs.see } else { signs.not_yet };
    let role = if late > 0 { Role::See } else { Role::Body };
    (n > 0).then(|| (format!("{sign} {}", words.opening_to_hear(n, late)), role))
}

/// The analyses that wait for this meeting, late or not; where the agenda has no step to hear them, a button adds it.
pub(super) fn fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let files: Vec<_> = presentation::waiting(session, desk).collect();
    if files.is_empty() || session.is_sealed() {
        return Vec::new();
    }
    let head = words.led_waiting(files.len());
    let mut out = vec![Field::new(Key::Between, head, Value::Heading)];
    for (_, file) in files {
        let (sign, late, role) = shared::due(file.analysis.due, desk);
        let event = file.incident.report.heading();
        let said = format!(
            "{sign} {event}\n  {}",
            presentation::waits(file, &late, desk)
        );
        let role = if role == Role::See { role } else { Role::Body };
        out.push(Field::new(Key::Between, "", Value::Note(said, role)));
    }
    if session.row_of(StepKind::Presentation).is_none() {
        let value = Value::Button(words.opening_hear_do().to_owned());
        let field = Field::new(Key::Hear, words.opening_hear(), value);
        out.push(field.hint(words.opening_hear_hint()));
    }
    out
}
