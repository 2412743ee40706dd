//! Putting things in order. A sort of the standard library is written out by the compiler for every type and every order, some
//! eight kilobytes of program each time; here the one of numbers serves all. Like it, it keeps those equal as they stood.

use std::cmp::Ordering;

/// A slice that can be put in order.
pub trait Order<T> {
    /// In the order that `compare` tells.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By what `key` tells of each.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// In their own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        go(places, &mut |a, b| self.swap(a, b));
    }
}

/// To which place each of so many goes.
fn places(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..n).collect();
    from.sort_by(|a, b| compare(*a, *b));
    let mut places = vec![0; n];
    for (to, from) in from.into_iter().enumerate() {
        places[from] = to;
    }
    places
}

/// Has each go to its place: every move brings one of them there.
fn go(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for at in 0..places.len() {
        while places[at] != at {
            let to = places[at];
            swap(at, to);
            places.swap(at, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn things_stand_as_the_standard_library_puts_them(
            things in prop::collection::vec((0_u8..20, "[a-c]{0,3}"), 0..200),
        ) {
            let (mut ours, mut theirs) = (things.clone(), things);
            ours.order_by_key(|(n, _)| *n);
            theirs.sort_by_key(|(n, _)| *n);
            prop_assert_eq!(&ours, &theirs);
            ours.order_by(|a, b| b.1.cmp(&a.1));
            theirs.sort_by(|a, b| b.1.cmp(&a.1));
            prop_assert_eq!(&ours, &theirs);
            ours.order();
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
