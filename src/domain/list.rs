//! A list of things with an id each: the flat vectors of the files. Items are shared between clones, so that a copy of a
//! whole session (undo, saving) costs a few pointers.

use super::order::Order;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// Something with an id of its own inside its list.
pub trait Keyed: Clone + Eq {
    /// The type of the id.
    type Id: Copy + PartialEq + fmt::Display + std::str::FromStr;
    /// The id.
    fn id(&self) -> Self::Id;
}

/// Gives a type with a field `id` its [`Keyed`].
#[macro_export]
macro_rules! keyed {
    ($($type:ty : $id:ty),+ $(,)?) => { $(
        impl $crate::domain::list::Keyed for $type {
            type Id = $id;
            fn id(&self) -> $id { self.id }
        }
    )+ };
}

/// An ordered list of items with ids.
#[derive(Clone, PartialEq, Eq)]
pub struct List<T>(Vec<Arc<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Keyed> List<T> {
    /// How many items.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.0.iter().map(AsRef::as_ref)
    }

    /// The item at `index`.
    pub fn at(&self, index: usize) -> Option<&T> {
        self.0.get(index).map(AsRef::as_ref)
    }

    /// The item with this id.
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.iter().find(|item| item.id() == id)
    }

    /// The item with this id, to be changed.
    pub fn get_mut(&mut self, id: T::Id) -> Option<&mut T> {
        self.0
            .iter_mut()
            .find(|item| item.id() == id)
            .map(Arc::make_mut)
    }

    /// Where the item with this id stands.
    pub fn index_of(&self, id: T::Id) -> Option<usize> {
        self.iter().position(|item| item.id() == id)
    }

    /// Appends an item.
    pub fn push(&mut self, item: T) {
        self.0.push(Arc::new(item));
    }

    /// Puts an item in place of the one with its id, or appends it.
    pub fn put(&mut self, item: T) {
        match self.index_of(item.id()) {
            Some(index) => self.0[index] = Arc::new(item),
            None => self.push(item),
        }
    }

    /// Takes out the item with this id.
    pub fn remove(&mut self, id: T::Id) -> Option<T> {
        let index = self.index_of(id)?;
        Some(Arc::unwrap_or_clone(self.0.remove(index)))
    }

    /// Moves the item with this id by `delta` places, as far as the list goes; says whether it moved.
    pub fn shift(&mut self, id: T::Id, delta: isize) -> bool {
        let Some(from) = self.index_of(id) else {
            return false;
        };
        let to = from.saturating_add_signed(delta).min(self.0.len() - 1);
        let item = self.0.remove(from);
        self.0.insert(to, item);
        from != to
    }

    /// Puts the items in the order of `ids`; items not named keep their order behind.
    pub fn arrange(&mut self, ids: &[T::Id]) {
        let rank = |item: &Arc<T>| {
            ids.iter()
                .position(|id| *id == item.id())
                .unwrap_or(usize::MAX)
        };
        self.0.order_by_key(rank);
    }

    /// Changes every item for which `f` asks it; an item that stays equal stays shared.
    pub fn for_each_mut(&mut self, mut f: impl FnMut(&mut T)) {
        for item in &mut self.0 {
            let mut changed = T::clone(item);
            f(&mut changed);
            if changed != **item {
                *item = Arc::new(changed);
            }
        }
    }

    /// Whether two lists share every item: then nothing has to be compared.
    pub fn same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

impl<T: Keyed> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().map(Arc::new).collect())
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(AsRef::as_ref))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(
            Vec::<T>::deserialize(deserializer)?
                .into_iter()
                .map(Arc::new)
                .collect(),
        ))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::ids::ParkedId;
    use crate::domain::session::Parked;
    use crate::domain::text::Text;
    use proptest::prelude::*;

    fn list(ids: &[u32]) -> List<Parked> {
        ids.iter().map(|n| Parked::new(ParkedId(*n))).collect()
    }

    fn ids(list: &List<Parked>) -> Vec<u32> {
        list.iter().map(|item| item.id.0).collect()
    }

    #[test]
    fn items_are_found_put_and_taken_out_by_id() {
        let mut parked = list(&[1, 2]);
        let asked = Parked {
            what: Text::new("qui relève ?"),
            ..Parked::new(ParkedId(2))
        };
        parked.put(asked.clone());
        parked.put(Parked::new(ParkedId(7)));
        assert_eq!(ids(&parked), [1, 2, 7]);
        assert_eq!(parked.get(ParkedId(2)), Some(&asked));
        assert_eq!(parked.at(1), Some(&asked));
        assert_eq!(parked.remove(ParkedId(2)), Some(asked));
        assert_eq!(parked.remove(ParkedId(2)), None);
        assert_eq!(parked.index_of(ParkedId(7)), Some(1));
        assert_eq!((parked.len(), parked.is_empty()), (2, false));
    }

    #[test]
    fn moving_stops_at_the_ends() {
        let mut parked = list(&[1, 2, 3]);
        assert!(parked.shift(ParkedId(1), 1));
        assert_eq!(ids(&parked), [2, 1, 3]);
        assert!(parked.shift(ParkedId(1), 9));
        assert!(!parked.shift(ParkedId(1), isize::MAX));
        assert_eq!(ids(&parked), [2, 3, 1]);
        assert!(parked.shift(ParkedId(1), isize::MIN));
        assert!(!parked.shift(ParkedId(9), 1));
        assert_eq!(ids(&parked), [1, 2, 3]);
    }

    #[test]
    fn arranging_leaves_the_unnamed_behind_in_their_order() {
        let mut parked = list(&[1, 2, 3, 4]);
        parked.arrange(&[ParkedId(9), ParkedId(4), ParkedId(2)]);
        assert_eq!(ids(&parked), [4, 2, 1, 3]);
    }

    #[test]
    fn changing_one_item_of_a_copy_leaves_the_other_items_shared() {
        let parked = list(&[1, 2]);
        let mut copy = parked.clone();
        assert!(copy.same(&parked));
        copy.for_each_mut(|item| item.outcome = Text::default());
        assert!(copy.same(&parked));
        copy.get_mut(ParkedId(2)).unwrap().outcome = Text::new("traité");
        assert!(!copy.same(&parked));
        assert!(Arc::ptr_eq(&copy.0[0], &parked.0[0]));
        assert!(parked.get(ParkedId(2)).unwrap().outcome.is_blank());
    }

    proptest! {
        #[test]
        fn moving_there_and_back_changes_nothing(n in 1_u32..8, id in 0_u32..9, delta in -9_isize..9) {
            let before = list(&(0..n).collect::<Vec<_>>());
            let mut moved = before.clone();
            let from = moved.index_of(ParkedId(id));
            let did = moved.shift(ParkedId(id), delta);
            prop_assert_eq!(did, moved != before);
            let to = moved.index_of(ParkedId(id));
            if let (Some(from), Some(to)) = (from, to) {
                moved.shift(ParkedId(id), isize::try_from(from).unwrap() - isize::try_from(to).unwrap());
            }
            prop_assert_eq!(moved, before);
        }

        #[test]
        fn a_list_comes_back_from_its_file(numbers in prop::collection::vec(any::<u32>(), 0..8), word in "\\PC{0,9}") {
            let mut parked = list(&numbers);
            parked.for_each_mut(|item| item.what = Text::new(&word));
            let raw = ron::to_string(&parked).unwrap();
            prop_assert_eq!(ron::from_str::<List<Parked>>(&raw).unwrap(), parked);
        }
    }
}
