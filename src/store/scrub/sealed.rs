//! A sealed session without a word gets a new seal of the same hour, and says that something was erased and which fingerprint it
//! had; its amendments are tied to the new one.

use super::super::format;
use super::Scrub;
use super::documents::Document;
use crate::domain::amendments::AmendmentFile;
use crate::domain::erasure::Erasure;
use crate::domain::problem::{FileFault, Problem, Remark};
use crate::domain::seal;
use crate::domain::session::Session;
use crate::domain::text::Text;
use serde::Serialize;
use std::collections::HashMap;
use std::path::Path;
use uuid::Uuid;

/// The seals that each session has and had.
pub type Seals = HashMap<Uuid, (Text, Vec<Text>)>;

impl Scrub<'_> {
    /// A session without the word, with the trace that says so.
    pub fn session(
        &self,
        path: &Path,
        document: &Document,
        seals: &mut Seals,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let before = format::parse::<Session>(path, &document.bytes)?;
        let id = before.doc.id;
        let broken = before.remarks.contains(&Remark::SealBroken);
        let print = before.doc.seal.as_ref().filter(|_| !broken);
        let print = print.map(|seal| seal.fingerprint.clone());
        let erasures = before.doc.erasures.iter();
        let mut olds: Vec<Text> = erasures.map(|erasure| erasure.sealed.clone()).collect();
        olds.retain(|old| !old.is_blank());
        let Some(text) = document.without.changed() else {
            seals.extend(print.map(|print| (id, (print, olds))));
            return Ok(None);
        };
        let mut doc = format::document::<Session>(path, text.as_bytes())?;
        doc.erasures.push(Erasure {
            at: Some(self.now),
            places: u32::try_from(document.without.places.len()).unwrap_or(u32::MAX),
            reason: self.reason(),
            sealed: print.clone().unwrap_or_default(),
        });
        if before.why.is_none() {
            return format::encode(path, &doc).map(Some);
        }
        let traced = traced(path, text, &doc.erasures)?;
        // A seal that did not hold must not hold now; what we do not know stays as it is.
        let again = print.and_then(|print| Some((print, seal::again(&traced)?)));
        let Some((print, sealed)) = again else {
            return Ok(Some(traced));
        };
        olds.push(print);
        let again = format::document::<Session>(path, &sealed)?.seal;
        seals.insert(id, (again.map(|s| s.fingerprint).unwrap_or_default(), olds));
        Ok(Some(sealed))
    }

    /// Amendments without the word, tied to the seal that their session has now. A chain that did not hold is not mended.
    pub fn amendments(
        path: &Path,
        document: &Document,
        seals: &Seals,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let before = format::parse::<AmendmentFile>(path, &document.bytes)?;
        let text = document.without.changed().map(str::as_bytes);
        if before.why.is_some() {
            return Ok(text.map(<[u8]>::to_vec));
        }
        let before = before.doc;
        let mut after = match text {
            Some(text) => format::document::<AmendmentFile>(path, text)?,
            None => before.clone(),
        };
        let current = seals.get(&before.session);
        let current = current.filter(|(_, olds)| olds.contains(&before.sealed));
        let sealed = current.map_or(before.sealed.clone(), |(print, _)| print.clone());
        if before.faults().is_empty() {
            after.tie(sealed);
        } else {
            after.sealed = sealed;
        }
        if after == before {
            return Ok(None);
        }
        format::encode(path, &after).map(Some)
    }
}

/// The text of a session whose form must not change otherwise, with these traces right before its seal.
fn traced(path: &Path, text: &str, erasures: &[Erasure]) -> Result<Vec<u8>, Problem> {
    let Some(at) = text.rfind(seal::MARK) else {
        return Ok(text.as_bytes().to_vec());
    };
    let (before, seal) = text.split_at(at);
    let before = before
        .rfind(seal::ERASURES)
        .map_or(before, |at| &before[..at]);
    let block = format::pretty(&Traces { erasures }).ok();
    let inside = block
        .as_deref()
        .and_then(|text| text.strip_prefix('(')?.strip_suffix("\n)"));
    let unfit = || Problem::File(path.to_owned(), FileFault::Incoherent(Text::default()));
    Ok([before, inside.ok_or_else(unfit)?, seal]
        .concat()
        .into_bytes())
}

/// The traces as they stand in a session.
#[derive(Serialize)]
struct Traces<'a> {
    erasures: &'a [Erasure],
}
