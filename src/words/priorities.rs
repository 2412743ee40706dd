//! Sentences: priorities.
