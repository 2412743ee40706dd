//! The information cards of a simulation: what the group can ask for, what each costs, and what is known by now. It is on the
//! wall, so that a card not asked for tells no more than what is asked.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::content;
use crate::domain::code::Code;
use crate::domain::order::Order;
use crate::domain::scenario::{Card, Scenario};
use crate::domain::session::Session;
use crate::domain::simulation::Play;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (84, 30);

/// What is on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
enum On {
    /// A card not asked for.
    Asked(Code),
    /// A card that was shown.
    Card(Code),
    /// An inject that was given.
    Inject(Code),
}

/// The window.
#[derive(Debug, Default)]
pub struct Cards {
    menu: Menu,
    /// What is being read; none: the list is shown.
    reading: Option<On>,
}

impl Cards {
    /// The window, open on what came last when the group has not read it yet.
    pub fn new(desk: &mut Desk) -> Self {
        let session = desk.session();
        let injected = session.map(|s| s.play.injected.as_slice());
        let injected = injected.unwrap_or_default();
        let news = injected.get(desk.news_read..).and_then(<[_]>::last);
        let reading = news.map(|news| On::Inject(news.id.clone()));
        desk.news_read = injected.len();
        Self {
            reading,
            ..Self::default()
        }
    }

    /// Keys: of the list, or of a card that is read.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        let first = match self.reading {
            Some(_) => Scope::Card,
            None => Scope::Menu,
        };
        vec![first, Scope::Played, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Cards)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if *input == Input::Command(Command::Cards) {
            return Flow::Close;
        }
        if self.reading.is_some() {
            return match input {
                Input::Command(Command::Confirm | Command::Back) | Input::Click(..) => {
                    self.reading = None;
                    Flow::Stay
                }
                Input::Command(_) => Flow::Ignored,
                _ => Flow::Stay,
            };
        }
        let lines = lines(desk);
        let place = place(desk);
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => self.open(index, desk),
        }
    }

    fn open(&mut self, index: usize, desk: &mut Desk) -> Flow {
        let Some(on) = of(desk, all).and_then(|all| all.into_iter().nth(index)) else {
            return Flow::Stay;
        };
        let On::Asked(id) = on else {
            self.reading = Some(on);
            return Flow::Stay;
        };
        // The timer stands still: what is asked for would cost nothing.
        if desk.session().is_some_and(|s| s.play.frozen().is_some()) {
            return Flow::Say(desk.words().cards_frozen().to_owned());
        }
        let minutes = of(desk, |_, scenario| {
            scenario.card(&id).map(|card| card.minutes)
        });
        let now = desk.now;
        let minutes = minutes.flatten().unwrap_or(0);
        if desk.advance(|session| session.reveal(&id, minutes, now)) {
            self.reading = Some(On::Card(id));
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.cards_title());
        match &self.reading {
            Some(on) => draw_card(on, desk, area, canvas),
            None => self.menu.draw(&lines(desk), area, canvas.look, canvas.buf),
        }
    }
}

/// What is made of the session and the scenario that it plays, if it plays one that is known.
fn of<T>(desk: &Desk, make: impl FnOnce(&Session, &Scenario) -> T) -> Option<T> {
    let session = desk.session()?;
    Some(make(session, content::scenario_of(session)?))
}

fn place(desk: &Desk) -> Rect {
    inside(desk.areas.window(SIZE.0, SIZE.1))
}

/// All that is on the lines which open something, in their order.
fn all(session: &Session, scenario: &Scenario) -> Vec<On> {
    let asked = scenario.cards.iter().filter(|card| !known(session, card));
    let mut all: Vec<On> = asked.map(|card| On::Asked(card.id.clone())).collect();
    all.extend(known_by(session).into_iter().map(|(_, on)| on));
    all
}

fn known(session: &Session, card: &Card) -> bool {
    Play::has(&session.play.revealed, &card.id)
}

/// What is known, with its minute, the latest first.
fn known_by(session: &Session) -> Vec<(u32, On)> {
    let play = &session.play;
    let cards = play
        .revealed
        .iter()
        .map(|given| (given.minute, On::Card(given.id.clone())));
    let injects = play.injected.iter();
    let injects = injects.map(|given| (given.minute, On::Inject(given.id.clone())));
    let mut known: Vec<(u32, On)> = cards.chain(injects).collect();
    known.order_by_key(|(minute, _)| *minute);
    known.reverse();
    known
}

fn lines(desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    of(desk, |session, scenario| {
        let mut lines = vec![Line::heading(words.cards_ask().to_owned())];
        let asked = scenario.cards.iter().filter(|card| !known(session, card));
        lines.extend(asked.map(|card| Line {
            cells: vec![(0, card.ask.to_string(), Role::Body)],
            right: Some((words.minutes(card.minutes), Role::Aside)),
            opens: true,
            ..Line::default()
        }));
        if lines.len() == 1 {
            lines.push(Line::note(words.cards_all_asked().to_owned(), Role::Aside));
        }
        lines.push(Line::blank());
        lines.push(Line::heading(words.cards_known().to_owned()));
        let known = known_by(session);
        if known.is_empty() {
            lines.push(Line::note(
                words.cards_nothing_known().to_owned(),
                Role::Aside,
            ));
        }
        lines.extend(known.iter().map(|(minute, on)| Line {
            cells: vec![(0, told(on, scenario).0, Role::Strong)],
            right: Some((words.cards_minute(*minute), Role::Aside)),
            opens: true,
            ..Line::default()
        }));
        lines
    })
    .unwrap_or_else(|| vec![Line::note(words.train_unknown().to_owned(), Role::See)])
}

/// The title and the text of what is read.
fn told(on: &On, scenario: &Scenario) -> (String, String) {
    let (title, text) = match on {
        On::Asked(id) | On::Card(id) => {
            let card = scenario.card(id);
            (card.map(|c| c.ask.clone()), card.map(|c| c.text.clone()))
        }
        On::Inject(id) => {
            let inject = scenario.inject(id);
            (
                inject.map(|i| i.title.clone()),
                inject.map(|i| i.text.clone()),
            )
        }
    };
    let shown = |text: Option<crate::domain::text::Text>| text.unwrap_or_default().to_string();
    (shown(title), shown(text))
}

fn draw_card(on: &On, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let Some((title, text)) = of(desk, |_, scenario| told(on, scenario)) else {
        return;
    };
    let used = canvas.text(area, &title, Role::Title);
    let rest = Rect {
        y: area.y + used + 1,
        height: area.height.saturating_sub(used + 1),
        ..area
    };
    canvas.text(rest, &text, Role::Body);
    let foot = Rect {
        y: area.bottom().saturating_sub(1),
        height: 1,
        ..area
    };
    canvas.line(foot, words.cards_back(), Role::Aside);
}
