#![allow(clippy::unwrap_used)]

use super::*;
use crate::content;
use crate::domain::incident::{Informed, Said};
use crate::domain::moment::Moment;
use proptest::prelude::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

fn read_with(file: &[u8], map: &[(String, String)]) -> Result<Reading, Unreadable> {
    let asked = Asked {
        remembered: &[],
        map,
        scales: content::scales_by_id(&"usual".into()),
        lang: Lang::Fr,
        today: day(),
        present: &Present::default(),
        watch: true,
    };
    read(file, &asked)
}

fn of(file: &str) -> Reading {
    read_with(file.as_bytes(), &[]).unwrap()
}

fn why(file: &str) -> Vec<(usize, Why)> {
    let refused = of(file).refused.into_iter();
    refused.map(|r| (r.line, r.why)).collect()
}

#[test]
fn the_names_of_columns_are_told_apart() {
    let mut seen = HashMap::new();
    for column in content::import_columns() {
        assert!(!column.label.fr.is_blank() && !column.label.en.is_blank());
        for name in &column.names {
            let other = seen.insert(name.clone(), column.id.clone());
            assert_eq!(other, None, "{name}");
            let plain = |c: char| c == ' ' || c.is_ascii_lowercase() || c.is_ascii_digit();
            assert!(name.as_str().chars().all(plain), "{name}");
        }
    }
    assert!(seen.len() > 100);
}

#[test]
fn headers_are_understood_in_both_languages_whatever_their_accents() {
    let reading = of(
        "N° de fiche;Date de survenue de l'évènement;INTITULÉ;Description des faits;Gravité;Gravité potentielle;Code interne\n",
    );
    let fields: Vec<_> = reading
        .columns
        .iter()
        .map(|c| c.field.as_ref().map_or("", |f| f.as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            "reference",
            "occurred",
            "title",
            "facts",
            "severity",
            "potential",
            ""
        ]
    );
    let reading = of("Event date,Title,What happened,Severity,Location\n");
    let fields: Vec<_> = reading
        .columns
        .iter()
        .map(|c| c.field.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(fields, ["occurred", "title", "facts", "severity", "place"]);
}

#[test]
fn what_excel_writes_is_read() {
    let file = "sep=;\r\nTitre;Date;Heure;Gravité;Vraisemblance;Nature;Secteur;Patient informé;Déjà survenu\r\n\
        \"Chute, la nuit\r\n(couloir)\";46345;0,604;3 - grave;G2;chute;MSP;Oui, le 20;non\r\n\
        Froid;2026-11-19 14:30:00;;5/5;;Chimie;ehpad;à faire;\r\n";
    let reading = of(file);
    assert_eq!(reading.refused, []);
    let first = &reading.taken[0];
    assert_eq!(first.line, 3);
    let report = &first.report;
    assert_eq!(report.title.as_str(), "Chute, la nuit (couloir)");
    assert_eq!(
        report.occurred,
        Moment::At("2026-11-19".parse().unwrap(), "14:30:00".parse().ok())
    );
    assert_eq!((report.severity, report.likelihood), (Some(3), Some(2)));
    assert_eq!(
        (report.nature.as_str(), report.sector.as_str()),
        ("fall", "msp")
    );
    assert_eq!(
        (report.informed, report.seen_before),
        (Informed::Yes, Said::No)
    );
    let second = &reading.taken[1];
    assert_eq!((second.line, second.report.informed), (5, Informed::ToDo));
    assert_eq!(second.report.nature.as_str(), "Chimie");
    let told: Vec<_> = reading
        .unlisted
        .iter()
        .map(|u| (u.value.as_str(), u.kept))
        .collect();
    assert_eq!(told, [("Chimie", true)]);
}

#[test]
fn every_way_of_writing_gives_the_same_text() {
    let text = "Titre;Faits\nChaîne du froid;« à 14 °C », œuf\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            'œ' => 0x9c,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (marked, Encoding::Utf8),
        (utf16, Encoding::Utf16),
        (windows, Encoding::Windows1252),
    ] {
        let reading = read_with(&bytes, &[]).unwrap();
        assert_eq!(reading.encoding, encoding);
        assert_eq!(reading.taken[0].report.facts.as_str(), "« à 14 °C », œuf");
    }
    let mut mixed = "Titre;Faits\nChaîne à 14 °C;é\nx;".as_bytes().to_vec();
    mixed.extend(b"\xe9t\xe9\n");
    let reading = read_with(&mixed, &[]).unwrap();
    assert_eq!(reading.encoding, Encoding::Mixed);
    assert_eq!(reading.taken.len(), 1);
    assert_eq!(
        (reading.refused[0].line, &reading.refused[0].why),
        (3, &Why::Unread)
    );
}

#[test]
fn what_is_no_table_is_named() {
    assert_eq!(read_with(b"", &[]).unwrap_err(), Unreadable::Empty);
    assert_eq!(
        read_with(b"PK\x03\x04rest", &[]).unwrap_err(),
        Unreadable::Workbook
    );
    assert_eq!(read_with(b"a\0b", &[]).unwrap_err(), Unreadable::NoText);
    let none = read_with(b"A;B\n1;2\n", &[]).unwrap_err();
    assert_eq!(none, Unreadable::NoTitle(vec!["A".into(), "B".into()]));
    let map = |c: &str, f: &str| vec![(c.to_owned(), f.to_owned())];
    assert!(read_with(b"A;B\n1;2\n", &map("b", "faits")).is_ok());
    assert!(read_with(b"A;B\n1;2\n", &map("2", "Title")).is_ok());
    assert!(matches!(
        read_with(b"A;B\n", &map("C", "titre")),
        Err(Unreadable::NoColumn(..))
    ));
    assert!(matches!(
        read_with(b"A;B\n", &map("A", "prix")),
        Err(Unreadable::NoField(_))
    ));
}

#[test]
fn a_broken_line_is_named_and_spoils_no_other() {
    let file = "Réf;Titre;Faits\n1;Chute;\"ouvert\n2;Froid;\"fermé\"\n3;Erreur;\"un \"mot\" de trop\"\n4;Dose;bien\n5;Lit;a;b;c\n6;Bon\n";
    let reading = of(file);
    let refused: Vec<_> = reading
        .refused
        .iter()
        .map(|r| (r.line, r.why.clone()))
        .collect();
    assert_eq!(refused[0].0, 2);
    assert!(matches!(refused[0].1, Why::Unclosed | Why::AfterQuote));
    assert_eq!(&refused[1..], [(4, Why::AfterQuote), (6, Why::Cells(5, 3))]);
    let taken: Vec<_> = reading.taken.iter().map(|t| t.line).collect();
    assert_eq!(taken, [3, 5, 7]);
    assert_eq!(reading.short, [7]);
}

#[test]
fn a_value_that_is_not_understood_keeps_its_line_out() {
    let file = "Titre;Date;Déclaré le;Gravité;Heure\n\
        a;32/13/2026;;;\nb;19/11;;;\nc;19/11/2027;;;\nd;;pas une date;;\ne;;;7;\nf;;;3,5;\ng;;;grave;\nh;;;;26:00\n;;;1;\ni;vers midi;;;\n";
    let expected = [
        (2, Why::NoDay),
        (3, Why::NoYear),
        (4, Why::Ahead),
        (5, Why::NoDay),
        (6, Why::NoLevel(5)),
        (7, Why::NoLevel(5)),
        (9, Why::NoHour),
        (10, Why::NoWords),
    ];
    let told = why(file);
    // A level by its name is one of the scale, or is told.
    let told: Vec<_> = told.into_iter().filter(|(line, _)| *line != 8).collect();
    assert_eq!(told, expected);
}

#[test]
fn what_is_there_already_is_not_taken_twice() {
    let file = "Réf;Titre;Date;Faits\nR1;Chute;19/11/2026;a\nR1;Chute;19/11/2026;a\nR1;Chute;19/11/2026;b\n;Froid;;c\n;FROID;;C\nR2;Chute;19/11/2026;a\n";
    let reading = of(file);
    let taken: Vec<_> = reading.taken.iter().map(|t| t.line).collect();
    assert_eq!(taken, [2, 5, 7]);
    assert_eq!(reading.known, [(3, Some(2)), (6, Some(5))]);
    assert_eq!(why(file), [(4, Why::SameReference(2))]);
    let mut present = Present::default();
    reading
        .taken
        .iter()
        .for_each(|taken| present.add(&taken.report));
    let asked = Asked {
        remembered: &[],
        map: &[],
        scales: content::scales_by_id(&"usual".into()),
        lang: Lang::Fr,
        today: day(),
        present: &present,
        watch: true,
    };
    let again = read(file.as_bytes(), &asked).unwrap();
    assert_eq!(again.taken, []);
    let known: Vec<_> = again.known.iter().map(|(line, _)| *line).collect();
    assert_eq!(known, [2, 3, 5, 6, 7]);
    let refused: Vec<_> = again.refused.into_iter().map(|r| (r.line, r.why)).collect();
    assert_eq!(refused, [(4, Why::ReferenceThere)]);
}

#[test]
fn identifiers_are_counted_by_line() {
    let reading = of("Titre;Faits\nChute;Mme Dupont est tombée\nFroid;rien\n");
    assert_eq!(reading.identifiers(), (vec![2], 1));
}

#[test]
fn refused_lines_come_back_mended() {
    let reading = of("Titre;Date\nChute;32/13/2026\n\"Froid \"x\"\";19/11/2026\n");
    let file = refused_file(&reading, |_| "pourquoi \"donc\"".to_owned());
    assert!(file.starts_with("\u{feff}crex;"));
    let mended = file
        .replace("32/13/2026", "13/11/2026")
        .replace("\"Froid \"x\"\"", "Froid");
    let again = of(&mended);
    assert_eq!(again.refused, []);
    let titles: Vec<_> = again
        .taken
        .iter()
        .map(|t| t.report.title.to_string())
        .collect();
    assert_eq!(titles, ["Chute", "Froid"]);
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    /// Whatever the order of the columns, the separator and the quotes, the same events come of it.
    #[test]
    fn any_order_of_columns_gives_the_same_events(
        order in Just((0_usize..5).collect::<Vec<_>>()).prop_shuffle(),
        separator in prop::sample::select(vec![';', ',', '\t']),
        crlf in any::<bool>(),
        rows in prop::collection::vec(("[a-zé;,\"\n ]{1,12}", 1_u8..6, 1_u32..28), 1..9),
    ) {
        let heads = ["Titre", "Faits", "Gravité", "Date", "Référence"];
        let cells = |n: usize, (text, level, day): &(String, u8, u32)| [
            format!("x{text}"),
            format!("y{text}"),
            level.to_string(),
            format!("{day:02}/10/2026"),
            format!("R{n}"),
        ];
        let mut usual = heads.map(str::to_owned).join(";") + "\n";
        let mut other = order.iter().map(|at| heads[*at].to_owned()).collect::<Vec<_>>().join(&separator.to_string()) + if crlf { "\r\n" } else { "\n" };
        for (n, row) in rows.iter().enumerate() {
            let cells = cells(n, row);
            usual.push_str(&(cells.iter().map(|c| quoted(c)).collect::<Vec<_>>().join(";") + "\n"));
            let line: Vec<_> = order.iter().map(|at| quoted(&cells[*at])).collect();
            other.push_str(&(line.join(&separator.to_string()) + if crlf { "\r\n" } else { "\n" }));
        }
        let reports = |file: &str| of(file).taken.into_iter().map(|t| t.report).collect::<Vec<_>>();
        let expected = reports(&usual);
        prop_assert_eq!(expected.len(), rows.len());
        prop_assert_eq!(reports(&other), expected);
    }

    /// No bytes make the reading fail otherwise than by saying why; every line is taken, refused or known.
    #[test]
    fn any_bytes_are_read_or_named(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = b"Titre;Faits\n".to_vec();
        file.extend(&bytes);
        if let Ok(reading) = read_with(&file, &[]) {
            prop_assert!(reading.columns.len() == 2);
        }
    }
}
