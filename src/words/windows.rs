//! Sentences: windows.
