//! What is asked of all sessions together: their list, a search, the action plan.

use super::{option, position, sub};
use crate::words::Words;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

pub(super) fn list(words: Words, json: Arg) -> Command {
    let usage = format!("[--year {}] [--json]", words.value_year());
    let year = option("year", words.value_year(), words.cli_list_year());
    sub(words, "list", words.cli_list(), &usage)
        .arg(year.value_parser(value_parser!(i32).range(1900..=2999)))
        .arg(json)
}

pub(super) fn search(words: Words, json: Arg) -> Command {
    let usage = format!("{}… [--simulations] [--json]", words.value_words());
    let asked = position(
        words,
        "words",
        words.value_words(),
        words.cli_search_words(),
    );
    let simulations = Arg::new("simulations").long("simulations");
    sub(words, "search", words.cli_search(), &usage)
        .arg(asked.num_args(1..))
        .arg(
            simulations
                .action(ArgAction::SetTrue)
                .help(words.cli_search_simulations()),
        )
        .arg(json)
}

pub(super) fn actions(words: Words) -> Command {
    let flag = |name: &'static str, help| {
        let flag = Arg::new(name).long(name);
        flag.action(ArgAction::SetTrue).help(help)
    };
    let formats = [
        PossibleValue::new("table"),
        PossibleValue::new("csv"),
        PossibleValue::new("xlsx"),
        PossibleValue::new("ics"),
        PossibleValue::new("json"),
        PossibleValue::new(words.value_reminder()).aliases(["reminder", "relance"]),
    ];
    let shapes = format!("table|csv|xlsx|ics|json|{}", words.value_reminder());
    let usage = format!(
        "[--open|--late] [--owner {}] [--format {shapes}] [-o {}]",
        words.value_owner(),
        words.value_file()
    );
    sub(words, "actions", words.cli_actions(), &usage)
        .arg(flag("open", words.cli_actions_open()).conflicts_with("late"))
        .arg(flag("late", words.cli_actions_late()))
        .arg(option(
            "owner",
            words.value_owner(),
            words.cli_actions_owner(),
        ))
        .arg(
            option("format", words.value_format(), words.cli_actions_format())
                .value_parser(PossibleValuesParser::new(formats))
                .hide_possible_values(true),
        )
        .arg(
            option("output", words.value_file(), words.cli_output())
                .short('o')
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("fail-if-late", words.cli_actions_fail()))
}
