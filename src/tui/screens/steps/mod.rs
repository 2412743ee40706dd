//! The steps: one file each. A step knows its part of the session and nothing of the meeting around it.

pub mod actions;
pub mod ballot;
pub mod briefing;
pub mod choice;
pub mod closing;
pub mod debrief;
pub mod decision;
pub mod deviations;
pub mod factors;
pub mod follow_up;
pub mod incidents;
pub mod opening;
pub mod presentation;
pub mod priorities;
pub mod quiz;
pub mod ready;
pub mod risks;
pub mod shared;
pub mod sources;
pub mod timeline;

use super::{Flow, Input, Spot};
use crate::domain::agenda::StepKind;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use ratatui::layout::Rect;

macro_rules! steps {
    ($($variant:ident => $type:ty),+ $(,)?) => {
        /// The view of a step.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "each is named as its kind of step")]
        pub enum StepView { $( $variant($type), )+ }

        impl StepView {
            /// A fresh view of a step.
            pub fn new(step: StepKind, desk: &Desk) -> Self {
                match step { $( StepKind::$variant => Self::$variant(<$type>::new(desk)), )+ }
            }

            /// Where keys are looked up, innermost first.
            pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
                match self { $( Self::$variant(view) => view.scopes(desk), )+ }
            }

            /// Takes input.
            pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
                match self { $( Self::$variant(view) => view.update(input, desk), )+ }
            }

            /// Draws into `area`, the page below the head of the step.
            pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
                match self { $( Self::$variant(view) => view.draw(desk, area, canvas), )+ }
            }

            /// What is in focus, as one word that [`StepView::restore`] understands.
            pub fn place(&self, desk: &Desk) -> String {
                match self { $( Self::$variant(view) => view.place(desk), )+ }
            }

            /// Looks in the past for what is like that which is open.
            pub fn look_back(&mut self, desk: &mut Desk) {
                match self {
                    Self::FollowUp(view) => view.look_back(desk),
                    Self::Incidents(view) => view.look_back(desk),
                    Self::Factors(view) => view.look_back(desk),
                    Self::Presentation(view) => view.look_back(desk),
                    _ => {}
                }
            }

            /// The step whose screen is open inside this one, to amend what is presented.
            pub fn amends(&self, desk: &Desk) -> Option<StepKind> {
                match self {
                    Self::Presentation(view) => view.amends(desk),
                    _ => None,
                }
            }

            /// Goes there within the presented analysis that is being amended; not if none is, or nothing amends it there.
            pub fn amend_at(&mut self, spot: &Spot, desk: &mut Desk) -> bool {
                match self {
                    Self::Presentation(view) => view.amend_at(spot, desk),
                    _ => false,
                }
            }

            /// Puts the focus back.
            pub fn restore(&mut self, place: &str) {
                match self { $( Self::$variant(view) => view.restore(place), )+ }
            }
        }
    };
}

steps! {
    Opening => opening::Opening,
    FollowUp => follow_up::FollowUp,
    Incidents => incidents::Incidents,
    Choice => choice::Choice,
    Sources => sources::Sources,
    Timeline => timeline::Timeline,
    Deviations => deviations::Deviations,
    Factors => factors::Factors,
    Priorities => priorities::Priorities,
    Actions => actions::Actions,
    Presentation => presentation::Presentation,
    Closing => closing::Closing,
    Ready => ready::Ready,
    PreTest => quiz::PreTest,
    Briefing => briefing::Briefing,
    Debrief => debrief::Debrief,
    PostTest => quiz::PostTest,
}

impl StepView {
    /// Whether a vote is shown in place of the step's own fields.
    pub fn votes(&self, desk: &Desk) -> bool {
        match self {
            Self::Choice(view) => view.vote.is_shown(desk),
            Self::Priorities(view) => view.vote.is_shown(desk),
            Self::Actions(view) => view.vote.is_shown(desk),
            Self::Closing(view) => view.vote.is_shown(desk),
            _ => false,
        }
    }

    /// Whether the result of a vote is shown, which takes the place of rail, head and margin.
    pub fn is_result(&self, desk: &Desk) -> bool {
        match self {
            Self::Choice(view) => view.vote.is_wide(desk),
            Self::Priorities(view) => view.vote.is_wide(desk),
            Self::Actions(view) => view.vote.is_wide(desk),
            _ => false,
        }
    }

    /// Whether a picture fills the page, which then takes the margin as well.
    pub fn is_picture(&self) -> bool {
        match self {
            Self::Choice(view) => view.is_picture(),
            Self::Actions(view) => view.is_picture(),
            Self::Incidents(view) => view.is_picture(),
            Self::Timeline(view) => view.is_picture(),
            Self::Factors(view) => view.is_picture(),
            Self::Presentation(view) => view.is_picture(),
            Self::Deviations(view) => view.is_picture(),
            _ => false,
        }
    }

    /// Whether a voter is alone with his paper: then it fills the screen, and only its own keys hold.
    pub fn is_veiled(&self, desk: &Desk) -> bool {
        match self {
            Self::Choice(view) => view.vote.is_veiled(desk),
            Self::Priorities(view) => view.vote.is_veiled(desk),
            Self::Actions(view) => view.vote.is_veiled(desk),
            Self::Closing(view) => view.vote.is_veiled(desk),
            _ => false,
        }
    }
}
