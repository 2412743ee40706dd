//! What a program does before the power is cut: a session made, typed in, saved, left and taken up, voted in, sealed.

use super::super::disks::{Note, Op, Tape, locked};
use super::super::made::{noon, session};
use super::super::store::LONG;
use super::Dice;
use chrono::TimeDelta;
use crex::domain::ballot::{Ballot, BallotState, Method, Paper, Subject};
use crex::domain::ids::BallotId;
use crex::domain::parts::Parts as _;
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::domain::urn::{Cast, MAX_PAPERS, Urn};
use crex::store::{Ack, Opened, SharedDisk, Store, encode, original_of};
use std::path::Path;
use std::sync::Arc;

/// The vote of a session in which one is open.
pub const VOTE: BallotId = BallotId(1);

/// Most papers of a vote.
const MOST: usize = MAX_PAPERS as usize;

/// What a life is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Typing, saving, leaving, coming back.
    Meeting,
    /// Another program writes the same file.
    Conflict,
    /// A secret vote.
    Vote,
    /// The same in an encrypted workspace.
    Locked,
    /// It ends with a seal.
    Seal,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::Vote,
        Self::Locked,
        Self::Conflict,
        Self::Seal,
        Self::Meeting,
    ];

    fn votes(self) -> bool {
        matches!(self, Self::Vote | Self::Locked)
    }

    /// The disk of such a life, on top of this one.
    pub fn on(self, disk: SharedDisk, root: &Path) -> SharedDisk {
        if self == Self::Locked {
            locked(disk, root)
        } else {
            disk
        }
    }
}

/// The n-th title.
pub fn title(number: usize) -> String {
    format!("Titre {number}")
}

/// Which title this is.
pub fn number(title: &Text) -> Option<usize> {
    title.as_str().strip_prefix("Titre ")?.parse().ok()
}

/// The n-th long text: it fills pages, and a few of them the journal.
pub fn filled(number: usize) -> Text {
    Text::new(&format!("{number} {}", "mot ".repeat(11_000)))
}

struct Life {
    kind: Kind,
    tape: Arc<Tape>,
    store: Store,
    open: Opened<Session>,
    typed: usize,
    filled: usize,
    papers: usize,
    dice: Dice,
    minutes: i64,
}

/// A life in this folder; gives all that it did.
pub fn live(root: &Path, kind: Kind, seed: u64) -> Vec<Op> {
    let tape = Arc::new(Tape::default());
    let mut store = open(&tape, kind, root, 0);
    let mut made = session(1, &title(0));
    if kind.votes() {
        assert_eq!(made.ids.give::<BallotId>(), VOTE);
        made.ballots.push(Ballot {
            subject: Subject::Choice,
            method: Method::Weighted,
            state: BallotState::Open,
            ..Ballot::new(VOTE)
        });
    }
    let open = store.create(made, noon()).unwrap();
    tape.note(Note::Held(0));
    let mut life = Life {
        kind,
        tape,
        store,
        open,
        typed: 0,
        filled: 0,
        papers: 0,
        dice: Dice(seed),
        minutes: 0,
    };
    for step in 0..14 {
        match life.dice.below(12) {
            0..=3 => life.next(),
            4 => life.fill(),
            5..=6 => life.settle(),
            7 => life.come_back(true),
            8 => life.come_back(false),
            _ if kind.votes() => life.vote(),
            _ if kind == Kind::Conflict && step > 4 => life.theirs(step),
            _ => life.next(),
        }
    }
    life.settle();
    match kind {
        Kind::Seal => life.seal(),
        Kind::Vote | Kind::Locked => life.end_vote(),
        Kind::Conflict => life.choose(),
        Kind::Meeting => {}
    }
    let tape = Arc::clone(&life.tape);
    drop(life);
    tape.ops()
}

fn open(tape: &Arc<Tape>, kind: Kind, root: &Path, minutes: i64) -> Store {
    let now = noon() + TimeDelta::minutes(minutes);
    let disk = kind.on(Arc::<Tape>::clone(tape), root);
    Store::open_on(disk, root, now, Arc::new(|| {})).unwrap()
}

impl Life {
    fn edit(&mut self, save: bool, change: impl FnOnce(&mut Session)) {
        let before = self.open.doc.clone();
        change(&mut self.open.doc);
        let changes = before.diff(&self.open.doc);
        self.store.record(self.open.handle, &changes).unwrap();
        if save {
            self.store.save(self.open.handle, &self.open.doc, 1);
        }
    }

    /// Types the next title; the thread saves when it likes.
    fn next(&mut self) {
        self.typed += 1;
        self.tape.note(Note::Typed(self.typed));
        let title = Text::line(&title(self.typed));
        self.edit(true, |session| session.title = title);
    }

    fn fill(&mut self) {
        self.filled += 1;
        self.tape.note(Note::Filled(self.filled));
        let text = filled(self.filled);
        self.edit(true, |session| session.closing.lessons = text);
    }

    /// Waits until all is saved.
    fn settle(&mut self) {
        assert!(self.store.flush(LONG));
        let failed = |ack: &Ack| matches!(ack, Ack::Failed { .. });
        assert!(!self.store.acks().iter().any(failed));
        self.tape.note(Note::Held(self.typed));
    }

    /// Leaves and comes back some minutes later; or leaves without saving, as one who was killed.
    fn come_back(&mut self, saved: bool) {
        if saved {
            self.settle();
        } else {
            self.settle();
            self.typed += 1;
            self.tape.note(Note::Typed(self.typed));
            let title = Text::line(&title(self.typed));
            self.edit(false, |session| session.title = title);
        }
        let path = self.store.path_of(self.open.handle).unwrap();
        let root = self.store.root().to_owned();
        self.store.close(self.open.handle);
        self.minutes += 4;
        self.store = open(&self.tape, self.kind, &root, self.minutes);
        let now = noon() + TimeDelta::minutes(self.minutes);
        self.open = self.store.load(&path, now).unwrap();
        assert_eq!(number(&self.open.doc.title), Some(self.typed));
    }

    /// Another program writes the file, and then it is typed on.
    fn theirs(&mut self, step: u32) {
        self.settle();
        let path = self.store.path_of(self.open.handle).unwrap();
        let mut theirs = session(1, &title(0));
        theirs.number = step;
        let bytes = encode(&path, &theirs).unwrap();
        self.tape.theirs(&path, &bytes);
        self.next();
        self.settle();
    }

    /// Puts one more paper in, or so many that they fill pages.
    fn vote(&mut self) {
        let more = 1 + 39 * self.dice.below(2);
        self.papers = (self.papers + more).min(MOST);
        self.tape.note(Note::Put(self.papers));
        let paper = Cast::Paper(Paper {
            points: vec![3, 2, 1, 0],
            answers: Vec::new(),
        });
        let urn = Urn::holding(VOTE, vec![paper; self.papers]);
        self.store.keep_urn(self.open.handle, &urn).unwrap();
        self.settle();
        self.tape.note(Note::Papers(self.papers));
    }

    /// Keeps what was typed, where another program wrote the file: what it wrote goes among the backups.
    fn choose(&mut self) {
        let path = self.store.path_of(self.open.handle).unwrap();
        let Some(other) = original_of(&path) else {
            return;
        };
        self.store.close(self.open.handle);
        let now = noon() + TimeDelta::minutes(self.minutes);
        self.store.keep_one(&path, &other, now).unwrap();
    }

    fn end_vote(&mut self) {
        self.tape.note(Note::Over);
        self.store.drop_urn(self.open.handle).unwrap();
    }

    fn seal(&mut self) {
        self.tape.note(Note::Sealing);
        let at = noon() + TimeDelta::minutes(self.minutes);
        self.store
            .seal(self.open.handle, &self.open.doc, at)
            .unwrap();
        self.tape.note(Note::Sealed);
    }
}
