//! A file made of parts, as office programs have them. Nothing in it depends on the clock: the same parts give the same bytes.

use std::io::{Cursor, Write as _};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A part: its name, what it holds, and whether it may be made smaller.
pub(super) type Part = (String, Vec<u8>, bool);

/// The whole file.
pub(super) fn packed(parts: &[Part]) -> ZipResult<Vec<u8>> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes, packs) in parts {
        let how = if *packs {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        let options = SimpleFileOptions::default().compression_method(how);
        out.start_file(name, options.last_modified_time(DateTime::default()))?;
        out.write_all(bytes)?;
    }
    Ok(out.finish()?.into_inner())
}
