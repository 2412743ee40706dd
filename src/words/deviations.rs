//! The sentences of deviations and barriers.

use super::Words;
use crate::domain::analysis::BarrierKind;

crate::words! {
    deviations_list => "Écarts", "Deviations";
    deviations_empty => "Aucun écart pour l'instant. «\u{a0}a\u{a0}» ajoute le premier\u{a0}: ce qui s'est passé, et ce qui était attendu.",
        "No deviation yet. “a” adds the first one: what happened, and what was expected.";
    barriers_list => "Barrières", "Barriers";
    barriers_empty => "Qu'est-ce qui a fonctionné\u{202f}? Commencez par là\u{a0}: «\u{a0}a\u{a0}» ajoute la première barrière, puis viennent celles qui ont cédé.",
        "What worked? Begin there: “a” adds the first barrier, then come those that gave way.";
    deviation_named(id: String) => format!("Écart {id}"), format!("Deviation {id}");
    barrier_named(id: String) => format!("Barrière {id}"), format!("Barrier {id}");
    deviation_fact => "Sur le fait", "On the fact";
    deviation_no_fact => "hors de la chronologie", "outside the timeline";
    deviation_fact_hint => "Le fait où l'écart s'est produit. Sa formulation est reprise tant que rien d'autre n'est écrit.",
        "The fact where it happened. Its wording is taken over as long as nothing else is written.";
    deviation_observed => "Observé", "Observed";
    deviation_observed_hint => "Ce qui s'est passé, tel quel\u{a0}: un fait, sans reproche.", "What happened, as it was: a fact, without blame.";
    deviation_taken_hint => "Les mots du fait, faute d'autres. Taper les remplace\u{202f}; une flèche d'abord, pour les compléter.",
        "The words of the fact, for want of others. Typing replaces them; press an arrow first to add to them.";
    deviation_expected => "Attendu", "Expected";
    deviation_expected_hint => "Ce qui aurait dû se passer ce jour-là, avec les moyens de ce jour-là.", "What should have happened that day, with the means of that day.";
    deviation_reference => "Référence", "Reference";
    deviation_reference_hint => "La règle, l'usage ou le plan\u{a0}: protocole, prescription, habitude d'équipe.", "The rule, habit or plan: protocol, prescription, team habit.";
    deviation_cause => "Cause immédiate", "Immediate cause";
    deviation_cause_hint => "Ce qui l'a déclenché sur le moment. Les causes profondes viennent à l'étape suivante.", "What set it off at that moment. Deeper causes come at the next step.";
    deviation_on(fact: String) => format!("sur {fact}"), format!("on {fact}");
    deviation_unsaid => "écart pas encore décrit", "deviation not described yet";
    deviation_expected_aside(text: &str) => format!("attendu\u{a0}: {text}"), format!("expected: {text}");
    barrier_what => "Barrière", "Barrier";
    barrier_what_first => "D'abord ce qui a tenu\u{a0}: qu'est-ce qui a limité les conséquences\u{202f}? Sans quoi cela aurait-il été pire\u{202f}?",
        "First what held: what limited the consequences? Without what would it have been worse?";
    barrier_what_hint => "Ce qui devait arrêter l'erreur\u{a0}: un contrôle, une alerte, un réflexe, une question du patient.",
        "What was meant to stop the error: a check, an alert, a reflex, the patient's question.";
    barrier_asked(name: String, question: &str) => format!("{name}\u{a0}: {question}"), format!("{name}: {question}");
    barrier_worked_first => "qu'est-ce qui a fonctionné\u{202f}?", "what worked?";
    barrier_state_label => "Ce jour-là", "That day";
    barrier_state_hint => "A-t-elle fonctionné, cédé, manqué, été contournée\u{202f}?", "Did it work, give way, was it missing or bypassed?";
    barrier_then => "Puis", "Then";
    barrier_then_none => "rien de plus", "nothing more";
    barrier_then_hint => "Seulement si cela a changé\u{a0}: «\u{a0}a cédé, puis a fonctionné\u{a0}».", "Only if that changed: “gave way, then worked”.";
    barrier_kind_label => "Rôle", "Part";
    barrier_nature_label => "Nature", "Nature";
    barrier_nature_hint => "Plus une barrière est physique, moins elle dépend de l'attention de chacun.", "The more physical a barrier, the less it depends on attention.";
    barrier_deviation => "À l'écart", "At deviation";
    barrier_no_deviation => "à aucun en particulier", "at none in particular";
    barrier_note => "Remarque", "Remark";
    barrier_note_hint => "Ce qui l'a fait tenir ou céder, si le groupe le sait.", "What made it hold or give way, if the group knows.";
    barrier_unsaid => "barrière pas encore décrite", "barrier not described yet";
    barrier_two_states(first: &str, then: &str) => format!("{first}, puis {then}"), format!("{first}, then {then}");
    barrier_at(deviation: String) => format!("sur {deviation}"), format!("at {deviation}");
    slices_empty => "Qu'est-ce qui a fonctionné\u{202f}? Aucune barrière à dessiner encore. «\u{a0}g\u{a0}» revient aux listes, où «\u{a0}a\u{a0}» ajoute la première.",
        "What worked? No barrier to draw yet. “g” goes back to the lists, where “a” adds the first one.";
    slices_none_here => "Aucune barrière n'est placée sur cet écart. Ctrl+→ passe au suivant\u{202f}; «\u{a0}g\u{a0}» revient aux listes pour en placer une.",
        "No barrier stands at this deviation. Ctrl+→ goes to the next one; “g” goes back to the lists to place one.";
    slices_all => "Tous les écarts", "All deviations";
    slices_place(n: usize, total: usize) => format!("barrière {n} sur {total}"), format!("barrier {n} of {total}");
    slices_danger => "danger", "hazard";
    slices_harm => "dommage", "harm";
    slices_ended => "arrêté", "stopped";
    slices_limited => "limité", "limited";
    slices_prevention => "Prév.", "Prev.";
    slices_recovery => "Récup.", "Recov.";
    slices_mitigation => "Attén.", "Mitig.";
}

impl Words {
    /// A kind of barrier in few columns.
    pub const fn slices_kind(self, kind: BarrierKind) -> &'static str {
        match kind {
            BarrierKind::Prevention => self.slices_prevention(),
            BarrierKind::Recovery => self.slices_recovery(),
            BarrierKind::Mitigation => self.slices_mitigation(),
        }
    }

    /// What a barrier of a kind did to the event that it held: before the harm it stops it, after it limits it.
    pub const fn slices_stopped(self, kind: BarrierKind) -> &'static str {
        match kind {
            BarrierKind::Mitigation => self.slices_limited(),
            BarrierKind::Prevention | BarrierKind::Recovery => self.slices_ended(),
        }
    }
}
