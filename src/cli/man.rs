//! `crex man`: the manual page, in the language asked for.

use super::{Context, Failure, Said, grammar};
use crate::domain::problem::{DiskFault, Problem};
use clap_mangen::Man;
use std::io;

pub fn run(context: &Context) -> Result<Said, Failure> {
    let words = context.words;
    let man = Man::new(grammar::command(words, context.world.themes));
    let mut page = Vec::new();
    let written = render(&man, &mut page);
    // Memory takes all that is written into it.
    written.map_err(|_| Problem::Disk("man".into(), DiskFault::Full))?;
    let page = String::from_utf8_lossy(&page)
        // Subcommands have no page of their own to point to.
        .replace("crex\\-", "crex ")
        .replace("(1)\n", "\n")
        .replace("\n.SH NAME\n", &format!("\n.SH {}\n", words.man_name()))
        .replace(
            "\n.SH SYNOPSIS\n",
            &format!("\n.SH {}\n", words.man_synopsis()),
        )
        .replace(
            "\n.SH DESCRIPTION\n",
            &format!("\n.SH {}\n", words.man_description()),
        );
    Ok(Said {
        answer: page,
        ..Said::default()
    })
}

fn render(man: &Man, page: &mut Vec<u8>) -> io::Result<()> {
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    man.render_subcommands_section(page)
}
