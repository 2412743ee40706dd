//! How wide the columns of a table are: no word is broken while there is room, and what says much has most of it.

/// Twentieths of a point of a character in a cell, rather too many, and of the air beside a text.
const CHARACTER: i32 = 112;
const AIR: i32 = 200;
/// Characters beyond which a text asks for no more width.
const MOST: usize = 60;
/// Characters that a word may ask for; a longer one is broken.
const WORD: usize = 18;

/// The widths of the columns, `whole` together.
pub fn columns(head: &[String], rows: &[Vec<String>], whole: i32) -> Vec<i32> {
    let n = head.len().max(1);
    let texts = |at: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(at));
        head.get(at).into_iter().chain(cells)
    };
    let longest = |text: &String| {
        let words = text.split_whitespace().map(|word| word.chars().count());
        words.max().unwrap_or(0).min(WORD)
    };
    let least: Vec<i32> = (0..n)
        .map(|at| wide(texts(at).map(longest).max().unwrap_or(0)))
        .collect();
    let most: Vec<i32> = (0..n)
        .map(|at| {
            let line = |text: &String| text.split('\n').map(|l| l.chars().count()).max();
            let longest = texts(at).filter_map(line).max().unwrap_or(0);
            wide(longest.min(MOST))
        })
        .collect();
    let needed: i32 = least.iter().sum();
    if needed >= whole {
        // Nothing fits as it should: each gets its share.
        return shares(&least, whole);
    }
    let wishes: Vec<i32> = most
        .iter()
        .zip(&least)
        .map(|(m, l)| (m - l).max(0))
        .collect();
    let given = shares(&wishes, whole - needed);
    least.iter().zip(given).map(|(l, more)| l + more).collect()
}

fn wide(characters: usize) -> i32 {
    i32::try_from(characters).unwrap_or(0) * CHARACTER + AIR
}

/// `whole` shared out by weight, the rest to the last of the heaviest.
fn shares(weights: &[i32], whole: i32) -> Vec<i32> {
    let sum = weights.iter().map(|w| i64::from(*w)).sum::<i64>();
    let part = |weight: &i32| {
        if sum == 0 {
            return whole / i32::try_from(weights.len()).unwrap_or(1).max(1);
        }
        i32::try_from(i64::from(*weight) * i64::from(whole) / sum).unwrap_or(0)
    };
    let mut out: Vec<i32> = weights.iter().map(part).collect();
    let rest = whole - out.iter().sum::<i32>();
    let heaviest = (0..out.len()).max_by_key(|at| weights[*at]);
    if let Some(at) = heaviest {
        out[at] += rest;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_column_of_long_texts_has_most_of_the_room_and_letters_little() {
        let head = ["Lettre", "Proposition", "Voix"].map(String::from);
        let row = ["A", "Les médicaments du soir de la chambre voisine", "7"].map(String::from);
        let widths = columns(&head, &[row.to_vec()], 10_000);
        assert_eq!(widths.iter().sum::<i32>(), 10_000);
        assert!(
            widths[1] > 7_000 && widths[0] >= 6 * CHARACTER,
            "{widths:?}"
        );
    }

    proptest! {
        #[test]
        fn columns_fill_the_page_whatever_stands_in_them(
            rows in prop::collection::vec(prop::collection::vec("[a-z ]{0,80}", 0..8), 0..5),
            n in 1_usize..9,
        ) {
            let head = vec!["tête".to_owned(); n];
            let widths = columns(&head, &rows, 10_092);
            prop_assert_eq!(widths.len(), n);
            prop_assert_eq!(widths.iter().sum::<i32>(), 10_092);
            prop_assert!(widths.iter().all(|w| *w > 0));
        }
    }
}
