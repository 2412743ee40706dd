//! Sentences: opening.
