//! The first run: at most four questions, each with an answer ready. What is answered is kept at once, so that nothing is
//! asked twice.

mod members;

pub use members::{add_functions, profession};

use super::home::header;
use super::{Flow, Input, help};
use crate::content;
use crate::domain::ballot::Quorum;
use crate::domain::code::Code;
use crate::domain::ids::{Issue as _, MemberId};
use crate::domain::list::Keyed;
use crate::domain::team::Team;
use crate::domain::text::Text;
use crate::store::fold;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::words::Words;
use members::{add_members, draw_members, still_typed};
use ratatui::layout::Rect;

/// Rows above the question: the title and air.
const HEAD: u16 = 2;
/// Rows of welcome between them, before the first question.
const WELCOME: u16 = 3;
/// Rows of the hint, at the foot of the form.
const HINT: u16 = 2;
/// Widest form: the label stands above the answer.
const WIDE: u16 = 47;
/// Members shown above the line being typed.
const SHOWN: usize = 6;
/// Professions that a quorum by professions asks for (domain reference §1.4).
const PROFESSIONS: u32 = 3;

/// Fewest members of whom half are a rule.
const FEW: u32 = 3;

/// The questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Question {
    #[default]
    Name,
    Sector,
    Members,
    Quorum,
}

const ALL: [Question; 4] = [
    Question::Name,
    Question::Sector,
    Question::Members,
    Question::Quorum,
];

/// The screen.
#[derive(Debug, Default)]
pub struct FirstRun {
    form: Form<Question>,
    at: Question,
    function: Text,
}

/// Whether the questions were never asked here, or not to their end: the last one gives the team its format.
pub fn is_due(desk: &Desk) -> bool {
    let team = &desk.team;
    team.doc.format.is_empty() && team.read_only.is_none()
}

impl FirstRun {
    /// At the last question that was answered, the first one if none was; where a member was being typed, at that.
    pub fn new(desk: &Desk) -> Self {
        let team = &desk.team.doc;
        let function = still_typed(team, desk.team.place.as_deref().unwrap_or_default());
        let no_member = team.members.is_empty() && function.as_str().is_empty();
        let at = match (team.sector.is_empty(), no_member) {
            (_, false) => Question::Members,
            (true, true) => Question::Name,
            (false, true) => Question::Sector,
        };
        let mut form = Form::at(at);
        form.set_cursor(chosen(at, team).unwrap_or(0));
        Self { form, at, function }
    }

    /// The member being typed, to be found again after a kill, behind the number of the last member.
    pub fn place(&self, desk: &Desk) -> String {
        if self.function.as_str().is_empty() {
            return String::new();
        }
        let (_, last) = MemberId::counted(&desk.team.doc.ids);
        format!("{last} {}", self.function)
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk).0)
    }

    /// Help here.
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Welcome)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Back) => return self.go_on(desk),
            Input::Command(Command::Confirm) if self.at == Question::Members => {
                let blank = self.function.is_blank();
                let function = std::mem::take(&mut self.function);
                add_members(function.as_str(), desk);
                return if blank { self.go_on(desk) } else { Flow::Stay };
            }
            Input::Paste(text) if self.at == Question::Members => {
                let typed = std::mem::take(&mut self.function);
                add_members(&format!("{typed}{text}"), desk);
                return Flow::Stay;
            }
            Input::Command(Command::Backspace)
                if self.at == Question::Members && self.function.as_str().is_empty() =>
            {
                desk.edit_team(Group::Alone, |team| {
                    if let Some(last) = team.members.iter().last().map(Keyed::id) {
                        team.members.remove(last);
                    }
                });
                return Flow::Stay;
            }
            Input::Command(Command::PrevField) => return self.back(),
            _ => {}
        }
        let (fields, _) = self.fields(desk);
        match self
            .form
            .take(input, &fields, self.place_of_question(desk), desk)
        {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Moved => Flow::Stay,
            Reaction::Finished => self.go_on(desk),
            Reaction::Edit(_, edit) => {
                self.apply(edit, desk);
                Flow::Stay
            }
        }
    }

    fn apply(&mut self, edit: Edit, desk: &mut Desk) {
        match (self.at, edit) {
            (Question::Name, Edit::Text(name)) => {
                desk.edit_team(Group::Field("name".into()), |team| team.name = name);
            }
            (Question::Sector, Edit::One(index)) => {
                let sectors = &content::lists().sectors;
                let sector = index.and_then(|i| sectors.get(i)).map(|s| s.id.clone());
                set_sector(sector.unwrap_or_default(), desk);
            }
            (Question::Members, Edit::Text(function)) => self.function = function,
            (Question::Quorum, Edit::One(Some(index))) => {
                let quorum = quorums(&desk.team.doc).get(index).cloned();
                desk.edit_team(Group::Alone, |team| {
                    team.quorum = quorum.unwrap_or_default();
                });
            }
            _ => {}
        }
    }

    /// The next question; home after the last, everything that was not answered set to what is usual.
    fn go_on(&mut self, desk: &mut Desk) -> Flow {
        if self.at == Question::Name && desk.team.doc.sector.is_empty() {
            set_sector(guess(&desk.team.doc), desk);
        }
        let next = ALL.iter().position(|q| *q == self.at).map_or(0, |i| i + 1);
        if let Some(question) = ALL.get(next) {
            self.at = *question;
            self.form = Form::at(self.at);
            let chosen = chosen(self.at, &desk.team.doc);
            self.form.set_cursor(chosen.unwrap_or(0));
            return Flow::Stay;
        }
        let lang = desk.prefs.lang;
        desk.edit_team(Group::Alone, |team| {
            team.format = content::DEFAULT_FORMAT.into();
            team.lang = lang;
        });
        Flow::Close
    }

    fn back(&mut self) -> Flow {
        let at = ALL.iter().position(|q| *q == self.at).unwrap_or(0);
        self.at = ALL[at.saturating_sub(1)];
        self.form = Form::at(self.at);
        Flow::Stay
    }

    /// The question as a field, and what helps to answer it.
    fn fields(&self, desk: &Desk) -> (Vec<Field<Question>>, &'static str) {
        let (words, team) = (desk.words(), &desk.team.doc);
        let one = |options: Vec<String>| Value::One {
            options,
            chosen: chosen(self.at, team),
        };
        let (label, value, hint) = match self.at {
            Question::Name => (
                words.first_name(),
                Value::Line(team.name.clone()),
                words.first_name_hint(),
            ),
            Question::Sector => {
                let sectors = &content::lists().sectors;
                let names = sectors.iter().map(|s| s.label.get(words.0).to_owned());
                (
                    words.first_sector(),
                    one(names.collect()),
                    words.first_sector_hint(),
                )
            }
            Question::Members => (
                words.first_members(),
                Value::Line(self.function.clone()),
                words.first_members_hint(),
            ),
            Question::Quorum => {
                let names = quorums(team)
                    .iter()
                    .map(|q| quorum_name(q, words))
                    .collect();
                (words.first_quorum(), one(names), words.first_quorum_hint())
            }
        };
        (vec![Field::new(self.at, label, value)], hint)
    }

    /// The place of the question and its answer, above the hint. Only before the first one stands what it is all about, so that
    /// the list of a later one has the rows.
    fn place_of_question(&self, desk: &Desk) -> Rect {
        let full = desk.areas.full;
        let head = match self.at {
            Question::Name => HEAD + WELCOME,
            _ => HEAD,
        };
        Rect {
            y: full.y + head,
            // A row of air before the hint.
            height: full.height.saturating_sub(head + 1 + HINT),
            width: full.width.min(WIDE),
            ..full
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        header(desk, canvas);
        let full = Rect {
            x: canvas.areas.full.x + 2,
            width: canvas.areas.full.width.min(72).saturating_sub(2),
            ..canvas.areas.full
        };
        let at = ALL.iter().position(|q| *q == self.at).map_or(1, |i| i + 1);
        let count = words.first_count(at, ALL.len());
        canvas.line(full, words.first_title(), Role::Title);
        canvas.line_right(full, &count, Role::Aside);
        let place = self.place_of_question(desk);
        if self.at == Question::Name {
            let intro = Rect {
                y: full.y + 1,
                height: WELCOME,
                ..full
            };
            canvas.text(intro, words.first_intro(), Role::Aside);
        }
        let (fields, hint) = self.fields(desk);
        canvas.cursor = self.form.draw(&fields, place, canvas.look, canvas.buf);
        let foot = Rect {
            y: place.bottom() + 1,
            height: HINT,
            ..full
        };
        canvas.text(foot, hint, Role::Aside);
        if self.at == Question::Members {
            let under = Rect {
                x: place.x + 2,
                y: place.y + 3,
                height: place.height.saturating_sub(4),
                ..place
            };
            draw_members(&desk.team.doc, under, words, canvas);
        }
    }
}

/// The kind of structure that its name speaks of: the one with the most words in common.
fn guess(team: &Team) -> Code {
    let name = fold(team.name.as_str());
    let parts = |text: &str| -> Vec<String> {
        let words = fold(text);
        let words = words.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| w.len() > 2).map(str::to_owned).collect()
    };
    let said = parts(&name);
    let sectors = content::lists().sectors.iter();
    let scored = sectors.map(|sector| {
        let known = parts(sector.label.fr.as_str());
        let score = known.iter().filter(|w| said.contains(w)).count();
        (score, &sector.id)
    });
    // Of equal ones the first in the list is meant.
    let best = scored
        .rev()
        .filter(|(score, _)| *score > 0)
        .max_by_key(|(score, _)| *score);
    best.map(|(_, id)| id.clone()).unwrap_or_default()
}

fn set_sector(sector: Code, desk: &mut Desk) {
    desk.edit_team(Group::Field("sector".into()), |team| {
        team.grid = content::default_grid_for(&sector);
        team.sector = sector;
    });
}

/// The rules offered: none, half of the members, three professions, both. Half of a few is no rule.
fn quorums(team: &Team) -> Vec<Quorum> {
    let n = u32::try_from(team.members.len()).unwrap_or(u32::MAX);
    let half = n.div_ceil(2);
    let all: &[(u32, u32)] = if n >= FEW {
        &[(0, 0), (half, 0), (0, PROFESSIONS), (half, PROFESSIONS)]
    } else {
        &[(0, 0), (0, PROFESSIONS)]
    };
    all.iter()
        .copied()
        .map(|(members, professions)| Quorum {
            members,
            professions,
        })
        .collect()
}

fn quorum_name(quorum: &Quorum, words: Words) -> String {
    match (quorum.members, quorum.professions) {
        (0, 0) => words.first_quorum_none().to_owned(),
        (n, 0) => words.first_quorum_half(n),
        (0, _) => words.first_quorum_professions().to_owned(),
        (n, _) => words.first_quorum_both(n),
    }
}

fn chosen(question: Question, team: &Team) -> Option<usize> {
    match question {
        Question::Sector => {
            let sectors = &content::lists().sectors;
            sectors.iter().position(|s| s.id == team.sector)
        }
        Question::Quorum => quorums(team).iter().position(|q| *q == team.quorum),
        Question::Name | Question::Members => None,
    }
}
