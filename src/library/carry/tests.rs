#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{Analysis, Fact};
use crate::domain::ids::{ActionId, FactId, ParkedId};
use crate::domain::session::Parked;
use crate::domain::simulation::Kind;

/// As the program does it: of each session what it leaves.
fn carry(sessions: &[Session], files: &[FollowUpFile], today: NaiveDate) -> Carry {
    let left: Vec<Left> = sessions.iter().map(Left::of).collect();
    super::carry(&left, files, today)
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1)
        .unwrap()
        .checked_add_days(chrono::Days::new(n.into()))
        .unwrap()
}

/// The session `n`, held on the day `n`.
fn held(n: u32) -> Session {
    let mut session = Session::new(Uuid::from_u128(n.into()), day(n));
    session.number = n;
    session.stage = Stage::Open;
    session
}

fn action(session: &mut Session, what: &str, due: u32) -> ActionId {
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        due: Some(day(due)),
        status: Status::Retained,
        ..Action::new(id)
    });
    id
}

/// What `session` says of the action of session `of`.
fn say(session: &mut Session, of: u32, action: ActionId, outcome: FollowUpOutcome) {
    let id = session.ids.give();
    session.follow_ups.push(FollowUp {
        session: Text::new(&Uuid::from_u128(of.into()).to_string()),
        action: Some(action),
        outcome,
        new_due: (outcome == FollowUpOutcome::Postponed).then(|| day(90)),
        ..FollowUp::new(id)
    });
}

fn incident(session: &mut Session, title: &str, fate: Fate) -> IncidentId {
    let id = session.ids.give();
    let mut incident = Incident {
        fate,
        ..Incident::new(id)
    };
    incident.report.title = title.into();
    session.incidents.push(incident);
    id
}

fn wordings(carry: &Carry) -> Vec<&str> {
    carry.actions.iter().map(|f| f.wording.as_str()).collect()
}

#[test]
fn open_actions_come_back_the_most_overdue_first() {
    let mut first = held(1);
    action(&mut first, "régler l'alarme", 40);
    action(&mut first, "ranger", 10);
    first.actions.for_each_mut(|a| a.owner = "IDEC".into());
    let idea = action(&mut first, "une idée", 5);
    first.actions.get_mut(idea).unwrap().status = Status::Proposed;
    let carry = carry(&[first], &[], day(30));
    assert_eq!(wordings(&carry), ["ranger", "régler l'alarme"]);
    let ranger = &carry.actions[0];
    assert_eq!(ranger.due_was, Some(day(10)));
    assert_eq!(ranger.owner.as_str(), "IDEC");
    assert_eq!(ranger.outcome, FollowUpOutcome::Pending);
    assert_eq!(carry.last.unwrap().number, 1);
}

#[test]
fn postponements_are_counted_over_all_meetings_whatever_their_order_on_disk() {
    let mut first = held(1);
    let id = action(&mut first, "acheter", 10);
    let mut second = held(20);
    say(&mut second, 1, id, FollowUpOutcome::Postponed);
    let mut third = held(40);
    say(&mut third, 1, id, FollowUpOutcome::Postponed);
    let carry = carry(&[third, first, second], &[], day(60));
    assert_eq!(carry.actions.len(), 1);
    assert_eq!(carry.actions[0].postponed_times, 2);
    assert_eq!(carry.actions[0].due_was, Some(day(90)));
    assert_eq!(carry.last.unwrap().number, 40);
}

#[test]
fn a_session_that_lies_there_twice_postpones_once() {
    let mut first = held(1);
    let id = action(&mut first, "acheter", 10);
    let mut second = held(20);
    say(&mut second, 1, id, FollowUpOutcome::Postponed);
    let carry = carry(&[second.clone(), first, second], &[], day(60));
    assert_eq!(carry.actions[0].postponed_times, 1);
}

#[test]
fn an_action_is_over_when_dropped_or_evaluated_and_not_before() {
    let mut first = held(1);
    let dropped = action(&mut first, "abandonnée", 10);
    let evaluated = action(&mut first, "évaluée", 10);
    let done = action(&mut first, "faite", 10);
    first.actions.get_mut(done).unwrap().evaluated_on = Some(day(80));
    let mut second = held(20);
    say(&mut second, 1, dropped, FollowUpOutcome::Dropped);
    say(&mut second, 1, evaluated, FollowUpOutcome::Evaluated);
    say(&mut second, 1, done, FollowUpOutcome::Done);
    let both = [first, second];
    assert_eq!(wordings(&carry(&both, &[], day(79))), Vec::<&str>::new());
    let back = carry(&both, &[], day(80));
    assert_eq!(wordings(&back), ["faite"]);
    assert_eq!(
        (back.actions[0].progress, back.actions[0].due_was),
        (DONE, Some(day(80)))
    );
}

#[test]
fn what_was_said_between_meetings_counts_as_well() {
    let mut first = held(1);
    let id = action(&mut first, "acheter", 10);
    let mut elsewhere = Session::new(Uuid::nil(), day(5));
    say(&mut elsewhere, 1, id, FollowUpOutcome::Dropped);
    let file = FollowUpFile {
        schema: 1,
        id: Uuid::from_u128(9),
        follow_up: elsewhere.follow_ups.at(0).unwrap().clone(),
    };
    assert_eq!(carry(&[first.clone()], &[], day(30)).actions.len(), 1);
    assert!(carry(&[first], &[file], day(30)).actions.is_empty());
}

#[test]
fn simulations_never_enter() {
    let mut played = held(1);
    action(&mut played, "jouée", 10);
    incident(&mut played, "joué", Fate::NextTime);
    played.kind = Kind::Simulation(crate::domain::simulation::Simulation::default());
    let carry = carry(&[played], &[], day(30));
    assert_eq!(carry, Carry::default());
}

#[test]
fn what_is_said_heard_or_asked_in_a_simulation_changes_nothing_that_is_real() {
    let mut first = held(1);
    let id = action(&mut first, "fermer à clé", 10);
    incident(&mut first, "revu", Fate::NextTime);
    let real = carry(&[first.clone()], &[], day(30));
    let mut played = held(20);
    played.number = 99;
    say(&mut played, 1, id, FollowUpOutcome::Dropped);
    let origin = origin_of(&first, first.incidents.at(0).unwrap());
    let again = incident(&mut played, "revu", Fate::Closed);
    played.incidents.get_mut(again).unwrap().origin = origin;
    played.parked.push(Parked {
        what: "Qui relève ?".into(),
        ..Parked::new(ParkedId(1))
    });
    assert_ne!(carry(&[first.clone(), played.clone()], &[], day(30)), real);
    played.kind = Kind::Simulation(crate::domain::simulation::Simulation::default());
    assert_eq!(carry(&[first, played], &[], day(30)), real);
}

#[test]
fn events_wait_until_a_meeting_settles_them() {
    let mut first = held(1);
    let later = incident(&mut first, "revu", Fate::NextTime);
    incident(&mut first, "sans décision", Fate::Undecided);
    incident(&mut first, "classé", Fate::Closed);
    let after_first = carry(&[first.clone()], &[], day(30));
    let titles = |c: &Carry| {
        c.incidents
            .iter()
            .map(|i| i.report.title.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&after_first), ["revu", "sans décision"]);
    assert!(
        after_first
            .incidents
            .iter()
            .all(|i| i.fate == Fate::Undecided)
    );
    let mut second = held(20);
    let id = incident(&mut second, "revu", Fate::SimpleAnswer);
    second.incidents.get_mut(id).unwrap().origin =
        origin_of(&first, first.incidents.get(later).unwrap());
    let after_second = carry(&[first, second], &[], day(30));
    assert_eq!(titles(&after_second), ["sans décision"]);
    assert_eq!(after_second.heard.len(), 3);
}

#[test]
fn an_analysis_given_to_a_lead_is_asked_for_until_it_is_heard() {
    let mut first = held(1);
    let event = incident(&mut first, "Rupture de la chaîne du froid", Fate::Chosen);
    let id = first.ids.give();
    first.analyses.push(Analysis {
        incident: Some(event),
        mode: Mode::Between,
        lead: "pharmacien".into(),
        due: Some(day(25)),
        ..Analysis::new(id)
    });
    let asked = carry(&[first.clone()], &[], day(30));
    assert_eq!(asked.actions.len(), 1);
    assert!(
        asked.actions[0]
            .wording
            .as_str()
            .contains("Rupture de la chaîne du froid")
    );
    assert_eq!(asked.actions[0].owner.as_str(), "pharmacien");
    assert_eq!(asked.actions[0].due_was, Some(day(25)));
    let mut told = held(20);
    let said = FollowUp {
        outcome: FollowUpOutcome::Done,
        ..asked.actions[0].clone()
    };
    told.follow_ups.push(said);
    assert!(
        carry(&[first.clone(), told], &[], day(30))
            .actions
            .is_empty()
    );
    let mut heard = held(20);
    let event_again = incident(&mut heard, "Rupture de la chaîne du froid", Fate::Chosen);
    heard.incidents.get_mut(event_again).unwrap().origin =
        origin_of(&first, first.incidents.get(event).unwrap());
    let mut analysis = Analysis::new(heard.ids.give());
    analysis.incident = Some(event_again);
    analysis.facts.push(Fact::new(FactId(1)));
    heard.analyses.push(analysis);
    assert!(carry(&[first, heard], &[], day(30)).actions.is_empty());
}

#[test]
fn questions_come_back_until_one_meeting_answers() {
    let mut first = held(1);
    let ask = |n: u32, what: &str, outcome: &str| Parked {
        what: what.into(),
        outcome: outcome.into(),
        ..Parked::new(ParkedId(n))
    };
    first.parked.push(ask(1, "Qui relève ?", ""));
    first
        .parked
        .push(ask(2, "Quel budget ?", "vu avec la direction"));
    assert_eq!(
        carry(&[first.clone()], &[], day(9)).parked,
        ["Qui relève ?".into()]
    );
    let mut second = held(5);
    second.parked.push(ask(1, "Qui relève ?", "l'IDEC"));
    assert!(carry(&[second, first], &[], day(9)).parked.is_empty());
}

#[test]
fn a_session_only_prepared_has_no_record_to_approve() {
    let mut prepared = held(1);
    prepared.stage = Stage::Prepared;
    assert_eq!(carry(&[prepared], &[], day(9)).last, None);
    assert_eq!(carry(&[held(12)], &[], day(9)).last, None);
}
