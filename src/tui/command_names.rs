//! Which sentence names which command.

use super::command::Command;
use crate::domain::analysis::Reply;
use crate::words::Words;

impl Command {
    /// A verb or two, for the footer.
    #[allow(clippy::too_many_lines, reason = "a table")]
    pub fn foot(self, words: Words) -> &'static str {
        match self {
            Self::Quit => words.foot_quit(),
            Self::HowToQuit => words.foot_how_to_quit(),
            Self::Palette => words.foot_palette(),
            Self::Help => words.foot_help(),
            Self::Search => words.foot_search(),
            Self::Decisions => words.foot_decisions(),
            Self::Simulations => words.foot_simulations(),
            Self::OneYear => words.foot_one_year(),
            Self::NextSession => words.foot_next_session(),
            Self::PrevSession => words.foot_prev_session(),
            Self::Curtain => words.foot_curtain(),
            Self::Undo => words.foot_undo(),
            Self::Redo => words.foot_redo(),
            Self::NextStep => words.foot_next_step(),
            Self::PrevStep => words.foot_prev_step(),
            Self::Timer => words.foot_timer(),
            Self::Park => words.foot_park(),
            Self::Note => words.foot_note(),
            Self::Cards => words.foot_cards(),
            Self::Trainer => words.foot_trainer(),
            Self::Speaking => words.foot_speaking(),
            Self::Second => words.foot_second(),
            Self::FreeVote => words.foot_free_vote(),
            Self::Pause => words.foot_pause(),
            Self::Adjourn => words.foot_adjourn(),
            Self::Record => words.foot_record(),
            Self::Documents => words.foot_documents(),
            Self::WritePage => words.foot_write(),
            Self::WriteDocx => words.foot_write_docx(),
            Self::WriteText => words.foot_write_text(),
            Self::Seal => words.foot_seal(),
            Self::Amend => words.foot_amend(),
            Self::Elsewhere => words.foot_elsewhere(),
            Self::CompareSealed => words.foot_compare_sealed(),
            Self::CompareFiles => words.foot_compare_files(),
            Self::Home => words.foot_home(),
            Self::Plan => words.foot_plan(),
            Self::LastRecord => words.foot_last_record(),
            Self::Outputs => words.foot_outputs(),
            Self::Scrub => words.foot_scrub(),
            Self::Yearly => words.foot_yearly(),
            Self::PrevYear => words.foot_prev_year(),
            Self::NextYear => words.foot_next_year(),
            Self::Theme => words.foot_theme(),
            Self::Language => words.foot_language(),
            Self::Mouse => words.foot_mouse(),
            Self::PassRemark => words.foot_pass_remark(),
            Self::Silence => words.foot_silence(),
            Self::View => words.foot_view(),
            Self::Margin => words.foot_margin(),
            Self::Items => words.foot_items(),
            Self::Checks => words.foot_checks(),
            Self::ChooseGrid => words.foot_choose_grid(),
            Self::OtherGrid => words.foot_other_grid(),
            Self::FirstMissing => words.foot_first_missing(),
            Self::ConfirmAll => words.foot_confirm_all(),
            Self::Vote => words.foot_vote(),
            Self::VoteImpact => words.foot_vote_impact(),
            Self::VoteEffort => words.foot_vote_effort(),
            Self::SecondRound => words.foot_second_round(),
            Self::CancelVote => words.foot_cancel_vote(),
            Self::PassKeyboard => words.foot_pass_keyboard(),
            Self::TypeSlips => words.foot_type_slips(),
            Self::Mask => words.foot_mask(),
            Self::Blank => words.foot_blank(),
            Self::Void => words.foot_void(),
            Self::Confirm => words.foot_confirm(),
            Self::Back => words.foot_back(),
            Self::NextField => words.foot_next_field(),
            Self::PrevField => words.foot_prev_field(),
            Self::Up => words.foot_up(),
            Self::Down => words.foot_down(),
            Self::Left => words.foot_left(),
            Self::Right => words.foot_right(),
            Self::First => words.foot_first(),
            Self::Last => words.foot_last(),
            Self::PageUp => words.foot_page_up(),
            Self::PageDown => words.foot_page_down(),
            Self::Add => words.foot_add(),
            Self::AddBeside => words.foot_add_beside(),
            Self::Therefore => words.foot_therefore(),
            Self::Bones => words.foot_bones(),
            Self::Alike => words.foot_alike(),
            Self::Edit => words.foot_edit(),
            Self::Delete => words.foot_delete(),
            Self::Mark => words.foot_mark(),
            Self::MoveUp => words.foot_move_up(),
            Self::MoveDown => words.foot_move_down(),
            Self::PrevDeviation => words.foot_prev_deviation(),
            Self::NextDeviation => words.foot_next_deviation(),
            Self::PrevSection => words.foot_prev_section(),
            Self::NextSection => words.foot_next_section(),
            Self::NewLine => words.foot_new_line(),
            Self::Backspace => words.foot_backspace(),
            Self::Erase => words.foot_erase(),
            Self::EraseWord => words.foot_erase_word(),
            Self::WordLeft => words.foot_word_left(),
            Self::WordRight => words.foot_word_right(),
            Self::TextStart => words.foot_text_start(),
            Self::TextEnd => words.foot_text_end(),
            Self::MinuteMore => words.foot_minute_more(),
            Self::MinuteLess => words.foot_minute_less(),
            Self::Answer(_) => words.foot_answer(),
            Self::Pick(_) => words.foot_pick(),
            Self::Type(_) => words.name_type(),
        }
    }

    /// Whether it is of a meeting that is held, and means nothing to an analysis between two.
    pub fn is_of_meetings(self) -> bool {
        matches!(
            self,
            Self::Park
                | Self::Timer
                | Self::Speaking
                | Self::FreeVote
                | Self::Pause
                | Self::Adjourn
                | Self::Seal
        )
    }

    /// Whether it changes what is written, and so does nothing where the session can only be read.
    pub fn writes(self) -> bool {
        matches!(
            self,
            Self::Add
                | Self::AddBeside
                | Self::Delete
                | Self::Mark
                | Self::MoveUp
                | Self::MoveDown
                | Self::OtherGrid
                | Self::Vote
                | Self::VoteImpact
                | Self::VoteEffort
                | Self::SecondRound
                | Self::CancelVote
                | Self::PassKeyboard
                | Self::TypeSlips
                | Self::Answer(_)
        )
    }

    /// A sentence, for the palette and the help.
    #[allow(clippy::too_many_lines, reason = "a table")]
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Quit => words.name_quit(),
            Self::HowToQuit => words.name_how_to_quit(),
            Self::Palette => words.name_palette(),
            Self::Help => words.name_help(),
            Self::Search => words.name_search(),
            Self::Decisions => words.name_decisions(),
            Self::Simulations => words.name_simulations(),
            Self::OneYear => words.name_one_year(),
            Self::NextSession => words.name_next_session(),
            Self::PrevSession => words.name_prev_session(),
            Self::Curtain => words.name_curtain(),
            Self::Undo => words.name_undo(),
            Self::Redo => words.name_redo(),
            Self::NextStep => words.name_next_step(),
            Self::PrevStep => words.name_prev_step(),
            Self::Timer => words.name_timer(),
            Self::Park => words.name_park(),
            Self::Note => words.name_note(),
            Self::Cards => words.name_cards(),
            Self::Trainer => words.name_trainer(),
            Self::Speaking => words.name_speaking(),
            Self::Second => words.name_second(),
            Self::FreeVote => words.name_free_vote(),
            Self::Pause => words.name_pause(),
            Self::Adjourn => words.name_adjourn(),
            Self::Record => words.name_record(),
            Self::Documents => words.name_documents(),
            Self::WritePage => words.name_write_page(),
            Self::WriteDocx => words.name_write_docx(),
            Self::WriteText => words.name_write_text(),
            Self::Seal => words.name_seal(),
            Self::Amend => words.name_amend(),
            Self::Elsewhere => words.name_elsewhere(),
            Self::CompareSealed => words.name_compare_sealed(),
            Self::CompareFiles => words.name_compare_files(),
            Self::Home => words.name_home(),
            Self::Plan => words.name_plan(),
            Self::LastRecord => words.name_last_record(),
            Self::Outputs => words.name_outputs(),
            Self::Scrub => words.name_scrub(),
            Self::Yearly => words.name_yearly(),
            Self::PrevYear => words.name_prev_year(),
            Self::NextYear => words.name_next_year(),
            Self::Theme => words.name_theme(),
            Self::Language => words.name_language(),
            Self::Mouse => words.name_mouse(),
            Self::PassRemark => words.name_pass_remark(),
            Self::Silence => words.name_silence(),
            Self::View => words.name_view(),
            Self::Margin => words.name_margin(),
            Self::Items => words.name_items(),
            Self::Checks => words.name_checks(),
            Self::ChooseGrid => words.name_choose_grid(),
            Self::OtherGrid => words.name_other_grid(),
            Self::FirstMissing => words.name_first_missing(),
            Self::ConfirmAll => words.name_confirm_all(),
            Self::Vote => words.name_vote(),
            Self::VoteImpact => words.name_vote_impact(),
            Self::VoteEffort => words.name_vote_effort(),
            Self::SecondRound => words.name_second_round(),
            Self::CancelVote => words.name_cancel_vote(),
            Self::PassKeyboard => words.name_pass_keyboard(),
            Self::TypeSlips => words.name_type_slips(),
            Self::Mask => words.name_mask(),
            Self::Blank => words.name_blank(),
            Self::Void => words.name_void(),
            Self::Confirm => words.name_confirm(),
            Self::Back => words.name_back(),
            Self::NextField => words.name_next_field(),
            Self::PrevField => words.name_prev_field(),
            Self::Up => words.name_up(),
            Self::Down => words.name_down(),
            Self::Left => words.name_left(),
            Self::Right => words.name_right(),
            Self::First => words.name_first(),
            Self::Last => words.name_last(),
            Self::PageUp => words.name_page_up(),
            Self::PageDown => words.name_page_down(),
            Self::Add => words.name_add(),
            Self::AddBeside => words.name_add_beside(),
            Self::Therefore => words.name_therefore(),
            Self::Bones => words.name_bones(),
            Self::Alike => words.name_alike(),
            Self::Edit => words.name_edit(),
            Self::Delete => words.name_delete(),
            Self::Mark => words.name_mark(),
            Self::MoveUp => words.name_move_up(),
            Self::MoveDown => words.name_move_down(),
            Self::PrevDeviation => words.name_prev_deviation(),
            Self::NextDeviation => words.name_next_deviation(),
            Self::PrevSection => words.name_prev_section(),
            Self::NextSection => words.name_next_section(),
            Self::NewLine => words.name_new_line(),
            Self::Backspace => words.name_backspace(),
            Self::Erase => words.name_erase(),
            Self::EraseWord => words.name_erase_word(),
            Self::WordLeft => words.name_word_left(),
            Self::WordRight => words.name_word_right(),
            Self::TextStart => words.name_text_start(),
            Self::TextEnd => words.name_text_end(),
            Self::MinuteMore => words.name_minute_more(),
            Self::MinuteLess => words.name_minute_less(),
            Self::Answer(Reply::Yes) => words.name_answer_yes(),
            Self::Answer(Reply::No) => words.name_answer_no(),
            Self::Answer(Reply::Unknown) => words.name_answer_unknown(),
            Self::Answer(Reply::NotApplicable) => words.name_answer_na(),
            Self::Answer(Reply::Open) => words.foot_answer(),
            Self::Pick(_) => words.name_pick(),
            Self::Type(_) => words.name_type(),
        }
    }
}
