//! From the bytes of a file to its text: UTF-8 with a mark or without, UTF-16 with a mark, else the Windows-1252 that
//! spreadsheets in French write.

use crate::domain::import::{Encoding, Unreadable};

/// What the bytes 0x80 to 0x9f are in Windows-1252 (WHATWG encoding standard); the others are those of Latin-1.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text in `file`, its line breaks as `\n`.
pub fn decode(file: &[u8]) -> Result<(String, Encoding), Unreadable> {
    if file.starts_with(b"PK\x03\x04") || file.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Unreadable::Workbook);
    }
    let (text, encoding) = text(file);
    if text.contains('\0') {
        return Err(Unreadable::NoText);
    }
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok((text.replace("\r\n", "\n").replace('\r', "\n"), encoding))
}

fn text(file: &[u8]) -> (String, Encoding) {
    if let Some(rest) = file.strip_prefix(&[0xff, 0xfe]) {
        return (utf16(rest, u16::from_le_bytes), Encoding::Utf16);
    }
    if let Some(rest) = file.strip_prefix(&[0xfe, 0xff]) {
        return (utf16(rest, u16::from_be_bytes), Encoding::Utf16);
    }
    let bare = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
    match std::str::from_utf8(bare) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) if is_mostly_utf8(bare) => {
            (String::from_utf8_lossy(bare).into_owned(), Encoding::Mixed)
        }
        Err(_) => (
            bare.iter().map(|b| windows(*b)).collect(),
            Encoding::Windows1252,
        ),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Accents in UTF-8 are seldom met by chance: where they outnumber the bytes that are none, the file is UTF-8 all the same.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}
