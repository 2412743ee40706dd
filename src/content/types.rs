//! The shapes of shipped content that the domain itself does not need.

use crate::domain::action::Strength;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::BarrierKind;
use crate::domain::code::{Code, Label};
use crate::domain::scales::{Level, Scales};
use crate::domain::text::Text;
use crate::domain::yearly::Figure;

crate::record! {
    /// A line of a list that sessions refer to by id.
    pub struct Entry {
        /// Stable id; keeps its meaning once shipped.
        pub id: Code,
        /// What is shown.
        pub label: Label,
        /// What it means, one sentence; empty where the label says it all.
        pub hint: Label,
    }

    /// How the fields and values of a session file are called.
    pub struct Told {
        /// The fields, by the name that they have in the file.
        pub fields: Vec<Entry>,
        /// The values that are one of several, by their name in the file.
        pub values: Vec<Entry>,
    }

    /// A column that a file of reported events may have.
    pub struct ImportColumn {
        /// Stable id; a team keeps it.
        pub id: Code,
        /// What is shown.
        pub label: Label,
        /// How it is headed, in both languages, without accents.
        pub names: Vec<Text>,
    }

    /// What a sector starts with (domain reference §4.9).
    pub struct SectorDefault {
        /// The sector.
        pub sector: Code,
        /// The grid proposed.
        pub grid: Code,
        /// The scales proposed.
        pub scales: Code,
    }

    /// The closed lists.
    pub struct Lists {
        /// Natures of an incident.
        pub natures: Vec<Entry>,
        /// Kinds of structure.
        pub sectors: Vec<Entry>,
        /// What each sector starts with.
        pub defaults: Vec<SectorDefault>,
        /// Stages of care.
        pub stages: Vec<Entry>,
        /// Who was concerned.
        pub persons: Vec<Entry>,
        /// Age brackets.
        pub ages: Vec<Entry>,
        /// Sexes.
        pub sexes: Vec<Entry>,
        /// Vigilances.
        pub vigilances: Vec<Entry>,
        /// Roles in the meeting, with their mission as hint.
        pub roles: Vec<Entry>,
        /// Professions.
        pub professions: Vec<Entry>,
        /// For whom there were consequences.
        pub consequences: Vec<Entry>,
        /// Criteria for choosing an incident.
        pub criteria: Vec<Entry>,
        /// The self-check of the session's quality.
        pub self_check: Vec<Entry>,
        /// To whom messages go.
        pub audiences: Vec<Entry>,
        /// Bodies to which an action can be taken.
        pub bodies: Vec<Entry>,
        /// The five whys, in order.
        pub whys: Vec<Entry>,
    }

    /// What a facilitator needs at a step.
    pub struct StepText {
        /// The step.
        pub step: StepKind,
        /// Name on the rail, at most 12 characters.
        pub name: Label,
        /// Title of the page.
        pub title: Label,
        /// The aim, one line of at most 56 characters.
        pub aim: Label,
        /// Two or three sentences to read aloud.
        pub prompt: Label,
        /// Help, one paragraph each.
        pub help: Vec<Label>,
    }

    /// What can be said when the room gets stuck.
    pub struct Cue {
        /// The situation.
        pub when: Label,
        /// The words.
        pub say: Label,
    }

    /// The cues of a step.
    pub struct StepCues {
        /// The step.
        pub step: StepKind,
        /// The cues, the most usual first.
        pub cues: Vec<Cue>,
    }

    /// A category of actions and its strength (domain reference §5.3).
    pub struct Category {
        /// Stable id.
        pub id: Code,
        /// Its strength.
        pub strength: Strength,
        /// What is shown.
        pub label: Label,
        /// Examples from primary care, hospital and nursing home.
        pub examples: Label,
        /// Words and phrases that point to it, in both languages; a final `*` stands for any ending.
        pub keywords: Vec<Text>,
    }

    /// A way to act on a factor that is stronger than a reminder.
    pub struct Way {
        /// Its category.
        pub category: Code,
        /// What it can be for such a factor.
        pub example: Label,
    }

    /// The stronger ways for the factors on one branch of the 5M; without a branch, for any.
    pub struct Stronger {
        /// The branch.
        pub branch: Code,
        /// The ways, the strongest first.
        pub ways: Vec<Way>,
    }

    /// The hierarchy of strength of actions.
    pub struct Hierarchy {
        /// Where it comes from.
        pub source: Label,
        /// Words that say nothing of what is done, in both languages, separated by spaces.
        pub small: Text,
        /// Verbs that leave it to what follows them to say what is done: « mettre en place un… ».
        pub light: Text,
        /// The categories, strongest first.
        pub categories: Vec<Category>,
    }

    /// A kind of barrier, explained (domain reference §4.7).
    pub struct BarrierText {
        /// The kind.
        pub kind: BarrierKind,
        /// `B1` to `B3`.
        pub code: Code,
        /// Its name.
        pub name: Label,
        /// When it acts.
        pub moment: Label,
        /// The question to ask the group.
        pub question: Label,
        /// Examples.
        pub examples: Label,
    }

    /// A term that a participant may ask about.
    pub struct Term {
        /// Stable id.
        pub id: Code,
        /// The term.
        pub term: Label,
        /// One sentence.
        pub definition: Label,
    }

    /// Which grid suits a context.
    pub struct GridAdvice {
        /// The context.
        pub context: Label,
        /// The grid, or the grids walked one after the other.
        pub grids: Vec<Code>,
        /// Why.
        pub why: Label,
    }

    /// The items of one grid that answer to an item of another.
    pub struct MapRow {
        /// Item of the first grid.
        pub from: Code,
        /// Items of the second, the nearest first.
        pub to: Vec<Code>,
    }

    /// Proposed correspondence between two grids (domain reference §4.2).
    pub struct Mapping {
        /// The first grid.
        pub from: Code,
        /// The second.
        pub to: Code,
        /// Item by item.
        pub rows: Vec<MapRow>,
    }

    /// A published figure to stand beside one of a year: an order of magnitude, not a goal.
    pub struct Benchmark {
        /// The figure.
        pub figure: Figure,
        /// In percent, where the figure is a share that was published as one.
        pub percent: Option<u32>,
        /// What was found, and where.
        pub says: Label,
        /// Where it was published.
        pub source: Text,
    }

    /// Scales that differ from the usual ones by their likelihood only.
    pub struct ScalesVariant {
        /// Stable id.
        pub id: Code,
        /// Name to show.
        pub name: Label,
        /// Likelihood, 1 to 5.
        pub likelihood: Vec<Level>,
    }

    /// The file of scales: the usual ones in full, then what differs.
    pub struct ScalesFile {
        /// The usual scales.
        pub usual: Scales,
        /// The others.
        pub variants: Vec<ScalesVariant>,
    }

    /// What to write in place of an identifier, one short line each.
    pub struct Advice {
        /// A name.
        pub name: Text,
        /// A phone number.
        pub phone: Text,
        /// An address of electronic mail.
        pub email: Text,
        /// A date of birth.
        pub birth: Text,
        /// A number of social security.
        pub nir: Text,
        /// The number of a room.
        pub room: Text,
        /// The number of a file or a stay.
        pub record: Text,
    }

    /// Wordings that call for the same remark. Case and accents do not count; `[` and `]` hold what is shown, `*` stands
    /// for any ending, `{who}` for someone named by function, `{inf}` for a verb in the infinitive.
    pub struct Wordings {
        /// What to write instead.
        pub say: Text,
        /// The wordings.
        pub any: Vec<Text>,
        /// Where they mean something else.
        pub unless: Vec<Text>,
        /// Only where someone named by function stands shortly before.
        pub by: bool,
    }

    /// What the wording guard knows of one language. Lists are words with spaces between; case and accents do not count
    /// unless said.
    pub struct Wording {
        /// What to write in place of identifiers.
        pub advice: Advice,
        /// Titles before a name; one of a single capital is taken as it is.
        pub titles: Text,
        /// Those of them that people type in small letters before a name in small letters.
        pub courtesy: Text,
        /// Titles in full or of a profession, before a name in small letters unless the next word is an ordinary one.
        pub ranks: Text,
        /// Articles before a function.
        pub articles: Text,
        /// Articles that make a rank an ordinary word: « the doctor », never before a name.
        pub plain: Text,
        /// What may stand before a rank that is no subject, so that no verb follows it.
        pub governs: Text,
        /// Ordinary words behind a rank.
        pub ordinary: Text,
        /// How ordinary words end, with their accents; names seldom do.
        pub endings: Text,
        /// How verbs end behind a rank that is a subject; names do as well.
        pub verbs: Text,
        /// What may stand between a function and a name: « médecin de garde », « cadre de santé ».
        pub qualities: Text,
        /// Functions that may stand before a name.
        pub functions: Text,
        /// People cared for.
        pub persons: Text,
        /// Words in place of a person.
        pub pronouns: Text,
        /// Words in small letters inside names.
        pub particles: Text,
        /// What is no name after a title or a function; those in capitals stand in place of a name.
        pub not_names: Text,
        /// What leads into a place, and a preposition behind: « transfert à ».
        pub into: Text,
        /// What someone can be taken into, where it is lacking: « aucune place à ». Anyone has a place or reads to someone.
        pub vacancies: Text,
        /// What says that it is lacking, before it.
        pub lacking: Text,
        /// Its prepositions.
        pub into_by: Text,
        /// What comes out of a place, and a preposition behind: « revient de ».
        pub out: Text,
        /// Its prepositions.
        pub out_by: Text,
        /// What a first name makes the name of a place or a disease behind.
        pub places: Text,
        /// First names that are nothing else.
        pub first_names: Text,
        /// First names only before another name.
        pub unsure: Text,
        /// Months.
        pub months: Text,
        /// What stands before a date of birth.
        pub births: Vec<Text>,
        /// What stands before a year of birth alone, of two digits or four.
        pub born: Vec<Text>,
        /// Who is born, beside people cared for and functions: a procedure is too, and is nobody.
        pub kin: Text,
        /// What stands before the number of a room.
        pub rooms: Text,
        /// Words before which that is none.
        pub not_rooms: Text,
        /// Words behind a number that make it a count.
        pub counts: Text,
        /// Words for « number ».
        pub numbers: Text,
        /// What stands before the number of a file or a stay.
        pub records: Vec<Text>,
        /// Phone numbers that begin with 0, as lengths of their groups.
        pub phones: Vec<Text>,
        /// Blame.
        pub blame: Vec<Wordings>,
        /// A person as final cause.
        pub person: Vec<Wordings>,
        /// Solutions among facts.
        pub solution: Vec<Wordings>,
    }

    /// What look-alikes are found with in one language; words have spaces between.
    pub struct Trade {
        /// Words that say nothing.
        pub stop: Text,
        /// Words that say little.
        pub common: Text,
        /// Words that mean the same, a group each; the words of an expression have hyphens between.
        pub same: Vec<Text>,
    }

    /// The same in both languages.
    pub struct Trades {
        /// French.
        pub fr: Trade,
        /// English.
        pub en: Trade,
    }
}
