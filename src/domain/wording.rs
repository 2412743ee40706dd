//! What of the wording guard is kept: what a team does not want to hear of, what a session passed over.

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
        /// Marks of the fragments passed over; too short to tell their words back.
        pub passed: Vec<u16>,
    }
}
