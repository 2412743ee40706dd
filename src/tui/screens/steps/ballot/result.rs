//! The result of a vote: the question, the bars, who comes first, who voted of whom.

use super::prepare::FEW;
use super::{BallotView, Taken};
use crate::domain::ballot::{Ballot, Target, TieRule};
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::meeting::body;
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::Role;
use crate::tui::widgets::bars::{self, Bar};
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::wrap;
use crate::words::Words;
use ratatui::layout::Rect;

/// Where text begins.
const INDENT: u16 = 2;
/// Widest that this is drawn.
const WIDE: u16 = 72;

/// Whether equal options go to a second round.
pub fn round_follows(ballot: &Ballot) -> bool {
    ballot.tie == TieRule::SecondRound
}

impl BallotView {
    /// While the result is looked at.
    pub(super) fn result(&mut self, input: &Input, ballot: &Ballot, desk: &mut Desk) -> Taken {
        let flow = match input {
            Input::Command(Command::Confirm) => return self.decide(ballot, desk),
            Input::Command(Command::SecondRound) => self.second_round(ballot, desk),
            Input::Command(Command::Vote) => self.anew(desk),
            Input::Command(Command::Back) => self.leave(),
            Input::Command(Command::Up) | Input::Wheel(..=-1) => self.scroll_by(-1, ballot, desk),
            Input::Command(Command::Down) | Input::Wheel(_) => self.scroll_by(1, ballot, desk),
            Input::Command(Command::PageUp) => self.scroll_by(-9, ballot, desk),
            Input::Command(Command::PageDown) => self.scroll_by(9, ballot, desk),
            Input::Command(Command::First) => self.scroll_by(isize::MIN, ballot, desk),
            Input::Command(Command::Last) => self.scroll_by(isize::MAX, ballot, desk),
            Input::Click(..) | Input::Paste(_) => Flow::Stay,
            Input::Command(_) => Flow::Ignored,
        };
        Taken::Flow(flow)
    }

    fn scroll_by(&mut self, delta: isize, ballot: &Ballot, desk: &Desk) -> Flow {
        let most = most_scroll(ballot, desk, body(desk.areas.page));
        self.scroll = self.scroll.saturating_add_signed(delta).min(most);
        Flow::Stay
    }

    fn decide(&mut self, ballot: &Ballot, desk: &Desk) -> Taken {
        let words = desk.words();
        let Some(session) = desk.session() else {
            return Taken::No;
        };
        let winners = session.winners(ballot);
        let tied = !ballot.tally().tied.is_empty();
        if tied && round_follows(ballot) {
            return Taken::Flow(Flow::Say(words.say_ballot_tie().to_owned()));
        }
        self.leave();
        if tied || winners.is_empty() {
            return Taken::Flow(Flow::Say(words.say_ballot_consensus().to_owned()));
        }
        Taken::Decide(winners)
    }

    fn second_round(&mut self, ballot: &Ballot, desk: &mut Desk) -> Flow {
        let tied = !ballot.tally().tied.is_empty();
        if !tied || !round_follows(ballot) {
            return Flow::Say(desk.words().say_ballot_no_round().to_owned());
        }
        let id = ballot.id;
        if let Some(id) = desk.second_round(id) {
            self.show(id);
        }
        Flow::Stay
    }
}

/// What is said below the bars.
fn said(ballot: &Ballot, desk: &Desk) -> Vec<(String, Role)> {
    let words = desk.words();
    let mut out = Vec::new();
    if let Some(session) = desk.session() {
        out.push(verdict(ballot, session, words));
    }
    out.push((words.turnout(ballot), Role::Aside));
    if ballot.entitled_trace.len() > 1 {
        let counts = ballot.entitled_trace.iter().map(ToString::to_string);
        let counts: Vec<String> = counts.collect();
        let text = words.ballot_trace(&counts.join(" → "));
        out.push((text, Role::Aside));
    }
    if ballot.entitled < FEW {
        out.push((words.ballot_few_voters().to_owned(), Role::See));
    }
    out
}

/// Who comes first, or who is tied and what follows.
fn verdict(ballot: &Ballot, session: &Session, words: Words) -> (String, Role) {
    let place = |t: &Target| ballot.options.iter().position(|o| o.target == *t);
    let winners = session.winners(ballot);
    let winners: Vec<usize> = winners.iter().filter_map(place).collect();
    let tied = ballot.tally().tied;
    let first = match winners.len() {
        0 => None,
        1 => Some(words.ballot_wins(&words.letters(&winners))),
        _ => Some(words.ballot_win(&words.letters(&winners))),
    };
    if tied.is_empty() {
        let text = first.unwrap_or_else(|| words.ballot_no_hand().to_owned());
        return (text, Role::Title);
    }
    let next = if round_follows(ballot) {
        words.ballot_tie_round()
    } else {
        words.ballot_tie_consensus()
    };
    let tied = words.ballot_tied(&words.letters(&tied));
    let parts = [first.unwrap_or_default(), tied, next.to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    (parts.join(" · "), Role::See)
}

fn chart<'b>(ballot: &'b Ballot, session: &Session) -> Vec<Bar<'b>> {
    let winners = session.winners(ballot);
    let tied = ballot.tally().tied;
    let options = ballot.options.iter().enumerate();
    let bar = |(index, option): (usize, &'b crate::domain::ballot::BallotOption)| Bar {
        letter: Ballot::letter(index),
        label: option.label.as_str(),
        value: option.hands.unwrap_or(0),
        leads: winners.contains(&option.target) || tied.contains(&index),
    };
    options.map(bar).collect()
}

/// What the keys do here.
fn hint_of(ballot: &Ballot, desk: &Desk) -> &'static str {
    let tied = !ballot.tally().tied.is_empty();
    if tied && round_follows(ballot) {
        desk.words().ballot_result_hint_tie()
    } else {
        desk.words().ballot_result_hint()
    }
}

/// The places of question, bars, what is said, and hint.
struct Places {
    question: Rect,
    bars: Rect,
    said: Rect,
    hint: Rect,
}

fn places(ballot: &Ballot, desk: &Desk, area: Rect) -> Places {
    let inner = Rect {
        x: area.x + INDENT,
        width: area.width.saturating_sub(INDENT + 1).min(WIDE),
        ..area
    };
    let wide = usize::from(inner.width);
    let lines = |text: &str| u16::try_from(wrap(text, wide).len()).unwrap_or(1);
    let question = lines(ballot.question.as_str());
    let said: u16 = said(ballot, desk).iter().map(|(text, _)| lines(text)).sum();
    let hint = lines(hint_of(ballot, desk)).min(area.height);
    let said_y = area.bottom().saturating_sub(hint + 1 + said).max(area.y);
    let bars_y = (area.y + question + 1).min(said_y);
    let session = desk.session();
    let rows = session.map_or(0, |s| {
        bars::n_rows(&chart(ballot, s), wide.saturating_sub(2))
    });
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    let bars_height = rows.min(said_y.saturating_sub(bars_y + 1));
    // What is said follows the bars when there is room, so that the eye finds it.
    let said_y = (bars_y + bars_height + 1).min(said_y);
    Places {
        question: inner,
        bars: Rect {
            y: bars_y,
            height: bars_height,
            ..inner
        },
        said: Rect {
            y: said_y,
            height: area.bottom().saturating_sub(said_y),
            ..inner
        },
        hint: Rect {
            y: area.bottom() - hint,
            height: hint,
            ..inner
        },
    }
}

/// Rows of the bars that can be hidden above.
pub fn most_scroll(ballot: &Ballot, desk: &Desk, area: Rect) -> usize {
    let places = places(ballot, desk, area);
    let Some(session) = desk.session() else {
        return 0;
    };
    let wide = usize::from(places.bars.width.saturating_sub(2));
    let rows = bars::n_rows(&chart(ballot, session), wide);
    rows.saturating_sub(usize::from(places.bars.height))
}

/// Draws the result.
pub fn draw(ballot: &Ballot, scroll: usize, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let Some(session) = desk.session() else {
        return;
    };
    let places = places(ballot, desk, area);
    canvas.text(places.question, ballot.question.as_str(), Role::Strong);
    let bars = chart(ballot, session);
    let chart = Rect {
        width: places.bars.width.saturating_sub(2),
        ..places.bars
    };
    let scroll = scroll.min(most_scroll(ballot, desk, area));
    bars::draw(canvas.buf, chart, &bars, scroll, &canvas.look);
    let total = bars::n_rows(&bars, usize::from(chart.width));
    let sign = canvas.look.signs.thumb;
    let style = canvas.look.style(Role::Aside);
    Scroll { top: scroll }.draw_thumb(canvas.buf, places.bars, total, sign, style);
    let mut at = places.said;
    for (text, role) in said(ballot, desk) {
        let used = canvas.text(at, &text, role).min(at.height);
        at = Rect {
            y: at.y + used,
            height: at.height - used,
            ..at
        };
    }
    canvas.text(places.hint, hint_of(ballot, desk), Role::Aside);
}
