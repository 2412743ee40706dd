//! What the shell tells the screens: what became of what they asked for, and where the user is.

use super::App;
use crate::documents::Document;
use crate::domain::amendments::Beside;
use crate::domain::analysis::AnalysisFile;
use crate::domain::problem::{Problem, Why};
use crate::domain::session::Session;
use crate::library::lookalike::Index;
use crate::store::{Registry, Scrubbed};
use crate::tui::desk::{Doc, Effect, Rivals, Seen};
use crate::tui::screens::ask::Ask;
use crate::tui::screens::elsewhere::Elsewhere;
use crate::tui::screens::meeting::Meeting;
use crate::tui::screens::plan::Plan;
use crate::tui::screens::pool::Pool;
use crate::tui::screens::reader::Reader;
use crate::tui::screens::scrub::Scrub;
use crate::tui::screens::told::Told;
use crate::tui::screens::{Screen, meeting, note, parking, rivals, second};
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;
use chrono::{NaiveDateTime, Timelike};
use std::path::Path;

/// What stands between the parts of a kept place: no key types it.
const WINDOW: char = '\u{1f}';
/// Says in a kept place that the curtain is down.
const CURTAIN: &str = "curtain";
/// How a kept place writes the minute in which it was kept.
const SEEN: &str = "%Y-%m-%dT%H:%M";

/// What a kept place tells of the terminal that kept it.
pub fn seen(kept: &str) -> Seen {
    let mut parts = kept.split(WINDOW);
    let place = parts.next().unwrap_or_default();
    let (row, at) = place.split_once(' ').unwrap_or((place, ""));
    Seen {
        row: row.parse().ok(),
        at: at.to_owned(),
        free: at.starts_with(meeting::FREE),
        curtain: parts.nth(1) == Some(CURTAIN),
        ..Seen::default()
    }
}

/// Whether two kept places are the same but for the minute.
pub fn same_place(one: &str, other: &str) -> bool {
    let place = |kept: &str| kept.rfind(WINDOW).unwrap_or(kept.len());
    one[..place(one)] == other[..place(other)]
}

impl App {
    /// A problem of the world, said in the footer.
    pub fn tell(&mut self, problem: &Problem) {
        self.said = Some((self.desk.words().problem(problem), Role::Refused));
    }

    /// A new session, beginning now.
    pub fn new_session(&mut self) {
        let date = self.desk.today();
        self.desk.ask(Effect::NewSession {
            date,
            begin: true,
            left_out: Vec::new(),
        });
    }

    /// Something to look at, said in the footer.
    pub fn warn(&mut self, text: String) {
        self.said = Some((text, Role::See));
    }

    /// That another program copies the workspace: a window to be read, over home.
    pub fn tell_copied(&mut self, service: &str) {
        let words = self.desk.words();
        let said = [
            words.synced_what(service),
            words.synced_law().to_owned(),
            words.synced_remedy().to_owned(),
        ];
        let mut paras: Vec<Para> = said
            .into_iter()
            .flat_map(|text| [Para::new(text, Role::Body), Para::new("", Role::Body)])
            .collect();
        paras.push(Para::new(words.synced_once(), Role::Aside));
        self.screens
            .push(Told::new(words.synced_title(), paras).into());
    }

    /// A name to be erased everywhere: asked for where no session is open, since all of them are touched.
    pub(super) fn scrub(&mut self) {
        let words = self.desk.words();
        if self.desk.session.is_some() {
            self.warn(words.scrub_at_home().to_owned());
            return;
        }
        self.screens.push(Scrub::new(words).into());
    }

    /// Where a word stands that is to be erased.
    pub fn word_found(&mut self, seen: Scrubbed) {
        if let Some(Screen::Scrub(scrub)) = self.screens.last_mut() {
            scrub.found(seen);
        }
    }

    /// Something to look at, unless something else is being said.
    pub fn add(&mut self, text: String) {
        self.said.get_or_insert((text, Role::See));
    }

    /// Something that cannot be done, said in the footer.
    pub fn refuse(&mut self, text: String) {
        self.said = Some((text, Role::Refused));
    }

    /// The private notes were opened: their window over what is shown.
    pub fn notes_opened(&mut self) {
        let note = note::Note::new(&self.desk);
        self.screens.push(note.into());
    }

    /// Whether the private notes are being written in their window.
    pub fn shows_notes(&self) -> bool {
        let note = |screen: &Screen| matches!(screen, Screen::Note(_));
        self.screens.iter().any(note)
    }

    /// On the second terminal: the private notes were opened, or are others now.
    pub fn notes_came(&mut self) {
        for screen in &mut self.screens {
            if let Screen::Second(second) = screen {
                second.notes_came(&self.desk);
            }
        }
    }

    /// On the second terminal: what the screen shows of the time.
    pub fn face(&self) -> String {
        self.desk
            .session()
            .map_or_else(String::new, |session| second::face(session, self.desk.now))
    }

    /// Asks where else the session is to be saved, unless that is being asked.
    pub fn ask_elsewhere(&mut self, folder: &Path) {
        if !matches!(self.screens.last(), Some(Screen::Elsewhere(_))) {
            self.screens.push(Elsewhere::new(folder).into());
        }
    }

    /// The session was saved elsewhere.
    pub fn saved_elsewhere(&mut self, root: &Path, path: &Path) {
        if let Some(Screen::Elsewhere(window)) = self.screens.last_mut() {
            window.saved(root, path);
        }
    }

    /// Something done, said in the footer.
    pub fn report(&mut self, text: String) {
        self.said = Some((text, Role::Done));
    }

    /// Takes the past of the workspace, and offers at once what resembles what is being typed.
    pub fn take_past(&mut self, index: Index) {
        self.desk.past.index = Some(index);
        self.look_back();
    }

    /// Takes the whole workspace, and has every screen tell it anew, also below a window.
    pub fn take_registry(&mut self, registry: Registry) {
        self.desk.whole.registry = Some(registry);
        for screen in &mut self.screens {
            screen.surveyed(&mut self.desk);
        }
    }

    /// Opens this year in figures.
    pub(super) fn year(&mut self) {
        let year = Screen::year(&mut self.desk);
        self.screens.push(year);
    }

    /// Has every screen look for what resembles what is open in it, also below a window.
    pub(super) fn look_back(&mut self) {
        for screen in &mut self.screens {
            screen.look_back(&mut self.desk);
        }
    }

    /// A session was opened: goes where it was left.
    pub fn session_opened(&mut self, place: Option<&str>) {
        self.screens.truncate(1);
        // While the program was off no time passed in the meeting.
        let seen = place.and_then(|place| place.split(WINDOW).nth(3));
        let seen = seen.and_then(|at| NaiveDateTime::parse_from_str(at, SEEN).ok());
        let now = self.desk.now;
        self.desk.advance(|session| session.resume(seen, now));
        // Of a sealed session no window is left to be answered.
        let place = place.filter(|_| !meeting::sealed(&self.desk));
        let mut parts = place.unwrap_or_default().split(WINDOW);
        let meeting = Meeting::new(&mut self.desk, parts.next());
        self.screens.push(meeting.into());
        // What was being typed is offered what it resembles without another key.
        self.look_back();
        self.reopen(parts.next().unwrap_or_default());
        self.curtain = parts.next() == Some(CURTAIN);
        let words = self.desk.words();
        let open = self.desk.session.as_ref();
        let why = open
            .and_then(|o| o.read_only.as_ref())
            .map(|why| words.why(why));
        let remark = open
            .and_then(|o| o.remarks.first())
            .map(|remark| words.remark(remark));
        // Both are said: that a session is sealed must not hide what was noticed in it.
        let said: Vec<String> = why.into_iter().chain(remark).collect();
        self.said = (!said.is_empty()).then(|| (said.join(" "), Role::See));
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
            open.read_only = Some(Why::Sealed);
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
        self.look_back();
        if let Some(why) = self.desk.why_read_only(Doc::Incident) {
            self.warn(self.desk.words().why(why));
        }
    }

    /// The plan over whatever is open, which is found again below it.
    pub(super) fn open_plan(&mut self) {
        let open = |screen: &Screen| matches!(screen, Screen::Plan(_));
        if !self.screens.iter().any(open) {
            let plan = Plan::new(&mut self.desk);
            self.screens.push(plan.into());
        }
    }

    /// Something is said of an action between two meetings.
    pub fn follow_up_opened(&mut self) {
        if let Some(Screen::Plan(plan)) = self.screens.last_mut() {
            plan.follow_up_opened(&self.desk);
        }
        if let Some(why) = self.desk.why_read_only(Doc::FollowUp) {
            self.warn(self.desk.words().why(why));
        }
    }

    /// It was said, or taken back: the plan is another.
    pub fn follow_up_closed(&mut self) {
        for screen in &mut self.screens {
            if let Screen::Plan(plan) = screen {
                plan.surveyed(&mut self.desk);
            }
        }
    }

    /// The record of an earlier session, to be read.
    pub fn read_past(&mut self, session: &Session, beside: &Beside) {
        self.screens.push(Reader::past(session, beside).into());
    }

    /// Two states of one session were read, to choose from.
    pub fn show_rivals(&mut self, rivals: Rivals) {
        self.desk.rivals = Some(rivals);
        let screen = rivals::Rivals::new(&self.desk);
        self.screens.push(screen.into());
    }

    /// What changed in the session since it was sealed, to be read.
    pub fn compared(&mut self, document: &Document) {
        self.screens.push(Reader::of(document).into());
    }

    /// An analysis between two meetings was read, to be presented in this one.
    pub fn analysis_read(&mut self, file: &AnalysisFile) {
        if let Some(Screen::Meeting(meeting)) = self.screens.last_mut() {
            meeting.hear(file, &mut self.desk);
        }
    }

    /// The folder was read again; or it `came` at last, having been too large to be waited for.
    pub fn listed(&mut self, came: bool) {
        if let Some(Screen::Home(home)) = self.screens.first_mut() {
            if came {
                home.come(&self.desk);
            } else {
                home.refresh(&self.desk);
            }
        }
    }

    /// What is typed in the questions of a first run and in no document yet, while they are asked.
    pub fn first_place(&self) -> Option<String> {
        match self.screens.last() {
            Some(Screen::FirstRun(first)) => Some(first.place(&self.desk)),
            _ => None,
        }
    }

    /// The place in the session, to be found again after a kill.
    /// Behind the place stands the window on top of it with what is typed in it, the curtain if it is down, and the minute.
    pub fn place(&self) -> Option<String> {
        let place = self.screens.iter().find_map(|screen| match screen {
            Screen::Meeting(meeting) => Some(meeting.place(&self.desk)),
            _ => None,
        })?;
        let window = match self.screens.last() {
            Some(Screen::Parking(parking)) => parking.place(&self.desk),
            Some(Screen::Ask(ask)) => ask.place(&self.desk),
            _ => String::new(),
        };
        let curtain = if self.curtain { CURTAIN } else { "" };
        // As `SEEN` reads it; asked for at every key, where a format read each time is much.
        let (day, hour, minute) = (
            self.desk.now.date(),
            self.desk.now.hour(),
            self.desk.now.minute(),
        );
        Some(format!(
            "{place}{WINDOW}{window}{WINDOW}{curtain}{WINDOW}{day}T{hour:02}:{minute:02}"
        ))
    }

    /// Puts a window back over the meeting.
    fn reopen(&mut self, window: &str) {
        let parking = parking::Parking::at(window).map(Screen::from);
        let screen = parking.or_else(|| Ask::at(window, &self.desk).map(Screen::from));
        self.screens.extend(screen);
    }
}
