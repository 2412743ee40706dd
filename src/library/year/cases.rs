//! The events of all sessions and of the workspace, each once, with what happened to it.

use super::{Case, Figures};
use crate::domain::code::{Code, Lang};
use crate::domain::incident::{IncidentFile, Informed, Report};
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashMap;

/// An event, with what happened to it.
#[derive(Debug)]
pub(super) struct Known<'a> {
    /// By what it is known from session to session.
    pub event: Cow<'a, Text>,
    /// What it is called.
    pub heading: Cow<'a, Text>,
    /// The language of that.
    pub lang: Lang,
    /// Its nature.
    pub nature: &'a Code,
    /// The stage of care.
    pub stage: &'a Code,
    /// Whether the patient or the relatives were told.
    pub informed: Informed,
    /// When it was reported.
    pub reported: Option<NaiveDate>,
    /// When its reporter was answered first.
    pub answered: Option<NaiveDate>,
    /// The days of the meetings held that it was before, in order.
    pub heard: Vec<NaiveDate>,
    /// When it was first chosen in a meeting held.
    pub chosen: Option<NaiveDate>,
    /// When it was first analysed in a meeting held.
    pub treated: Option<NaiveDate>,
}

/// All events.
pub(super) struct Cases<'a> {
    /// Each once.
    pub all: Vec<Known<'a>>,
    /// Where each stands among them.
    at: HashMap<Cow<'a, Text>, usize>,
}

impl<'a> Cases<'a> {
    /// The events of these sessions, in order of their days, and of the files of the workspace. What was read last holds.
    pub fn new(sessions: &[&'a Figures], files: &[&'a IncidentFile]) -> Self {
        let mut all: Vec<Known> = Vec::new();
        let mut at: HashMap<Cow<Text>, usize> = HashMap::new();
        for session in sessions {
            for case in &session.cases {
                let event = Cow::Borrowed(&case.event);
                let place = *at.entry(event).or_insert(all.len());
                if place == all.len() {
                    all.push(Known::heard(session, case));
                }
                all[place].read(session, case);
            }
            let made = session.analyses.iter().filter(|_| session.is_held());
            for place in made.filter_map(|analysis| at.get(&analysis.event)) {
                let treated = &mut all[*place].treated;
                *treated = treated.or(Some(session.day));
            }
        }
        for file in files {
            let event: Cow<Text> = Cow::Owned(Text::new(&file.id.to_string()));
            let place = *at.entry(event.clone()).or_insert(all.len());
            if place == all.len() {
                all.push(Known::waiting(event, &file.report));
            }
            let reported = &mut all[place].reported;
            *reported = reported.or(file.report.reported);
        }
        Self { all, at }
    }

    /// What happened to an event.
    pub fn get(&self, event: &Text) -> Option<&Known<'a>> {
        self.all.get(*self.at.get(event)?)
    }
}

impl<'a> Known<'a> {
    /// The day by which it belongs to a year: that of its report, else of its first hearing.
    pub fn day(&self) -> Option<NaiveDate> {
        self.reported.or_else(|| self.heard.first().copied())
    }

    /// One that a session heard.
    fn heard(session: &Figures, case: &'a Case) -> Self {
        Self {
            event: Cow::Borrowed(&case.event),
            heading: Cow::Borrowed(&case.heading),
            lang: session.lang,
            nature: &case.nature,
            stage: &case.stage,
            informed: case.informed,
            reported: None,
            answered: None,
            heard: Vec::new(),
            chosen: None,
            treated: None,
        }
    }

    /// One that waits in the workspace.
    fn waiting(event: Cow<'a, Text>, report: &'a Report) -> Self {
        Self {
            event,
            heading: Cow::Owned(report.name().on_one_line()),
            lang: Lang::Fr,
            nature: &report.nature,
            stage: &report.stage,
            informed: report.informed,
            reported: None,
            answered: None,
            heard: Vec::new(),
            chosen: None,
            treated: None,
        }
    }

    /// As one more session read it.
    fn read(&mut self, session: &Figures, case: &'a Case) {
        self.heading = Cow::Borrowed(&case.heading);
        self.lang = session.lang;
        self.nature = &case.nature;
        self.stage = &case.stage;
        self.informed = case.informed;
        self.reported = case.reported.or(self.reported);
        let answers = [self.answered, case.answered];
        self.answered = answers.into_iter().flatten().min();
        if session.is_held() {
            self.heard.push(session.day);
            let chosen = Some(session.day).filter(|_| case.chosen);
            self.chosen = self.chosen.or(chosen);
        }
    }
}
