//! Scales of severity, likelihood, criticality and the like. The levels themselves are content, editable by the team.

use super::code::{Code, Label};

crate::choices! {
    /// The two schools of criticality (domain reference §3.3).
    pub enum School {
        /// Decision matrix with three classes (APR style).
        Matrix,
        /// Product severity × likelihood, 1 to 25.
        Product,
    }

    /// A class of criticality.
    pub enum Class {
        /// Acceptable as it is.
        Acceptable,
        /// Tolerable under control.
        Tolerable,
        /// Unacceptable.
        Unacceptable,
    }

    /// A quadrant of impact against effort (domain reference §9).
    pub enum Quadrant {
        /// Much impact, little effort.
        Quick,
        /// Much impact, much effort.
        Project,
        /// Little impact, little effort.
        Possible,
        /// Little impact, much effort.
        Discard,
    }
}

crate::record! {
    /// One level of a scale.
    pub struct Level {
        /// The number, from 1.
        pub n: u8,
        /// Its name.
        pub label: Label,
        /// What it means.
        pub hint: Label,
    }

    /// The scales of a team.
    pub struct Scales {
        /// Stable id.
        pub id: Code,
        /// Version.
        pub version: u32,
        /// Name to show.
        pub name: Label,
        /// Where they come from; never called official.
        pub source: Label,
        /// Severity, 1 to 5.
        pub severity: Vec<Level>,
        /// Likelihood, 1 to 5.
        pub likelihood: Vec<Level>,
        /// The school in use.
        pub school: School,
        /// Product school: highest product that is acceptable.
        pub acceptable_up_to: u8,
        /// Product school: highest product that is tolerable.
        pub tolerable_up_to: u8,
        /// Matrix school: rows by likelihood 1 to 5, columns by severity 1 to 5.
        pub matrix: Vec<Vec<Class>>,
        /// Level of control, 1 to 5.
        pub control: Vec<Level>,
        /// Avoidability, 1 to 4.
        pub avoidability: Vec<Level>,
        /// Recoverability, 1 to 3.
        pub recoverability: Vec<Level>,
        /// Detectability, 1 to 5.
        pub detectability: Vec<Level>,
        /// Impact of an action, 1 to 4.
        pub impact: Vec<Level>,
        /// Effort of an action, 1 to 4.
        pub effort: Vec<Level>,
        /// Delay of an action, 1 to 4.
        pub delay: Vec<Level>,
    }
}

/// Severity × likelihood and its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criticality {
    /// The product, 1 to 25.
    pub product: u8,
    /// The class in the school in use.
    pub class: Class,
}

impl Scales {
    /// The criticality of a severity and a likelihood (1 to 5 each). Severity 5 is never acceptable in the product school.
    pub fn criticality(&self, severity: u8, likelihood: u8) -> Criticality {
        let product = severity.saturating_mul(likelihood);
        let class = match self.school {
            School::Product if product > self.tolerable_up_to => Class::Unacceptable,
            School::Product if product > self.acceptable_up_to || severity >= 5 => Class::Tolerable,
            School::Product => Class::Acceptable,
            School::Matrix => {
                let cell =
                    |row: &Vec<Class>| row.get(usize::from(severity).saturating_sub(1)).copied();
                self.matrix
                    .get(usize::from(likelihood).saturating_sub(1))
                    .and_then(cell)
                    .unwrap_or_default()
            }
        };
        Criticality { product, class }
    }

    /// The quadrant of an impact and an effort, both by their place on the scale from 0: the upper half is much, the lower little.
    pub fn quadrant(&self, impact: usize, effort: usize) -> Quadrant {
        match (
            impact * 2 >= self.impact.len(),
            effort * 2 >= self.effort.len(),
        ) {
            (true, false) => Quadrant::Quick,
            (true, true) => Quadrant::Project,
            (false, false) => Quadrant::Possible,
            (false, true) => Quadrant::Discard,
        }
    }

    /// The level `n` of a scale.
    pub fn level(levels: &[Level], n: u8) -> Option<&Level> {
        levels.iter().find(|level| level.n == n)
    }
}
