//! The session minute by minute, from the trace of the simulation: what came in each, and how far the analysis was by then.

use super::help::{Topic, Window};
use super::told::Told;
use super::{Flow, Input};
use crate::domain::session::Session;
use crate::training::replay::{Change, Replay as Played};
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::tui::widgets::reading::Para;
use crate::words::Words;

/// Size of the window.
const SIZE: (u16, u16) = (100, 40);
/// Column of what happened in a minute.
const TOLD: u16 = 10;

/// A minute in which something changed.
#[derive(Debug)]
struct Minute {
    at: u32,
    changes: Vec<Change>,
    so_far: String,
}

/// The window.
#[derive(Debug)]
pub struct Replay {
    minutes: Vec<Minute>,
    menu: Menu,
}

impl Replay {
    /// Of the session that is open, from its first minute on.
    pub fn new(desk: &Desk) -> Self {
        let words = desk.words();
        let session = desk.session();
        let minutes = session.map(|session| minutes(session, words));
        Self {
            minutes: minutes.unwrap_or_default(),
            menu: Menu::default(),
        }
    }

    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Menu, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Replay)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let lines = self.lines(words);
        let place = inside(desk.areas.window(SIZE.0, SIZE.1));
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => match self.minutes.get(index) {
                Some(minute) => {
                    let title = words.cards_minute(minute.at);
                    Flow::Push(Told::new(title, told(minute, words)).into())
                }
                None => Flow::Stay,
            },
        }
    }

    fn lines(&self, words: Words) -> Vec<Line> {
        if self.minutes.is_empty() {
            let said = words.replay_nothing().to_owned();
            return vec![Line::note(said, Role::Aside)];
        }
        let line = |minute: &Minute| {
            let first = minute.changes.first().map(|change| said(change, words));
            let first = first.unwrap_or_default();
            let more = minute.changes.len().saturating_sub(1);
            let text = match more {
                0 => first,
                more => format!("{first} · {}", words.replay_more(more)),
            };
            Line {
                cells: vec![(0, words.cards_minute(minute.at), Role::Strong)],
                beside: Some((TOLD, text, Role::Body)),
                opens: true,
                ..Line::default()
            }
        };
        self.minutes.iter().map(line).collect()
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.replay_title());
        let lines = self.lines(words);
        self.menu.draw(&lines, area, canvas.look, canvas.buf);
    }
}

fn minutes(session: &Session, words: Words) -> Vec<Minute> {
    let Some(played) = Played::new(session) else {
        return Vec::new();
    };
    let minute = |(minute, changes, state): (u32, Vec<Change>, Session)| {
        let analysis = state.analysis();
        let of = |count: fn(&crate::domain::analysis::Analysis) -> usize| analysis.map_or(0, count);
        Minute {
            at: minute,
            changes,
            so_far: words.replay_so_far(
                of(|a| a.facts.len()),
                of(|a| a.deviations.len()),
                of(|a| a.factors.len()),
                state.actions.len(),
            ),
        }
    };
    played.walk().into_iter().map(minute).collect()
}

fn said(change: &Change, words: Words) -> String {
    let what = if change.gone {
        words.replay_gone(&change.what)
    } else {
        change.what.clone()
    };
    format!("{} · {what}", words.debrief_family(change.family))
}

fn told(minute: &Minute, words: Words) -> Vec<Para> {
    let mut paras = vec![
        Para::new(minute.so_far.clone(), Role::Aside),
        Para::new("", Role::Body),
    ];
    for change in &minute.changes {
        paras.push(Para::new(said(change, words), Role::Body));
    }
    paras
}
