//! Who goes with whom: one line of the session for one line of the key, so that all together are as alike as can be; then
//! further lines that say the same as one already met.

/// The pairs of row and column, in the order of the rows, the best of a row first. None is less than `least`; a column that is
/// left over goes to the row that it resembles most, if that has one already, from `again` on.
pub(super) fn best(scores: &[Vec<f32>], least: f32, again: f32) -> Vec<(usize, usize)> {
    let n = scores.first().map_or(0, Vec::len);
    let mut pairs = one_to_one(scores, least);
    for column in 0..n {
        if pairs.iter().any(|(_, c)| *c == column) {
            continue;
        }
        let rows = scores.iter().enumerate();
        let best = rows.max_by(|a, b| a.1[column].total_cmp(&b.1[column]));
        let Some((row, scores)) = best else {
            continue;
        };
        let met = pairs.iter().any(|(r, _)| *r == row);
        if met && scores[column] >= again {
            pairs.push((row, column));
        }
    }
    pairs.sort_by(|(r, c), (s, d)| r.cmp(s).then(scores[*s][*d].total_cmp(&scores[*r][*c])));
    pairs
}

/// The pairing of the greatest sum, by paths that improve it: a row without a column takes the one that it gains most with,
/// and whoever had it looks for another.
fn one_to_one(scores: &[Vec<f32>], least: f32) -> Vec<(usize, usize)> {
    let columns = scores.first().map_or(0, Vec::len);
    let mut of_row: Vec<Option<usize>> = vec![None; scores.len()];
    for start in 0..scores.len() {
        if let Some(path) = path(scores, &of_row, columns, start, least) {
            for (row, column) in path {
                of_row[row] = column;
            }
        }
    }
    let pairs = of_row.iter().enumerate();
    pairs
        .filter_map(|(row, column)| Some((row, (*column)?)))
        .collect()
}

/// The change of pairs that gains most when `start` looks for a column: the rows on the way with their new columns. The last of
/// them takes a free one, or gives its own up.
fn path(
    scores: &[Vec<f32>],
    of_row: &[Option<usize>],
    columns: usize,
    start: usize,
    least: f32,
) -> Option<Vec<(usize, Option<usize>)>> {
    let value = |row: usize, column: usize| Some(scores[row][column]).filter(|s| *s >= least);
    // What is gained when a row stands without a column, and which row took it from it through which column.
    let mut gain: Vec<Option<f32>> = vec![None; scores.len()];
    let mut from: Vec<Option<(usize, usize)>> = vec![None; scores.len()];
    gain[start] = Some(0.0);
    let holder = |column: usize| of_row.iter().position(|c| *c == Some(column));
    // Bellman and Ford: as many rounds as there are rows.
    for _ in 0..scores.len() {
        for row in 0..scores.len() {
            let Some(so_far) = gain[row] else { continue };
            for (held, column) in of_row.iter().enumerate() {
                let (Some(new), Some(column)) = (column.and_then(|c| value(row, c)), *column)
                else {
                    continue;
                };
                if held == row || held == start {
                    continue;
                }
                let better = so_far + new - scores[held][column];
                if gain[held].is_none_or(|old| better > old + 1e-6) {
                    gain[held] = Some(better);
                    from[held] = Some((row, column));
                }
            }
        }
    }
    let free = |row: usize| {
        let columns = (0..columns).filter(|column| holder(*column).is_none());
        let valued = columns.filter_map(move |column| Some((column, value(row, column)?)));
        valued.max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let mut best: Option<(f32, usize, Option<usize>)> = None;
    for (row, so_far) in gain.iter().enumerate() {
        let Some(so_far) = so_far else { continue };
        let ends = [free(row).map(|(c, v)| (v, Some(c))), Some((0.0, None))];
        for (more, column) in ends.into_iter().flatten() {
            if best.is_none_or(|(sum, ..)| so_far + more > sum) {
                best = Some((so_far + more, row, column));
            }
        }
    }
    let (_, mut row, mut column) = best?;
    let mut path = vec![(row, column)];
    while let Some((before, taken)) = from[row].filter(|_| row != start) {
        (row, column) = (before, Some(taken));
        path.push((row, column));
        if path.len() > scores.len() {
            return None;
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The greatest sum of all pairings, tried one by one.
    fn greatest(scores: &[Vec<f32>], taken: &mut Vec<bool>, least: f32) -> f32 {
        let Some((first, rest)) = scores.split_first() else {
            return 0.0;
        };
        let mut best = greatest(rest, taken, least);
        for column in 0..taken.len() {
            if !taken[column] && first[column] >= least {
                taken[column] = true;
                best = best.max(first[column] + greatest(rest, taken, least));
                taken[column] = false;
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_other_pairing_is_worth_more(
            scores in (1_usize..6, 0_usize..6).prop_flat_map(|(rows, columns)| {
                let row = prop::collection::vec(0_u8..=100, columns);
                prop::collection::vec(row, rows)
            }),
        ) {
            let scores: Vec<Vec<f32>> = scores
                .iter()
                .map(|row| row.iter().map(|s| f32::from(*s) / 100.0).collect())
                .collect();
            let pairs = one_to_one(&scores, 0.4);
            let sum: f32 = pairs.iter().map(|(r, c)| scores[*r][*c]).sum();
            let columns = scores.first().map_or(0, Vec::len);
            let most = greatest(&scores, &mut vec![false; columns], 0.4);
            prop_assert!((sum - most).abs() < 1e-3, "{sum} of {most}: {pairs:?}");
            let mut seen: Vec<usize> = pairs.iter().map(|(_, c)| *c).collect();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), pairs.len());
        }
    }
}
