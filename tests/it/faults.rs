//! Every way in which a file can be damaged, named with its place.

use super::made::session;
use super::store::store;
use crex::domain::action::Action;
use crex::domain::analysis::{Analysis, Deviation};
use crex::domain::ids::{ActionId, AnalysisId, DeviationId, FactId, FactorId};
use crex::domain::problem::{FileFault, Problem, Remark, RonFault, Why};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{Parsed, encode, parse};
use std::fs;
use std::path::Path;

const HEAD: &str = "(\n    schema: 1,\n    id: \"00000000-0000-0000-0000-000000000001\",\n    date: \"2026-11-19\",\n";

fn read(bytes: &[u8]) -> Result<Parsed<Session>, FileFault> {
    match parse(Path::new("x.ron"), bytes) {
        Ok(parsed) => Ok(parsed),
        Err(Problem::File(_, fault)) => Err(fault),
        Err(other) => panic!("{other:?}"),
    }
}

fn fault(text: &str) -> FileFault {
    read(text.as_bytes()).map(|parsed| parsed.doc).unwrap_err()
}

fn with(fields: &str) -> String {
    format!("{HEAD}{fields})\n")
}

#[test]
fn a_file_cut_at_any_byte_is_called_cut() {
    let mut made = session(1, "L’« œil » \"cité\"");
    made.closing.lessons = Text::new("Une ligne\net \"une autre\" // (\\");
    made.actions.push(Action::new(ActionId(1)));
    let bytes = encode(Path::new("x.ron"), &made).unwrap();
    let whole = bytes.len();
    assert_eq!(read(b"").unwrap_err(), FileFault::Empty);
    for len in 1..whole - 1 {
        let told = read(&bytes[..len]).map(|parsed| parsed.doc);
        let lines = String::from_utf8_lossy(&bytes[..len]).matches('\n').count();
        let Err(FileFault::Cut(line, _)) = told else {
            panic!("cut at {len}: {told:?}");
        };
        assert!(
            line == lines + 1 || line == lines,
            "cut at {len}: line {line} of {lines}"
        );
    }
    assert_eq!(read(&bytes[..whole - 1]).unwrap().doc, made);
}

#[test]
fn bytes_that_are_no_text_are_named() {
    let utf16: Vec<u8> = "(schema: 1)"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf16).unwrap_err(), FileFault::Utf16);
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
    assert_eq!(read(&marked).unwrap_err(), FileFault::Utf16);
    let mut latin = with("title: \"Chute\",").into_bytes();
    let at = latin.windows(5).position(|w| w == b"Chute").unwrap();
    latin[at] = 0xe9;
    assert_eq!(read(&latin).unwrap_err(), FileFault::NotUtf8(at));
    assert_eq!(read(b" \n\n").unwrap_err(), FileFault::Empty);
}

#[test]
fn faults_of_writing_are_named_with_line_and_column() {
    let cases = [
        ("    title \"x\",\n", 5, RonFault::Expected(Text::line(":"))),
        (
            "    title: \"x\"\n    number: 3,\n",
            6,
            RonFault::Expected(Text::line(",")),
        ),
        (
            "    title: \"a\",\n    title: \"b\",\n",
            6,
            RonFault::DuplicateField(Text::line("title")),
        ),
        (
            "    stage: Finie,\n",
            5,
            RonFault::UnknownVariant(Text::line("Finie")),
        ),
        ("    title: \"a \\q\",\n", 5, RonFault::BadText),
        (
            "    title: \"Chute,\n    place: \"x\",\n",
            6,
            RonFault::Expected(Text::line(",")),
        ),
    ];
    for (fields, line, wanted) in cases {
        let told = fault(&with(fields));
        let FileFault::Ron(at, col, kind) = &told else {
            panic!("{fields}: {told:?}");
        };
        assert_eq!((*at, kind), (line, &wanted), "{fields}: {told:?}");
        assert!(*col >= 1);
    }
    let missing = fault("(schema: 1, id: \"00000000-0000-0000-0000-000000000001\")");
    let FileFault::Ron(_, _, RonFault::MissingField(field)) = missing else {
        panic!("{missing:?}");
    };
    assert_eq!(field.as_str(), "date");
    let number = fault(&with("    number: \"trois\",\n"));
    assert!(matches!(number, FileFault::Ron(5, ..)), "{number:?}");
    let trailing = fault(&format!("{}autre", with("")));
    assert!(
        matches!(trailing, FileFault::Ron(6, 1, RonFault::Trailing)),
        "{trailing:?}"
    );
    let page = fault("<!DOCTYPE html>\n<html></html>\n");
    assert!(matches!(page, FileFault::Ron(1, ..)), "{page:?}");
}

#[test]
fn what_is_not_a_file_is_named() {
    let root = tempfile::tempdir().unwrap();
    let disk = store(root.path());
    let told = |path: &Path| disk.read::<Session>(path).map(|p| p.doc).unwrap_err();
    let folder = root.path().join("sessions");
    assert_eq!(
        told(&folder),
        Problem::File(folder.clone(), FileFault::Folder)
    );
    let huge = folder.join("huge.ron");
    let size = 64 * 1024 * 1024 + 1;
    fs::File::create(&huge).unwrap().set_len(size).unwrap();
    assert_eq!(
        told(&huge),
        Problem::File(huge.clone(), FileFault::TooLarge(size, size - 1))
    );
    #[cfg(unix)]
    {
        let device = Path::new("/dev/zero");
        assert_eq!(
            told(device),
            Problem::File(device.to_owned(), FileFault::NotAFile)
        );
        let link = folder.join("link.ron");
        std::os::unix::fs::symlink(device, &link).unwrap();
        assert_eq!(
            told(&link),
            Problem::File(link.clone(), FileFault::NotAFile)
        );
    }
}

#[test]
fn a_mark_at_the_start_and_texts_to_be_cleaned_are_told() {
    let marked = format!("\u{feff}{}", with("    title: \"Chute\",\n"));
    assert_eq!(
        read(marked.as_bytes()).unwrap().remarks,
        [Remark::ByteOrderMark]
    );
    for raw in ["a\u{202e}b", "e\u{301}", "a\tb", "a\\u{200b}b", "a\r\nb"] {
        let text = with(&format!("    title: \"{raw}\",\n"));
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.remarks, [Remark::Cleaned], "{raw:?}");
    }
    for raw in ["« Déjà\u{a0}»", "a \\\" b", "中文", "œuvre → 5 × 3"] {
        let text = with(&format!(
            "    title: \"{raw}\",\n    kind: Simulation((scenario: \"s\")),\n"
        ));
        assert_eq!(read(text.as_bytes()).unwrap().remarks, [], "{raw:?}");
    }
    let lines = with("    title: \"Chute\",\n").replace('\n', "\r\n");
    assert_eq!(read(lines.as_bytes()).unwrap().remarks, []);
    let long = with(&format!("    title: \"{}\",\n", "a".repeat(70_000)));
    assert_eq!(read(long.as_bytes()).unwrap().remarks, [Remark::Cleaned]);
}

#[test]
fn what_this_version_does_not_know_is_read_and_named() {
    let text = with("    humeur: \"bonne\",\n    closing: (couleur: [1, 2], lessons: \"x\"),\n");
    let parsed = read(text.as_bytes()).unwrap();
    let names = vec![Text::line("humeur"), Text::line("closing.couleur")];
    assert_eq!(parsed.why, Some(Why::UnknownFields(names)));
    assert_eq!(parsed.doc.closing.lessons.as_str(), "x");
    let newer = with("    humeur: \"bonne\",\n").replace("schema: 1", "schema: 7");
    assert_eq!(
        read(newer.as_bytes()).unwrap().why,
        Some(Why::NewerSchema(7))
    );
    let stranger = newer.replace("\"bonne\"", "Bonne(3), stage: Rêvée");
    let told = parse::<Session>(Path::new("x.ron"), stranger.as_bytes()).map(|p| p.doc);
    let wanted = Problem::ReadOnly("x.ron".into(), Why::NewerSchema(7));
    assert_eq!(told, Err(wanted));
}

#[test]
fn links_to_nothing_and_ids_given_twice_are_told() {
    let mut made = session(1, "Chute");
    let mut analysis = Analysis::new(AnalysisId(1));
    analysis.deviations.push(Deviation {
        fact: Some(FactId(9)),
        ..Deviation::new(DeviationId(1))
    });
    analysis.deviations.push(Deviation::new(DeviationId(1)));
    made.analyses.push(analysis);
    made.actions.push(Action {
        factors: vec![FactorId(4)],
        ..Action::new(ActionId(2))
    });
    let bytes = encode(Path::new("x.ron"), &made).unwrap();
    let remarks = read(&bytes).unwrap().remarks;
    let dangling = |at: &str, id: &str| Remark::Dangling(Text::line(at), Text::line(id));
    let low = |counter: &str, n| Remark::LowCounter(Text::line(counter), n);
    let twice = Remark::DuplicateId(Text::line("analyses/N1/deviations"), Text::line("D1"));
    let wanted = [
        twice,
        dangling("analyses/N1/deviations/D1", "F9"),
        dangling("actions/A2", "C4"),
        low("analysis", 1),
        low("action", 2),
        low("deviation", 1),
    ];
    assert_eq!(remarks, wanted);
}
