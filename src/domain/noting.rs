//! A reader around another one, which hears of the fields that a type does not have and otherwise changes nothing. Where a field
//! stands is a chain of borrowed names, so that listening costs a document of known fields next to nothing.

// What passes everything on must not be called: it then costs a reading nothing, where it was a quarter of it.
#![allow(clippy::inline_always)]

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::fmt;

/// Reads a `T`; `unknown` hears where each field stands that its type does not have, as `facts.2.colour`.
pub fn read<'de, D: Deserializer<'de>, T: serde::Deserialize<'de>>(
    reader: D,
    unknown: &mut dyn FnMut(&str),
) -> Result<T, D::Error> {
    T::deserialize(Noting {
        inner: reader,
        path: &Path::Root,
        ear: &mut Ear(unknown),
    })
}

/// Who hears of unknown fields.
struct Ear<'f>(&'f mut dyn FnMut(&str));

/// Where a value stands.
enum Path<'p> {
    Root,
    Item(&'p Path<'p>, usize),
    Field(&'p Path<'p>, &'p str),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = |parent: &Path, f: &mut fmt::Formatter<'_>| match parent {
            Path::Root => Ok(()),
            parent => write!(f, "{parent}."),
        };
        match self {
            Path::Root => Ok(()),
            Path::Item(parent, at) => before(parent, f).and_then(|()| write!(f, "{at}")),
            Path::Field(parent, name) => before(parent, f).and_then(|()| f.write_str(name)),
        }
    }
}

/// Anything that reads, with where it is and who listens.
struct Noting<'p, 'e, 'f, I> {
    inner: I,
    path: &'p Path<'p>,
    ear: &'e mut Ear<'f>,
}

impl<'p, 'e, 'f, I> Noting<'p, 'e, 'f, I> {
    /// The same place and listener around something else.
    #[inline(always)]
    fn around<J>(self, inner: J) -> (I, Noting<'p, 'e, 'f, J>) {
        let (path, ear) = (self.path, self.ear);
        (self.inner, Noting { inner, path, ear })
    }
}

/// What holds no field: the visitor need not be followed.
macro_rules! plain {
    ($($name:ident($($given:ident: $kind:ty),*))*) => {$(
        #[inline(always)]
        fn $name<V: Visitor<'de>>(self, $($given: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$name($($given,)* visitor)
        }
    )*};
}

/// Values that hold no field.
macro_rules! leaves {
    ($($name:ident($kind:ty))*) => {$(
        #[inline(always)]
        fn $name<E: Error>(self, value: $kind) -> Result<V::Value, E> {
            self.inner.$name(value)
        }
    )*};
}

/// All of them but texts and names, as they are asked for.
macro_rules! plain_scalars {
    () => {
        plain! {
            deserialize_bool()
            deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
            deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
            deserialize_f32() deserialize_f64()
            deserialize_char() deserialize_bytes() deserialize_byte_buf() deserialize_unit()
        }
    };
}

/// All of them but texts, as they are given.
macro_rules! scalar_leaves {
    () => {
        leaves! {
            visit_bool(bool)
            visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_i128(i128)
            visit_u8(u8) visit_u16(u16) visit_u32(u32) visit_u64(u64) visit_u128(u128)
            visit_f32(f32) visit_f64(f64)
            visit_char(char)
            visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
        }
    };
}

// Below the macros that it uses.
mod naming;

use naming::Naming;

/// What may hold fields.
macro_rules! followed {
    ($($name:ident($($given:ident: $kind:ty),*))*) => {$(
        #[inline(always)]
        fn $name<V: Visitor<'de>>(self, $($given: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            let (inner, visitor) = self.around(visitor);
            inner.$name($($given,)* visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Noting<'_, '_, '_, D> {
    type Error = D::Error;

    plain_scalars!();
    plain! {
        deserialize_str() deserialize_string() deserialize_identifier()
    }

    followed! {
        deserialize_any()
        deserialize_option()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    #[inline(always)]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        (self.ear.0)(&self.path.to_string());
        self.inner.deserialize_ignored_any(visitor)
    }

    #[inline(always)]
    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Noting<'_, '_, '_, V> {
    type Value = V::Value;

    #[inline(always)]
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.inner.expecting(f)
    }

    scalar_leaves!();
    leaves! {
        visit_str(&str) visit_borrowed_str(&'de str) visit_string(String)
    }

    #[inline(always)]
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    #[inline(always)]
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    #[inline(always)]
    fn visit_some<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        let (visitor, reader) = self.around(reader);
        visitor.visit_some(reader)
    }

    #[inline(always)]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        let (visitor, reader) = self.around(reader);
        visitor.visit_newtype_struct(reader)
    }

    #[inline(always)]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        let (visitor, inner) = self.around(items);
        visitor.visit_seq(Items { inner, next: 0 })
    }

    #[inline(always)]
    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        let (visitor, inner) = self.around(fields);
        let name = Cow::Borrowed("");
        visitor.visit_map(Fields { inner, name })
    }

    #[inline(always)]
    fn visit_enum<A: EnumAccess<'de>>(self, variants: A) -> Result<V::Value, A::Error> {
        let (visitor, variants) = self.around(variants);
        visitor.visit_enum(variants)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Noting<'_, '_, '_, S> {
    type Value = S::Value;

    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<S::Value, D::Error> {
        let (seed, reader) = self.around(reader);
        seed.deserialize(reader)
    }
}

impl<'p, 'e, 'f, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Noting<'p, 'e, 'f, A> {
    type Error = A::Error;
    type Variant = Noting<'p, 'e, 'f, A::Variant>;

    #[inline(always)]
    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (path, ear) = (self.path, self.ear);
        let (name, inner) = self.inner.variant_seed(seed)?;
        Ok((name, Noting { inner, path, ear }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Noting<'_, '_, '_, A> {
    type Error = A::Error;

    #[inline(always)]
    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    #[inline(always)]
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let (variant, seed) = self.around(seed);
        variant.newtype_variant_seed(seed)
    }

    #[inline(always)]
    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let (variant, visitor) = self.around(visitor);
        variant.tuple_variant(len, visitor)
    }

    #[inline(always)]
    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let (variant, visitor) = self.around(visitor);
        variant.struct_variant(fields, visitor)
    }
}

/// Items one after the other, counted.
struct Items<'p, 'e, 'f, A> {
    inner: Noting<'p, 'e, 'f, A>,
    next: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, '_, '_, A> {
    type Error = A::Error;

    #[inline(always)]
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let path = Path::Item(self.inner.path, self.next);
        self.next += 1;
        self.inner.inner.next_element_seed(Noting {
            inner: seed,
            path: &path,
            ear: self.inner.ear,
        })
    }

    #[inline(always)]
    fn size_hint(&self) -> Option<usize> {
        self.inner.inner.size_hint()
    }
}

/// Fields one after the other, with the name of the last one.
struct Fields<'p, 'e, 'f, 'de, A> {
    inner: Noting<'p, 'e, 'f, A>,
    name: Cow<'de, str>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<'_, '_, '_, 'de, A> {
    type Error = A::Error;

    #[inline(always)]
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let name = &mut self.name;
        self.inner.inner.next_key_seed(Naming { inner: seed, name })
    }

    #[inline(always)]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let path = Path::Field(self.inner.path, &self.name);
        self.inner.inner.next_value_seed(Noting {
            inner: seed,
            path: &path,
            ear: self.inner.ear,
        })
    }

    #[inline(always)]
    fn size_hint(&self) -> Option<usize> {
        self.inner.inner.size_hint()
    }
}

#[cfg(test)]
mod tests;
