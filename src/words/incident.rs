//! Sentences: incident.
