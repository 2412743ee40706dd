//! Sentences: factors.
