//! `crex report SESSION`: the record, at any moment, never empty; the other pieces that a session gives; the session as JSON,
//! and the schema of that.

use super::{Context, Failure, Said, format, output, shown, text};
use crate::content;
use crate::documents::{self, Document, Format, json, leaving::telling, pieces, sheets};
use crate::domain::ids::IncidentId;
use crate::domain::piece::Piece;
use crate::domain::session::Session;
use crate::training::debrief::debrief;
use crate::words::Words;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// What is asked for, apart from how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// The whole session, for a program.
    Json,
    /// A piece for people.
    Piece(Piece),
    /// The results of a simulation, for a spreadsheet.
    Results,
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    if matches.get_flag("schema") {
        return Ok(Said {
            answer: json::SCHEMA.to_owned(),
            ..Said::default()
        });
    }
    let words = context.words;
    let found = context.find(text(matches, "session"))?;
    let to = format::file(matches);
    let (what, form) = what(words, text(matches, "format"), to.map(PathBuf::as_path))?;
    let event = event(words, matches, what, &found.session)?;
    let mut messages = found.messages;
    let piece = match what {
        What::Json => Piece::Record,
        What::Piece(piece) => piece,
        What::Results => Piece::Debrief,
    };
    let today = context.now.date();
    let names = names(matches);
    let document = match piece {
        Piece::Certificates => sheets::certificates(&found.session, &names),
        _ => pieces::piece_of(&found.session, &found.beside, piece, event, today),
    };
    let bytes = match what {
        What::Results => results(&found.session),
        What::Json => output::session_json(&found.session, &found.beside)?.into_bytes(),
        What::Piece(piece) => {
            let letterhead = found.letterhead.clone().on(piece, &found.session.structure);
            form.write(&document, &letterhead)
        }
    };
    messages.extend(several(words, piece, event, &found.session));
    // The names of a certificate are asked for.
    if names.is_empty() {
        messages.extend(told(words, &document, &found.session, &found.unwatched));
    }
    let Some(path) = to else {
        return Ok(printed(bytes, messages));
    };
    output::write(context, path, &bytes)?;
    messages.push(written(words, piece, path));
    Ok(Said {
        messages,
        ..Said::default()
    })
}

/// What the name of a format asks for, and how it is written: as the name says it, else as the file ends.
fn what(words: Words, format: &str, to: Option<&Path>) -> Result<(What, Format), Failure> {
    let what = match format {
        "json" => What::Json,
        "eigs" => What::Piece(Piece::Eigs),
        "rex" => What::Piece(Piece::Rex),
        "reporter" | "reponse" | "réponse" => What::Piece(Piece::Reporter),
        "invitation" => What::Piece(Piece::Invitation),
        "signatures" | "emargement" | "émargement" => What::Piece(Piece::Signatures),
        "debrief" | "débriefing" => What::Piece(Piece::Debrief),
        "cards" | "cartes" => What::Piece(Piece::Cards),
        "observation" => What::Piece(Piece::Observation),
        "satisfaction" => What::Piece(Piece::Satisfaction),
        "certificates" | "attestations" => What::Piece(Piece::Certificates),
        "results" | "resultats" | "résultats" => What::Results,
        _ => What::Piece(Piece::Record),
    };
    let named = Format::named(format);
    if named.is_some() || what == What::Json {
        return Ok((what, named.unwrap_or(Format::Markdown)));
    }
    let endings: &[&str] = match what {
        What::Results => &["csv"],
        What::Piece(Piece::Record) => &["docx", "html", "md", "json"],
        _ => &["docx", "html", "md"],
    };
    let ending = format::of_file(words, to, endings)?.unwrap_or_default();
    let what = if ending == "json" { What::Json } else { what };
    Ok((what, Format::named(ending).unwrap_or(Format::Markdown)))
}

/// The names typed for certificates, which nothing keeps.
fn names(matches: &ArgMatches) -> Vec<String> {
    let names = text(matches, "names").split(';').map(str::trim);
    let filled = names.filter(|name| !name.is_empty());
    filled.map(ToOwned::to_owned).collect()
}

/// The results of a simulation; their heads alone where its scenario is not known.
fn results(session: &Session) -> Vec<u8> {
    let told = content::scenario_of(session);
    let told = told.map(|case| debrief(session, case, content::kit(case.lang)));
    documents::results::csv(Words(session.lang), told.as_ref()).into_bytes()
}

/// An answer of these bytes: a text where they are one.
pub(super) fn printed(bytes: Vec<u8>, messages: Vec<String>) -> Said {
    let (answer, bytes) = match String::from_utf8(bytes) {
        Ok(answer) => (answer, Vec::new()),
        Err(no_text) => (String::new(), no_text.into_bytes()),
    };
    Said {
        answer,
        bytes,
        messages,
        failed: false,
    }
}

/// The event that was asked for: `E2`, `e2` or `2`.
fn event(
    words: Words,
    matches: &ArgMatches,
    what: What,
    session: &Session,
) -> Result<Option<IncidentId>, Failure> {
    let asked = matches.get_one::<String>("incident");
    let piece = match what {
        What::Piece(piece) if piece.is_of_event() => piece,
        _ if asked.is_some() => {
            return Err(Failure::Usage(words.report_not_of_event().to_owned()));
        }
        What::Piece(piece) if !piece.is_given_by(session) => return Err(no_piece(words, piece)),
        What::Results if !Piece::Debrief.is_given_by(session) => {
            return Err(no_piece(words, Piece::Debrief));
        }
        _ => return Ok(None),
    };
    if !piece.is_given_by(session) {
        return Err(no_piece(words, piece));
    }
    let Some(asked) = asked else {
        return Ok(None);
    };
    let number = asked.trim_start_matches(['E', 'e']).parse().ok();
    let there = piece.events(session);
    let found = there.iter().find(|id| Some(id.0) == number);
    found.copied().map(Some).ok_or_else(|| {
        let there: Vec<String> = there.iter().map(ToString::to_string).collect();
        let asked = shown(Path::new(asked));
        Failure::Refused(words.report_no_such_event(&asked, &there.join(", ")))
    })
}

/// That a session does not give a piece.
fn no_piece(words: Words, piece: Piece) -> Failure {
    let title = words.piece_title(piece);
    Failure::Refused(if piece.is_of_training() {
        words.report_not_played(title)
    } else {
        words.report_no_piece(title)
    })
}

/// That a document for several people was written, where each should have their own.
fn several(
    words: Words,
    piece: Piece,
    event: Option<IncidentId>,
    session: &Session,
) -> Option<String> {
    let many = piece == Piece::Reporter && event.is_none() && piece.events(session).len() > 1;
    many.then(|| words.report_several().to_owned())
}

/// What in a document may tell who someone is.
fn told(
    words: Words,
    document: &Document,
    session: &Session,
    unwatched: &[crate::domain::wording::Watch],
) -> Option<String> {
    let told = telling(document, &session.guarding.passed, unwatched);
    words.guard_in_document(&told)
}

fn written(words: Words, piece: Piece, path: &Path) -> String {
    match piece {
        Piece::Record => words.report_written(&shown(path)),
        _ => words.say_written(&shown(path)),
    }
}
