//! The fields of the step, and what can be open in it.

use crate::domain::ids::{ActionId, FactorId};
use crate::tui::screens::steps::decision::{PARTS, Part};
use std::fmt;
use std::str::FromStr;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    Title,
    Warning,
    Actions,
    Factors,
    Decision(Part),
    Idea,
    What,
    Answers,
    Force,
    Said,
    Kind,
    Level,
    Owner,
    Accepted,
    Due,
    Indicator,
    Baseline,
    Target,
    Evaluation,
    EvaluatedOn,
    Impact,
    Effort,
    Delay,
    Status,
    Goal,
    Partners,
    Resources,
    Plan,
    Reason,
    NoAction,
    WeakPlan,
}

/// Those of the lists and of an action.
const OWN: [Key; 28] = [
    Key::Actions,
    Key::Factors,
    Key::Idea,
    Key::What,
    Key::Answers,
    Key::Force,
    Key::Said,
    Key::Kind,
    Key::Level,
    Key::Owner,
    Key::Accepted,
    Key::Due,
    Key::Indicator,
    Key::Baseline,
    Key::Target,
    Key::Evaluation,
    Key::EvaluatedOn,
    Key::Impact,
    Key::Effort,
    Key::Delay,
    Key::Status,
    Key::Goal,
    Key::Partners,
    Key::Resources,
    Key::Plan,
    Key::Reason,
    Key::NoAction,
    Key::WeakPlan,
];

/// All that can be in focus.
pub fn keys() -> Vec<Key> {
    let parts = PARTS.iter().map(|part| Key::Decision(*part));
    OWN.into_iter().chain(parts).collect()
}

/// What can be open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Id {
    Action(ActionId),
    Factor(FactorId),
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Action(id) => id.fmt(f),
            Self::Factor(id) => id.fmt(f),
        }
    }
}

impl FromStr for Id {
    type Err = ();
    fn from_str(raw: &str) -> Result<Self, ()> {
        let action = raw.parse().map(Self::Action);
        action.or_else(|()| raw.parse().map(Self::Factor))
    }
}
