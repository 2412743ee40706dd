//! What can be gone to while votes are collected, and the hands counted: a number for each option, two in a yes/no vote, hidden
//! until all are in, and the abstentions.

use crate::domain::ballot::{Ballot, Method};
use crate::domain::ids::BallotId;
use crate::tui::desk::{Desk, Group};
use crate::tui::keymap::Scope;

/// Largest number that can be typed.
const MAX: u32 = 999;

/// A row that takes the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An option that takes no hands: there to be read.
    Read(usize),
    /// Hands for the option at this index.
    Option(usize),
    /// Hands against it, in a yes/no vote.
    Against(usize),
    /// Abstentions.
    Abstentions,
    /// Who left having voted.
    Gone,
    /// Close the vote.
    Close,
    /// Pass the keyboard around.
    Booth,
    /// Type slips.
    Slips,
    /// Cancel it.
    Cancel,
}

impl Row {
    /// Whether a number is typed into it.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Option(_) | Self::Against(_) | Self::Abstentions | Self::Gone
        )
    }

    /// The option that it is of.
    pub fn option(self) -> Option<usize> {
        match self {
            Self::Read(i) | Self::Option(i) | Self::Against(i) => Some(i),
            _ => None,
        }
    }
}

/// All rows, in their order; an option withdrawn since the vote opened is not among them. Where hands are raised they come
/// first, and closing right behind them; otherwise the keyboard and the slips.
pub fn rows(ballot: &Ballot) -> Vec<Row> {
    let gone = (ballot.away() > 0).then_some(Row::Gone);
    let live = ballot.live().map(|(i, _)| i);
    let mut rows: Vec<Row> = Vec::new();
    if !ballot.takes_hands() {
        rows.extend(live.map(Row::Read));
        rows.extend([Row::Booth, Row::Slips]);
        rows.extend(gone);
        rows.extend([Row::Close, Row::Cancel]);
        return rows;
    }
    if ballot.method == Method::YesNo {
        rows.extend(live.flat_map(|i| [Row::Option(i), Row::Against(i)]));
    } else {
        rows.extend(live.map(Row::Option));
        rows.push(Row::Abstentions);
    }
    rows.extend(gone);
    rows.extend([Row::Close, Row::Booth, Row::Slips, Row::Cancel]);
    rows
}

/// Where the focus is first: on the first number, or on the first way to vote.
pub fn first(ballot: &Ballot) -> usize {
    let waits = |row: &Row| !matches!(row, Row::Read(_));
    rows(ballot).iter().position(waits).unwrap_or(0)
}

/// The scopes of a row.
pub fn scopes(ballot: &Ballot, row: usize) -> Vec<Scope> {
    if rows(ballot).get(row).is_some_and(|row| row.is_number()) {
        return vec![Scope::Line, Scope::Fields, Scope::Counting];
    }
    vec![
        Scope::Choice,
        Scope::Fields,
        Scope::Counting,
        Scope::Letters,
    ]
}

/// The digit meant by a character; a French keyboard gives these signs without Shift, and capitals with the lock on.
pub fn digit(c: char) -> Option<u32> {
    const FRENCH: &str = "à&é\"'(-è_ç";
    let french = || FRENCH.chars().position(|f| c.to_lowercase().eq([f]));
    c.to_digit(10)
        .or_else(|| french().and_then(|i| u32::try_from(i).ok()))
}

/// Types a digit into a row, behind what is there unless it is begun anew; no digit empties the row.
pub fn put(ballot: &mut Ballot, row: Row, anew: bool, digit: Option<u32>) {
    let typed = |before: Option<u32>| {
        let before = before.filter(|_| !anew).unwrap_or(0);
        digit.map(|d| (before * 10 + d).min(MAX))
    };
    match row {
        Row::Option(index) => {
            if let Some(option) = ballot.options.get_mut(index) {
                option.hands = typed(option.hands);
            }
        }
        Row::Against(index) => {
            if let Some(option) = ballot.options.get_mut(index) {
                option.against = typed(option.against);
            }
        }
        Row::Abstentions => ballot.abstentions = typed(Some(ballot.abstentions)).unwrap_or(0),
        Row::Gone => {
            let most = ballot.away();
            ballot.gone = typed(Some(ballot.gone)).unwrap_or(0).min(most);
        }
        Row::Read(_) | Row::Close | Row::Booth | Row::Slips | Row::Cancel => {}
    }
}

/// [`put`] on the document; what is typed into one row is undone together.
pub fn edit(id: BallotId, row: Row, anew: bool, digit: Option<u32>, desk: &mut Desk) {
    desk.edit(Group::Field(format!("{id}{row:?}")), |session| {
        if let Some(ballot) = session.ballots.get_mut(id) {
            put(ballot, row, anew, digit);
        }
    });
}

/// The number of a row as it may be shown: hands only once all of them are counted and nobody is left who may still vote on
/// paper, and not beside papers, of which the sum would tell a part of the result.
pub fn number(ballot: &Ballot, row: Row, received: u32, bullet: &str, open: &str) -> String {
    let hands = match row {
        Row::Option(index) => ballot.options.get(index).and_then(|o| o.hands),
        Row::Against(index) => ballot.options.get(index).and_then(|o| o.against),
        Row::Abstentions => return ballot.abstentions.to_string(),
        Row::Gone => return ballot.gone.to_string(),
        _ => return String::new(),
    };
    match hands {
        Some(n) if received == 0 && is_all(ballot) => n.to_string(),
        Some(_) => bullet.to_owned(),
        None => open.to_owned(),
    }
}

/// Whether the hands alone are the whole result, as far as it can be told.
fn is_all(ballot: &Ballot) -> bool {
    ballot.uncounted().is_empty() && ballot.silent(0).is_none_or(|people| people == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ballot::BallotOption;
    use crate::domain::ids::MemberId;

    fn ballot() -> Ballot {
        let mut ballot = Ballot::new(BallotId(1));
        ballot.options = vec![BallotOption::default(), BallotOption::default()];
        ballot
    }

    #[test]
    fn digits_are_read_from_a_french_row_of_keys() {
        let typed: Vec<Option<u32>> = "à&é\"'(-è_ç7x".chars().map(digit).collect();
        let expected = (0..10).map(Some).chain([Some(7), None]);
        assert_eq!(typed, expected.collect::<Vec<_>>());
        assert_eq!(
            "ÀÉÈÇ".chars().filter_map(digit).collect::<Vec<_>>(),
            [0, 2, 7, 9]
        );
    }

    #[test]
    fn a_number_is_hidden_until_the_last_one_is_in() {
        let mut ballot = ballot();
        put(&mut ballot, Row::Option(0), true, Some(1));
        put(&mut ballot, Row::Option(0), false, Some(2));
        assert_eq!(number(&ballot, Row::Option(0), 0, "•", "·"), "•");
        assert_eq!(number(&ballot, Row::Option(1), 0, "•", "·"), "·");
        assert_eq!(ballot.uncounted(), [1]);
        put(&mut ballot, Row::Option(1), true, Some(0));
        assert_eq!(number(&ballot, Row::Option(0), 0, "•", "·"), "12");
        put(&mut ballot, Row::Option(0), true, Some(3));
        assert_eq!(number(&ballot, Row::Option(0), 0, "•", "·"), "3");
        assert_eq!(number(&ballot, Row::Option(0), 1, "•", "·"), "•");
        put(&mut ballot, Row::Option(0), true, None);
        assert_eq!(number(&ballot, Row::Option(1), 0, "•", "·"), "•");
    }

    #[test]
    fn who_left_can_be_counted_once_somebody_did() {
        let mut ballot = ballot();
        ballot.ever = [1, 2, 3].map(MemberId).to_vec();
        ballot.roll.clone_from(&ballot.ever);
        assert!(!rows(&ballot).contains(&Row::Gone));
        ballot.roll.truncate(1);
        assert!(rows(&ballot).contains(&Row::Gone));
        put(&mut ballot, Row::Gone, true, Some(5));
        assert_eq!(ballot.gone, 2);
    }
}
