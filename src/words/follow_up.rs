//! Sentences: follow up.
