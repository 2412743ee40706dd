//! A half-day of training, whole, by the keyboard alone: a wall and the trainer's terminal beside it, on case 1. Eight learners
//! answer before and after, read their roles, ask for cards, meet injects, a freeze and a challenge, analyse, debrief. A seed
//! chooses what is answered, which cards are asked for and where a terminal dies. `tests/long/half-day` plays the same in two
//! real terminals, on more seeds. Fictitious from the first word to the last.

#![allow(clippy::unwrap_used, clippy::panic)]
#![allow(clippy::print_stdout, reason = "the deaths are what a long run counts")]

pub mod pair;
mod papers;
#[cfg(unix)]
mod terminals;

use super::cases::town_parts;
use super::whole::Line;
use crex::content;
use crex::domain::code::Lang;
use crex::domain::played::order_of;
use crex::domain::scenario::Family;
use crex::domain::session::Session;
use crex::domain::simulation::Round;
use crex::training::debrief::{Debrief, debrief};
use pair::{Pair, Seeded};
use std::collections::BTreeMap;

/// The codes that eight people chose.
const CODES: [&str; 8] = [
    "AZ12", "BE34", "CR56", "DT78", "EY90", "FU13", "GI57", "HO24",
];
/// How many cards are asked for.
const CARDS: usize = 6;
/// What is typed of the lessons.
const LESSONS: [&str; 3] = [
    "On demande ce que chacun avait sous les yeux.",
    "Une ordonnance dit aussi ce qui s'arrête.",
    "Une action tient sans que l'on y pense.",
];

/// How many answers were right, question by question of the quiz, as counted while they are typed.
type Right = BTreeMap<(bool, usize), u32>;

/// Eight people answer alone, one after the other.
fn test(pair: &mut Pair, round: Round, right: &mut Right) {
    let (order, quiz, n_marks) = {
        let session = pair.session();
        let scenario = content::scenario_of(session).unwrap();
        let kit = scenario.kit(content::kit(Lang::Fr));
        let order = order_of(session, kit.quiz.len(), round);
        (order, kit.quiz, kit.self_assessment.len())
    };
    pair.keys("<Enter>");
    for code in CODES {
        pair.keys("<Enter>").keys(&code.to_lowercase());
        pair.wall().miss(code);
        pair.keys("<Enter>");
        for question in &order {
            let n = quiz[*question].answers.len();
            let answer = pair.chance.below(n);
            let letter = char::from(b'a' + u8::try_from(answer).unwrap());
            pair.keys(&letter.to_string());
            if quiz[*question].right_index() == Some(answer) {
                *right.entry((round == Round::After, *question)).or_default() += 1;
            }
        }
        for _ in 0..n_marks {
            let mark = pair.chance.below(11);
            pair.keys(&format!("{mark}<Enter>"));
        }
        pair.wall().see(&["Feuille gardée"]);
    }
    // A code taken twice is refused, and a sheet thrown away leaves nothing.
    pair.keys("<Enter>az12<Enter>");
    pair.wall().see(&["a déjà une feuille"]);
    pair.keys("<Esc><Esc>");
    assert_eq!(pair.session().play.sheets_of(round).count(), CODES.len());
}

/// The frame is read, roles are drawn, each reads a card alone.
fn briefing(pair: &mut Pair) {
    pair.keys("<F8><Enter>");
    pair.wall().see(&["Confidentialité"]);
    pair.keys("<Esc><Tab>8<Tab><Enter>");
    assert_eq!(pair.session().play.dealt.len(), CODES.len());
    pair.wall().miss("défi");
    pair.tab_to("Faire lire les cartes").keys("<Enter>");
    for seat in 1..=CODES.len() {
        pair.keys("<Enter>");
        pair.wall().see(&["Vous pouvez dire", "SIMULATION"]);
        pair.trainer_sees("Rôles", &format!("Place {seat} ·"));
        pair.keys("<Enter>");
    }
    let facilitator = pair.session().attendees.iter();
    let facilitator = facilitator.filter(|a| a.roles.iter().any(|r| r.as_str() == "secretary"));
    assert_eq!(facilitator.count(), 1, "{:?}", pair.session().attendees);
}

/// So many cards are asked for.
fn cards(pair: &mut Pair, n: usize) {
    for _ in 0..n {
        let session = pair.session();
        let scenario = content::scenario_of(session).unwrap();
        let left = scenario.cards.len() - session.play.revealed.len();
        let before = session.play.revealed.len();
        let at = pair.chance.below(left);
        pair.keys("<F5>").keys(&"<Down>".repeat(at)).keys("<Enter>");
        let after = pair.session().play.revealed.len();
        assert_eq!(after, before + 1, "{}", pair.wall().screen());
        pair.keys("<Enter><F5>");
    }
}

/// The trainer gives the next inject from the control room, and the room reads it.
fn inject(pair: &mut Pair) {
    let session = pair.session();
    let n = session.play.injected.len();
    let scenario = content::scenario_of(session).unwrap();
    let next = scenario.injects[n].clone();
    pair.wall().miss(next.title.as_str());
    pair.trainer_sees("Régie", next.text.as_str());
    pair.keys("<C-r>")
        .hold(&format!("Imprévu {}", n + 1))
        .keys("<Enter>");
    pair.wall().see(&[next.title.as_str()]);
    pair.wall_says(next.text.as_str());
    pair.keys("<Enter><F5>");
    pair.trainer_sees("Régie", "donné à la minute");
}

/// The picture is frozen with the question of the step, and goes on.
fn freeze(pair: &mut Pair) {
    let session = pair.session();
    let step = session.running().unwrap().step;
    let scenario = content::scenario_of(session).unwrap();
    let prompt = scenario.prompts.iter().find(|p| p.step == step).unwrap();
    let (question, expected) = (prompt.question.to_string(), prompt.expected.to_string());
    pair.keys("<C-r><Enter>");
    pair.wall_says(&question);
    pair.wall().see(&["SIMULATION"]).miss(&expected);
    pair.trainer_sees("Régie", &expected);
    pair.die_perhaps();
    pair.keys("<Enter>");
    assert!(pair.session().play.frozen().is_none());
}

/// A challenge is read by one person.
fn challenge(pair: &mut Pair) {
    let kit = {
        let scenario = content::scenario_of(pair.session()).unwrap();
        scenario.kit(content::kit(Lang::Fr))
    };
    pair.keys("<C-r>").hold("Défi 2").keys("<Enter>");
    pair.wall().miss(kit.challenges[1].card.as_str());
    pair.keys("<Enter>");
    pair.wall_says(kit.challenges[1].card.as_str());
    pair.keys("<Enter>");
    pair.trainer_sees("Rôles", kit.challenges[1].answer.as_str());
    pair.hold("Grille d'observation").keys("<Enter>");
    let lines = kit.observation.len();
    for _ in 0..lines {
        let score = pair.chance.below(4);
        pair.keys(&score.to_string());
    }
    pair.keys("<Esc><Esc>");
    assert_eq!(pair.session().play.observed.len(), lines);
}

/// All steps of the meeting, on the keys of case 1.
fn play(pair: &mut Pair) {
    let parts = town_parts(Lang::Fr);
    pair.keys("<F8>").opens();
    pair.keys("<F8>");
    pair.wall()
        .see(&["Événements entendus"])
        .miss("Pourquoi continuer");
    cards(pair, 1);
    pair.keys("<F8>")
        .hold("Deux anticoagulants")
        .keys("<Enter>");
    pair.part(&parts["why"]).keys("<F8>").goes_on();
    pair.die_perhaps();
    for (n, name) in ["timeline", "deviations", "factors", "priorities", "actions"]
        .into_iter()
        .enumerate()
    {
        cards(pair, usize::from(n < CARDS - 1));
        pair.part(&parts[name]);
        match name {
            "timeline" => freeze(pair),
            "deviations" => inject(pair),
            "factors" => challenge(pair),
            "priorities" => inject(pair),
            _ => pair.trainer_sees("Corrigé", "Actions ·"),
        }
        pair.die_perhaps();
        pair.keys("<F8>").goes_on();
    }
    pair.part(&parts["lessons"]);
    assert_eq!(pair.session().play.revealed.len(), CARDS);
}

/// What is proposed is confirmed, line by line; lessons and commitments are typed.
fn debriefing(pair: &mut Pair) {
    pair.keys("<F8>").goes_on();
    pair.wall().see(&["Questions du débriefing"]);
    pair.keys("<Enter>");
    pair.wall().see(&["Réactions", "Synthèse"]);
    pair.keys("<Esc><Tab>");
    for (n, family) in Family::ALL.iter().enumerate() {
        let scenario = content::scenario_of(pair.session()).unwrap();
        let rows = match family {
            Family::Fact => scenario.key.facts.len(),
            Family::Deviation => scenario.key.deviations.len(),
            Family::Factor => scenario.key.factors.len(),
            Family::Barrier => scenario.key.barriers.len(),
            Family::Action => scenario.key.actions.len(),
        };
        pair.keys("<Enter>").keys(&"<Space>".repeat(rows));
        pair.keys("<Esc>").keys(if n < 4 { "<Down>" } else { "" });
        if n == 2 {
            pair.die_perhaps();
        }
        let judged = pair.session().play.judged.iter();
        assert_eq!(judged.filter(|j| j.family == *family).count(), rows);
    }
    pair.tab_to("Enseignement 1");
    for lesson in LESSONS {
        pair.keys(lesson).keys("<Tab>");
    }
    let commitments = CODES.map(|_| "Je signalerai le prochain presque accident.");
    pair.keys(&commitments.join("<Enter>"));
    assert_eq!(pair.session().play.commitments.len(), CODES.len());
}

/// What learners say of the day.
fn satisfaction(pair: &mut Pair) {
    let lines = content::kit(Lang::Fr).satisfaction.len();
    pair.tab_to("Voir les réponses").keys("<Enter>");
    pair.wall().see(&["Réponses du test"]);
    pair.keys("<Esc>");
    for _ in 0..lines {
        pair.keys("<Tab>0 1 4 3");
    }
    pair.keys("<Tab>Concret.");
    let told = &pair.session().play.satisfaction;
    assert_eq!(told, &vec![vec![0, 1, 4, 3]; lines]);
}

/// What came out is what was typed.
#[track_caller]
fn check(session: &Session, right: &Right) -> Debrief {
    let scenario = content::scenario_of(session).unwrap();
    let told = debrief(session, scenario, content::kit(Lang::Fr));
    for (n, question) in told.quiz.iter().enumerate() {
        let wanted = |after| right.get(&(after, n)).copied().unwrap_or(0);
        let counted = |tally: &crex::training::debrief::Tally| tally.right;
        assert_eq!(
            counted(&question.before),
            wanted(false),
            "question {n} before"
        );
        assert_eq!(counted(&question.after), wanted(true), "question {n} after");
    }
    assert_eq!(told.lessons.len(), LESSONS.len());
    assert_eq!(told.commitments.len(), CODES.len());
    assert!(told.found.iter().all(|found| found.n_open() == 0));
    let injects = session.play.injected.len();
    assert!(injects >= 2, "{injects}");
    assert_eq!(
        (session.play.freezes.len(), session.play.challenged.len()),
        (1, 1)
    );
    assert!(session.kind.is_simulation());
    told
}

/// The half-day whole.
fn lived(seed: u64) -> Pair {
    let mut pair = Pair::begin(Seeded(seed));
    let mut right = Right::new();
    test(&mut pair, Round::Before, &mut right);
    pair.die_perhaps();
    briefing(&mut pair);
    pair.note("groupe de huit, deux n'ont jamais vu de CREX");
    play(&mut pair);
    debriefing(&mut pair);
    pair.die_perhaps();
    pair.keys("<F8>").goes_on();
    test(&mut pair, Round::After, &mut right);
    satisfaction(&mut pair);
    pair.die_perhaps();
    let told = check(pair.session(), &right);
    assert!(told.of(Family::Deviation).unwrap().n_found() >= 5);
    pair
}

#[test]
fn a_half_day_of_training_is_played_whole_and_told_as_it_was() {
    let seed = std::env::var("CREX_SEED").ok().and_then(|n| n.parse().ok());
    let pair = lived(seed.unwrap_or(20_261_119));
    let (walls, seconds) = pair.deaths;
    println!(
        "half-day: the wall was killed {walls} times, the trainer's terminal {seconds}; nothing was lost"
    );
    papers::check(pair);
}

/// The lines of a part as keys.
fn keys_of(lines: &[Line]) -> impl Iterator<Item = &str> {
    lines.iter().filter_map(|line| match line {
        Line::Keys(keys) => Some(keys.as_str()),
        _ => None,
    })
}
