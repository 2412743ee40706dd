//! From bytes to a document and back: every fault named with its place, never in a library's words.

use super::disk::Disk;
use super::document::Document;
use super::{clean, fault};
use crate::domain::SCHEMA;
use crate::domain::problem::{FileFault, Problem, Remark, RonFault, Why};
use crate::domain::ron_fault;
use crate::domain::ron_pieces::{Kind, pieces};
use crate::domain::seal;
use crate::domain::session::{Seal, Session};
use crate::domain::text::Text;
use crate::words::Words;
use chrono::NaiveDateTime;
use ron::ser::PrettyConfig;
use serde::Serialize;
use simdutf8::compat::from_utf8;
use std::fs::Metadata;
use std::path::Path;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What a file held.
#[derive(Clone, Debug)]
pub struct Parsed<D> {
    /// The document.
    pub doc: D,
    /// What was noticed.
    pub remarks: Vec<Remark>,
    /// Why it may not be changed, if so.
    pub why: Option<Why>,
}

/// The bytes of a regular file (or of a link to one) of a size that can be.
pub fn read_bytes(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, Problem> {
    refuse_what_is_no_file(path, &disk.stat(path).map_err(fault::at(path))?)?;
    disk.read(path).map_err(fault::at(path))
}

/// The same in place of these bytes, of a file that was just looked at.
pub(super) fn read_into(
    disk: &dyn Disk,
    path: &Path,
    seen: &Metadata,
    bytes: &mut Vec<u8>,
) -> Result<(), Problem> {
    refuse_what_is_no_file(path, seen)?;
    disk.read_into(path, seen, bytes).map_err(fault::at(path))
}

fn refuse_what_is_no_file(path: &Path, meta: &Metadata) -> Result<(), Problem> {
    let damaged = |fault| Problem::File(path.to_owned(), fault);
    if meta.is_dir() {
        return Err(damaged(FileFault::Folder));
    }
    // Opening a pipe would wait for ever.
    if !meta.is_file() {
        return Err(damaged(FileFault::NotAFile));
    }
    if meta.len() > MAX_BYTES {
        return Err(damaged(FileFault::TooLarge(meta.len(), MAX_BYTES)));
    }
    Ok(())
}

/// What the bytes of a file hold, before anything is remarked on it.
struct Bare<'a, D> {
    doc: D,
    text: &'a str,
    /// Whether it began with a byte order mark.
    marked: bool,
    /// Its schema, when it is a later one than ours.
    newer: Option<u32>,
    /// Fields that are not ours.
    unknown: Vec<Text>,
}

/// The document in `bytes` and nothing of what could be remarked on it, for those who read thousands of files to tell what they
/// hold together: what cannot be read is the same as for [`parse`].
pub fn document<D: Document>(path: &Path, bytes: &[u8]) -> Result<D, Problem> {
    bare(path, bytes).map(|bare| bare.doc)
}

fn bare<'a, D: Document>(path: &Path, bytes: &'a [u8]) -> Result<Bare<'a, D>, Problem> {
    let damaged = |fault| Problem::File(path.to_owned(), fault);
    let (text, marked) = marked_text(bytes).map_err(damaged)?;
    let newer = schema_of(text).filter(|schema| *schema > SCHEMA);
    let mut unknown = Vec::new();
    match from_text(text, &mut unknown) {
        Ok(doc) => Ok(Bare {
            doc,
            text,
            marked,
            newer,
            unknown,
        }),
        Err(fault) => Err(match newer {
            Some(schema) => Problem::ReadOnly(path.to_owned(), Why::NewerSchema(schema)),
            None => damaged(fault),
        }),
    }
}

/// The document in `bytes`; `path` is named in problems.
pub fn parse<D: Document>(path: &Path, bytes: &[u8]) -> Result<Parsed<D>, Problem> {
    let bare = bare::<D>(path, bytes)?;
    let (doc, newer, unknown) = (bare.doc, bare.newer, bare.unknown);
    let mut remarks = Vec::new();
    if bare.marked {
        remarks.push(Remark::ByteOrderMark);
    }
    if !clean::is_clean(bare.text) {
        remarks.push(Remark::Cleaned);
    }
    if doc.seal().is_some_and(|s| !seal::holds(bytes, s)) {
        remarks.push(Remark::SealBroken);
    }
    remarks.extend(doc.incoherence());
    // What is sealed says so before anything else; what it holds beyond is told all the same.
    if doc.seal().is_some() && !unknown.is_empty() {
        remarks.push(Remark::UnknownFields(unknown.clone()));
    }
    let why = newer.map(Why::NewerSchema).or_else(|| {
        let sealed = doc.seal().is_some().then_some(Why::Sealed);
        sealed.or_else(|| (!unknown.is_empty()).then_some(Why::UnknownFields(unknown)))
    });
    Ok(Parsed { doc, remarks, why })
}

/// The text of a file that holds no document, without a byte order mark.
pub fn text_of(bytes: &[u8]) -> Result<&str, FileFault> {
    marked_text(bytes).map(|(text, _)| text)
}

/// The text of a file, and whether it began with a byte order mark.
fn marked_text(bytes: &[u8]) -> Result<(&str, bool), FileFault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileFault::Utf16);
    }
    let (body, marked) = match bytes.strip_prefix("\u{feff}".as_bytes()) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    // UTF-16 without a mark: ASCII with a zero beside every letter.
    if body.len() >= 2 && (body[0] == 0) != (body[1] == 0) {
        return Err(FileFault::Utf16);
    }
    let text = from_utf8(body).map_err(|error| {
        let valid = from_utf8(&body[..error.valid_up_to()]).unwrap_or_default();
        match error.error_len() {
            None => cut_at_end(valid),
            Some(_) => FileFault::NotUtf8(error.valid_up_to() + bytes.len() - body.len()),
        }
    })?;
    if text.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    Ok((text, marked))
}

fn from_text<D: Document>(text: &str, unknown: &mut Vec<Text>) -> Result<D, FileFault> {
    let doc = ron_fault::read_noting(text, &mut |path| {
        unknown.push(Text::line(path));
    });
    doc.map_err(|error| located(text, &error))
}

/// A fault of RON with its place; a file that stops while something is open is a cut one.
pub(super) fn located(text: &str, error: &ron::error::SpannedError) -> FileFault {
    let end = error.span.end;
    // Of a text that is not closed, its beginning is told.
    let unclosed = matches!(error.code, ron::Error::ExpectedStringEnd | ron::Error::Eof);
    let at_end = || offset(text, end.line, end.col) >= last_word(text);
    if ends_open(text) && (unclosed || at_end()) {
        return cut_at_end(text);
    }
    let start = error.span.start;
    let kind = fault::ron(&error.code);
    let (line, column) = if kind == RonFault::Trailing {
        let after = offset(text, start.line, start.col);
        let blank = text[after..].len() - text[after..].trim_start().len();
        place_of(&text[..after + blank])
    } else {
        (start.line, start.col)
    };
    FileFault::Ron(line, column, kind)
}

fn cut_at_end(text: &str) -> FileFault {
    let (line, column) = place_of(text.trim_end());
    FileFault::Cut(line, column)
}

/// The line and column, from 1, where `text` ends.
fn place_of(text: &str) -> (usize, usize) {
    let line = text.matches('\n').count() + 1;
    let tail = text.rsplit('\n').next().unwrap_or_default();
    (line, tail.chars().count() + 1)
}

/// Where the last word, sign or number begins.
fn last_word(text: &str) -> usize {
    let end = text.trim_end();
    end.rfind(|c: char| c.is_whitespace() || "([,:\"".contains(c))
        .unwrap_or(0)
}

/// The byte at a line and column, both from 1.
fn offset(text: &str, line: usize, col: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    let tail = &text[start..];
    let within = tail.char_indices().nth(col.saturating_sub(1));
    start + within.map_or(tail.len(), |(at, _)| at)
}

/// Whether a bracket, a text or a comment is still open where the text ends.
fn ends_open(text: &str) -> bool {
    let mut depth = 0_usize;
    for piece in pieces(text) {
        match piece.kind {
            _ if !piece.closed => return true,
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth > 0
}

/// The schema that the head of a file names, without reading the rest.
fn schema_of(text: &str) -> Option<u32> {
    let rest = text.trim_start().strip_prefix('(')?.trim_start();
    let rest = rest.strip_prefix("schema")?.trim_start();
    let rest = rest.strip_prefix(':')?.trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// A value as it stands in a file.
pub(super) fn pretty(value: &impl Serialize) -> Result<String, ron::Error> {
    let config = PrettyConfig::new()
        .new_line("\n")
        .indentor("    ")
        .struct_names(false)
        .escape_strings(false);
    ron::ser::to_string_pretty(value, config)
}

/// The bytes of a document, the same for the same content; read back before they are given.
pub fn encode<D: Document>(path: &Path, doc: &D) -> Result<Vec<u8>, Problem> {
    let unfit = || {
        let fault = FileFault::Incoherent(Text::default());
        Problem::File(path.to_owned(), fault)
    };
    let mut text = pretty(doc).map_err(|_| unfit())?;
    text.push('\n');
    let back: D = ron_fault::read(&text).map_err(|_| unfit())?;
    if back != *doc {
        return Err(unfit());
    }
    Ok(text.into_bytes())
}

/// The session ended at `at` with its seal, and the bytes of its file.
pub fn sealed(
    path: &Path,
    session: &Session,
    at: NaiveDateTime,
) -> Result<(Session, Vec<u8>), Problem> {
    let mut sealed = session.clone();
    sealed.end(at, &Words(session.lang).vote_sealed().into());
    // The seal is the last field, and the fingerprint its last: what stands before does not depend on what it says.
    sealed.seal = Some(Seal {
        at,
        fingerprint: Text::default(),
    });
    let draft = encode(path, &sealed)?;
    let fingerprint = seal::fingerprint(seal::covered(&draft));
    sealed.seal = Some(Seal {
        at,
        fingerprint: Text::from(fingerprint),
    });
    let bytes = encode(path, &sealed)?;
    Ok((sealed, bytes))
}
