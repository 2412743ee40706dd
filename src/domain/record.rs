//! How the nouns of the domain are declared: every field may be missing in a file and is left out when it says nothing, so
//! that files stay short and a field added later needs no migration.

/// Whether a value is the one a missing field has.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares structs whose fields are all optional in a file.
#[macro_export]
macro_rules! record {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $type:ty),+ $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(default)]
        pub struct $name { $(
            $(#[$fmeta])*
            #[serde(skip_serializing_if = "crate::domain::record::is_default")]
            pub $field: $type,
        )+ }
    )+ };
}

/// Declares structs with an id, which is always written first; all other fields are optional in a file.
#[macro_export]
macro_rules! record_with_id {
    ($($(#[$meta:meta])* pub struct $name:ident[$id:ty] { $($(#[$fmeta:meta])* pub $field:ident : $type:ty),+ $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub struct $name {
            /// The id inside its file.
            pub id: $id,
            $(
            $(#[$fmeta])*
            #[serde(default, skip_serializing_if = "crate::domain::record::is_default")]
            pub $field: $type,
        )+ }

        impl $name {
            /// One with nothing but its id.
            pub fn new(id: $id) -> Self {
                Self { id, $($field: Default::default()),+ }
            }
        }

        $crate::keyed!($name: $id);
    )+ };
}

/// Declares a closed list of answers, in the order in which they are offered; the first is the default.
#[macro_export]
macro_rules! choices {
    ($($(#[$meta:meta])* pub enum $name:ident { $(#[$fmeta:meta])* $first:ident $(, $(#[$vmeta:meta])* $variant:ident)* $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[$fmeta])* #[default] $first,
            $($(#[$vmeta])* $variant,)*
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$variant)*];
        }
    )+ };
}
