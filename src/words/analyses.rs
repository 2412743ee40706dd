//! The sentences of an analysis between two meetings: the lead's own steps, and what is said of it elsewhere.

use super::Words;
use crate::domain::analysis::{Barrier, Certainty, Deviation, Fact, Factor, Source};
use crate::domain::text::Text;

crate::words! {
    led_header => "Analyse", "Analysis";
    led_guide => "Pour se guider", "As a guide";
    led_not_here => "Cela se fait en séance\u{a0}: ici, l'analyse se prépare seule.", "That is done in a meeting: here, the analysis is prepared alone.";
    led_last_step => "C'est la dernière page. Tout est enregistré\u{a0}; revenir à l'accueil\u{a0}: Échap deux fois.",
        "This is the last page. Everything is saved; back to home: Escape twice.";
    led_first_step => "C'est la première page. Revenir à l'accueil\u{a0}: Échap deux fois.",
        "This is the first page. Back to home: Escape twice.";
    led_late(days: i64) => format!("{days}\u{a0}j de retard"), format!("{days}\u{a0}d late");
    led_no_due => "sans échéance", "no due date";
    led_by(lead: &str) => format!("pilote\u{a0}: {lead}"), format!("lead: {lead}");
    led_no_lead => "pilote à désigner", "lead to be named";
    led_waiting(n: usize) => format!("Analyses en attente ({n})"), format!("Analyses waiting ({n})");
    led_presented_in(date: &str, number: &str) =>
        format!("Présentée en séance le {date}{number}\u{a0}: elle se lit encore, elle ne change plus."),
        format!("Presented in the meeting of {date}{number}: it can still be read, it no longer changes.");
    sources_list => "Entendus et consultés", "Heard and looked at";
    sources_empty => "Personne pour l'instant. «\u{a0}a\u{a0}» ajoute une personne à entendre, par sa fonction, ou un document à consulter\u{a0}: dossier, planning, ordonnance.",
        "Nobody yet. “a” adds someone to hear, by function, or a document to look at: chart, rota, prescription.";
    sources_hint => "Entrée ouvre · Espace\u{a0}: c'est fait · au moins une source par métier concerné",
        "Enter opens · Space: done · at least one source for each profession concerned";
    sources_what => "Qui ou quoi", "Who or what";
    sources_what_hint => "Une fonction, jamais un nom\u{a0}: IDE de nuit, pharmacien. Ou une trace\u{a0}: dossier, planning.", "A function, never a name: night nurse, pharmacist. Or a trace: chart, rota.";
    sources_on => "Le", "On";
    sources_done => "C'est fait", "Done";
    sources_done_hint => "Espace\u{a0}: la personne a été entendue, le document consulté.", "Space: the person was heard, the document looked at.";
    sources_note => "Ce qu'on apprend", "What it taught";
    sources_note_hint => "Qui a vu, entendu, écrit ou fait quoi\u{202f}? Des faits, sans jugement. Tab sort du champ.", "Who saw, heard, wrote or did what? Facts, no judgement. Tab leaves the field.";
    sources_to_do => "à faire", "to be done";
    sources_unsaid => "à préciser", "to be said";
    ready_yes => "Prêt à présenter\u{202f}? Oui, rien ne manque. L'analyse attend la prochaine séance.", "Ready to present? Yes, nothing is missing. The analysis waits for the next meeting.";
    ready_not_yet(n: usize) => format!("Prêt à présenter\u{202f}? Il manque {n} point{}. On peut présenter quand même\u{a0}: la séance verra ce qui manque.", if n > 1 { "s" } else { "" }),
        format!("Ready to present? {n} point{} missing. It can be presented all the same: the meeting will see what is missing.", if n == 1 { "" } else { "s" });
    ready_list => "Étape par étape", "Step by step";
    ready_hint => "Entrée va à l'étape.", "Enter goes to the step.";
    ready_step_done => "complet", "complete";
}

/// What is said of a line, its parts in a row.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    parts.join(" · ")
}

impl Words {
    /// A source in one line.
    pub fn source_line(self, source: &Source) -> String {
        let on = source.on.map(|on| self.date_short(on)).unwrap_or_default();
        joined(&[source.what.as_str(), &on, source.note.as_str()])
    }

    /// A fact in one line.
    pub fn fact_line(self, fact: &Fact) -> String {
        let when = fact.when.show(self.is_french());
        let said = [
            fact.actor.as_str(),
            fact.what.as_str(),
            fact.source.as_str(),
        ];
        joined(&[&when, said[0], said[1], said[2]])
    }

    /// A deviation in one line.
    pub fn deviation_line(self, deviation: &Deviation) -> String {
        let expected = deviation.expected.filled();
        let expected = expected.map(|text| self.presentation_expected(text));
        let cause = deviation.immediate_cause.filled();
        let cause = cause.map(|text| self.presentation_cause(text));
        joined(&[
            deviation.observed.as_str(),
            expected.as_deref().unwrap_or_default(),
            deviation.reference.as_str(),
            cause.as_deref().unwrap_or_default(),
        ])
    }

    /// What a barrier is and what it did: « récupération · a cédé → a fonctionné ».
    pub fn barrier_role(self, barrier: &Barrier) -> String {
        let state = self.barrier_state(barrier.state);
        let then = barrier.then.map(|then| self.barrier_state(then));
        let state = then.map_or(state.to_owned(), |then| format!("{state} → {then}"));
        joined(&[self.barrier_kind(barrier.kind), &state])
    }

    /// A barrier in one line.
    pub fn barrier_line(self, barrier: &Barrier) -> String {
        let role = self.barrier_role(barrier);
        joined(&[barrier.what.as_str(), &role, barrier.note.as_str()])
    }

    /// The part of a factor, its certainty and its codes.
    pub fn factor_part(self, factor: &Factor) -> String {
        let certainty = match factor.check_by.filled() {
            Some(who) if factor.certainty == Certainty::ToCheck => self.priorities_checked_by(who),
            _ => self.certainty(factor.certainty).to_owned(),
        };
        let codes: Vec<&str> = factor.codes.iter().map(|c| c.item.as_str()).collect();
        joined(&[self.factor_role(factor.role), &certainty, &codes.join(", ")])
    }

    /// A factor in one line.
    pub fn factor_line(self, factor: &Factor) -> String {
        let part = self.factor_part(factor);
        let reason = factor.no_action_reason.as_str();
        let keywords: Vec<&str> = factor.keywords.iter().map(Text::as_str).collect();
        joined(&[
            factor.what.as_str(),
            &part,
            &keywords.join(", "),
            factor.evidence.as_str(),
            reason,
        ])
    }
}
