//! What is fixed before a vote opens, and the reason for which one is cancelled.

use crate::content;
use crate::domain::ballot::{Ballot, BallotOption, Method, Subject, TieRule};
use crate::domain::list::Keyed;
use crate::domain::session::{Attendee, Session};
use crate::domain::text::Text;
use crate::domain::turnout::FEW_VOTERS;
use crate::domain::vote::MAX_OPTIONS;
use crate::tui::form::{Edit, Field, Value};
use crate::tui::theme::Role;
use crate::words::Words;

/// Most voices or points per person: more would not go on a slip.
const MAX_EACH: u32 = 20;
/// Voices per person, and options retained, that are proposed where several are.
const SEVERAL: u32 = 3;
/// Points per person that are proposed, and the most on one option.
const POINTS: (u32, u32) = (6, 3);

/// The fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    Title,
    Note,
    Question,
    Method,
    Each,
    Points,
    Cap,
    Keep,
    Secret,
    Tie,
    Excused,
    Open,
    Options,
    Proposals,
    Reason,
    Cancel,
}

/// All that can be in focus.
pub const KEYS: [Key; 14] = [
    Key::Question,
    Key::Method,
    Key::Each,
    Key::Points,
    Key::Cap,
    Key::Keep,
    Key::Secret,
    Key::Tie,
    Key::Excused,
    Key::Open,
    Key::Options,
    Key::Proposals,
    Key::Reason,
    Key::Cancel,
];

/// The methods, each with what is proposed for it.
fn methods(subject: Subject) -> [Method; 5] {
    let (points, cap) = POINTS;
    [
        Method::Hands {
            each: voices(subject),
        },
        Method::YesNo,
        Method::Weighted,
        Method::Points { points, cap },
        Method::Score,
    ]
}

/// The method of a subject that has but one.
fn only_method(subject: Subject, session: &Session) -> Option<Method> {
    let scales = content::scales_of(session);
    let levels = |n: usize| Method::Levels {
        top: u32::try_from(n).unwrap_or(0),
    };
    match subject {
        Subject::Impact => Some(levels(scales.impact.len())),
        Subject::Effort => Some(levels(scales.effort.len())),
        Subject::Round => Some(Method::Hands { each: 1 }),
        _ => None,
    }
}

/// Whether two methods are of one kind, whatever their numbers.
fn alike(a: Method, b: Method) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// Voices that each person is proposed.
const fn voices(subject: Subject) -> u32 {
    match subject {
        Subject::Priorities | Subject::Actions => SEVERAL,
        _ => 1,
    }
}

/// The rules proposed for a vote: those of the last one on its subject, not to be chosen twice, else a show of hands.
pub fn propose(ballot: &mut Ballot, offered: usize, session: &Session) {
    let before = session.ballots.iter().filter(|b| b.id != ballot.id);
    let before = before.filter(|b| b.subject == ballot.subject && b.second_round_of.is_none());
    if let Some(method) = only_method(ballot.subject, session) {
        ballot.method = method;
        ballot.secret = true;
    } else if let Some(last) = before.max_by_key(|b| b.id) {
        ballot.method = last.method;
        ballot.keep = last.keep;
        ballot.secret = last.secret;
        ballot.tie = last.tie;
    } else {
        // As many voices as options would separate nothing.
        let most = u32::try_from(offered.saturating_sub(1)).unwrap_or(u32::MAX);
        let each = voices(ballot.subject).min(most).max(1);
        ballot.method = Method::Hands { each };
        ballot.keep = each;
    }
}

/// What keeps a prepared vote from being opened, if something does.
pub fn refused(ballot: &Ballot, live: usize, session: &Session, words: Words) -> Option<String> {
    let least = ballot.least();
    if let Some(other) = session.open_vote() {
        return Some(words.ballot_other_open(other.question.as_str()));
    }
    if ballot.question.is_blank() {
        return Some(words.ballot_no_question().to_owned());
    }
    if session.voters(ballot).count() == 0 {
        return Some(words.ballot_nobody().to_owned());
    }
    match live {
        0 if least == 1 => Some(words.ballot_no_option().to_owned()),
        n if n < least => Some(words.ballot_few_options().to_owned()),
        n if n > MAX_OPTIONS => Some(words.ballot_many_options().to_owned()),
        _ => None,
    }
}

/// The options on offer now, those withdrawn while preparing marked.
pub fn merged(ballot: &Ballot, mut offered: Vec<BallotOption>) -> Vec<BallotOption> {
    for option in &mut offered {
        let known = ballot.options.iter().find(|o| o.target == option.target);
        if let Some(known) = known {
            option.withdrawn = known.withdrawn;
        }
    }
    offered
}

/// The fields of a vote that is prepared.
pub fn fields(
    ballot: &Ballot,
    options: &[BallotOption],
    session: &Session,
    words: Words,
) -> Vec<Field<Key>> {
    let people = u32::try_from(session.voters(ballot).count()).unwrap_or(u32::MAX);
    let heading = Field::new(Key::Title, words.ballot_prepare(), Value::Heading);
    let said = Value::Note(note(people, session, words), Role::Aside);
    let mut out = vec![heading, Field::new(Key::Note, "", said)];
    if (1..FEW_VOTERS).contains(&people) {
        let warning = Value::Note(words.ballot_few_voters().to_owned(), Role::See);
        out.push(Field::new(Key::Note, "", warning));
    }
    let question = Value::Line(ballot.question.clone());
    out.push(
        Field::new(Key::Question, words.ballot_question(), question)
            .hint(words.ballot_question_hint()),
    );
    let open = Value::Button(words.ballot_open().to_owned());
    out.push(Field::new(Key::Open, "", open).hint(words.ballot_open_hint()));
    match ballot.subject {
        Subject::Free => {
            let said = Value::Long(proposals(ballot));
            let field = Field::new(Key::Proposals, words.ballot_options(), said);
            out.push(field.hint(words.ballot_proposals_hint()));
        }
        // All marks of the round are offered.
        Subject::Round => {}
        _ => out.push(
            Field::new(Key::Options, words.ballot_options(), lettered(options))
                .hint(words.ballot_options_hint()),
        ),
    }
    out.extend(rules(ballot, session, words));
    out
}

/// How it is voted, who votes, and what decides.
fn rules(ballot: &Ballot, session: &Session, words: Words) -> Vec<Field<Key>> {
    if only_method(ballot.subject, session).is_some() {
        return vec![excused(ballot, session, words)];
    }
    let methods = methods(ballot.subject);
    let method = Value::One {
        options: methods.iter().map(|m| words.method_name(*m)).collect(),
        chosen: methods.iter().position(|m| alike(*m, ballot.method)),
    };
    let mut out = vec![
        Field::new(Key::Method, words.ballot_method(), method)
            .hint(words.method_rule(ballot.method)),
    ];
    let number =
        |key, label, n: u32| Field::new(key, label, Value::Number(Some(n).filter(|n| *n > 0)));
    match ballot.method {
        Method::Hands { each } => {
            out.push(number(Key::Each, words.ballot_each(), each).hint(words.ballot_each_hint()));
        }
        Method::Points { points, cap } => out.extend([
            number(Key::Points, words.ballot_points(), points).hint(words.ballot_points_hint()),
            number(Key::Cap, words.ballot_cap(), cap).hint(words.ballot_cap_hint()),
        ]),
        _ => {}
    }
    if ballot.retains_so_many() {
        out.push(
            number(Key::Keep, words.ballot_keep(), ballot.keep).hint(words.ballot_keep_hint()),
        );
    }
    if matches!(ballot.method, Method::Hands { .. } | Method::YesNo) {
        let secret = Value::One {
            options: vec![
                words.ballot_in_open().to_owned(),
                words.ballot_in_secret().to_owned(),
            ],
            chosen: Some(usize::from(ballot.secret)),
        };
        out.push(Field::new(Key::Secret, words.ballot_way(), secret).hint(words.ballot_way_hint()));
    }
    let tie = Value::One {
        options: TieRule::ALL
            .iter()
            .map(|t| words.tie_rule(*t).to_owned())
            .collect(),
        chosen: TieRule::ALL.iter().position(|t| *t == ballot.tie),
    };
    out.push(Field::new(Key::Tie, words.ballot_tie(), tie).hint(words.ballot_tie_hint()));
    out.push(excused(ballot, session, words));
    out
}

/// Who of those present takes no part.
fn excused(ballot: &Ballot, session: &Session, words: Words) -> Field<Key> {
    let present: Vec<&Attendee> = session.present().collect();
    let chosen = |i: &usize| ballot.excused.contains(&present[*i].id);
    let who = Value::Many {
        options: present.iter().map(|a| a.function.to_string()).collect(),
        chosen: (0..present.len()).filter(chosen).collect(),
    };
    Field::new(Key::Excused, words.ballot_excused(), who).hint(words.ballot_excused_hint())
}

/// The options of a free question, one a line.
fn proposals(ballot: &Ballot) -> Text {
    let lines: Vec<&str> = ballot.options.iter().map(|o| o.label.as_str()).collect();
    Text::new(&lines.join("\n"))
}

/// The options of a free question that say something.
pub fn spoken(session: &Session) -> Vec<BallotOption> {
    let prepared = session.ballot_on(Subject::Free);
    let options = prepared.into_iter().flat_map(|b| b.options.iter());
    options.filter(|o| !o.label.is_blank()).cloned().collect()
}

/// Who will vote, and the quorum that the vote takes over from the meeting, if one is asked.
fn note(people: u32, session: &Session, words: Words) -> String {
    let asked = (session.quorum.members, session.quorum.professions);
    let mut note = words.ballot_prepare_note(people as usize);
    if people == 0 {
        words.ballot_nobody().clone_into(&mut note);
    } else if asked != (0, 0) {
        let rule = words.settings_quorum_now(asked.0, asked.1);
        note = format!("{note} {}.", words.opening_quorum_asks(&rule));
    }
    note
}

/// The options with the letters that they will bear.
fn lettered(options: &[BallotOption]) -> Value {
    let many = options.len() > MAX_OPTIONS;
    let mut letter = 0;
    let mut name = |option: &BallotOption| {
        // What is taken out leaves its letter free, unless there are more options than letters.
        letter += usize::from(!(option.withdrawn && many));
        if option.withdrawn {
            return option.label.to_string();
        }
        format!("{}  {}", Ballot::letter(letter - 1), option.label)
    };
    Value::Many {
        options: options.iter().map(&mut name).collect(),
        chosen: (0..options.len())
            .filter(|i| !options[*i].withdrawn)
            .collect(),
    }
}

/// The fields that ask why a vote is cancelled.
pub fn cancel_fields(ballot: &Ballot, words: Words) -> Vec<Field<Key>> {
    let note = Value::Note(words.ballot_cancel_hint().to_owned(), Role::Aside);
    vec![
        Field::new(Key::Title, words.ballot_cancel_title(), Value::Heading),
        Field::new(Key::Note, "", note),
        Field::new(
            Key::Reason,
            words.ballot_cancel_reason(),
            Value::Line(ballot.cancelled.clone()),
        )
        .hint(words.ballot_cancel_reason_hint()),
        Field::new(
            Key::Cancel,
            "",
            Value::Button(words.ballot_cancel().to_owned()),
        ),
    ]
}

/// Writes an edit into the vote.
pub fn apply(
    ballot: &mut Ballot,
    offered: Vec<BallotOption>,
    present: &[Attendee],
    key: Key,
    edit: Edit,
) {
    match (key, edit) {
        (Key::Question, Edit::Text(text)) => ballot.question = text,
        (Key::Reason, Edit::Text(text)) => ballot.cancelled = text,
        (Key::Proposals, Edit::Text(text)) => {
            let option = |line: &str| BallotOption {
                label: Text::line(line),
                ..BallotOption::default()
            };
            ballot.options = text.as_str().split('\n').map(option).collect();
        }
        (Key::Method, Edit::One(Some(index))) => set_method(ballot, index),
        (Key::Each | Key::Points | Key::Cap, Edit::Number(n)) => {
            set_number(ballot, key, n.unwrap_or(0).min(MAX_EACH));
        }
        (Key::Keep, Edit::Number(n)) => ballot.keep = n.unwrap_or(0).min(MAX_EACH),
        (Key::Secret, Edit::One(Some(index))) => ballot.secret = index == 1,
        (Key::Tie, Edit::One(Some(index))) => {
            ballot.tie = TieRule::ALL.get(index).copied().unwrap_or_default();
        }
        (Key::Excused, Edit::Flip(index)) => {
            if let Some(who) = present.get(index).map(Keyed::id) {
                match ballot.excused.iter().position(|id| *id == who) {
                    Some(at) => drop(ballot.excused.remove(at)),
                    None => ballot.excused.push(who),
                }
            }
        }
        (Key::Options, Edit::Flip(index)) => {
            let mut options = merged(ballot, offered);
            if let Some(option) = options.get_mut(index) {
                option.withdrawn = !option.withdrawn;
            }
            ballot.options = options;
        }
        _ => {}
    }
}

/// Another method: papers alone are secret, and a yes/no vote carries all that has more yes than no.
fn set_method(ballot: &mut Ballot, index: usize) {
    let Some(method) = methods(ballot.subject).get(index).copied() else {
        return;
    };
    if alike(method, ballot.method) {
        return;
    }
    ballot.method = method;
    ballot.secret = !matches!(method, Method::Hands { .. } | Method::YesNo);
    ballot.keep = match method {
        Method::YesNo if ballot.subject != Subject::Choice => 0,
        _ => voices(ballot.subject),
    };
}

fn set_number(ballot: &mut Ballot, key: Key, n: u32) {
    ballot.method = match (ballot.method, key) {
        (Method::Hands { .. }, Key::Each) => Method::Hands { each: n },
        (Method::Points { cap, .. }, Key::Points) => Method::Points {
            points: n,
            cap: cap.min(n.max(1)),
        },
        (Method::Points { points, .. }, Key::Cap) => Method::Points {
            points,
            cap: n.min(points),
        },
        (method, _) => method,
    };
}
