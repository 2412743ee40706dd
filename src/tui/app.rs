//! The program on the screen: a stack of screens over the desk. Messages in, effects out (they wait on the desk).

use super::command::Command;
use super::desk::{Desk, Effect, Saving};
use super::frame::{Areas, Canvas};
use super::key::{Key, Msg};
use super::keymap::{Scope, held, key_for, key_name, lookup};
use super::screens::ask::Ask;
use super::screens::help::Help;
use super::screens::home::Home;
use super::screens::meeting::Meeting;
use super::screens::palette::Palette;
use super::screens::pool::Pool;
use super::screens::reader::Reader;
use super::screens::search::Search;
use super::screens::{Flow, Input, Screen, Spot, clock, first_run, note, parking, speaking};
use super::theme::Role;
use super::widgets::wrap::width;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::time::Duration;

/// Keys that the footer shows at most, help aside.
const FOOTER_KEYS: usize = 5;

/// The program.
pub struct App {
    /// The documents.
    pub desk: Desk,
    screens: Vec<Screen>,
    curtain: bool,
    said: Option<(String, Role)>,
}

impl App {
    /// The program at home, or at the questions of a first run when the team has no name yet.
    pub fn new(desk: Desk, size: (u16, u16)) -> Self {
        let mut app = Self {
            desk,
            screens: Vec::new(),
            curtain: false,
            said: None,
        };
        app.resize(size);
        app.screens.push(Home::new(&app.desk).into());
        if first_run::is_due(&app.desk) {
            app.screens.push(first_run::FirstRun::default().into());
        }
        app
    }

    /// Takes a message.
    pub fn update(&mut self, msg: Msg) {
        match msg {
            Msg::Resize(w, h) => self.resize((w, h)),
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) if !self.curtain => self.input(&Input::Paste(text)),
            Msg::Click(col, row) if !self.curtain => self.input(&Input::Click(col, row)),
            Msg::Wheel(_, _, lines) if !self.curtain => self.input(&Input::Wheel(lines)),
            Msg::Paste(_) | Msg::Click(..) | Msg::Wheel(..) | Msg::Tick | Msg::Woken => {}
        }
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.desk.areas = Areas::new(size, self.desk.prefs.theme.density);
    }

    fn key(&mut self, key: Key) {
        let scopes = self.scopes();
        let lang = self.desk.words().0;
        if self.curtain {
            self.curtain_key(lookup(key, &scopes, lang));
            return;
        }
        self.said = None;
        if let Some(command) = lookup(key, &scopes, lang) {
            self.input(&Input::Command(command));
        }
    }

    /// Under the curtain only the curtain's own key, Escape and leaving are heard; what a private note types goes to it.
    fn curtain_key(&mut self, command: Option<Command>) {
        match command {
            Some(Command::Curtain | Command::Back) => self.curtain = false,
            Some(Command::Quit) => self.desk.ask(Effect::Quit),
            _ => {}
        }
    }

    /// Where a key would be looked up now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = self
            .screens
            .last()
            .map(|screen| screen.scopes(&self.desk))
            .unwrap_or_default();
        scopes.push(Scope::Everywhere);
        scopes
    }

    fn input(&mut self, input: &Input) {
        let Some(top) = self.screens.last_mut() else {
            return;
        };
        let flow = top.update(input, &mut self.desk);
        self.flow(flow, input);
    }

    fn flow(&mut self, flow: Flow, input: &Input) {
        match flow {
            Flow::Stay => {}
            Flow::Ignored => {
                if let Input::Command(command) = input {
                    self.command(*command);
                }
            }
            Flow::Push(screen) => self.screens.push(screen),
            Flow::Replace(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Flow::Close => self.close(),
            Flow::CloseAnd(command) => {
                self.close();
                self.input(&Input::Command(command));
            }
            Flow::Say(text) => self.said = Some((text, Role::See)),
            Flow::GoTo(spot) => self.go_to(&spot),
        }
    }

    fn close(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
        if let Some(Screen::Home(home)) = self.screens.last_mut() {
            home.refresh(&self.desk);
        }
    }

    /// What holds everywhere.
    fn command(&mut self, command: Command) {
        let words = self.desk.words();
        match command {
            Command::Quit => self.desk.ask(Effect::Quit),
            Command::HowToQuit => self.say(words.say_how_to_quit()),
            Command::Palette => self.screens.push(Palette::new(self.scopes()).into()),
            Command::Help => {
                let topic = self
                    .screens
                    .last()
                    .map(|s| s.topic(&self.desk))
                    .unwrap_or_default();
                self.screens.push(Help::new(topic, self.scopes()).into());
            }
            Command::Curtain => self.curtain = true,
            Command::Undo => {
                let done = self.desk.undo();
                self.say(if done {
                    words.say_undone()
                } else {
                    words.say_nothing_to_undo()
                });
            }
            Command::Redo => {
                let done = self.desk.redo();
                self.say(if done {
                    words.say_redone()
                } else {
                    words.say_nothing_to_redo()
                });
            }
            Command::Theme => self.next_theme(),
            Command::Language => {
                self.desk.prefs.other_language();
                self.desk.ask(Effect::KeepSettings);
            }
            Command::Mouse => {
                self.desk.prefs.mouse = !self.desk.prefs.mouse;
                self.desk.ask(Effect::KeepSettings);
                self.say(if self.desk.prefs.mouse {
                    words.say_mouse_on()
                } else {
                    words.say_mouse_off()
                });
            }
            Command::Back if self.screens.last().is_some_and(Screen::floats) => self.close(),
            Command::Home => self.go_home(),
            _ if self.desk.session.is_some() => self.session_command(command),
            _ => {}
        }
    }

    /// What holds while a session is open, whatever screen is on top.
    fn session_command(&mut self, command: Command) {
        let screen: Screen = match command {
            Command::Search => Search::default().into(),
            Command::Park => parking::Parking::default().into(),
            Command::Note => note::Note::new(&self.desk).into(),
            Command::Timer => clock::Clock.into(),
            Command::Speaking => speaking::Speaking::default().into(),
            Command::Pause => Ask::pause().into(),
            Command::Adjourn => Ask::adjourn().into(),
            Command::Record => Reader::record(&self.desk).into(),
            Command::Seal => Ask::seal(&self.desk).into(),
            _ => return,
        };
        self.screens.push(screen);
    }

    fn next_theme(&mut self) {
        let size = (self.desk.areas.screen.width, self.desk.areas.screen.height);
        self.desk.prefs.next_theme();
        self.resize(size);
        self.desk.ask(Effect::KeepSettings);
        let said = self
            .desk
            .words()
            .say_theme(self.desk.prefs.theme.scheme.name());
        self.said = Some((said, Role::Aside));
    }

    fn go_home(&mut self) {
        self.screens.truncate(1);
        if self.desk.session.is_some() {
            self.desk.ask(Effect::CloseSession);
        }
        self.desk.ask(Effect::List);
    }

    fn go_to(&mut self, spot: &Spot) {
        while self.screens.len() > 1 && !matches!(self.screens.last(), Some(Screen::Meeting(_))) {
            self.screens.pop();
        }
        if let Some(Screen::Meeting(meeting)) = self.screens.last_mut() {
            meeting.go_to(spot, &mut self.desk);
        }
    }

    fn say(&mut self, text: &str) {
        self.said = Some((text.to_owned(), Role::Aside));
    }

    /// A problem of the world, said in the footer.
    pub fn tell(&mut self, problem: &Problem) {
        self.said = Some((self.desk.words().problem(problem), Role::Refused));
    }

    /// A new session, beginning now.
    pub fn new_session(&mut self) {
        let date = self.desk.today();
        self.desk.ask(Effect::NewSession { date, begin: true });
    }

    /// Something to look at, said in the footer.
    pub fn warn(&mut self, text: String) {
        self.said = Some((text, Role::See));
    }

    /// Something done, said in the footer.
    pub fn report(&mut self, text: String) {
        self.said = Some((text, Role::Done));
    }

    /// A session was opened: goes where it was left.
    pub fn session_opened(&mut self, place: Option<&str>) {
        self.screens.truncate(1);
        let meeting = Meeting::new(&mut self.desk, place);
        self.screens.push(meeting.into());
        let words = self.desk.words();
        let open = self.desk.session.as_ref();
        let why = open
            .and_then(|o| o.read_only.as_ref())
            .map(|why| words.why(why));
        let remark = open
            .and_then(|o| o.remarks.first())
            .map(|remark| words.remark(remark));
        self.said = why.or(remark).map(|text| (text, Role::See));
    }

    /// The session was sealed.
    pub fn session_sealed(&mut self, session: Session) {
        let words = self.desk.words();
        let print = session
            .seal
            .as_ref()
            .map(|s| s.fingerprint.as_str().chars().take(12).collect::<String>());
        if let Some(open) = &mut self.desk.session {
            open.doc = session;
            open.read_only = Some(crate::domain::problem::Why::Sealed);
        }
        self.desk.barrier();
        self.report(words.say_sealed(&print.unwrap_or_default()));
    }

    /// An incident of the workspace was opened.
    pub fn incident_opened(&mut self) {
        match self.screens.last_mut() {
            Some(Screen::Pool(pool)) => pool.opened(),
            _ => self.screens.push(Pool::on_open().into()),
        }
    }

    /// The folder was read again.
    pub fn listed(&mut self) {
        if let Some(Screen::Home(home)) = self.screens.first_mut() {
            home.refresh(&self.desk);
        }
    }

    /// The place in the session, to be found again after a kill.
    pub fn place(&self) -> Option<String> {
        self.screens.iter().find_map(|screen| match screen {
            Screen::Meeting(meeting) => Some(meeting.place(&self.desk)),
            _ => None,
        })
    }

    /// When the screen changes by itself: the timer of a running step, in minutes, in seconds in the last two.
    pub fn next_tick(&self) -> Option<Duration> {
        let session = self.desk.session().filter(|_| !self.curtain)?;
        let row = session.running()?;
        let left = i64::from(row.minutes) * 60 - i64::from(row.spent_at(self.desk.now));
        let seconds = if (0..=120).contains(&left) {
            1
        } else {
            60 - row.spent_at(self.desk.now) % 60
        };
        Some(Duration::from_secs(u64::from(seconds)))
    }

    /// Draws; gives where the terminal's cursor belongs.
    pub fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        let look = self.desk.prefs.theme.page();
        let areas = self.desk.areas;
        buf.set_style(areas.screen, look.style(Role::Body));
        let mut canvas = Canvas {
            buf,
            areas,
            look,
            cursor: None,
        };
        if areas.too_small() {
            let words = self.desk.words();
            canvas.text(
                areas.screen,
                &words.say_too_small(super::frame::MIN),
                Role::Body,
            );
            return None;
        }
        if self.curtain {
            let row = Rect {
                y: areas.screen.height / 2,
                height: 1,
                ..areas.header
            };
            let text = self.desk.words().say_curtain();
            let x = row.x
                + row
                    .width
                    .saturating_sub(u16::try_from(width(text)).unwrap_or(0))
                    / 2;
            canvas.line(
                Rect {
                    x,
                    width: row.right() - x,
                    ..row
                },
                text,
                Role::Aside,
            );
            return None;
        }
        let base = self
            .screens
            .iter()
            .rposition(|screen| !screen.floats())
            .unwrap_or(0);
        for screen in &self.screens[base..] {
            canvas.cursor = None;
            canvas.look = look;
            screen.draw(&self.desk, &mut canvas);
        }
        canvas.look = look;
        self.draw_footer(&mut canvas);
        canvas.cursor
    }

    fn draw_footer(&self, canvas: &mut Canvas) {
        let footer = canvas.areas.footer;
        if let Some((text, role)) = &self.said {
            canvas.line(footer, text, *role);
            return;
        }
        if let Saving::Failing(problem) = &self.desk.saving {
            let text = self
                .desk
                .words()
                .say_not_saved(&self.desk.words().problem(problem));
            canvas.line(footer, &text, Role::Refused);
            return;
        }
        let words = self.desk.words();
        let scopes = self.scopes();
        let help = key_for(Command::Help, &scopes, words.0)
            .map(|key| key_name(key, words.0))
            .unwrap_or_default();
        let right = format!("{help} {}", Command::Help.foot(words));
        let taken = canvas.line_right(footer, &right, Role::Aside);
        let mut room = footer.width.saturating_sub(taken + 3);
        let mut bindings = held(&scopes, words.0);
        bindings.retain(|b| b.foot > 0 && b.command != Command::Help);
        bindings.sort_by_key(|b| b.foot);
        let mut x = footer.x;
        for (keys, verb) in foot_entries(&bindings, &scopes, words)
            .into_iter()
            .take(FOOTER_KEYS)
        {
            let wide = u16::try_from(width(&keys) + 1 + width(verb) + 3).unwrap_or(u16::MAX);
            if wide > room {
                break;
            }
            canvas.line(
                Rect {
                    x,
                    width: room,
                    ..footer
                },
                &keys,
                Role::Strong,
            );
            let at = x + u16::try_from(width(&keys)).unwrap_or(0) + 1;
            canvas.line(
                Rect {
                    x: at,
                    width: room,
                    ..footer
                },
                verb,
                Role::Aside,
            );
            x += wide;
            room -= wide;
        }
    }
}

/// The keys and verbs of the footer; the four answers of a walk share one entry.
fn foot_entries(
    bindings: &[&super::keymap::Binding],
    scopes: &[Scope],
    words: crate::words::Words,
) -> Vec<(String, &'static str)> {
    let mut out: Vec<(String, &'static str)> = Vec::new();
    for binding in bindings {
        let verb = binding.command.foot(words);
        let Some(key) = key_for(binding.command, scopes, words.0) else {
            continue;
        };
        let name = key_name(key, words.0);
        let joins = matches!(binding.command, Command::Answer(_));
        let name = if joins { name.to_uppercase() } else { name };
        match out.iter_mut().find(|(_, v)| *v == verb) {
            Some((keys, _)) if joins => {
                keys.push(' ');
                keys.push_str(&name);
            }
            Some(_) => {}
            None => out.push((name, verb)),
        }
    }
    out
}
