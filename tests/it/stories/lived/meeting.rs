//! A meeting of the year, step by step: what is done is the same each time, what is typed comes in.

use super::events::Event;
use super::team::{MANY, Team};
use crex::domain::agenda::StepKind;

/// What is typed of an analysis.
pub struct Analysis {
    /// Hour, who, what.
    pub facts: &'static [(&'static str, &'static str, &'static str)],
    /// What was observed, what was expected.
    pub deviation: (&'static str, &'static str),
    /// What held in the end.
    pub barrier: &'static str,
    /// Factors, each with how many questions of the grid are answered no before it.
    pub factors: &'static [(usize, &'static str)],
    /// Whether every question of the grid is answered.
    pub whole: bool,
}

/// What is typed of an action.
pub struct Action {
    pub what: &'static str,
    pub owner: &'static str,
    pub due: &'static str,
    pub evaluated_on: &'static str,
}

/// The way to a member in the list of those who are there.
pub const PATIENT: &str = "<End>";
/// The way to another one.
pub const PHARMACIST: &str = "<Home><Down><Down>";

/// What is said of an action in its follow-up, as keys.
pub const DONE: &str = "1<Enter>";

impl Team {
    /// A meeting is prepared for that day: what waits goes on its agenda.
    pub fn prepares(&mut self, on: &str, day: &str) -> &mut Self {
        self.until(on).room.way("Préparer une séance");
        self.keys(&format!("{day}<Enter><Enter>"));
        self.room.see(&["Ouvrir la séance"]);
        self.home()
    }

    /// The meeting that was prepared begins.
    pub fn opens_prepared(&mut self, on: &str, away: &str) -> &mut Self {
        self.until(on).room.way("Reprendre");
        self.tab_to("Ouvrir la séance").keys("<Enter>");
        self.roll_call("1", away)
    }

    /// A meeting begins; `record` is what is said of the last one, `away` the way to the member who is excused.
    pub fn opens(&mut self, on: &str, record: &str, away: &str) -> &mut Self {
        self.until(on).room.way("Nouvelle séance");
        self.roll_call(record, away)
    }

    /// Everyone but one is there; the three roles, the last record, the charter, the way of voting.
    fn roll_call(&mut self, record: &str, away: &str) -> &mut Self {
        self.tab_to("Tous présents").keys("<Enter>");
        self.keys(away).keys("<Space>");
        self.keys("<Tab>1<Tab>2<Tab>3<Tab>")
            .keys(record)
            .keys("<Tab><Enter><Enter><Space>");
        assert_eq!(self.room.session().n_present(), 4);
        self
    }

    /// What was decided before is gone through; the others are left for another time.
    pub fn follows(&mut self, said: &[(&str, &str)]) -> &mut Self {
        self.on_to(StepKind::FollowUp);
        for (action, keys) in said {
            self.hold(action).keys("<Enter>").keys(keys);
        }
        let told = self.room.session().follow_ups.iter();
        let told = told.filter(|f| f.said_on.is_some()).count();
        assert_eq!(told, said.len(), "{}", self.room.screen());
        self
    }

    /// Events typed in the meeting itself.
    pub fn types(&mut self, events: &[Event]) -> &mut Self {
        self.on_to(StepKind::Incidents);
        for event in events {
            self.keys("a").report(event);
        }
        self
    }

    /// Events that waited are heard.
    pub fn hears(&mut self, events: &[Event]) -> &mut Self {
        self.on_to(StepKind::Incidents);
        for event in events {
            let before = self.room.session().incidents.len();
            self.keys("<Tab>").hold(event.title).keys("<Space>");
            let after = self.room.session().incidents.len();
            assert_eq!(after, before + 1, "{}\n{}", event.title, self.room.screen());
        }
        self
    }

    /// The group agrees on an event, and says why.
    pub fn chooses(&mut self, event: &Event, reason: &str) -> &mut Self {
        self.on_to(StepKind::Choice);
        self.hold(event.title).keys("<Enter>").keys(reason)
    }

    /// The group votes by show of hands on which event, and says why it follows the vote.
    pub fn votes(&mut self, hands: &[u8], reason: &str) -> &mut Self {
        self.on_to(StepKind::Choice).keys("v<Enter>");
        for n in hands {
            self.keys(&format!("{n}<Enter>"));
        }
        self.keys("0<Enter><Enter><Enter>").keys(reason)
    }

    /// The other events: so many presses of the key that goes through what becomes of one.
    pub fn leaves(&mut self, events: &[Event], presses: usize) -> &mut Self {
        self.on_to(StepKind::Choice);
        for event in events {
            self.at_event("<S-Tab>", event)
                .keys(&"<Space>".repeat(presses));
        }
        self
    }

    /// The analysis of the event chosen is entrusted.
    pub fn entrusts(&mut self, lead: &str, due: &str) -> &mut Self {
        self.tab_to("Pilote").keys(lead).keys("<Tab>2<Tab>");
        self.keys(due).keys("<Tab><Enter>");
        self.room.see(&["Analyse confiée"]);
        self
    }

    /// Timeline, deviation and barrier, factors, in the room or alone between two meetings.
    pub fn analyses(&mut self, told: &Analysis) -> &mut Self {
        self.on_to(StepKind::Timeline);
        for (hour, who, what) in told.facts {
            self.keys(&format!("a{hour}<Enter>{who}<Enter>{what}<Esc>"));
        }
        let (observed, expected) = told.deviation;
        self.on_to(StepKind::Deviations)
            .keys(&format!("a2<Tab>{observed}<Enter>{expected}<Esc><Tab>"));
        self.keys(&format!("a{}<Enter>3<Tab>1<Esc>", told.barrier));
        self.on_to(StepKind::Factors).keys("<C-Right>");
        for (before, factor) in told.factors {
            self.keys(&"n".repeat(*before));
            self.keys(&format!("o{factor}<Esc>"));
        }
        if told.whole {
            self.keys(&"n".repeat(40));
        }
        self
    }

    /// The first factors are retained by agreement, and it is said why.
    pub fn retains(&mut self, n: usize, reason: &str) -> &mut Self {
        self.on_to(StepKind::Priorities).keys("<Home>");
        self.keys(&vec!["<Space>"; n].join("<Down>"));
        // By consensus.
        self.keys("<Tab>1<Tab>").keys(reason)
    }

    /// Actions, caught one after the other, each retained and completed.
    pub fn decides(&mut self, actions: &[Action]) -> &mut Self {
        self.on_to(StepKind::Actions).keys("a");
        for action in actions {
            self.keys(action.what).keys("<Enter>");
        }
        self.keys("<Enter>");
        for action in actions {
            let Action {
                owner,
                due,
                evaluated_on,
                ..
            } = action;
            self.hold(action.what).keys("<Space><Enter><Enter>1");
            self.keys(&format!(
                "<Tab><Tab><Tab><Tab><Tab>{owner}<Tab><Tab>{due}<Tab>"
            ));
            if !due.is_empty() {
                self.keys("dossiers relus<Tab>deux sur dix<Tab>neuf sur dix<Tab>relevé<Tab>")
                    .keys(evaluated_on);
            }
            self.keys("<Esc>");
        }
        let retained = self.room.session().retained_actions().count();
        assert_eq!(retained, actions.len());
        self
    }

    /// By that key to the list of events, then to that one.
    #[track_caller]
    fn at_event(&mut self, key: &str, event: &Event) -> &mut Self {
        for _ in 0..MANY {
            if self.on_event() {
                return self.hold(event.title);
            }
            self.keys(key);
        }
        panic!("no way to {:?} on\n{}", event.title, self.room.screen());
    }

    /// Whether an event of the meeting is in focus.
    fn on_event(&self) -> bool {
        let mut incidents = self.room.session().incidents.iter();
        incidents.any(|i| self.on(i.report.title.as_str()))
    }

    /// Lessons, answers to reporters, the next meeting, the round, the seal.
    pub fn closes(&mut self, lesson: &str, answered: &[&Event], next: &str) -> &mut Self {
        self.on_to(StepKind::Closing).keys(lesson).keys("<Tab>");
        for event in answered {
            self.at_event("<Tab>", event)
                .keys("<Enter>Merci, votre fiche a été lue en séance.<Tab>IDEL<Enter><Space><Esc>");
        }
        self.tab_to("Date").keys(next);
        self.keys("<Enter>salle du conseil<Enter>suivi des actions<Enter>3<Enter>1<Enter>");
        self.seals()
    }

    /// The last question before the seal, with the reason of what is left incomplete where one is asked.
    fn seals(&mut self) -> &mut Self {
        self.tab_to("Sceller la séance").keys("<Enter>");
        if self.room.screen().contains("Raison") {
            self.keys("décidé en fin de séance<Tab>");
        }
        self.keys("<Tab><Enter>");
        assert!(self.room.session().is_sealed(), "{}", self.room.screen());
        self.home()
    }

    /// The analysis that waits is led between two meetings, from home.
    pub fn leads(&mut self, on: &str, event: &Event, heard: &str, told: &Analysis) -> &mut Self {
        self.until(on).room.way(event.title);
        self.room.see(&["Recueil : entendre et consulter"]);
        self.keys(&format!(
            "a{heard}<Tab>Ce qui a été vu<Tab><Tab><Space><Esc>"
        ));
        self.analyses(told);
        self.home()
    }

    /// The analysis of the lead is read section by section.
    pub fn is_presented_with(&mut self) -> &mut Self {
        self.on_to(StepKind::Presentation);
        self.keys("<Enter><Right><Right><Right><Right><Right><Right><Right><Esc>")
    }
}
