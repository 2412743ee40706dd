//! The command line: what was asked becomes an answer, a screen to open, or a failure. Nothing here writes to the terminal
//! or chooses an exit code; `main` does.

mod actions;
mod agree;
mod archive;
mod check;
mod completions;
mod demo;
mod encrypt;
mod format;
mod found;
mod grammar;
mod grids;
mod incidents;
mod list;
mod man;
mod new;
mod notes;
mod open;
mod output;
mod passphrase;
mod purge;
mod report;
mod scrub;
mod search;
mod show;
mod stats;
mod table;
mod train;
mod wrong;

use crate::domain::code::Lang;
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::scenario::Scenario;
use crate::store::{self, Settings, SharedDisk, Store};
use crate::words::Words;
use chrono::{Local, NaiveDateTime};
use clap::ArgMatches;
use std::cell::OnceCell;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use found::{team_in, unwatched, unwatched_in};

/// What the command line must be told of the rest of the program.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// The names of the themes.
    pub themes: &'static [&'static str],
    /// Whether there is a terminal to open a screen in.
    pub terminal: bool,
}

/// What a command line comes to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// An answer.
    Said(Said),
    /// The screen is to be opened.
    Screen(Box<Screen>),
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// For standard output.
    pub answer: String,
    /// In its place, what is no text: never for a terminal.
    pub bytes: Vec<u8>,
    /// For standard error, a line each.
    pub messages: Vec<String>,
    /// Whether the thing asked failed all the same.
    pub failed: bool,
}

/// A screen to open.
#[derive(Clone, Debug)]
pub struct Screen {
    /// The workspace.
    pub root: PathBuf,
    /// Where to begin.
    pub begin: Begin,
    /// The language.
    pub lang: Lang,
    /// The theme's name, if one was asked for.
    pub theme: Option<String>,
    /// Whether colour was refused.
    pub no_color: bool,
    /// The preferences of the person.
    pub settings: Settings,
    /// The disk of the workspace, if it was opened already.
    pub disk: Option<SharedDisk>,
    /// What to say on leaving.
    pub farewell: Option<String>,
}

/// Where a screen begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// At home.
    Home,
    /// In a new session.
    New,
    /// At the list of cases to train on.
    Training,
    /// In a new session that plays this scenario.
    Play(Arc<Scenario>),
    /// In this session.
    Session(PathBuf),
    /// In this analysis between two meetings.
    Analysis(PathBuf),
    /// Beside this session, as the second terminal.
    Notes(PathBuf),
}

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The command line is wrongly written: the sentence that says how.
    Usage(String),
    /// The command line is right, but not for this: the sentence that says why.
    Refused(String),
    /// Something keeps it from being done.
    Problem(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Failure {
    /// The sentence to show.
    pub fn sentence(&self, words: Words) -> String {
        match self {
            Self::Usage(said) | Self::Refused(said) => said.clone(),
            Self::Problem(problem) => words.problem(problem),
        }
    }

    /// 2 for wrong usage, a missing terminal included, else 1.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Problem(Problem::NoTerminal) => 2,
            Self::Refused(_) | Self::Problem(_) => 1,
        }
    }
}

/// Understands the command line `args`, its first the name of the program, and does what can be done without a screen.
/// Gives the language to speak as well.
pub fn run(args: &[OsString], world: World) -> (Words, Result<Outcome, Failure>) {
    let settings = Settings::load();
    let words = Words(language(args, &settings));
    let fault = settings.fault.as_ref().map(|fault| words.problem(fault));
    let unread = fault.map(|fault| words.say_preferences_unread(&fault));
    let grammar = grammar::command(words, world.themes);
    let matches = match grammar.try_get_matches_from(helped(args)) {
        Ok(matches) => matches,
        Err(error) => return (words, wrong::said(words, &error)),
    };
    let asked = matches.get_one::<PathBuf>("workspace").cloned();
    let missing = store::missing_workspace(asked.as_deref(), &settings);
    let unfound = missing.as_ref();
    let unfound = unfound.map(|path| words.say_workspace_missing(&shown(path)));
    let context = Context {
        words,
        asked,
        settings: Settings {
            missing,
            ..settings
        },
        now: Local::now().naive_local(),
        world,
        theme: matches.get_one::<String>("theme").cloned(),
        no_color: matches.get_flag("no-color"),
        opened: OnceCell::new(),
    };
    let mut outcome = dispatch(&context, &matches);
    // On a screen it is said there.
    if let Ok(Outcome::Said(said)) = &mut outcome {
        said.messages.extend(unread.into_iter().chain(unfound));
    }
    (words, outcome)
}

/// `crex help list` is `crex list --help`.
fn helped(args: &[OsString]) -> Vec<OsString> {
    let mut args = args.to_vec();
    let asks = |word: &OsString| word == "help" || word == "aide";
    if args.get(1).is_some_and(asks) {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

fn dispatch(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let said = match matches.subcommand() {
        None => return context.screen(context.root()?, Begin::Home, None),
        Some(("demo", sub)) => return demo::run(context, sub),
        Some(("new", _)) => return new::run(context),
        Some(("train", sub)) => return train::run(context, sub),
        Some(("open", sub)) => return open::run(context, sub),
        Some(("notes", sub)) => return notes::run(context, sub),
        Some(("list", sub)) => list::run(context, sub),
        Some(("show", sub)) => show::run(context, sub),
        Some(("report", sub)) => report::run(context, sub),
        Some(("actions", sub)) => actions::run(context, sub),
        Some(("search", sub)) => search::run(context, sub),
        Some(("stats", sub)) => stats::run(context, sub),
        Some(("check", sub)) => check::run(context, sub),
        Some(("incidents", sub)) => incidents::run(context, sub),
        Some(("grids", sub)) => grids::run(context, sub),
        Some(("scrub", sub)) => scrub::run(context, sub),
        Some(("retention", sub)) => purge::retention(context, sub),
        Some(("purge", sub)) => purge::purge(context, sub),
        Some(("archive", sub)) => archive::run(context, sub),
        Some(("encrypt", sub)) => encrypt::encrypt(context, sub),
        Some(("decrypt", _)) => encrypt::decrypt(context),
        Some(("passphrase", sub)) => encrypt::passphrase(context, sub),
        Some(("completions", sub)) => Ok(completions::run(context, sub)),
        Some((_, _)) => man::run(context),
    }?;
    Ok(Outcome::Said(said))
}

/// The language to speak: asked for, preferred, or that of the machine when it is English; else French.
fn language(args: &[OsString], settings: &Settings) -> Lang {
    let named = |name: &str| match name {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    };
    let mut asked = None;
    let mut words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    while let Some(word) = words.next().filter(|word| *word != "--") {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        asked = value.and_then(named).or(asked);
    }
    asked.or(settings.lang).unwrap_or_else(|| {
        let english = sys_locale::get_locale().is_some_and(|locale| is_english(&locale));
        if english { Lang::En } else { Lang::Fr }
    })
}

fn is_english(locale: &str) -> bool {
    locale.to_ascii_lowercase().starts_with("en")
}

/// What every subcommand may look at.
struct Context {
    words: Words,
    /// The workspace of `--workspace`.
    asked: Option<PathBuf>,
    settings: Settings,
    now: NaiveDateTime,
    world: World,
    theme: Option<String>,
    no_color: bool,
    /// The disk, once it was asked for.
    opened: OnceCell<SharedDisk>,
}

impl Context {
    /// The folder of the workspace.
    fn root(&self) -> Result<PathBuf, Problem> {
        store::workspace_root(self.asked.as_deref(), &self.settings)
    }

    /// The screen on a workspace, if there is a terminal.
    fn screen(
        &self,
        root: PathBuf,
        begin: Begin,
        farewell: Option<String>,
    ) -> Result<Outcome, Failure> {
        if !self.world.terminal {
            return Err(Problem::NoTerminal.into());
        }
        let own = self.root().is_ok_and(|own| own == root);
        Ok(Outcome::Screen(Box::new(Screen {
            root,
            begin,
            lang: self.words.0,
            theme: self.theme.clone(),
            no_color: self.no_color,
            settings: self.settings.clone(),
            // That of another workspace is not this one's.
            disk: self.opened.get().filter(|_| own).cloned(),
            farewell,
        })))
    }

    /// The store on the workspace, to be read: one that was named must be there already.
    fn reading(&self) -> Result<Store, Problem> {
        let root = self.root()?;
        let named = self.asked.is_some() || env::var_os("CREX_WORKSPACE").is_some();
        if named && !root.exists() {
            return Err(Problem::Disk(root, DiskFault::NotFound));
        }
        Store::look_on(self.disk()?, &root, self.now)
    }

    /// The store on a workspace, made if it is not there.
    fn store(&self, root: &Path) -> Result<Store, Problem> {
        Store::open_on(self.disk()?, root, self.now, Arc::new(|| {}))
    }
}

/// The text of an argument that the grammar asks for.
fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// What is told of a whole region and ends with the program: nobody waits until it is taken apart.
fn for_good<T>(all: T) -> &'static T {
    Box::leak(Box::new(all))
}

/// A path as it was given, without anything that could disturb a terminal.
fn shown(path: &Path) -> String {
    crate::domain::text::Text::line(&path.to_string_lossy())
        .as_str()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(args: &[&str], preferred: Option<Lang>, expected: Lang) {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let settings = Settings {
            lang: preferred,
            ..Settings::default()
        };
        assert_eq!(language(&args, &settings), expected, "{args:?}");
    }

    #[test]
    fn the_language_asked_for_wins_over_the_one_preferred() {
        check(&["crex", "--lang", "en"], Some(Lang::Fr), Lang::En);
        check(&["crex", "list", "--lang=fr"], Some(Lang::En), Lang::Fr);
        check(&["crex", "--lang", "de"], Some(Lang::En), Lang::En);
        check(&["crex", "--", "--lang", "en"], Some(Lang::Fr), Lang::Fr);
        check(&["crex", "--lang"], Some(Lang::En), Lang::En);
    }

    #[test]
    fn only_an_english_machine_speaks_english() {
        assert!(is_english("en-GB") && is_english("EN_us.UTF-8"));
        assert!(!is_english("fr-FR") && !is_english("C") && !is_english("de-DE"));
    }
}
