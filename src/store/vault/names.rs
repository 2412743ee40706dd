//! The names of documents: in the clear by day and title, encrypted by what says nothing.

use super::super::document::Document;
use super::super::format;
use crate::domain::seal::fingerprint;
use std::path::Path;
use uuid::Uuid;

/// The name that a document has in the clear, by its day and its title, and its id.
pub fn named<D: Document>(path: &Path, bytes: &[u8]) -> Option<(String, Uuid)> {
    let doc: D = format::document(path, bytes).ok()?;
    let stem = stem_of(path);
    let (_, words) = doc.stamp();
    let slug = super::super::slug(words);
    let name = match stem.split_at_checked(10) {
        Some((day, rest)) if !slug.is_empty() => format!("{day}-{slug}{rest}"),
        _ => stem,
    };
    Some((name, doc.id()))
}

pub fn stem_of(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A name that says nothing: the day and the id of a document, what else there is by its fingerprint. A name that says nothing
/// as it is stays.
pub fn blank_name(path: &Path) -> String {
    let stem = stem_of(path);
    let hex = |part: &str| part.len() == 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let is_uuid = stem.parse::<Uuid>().is_ok();
    if is_uuid || stem == "team" || stem == "destroyed" {
        return stem;
    }
    let day = stem
        .get(..10)
        .filter(|day| day.parse::<chrono::NaiveDate>().is_ok());
    let rest = day.map_or(stem.as_str(), |day| &stem[day.len()..]);
    let (own, copy) = rest
        .rsplit_once("-conflit-")
        .map_or((rest, None), |(own, copy)| (own, Some(copy)));
    let id = own.rsplit('-').next().filter(|id| hex(id));
    let print = fingerprint(stem.as_bytes());
    let id = id.unwrap_or(&print[..8]);
    let day = day.map(|day| format!("{day}-")).unwrap_or_default();
    match copy.filter(|copy| hex(copy)) {
        Some(copy) => format!("{day}{id}-conflit-{copy}"),
        None => format!("{day}{id}"),
    }
}
