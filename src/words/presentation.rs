//! Sentences: presentation.
