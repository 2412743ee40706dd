//! Sentences: settings.
