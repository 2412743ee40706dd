//! Sentences: ballot.
