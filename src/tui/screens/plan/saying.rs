//! What is said of an action between two meetings: the same form as in a meeting, written as a file of its own.

use super::{Front, Plan, table};
use crate::domain::action::FollowUp;
use crate::domain::ids::FollowUpId;
use crate::library::plan::{Planned, follow_up_of};
use crate::tui::command::Command;
use crate::tui::desk::{Between, Desk, Effect, Group};
use crate::tui::form::{Field, Form, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::screens::said::{self, Key, remark};
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// A meeting writes no other file than its own: while one is open, this sentence stands in place of what would.
pub(super) fn in_a_meeting(desk: &Desk) -> Option<Flow> {
    let said = desk.words().plan_said_in_meeting();
    let open = desk.session.is_some();
    open.then(|| Flow::Say(said.to_owned()))
}

/// Begins to say something; while a meeting is held, it is said there.
pub(super) fn begin(planned: &Planned, desk: &mut Desk) -> Flow {
    if let Some(said) = in_a_meeting(desk) {
        return said;
    }
    let said = follow_up_of(planned, FollowUpId(1));
    desk.ask(Effect::Between(Between::Say(Box::new(said))));
    Flow::Stay
}

/// The form, the cursor on what was said.
pub(super) fn begun(desk: &Desk) -> Form<Key> {
    let mut form = Form::at(Key::Outcome);
    form.set_cursor(open(desk).map_or(0, said::place_of));
    form
}

fn open(desk: &Desk) -> Option<&FollowUp> {
    desk.follow_up.as_ref().map(|open| &open.doc.follow_up)
}

/// The action as it stands, and what is said of it.
pub(super) fn fields(planned: Option<&Planned>, desk: &Desk) -> Vec<Field<Key>> {
    let Some(said) = open(desk) else {
        return Vec::new();
    };
    let wording = said
        .wording
        .filled()
        .unwrap_or(desk.words().action_unsaid());
    let mut parts = Vec::new();
    if let Some(planned) = planned {
        parts.push(table::owner(planned, desk));
        parts.extend(planned.due.map(|due| {
            let day = desk.words().date_short(due);
            desk.words().follow_up_due(&day)
        }));
        parts.extend(table::state(planned, desk));
    }
    let mut fields = vec![
        Field::new(
            Key::Remark,
            "",
            Value::Note(wording.to_owned(), Role::Strong),
        ),
        remark(&parts.join(" · ")),
        remark(desk.words().plan_saying()),
        remark(""),
    ];
    fields.extend(said::fields(said, desk));
    fields
}

impl Plan {
    /// Takes input while a follow-up is said.
    pub(super) fn say(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if *input == Input::Command(Command::Back) {
            desk.ask(Effect::Between(Between::Close));
            return Flow::Stay;
        }
        let fields = fields(self.told().map(|(_, planned)| planned), desk);
        let area = place(desk);
        let Front::Story(told) = &mut self.front else {
            return Flow::Ignored;
        };
        match told.form.take(input, &fields, area, desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Moved => {}
            Reaction::Finished => desk.ask(Effect::Between(Between::Close)),
            Reaction::Edit(key, edit) => {
                let (today, lang) = (desk.today(), desk.team.doc.lang);
                desk.edit_follow_up(Group::Field(format!("{key:?}")), |said| {
                    said::change(said, key, edit, today, lang);
                });
            }
        }
        Flow::Stay
    }
}

fn place(desk: &Desk) -> Rect {
    desk.areas.full
}

pub(super) fn draw(form: &Form<Key>, planned: &Planned, desk: &Desk, canvas: &mut Canvas) {
    let fields = fields(Some(planned), desk);
    canvas.cursor = form.draw(&fields, place(desk), canvas.look, canvas.buf);
}
