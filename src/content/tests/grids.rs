//! The shipped grids, what a session sees of them, and the way from one to another.

use super::{filled, unique};
use crate::content::*;
use crate::domain::grid::Origin;
use uuid::Uuid;

#[test]
fn cadya_has_27_leaves_and_alarm_37() {
    let count = |id: &str| grid(&Code::from(id)).map_or(0, |g| g.leaves().count());
    assert_eq!(count("cadya"), 27);
    assert_eq!(count("alarm"), 37);
    assert_eq!(count("orion"), 19);
    assert_eq!(count("tempos"), 5);
    let dimensions = |id: &str| grid(&Code::from(id)).map_or(0, |g| g.dimensions.len());
    assert_eq!(dimensions("cadya"), 4);
    assert_eq!(dimensions("alarm"), 7);
}

#[test]
fn every_item_of_a_grid_has_a_label_and_a_question() {
    for grid in grids() {
        assert!(filled(&grid.name) && filled(&grid.source), "{}", grid.id);
        assert!(grid.dimensions.iter().any(|d| d.about_persons));
        assert!(grid.dimensions.iter().all(|d| filled(&d.name)));
        unique(grid.dimensions.iter().map(|d| &d.id));
        unique(grid.dimensions.iter().flat_map(|d| &d.items).map(|i| &i.id));
        for item in grid.dimensions.iter().flat_map(|d| &d.items) {
            assert!(filled(&item.label) && filled(&item.question), "{}", item.id);
            assert!(item.question.fr.as_str().ends_with('?'), "{}", item.id);
            assert!(item.question.en.as_str().ends_with('?'), "{}", item.id);
        }
    }
}

#[test]
fn grids_carry_their_id_version_and_limits() {
    for shipped in &load::GRIDS {
        let grid = shipped.shelf.get();
        assert_eq!(grid.id.as_str(), shipped.id);
        assert_eq!(grid.version, shipped.version);
        assert_eq!(grid_version(&grid.id, grid.version), Some(grid));
        let used = grid_use(&grid.id).unwrap();
        assert_eq!(used.hash.as_str().len(), 64);
        assert_eq!(Some(used.hash), grid_hash(&grid.id));
    }
    let limits = |id: &str| {
        let grid = grid(&Code::from(id)).unwrap();
        (grid.max_principal, grid.max_secondary)
    };
    assert_eq!(limits("cadya"), (1, 1));
    assert_eq!(limits("alarm"), (0, 0));
    assert_eq!(grid(&Code::from("nowhere")), None);
}

#[test]
fn only_what_a_source_confirms_is_marked_so() {
    let origins = |id: &str, origin| {
        let items = grid(&Code::from(id)).unwrap().dimensions.iter();
        let items = items.flat_map(|d| &d.items).filter(|i| i.origin == origin);
        items.map(|i| i.id.as_str()).collect::<Vec<_>>()
    };
    let alarm = origins("alarm", Origin::Confirmed);
    assert_eq!(alarm, ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1"]);
    assert_eq!(origins("alarm", Origin::Ours).len(), 0);
    assert_eq!(origins("cadya", Origin::Recalled), ["P3"]);
    assert_eq!(origins("cadya", Origin::Ours).len(), 10);
}

#[test]
fn the_mapping_names_every_leaf_and_only_items_that_exist() {
    let map = mapping();
    let (from, to) = (grid(&map.from).unwrap(), grid(&map.to).unwrap());
    let mapped_items: Vec<_> = map.rows.iter().map(|row| &row.from).collect();
    unique(map.rows.iter().map(|row| &row.from));
    for (_, item) in from.leaves() {
        assert!(
            mapped_items.contains(&&item.id),
            "{} is not mapped",
            item.id
        );
    }
    for row in &map.rows {
        assert!(from.item(&row.from).is_some(), "{}", row.from);
        assert!(!row.to.is_empty());
        assert!(
            row.to.iter().all(|id| to.item(id).is_some()),
            "{}",
            row.from
        );
    }
    let proposed = |from: &str, item: &str, to: &str| {
        let found = mapped(&Code::from(from), &Code::from(item), &Code::from(to));
        assert!(
            found
                .iter()
                .all(|code| code.mapped && code.grid.as_str() == to)
        );
        found.iter().map(|c| c.item.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(proposed("cadya", "P3.2", "alarm"), ["4.4", "4.3"]);
    assert_eq!(proposed("alarm", "5.5", "cadya"), ["T2.2"]);
    assert!(proposed("cadya", "P4", "alarm").contains(&"2.4".to_owned()));
    assert!(proposed("cadya", "P4", "tempos").is_empty());
}

#[test]
fn every_item_of_every_shipped_grid_has_a_branch_of_the_five_m() {
    for grid in grids() {
        for (_, item) in grid.leaves() {
            let branch = branch_of(grid, &item.id);
            assert!(branch.is_some(), "{} {}", grid.id, item.id);
        }
    }
    for map in load::FIVE_M.get() {
        let grid = grid(&map.from).unwrap();
        unique(map.rows.iter().map(|row| &row.from));
        for row in &map.rows {
            let dimension = || grid.dimensions.iter().any(|d| d.id == row.from);
            assert!(
                grid.item(&row.from).is_some() || dimension(),
                "{} {}",
                map.from,
                row.from
            );
        }
    }
    let branch = |grid_id: &str, item: &str| {
        let grid = grid(&Code::from(grid_id)).unwrap();
        branch_of(grid, &Code::from(item)).map(|d| d.id.as_str())
    };
    assert_eq!(branch("cadya", "T2.2"), Some("M2"));
    assert_eq!(branch("cadya", "P1.3"), Some("M1"));
    assert_eq!(branch("alarm", "5.5"), Some("M2"));
    assert_eq!(branch("five-m", "M4.2"), Some("M4"));
    assert_eq!(branch("cadya", "nothing"), None);
}

#[test]
fn a_session_sees_its_own_grid_scales_and_charter_first() {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
    let mut session = Session::new(Uuid::nil(), date);
    session.sector = Code::from("cpts");
    let cadya = Code::from("cadya");
    assert_eq!(grid_in(&session, &cadya), grid(&cadya));
    assert_eq!(scales_of(&session).id.as_str(), "usual-town");
    assert_eq!(charter_of(&session, Lang::En).len(), 10);
    session.scales = Code::from("usual");
    assert_eq!(scales_of(&session).id.as_str(), "usual");
    session.own.grids.push(Grid {
        id: cadya.clone(),
        version: 9,
        ..Grid::default()
    });
    session.own.scales = Some(Scales::default());
    session.own.charter.push(Text::from("Une seule règle."));
    assert_eq!(grid_in(&session, &cadya).map(|g| g.version), Some(9));
    assert_eq!(scales_of(&session), &Scales::default());
    assert_eq!(charter_of(&session, Lang::En), ["Une seule règle."]);
}
