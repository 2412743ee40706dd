//! The amendments to a sealed session: written as a draft, added for ever.

use super::{Desk, Doc, Effect, Group, always};
use crate::domain::amendments::{AmendmentFile, Beside, Draft};
use crate::domain::problem::Remark;

impl Desk {
    /// Changes the amendment that is being written.
    pub fn edit_amendment(&mut self, group: Group, change: impl FnOnce(&mut Draft)) -> bool {
        let now = self.now;
        let changes = self
            .amendments
            .as_mut()
            .map(|open| {
                open.edit(
                    group,
                    now,
                    always(|file: &mut AmendmentFile| change(&mut file.draft)),
                )
            })
            .unwrap_or_default();
        self.edited(Doc::Amendments, changes)
    }

    /// Adds the amendment that is being written, dated today. Nothing takes it back: not even undo.
    pub fn add_amendment(&mut self) -> bool {
        let today = self.today();
        let (Some(open), Some(file)) = (&self.session, &mut self.amendments) else {
            return false;
        };
        let session = &open.doc;
        let changes = file.advance(|file| {
            file.add(session, today);
        });
        file.barrier();
        let n = file.doc.amendments.len();
        let added = self.edited(Doc::Amendments, changes);
        if added {
            self.ask(Effect::SayAmended(n));
        }
        added
    }

    /// Whether the file of the open session was changed after it was sealed.
    pub fn is_seal_broken(&self) -> bool {
        let open = self.session.as_ref();
        open.is_some_and(|open| open.remarks.contains(&Remark::SealBroken))
    }

    /// What lies beside the open session and is told with it.
    pub fn beside(&self) -> Beside {
        let Some(session) = self.session() else {
            return Beside::default();
        };
        let file = self.amendments.as_ref().map(|open| &open.doc);
        let mut beside = Beside::new(session, file, self.is_seal_broken());
        beside.doubtful |= self.amendments_fault.is_some();
        beside
    }
}
