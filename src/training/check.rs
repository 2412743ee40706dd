//! Whether a scenario can be played: all that its file lacks, says twice or points at in vain, each with its place.

mod codes;
#[cfg(test)]
mod shipped_tests;
#[cfg(test)]
mod tests;
mod texts;
mod unread;

use crate::content::{self, Places};
use crate::domain::SCHEMA;
use crate::domain::analysis::FactorRole;
use crate::domain::code::Code;
use crate::domain::grid::Grid;
use crate::domain::moment::Moment;
use crate::domain::order::Order;
use crate::domain::ron_fault;
use crate::domain::scenario::{Case, Key, QuizQuestion, Scenario};
use crate::domain::scenario_fault::{Finding, ScenarioFault};
use crate::domain::text::Text;

/// Most characters of an id.
const MAX_ID: usize = 24;
/// What a card costs at most, in minutes.
const MAX_CARD: u32 = 30;
/// The furthest month in which an action is due.
const MAX_MONTHS: u32 = 24;
/// How long ago an event may be, in days.
const MAX_DAYS: u32 = 3650;

/// Longest text of a scenario, in bytes: each session that plays a trainer's own case carries it whole.
const MAX_TEXT: usize = 256 * 1024;

/// What the text of a scenario's file comes to.
#[derive(Clone, Debug, Default)]
pub struct Inspected {
    /// The scenario, where the text could be read as one, whatever is wrong with it.
    pub scenario: Option<Scenario>,
    /// What keeps it from being played.
    pub faults: Vec<Finding>,
    /// What only deserves a look.
    pub remarks: Vec<Finding>,
}

/// All that there is to say of the text of a scenario's file; `own` are the grids that its team made.
pub fn inspect(text: &str, own: &[&Grid]) -> Inspected {
    if text.len() > MAX_TEXT {
        return at_start(ScenarioFault::TooLarge(text.len(), MAX_TEXT));
    }
    let mut unknown = Vec::new();
    let mut noting = |path: &str| unknown.push(path.to_owned());
    let scenario: Scenario = match ron_fault::read_by_hand(text, &mut noting) {
        Ok(scenario) => scenario,
        Err(error) => {
            return Inspected {
                faults: vec![unread::finding(text, &error)],
                ..Inspected::default()
            };
        }
    };
    let mut faults = Faults {
        found: Vec::new(),
        own,
    };
    for path in unknown {
        faults.put(&path, ScenarioFault::UnknownField(Text::line(&path)));
    }
    faults.of_scenario(&scenario);
    let (remarks, faults) = faults.placed(text);
    Inspected {
        scenario: Some(scenario),
        faults,
        remarks,
    }
}

/// A fault of the file as a whole.
fn at_start(fault: ScenarioFault) -> Inspected {
    let (line, column) = (1, 1);
    Inspected {
        faults: vec![Finding {
            line,
            column,
            fault,
        }],
        ..Inspected::default()
    }
}

/// The scenario in the text of a file, or what is wrong with it first.
pub fn read(text: &str, own: &[&Grid]) -> Result<Scenario, Finding> {
    let inspected = inspect(text, own);
    match (inspected.faults.into_iter().next(), inspected.scenario) {
        (None, Some(scenario)) => Ok(scenario),
        (Some(first), _) => Err(first),
        (None, None) => Err(Finding {
            line: 1,
            column: 1,
            fault: ScenarioFault::Empty(Text::line("title")),
        }),
    }
}

/// Whether a moment says no day: it may say an hour.
fn is_undated(moment: &Moment) -> bool {
    matches!(moment, Moment::Unknown | Moment::Clock(_))
}

/// What is wrong, each with its path in the file.
struct Faults<'a> {
    found: Vec<(String, ScenarioFault)>,
    /// The grids of the team.
    own: &'a [&'a Grid],
}

impl Faults<'_> {
    fn put(&mut self, path: &str, fault: ScenarioFault) {
        self.found.push((path.to_owned(), fault));
    }

    /// Remarks and faults in the order of the text.
    fn placed(self, text: &str) -> (Vec<Finding>, Vec<Finding>) {
        let places = Places::of(text);
        let placed = self.found.into_iter().map(|(path, fault)| {
            let (line, column) = places.find(&path);
            Finding {
                line,
                column,
                fault,
            }
        });
        let mut all: Vec<Finding> = placed.collect();
        all.order_by_key(|finding| (finding.line, finding.column));
        all.into_iter().partition(|f| f.fault.is_remark())
    }

    fn of_scenario(&mut self, scenario: &Scenario) {
        if scenario.schema > SCHEMA {
            self.put("schema", ScenarioFault::NewerSchema(scenario.schema));
        }
        if scenario.schema == 0 {
            self.empty("schema");
        }
        if scenario.version == 0 {
            self.empty("version");
        }
        let shipped = content::scenarios(scenario.lang);
        let taken = shipped.iter().find(|known| known.id == scenario.id);
        if taken.is_some_and(|known| *known != scenario) {
            self.put("id", ScenarioFault::TakenId(scenario.id.clone()));
        }
        self.of_id("id", &scenario.id);
        self.of_texts(scenario);
        self.of_lists(scenario);
        self.of_reports(scenario);
        self.of_course(scenario);
        self.of_quiz(&scenario.quiz);
        self.of_key(&scenario.key);
        self.of_codes(scenario);
        self.of_links(scenario);
    }

    fn empty(&mut self, path: &str) {
        self.put(path, ScenarioFault::Empty(Text::line(path)));
    }

    fn of_id(&mut self, path: &str, id: &Code) {
        let fits = |c: char| c.is_alphanumeric() || ".-_".contains(c);
        if id.is_empty() {
            self.empty(path);
        } else if !id.as_str().chars().all(fits) || id.as_str().chars().count() > MAX_ID {
            self.put(path, ScenarioFault::OddId(id.clone()));
        }
    }

    /// Ids that are there, can be kept, and stand once among their like.
    fn of_ids<'i>(&mut self, ids: impl Iterator<Item = (String, &'i Code)>) {
        self.of_ids_beside(Vec::new(), ids);
    }

    /// The same beside those of the kit, which stand in one list with them.
    fn of_ids_beside<'i>(
        &mut self,
        mut seen: Vec<&'i Code>,
        ids: impl Iterator<Item = (String, &'i Code)>,
    ) {
        for (path, id) in ids {
            self.of_id(&path, id);
            if !id.is_empty() && seen.contains(&id) {
                self.put(&path, ScenarioFault::DuplicateId(id.clone()));
            }
            seen.push(id);
        }
    }

    fn of_lists(&mut self, scenario: &Scenario) {
        let key = &scenario.key;
        let lists = [
            ("aims", scenario.aims.is_empty()),
            ("grids", scenario.grids.is_empty()),
            ("cards", scenario.cards.is_empty()),
            ("key.facts", key.facts.is_empty()),
            ("key.deviations", key.deviations.is_empty()),
            ("key.factors", key.factors.is_empty()),
            ("key.barriers", key.barriers.is_empty()),
            ("key.actions", key.actions.is_empty()),
        ];
        for (path, _) in lists.iter().filter(|(_, empty)| *empty) {
            self.empty(path);
        }
    }

    fn within(&mut self, path: &str, number: u32, (least, most): (u32, u32)) {
        if !(least..=most).contains(&number) {
            let fault = ScenarioFault::OutOfRange(Text::line(path), number, least, most);
            self.put(path, fault);
        }
    }

    fn of_reports(&mut self, scenario: &Scenario) {
        let others = scenario.others.iter().enumerate();
        let others = others.map(|(at, case)| (format!("others.{at}"), case));
        let all = std::iter::once(("report".to_owned(), &scenario.report)).chain(others);
        for (path, case) in all {
            self.of_report(&path, case);
        }
    }

    fn of_report(&mut self, path: &str, case: &Case) {
        let report = &case.report;
        let inside = |field: &str| format!("{path}.report.{field}");
        self.within(
            &format!("{path}.happened_days_ago"),
            case.happened_days_ago,
            (0, MAX_DAYS),
        );
        self.within(
            &format!("{path}.reported_days_ago"),
            case.reported_days_ago,
            (0, case.happened_days_ago),
        );
        let marks = [
            ("severity", report.severity, 5),
            ("potential_severity", report.potential_severity, 5),
            ("likelihood", report.likelihood, 5),
            ("avoidability", report.avoidability, 4),
            ("recoverability", report.recoverability, 3),
            ("detectability", report.detectability, 5),
            ("control", report.control, 5),
        ];
        for (field, mark, most) in marks {
            if let Some(mark) = mark {
                self.within(&inside(field), mark.into(), (1, most));
            }
        }
        let dated = [
            ("occurred", !is_undated(&report.occurred)),
            ("reported", report.reported.is_some()),
            ("informed_on", report.informed_on.is_some()),
        ];
        for (field, _) in dated.iter().filter(|(_, dated)| *dated) {
            let path = inside(field);
            self.put(&path, ScenarioFault::Dated(Text::line(&path)));
        }
    }

    /// What is asked for, dealt, and what happens while it is played.
    fn of_course(&mut self, scenario: &Scenario) {
        let in_list = |name: &'static str| move |at: usize| format!("{name}.{at}.id");
        let cards = scenario.cards.iter().map(|c| &c.id).enumerate();
        self.of_ids(cards.map(|(at, id)| (in_list("cards")(at), id)));
        let kit = content::kit(scenario.lang);
        let roles = scenario.roles.iter().map(|r| &r.id).enumerate();
        let roles = roles.map(|(at, id)| (in_list("roles")(at), id));
        self.of_ids_beside(kit.roles.iter().map(|r| &r.id).collect(), roles);
        let challenges = scenario.challenges.iter().map(|c| &c.id).enumerate();
        let challenges = challenges.map(|(at, id)| (in_list("challenges")(at), id));
        self.of_ids_beside(kit.challenges.iter().map(|c| &c.id).collect(), challenges);
        let injects = scenario.injects.iter().map(|i| &i.id).enumerate();
        self.of_ids(injects.map(|(at, id)| (in_list("injects")(at), id)));
        let prompts = scenario.prompts.iter().map(|p| &p.id).enumerate();
        self.of_ids(prompts.map(|(at, id)| (in_list("prompts")(at), id)));
        for (at, card) in scenario.cards.iter().enumerate() {
            self.within(&format!("cards.{at}.minutes"), card.minutes, (0, MAX_CARD));
        }
        let Some(format) = content::format(&scenario.format) else {
            return;
        };
        let length = format.rows.iter().map(|row| row.minutes).sum();
        let late = scenario.injects.iter().enumerate();
        for (at, inject) in late.filter(|(_, inject)| inject.minute > length) {
            let fault = ScenarioFault::LateInject(inject.id.clone(), inject.minute, length);
            self.put(&format!("injects.{at}.minute"), fault);
        }
    }

    fn of_quiz(&mut self, quiz: &[QuizQuestion]) {
        let ids = quiz.iter().enumerate();
        self.of_ids(ids.map(|(at, question)| (format!("quiz.{at}.id"), &question.id)));
        for (at, question) in quiz.iter().enumerate() {
            let id = || question.id.clone();
            let n = question.answers.len();
            if !(2..=5).contains(&n) {
                self.put(
                    &format!("quiz.{at}.answers"),
                    ScenarioFault::AnswerCount(id(), n),
                );
            } else if question.right_index().is_none() {
                self.put(
                    &format!("quiz.{at}.right"),
                    ScenarioFault::NoRightAnswer(id()),
                );
            }
        }
    }

    fn of_key(&mut self, key: &Key) {
        let ids = codes::key_ids(key);
        self.of_ids(ids.iter().map(|(path, id)| (format!("{path}.id"), *id)));
        for (at, action) in key.actions.iter().enumerate() {
            let path = format!("key.actions.{at}");
            self.within(&format!("{path}.months"), action.months, (0, MAX_MONTHS));
            if action.answers.is_empty() {
                self.empty(&format!("{path}.answers"));
            }
        }
        for (at, factor) in key.factors.iter().enumerate() {
            if factor.codes.is_empty() {
                self.empty(&format!("key.factors.{at}.codes"));
            }
        }
    }

    /// No more principal or secondary factors than each grid allows.
    fn of_limits(&mut self, key: &Key, grid: &Grid) {
        let limits = [
            (FactorRole::Principal, grid.max_principal),
            (FactorRole::Secondary, grid.max_secondary),
        ];
        for (role, most) in limits {
            let coded = key.factors.iter().enumerate();
            let coded =
                coded.filter(|(_, f)| f.role == role && f.codes.iter().any(|c| c.grid == grid.id));
            let allowed = usize::try_from(most).unwrap_or(usize::MAX);
            let over = coded.skip(if most == 0 { usize::MAX } else { allowed });
            for (at, _) in over {
                let fault = ScenarioFault::TooMany(role, grid.id.clone(), most);
                self.put(&format!("key.factors.{at}.role"), fault);
            }
        }
    }
}
