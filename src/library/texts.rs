//! The one table of all texts of a session, each with the place where it stands: what is searched, and nothing is forgotten.

use super::Spot;
use crate::domain::action::FollowUp;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{Analysis, Section};
use crate::domain::ballot::Subject;
use crate::domain::ids::AnalysisId;
use crate::domain::incident::Report;
use crate::domain::moment::Moment;
use crate::domain::session::Session;
use crate::domain::text::Text;
use std::fmt::Display;

/// A place of a session with the texts that stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'s> {
    /// Where.
    pub spot: Spot,
    /// The short id of the item (`A1`), if it is one.
    pub id: String,
    /// What is written there, in the order of its form; never nothing.
    pub texts: Vec<&'s Text>,
}

impl Place<'_> {
    /// All of it on one line.
    pub fn joined(&self) -> String {
        let texts: Vec<&str> = self.texts.iter().map(|text| text.as_str()).collect();
        texts.join(" · ")
    }
}

/// Every text of the session that can be gone to.
pub fn texts(session: &Session) -> Vec<Place<'_>> {
    let mut out = Places::default();
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
    for erased in &session.erasures {
        out.put(StepKind::Closing, "", &[&erased.reason, &erased.sealed]);
    }
    out.places
}

/// The texts gathered so far, in the order of the steps.
#[derive(Default)]
struct Places<'s> {
    places: Vec<Place<'s>>,
    /// The analysis being gone through, when it is read at the presentation: it has no steps of its own there.
    read_as: Option<AnalysisId>,
}

impl<'s> Places<'s> {
    /// One place with its texts; a place without any text is none.
    fn put(&mut self, step: StepKind, id: impl Display, texts: &[&'s Text]) {
        let filled = texts.iter().copied().filter(|text| !text.is_blank());
        let filled: Vec<&Text> = filled.collect();
        if !filled.is_empty() {
            self.places.push(Place {
                spot: Spot::on(step, &id),
                id: id.to_string(),
                texts: filled,
            });
        }
    }

    /// A place of an analysis: at its step, or in its section where it is presented.
    fn put_of(&mut self, section: Section, step: StepKind, id: impl Display, texts: &[&'s Text]) {
        let before = self.places.len();
        self.put(step, id, texts);
        if let (Some(analysis), Some(place)) = (self.read_as, self.places.get_mut(before)) {
            let (step, at) = (StepKind::Presentation, format!("{analysis}|{section:?}|"));
            place.spot = Spot { step, at };
        }
    }

    /// What was heard and the group worded otherwise.
    fn as_heard(&mut self, session: &'s Session, heard: StepKind) {
        let mut was = Self::default();
        for analysis in session.heard.iter() {
            was.read_as = Some(analysis.id);
            was.of_an_analysis(analysis, heard);
        }
        let known = |place: &Place| {
            let mut same = self.places.iter().filter(|p| p.id == place.id);
            same.any(|p| p.texts == place.texts)
        };
        was.places.retain(|place| !known(place));
        self.places.extend(was.places);
    }

    fn of_the_meeting(&mut self, session: &'s Session) {
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
    fn of_the_votes(&mut self, session: &'s Session) {
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

    fn before_the_analysis(&mut self, session: &'s Session) {
        for a in session.attendees.iter() {
            self.put(StepKind::Opening, a.id, &[&a.function]);
        }
        for i in session.incidents.iter() {
            let mut texts = report(&i.report);
            texts.extend([&i.fate_reason, &i.answer, &i.answer_by]);
            self.put(StepKind::Incidents, i.id, &texts);
        }
        for f in session.follow_ups.iter() {
            self.put(StepKind::FollowUp, f.id, &follow_up(f));
        }
    }

    fn of_an_analysis(&mut self, analysis: &'s Analysis, heard: StepKind) {
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

    fn after_the_analysis(&mut self, session: &'s Session) {
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
        let reasons = &session.reasons;
        self.put(StepKind::Actions, "", &[&reasons.weak_plan]);
        if let Some(why) = &reasons.orphans {
            self.put(StepKind::Closing, "", &[why]);
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
        let mut played: Vec<&Text> = session.play.texts().collect();
        let first = session.kind.simulation();
        played.extend(first.map(|simulation| &simulation.observations));
        self.put(StepKind::Debrief, "", &played);
    }
}

/// The texts of a report.
pub(super) fn report(r: &Report) -> Vec<&Text> {
    let mut texts = vec![
        &r.reference,
        &r.title,
        &r.facts,
        &r.consequences,
        &r.measures,
        &r.immediate_causes,
        &r.proposals,
        &r.place,
        &r.reporter,
        &r.serious.reason,
    ];
    if let Moment::Said(said) | Moment::About(said, _) = &r.occurred {
        texts.push(said);
    }
    texts
}

/// The texts of what was said of an action.
pub(super) fn follow_up(f: &FollowUp) -> Vec<&Text> {
    vec![
        &f.wording,
        &f.owner,
        &f.reason,
        &f.evidence,
        &f.escalated_to,
    ]
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
        let session = sample::session(Lang::Fr);
        let mut words = Vec::new();
        typed(&serde_json::to_value(&session).unwrap(), &mut words);
        assert!(words.len() > 120, "{}", words.len());
        let places = texts(&session);
        let found = |word: &&String| {
            places
                .iter()
                .any(|place| place.joined().contains(word.as_str()))
        };
        let missed: Vec<&String> = words.iter().filter(|word| !found(word)).collect();
        assert!(missed.is_empty(), "{missed:?}");
    }
}
