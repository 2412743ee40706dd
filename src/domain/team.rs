//! The structure and its usual members, with the team's own defaults: `team.ron`.

use super::agenda::TeamFormat;
use super::ballot::Quorum;
use super::code::{Code, Lang};
use super::ids::{Counters, MemberId};
use super::list::List;
use super::scales::Scales;
use super::text::Text;
use super::wording::Watch;
use serde::{Deserialize, Serialize};

crate::record_with_id! {
    /// A usual member, by function: « IDEL », « pharmacien d'officine ». Never a name.
    pub struct Member[MemberId] {
        /// The function.
        pub function: Text,
        /// Profession, for the quorum by professions (content list).
        pub profession: Code,
        /// Whether the member counts for the quorum.
        pub permanent: bool,
        /// Usual roles (content list).
        pub roles: Vec<Code>,
    }
}

crate::record! {
    /// How a column of an imported file was understood.
    pub struct ColumnUse {
        /// Its header, as it stood in the file.
        pub header: Text,
        /// What it holds (content list of columns); empty: it is left aside.
        pub field: Code,
    }
}

/// The team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Schema of the file.
    pub schema: u32,
    /// Name of the structure.
    #[serde(default)]
    pub name: Text,
    /// Kind of structure (content list of sectors).
    #[serde(default)]
    pub sector: Code,
    /// Language of its sessions.
    #[serde(default)]
    pub lang: Lang,
    /// Usual place of meeting.
    #[serde(default)]
    pub place: Text,
    /// Usual members.
    #[serde(default)]
    pub members: List<Member>,
    /// Quorum.
    #[serde(default)]
    pub quorum: Quorum,
    /// Format proposed for a new session: the id of a shipped one, or `O1` of its own.
    #[serde(default)]
    pub format: Code,
    /// The team's own formats.
    #[serde(default)]
    pub formats: List<TeamFormat>,
    /// Grid proposed.
    #[serde(default)]
    pub grid: Code,
    /// The team's own scales, if it changed the shipped ones.
    #[serde(default)]
    pub scales: Option<Scales>,
    /// The team's own charter, one line each, if it changed the shipped one.
    #[serde(default)]
    pub charter: Vec<Text>,
    /// What the wording guard does not remark on here.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub unwatched: Vec<Watch>,
    /// Its logo for documents: the name of a PNG or JPEG file inside the workspace.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub logo: Text,
    /// What stands at the foot of every page of its documents.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub footer: Text,
    /// How the columns of imported files are understood; kept with the team, whose files they are.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub import: Vec<ColumnUse>,
    /// For how many years sessions are kept; 0: nobody has said.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub keep_years: u32,
    /// Number of the last session.
    #[serde(default)]
    pub last_number: u32,
    /// Counters of the ids inside.
    #[serde(default)]
    pub ids: Counters,
}

impl Default for Team {
    fn default() -> Self {
        Self {
            schema: super::SCHEMA,
            name: Text::default(),
            sector: Code::default(),
            lang: Lang::Fr,
            place: Text::default(),
            members: List::default(),
            quorum: Quorum::default(),
            format: Code::default(),
            formats: List::default(),
            grid: Code::default(),
            scales: None,
            charter: Vec::new(),
            unwatched: Vec::new(),
            logo: Text::default(),
            footer: Text::default(),
            import: Vec::new(),
            keep_years: 0,
            last_number: 0,
            ids: Counters::default(),
        }
    }
}

impl Team {
    /// What undoing must not bring back: the numbers already given.
    pub fn keep_numbers_of(&mut self, present: &Self) {
        self.ids = present.ids.clone();
        self.last_number = present.last_number;
    }
}
