//! What was found of the key, kept from one frame to the next: comparing it all takes longer than a key may.

use crate::content;
use crate::domain::action::Action;
use crate::domain::analysis::Analysis;
use crate::domain::list::List;
use crate::domain::scenario::Family;
use crate::domain::session::Session;
use crate::domain::simulation::Judged;
use crate::training::debrief::{self, Found};
use crate::tui::desk::Desk;
use std::cell::RefCell;
use std::rc::Rc;

/// What was found, and of what state of the session.
#[derive(Debug, Default)]
pub struct Findings {
    of: RefCell<Option<(Seen, Rc<Vec<Found>>)>>,
}

/// What the comparison follows from.
#[derive(Debug)]
struct Seen {
    analyses: List<Analysis>,
    actions: List<Action>,
    judged: Vec<Judged>,
}

impl Seen {
    fn new(session: &Session) -> Self {
        Self {
            analyses: session.analyses.clone(),
            actions: session.actions.clone(),
            judged: session.play.judged.clone(),
        }
    }

    fn still(&self, session: &Session) -> bool {
        // Equal is enough: a session that is followed is read anew, and shares nothing with what it was.
        self.analyses == session.analyses
            && self.actions == session.actions
            && self.judged == session.play.judged
    }
}

impl Findings {
    /// What was found in the session that is open; nothing where its scenario is not known.
    pub fn all(&self, desk: &Desk) -> Rc<Vec<Found>> {
        let Some(session) = desk.session() else {
            return Rc::default();
        };
        let Some(scenario) = content::scenario_of(session) else {
            return Rc::default();
        };
        let mut of = self.of.borrow_mut();
        if let Some((_, found)) = of.as_ref().filter(|(seen, _)| seen.still(session)) {
            return Rc::clone(found);
        }
        let found = Rc::new(debrief::found(session, &scenario.key));
        *of = Some((Seen::new(session), Rc::clone(&found)));
        found
    }

    /// The same of one family.
    pub fn of_family(&self, family: Family, desk: &Desk) -> Option<Found> {
        let all = self.all(desk);
        all.iter().find(|found| found.family == family).cloned()
    }
}
