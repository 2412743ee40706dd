//! The factors and the whys as lists, and the grid that is walked.

use super::form::item_name;
use super::person::Persons;
use super::{Key, grids};
use crate::domain::analysis::{Analysis, Certainty, Factor, Reply};
use crate::domain::code::{Code, Lang};
use crate::domain::grid::Grid;
use crate::domain::ids::AnalysisId;
use crate::domain::whys::branches;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::{Role, Signs};
use crate::words::Words;
use std::cell::RefCell;
use std::rc::Rc;
use uuid::Uuid;

/// For what the lists are laid out: the analysis in one of its states, the grid, the words and signs of the screen.
type Asked = (Uuid, u64, AnalysisId, Code, Lang, &'static str);

/// The fields, kept by whoever draws them.
type Fields = Rc<Vec<Field<Key>>>;

/// The fields of the view, laid out again only for another state: a key that moves asks for them several times.
#[derive(Debug, Default)]
pub struct Listed(RefCell<Option<(Asked, Fields)>>);

impl Listed {
    /// Those of this analysis of the session.
    pub fn fields(
        &self,
        analysis: &Analysis,
        grid: &Grid,
        persons: &Persons,
        desk: &Desk,
    ) -> Fields {
        let Some(open) = &desk.session else {
            return Rc::default();
        };
        let asked = (
            open.doc.id,
            open.revision,
            analysis.id,
            grid.id.clone(),
            desk.words().0,
            desk.prefs.theme.signs.done,
        );
        if let Some((before, fields)) = &*self.0.borrow()
            && *before == asked
        {
            return Rc::clone(fields);
        }
        let fields = Rc::new(fields(analysis, grid, persons, desk));
        *self.0.borrow_mut() = Some((asked, Rc::clone(&fields)));
        fields
    }
}

/// The fields of the view.
fn fields(analysis: &Analysis, grid: &Grid, persons: &Persons, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let factors = analysis.factors.iter();
    let factors = factors.map(|f| factor(f, analysis, grid, words, &signs));
    let list = Value::Items {
        items: factors.collect(),
        empty: words.factors_empty().to_owned(),
    };
    vec![
        Field::new(Key::Factors, words.factors_list(), list),
        whys_field(analysis, persons, desk),
        grids::field(desk, grid),
    ]
}

/// The sign of how sure the group is of a factor.
pub fn sign(f: &Factor, signs: &Signs) -> (&'static str, Role) {
    match f.certainty {
        Certainty::Confirmed => (signs.done, Role::Done),
        Certainty::Probable => (signs.begun, Role::Aside),
        Certainty::ToCheck => (signs.see, Role::See),
    }
}

/// A factor as a line of a list.
fn factor(f: &Factor, analysis: &Analysis, grid: &Grid, words: Words, signs: &Signs) -> Item {
    Item {
        sign: Some(sign(f, signs)),
        lead: f.id.to_string(),
        text: or(&f.what, words.factor_unsaid()).to_owned(),
        aside: aside(f, analysis, grid, words),
        depth: 0,
    }
}

fn aside(f: &Factor, analysis: &Analysis, grid: &Grid, words: Words) -> String {
    let mut parts = Vec::new();
    let mine = || f.codes.iter().filter(|c| c.grid == grid.id);
    for code in mine() {
        let item = grid.item(&code.item).map(|(_, item)| item);
        let name = item.map_or_else(|| code.item.to_string(), |i| item_name(i, words.0));
        parts.push(if code.mapped {
            words.factor_proposed(&name)
        } else {
            name
        });
    }
    parts.push(words.factor_role(f.role).to_owned());
    match (f.certainty, f.check_by.filled()) {
        (Certainty::ToCheck, Some(by)) => parts.push(words.factor_check(by)),
        (certainty, _) => parts.push(words.certainty(certainty).to_owned()),
    }
    let deviations: Vec<String> = f.deviations.iter().map(ToString::to_string).collect();
    if !deviations.is_empty() {
        parts.push(deviations.join(", "));
    }
    let mut replies = mine().map(|c| analysis.reply(&c.grid, &c.item));
    let other = replies.find(|r| !matches!(r, Reply::Yes | Reply::Open));
    parts.extend(other.map(|reply| words.factor_now(words.reply(reply))));
    parts.join(" · ")
}

fn whys_field(analysis: &Analysis, persons: &Persons, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let persons = persons.among(analysis, desk);
    let items = branches(analysis).into_iter().filter_map(|branch| {
        let why = analysis.whys.get(branch.id)?;
        let root = branch.deviation.filter(|_| branch.depth == 0);
        let person = persons.contains(&branch.id);
        Some(Item {
            sign: person.then_some((desk.prefs.theme.signs.see, Role::See)),
            lead: root.map(|d| d.to_string()).unwrap_or_default(),
            text: or(&why.what, words.why_unsaid()).to_owned(),
            aside: if person { words.why_person_short() } else { "" }.to_owned(),
            depth: branch.depth,
        })
    });
    let value = Value::Items {
        items: items.collect(),
        empty: words.whys_empty().to_owned(),
    };
    Field::new(Key::Whys, words.whys_list(), value)
}
