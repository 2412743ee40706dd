//! The sentences of the follow-up of actions.

crate::words! {
    follow_up_analysis(title: &str) => format!("Présenter l'analyse\u{a0}: {title}"), format!("Present the analysis: {title}");
    follow_up_presented => "à entendre à l'étape «\u{a0}Présentation\u{a0}»", "to be heard at the step “Presentation”";
    follow_up_list => "Actions à suivre", "Actions to follow up";
    follow_up_left(left: usize, all: usize) => format!("{left} à dire sur {all}"), format!("{left} of {all} to be said");
    follow_up_all_said => "toutes abordées", "all discussed";
    follow_up_empty => "Rien à suivre\u{a0}: aucune action n'est restée ouverte. Passez à la suite (PgSuiv), ou reprenez avec «\u{a0}a\u{a0}» une action décidée avant crex.",
        "Nothing to follow up: no action was left open. Go on (PgDn), or take up with “a” an action decided before crex.";
    follow_up_carried => "Cette action vient d'une séance passée\u{a0}: ouvrez-la pour dire «\u{a0}abandonnée\u{a0}» et pourquoi.",
        "This action comes from an earlier meeting: open it to say “dropped” and why.";
    follow_up_late(days: i64) => if days == 1 { "1\u{a0}jour de retard".to_owned() } else { format!("{days}\u{a0}jours de retard") },
        if days == 1 { "1\u{a0}day late".to_owned() } else { format!("{days}\u{a0}days late") };
    follow_up_due(day: &str) => format!("échéance {day}"), format!("due {day}");
    follow_up_no_due => "sans échéance", "no deadline";
    follow_up_no_owner => "pilote à nommer", "no owner yet";
    follow_up_to_evaluate => "réalisée, à évaluer", "done, to be evaluated";
    follow_up_again(event: &str) => format!("un événement semblable est arrivé depuis\u{a0}: {event}"), format!("a similar event happened since: {event}");
    follow_up_wording => "Action", "Action";
    follow_up_wording_hint => "Un verbe et ce qui doit être fait, comme elle a été décidée.", "A verb and what is to be done, as it was decided.";
    follow_up_owner => "Pilote", "Owner";
    follow_up_owner_hint => "Une fonction, jamais un nom.", "A function, never a name.";
    follow_up_due_was => "Échéance", "Deadline";
    follow_up_outcome_field => "Où en est-on\u{202f}?", "Where is it?";
    follow_up_outcome_hint => "Un chiffre, ← → ou Espace choisit. Une action n'est close que lorsqu'elle est évaluée.",
        "A digit, ← → or Space chooses. An action is closed only once it is evaluated.";
    follow_up_progress => "Avancement", "Progress";
    follow_up_progress_hint => "En pour cent, de 0 à 100.", "In per cent, 0 to 100.";
    follow_up_reason => "Raison", "Reason";
    follow_up_reason_postponed => "Ce qui a manqué\u{a0}: du temps, un accord, un moyen. Jamais une personne.", "What was missing: time, an agreement, means. Never a person.";
    follow_up_reason_dropped => "Pourquoi le groupe y renonce\u{202f}; le compte rendu le dira.", "Why the group gives it up; the record will say so.";
    follow_up_new_due => "Nouvelle date", "New date";
    follow_up_new_due_hint => "15/12 · +30 (jours) · +4s (semaines) · +3m (mois)", "15/12 · +30 (days) · +4w (weeks) · +3m (months)";
    follow_up_nth(n: u32) => if n == 1 { "premier report".to_owned() } else { format!("{n}e report") },
        match n { 1 => "postponed for the first time".to_owned(), 2 => "postponed twice".to_owned(), n => format!("postponed {n} times") };
    follow_up_new_due_past(distance: &str) => format!("déjà passée\u{a0}: {distance}"), format!("already past: {distance}");
    follow_up_taken_to(body: &str) => format!("portée à\u{a0}: {body}"), format!("taken to: {body}");
    follow_up_body_hint => "L'instance qui peut décider. Elle reste ouverte ici jusqu'à sa réponse. Suppr efface.", "The body that can decide. The action stays open here until it answers. Del clears.";
    follow_up_other_body => "Une autre", "Another one";
    follow_up_other_body_hint => "Une instance qui n'est pas dans la liste, par son nom\u{a0}: jamais celui d'une personne.", "A body that is not in the list, by its name: never that of a person.";
    follow_up_reason_escalated => "Ce qui dépasse le groupe, et ce qui est demandé.", "What is beyond the group, and what is asked for.";
    follow_up_escalate => "La porter à", "Take it to";
    follow_up_escalate_hint => "Reportée deux fois ou plus, une action demande souvent une décision qui n'est pas celle du groupe. Suppr efface.",
        "Postponed twice or more, an action often needs a decision that is not the group's. Del clears.";
    follow_up_effect => "Effet", "Effect";
    follow_up_effect_hint => "Ce que montre l'indicateur, pas ce que l'on espère.", "What the indicator shows, not what is hoped.";
    follow_up_evidence => "Preuve", "Evidence";
    follow_up_evidence_hint => "L'indicateur avant et après, un audit, une observation.", "The indicator before and after, an audit, an observation.";
    follow_up_done_note => "Elle reviendra pour être évaluée à la date prévue.", "It will come back to be evaluated on the day planned.";
}
