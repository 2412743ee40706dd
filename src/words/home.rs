//! Sentences: home.
