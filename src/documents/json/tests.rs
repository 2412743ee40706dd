//! The schema is made from the types: `UPDATE=1` writes it anew, and any other run holds the file to them.

#![allow(clippy::unwrap_used, reason = "a test")]

use super::{Envelope, SCHEMA};
use crate::domain::list::{Keyed, List};
use crate::domain::text::Text;
use crate::domain::wording::Mark;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }

    fn inline_schema() -> bool {
        true
    }
}

impl JsonSchema for Mark {
    fn schema_name() -> Cow<'static, str> {
        "Mark".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": 0, "maximum": 255})
    }
}

impl<T: Keyed + JsonSchema> JsonSchema for List<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}s", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<T>()})
    }

    fn inline_schema() -> bool {
        true
    }
}

/// The schema of the types as they are.
fn made() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Envelope>();
    // What a missing field means is told by the types of the program, and would fill half of the file.
    RecursiveTransform(|schema: &mut Schema| {
        schema.remove("default");
    })
    .transform(&mut schema);
    schema.insert("title".into(), "crex report --format json".into());
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

#[test]
fn the_schema_is_that_of_the_types() {
    let made = made();
    if std::env::var_os("UPDATE").is_some() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/documents/json/schema.json"
        );
        std::fs::write(path, &made).unwrap();
        return;
    }
    assert!(
        made == SCHEMA,
        "the types changed: UPDATE=1 cargo test --lib schema writes the schema anew"
    );
}
