//! Sentences: first run.
