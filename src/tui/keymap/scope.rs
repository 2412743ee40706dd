//! Where keys hold.

/// Where a binding holds. A place of the screen names its scopes, the innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere.
    Everywhere,
    /// Everywhere but where characters are typed.
    Letters,
    /// A meeting is open.
    Meeting,
    /// The session that is open is sealed.
    Sealed,
    /// Going from field to field.
    Fields,
    /// A text of one line.
    Line,
    /// A text of several lines.
    Long,
    /// One answer among several.
    Choice,
    /// A list of items.
    List,
    /// A list of places to go to.
    Menu,
    /// A list from which the group retains items; they are added and deleted elsewhere.
    Retain,
    /// The list of who is there.
    Attendance,
    /// A list whose items are starred.
    Stars,
    /// A list of ideas, of which some are retained.
    Ideas,
    /// A list of events, each with what becomes of it.
    Fates,
    /// A list of who has spoken.
    Floor,
    /// The result of a vote.
    Result,
    /// A question of a grid.
    Walk,
    /// A step that is worked through with a grid.
    Grid,
    /// The same, where the analysis has several.
    Grids,
    /// The window of the grids.
    GridList,
    /// The window that finds a question.
    Finder,
    /// Codes proposed in another grid.
    Proposals,
    /// Something to read.
    Reading,
    /// An analysis read section by section.
    Sections,
    /// The section of the event, whose lines are all there is to read.
    EventSection,
    /// A step where a vote can be held.
    Ballot,
    /// Votes are being collected.
    Counting,
    /// The curtain before a voter.
    Booth,
    /// A voter's paper.
    Paper,
    /// A simulation is open.
    Played,
    /// The picture of a simulation is frozen.
    Frozen,
    /// The curtain before someone who reads or answers alone.
    Alone,
    /// A card read alone.
    Card,
    /// A question of a test, answered alone.
    Test,
    /// The key beside what the group has.
    Compared,
    /// The choice between two states of a session.
    Rivals,
    /// The grid of observation, rated in front of the room.
    Observed,
    /// The word said with a voter's paper.
    Word,
    /// A slip being typed.
    Slip,
    /// A step or screen with another look at the same thing.
    Views,
    /// A picture whose parts are walked through.
    Picture,
    /// A matrix on which items are placed.
    Places,
    /// A picture that can be drawn for one deviation.
    ForDeviation,
    /// Chains of whys.
    Whys,
    /// A figure, in which one goes from stop to stop.
    Figure,
    /// A fishbone.
    Fish,
    /// The home screen.
    Home,
    /// What answers a search in everything, while it is typed.
    Finding,
    /// The decisions of all sessions.
    Decisions,
    /// A session is read again.
    Review,
    /// Something past resembles what is typed.
    Alike,
    /// The timer's window.
    Clock,
    /// A document of the session, being read.
    Record,
    /// The opening of a meeting.
    Opening,
    /// The closing of a meeting that is not sealed yet.
    Closing,
    /// The table of the action plan.
    Plan,
    /// The story of an action.
    Story,
    /// The texts to the owners of actions.
    Reminders,
    /// The documents of the session.
    Pieces,
    /// A year in figures.
    Year,
    /// Everywhere on the second terminal.
    Apart,
    /// The passphrase of a closed workspace.
    Locked,
    /// What is read on the second terminal, while notes are typed.
    Second,
}
