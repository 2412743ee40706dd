//! The wording guard on the screen: one quiet line above the footer, where nothing else ever stands, about the text that is
//! being typed. It blocks nothing; one key passes over what it says.

use super::App;
use crate::domain::code::Lang;
use crate::domain::wording::Watch;
use crate::guard::{self, Field, Remark};
use crate::tui::command::Command;
use crate::tui::desk::{Doc, Group};
use crate::tui::frame::{Canvas, Cursor, Typed};
use crate::tui::keymap::{Scope, key_for, key_name};
use crate::tui::screens::Screen;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::{fit, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of the sign, the quotes and the air around a fragment.
const AROUND: usize = 8;
/// Cells that a fragment has at least.
const SHORTEST: usize = 8;
/// Below this width the key stands without its verb.
const NARROW: u16 = 76;

/// What was read last: going through a text without changing it reads nothing again.
#[derive(Debug, Default)]
pub(super) struct Read {
    of: Option<(Field, Lang, String)>,
    found: Vec<Remark>,
}

impl Read {
    /// What is found in a text.
    fn of(&mut self, typed: &Typed, lang: Lang) -> &[Remark] {
        let same = |(field, other, text): &(Field, Lang, String)| {
            (*field, *other, text) == (typed.field, lang, &typed.text)
        };
        if !self.of.as_ref().is_some_and(same) {
            self.found = guard::remarks(&typed.text, typed.field, lang);
            self.of = Some((typed.field, lang, typed.text.clone()));
        }
        &self.found
    }
}

/// What is remarked on.
pub(super) struct Heard {
    /// The words in question.
    fragment: String,
    /// What could be written instead.
    advice: &'static str,
    /// By which they are passed over.
    mark: u16,
}

impl App {
    /// The remark nearest to the cursor on the text being typed, if there is one that nobody silenced.
    fn heard(&self, cursor: Option<&Cursor>) -> Option<Heard> {
        let typed = cursor?.text.as_ref()?;
        let doc = self.document()?;
        let lang = match doc {
            Doc::Session => self.desk.session()?.lang,
            Doc::Incident => self.desk.team.doc.lang,
            Doc::Team | Doc::Notes => return None,
        };
        let silent = doc == Doc::Session && self.desk.session()?.guarding.silent;
        let searching = matches!(self.screens.last(), Some(Screen::Search(_)));
        if silent || searching || self.desk.why_read_only(doc).is_some() {
            return None;
        }
        let mut read = self.read.borrow_mut();
        let found = read.of(typed, lang).iter();
        let held = |r: &&Remark| self.is_watched(r) && !self.is_passed(doc, typed, r);
        let mut held = found.filter(held).peekable();
        let first = held.peek().copied();
        let before = held.take_while(|remark| remark.range.start <= typed.cursor);
        let remark = before.last().or(first)?;
        Some(Heard {
            fragment: typed.text.get(remark.range.clone())?.to_owned(),
            advice: remark.advice,
            mark: guard::mark(&typed.text, remark),
        })
    }

    fn is_watched(&self, remark: &Remark) -> bool {
        let unwatched: &[Watch] = &self.desk.team.doc.unwatched;
        !unwatched.contains(&remark.kind.watch())
    }

    fn is_passed(&self, doc: Doc, typed: &Typed, remark: &Remark) -> bool {
        let passed = match self.desk.session().filter(|_| doc == Doc::Session) {
            Some(session) => &session.guarding.passed,
            None => &self.passed,
        };
        !passed.is_empty() && passed.contains(&guard::mark(&typed.text, remark))
    }

    /// Draws what is remarked on.
    pub(super) fn draw_remark(&self, canvas: &mut Canvas) {
        let Some(heard) = self.heard(canvas.cursor.as_ref()) else {
            return;
        };
        let words = self.desk.words();
        let footer = canvas.areas.footer;
        let row = Rect {
            y: footer.y.saturating_sub(1),
            ..footer
        };
        let narrow = row.width < NARROW;
        let key = key_for(Command::PassRemark, &[Scope::Fields], words.0)
            .map(|key| key_name(key, words.0))
            .unwrap_or_default();
        let right = if narrow {
            key
        } else {
            format!("{key} {}", Command::PassRemark.foot(words))
        };
        let taken = canvas.line_right(row, &right, Role::Aside);
        let left = Rect {
            width: row.width.saturating_sub(taken + 2),
            ..row
        };
        // The advice is read whole; the words themselves stand in the text anyway.
        let room = usize::from(left.width).saturating_sub(width(heard.advice) + AROUND);
        let fragment = fit(&heard.fragment, room.max(SHORTEST));
        let said = format!(
            "{} {}",
            canvas.look.signs.see,
            words.guard_quoted(&fragment)
        );
        canvas.line(left, &said, Role::See);
        let used = u16::try_from(width(&said) + 2).unwrap_or(left.width);
        let rest = Rect {
            x: left.x + used.min(left.width),
            width: left.width.saturating_sub(used),
            ..left
        };
        canvas.line(rest, heard.advice, Role::Body);
    }

    /// Passes over the remark that stands on the screen: it does not come back in this session.
    pub(super) fn pass_remark(&mut self) {
        let words = self.desk.words();
        let mut buf = Buffer::empty(self.desk.areas.screen);
        let mut canvas = self.canvas(&mut buf);
        self.draw_screens(&mut canvas);
        let Some(heard) = self.heard(canvas.cursor.as_ref()) else {
            self.say(words.say_no_remark());
            return;
        };
        if self.document() == Some(Doc::Session) {
            self.desk.edit(Group::Alone, |session| {
                session.guarding.passed.push(heard.mark);
            });
            self.say(words.say_remark_passed());
        } else {
            self.passed.push(heard.mark);
            self.say(words.say_remark_left());
        }
    }

    /// Silences the guard for this session, or lets it speak again.
    pub(super) fn silence_guard(&mut self) {
        let words = self.desk.words();
        self.desk.edit(Group::Alone, |session| {
            session.guarding.silent = !session.guarding.silent;
        });
        let silent = self.desk.session().is_some_and(|s| s.guarding.silent);
        self.say([words.say_guard_speaks(), words.say_guard_silent()][usize::from(silent)]);
    }
}
