//! The sentences of the timeline.

crate::words! {
    timeline_facts => "Faits", "Facts";
    timeline_empty => "Aucun fait pour l'instant. «\u{a0}a\u{a0}» ajoute le premier\u{a0}; l'ordre n'importe pas, ils se rangent seuls.",
        "No fact yet. “a” adds the first one; order does not matter, they sort themselves.";
    timeline_when => "Quand", "When";
    timeline_when_hint => "17:30 · J-4 · J+2 8h · vendredi 17 h 40 · 12/11 18:20 · ou rien si on ne sait pas",
        "17:30 · D-4 · D+2 8h · friday 17:40 · 12/11 18:20 · or nothing if nobody knows";
    timeline_not_placed => "gardé tel quel, non classé", "kept as it is, not sorted";
    timeline_actor => "Qui", "Who";
    timeline_actor_hint => "Une fonction, jamais un nom\u{a0}: IDE, remplaçante, résidente, pharmacien", "A function, never a name: nurse, locum, resident, pharmacist";
    timeline_what => "Quoi", "What";
    timeline_what_hint => "Un fait\u{a0}: ce qui a été vu, dit ou fait. Ni cause, ni jugement.", "A fact: what was seen, said or done. No cause, no judgement.";
    timeline_source => "Selon", "According to";
    timeline_source_hint => "Le dossier, une personne entendue (par sa fonction), un relevé…", "The chart, a person heard (by function), a log…";
    timeline_star => "À retenir", "Key fact";
    timeline_star_hint => "Espace met ou retire l'étoile\u{a0}: le compte rendu mettra ce fait en avant.", "Space sets or removes the star: the record will bring this fact forward.";
    line_empty => "Aucun fait à montrer. «\u{a0}g\u{a0}» revient à la liste.", "No fact to show. “g” goes back to the list.";
    line_nobody => "on ne sait pas qui", "nobody knows who";
    line_minutes(n: i64) => format!("{n}\u{a0}min plus tard"), format!("{n}\u{a0}min later");
    line_hours(hours: i64, minutes: i64) => if minutes == 0 { format!("{hours}\u{a0}h plus tard") } else { format!("{hours}\u{a0}h\u{a0}{minutes:02} plus tard") },
        if minutes == 0 { format!("{hours}\u{a0}h later") } else { format!("{hours}\u{a0}h\u{a0}{minutes:02} later") };
    line_days(n: i64) => format!("{n}\u{a0}jour{} plus tard", if n > 1 { "s" } else { "" }), format!("{n}\u{a0}day{} later", if n == 1 { "" } else { "s" });
    nothing_chosen => "Aucun événement n'est choisi. Revenez à l'étape «\u{a0}Choix\u{a0}» (F7), ou allez plus loin\u{a0}: une séance sans analyse se clôt aussi.",
        "No event is chosen. Go back to the step “Choice” (F7), or go on: a meeting without analysis can be closed too.";
    say_last_page => "C'est la dernière étape.", "This is the last step.";
    say_first_step => "C'est la première étape. Revenir à l'accueil\u{a0}: palette (Ctrl+P), «\u{a0}accueil\u{a0}».", "This is the first step. Back to home: palette (Ctrl+P), “home”.";
    say_last_step => "C'est la dernière étape. Sceller\u{a0}: palette (Ctrl+P), «\u{a0}sceller\u{a0}».", "This is the last step. To seal: palette (Ctrl+P), “seal”.";
    n_missing(n: usize) => format!("il manque {n} point{}", if n > 1 { "s" } else { "" }), format!("{n} point{} missing", if n > 1 { "s" } else { "" });
}
