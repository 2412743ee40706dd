//! `crex completions SHELL`: what a shell needs to complete our commands.

use super::{Context, Said, grammar, text};
use clap::ArgMatches;
use clap_complete::{Shell, generate};

pub fn run(context: &Context, matches: &ArgMatches) -> Said {
    let shell = match text(matches, "shell") {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        "elvish" => Shell::Elvish,
        "powershell" => Shell::PowerShell,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    let mut command = grammar::command(context.words, context.world.themes);
    generate(shell, &mut command, "crex", &mut script);
    Said {
        answer: String::from_utf8_lossy(&script).into_owned(),
        ..Said::default()
    }
}
