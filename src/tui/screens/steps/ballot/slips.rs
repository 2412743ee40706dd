//! Paper slips typed one after the other: letters and Enter, and the next slip is there. The slip confirmed last can be taken
//! back as long as this screen stands; nothing else remembers it.

use super::sheet::{self, No, Sheet};
use crate::domain::ballot::{Ballot, CountFault, Method};
use crate::domain::draft::Draft;
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::letters;
use crate::tui::widgets::wrap::width;
use crate::words::Words;
use ratatui::layout::{Position, Rect};

/// Where text begins, as in the list of options.
const INDENT: u16 = 2;
/// Widest that this is drawn.
const WIDE: u16 = 74;
/// Rows at the foot for what is meant, or what is wrong.
const FOOT: u16 = 2;
/// Rows of a slip that is drawn large: a blank one, the letters, what each is worth.
const LARGE: u16 = 1 + letters::HEIGHT + 1;
/// Columns from one large letter to the next.
const GAP: u16 = 5;
/// Rows of a slip on one line.
const SMALL: u16 = 2;

/// The slips being typed.
#[derive(Debug, Default)]
pub struct Slips {
    draft: Option<Draft>,
    /// The slip confirmed last.
    last: Option<Draft>,
    said: Option<(String, Role)>,
    /// A slip that is not complete was confirmed once.
    sure: bool,
}

impl Slips {
    fn draft(&self, ballot: &Ballot) -> Draft {
        self.draft.clone().unwrap_or_else(|| Draft::new(ballot))
    }

    /// Takes input; none when slips are left.
    pub fn take(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Option<Flow> {
        let words = desk.words();
        let mut draft = self.draft(ballot);
        let sure = self.sure;
        match input {
            Input::Command(Command::Back) => return None,
            Input::Command(Command::Confirm) => {
                self.confirm(draft, sure, ballot, desk);
                return Some(Flow::Stay);
            }
            Input::Command(Command::Backspace) => {
                if !draft.back() {
                    self.take_back(desk);
                    return Some(Flow::Stay);
                }
                self.said = None;
            }
            Input::Command(Command::Blank) => self.clean(|| draft.blank()),
            Input::Command(Command::Void) => self.clean(|| draft.void()),
            Input::Command(Command::Erase) => self.clean(|| draft.clear()),
            Input::Command(Command::Type(c)) => self.write(&mut draft, *c, ballot, words),
            Input::Click(..) | Input::Wheel(_) | Input::Paste(_) => return Some(Flow::Stay),
            Input::Command(_) => return Some(Flow::Ignored),
        }
        self.sure = false;
        self.draft = Some(draft);
        Some(Flow::Stay)
    }

    /// Writes on a slip, of which nothing is wrong any more.
    fn clean(&mut self, write: impl FnOnce()) {
        write();
        self.said = None;
    }

    fn write(&mut self, draft: &mut Draft, c: char, ballot: &Ballot, words: Words) {
        let at = draft.next();
        self.said = match sheet::write(draft, ballot, at, c, words) {
            Ok(()) => None,
            Err(No::NoAnswer) => Some((words.paper_refused(None, false), Role::See)),
            Err(No::Refused(why)) => Some((words.paper_refused(Some(why), false), Role::See)),
        };
    }

    /// Puts the slip into the urn and takes the next one. What is not complete is confirmed twice; an empty slip is none.
    fn confirm(&mut self, draft: Draft, sure: bool, ballot: &Ballot, desk: &mut Desk) {
        let words = desk.words();
        let whole = draft.is_blank() || draft.is_void();
        self.sure = false;
        if draft.is_empty() {
            self.said = Some((words.slip_empty().to_owned(), Role::See));
            return;
        }
        if !whole && draft.left() > 0 && !sure {
            let said = words.paper_unfinished(ballot.method, draft.left());
            self.said = Some((said, Role::See));
            self.sure = true;
            return;
        }
        match desk.cast(draft.cast(), &Text::default()) {
            Ok(()) => {
                self.said = Some((words.slip_taken().to_owned(), Role::Aside));
                self.last = Some(draft);
                self.draft = None;
            }
            Err(CountFault::TooManyPapers(..)) => {
                let said = words.slip_one_too_many(ballot.entitled);
                self.said = Some((said, Role::Refused));
            }
            Err(_) => self.said = Some((words.booth_hands_full().to_owned(), Role::Refused)),
        }
    }

    /// Takes the slip confirmed last out of the urn: it is there again to be mended.
    fn take_back(&mut self, desk: &mut Desk) {
        let words = desk.words();
        self.sure = false;
        let Some(last) = self.last.take() else {
            self.said = Some((words.slip_none_to_take_back().to_owned(), Role::See));
            return;
        };
        if !desk.take_back(&last.cast()) {
            self.said = Some((words.slip_not_there().to_owned(), Role::See));
            return;
        }
        self.draft = Some(last);
        self.said = Some((words.slip_taken_back().to_owned(), Role::See));
    }

    /// Draws the slips.
    pub fn draw(&self, ballot: &Ballot, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let words = desk.words();
        let draft = self.draft(ballot);
        let inner = Rect {
            x: area.x + INDENT,
            width: area.width.min(WIDE).saturating_sub(INDENT),
            ..area
        };
        let used = draw_head(ballot, desk, inner, canvas);
        let lettered = ballot.method.is_lettered();
        let sheet = Sheet {
            ballot,
            draft: (!lettered).then_some(&draft),
            masked: false,
            focus: draft
                .next()
                .filter(|_| !lettered && !draft.is_blank() && !draft.is_void()),
        };
        let (options, place) = places(&sheet, used, area);
        sheet.draw(words, options, canvas);
        let place = Rect {
            x: inner.x,
            width: inner.width,
            ..place
        };
        draw_slip(&draft, ballot, words, place, canvas);
        let foot = Rect {
            y: area.bottom().saturating_sub(FOOT),
            height: FOOT,
            ..inner
        };
        let (said, role) = self.foot(ballot, words);
        canvas.text(foot, &said, role);
    }

    fn foot(&self, ballot: &Ballot, words: Words) -> (String, Role) {
        let said = self.said.clone();
        said.unwrap_or_else(|| (words.slip_how_on(ballot), Role::Aside))
    }
}

/// The question, and which slip it is; the rows that they take.
fn draw_head(ballot: &Ballot, desk: &Desk, inner: Rect, canvas: &mut Canvas) -> u16 {
    let used = canvas.text(inner, ballot.question.as_str(), Role::Strong);
    let line = Rect {
        y: inner.y + used,
        height: 1,
        ..inner
    };
    let count = desk.words().slip_count(desk.received(), ballot.entitled);
    canvas.line(line, &count, Role::Title);
    used + 1
}

/// The places of the options, below so many rows, and of the slip. Where there is little room, air goes first.
fn places(sheet: &Sheet, used: u16, area: Rect) -> (Rect, Rect) {
    let wide = area.width.min(WIDE);
    let wanted = u16::try_from(sheet.rows(wide)).unwrap_or(area.height);
    let free = area.height.saturating_sub(used + FOOT);
    let lettered = sheet.ballot.method.is_lettered();
    let (air, slip) = match free {
        n if lettered && wanted.min(sheet.least() * 2) + LARGE + 2 <= n => (1, LARGE),
        n if sheet.least() + SMALL + 2 <= n => (1, SMALL),
        _ => (0, 1),
    };
    let options = Rect {
        y: area.y + used + air,
        height: free
            .saturating_sub(air + slip + air)
            .min(wanted.saturating_mul(2)),
        width: wide,
        ..area
    };
    let place = Rect {
        y: options.bottom(),
        height: slip,
        ..area
    };
    (options, place)
}

/// The slip being typed: its letters large where there is room, with what each is worth.
fn draw_slip(draft: &Draft, ballot: &Ballot, words: Words, place: Rect, canvas: &mut Canvas) {
    let whole = if draft.is_blank() {
        Some(words.slip_blank())
    } else if draft.is_void() {
        Some(words.slip_void())
    } else {
        None
    };
    if !ballot.method.is_lettered() {
        draw_left(draft, whole, ballot, words, place, canvas);
        return;
    }
    let picks = draft.picks().iter().map(|i| ballot.sign(*i).to_string());
    let picks: Vec<String> = picks.collect();
    let typed = whole.map_or_else(|| picks.join(" "), ToOwned::to_owned);
    let air = u16::from(place.height > 1);
    let line = Rect {
        y: place.y + air,
        height: place.height - air,
        ..place
    };
    let fits = letters::width(&typed) <= usize::from(line.width);
    if line.height < letters::HEIGHT || !fits {
        let typed = format!("{} {typed}", canvas.look.signs.leads);
        canvas.line(line, &typed, Role::Title);
        draw_last(draft, ballot, &typed, line, canvas);
        return;
    }
    let style = canvas.look.style(Role::Title);
    let ascii = canvas.look.signs == Signs::PLAIN;
    letters::draw(canvas.buf, line, &typed, style, ascii);
    let wide = u16::try_from(letters::width(&typed)).unwrap_or(0);
    let at = line.x + wide + u16::from(wide > 0);
    canvas.cursor = Some(Position::new(at.min(line.right()), line.y + 1).into());
    if ballot.method == Method::Weighted && whole.is_none() {
        draw_worth(draft, &picks, line, canvas);
    }
}

/// Below marks and answers, what a slip still lacks.
fn draw_left(
    draft: &Draft,
    whole: Option<&str>,
    ballot: &Ballot,
    words: Words,
    place: Rect,
    canvas: &mut Canvas,
) {
    let said = match (whole, draft.left()) {
        (Some(whole), _) => whole.to_owned(),
        (None, 0) => words.paper_complete().to_owned(),
        (None, left) => words.paper_left(ballot.method, left),
    };
    let line = Rect {
        y: place.bottom().saturating_sub(1),
        height: 1,
        ..place
    };
    canvas.line(line, &said, Role::Strong);
}

/// Behind the letters on one line the wording of the last one, to be checked against the slip.
fn draw_last(draft: &Draft, ballot: &Ballot, typed: &str, line: Rect, canvas: &mut Canvas) {
    let last = draft.picks().last().and_then(|i| ballot.options.get(*i));
    let at = u16::try_from(width(typed) + 3).unwrap_or(line.width);
    let beside = Rect {
        x: line.x + at.min(line.width),
        width: line.width.saturating_sub(at),
        ..line
    };
    canvas.line(beside, last.map_or("", |o| o.label.as_str()), Role::Aside);
}

/// Below each letter of a 3-2-1 slip, its points.
fn draw_worth(draft: &Draft, picks: &[String], line: Rect, canvas: &mut Canvas) {
    for (n, option) in draft.picks().iter().enumerate() {
        let before = picks[..n].join(" ");
        let gap = if n > 0 { GAP } else { 0 };
        let at = u16::try_from(letters::width(&before)).unwrap_or(0) + gap;
        let wide = u16::try_from(letters::width(&picks[n])).unwrap_or(1);
        let below = Rect {
            x: line.x + at + wide / 2,
            y: line.y + letters::HEIGHT,
            width: 2,
            height: 1,
        };
        canvas.line(below, &draft.points(*option).to_string(), Role::Strong);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::code::Lang;
    use crate::store::Store;
    use crate::tui::prefs::Prefs;
    use crate::tui::theme::{Depth, Scheme, Theme};
    use std::sync::Arc;

    #[test]
    fn a_slip_that_is_no_longer_in_the_urn_is_told_and_not_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let now = chrono::NaiveDateTime::default();
        let mut store = Store::open(folder.path(), now, Arc::new(|| {})).unwrap();
        let prefs = Prefs {
            theme: Theme::load(Scheme::Sombre, Depth::Full, Signs::FULL).unwrap(),
            lang: Lang::En,
            mouse: true,
            lock_after: 15,
        };
        let team = store.team(now).unwrap();
        let root = folder.path().to_owned();
        let mut desk = Desk::new(team, store.list(), root, prefs, now);
        let ballot = Ballot::new("V1".parse().unwrap());
        let mut blank = Draft::new(&ballot);
        blank.blank();
        let mut slips = Slips {
            last: Some(blank),
            ..Slips::default()
        };
        slips.take(&Input::Command(Command::Backspace), &ballot, &mut desk);
        let (said, _) = slips.foot(&ballot, desk.words());
        assert!(said.contains("no longer among those received"), "{said}");
        assert!(slips.draft(&ballot).is_empty());
    }
}
