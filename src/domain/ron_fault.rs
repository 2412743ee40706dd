//! Reading RON, and from what it says went wrong in a text to our own kinds of fault.

use super::noting;
use super::problem::RonFault;
use super::text::Text;
use ron::error::SpannedResult;
use serde::de::DeserializeOwned;

/// What a text holds; `unknown` hears where each field stands that its type does not have.
///
/// All RON is read here, with one type of reader: each other one would double the code of every type that is read.
pub fn read_noting<T: DeserializeOwned>(
    text: &str,
    unknown: &mut dyn FnMut(&str),
) -> SpannedResult<T> {
    let mut ron = ron::Deserializer::from_str(text)?;
    let value = noting::read(&mut ron, unknown);
    let value = value.map_err(|error| ron.span_error(error))?;
    ron.end().map_err(|error| ron.span_error(error))?;
    Ok(value)
}

/// The same of a text that people write: what may be missing is written without `Some`, or with it.
pub fn read_by_hand<T: DeserializeOwned>(
    text: &str,
    unknown: &mut dyn FnMut(&str),
) -> SpannedResult<T> {
    let plain = ron::extensions::Extensions::IMPLICIT_SOME;
    let options = ron::Options::default().with_default_extension(plain);
    let mut ron = ron::Deserializer::from_str_with_options(text, &options)?;
    let value = noting::read(&mut ron, unknown);
    let value = value.map_err(|error| ron.span_error(error))?;
    ron.end().map_err(|error| ron.span_error(error))?;
    Ok(value)
}

/// What a text holds; fields that its type does not have are passed over.
pub fn read<T: DeserializeOwned>(text: &str) -> SpannedResult<T> {
    read_noting(text, &mut |_| {})
}

/// The kind of fault that RON found.
pub fn ron(error: &ron::Error) -> RonFault {
    use ron::Error as E;
    let sign = |sign: &str| RonFault::Expected(Text::line(sign));
    match error {
        E::ExpectedArray => sign("["),
        E::ExpectedArrayEnd => sign("]"),
        E::ExpectedComma => sign(","),
        E::ExpectedMap => sign("{"),
        E::ExpectedMapColon => sign(":"),
        E::ExpectedMapEnd => sign("}"),
        E::ExpectedOptionEnd | E::ExpectedStructLikeEnd => sign(")"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => sign("("),
        E::ExpectedUnit => sign("()"),
        E::ExpectedOption => sign("Some(…), None"),
        E::ExpectedBoolean => sign("true, false"),
        E::ExpectedString => sign("\"…\""),
        E::ExpectedInteger => sign("0-9"),
        E::ExpectedStringEnd | E::InvalidEscape(_) | E::Utf8Error(_) => RonFault::BadText,
        E::IntegerOutOfBounds
        | E::InvalidIntegerDigit { .. }
        | E::FloatUnderscore
        | E::ExpectedFloat
        | E::UnderscoreAtBeginning => RonFault::BadNumber,
        E::TrailingCharacters => RonFault::Trailing,
        E::ExceededRecursionLimit => RonFault::TooDeep,
        E::InvalidValueForType { expected, found } => {
            RonFault::WrongValue(expected_sign(expected), found_value(found))
        }
        E::NoSuchEnumVariant { found, .. } | E::NoSuchStructField { found, .. } => {
            RonFault::UnknownVariant(Text::line(found))
        }
        E::MissingStructField { field, .. } => RonFault::MissingField(Text::line(field)),
        E::DuplicateStructField { field, .. } => RonFault::DuplicateField(Text::line(field)),
        _ => RonFault::Other,
    }
}

/// What a field takes, as a sign that needs no language; empty when there is none.
fn expected_sign(expected: &str) -> Text {
    let integer = [
        "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "usize",
    ];
    let sign = if expected.contains("string") || expected == "a borrowed string" {
        "\"…\""
    } else if expected.contains("bool") {
        "true, false"
    } else if integer.contains(&expected) {
        "0-9"
    } else if expected.contains("sequence") {
        "[…]"
    } else if expected.contains("struct") {
        "(…)"
    } else {
        ""
    };
    Text::line(sign)
}

/// The value that was found, taken out of the sentence around it; empty when it names none.
fn found_value(found: &str) -> Text {
    let quoted = |sign: char| {
        let start = found.find(sign)? + sign.len_utf8();
        let end = found.rfind(sign)?;
        found.get(start..end)
    };
    Text::line(quoted('`').or_else(|| quoted('"')).unwrap_or_default())
}
