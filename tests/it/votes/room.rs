//! A room that votes at random: people with hands and people with papers, each paper typed key by key.

use chrono::NaiveDate;
use crex::domain::ballot::{Answer, Ballot, BallotOption, BallotState, Method, Subject, Target};
use crex::domain::draft::Draft;
use crex::domain::ids::{BallotId, IncidentId};
use crex::domain::incident::Incident;
use crex::domain::session::{Attendee, Presence, Session};
use crex::domain::text::Text;
use crex::domain::urn::{Cast, Urn};
use proptest::prelude::*;
use uuid::Uuid;

/// One person: whether by hand where that is possible, and the keys typed or the hands raised.
#[derive(Clone, Debug)]
pub struct Voter {
    pub by_hand: bool,
    pub keys: Vec<(u8, u8)>,
}

/// A vote at random.
#[derive(Clone, Debug)]
pub struct Plan {
    pub method: Method,
    pub secret: bool,
    pub keep: u32,
    pub options: usize,
    pub voters: Vec<Voter>,
    /// By which things are put into another order.
    pub order: Vec<u16>,
    /// Which option is taken out, where one is.
    pub out: usize,
}

/// Any vote of up to `options` options and `people` people, by any method.
pub fn plans(options: usize, people: usize) -> impl Strategy<Value = Plan> {
    let method = prop_oneof![
        (0_u32..5).prop_map(|each| Method::Hands { each }),
        Just(Method::YesNo),
        Just(Method::Weighted),
        (0_u32..9, 0_u32..6).prop_map(|(points, cap)| Method::Points { points, cap }),
        Just(Method::Score),
        (0_u32..5).prop_map(|top| Method::Levels { top }),
    ];
    let keys = prop::collection::vec((0_u8..26, 0_u8..7), 0..14);
    let voter = (any::<bool>(), keys).prop_map(|(by_hand, keys)| Voter { by_hand, keys });
    let voters = prop::collection::vec(voter, 1..=people);
    let order = prop::collection::vec(any::<u16>(), 40);
    let rest = (0_u32..4, 2..=options, 0..options, any::<bool>());
    (method, voters, order, rest).prop_map(
        |(method, voters, order, (keep, options, out, secret))| Plan {
            method,
            secret,
            keep,
            options,
            voters,
            order,
            out: out % options,
        },
    )
}

/// A session in which a vote is open.
#[derive(Clone, Debug)]
pub struct Held {
    pub session: Session,
    pub id: BallotId,
    pub casts: Vec<Cast>,
    /// What each paper that says something was given, as counted while typing: by option, in its order.
    pub typed: Vec<Vec<u32>>,
    plan: Plan,
}

impl Held {
    /// So many are said to have left having voted.
    pub fn gone(&mut self, people: usize) -> usize {
        let gone = u32::try_from(people).unwrap();
        self.session.ballots.get_mut(self.id).unwrap().gone = gone;
        people
    }

    /// Someone new comes late, and is there.
    pub fn arrives(&mut self) -> bool {
        let late = Attendee {
            presence: Presence::Late,
            ..Attendee::new(self.session.ids.give())
        };
        self.session.attendees.push(late);
        true
    }

    /// The vote of a plan, just opened.
    pub fn opened(plan: &Plan) -> Self {
        let mut session = Session::new(Uuid::nil(), NaiveDate::default());
        for _ in &plan.voters {
            let person = Attendee {
                presence: Presence::Present,
                ..Attendee::new(session.ids.give())
            };
            session.attendees.push(person);
        }
        let mut options = Vec::new();
        for _ in 0..plan.options {
            let incident: IncidentId = session.ids.give();
            session.incidents.push(Incident::new(incident));
            options.push(BallotOption {
                target: Target::Incident(incident),
                ..BallotOption::default()
            });
        }
        let id = session.prepare_ballot(Subject::Choice, Text::default(), plan.method);
        let ballot = session.ballots.get_mut(id).unwrap();
        ballot.secret = plan.secret;
        ballot.keep = plan.keep;
        session.open_ballot(id, options);
        Self {
            session,
            id,
            casts: Vec::new(),
            typed: Vec::new(),
            plan: plan.clone(),
        }
    }

    pub fn ballot(&self) -> &Ballot {
        self.session.ballots.get(self.id).unwrap()
    }

    /// These people vote, by hand where they do and the vote takes hands.
    pub fn vote(&mut self, people: std::ops::Range<usize>) {
        let voters = self.plan.voters[people].to_vec();
        for voter in voters {
            if voter.by_hand && self.ballot().takes_hands() {
                self.raise(&voter.keys);
            } else {
                self.type_paper(&voter.keys);
            }
        }
        self.count_the_rest();
    }

    fn type_paper(&mut self, keys: &[(u8, u8)]) {
        let mut draft = Draft::new(self.ballot());
        for (key, at) in keys {
            press(&mut draft, *key, usize::from(*at), self.plan.method);
        }
        let cast = draft.cast();
        if let Cast::Paper(_) = cast {
            self.typed.push(
                (0..self.plan.options)
                    .map(|i| given(&draft, i, self.plan.method))
                    .collect(),
            );
        }
        self.casts.push(cast);
    }

    /// One person raises a hand for each option named, as often as the method lets one; or abstains.
    fn raise(&mut self, keys: &[(u8, u8)]) {
        let live: Vec<usize> = self.ballot().live().map(|(i, _)| i).collect();
        let mut named: Vec<usize> = keys.iter().map(|(_, at)| usize::from(*at)).collect();
        named.retain(|i| live.contains(i));
        named.sort_unstable();
        named.dedup();
        if let Method::Hands { each } = self.plan.method {
            named.truncate(each.max(1) as usize);
        }
        let yes_no = self.plan.method == Method::YesNo;
        let ballot = self.session.ballots.get_mut(self.id).unwrap();
        ballot.abstentions += u32::from(named.is_empty());
        for i in named {
            let option = &mut ballot.options[i];
            let against = yes_no
                && keys
                    .iter()
                    .any(|(key, at)| usize::from(*at) == i && key % 2 == 0);
            let hands = if against {
                &mut option.against
            } else {
                &mut option.hands
            };
            *hands = Some(hands.unwrap_or(0) + 1);
        }
    }

    /// Where any hand was raised, those that nobody raised are none.
    fn count_the_rest(&mut self) {
        let yes_no = self.plan.method == Method::YesNo;
        let ballot = self.session.ballots.get_mut(self.id).unwrap();
        if !ballot.has_hands() {
            return;
        }
        for option in ballot.options.iter_mut().filter(|o| !o.withdrawn) {
            option.hands = option.hands.or(Some(0));
            if yes_no {
                option.against = option.against.or(Some(0));
            }
        }
    }

    pub fn urn(&self) -> Urn {
        Urn::holding(self.id, self.casts.clone())
    }

    /// Closes it with what was handed in; says whether it did.
    pub fn close(&mut self) -> bool {
        let urn = self.urn();
        self.session.close_ballot(self.id, &urn)
    }

    /// The vote of a plan, voted by all and closed; none when nobody handed anything in or raised a hand.
    pub fn closed(plan: &Plan) -> Self {
        let mut held = Self::opened(plan);
        held.vote(0..plan.voters.len());
        assert!(held.close(), "{held:?}");
        assert_eq!(held.ballot().state, BallotState::Closed);
        held
    }

    /// Its second round, voted by the same people with the keys in another order; none when there is none to hold.
    pub fn second(&self) -> Option<Self> {
        let mut next = self.clone();
        next.id = next.session.second_round(self.id)?;
        next.casts.clear();
        next.typed.clear();
        next.plan.method = next.ballot().method;
        next.plan.options = next.ballot().options.len();
        next.plan.voters.iter_mut().for_each(|v| v.keys.reverse());
        Some(next)
    }
}

/// What an option has on a paper, told from its letters or marks alone.
fn given(draft: &Draft, option: usize, method: Method) -> u32 {
    let letters = || {
        draft
            .picks()
            .iter()
            .enumerate()
            .filter(|(_, p)| **p == option)
    };
    match method {
        Method::Score | Method::YesNo | Method::Levels { .. } => draft.marked(option).unwrap_or(0),
        Method::Weighted => letters().map(|(nth, _)| [3, 2, 1][nth]).sum(),
        _ => u32::try_from(letters().count()).unwrap(),
    }
}

/// One key of a voter, whatever it does on such a paper; now and then one that is not meant for it.
fn press(draft: &mut Draft, key: u8, at: usize, method: Method) {
    // What is refused leaves the paper as it was.
    let before = draft.clone();
    let refused = match key {
        0 => {
            draft.back();
            false
        }
        1 => {
            draft.lift(at);
            false
        }
        2 if at == 0 => {
            draft.blank();
            false
        }
        2 if at == 1 => {
            draft.void();
            false
        }
        2 => {
            draft.clear();
            false
        }
        3 => draft.mark(at, u32::from(key) + 4).is_err(),
        4 | 5 => draft.pick(at).is_err(),
        6 | 7 => draft.mark(at, u32::from(key) - 5).is_err(),
        _ if method.is_lettered() => draft.pick(at).is_err(),
        _ if method == Method::YesNo => {
            draft.answer(at, Answer::ALL[usize::from(key % 3)]).is_err()
        }
        _ => draft.mark(at, u32::from(key % 6)).is_err(),
    };
    assert!(!refused || *draft == before, "{before:?} became {draft:?}");
}
