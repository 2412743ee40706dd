//! Search in the session: every text of it, accents and case ignored, shown with what it belongs to; Enter goes there.

use super::help;
use super::{Flow, Input, Spot};
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{Analysis, Section};
use crate::domain::ballot::Subject;
use crate::domain::ids::AnalysisId;
use crate::domain::moment::Moment;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::store::fold;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use std::fmt::Display;

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

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Search)
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
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().search_title());
        canvas.cursor = self
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

/// Every text of the session that can be gone to.
fn all(session: &Session) -> Vec<Hit> {
    let mut out = Hits::default();
    out.of_the_meeting(session);
    out.before_the_analysis(session);
    // A meeting that hears no earlier analysis has no step for it.
    let heard = match session.row_of(StepKind::Presentation) {
        Some(row) => row.step,
        None if session.is_led() => StepKind::Sources,
        None => StepKind::Choice,
    };
    let presented = session.row_of(StepKind::Presentation).is_some();
    for analysis in session.analyses.iter() {
        let read = presented && !analysis.origin.is_blank();
        out.read_as = read.then_some(analysis.id);
        out.of_an_analysis(analysis, heard);
    }
    out.as_heard(session, heard);
    out.read_as = None;
    out.of_the_votes(session);
    out.after_the_analysis(session);
    out.hits
}

/// The texts gathered so far, in the order of the steps.
#[derive(Default)]
struct Hits {
    hits: Vec<Hit>,
    /// The analysis being gone through, when it is read at the presentation: it has no steps of its own there.
    read_as: Option<AnalysisId>,
}

impl Hits {
    /// One place with its texts; a place without any text is none.
    fn put(&mut self, step: StepKind, id: impl Display, texts: &[&Text]) {
        let id = id.to_string();
        let filled: Vec<&str> = texts.iter().filter_map(|t| t.filled()).collect();
        if !filled.is_empty() {
            let at = format!("{id}/");
            self.hits.push(Hit {
                spot: Spot { step, at },
                id,
                text: filled.join(" · "),
            });
        }
    }

    /// A place of an analysis: at its step, or in its section where it is presented.
    fn put_of(&mut self, section: Section, step: StepKind, id: impl Display, texts: &[&Text]) {
        let before = self.hits.len();
        self.put(step, id, texts);
        if let (Some(analysis), Some(hit)) = (self.read_as, self.hits.get_mut(before)) {
            let (step, at) = (StepKind::Presentation, format!("{analysis}|{section:?}|"));
            hit.spot = Spot { step, at };
        }
    }

    /// What was heard and the group worded otherwise.
    fn as_heard(&mut self, session: &Session, heard: StepKind) {
        let mut was = Self::default();
        for analysis in session.heard.iter() {
            was.read_as = Some(analysis.id);
            was.of_an_analysis(analysis, heard);
        }
        let known = |hit: &Hit| {
            self.hits
                .iter()
                .any(|h| h.id == hit.id && h.text == hit.text)
        };
        was.hits.retain(|hit| !known(hit));
        self.hits.extend(was.hits);
    }

    fn of_the_meeting(&mut self, session: &Session) {
        let opening = &session.opening;
        let texts = [
            &session.title,
            &session.structure,
            &session.place,
            &opening.aims,
            &opening.approval_remark,
            &opening.quorum_overruled,
        ];
        self.put(StepKind::Opening, "", &texts);
        let charter: Vec<&Text> = session.own.charter.iter().collect();
        self.put(StepKind::Opening, "", &charter);
        let format = session.own.format.as_ref().map(|format| &format.name);
        self.put(StepKind::Opening, "", &Vec::from_iter(format));
        for sitting in &session.sittings {
            self.put(StepKind::Opening, "", &[&sitting.adjourned]);
        }
        for pause in &session.pauses {
            self.put(StepKind::Opening, "", &[&pause.note]);
        }
        for row in session.agenda.iter() {
            let passed = row.passed.as_ref();
            self.put(row.step, "", &Vec::from_iter(passed));
        }
    }

    /// Decisions and votes, at the step that they belong to.
    fn of_the_votes(&mut self, session: &Session) {
        for subject in Subject::ALL {
            let step = step_of(*subject);
            if let Some(d) = session.decision(*subject) {
                self.put(step, "", &[&d.reason, &d.dissent, &d.without_quorum]);
            }
        }
        for ballot in session.ballots.iter() {
            let mut texts = vec![
                &ballot.question,
                &ballot.cancelled,
                &ballot.decided,
                &ballot.reason,
            ];
            texts.extend(ballot.options.iter().map(|o| &o.label));
            self.put(step_of(ballot.subject), ballot.id, &texts);
        }
    }

    fn before_the_analysis(&mut self, session: &Session) {
        for a in session.attendees.iter() {
            self.put(StepKind::Opening, a.id, &[&a.function]);
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
                &i.answer,
                &i.answer_by,
                &r.place,
                &r.reporter,
                &r.serious.reason,
            ];
            self.put(StepKind::Incidents, i.id, &texts);
        }
        for f in session.follow_ups.iter() {
            let texts = [
                &f.wording,
                &f.owner,
                &f.reason,
                &f.evidence,
                &f.escalated_to,
            ];
            self.put(StepKind::FollowUp, f.id, &texts);
        }
    }

    fn of_an_analysis(&mut self, analysis: &Analysis, heard: StepKind) {
        let mut texts = vec![&analysis.lead, &analysis.remarks];
        texts.extend(analysis.notes.iter().map(|note| &note.what));
        self.put_of(Section::Event, heard, analysis.id, &texts);
        for s in analysis.sources.iter() {
            self.put_of(Section::Sources, heard, s.id, &[&s.what, &s.note]);
        }
        for answer in &analysis.answers {
            self.put_of(
                Section::Factors,
                StepKind::Factors,
                &answer.item,
                &[&answer.note],
            );
        }
        for f in analysis.facts.iter() {
            let mut texts = vec![&f.what, &f.actor, &f.source];
            if let Moment::Said(said) | Moment::About(said, _) = &f.when {
                texts.push(said);
            }
            self.put_of(Section::Facts, StepKind::Timeline, f.id, &texts);
        }
        for d in analysis.deviations.iter() {
            let texts = [&d.observed, &d.expected, &d.reference, &d.immediate_cause];
            self.put_of(Section::Deviations, StepKind::Deviations, d.id, &texts);
        }
        for b in analysis.barriers.iter() {
            self.put_of(
                Section::Barriers,
                StepKind::Deviations,
                b.id,
                &[&b.what, &b.note],
            );
        }
        for f in analysis.factors.iter() {
            let mut texts = vec![&f.what, &f.evidence, &f.check_by, &f.no_action_reason];
            texts.extend(f.keywords.iter());
            self.put_of(Section::Factors, StepKind::Factors, f.id, &texts);
        }
        for w in analysis.whys.iter() {
            self.put_of(Section::Whys, StepKind::Factors, w.id, &[&w.what]);
        }
    }

    fn after_the_analysis(&mut self, session: &Session) {
        for a in session.actions.iter() {
            let texts = [
                &a.what,
                &a.owner,
                &a.goal,
                &a.indicator,
                &a.evaluation,
                &a.resources,
                &a.partners,
                &a.baseline,
                &a.target,
                &a.plan,
                &a.missing_reason,
            ];
            self.put(StepKind::Actions, a.id, &texts);
        }
        for m in session.messages.iter() {
            self.put(StepKind::Closing, m.id, &[&m.audience, &m.content, &m.by]);
        }
        for p in session.parked.iter() {
            self.put(StepKind::Closing, p.id, &[&p.what, &p.outcome]);
        }
        let closing = &session.closing;
        let texts = [
            &closing.lessons,
            &closing.remarks,
            &closing.next_place,
            &closing.next_topics,
            &closing.round_words,
        ];
        self.put(StepKind::Closing, "", &texts);
    }
}

/// The step at which a subject is voted and decided; a free question is found again at the closing.
const fn step_of(subject: Subject) -> StepKind {
    match subject {
        Subject::Choice => StepKind::Choice,
        Subject::Priorities => StepKind::Priorities,
        Subject::Actions | Subject::Impact | Subject::Effort => StepKind::Actions,
        Subject::Free | Subject::Round => StepKind::Closing,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::documents::record::sample;
    use crate::domain::code::Lang;

    fn typed(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::String(s) if s.contains('§') => out.push(s.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|v| typed(v, out)),
            serde_json::Value::Object(fields) => fields.values().for_each(|v| typed(v, out)),
            _ => {}
        }
    }

    #[test]
    fn every_text_of_a_session_is_found() {
        let mut session = sample::session(Lang::Fr);
        session.kind = crate::domain::simulation::Kind::Real;
        let mut words = Vec::new();
        typed(&serde_json::to_value(&session).unwrap(), &mut words);
        assert!(words.len() > 120, "{}", words.len());
        let hits = all(&session);
        let found = |word: &&String| hits.iter().any(|hit| hit.text.contains(word.as_str()));
        let missed: Vec<&String> = words.iter().filter(|word| !found(word)).collect();
        assert!(missed.is_empty(), "{missed:?}");
    }
}
