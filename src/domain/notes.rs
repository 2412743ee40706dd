//! Private notes: a file of their own, in no document, outside seal and undo.

use super::text::Text;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// `notes/<session>.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// Schema of the file.
    pub schema: u32,
    /// The session.
    pub session: Uuid,
    /// The notes.
    #[serde(default)]
    pub text: Text,
}

impl Notes {
    /// No note yet.
    pub fn new(session: Uuid) -> Self {
        Self {
            schema: super::SCHEMA,
            session,
            text: Text::default(),
        }
    }
}
