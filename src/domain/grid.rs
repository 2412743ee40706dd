//! A systemic analysis grid: dimensions, items, guiding questions. The grids themselves are content.

use super::agenda::StepKind;
use super::code::{Code, Label};
use super::problem::RonFault;
use super::text::Text;

crate::choices! {
    /// Where the wording of an item comes from.
    pub enum Origin {
        /// Written for this product or by the team.
        Ours,
        /// Recalled: consistent with the source, wording unconfirmed.
        Recalled,
        /// Confirmed in the source.
        Confirmed,
    }
}

crate::record! {
    /// A grid.
    pub struct Grid {
        /// Schema of a grid file.
        pub schema: u32,
        /// Stable id, `cadya`.
        pub id: Code,
        /// Version; every shipped version stays in the program.
        pub version: u32,
        /// Name to show: « d'après CADYA ».
        pub name: Label,
        /// Where it comes from, for the help and the record.
        pub source: Label,
        /// How many factors may be principal in one analysis (0: no limit).
        pub max_principal: u32,
        /// How many may be secondary (0: no limit).
        pub max_secondary: u32,
        /// The dimensions, in the order in which they are walked.
        pub dimensions: Vec<Dimension>,
        /// Keywords for human factors.
        pub keywords: Vec<Label>,
        /// The way that its method takes through the analysis, where it has one of its own.
        pub path: Vec<PathStep>,
    }

    /// One step of a method, beside the steps of the meeting.
    pub struct PathStep {
        /// The step of the meeting at which it is worked through.
        pub step: StepKind,
        /// What it is called.
        pub name: Label,
        /// The question to ask the group.
        pub question: Label,
        /// What must be there for it to be done.
        pub done_when: Label,
    }

    /// A family of items.
    pub struct Dimension {
        /// `E`, `H`, `1`.
        pub id: Code,
        /// Name to show.
        pub name: Label,
        /// Whether its items speak of persons rather than of the system: the mirror shown to the group.
        pub about_persons: bool,
        /// Whether the group may leave it out: it is counted in coverage only once something in it is answered.
        pub optional: bool,
        /// Items in order; a heading comes before the items under it.
        pub items: Vec<Item>,
    }

    /// One item. An item with others under it (`parent`) is a heading: it opens its group and is not counted in coverage.
    pub struct Item {
        /// `E2.1`.
        pub id: Code,
        /// The heading it stands under, empty at the top.
        pub parent: Code,
        /// Label to show.
        pub label: Label,
        /// The question to ask the group.
        pub question: Label,
        /// Questions that help to answer, asked only if they are wanted.
        pub prompts: Vec<Label>,
        /// Where the label comes from.
        pub origin: Origin,
    }
}

impl Grid {
    /// Dimensions with their items that are answered: headings left out.
    pub fn leaves(&self) -> impl Iterator<Item = (&Dimension, &Item)> {
        self.dimensions.iter().flat_map(|d| {
            d.items
                .iter()
                .filter(|i| !d.is_heading(i))
                .map(move |i| (d, i))
        })
    }

    /// The item with this id and its dimension.
    pub fn item(&self, id: &Code) -> Option<(&Dimension, &Item)> {
        self.dimensions
            .iter()
            .find_map(|d| d.items.iter().find(|i| i.id == *id).map(|i| (d, i)))
    }
}

impl Dimension {
    /// Whether other items stand under this one.
    pub fn is_heading(&self, item: &Item) -> bool {
        self.items
            .iter()
            .any(|other| !other.parent.is_empty() && other.parent == item.id)
    }

    /// The heading above an item.
    pub fn heading_of(&self, item: &Item) -> Option<&Item> {
        self.items
            .iter()
            .find(|i| !item.parent.is_empty() && i.id == item.parent)
    }
}

crate::record! {
    /// The grids a session's own team made, and which shipped ones it used.
    pub struct GridUse {
        /// Grid id.
        pub grid: Code,
        /// Version used.
        pub version: u32,
        /// SHA-256 of the grid's file, lower-case hexadecimal.
        pub hash: Text,
        /// Whether the group went over to another grid before the end: its answers stay, its coverage is no longer asked for.
        pub set_aside: bool,
    }
}

/// What the group makes of a proposed code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Left as a proposal, to be confirmed later.
    #[default]
    Proposed,
    /// It is right.
    Confirmed,
    /// It is not.
    Refused,
}

/// A grid that the team made, as its file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnGrid {
    /// The grid.
    pub grid: Grid,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub hash: Text,
}

impl OwnGrid {
    /// What an analysis writes down when it starts with this grid.
    pub fn used(&self) -> GridUse {
        GridUse {
            grid: self.grid.id.clone(),
            version: self.grid.version,
            hash: self.hash.clone(),
            set_aside: false,
        }
    }
}

/// What is wrong with a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridFault {
    /// Not RON, or not the fields of a grid: line and column from 1, and the kind of fault.
    Ron(usize, usize, RonFault),
    /// A fault at a place of the file: line and column from 1.
    At(usize, usize, Box<GridFault>),
    /// An id that cannot be shown or kept.
    OddId(Code),
    /// A field that no grid has: its path in the file.
    UnknownField(Text),
    /// Written for a newer version of the program: its schema.
    NewerSchema(u32),
    /// The grid has no id.
    NoId,
    /// The grid has the id of a shipped one.
    TakenId(Code),
    /// The grid has the id of another file's.
    SharedId(Code),
    /// The grid has no name.
    NoName,
    /// The grid has no dimension.
    NoDimensions,
    /// A dimension has no id: its place, from 1.
    DimensionWithoutId(usize),
    /// Two dimensions have this id.
    DuplicateDimension(Code),
    /// A dimension has no name.
    DimensionWithoutName(Code),
    /// A dimension has no item.
    EmptyDimension(Code),
    /// An item has no id: its dimension, and its place in it, from 1.
    ItemWithoutId(Code, usize),
    /// Two items have this id.
    DuplicateItem(Code),
    /// An item has no label.
    MissingLabel(Code),
    /// An item that is answered has no question.
    MissingQuestion(Code),
    /// An item stands under a heading that its dimension does not have: the item, the heading.
    UnknownParent(Code, Code),
    /// A heading comes after an item that stands under it: the item, the heading.
    ParentAfter(Code, Code),
}
