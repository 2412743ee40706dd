//! Which decisions are shown: of a kind, of a year, in their order.

use super::At;
use super::list::heading;
use crate::documents::decisions::kind;
use crate::domain::order::Order;
use crate::library::digest::Digest;
use crate::library::find::Query;
use crate::library::log::{Entry, Kind};
use crate::store::Registry;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::width;
use crate::words::Words;
use chrono::Datelike;
use ratatui::layout::Rect;
use std::cmp::Reverse;

/// A kind of decisions, as a reader looks for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// All.
    #[default]
    All,
    /// Of events.
    Events,
    /// Of factors.
    Factors,
    /// Of actions.
    Actions,
    /// What was said of earlier actions.
    FollowUp,
    /// Those put to a vote.
    Voted,
    /// The rest.
    Others,
}

impl Sort {
    const ALL: [Self; 7] = [
        Self::All,
        Self::Events,
        Self::Factors,
        Self::Actions,
        Self::FollowUp,
        Self::Voted,
        Self::Others,
    ];

    /// The one so many places on, round and round.
    pub fn turned(self, by: isize) -> Self {
        let n = Self::ALL.len();
        let at = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        let to = (at + n).saturating_add_signed(by) % n;
        Self::ALL[to]
    }

    /// Whether a decision is of this kind.
    pub fn takes(self, entry: &Entry) -> bool {
        let of = match entry.kind {
            Kind::Choice | Kind::Fate | Kind::Entrusted => Self::Events,
            Kind::Priorities | Kind::NoAction => Self::Factors,
            Kind::Retained | Kind::NotRetained => Self::Actions,
            Kind::FollowUp => Self::FollowUp,
            _ => Self::Others,
        };
        match self {
            Self::All => true,
            Self::Voted => entry.how.as_ref().is_some_and(|how| how.vote.is_some()),
            sort => sort == of && entry.kind != Kind::Vote,
        }
    }

    const fn name(self, words: Words) -> &'static str {
        match self {
            Self::All => words.decisions_all(),
            Self::Events => words.decisions_events(),
            Self::Factors => words.decisions_factors(),
            Self::Actions => words.decisions_actions(),
            Self::FollowUp => words.decisions_follow_up(),
            Self::Voted => words.decisions_by_vote(),
            Self::Others => words.decisions_others(),
        }
    }
}

/// All decisions, those of the newest session first; a session that lies there twice tells them once.
pub(super) fn newest_first(registry: &Registry, simulations: bool) -> Vec<At> {
    let told = registry.believed();
    let mut read: Vec<(usize, &Digest)> = told
        .filter(|(_, digest)| simulations || !digest.simulation)
        .collect();
    read.order_by_key(|(at, digest)| (Reverse((digest.date, digest.number)), *at));
    let of = |(at, digest): (usize, &Digest)| (0..digest.log.len()).map(move |n| (at, n));
    read.into_iter().flat_map(of).collect()
}

/// The year of a decision.
pub(super) fn year(entry: &Entry) -> i32 {
    entry.date.year()
}

/// The years in which something was decided, the last one first.
pub(super) fn years(registry: &Registry, simulations: bool) -> Vec<i32> {
    let told = registry.believed().map(|(_, digest)| digest);
    let told = told.filter(|digest| simulations || !digest.simulation);
    let mut years: Vec<i32> = told
        .filter(|digest| !digest.log.is_empty())
        .map(|digest| digest.date.year())
        .collect();
    years.order_by_key(|year| Reverse(*year));
    years.dedup();
    years
}

/// What was typed, held against decisions session by session: what stands in the name of a session is not asked of its
/// decisions again, as there may be very many.
pub(super) struct Sieve {
    query: Query,
    words: Words,
    /// The session of the last decision, and what is still asked there.
    rest: Option<(usize, Query)>,
}

impl Sieve {
    /// For these words.
    pub fn new(query: Query, words: Words) -> Self {
        Self {
            query,
            words,
            rest: None,
        }
    }

    /// Whether all that was typed stands in a decision of the session `at`, or in the name of that session.
    pub fn takes(&mut self, at: usize, digest: &Digest, entry: &Entry) -> bool {
        if self.query.is_empty() {
            return true;
        }
        let known = self.rest.as_ref().is_some_and(|(last, _)| *last == at);
        if !known {
            let name = self.name(digest);
            self.rest = Some((at, self.query.beyond(&name)));
        }
        let told = self.told(entry);
        let rest = self.rest.as_ref();
        rest.is_some_and(|(_, rest)| rest.matches(&told))
    }

    /// How a session is called, its day in both ways.
    fn name(&self, digest: &Digest) -> String {
        let day = self.words.date_short(digest.date);
        format!("{day} · {}", heading(digest, self.words))
    }

    /// What a decision says.
    fn told(&self, entry: &Entry) -> String {
        let fate = entry.fate.map_or("", |fate| self.words.fate(fate));
        let outcome = entry
            .outcome
            .map_or("", |o| self.words.follow_up_outcome(o));
        let step = match entry.kind {
            Kind::Passed => self.words.step(entry.spot.step),
            _ => "",
        };
        let kind = kind(self.words, entry.kind);
        [kind, fate, outcome, step, &entry.words()].join(" · ")
    }
}

/// The kinds with the one that is shown, and the year.
pub(super) fn draw(
    sort: Sort,
    year: Option<i32>,
    simulations: bool,
    area: Rect,
    words: Words,
    canvas: &mut Canvas,
) {
    let year = year.map_or_else(
        || words.decisions_every_year().to_owned(),
        |y| y.to_string(),
    );
    let beside = if simulations {
        format!("{} · {year}", words.decisions_with_simulations())
    } else {
        year
    };
    let taken = canvas.line_right(area, &beside, Role::Aside);
    let mut rest = Rect {
        width: area.width.saturating_sub(taken + 2),
        ..area
    };
    for one in Sort::ALL {
        let name = if one == sort {
            format!(" {} ", one.name(words))
        } else {
            one.name(words).to_owned()
        };
        let wide = u16::try_from(width(&name)).unwrap_or(u16::MAX);
        if wide > rest.width {
            break;
        }
        let role = if one == sort {
            Role::Selected
        } else {
            Role::Aside
        };
        canvas.line(rest, &name, role);
        let step = (wide + 2).min(rest.width);
        rest.x += step;
        rest.width -= step;
    }
}
