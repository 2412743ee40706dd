//! Short typed ids (`F3`, `D2`, `A1`) inside one file. A number is never given twice: the file keeps the counters.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// An id as a file writes it, behind this letter.
struct Written<T>(&'static str, PhantomData<T>);

impl<T: FromStr> Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, raw: &str) -> Result<T, E> {
        let unlike = |_| E::custom(format!("not an id of the form {}1: {raw}", self.0));
        raw.parse().map_err(unlike)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $counter:ident $(unless $skip:literal)?),+ $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
            pub struct $name(pub u32);

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!($prefix, "{}"), self.0)
                }
            }

            impl std::str::FromStr for $name {
                type Err = ();
                fn from_str(s: &str) -> Result<Self, ()> {
                    s.strip_prefix($prefix).and_then(|n| n.parse().ok()).map(Self).ok_or(())
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }

            #[cfg(test)]
            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }
                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let pattern = concat!("^", $prefix, "[0-9]+$");
                    schemars::json_schema!({"type": "string", "pattern": pattern})
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(Written($prefix, PhantomData))
                }
            }
        )+

        /// The counters of one file: the last number given for each kind of id.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub struct Counters { $(
            /// Last number given.
            #[serde(default $(, skip_serializing_if = $skip)?)] $counter: u32, )+ }

        impl Counters {
            /// How many ids of all kinds were ever given.
            pub fn total(&self) -> u32 {
                [$(self.$counter),+].into_iter().fold(0, u32::saturating_add)
            }
        }

        $(
            impl Issue for $name {
                fn issue(counters: &mut Counters) -> Self {
                    counters.$counter = counters.$counter.saturating_add(1);
                    Self(counters.$counter)
                }
                fn counted(counters: &Counters) -> (&'static str, u32) {
                    (stringify!($counter), counters.$counter)
                }
                fn number(self) -> u32 {
                    self.0
                }
            }
        )+
    };
}

/// An id that a file's counters can give.
pub trait Issue: Sized {
    /// The next id, never given before in this file.
    fn issue(counters: &mut Counters) -> Self;
    /// The counter of this type: its name in the file, and the last number given.
    fn counted(counters: &Counters) -> (&'static str, u32);
    /// The number.
    fn number(self) -> u32;
}

impl Counters {
    /// Gives the next id of the type asked for.
    pub fn give<I: Issue>(&mut self) -> I {
        I::issue(self)
    }
}

ids! {
    /// A person at the table, by function.
    MemberId "M" member,
    /// An incident (événement) heard in the session.
    IncidentId "E" incident,
    /// A follow-up given to an earlier action.
    FollowUpId "S" follow_up,
    /// An analysis.
    AnalysisId "N" analysis,
    /// A source of an analysis: a person heard, a document seen.
    SourceId "Z" source,
    /// A fact of the timeline.
    FactId "F" fact,
    /// A deviation (écart).
    DeviationId "D" deviation,
    /// A barrier.
    BarrierId "B" barrier,
    /// A contributing factor.
    FactorId "C" factor,
    /// One why of a chain or tree of whys.
    WhyId "Y" why,
    /// A vote (scrutin).
    BallotId "V" ballot,
    /// An action.
    ActionId "A" action,
    /// A line of the parking lot.
    ParkedId "P" parked,
    /// A row of the agenda.
    RowId "R" row,
    /// A sitting: one of the days on which the session was held.
    SittingId "J" sitting,
    /// An answer to be given to a reporter, or a message to be passed on.
    MessageId "T" message,
    /// A format of meeting of a team.
    FormatId "O" format,
    /// A line of the trace of a simulation.
    TraceId "W" trace unless "crate::domain::record::is_default",
}
