//! The grammar of `crex train`.

use super::{option, position, sub};
use crate::words::Words;
use clap::builder::ValueParser;
use clap::{Command, value_parser};
use std::path::PathBuf;

/// The cases to train on.
pub fn train(words: Words) -> Command {
    let file = position(words, "file", words.value_file(), words.cli_train_file());
    let check = sub(
        words,
        "train check",
        words.cli_train_check(),
        words.value_file(),
    )
    .name("check")
    .arg(file.value_parser(value_parser!(PathBuf)));
    let list = sub(words, "train list", words.cli_train_list(), "").name("list");
    let case = position(words, "case", words.value_case(), words.cli_train_case());
    let run = sub(
        words,
        "train run",
        words.cli_train_run(),
        &format!("[{}]", words.value_case()),
    )
    .name("run")
    .arg(case.required(false));
    let usage = format!("[run | list | check {} | new]", words.value_file());
    sub(words, "train", words.cli_train(), &usage)
        .subcommand_help_heading(words.cli_commands())
        .disable_help_subcommand(true)
        .subcommands([run, list, check, new(words)])
}

/// A case to be written.
fn new(words: Words) -> Command {
    let usage = format!(
        "[--title {}] [--grid {}] [-o {}]",
        words.value_text(),
        words.value_grid(),
        words.value_file()
    );
    let title = option("title", words.value_text(), words.cli_train_title());
    let grid = option("grid", words.value_grid(), words.cli_train_grid());
    let output = option("output", words.value_file(), words.cli_train_output());
    sub(words, "train new", words.cli_train_new(), &usage)
        .name("new")
        .arg(title.value_parser(ValueParser::string()))
        .arg(grid.value_parser(ValueParser::string()))
        .arg(output.short('o').value_parser(value_parser!(PathBuf)))
}
