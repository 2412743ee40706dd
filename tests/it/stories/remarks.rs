//! What lacks nothing and only deserves a look: never counted or called missing.

use super::analyses::led;
use super::choice::go;
use crate::harness::Setup;
use crex::domain::agenda::StepKind;

#[test]
fn a_remark_is_not_called_missing() {
    let mut room = led(Setup::default());
    room.resize(120, 40);
    // « médecine » told nothing: a source not named deserves a look, and lacks nothing.
    go(&mut room, StepKind::Sources);
    room.see(&["✓ Recueil", "Rien ne manque", "À regarder", "médecine"])
        .miss("il manque 1 point");
    let record = crex::documents::record::record(room.session());
    let text = crex::documents::markdown::markdown(&record);
    let noted = |start: &str| {
        let mut lines = text.lines().filter(|line| line.contains(start));
        lines.any(|line| line.contains("médecine"))
    };
    assert!(noted("À noter"), "{text}");
    assert!(!noted("Incomplet"), "{text}");
}
