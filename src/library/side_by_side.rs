//! Two pieces of work that do not need each other. Whether they are done side by side is for whoever has threads to say.

/// A way to do two things.
pub trait SideBySide {
    /// Does both, in whatever order.
    fn both<A: Send, B: Send>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B);
}

/// One after the other.
#[derive(Clone, Copy, Debug)]
pub struct InTurn;

impl SideBySide for InTurn {
    fn both<A: Send, B: Send>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        (one(), other())
    }
}
