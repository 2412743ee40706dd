//! The records of a journal: how each is written, and what is read of them, damaged or not.

use crate::domain::parts::{Change, Parts};
use crate::domain::seal::fingerprint;

const HEAD: &str = "crex-journal 1 ";
/// The base of a document that has no file yet.
pub(super) const NO_FILE: &str = "-";

/// One record as read.
struct Record<'a> {
    kind: u8,
    seq: u64,
    payload: &'a str,
    bytes: &'a [u8],
}

/// What a journal gave back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Edits done again.
    pub edits: usize,
    /// Whether the end was torn.
    pub torn: bool,
    /// The number of the first record that is damaged with whole ones behind it (0 is the head), and how many edits could not be
    /// done again for it.
    pub damaged: Option<(u64, u64)>,
    /// Whether the file is neither the one the journal starts from nor one that was saved since.
    pub foreign: bool,
}

pub(super) fn head(base: &str) -> Vec<u8> {
    format!("{HEAD}{base}\n").into_bytes()
}

fn sum(kind: u8, seq: u64, payload: &str) -> String {
    let mut sum = fingerprint(format!("{}{seq} {payload}", char::from(kind)).as_bytes());
    sum.truncate(8);
    sum
}

pub(super) fn record(kind: u8, seq: u64, payload: &str) -> Vec<u8> {
    let mut record = head_of(kind, seq, payload);
    record.extend_from_slice(payload.as_bytes());
    record.push(b'\n');
    record
}

/// The first line of a record.
fn head_of(kind: u8, seq: u64, payload: &str) -> Vec<u8> {
    let sum = sum(kind, seq, payload);
    let len = payload.len();
    format!("{} {seq} {len} {sum}\n", char::from(kind)).into_bytes()
}

/// One line per change: its path, then `=` and the value, or nothing when the item was taken out.
pub(super) fn payload(changes: &[Change]) -> String {
    let lines: Vec<String> = changes
        .iter()
        .map(|change| match &change.value {
            Some(value) => format!("{}={value}", change.path),
            None => change.path.clone(),
        })
        .collect();
    lines.join("\n")
}

fn changes_of(payload: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    payload.lines().map(|line| match line.split_once('=') {
        Some((path, value)) => (path, Some(value)),
        None => (line, None),
    })
}

pub(super) fn renumbered(bytes: &[u8], seq: u64) -> Vec<u8> {
    let payload = next_record(bytes).map_or("", |(found, _)| found.payload);
    record(b'C', seq, payload)
}

/// The records of a journal, its head first, each edit as `with` says it; those that it says nothing of stay as they are. What
/// is damaged goes.
pub(super) fn reworded(bytes: &[u8], with: impl Fn(&str) -> Option<String>) -> Vec<Vec<u8>> {
    let read = records(bytes);
    let head = head(read.from.unwrap_or(NO_FILE));
    let said = read.whole.iter().map(|found| match with(found.payload) {
        Some(payload) => record(found.kind, found.seq, &payload),
        None => found.bytes.to_vec(),
    });
    std::iter::once(head).chain(said).collect()
}

/// The records that are not in the file yet, after doing them again on `doc`.
pub(super) fn replay<'a, D: Parts>(
    bytes: &'a [u8],
    base: &str,
    doc: &mut D,
) -> (Vec<&'a [u8]>, Replayed) {
    let read = records(bytes);
    let mut told = Replayed {
        torn: read.torn,
        ..Replayed::default()
    };
    let mut marks = read.whole.iter().rev().filter(|r| r.kind == b'M');
    let marked = marks.find(|r| r.payload == base);
    // Without its head a journal that has records could belong to any file.
    let ours = read.from.map_or(read.whole.is_empty(), |from| from == base);
    told.foreign = marked.is_none() && !ours;
    let done = marked.map_or(0, |mark| mark.seq);
    let mut left = Vec::new();
    let mut unfit = 0;
    for found in read.whole.iter().filter(|r| is_left(r, done)) {
        let changes = changes_of(found.payload);
        // On a file from elsewhere a change may find nothing to change; the others still hold.
        let failed = changes.filter(|(path, value)| doc.apply(path, *value).is_err());
        unfit += u64::from(failed.count() > 0);
        left.push(found.bytes);
        told.edits += 1;
    }
    told.damaged = read.gaps.first().map(|first| {
        let lost: u64 = read.gaps.iter().map(|gap| gap.lost(done)).sum();
        (first.number, lost + unfit)
    });
    (left, told)
}

/// Whether a record is an edit that the file does not hold, which has those up to `done`.
fn is_left(record: &Record, done: u64) -> bool {
    record.kind == b'C' && record.seq > done
}

/// What a journal holds, damaged or not.
#[derive(Default)]
struct Records<'a> {
    /// The base that its head names; none when the head is damaged.
    from: Option<&'a str>,
    /// Its whole records, in order.
    whole: Vec<Record<'a>>,
    /// Where something damaged stands between what is whole.
    gaps: Vec<Gap>,
    /// Whether it ends with what is no record.
    torn: bool,
}

/// A stretch of a journal that is damaged, with a whole record behind it.
struct Gap {
    /// The number of its first record; 0 is the head.
    number: u64,
    /// The number of the last edit before it, if there is one.
    before: Option<u64>,
    /// The number of the last edit that can have stood in it.
    last: u64,
}

impl Gap {
    /// How many edits stood in it that the file does not hold, which has those up to `done`.
    fn lost(&self, done: u64) -> u64 {
        match self.before {
            Some(before) => self.last.saturating_sub(before.max(done)),
            None => u64::from(self.number > 0 && self.last > done),
        }
    }
}

/// Reads a journal; behind what is damaged it goes on with the next record that is whole.
fn records(bytes: &[u8]) -> Records<'_> {
    let mut out = Records::default();
    let mut rest = bytes;
    if let Some((from, after)) = split_head(bytes) {
        out.from = Some(from);
        rest = after;
    }
    let mut number = u64::from(out.from.is_some());
    while !rest.is_empty() {
        if let Some((found, after)) = next_record(rest) {
            out.whole.push(found);
            rest = after;
        } else {
            let Some((next, after)) = resumed(rest) else {
                out.torn = true;
                break;
            };
            out.gaps.push(Gap {
                number,
                before: out.whole.last().map(|record| record.seq),
                last: next.seq - u64::from(next.kind == b'C').min(next.seq),
            });
            out.whole.push(next);
            rest = after;
            number += 1;
        }
        number += 1;
    }
    out
}

/// The next whole record after one that is damaged at the start of `bytes`, and what follows it. It is looked for at every
/// byte, as the line break before it may be what is damaged. Nothing in a payload can be taken for one: the line break behind
/// its sum stands nowhere inside a text.
fn resumed(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let begins = |at: &usize| matches!(bytes[*at..], [b'C' | b'M', b' ', b'0'..=b'9', ..]);
    let mut places = (1..bytes.len()).filter(begins);
    places.find_map(|at| next_record(&bytes[at..]))
}

fn split_head(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().position(|b| *b == b'\n')?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let base = line.strip_prefix(HEAD)?;
    let is_print = base.len() == 64 && base.bytes().all(|b| b.is_ascii_hexdigit());
    // Anything else is damaged, perhaps the end of its line.
    (is_print || base == NO_FILE).then_some((base, &bytes[end + 1..]))
}

/// The record at the start of `bytes` and what follows it; none when it is torn.
fn next_record(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let end = bytes.iter().position(|b| *b == b'\n')?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut words = line.split(' ');
    let kind = *words.next()?.as_bytes().first()?;
    let seq = words.next()?.parse().ok()?;
    let len: usize = words.next()?.parse().ok()?;
    let start = end + 1;
    let stop = start.checked_add(len)?;
    let payload = std::str::from_utf8(bytes.get(start..stop)?).ok()?;
    // Written in another way it is not ours, whatever its sum.
    if bytes[..start] != *head_of(kind, seq, payload) || bytes.get(stop) != Some(&b'\n') {
        return None;
    }
    let found = Record {
        kind,
        seq,
        payload,
        bytes: &bytes[..=stop],
    };
    Some((found, &bytes[stop + 1..]))
}
