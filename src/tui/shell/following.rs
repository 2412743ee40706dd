//! The second terminal: follows the session of another one by reading alone, four times a second, and writes nothing but the
//! private notes, once nobody else has them open.

use super::Shell;
use crate::domain::problem::{Problem, Why};
use crate::domain::session::Session;
use crate::store::{Access, Followed, Handle, Opened, Parsed};
use crate::tui::app::seen;
use crate::tui::desk::{Doc, Open, Seen};
use crate::tui::key::Msg;
use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

/// How often it looks.
pub(super) const LOOK: Duration = Duration::from_millis(250);

/// A session that is followed.
pub(super) struct Following {
    session: Followed,
    /// What the screen shows of the time; it is drawn again when that changes.
    face: String,
    /// Whether the last frame shows all there is.
    still: Cell<bool>,
}

impl Following {
    /// A frame was drawn.
    pub fn drawn(&self) {
        self.still.set(true);
    }

    /// Whether the last frame still holds.
    pub fn is_still(&self) -> bool {
        self.still.get()
    }
}

impl Shell {
    /// Follows the session at `path` from now on.
    pub(super) fn begin_following(&mut self, path: &Path) {
        self.following = Some(Following {
            session: self.store.followed(path),
            face: String::new(),
            still: Cell::new(false),
        });
        self.look_along(&Msg::Tick);
    }

    /// Looks at the session that is followed, if any, and takes the notes once they are free.
    pub(super) fn look_along(&mut self, msg: &Msg) {
        let Some(following) = &mut self.following else {
            return;
        };
        let news = following.session.look();
        let path = following.session.path().to_owned();
        let mut stirred = *msg != Msg::Tick;
        if let Some(read) = news.session {
            stirred |= self.take_session(&path, read);
        }
        if let Some(place) = news.place {
            stirred |= self.take_place(&place);
        }
        stirred |= self.take_notes();
        let face = self.app.face();
        if let Some(following) = &mut self.following {
            stirred |= following.face != face;
            following.face = face;
            if stirred {
                following.still.set(false);
            }
        }
    }

    /// Takes the session as it was read; says whether it, or what keeps it from being read, is another.
    fn take_session(&mut self, path: &Path, read: Result<Parsed<Session>, Problem>) -> bool {
        let desk = &mut self.app.desk;
        let seen = desk.followed.get_or_insert_default();
        match read {
            Ok(parsed) => {
                let mended = seen.fault.take().is_some();
                // A save changes the file and not what it says.
                if desk.session().is_some_and(|session| *session == parsed.doc) {
                    return mended;
                }
                let handle = desk.session.as_ref().map(|open| open.handle);
                desk.session = Some(Open::new(Opened {
                    doc: parsed.doc,
                    // Nothing is ever written to it.
                    handle: handle.unwrap_or(Handle::NONE),
                    path: path.to_owned(),
                    access: Access::Read(parsed.why.unwrap_or(Why::Reviewed)),
                    remarks: parsed.remarks,
                    place: None,
                }));
            }
            Err(problem) => seen.fault = Some(problem),
        }
        true
    }

    /// Takes where the wall is; says whether that is elsewhere.
    fn take_place(&mut self, place: &str) -> bool {
        let known = self.app.desk.followed.get_or_insert_default();
        let now = Seen {
            fault: known.fault.clone(),
            notes_fault: known.notes_fault.clone(),
            ..seen(place)
        };
        let other = **known != now;
        **known = now;
        other
    }

    /// Opens the private notes when nobody else has them open; until then they are shown as they stand. Says whether
    /// something changed.
    fn take_notes(&mut self) -> bool {
        let desk = &self.app.desk;
        let Some(id) = desk.session().map(|session| session.id) else {
            return false;
        };
        let now = desk.room;
        if desk
            .followed
            .as_ref()
            .is_some_and(|seen| seen.notes_fault.is_some())
        {
            return false;
        }
        match desk.why_read_only(Doc::Notes) {
            None if desk.notes.is_some() => return false,
            Some(Why::Held(_)) if self.store.notes_held(id, now).is_some() => {
                return self.look_at_notes(id);
            }
            None | Some(Why::Held(_)) => {}
            Some(_) => return false,
        }
        self.close_notes();
        match self.store.notes(id, now) {
            Ok(opened) => {
                self.app.desk.notes = Some(Open::new(opened));
                self.app.notes_came();
            }
            Err(problem) => {
                let seen = self.app.desk.followed.get_or_insert_default();
                seen.notes_fault = Some(problem);
            }
        }
        true
    }

    /// What another terminal is writing into the notes.
    fn look_at_notes(&mut self, id: uuid::Uuid) -> bool {
        let notes = self.store.look_at_notes(id);
        let (Some(notes), Some(open)) = (notes, &mut self.app.desk.notes) else {
            return false;
        };
        let other = open.doc != notes;
        if other {
            open.doc = notes;
            self.app.notes_came();
        }
        other
    }
}
