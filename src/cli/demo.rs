//! `crex demo`: the screen on a built-in example, in a temporary workspace that stays when one leaves; without a terminal,
//! the example's record.

use super::{Begin, Context, Failure, Outcome, Said, shown};
use crate::content;
use crate::documents::{markdown::markdown, record::record};
use crate::domain::parts::Parts;
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::session::Session;
use crate::domain::team::{Member, Team};
use crate::library::begin;
use crate::store;
use clap::ArgMatches;
use std::fs::DirBuilder;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// How long a slow disk is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
const MIDWAY: &str = include_str!("../../sessions/examples/ehpad-midway.ron");
const SEALED: &str = include_str!("../../sessions/examples/ehpad-sealed.ron");

/// The examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// A meeting under way.
    Midway,
    /// A meeting that is over.
    Sealed,
    /// Nothing yet.
    Empty,
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let which = matches.get_one::<String>("which").map(String::as_str);
    let example = match which {
        Some("sealed" | "close") => Example::Sealed,
        Some("empty" | "vide") => Example::Empty,
        _ => Example::Midway,
    };
    open(context, example)
}

/// The second terminal beside an example.
pub fn notes(context: &Context) -> Result<Outcome, Failure> {
    let mut outcome = open(context, Example::Midway)?;
    if let Outcome::Screen(screen) = &mut outcome
        && let Begin::Session(path) = &screen.begin
    {
        screen.begin = Begin::Notes(path.clone());
    }
    Ok(outcome)
}

/// The screen on an example, or its record when there is no terminal.
pub fn open(context: &Context, example: Example) -> Result<Outcome, Failure> {
    if !context.world.terminal {
        return Ok(Outcome::Said(printed(context, example)?));
    }
    let root = folder()?;
    let begin = fill(context, &root, example)?;
    let farewell = context.words.demo_left(&shown(&root));
    let outcome = context.screen(root, begin, Some(farewell))?;
    Ok(passing(outcome))
}

/// A screen on which nothing that is chosen for the screen is kept.
fn passing(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Screen(mut screen) => {
            screen.settings.passing = true;
            Outcome::Screen(screen)
        }
        said @ Outcome::Said(_) => said,
    }
}

/// The session of an example; that of an empty workspace is one just begun.
pub fn session(example: Example) -> Result<Session, Problem> {
    let (name, text) = match example {
        Example::Midway => ("ehpad-midway.ron", MIDWAY),
        Example::Sealed => ("ehpad-sealed.ron", SEALED),
        Example::Empty => {
            return Ok(begin::session(
                &Team::default(),
                Uuid::new_v4(),
                chrono::Local::now().date_naive(),
            ));
        }
    };
    store::parse::<Session>(Path::new(name), text.as_bytes()).map(|parsed| parsed.doc)
}

fn printed(context: &Context, example: Example) -> Result<Said, Failure> {
    Ok(Said {
        answer: markdown(&record(&session(example)?)),
        messages: vec![context.words.demo_printed().to_owned()],
        ..Said::default()
    })
}

/// A new folder of this person alone.
fn folder() -> Result<PathBuf, Problem> {
    let name = format!("crex-demo-{}", &Uuid::new_v4().simple().to_string()[..8]);
    let path = std::env::temp_dir().join(name);
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(&path)
        .map_err(|error| store::disk_problem(&path, &error))?;
    Ok(path)
}

/// Puts the team and the session of an example into a workspace, and says where the screen begins.
fn fill(context: &Context, root: &Path, example: Example) -> Result<Begin, Failure> {
    if example == Example::Empty {
        return Ok(Begin::Home);
    }
    let now = context.now;
    let session = session(example)?;
    // A folder of its own, in the clear, whatever the usual one is.
    let mut store = store::Store::open(root, now, std::sync::Arc::new(|| {}))?;
    let opened = store.team(now)?;
    let team = team(context, &session);
    store.record(opened.handle, &opened.doc.diff(&team))?;
    store.save(opened.handle, &team, 1);
    let created = store.create(session, now)?;
    if store.flush(PATIENCE) {
        Ok(Begin::Session(created.path))
    } else {
        Err(Problem::Disk(root.to_owned(), DiskFault::Other(None)).into())
    }
}

/// The team that holds the example meeting: as fictitious as its case, and says so.
fn team(context: &Context, session: &Session) -> Team {
    let mut team = Team {
        name: context.words.demo_team().into(),
        sector: session.sector.clone(),
        lang: session.lang,
        place: session.place.clone(),
        quorum: session.quorum.clone(),
        format: session.format.clone(),
        grid: content::default_grid_for(&session.sector),
        last_number: session.number,
        ..Team::default()
    };
    if let Some(name) = session.structure.filled() {
        team.name = name.into();
    }
    for attendee in session.attendees.iter() {
        let member = Member {
            function: attendee.function.clone(),
            profession: attendee.profession.clone(),
            permanent: attendee.permanent,
            roles: attendee.roles.clone(),
            ..Member::new(team.ids.give())
        };
        team.members.push(member);
    }
    team
}
