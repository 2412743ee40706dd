//! Help for the screen below: what it is for, how to go about it, its keys; then the words of the trade.

use super::{Flow, Input};
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::progress::missing;
use crate::domain::yearly::Section;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, held, key_name};
use crate::tui::screens::meeting;
use crate::tui::theme::Role;
use crate::tui::verbs::named;
use crate::tui::widgets::reading::{Para, Reading};
use crate::words::{Words, shown};
use ratatui::layout::Rect;

/// What is helped with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Topic {
    /// The home screen.
    #[default]
    Home,
    /// A step.
    Step(StepKind),
    /// What to read aloud and what is missing at a step.
    Hints(StepKind),
    /// A vote.
    Vote,
    /// Settings.
    Settings,
    /// The incidents of the workspace.
    Pool,
    /// The action plan of all meetings.
    Plan,
    /// Something to read.
    Reader,
    /// The figures of a section of a year.
    Year(Section),
    /// A window that has keys of its own.
    Window(Window),
}

/// The windows that are helped with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named as its screen")]
pub enum Window {
    Welcome,
    Alone,
    Amendments,
    Ask,
    Cards,
    Clock,
    Compare,
    Deal,
    Decisions,
    Elsewhere,
    Find,
    Grids,
    Items,
    Checks,
    Regrid,
    Note,
    Observe,
    Palette,
    Parking,
    Pieces,
    Replay,
    Rivals,
    Scrub,
    Search,
    Second,
    Speaking,
    Told,
    Train,
    Trainer,
}

impl Window {
    /// What it is for and how to go about it.
    fn text(self, words: Words) -> &'static str {
        match self {
            Self::Welcome => words.help_welcome(),
            Self::Amendments => words.help_amendments(),
            Self::Ask => words.help_ask(),
            Self::Alone => words.help_alone(),
            Self::Cards => words.help_cards(),
            Self::Deal => words.help_deal(),
            Self::Observe => words.help_observe(),
            Self::Compare => words.help_compare(),
            Self::Replay => words.help_replay(),
            Self::Rivals => words.help_rivals(),
            Self::Told => words.help_told(),
            Self::Train => words.help_train(),
            Self::Trainer => words.help_trainer(),
            Self::Clock => words.help_clock(),
            Self::Decisions => words.help_decisions(),
            Self::Elsewhere => words.help_elsewhere(),
            Self::Find => words.find_hint(),
            Self::Grids => words.help_grids(),
            Self::Items => words.help_items(),
            Self::Checks => words.help_checks(),
            Self::Regrid => words.help_regrid(),
            Self::Note => words.help_note(),
            Self::Palette => words.help_palette(),
            Self::Parking => words.help_parking(),
            Self::Pieces => words.help_pieces(),
            Self::Scrub => words.help_scrub(),
            Self::Search => words.help_search(),
            Self::Second => words.help_second(),
            Self::Speaking => words.help_speaking(),
        }
    }
}

/// The window.
#[derive(Debug)]
pub struct Help {
    topic: Topic,
    scopes: Vec<Scope>,
    reading: Reading,
}

/// Size of the window.
const SIZE: (u16, u16) = (84, 40);
/// Columns of the names of keys.
const KEYS: usize = 22;

impl Help {
    /// Help on a topic; `scopes` are those of the screen below.
    pub fn new(topic: Topic, scopes: Vec<Scope>) -> Self {
        Self {
            topic,
            scopes,
            reading: Reading::default(),
        }
    }

    /// It is read.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Reading, Scope::Letters]
    }

    /// Scrolls.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let paras = self.paras(desk);
        let area = inside(desk);
        match input {
            Input::Command(Command::Help) => Flow::Close,
            Input::Command(command) if self.reading.update(*command, &paras, area) => Flow::Stay,
            Input::Wheel(lines) => {
                self.reading.wheel(*lines, &paras, area);
                Flow::Stay
            }
            _ => Flow::Ignored,
        }
    }

    /// Help on help is the same help.
    pub fn topic(&self, _desk: &Desk) -> Topic {
        self.topic
    }

    fn paras(&self, desk: &Desk) -> Vec<Para> {
        let words = desk.words();
        let mut out = Vec::new();
        match self.topic {
            Topic::Step(step) => {
                step_help(step, words, &mut out);
                let folder = shown(&desk.root);
                out.push(Para::new("", Role::Body));
                out.push(Para::under(words.second_how(&folder), Role::Body, 2));
            }
            Topic::Hints(step) => return step_hints(step, desk),
            Topic::Home => lines(words.help_home(), &mut out),
            Topic::Settings => lines(words.help_settings(), &mut out),
            Topic::Pool => lines(words.help_pool(), &mut out),
            Topic::Plan => lines(words.help_plan(), &mut out),
            Topic::Reader => lines(words.help_reader(), &mut out),
            Topic::Vote => vote_help(words, &mut out),
            Topic::Year(section) => year_help(section, words, &mut out),
            Topic::Window(window) => lines(window.text(words), &mut out),
        }
        out.push(Para::new("", Role::Body));
        out.push(Para::new(words.help_keys(), Role::Title));
        keys(&self.scopes, words, &mut out);
        out.push(Para::new("", Role::Body));
        if matches!(self.topic, Topic::Window(Window::Second)) {
            lines(words.help_apart(), &mut out);
            let session = desk.session();
            if session.is_some_and(|session| session.kind.is_simulation()) {
                lines(words.backstage_help(), &mut out);
            }
        } else {
            lines(words.help_everywhere(), &mut out);
        }
        if matches!(self.topic, Topic::Step(_) | Topic::Pool) {
            out.push(Para::new("", Role::Body));
            lines(words.help_guard(), &mut out);
        }
        out.push(Para::new("", Role::Body));
        out.push(Para::new(words.help_glossary(), Role::Title));
        for term in content::glossary() {
            out.push(Para::new(term.term.get(words.0), Role::Strong));
            out.push(Para::under(term.definition.get(words.0), Role::Body, 2));
        }
        out
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let title = match self.topic {
            Topic::Step(step) | Topic::Hints(step) => content::step(step).title.get(desk.words().0),
            _ => desk.words().help_title(),
        };
        let area = canvas.window(SIZE.0, SIZE.1, title);
        self.reading
            .draw(&self.paras(desk), area, canvas.look, canvas.buf);
    }
}

/// The hints of a step of the open session.
fn step_hints(step: StepKind, desk: &Desk) -> Vec<Para> {
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    meeting::hints(
        step,
        &missing(session, step, &content::known(session)),
        desk,
    )
}

/// The place inside the window.
fn inside(desk: &Desk) -> Rect {
    crate::tui::frame::inside(desk.areas.window(SIZE.0, SIZE.1))
}

fn lines(text: &str, out: &mut Vec<Para>) {
    out.extend(text.lines().map(|line| Para::new(line, Role::Body)));
}

/// How a vote is held, and what its secrecy is worth.
fn vote_help(words: Words, out: &mut Vec<Para>) {
    lines(words.help_vote(), out);
    out.push(Para::new("", Role::Body));
    out.push(Para::new(words.help_vote_secret(), Role::Title));
    lines(words.help_vote_secrecy(), out);
}

/// How each figure of a section is counted.
fn year_help(section: Section, words: Words, out: &mut Vec<Para>) {
    lines(words.help_year(), out);
    out.push(Para::new("", Role::Body));
    out.push(Para::new(words.year_definitions(), Role::Title));
    for figure in section.figures() {
        out.push(Para::new(words.figure(figure), Role::Strong));
        out.push(Para::under(words.figure_means(figure), Role::Body, 2));
    }
    lines(words.year_rule(), out);
    lines(words.year_no_goal(), out);
}

fn step_help(step: StepKind, words: Words, out: &mut Vec<Para>) {
    let text = content::step(step);
    out.push(Para::new(text.aim.get(words.0), Role::Strong));
    out.push(Para::new("", Role::Body));
    out.push(Para::new(words.read_aloud(), Role::Title));
    out.push(Para::under(text.prompt.get(words.0), Role::Body, 2));
    out.push(Para::new("", Role::Body));
    out.push(Para::new(words.help_how(), Role::Title));
    for line in &text.help {
        out.push(Para::under(line.get(words.0), Role::Body, 2));
    }
    // Where things are listed with their short names, what the letters stand for.
    if !matches!(step, StepKind::Opening | StepKind::FollowUp) {
        out.push(Para::new("", Role::Body));
        out.push(Para::under(words.help_ids(), Role::Body, 2));
    }
}

/// The keys of these scopes, one line each.
fn keys(scopes: &[Scope], words: Words, out: &mut Vec<Para>) {
    let mut seen = Vec::new();
    for binding in held(scopes, words.0) {
        if seen.contains(&binding.command) {
            continue;
        }
        seen.push(binding.command);
        let names: Vec<String> = binding
            .keys
            .iter()
            .map(|key| key_name(*key, words.0))
            .collect();
        let names = names.join(", ");
        out.push(Para::under(
            format!("{names:KEYS$} {}", named(binding.command, scopes, words)),
            Role::Body,
            2,
        ));
    }
}
