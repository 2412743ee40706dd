//! The control room of the trainer, on the wall: freeze the picture, give an inject now, hand out a challenge, rate what is
//! observed, the speed of time. It tells when something comes, never what; the second terminal does.

use super::help::{Topic, Window};
use super::observe::Observe;
use super::passing::{Handed, Passing};
use super::{Flow, Input};
use crate::domain::code::Code;
use crate::domain::scenario::{Kit, Scenario};
use crate::domain::session::Session;
use crate::domain::simulation::{Play, Speed};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::Words;
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (78, 32);
/// Column of what is said beside an entry.
const ASIDE: u16 = 24;

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Do {
    Freeze(Code),
    Inject(Code),
    Challenge(usize),
    Observe,
    Speed(Speed),
}

/// The window.
#[derive(Debug, Default)]
pub struct Trainer {
    menu: Menu,
}

/// What the entries are made from.
struct Played<'a> {
    session: &'a Session,
    scenario: &'a Scenario,
    kit: Kit,
}

impl<'a> Played<'a> {
    fn of(desk: &'a Desk) -> Option<Self> {
        let (session, scenario, kit) = desk.played()?;
        Some(Self {
            session,
            scenario,
            kit,
        })
    }

    /// The question for a freeze at the step under way that was not asked yet; none: an empty code.
    fn prompt(&self) -> Code {
        let step = self.session.running().map(|row| row.step);
        let asked = |id: &Code| self.session.play.freezes.iter().any(|f| f.prompt == *id);
        let mut prompts = self.scenario.prompts.iter();
        let next = prompts.find(|prompt| Some(prompt.step) == step && !asked(&prompt.id));
        next.map(|prompt| prompt.id.clone()).unwrap_or_default()
    }

    fn entries(&self, words: Words) -> Vec<(Option<Do>, Line)> {
        let mut entries = self.now(words);
        entries.extend(self.injects(words));
        entries.extend(self.challenges(words));
        entries.extend(self.watching(words));
        entries
    }

    fn now(&self, words: Words) -> Vec<(Option<Do>, Line)> {
        let prompt = self.prompt();
        let aside = if prompt.is_empty() {
            words.trainer_freeze_bare()
        } else {
            words.trainer_freeze_prompt()
        };
        let freeze = line(words.trainer_freeze().to_owned(), aside.to_owned());
        vec![
            heading(words.trainer_now()),
            (Some(Do::Freeze(prompt)), freeze),
        ]
    }

    fn injects(&self, words: Words) -> Vec<(Option<Do>, Line)> {
        let given = |id: &Code| {
            let mut given = self.session.play.injected.iter();
            given
                .find(|given| given.id == *id)
                .map(|given| given.minute)
        };
        let entry = |(at, inject): (usize, &crate::domain::scenario::Inject)| {
            let name = words.trainer_inject(at + 1);
            match (given(&inject.id), inject.minute) {
                (Some(minute), _) => (None, done(name, words.trainer_given(minute))),
                (None, 0) => (
                    Some(Do::Inject(inject.id.clone())),
                    line(name, words.trainer_inject_asked().to_owned()),
                ),
                (None, minute) => (
                    Some(Do::Inject(inject.id.clone())),
                    line(name, words.trainer_inject_at(minute)),
                ),
            }
        };
        part(
            words.trainer_injects(),
            self.scenario.injects.iter().enumerate().map(entry),
        )
    }

    fn challenges(&self, words: Words) -> Vec<(Option<Do>, Line)> {
        // Which seat bears it is told on the second terminal alone.
        let dealt = |id: &Code| {
            let mut dealt = self.session.play.dealt.iter();
            dealt.any(|dealt| dealt.challenge == *id)
        };
        let entry = |(at, challenge): (usize, &crate::domain::scenario::Challenge)| {
            let aside = if dealt(&challenge.id) {
                words.trainer_challenge_dealt()
            } else {
                words.trainer_challenge_free()
            };
            let mut line = line(words.trainer_challenge(at + 1), aside.to_owned());
            if Play::has(&self.session.play.challenged, &challenge.id) {
                line.right = Some((words.trainer_started().to_owned(), Role::Done));
            }
            (Some(Do::Challenge(at)), line)
        };
        part(
            words.trainer_challenges(),
            self.kit.challenges.iter().enumerate().map(entry),
        )
    }

    fn watching(&self, words: Words) -> Vec<(Option<Do>, Line)> {
        let all = self.kit.observation.len();
        let rated = self.session.play.observed.iter();
        let rated = rated.filter(|observed| observed.score.is_some()).count();
        let observe = line(
            words.trainer_observe().to_owned(),
            words.trainer_observed(rated, all),
        );
        let speed = self.session.play.clock.speed;
        let next = match speed {
            Speed::Real => Speed::Double,
            Speed::Double => Speed::Five,
            Speed::Five => Speed::Real,
        };
        let time = line(
            words.trainer_speed().to_owned(),
            words.trainer_speed_is(speed),
        );
        part(
            words.trainer_watching(),
            [(Some(Do::Observe), observe), (Some(Do::Speed(next)), time)].into_iter(),
        )
    }
}

fn heading(text: &str) -> (Option<Do>, Line) {
    (None, Line::heading(text.to_owned()))
}

fn part(title: &str, entries: impl Iterator<Item = (Option<Do>, Line)>) -> Vec<(Option<Do>, Line)> {
    let mut out: Vec<(Option<Do>, Line)> = entries.collect();
    if !out.is_empty() {
        out.splice(0..0, [(None, Line::blank()), heading(title)]);
    }
    out
}

fn line(name: String, aside: String) -> Line {
    Line {
        cells: vec![(0, name, Role::Strong)],
        beside: Some((ASIDE, aside, Role::Aside)),
        opens: true,
        ..Line::default()
    }
}

fn done(name: String, aside: String) -> Line {
    Line {
        cells: vec![(0, name, Role::Aside), (ASIDE, aside, Role::Done)],
        ..Line::default()
    }
}

impl Trainer {
    /// Keys.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Menu, Scope::Played, Scope::Letters]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Trainer)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if *input == Input::Command(Command::Trainer) {
            return Flow::Close;
        }
        let words = desk.words();
        let entries = Played::of(desk).map(|played| played.entries(words));
        let (does, lines): (Vec<Option<Do>>, Vec<Line>) =
            entries.unwrap_or_default().into_iter().unzip();
        let place = place(desk);
        match self
            .menu
            .take(input, &lines, place, desk.prefs.theme.page())
        {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => {
                let wanted = does.into_iter().flatten().nth(index);
                wanted.map_or(Flow::Stay, |wanted| perform(wanted, desk))
            }
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.window(SIZE.0, SIZE.1, words.trainer_title());
        let used = canvas.text(area, words.trainer_said(), Role::Aside) + 1;
        let entries = Played::of(desk).map(|played| played.entries(words));
        let unknown = || {
            let said = Line::note(words.train_unknown().to_owned(), Role::See);
            vec![(None, said)]
        };
        let lines = entries.unwrap_or_else(unknown).into_iter();
        let lines: Vec<Line> = lines.map(|(_, line)| line).collect();
        self.menu
            .draw(&lines, below(area, used), canvas.look, canvas.buf);
    }
}

fn below(area: Rect, used: u16) -> Rect {
    Rect {
        y: area.y + used,
        height: area.height.saturating_sub(used),
        ..area
    }
}

fn place(desk: &Desk) -> Rect {
    let area = inside(desk.areas.window(SIZE.0, SIZE.1));
    let wide = usize::from(area.width);
    let rows = crate::tui::widgets::wrap::n_rows(desk.words().trainer_said(), wide);
    below(area, u16::try_from(rows).unwrap_or(1) + 1)
}

fn perform(wanted: Do, desk: &mut Desk) -> Flow {
    let (now, room) = (desk.now, desk.room);
    match wanted {
        Do::Freeze(prompt) => {
            desk.advance(|session| session.freeze(prompt, now));
            Flow::Close
        }
        Do::Inject(id) => {
            desk.advance(|session| session.give_inject(&id, now));
            Flow::CloseAnd(Command::Cards)
        }
        Do::Challenge(at) => hand_out(at, desk),
        Do::Observe => Flow::Push(Observe::default().into()),
        Do::Speed(speed) => {
            desk.advance(|session| session.play.clock.turn(speed, room));
            desk.tell_time(room);
            Flow::Stay
        }
    }
}

/// Has one person read a challenge alone.
fn hand_out(at: usize, desk: &mut Desk) -> Flow {
    let words = desk.words();
    let found = Played::of(desk).and_then(|played| {
        let challenge = played.kit.challenges.get(at)?.clone();
        let mut dealt = played.session.play.dealt.iter();
        let seat = dealt.find(|dealt| dealt.challenge == challenge.id);
        Some((seat.map(|dealt| dealt.seat), challenge))
    });
    let Some((seat, challenge)) = found else {
        return Flow::Stay;
    };
    let now = desk.now;
    desk.advance(|session| session.challenge(&challenge.id, now));
    let who = seat.map_or(words.pass_someone().to_owned(), |seat| {
        words.pass_seat(seat)
    });
    let handed = Handed {
        who,
        title: challenge.name.to_string(),
        texts: vec![challenge.card.to_string()],
    };
    Flow::Push(Passing::new(vec![handed]).into())
}
