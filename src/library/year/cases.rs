//! The events of all sessions and of the workspace, each once, with what happened to it.

use super::Figures;
use crate::domain::code::{Code, Lang};
use crate::domain::incident::{IncidentFile, Informed};
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::collections::HashMap;

/// An event, with what happened to it.
#[derive(Debug)]
pub(super) struct Known {
    /// By what it is known from session to session.
    pub event: Text,
    /// What it is called.
    pub heading: Text,
    /// The language of that.
    pub lang: Lang,
    /// Its nature.
    pub nature: Code,
    /// The stage of care.
    pub stage: Code,
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

impl Known {
    /// The day by which it belongs to a year: that of its report, else of its first hearing.
    pub fn day(&self) -> Option<NaiveDate> {
        self.reported.or_else(|| self.heard.first().copied())
    }
}

/// The events of these sessions, in order of their days, and of the files of the workspace. What was read last holds.
pub(super) fn cases(sessions: &[&Figures], files: &[&IncidentFile]) -> Vec<Known> {
    let mut all: Vec<Known> = Vec::new();
    let mut at: HashMap<Text, usize> = HashMap::new();
    for session in sessions {
        for case in &session.cases {
            let place = *at.entry(case.event.clone()).or_insert_with(|| {
                all.push(Known::new(&case.event, session.lang));
                all.len() - 1
            });
            all[place].read(session, case);
        }
        let made = session.analyses.iter().filter(|_| session.is_held());
        for place in made.filter_map(|analysis| at.get(&analysis.event)) {
            let treated = &mut all[*place].treated;
            *treated = treated.or(Some(session.day));
        }
    }
    for file in files {
        let event = Text::new(&file.id.to_string());
        let report = &file.report;
        let place = *at.entry(event.clone()).or_insert_with(|| {
            all.push(Known {
                heading: report.name().on_one_line(),
                nature: report.nature.clone(),
                stage: report.stage.clone(),
                informed: report.informed,
                ..Known::new(&event, Lang::Fr)
            });
            all.len() - 1
        });
        let reported = &mut all[place].reported;
        *reported = reported.or(report.reported);
    }
    all
}

impl Known {
    fn new(event: &Text, lang: Lang) -> Self {
        Self {
            event: event.clone(),
            heading: Text::default(),
            lang,
            nature: Code::default(),
            stage: Code::default(),
            informed: Informed::Unknown,
            reported: None,
            answered: None,
            heard: Vec::new(),
            chosen: None,
            treated: None,
        }
    }

    /// As one more session read it.
    fn read(&mut self, session: &Figures, case: &super::Case) {
        self.heading = case.heading.clone();
        self.lang = session.lang;
        self.nature = case.nature.clone();
        self.stage = case.stage.clone();
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
