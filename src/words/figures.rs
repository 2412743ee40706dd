//! The figures of a year: what each is called, and how it is counted.

use super::Words;
use crate::domain::code::Lang;
use crate::domain::yearly::{Figure, Section};

/// Declares figures: `Held => "Séances tenues", "Meetings held"; "Des séances…", "Of the meetings…";`.
macro_rules! figures {
    ($($figure:ident => $fr:literal, $en:literal; $fr_means:literal, $en_means:literal;)+) => {
        impl Words {
            /// What a figure is called.
            pub const fn figure(self, figure: Figure) -> &'static str {
                match (figure, self.0) { $(
                    (Figure::$figure, Lang::Fr) => $fr,
                    (Figure::$figure, Lang::En) => $en,
                )+ }
            }

            /// How a figure is counted: what it is, of what, and what is left out.
            pub const fn figure_means(self, figure: Figure) -> &'static str {
                match (figure, self.0) { $(
                    (Figure::$figure, Lang::Fr) => $fr_means,
                    (Figure::$figure, Lang::En) => $en_means,
                )+ }
            }
        }
    };
}

figures! {
    Held => "Séances tenues", "Meetings held";
        "Séances réelles commencées, sur celles qui étaient prévues et dont le jour est passé\u{a0}: tenues, préparées sans être commencées, ou annoncées à une clôture sans qu'une séance suive dans les 30 jours.",
        "Real meetings that were begun, of those planned whose day has passed: held, prepared and never begun, or announced at a closing with no meeting within the next 30 days.";
    Attendance => "Présents, des attendus", "Present, of those expected";
        "Personnes venues (arrivées en retard ou parties avant la fin comprises), sur celles attendues aux séances tenues. Sans les observateurs, ni les séances où personne n'a été noté.",
        "People who came (late, or leaving early, included), of those expected at the meetings held. Without observers, nor meetings where nobody was marked.";
    Present => "Présents par séance", "Present per meeting";
        "Personnes venues, en moyenne des mêmes séances.",
        "People who came, as the mean of the same meetings.";
    Professions => "Professions par séance", "Professions per meeting";
        "Professions différentes présentes, en moyenne des mêmes séances. Sans profession indiquée, la fonction compte.",
        "Different professions present, as the mean of the same meetings. Where no profession is given, the function counts.";
    Reported => "Événements signalés", "Events reported";
        "Événements dont le signalement est daté de l'année, entendus ou non\u{202f}; sans date de signalement, l'année de leur première écoute.",
        "Events whose report is dated in the year, heard or not; without a date of report, the year of their first hearing.";
    Heard => "Événements entendus", "Events heard";
        "Événements différents portés devant le groupe aux séances tenues dans l'année, ceux dont l'analyse est présentée compris.",
        "Different events before the group in meetings held in the year, those whose analysis is presented included.";
    Analysed => "Analysés, des entendus", "Analysed, of those heard";
        "Événements entendus dont une analyse a été faite ou présentée en séance dans l'année, sur les événements entendus.",
        "Events heard of which an analysis was made or presented in a meeting of the year, of the events heard.";
    Answered => "Réponse au déclarant", "Reporter answered";
        "Événements entendus dont le déclarant a reçu une réponse datée, quelle qu'en soit la date, sur les événements entendus.",
        "Events heard whose reporter got an answer with a date, whichever it is, of the events heard.";
    Informed => "Patient ou proches informés", "Patient, relatives informed";
        "Événements signalés dont le patient ou les proches ont été informés, sur les événements signalés. Ce qui n'est pas dit compte comme non.",
        "Events reported of which the patient or the relatives were told, of the events reported. What is not said counts as no.";
    Presented => "Confiées puis présentées", "Entrusted, then presented";
        "Analyses confiées à un pilote par une séance de l'année et présentées depuis, sur toutes celles confiées.",
        "Analyses entrusted to a lead by a meeting of the year and presented since, of all those entrusted.";
    Complete => "Analyses complètes", "Analyses complete";
        "Analyses faites ou présentées dans l'année auxquelles il ne manque rien (chronologie, écarts et barrières, facteurs, priorités, actions), sur toutes\u{202f}; un événement analysé deux fois compte une fois, la dernière.",
        "Analyses made or presented in the year that lack nothing (timeline, deviations and barriers, factors, priorities, actions), of all; an event analysed twice counts once, the last time.";
    Timeline => "Chronologie complète", "Timeline complete";
        "Des mêmes analyses\u{a0}: au moins deux faits, chacun situé dans le temps.",
        "Of the same analyses: at least two facts, each with its place in time.";
    Deviations => "Écarts, barrières complets", "Deviations complete";
        "Des mêmes analyses\u{a0}: des écarts avec ce qui était attendu, des barrières dont on sait ce qu'elles ont fait, celles qui ont fonctionné cherchées.",
        "Of the same analyses: deviations with what was expected, barriers of which is known what they did, those that worked looked for.";
    Factors => "Facteurs complets", "Factors complete";
        "Des mêmes analyses\u{a0}: toutes les questions des grilles posées, chaque facteur relié à un écart et chaque écart à un facteur, quelqu'un pour chaque vérification.",
        "Of the same analyses: every question of the grids asked, each factor tied to a deviation and each deviation to a factor, somebody for each thing to check.";
    Priorities => "Priorités complètes", "Priorities complete";
        "Des mêmes analyses\u{a0}: des facteurs retenus, avec la raison.",
        "Of the same analyses: factors retained, with the reason.";
    Actions => "Plan d'actions complet", "Action plan complete";
        "Des mêmes analyses\u{a0}: des actions avec cause, pilote, échéance, indicateur (avant et cible) et date d'évaluation, et aucun facteur retenu sans action, ou la raison donnée.",
        "Of the same analyses: actions with cause, owner, deadline, indicator (before and target) and date of evaluation, and no retained factor without an action, or the reason given.";
    Decided => "Actions décidées", "Actions decided";
        "Actions retenues par les séances de l'année. Sans celles d'avant le logiciel.",
        "Actions retained by the meetings of the year. Without those of before the program.";
    Owned => "Avec pilote", "With an owner";
        "Avec un pilote à la décision, sur les actions décidées.",
        "With an owner when decided, of the actions decided.";
    Dated => "Avec échéance", "With a deadline";
        "Avec une échéance à la décision, sur les actions décidées.",
        "With a deadline when decided, of the actions decided.";
    Measured => "Avec indicateur", "With an indicator";
        "Avec un indicateur à la décision, sur les actions décidées.",
        "With an indicator when decided, of the actions decided.";
    Strong => "Fortes", "Strong";
        "Actions fortes, corrigées par le groupe ou de par leur catégorie, sur les actions décidées. Ce qui reste des trois parts n'a pas de force connue.",
        "Strong actions, corrected by the group or by their category, of the actions decided. What is left of the three shares has no known strength.";
    Intermediate => "Intermédiaires", "Intermediate";
        "Actions intermédiaires, sur les actions décidées.",
        "Intermediate actions, of the actions decided.";
    Weak => "Faibles", "Weak";
        "Actions faibles (rappel, formation, procédure…), sur les actions décidées.",
        "Weak actions (reminder, training, procedure…), of the actions decided.";
    Done => "Réalisées", "Done";
        "Actions réalisées à ce jour, évaluées ou clôturées comprises, sur les actions décidées, celles transférées à une autre instance mises à part.",
        "Actions done by now, evaluated or closed included, of the actions decided but those handed to another body.";
    AtOneMonth => "Réalisées à un mois", "Done at one month";
        "Réalisées dans le mois qui suit la décision, sur les mêmes actions dont ce mois est passé.",
        "Done within a month of the decision, of the same actions whose month has passed.";
    OnTime => "Réalisées à l'échéance", "Done on time";
        "Réalisées au plus tard à la première échéance (les reports ne comptent pas), sur les mêmes actions dont cette échéance est passée.",
        "Done by the first deadline (postponements do not count), of the same actions whose first deadline has passed.";
    Evaluated => "Évaluées", "Evaluated";
        "Évaluées, quel que soit le résultat, sur les actions réalisées.",
        "Evaluated, whatever came out, of the actions done.";
    Effective => "Efficaces", "Effective";
        "Évaluées efficaces, sur les actions évaluées\u{202f}; «\u{a0}en partie\u{a0}» et «\u{a0}non évaluable\u{a0}» ne comptent pas comme efficaces.",
        "Evaluated effective, of the actions evaluated; “partly” and “cannot be told” do not count as effective.";
    ToAnswer => "Du signalement à la réponse", "From report to answer";
        "Médiane en jours, des réponses données dans l'année dont les deux dates sont connues. Des dates à rebours sont laissées de côté.",
        "Median in days, of the answers given in the year of which both dates are known. Dates the wrong way round are left out.";
    ToPresentation => "Du choix à la présentation", "From choice to presentation";
        "Médiane en jours, des analyses présentées dans l'année, depuis la séance qui a choisi l'événement. Une analyse faite en séance n'attend pas et n'est pas comptée.",
        "Median in days, of the analyses presented in the year, from the meeting that chose the event. An analysis made in the room does not wait and is not counted.";
    ToDone => "De la décision au réalisé", "From decision to done";
        "Médiane en jours, des actions réalisées dans l'année, quelle que soit l'année de leur décision.",
        "Median in days, of the actions done in the year, whichever year decided them.";
    Returned => "Événements revenus", "Events come back";
        "Événements signalés qui ressemblent, par leur nature et leur étape ou par leur formulation, à un événement analysé avant eux, sur les événements signalés.",
        "Events reported that resemble, by nature and stage or by wording, an event analysed before them, of the events reported.";
    SameKind => "Même nature et même étape", "Same nature and stage";
        "De même nature et de même étape du parcours qu'un événement analysé avant eux, sur les événements signalés dont les deux sont indiquées.",
        "Of the same nature and stage of care as an event analysed before them, of the events reported with both given.";
    SameWording => "Formulation proche", "Wording alike";
        "De formulation proche d'un événement analysé avant eux, sur les événements signalés. Le rapprochement est proposé par le logiciel\u{a0}: à relire.",
        "Worded like an event analysed before them, of the events reported. The likeness is proposed by the program: to be read again.";
    DespiteAction => "Malgré une action réalisée", "Despite an action done";
        "Revenus alors qu'une action sur l'événement précédent était déjà réalisée, sur les événements revenus.",
        "Come back although an action on the earlier event was done by then, of the events come back.";
}

impl Words {
    /// What a section of a year is called.
    pub const fn year_section(self, section: Section) -> &'static str {
        match (section, self.0) {
            (Section::Meetings, Lang::Fr) => "Séances",
            (Section::Meetings, Lang::En) => "Meetings",
            (Section::Events, Lang::Fr) => "Événements",
            (Section::Events, Lang::En) => "Events",
            (Section::Analyses, Lang::Fr) => "Analyses",
            (Section::Analyses, Lang::En) => "Analyses",
            (Section::Actions, Lang::Fr) => "Actions",
            (Section::Actions, Lang::En) => "Actions",
            (Section::Delays, Lang::Fr) => "Délais",
            (Section::Delays, Lang::En) => "Delays",
            (Section::Families, Lang::Fr) => "Familles",
            (Section::Families, Lang::En) => "Families",
            (Section::Returns, Lang::Fr) => "Retours",
            (Section::Returns, Lang::En) => "Returns",
            (Section::Proof, Lang::Fr) => "Preuves ACI",
            (Section::Proof, Lang::En) => "ACI proof",
        }
    }
}
