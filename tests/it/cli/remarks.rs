//! What only deserves a look: told, and never counted as a fault or as missing.

use super::Machine;
use crate::made::{noon, session};
use crate::store::store;
use crex::domain::analysis::Analysis;
use crex::domain::text::Text;

#[test]
fn a_grid_in_other_words_is_a_remark_and_no_fault() {
    let machine = Machine::with(&[]);
    let mut session = session(1, "Chutes");
    let mut used = crex::content::grid_use(&"alarm".into()).unwrap();
    used.hash = Text::new(&"0".repeat(64));
    let analysis = Analysis {
        grids: vec![used],
        ..Analysis::new(session.ids.give())
    };
    session.analyses.push(analysis);
    let made = store(&machine.workspace()).create(session, noon()).unwrap();
    let ran = machine.run(&["check"]).ends(0);
    ran.answers(&["bon", "Grille", "ALARM", "posées autrement"])
        .says(&["rien à corriger"]);
    let path = made.path.to_string_lossy().into_owned();
    let ran = machine.english(&["check", &path]).ends(0);
    ran.answers(&["Questions may have been asked otherwise; the answers are kept."]);
    machine
        .english(&["show", &path])
        .ends(0)
        .says(&["its words are no longer those of the analysis"]);
}
