//! Stable ids of shipped or team-made content: `cadya`, `E2.1`, `medication`.

use super::text::Text;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A content id. Unknown ones are kept and shown as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Code(Text);

impl Code {
    /// A code of this spelling.
    pub fn new(raw: &str) -> Self {
        Self(Text::line(raw))
    }

    /// The spelling.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether none was chosen.
    pub fn is_empty(&self) -> bool {
        self.0.as_str().is_empty()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Code {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

crate::choices! {
    /// A language of the product.
    pub enum Lang {
        /// French, the default.
        Fr,
        /// English.
        En,
    }
}

crate::record! {
    /// A label in both languages; a missing English one falls back to the French.
    pub struct Label {
        /// French.
        pub fr: Text,
        /// English.
        pub en: Text,
    }
}

impl Label {
    /// The label in `lang`, or in the other language where it is missing.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Fr => (&self.fr, &self.en),
            Lang::En => (&self.en, &self.fr),
        };
        first.filled().unwrap_or(second.as_str())
    }
}
