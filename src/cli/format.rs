//! In what format something is written: as it is asked for by name, else as its file ends.

use super::{Failure, text};
use crate::words::Words;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// Endings that tell people and their machines what is in a file: under them nothing else is written.
const TELLING: [&str; 13] = [
    "csv", "doc", "docx", "htm", "html", "ics", "json", "md", "ods", "odt", "pdf", "xls", "xlsx",
];

/// The file that is to be written, if it is one.
pub fn file(matches: &ArgMatches) -> Option<&PathBuf> {
    let to = matches.get_one::<PathBuf>("output");
    to.filter(|path| path.as_os_str() != "-")
}

/// The format asked for: by `--format`, else by the ending of the file, which is one of these; empty when neither tells.
pub fn asked<'a>(
    words: Words,
    matches: &'a ArgMatches,
    endings: &[&'static str],
) -> Result<&'a str, Failure> {
    match text(matches, "format") {
        "" => Ok(of_file(words, file(matches).map(PathBuf::as_path), endings)?.unwrap_or_default()),
        named => Ok(named),
    }
}

/// Which of these endings a file has; an ending that promises something else is refused.
pub fn of_file(
    words: Words,
    to: Option<&Path>,
    endings: &[&'static str],
) -> Result<Option<&'static str>, Failure> {
    let ending = to.and_then(Path::extension).unwrap_or_default();
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    let same = |one: &&&str| **one == ending || (**one == "html" && ending == "htm");
    let found = endings.iter().find(same).copied();
    if found.is_none() && TELLING.contains(&ending.as_str()) {
        let all: Vec<String> = endings.iter().map(|one| format!(".{one}")).collect();
        return Err(Failure::Usage(
            words.cli_no_such_file(&ending, &all.join(", ")),
        ));
    }
    Ok(found)
}
