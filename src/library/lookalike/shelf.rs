//! Wordings as they are compared, prepared to be found by the terms that another one shares with them.

use super::Wording;
use super::terms::Term;
use crate::domain::order::Order;
use std::collections::HashMap;

/// Least likeness that is counted, of 1: what is only offered may be passed over, a figure stands.
const NEAR: f32 = 0.45;
/// What a word that all events share still says, of 1.
const COMMON: f32 = 0.25;
/// Wordings that are taken to be known before the first one, so that in a young workspace no chance word is rare.
const KNOWN: f32 = 30.0;

/// Wordings, each known by its place.
#[derive(Debug, Default)]
pub(in crate::library) struct Shelf {
    /// How many hold any term.
    n: u32,
    /// The places of those that hold a term: each once, in order.
    by_term: HashMap<Term, Vec<u32>>,
    /// Of each, the square root of the summed squares of what its terms say.
    norms: Vec<f32>,
    /// The least of these, of those that hold any term.
    shortest: f32,
}

/// What each wording shares with the one that is asked: all zero between two questions, room for which is made once.
#[derive(Debug, Default)]
pub struct Sums(Vec<f32>);

impl Shelf {
    /// These wordings, which tell themselves what a term says.
    pub fn new<'a>(all: impl Iterator<Item = &'a Wording> + Clone) -> Self {
        let mut shelf = Self::holding(all.clone());
        shelf.norms = all.map(|one| shelf.norm(one)).collect();
        shelf.measured()
    }

    /// These wordings, where others tell what a term says.
    pub fn weighed_by<'a>(others: &Self, all: impl Iterator<Item = &'a Wording> + Clone) -> Self {
        let mut shelf = Self::holding(all.clone());
        shelf.norms = all.map(|one| others.norm(one)).collect();
        shelf.measured()
    }

    fn holding<'a>(all: impl Iterator<Item = &'a Wording>) -> Self {
        let mut shelf = Self::default();
        for (n, Wording(terms)) in (0..).zip(all) {
            for term in terms {
                shelf.by_term.entry(*term).or_default().push(n);
            }
            shelf.n += u32::from(!terms.is_empty());
        }
        shelf
    }

    fn measured(self) -> Self {
        let norms = self.norms.iter().copied();
        let some = norms.filter(|norm| *norm > 0.0);
        Self {
            shortest: some.fold(f32::INFINITY, f32::min),
            ..self
        }
    }

    /// The place of the wording that is so near to this one that it can be counted as the same thing come back: the nearest
    /// of those that are `wanted`, by `rank` the last of those equally near.
    pub fn nearest<R: Ord>(
        &self,
        asked: &Wording,
        sums: &mut Sums,
        wanted: impl Fn(u32) -> bool,
        rank: impl Fn(u32) -> R,
    ) -> Option<u32> {
        let mut best: Option<(f32, u32)> = None;
        for (likeness, n) in self.resembling(asked, NEAR, self, sums) {
            let nearer = best.is_none_or(|(most, nearest)| {
                let later = || rank(n).cmp(&rank(nearest));
                likeness.total_cmp(&most).then_with(later).is_gt()
            });
            if nearer && wanted(n) {
                best = Some((likeness, n));
            }
        }
        best.map(|(_, n)| n)
    }

    /// Those that share enough with what is asked, and how alike they are: at least `least`. What a term says is told by
    /// `weights`.
    pub fn resembling(
        &self,
        Wording(asked): &Wording,
        least: f32,
        weights: &Self,
        Sums(shared): &mut Sums,
    ) -> Vec<(f32, u32)> {
        let squared = |term: &Term| (weights.weight(*term).powi(2), *term);
        let mut squares: Vec<(f32, Term)> = asked.iter().map(squared).collect();
        let mut left: f32 = squares.iter().map(|(square, _)| square).sum();
        let norm = left.sqrt();
        squares.order_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
        shared.resize(self.norms.len().max(shared.len()), 0.0);
        let mut some: Vec<u32> = Vec::new();
        // A wording says at least what it shares, and what the shortest one says. One that shares only what is left, the
        // common words, is not alike enough, however short it is: so only the rarer words bring wordings in.
        let shortest = self.shortest.max(norm * least);
        let enough = norm * least * shortest * 0.999;
        for (square, term) in squares {
            let brings = left >= enough;
            left -= square;
            let Some(held) = self.by_term.get(&term) else {
                continue;
            };
            // Half of all hold a common word: the few that are in are looked up there.
            if !brings && some.len() * held.len().ilog2() as usize <= held.len() {
                for n in some.iter().filter(|n| held.binary_search(n).is_ok()) {
                    shared[*n as usize] += square;
                }
                continue;
            }
            for n in held {
                let sum = &mut shared[*n as usize];
                if *sum > 0.0 {
                    *sum += square;
                } else if brings {
                    *sum = square;
                    some.push(*n);
                }
            }
        }
        let alike = some.into_iter().filter_map(|n| {
            let sum = std::mem::take(&mut shared[n as usize]);
            let likeness = sum / (norm * self.norms[n as usize]).max(f32::EPSILON);
            (likeness >= least).then_some((likeness, n))
        });
        alike.collect()
    }

    /// What a term says: the rarer among these wordings, the more.
    fn weight(&self, term: Term) -> f32 {
        let held = self.by_term.get(&term).map_or(0, Vec::len);
        #[allow(
            clippy::cast_precision_loss,
            reason = "counts of wordings are far below what a float holds exactly"
        )]
        let (held, all) = (held as f32, self.n as f32);
        let rare = ((all + KNOWN) / (held + 1.0)).ln().max(0.1);
        if term.common { rare * COMMON } else { rare }
    }

    fn norm(&self, Wording(terms): &Wording) -> f32 {
        let squares = terms.iter().map(|t| self.weight(*t).powi(2));
        squares.sum::<f32>().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Lang;
    use proptest::prelude::*;

    /// Texts of few words, of which some stand in nearly all of them.
    fn texts(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
        let word = prop_oneof![3 => "mot[a-c]{1}", 1 => "rare[a-z]{2}"];
        let text = prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "));
        prop::collection::vec(text, n)
    }

    proptest! {
        /// However it is looked for, what is found is the nearest of all, and nothing only where none is near.
        #[test]
        fn the_nearest_wording_is_found(past in texts(1..150), asked in texts(1..8)) {
            let wording = |text: &String| Wording::new(text, Lang::Fr);
            let past: Vec<Wording> = past.iter().map(wording).collect();
            let shelf = Shelf::new(past.iter());
            let mut sums = Sums::default();
            for text in &asked {
                let asked = wording(text);
                let likeness = |old: &Wording| {
                    let both = asked.0.iter().copied().filter(|t| old.0.contains(t));
                    let both = Wording(both.collect());
                    shelf.norm(&both).powi(2) / (shelf.norm(&asked) * shelf.norm(old))
                };
                let most = past.iter().map(likeness).fold(0.0, f32::max);
                match shelf.nearest(&asked, &mut sums, |_| true, |n| n) {
                    Some(n) => prop_assert!(likeness(&past[n as usize]) > most - 1e-4),
                    None => prop_assert!(most < NEAR + 1e-4),
                }
                prop_assert!(sums.0.iter().all(|sum| *sum == 0.0));
            }
        }
    }
}
