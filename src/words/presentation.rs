//! The sentences of the presentation of an analysis made between two meetings.

crate::words! {
    presentation_pending => "Analyses en attente", "Analyses waiting";
    presentation_empty => "Aucune analyse n'attend. Il en naît une quand une séance en mode «\u{a0}entre deux séances\u{a0}» choisit un événement et la confie à un pilote, à l'étape «\u{a0}Choix\u{a0}».",
        "No analysis is waiting. One comes to be when a meeting of the mode “between two meetings” chooses an event and entrusts it to a lead, at the step “Choice”.";
    presentation_hint => "Entrée présente l'analyse et l'ouvre à la lecture. Rien n'oblige à en présenter une.",
        "Enter presents the analysis and opens it for reading. None has to be presented.";
    presentation_by(lead: &str) => format!("pilote\u{a0}: {lead}"), format!("lead: {lead}");
    presentation_due(date: &str) => format!("attendue pour le {date}"), format!("due on {date}");
    presentation_here => "présentée dans cette séance", "presented in this meeting";
    presentation_lead => "Pilote", "Lead";
    presentation_lead_hint => "Qui présente\u{a0}: une fonction, jamais un nom.", "Who presents: a function, never a name.";
    presentation_remarks => "Remarques", "Remarks";
    presentation_remarks_hint => "Ce que le groupe dit de l'analyse\u{a0}: surprises, manques, accord. Tab sort du champ.",
        "What the group says of the analysis: surprises, gaps, agreement. Tab leaves the field.";
    presentation_event => "Événement", "Event";
    presentation_facts => "Chronologie", "Timeline";
    presentation_deviations => "Écarts", "Deviations";
    presentation_barriers => "Barrières", "Barriers";
    presentation_factors => "Facteurs", "Factors";
    presentation_expected(what: &str) => format!("attendu\u{a0}: {what}"), format!("expected: {what}");
    presentation_cause(what: &str) => format!("cause immédiate\u{a0}: {what}"), format!("immediate cause: {what}");
    presentation_nothing => "rien n'est écrit", "nothing is written";
    presentation_read_hint => "↑ ↓ défiler · PgSuiv page · Échap revenir", "↑ ↓ scroll · PgDn page · Esc back";
}
