//! Sentences: choice.
