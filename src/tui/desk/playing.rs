//! What happens by itself while a scenario is played.

use super::Desk;
use crate::content;
use crate::domain::code::Code;
use crate::domain::scenario::{Kit, Scenario};
use crate::domain::session::{Session, Stage};
use crate::domain::simulation::Play;

impl Desk {
    /// The session that is open, the case that it plays and what all cases have in common with it; none in a real session, and
    /// where the case is not known.
    pub fn played(&self) -> Option<(&Session, &Scenario, Kit)> {
        let session = self.session()?;
        let scenario = content::scenario_of(session)?;
        Some((session, scenario, scenario.kit(content::kit(session.lang))))
    }

    /// Gives the injects whose minute has come. Nothing comes while the picture is frozen, or in what is only read.
    pub fn give_due(&mut self) {
        let now = self.now;
        let due = self.due();
        if due.is_empty() {
            return;
        }
        self.advance(|session| {
            for id in &due {
                session.give_inject(id, now);
            }
        });
    }

    fn due(&self) -> Vec<Code> {
        let open = self.session.as_ref();
        let open = open.filter(|open| open.read_only.is_none());
        let Some(session) = open.map(|open| &open.doc) else {
            return Vec::new();
        };
        let still = session.stage != Stage::Open || session.play.frozen().is_some();
        let Some(scenario) = content::scenario_of(session).filter(|_| !still) else {
            return Vec::new();
        };
        let minute = session.played_minutes(self.now);
        let due = scenario.injects.iter().filter(|inject| {
            let given = Play::has(&session.play.injected, &inject.id);
            inject.minute > 0 && inject.minute <= minute && !given
        });
        due.map(|inject| inject.id.clone()).collect()
    }

    /// The title of what was given last and not read yet, if anything.
    pub fn news(&self) -> Option<String> {
        let session = self.session()?;
        let last = session.play.injected.get(self.news_read..)?.last()?;
        let scenario = content::scenario_of(session)?;
        Some(scenario.inject(&last.id)?.title.to_string())
    }
}
