//! The grammar of the command line, in the words of one language.

mod locking;
mod past;
mod private;
mod train;

use crate::words::Words;
use clap::builder::{PossibleValue, PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ColorChoice, Command, value_parser};
use std::path::PathBuf;

/// The whole grammar.
pub fn command(words: Words, themes: &[&'static str]) -> Command {
    let base = plain(words, "crex", words.cli_about())
        .override_usage(format!(
            "crex [{}] [{}]",
            words.cli_options_word(),
            words.cli_command()
        ))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_help_heading(words.cli_commands())
        .after_help(words.cli_after());
    globals(words, base, themes).subcommands(subcommands(words))
}

/// A command with our help and none of the library's sentences.
fn plain(words: Words, name: &'static str, about: &'static str) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.cli_usage()
    );
    Command::new(name)
        .about(about)
        .color(ColorChoice::Never)
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(words.cli_options())
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.cli_help())
                .display_order(90),
        )
}

fn globals(words: Words, command: Command, themes: &[&'static str]) -> Command {
    let order = 80;
    command
        .arg(
            option("workspace", words.value_folder(), words.cli_workspace())
                .value_parser(value_parser!(PathBuf))
                .global(true)
                .display_order(order),
        )
        .arg(
            option("lang", words.value_lang(), words.cli_lang())
                .value_parser(PossibleValuesParser::new(["fr", "en"]))
                .hide_possible_values(true)
                .global(true)
                .display_order(order + 1),
        )
        .arg(
            option(
                "theme",
                words.value_theme(),
                words.cli_theme(&themes.join(", ")),
            )
            .value_parser(PossibleValuesParser::new(themes.iter().copied()))
            .hide_possible_values(true)
            .global(true)
            .display_order(order + 2),
        )
        .arg(
            Arg::new("no-color")
                .long("no-color")
                .action(ArgAction::SetTrue)
                .help(words.cli_no_color())
                .global(true)
                .display_order(order + 3),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.cli_version())
                .display_order(91),
        )
}

fn subcommands(words: Words) -> Vec<Command> {
    let session = || position(words, "session", words.value_session(), words.cli_session());
    let json = || {
        Arg::new("json")
            .long("json")
            .action(ArgAction::SetTrue)
            .help(words.cli_json())
    };
    let [encrypt, decrypt, passphrase] = locking::commands(words);
    vec![
        sub(
            words,
            "demo",
            words.cli_demo(),
            &format!("[{}]", words.value_example()),
        )
        .arg(example(words)),
        sub(words, "new", words.cli_new(), ""),
        sub(words, "open", words.cli_open(), words.value_session()).arg(session()),
        sub(
            words,
            "notes",
            words.cli_notes(),
            &format!("[{}]", words.value_session()),
        )
        .arg(
            position(
                words,
                "session",
                words.value_session(),
                words.cli_notes_which(),
            )
            .required(false),
        ),
        past::list(words, json()),
        sub(
            words,
            "show",
            words.cli_show(),
            &format!("{} [--json]", words.value_session()),
        )
        .arg(session())
        .arg(json()),
        report(words).arg(session().required(false).required_unless_present("schema")),
        past::actions(words),
        past::search(words, json()),
        stats(words).arg(json()),
        sub(
            words,
            "check",
            words.cli_check(),
            &format!("[{}…] [--json]", words.value_path()),
        )
        .arg(json())
        .arg(
            position(words, "paths", words.value_path(), words.cli_paths())
                .required(false)
                .num_args(0..)
                .value_parser(value_parser!(PathBuf)),
        ),
        incidents(words, json()),
        grids(words),
        train::train(words),
        private::scrub(words),
        private::retention(words),
        private::purge(words),
        private::archive(words),
        encrypt,
        decrypt,
        passphrase,
        sub(
            words,
            "completions",
            words.cli_completions(),
            words.value_shell(),
        )
        .arg(
            position(words, "shell", words.value_shell(), words.cli_shell()).value_parser(
                PossibleValuesParser::new(["bash", "zsh", "fish", "elvish", "powershell"]),
            ),
        ),
        sub(words, "man", words.cli_man(), ""),
    ]
}

fn example(words: Words) -> Arg {
    let values = [
        PossibleValue::new("midway"),
        PossibleValue::new("sealed").alias("close"),
        PossibleValue::new("empty").alias("vide"),
    ];
    position(
        words,
        "which",
        words.value_example(),
        words.cli_demo_which(),
    )
    .required(false)
    .value_parser(PossibleValuesParser::new(values))
}

fn report(words: Words) -> Command {
    let usage = format!(
        "{} [--format {}] [--incident {}] [-o {}]",
        words.value_session(),
        words.value_format(),
        words.value_event(),
        words.value_file()
    );
    let formats = [
        PossibleValue::new("md"),
        PossibleValue::new("html"),
        PossibleValue::new("docx"),
        PossibleValue::new("json"),
        PossibleValue::new("eigs"),
        PossibleValue::new("rex"),
        PossibleValue::new("reporter").aliases(["reponse", "réponse"]),
        PossibleValue::new("invitation"),
        PossibleValue::new("signatures").aliases(["emargement", "émargement"]),
        PossibleValue::new("debrief").alias("débriefing"),
        PossibleValue::new("cards").alias("cartes"),
        PossibleValue::new("observation"),
        PossibleValue::new("satisfaction"),
        PossibleValue::new("certificates").alias("attestations"),
        PossibleValue::new("results").aliases(["resultats", "résultats"]),
    ];
    let schema = Arg::new("schema").long("schema").action(ArgAction::SetTrue);
    sub(words, "report", words.cli_report(), &usage)
        .arg(
            option("format", words.value_format(), words.cli_format())
                .value_parser(PossibleValuesParser::new(formats))
                .hide_possible_values(true),
        )
        .arg(option(
            "incident",
            words.value_event(),
            words.cli_report_event(),
        ))
        .arg(option("names", words.value_names(), words.cli_names()))
        .arg(schema.help(words.cli_schema()).exclusive(true))
        .arg(
            option("output", words.value_file(), words.cli_output())
                .short('o')
                .value_parser(value_parser!(PathBuf)),
        )
}

fn stats(words: Words) -> Command {
    let shapes = "text|json|html|docx|md";
    let usage = format!(
        "[--year {}] [--format {shapes}|--json] [-o {}]",
        words.value_year(),
        words.value_file()
    );
    sub(words, "stats", words.cli_stats(), &usage)
        .arg(
            option("year", words.value_year(), words.cli_stats_year())
                .value_parser(value_parser!(i32).range(1900..=2999)),
        )
        .arg(
            option("format", words.value_format(), words.cli_stats_format())
                .value_parser(PossibleValuesParser::new(shapes.split('|')))
                .hide_possible_values(true)
                .conflicts_with("json"),
        )
        .arg(
            option("output", words.value_file(), words.cli_output())
                .short('o')
                .value_parser(value_parser!(PathBuf)),
        )
}

fn incidents(words: Words, json: Arg) -> Command {
    let text =
        |name, help| option(name, words.value_text(), help).value_parser(ValueParser::string());
    let level = |name, help| {
        option(name, words.value_number(), help)
            .value_parser(PossibleValuesParser::new(["1", "2", "3", "4", "5"]))
            .hide_possible_values(true)
    };
    let add = sub(
        words,
        "incidents add",
        words.cli_incidents_add(),
        &format!("--title {0} --facts {0} […]", words.value_text()),
    )
    .name("add")
    .arg(text("title", words.cli_add_title()))
    .arg(text("facts", words.cli_add_facts()))
    .arg(option(
        "occurred",
        words.value_when(),
        words.cli_add_occurred(),
    ))
    .arg(text("place", words.cli_add_place()))
    .arg(text("reporter", words.cli_add_reporter()))
    .arg(text("measures", words.cli_add_measures()))
    .arg(level("severity", words.cli_add_severity()))
    .arg(level("potential", words.cli_add_potential()))
    .arg(level("likelihood", words.cli_add_likelihood()));
    let list = sub(
        words,
        "incidents list",
        words.cli_incidents_list(),
        "[--all] [--json]",
    )
    .name("list")
    .arg(
        Arg::new("all")
            .long("all")
            .action(ArgAction::SetTrue)
            .help(words.cli_incidents_all()),
    )
    .arg(json);
    sub(
        words,
        "incidents",
        words.cli_incidents(),
        "list | add | import",
    )
    .subcommand_help_heading(words.cli_commands())
    .disable_help_subcommand(true)
    .subcommand_required(true)
    .subcommands([list, add, import(words)])
}

fn import(words: Words) -> Command {
    let flag = |name: &'static str, help| {
        let flag = Arg::new(name).long(name);
        flag.action(ArgAction::SetTrue).help(help)
    };
    let usage = format!(
        "{0} [--map \"{1}\"] [--dry-run] [--refused {0}] [--anyway]",
        words.value_file(),
        words.value_map()
    );
    sub(
        words,
        "incidents import",
        words.cli_incidents_import(),
        &usage,
    )
    .name("import")
    .arg(position(
        words,
        "file",
        words.value_file(),
        words.cli_import_file(),
    ))
    .arg(
        option("map", words.value_map(), words.cli_import_map())
            .value_parser(ValueParser::string())
            .action(ArgAction::Append),
    )
    .arg(flag("dry-run", words.cli_import_dry()))
    .arg(
        option("refused", words.value_file(), words.cli_import_refused())
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(flag("anyway", words.cli_import_anyway()))
}

fn grids(words: Words) -> Command {
    let file = position(words, "file", words.value_file(), words.cli_grid_file())
        .value_parser(value_parser!(PathBuf));
    let check = sub(
        words,
        "grids check",
        words.cli_grids_check(),
        words.value_file(),
    )
    .name("check")
    .arg(file);
    let list = sub(words, "grids list", words.cli_grids_list(), "").name("list");
    let usage = format!("[list | check {}]", words.value_file());
    sub(words, "grids", words.cli_grids(), &usage)
        .subcommand_help_heading(words.cli_commands())
        .disable_help_subcommand(true)
        .subcommands([list, check])
}

/// A subcommand with its line of usage.
fn sub(words: Words, name: &'static str, about: &'static str, usage: &str) -> Command {
    plain(words, name, about).override_usage(format!("crex {name} {usage}").trim_end().to_owned())
}

/// What stands without a dash, and must be there.
fn position(words: Words, name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .value_name(value)
        .help(help)
        .required(true)
        .hide_possible_values(true)
        .help_heading(words.cli_arguments())
}

/// An option with a value.
fn option(name: &'static str, value: &'static str, help: impl Into<String>) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(help.into())
}
