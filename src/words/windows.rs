//! The sentences of what floats: palette, questions, parking lot, speaking round, timer, search, private note.

crate::words! {
    palette_title => "Toutes les commandes", "All commands";
    palette_hint => "Quelques lettres suffisent…", "A few letters will do…";
    palette_nothing => "Aucune commande de ce nom ici.", "No command of that name here.";
    ask_reason => "Raison", "Reason";
    ask_why => "Pourquoi continuer", "Why go on";
    ask_pass_title => "Il manque encore", "Still missing";
    ask_which_actions => "Au-delà de cinq, peu aboutissent\u{a0}: lesquelles garder\u{202f}? Échap revient au plan\u{a0}; Espace y remet une action en idée.",
        "Beyond five, few succeed: which to keep? Esc goes back to the plan, where Space makes an action an idea again.";
    ask_look_title => "Avant de continuer", "Before going on";
    ask_pass_hint => "Entrée continue\u{a0}; le compte rendu dira la raison, ou «\u{a0}sans raison donnée\u{a0}». Échap reste ici.",
        "Enter goes on; the record will print the reason, or “no reason given”. Esc stays here.";
    ask_and_more(n: usize) => format!("et {n} autre{}", if n > 1 { "s" } else { "" }), format!("and {n} more");
    ask_pause_title => "Pause", "Break";
    ask_pause_hint => "Sans nom. Peut rester vide.", "Without a name. May stay empty.";
    ask_pause_do => "Faire la pause (le rideau se ferme)", "Take the break (the curtain closes)";
    ask_support => "Soutien", "Support";
    ask_support_hint => "Espace\u{a0}: quelqu'un a besoin de soutien, pas seulement d'une pause.", "Space: someone needs support, not only a break.";
    ask_adjourn_title => "Ajourner la séance", "Adjourn the session";
    ask_adjourn_said => "La séance s'arrête ici et reprendra un autre jour, à la même place. Les deux dates seront au compte rendu.",
        "The session stops here and will resume another day, at the same place. The record will show both dates.";
    ask_adjourn_hint => "Pourquoi on s'arrête\u{a0}: l'heure, un imprévu, un avis attendu…", "Why we stop: the time, something unforeseen, an opinion awaited…";
    ask_resume_on => "Reprise le", "Resume on";
    ask_adjourn_do => "Ajourner", "Adjourn";
    date_hint => "15/12/2026, 15 décembre, lundi, +30 (jours), +6s (semaines), M+3 (mois)", "15/12/2026, 15 December, Monday, +30 (days), +6w (weeks), M+3 (months)";
    date_wrong => "Date non comprise\u{a0}: corrigez-la ou effacez-la. Par exemple\u{a0}: 15/12/2026, 15 décembre, lundi, +30 (jours), M+3 (mois)", "This date is not understood: correct or erase it. For instance: 15/12/2026, 15 December, Monday, +30 (days), M+3 (months)";
    ask_seal_title => "Sceller la séance", "Seal the session";
    ask_orphans(actions: usize, factors: usize) => {
            let mut parts = Vec::new();
            if actions > 0 { parts.push(if actions > 1 { format!("{actions} actions incomplètes") } else { "1 action incomplète".to_owned() }); }
            if factors > 0 { parts.push(if factors > 1 { format!("{factors} facteurs retenus sans action") } else { "1 facteur retenu sans action".to_owned() }); }
            format!("Resteraient\u{a0}: {}. Pourquoi les laisser\u{202f}?", parts.join(", "))
        },
        {
            let mut parts = Vec::new();
            if actions > 0 { parts.push(format!("{actions} incomplete action{}", if actions == 1 { "" } else { "s" })); }
            if factors > 0 { parts.push(format!("{factors} retained factor{} without action", if factors == 1 { "" } else { "s" })); }
            format!("Would be left: {}. Why leave them?", parts.join(", "))
        };
    ask_orphans_hint => "Rien n'est bloqué\u{a0}: le compte rendu dira la raison, ou «\u{a0}sans raison donnée\u{a0}».", "Nothing is blocked: the record will print the reason, or “no reason given”.";
    ask_adjourn_vote(papers: u32) =>
        format!("Un vote est ouvert, {papers}\u{a0}{}\u{a0}: il attendra la reprise, tel quel.", if papers > 1 { "bulletins reçus" } else { "bulletin reçu" }),
        format!("A vote is open, {papers} paper{} received: it will wait as it is until you resume.", if papers == 1 { "" } else { "s" });
    ask_seal_vote(papers: u32) =>
        format!("Un vote est ouvert, {papers}\u{a0}{}\u{a0}: sceller l'annule et détruit ses bulletins. «\u{a0}Pas encore\u{a0}» permet de le terminer.", if papers > 1 { "bulletins reçus" } else { "bulletin reçu" }),
        format!("A vote is open, {papers} paper{} received: sealing cancels it and destroys its papers. “Not yet” lets you finish it.", if papers == 1 { "" } else { "s" });
    ask_seal_said => "Une séance scellée ne change plus jamais. Le suivi de ses actions s'écrit dans les séances d'après.",
        "A sealed session never changes again. Its actions are followed up in the next meetings.";
    ask_not_yet => "Pas encore", "Not yet";
    ask_seal_do => "Sceller", "Seal";
    parking_title => "Parking", "Parking lot";
    parking_new => "À garder", "Keep";
    parking_hint => "Une question pour plus tard, puis Entrée. On y revient à la clôture.", "A question for later, then Enter. We come back to it at closing.";
    parking_kept => "Gardées", "Kept";
    parking_empty => "Rien pour l'instant.", "Nothing so far.";
    free_vote_title => "Vote du groupe", "Vote of the group";
    free_vote_aim => "Une question à part, ses propositions, un vote\u{a0}: la décision reste au compte rendu.", "A question of its own, its options, a vote: the decision stays in the record.";
    speaking_title => "Tour de parole", "Speaking round";
    speaking_people => "Présents", "Present";
    speaking_empty => "Personne n'est encore noté présent.", "Nobody is marked present yet.";
    speaking_silent(n: usize) =>
        if n == 0 { "chacun s'est exprimé".to_owned() } else if n == 1 { "1 personne ne s'est pas encore exprimée".to_owned() } else { format!("{n} personnes ne se sont pas encore exprimées") },
        if n == 0 { "everyone has spoken".to_owned() } else if n == 1 { "1 person has not spoken yet".to_owned() } else { format!("{n} people have not spoken yet") };
    speaking_hint => "Espace\u{a0}: a pris la parole. d\u{a0}: un de moins.", "Space: had the floor. d: one less.";
    note_refused(why: &str) => format!("La note privée ne peut pas être gardée. {why}"), format!("The private note cannot be kept. {why}");
    note_title => "Note privée. Ce que vous tapez ne se voit pas. Échap revient à la séance.", "Private note. What you type is not shown. Esc returns to the session.";
    clock_title => "Temps", "Time";
    clock_stopped => "Le minuteur ne tourne pas\u{a0}: la séance n'est pas ouverte.", "The timer is not running: the session is not open.";
    clock_left(step: &str, minutes: u32) => format!("min restantes · {step}, {minutes}\u{a0}min prévues"), format!("min left · {step}, {minutes}\u{a0}min planned");
    clock_seconds_left(step: &str, minutes: u32) => format!("restantes · {step}, {minutes}\u{a0}min prévues"), format!("left · {step}, {minutes}\u{a0}min planned");
    clock_late(step: &str, minutes: u32) => format!("min de retard · {step}, {minutes}\u{a0}min prévues"), format!("min late · {step}, {minutes}\u{a0}min planned");
    clock_meeting(drift: &str, minutes: u32) => format!("Séance\u{a0}: {drift}, sur {minutes}\u{a0}min prévues"), format!("Meeting: {drift}, of {minutes}\u{a0}min planned");
    clock_plan_holds => "Le plan du temps tient.", "The time plan holds.";
    clock_proposal => "Pour finir à l'heure, Entrée répartit ainsi\u{a0}:", "To end on time, Enter shares it out like this:";
    search_title => "Chercher dans la séance", "Search the session";
    search_wanted => "Mot", "Word";
    search_found(n: usize) => if n == 0 { "Résultats".to_owned() } else { format!("Résultats ({n})") }, if n == 0 { "Results".to_owned() } else { format!("Results ({n})") };
    search_hint => "Un mot, ou le numéro d'un fait, d'un écart, d'une action\u{a0}: F3, D2, A1. Accents et majuscules ne comptent pas.",
        "A word, or the number of a fact, a deviation, an action: F3, D2, A1. Accents and capitals do not matter.";
    search_nothing => "Rien de tel dans cette séance. Ctrl+F encore\u{a0}: chercher partout.", "Nothing like that in this session. Ctrl+F again: search everything.";
}
