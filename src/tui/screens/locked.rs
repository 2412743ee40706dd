//! What is shown instead of everything else while the workspace is closed: its passphrase is asked for. Nothing of a meeting
//! is in sight, and what is typed shows as dots.

use crate::store::{MOST_PASSPHRASE as MOST, Zeroizing};
use crate::tui::command::Command;
use crate::tui::frame::{Areas, Canvas, MIN};
use crate::tui::key::{Key, Msg};
use crate::tui::keymap::{Scope, key_for, key_name, lookup};
use crate::tui::prefs::Prefs;
use crate::tui::run::wash;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::width;
use crate::words::Words;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

/// Where keys are looked up here.
pub const SCOPES: [Scope; 2] = [Scope::Line, Scope::Locked];
/// Widest page.
const WIDE: u16 = 62;
/// Rows of the page.
const HIGH: u16 = 12;

/// Why the passphrase is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The program begins.
    Begin,
    /// Nobody has touched it for a while; the meeting stays as it is behind.
    Idle,
    /// Another workspace was asked for.
    Switch,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To try the passphrase.
    Try,
    /// To go back to what was before.
    Back,
    /// To leave the program.
    Quit,
}

/// The page.
#[derive(Debug)]
pub struct Locked {
    why: Why,
    folder: String,
    typed: String,
    /// Whether the passphrase is being tried.
    trying: bool,
    said: Option<(String, Role)>,
    /// Whether it was said that leaving loses something.
    warned: bool,
}

impl Drop for Locked {
    fn drop(&mut self) {
        self.forget();
    }
}

impl Locked {
    /// For the workspace in the folder of this name.
    pub fn new(why: Why, folder: String) -> Self {
        Self {
            why,
            folder,
            // Room for all of it at once, so that no half of it stays behind in memory.
            typed: String::with_capacity(MOST * 4),
            trying: false,
            said: None,
            warned: false,
        }
    }

    /// Says that leaving loses something: what was typed last was to leave.
    pub fn warn(&mut self, said: String) {
        self.said = Some((said, Role::Refused));
        self.warned = true;
    }

    /// Whether that is what was said last.
    pub fn is_warned(&self) -> bool {
        self.warned
    }

    /// Why it is asked for.
    pub fn why(&self) -> Why {
        self.why
    }

    /// Takes input; says what is to be done.
    pub fn update(&mut self, msg: &Msg, words: Words) -> Option<Asked> {
        match msg {
            Msg::Key(key) => self.key(*key, words),
            Msg::Paste(text) if !self.trying => {
                self.write(text.as_str().trim_end_matches('\n'));
                None
            }
            _ => None,
        }
    }

    fn key(&mut self, key: Key, words: Words) -> Option<Asked> {
        match lookup(key, &SCOPES, words.0)? {
            Command::Quit => return Some(Asked::Quit),
            Command::Back if self.typed.is_empty() && self.why == Why::Switch => {
                return Some(Asked::Back);
            }
            // A disk that does not answer keeps nobody from leaving.
            _ if self.trying => {}
            Command::Type(c) => self.write(c.encode_utf8(&mut [0; 4])),
            Command::Backspace => {
                self.typed.pop();
            }
            Command::Confirm if !self.typed.is_empty() => return Some(Asked::Try),
            Command::Back => self.forget(),
            Command::Help => {
                self.warned = false;
                self.said = Some((self.help(words), Role::Body));
            }
            _ => {}
        }
        None
    }

    /// What the passphrase is, and what helps who does not have it.
    fn help(&self, words: Words) -> String {
        match self.why {
            Why::Begin | Why::Switch => words.locked_help().to_owned(),
            Why::Idle => format!("{} {}", words.locked_help_idle(), words.locked_help()),
        }
    }

    fn write(&mut self, text: &str) {
        self.said = None;
        self.warned = false;
        let room = MOST.saturating_sub(self.typed.chars().count());
        self.typed.extend(text.chars().take(room));
    }

    /// The passphrase, to be tried; the page waits for [`Locked::refused`] or its end.
    pub fn passphrase(&mut self) -> Zeroizing<String> {
        self.trying = true;
        let typed = self.typed.clone();
        self.forget();
        typed.into()
    }

    /// It was not the right one, or did not help: this is said.
    pub fn refused(&mut self, said: String) {
        self.trying = false;
        self.warned = false;
        self.said = Some((said, Role::Refused));
    }

    /// Nothing of what was typed stays in memory.
    fn forget(&mut self) {
        let mut bytes = std::mem::take(&mut self.typed).into_bytes();
        bytes.fill(0);
        bytes.clear();
        self.typed = String::from_utf8(bytes).unwrap_or_default();
    }

    /// Draws; gives where the terminal's cursor belongs.
    pub fn draw(&self, prefs: &Prefs, buf: &mut Buffer) -> Option<Position> {
        let areas = Areas::new((buf.area.width, buf.area.height), prefs.theme.density);
        let mut blank = Cell::EMPTY;
        blank.set_style(prefs.theme.page().style(Role::Body));
        wash(&mut buf.content, &blank);
        let mut canvas = Canvas {
            buf,
            areas,
            look: prefs.theme.page(),
            cursor: None,
        };
        let words = prefs.words();
        if areas.too_small() {
            canvas.text(areas.screen, &words.say_too_small(MIN), Role::Body);
            return None;
        }
        self.draw_page(words, &mut canvas);
        draw_keys(self.why, words, &mut canvas);
        canvas.cursor.map(|cursor| cursor.at)
    }

    fn draw_page(&self, words: Words, canvas: &mut Canvas) {
        let screen = canvas.areas.screen;
        let wide = WIDE.min(screen.width.saturating_sub(4));
        let page = Rect {
            x: (screen.width - wide) / 2,
            y: screen.height.saturating_sub(HIGH) / 3,
            width: wide,
            height: HIGH.min(screen.height),
        };
        let title = match self.why {
            Why::Begin | Why::Switch => words.locked_title(),
            Why::Idle => words.locked_idle(),
        };
        let row = |at: u16| Rect {
            y: page.y + at,
            height: 1,
            ..page
        };
        canvas.line(row(0), title, Role::Title);
        canvas.line(row(1), &self.folder, Role::Aside);
        canvas.line(row(3), words.locked_passphrase(), Role::Aside);
        self.draw_typed(row(4), words, canvas);
        if let Some((said, role)) = &self.said {
            let below = Rect {
                y: page.y + 6,
                height: page.height - 6,
                ..page
            };
            canvas.text(below, said, *role);
        }
    }

    /// As many dots as were typed, the last ones where there is no room for all.
    fn draw_typed(&self, row: Rect, words: Words, canvas: &mut Canvas) {
        let signs = canvas.look.signs;
        canvas.line(row, signs.focus, Role::Mark);
        let inside = Rect {
            x: row.x + 2,
            width: row.width.saturating_sub(3),
            ..row
        };
        if self.trying {
            canvas.line(inside, words.locked_trying(), Role::Aside);
            return;
        }
        let n = self.typed.chars().count().min(usize::from(inside.width));
        canvas.line(inside, &signs.bullet.repeat(n), Role::Strong);
        let at = inside.x + u16::try_from(n).unwrap_or(0);
        canvas.cursor = Some(Position::new(at, inside.y).into());
    }
}

/// The keys that hold.
fn draw_keys(why: Why, words: Words, canvas: &mut Canvas) {
    let back = match why {
        Why::Switch => words.foot_back(),
        Why::Begin | Why::Idle => words.foot_empty(),
    };
    let verbs = [
        (Command::Confirm, words.foot_unlock()),
        (Command::Back, back),
        (Command::Quit, words.foot_quit()),
    ];
    let mut rest = canvas.areas.footer;
    if let Some(key) = key_for(Command::Help, &SCOPES, words.0) {
        let help = format!("{} {}", key_name(key, words.0), Command::Help.foot(words));
        canvas.line_right(rest, &help, Role::Aside);
    }
    for (command, verb) in verbs {
        let Some(key) = key_for(command, &SCOPES, words.0) else {
            continue;
        };
        let key = key_name(key, words.0);
        let taken = |text: &str| u16::try_from(width(text) + 1).unwrap_or(0);
        canvas.line(rest, &key, Role::Strong);
        let skip = |rest: Rect, by: u16| Rect {
            x: rest.x + by.min(rest.width),
            width: rest.width.saturating_sub(by),
            ..rest
        };
        rest = skip(rest, taken(&key));
        canvas.line(rest, verb, Role::Aside);
        rest = skip(rest, taken(verb) + 2);
    }
}
