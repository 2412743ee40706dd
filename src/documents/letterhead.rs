//! What a structure puts on its documents: its name, its logo, a line at the foot. The disk is read elsewhere.

use crate::domain::piece::Piece;
use crate::domain::problem::LogoFault;
use crate::domain::text::Text;

/// Largest logo, in bytes.
pub const MOST_BYTES: usize = 1_000_000;
/// Most pixels of a side.
const MOST_PIXELS: u32 = 10_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// What a PNG may carry beside its picture: transparency and colours, never who made it, when or where.
const CHUNKS: [&[u8; 4]; 10] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs",
];

/// What every document of a structure carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The name of the structure.
    pub name: String,
    /// Its logo.
    pub logo: Option<Logo>,
    /// What stands at the foot of every page.
    pub footer: String,
}

impl Letterhead {
    /// The same with the name that the structure had when a document was made, if it had one.
    #[must_use]
    pub fn of(self, structure: &Text) -> Self {
        match structure.filled() {
            Some(name) => Self {
                name: name.trim().to_owned(),
                ..self
            },
            None => self,
        }
    }

    /// As it stands on this document of a session: the sheet of lessons goes to everybody and names no structure.
    #[must_use]
    pub fn on(self, piece: Piece, structure: &Text) -> Self {
        match piece {
            Piece::Rex => Self::default(),
            _ => self.of(structure),
        }
    }

    /// One that says only a name.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }
}

/// Kinds of pictures that browsers and word processors all show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl Kind {
    /// How its files end, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }

    /// Its name as a kind of file.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A logo, without what a camera or a program wrote into it beside the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What they are.
    pub kind: Kind,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Logo {
    /// A logo from the bytes of a file: whole, of a known kind, not too large.
    pub fn read(bytes: &[u8]) -> Result<Self, LogoFault> {
        if bytes.len() > MOST_BYTES {
            return Err(LogoFault::TooBig);
        }
        let read = png(bytes).or_else(|| jpeg(bytes));
        let sound = |logo: &Self| {
            let side = 1..=MOST_PIXELS;
            side.contains(&logo.width) && side.contains(&logo.height)
        };
        read.filter(sound).ok_or(LogoFault::NotAnImage)
    }

    /// Its width and height when it is at most so wide and so high, in any unit, at least 1.
    pub fn within(&self, wide: u32, high: u32) -> (u32, u32) {
        let (w, h) = (u64::from(self.width.max(1)), u64::from(self.height.max(1)));
        let (wide, high) = (u64::from(wide), u64::from(high));
        let fit = if w * high > h * wide {
            (wide, h * wide / w)
        } else {
            (w * high / h, high)
        };
        let side = |n: u64| u32::try_from(n.max(1)).unwrap_or(u32::MAX);
        (side(fit.0), side(fit.1))
    }
}

fn number(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?))
}

/// A whole PNG, chunk by chunk.
fn png(bytes: &[u8]) -> Option<Logo> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut kept = PNG.to_vec();
    let mut size = None;
    loop {
        let long = usize::try_from(number(rest)?).ok()?.checked_add(12)?;
        let chunk = rest.get(..long)?;
        let (name, data) = (&chunk[4..8], &chunk[8..long - 4]);
        if size.is_none() {
            size = (name == b"IHDR").then_some((number(data)?, number(data.get(4..)?)?));
            size?;
        }
        if CHUNKS.iter().any(|known| *known == name) {
            kept.extend_from_slice(chunk);
        }
        rest = &rest[long..];
        if name == b"IEND" {
            let (width, height) = size?;
            return Some(Logo {
                bytes: kept,
                kind: Kind::Png,
                width,
                height,
            });
        }
    }
}

/// A whole JPEG, segment by segment up to its picture.
fn jpeg(bytes: &[u8]) -> Option<Logo> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut kept = vec![0xff, 0xd8];
    let mut size = None;
    loop {
        let [0xff, marker, ..] = *rest else {
            return None;
        };
        let long = usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?)) + 2;
        let segment = rest.get(..long)?;
        match marker {
            // The picture itself, up to its end.
            0xda => {
                let (width, height) = size?;
                let end = rest.windows(2).rposition(|pair| pair == b"\xff\xd9")?;
                kept.extend_from_slice(&rest[..end + 2]);
                return Some(Logo {
                    bytes: kept,
                    kind: Kind::Jpeg,
                    width,
                    height,
                });
            }
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let [high, wide] = [5, 7].map(|at| segment.get(at..at + 2));
                let side = |pair: Option<&[u8]>| Some(u16::from_be_bytes(pair?.try_into().ok()?));
                size = Some((u32::from(side(wide)?), u32::from(side(high)?)));
                kept.extend_from_slice(segment);
            }
            // Where, when, with what and by whom it was taken; what someone wrote into it.
            0xe1 | 0xe3..=0xed | 0xef | 0xfe => {}
            _ => kept.extend_from_slice(segment),
        }
        rest = &rest[long..];
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// A PNG of one grey pixel, with a word of its maker.
    pub(crate) fn pixel() -> Vec<u8> {
        let mut out = PNG.to_vec();
        out.extend(b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55");
        out.extend(b"\0\0\0\x0ctEXtAuthor\0Paula\x12\x34\x56\x78");
        out.extend(b"\0\0\0\x0aIDAT\x78\x9c\x63\x68\0\0\0\x82\0\x81\x77\xcd\x72\xb6");
        out.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
        out
    }

    fn photo() -> Vec<u8> {
        let mut out = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
        out.extend(b"\xff\xe1\0\x0cExif\0\0Paul");
        out.extend(b"\xff\xc0\0\x0b\x08\0\x20\0\x40\x01\x01\x11\0");
        out.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\x34\xff\xd9after");
        out
    }

    #[test]
    fn a_logo_keeps_its_picture_and_loses_what_tells_who_made_it() {
        let logo = Logo::read(&pixel()).unwrap();
        assert_eq!((logo.kind, logo.width, logo.height), (Kind::Png, 1, 1));
        assert_eq!(logo.bytes.len(), pixel().len() - 24);
        let logo = Logo::read(&photo()).unwrap();
        assert_eq!((logo.kind, logo.width, logo.height), (Kind::Jpeg, 64, 32));
        assert!(logo.bytes.ends_with(b"\xff\xd9") && logo.bytes.windows(3).all(|w| w != b"Pau"));
        assert_eq!(Logo::read(&logo.bytes), Ok(logo));
    }

    #[test]
    fn what_is_no_whole_image_is_refused() {
        for whole in [pixel(), photo()] {
            for cut in 0..whole.len() - 5 {
                let cut = Logo::read(&whole[..cut]);
                assert_eq!(cut, Err(LogoFault::NotAnImage));
            }
        }
        assert_eq!(Logo::read(b"<svg/>"), Err(LogoFault::NotAnImage));
        let big = vec![0; MOST_BYTES + 1];
        assert_eq!(Logo::read(&big), Err(LogoFault::TooBig));
    }

    #[test]
    fn a_logo_keeps_its_shape_in_any_room() {
        let logo = Logo::read(&photo()).unwrap();
        assert_eq!(logo.within(100, 100), (100, 50));
        assert_eq!(logo.within(100, 10), (20, 10));
    }

    proptest! {
        #[test]
        fn damage_is_never_more_than_a_refusal(at in 0_usize..60, byte: u8) {
            for mut bytes in [pixel(), photo()] {
                if let Some(there) = bytes.get_mut(at) {
                    *there = byte;
                }
                if let Ok(logo) = Logo::read(&bytes) {
                    prop_assert!(logo.width > 0 && logo.height > 0);
                }
            }
        }
    }
}
