//! Choix: the criteria beside each incident, one chosen by consensus or after a vote, a fate for every other one; between
//! two meetings, who leads the analysis and until when.

use super::super::{Flow, Input};
use super::ballot::{BallotView, Taken};
use super::decision::{self, PARTS, Part};
use crate::content;
use crate::domain::agenda::Mode;
use crate::domain::ballot::{Subject, Target};
use crate::domain::grid::GridUse;
use crate::domain::ids::IncidentId;
use crate::domain::incident::{Fate, Incident, Said};
use crate::domain::list::Keyed;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::words::Words;
use ratatui::layout::Rect;

/// The fields of the step: those of the list, and those of the incident that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Incidents,
    Decision(Part),
    LeadHeading,
    Lead,
    Involved,
    Due,
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
        Key::Fate,
        Key::FateReason,
    ];
    let parts = PARTS.iter().map(|part| Key::Decision(*part));
    own.into_iter().chain(parts).collect()
}

/// The fates that one key goes through.
const FATES: [Fate; 5] = [
    Fate::Undecided,
    Fate::NextTime,
    Fate::SimpleAnswer,
    Fate::Sent,
    Fate::Closed,
];

/// The step.
#[derive(Debug)]
pub struct Choice {
    at: Opened<Key, IncidentId>,
    vote: BallotView,
}

impl Choice {
    /// The list of incidents.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Incidents),
            vote: BallotView::new(Subject::Choice, options),
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.vote.is_shown(desk) {
            return self.vote.scopes(desk);
        }
        decision::scopes(self.at.scopes(&self.fields(desk)))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        if self.vote.is_shown(desk) {
            return format!("vote {}", self.vote.place(desk));
        }
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        match place.strip_prefix("vote ") {
            Some(vote) => self.vote.restore(vote),
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
                self.choose(first, desk);
                return Flow::Stay;
            }
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
                let incidents = desk.session().map(|s| &s.incidents);
                let at = incidents.and_then(|incidents| incidents.index_of(id));
                self.at.form.set_cursor(at.unwrap_or(0));
            }
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Chooses an incident and asks why.
    fn choose(&mut self, id: Option<IncidentId>, desk: &mut Desk) {
        let Some(id) = id else { return };
        let grid = grid_of(desk);
        desk.edit(Group::Alone, |session| session.choose(id, grid));
        self.at.form.set_focus(Key::Decision(Part::Reason));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        let group = self.at.group(key);
        match (key, edit) {
            (Key::Incidents, Edit::Open(index)) => self.at.open(nth(desk, index), Key::Fate),
            (Key::Incidents, Edit::Mark(index)) => next_fate(nth(desk, index), desk),
            (Key::Decision(part), Edit::Text(text)) => {
                desk.edit(group, |session| {
                    decision::apply(session, Subject::Choice, part, text);
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
            (key, edit) => entrust(key, edit, group, desk),
        }
    }

    fn set_fate(&self, to: Option<usize>, desk: &mut Desk) {
        let fate = to.and_then(|i| FATES.get(i)).copied().unwrap_or_default();
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
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

/// Who leads the analysis between two meetings, and until when.
fn entrust(key: Key, edit: Edit, group: Group, desk: &mut Desk) {
    desk.edit(group, |session| {
        let Some(analysis) = session.analysis_or_new() else {
            return;
        };
        match (key, edit) {
            (Key::Lead, Edit::Text(text)) => analysis.lead = text,
            (Key::Due, Edit::Date(date)) => analysis.due = date,
            (Key::Involved, Edit::One(to)) => {
                let said = to.and_then(|i| Said::ALL.get(i));
                analysis.lead_involved = said.copied().unwrap_or_default();
            }
            _ => {}
        }
    });
}

/// The grid that an analysis begins with: the team's, else that of its sector.
fn grid_of(desk: &Desk) -> Option<GridUse> {
    let sector = desk.session().map(|s| s.sector.clone()).unwrap_or_default();
    let own = content::grid_use(&desk.team.doc.grid);
    own.or_else(|| content::grid_use(&content::default_grid_for(&sector)))
}

fn nth(desk: &Desk, index: usize) -> Option<IncidentId> {
    desk.session()?.incidents.at(index).map(Keyed::id)
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

fn list_fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let items = session.incidents.iter();
    let items: Vec<Item> = items.map(|i| item(i, session, desk)).collect();
    let none = items.is_empty();
    let list = Value::Items {
        items,
        empty: words.choice_empty().to_owned(),
    };
    let list = Field::new(Key::Incidents, words.choice_incidents(), list);
    let list = if none {
        list
    } else {
        list.hint(words.choice_hint())
    };
    if none {
        return vec![list];
    }
    let criteria = content::lists().criteria.iter();
    let criteria: Vec<&str> = criteria.map(|c| c.label.get(words.0)).collect();
    let text = words.choice_criteria(&criteria.join(" · "));
    let note = Value::Note(text, Role::Aside);
    let mut out = vec![list];
    let chosen = session.chosen().map(named).unwrap_or_default();
    let decided = decision::fields(session, Subject::Choice, &chosen, words, Key::Decision);
    out.extend(decided);
    out.extend(lead_fields(session, desk));
    out.push(Field::new(Key::Criteria, "", Value::Heading));
    out.push(Field::new(Key::Criteria, "", note));
    out
}

/// « E1 Onze doses après rupture de la chaîne du froid ».
fn named(incident: &Incident) -> String {
    format!("{} {}", incident.id, incident.report.heading())
}

fn item(incident: &Incident, session: &Session, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let sign = match incident.fate {
        Fate::Chosen => (signs.star, Role::Mark),
        Fate::Undecided => (signs.not_yet, Role::Aside),
        _ => (signs.done, Role::Done),
    };
    let fate = match (incident.fate, incident.fate_reason.filled()) {
        (Fate::Undecided, _) => String::new(),
        (fate, Some(reason)) => words.choice_fate_of(words.fate(fate), reason),
        (fate, None) => words.fate(fate).to_owned(),
    };
    let criteria = criteria_of(incident, session, words);
    let aside = [criteria.as_str(), fate.as_str()];
    let aside: Vec<&str> = aside.into_iter().filter(|t| !t.is_empty()).collect();
    Item {
        sign: Some(sign),
        lead: incident.id.to_string(),
        text: incident.report.heading().to_owned(),
        aside: aside.join("\n"),
        depth: 0,
    }
}

/// What speaks for choosing an incident, as far as it was rated.
fn criteria_of(incident: &Incident, session: &Session, words: Words) -> String {
    let report = &incident.report;
    let scales = content::scales_of(session);
    let mut out = Vec::new();
    out.extend(report.severity.map(|n| words.choice_severity(n)));
    out.extend(report.potential_severity.map(|n| words.choice_potential(n)));
    out.extend(report.likelihood.map(|n| words.choice_likelihood(n)));
    if let (Some(severity), Some(likelihood)) = (report.severity, report.likelihood) {
        let found = scales.criticality(severity, likelihood);
        out.push(words.choice_criticality(found.product, words.choice_class(found.class)));
    }
    let avoidable = report
        .avoidability
        .and_then(|n| crate::domain::scales::Scales::level(&scales.avoidability, n));
    out.extend(avoidable.map(|level| level.label.get(words.0).to_owned()));
    if report.seen_before == Said::Yes {
        out.push(words.choice_seen_before().to_owned());
    }
    if out.is_empty() {
        return words.choice_not_rated().to_owned();
    }
    out.join(" · ")
}

fn fate_fields(incident: &Incident, words: Words) -> Vec<Field<Key>> {
    let fates = FATES.iter().map(|f| words.fate(*f).to_owned());
    let chosen = FATES.iter().position(|f| *f == incident.fate);
    let fate = Value::One {
        options: fates.collect(),
        chosen,
    };
    let sent = incident.fate == Fate::Sent;
    let (label, hint) = if sent {
        (words.choice_sent_to(), words.choice_sent_to_hint())
    } else {
        (words.choice_fate_reason(), words.choice_fate_reason_hint())
    };
    let owed =
        matches!(incident.fate, Fate::Sent | Fate::Closed) && incident.fate_reason.is_blank();
    let aside = if owed {
        words.choice_fate_reason_expected()
    } else {
        ""
    };
    vec![
        Field::new(Key::Event, words.choice_event(), Value::Heading),
        Field::new(Key::Event, "", Value::Note(named(incident), Role::Strong)),
        Field::new(Key::Fate, words.choice_fate(), fate).hint(words.choice_fate_hint()),
        Field::new(
            Key::FateReason,
            label,
            Value::Line(incident.fate_reason.clone()),
        )
        .hint(hint)
        .aside(aside),
    ]
}

/// Between two meetings: the lead and the due date of the analysis of the chosen incident.
fn lead_fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let analysis = session.chosen().and(session.analysis());
    let Some(analysis) = analysis.filter(|a| a.mode == Mode::Between) else {
        return Vec::new();
    };
    let involved = Value::One {
        options: Said::ALL
            .iter()
            .map(|s| words.said(*s).to_owned())
            .collect(),
        chosen: Said::ALL.iter().position(|s| *s == analysis.lead_involved),
    };
    let warning = if analysis.lead_involved == Said::Yes {
        words.choice_involved_warning()
    } else {
        ""
    };
    let due = analysis.due.map(|due| words.in_days(desk.today(), due));
    vec![
        Field::new(
            Key::LeadHeading,
            words.choice_lead_heading(),
            Value::Heading,
        ),
        Field::new(
            Key::Lead,
            words.choice_lead(),
            Value::Line(analysis.lead.clone()),
        )
        .hint(words.choice_lead_hint()),
        Field::new(Key::Involved, words.choice_involved(), involved)
            .hint(words.choice_involved_hint())
            .aside(warning),
        Field::new(Key::Due, words.choice_due(), Value::Date(analysis.due))
            .hint(words.choice_due_hint())
            .aside(due.unwrap_or_default()),
    ]
}

/// The options of a vote on the incident: all but those already settled.
fn options(session: &Session) -> Vec<crate::domain::ballot::BallotOption> {
    let open = |i: &&Incident| matches!(i.fate, Fate::Undecided | Fate::Chosen);
    let option = |i: &Incident| crate::domain::ballot::BallotOption {
        target: Target::Incident(i.id),
        label: crate::domain::text::Text::line(i.report.heading()),
        ..Default::default()
    };
    session.incidents.iter().filter(open).map(option).collect()
}
