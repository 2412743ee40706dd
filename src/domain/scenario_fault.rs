//! What is wrong with the file of a scenario, as data.

use super::analysis::FactorRole;
use super::code::Code;
use super::problem::RonFault;
use super::text::Text;

/// What was found at a place of a file: line and column from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// What.
    pub fault: ScenarioFault,
}

/// What is wrong with a scenario. A path is that of the field in the file, `cards.2.text`, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioFault {
    /// Not RON, or not the fields of a scenario.
    Ron(RonFault),
    /// A field that no scenario has: its path.
    UnknownField(Text),
    /// Written for a newer version of the program: its schema.
    NewerSchema(u32),
    /// Longer than a session should carry: its size and the most, in bytes.
    TooLarge(usize, usize),
    /// What must be there is not: its path.
    Empty(Text),
    /// A text that the skeleton left to be written: its path.
    Unwritten(Text),
    /// An id that cannot be shown or kept.
    OddId(Code),
    /// Two things have this id where it must be unique.
    DuplicateId(Code),
    /// The id of a shipped scenario.
    TakenId(Code),
    /// The id of another file's, in the same language.
    SharedId(Code),
    /// A code that no list of content has: the path, the code, the nearest known (empty: none is near).
    UnknownCode(Text, Code, Code),
    /// The same where none is near: the path, the code, those that there are.
    NoSuchCode(Text, Code, Text),
    /// A word that is none of those possible there: it, and those.
    UnknownWord(Text, Text),
    /// A quotation mark that nothing closes on its line.
    OpenQuote,
    /// Straight quotation marks within a text.
    InnerQuote,
    /// A bracket that nothing closes: by which it is closed.
    OpenBracket(Text),
    /// Something else where a number belongs.
    NoNumber,
    /// An id that nothing in the key has: the path, the id, the nearest known (empty: none is near).
    UnknownLink(Text, Code, Code),
    /// A question of the quiz whose right answer is none of its own.
    NoRightAnswer(Code),
    /// A question of the quiz with too few answers, or too many: how many.
    AnswerCount(Code, usize),
    /// A number out of its range: the path, the number, the least, the most.
    OutOfRange(Text, u32, u32, u32),
    /// An inject that comes after the end: its id, its minute, the length of the format.
    LateInject(Code, u32, u32),
    /// More factors of a role than the grid allows: the role, the grid, the most.
    TooMany(FactorRole, Code, u32),
    /// A date in a report: the path. They follow the day on which the case is played.
    Dated(Text),
    /// A fact of the key to which no card leads.
    Unreached(Code),
    /// A card that leads to nothing of the key. Only a remark.
    LeadsNowhere(Code),
    /// Words that tell who someone is, or blame: the words, what could be written. Only a remark.
    Wording(Text, Text),
}

impl ScenarioFault {
    /// Whether it keeps nobody from playing the case.
    pub const fn is_remark(&self) -> bool {
        matches!(self, Self::LeadsNowhere(_) | Self::Wording(..))
    }
}
