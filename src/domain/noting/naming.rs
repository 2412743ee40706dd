//! The names of fields, kept as they are read.

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Reads the name of a field, or a key, and keeps it.
pub(super) struct Naming<'n, 'de, I> {
    pub inner: I,
    pub name: &'n mut Cow<'de, str>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Naming<'_, 'de, S> {
    type Value = S::Value;

    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<S::Value, D::Error> {
        let name = self.name;
        self.inner.deserialize(Naming {
            inner: reader,
            name,
        })
    }
}

macro_rules! named {
    ($($name:ident($($given:ident: $kind:ty),*))*) => {$(
        #[inline(always)]
        fn $name<V: Visitor<'de>>(self, $($given: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            let name = self.name;
            self.inner.$name($($given,)* Naming { inner: visitor, name })
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Naming<'_, 'de, D> {
    type Error = D::Error;

    named! {
        deserialize_any()
        deserialize_identifier() deserialize_str() deserialize_string()
        deserialize_newtype_struct(of: &'static str)
    }

    plain_scalars!();
    plain! {
        deserialize_option() deserialize_seq() deserialize_map()
        deserialize_ignored_any()
        deserialize_unit_struct(name: &'static str)
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    #[inline(always)]
    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Naming<'_, 'de, V> {
    type Value = V::Value;

    #[inline(always)]
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.inner.expecting(f)
    }

    #[inline(always)]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<V::Value, E> {
        *self.name = Cow::Borrowed(name);
        self.inner.visit_borrowed_str(name)
    }

    #[inline(always)]
    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        *self.name = Cow::Owned(name.to_owned());
        self.inner.visit_str(name)
    }

    #[inline(always)]
    fn visit_string<E: Error>(self, name: String) -> Result<V::Value, E> {
        *self.name = Cow::Owned(name.clone());
        self.inner.visit_string(name)
    }

    #[inline(always)]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        let name = self.name;
        self.inner.visit_newtype_struct(Naming {
            inner: reader,
            name,
        })
    }

    scalar_leaves!();
}
