//! The texts of a scenario: which must be there, which were left to be written, which tell who someone is.

use super::Faults;
use crate::domain::code::Lang;
use crate::domain::scenario::{Case, Key, QuizQuestion, Scenario};
use crate::domain::scenario_fault::ScenarioFault;
use crate::domain::text::Text;
use crate::guard::{self, Field};

/// How the skeleton of a scenario begins a text that is still to be written, in both languages.
const UNWRITTEN: [&str; 2] = ["à écrire", "to be written"];

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// It must be there.
    Must,
    /// It may be empty.
    May,
    /// It must be there, and is shown as an example of what to write: it blames nobody.
    Model(Field),
}

impl Faults<'_> {
    /// What is missing among the texts, or wrong with their words.
    pub(super) fn of_texts(&mut self, scenario: &Scenario) {
        let mut texts = Texts(Vec::new());
        texts.of_scenario(scenario);
        texts.of_course(scenario);
        texts.of_key(&scenario.key);
        texts.of_quiz(&scenario.quiz);
        for (path, text, what) in texts.0 {
            if text.is_blank() {
                if what != What::May {
                    self.empty(&path);
                }
                continue;
            }
            if is_unwritten(text) {
                self.put(&path, ScenarioFault::Unwritten(Text::line(&path)));
            }
            self.of_words(&path, text, what, scenario.lang);
        }
    }

    fn of_words(&mut self, path: &str, text: &Text, what: What, lang: Lang) {
        let field = match what {
            What::Model(field) => field,
            What::Must | What::May => Field::Other,
        };
        for remark in guard::remarks(text.as_str(), field, lang) {
            let named = matches!(remark.kind, guard::Kind::Identifier(_));
            if named || matches!(what, What::Model(_)) {
                let words = text.as_str().get(remark.range).unwrap_or_default();
                let fault = ScenarioFault::Wording(Text::line(words), Text::line(remark.advice));
                self.put(path, fault);
            }
        }
    }
}

fn is_unwritten(text: &Text) -> bool {
    let start = text.as_str().trim_start().to_lowercase();
    UNWRITTEN.iter().any(|mark| start.starts_with(mark))
}

/// All texts with their paths.
struct Texts<'a>(Vec<(String, &'a Text, What)>);

impl<'a> Texts<'a> {
    fn put(&mut self, path: impl Into<String>, text: &'a Text, what: What) {
        self.0.push((path.into(), text, what));
    }

    fn list(&mut self, path: &str, texts: &'a [Text]) {
        for (at, text) in texts.iter().enumerate() {
            self.put(format!("{path}.{at}"), text, What::Must);
        }
    }

    /// The fields of one thing, which all must be there.
    fn fields(&mut self, path: &str, fields: &[(&str, &'a Text)]) {
        for (field, text) in fields {
            self.put(format!("{path}.{field}"), text, What::Must);
        }
    }

    fn of_scenario(&mut self, scenario: &'a Scenario) {
        self.put("title", &scenario.title, What::Must);
        self.put("context", &scenario.context, What::Must);
        self.list("aims", &scenario.aims);
        self.list("self_assessment", &scenario.self_assessment);
        self.of_case("report", &scenario.report);
        for (at, case) in scenario.others.iter().enumerate() {
            self.of_case(&format!("others.{at}"), case);
        }
        for (at, question) in scenario.debrief.iter().enumerate() {
            self.put(format!("debrief.{at}.text"), &question.text, What::Must);
        }
    }

    fn of_case(&mut self, path: &str, case: &'a Case) {
        let report = &case.report;
        let path = format!("{path}.report");
        self.fields(&path, &[("title", &report.title), ("facts", &report.facts)]);
        let others = [
            ("reference", &report.reference),
            ("place", &report.place),
            ("reporter", &report.reporter),
            ("consequences", &report.consequences),
            ("measures", &report.measures),
            ("immediate_causes", &report.immediate_causes),
            ("proposals", &report.proposals),
            ("serious.reason", &report.serious.reason),
        ];
        for (field, text) in others {
            self.put(format!("{path}.{field}"), text, What::May);
        }
    }

    fn of_course(&mut self, scenario: &'a Scenario) {
        for (at, card) in scenario.cards.iter().enumerate() {
            let path = format!("cards.{at}");
            self.fields(&path, &[("ask", &card.ask), ("text", &card.text)]);
        }
        for (at, role) in scenario.roles.iter().enumerate() {
            let path = format!("roles.{at}");
            self.fields(&path, &[("name", &role.name), ("card", &role.card)]);
        }
        for (at, challenge) in scenario.challenges.iter().enumerate() {
            let path = format!("challenges.{at}");
            let fields = [
                ("name", &challenge.name),
                ("card", &challenge.card),
                ("answer", &challenge.answer),
            ];
            self.fields(&path, &fields);
        }
        for (at, inject) in scenario.injects.iter().enumerate() {
            let path = format!("injects.{at}");
            let fields = [
                ("title", &inject.title),
                ("text", &inject.text),
                ("watch", &inject.watch),
            ];
            self.fields(&path, &fields);
        }
        for (at, prompt) in scenario.prompts.iter().enumerate() {
            let path = format!("prompts.{at}");
            let fields = [
                ("question", &prompt.question),
                ("expected", &prompt.expected),
            ];
            self.fields(&path, &fields);
        }
    }

    fn of_key(&mut self, key: &'a Key) {
        let facts = key.facts.iter();
        let facts = facts.map(|f| (&f.text, &f.also, Field::Fact));
        self.of_lines("facts", facts);
        for (at, fact) in key.facts.iter().enumerate() {
            self.put(format!("key.facts.{at}.when"), &fact.when, What::Must);
        }
        let deviations = key.deviations.iter();
        let deviations = deviations.map(|d| (&d.text, &d.also, Field::Deviation));
        self.of_lines("deviations", deviations);
        let factors = key.factors.iter();
        self.of_lines(
            "factors",
            factors.map(|f| (&f.text, &f.also, Field::Factor)),
        );
        let barriers = key.barriers.iter();
        self.of_lines(
            "barriers",
            barriers.map(|b| (&b.text, &b.also, Field::Other)),
        );
        let actions = key.actions.iter();
        self.of_lines("actions", actions.map(|a| (&a.text, &a.also, Field::Other)));
        for (at, action) in key.actions.iter().enumerate() {
            let path = format!("key.actions.{at}");
            let fields = [("owner", &action.owner), ("indicator", &action.indicator)];
            self.fields(&path, &fields);
        }
        self.list("key.traps", &key.traps);
    }

    fn of_lines(
        &mut self,
        part: &str,
        lines: impl Iterator<Item = (&'a Text, &'a Vec<Text>, Field)>,
    ) {
        for (at, (text, also, field)) in lines.enumerate() {
            let path = format!("key.{part}.{at}");
            self.put(format!("{path}.text"), text, What::Model(field));
            self.list(&format!("{path}.also"), also);
        }
    }

    fn of_quiz(&mut self, quiz: &'a [QuizQuestion]) {
        for (at, question) in quiz.iter().enumerate() {
            let path = format!("quiz.{at}");
            self.fields(&path, &[("text", &question.text), ("why", &question.why)]);
            self.list(&format!("{path}.answers"), &question.answers);
        }
    }
}
