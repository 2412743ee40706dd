//! What leaves the program: JSON, and files that take the place of nothing but an export that nobody changed.

use super::{Context, Failure, shown};
use crate::documents;
use crate::domain::amendments::Beside;
use crate::domain::problem::{FileFault, Problem};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::store;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Indented JSON ending with a line break.
pub fn json(value: &Value) -> String {
    // A value made in memory has nothing that cannot be written.
    format!("{value:#}\n")
}

/// A session as JSON, without private notes.
pub fn session_json(session: &Session, beside: &Beside) -> Result<String, Failure> {
    documents::json::json_of(session, beside).map_err(|_| {
        let fault = FileFault::Incoherent(Text::default());
        Problem::File("json".into(), fault).into()
    })
}

/// Writes an export in one move, for its owner alone. Only an export that nobody changed is replaced.
pub fn write(context: &Context, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    refuse(context, path, bytes)?;
    let words = context.words;
    let told = |error| match store::disk_problem(path, &error) {
        Problem::Disk(path, fault) => Failure::Refused(words.export_fault(&shown(&path), fault)),
        problem => problem.into(),
    };
    store::write_export(context.disk()?, &known_by(context), path, bytes).map_err(told)
}

/// Whether something stands there that an export must not replace.
pub fn refuse(context: &Context, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let (words, name) = (context.words, shown(path));
    if path.is_dir() {
        return Err(Failure::Refused(words.output_folder(&name)));
    }
    if path.extension().is_some_and(|e| e == "ron" || e == "age") {
        return Err(Failure::Refused(words.output_session(&name)));
    }
    // A device or a pipe may never end, and is nothing that a file can take the place of.
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(Failure::Refused(words.output_other(&name)));
    }
    match store::may_export(context.disk()?, &known_by(context), path, bytes) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::Refused(words.output_other(&name))),
        // What cannot be read may be anything.
        Err(error) => Err(store::disk_problem(path, &error).into()),
    }
}

/// The folder of the workspace that knows what was written where; where there is none, nothing is known.
fn known_by(context: &Context) -> PathBuf {
    context.root().unwrap_or_default()
}
