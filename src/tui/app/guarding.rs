//! The wording guard on the screen: one quiet line above the footer, where nothing else ever stands, about the text that is
//! being typed. It blocks nothing; one key passes over what it says.

use super::{App, Unseen};
use crate::domain::code::Lang;
use crate::domain::session::Session;
use crate::domain::wording::{Mark, Watch};
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

/// What is read: its field, its language, itself.
type Reading = (Field, Lang, String);

/// What was read last. Reading takes longer than drawing, so that a key is answered first and its text read when the hands
/// rest; until then the last remark stays. Going through a text without changing it reads nothing again.
#[derive(Debug, Default)]
pub(super) struct Read {
    of: Option<Reading>,
    found: Vec<Remark>,
    said: Option<Heard>,
    /// What waits to be read.
    due: Option<Reading>,
}

impl Read {
    /// Reads a text, unless it was read last.
    fn read(&mut self, reading: Reading) {
        if self.of.as_ref() != Some(&reading) {
            let (field, lang, text) = &reading;
            self.found = guard::remarks(text, *field, *lang);
            self.of = Some(reading);
        }
    }

    /// Whether a text is the one that was read last.
    fn is_of(&self, typed: &Typed, lang: Lang) -> bool {
        let same = |(field, other, text): &Reading| {
            (*field, *other, text) == (typed.field, lang, &typed.text)
        };
        self.of.as_ref().is_some_and(same)
    }
}

/// What is remarked on.
#[derive(Clone, Debug)]
struct Heard {
    /// The words in question.
    fragment: String,
    /// What could be written instead.
    advice: &'static str,
    /// By which they are passed over.
    mark: Mark,
}

impl App {
    /// The text being typed that the guard listens to, with its document and language.
    fn listened<'c>(&self, cursor: Option<&'c Cursor>) -> Option<(&'c Typed, Doc, Lang)> {
        let typed = cursor?.text.as_ref()?;
        let doc = self.document()?;
        let lang = match doc {
            Doc::Session | Doc::Amendments => self.desk.session()?.lang,
            Doc::Incident | Doc::FollowUp => self.desk.team.doc.lang,
            Doc::Team | Doc::Notes => return None,
        };
        let silent = doc == Doc::Session && self.desk.session()?.guarding.silent;
        let searching = matches!(self.screens.last(), Some(Screen::Search(_)));
        let deaf = silent || searching || self.desk.why_read_only(doc).is_some();
        (!deaf).then_some((typed, doc, lang))
    }

    /// The remark nearest to the cursor that nobody silenced, among those found.
    fn nearest(&self, found: &[Remark], typed: &Typed, doc: Doc) -> Option<Heard> {
        let held = |r: &&Remark| self.is_watched(r) && !self.is_passed(doc, typed, r);
        let mut held = found.iter().filter(held).peekable();
        let first = held.peek().copied();
        let before = held.take_while(|remark| remark.range.start <= typed.cursor);
        let remark = before.last().or(first)?;
        Some(Heard {
            fragment: typed.text.get(remark.range.clone())?.to_owned(),
            advice: remark.advice,
            mark: guard::mark(&typed.text, remark),
        })
    }

    /// What is remarked on the text being typed, or was on what it was a key ago.
    fn heard(&self, cursor: Option<&Cursor>) -> Option<Heard> {
        let mut read = self.read.borrow_mut();
        let Some((typed, doc, lang)) = self.listened(cursor) else {
            *read = Read::default();
            return None;
        };
        if read.is_of(typed, lang) {
            read.said = self.nearest(&read.found, typed, doc);
            read.due = None;
        } else {
            read.due = Some((typed.field, lang, typed.text.clone()));
        }
        read.said.clone()
    }

    /// Reads what waits to be read; says whether something did, or whether a part of the screen was drawn alone.
    pub fn settle(&self) -> bool {
        let mut read = self.read.borrow_mut();
        let due = read.due.take();
        let reads = due.map(|reading| read.read(reading)).is_some();
        reads || self.unseen.get() != Unseen::Nothing
    }

    /// Keeps in mind what is being typed, to be read when the hands rest.
    pub(super) fn heed(&self, cursor: Option<&Cursor>) {
        self.heard(cursor);
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

    /// The remark on the text being typed, read now if it was not yet.
    fn remarked(&self) -> Option<Heard> {
        let mut buf = Buffer::empty(self.desk.areas.screen);
        let mut canvas = self.canvas(&mut buf);
        self.draw_screens(&mut canvas);
        let cursor = canvas.cursor.take();
        self.heard(cursor.as_ref());
        self.settle();
        self.heard(cursor.as_ref())
    }

    /// Whether there is a remark that can be passed over.
    pub(super) fn is_remarked(&self) -> bool {
        self.remarked().is_some()
    }

    /// Passes over the remark that stands on the screen: it does not come back in this session.
    pub(super) fn pass_remark(&mut self) {
        let words = self.desk.words();
        let Some(heard) = self.remarked() else {
            self.say(words.say_no_remark());
            return;
        };
        if self.document() == Some(Doc::Session) {
            self.desk.edit(Group::Alone, |session| {
                session.guarding.pass(heard.mark);
            });
            self.say(self.here(
                words.say_remark_passed(),
                words.say_remark_passed_in_analysis(),
            ));
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
        self.say(if silent {
            self.here(
                words.say_guard_silent(),
                words.say_guard_silent_in_analysis(),
            )
        } else {
            words.say_guard_speaks()
        });
    }

    /// What is said in a meeting, or in its place in an analysis between two.
    fn here(&self, meeting: &'static str, analysis: &'static str) -> &'static str {
        let led = self.desk.session().is_some_and(Session::is_led);
        if led { analysis } else { meeting }
    }
}
