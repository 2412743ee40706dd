//! Priorités: the factors that the group acts on, retained in order by consensus or after a vote with three hands each.

use super::super::{Flow, Input};
use super::ballot::{BallotView, Taken};
use super::decision::{self, PARTS, Part, asked};
use crate::content;
use crate::domain::analysis::{Certainty, Factor};
use crate::domain::ballot::{BallotOption, Subject, Target};
use crate::domain::ids::FactorId;
use crate::domain::list::Keyed;
use crate::domain::progress;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::words::Words;
use ratatui::layout::Rect;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Factors,
    Decision(Part),
}

/// The step.
#[derive(Debug)]
pub struct Priorities {
    form: Form<Key>,
    pub(super) vote: BallotView,
}

impl Priorities {
    /// The list of factors.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Factors),
            vote: BallotView::new(Subject::Priorities, options),
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.vote.is_shown(desk) {
            return self.vote.scopes(desk);
        }
        decision::scopes(self.form.scopes(&fields(desk)))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        if self.vote.is_shown(desk) {
            return format!("vote {}", self.vote.place(desk));
        }
        self.form.place(&fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let parts = PARTS.iter().map(|part| Key::Decision(*part));
        let keys: Vec<Key> = parts.chain([Key::Factors]).collect();
        match place.strip_prefix("vote ") {
            Some(vote) => self.vote.restore(vote),
            None => self.form.restore(place, &keys),
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match self.vote.take(input, desk) {
            Taken::No => {}
            Taken::Flow(flow) => return flow,
            Taken::Decide(targets) => {
                desk.edit(Group::Alone, |session| {
                    let targets = session.with_earlier(Subject::Priorities, &targets);
                    session.retain_factors(targets);
                });
                self.form
                    .set_focus(Key::Decision(asked(Subject::Priorities, desk)));
                return Flow::Stay;
            }
        }
        let fields = fields(desk);
        let on_list = self.form.focus(&fields) == Some(Key::Factors);
        if *input == Input::Command(Command::Confirm) && on_list {
            self.retain(desk);
            return Flow::Stay;
        }
        match self.form.take(input, &fields, body(desk.areas.page), desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Moved | Reaction::Finished => {}
            Reaction::Edit(Key::Factors, Edit::Mark(index)) => flip(index, desk),
            Reaction::Edit(Key::Decision(part), edit) => {
                desk.edit(Group::Field(format!("priorities{part:?}")), |session| {
                    decision::apply(session, Subject::Priorities, part, edit);
                });
            }
            Reaction::Edit(..) => {}
        }
        Flow::Stay
    }

    /// Retains the factor in focus, unless it is already, and asks why.
    fn retain(&mut self, desk: &mut Desk) {
        let index = self.form.cursor();
        let Some(id) = nth(index, desk) else { return };
        let kept = desk.session().map(retained).unwrap_or_default();
        if !kept.contains(&id) {
            flip(index, desk);
        }
        self.form
            .set_focus(Key::Decision(asked(Subject::Priorities, desk)));
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.vote.is_shown(desk) {
            self.vote.draw(desk, area, canvas);
            return;
        }
        let fields = fields(desk);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}

fn nth(index: usize, desk: &Desk) -> Option<FactorId> {
    let factors = desk.session().into_iter().flat_map(progress::factors);
    factors.map(Keyed::id).nth(index)
}

/// Retains a factor behind the others, or lets it go.
fn flip(index: usize, desk: &mut Desk) {
    let Some(id) = nth(index, desk) else { return };
    desk.edit(Group::Alone, |session| {
        let mut targets = retained(session);
        if let Some(at) = targets.iter().position(|f| *f == id) {
            targets.remove(at);
        } else {
            targets.push(id);
        }
        session.retain_factors(targets.into_iter().map(Target::Factor).collect());
    });
}

/// The factors retained, in order; those that are gone left out.
fn retained(session: &Session) -> Vec<FactorId> {
    let there = |id: &FactorId| progress::factors(session).any(|f| f.id == *id);
    let targets = session.priorities.targets.iter();
    let ids = targets.filter_map(|target| match target {
        Target::Factor(id) => Some(*id),
        _ => None,
    });
    ids.filter(there).collect()
}

/// The options of a vote: all factors.
fn options(session: &Session) -> Vec<BallotOption> {
    let option = |factor: &Factor| BallotOption {
        target: Target::Factor(factor.id),
        label: Text::line(factor.what.as_str()),
        ..BallotOption::default()
    };
    progress::factors(session).map(option).collect()
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let kept = retained(session);
    let several = progress::acted_on(session).count() > 1;
    let mut items = Vec::new();
    for analysis in progress::acted_on(session) {
        let event = analysis.incident.and_then(|id| session.incidents.get(id));
        let event = event.filter(|_| several).map(|i| i.report.heading());
        let those = analysis.factors.iter();
        items.extend(those.map(|f| item(f, event, &kept, session, desk)));
    }
    let none = items.is_empty();
    let list = Value::Items {
        items,
        empty: if progress::acts_later(session) {
            words.priorities_later().to_owned()
        } else {
            words.priorities_empty().to_owned()
        },
    };
    let list = Field::new(Key::Factors, words.priorities_factors(), list);
    if none {
        return vec![list];
    }
    let what: Vec<String> = kept.iter().map(ToString::to_string).collect();
    let what = what.join(", ");
    let mut out = vec![list.hint(words.priorities_hint())];
    let key = Key::Decision;
    out.extend(decision::fields(
        session,
        Subject::Priorities,
        &what,
        words,
        key,
    ));
    out
}

/// A factor, with its event where several are dealt with.
fn item(
    factor: &Factor,
    event: Option<&str>,
    kept: &[FactorId],
    session: &Session,
    desk: &Desk,
) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let rank = kept.iter().position(|id| *id == factor.id);
    let sign = match rank {
        Some(_) => (signs.star, Role::Mark),
        None => (signs.not_yet, Role::Aside),
    };
    let text = factor.what.filled().unwrap_or(words.priorities_unworded());
    let aside = [
        rank.map(|rank| words.priorities_rank(rank + 1)),
        Some(words.factor_role(factor.role).to_owned()),
        Some(certainty(factor, words)),
        code(factor, session, words),
        event.map(ToOwned::to_owned),
    ];
    let aside: Vec<String> = aside.into_iter().flatten().collect();
    Item {
        sign: Some(sign),
        lead: factor.id.to_string(),
        text: text.to_owned(),
        aside: aside.join(" · "),
        depth: 0,
    }
}

fn certainty(factor: &Factor, words: Words) -> String {
    match (factor.certainty, factor.check_by.filled()) {
        (Certainty::ToCheck, Some(who)) => words.priorities_checked_by(who),
        (certainty, _) => words.certainty(certainty).to_owned(),
    }
}

/// The first code of the factor, with its label if the grid is known.
fn code(factor: &Factor, session: &Session, words: Words) -> Option<String> {
    let code = factor.codes.first()?;
    let grid = content::grid_in(session, &code.grid);
    let label = grid.and_then(|grid| grid.item(&code.item));
    let label = label.map(|(_, item)| item.label.get(words.0));
    Some(label.map_or_else(
        || code.item.to_string(),
        |label| format!("{} {label}", code.item),
    ))
}
