//! The sections of one page: the team, the quorum, the grid, the screen, the folder.

use super::{Key, Next};
use crate::content;
use crate::domain::code::Lang;
use crate::domain::team::Team;
use crate::domain::text::Text;
use crate::domain::wording::Watch;
use crate::tui::desk::{Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Value};
use crate::tui::frame::Areas;
use crate::tui::prefs::Pref;
use crate::tui::screens::steps::shared::flip;
use crate::tui::theme::{Role, Scheme};
use crate::words::{Words, shown};
use std::path::PathBuf;

/// Most members or professions of a quorum.
const MOST: u32 = 999;

/// A text to be read between fields.
pub fn remark(text: &str, role: Role) -> Field<Key> {
    Field::new(Key::Remark, "", Value::Note(text.to_owned(), role))
}

/// How a theme is called.
pub fn theme_name(scheme: Scheme, words: Words) -> &'static str {
    match scheme {
        Scheme::Sombre => words.settings_theme_dark(),
        Scheme::Clair => words.settings_theme_light(),
        Scheme::Projecteur => words.settings_theme_wall(),
        Scheme::Contraste => words.settings_theme_contrast(),
    }
}

fn languages(chosen: Lang, desk: &Desk) -> Value {
    let words = desk.words();
    Value::One {
        options: Lang::ALL
            .iter()
            .map(|l| words.language(*l).to_owned())
            .collect(),
        chosen: Lang::ALL.iter().position(|l| *l == chosen),
    }
}

/// The team.
pub fn team(desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    let sectors = &content::lists().sectors;
    let sector = Value::One {
        options: sectors
            .iter()
            .map(|s| s.label.get(words.0).to_owned())
            .collect(),
        chosen: sectors.iter().position(|s| s.id == team.sector),
    };
    let line = |key, label, text: &Text| Field::new(key, label, Value::Line(text.clone()));
    let mut fields = vec![
        line(Key::Name, words.settings_name(), &team.name).hint(words.settings_name_hint()),
        line(Key::Place, words.settings_place(), &team.place).hint(words.settings_place_hint()),
        Field::new(
            Key::Language,
            words.settings_language(),
            languages(team.lang, desk),
        )
        .hint(words.settings_language_hint()),
        Field::new(Key::Sector, words.settings_sector(), sector).hint(words.settings_sector_hint()),
        remark("", Role::Aside),
        remark(words.settings_letterhead(), Role::Strong),
        line(Key::Footer, words.settings_footer(), &team.footer).hint(words.settings_footer_hint()),
        line(Key::Logo, words.settings_logo(), &team.logo).hint(words.settings_logo_hint()),
    ];
    fields.extend(logo(desk));
    let years = Value::Number(Some(team.keep_years).filter(|years| *years > 0));
    let keep = Field::new(Key::KeepYears, words.settings_keep_years(), years);
    fields.extend([
        remark("", Role::Aside),
        keep.hint(words.settings_keep_years_hint()),
    ]);
    fields
}

/// What became of the logo whose name is typed; nothing until it was looked for.
fn logo(desk: &Desk) -> Option<Field<Key>> {
    let (name, read) = desk.logo.as_ref()?;
    if *name != desk.team.doc.logo {
        return None;
    }
    let words = desk.words();
    match read {
        Ok(None) => None,
        Ok(Some((width, height))) => Some(remark(
            &words.settings_logo_read(*width, *height),
            Role::Done,
        )),
        Err(problem) => Some(remark(&words.problem(problem), Role::See)),
    }
}

/// The quorum.
pub fn quorum(desk: &Desk) -> Vec<Field<Key>> {
    let (words, quorum) = (desk.words(), &desk.team.doc.quorum);
    let number = |n: u32| Value::Number(Some(n).filter(|n| *n > 0));
    vec![
        Field::new(
            Key::QuorumMembers,
            words.settings_quorum_members(),
            number(quorum.members),
        )
        .hint(words.settings_quorum_hint()),
        Field::new(
            Key::QuorumProfessions,
            words.settings_quorum_professions(),
            number(quorum.professions),
        )
        .hint(words.settings_quorum_hint()),
        remark(
            &words.settings_quorum_now(quorum.members, quorum.professions),
            Role::Aside,
        ),
    ]
}

/// The grid proposed.
pub fn grid(desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    let (grids, chosen) = (desk.grids(), desk.usual_grid());
    let advised = content::default_grid_for(&team.sector);
    let value = Value::One {
        options: grids.iter().map(|g| desk.grid_name(g)).collect(),
        chosen: grids.iter().position(|g| g.id == chosen),
    };
    let mut fields = vec![
        Field::new(Key::Grid, words.settings_grid_field(), value).hint(words.settings_grid_hint()),
    ];
    if let Some(grid) = content::grid(&advised) {
        let advice = words.settings_grid_advice(grid.name.get(words.0));
        fields.push(remark("", Role::Aside));
        fields.push(remark(&advice, Role::Body));
    }
    if let Some(grid) = grids.iter().find(|grid| grid.id == chosen) {
        fields.push(remark("", Role::Aside));
        fields.push(remark(grid.source.get(words.0), Role::Aside));
    }
    fields
}

/// What the wording guard points out in this team.
pub fn wording(desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    let options = Watch::ALL.iter().map(|w| words.watch(*w).to_owned());
    let watched = |at: &usize| !team.unwatched.contains(&Watch::ALL[*at]);
    let value = Value::Many {
        options: options.collect(),
        chosen: (0..Watch::ALL.len()).filter(watched).collect(),
    };
    vec![
        Field::new(Key::Watched, words.settings_watched(), value)
            .hint(words.settings_watched_hint()),
    ]
}

/// What a person prefers.
pub fn screen(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let theme = Value::One {
        options: Scheme::ALL
            .iter()
            .map(|s| theme_name(*s, words).to_owned())
            .collect(),
        chosen: Scheme::ALL
            .iter()
            .position(|s| *s == desk.prefs.theme.scheme),
    };
    vec![
        Field::new(Key::Theme, words.settings_theme(), theme).hint(words.settings_theme_hint()),
        Field::new(
            Key::ScreenLanguage,
            words.settings_screen_language(),
            languages(desk.prefs.lang, desk),
        )
        .hint(words.settings_screen_language_hint()),
        Field::new(
            Key::Mouse,
            words.settings_mouse(),
            Value::Toggle(desk.prefs.mouse),
        )
        .hint(words.settings_mouse_hint()),
    ]
}

/// The folder worked in.
pub fn folder(typed: &Text, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let root = words.settings_root_now(&shown(&desk.root));
    let mut fields = vec![remark(&root, Role::Body)];
    if desk.encrypted {
        let minutes = Value::Number(Some(u32::from(desk.prefs.lock_after)));
        let lock = Field::new(Key::LockAfter, words.settings_lock_after(), minutes);
        fields.push(remark(words.settings_encrypted(), Role::Done));
        fields.push(lock.hint(words.settings_lock_after_hint()));
    } else {
        fields.push(remark(words.settings_in_the_clear(), Role::Aside));
    }
    fields.extend([
        remark("", Role::Aside),
        Field::new(Key::Root, words.settings_root(), Value::Line(typed.clone()))
            .hint(words.settings_root_hint()),
        Field::new(
            Key::Switch,
            "",
            Value::Button(words.settings_switch().to_owned()),
        )
        .hint(words.settings_switch_hint()),
    ]);
    fields
}

/// An edit of the folder.
pub fn apply_folder(typed: &mut Text, key: Key, edit: Edit, desk: &mut Desk) -> Next {
    match (key, edit) {
        (Key::Root, Edit::Text(text)) => *typed = text,
        (Key::Switch, Edit::Press) => {
            // A path copied from a file manager often comes in quotes.
            let path = typed.as_str().trim().trim_matches(['"', '\'']);
            if path.is_empty() {
                return Next::Say(desk.words().settings_no_root().to_owned());
            }
            desk.ask(Effect::SwitchWorkspace(PathBuf::from(path)));
        }
        (Key::LockAfter, edit) => prefer(key, &edit, desk),
        _ => {}
    }
    Next::Stay
}

/// An edit of one of the other pages.
pub fn apply(key: Key, edit: Edit, group: Group, desk: &mut Desk) -> Next {
    match (key, edit) {
        (Key::Theme | Key::ScreenLanguage | Key::Mouse, edit) => prefer(key, &edit, desk),
        (Key::Grid, Edit::One(Some(index))) => {
            if let Some(id) = desk.grids().get(index).map(|grid| grid.id.clone()) {
                desk.edit_team(group, |team| team.grid = id);
            }
        }
        (key, edit) => {
            desk.edit_team(group, |team| change(team, key, edit));
            if key == Key::Logo {
                desk.ask(Effect::ReadLogo);
            }
        }
    }
    Next::Stay
}

fn change(team: &mut Team, key: Key, edit: Edit) {
    match (key, edit) {
        (Key::Name, Edit::Text(text)) => team.name = text,
        (Key::Place, Edit::Text(text)) => team.place = text,
        (Key::Logo, Edit::Text(text)) => team.logo = text,
        (Key::Footer, Edit::Text(text)) => team.footer = text,
        (Key::Language, Edit::One(Some(index))) => {
            team.lang = Lang::ALL.get(index).copied().unwrap_or_default();
        }
        (Key::Sector, Edit::One(index)) => {
            let sector = index.and_then(|i| content::lists().sectors.get(i));
            let sector = sector.map(|s| s.id.clone()).unwrap_or_default();
            // The grid follows the kind of structure unless the team chose another.
            if team.grid == content::default_grid_for(&team.sector) {
                team.grid = content::default_grid_for(&sector);
            }
            team.sector = sector;
        }
        (Key::Watched, Edit::Flip(at)) => {
            if let Some(watch) = Watch::ALL.get(at) {
                flip(&mut team.unwatched, *watch);
            }
        }
        (Key::KeepYears, Edit::Number(n)) => team.keep_years = n.unwrap_or(0).min(MOST),
        (Key::QuorumMembers, Edit::Number(n)) => team.quorum.members = n.unwrap_or(0).min(MOST),
        (Key::QuorumProfessions, Edit::Number(n)) => {
            team.quorum.professions = n.unwrap_or(0).min(MOST);
        }
        _ => {}
    }
}

fn prefer(key: Key, edit: &Edit, desk: &mut Desk) {
    let chosen = match (key, edit) {
        (Key::Theme, Edit::One(Some(index))) => {
            if let Some(scheme) = Scheme::ALL.get(*index) {
                desk.prefs.set_scheme(*scheme);
                let screen = desk.areas.screen;
                let density = desk.prefs.theme.density;
                desk.areas = Areas::new((screen.width, screen.height), density);
            }
            Pref::Theme
        }
        (Key::ScreenLanguage, Edit::One(Some(index))) => {
            desk.prefs.lang = Lang::ALL.get(*index).copied().unwrap_or_default();
            Pref::Lang
        }
        (Key::LockAfter, Edit::Number(minutes)) => {
            let minutes = minutes.unwrap_or(0).min(MOST);
            desk.prefs.lock_after = u16::try_from(minutes).unwrap_or_default();
            Pref::LockAfter
        }
        (Key::Mouse, Edit::Flip(_)) => {
            desk.prefs.mouse = !desk.prefs.mouse;
            Pref::Mouse
        }
        _ => return,
    };
    desk.ask(Effect::Keep(chosen));
}
