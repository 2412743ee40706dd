//! Sentences: deviations.
