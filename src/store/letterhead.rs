//! The letterhead of a workspace: what its team says of itself, and its logo, read from a file that lies inside.

use super::disk::Disk;
use super::fault;
use crate::documents::letterhead::{Letterhead, Logo, MOST_BYTES};
use crate::domain::problem::{LogoFault, Problem};
use crate::domain::team::Team;
use crate::domain::text::Text;
use std::io;
use std::path::{Component, Path, PathBuf};

/// What the documents of a team carry. A logo that cannot be read is left out, and why is told.
pub fn letterhead(disk: &dyn Disk, root: &Path, team: &Team) -> (Letterhead, Option<Problem>) {
    let (logo, fault) = match logo(disk, root, &team.logo) {
        Ok(logo) => (logo, None),
        Err(problem) => (None, Some(problem)),
    };
    let letterhead = Letterhead {
        name: team.name.as_str().trim().to_owned(),
        logo,
        footer: team.footer.as_str().trim().to_owned(),
    };
    (letterhead, fault)
}

/// The logo of this name in a workspace; none for a blank name.
pub fn logo(disk: &dyn Disk, root: &Path, name: &Text) -> Result<Option<Logo>, Problem> {
    let Some(given) = name.filled() else {
        return Ok(None);
    };
    let wrong = |fault| Problem::Logo(name.clone(), fault);
    let path = within(disk, root, given).map_err(|error| match error {
        Some(error) if error.kind() != io::ErrorKind::NotFound => {
            super::disk_problem(Path::new(given), &error)
        }
        Some(_) => wrong(LogoFault::Missing),
        None => wrong(LogoFault::Outside),
    })?;
    let told = fault::at(&path);
    let there = disk.stat(&path).map_err(&told)?;
    if !there.is_file() {
        return Err(wrong(LogoFault::NotAnImage));
    }
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    if there.len() > most {
        return Err(wrong(LogoFault::TooBig));
    }
    let bytes = disk.read(&path).map_err(&told)?;
    Logo::read(&bytes).map(Some).map_err(wrong)
}

/// Where a file of this name lies inside a folder; none when it leads out of it, by its name or by a link.
fn within(disk: &dyn Disk, root: &Path, name: &str) -> Result<PathBuf, Option<io::Error>> {
    let name = Path::new(name.trim());
    let inside = |part: Component| matches!(part, Component::Normal(_) | Component::CurDir);
    if !name.components().all(inside) {
        return Err(None);
    }
    let path = disk.real_path(&root.join(name)).map_err(Some)?;
    let root = disk.real_path(root).map_err(Some)?;
    if path.starts_with(root) {
        Ok(path)
    } else {
        Err(None)
    }
}
