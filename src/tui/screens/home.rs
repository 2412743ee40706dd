//! Home: the way in. What can be begun, then the sessions, newest first.

mod past;
mod prepare;
mod waiting;

use super::decisions::Decisions;
use super::find::Find;
use super::help::Topic;
use super::plan::Plan;
use super::pool::Pool;
use super::settings::Settings;
use super::{Flow, Input, Screen, meeting};
use crate::content;
use crate::domain::session::Stage;
use crate::domain::text::Text;
use crate::store::{Entry, Listing, SessionHead};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc, Effect};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::Words;
use prepare::{Done, Preparing};
use ratatui::layout::Rect;
use std::ops::Range;
use std::path::Path;

/// Column of what is said beside an entry.
const ASIDE: u16 = 24;
/// Columns of a session's line: its day, its number, its title.
const COLUMNS: (u16, u16, u16) = (2, 14, 22);

/// Entries above and below the one with the focus that may be in sight: more than the highest screen has rows.
const AROUND: usize = 512;

/// What an entry opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To<'a> {
    Session(&'a Entry),
    Analysis(&'a Path),
    New,
    Prepare,
    Pool,
    Plan,
    Decisions,
    Find,
    Year,
    Train,
    Settings,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Home {
    menu: Menu,
    preparing: Option<Preparing>,
}

impl Home {
    /// Home.
    pub fn new(_desk: &Desk) -> Self {
        Self::default()
    }

    /// The folder was read again.
    pub fn refresh(&mut self, _desk: &Desk) {
        self.menu.cursor = 0;
    }

    /// What was still being read is there: whoever has chosen an entry meanwhile stays on it.
    pub fn come(&mut self, desk: &Desk) {
        let resumes = current(&desk.listing).is_some();
        if self.menu.cursor > 0 && resumes {
            self.menu.cursor += 1;
        }
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        match &self.preparing {
            Some(preparing) => preparing.scopes(desk),
            None => vec![Scope::Home, Scope::Menu, Scope::Letters],
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if self.preparing.is_some() {
            return self.prepare(input, desk);
        }
        if *input == Input::Command(Command::Add) {
            return begin(desk);
        }
        if *input == Input::Command(Command::CompareFiles) {
            if let Some(To::Session(entry)) = ways(&desk.listing).get(self.menu.cursor) {
                let path = entry.path.clone();
                desk.ask(Effect::CompareFiles(Some(path)));
            }
            return Flow::Stay;
        }
        let page = desk.areas.full;
        let lines = self.lines(desk);
        match self.menu.take(input, &lines, page, desk.prefs.theme.page()) {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => self.open(index, desk),
        }
    }

    fn open(&mut self, index: usize, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let wanted = match ways(&desk.listing).get(index).copied() {
            Some(To::Session(entry)) => match &entry.state {
                Ok(_) => Effect::OpenSession(entry.path.clone()),
                Err(problem) => return Flow::Say(words.problem(problem)),
            },
            Some(To::Analysis(path)) => Effect::OpenAnalysis(path.to_owned()),
            Some(To::New) => return begin(desk),
            Some(To::Prepare) => {
                self.preparing = Some(Preparing::default());
                return Flow::Stay;
            }
            Some(To::Pool) => return Flow::Push(Pool::default().into()),
            Some(To::Plan) => return Flow::Push(Plan::new(desk).into()),
            Some(To::Decisions) => return Flow::Push(Decisions::new(desk).into()),
            Some(To::Find) => return Flow::Push(Find::new(&Text::default(), desk).into()),
            Some(To::Year) => return Flow::Push(Screen::year(desk)),
            Some(To::Train) => return Flow::Push(Screen::training()),
            Some(To::Settings) => return Flow::Push(Settings::default().into()),
            None => return Flow::Ignored,
        };
        desk.ask(wanted);
        Flow::Stay
    }

    /// The window in which a meeting is prepared.
    fn prepare(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Some(preparing) = &mut self.preparing else {
            return Flow::Ignored;
        };
        match preparing.update(input, desk) {
            Done::No(flow) => return flow,
            Done::GivenUp => self.preparing = None,
            Done::Yes(effect) => {
                self.preparing = None;
                desk.ask(effect);
            }
        }
        Flow::Stay
    }

    /// Help here.
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Home
    }

    /// The lines, those that open something in the order of [`ways`].
    fn lines(&self, desk: &Desk) -> Vec<Line> {
        let (words, listing) = (desk.words(), &desk.listing);
        let mut lines = Vec::new();
        for way in ways(listing) {
            match way {
                To::Session(entry) if lines.is_empty() => lines.push(resume(entry, words)),
                To::Session(_) | To::Analysis(_) => {}
                way => lines.push(way_in(way, listing, words)),
            }
        }
        lines.extend(waiting::pending(desk));
        let problems = listing.unread();
        lines.extend(problems.map(|p| Line::note(words.problem(p), Role::See)));
        lines.extend(past::too_old(desk));
        lines.push(Line::blank());
        lines.push(Line::heading(words.home_sessions(listing.sessions.len())));
        if listing.sessions.is_empty() {
            let said = if listing.coming {
                words.home_coming()
            } else {
                words.home_no_sessions()
            };
            lines.push(Line::note(said.to_owned(), Role::Aside));
        }
        let near = self.near(&lines);
        lines.extend(past::lines(&listing.sessions, &near, desk));
        if !listing.simulations.is_empty() {
            lines.push(Line::blank());
            let n = listing.simulations.len();
            lines.push(Line::heading(words.home_simulations(n)));
        }
        let near = self.near(&lines);
        lines.extend(past::lines(&listing.simulations, &near, desk));
        lines
    }

    /// The places, in what follows these lines, that may be in sight.
    fn near(&self, lines: &[Line]) -> Range<usize> {
        let before = lines.iter().filter(|line| line.opens).count();
        let from = self.menu.cursor.saturating_sub(before + AROUND);
        from..(self.menu.cursor + AROUND).saturating_sub(before)
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        header(desk, canvas);
        let lines = self.lines(desk);
        self.menu
            .draw(&lines, canvas.areas.full, canvas.look, canvas.buf);
        if let Some(preparing) = &self.preparing {
            preparing.draw(desk, canvas);
        }
    }
}

fn begin(desk: &mut Desk) -> Flow {
    let date = desk.today();
    desk.ask(Effect::NewSession {
        date,
        begin: true,
        left_out: Vec::new(),
    });
    Flow::Stay
}

/// The header outside a meeting: whose workspace it is, and the state of saving.
pub fn header(desk: &Desk, canvas: &mut Canvas) {
    let area = canvas.areas.header;
    let team = &desk.team.doc.name;
    let name = team.filled().unwrap_or("crex");
    let width = area.width.saturating_sub(20);
    canvas.line(Rect { width, ..area }, name, Role::Strong);
    meeting::draw_saving(desk, Doc::Team, canvas);
    canvas.rule();
}

/// The session to resume: the one opened last unless it is sealed, else the newest that is under way or was adjourned.
fn current(listing: &Listing) -> Option<&Entry> {
    let open = |entry: &&Entry| matches!(&entry.state, Ok(head) if !head.sealed);
    let all = || listing.sessions.iter().chain(&listing.simulations);
    let last = all().find(|entry| Some(&entry.path) == listing.last.as_ref());
    last.filter(open).or_else(|| {
        let begun = |entry: &&Entry| {
            matches!(&entry.state, Ok(head) if !head.sealed && head.stage != Stage::Prepared)
        };
        listing.sessions.iter().find(begun)
    })
}

/// What the entries open, in their order.
fn ways(listing: &Listing) -> Vec<To<'_>> {
    let mut ways: Vec<To> = current(listing).map(To::Session).into_iter().collect();
    ways.extend([To::New, To::Prepare, To::Pool, To::Plan, To::Decisions]);
    ways.extend([To::Find, To::Year, To::Settings, To::Train]);
    let pending = listing.pending();
    ways.extend(pending.map(|(path, _)| To::Analysis(path)));
    let all = listing.sessions.iter().chain(&listing.simulations);
    ways.extend(all.map(To::Session));
    ways
}

fn resume(entry: &Entry, words: Words) -> Line {
    let aside = entry.state.as_ref().map_or_else(
        |_| entry.file_name.clone(),
        |head| {
            let mut parts = vec![named(head, words), words.date(head.date)];
            parts.push(match head.reached {
                Some(step) => words.home_at_step(content::step(step).name.get(words.0)),
                None => words.home_not_begun().to_owned(),
            });
            parts.join(" · ")
        },
    );
    line(words.home_resume(), aside)
}

fn named(head: &SessionHead, words: Words) -> String {
    let number = match head.number {
        0 => words.crex_plain().to_owned(),
        n => words.crex_number(n),
    };
    let simulation = head.simulation.then(|| words.home_simulation());
    simulation.map_or(number.clone(), |mark| format!("{mark}, {number}"))
}

fn line(name: &str, aside: String) -> Line {
    Line {
        cells: vec![
            (0, name.to_owned(), Role::Strong),
            (ASIDE, aside, Role::Aside),
        ],
        opens: true,
        ..Line::default()
    }
}

fn way_in(way: To, listing: &Listing, words: Words) -> Line {
    let (name, aside) = match way {
        To::New => (words.home_new(), words.home_new_aside().to_owned()),
        To::Prepare => (words.home_prepare(), words.home_prepare_aside().to_owned()),
        To::Pool => (words.home_pool(), pool(listing, words)),
        To::Plan => (words.plan_title(), words.home_plan_aside().to_owned()),
        To::Decisions => (
            words.decisions_title(),
            words.home_decisions_aside().to_owned(),
        ),
        To::Find => (words.find_title(), words.home_find_aside().to_owned()),
        To::Year => (words.home_yearly(), words.home_yearly_aside().to_owned()),
        To::Settings => (
            words.home_settings(),
            words.home_settings_aside().to_owned(),
        ),
        To::Train | To::Session(_) | To::Analysis(_) => {
            (words.home_train(), words.home_train_aside().to_owned())
        }
    };
    line(name, aside)
}

fn pool(listing: &Listing, words: Words) -> String {
    if listing.coming {
        return String::new();
    }
    let damaged = listing.incidents.iter().filter(|f| f.1.is_err()).count();
    let mut said = match listing.waiting().count() {
        0 => words.home_pool_none().to_owned(),
        n => words.home_pool_some(n),
    };
    if damaged > 0 {
        said = format!("{said} · {}", words.home_pool_damaged(damaged));
    }
    said
}
