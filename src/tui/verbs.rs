//! What the footer, the palette and the help say of a key: the usual words of its command, or better ones where the place
//! knows them.

use super::command::Command::{self, Confirm, Mark};
use super::keymap::{Binding, Scope};
use crate::words::Words;

/// What a command does in a place, where the footer can say more than its usual verb.
pub struct Verb {
    /// Where.
    pub scope: Scope,
    /// The command.
    pub command: Command,
    /// Rank in the footer, as in [`Binding::foot`].
    pub foot: u8,
    /// The verb.
    pub says: fn(Words) -> &'static str,
}

const fn verb(scope: Scope, command: Command, foot: u8, says: fn(Words) -> &'static str) -> Verb {
    Verb {
        scope,
        command,
        foot,
        says,
    }
}

/// All of them, the narrowest place first.
static VERBS: &[Verb] = &[
    verb(Scope::Second, Command::Note, 1, Words::foot_dated_line),
    verb(
        Scope::Second,
        Command::NextSection,
        2,
        Words::foot_next_panel,
    ),
    verb(Scope::Second, Command::NextStep, 4, Words::foot_look_ahead),
    verb(Scope::Second, Command::NewLine, 0, Words::foot_new_line),
    verb(Scope::Plan, Confirm, 1, Words::foot_open),
    verb(Scope::Plan, Command::Add, 3, Words::foot_say_of),
    verb(Scope::Story, Command::Add, 1, Words::foot_say_of),
    verb(Scope::Story, Command::Delete, 4, Words::foot_take_back),
    verb(Scope::Reminders, Confirm, 1, Words::foot_write_file),
    verb(Scope::Attendance, Mark, 2, Words::foot_attendance),
    verb(Scope::Stars, Mark, 3, Words::foot_star),
    verb(Scope::Ideas, Mark, 3, Words::foot_retain),
    verb(Scope::Fates, Mark, 3, Words::foot_fate),
    verb(Scope::Floor, Mark, 1, Words::foot_floor),
    verb(Scope::Floor, Confirm, 0, Words::foot_floor),
    verb(Scope::Floor, Command::Add, 0, Words::foot_add),
    verb(Scope::GridList, Mark, 2, Words::foot_aside),
    verb(Scope::GridList, Confirm, 1, Words::foot_walk),
    verb(Scope::GridList, Command::PageDown, 0, Words::foot_page_down),
    verb(
        Scope::Proposals,
        Command::PageDown,
        0,
        Words::foot_page_down,
    ),
    verb(Scope::Finder, Command::NextField, 3, Words::foot_filter),
    verb(Scope::Finder, Confirm, 1, Words::foot_go),
    verb(Scope::Finder, Command::PageDown, 0, Words::foot_page_down),
    verb(Scope::Proposals, Mark, 2, Words::foot_verdict),
    verb(Scope::Proposals, Confirm, 1, Words::foot_change),
    verb(Scope::Decisions, Command::NextField, 2, Words::foot_kind),
    verb(Scope::Finding, Confirm, 1, Words::foot_open),
    verb(
        Scope::Finding,
        Command::NextField,
        0,
        Words::foot_next_field,
    ),
    verb(Scope::Finding, Command::PageDown, 0, Words::foot_page_down),
    verb(Scope::Record, Confirm, 1, Words::foot_write),
    verb(Scope::Year, Confirm, 3, Words::foot_write),
    verb(Scope::Year, Command::PageDown, 0, Words::foot_page_down),
    verb(Scope::Result, Confirm, 1, Words::foot_decide),
    verb(Scope::Counting, Mark, 0, Words::foot_mark),
    verb(
        Scope::Counting,
        Command::NextField,
        5,
        Words::foot_next_field,
    ),
    verb(Scope::Frozen, Confirm, 1, Words::foot_go_on),
    verb(Scope::Alone, Confirm, 1, Words::foot_show_card),
    verb(Scope::Alone, Command::Back, 2, Words::foot_keyboard_back),
    verb(Scope::Card, Confirm, 1, Words::foot_hide_card),
    verb(Scope::Test, Command::Backspace, 2, Words::foot_answer_back),
    verb(Scope::Test, Command::Back, 3, Words::foot_throw),
    verb(Scope::Rivals, Confirm, 1, Words::foot_keep_state),
    verb(Scope::Compared, Mark, 2, Words::foot_agree),
    verb(Scope::Observed, Command::Pick(1), 1, Words::foot_score),
    verb(Scope::Booth, Confirm, 1, Words::foot_open_paper),
    verb(Scope::Booth, Command::Back, 3, Words::foot_return),
    verb(Scope::Word, Confirm, 1, Words::foot_hand_in),
    verb(Scope::Word, Command::Erase, 0, Words::foot_again),
    verb(Scope::Word, Command::Back, 2, Words::foot_to_mark),
    verb(Scope::Paper, Confirm, 1, Words::foot_confirm_paper),
    verb(Scope::Paper, Command::Erase, 3, Words::foot_again),
    verb(Scope::Paper, Command::Back, 4, Words::foot_throw),
    verb(Scope::Slip, Command::Blank, 2, Words::foot_blank_slip),
    verb(Scope::Slip, Confirm, 1, Words::foot_next_slip),
    verb(Scope::Slip, Command::Erase, 0, Words::foot_again),
    verb(Scope::Figure, Command::NextField, 0, Words::foot_next_field),
    verb(Scope::EventSection, Confirm, 0, Words::foot_open),
    verb(Scope::Sections, Confirm, 1, Words::foot_open),
    verb(Scope::List, Confirm, 2, Words::foot_open),
    verb(Scope::Pieces, Confirm, 1, Words::foot_read),
    verb(Scope::Menu, Confirm, 1, Words::foot_open),
    verb(Scope::Picture, Confirm, 1, Words::foot_open),
    verb(Scope::Retain, Confirm, 2, Words::foot_retain),
    verb(
        Scope::Places,
        Command::NextField,
        1,
        Words::foot_next_action,
    ),
];

/// A command in a place, with the sentence that says what it does there.
type Named = (Scope, Command, fn(Words) -> &'static str);

/// Sentences where one key does different things in different places, the narrowest place first.
static NAMES: &[Named] = &[
    (Scope::Second, Command::Note, Words::name_dated_line),
    (Scope::Second, Command::NextSection, Words::name_next_panel),
    (Scope::Second, Command::PrevSection, Words::name_prev_panel),
    (Scope::Second, Command::NextStep, Words::name_look_ahead),
    (Scope::Second, Command::PrevStep, Words::name_look_back),
    (Scope::Story, Command::Add, Words::name_say_of),
    (Scope::Story, Command::Delete, Words::name_take_back),
    (Scope::Attendance, Mark, Words::name_attendance),
    (Scope::Stars, Mark, Words::name_star),
    (Scope::Ideas, Mark, Words::name_retain),
    (Scope::Fates, Mark, Words::name_fate),
    (Scope::Floor, Mark, Words::name_floor),
    (Scope::GridList, Mark, Words::name_aside),
    (Scope::Proposals, Mark, Words::name_verdict),
    (Scope::Retain, Mark, Words::name_retain),
    (Scope::Year, Confirm, Words::name_write_year),
    (Scope::Year, Command::WriteText, Words::name_write_year_text),
    (Scope::Decisions, Command::NextField, Words::name_kind),
    (Scope::Decisions, Command::PrevField, Words::name_kind_back),
    (Scope::Places, Command::NextField, Words::name_next_action),
    (Scope::Places, Command::PrevField, Words::name_prev_action),
];

/// What the palette and the help call a command in these scopes.
pub fn named(command: Command, scopes: &[Scope], words: Words) -> &'static str {
    let here = |named: &&Named| named.1 == command && scopes.contains(&named.0);
    match NAMES.iter().find(here) {
        Some((_, _, name)) => name(words),
        None => command.name(words),
    }
}

/// What the footer says of a binding in these scopes: its rank, and the verb.
pub fn footed(binding: &Binding, scopes: &[Scope], words: Words) -> (u8, &'static str) {
    let held = |v: &&Verb| v.command == binding.command && scopes.contains(&v.scope);
    match VERBS.iter().find(held) {
        Some(verb) => (verb.foot, (verb.says)(words)),
        None => (binding.foot, binding.command.foot(words)),
    }
}
