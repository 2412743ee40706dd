//! Sentences: help.
