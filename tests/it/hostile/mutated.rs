//! Inputs gone wrong at random: flipped, cut, doubled, put together from several.

use super::Dice;
use super::strings::hostile;

/// One to six changes to these bytes; `others` lend pieces of theirs.
pub fn mutated(dice: &mut Dice, bytes: &[u8], others: &[&[u8]]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        change(dice, &mut out, others);
    }
    out.truncate(400_000);
    out
}

fn change(dice: &mut Dice, out: &mut Vec<u8>, others: &[&[u8]]) {
    let at = dice.below(out.len() + 1);
    let most = if dice.below(4) == 0 { 4_000 } else { 24 };
    let len = dice.below(most);
    let end = (at + len).min(out.len());
    match dice.below(11) {
        0 if at < out.len() => out[at] ^= 1 << dice.below(8),
        1 if at < out.len() => out[at] = b"\"()[,:\0\n/\\"[dice.below(10)],
        2 => drop(out.drain(at..end)),
        3 => {
            let again = out[at..end].to_vec();
            out.splice(at..at, again);
        }
        4 => {
            let other = dice.of(others);
            let from = dice.below(other.len() + 1);
            let to = (from + len).min(other.len());
            out.splice(at..end, other[from..to].iter().copied());
        }
        5 => drop(out.splice(at..at, hostile(dice).into_bytes())),
        6 => doubled(dice, out, at),
        7 => {
            let number = [
                "0",
                "-1",
                "4294967295",
                "4294967296",
                "18446744073709551616",
                "1e400",
                "nan",
                "9999-12-31",
                "0000-00-00",
                "99:99",
            ];
            out.splice(at..end, number[dice.below(number.len())].bytes());
        }
        8 => out.truncate(at),
        9 => {
            let open = ["(", "[", "{", "Some(", "/*", "r#\""][dice.below(6)];
            out.splice(at..at, open.repeat(1 + dice.below(400)).into_bytes());
        }
        _ => {
            let range = at..end;
            out[range].fill(0);
        }
    }
}

/// A line once more, there or elsewhere.
fn doubled(dice: &mut Dice, out: &mut Vec<u8>, at: usize) {
    let start = out[..at]
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |n| n + 1);
    let end = out[at..]
        .iter()
        .position(|b| *b == b'\n')
        .map_or(out.len(), |n| at + n + 1);
    let line = out[start..end].to_vec();
    let to = if dice.below(2) == 0 {
        start
    } else {
        let near = dice.below(out.len() + 1);
        out[..near]
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |n| n + 1)
    };
    out.splice(to..to, line);
}
