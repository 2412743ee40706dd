//! What is made of the actions shown: reminders to their owners, a table for a spreadsheet, a calendar.

use super::{Front, Plan};
use crate::documents::leaving::{Telling, telling_plan};
use crate::documents::plan::{calendar, csv, reminder, xlsx};
use crate::library::plan::Planned;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Output};
use crate::tui::frame::{Canvas, inside};
use crate::tui::screens::leave::Leave;
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::tui::widgets::reading::{Para, Reading};
use crate::words::Words;
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (66, 16);

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Made {
    Reminders,
    Workbook,
    Csv,
    Calendar,
}

impl Made {
    const EACH: [Self; 4] = [Self::Reminders, Self::Workbook, Self::Csv, Self::Calendar];

    const fn named(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Self::Reminders => (
                words.plan_make_reminders(),
                words.plan_make_reminders_aside(),
            ),
            Self::Workbook => (words.plan_make_workbook(), words.plan_make_workbook_aside()),
            Self::Csv => (words.plan_make_csv(), words.plan_make_csv_aside()),
            Self::Calendar => (words.plan_make_calendar(), words.plan_make_calendar_aside()),
        }
    }

    /// What in it may tell who someone is; a calendar holds no wording.
    fn telling(self, plan: &[&Planned], desk: &Desk) -> Telling {
        match self {
            Self::Calendar => Telling::new(),
            _ => telling_plan(plan, &desk.team.doc.unwatched),
        }
    }

    /// The file, or why there is nothing to write.
    fn output(self, plan: &[&Planned], desk: &Desk) -> Result<Output, &'static str> {
        let (words, today) = (desk.words(), desk.today());
        let (name, extension, bytes) = match self {
            Self::Reminders => {
                let text = reminder::reminders(words, plan, today);
                let text = text.ok_or(words.plan_nothing_to_remind())?;
                (words.plan_file_reminders(), "txt", text.into_bytes())
            }
            Self::Workbook => {
                let made = xlsx::xlsx(words, plan, today);
                let bytes = made.ok_or(words.plan_unwritten())?;
                (words.plan_file(), "xlsx", bytes)
            }
            Self::Csv => {
                let text = csv::csv(words, plan, today);
                (words.plan_file(), "csv", text.into_bytes())
            }
            Self::Calendar => {
                let text = calendar::calendar(words, plan).ok_or(words.plan_nothing_dated())?;
                (words.plan_file(), "ics", text.into_bytes())
            }
        };
        Ok(Output {
            name: format!("{name}-{}", today.format("%Y-%m-%d")),
            extension,
            bytes,
        })
    }
}

fn lines(n: usize, desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let head = Line::note(words.plan_make_of(n), Role::Aside);
    let each = Made::EACH.map(|made| {
        let (name, aside) = made.named(words);
        Line {
            cells: vec![(0, name.to_owned(), Role::Strong)],
            below: Some((2, aside.to_owned(), Role::Aside)),
            opens: true,
            ..Line::default()
        }
    });
    [head, Line::blank()].into_iter().chain(each).collect()
}

/// Draws the window over the table.
pub(super) fn draw(menu: Menu, n: usize, desk: &Desk, canvas: &mut Canvas) {
    let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().plan_make_title());
    menu.draw(&lines(n, desk), area, canvas.look, canvas.buf);
}

/// Draws the texts to the owners.
pub(super) fn draw_reminders(plan: &Plan, reading: Reading, desk: &Desk, canvas: &mut Canvas) {
    let paras = plan.paras(desk);
    reading.draw(&paras, place(desk), canvas.look, canvas.buf);
}

fn place(desk: &Desk) -> Rect {
    let full = desk.areas.full;
    Rect {
        width: full.width.min(76),
        ..full
    }
}

impl Plan {
    /// Takes input in the window.
    pub(super) fn outputs(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Front::Outputs(menu) = &mut self.front else {
            return Flow::Ignored;
        };
        if matches!(input, Input::Command(Command::Back | Command::Outputs)) {
            self.front = Front::Table;
            return Flow::Stay;
        }
        let mut moved = *menu;
        let area = inside(desk.areas.window(SIZE.0, SIZE.1));
        let lines = lines(self.shown(desk).len(), desk);
        let chosen = moved.take(input, &lines, area, desk.prefs.theme.window());
        self.front = Front::Outputs(moved);
        match chosen {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => match Made::EACH.get(index) {
                Some(Made::Reminders) => self.read_reminders(desk),
                Some(made) => self.write(*made, desk),
                None => Flow::Stay,
            },
        }
    }

    fn read_reminders(&mut self, desk: &Desk) -> Flow {
        if self.paras(desk).is_empty() {
            return Flow::Say(desk.words().plan_nothing_to_remind().to_owned());
        }
        self.front = Front::Reminders(Reading::default());
        Flow::Stay
    }

    fn write(&mut self, made: Made, desk: &mut Desk) -> Flow {
        let output = made.output(&self.shown(desk), desk);
        match output {
            Ok(output) => {
                let told = made.telling(&self.shown(desk), desk);
                self.front = Front::Table;
                Leave::before(Effect::WriteOut(Box::new(output)), told, desk)
            }
            Err(why) => Flow::Say(why.to_owned()),
        }
    }

    /// Takes input over the texts: they are read, and Enter writes them.
    pub(super) fn reminders(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let paras = self.paras(desk);
        let Front::Reminders(reading) = &mut self.front else {
            return Flow::Ignored;
        };
        match input {
            Input::Command(Command::Back) => self.front = Front::Table,
            Input::Command(Command::Confirm) => return self.write(Made::Reminders, desk),
            Input::Command(command) if reading.update(*command, &paras, place(desk)) => {}
            Input::Wheel(lines) => reading.wheel(*lines, &paras, place(desk)),
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    /// The texts as they are read: nothing when nothing is expected of anybody.
    fn paras(&self, desk: &Desk) -> Vec<Para> {
        let text = reminder::reminders(desk.words(), &self.shown(desk), desk.today());
        let text = text.unwrap_or_default();
        let first = |line: &str| {
            let heads = [
                desk.words().reminder_to(""),
                desk.words().reminder_to_nobody().to_owned(),
            ];
            heads.iter().any(|head| line.starts_with(head.trim_end()))
        };
        let para = |line: &str| {
            Para::new(
                line,
                if first(line) {
                    Role::Strong
                } else {
                    Role::Body
                },
            )
        };
        text.lines().map(para).collect()
    }
}
