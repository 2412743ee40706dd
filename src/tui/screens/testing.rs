//! A test taken on the passed keyboard: each one alone, under a code of their own. What is answered never shows; a sheet is
//! kept once it is whole, and lies among the others in the order of their codes.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::domain::played::order_of;
use crate::domain::scenario::Kit;
use crate::domain::simulation::{Round, Sheet};
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::alone::{Pen, centred, draw_keys};

/// Shortest code.
const SHORTEST: usize = 2;
/// Longest code, in characters.
const LONGEST: usize = 12;
/// Highest mark of the self-assessment.
const MOST: u8 = 10;

/// Where the person at the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Curtain,
    Code,
    Question(usize),
    Mark(usize),
}

/// The screen.
#[derive(Debug)]
pub struct Testing {
    round: Round,
    kit: Kit,
    /// The questions in the order in which they are asked.
    order: Vec<usize>,
    at: At,
    sheet: Sheet,
    typed: String,
    said: Option<String>,
    /// A code unknown before is confirmed twice.
    sure: bool,
}

impl Testing {
    /// The test of this round, if the scenario is known.
    pub fn new(round: Round, desk: &Desk) -> Option<Self> {
        let (session, _, kit) = desk.played().filter(|_| desk.read_only().is_none())?;
        let order = order_of(session, kit.quiz.len(), round);
        Some(Self {
            round,
            kit,
            order,
            at: At::Curtain,
            sheet: Sheet::default(),
            typed: String::new(),
            said: None,
            sure: false,
        })
    }

    /// The only keys that hold.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![match self.at {
            At::Curtain => Scope::Alone,
            _ => Scope::Test,
        }]
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Alone)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Input::Command(command) = input else {
            return Flow::Stay;
        };
        if *command == Command::Quit {
            return Flow::Ignored;
        }
        self.said = None;
        match (self.at, command) {
            (At::Curtain, Command::Back) => return Flow::Close,
            (At::Curtain, Command::Confirm) => self.begin(),
            (At::Curtain, _) => {}
            (at, Command::Back) => {
                self.at = At::Curtain;
                let begun = at != At::Code;
                self.said = begun.then(|| desk.words().test_thrown().to_owned());
            }
            (At::Code, command) => self.on_code(*command, desk),
            (At::Question(n), command) => self.on_question(n, *command, desk),
            (At::Mark(n), command) => self.on_mark(n, *command, desk),
        }
        Flow::Stay
    }

    fn begin(&mut self) {
        self.sheet = Sheet {
            round: self.round,
            quiz: vec![None; self.kit.quiz.len()],
            marks: vec![None; self.kit.self_assessment.len()],
            ..Sheet::default()
        };
        self.typed.clear();
        self.sure = false;
        self.at = At::Code;
    }

    fn on_code(&mut self, command: Command, desk: &mut Desk) {
        let words = desk.words();
        match command {
            Command::Type(c) if self.typed.chars().count() < LONGEST && !c.is_whitespace() => {
                self.typed.extend(c.to_uppercase());
                self.sure = false;
            }
            Command::Backspace => drop(self.typed.pop()),
            Command::Confirm if self.typed.chars().count() < SHORTEST => {
                self.said = Some(words.test_code_short().to_owned());
            }
            Command::Confirm => {
                let code = Text::line(&self.typed);
                let sheets = desk.session().map(|s| s.play.sheets.as_slice());
                let sheets = sheets.unwrap_or_default();
                let known =
                    |round: Round| sheets.iter().any(|s| s.round == round && s.code == code);
                let earlier = sheets.iter().any(|s| s.round == Round::Before);
                if known(self.round) {
                    self.said = Some(words.test_code_used().to_owned());
                } else if self.round == Round::After
                    && earlier
                    && !known(Round::Before)
                    && !self.sure
                {
                    self.sure = true;
                    self.said = Some(words.test_code_new().to_owned());
                } else {
                    self.sheet.code = code;
                    self.go(At::Question(0), desk);
                }
            }
            _ => {}
        }
    }

    fn on_question(&mut self, n: usize, command: Command, desk: &mut Desk) {
        let Some(question) = self.order.get(n).copied() else {
            return;
        };
        let answers = self.kit.quiz.get(question).map_or(0, |q| q.answers.len());
        match command {
            // Enter after a letter would pass over the next question unseen.
            Command::Type(' ') => self.go(At::Question(n + 1), desk),
            Command::Type(c) => {
                let picked = place_of(c).filter(|picked| usize::from(*picked) < answers);
                if let (Some(picked), Some(slot)) = (picked, self.sheet.quiz.get_mut(question)) {
                    *slot = Some(picked);
                    self.go(At::Question(n + 1), desk);
                }
            }
            Command::Backspace if n > 0 => self.at = At::Question(n - 1),
            _ => {}
        }
    }

    fn on_mark(&mut self, n: usize, command: Command, desk: &mut Desk) {
        match command {
            Command::Type(c) => {
                if let Some(digit) = digit_of(c).filter(|_| self.typed.len() < 2) {
                    self.typed.push(digit);
                }
            }
            Command::Backspace if self.typed.is_empty() => {
                let last = self.order.len().saturating_sub(1);
                self.at = match n {
                    0 => At::Question(last),
                    n => At::Mark(n - 1),
                };
            }
            Command::Backspace => drop(self.typed.pop()),
            Command::Confirm => {
                let mark: Option<u8> = self.typed.parse().ok();
                if mark.is_some_and(|mark| mark > MOST) {
                    self.said = Some(desk.words().test_mark_wrong().to_owned());
                    self.typed.clear();
                    return;
                }
                if let Some(slot) = self.sheet.marks.get_mut(n).filter(|_| mark.is_some()) {
                    *slot = mark;
                }
                self.go(At::Mark(n + 1), desk);
            }
            _ => {}
        }
    }

    /// Goes there, over what there is none of; after the last line the sheet is kept.
    fn go(&mut self, to: At, desk: &mut Desk) {
        self.typed.clear();
        self.at = match to {
            At::Question(n) if n >= self.order.len() => At::Mark(0),
            to => to,
        };
        if matches!(self.at, At::Mark(n) if n >= self.sheet.marks.len()) {
            let sheet = std::mem::take(&mut self.sheet);
            desk.advance(|session| session.play.add_sheet(sheet));
            self.at = At::Curtain;
            self.said = Some(desk.words().test_kept().to_owned());
        }
    }

    /// Draws over the whole screen.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.areas.screen;
        let inner = centred(area);
        let mut pen = Pen {
            x: inner.x,
            y: area.y + area.height / 6,
            wide: inner.width,
            bottom: area.bottom().saturating_sub(2),
        };
        match self.at {
            At::Curtain => self.draw_curtain(&mut pen, desk, canvas),
            At::Code => {
                pen.text(words.test_code(), Role::Title, canvas);
                pen.skip(1);
                let said = match self.round {
                    Round::Before => words.test_code_said(),
                    Round::After => words.test_code_again(),
                };
                pen.text(said, Role::Body, canvas);
                pen.skip(1);
                self.draw_typed(&mut pen, canvas);
            }
            At::Question(n) => self.draw_question(n, &mut pen, desk, canvas),
            At::Mark(n) => {
                let all = self.kit.self_assessment.len();
                pen.text(&words.test_mark(n + 1, all), Role::Aside, canvas);
                pen.skip(1);
                let line = self.kit.self_assessment.get(n);
                pen.text(line.map_or("", Text::as_str), Role::Title, canvas);
                pen.skip(1);
                pen.text(words.test_mark_said(), Role::Body, canvas);
                pen.skip(1);
                self.draw_typed(&mut pen, canvas);
            }
        }
        if let Some(said) = &self.said {
            pen.skip(1);
            pen.text(said, Role::See, canvas);
        }
        draw_keys(&self.scopes(desk), words, inner, area, canvas);
    }

    fn draw_curtain(&self, pen: &mut Pen, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let sheets = desk.session().map(|s| s.play.sheets_of(self.round).count());
        pen.large(words.test_next(), canvas);
        pen.skip(2);
        pen.text(words.test_come(), Role::Strong, canvas);
        pen.text(words.test_open(), Role::Body, canvas);
        pen.skip(1);
        let sheets = words.test_sheets(sheets.unwrap_or(0));
        pen.text(&sheets, Role::Aside, canvas);
    }

    fn draw_question(&self, n: usize, pen: &mut Pen, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let at = self.order.get(n).copied().unwrap_or(0);
        let Some(question) = self.kit.quiz.get(at) else {
            return;
        };
        let all = self.order.len();
        pen.text(&words.test_question(n + 1, all), Role::Aside, canvas);
        pen.skip(1);
        pen.text(question.text.as_str(), Role::Title, canvas);
        for (letter, answer) in ('a'..).zip(&question.answers) {
            pen.skip(1);
            pen.text(&format!("{letter}   {answer}"), Role::Body, canvas);
        }
        pen.skip(1);
        pen.text(words.test_answer(), Role::Aside, canvas);
    }

    /// What is typed, as dots.
    fn draw_typed(&self, pen: &mut Pen, canvas: &mut Canvas) {
        let dots = canvas.look.signs.bullet.repeat(self.typed.chars().count());
        let lead = canvas.look.signs.leads;
        pen.text(&format!("{lead} {dots}"), Role::Title, canvas);
    }
}

/// Which answer a key picks: its letter, or its digit on either row of an AZERTY keyboard.
fn place_of(c: char) -> Option<u8> {
    let letter = c.to_ascii_lowercase();
    if ('a'..='e').contains(&letter) {
        return u8::try_from(letter).ok().map(|byte| byte - b'a');
    }
    let digit = digit_of(c)?.to_digit(10)?;
    u8::try_from(digit).ok()?.checked_sub(1)
}

/// The digit that a key stands for, unshifted AZERTY keys included.
fn digit_of(c: char) -> Option<char> {
    const AZERTY: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
    if c.is_ascii_digit() {
        return Some(c);
    }
    let place = AZERTY.iter().position(|key| *key == c)?;
    char::from_digit(u32::try_from(place).ok()?, 10)
}
