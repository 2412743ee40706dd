//! The thin binary: arguments in, an answer or the screen out. The one place where an answer or an error is printed and an
//! exit code chosen: 0 done, 1 the thing asked failed, 2 wrong usage.

use crex::cli::{self, Begin, Failure, Outcome, Said, Screen, World};
use crex::domain::problem::{DiskFault, Problem};
use crex::domain::text::Text;
use crex::tui::prefs::Prefs;
use crex::tui::run::{Waker, run};
use crex::tui::shell::{Beginning, Door, Start};
use crex::tui::theme::{Depth, Scheme, Signs, Theme};
use crex::words::Words;
use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

const THEMES: [&str; Scheme::ALL.len()] = {
    let mut names = [""; Scheme::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Scheme::ALL[at].name();
        at += 1;
    }
    names
};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let world = World {
        themes: &THEMES,
        terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
    };
    let (words, outcome) = cli::run(&args, world);
    let done = outcome.and_then(|outcome| match outcome {
        Outcome::Said(said) => print(words, &said),
        Outcome::Screen(screen) => show(&screen),
    });
    let code = done.unwrap_or_else(|failure| {
        tell(&failure.sentence(words));
        failure.code()
    });
    ExitCode::from(code)
}

/// Prints an answer. Who stops reading it half-way has had enough, and hears nothing more.
fn print(words: Words, said: &Said) -> Result<u8, Failure> {
    let mut out = io::stdout().lock();
    if !said.bytes.is_empty() && io::stdout().is_terminal() {
        return Err(Failure::Usage(words.output_bytes().to_owned()));
    }
    let written = out
        .write_all(said.answer.as_bytes())
        .and_then(|()| out.write_all(&said.bytes))
        .and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let fault = match error.kind() {
                ErrorKind::StorageFull => DiskFault::Full,
                _ => DiskFault::Other(error.raw_os_error()),
            };
            return Err(Problem::Disk(words.output_stream().into(), fault).into());
        }
        _ => {}
    }
    for message in &said.messages {
        tell(message);
    }
    Ok(u8::from(said.failed))
}

/// Says something beside the answer; nobody may be there to hear it. What it quotes was cleaned before; this is the last door.
fn tell(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", Text::new(message));
}

/// Opens the screen, and stays until it is left.
fn show(screen: &Screen) -> Result<u8, Failure> {
    let code = on_screen(screen)?;
    if let Some(farewell) = &screen.farewell {
        tell(farewell);
    }
    Ok(code)
}

fn on_screen(screen: &Screen) -> Result<u8, Problem> {
    let env = |name: &str| std::env::var(name).ok();
    let settings = screen.settings.clone();
    let name = screen.theme.as_deref().unwrap_or(settings.theme.as_str());
    let scheme = Scheme::named(name).unwrap_or_default();
    let theme = Theme::load(
        scheme,
        Depth::detect(screen.no_color, env),
        Signs::detect(env),
    )?;
    let prefs = Prefs {
        theme,
        lang: screen.lang,
        mouse: settings.mouse,
        lock_after: settings.lock_after,
    };
    let waker = Waker::new()?;
    let wake = {
        let waker = waker.clone();
        Arc::new(move || waker.wake())
    };
    let start = match &screen.begin {
        Begin::Home => Start::Home,
        Begin::New => Start::New,
        Begin::Training => Start::Training,
        Begin::Play(scenario) => Start::Play(scenario.clone()),
        Begin::Session(path) => Start::Session(path.clone()),
        Begin::Analysis(path) => Start::Analysis(path.clone()),
        Begin::Notes(path) => Start::Notes(path.clone()),
    };
    // The loop tells the true size before the first frame.
    let size = (80, 24);
    let clock = Box::new(|| chrono::Local::now().naive_local());
    let beginning = Beginning {
        root: screen.root.clone(),
        prefs,
        settings,
        start,
        size,
        clock,
        wake,
    };
    run(&mut Door::new(beginning, screen.disk.clone())?, &waker)
}
