//! The sentences of the home screen.

crate::words! {
    home_resume => "Reprendre", "Resume";
    home_new => "Nouvelle séance", "New session";
    home_new_aside => "commence maintenant", "begins now";
    home_prepare => "Préparer une séance", "Prepare a session";
    home_prepare_aside => "pour un autre jour, avec son ordre du jour", "for another day, with its agenda";
    home_pool => "Événements en attente", "Events waiting";
    home_pool_none => "aucun pour l'instant", "none for now";
    home_pool_some(n: usize) =>
        format!("{n} à entendre en séance"), format!("{n} to be heard in a meeting");
    home_pool_damaged(n: usize) =>
        format!("{n} fichier{} illisible{}", if n > 1 { "s" } else { "" }, if n > 1 { "s" } else { "" }),
        format!("{n} unreadable file{}", if n == 1 { "" } else { "s" });
    home_decisions_aside => "ce qui a été décidé, pourquoi, avec quel vote", "what was decided, why, by what vote";
    home_find_aside => "un mot, dans tout ce qui a été écrit (Ctrl+F)", "a word, in everything that was written (Ctrl+F)";
    home_of_year(year: i32, n: usize) => format!("{year} · {n} séance{}", if n > 1 { "s" } else { "" }), format!("{year} · {n} session{}", if n == 1 { "" } else { "s" });
    home_plan_aside => "ce que les séances ont décidé, et où cela en est", "what meetings decided, and where it stands";
    home_yearly => "L'année en chiffres", "The year in figures";
    home_yearly_aside => "séances, événements, actions, délais, preuves", "meetings, events, actions, delays, proof";
    home_settings => "Réglages", "Settings";
    home_settings_aside => "équipe, membres, formats, échelles, écran", "team, members, formats, scales, screen";
    home_sessions(n: usize) =>
        if n == 0 { "Séances".to_owned() } else { format!("Séances ({n})") },
        if n == 0 { "Sessions".to_owned() } else { format!("Sessions ({n})") };
    home_coming => "Lecture des séances… Tout le reste est déjà là.", "Reading the sessions… All the rest is there already.";
    home_no_sessions => "Aucune séance pour l'instant. «\u{a0}Nouvelle séance\u{a0}» en commence une tout de suite\u{202f}; «\u{a0}Préparer\u{a0}» fixe un jour et tient prêts l'ordre du jour, les membres attendus et les événements à entendre.",
        "No session yet. “New session” begins one at once; “Prepare” sets a day and has the agenda, the expected members and the events to hear ready.";
    home_simulations(n: usize) => format!("Simulations ({n})"), format!("Simulations ({n})");
    home_number(n: u32) => format!("n°\u{a0}{n}"), format!("no. {n}");
    home_untitled => "sans titre", "untitled";
    home_damaged => "illisible", "unreadable";
    home_twin(file: &str) => format!("Deux fichiers pour cette séance. Celui-ci\u{a0}: {file}. «\u{a0}c\u{a0}» les compare."),
        format!("Two files for this session. This one: {file}. “c” compares them.");
    home_simulation => "simulation", "simulation";
    home_at_step(step: &str) => format!("étape «\u{a0}{step}\u{a0}»"), format!("step “{step}”");
    home_not_begun => "pas encore commencée", "not begun yet";
    home_prepare_window => "Préparer une séance", "Prepare a session";
    home_prepare_day => "Jour", "Day";
    home_prepare_hint => "12/11 · 12/11/2026 · +30 (jours) · +4s (semaines) · +1m (mois). Entrée prépare, Échap renonce.",
        "12/11 · 12/11/2026 · +30 (days) · +4w (weeks) · +1m (months). Enter prepares, Esc gives up.";
    home_prepare_events => "À entendre", "To be heard";
    home_prepare_events_hint => "Espace retire un événement, qui attendra une autre séance. Entrée prépare la séance.", "Space takes an event off: it will wait for another meeting. Enter prepares the session.";
    home_prepare_default(day: &str) => format!("Entrée seule\u{a0}: {day}"), format!("Enter alone: {day}");
    home_wrong_day => "Ce jour n'est pas compris. Par exemple\u{a0}: 12/11, 12 novembre, lundi ou +4s.", "This day is not understood. For instance: 12/11, 12 November, Monday or +4w.";
}
