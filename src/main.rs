//! The thin binary.

use crex::domain::code::Lang;
use crex::store::{Settings, workspace_root};
use crex::tui::prefs::Prefs;
use crex::tui::run::{Waker, run};
use crex::tui::shell::{Shell, Start};
use crex::tui::theme::{Depth, Scheme, Signs, Theme};
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let settings = Settings::load();
    let env = |name: &str| std::env::var(name).ok();
    let Ok(theme) = Theme::load(
        Scheme::named(settings.theme.as_str()).unwrap_or_default(),
        Depth::detect(false, env),
        Signs::detect(env),
    ) else {
        return ExitCode::FAILURE;
    };
    let prefs = Prefs {
        theme,
        lang: settings.lang.unwrap_or(Lang::Fr),
        mouse: settings.mouse,
    };
    let Ok(root) = workspace_root(None, &settings) else {
        return ExitCode::FAILURE;
    };
    let Ok(waker) = Waker::new() else {
        return ExitCode::FAILURE;
    };
    let wake = {
        let waker = waker.clone();
        Arc::new(move || waker.wake())
    };
    let size = crossterm::terminal::size().unwrap_or((80, 24));
    let clock = Box::new(|| chrono::Local::now().naive_local());
    match Shell::new(&root, prefs, settings, Start::Home, size, clock, wake)
        .and_then(|mut shell| run(&mut shell, &waker))
    {
        Ok(code) => ExitCode::from(code),
        Err(_) => ExitCode::FAILURE,
    }
}
