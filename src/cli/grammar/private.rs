//! The grammar of what destroys.

use super::{option, position, sub};
use crate::words::Words;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

fn flag(name: &'static str, help: &'static str) -> Arg {
    let flag = Arg::new(name).long(name);
    flag.action(ArgAction::SetTrue).help(help)
}

/// Show only; do not ask.
fn careful(words: Words) -> [Arg; 2] {
    [
        flag("dry-run", words.cli_dry_run()),
        flag("yes", words.cli_yes()),
    ]
}

pub fn scrub(words: Words) -> Command {
    let usage = format!(
        "[{}…] [--with {1}] [--reason {1}] [--exports] [--dry-run] [--yes]",
        words.value_word(),
        words.value_text()
    );
    let word = position(words, "word", words.value_word(), words.cli_scrub_word());
    let text =
        |name, help| option(name, words.value_text(), help).value_parser(ValueParser::string());
    sub(words, "scrub", words.cli_scrub(), &usage)
        .arg(word.required(false).num_args(0..))
        .arg(text("with", words.cli_scrub_with()))
        .arg(text("reason", words.cli_scrub_reason()))
        .arg(flag("exports", words.cli_scrub_exports()))
        .args(careful(words))
}

/// How old is old.
fn old(words: Words) -> [Arg; 2] {
    let years = option("years", words.value_number(), words.cli_purge_years());
    let before = option("before", words.value_year(), words.cli_purge_before());
    [
        years
            .value_parser(value_parser!(u32).range(1..=200))
            .conflicts_with("before"),
        before.value_parser(value_parser!(i32).range(1900..=2999)),
    ]
}

pub fn retention(words: Words) -> Command {
    let usage = format!(
        "[--years {}|--before {}]",
        words.value_number(),
        words.value_year()
    );
    sub(words, "retention", words.cli_retention(), &usage).args(old(words))
}

pub fn purge(words: Words) -> Command {
    let usage = format!(
        "[--years {}|--before {}] [--unsealed] [--dry-run] [--yes]",
        words.value_number(),
        words.value_year()
    );
    sub(words, "purge", words.cli_purge(), &usage)
        .args(old(words))
        .arg(flag("unsealed", words.cli_purge_unsealed()))
        .args(careful(words))
}

pub fn archive(words: Words) -> Command {
    let usage = format!(
        "--to {} [--years {}|--before {}] [--dry-run]",
        words.value_folder(),
        words.value_number(),
        words.value_year()
    );
    let to = option("to", words.value_folder(), words.cli_archive_to());
    sub(words, "archive", words.cli_archive(), &usage)
        .arg(to.required(true).value_parser(value_parser!(PathBuf)))
        .args(old(words))
        .arg(flag("dry-run", words.cli_dry_run()))
}
