//! A paper on the screen: the options with their letters and what is written beside them, in one column or two; and what a
//! character typed means on it.

use crate::domain::ballot::{Answer, Ballot, Method, Subject};
use crate::domain::draft::{Draft, Refusal};
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::{fit, n_rows};
use crate::words::Words;
use ratatui::layout::Rect;

/// Where text begins: after the bar of the focus and a space.
const INDENT: u16 = 2;
/// Columns of the letter.
const LETTER: u16 = 4;
/// Points that are drawn as dots; more are told as a number.
const DOTS: u32 = 5;
/// Narrowest place for two columns.
const TWO_FROM: u16 = 52;

/// The options as they are drawn.
pub struct Sheet<'a> {
    /// The vote.
    pub ballot: &'a Ballot,
    /// What is written, if it is to be seen beside the options.
    pub draft: Option<&'a Draft>,
    /// Whether it is written in secret signs.
    pub masked: bool,
    /// The option in focus.
    pub focus: Option<usize>,
}

impl Sheet<'_> {
    /// Columns of what is written beside a letter.
    fn mark_width(&self) -> u16 {
        if self.draft.is_none() {
            return 0;
        }
        match self.ballot.method {
            _ if self.masked => 3,
            Method::Points { cap, .. } => u16::try_from(cap.clamp(3, DOTS)).unwrap_or(3) + 2,
            Method::YesNo => 11,
            _ => 3,
        }
    }

    /// The place of each option in `area`, those out of sight left out, and the rows in all with those hidden above.
    fn places(&self, area: Rect) -> (Vec<(usize, Rect)>, usize, usize) {
        let live: Vec<usize> = self.ballot.live().map(|(i, _)| i).collect();
        let height = usize::from(area.height);
        let columns = if live.len() > height && area.width >= TWO_FROM {
            2
        } else {
            1
        };
        let wide = (area.width.saturating_sub(1) / columns).max(1);
        let heights = self.heights(&live, wide, height);
        let air = usize::from(live.len() + heights.iter().sum::<usize>() <= height + 1);
        let per_column = live.len().div_ceil(usize::from(columns));
        let mut all = Vec::new();
        let (mut y, mut most) = (0, 0);
        for (n, (option, rows)) in live.iter().zip(&heights).enumerate() {
            let column = u16::try_from(n / per_column.max(1)).unwrap_or(0);
            y = if n % per_column.max(1) == 0 { 0 } else { y };
            all.push((*option, column, y, *rows));
            y += rows + air;
            most = most.max(y - air);
        }
        let at = all.iter().find(|o| Some(o.0) == self.focus);
        let at = at.map_or(0, |(_, _, y, _)| *y);
        let top = at
            .saturating_sub(height / 2)
            .min(most.saturating_sub(height));
        let seen = all.into_iter().filter_map(|(option, column, y, rows)| {
            let y = u16::try_from(y.checked_sub(top)?).ok()?;
            let rows = u16::try_from(rows).unwrap_or(1);
            let place = Rect {
                x: area.x + column * wide,
                y: area.y + y,
                width: wide,
                height: rows.min(area.height.checked_sub(y)?),
            };
            (place.height > 0).then_some((option, place))
        });
        (seen.collect(), most, top)
    }

    /// Rows of each option: whole wordings where they fit, else one line each.
    fn heights(&self, live: &[usize], wide: u16, height: usize) -> Vec<usize> {
        let room = usize::from(self.room(wide));
        let rows = |i: &usize| n_rows(self.label(*i), room).max(1);
        let whole: Vec<usize> = live.iter().map(rows).collect();
        if whole.iter().sum::<usize>() <= height {
            whole
        } else {
            vec![1; live.len()]
        }
    }

    fn room(&self, wide: u16) -> u16 {
        let taken = INDENT + LETTER + self.mark_width() + 1;
        wide.saturating_sub(taken).max(8)
    }

    fn label(&self, option: usize) -> &str {
        let found = self.ballot.options.get(option);
        found.map_or("", |o| o.label.as_str())
    }

    /// Rows that the whole wordings take in one column of this width.
    pub fn rows(&self, wide: u16) -> usize {
        let room = usize::from(self.room(wide.saturating_sub(1)));
        let live = self.ballot.live().map(|(i, _)| i);
        live.map(|i| n_rows(self.label(i), room).max(1)).sum()
    }

    /// Rows that the options take in `area`.
    pub fn height(&self, area: Rect) -> u16 {
        let (_, total, _) = self.places(area);
        u16::try_from(total).unwrap_or(area.height).min(area.height)
    }

    /// The whole wording of the option in focus, where the options are cut.
    pub fn cut(&self, area: Rect) -> Option<&str> {
        let (places, _, _) = self.places(area);
        let at = places.into_iter().find(|(i, _)| Some(*i) == self.focus);
        let (option, place) = at?;
        let rows = n_rows(self.label(option), usize::from(self.room(place.width)));
        (rows > usize::from(place.height)).then(|| self.label(option))
    }

    /// Rows that the options take at least: one each, in two columns.
    pub fn least(&self) -> u16 {
        u16::try_from(self.ballot.live().count().div_ceil(2)).unwrap_or(u16::MAX)
    }

    /// The option under a click.
    pub fn hit(&self, area: Rect, col: u16, row: u16) -> Option<usize> {
        let (places, _, _) = self.places(area);
        let under = |place: &Rect| place.contains((col, row).into());
        let found = places.into_iter().find(|(_, place)| under(place));
        found.map(|(option, _)| option)
    }

    /// Draws the options.
    pub fn draw(&self, words: Words, area: Rect, canvas: &mut Canvas) {
        let signs = canvas.look.signs;
        let (places, total, top) = self.places(area);
        for (option, place) in places {
            self.draw_option(option, words, place, canvas);
        }
        let style = canvas.look.style(Role::Aside);
        Scroll { top }.draw_thumb(canvas.buf, area, total, signs.thumb, style);
    }

    fn draw_option(&self, option: usize, words: Words, place: Rect, canvas: &mut Canvas) {
        let signs = canvas.look.signs;
        let cell = |x: u16, width: u16| Rect {
            x: place.x + x,
            width: width.min(place.width.saturating_sub(x)),
            ..place
        };
        let focused = self.focus == Some(option);
        if focused {
            canvas.line(cell(0, 1), signs.focus, Role::Mark);
        }
        let letter = self.ballot.sign(option).to_string();
        canvas.line(cell(INDENT, 1), &letter, Role::Strong);
        let wide = self.mark_width();
        let mark = self.mark(option, words, &signs);
        let given = self.draft.is_some_and(|d| is_given(d, option));
        let voice = if given { Role::Title } else { Role::Aside };
        canvas.line(cell(INDENT + LETTER, wide), &mark, voice);
        let text = cell(INDENT + LETTER + wide, self.room(place.width));
        let role = if focused || (given && !self.masked) {
            Role::Strong
        } else {
            Role::Body
        };
        if place.height == 1 {
            let label = fit(self.label(option), usize::from(text.width));
            canvas.line(text, &label, role);
        } else {
            canvas.text(text, self.label(option), role);
        }
    }

    /// What is written beside an option.
    fn mark(&self, option: usize, words: Words, signs: &Signs) -> String {
        let Some(draft) = self.draft else {
            return String::new();
        };
        if !is_given(draft, option) {
            let every = !self.ballot.method.is_lettered();
            return if every { signs.not_yet } else { "" }.to_owned();
        }
        if self.masked {
            return signs.bullet.to_owned();
        }
        match self.ballot.method {
            Method::Hands { .. } => signs.done.to_owned(),
            Method::Weighted | Method::Score | Method::Levels { .. } => {
                draft.points(option).to_string()
            }
            Method::Points { .. } => match draft.points(option) {
                n if n <= DOTS => signs.dot.repeat(n as usize),
                n => format!("{n} {}", signs.dot),
            },
            Method::YesNo => {
                let answer = draft.answered(option).unwrap_or_default();
                words.paper_answer(answer).to_owned()
            }
        }
    }
}

/// Whether something is written beside an option.
fn is_given(draft: &Draft, option: usize) -> bool {
    draft.picks().contains(&option) || draft.marked(option).is_some()
}

/// Why a character does not go on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum No {
    /// The paper refuses it.
    Refused(Refusal),
    /// It is no answer of this vote.
    NoAnswer,
}

/// Writes what a character means: the letter of an option, or the mark or answer for the option at `at`.
pub fn write(
    draft: &mut Draft,
    ballot: &Ballot,
    at: Option<usize>,
    c: char,
    words: Words,
) -> Result<(), No> {
    let done = match (ballot.method, at) {
        (Method::Score | Method::Levels { .. }, Some(at)) => match super::count::digit(c) {
            Some(mark) => draft.mark(at, mark),
            None => return Err(No::NoAnswer),
        },
        (Method::YesNo, Some(at)) => match answer(c, words) {
            Some(answer) => draft.answer(at, answer),
            None => return Err(No::NoAnswer),
        },
        // Every option has its mark: nothing is left to be written.
        (Method::Score | Method::Levels { .. } | Method::YesNo, None) => Err(Refusal::Full),
        _ => {
            let option = option(ballot, c).unwrap_or(usize::MAX);
            // In a round another mark takes the place of the one given.
            if ballot.subject == Subject::Round && ballot.live().any(|(i, _)| i == option) {
                draft.clear();
            }
            draft.pick(option)
        }
    };
    done.map_err(No::Refused)
}

/// The option that a character names on a paper of letters.
pub fn option(ballot: &Ballot, c: char) -> Option<usize> {
    if ballot.subject != Subject::Round {
        return letter(c);
    }
    let digit = super::count::digit(c)?;
    usize::try_from(digit).ok()
}

/// The option that bears a letter, typed with or without Shift.
pub fn letter(c: char) -> Option<usize> {
    let c = c.to_ascii_uppercase();
    let place = u32::from(c).checked_sub(u32::from('A'))?;
    usize::try_from(place)
        .ok()
        .filter(|_| c.is_ascii_uppercase())
}

fn answer(c: char, words: Words) -> Option<Answer> {
    let letters = if words.is_french() { "onp" } else { "ynu" };
    let at = letters.chars().position(|l| l == c.to_ascii_lowercase())?;
    [Answer::Yes, Answer::No, Answer::Abstain].get(at).copied()
}
