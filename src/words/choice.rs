//! The sentences of the choice of the event, and of every decision.

use super::Words;
use crate::domain::scales::Class;

impl Words {
    /// A class of criticality in one word, beside its number.
    pub const fn choice_class(self, class: Class) -> &'static str {
        match class {
            Class::Acceptable => self.choice_acceptable(),
            Class::Tolerable => self.choice_tolerable(),
            Class::Unacceptable => self.choice_unacceptable(),
        }
    }
}

crate::words! {
    decision_of_group => "Décision du groupe", "Decision of the group";
    decision_none => "Rien n'est encore décidé.", "Nothing is decided yet.";
    decision_against(how: &str) => format!("{how}\u{a0}: dites pourquoi"), format!("{how}: say why");
    decision_reason => "Raison", "Reason";
    decision_reason_hint => "Pourquoi, en une phrase\u{a0}: elle sera au compte rendu.", "Why, in one sentence: it goes into the record.";
    decision_reason_against_hint => "Le groupe décide autrement que le vote\u{a0}: c'est permis, et le compte rendu dira pourquoi.",
        "The group decides otherwise than the vote: it may, and the record will say why.";
    decision_by => "Décidé", "Decided";
    decision_by_hint => "Comment le groupe a tranché, sans vote compté. Le compte rendu le dit tel quel.",
        "How the group settled it, no vote being counted. The record says so.";
    decision_by_open => "non précisé", "not stated";
    decision_dissent => "Réserves", "Reservations";
    decision_dissent_hint => "Ce qui a été dit contre, sans nommer personne. Facultatif.", "What was said against it, naming no one. Optional.";
    decision_without_quorum => "Sans quorum", "No quorum";
    decision_without_quorum_hint => "Le quorum n'est pas atteint. Pourquoi décider quand même\u{202f}? On peut aussi attendre.",
        "The quorum is not met. Why decide all the same? Waiting is possible too.";
    decision_expected => "une raison est attendue", "a reason is expected";
    choice_incidents => "Événements", "Events";
    choice_empty => "Aucun événement. Ils se saisissent à l'étape «\u{a0}Événements\u{a0}» (F7)\u{a0}; une séance sans événement est permise.",
        "No event. They are entered at the step “Events” (F7); a meeting without event is allowed.";
    choice_hint => "Entrée retient sans vote · v\u{a0}fait voter · Espace décide du sort des autres · e\u{a0}dit le motif",
        "Enter chooses without a vote · v\u{a0}holds a vote · Space settles the fate of the others · e\u{a0}gives the reason";
    choice_criteria(all: &str) => format!("À peser\u{a0}: {all}"), format!("To weigh: {all}");
    choice_severity(n: u8) => format!("gravité {n}"), format!("severity {n}");
    choice_potential(n: u8) => format!("au pire {n}"), format!("at worst {n}");
    choice_likelihood(n: u8) => format!("vraisemblance {n}"), format!("likelihood {n}");
    choice_criticality(n: u8, class: &str) => format!("criticité {n}, {class}"), format!("criticality {n}, {class}");
    choice_acceptable => "acceptable", "acceptable";
    choice_tolerable => "tolérable", "tolerable";
    choice_unacceptable => "inacceptable", "unacceptable";
    choice_seen_before => "déjà vu", "seen before";
    choice_not_rated => "pas encore coté (étape «\u{a0}Événements\u{a0}»)", "not rated yet (step “Events”)";
    choice_fate_of(fate: &str, reason: &str) => format!("{fate}\u{a0}: {reason}"), format!("{fate}: {reason}");
    choice_fate => "Suite donnée", "Outcome";
    choice_fate_hint => "Chaque événement reçoit une suite\u{a0}: personne ne doit se demander ce qu'il est devenu.",
        "Every event gets an outcome: no one should wonder what became of it.";
    choice_fate_reason => "Motif", "Reason";
    choice_fate_reason_hint => "Pourquoi cette suite.", "Why this outcome.";
    choice_fate_reason_expected => "un motif est attendu", "a reason is expected";
    choice_sent_to => "Transmis à", "Sent to";
    choice_sent_to_hint => "Une instance ou une fonction, jamais un nom.", "A body or a function, never a name.";
    choice_event => "Événement", "Event";
    choice_lead_heading => "Analyse d'ici la prochaine séance", "Analysis before the next meeting";
    choice_lead => "Pilote", "Lead";
    choice_lead_hint => "Qui mène l'analyse\u{a0}: une fonction, jamais un nom.", "Who leads the analysis: a function, never a name.";
    choice_involved => "Impliqué", "Involved";
    choice_involved_hint => "Dans les faits. Mieux vaut quelqu'un qui n'était pas là\u{a0}; le groupe reste libre.", "In what happened. Better someone who was not there; the group is free.";
    choice_involved_warning => "à peser", "think twice";
    choice_due => "Échéance", "Due";
    choice_due_hint => "Une date, ou +30 pour dans 30 jours.", "A date, or +30 for in 30 days.";
    choice_entrust => "Analyse", "Analysis";
    choice_entrust_button => "Confier l'analyse", "Entrust the analysis";
    choice_entrust_hint => "Écrit le dossier d'analyse dans l'espace de travail\u{a0}; le scellement le fait aussi.",
        "Writes the analysis file into the workspace; sealing does it too.";
    choice_entrusted => "confiée, elle attend la prochaine séance", "entrusted, it waits for the next meeting";
    choice_entrust_needs => "Il manque le pilote ou l'échéance.", "The lead or the due date is missing.";
    say_entrusted => "Analyse confiée. Elle reviendra à l'étape «\u{a0}Présentation\u{a0}».", "Analysis entrusted. It will come back at the step “Presentation”.";
    say_not_entrusted => "Simulation\u{a0}: l'analyse n'est confiée à personne, rien ne s'écrit parmi les vraies. La séance continue.", "Simulation: the analysis is entrusted to nobody, nothing is written among the real ones. The session goes on.";
}
