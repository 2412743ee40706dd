//! Kills while the keyboard is passed: the curtain, the papers and the count afterwards.
#![allow(clippy::print_stdout, reason = "the kills are what a long run counts")]

use super::{
    VOTERS, about_to_vote, close, count, everything, is_urn, open, pass, points, see, session, vote,
};
use crate::built::{Built, Seeded};
use crate::harness::flatten;
use crate::pty::Pty;
use crex::domain::ballot::{Ballot, BallotState, Method};
use rustix::process::Signal;
use std::time::{Duration, SystemTime};

/// Kills on the way of votes, unless the variable `CREX_KILLS` says another number.
const KILLS: usize = 12;

/// The letters of a paper as points.
fn of_letters(letters: &str) -> Vec<u32> {
    let place = |i: u32| {
        letters
            .chars()
            .position(|c| u32::from(c) == u32::from('a') + i)
    };
    (0..5)
        .map(|i| place(i).map_or(0, |at| [3, 2, 1][at]))
        .collect()
}

/// Where a kill comes while a voter has the keyboard.
const MOMENTS: [&str; 5] = [
    "before the paper",
    "on an empty one",
    "on a half one",
    "on a whole one",
    "at the confirming key",
];

/// Kills the program at one moment of a voter's paper and opens it again; says how many papers it then tells.
fn killed(built: &Built, pty: &mut Pty, moment: usize, paper: &str, n: usize) -> usize {
    if moment > 0 {
        pty.send("\r");
        see(pty, "s'abstenir");
    }
    if moment == 2 {
        pty.send(&paper[..1]);
        see(pty, "Il reste 2 choix");
    }
    if moment > 2 {
        pty.send(paper);
        see(pty, "C'est complet");
    }
    if moment == 4 {
        // Nobody waits: the kill comes before, in or after the writing.
        pty.send("\r");
    }
    pty.signal(Signal::KILL);
    assert_ne!(pty.exit_code(), 0);
    *pty = open(built);
    see(pty, "Entrée ouvre votre bulletin.");
    pty.wait_until("a count", |screen| flatten(screen).contains("sur 9"));
    let screen = flatten(&pty.screen());
    let told = (0..=VOTERS)
        .find(|n| screen.contains(&count(*n)))
        .expect(&screen);
    let inside = told == n || (moment == 4 && told == n + 1);
    assert!(inside, "{}: {told} papers of {n}", MOMENTS[moment]);
    assert!(!screen.contains("Onze doses"), "the curtain is closed");
    told
}

/// What was known of a vote while it was open, and must be found nowhere once it is closed.
#[derive(Default)]
struct Known {
    /// What the urn held, paper by paper, each without the next.
    urns: Vec<Vec<u8>>,
    /// When each paper was confirmed, at the earliest and at the latest.
    times: Vec<(SystemTime, SystemTime)>,
}

impl Known {
    /// Takes down what the urn holds now.
    fn look(&mut self, built: &Built) {
        let folder = std::fs::read_dir(built.path("workspace/.crex/urns")).unwrap();
        let urn = folder
            .flatten()
            .map(|entry| entry.path())
            .find(|path| is_urn(path));
        let bytes = std::fs::read(urn.unwrap()).unwrap();
        let text = bytes.into_iter().take_while(|b| *b != 0).collect();
        self.urns.push(text);
    }

    /// Searches all that is left for it.
    fn search(&self, built: &Built) {
        let since = |(s, ns): (i64, i64)| {
            let passed = Duration::new(s.try_into().unwrap(), ns.try_into().unwrap());
            SystemTime::UNIX_EPOCH + passed
        };
        for (path, (bytes, _, _, changed, touched)) in everything(built) {
            let name = path.display();
            assert!(!is_urn(&path), "{name} is still there");
            for at in [changed, touched].map(since) {
                let told = self.times.iter().any(|(from, to)| *from <= at && at <= *to);
                assert!(!told, "{name} tells when a paper was confirmed");
            }
            for urn in &self.urns {
                let line = urn.split(|b| *b == b'\n').nth(1).unwrap();
                let found = bytes.windows(line.len()).any(|part| part == line);
                assert!(!found, "{name} holds an urn");
            }
            let text = String::from_utf8_lossy(&bytes);
            for copy in text.split("papers:").skip(1) {
                let copy = points(copy.split("second_round_of").next().unwrap());
                assert!(copy.is_sorted(), "{name}: {copy:?}");
            }
        }
    }
}

/// One vote with kills on its way; gives how many.
fn vote_with_kills(seeded: &mut Seeded) -> usize {
    let (built, mut pty) = about_to_vote(Method::Weighted);
    pass(&built, &mut pty);
    let papers = [
        "abc", "bac", "eda", "cab", "abc", "dce", "bea", "ead", "cde",
    ];
    let (mut kills, mut n, mut known) = (0, 0, Known::default());
    let mut left = seeded.below(3) + 5;
    while n < VOTERS {
        if left > 0 && n < VOTERS - 1 && seeded.below(3) > 0 {
            n = killed(&built, &mut pty, seeded.below(5), papers[n], n);
            (kills, left) = (kills + 1, left - 1);
            known.look(&built);
            continue;
        }
        let before = SystemTime::now();
        vote(&mut pty, papers[n], n);
        known.times.push((before, SystemTime::now()));
        known.look(&built);
        n += 1;
    }
    close(&mut pty);
    see(&pty, "décide");
    pty.send("\x11");
    assert_eq!(pty.exit_code(), 0);
    known.search(&built);
    let session = session(&built);
    let ballot: &Ballot = session.ballots.at(0).unwrap();
    assert_eq!((ballot.state, ballot.received()), (BallotState::Closed, 9));
    let mut wanted: Vec<Vec<u32>> = papers.iter().map(|paper| of_letters(paper)).collect();
    wanted.sort_unstable();
    let found: Vec<Vec<u32>> = ballot.papers.iter().map(|p| p.points.clone()).collect();
    assert_eq!(found, wanted, "every paper confirmed, and no other");
    kills
}

#[test]
fn killed_while_the_keyboard_is_passed_it_keeps_every_confirmed_paper_and_no_half_one() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
    let wanted = number("CREX_KILLS").map_or(KILLS, |n| usize::try_from(n).unwrap());
    let mut seeded = Seeded(number("CREX_SEED").unwrap_or(20_261_119));
    let (mut kills, mut votes) = (0, 0);
    while kills < wanted {
        kills += vote_with_kills(&mut seeded);
        votes += 1;
    }
    println!(
        "booth: {kills} SIGKILLs in {votes} secret votes: 0 confirmed papers lost, 0 too many, 0 orders or times of papers found"
    );
}
