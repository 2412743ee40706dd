//! A frame: the screens from the last full one on, or the curtain, and the footer below them.

use super::{App, Unseen};
use crate::domain::code::Lang;
use crate::domain::order::Order;
use crate::tui::command::Command;
use crate::tui::desk::Saving;
use crate::tui::frame::{self, Canvas, Cursor};
use crate::tui::keymap::{Binding, Scope, held, key_for, key_name};
use crate::tui::run::{Answer, wash};
use crate::tui::screens::Screen;
use crate::tui::screens::meeting::Meeting;
use crate::tui::theme::Role;
use crate::tui::verbs::footed;
use crate::tui::widgets::wrap::{n_rows, width};
use crate::words::Words;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

/// Keys that the footer shows at most, help aside.
const FOOTER_KEYS: usize = 5;

/// Rows that something said may take.
const MOST_SAID: u16 = 5;

impl App {
    /// Draws; gives where the terminal's cursor belongs.
    pub fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        self.unseen.set(Unseen::Nothing);
        let areas = self.desk.areas;
        let mut blank = Cell::EMPTY;
        blank.set_style(self.desk.prefs.theme.page().style(Role::Body));
        wash(&mut buf.content, &blank);
        let mut canvas = self.canvas(buf);
        if areas.too_small() {
            let text = self.desk.words().say_too_small(frame::MIN);
            canvas.text(areas.screen, &text, Role::Body);
            return None;
        }
        if self.curtain {
            draw_curtain(self.desk.words(), &mut canvas);
            self.draw_mark(&mut canvas);
            return None;
        }
        self.draw_screens(&mut canvas);
        if self.is_veiled() {
            self.draw_mark(&mut canvas);
            return None;
        }
        self.draw_remark(&mut canvas);
        self.draw_footer(&mut canvas);
        let cursor = canvas.cursor.map(|cursor| cursor.at);
        self.cursor.set(cursor);
        cursor
    }

    /// Draws the field in focus alone, when only typing in it came since the last frame: the row of the cursor, and all that
    /// belongs to the field once the cursor leaves it.
    pub fn answer(&self, buf: &mut Buffer) -> Option<Answer> {
        let hidden = self.curtain || self.desk.areas.too_small();
        let shows = self.unseen.get() == Unseen::Field && !hidden;
        let [Screen::Home(_), Screen::Meeting(meeting)] = self.screens.as_slice() else {
            return None;
        };
        let whole = meeting.answers(&self.desk).filter(|_| shows)?;
        let at = self.cursor.get().filter(|at| whole.contains(*at));
        let row = at.map(|at| Rect {
            y: at.y,
            height: 1,
            ..whole
        });
        let in_row = row.and_then(|row| {
            let cursor = self.draw_answer(meeting, whole, row, buf);
            let stays = cursor.as_ref().is_some_and(|c| c.at.y == row.y);
            stays.then_some((row, cursor))
        });
        let (area, cursor) =
            in_row.unwrap_or_else(|| (whole, self.draw_answer(meeting, whole, whole, buf)));
        self.heed(cursor.as_ref());
        let cursor = cursor.map(|cursor| cursor.at);
        self.cursor.set(cursor);
        Some(Answer { area, cursor })
    }

    /// Draws the place of a field on what was washed of it; gives its cursor.
    fn draw_answer(
        &self,
        meeting: &Meeting,
        place: Rect,
        washed: Rect,
        buf: &mut Buffer,
    ) -> Option<Cursor> {
        let mut blank = Cell::EMPTY;
        blank.set_style(self.desk.prefs.theme.page().style(Role::Body));
        for row in washed.intersection(buf.area).rows() {
            let start = buf.index_of(row.x, row.y);
            wash(
                &mut buf.content[start..start + usize::from(row.width)],
                &blank,
            );
        }
        let mut canvas = self.canvas(buf);
        if self.reads() {
            canvas.look = canvas.look.read();
        }
        meeting.answer(&self.desk, place, &mut canvas);
        canvas.cursor.take()
    }

    /// What the screens draw on.
    pub(super) fn canvas<'b>(&'b self, buf: &'b mut Buffer) -> Canvas<'b> {
        Canvas {
            buf,
            areas: self.desk.areas,
            look: self.desk.prefs.theme.page(),
            cursor: None,
        }
    }

    /// Everything above the footer.
    pub(super) fn draw_screens<'a>(&'a self, canvas: &mut Canvas<'a>) {
        let page = self.desk.prefs.theme.page();
        let base = self.screens.iter().rposition(|screen| !screen.floats());
        for screen in &self.screens[base.unwrap_or(0)..] {
            canvas.cursor = None;
            // A window over what can only be read may still ask for something.
            let reads = self.reads() && !screen.floats();
            canvas.look = if reads { page.read() } else { page };
            screen.draw(&self.desk, canvas);
        }
        // What follows is on the page again.
        canvas.look = page;
    }

    /// Whether the document of this screen can only be read.
    fn reads(&self) -> bool {
        let doc = self.document();
        doc.is_some_and(|doc| self.desk.why_read_only(doc).is_some())
    }

    /// That a simulation is played, where no header says it.
    fn draw_mark(&self, canvas: &mut Canvas) {
        let session = self.desk.session();
        if session.is_some_and(|session| session.kind.is_simulation()) {
            let header = canvas.areas.header;
            canvas.line(header, self.desk.words().simulation_mark(), Role::Aside);
        }
    }

    /// What was just said, else that saving fails, else the keys that hold.
    fn draw_footer(&self, canvas: &mut Canvas) {
        let footer = canvas.areas.footer;
        let words = self.desk.words();
        if let Some((text, role)) = &self.said {
            draw_said(text, *role, canvas);
        } else if let Some(problem) = &self.desk.urn_fault {
            let text = words.say_urn_unkept(&words.problem(problem));
            draw_said(&text, Role::Refused, canvas);
        } else if let Saving::Failing(problem, since) = &self.desk.saving {
            let since = since.format("%H:%M").to_string();
            let key = key_for(Command::Elsewhere, &[Scope::Meeting], words.0);
            let key = key.map(|key| key_name(key, words.0)).unwrap_or_default();
            let text = words.say_not_saved(&since, &words.shortly(problem), &key);
            draw_said(&text, Role::Refused, canvas);
        } else if let Saving::Late(problem) = &self.desk.saving {
            let text = words.say_saved_late(&words.shortly(problem));
            draw_said(&text, Role::See, canvas);
        } else {
            let reads = self.reads();
            let mut foot = self.foot.borrow_mut();
            foot.bring(self.scopes(), reads, words);
            draw_keys(&foot, footer, canvas);
        }
    }
}

/// The keys of the footer. Finding them goes through the whole table of keys, and from one key typed to the next they stay.
#[derive(Debug, Default)]
pub(super) struct Foot {
    /// Where the focus is, whether the document may only be read, the language: what the rest follows from.
    of: Option<(Vec<Scope>, bool, Lang)>,
    help: String,
    entries: Vec<(String, &'static str)>,
}

impl Foot {
    /// Brings it up to date.
    fn bring(&mut self, scopes: Vec<Scope>, reads: bool, words: Words) {
        let of = (scopes, reads, words.0);
        if self.of.as_ref() == Some(&of) {
            return;
        }
        let scopes = &of.0;
        let help = key_for(Command::Help, scopes, words.0);
        let help = help.map(|key| key_name(key, words.0)).unwrap_or_default();
        self.help = format!("{help} {}", Command::Help.foot(words));
        let mut bindings = held(scopes, words.0);
        let rank = |b: &Binding| footed(b, scopes, words).0;
        bindings
            .retain(|b| rank(b) > 0 && b.command != Command::Help && !(reads && is_of_writing(b)));
        bindings.order_by_key(|b| rank(b));
        self.entries = foot_entries(&bindings, scopes, words);
        self.of = Some(of);
    }
}

/// Whether a key is of use only to who writes: what changes the document, and what confirms an answer.
fn is_of_writing(binding: &Binding) -> bool {
    let answers = matches!(
        binding.scope,
        Scope::Line | Scope::Long | Scope::Choice | Scope::Retain
    );
    let confirms = matches!(
        binding.command,
        Command::Confirm | Command::NewLine | Command::Edit
    );
    binding.command.writes() || answers && confirms
}

/// What is said, whole: where one row is too short, over the rows above the footer.
fn draw_said(text: &str, role: Role, canvas: &mut Canvas) {
    let footer = canvas.areas.footer;
    let rows = n_rows(text, usize::from(footer.width));
    let above = u16::try_from(rows.saturating_sub(1)).unwrap_or(0);
    let above = above.min(MOST_SAID - 1).min(footer.y);
    let area = Rect {
        y: footer.y - above,
        height: above + 1,
        ..footer
    };
    for position in area.positions() {
        canvas.buf[position].set_symbol(" ");
    }
    canvas.text(area, text, role);
}

/// The whole screen hidden, with a word in its middle.
fn draw_curtain(words: Words, canvas: &mut Canvas) {
    let text = words.say_curtain();
    let header = canvas.areas.header;
    let wide = u16::try_from(width(text)).unwrap_or(0);
    let indent = header.width.saturating_sub(wide) / 2;
    let middle = Rect {
        x: header.x + indent,
        y: canvas.areas.screen.height / 2,
        width: header.width - indent,
        height: 1,
    };
    canvas.line(middle, text, Role::Aside);
}

/// Help at the right, at the left the keys of most use as far as they fit.
fn draw_keys(foot: &Foot, footer: Rect, canvas: &mut Canvas) {
    let taken = canvas.line_right(footer, &foot.help, Role::Aside);
    let mut rest = Rect {
        width: footer.width.saturating_sub(taken + 3),
        ..footer
    };
    for (keys, verb) in foot.entries.iter().take(FOOTER_KEYS) {
        let key_wide = u16::try_from(width(keys)).unwrap_or(0) + 1;
        let wide = u16::try_from(width(keys) + 1 + width(verb) + 3).unwrap_or(u16::MAX);
        if wide > rest.width {
            break;
        }
        canvas.line(rest, keys, Role::Strong);
        let beside = Rect {
            x: rest.x + key_wide,
            width: rest.width - key_wide,
            ..rest
        };
        canvas.line(beside, verb, Role::Aside);
        rest.x += wide;
        rest.width -= wide;
    }
}

/// The keys and verbs of the footer; the four answers of a walk share one entry.
fn foot_entries(
    bindings: &[&Binding],
    scopes: &[Scope],
    words: Words,
) -> Vec<(String, &'static str)> {
    let mut out: Vec<(String, &'static str)> = Vec::new();
    for binding in bindings {
        let verb = footed(binding, scopes, words).1;
        let Some(key) = key_for(binding.command, scopes, words.0) else {
            continue;
        };
        let name = key_name(key, words.0);
        let joins = matches!(binding.command, Command::Answer(_));
        let name = if joins { name.to_uppercase() } else { name };
        match out.iter_mut().find(|(_, v)| *v == verb) {
            Some((keys, _)) if joins => {
                keys.push(' ');
                keys.push_str(&name);
            }
            Some(_) => {}
            None => out.push((name, verb)),
        }
    }
    out
}
