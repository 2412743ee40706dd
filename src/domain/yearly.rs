//! The figures of a year by name: which there are, in which section each stands, and what a figure can be. How each is
//! counted is told by the words of the screen and, for those who read code, here.

crate::choices! {
    /// The sections of a year.
    pub enum Section {
        /// Meetings and who came.
        Meetings,
        /// Events reported, heard, answered.
        Events,
        /// Analyses and how complete they are.
        Analyses,
        /// Actions and what became of them.
        Actions,
        /// Delays.
        Delays,
        /// Natures, stages of care, families of factors.
        Families,
        /// What came back.
        Returns,
        /// What a yearly dialogue on an agreement (ACI) asks to see.
        Proof,
    }

    /// A figure. « Held » is a real meeting that was begun; a meeting belongs to the year of its first day, an event to the
    /// year of its report (or, unreported, of its first hearing), an action to the year of the meeting that decided it.
    pub enum Figure {
        /// Meetings held, of those planned whose day has come: held, prepared and never begun, or announced at a closing and
        /// followed by no meeting within [`GRACE`] days of the day announced.
        Held,
        /// Who came, of those expected, observers left out; meetings in which nobody was marked are left out.
        Attendance,
        /// People who came, as the mean of the same meetings.
        Present,
        /// Professions present, as the mean of the same meetings.
        Professions,
        /// Events reported in the year.
        Reported,
        /// Different events before the group in meetings held in the year, those presented included.
        Heard,
        /// Of these, analysed: an analysis was made or presented in a meeting held in the year.
        Analysed,
        /// Of the events heard, those whose reporter was answered, whenever that was.
        Answered,
        /// Of the events reported, those of which the patient or the relatives were told; what is not known counts as no.
        Informed,
        /// Of the analyses entrusted by a meeting of the year, those presented since.
        Presented,
        /// Of the analyses made or presented in the year, each event once, those in which nothing is missing.
        Complete,
        /// Of the same, those whose timeline lacks nothing.
        Timeline,
        /// Of the same, those whose deviations and barriers lack nothing.
        Deviations,
        /// Of the same, those whose factors lack nothing.
        Factors,
        /// Of the same, those whose priorities lack nothing.
        Priorities,
        /// Of the same, those whose actions lack nothing.
        Actions,
        /// Actions decided in the year.
        Decided,
        /// Of these, with an owner when they were decided.
        Owned,
        /// Of the actions decided, with a deadline when they were decided.
        Dated,
        /// Of the actions decided, with an indicator when they were decided.
        Measured,
        /// Of the actions decided, strong ones.
        Strong,
        /// Of the actions decided, intermediate ones.
        Intermediate,
        /// Of the actions decided, weak ones.
        Weak,
        /// Done, of the actions decided but those handed to another body.
        Done,
        /// Done within a month of the decision, of the same whose month has passed.
        AtOneMonth,
        /// Done by the first deadline, postponements apart, of the same whose first deadline has passed.
        OnTime,
        /// Evaluated, whatever came out, of those done.
        Evaluated,
        /// Effective, of those evaluated.
        Effective,
        /// Days from report to answer, of the answers given in the year.
        ToAnswer,
        /// Days from the meeting that chose an event to the one that an analysis of it was presented in, in the year.
        ToPresentation,
        /// Days from decision to done, of the actions done in the year.
        ToDone,
        /// Of the events reported, those that resemble an event treated before, by kind or by wording.
        Returned,
        /// Of the events reported with a nature and a stage, those of the same nature and stage as an event treated before.
        SameKind,
        /// Of the events reported, those whose wording resembles that of an event treated before.
        SameWording,
        /// Of the events that came back, those after an action on the earlier event was done.
        DespiteAction,
    }
}

/// Days after an announced day within which a meeting still is the one that was announced.
pub const GRACE: u64 = 30;

/// A figure, with what it is out of: nothing is shown without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// How many.
    Count(u32),
    /// How many, of how many.
    Share {
        /// How many.
        n: u32,
        /// Of how many.
        of: u32,
    },
    /// The sum over so many.
    Mean {
        /// The sum.
        sum: u32,
        /// Over how many.
        of: u32,
    },
    /// The median in half days, of so many.
    Median {
        /// Twice the median; nothing to tell when there is none.
        halves: i64,
        /// Of how many.
        of: u32,
    },
}

impl Section {
    /// Its figures, in the order in which they are shown.
    pub fn figures(self) -> impl Iterator<Item = Figure> {
        let all = Figure::ALL.iter().copied();
        all.filter(move |figure| figure.section() == self)
    }

    /// A stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Events => "events",
            Self::Analyses => "analyses",
            Self::Actions => "actions",
            Self::Delays => "delays",
            Self::Families => "families",
            Self::Returns => "returns",
            Self::Proof => "proof",
        }
    }
}

impl Figure {
    /// Where it stands.
    pub const fn section(self) -> Section {
        use Figure as F;
        match self {
            F::Held | F::Attendance | F::Present | F::Professions => Section::Meetings,
            F::Reported | F::Heard | F::Analysed | F::Answered | F::Informed => Section::Events,
            F::Presented
            | F::Complete
            | F::Timeline
            | F::Deviations
            | F::Factors
            | F::Priorities
            | F::Actions => Section::Analyses,
            F::ToAnswer | F::ToPresentation | F::ToDone => Section::Delays,
            F::Returned | F::SameKind | F::SameWording | F::DespiteAction => Section::Returns,
            _ => Section::Actions,
        }
    }

    /// Its stable name, for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "meetings_held",
            Self::Attendance => "attendance",
            Self::Present => "present_per_meeting",
            Self::Professions => "professions_per_meeting",
            Self::Reported => "events_reported",
            Self::Heard => "events_heard",
            Self::Analysed => "events_analysed",
            Self::Answered => "events_answered",
            Self::Informed => "patients_informed",
            Self::Presented => "analyses_presented",
            Self::Complete => "analyses_complete",
            Self::Timeline => "timelines_complete",
            Self::Deviations => "deviations_complete",
            Self::Factors => "factors_complete",
            Self::Priorities => "priorities_complete",
            Self::Actions => "plans_complete",
            Self::Decided => "actions_decided",
            Self::Owned => "actions_with_owner",
            Self::Dated => "actions_with_deadline",
            Self::Measured => "actions_with_indicator",
            Self::Strong => "actions_strong",
            Self::Intermediate => "actions_intermediate",
            Self::Weak => "actions_weak",
            Self::Done => "actions_done",
            Self::AtOneMonth => "actions_done_at_one_month",
            Self::OnTime => "actions_done_on_time",
            Self::Evaluated => "actions_evaluated",
            Self::Effective => "actions_effective",
            Self::ToAnswer => "days_report_to_answer",
            Self::ToPresentation => "days_choice_to_presentation",
            Self::ToDone => "days_decision_to_done",
            Self::Returned => "events_returned",
            Self::SameKind => "events_returned_same_kind",
            Self::SameWording => "events_returned_same_wording",
            Self::DespiteAction => "events_returned_despite_action",
        }
    }
}

impl Value {
    /// In percent, rounded to the nearest; none where it is no share, and where it is a share of nothing.
    pub fn percent(self) -> Option<u32> {
        match self {
            Self::Share { n, of } if of > 0 => {
                let percent = (u64::from(n) * 200 + u64::from(of)) / (u64::from(of) * 2);
                u32::try_from(percent).ok()
            }
            _ => None,
        }
    }

    /// What stands before the comma and the one digit behind it, rounded to the nearest, of a mean or a median that there is.
    pub fn tenths(self) -> Option<i64> {
        match self {
            Self::Mean { sum, of } if of > 0 => {
                let (sum, of) = (i64::from(sum), i64::from(of));
                Some((sum * 20 + of) / (of * 2))
            }
            Self::Median { halves, of } if of > 0 => Some(halves * 5),
            _ => None,
        }
    }

    /// The median of days.
    pub fn median(mut days: Vec<i64>) -> Self {
        days.sort_unstable();
        let middle = days.len() / 2;
        let halves = match (days.get(middle), days.len() % 2) {
            (None, _) => 0,
            (Some(day), 1) => day * 2,
            (Some(day), _) => day + days[middle - 1],
        };
        Self::Median {
            halves,
            of: u32::try_from(days.len()).unwrap_or(u32::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_no_percentage() {
        let share = |n, of| Value::Share { n, of }.percent();
        assert_eq!(share(0, 0), None);
        assert_eq!(share(0, 4), Some(0));
        assert_eq!((share(1, 3), share(2, 3)), (Some(33), Some(67)));
        assert_eq!(share(1, 8), Some(13));
        assert_eq!(share(u32::MAX, u32::MAX), Some(100));
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        let tenths = |days: &[i64]| Value::median(days.to_vec()).tenths();
        assert_eq!(tenths(&[]), None);
        assert_eq!(tenths(&[9, 1, 4]), Some(40));
        assert_eq!(tenths(&[3, 10, 4, 1]), Some(35));
        assert_eq!(Value::Mean { sum: 20, of: 3 }.tenths(), Some(67));
    }

    #[test]
    fn every_figure_has_a_name_of_its_own_and_a_section() {
        let mut names: Vec<_> = Figure::ALL.iter().map(|f| f.name()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        let sections = Section::ALL.iter().map(|s| s.figures().count());
        assert_eq!(sections.sum::<usize>(), all);
    }
}
