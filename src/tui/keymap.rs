//! The one table of keys. Dispatch, footer, help, palette and the README come from it; clashes fail a test.

mod lookup;
mod names;
mod scope;

pub use lookup::{held, key_for, lookup};
pub use names::key_name;
pub use scope::Scope;

#[allow(
    clippy::enum_glob_use,
    clippy::wildcard_imports,
    reason = "a table of all commands reads best with their bare names"
)]
use super::command::Command::{self, *};
use super::key::{Code, Key};
use crate::domain::analysis::Reply;
use crate::domain::code::Lang;

/// A binding.
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// Only in this language of the screen.
    pub lang: Option<Lang>,
    /// What it does.
    pub command: Command,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// Rank in the footer, 1 first; 0: not shown there.
    pub foot: u8,
}

const fn bind(scope: Scope, command: Command, foot: u8, keys: &'static [Key]) -> Binding {
    Binding {
        scope,
        lang: None,
        command,
        keys,
        foot,
    }
}

const fn answer(lang: Lang, reply: Reply, keys: &'static [Key]) -> Binding {
    Binding {
        scope: Scope::Walk,
        lang: Some(lang),
        command: Answer(reply),
        keys,
        foot: 1,
    }
}

const fn k(code: Code) -> Key {
    Key::plain(code)
}

const fn c(c: char) -> Key {
    Key::char(c)
}

const fn ctrl(c: char) -> Key {
    Key::ctrl(Code::Char(c))
}

const fn cc(code: Code) -> Key {
    Key::ctrl(code)
}

const fn alt(code: Code) -> Key {
    Key::alt(code)
}

/// All bindings.
pub static BINDINGS: &[Binding] = &[
    bind(Scope::Everywhere, Help, 9, &[k(Code::F(1))]),
    bind(Scope::Everywhere, Palette, 8, &[ctrl('p')]),
    bind(Scope::Everywhere, Search, 0, &[ctrl('f')]),
    bind(Scope::Everywhere, Undo, 0, &[ctrl('z')]),
    bind(Scope::Everywhere, Redo, 0, &[ctrl('y')]),
    bind(Scope::Everywhere, Curtain, 0, &[k(Code::F(9)), ctrl('b')]),
    bind(Scope::Everywhere, Quit, 0, &[ctrl('q')]),
    bind(Scope::Everywhere, HowToQuit, 0, &[ctrl('c')]),
    bind(Scope::Everywhere, Back, 0, &[k(Code::Esc)]),
    bind(Scope::Letters, Help, 0, &[c('?')]),
    bind(Scope::Letters, Palette, 0, &[c(':')]),
    bind(Scope::Letters, Search, 0, &[c('/')]),
    bind(
        Scope::Meeting,
        NextStep,
        6,
        &[k(Code::PageDown), k(Code::F(8))],
    ),
    bind(
        Scope::Meeting,
        PrevStep,
        0,
        &[k(Code::PageUp), k(Code::F(7))],
    ),
    bind(Scope::Meeting, Margin, 7, &[k(Code::F(2))]),
    bind(Scope::Meeting, FirstMissing, 0, &[k(Code::F(3))]),
    bind(Scope::Meeting, Documents, 0, &[ctrl('d')]),
    bind(Scope::Meeting, Timer, 0, &[ctrl('t')]),
    bind(Scope::Meeting, Park, 0, &[ctrl('k')]),
    bind(Scope::Meeting, Note, 0, &[ctrl('n')]),
    bind(Scope::Meeting, CompareFiles, 0, &[ctrl('g')]),
    bind(Scope::Meeting, Elsewhere, 0, &[ctrl('e')]),
    bind(Scope::Played, Cards, 5, &[k(Code::F(5))]),
    bind(Scope::Played, Trainer, 6, &[ctrl('r')]),
    bind(Scope::Frozen, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Locked, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Locked, Back, 2, &[k(Code::Esc)]),
    bind(Scope::Locked, Quit, 3, &[ctrl('q')]),
    bind(Scope::Locked, Help, 9, &[k(Code::F(1))]),
    bind(Scope::Alone, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Alone, Back, 2, &[k(Code::Esc)]),
    bind(Scope::Alone, Quit, 0, &[ctrl('q')]),
    bind(Scope::Card, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Card, Back, 0, &[k(Code::Esc)]),
    bind(Scope::Card, Quit, 0, &[ctrl('q')]),
    bind(Scope::Test, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Test, Backspace, 2, &[k(Code::Backspace)]),
    bind(Scope::Test, Back, 3, &[k(Code::Esc)]),
    bind(Scope::Test, Quit, 0, &[ctrl('q')]),
    bind(Scope::Compared, Mark, 2, &[c(' ')]),
    bind(Scope::Observed, Pick(0), 0, &[c('0'), c('à')]),
    bind(Scope::Observed, Pick(1), 1, &[c('1'), c('&')]),
    bind(Scope::Observed, Pick(2), 0, &[c('2'), c('é')]),
    bind(Scope::Observed, Pick(3), 0, &[c('3'), c('"')]),
    bind(Scope::Sealed, Amend, 5, &[k(Code::F(12))]),
    bind(Scope::Reading, PageDown, 2, &[k(Code::PageDown)]),
    bind(Scope::Reading, PageUp, 0, &[k(Code::PageUp)]),
    bind(Scope::Reading, Up, 0, &[k(Code::Up)]),
    bind(Scope::Reading, Down, 0, &[k(Code::Down)]),
    bind(Scope::Reading, First, 0, &[k(Code::Home)]),
    bind(Scope::Reading, Last, 0, &[k(Code::End)]),
    bind(Scope::Sections, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Sections, Add, 3, &[c('a'), k(Code::Insert)]),
    bind(Scope::Sections, Delete, 4, &[c('d'), k(Code::Delete)]),
    bind(Scope::Sections, First, 0, &[k(Code::Home)]),
    bind(Scope::Sections, Last, 0, &[k(Code::End)]),
    bind(
        Scope::Sections,
        NextSection,
        2,
        &[k(Code::Right), k(Code::PageDown)],
    ),
    bind(
        Scope::Sections,
        PrevSection,
        0,
        &[k(Code::Left), k(Code::PageUp)],
    ),
    bind(Scope::Fields, NextField, 3, &[k(Code::Tab)]),
    bind(Scope::Fields, PrevField, 0, &[k(Code::BackTab)]),
    bind(Scope::Fields, Up, 0, &[k(Code::Up)]),
    bind(Scope::Fields, Down, 0, &[k(Code::Down)]),
    bind(Scope::Line, Confirm, 2, &[k(Code::Enter)]),
    bind(Scope::Line, Left, 0, &[k(Code::Left)]),
    bind(Scope::Line, Right, 0, &[k(Code::Right)]),
    bind(Scope::Line, WordLeft, 0, &[cc(Code::Left)]),
    bind(Scope::Line, WordRight, 0, &[cc(Code::Right)]),
    bind(Scope::Line, First, 0, &[k(Code::Home)]),
    bind(Scope::Line, Last, 0, &[k(Code::End)]),
    bind(Scope::Line, TextStart, 0, &[cc(Code::Home)]),
    bind(Scope::Line, TextEnd, 0, &[cc(Code::End)]),
    bind(Scope::Line, Backspace, 0, &[k(Code::Backspace)]),
    bind(Scope::Line, Erase, 0, &[k(Code::Delete)]),
    bind(Scope::Line, EraseWord, 0, &[cc(Code::Backspace), ctrl('w')]),
    bind(Scope::Fields, PassRemark, 0, &[k(Code::F(6))]),
    bind(Scope::Long, NewLine, 2, &[k(Code::Enter)]),
    bind(Scope::Long, Left, 0, &[k(Code::Left)]),
    bind(Scope::Long, Right, 0, &[k(Code::Right)]),
    bind(Scope::Long, WordLeft, 0, &[cc(Code::Left)]),
    bind(Scope::Long, WordRight, 0, &[cc(Code::Right)]),
    bind(Scope::Long, First, 0, &[k(Code::Home)]),
    bind(Scope::Long, Last, 0, &[k(Code::End)]),
    bind(Scope::Long, TextStart, 0, &[cc(Code::Home)]),
    bind(Scope::Long, TextEnd, 0, &[cc(Code::End)]),
    bind(Scope::Long, Backspace, 0, &[k(Code::Backspace)]),
    bind(Scope::Long, Erase, 0, &[k(Code::Delete)]),
    bind(Scope::Long, EraseWord, 0, &[cc(Code::Backspace), ctrl('w')]),
    bind(Scope::Choice, Confirm, 2, &[k(Code::Enter)]),
    bind(Scope::Choice, Mark, 1, &[c(' ')]),
    bind(Scope::Choice, Left, 0, &[k(Code::Left)]),
    bind(Scope::Choice, Right, 0, &[k(Code::Right)]),
    bind(Scope::Choice, Pick(1), 0, &[c('1'), c('&')]),
    bind(Scope::Choice, Pick(2), 0, &[c('2'), c('é')]),
    bind(Scope::Choice, Pick(3), 0, &[c('3'), c('"')]),
    bind(Scope::Choice, Pick(4), 0, &[c('4'), c('\'')]),
    bind(Scope::Choice, Pick(5), 0, &[c('5'), c('(')]),
    bind(Scope::Choice, Pick(6), 0, &[c('6'), c('-')]),
    bind(Scope::Choice, Pick(7), 0, &[c('7'), c('è')]),
    bind(Scope::Choice, Pick(8), 0, &[c('8'), c('_')]),
    bind(Scope::Choice, Pick(9), 0, &[c('9'), c('ç')]),
    bind(Scope::List, Add, 1, &[c('a'), k(Code::Insert)]),
    bind(Scope::List, Confirm, 2, &[k(Code::Enter)]),
    bind(Scope::List, Edit, 0, &[c('e')]),
    bind(Scope::List, Delete, 4, &[c('d'), k(Code::Delete)]),
    bind(Scope::List, Mark, 0, &[c(' ')]),
    bind(Scope::List, First, 0, &[k(Code::Home)]),
    bind(Scope::List, Last, 0, &[k(Code::End)]),
    bind(Scope::List, MoveUp, 0, &[cc(Code::Up), alt(Code::Up)]),
    bind(Scope::List, MoveDown, 0, &[cc(Code::Down), alt(Code::Down)]),
    bind(Scope::Menu, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Menu, Add, 0, &[c('a'), k(Code::Insert)]),
    bind(Scope::Menu, Up, 0, &[k(Code::Up)]),
    bind(Scope::Menu, Down, 0, &[k(Code::Down)]),
    bind(Scope::Menu, First, 0, &[k(Code::Home)]),
    bind(Scope::Menu, Last, 0, &[k(Code::End)]),
    bind(Scope::Menu, PageUp, 0, &[k(Code::PageUp)]),
    bind(Scope::Menu, PageDown, 0, &[k(Code::PageDown)]),
    bind(Scope::Retain, Confirm, 2, &[k(Code::Enter)]),
    bind(Scope::Retain, Edit, 4, &[c('e')]),
    bind(Scope::Retain, Mark, 0, &[c(' ')]),
    bind(Scope::Retain, First, 0, &[k(Code::Home)]),
    bind(Scope::Retain, Last, 0, &[k(Code::End)]),
    answer(Lang::Fr, Reply::Yes, &[c('o'), c('O')]),
    answer(Lang::Fr, Reply::No, &[c('n'), c('N')]),
    answer(Lang::Fr, Reply::Unknown, &[c('p'), c('P')]),
    answer(Lang::Fr, Reply::NotApplicable, &[c('s'), c('S')]),
    answer(Lang::En, Reply::Yes, &[c('y'), c('Y')]),
    answer(Lang::En, Reply::No, &[c('n'), c('N')]),
    answer(Lang::En, Reply::Unknown, &[c('u'), c('U')]),
    answer(Lang::En, Reply::NotApplicable, &[c('x'), c('X')]),
    bind(Scope::Walk, Left, 0, &[k(Code::Left), k(Code::Up)]),
    bind(Scope::Walk, Right, 2, &[k(Code::Right), k(Code::Down)]),
    bind(Scope::Walk, PrevDeviation, 0, &[cc(Code::Left)]),
    bind(Scope::Walk, NextDeviation, 3, &[cc(Code::Right)]),
    bind(Scope::Walk, Confirm, 0, &[k(Code::Enter)]),
    bind(Scope::Picture, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Picture, Left, 0, &[k(Code::Left), k(Code::Up)]),
    bind(Scope::Picture, Right, 3, &[k(Code::Right), k(Code::Down)]),
    bind(Scope::Picture, First, 0, &[k(Code::Home)]),
    bind(Scope::Picture, Last, 0, &[k(Code::End)]),
    bind(Scope::Places, VoteImpact, 3, &[c('i')]),
    bind(Scope::Places, VoteEffort, 4, &[c('f')]),
    bind(Scope::Places, NextField, 0, &[k(Code::Tab)]),
    bind(Scope::Places, PrevField, 0, &[k(Code::BackTab)]),
    bind(Scope::Places, Up, 0, &[k(Code::Up)]),
    bind(Scope::Places, Down, 0, &[k(Code::Down)]),
    bind(Scope::Places, Left, 0, &[k(Code::Left)]),
    bind(Scope::Places, Right, 0, &[k(Code::Right)]),
    bind(Scope::Places, First, 0, &[k(Code::Home)]),
    bind(Scope::Places, Last, 0, &[k(Code::End)]),
    bind(
        Scope::Places,
        Erase,
        0,
        &[k(Code::Delete), k(Code::Backspace)],
    ),
    bind(Scope::ForDeviation, PrevDeviation, 0, &[cc(Code::Left)]),
    bind(Scope::ForDeviation, NextDeviation, 4, &[cc(Code::Right)]),
    bind(Scope::Walk, Items, 4, &[c('l')]),
    bind(Scope::Grid, Checks, 0, &[c('v')]),
    bind(Scope::Grid, ChooseGrid, 0, &[c('c')]),
    bind(Scope::Grids, OtherGrid, 3, &[c('b')]),
    bind(Scope::GridList, Mark, 2, &[c(' ')]),
    bind(Scope::Finder, NextField, 3, &[k(Code::Tab)]),
    bind(Scope::Proposals, Mark, 1, &[c(' ')]),
    bind(Scope::Proposals, ConfirmAll, 3, &[c('t')]),
    bind(Scope::Proposals, Confirm, 3, &[k(Code::Enter)]),
    bind(Scope::Whys, AddBeside, 3, &[c('n')]),
    bind(Scope::Whys, Therefore, 4, &[c('r')]),
    bind(Scope::Fish, Bones, 1, &[c('m')]),
    bind(Scope::Alike, Alike, 4, &[k(Code::F(4))]),
    bind(Scope::Figure, Left, 0, &[k(Code::Left)]),
    bind(Scope::Figure, Right, 0, &[k(Code::Right)]),
    bind(Scope::Ballot, Vote, 3, &[c('v'), c('V')]),
    bind(Scope::Ballot, SecondRound, 0, &[c('r'), c('R')]),
    bind(Scope::Ballot, CancelVote, 0, &[c('x'), c('X')]),
    bind(Scope::Views, View, 2, &[c('g')]),
    bind(Scope::Counting, CancelVote, 4, &[c('x'), c('X')]),
    bind(Scope::Counting, PassKeyboard, 2, &[c('p'), c('P')]),
    bind(Scope::Counting, TypeSlips, 3, &[c('b'), c('B')]),
    bind(Scope::Counting, First, 0, &[k(Code::Home)]),
    bind(Scope::Counting, Last, 0, &[k(Code::End)]),
    bind(Scope::Booth, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Booth, Mask, 2, &[c('m'), c('M')]),
    bind(Scope::Booth, Back, 3, &[k(Code::Esc)]),
    bind(Scope::Booth, Quit, 0, &[ctrl('q')]),
    bind(Scope::Paper, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Paper, Blank, 2, &[c('z'), c('Z')]),
    bind(Scope::Paper, Backspace, 5, &[k(Code::Backspace)]),
    bind(Scope::Paper, Erase, 3, &[k(Code::Delete)]),
    bind(Scope::Paper, Back, 4, &[k(Code::Esc)]),
    bind(Scope::Paper, Up, 0, &[k(Code::Up)]),
    bind(Scope::Paper, Down, 0, &[k(Code::Down)]),
    bind(Scope::Paper, Mark, 0, &[c(' ')]),
    bind(Scope::Paper, Quit, 0, &[ctrl('q')]),
    bind(Scope::Slip, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Slip, Blank, 2, &[c('z'), c('Z')]),
    bind(Scope::Slip, Void, 3, &[c('x'), c('X')]),
    bind(Scope::Slip, Backspace, 4, &[k(Code::Backspace)]),
    bind(Scope::Slip, Erase, 0, &[k(Code::Delete)]),
    bind(Scope::Home, Decisions, 2, &[c('d')]),
    bind(Scope::Home, Search, 3, &[c('/')]),
    bind(Scope::Home, CompareFiles, 0, &[c('c')]),
    bind(Scope::Finding, Simulations, 3, &[k(Code::F(5))]),
    bind(Scope::Decisions, OneYear, 3, &[k(Code::F(2))]),
    bind(Scope::Review, PrevSession, 0, &[alt(Code::PageDown)]),
    bind(Scope::Review, NextSession, 0, &[alt(Code::PageUp)]),
    bind(Scope::Clock, MinuteMore, 1, &[c('+'), c('='), k(Code::Up)]),
    bind(Scope::Clock, MinuteLess, 2, &[c('-'), k(Code::Down)]),
    bind(Scope::Clock, Confirm, 3, &[k(Code::Enter)]),
    bind(Scope::Record, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Record, WritePage, 0, &[c('p')]),
    bind(Scope::Record, WriteDocx, 2, &[c('w')]),
    bind(Scope::Record, WriteText, 5, &[c('t')]),
    bind(Scope::Opening, LastRecord, 0, &[k(Code::F(4))]),
    bind(Scope::Plan, Add, 3, &[k(Code::Insert)]),
    bind(Scope::Plan, Outputs, 4, &[k(Code::F(5))]),
    bind(Scope::Closing, Seal, 4, &[k(Code::F(12))]),
    bind(Scope::Story, Add, 1, &[c('a'), k(Code::Insert)]),
    bind(Scope::Story, Delete, 4, &[c('d'), k(Code::Delete)]),
    bind(Scope::Reminders, Confirm, 1, &[k(Code::Enter)]),
    bind(Scope::Record, Documents, 4, &[ctrl('d')]),
    bind(Scope::Pieces, WritePage, 2, &[c('p')]),
    bind(Scope::Pieces, WriteDocx, 3, &[c('w')]),
    bind(Scope::Pieces, WriteText, 4, &[c('t')]),
    bind(Scope::Pieces, Documents, 0, &[ctrl('d')]),
    bind(Scope::Year, NextSection, 1, &[k(Code::Right)]),
    bind(Scope::Year, PrevSection, 0, &[k(Code::Left)]),
    bind(Scope::Year, PrevYear, 2, &[cc(Code::Left)]),
    bind(Scope::Year, NextYear, 0, &[cc(Code::Right)]),
    bind(Scope::Year, Confirm, 4, &[k(Code::Enter)]),
    bind(Scope::Year, WriteDocx, 0, &[c('w')]),
    bind(Scope::Year, WriteText, 0, &[c('t')]),
    bind(Scope::Second, Note, 1, &[ctrl('n')]),
    bind(Scope::Second, NextSection, 2, &[k(Code::Tab)]),
    bind(Scope::Second, PrevSection, 0, &[k(Code::BackTab)]),
    bind(Scope::Second, PageDown, 3, &[k(Code::PageDown)]),
    bind(Scope::Second, PageUp, 0, &[k(Code::PageUp)]),
    bind(Scope::Second, NextStep, 4, &[k(Code::F(8))]),
    bind(Scope::Second, PrevStep, 0, &[k(Code::F(7))]),
    bind(Scope::Second, Up, 0, &[k(Code::Up)]),
    bind(Scope::Second, Down, 0, &[k(Code::Down)]),
    bind(Scope::Apart, Help, 9, &[k(Code::F(1))]),
    bind(Scope::Apart, Palette, 8, &[ctrl('p')]),
    bind(Scope::Apart, Curtain, 0, &[k(Code::F(9)), ctrl('b')]),
    bind(Scope::Apart, Quit, 0, &[ctrl('q')]),
    bind(Scope::Apart, HowToQuit, 0, &[ctrl('c')]),
    bind(Scope::Apart, Back, 0, &[k(Code::Esc)]),
    bind(
        Scope::Choice,
        Erase,
        0,
        &[k(Code::Delete), k(Code::Backspace)],
    ),
];

/// Commands that have no key of their own, or one in a single step only: the palette is their way.
pub const PALETTE_ONLY: &[Command] = &[
    Decisions,
    Plan,
    Speaking,
    FreeVote,
    Pause,
    Adjourn,
    Second,
    Record,
    Seal,
    CompareSealed,
    Silence,
    Home,
    Yearly,
    Scrub,
    Theme,
    Language,
    Mouse,
];

/// These scopes, where a list has the focus with what that list adds.
pub fn with_list(mut scopes: Vec<Scope>, adds: Scope) -> Vec<Scope> {
    if scopes
        .iter()
        .any(|scope| matches!(scope, Scope::List | Scope::Retain))
    {
        scopes.insert(0, adds);
    }
    scopes
}
