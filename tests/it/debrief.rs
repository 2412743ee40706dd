//! A debrief says what was found and what was missed, and nothing of any one person.

use chrono::NaiveDate;
use crex::content;
use crex::domain::action::Strength;
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Fact, Factor};
use crex::domain::code::{Code, Lang};
use crex::domain::scenario::{Case, Family, Kit, ObservationItem, QuizQuestion, Scenario};
use crex::domain::session::Session;
use crex::domain::simulation::{Counted, Judged, Observed, Round, Sheet, Verdict};
use crex::domain::text::Text;
use crex::training::debrief::{Debrief, GridItem, Sign, debrief};
use crex::training::{begin, expert};
use proptest::prelude::*;
use uuid::Uuid;

/// The shipped scenarios in both languages, and the keys of the labelled set.
pub(super) fn scenarios() -> Vec<Scenario> {
    let shipped = Lang::ALL.iter().flat_map(|lang| content::scenarios(*lang));
    let mut all: Vec<Scenario> = shipped.cloned().collect();
    for (n, case) in super::matching::set().into_iter().enumerate() {
        all.push(Scenario {
            id: Code::new(&format!("case-{}", n + 1)),
            version: 1,
            lang: case.lang,
            title: "Cas fictif".into(),
            format: "room-90".into(),
            report: Case::default(),
            key: case.key,
            ..Scenario::default()
        });
    }
    all
}

pub(super) fn begun(scenario: &Scenario) -> Session {
    let day = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
    begin::session(scenario, Uuid::from_u128(7), day)
}

fn of(session: &Session, scenario: &Scenario) -> Debrief {
    debrief(session, scenario, content::kit(scenario.lang))
}

#[test]
fn an_expert_who_replays_the_key_finds_all_of_it_and_adds_nothing() {
    let mut keys = 0;
    for scenario in scenarios() {
        for grid in ["cadya", "alarm"] {
            let mut session = begun(&scenario);
            expert::play(&mut session, &scenario, &grid.into());
            let debrief = of(&session, &scenario);
            for found in &debrief.found {
                let case = (scenario.id.as_str(), scenario.lang, grid, found.family);
                for row in &found.rows {
                    assert_eq!(row.sign, Sign::Proposed, "{case:?}: {row:?}");
                    assert_eq!(row.ours.len(), 1, "{case:?}: {row:?}");
                    assert_eq!(row.ours[0].text, row.text, "{case:?}");
                    keys += 1;
                }
                assert!(found.added.is_empty(), "{case:?}: {:?}", found.added);
            }
            for told in &debrief.grids {
                for dimension in &told.dimensions {
                    assert!(dimension.items.iter().all(GridItem::is_found));
                    assert!(dimension.added.is_empty(), "{:?}", dimension.added);
                }
            }
            let sum = |all: [u32; 3]| all.iter().sum::<u32>();
            assert_eq!(debrief.strength.group, debrief.strength.key);
            assert_eq!(
                sum(debrief.strength.key) as usize,
                scenario.key.actions.len()
            );
        }
    }
    assert!(keys > 300, "{keys}");
}

#[test]
fn a_group_without_a_line_has_missed_all_and_says_so_as_a_proposal() {
    for scenario in scenarios() {
        let debrief = of(&begun(&scenario), &scenario);
        for found in debrief.found {
            assert!(found.rows.iter().all(|row| row.sign == Sign::Open));
            assert_eq!(found.n_found(), 0);
            assert_eq!(found.n_open(), found.rows.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Half of the factors, any half: the debrief says which half, for both grids.
    #[test]
    fn a_group_that_found_half_of_the_factors_is_told_which_half(
        halves in any::<u64>(), grid in prop::sample::select(vec!["cadya", "alarm"]),
    ) {
        for scenario in scenarios() {
            let mut ids: Vec<Code> = scenario.key.factors.iter().map(|f| f.id.clone()).collect();
            // Any half: the ids ordered by a number that the run drew.
            ids.sort_by_key(|id| {
                let place = scenario.key.factors.iter().position(|f| f.id == *id).unwrap_or(0);
                (halves ^ 0x9e37_79b9_7f4a_7c15).rotate_left(u32::try_from(place * 7).unwrap()) % 1009
            });
            let half = &ids[..ids.len() / 2];
            let mut session = begun(&scenario);
            let factor = |id: &Code| ids.contains(id);
            expert::play_some(&mut session, &scenario, &grid.into(), |id| !factor(id) || half.contains(id));
            let debrief = of(&session, &scenario);
            let factors = debrief.of(Family::Factor).unwrap();
            for row in &factors.rows {
                prop_assert_eq!(row.sign.is_found(), half.contains(&row.id), "{} {:?}", &scenario.id, row);
            }
            prop_assert!(factors.added.is_empty());
            for told in &debrief.grids {
                for item in told.dimensions.iter().flat_map(|d| &d.items) {
                    let mut bearers = item.factors.iter();
                    prop_assert_eq!(item.is_found(), bearers.any(|(id, _)| half.contains(id)));
                }
            }
        }
    }
}

/// The first case of the labelled set, its session with the whole key.
fn played() -> (Scenario, Session) {
    let mut all = scenarios().into_iter();
    let scenario = all.find(|s| s.id.as_str() == "case-1").unwrap();
    let mut session = begun(&scenario);
    expert::play(&mut session, &scenario, &"cadya".into());
    (scenario, session)
}

#[test]
fn what_the_trainer_says_of_a_line_holds() {
    let (scenario, mut session) = played();
    let judge = |key: &str, verdict, ours: &[&str]| Judged {
        family: Family::Factor,
        key: key.into(),
        verdict,
        ours: ours.iter().map(|id| Text::new(id)).collect(),
    };
    session.play.judged = vec![
        judge("C1", Verdict::Missed, &[]),
        judge("C2", Verdict::Found, &["C3", "C2"]),
        judge("C4", Verdict::Open, &[]),
    ];
    let debrief = of(&session, &scenario);
    let factors = debrief.of(Family::Factor).unwrap();
    let row = |id: &str| factors.row(&id.into()).unwrap();
    assert_eq!(row("C1").sign, Sign::Missed);
    assert!(row("C1").ours.is_empty());
    assert_eq!(row("C2").sign, Sign::Found);
    let ours: Vec<&str> = row("C2").ours.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ours, ["C3", "C2"]);
    // What is given to another line is proposed no longer, and what is refused stands beside the key.
    assert_eq!(row("C3").sign, Sign::Open);
    assert_eq!(row("C4").sign, Sign::Proposed);
    let added: Vec<&str> = factors.added.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(added, ["C1"]);
}

#[test]
fn a_second_line_that_says_the_same_is_the_same_and_another_is_added() {
    let (scenario, mut session) = played();
    let id = session.analyses.at(0).unwrap().id;
    let (again, other) = (session.ids.give(), session.ids.give());
    let analysis = session.analyses.get_mut(id).unwrap();
    analysis.factors.push(Factor {
        what: "Historique médicamenteux pas consulté".into(),
        ..Factor::new(again)
    });
    analysis.factors.push(Factor {
        what: "Le parking de la pharmacie est plein".into(),
        ..Factor::new(other)
    });
    let debrief = of(&session, &scenario);
    let factors = debrief.of(Family::Factor).unwrap();
    let row = factors.row(&"C5".into()).unwrap();
    assert_eq!(row.ours[1].id.as_str(), again.to_string());
    let added: Vec<&str> = factors.added.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(added, [other.to_string()]);
}

/// A kit of one question and one line of everything.
fn kit() -> Kit {
    Kit {
        quiz: vec![QuizQuestion {
            id: "q1".into(),
            text: "Une barrière de récupération…".into(),
            answers: ["empêche", "rattrape", "indemnise"].map(Text::new).into(),
            right: "b".into(),
            ..QuizQuestion::default()
        }],
        self_assessment: vec!["Je sais reconnaître une barrière.".into()],
        observation: vec![ObservationItem {
            id: "o1".into(),
            name: "Faits avant causes".into(),
            levels: ["jamais", "parfois", "souvent", "toujours"]
                .map(Text::new)
                .into(),
        }],
        satisfaction: vec!["Le cas était proche de mon métier.".into()],
        ..Kit::default()
    }
}

#[test]
fn tests_of_sheets_and_of_hands_are_one_and_no_code_comes_out() {
    let (scenario, mut session) = played();
    let sheet = |code: &str, round, answer, mark| Sheet {
        code: code.into(),
        round,
        quiz: vec![answer],
        marks: vec![Some(mark)],
    };
    session.play.sheets = vec![
        sheet("abri-27", Round::Before, Some(0), 2),
        sheet("Lune-31", Round::Before, Some(1), 4),
        sheet("cerise-8", Round::Before, None, 3),
        sheet("abri-27", Round::After, Some(1), 8),
        sheet("lune-31 ", Round::After, Some(1), 9),
        sheet("cerise-8", Round::After, Some(1), 7),
    ];
    session.play.counts = vec![Counted {
        round: Round::Before,
        quiz: vec![vec![2, 1, 0]],
        marks: vec![vec![0, 0, 0, 0, 0, 3]],
    }];
    session.play.observed = vec![Observed {
        item: "o1".into(),
        score: Some(2),
        note: "revenu aux faits deux fois".into(),
    }];
    session.play.satisfaction = vec![vec![0, 0, 1, 3]];
    let told = debrief(&session, &scenario, &kit());
    let question = &told.quiz[0];
    assert_eq!(question.before.answers, [3, 2, 0]);
    assert_eq!((question.before.right, question.before.none), (2, 1));
    assert_eq!(question.before.percent(), Some(33));
    assert_eq!(question.after.percent(), Some(100));
    let pairs = told.pairs.unwrap();
    assert_eq!((pairs.people, pairs.kept, pairs.gained), (3, 1, 2));
    // Before: 2, 4, 3 and three times 5; after: 8, 9, 7.
    assert_eq!(told.marks[0].before.tenths(), Some(40));
    assert_eq!(told.marks[0].after.tenths(), Some(80));
    assert_eq!(told.observed[0].level.as_str(), "souvent");
    assert_eq!(told.satisfaction[0].mean().tenths(), Some(38));
    let all = format!("{told:?}").to_lowercase();
    for code in ["abri", "lune", "cerise"] {
        assert!(!all.contains(code), "{code} came out");
    }
    // Two who took both tests could tell each other's answers.
    session.play.sheets.pop();
    assert_eq!(debrief(&session, &scenario, &kit()).pairs, None);
}

#[test]
fn time_is_held_against_the_plan_of_the_case_and_strength_against_that_of_the_key() {
    let (scenario, mut session) = played();
    let row = session.row_of(StepKind::Timeline).unwrap().clone();
    session.agenda.for_each_mut(|r| {
        if r.id == row.id {
            r.minutes += 10;
            r.spent = (row.minutes + 4) * 60 + 40;
        }
    });
    let weak = session.actions.at(0).unwrap().id;
    session.actions.get_mut(weak).unwrap().strength = Some(Strength::Weak);
    let debrief = of(&session, &scenario);
    let timed = debrief
        .times
        .iter()
        .find(|t| t.step == StepKind::Timeline)
        .unwrap();
    assert_eq!((timed.planned, timed.over()), (row.minutes, 5));
    assert_eq!(debrief.strength.key, [1, 2, 1]);
    assert_eq!(debrief.strength.group, [2, 2, 0]);
}

#[test]
fn words_that_judge_are_told_where_they_stand_and_those_of_the_case_are_not() {
    let (mut scenario, mut session) = played();
    let own: Text = "C'est la faute de l'infirmière.".into();
    scenario.report.report.facts = own.clone();
    let incident = session.incidents.at(0).unwrap().id;
    session.incidents.get_mut(incident).unwrap().report.facts = own;
    let id = session.analyses.at(0).unwrap().id;
    let fact = session.ids.give();
    let analysis = session.analyses.get_mut(id).unwrap();
    analysis.facts.push(Fact {
        what: "Sortie le vendredi. L'IDEL a été négligente.".into(),
        ..Fact::new(fact)
    });
    let debrief = of(&session, &scenario);
    let judged: Vec<_> = debrief
        .worded
        .iter()
        .map(|w| (w.step, w.sentence.as_str()))
        .collect();
    assert_eq!(judged, [(StepKind::Timeline, "L'IDEL a été négligente")]);
    assert!(!debrief.worded[0].advice.is_empty());
    assert_eq!(debrief.worded[0].id, fact.to_string());
}
