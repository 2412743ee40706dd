//! Choix: the criteria beside each incident, one chosen by consensus or after a vote, a fate for every other one; between
//! two meetings, who leads the analysis and until when.

mod view;

use super::super::{Flow, Input};
use super::ballot::{BallotView, Taken};
use super::decision::{self, PARTS, Part, asked};
use super::risks;
use super::shared::pick;
use crate::domain::ballot::{Subject, Target};
use crate::domain::grid::GridUse;
use crate::domain::ids::IncidentId;
use crate::domain::incident::Fate;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Opened, Turn};
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, with_list};
use crate::tui::screens::meeting::body;
use ratatui::layout::Rect;
use view::{FATES, SAIDS, candidates, fate_fields, list_fields, options, points};

/// Word that tells the matrix from a field, in the place that is kept.
const MATRIX: &str = "matrix";

/// The fields of the step: those of the list, and those of the incident that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Incidents,
    Decision(Part),
    LeadHeading,
    Lead,
    Involved,
    Due,
    Entrust,
    Criteria,
    Event,
    Fate,
    FateReason,
}

/// All that can be in focus.
fn keys() -> Vec<Key> {
    let own = [
        Key::Incidents,
        Key::Lead,
        Key::Involved,
        Key::Due,
        Key::Entrust,
        Key::Fate,
        Key::FateReason,
    ];
    let parts = PARTS.iter().map(|part| Key::Decision(*part));
    own.into_iter().chain(parts).collect()
}

/// The step.
#[derive(Debug)]
pub struct Choice {
    at: Opened<Key, IncidentId>,
    pub(super) vote: BallotView,
    matrix: bool,
    /// Events hidden above what the letters of the matrix mean.
    top: usize,
}

impl Choice {
    /// The list of incidents.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Incidents),
            vote: BallotView::new(Subject::Choice, options),
            matrix: false,
            top: 0,
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.vote.is_shown(desk) {
            return self.vote.scopes(desk);
        }
        if self.matrix {
            return vec![Scope::Views, Scope::Ballot, Scope::Menu, Scope::Letters];
        }
        let mut scopes = with_list(
            decision::scopes(self.at.scopes(&self.fields(desk))),
            Scope::Fates,
        );
        if self.at.item.is_none() {
            scopes.push(Scope::Views);
        }
        scopes
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        if self.vote.is_shown(desk) {
            return format!("vote {}", self.vote.place(desk));
        }
        if self.matrix {
            return MATRIX.to_owned();
        }
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        match place.strip_prefix("vote ") {
            Some(vote) => self.vote.restore(vote),
            None if place == MATRIX => self.matrix = true,
            None => self.at.restore(place, &keys()),
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let Some(session) = desk.session() else {
            return Vec::new();
        };
        match self.at.item.and_then(|id| session.incidents.get(id)) {
            Some(incident) => fate_fields(incident, desk.words()),
            None => list_fields(session, desk),
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match self.vote.take(input, desk) {
            Taken::No => {}
            Taken::Flow(flow) => return flow,
            Taken::Decide(targets) => {
                let first = targets.into_iter().find_map(|target| match target {
                    Target::Incident(id) => Some(id),
                    _ => None,
                });
                self.matrix = false;
                self.choose(first, desk);
                return Flow::Stay;
            }
        }
        if self.matrix {
            return self.look(input, desk);
        }
        if *input == Input::Command(Command::View) {
            (self.matrix, self.top) = (true, 0);
            return Flow::Stay;
        }
        let fields = self.fields(desk);
        let on_list = self.at.form.focus(&fields) == Some(Key::Incidents);
        if *input == Input::Command(Command::Confirm) && on_list {
            let index = self.at.form.cursor();
            self.choose(nth(desk, index), desk);
            return Flow::Stay;
        }
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => {
                let at = desk
                    .session()
                    .and_then(|s| candidates(s).position(|i| i.id == id));
                self.at.form.set_cursor(at.unwrap_or(0));
            }
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// While the matrix is looked at.
    fn look(&mut self, input: &Input, desk: &Desk) -> Flow {
        let n = desk.session().map_or(0, |s| points(s).0.len());
        match (input, risks::scrolled(self.top, input, n)) {
            (Input::Command(Command::View | Command::Back), _) => self.matrix = false,
            (_, Some(top)) => self.top = top,
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    /// Whether the matrix is shown, which takes the margin as well.
    pub fn is_picture(&self) -> bool {
        self.matrix && !self.vote.is_up()
    }

    /// Chooses an incident and asks why.
    fn choose(&mut self, id: Option<IncidentId>, desk: &mut Desk) {
        let Some(id) = id else { return };
        let grid = grid_of(desk);
        desk.edit(Group::Alone, |session| session.choose(id, grid));
        self.at
            .form
            .set_focus(Key::Decision(asked(Subject::Choice, desk)));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        let group = self.at.group(key);
        match (key, edit) {
            (Key::Incidents, Edit::Open(index)) => self.at.open(nth(desk, index), Key::Fate),
            (Key::Incidents, Edit::Mark(index)) => next_fate(nth(desk, index), desk),
            (Key::Decision(part), edit) => {
                desk.edit(group, |session| {
                    decision::apply(session, Subject::Choice, part, edit);
                });
            }
            (Key::Fate, Edit::One(to)) => self.set_fate(to, desk),
            (Key::FateReason, Edit::Text(text)) => {
                let id = self.at.item;
                desk.edit(group, |session| {
                    if let Some(incident) = id.and_then(|id| session.incidents.get_mut(id)) {
                        incident.fate_reason = text;
                    }
                });
            }
            (Key::Entrust, Edit::Press) => {
                desk.ask(Effect::Entrust);
                // The button gives way to a sentence; the focus stays beside it.
                self.at.form.set_focus(Key::Due);
            }
            (key, edit) => set_lead(key, edit, group, desk),
        }
    }

    fn set_fate(&self, to: Option<usize>, desk: &mut Desk) {
        let fate = pick(&FATES, to);
        if let Some(id) = self.at.item {
            desk.edit(Group::Alone, |session| session.give_fate(id, fate));
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.vote.is_shown(desk) {
            self.vote.draw(desk, area, canvas);
            return;
        }
        if let (true, Some(session)) = (self.matrix, desk.session()) {
            let (points, settled) = points(session);
            let settled: Vec<String> = settled.iter().map(|i| i.id.to_string()).collect();
            let more = if settled.is_empty() {
                String::new()
            } else {
                desk.words().risks_settled(&settled.join(", "))
            };
            risks::draw(session, &points, &more, self.top, desk, (area, canvas));
            return;
        }
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

/// Who leads the analysis between two meetings, and until when.
fn set_lead(key: Key, edit: Edit, group: Group, desk: &mut Desk) {
    desk.edit(group, |session| {
        let Some(analysis) = session.analysis_or_new() else {
            return;
        };
        match (key, edit) {
            (Key::Lead, Edit::Text(text)) => analysis.lead = text,
            (Key::Due, Edit::Date(date)) => analysis.due = date,
            (Key::Involved, Edit::One(to)) => {
                let said = to.and_then(|at| SAIDS.get(at));
                analysis.lead_involved = said.copied().unwrap_or_default();
            }
            _ => {}
        }
    });
}

/// The grid that an analysis begins with: the team's, else that of its sector.
fn grid_of(desk: &Desk) -> Option<GridUse> {
    let usual = desk.usual_grid();
    let grid = desk.grids().into_iter().find(|grid| grid.id == usual);
    grid.map(|grid| desk.grid_use(grid))
}

fn nth(desk: &Desk, index: usize) -> Option<IncidentId> {
    candidates(desk.session()?).nth(index).map(|i| i.id)
}

fn next_fate(id: Option<IncidentId>, desk: &mut Desk) {
    let fate = id.and_then(|id| Some(desk.session()?.incidents.get(id)?.fate));
    let (Some(id), Some(fate)) = (id, fate) else {
        return;
    };
    let at = FATES.iter().position(|f| *f == fate);
    let next = at.map_or(Fate::Undecided, |at| FATES[(at + 1) % FATES.len()]);
    desk.edit(Group::Alone, |session| session.give_fate(id, next));
}
