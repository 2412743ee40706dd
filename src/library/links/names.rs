//! What the name of a file tells: that it is a copy, and which id its content should have.

use crate::domain::text::fold;
use uuid::Uuid;

/// Signs of the id at the end of a name.
const SIGNS: usize = 8;

/// Who leaves copies under such a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// This program, where a file had been changed by another.
    Conflict,
    /// A synchronised folder, where two machines changed a file.
    Synchronised,
    /// A person or a file manager: « (1) », « - Copie ».
    ByHand,
}

/// What is a mark of a copy anywhere in a name, folded.
const CONFLICTS: [&str; 4] = [
    "conflicted copy",
    "copie en conflit",
    ".sync-conflict-",
    "copie conflictuelle",
];
/// What is a mark of a copy at the end of a name.
const BY_HAND: [&str; 5] = [" - copie", " - copy", " copie", " copy", "~"];

/// The name without its folders and its extension.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    let endings = [".ron", ".age"].iter();
    let mut stems = endings.filter_map(|ending| file.strip_suffix(ending));
    stems.next().unwrap_or(file)
}

/// Whether the name of a file with this id is that of a copy, and whose.
pub fn copied(name: &str, id: Uuid) -> Option<Copied> {
    let own = tells(name, id);
    let stem = fold(stem(name));
    // A session may well be about a conflict: then its name ends with its own id.
    if let Some((_, end)) = stem.rsplit_once("-conflit-")
        && is_hex(end)
        && !own
    {
        return Some(Copied::Conflict);
    }
    if CONFLICTS.iter().any(|mark| stem.contains(mark)) {
        return Some(Copied::Synchronised);
    }
    let bare = without_number(&stem);
    let by_hand = bare.len() < stem.len() || BY_HAND.iter().any(|mark| bare.ends_with(mark));
    by_hand.then_some(Copied::ByHand)
}

/// The name without the « (1) » at its end.
fn without_number(stem: &str) -> &str {
    let inside = stem.strip_suffix(')').and_then(|s| s.rsplit_once('('));
    match inside {
        Some((bare, n)) if !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) => {
            bare.trim_end()
        }
        _ => stem,
    }
}

fn is_hex(end: &str) -> bool {
    end.len() == SIGNS && end.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The signs of an id that a name ends with, if it is one that the program gives.
fn told(name: &str) -> Option<&str> {
    let stem = stem(name);
    let dated = stem
        .get(..10)
        .is_some_and(|day| day.parse::<chrono::NaiveDate>().is_ok());
    let end = stem.rsplit('-').next().unwrap_or_default();
    (dated && is_hex(end)).then_some(end)
}

/// Whether a name tells this id.
pub(super) fn tells(name: &str, id: Uuid) -> bool {
    let id = id.simple().to_string();
    told(name).is_some_and(|end| id.starts_with(end)) || stem(name).replace('-', "") == id
}

/// Whether a name tells another id.
pub(super) fn contradicts(name: &str, id: Uuid) -> bool {
    let whole = stem(name).parse::<Uuid>();
    let other = whole.is_ok_and(|other| other != id);
    (told(name).is_some() && !tells(name, id)) || other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        let id = Uuid::from_u128(0x0a1b_2c3d << 96);
        for (name, who) in [
            ("sessions/2026-11-19-chute-0a1b2c3d.ron", None),
            (
                "sessions/2026-11-19-chute-0a1b2c3d-conflit-9f8e7d6c.ron",
                Some(Copied::Conflict),
            ),
            (
                "incidents/2026-11-19-chute-0a1b2c3d (1).ron",
                Some(Copied::ByHand),
            ),
            (
                "sessions/2026-11-19-chute-0a1b2c3d - Copie.ron",
                Some(Copied::ByHand),
            ),
            (
                "sessions/2026-11-19-chute-0a1b2c3d - Copie (2).ron",
                Some(Copied::ByHand),
            ),
            (
                "sessions/a (conflicted copy 2026-11-20).ron",
                Some(Copied::Synchronised),
            ),
            (
                "sessions/a (Copie en conflit de PC-3).ron",
                Some(Copied::Synchronised),
            ),
            (
                "sessions/a.sync-conflict-20261120-101010.ron",
                Some(Copied::Synchronised),
            ),
            ("sessions/2026-11-19-un-conflit-0a1b2c3d.ron", None),
            ("team.ron", None),
            ("grids/notre-grille.ron", None),
        ] {
            assert_eq!(copied(name, id), who, "{name}");
        }
    }

    #[test]
    fn a_name_tells_an_id_only_in_the_program_s_own_form() {
        let id = Uuid::from_u128(0x0a1b_2c3d << 96);
        assert!(tells("sessions/2026-11-19-chute-0a1b2c3d.ron", id));
        assert!(!contradicts("sessions/2026-11-19-chute-0a1b2c3d.ron", id));
        assert!(contradicts("sessions/2026-11-19-chute-ffffffff.ron", id));
        assert!(!contradicts("sessions/mon fichier.ron", id));
        assert!(!contradicts("sessions/chute-ffffffff.ron", id));
        assert!(tells(&format!("amendments/{id}.ron"), id));
        assert!(contradicts(
            &format!("notes/{}.ron", Uuid::from_u128(5)),
            id
        ));
    }
}
