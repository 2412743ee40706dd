//! A list of things with an id each: the flat vectors of the files. Items are shared between clones, so that a copy of a
//! whole session (undo, saving) costs a few pointers.

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
        self.0.sort_by_key(rank);
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
