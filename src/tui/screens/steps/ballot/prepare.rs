//! What is fixed before a vote opens, and the reason for which one is cancelled.

use crate::domain::ballot::{Ballot, BallotOption, Method, TieRule};
use crate::domain::session::Session;
use crate::tui::form::{Edit, Field, Value};
use crate::tui::theme::Role;
use crate::words::Words;

/// Most hands per person.
const MAX_EACH: u32 = 20;
/// Fewer voters than this call for a warning.
pub const FEW: u32 = 4;

/// The fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    Title,
    Note,
    Question,
    Each,
    Tie,
    Open,
    Options,
    Reason,
    Cancel,
}

/// All that can be in focus.
pub const KEYS: [Key; 7] = [
    Key::Question,
    Key::Each,
    Key::Tie,
    Key::Open,
    Key::Options,
    Key::Reason,
    Key::Cancel,
];

/// The options on offer now, those withdrawn while preparing marked.
pub fn merged(ballot: &Ballot, offered: Vec<BallotOption>) -> Vec<BallotOption> {
    let withdrawn = |option: &BallotOption| {
        let same = |o: &&BallotOption| o.target == option.target;
        ballot
            .options
            .iter()
            .find(same)
            .is_some_and(|o| o.withdrawn)
    };
    let mark = |option: BallotOption| BallotOption {
        withdrawn: withdrawn(&option),
        ..option
    };
    offered.into_iter().map(mark).collect()
}

/// The fields of a vote that is prepared.
pub fn fields(
    ballot: &Ballot,
    options: &[BallotOption],
    session: &Session,
    words: Words,
) -> Vec<Field<Key>> {
    let people = session.n_present();
    let each = match ballot.method {
        Method::Hands { each } => Some(each).filter(|n| *n > 0),
        _ => None,
    };
    let tie = Value::One {
        options: TieRule::ALL
            .iter()
            .map(|t| words.tie_rule(*t).to_owned())
            .collect(),
        chosen: TieRule::ALL.iter().position(|t| *t == ballot.tie),
    };
    let mut out = vec![
        Field::new(Key::Title, words.ballot_prepare(), Value::Heading),
        Field::new(Key::Note, "", Value::Note(note(people, words), Role::Aside)),
    ];
    if (1..FEW).contains(&people) {
        let warning = Value::Note(words.ballot_few_voters().to_owned(), Role::See);
        out.push(Field::new(Key::Note, "", warning));
    }
    out.extend([
        Field::new(
            Key::Question,
            words.ballot_question(),
            Value::Line(ballot.question.clone()),
        )
        .hint(words.ballot_question_hint()),
        Field::new(Key::Each, words.ballot_each(), Value::Number(each))
            .hint(words.ballot_each_hint()),
        Field::new(Key::Tie, words.ballot_tie(), tie).hint(words.ballot_tie_hint()),
        Field::new(Key::Options, words.ballot_options(), lettered(options))
            .hint(words.ballot_options_hint()),
        Field::new(Key::Open, "", Value::Button(words.ballot_open().to_owned()))
            .hint(words.ballot_open_hint()),
    ]);
    out
}

fn note(people: u32, words: Words) -> String {
    if people == 0 {
        words.ballot_nobody().to_owned()
    } else {
        words.ballot_prepare_note(people as usize)
    }
}

/// The options with the letters that they will bear.
fn lettered(options: &[BallotOption]) -> Value {
    let mut letter = 0;
    let mut name = |option: &BallotOption| {
        if option.withdrawn {
            return option.label.to_string();
        }
        letter += 1;
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
pub fn apply(ballot: &mut Ballot, offered: Vec<BallotOption>, key: Key, edit: Edit) {
    match (key, edit) {
        (Key::Question, Edit::Text(text)) => ballot.question = text,
        (Key::Reason, Edit::Text(text)) => ballot.cancelled = text,
        (Key::Each, Edit::Number(n)) => {
            ballot.method = Method::Hands {
                each: n.unwrap_or(0).min(MAX_EACH),
            };
        }
        (Key::Tie, Edit::One(Some(index))) => {
            ballot.tie = TieRule::ALL.get(index).copied().unwrap_or_default();
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
