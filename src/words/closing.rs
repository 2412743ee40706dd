//! Sentences: closing.
