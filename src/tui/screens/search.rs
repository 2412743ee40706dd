//! Search in the session: every text of it, accents and case ignored, shown with what it belongs to; Enter goes there.

use super::help;
use super::{Flow, Input, Spot};
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::store::fold;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use ratatui::layout::Rect;

/// Size of the window.
const SIZE: (u16, u16) = (78, 22);
/// Most places shown.
const MOST: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Wanted,
    Found,
}

/// The window.
#[derive(Debug, Default)]
pub struct Search {
    form: Form<Key>,
    wanted: Text,
}

/// A text of the session and where it stands.
struct Hit {
    spot: Spot,
    id: String,
    text: String,
}

impl Search {
    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk))
    }

    /// The general help.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Home
    }

    fn found(&self, desk: &Desk) -> Vec<Hit> {
        let wanted = fold(self.wanted.as_str().trim());
        let Some(session) = desk.session().filter(|_| !wanted.is_empty()) else {
            return Vec::new();
        };
        let mut hits = all(session);
        hits.retain(|hit| fold(&hit.text).contains(&wanted) || fold(&hit.id) == wanted);
        hits.truncate(MOST);
        hits
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let found = self.found(desk);
        let item = |hit: &Hit| Item {
            lead: hit.id.clone(),
            text: hit.text.clone(),
            aside: content::step(hit.spot.step).name.get(words.0).to_owned(),
            ..Item::default()
        };
        let items = found.iter().map(item).collect();
        let empty = if self.wanted.is_blank() {
            words.search_hint()
        } else {
            words.search_nothing()
        };
        vec![
            Field::new(
                Key::Wanted,
                words.search_wanted(),
                Value::Line(self.wanted.clone()),
            ),
            Field::new(
                Key::Found,
                words.search_found(found.len()),
                Value::Items {
                    items,
                    empty: empty.to_owned(),
                },
            ),
        ]
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk);
        let typing = self.form.focus(&fields) == Some(Key::Wanted);
        if typing && *input == Input::Command(Command::Confirm) {
            return self.go(desk, 0);
        }
        match self.form.take(
            input,
            &fields,
            inside(desk.areas.window(SIZE.0, SIZE.1)),
            desk,
        ) {
            Reaction::Ignored if *input == Input::Command(Command::Search) => Flow::Close,
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(_, Edit::Text(text)) => {
                self.wanted = text;
                Flow::Stay
            }
            Reaction::Edit(_, Edit::Open(index)) => self.go(desk, index),
            _ => Flow::Stay,
        }
    }

    fn go(&self, desk: &Desk, index: usize) -> Flow {
        self.found(desk)
            .into_iter()
            .nth(index)
            .map_or(Flow::Stay, |hit| Flow::GoTo(hit.spot))
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.window(SIZE.0, SIZE.1, desk.words().search_title());
        let area = Rect {
            x: area.x - 1,
            width: area.width + 1,
            ..area
        };
        canvas.cursor = self
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

/// Every text of the session that can be gone to.
fn all(session: &Session) -> Vec<Hit> {
    let mut out = Vec::new();
    let mut put = |step: StepKind, id: String, texts: &[&Text]| {
        let text = texts
            .iter()
            .filter_map(|t| t.filled())
            .collect::<Vec<_>>()
            .join(" · ");
        if !text.is_empty() {
            out.push(Hit {
                spot: Spot {
                    step,
                    at: format!("{id}/"),
                },
                id,
                text,
            });
        }
    };
    for a in session.attendees.iter() {
        put(StepKind::Opening, a.id.to_string(), &[&a.function]);
    }
    for i in session.incidents.iter() {
        let r = &i.report;
        let texts = [
            &r.reference,
            &r.title,
            &r.facts,
            &r.consequences,
            &r.measures,
            &r.immediate_causes,
            &r.proposals,
            &i.fate_reason,
        ];
        put(StepKind::Incidents, i.id.to_string(), &texts);
    }
    for f in session.follow_ups.iter() {
        put(
            StepKind::FollowUp,
            f.id.to_string(),
            &[&f.wording, &f.owner, &f.reason, &f.evidence],
        );
    }
    for analysis in session.analyses.iter() {
        for f in analysis.facts.iter() {
            put(
                StepKind::Timeline,
                f.id.to_string(),
                &[&f.what, &f.actor, &f.source],
            );
        }
        for d in analysis.deviations.iter() {
            put(
                StepKind::Deviations,
                d.id.to_string(),
                &[&d.observed, &d.expected, &d.reference, &d.immediate_cause],
            );
        }
        for b in analysis.barriers.iter() {
            put(StepKind::Deviations, b.id.to_string(), &[&b.what, &b.note]);
        }
        for f in analysis.factors.iter() {
            put(
                StepKind::Factors,
                f.id.to_string(),
                &[&f.what, &f.evidence, &f.check_by],
            );
        }
        for w in analysis.whys.iter() {
            put(StepKind::Factors, w.id.to_string(), &[&w.what]);
        }
    }
    for a in session.actions.iter() {
        put(
            StepKind::Actions,
            a.id.to_string(),
            &[
                &a.what,
                &a.owner,
                &a.goal,
                &a.indicator,
                &a.evaluation,
                &a.resources,
            ],
        );
    }
    for m in session.messages.iter() {
        put(
            StepKind::Closing,
            m.id.to_string(),
            &[&m.audience, &m.content, &m.by],
        );
    }
    for p in session.parked.iter() {
        put(StepKind::Closing, p.id.to_string(), &[&p.what, &p.outcome]);
    }
    put(
        StepKind::Closing,
        String::new(),
        &[&session.closing.lessons, &session.closing.remarks],
    );
    out
}
