//! A meeting in mid-course, written as the program itself writes it: an event of a nursing home chosen for analysis.

use crate::harness::{Room, Setup, day};
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Analysis, Barrier, BarrierState, Deviation, Fact, Factor, Retained};
use crex::domain::incident::{Fate, Incident};
use crex::domain::moment::Moment;
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::domain::text::Text;
use crex::store::Store;
use crex::tui::shell::Start;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// The facts of the event: when, who, what.
const FACTS: [(&str, &str, &str); 4] = [
    (
        "17:30",
        "IDE",
        "Les piluliers du soir sont préparés pour tout l'étage",
    ),
    (
        "18:20",
        "remplaçante",
        "Le plateau de la chambre 12 est donné à la résidente de la chambre 14",
    ),
    ("18:40", "IDE", "L'erreur est vue en rangeant les piluliers"),
    (
        "19:05",
        "médecin de garde",
        "Surveillance toutes les heures, sans conséquence",
    ),
];

/// A session whose event is chosen and whose timeline is told.
pub fn session(setup: Setup) -> Session {
    let team = Team {
        lang: setup.lang,
        name: "EHPAD Les Tilleuls".into(),
        sector: "nursing-home".into(),
        format: "room-90".into(),
        ..Team::default()
    };
    let id = uuid::Uuid::from_u128(7);
    let mut session = crex::library::begin::session(&team, id, day().date());
    session.open_sitting(day());
    let mut incident = Incident::new(session.ids.give());
    incident.report.title = "Médicaments du soir de la chambre voisine".into();
    incident.report.occurred = Moment::parse("12/11", day().date());
    incident.fate = Fate::Chosen;
    let mut analysis = Analysis {
        incident: Some(incident.id),
        ..Analysis::new(session.ids.give())
    };
    session.incidents.push(incident);
    for (when, actor, what) in FACTS {
        analysis.facts.push(Fact {
            when: Moment::parse(when, day().date()),
            actor: actor.into(),
            what: what.into(),
            ..Fact::new(session.ids.give())
        });
    }
    session.analyses.push(analysis);
    session
}

/// Adds a deviation on the fact at `index`.
pub fn deviation(session: &mut Session, index: usize, observed: &str, expected: &str) {
    let id = session.ids.give();
    let analysis = session.analysis_mut().unwrap();
    let fact = analysis.facts.at(index).map(|f| f.id);
    analysis.deviations.push(Deviation {
        fact,
        observed: Text::new(observed),
        expected: Text::new(expected),
        ..Deviation::new(id)
    });
}

/// Writes the session into a folder, left at `step`; gives its file.
pub fn write(folder: &Path, session: Session, step: StepKind) -> PathBuf {
    let mut store = Store::open(folder, day(), Arc::new(|| {})).unwrap();
    let row = session.row_of(step).unwrap().id;
    let opened = store.create(session, day()).unwrap();
    store.place(opened.handle, &format!("{row} ")).unwrap();
    assert!(store.flush(std::time::Duration::from_secs(20)));
    opened.path
}

/// The program on that session, at `step`.
pub fn room(setup: Setup, session: Session, step: StepKind) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    let path = write(folder.path(), session, step);
    Room::on(folder, setup, Start::Session(path), day())
}

/// The same room after a kill: its folder as it lies on the disk at one moment, opened by another program.
pub fn again(room: &Room, setup: Setup) -> Room {
    // The thread of the store may be saving: what is read twice alike was there at one moment.
    let mut files = BTreeMap::new();
    loop {
        let before = std::mem::take(&mut files);
        read(room.folder.path(), Path::new(""), &mut files);
        if files == before {
            break;
        }
    }
    let folder = Rc::new(tempfile::tempdir().unwrap());
    for (name, bytes) in &files {
        let place = folder.path().join(name);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, bytes).unwrap();
    }
    let session = |name: &&PathBuf| {
        name.starts_with("sessions") && name.extension().is_some_and(|e| e == "ron")
    };
    let path = folder.path().join(files.keys().find(session).unwrap());
    Room::on(folder, setup, Start::Session(path), day())
}

/// Every file under `root`/`at` by its name.
fn read(root: &Path, at: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(root.join(at)).unwrap().flatten() {
        let name = at.join(entry.file_name());
        if entry.path().is_dir() {
            read(root, &name, files);
        } else if let Ok(bytes) = std::fs::read(entry.path()) {
            files.insert(name, bytes);
        }
    }
}

/// A room of that size and language.
pub fn setup(lang: crex::domain::code::Lang) -> Setup {
    Setup {
        lang,
        ..Setup::default()
    }
}

/// Adds a factor, retained or not, on the first deviation.
pub fn factor(session: &mut Session, what: &str, kept: bool) {
    let id = session.ids.give();
    let analysis = session.analysis_mut().unwrap();
    let deviation = analysis.deviations.at(0).map(|d| d.id);
    analysis.factors.push(Factor {
        what: Text::new(what),
        deviations: deviation.into_iter().collect(),
        retained: if kept { Retained::Yes } else { Retained::No },
        ..Factor::new(id)
    });
}

/// Adds a barrier that gave way.
pub fn barrier(session: &mut Session, what: &str) {
    let id = session.ids.give();
    session.analysis_mut().unwrap().barriers.push(Barrier {
        what: Text::new(what),
        state: BarrierState::Failed,
        ..Barrier::new(id)
    });
}
