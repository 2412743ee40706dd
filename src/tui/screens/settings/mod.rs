//! Settings: all that a team or a person can choose, so that nobody edits a file by hand. A list of sections; each opens a
//! form; a form can hold lists whose items open in their turn.

mod charter;
mod formats;
mod members;
mod scales;
mod simple;

use super::home::header;
use super::{Flow, Input, help};
use crate::content;
use crate::domain::agenda::minutes_of;
use crate::domain::text::Text;
use crate::domain::wording::Watch;
use crate::library::begin::format_of;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::words::{Words, shown};
use ratatui::layout::Rect;

/// Column of the present value beside the name of a section.
const ASIDE: u16 = 24;
/// Rows of the title above a form.
const HEAD: u16 = 2;

/// The sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Team,
    Members,
    Quorum,
    Format,
    Grid,
    Scales,
    Charter,
    Wording,
    Screen,
    Folder,
}

const ALL: [Section; 10] = [
    Section::Team,
    Section::Members,
    Section::Quorum,
    Section::Format,
    Section::Grid,
    Section::Scales,
    Section::Charter,
    Section::Wording,
    Section::Screen,
    Section::Folder,
];

/// The fields of all sections.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    /// A text that is only read.
    Remark,
    Name,
    Sector,
    Place,
    Language,
    Members,
    Function,
    Profession,
    Permanent,
    Roles,
    QuorumMembers,
    QuorumProfessions,
    Format,
    CopyFormat,
    Formats,
    FormatName,
    FormatMode,
    Rows,
    Step,
    Minutes,
    Grid,
    ScaleSet,
    School,
    AcceptableUpTo,
    TolerableUpTo,
    CopyScales,
    Ladders,
    LevelLabel(u8),
    LevelHint(u8),
    /// Likelihood and severity, from 1.
    Cell(u8, u8),
    CopyCharter,
    Charter,
    CharterLine,
    Watched,
    Theme,
    ScreenLanguage,
    Mouse,
    LockAfter,
    Root,
    Switch,
    Logo,
    Footer,
    KeepYears,
}

/// What an edit asks of the screen.
enum Next {
    /// Nothing.
    Stay,
    /// Open this item of the list, the focus on this field.
    Open(usize, Key),
    /// Put the focus on this field.
    Focus(Key),
    /// Say this.
    Say(String),
}

/// The screen.
#[derive(Debug, Default)]
pub struct Settings {
    menu: Menu,
    section: Option<Section>,
    /// The items open inside the section, outermost first, each with the list it stands in.
    path: Vec<(Key, usize)>,
    form: Form<Key>,
    /// The folder being typed.
    root: Text,
}

impl Settings {
    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        match self.section {
            Some(section) => self.form.scopes(&self.fields(section, desk)),
            None => vec![Scope::Menu, Scope::Letters],
        }
    }

    /// Help here.
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Settings
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let back = *input == Input::Command(Command::Back);
        let Some(section) = self.section else {
            if back {
                return Flow::Close;
            }
            let lines = sections(desk);
            let look = desk.prefs.theme.page();
            return match self.menu.take(input, &lines, place(desk), look) {
                Choice::Ignored => Flow::Ignored,
                Choice::Moved => Flow::Stay,
                Choice::Open(index) => {
                    self.section = ALL.get(index).copied();
                    // What was dropped into the folder since then counts too.
                    match self.section {
                        Some(Section::Grid) => desk.ask(Effect::List),
                        Some(Section::Team) => desk.ask(Effect::ReadLogo),
                        _ => {}
                    }
                    self.form = Form::default();
                    self.put_cursor(desk);
                    Flow::Stay
                }
            };
        };
        if back {
            self.close(desk);
            return Flow::Stay;
        }
        let fields = self.fields(section, desk);
        match self.form.take(input, &fields, place(desk), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Moved => Flow::Stay,
            Reaction::Finished => {
                self.close(desk);
                Flow::Stay
            }
            Reaction::Edit(key, edit) => self.apply(section, key, edit, desk),
        }
    }

    /// The cursor of a choice on what is chosen.
    fn put_cursor(&mut self, desk: &Desk) {
        let fields = self.section.map(|section| self.fields(section, desk));
        let focused = fields.as_deref().and_then(|f| self.form.focused(f));
        if let Some(Value::One { chosen, .. }) = focused.map(|f| &f.value) {
            self.form.set_focus(focused.map_or(Key::Remark, |f| f.key));
            self.form.set_cursor(chosen.unwrap_or(0));
        }
    }

    /// Out of the item, or of the section.
    fn close(&mut self, desk: &mut Desk) {
        if self.path.is_empty() {
            self.section = None;
            return;
        }
        match self.section {
            Some(Section::Members) => members::closed(desk),
            Some(Section::Charter) => charter::closed(desk),
            Some(Section::Format) => formats::closed(desk),
            _ => {}
        }
        if let Some((list, index)) = self.path.pop() {
            self.form = Form::at(list);
            self.form.set_cursor(index);
        }
    }

    fn fields(&self, section: Section, desk: &Desk) -> Vec<Field<Key>> {
        let path: Vec<usize> = self.path.iter().map(|(_, index)| *index).collect();
        match section {
            Section::Team => simple::team(desk),
            Section::Members => members::fields(&path, desk),
            Section::Quorum => simple::quorum(desk),
            Section::Format => formats::fields(&path, desk),
            Section::Grid => simple::grid(desk),
            Section::Scales => scales::fields(&path, desk),
            Section::Charter => charter::fields(&path, desk),
            Section::Wording => simple::wording(desk),
            Section::Screen => simple::screen(desk),
            Section::Folder => simple::folder(&self.root, desk),
        }
    }

    fn apply(&mut self, section: Section, key: Key, edit: Edit, desk: &mut Desk) -> Flow {
        let path: Vec<usize> = self.path.iter().map(|(_, index)| *index).collect();
        let group = Group::Field(format!("{path:?}{key:?}"));
        let next = match section {
            Section::Members => members::apply(&path, key, edit, group, desk),
            Section::Format => formats::apply(&path, key, edit, group, desk),
            Section::Scales => scales::apply(&path, key, edit, group, desk),
            Section::Charter => charter::apply(&path, key, edit, group, desk),
            Section::Folder => simple::apply_folder(&mut self.root, key, edit, desk),
            _ => simple::apply(key, edit, group, desk),
        };
        match next {
            Next::Stay => {}
            Next::Open(index, first) => {
                // What a button made stands in the list below it.
                let list = if key == Key::CopyFormat {
                    Key::Formats
                } else {
                    key
                };
                self.path.push((list, index));
                self.form = Form::at(first);
                self.put_cursor(desk);
            }
            Next::Focus(key) => self.form = Form::at(key),
            Next::Say(text) => return Flow::Say(text),
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        header(desk, canvas);
        let full = canvas.areas.full;
        let title = Rect {
            x: full.x + 2,
            width: full.width.saturating_sub(2),
            ..full
        };
        let area = place(desk);
        let Some(section) = self.section else {
            canvas.line(title, words.settings_title(), Role::Title);
            self.menu
                .draw(&sections(desk), area, canvas.look, canvas.buf);
            return;
        };
        let path = canvas.look.signs.path;
        let text = format!("{} {path} {}", words.settings_title(), name(section, words));
        canvas.line(title, &text, Role::Title);
        canvas.cursor = self
            .form
            .draw(&self.fields(section, desk), area, canvas.look, canvas.buf);
    }
}

/// The place of the sections or of a form.
fn place(desk: &Desk) -> Rect {
    let full = desk.areas.full;
    let head = HEAD.min(full.height);
    Rect {
        y: full.y + head,
        height: full.height - head,
        ..full
    }
}

fn name(section: Section, words: Words) -> &'static str {
    match section {
        Section::Team => words.settings_team(),
        Section::Members => words.settings_members(),
        Section::Quorum => words.settings_quorum(),
        Section::Format => words.settings_format(),
        Section::Grid => words.settings_grid(),
        Section::Scales => words.settings_scales(),
        Section::Charter => words.settings_charter(),
        Section::Wording => words.settings_wording(),
        Section::Screen => words.settings_screen(),
        Section::Folder => words.settings_folder(),
    }
}

/// The sections, each with what is set now.
fn sections(desk: &Desk) -> Vec<Line> {
    let line = |section: &Section| Line {
        cells: vec![
            (0, name(*section, desk.words()).to_owned(), Role::Strong),
            (ASIDE, now(*section, desk), Role::Aside),
        ],
        opens: true,
        ..Line::default()
    };
    let mut lines: Vec<Line> = ALL.iter().map(line).collect();
    if let Some(why) = &desk.team.read_only {
        lines.push(Line::blank());
        lines.push(Line::note(desk.words().why(why), Role::See));
    }
    lines
}

fn now(section: Section, desk: &Desk) -> String {
    let (words, team) = (desk.words(), &desk.team.doc);
    let lists = content::lists();
    match section {
        Section::Team => {
            let kind = content::label_of(&lists.sectors, &team.sector, words.0);
            let parts = [team.name.to_string(), kind];
            let said: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
            said.join(" · ")
        }
        Section::Members => words.settings_n_members(team.members.len()),
        Section::Quorum => words.settings_quorum_now(team.quorum.members, team.quorum.professions),
        Section::Format => {
            let (mode, rows) = format_of(team);
            let minutes = minutes_of(&rows);
            format!("{} · {}", words.minutes(minutes), words.mode(mode))
        }
        Section::Grid => {
            let (grids, usual) = (desk.grids(), desk.usual_grid());
            let grid = grids.into_iter().find(|grid| grid.id == usual);
            grid.map_or_else(String::new, |grid| desk.grid_name(grid))
        }
        Section::Scales => scales::of(team).name.get(words.0).to_owned(),
        Section::Charter if team.charter.is_empty() => words.settings_shipped().to_owned(),
        Section::Charter => words.settings_n_lines(team.charter.len()),
        Section::Wording => match Watch::ALL.len() - team.unwatched.len().min(Watch::ALL.len()) {
            0 => words.settings_watches_none().to_owned(),
            n if n == Watch::ALL.len() => words.settings_watches_all().to_owned(),
            n => words.settings_watches_some(n),
        },
        Section::Screen => {
            let theme = simple::theme_name(desk.prefs.theme.scheme, words);
            format!("{theme} · {}", words.language(desk.prefs.lang))
        }
        Section::Folder => shown(&desk.root),
    }
}
