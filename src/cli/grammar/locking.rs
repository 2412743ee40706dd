//! The grammar of what makes a workspace readable or not.

use super::{option, sub};
use crate::words::Words;
use clap::{Command, value_parser};
use std::path::PathBuf;

pub fn commands(words: Words) -> [Command; 3] {
    let (key, file) = (words.value_key(), words.value_file());
    [
        sub(
            words,
            "encrypt",
            words.cli_encrypt(),
            &format!("[--recovery {key}]"),
        )
        .arg(option("recovery", key, words.cli_encrypt_recovery())),
        sub(words, "decrypt", words.cli_decrypt(), ""),
        sub(
            words,
            "passphrase",
            words.cli_passphrase(),
            &format!("[--recover {file}]"),
        )
        .arg(
            option("recover", file, words.cli_passphrase_recover())
                .value_parser(value_parser!(PathBuf)),
        ),
    ]
}
