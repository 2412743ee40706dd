//! Undoing and doing again, in the document of a screen.

use super::open::Travel;
use super::{Desk, Doc};

impl Desk {
    /// Undoes in this document; says whether something changed.
    pub fn undo(&mut self, doc: Doc) -> bool {
        self.travel(doc, Travel::Back)
    }

    /// Redoes.
    pub fn redo(&mut self, doc: Doc) -> bool {
        self.travel(doc, Travel::Forth)
    }

    fn travel(&mut self, doc: Doc, way: Travel) -> bool {
        let changes = match doc {
            Doc::Session => self.session.as_mut().map(|open| way.go(open)),
            Doc::Incident => self.incident.as_mut().map(|open| way.go(open)),
            Doc::FollowUp => self.follow_up.as_mut().map(|open| way.go(open)),
            Doc::Amendments => self.amendments.as_mut().map(|open| way.go(open)),
            Doc::Notes => self.notes.as_mut().map(|open| way.go(open)),
            Doc::Team => Some(way.go(&mut self.team)),
        };
        self.edited(doc, changes.unwrap_or_default())
    }
}
