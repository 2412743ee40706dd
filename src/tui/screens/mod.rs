//! The screens: an enum on a stack. Each is one struct in one file, with its state, its reaction to input and its drawing.

pub mod alike;
pub mod amendments;
pub mod ask;
pub mod cards;
pub mod clock;
mod compare;
mod deal;
pub mod decisions;
pub mod elsewhere;
pub mod find;
mod findings;
pub mod first_run;
pub mod help;
pub mod home;
mod incident_form;
mod judge;
pub mod leave;
pub mod locked;
pub mod meeting;
pub mod note;
mod observe;
pub mod palette;
pub mod parking;
mod passing;
pub mod pieces;
pub mod plan;
pub mod pool;
pub mod reader;
mod replay;
pub mod rivals;
pub mod said;
pub mod scrub;
pub mod search;
pub mod second;
pub mod settings;
pub mod speaking;
pub mod steps;
mod testing;
pub mod told;
pub mod trainer;
mod training;
mod year;

use super::command::Command;
use super::desk::Desk;
use super::frame::Canvas;
use super::keymap::Scope;
use crate::domain::text::Text;
pub use crate::library::Spot;

/// What comes to a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A command.
    Command(Command),
    /// A paste.
    Paste(Text),
    /// A click.
    Click(u16, u16),
    /// The wheel, in lines.
    Wheel(i16),
}

/// What a screen makes of it.
#[derive(Debug)]
pub enum Flow {
    /// Not for this screen.
    Ignored,
    /// Done.
    Stay,
    /// Put this on top.
    Push(Screen),
    /// Put this in place of this screen.
    Replace(Screen),
    /// Take this screen away.
    Close,
    /// Take this screen away and do this in the one below.
    CloseAnd(Command),
    /// Say this in the footer until the next key.
    Say(String),
    /// Take what floats away, and go to this place of the session.
    GoTo(Spot),
    /// The same, in the analysis in question: where a presented one is being amended, in the screens that amend it.
    GoWithin(Spot),
}

macro_rules! screens {
    ($($(#[$doc:meta])* $variant:ident($type:ty)),+ $(,)?) => {
        /// A screen.
        #[derive(Debug)]
        pub enum Screen { $( $(#[$doc])* $variant(Box<$type>), )+ }

        impl Screen {
            /// Where keys are looked up, innermost first.
            pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
                match self { $( Self::$variant(screen) => screen.scopes(desk), )+ }
            }

            /// Takes input.
            pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
                match self { $( Self::$variant(screen) => screen.update(input, desk), )+ }
            }

            /// The past of the workspace has come: looks in it for what is like that which is open.
            pub fn look_back(&mut self, desk: &mut Desk) {
                match self {
                    Self::Meeting(screen) => screen.look_back(desk),
                    Self::Pool(screen) => screen.look_back(desk),
                    Self::Plan(screen) => screen.look_back(desk),
                    _ => {}
                }
            }

            /// The whole workspace has come, or has come anew: tells it.
            pub fn surveyed(&mut self, desk: &mut Desk) {
                match self {
                    Self::Decisions(screen) => screen.surveyed(desk),
                    Self::Plan(screen) => screen.surveyed(desk),
                    Self::Year(screen) => screen.surveyed(desk),
                    Self::Meeting(screen) => screen.look_back(desk),
                    _ => {}
                }
            }

            /// Draws.
            pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
                match self { $( Self::$variant(screen) => screen.draw(desk, canvas), )+ }
            }

            /// What is helped with here.
            pub fn topic(&self, desk: &Desk) -> help::Topic {
                match self { $( Self::$variant(screen) => screen.topic(desk), )+ }
            }
        }

        $( impl From<$type> for Screen {
            fn from(screen: $type) -> Self { Self::$variant(Box::new(screen)) }
        } )+
    };
}

screens! {
    /// The home screen.
    Home(home::Home),
    /// The questions of the first run.
    FirstRun(first_run::FirstRun),
    /// Settings.
    Settings(settings::Settings),
    /// A meeting.
    Meeting(meeting::Meeting),
    /// The incidents that wait in the workspace.
    Pool(pool::Pool),
    /// The action plan of all meetings.
    Plan(plan::Plan),
    /// The amendments to the sealed session.
    Amendments(amendments::Amendments),
    /// Something to read: the record.
    Reader(reader::Reader),
    /// What was decided in all sessions.
    Decisions(decisions::Decisions),
    /// Search in everything.
    Find(find::Find),
    /// All documents of the session.
    Pieces(pieces::Pieces),
    /// What a document tells, before it leaves.
    Leave(leave::Leave),
    /// Where else a session is saved.
    Elsewhere(elsewhere::Elsewhere),
    /// A year in figures.
    Year(year::YearView),
    /// The cases that can be played.
    Training(training::Training),
    /// The cards of a simulation.
    Cards(cards::Cards),
    /// The control room of the trainer.
    Trainer(trainer::Trainer),
    /// The observation grid.
    Observe(observe::Observe),
    /// The role of a seat.
    Deal(deal::Deal),
    /// Two states of one session side by side.
    Rivals(rivals::Rivals),
    /// A part of the key beside what the group has.
    Compare(compare::Compare),
    /// What the trainer says of one line of it.
    Judge(judge::Judge),
    /// The session minute by minute.
    Replay(replay::Replay),
    /// Something to be read.
    Told(told::Told),
    /// Cards read one person at a time.
    Passing(passing::Passing),
    /// A test taken on the passed keyboard.
    Testing(testing::Testing),
    /// What resembles the text being typed.
    Alike(alike::Window),
    /// All commands.
    Palette(palette::Palette),
    /// Help.
    Help(help::Help),
    /// A name to be erased everywhere.
    Scrub(scrub::Scrub),
    /// Search in the session.
    Search(search::Search),
    /// All questions of the grid.
    Items(steps::factors::Items),
    /// What is left to be checked.
    Checks(steps::factors::Checks),
    /// The grids, to choose one.
    Grids(steps::factors::Grids),
    /// The codes proposed in another grid.
    Regrid(steps::factors::Regrid),
    /// The parking lot.
    Parking(parking::Parking),
    /// The private note.
    Note(note::Note),
    /// The second terminal: where the meeting is, what to say, private notes.
    Second(second::Second),
    /// Timer, drift, re-planning.
    Clock(clock::Clock),
    /// Who has spoken.
    Speaking(speaking::Speaking),
    /// A question with a field or two: a reason, a date.
    Ask(ask::Ask),
}

impl Screen {
    /// This year in figures.
    pub fn year(desk: &mut Desk) -> Self {
        year::YearView::new(desk).into()
    }

    /// The cases that can be played.
    pub fn training() -> Self {
        training::Training::default().into()
    }

    /// Whether someone is alone before it: then it fills the screen, and only its own keys hold.
    pub fn is_veiled(&self, desk: &Desk) -> bool {
        match self {
            Self::Meeting(meeting) => meeting.is_veiled(desk),
            Self::Passing(_) | Self::Testing(_) => true,
            _ => false,
        }
    }

    /// Whether it floats over the screen below.
    pub fn floats(&self) -> bool {
        !matches!(
            self,
            Self::Home(_)
                | Self::FirstRun(_)
                | Self::Settings(_)
                | Self::Meeting(_)
                | Self::Pool(_)
                | Self::Plan(_)
                | Self::Amendments(_)
                | Self::Reader(_)
                | Self::Decisions(_)
                | Self::Find(_)
                | Self::Pieces(_)
                | Self::Second(_)
                | Self::Year(_)
                | Self::Training(_)
                | Self::Passing(_)
                | Self::Testing(_)
        )
    }
}
