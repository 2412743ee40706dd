//! The sentences of the presentation of an analysis made between two meetings.

crate::words! {
    presentation_pending => "Analyses présentées et en attente", "Analyses presented and waiting";
    presentation_empty => "Aucune analyse n'attend. Il en naît une quand une séance en mode «\u{a0}entre deux séances\u{a0}» choisit un événement et la confie à un pilote, à l'étape «\u{a0}Choix\u{a0}».",
        "No analysis is waiting. One comes to be when a meeting of the mode “between two meetings” chooses an event and entrusts it to a lead, at the step “Choice”.";
    presentation_hint => "Entrée présente l'analyse et l'ouvre à la lecture. Rien n'oblige à en présenter une.",
        "Enter presents the analysis and opens it for reading. None has to be presented.";
    presentation_by(lead: &str) => format!("pilote\u{a0}: {lead}"), format!("lead: {lead}");
    presentation_due(date: &str) => format!("attendue pour le {date}"), format!("due on {date}");
    presentation_here => "présentée dans cette séance", "presented in this meeting";
    presentation_amended(n: usize) =>
        if n == 0 { "sans amendement".to_owned() } else { format!("{n} amendement{}", if n > 1 { "s" } else { "" }) },
        if n == 0 { "not amended".to_owned() } else { format!("{n} amendment{}", if n == 1 { "" } else { "s" }) };
    presentation_held => "Quelqu'un a encore cette analyse ouverte\u{a0}: ce qui y sera écrit à partir de maintenant ne sera pas dans la séance.",
        "Someone still has this analysis open: what is written there from now on will not be in the meeting.";
    presentation_at(at: usize, all: usize) => format!("{at} / {all}"), format!("{at} / {all}");
    presentation_amending(step: &str) => format!("Amender\u{a0}: {step}"), format!("Amend: {step}");
    presentation_looking(step: &str) => format!("Lire\u{a0}: {step}"), format!("Read: {step}");
    presentation_back => "Échap revient à la lecture", "Esc returns to the reading";
    presentation_lead => "Pilote", "Lead";
    presentation_lead_hint => "Qui présente\u{a0}: une fonction, jamais un nom.", "Who presents: a function, never a name.";
    presentation_remarks => "Remarques", "Remarks";
    presentation_remarks_hint => "Ce que le groupe dit de l'analyse entière\u{a0}: surprises, manques, accord. Tab sort du champ.",
        "What the group says of the whole analysis: surprises, gaps, agreement. Tab leaves the field.";
    presentation_note => "Remarque", "Remark";
    presentation_note_hint => "Ce que le groupe dit de cette section. Échap revient aux lignes.", "What the group says of this section. Esc returns to the lines.";
    presentation_lines_hint => "Entrée corrige la ligne · «\u{a0}a\u{a0}» ajoute · «\u{a0}d\u{a0}» retire · Tab\u{a0}: une remarque · Échap\u{a0}: la liste",
        "Enter corrects the line · “a” adds · “d” takes out · Tab: a remark · Esc: the list";
    presentation_lines_read => "Entrée ouvre la ligne · Tab\u{a0}: la remarque · Échap\u{a0}: la liste", "Enter opens the line · Tab: the remark · Esc: the list";
    presentation_missing_read => "Entrée ouvre l'étape concernée. Tab\u{a0}: la remarque.", "Enter opens the step concerned. Tab: the remark.";
    presentation_event_hint => "L'événement est celui qui a été choisi\u{a0}: il se lit ici, il ne se corrige pas. → passe à la suite.",
        "The event is the one that was chosen: it is read here, not corrected. → goes on.";
    presentation_missing_hint => "Entrée va là où cela se complète. Tab\u{a0}: une remarque.", "Enter goes to where it is completed. Tab: a remark.";
    presentation_gone => "Cette ligne a été retirée en séance\u{a0}; Ctrl+Z la ramène si c'était à l'instant.", "This line was taken out in the meeting; Ctrl+Z brings it back if that was just now.";
    presentation_gone_read => "Cette ligne a été retirée en séance\u{a0}: tout ce qui en reste se lit ici.", "This line was taken out in the meeting: all that is left of it is read here.";
    presentation_was(mark: &str, was: &str) => format!("{mark}, présenté ainsi\u{a0}: {was}"), format!("{mark}, presented as: {was}");
    presentation_because(what: &str) => format!("pourquoi\u{a0}: {what}"), format!("why: {what}");
    presentation_expected(what: &str) => format!("attendu\u{a0}: {what}"), format!("expected: {what}");
    presentation_cause(what: &str) => format!("cause immédiate\u{a0}: {what}"), format!("immediate cause: {what}");
    presentation_nothing => "Rien n'est écrit. «\u{a0}a\u{a0}» ajoute ce qui manque.", "Nothing is written. “a” adds what is missing.";
    presentation_nothing_read => "Rien n'est écrit ici.", "Nothing is written here.";
}
