#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::action::{Action, Status};
use crate::domain::code::Lang;
use crate::domain::session::Session;
use crate::library::plan::{Sheet, plan};
use proptest::prelude::*;
use std::io::{Cursor, Read as _};
use uuid::Uuid;
use zip::ZipArchive;

const FR: Words = Words(Lang::Fr);

/// The plan of one action of this wording, due on that day, as a workbook.
fn of(what: &str, due: &str) -> Vec<u8> {
    let mut session = Session::new(Uuid::from_u128(7), "2026-09-17".parse().unwrap());
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        due: Some(due.parse().unwrap()),
        status: Status::Retained,
        ..Action::new(id)
    });
    let today = "2026-11-22".parse().unwrap();
    let planned = plan(&[Sheet::of(&session)], &[], today);
    xlsx(FR, &planned.iter().collect::<Vec<_>>(), today).unwrap()
}

fn part(book: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

/// The strings of a workbook as a spreadsheet reads them.
fn strings(book: &[u8]) -> Vec<String> {
    let text = part(book, "xl/sharedStrings.xml");
    let each = text.split("<t xml:space=\"preserve\">").skip(1);
    each.map(|rest| {
        let raw = rest.split_once("</t>").unwrap().0;
        assert!(!raw.contains(['<', '>', '"']), "{raw}");
        let signs = raw.replace("&lt;", "<").replace("&gt;", ">");
        let signs = signs.replace("&quot;", "\"").replace("&amp;", "&");
        let mut parts = signs.split("_x005F_");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| all + "_" + part)
    })
    .collect()
}

proptest! {
    #[test]
    fn whatever_is_typed_is_a_string_of_the_workbook_and_nothing_else(
        typed in prop_oneof![any::<String>(), "[_x0-9A-Fa-f<>&\"'=+@\n ]{0,40}"],
    ) {
        let book = of(&typed, "2026-12-04");
        let kept = crate::domain::text::Text::new(&typed);
        let kept = kept.as_str().replace(['\u{fffe}', '\u{ffff}'], "");
        prop_assert!(kept.is_empty() || strings(&book).contains(&kept), "{:?}", kept);
        let sheet = part(&book, "xl/worksheets/sheet1.xml");
        prop_assert!(!sheet.contains("<f>") && !sheet.contains("<f "));
        // Nothing of it stands outside the strings: every cell is a number.
        for value in sheet.split("<v>").skip(1) {
            let value = value.split_once("</v>").unwrap().0;
            prop_assert!(value.parse::<u64>().is_ok(), "{}", value);
        }
    }
}

#[test]
fn a_day_is_a_day_of_the_spreadsheet_where_it_knows_the_year() {
    let sheet = |due| {
        part(
            &of("Relever la température", due),
            "xl/worksheets/sheet1.xml",
        )
    };
    assert!(sheet("2026-12-04").contains("<c r=\"A2\" s=\"2\"><v>46360</v></c>"));
    assert!(sheet("1900-03-01").contains("<c r=\"A2\" s=\"2\"><v>61</v></c>"));
    assert!(sheet("9999-12-31").contains("<c r=\"A2\" s=\"2\"><v>2958465</v></c>"));
    let old = of("Relever la température", "1815-06-18");
    assert!(strings(&old).contains(&"1815-06-18".to_owned()));
}

#[test]
fn an_empty_plan_is_a_workbook_with_its_heads() {
    let today = "2026-11-22".parse().unwrap();
    let book = xlsx(FR, &[], today).unwrap();
    assert_eq!(strings(&book).len(), COLUMNS);
    assert!(part(&book, "xl/worksheets/sheet1.xml").contains("<autoFilter ref=\"A1:V1\"/>"));
}
