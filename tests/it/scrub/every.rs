//! Documents with a word in every field that there is: made from the published schema of a session.

use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../../../src/documents/json/schema.json");

/// What stands in texts: the word in several forms, alone and among others.
const SAID: [&str; 5] = [
    "Le Canari s’est trompé",
    "CANARI",
    "voir l’canari, «\u{a0}Canári\u{a0}»\u{a0}!",
    "un \"cana\u{301}ri\" \\ et un autre canari",
    "Rien",
];

/// Makes values of the types of the schema. Different seeds take different variants.
pub struct Maker {
    schema: Value,
    n: usize,
}

impl Maker {
    pub fn new(seed: usize) -> Self {
        Self {
            schema: serde_json::from_str(SCHEMA).unwrap(),
            n: seed,
        }
    }

    /// A value of this type.
    pub fn make(&mut self, name: &str) -> Value {
        let of = self.schema["$defs"][name].clone();
        assert!(of.is_object(), "{name} is not in the schema");
        match name {
            "Code" => json!("code-canari"),
            "Lang" => json!("Fr"),
            _ => self.of(&of),
        }
    }

    fn of(&mut self, of: &Value) -> Value {
        self.n += 1;
        if let Some(name) = of["$ref"].as_str() {
            return self.make(name.rsplit('/').next().unwrap());
        }
        for one in ["oneOf", "anyOf"] {
            if let Some(all) = of[one].as_array() {
                // What may be null is rather there.
                let all: Vec<&Value> = all.iter().filter(|v| v["type"] != "null").collect();
                return self.of(all[self.n % all.len()]);
            }
        }
        if let Some(fixed) = of.get("const") {
            return fixed.clone();
        }
        if let Some(all) = of["enum"].as_array() {
            return all[self.n % all.len()].clone();
        }
        let kind = match &of["type"] {
            Value::Array(kinds) => kinds[0].clone(),
            kind => kind.clone(),
        };
        match kind.as_str() {
            Some("object") => self.object(of),
            Some("array") => self.array(of),
            Some("string") => self.text(of),
            Some("integer") => json!(of["minimum"].as_u64().unwrap_or(0).max(1)),
            Some("boolean") => json!(true),
            other => panic!("{other:?} in {of}"),
        }
    }

    fn object(&mut self, of: &Value) -> Value {
        let mut out = Map::new();
        for (name, of) in of["properties"].as_object().unwrap() {
            out.insert(name.clone(), self.of(of));
        }
        Value::Object(out)
    }

    fn array(&mut self, of: &Value) -> Value {
        if let Some(all) = of["prefixItems"].as_array() {
            return all.iter().map(|one| self.of(one)).collect();
        }
        (0..2).map(|_| self.of(&of["items"])).collect()
    }

    fn text(&mut self, of: &Value) -> Value {
        let n = self.n;
        if let Some(pattern) = of["pattern"].as_str() {
            let prefix = pattern.trim_start_matches('^').split('[').next().unwrap();
            return json!(format!("{prefix}{n}"));
        }
        if of.get("maxLength").is_some() {
            return json!("A");
        }
        match of["format"].as_str() {
            Some("date") => json!("2026-11-19"),
            Some("partial-time") => json!("12:30:00"),
            Some("partial-date-time") => json!("2026-11-19T12:30:00"),
            Some("uuid") => json!(format!("00000000-0000-0000-0000-{n:012}")),
            Some(other) => panic!("{other}"),
            None => json!(SAID[n % SAID.len()]),
        }
    }
}
