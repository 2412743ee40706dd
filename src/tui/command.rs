//! What a key can mean: the closed list of commands. Screens react to these, never to keys.

use crate::domain::analysis::Reply;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Leave the program; everything is saved already.
    Quit,
    /// Ctrl+C: say how to leave.
    HowToQuit,
    /// The list of all commands.
    Palette,
    /// Help for this screen.
    Help,
    /// Search the session, or everything.
    Search,
    /// What was decided in all sessions.
    Decisions,
    /// Simulations too, or real sessions alone.
    Simulations,
    /// Of one year alone.
    OneYear,
    /// The next session, of those being read again.
    NextSession,
    /// The previous one.
    PrevSession,
    /// A blank wall at once.
    Curtain,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Next step.
    NextStep,
    /// Previous step.
    PrevStep,
    /// Timer of the step, drift of the meeting, re-planning.
    Timer,
    /// Add a line to the parking lot.
    Park,
    /// Private note.
    Note,
    /// What can be asked for in a simulation, and what is known.
    Cards,
    /// What the trainer does in a simulation.
    Trainer,
    /// Who has spoken.
    Speaking,
    /// How to open the second terminal.
    Second,
    /// A vote on a question of the group's own.
    FreeVote,
    /// A break, or support for someone.
    Pause,
    /// Adjourn to another day.
    Adjourn,
    /// See the record as it is now.
    Record,
    /// All documents of the session.
    Documents,
    /// Write a document as a page to be printed.
    WritePage,
    /// Write a document as text.
    /// Write the record for a word processor.
    WriteDocx,
    /// Write the record as text.
    WriteText,
    /// Seal the session.
    Seal,
    /// The amendments to a sealed session.
    Amend,
    /// Save the session in another folder.
    Elsewhere,
    /// What changed since the session was sealed.
    CompareSealed,
    /// Two states of one session, to choose from.
    CompareFiles,
    /// Back to the home screen.
    Home,
    /// The action plan of all meetings.
    Plan,
    /// Read the record of the last meeting.
    LastRecord,
    /// Reminders, table and calendar made of the plan.
    Outputs,
    /// Erase a name everywhere.
    Scrub,
    /// The year in figures.
    Yearly,
    /// The year before.
    PrevYear,
    /// The year after.
    NextYear,
    /// Next theme.
    Theme,
    /// Other language.
    Language,
    /// Mouse on or off.
    Mouse,
    /// Pass over the remark of the wording guard.
    PassRemark,
    /// Silence the wording guard for the session, or let it speak again.
    Silence,
    /// Other look at the same thing: tree, matrix, line of time.
    View,
    /// What stands in the margin, on a narrow screen.
    Margin,
    /// All questions of the grid.
    Items,
    /// What is left to be checked.
    Checks,
    /// Choose the grid that is walked.
    ChooseGrid,
    /// The other grid of the analysis.
    OtherGrid,
    /// To the first thing missing.
    FirstMissing,
    /// Confirm all that is proposed.
    ConfirmAll,
    /// Open a vote, or the one under way.
    Vote,
    /// Vote on the impact of each action.
    VoteImpact,
    /// Vote on the effort of each action.
    VoteEffort,
    /// Second round between equal options.
    SecondRound,
    /// Cancel the vote.
    CancelVote,
    /// Pass the keyboard around, each voter at his paper.
    PassKeyboard,
    /// Type the votes written on slips.
    TypeSlips,
    /// Show a paper in secret signs, or in clear.
    Mask,
    /// A blank paper: the voter abstains.
    Blank,
    /// A void slip.
    Void,
    /// Enter, confirm.
    Confirm,
    /// Out of here.
    Back,
    /// Next field.
    NextField,
    /// Previous field.
    PrevField,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Add an item.
    Add,
    /// Add an item beside the one at the cursor.
    AddBeside,
    /// Read the whys backwards.
    Therefore,
    /// Other bones of the fishbone.
    Bones,
    /// What resembles the text being typed.
    Alike,
    /// Edit the item.
    Edit,
    /// Delete the item.
    Delete,
    /// Mark, toggle, star.
    Mark,
    /// Move the item up.
    MoveUp,
    /// Move the item down.
    MoveDown,
    /// Answer the question of the grid.
    Answer(Reply),
    /// Previous deviation in question.
    PrevDeviation,
    /// Next deviation in question.
    NextDeviation,
    /// Previous section of what is read.
    PrevSection,
    /// Next section of what is read.
    NextSection,
    /// Pick an answer by its place, from 1.
    Pick(u8),
    /// A character typed into a text.
    Type(char),
    /// A line break in a long text.
    NewLine,
    /// Erase backwards.
    Backspace,
    /// Erase forwards.
    Erase,
    /// Erase the word before.
    EraseWord,
    /// A word to the left.
    WordLeft,
    /// A word to the right.
    WordRight,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// One minute more for the step.
    MinuteMore,
    /// One minute less.
    MinuteLess,
}
