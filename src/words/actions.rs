//! Sentences: actions.
