//! What of the wording guard is kept: what a team does not want to hear of, what a session passed over.

use serde::{Deserialize, Serialize};

crate::choices! {
    /// What the wording guard watches for.
    pub enum Watch {
        /// Names and other identifiers.
        Identifiers,
        /// Blame.
        Blame,
        /// A person as the final cause.
        Persons,
        /// Solutions among the facts.
        Solutions,
    }
}

crate::record! {
    /// What a session said to the wording guard.
    pub struct Guarding {
        /// Whether it is silent until the end.
        pub silent: bool,
        /// Marks of the fragments passed over.
        pub passed: Vec<Mark>,
    }
}

/// The mark of a fragment. Eight bits: it tells no word back, and of any 256 names about one has it, so that it confirms none
/// against a list of everyone who works in a house. Who suspects one name alone does learn something from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Mark(u8);

/// Marks once had sixteen bits: such a one is brought down, and still passes over the same words.
impl From<u16> for Mark {
    fn from(bits: u16) -> Self {
        let [high, low] = bits.to_be_bytes();
        Self(high ^ low)
    }
}

impl From<Mark> for u16 {
    fn from(mark: Mark) -> Self {
        mark.0.into()
    }
}

impl Guarding {
    /// Takes over what was passed over elsewhere. Silence is not taken over: it is for those who asked for it.
    pub fn pass_as(&mut self, other: &Self) {
        for mark in &other.passed {
            self.pass(*mark);
        }
    }

    /// Passes over a fragment.
    pub fn pass(&mut self, mark: Mark) {
        if !self.passed.contains(&mark) {
            self.passed.push(mark);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_mark_of_sixteen_bits_is_read_as_the_one_of_eight() {
        let old: Guarding = ron::from_str("(passed: [0xa55a, 7])").unwrap();
        assert_eq!(old.passed, [Mark(0xff), Mark(7)]);
        assert_eq!(ron::to_string(&old).unwrap(), "(passed:[255,7])");
    }
}
