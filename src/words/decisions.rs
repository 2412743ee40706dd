//! The sentences of what was decided in all sessions.

crate::words! {
    decisions_title => "Décisions", "Decisions";
    decisions_typed => "Un mot, une raison, une année…", "A word, a reason, a year…";
    decisions_reading => "lecture des séances…", "reading the sessions…";
    decisions_reading_of(n: usize, all: usize) => format!("lecture des séances… {n} sur {all}"), format!("reading the sessions… {n} of {all}");
    decisions_count(n: usize) => format!("{n} décision{}", if n > 1 { "s" } else { "" }), format!("{n} decision{}", if n == 1 { "" } else { "s" });
    decisions_none => "Aucune décision pour l'instant. Ce que le groupe choisit, retient, reporte ou écarte en séance se retrouve ici, avec sa raison et son vote.",
        "No decision yet. What the group chooses, retains, postpones or sets aside in a meeting is found here, with its reason and its vote.";
    decisions_none_such => "Aucune décision ne correspond. Effacez un mot, ou Tab\u{a0}: une autre sorte.", "No decision matches. Erase a word, or Tab: another kind.";
    decisions_all => "tout", "all";
    decisions_events => "événements", "events";
    decisions_factors => "facteurs", "factors";
    decisions_actions => "actions", "actions";
    decisions_follow_up => "suivi", "follow-up";
    decisions_by_vote => "votées", "voted";
    decisions_others => "autres", "others";
    decisions_every_year => "toutes les années", "all years";
    decisions_with_simulations => "simulations comprises", "simulations included";
    log_choice => "événement choisi", "event chosen";
    log_fate => "autre événement", "other event";
    log_entrusted => "analyse confiée", "analysis given";
    log_priorities => "priorités", "priorities";
    log_no_action => "sans action", "no action";
    log_retained => "action retenue", "action retained";
    log_not_retained => "action écartée", "action set aside";
    log_follow_up => "suivi", "follow-up";
    log_vote => "vote du groupe", "group vote";
    log_quorum => "sans quorum", "no quorum";
    log_passed => "étape passée", "step passed";
    log_message => "message", "message";
    log_answer => "réponse", "answer";
    log_parked => "question", "question";
    log_next => "prochaine fois", "next time";
    log_quorum_said => "La séance se tient sans quorum", "The meeting is held without its quorum";
    log_voted(n: u32, of: u32) => format!("{n} sur {of} ont voté"), format!("{n} of {of} voted");
    log_voices(n: u32) => format!("{n}\u{a0}voix"), format!("{n} vote{}", if n == 1 { "" } else { "s" });
    log_points(n: u32) => format!("{n}\u{a0}point{}", if n > 1 { "s" } else { "" }), format!("{n} point{}", if n == 1 { "" } else { "s" });
    log_for_against(yes: u32, no: u32) => format!("{yes} pour, {no} contre"), format!("{yes} for, {no} against");
    log_secret => "à bulletin secret", "by secret ballot";
    log_rounds => "au second tour", "in the second round";
    log_how => "comment", "how";
    log_without_vote => "sans vote", "without a vote";
    log_became => "ce qu'il en est advenu", "what became of it";
    log_by => "par", "by";
    log_vote_of(id: &str) => format!("Vote {id}"), format!("Vote {id}");
}
