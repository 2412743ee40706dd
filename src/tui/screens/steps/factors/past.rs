//! Past factors of the workspace that resemble the one that is open.

use super::{Factors, Id, Key};
use crate::domain::text::Text;
use crate::library::lookalike::Kind;
use crate::tui::desk::{Desk, Doc};
use crate::tui::form::Field;
use crate::tui::screens::steps::shared::analysis;

impl Factors {
    /// The fields of the open factor with what resembles it below its wording.
    pub(super) fn with_alike(&self, mut fields: Vec<Field<Key>>, desk: &Desk) -> Vec<Field<Key>> {
        let at = fields.iter().position(|f| f.key == Key::What).unwrap_or(0) + 1;
        fields.splice(at..at, self.alike.notes(Key::Title, desk));
        fields
    }

    /// Looks for what resembles the factor that is open.
    pub fn look_back(&mut self, desk: &mut Desk) {
        let Some(Id::Factor(id)) = self.at.item else {
            self.alike.refresh(None, Doc::Session, desk);
            return;
        };
        desk.recall();
        let what = analysis(desk)
            .and_then(|a| a.factors.get(id))
            .map(|f| &f.what);
        let none = Text::default();
        let text = what.map(|what| (Kind::Factor, what, &none));
        self.alike.refresh(text, Doc::Session, desk);
    }
}
