//! The codes of a scenario, which content knows, and its links, which its own key knows.

use super::Faults;
use crate::content::{self, Entry};
use crate::domain::code::Code;
use crate::domain::grid::Grid;
use crate::domain::scenario::{Case, Key, KeyFactor, Scenario};
use crate::domain::scenario_fault::ScenarioFault;
use crate::domain::text::Text;

/// The ids of a key with the paths of what bears them.
pub(super) fn key_ids(key: &Key) -> Vec<(String, &Code)> {
    fn paths<'a>(
        part: &'static str,
        ids: impl Iterator<Item = &'a Code>,
    ) -> impl Iterator<Item = (String, &'a Code)> {
        ids.enumerate()
            .map(move |(at, id)| (format!("key.{part}.{at}"), id))
    }
    let facts = paths("facts", key.facts.iter().map(|f| &f.id));
    let deviations = paths("deviations", key.deviations.iter().map(|d| &d.id));
    let factors = paths("factors", key.factors.iter().map(|f| &f.id));
    let barriers = paths("barriers", key.barriers.iter().map(|b| &b.id));
    let actions = paths("actions", key.actions.iter().map(|a| &a.id));
    let before = facts.chain(deviations).chain(factors);
    before.chain(barriers).chain(actions).collect()
}

impl Faults<'_> {
    /// The grid with this id: the team's own, else the shipped one.
    fn grid(&self, id: &Code) -> Option<&Grid> {
        let own = self.own.iter().copied().find(|grid| grid.id == *id);
        own.or_else(|| content::grid(id))
    }

    fn unknown(&mut self, path: &str, code: &Code, known: &[&Code]) {
        let near = nearest(code, known);
        let path_of = Text::line(path);
        let fault = if near.is_empty() {
            let known: Vec<&str> = known.iter().map(|code| code.as_str()).collect();
            ScenarioFault::NoSuchCode(path_of, code.clone(), Text::line(&known.join(", ")))
        } else {
            ScenarioFault::UnknownCode(path_of, code.clone(), near)
        };
        self.put(path, fault);
    }

    /// Codes of content.
    pub(super) fn of_codes(&mut self, scenario: &Scenario) {
        let lists = content::lists();
        self.of_list("sector", &scenario.sector, &lists.sectors);
        if content::format(&scenario.format).is_none() {
            let known: Vec<&Code> = content::formats().iter().map(|f| &f.id).collect();
            if scenario.format.is_empty() {
                self.empty("format");
            } else {
                self.unknown("format", &scenario.format, &known);
            }
        }
        for (at, grid) in scenario.grids.iter().enumerate() {
            self.of_grid(&format!("grids.{at}"), grid);
        }
        self.of_case("report", &scenario.report);
        for (at, case) in scenario.others.iter().enumerate() {
            self.of_case(&format!("others.{at}"), case);
        }
        for (at, factor) in scenario.key.factors.iter().enumerate() {
            self.of_factor(&format!("key.factors.{at}"), factor);
        }
        let own = self.own;
        let grids = content::grids().into_iter().chain(own.iter().copied());
        for grid in grids {
            self.of_limits(&scenario.key, grid);
        }
    }

    fn of_list(&mut self, path: &str, code: &Code, list: &[Entry]) {
        if code.is_empty() {
            self.empty(path);
        } else if list.iter().all(|entry| entry.id != *code) {
            let known: Vec<&Code> = list.iter().map(|entry| &entry.id).collect();
            self.unknown(path, code, &known);
        }
    }

    fn of_grid(&mut self, path: &str, grid: &Code) {
        if self.grid(grid).is_none() {
            let own = self.own;
            let known = content::grids().into_iter().chain(own.iter().copied());
            let known: Vec<&Code> = known.map(|grid| &grid.id).collect();
            self.unknown(path, grid, &known);
        }
    }

    fn of_factor(&mut self, path: &str, factor: &KeyFactor) {
        for (at, code) in factor.codes.iter().enumerate() {
            let path = format!("{path}.codes.{at}");
            let items: Option<Vec<Code>> = self.grid(&code.grid).map(|grid| {
                let items = grid.dimensions.iter().flat_map(|d| &d.items);
                items.map(|item| item.id.clone()).collect()
            });
            match items {
                None => self.of_grid(&format!("{path}.grid"), &code.grid),
                Some(items) if items.contains(&code.item) => {}
                Some(items) => {
                    let known: Vec<&Code> = items.iter().collect();
                    self.unknown(&format!("{path}.item"), &code.item, &known);
                }
            }
        }
    }

    fn of_case(&mut self, path: &str, case: &Case) {
        let report = &case.report;
        let lists = content::lists();
        let codes = [
            ("sector", &report.sector, &lists.sectors),
            ("stage", &report.stage, &lists.stages),
            ("person", &report.person, &lists.persons),
            ("age", &report.age, &lists.ages),
            ("sex", &report.sex, &lists.sexes),
            ("nature", &report.nature, &lists.natures),
        ];
        for (field, code, list) in codes {
            // What a report leaves open stays open.
            if !code.is_empty() {
                self.of_list(&format!("{path}.report.{field}"), code, list);
            }
        }
        for (at, code) in report.vigilances.iter().enumerate() {
            let path = format!("{path}.report.vigilances.{at}");
            self.of_list(&path, code, &lists.vigilances);
        }
    }

    /// Links within the scenario: each leads somewhere, and each fact is led to.
    pub(super) fn of_links(&mut self, scenario: &Scenario) {
        let key = &scenario.key;
        let ids = key_ids(key);
        let of = |part: &str| -> Vec<&Code> {
            let start = format!("key.{part}");
            let ids = ids.iter().filter(|(path, _)| path.starts_with(&start));
            ids.map(|(_, id)| *id).collect()
        };
        let all = of("");
        for (at, card) in scenario.cards.iter().enumerate() {
            let path = format!("cards.{at}");
            self.of_link(&format!("{path}.leads_to"), &card.leads_to, &all);
            if card.leads_to.is_empty() {
                self.put(&path, ScenarioFault::LeadsNowhere(card.id.clone()));
            }
        }
        for (at, fact) in key.facts.iter().enumerate() {
            let mut cards = scenario.cards.iter();
            if !fact.id.is_empty() && !cards.any(|card| card.leads_to.contains(&fact.id)) {
                let fault = ScenarioFault::Unreached(fact.id.clone());
                self.put(&format!("key.facts.{at}"), fault);
            }
        }
        let deviations = of("deviations");
        for (at, factor) in key.factors.iter().enumerate() {
            let path = format!("key.factors.{at}.deviations");
            self.of_link(&path, &factor.deviations, &deviations);
        }
        let answered = [of("factors"), of("barriers")].concat();
        for (at, action) in key.actions.iter().enumerate() {
            let path = format!("key.actions.{at}.answers");
            self.of_link(&path, &action.answers, &answered);
        }
    }

    fn of_link(&mut self, path: &str, links: &[Code], known: &[&Code]) {
        for (at, link) in links.iter().enumerate() {
            if !known.contains(&link) {
                let path = format!("{path}.{at}");
                let near = nearest(link, known);
                let fault = ScenarioFault::UnknownLink(Text::line(&path), link.clone(), near);
                self.put(&path, fault);
            }
        }
    }
}

/// The known code that someone may have meant: written nearly so, with the same digits. Empty when none is near.
fn nearest(code: &Code, known: &[&Code]) -> Code {
    let letters = |code: &Code| code.as_str().to_lowercase();
    let digits = |code: &Code| -> String {
        let digits = code.as_str().chars().filter(char::is_ascii_digit);
        digits.collect()
    };
    let far = match code.as_str().chars().count() {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    };
    let alike = known.iter().filter(|known| digits(known) == digits(code));
    let measured = alike.map(|known| (distance(&letters(known), &letters(code)), *known));
    let best = measured.min_by_key(|(distance, _)| *distance);
    let best = best.filter(|(distance, _)| *distance <= far);
    best.map(|(_, known)| known.clone()).unwrap_or_default()
}

/// How many letters must be put in, taken out or changed to come from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
