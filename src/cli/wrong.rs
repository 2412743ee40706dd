//! What is wrong with a command line, in our words from the kind of the fault; and the help that was asked for.

use super::{Failure, Outcome, Said};
use crate::domain::text::Text;
use crate::words::Words;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What to say instead of doing something.
pub fn said(words: Words, error: &Error) -> Result<Outcome, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Outcome::Said(Said {
            answer: error.render().to_string(),
            ..Said::default()
        })),
        kind => {
            let help = words.wrong_help("crex");
            let lines = [
                Some(what(words, kind, error)),
                hint(words, error),
                Some(help),
            ];
            let lines: Vec<String> = lines.into_iter().flatten().collect();
            Err(Failure::Usage(lines.join("\n")))
        }
    }
}

/// The fault itself.
fn what(words: Words, kind: ErrorKind, error: &Error) -> String {
    let named = |kind| named(error, kind);
    let argument = named(ContextKind::InvalidArg);
    match kind {
        ErrorKind::InvalidSubcommand => words.wrong_command(&named(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => words.wrong_argument(&argument),
        ErrorKind::InvalidValue if named(ContextKind::InvalidValue).is_empty() => {
            words.wrong_value_missing(&argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words.wrong_value(&named(ContextKind::InvalidValue), &argument)
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            words.wrong_value_missing(&argument)
        }
        ErrorKind::TooManyValues => words.wrong_argument(&named(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => words.wrong_twice(&argument),
        ErrorKind::MissingRequiredArgument => words.wrong_missing(&argument.replace("...", "…")),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.wrong_missing_command().to_owned()
        }
        ErrorKind::InvalidUtf8 => words.wrong_text().to_owned(),
        _ => words.wrong_other().to_owned(),
    }
}

/// What may have been meant, or what is possible.
fn hint(words: Words, error: &Error) -> Option<String> {
    let close = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let close = close.into_iter().map(|kind| named(error, kind));
    let possible = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let possible = possible.into_iter().map(|kind| named(error, kind));
    let close = close.into_iter().find(|name| !name.is_empty());
    let possible = possible.into_iter().find(|names| !names.is_empty());
    possible
        .map(|names| words.wrong_possible(&names))
        .or_else(|| close.map(|name| words.wrong_close(&name)))
}

/// What the fault names, as one line without anything that could disturb a terminal.
fn named(error: &Error, kind: ContextKind) -> String {
    let raw = match error.get(kind) {
        Some(ContextValue::String(name)) => name.clone(),
        Some(ContextValue::Strings(names)) => names.join(", "),
        _ => String::new(),
    };
    Text::line(&raw).as_str().to_owned()
}
