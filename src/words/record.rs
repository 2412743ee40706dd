//! The words of the documents that leave the program, in the language of the session. Names of fields are in lower case: a
//! document gives them their capital where they begin a line.

crate::words! {
    doc_title => "Compte rendu de CREX", "CREX record";
    doc_title_numbered => "Compte rendu du CREX", "CREX record";
    doc_contents => "Sommaire", "Contents";
    doc_draft => "Brouillon\u{a0}: ce document peut encore changer tant que la séance n'est pas scellée.", "Draft: this document can still change until the meeting is sealed.";
    doc_simulation => "SIMULATION – cas fictif", "SIMULATION – fictitious case";
    doc_not_filled => "non renseigné", "not filled in";
    doc_step_not_done => "Étape non réalisée.", "Step not done.";
    doc_weak_plan => "Plan d'actions faible, accepté car", "Weak action plan, accepted because";
    doc_orphans => "Laissés incomplets ou sans action", "Left incomplete or without action";
    doc_without_reason => "sans raison donnée", "no reason given";
    doc_yes => "oui", "yes";
    doc_no => "non", "no";
    doc_structure => "structure", "structure";
    doc_sector => "type de structure", "kind of structure";
    doc_dates => "date", "date";
    doc_place => "lieu", "place";
    doc_format => "format", "format";
    doc_mode => "mode", "mode";
    doc_stage => "état", "state";
    doc_quorum_name => "quorum", "quorum";
    doc_no_quorum_asked => "aucun quorum demandé", "no quorum asked";
    doc_reached => "atteint", "met";
    doc_not_reached => "non atteint", "not met";
    doc_member => "membre", "member";
    doc_members => "membres", "members";
    doc_same => "idem", "same";
    doc_guest => "invité", "guest";
    doc_profession => "métier", "profession";
    doc_professions => "métiers", "professions";
    doc_quorum_overruled => "poursuite sans quorum, raison", "held without quorum, reason";
    doc_seal => "scellée", "sealed";
    doc_fingerprint => "empreinte SHA-256", "SHA-256 fingerprint";
    doc_attendance => "Présences", "Attendance";
    doc_nobody => "Non renseigné\u{a0}: aucune personne n'est notée.", "Not filled in: nobody is listed.";
    doc_function => "fonction", "function";
    doc_quality => "qualité", "standing";
    doc_roles => "rôles", "roles";
    doc_presence => "présence", "presence";
    doc_last_record => "dernier compte rendu", "last record";
    doc_charter_accepted => "charte lue et acceptée", "charter read and accepted";
    doc_votes_told => "manière de voter annoncée", "way of voting announced";
    doc_aims => "objectifs de la séance", "aims of the meeting";
    doc_remark => "remarque", "remark";
    doc_charter => "Charte", "Charter";
    doc_other_votes => "Autres votes", "Other votes";
    doc_method => "mode de vote", "method";
    doc_round_of => "tour", "round";
    doc_state => "état", "state";
    doc_cancelled => "annulé, raison", "cancelled, reason";
    doc_withdrawn => " (retirée)", " (withdrawn)";
    doc_letter => "lettre", "letter";
    doc_option => "proposition", "option";
    doc_vote_rule => "règle", "rule";
    doc_entitled => "pouvaient voter", "entitled to vote";
    doc_excused => "présents n'y prenant pas part", "present, taking no part";
    doc_too_few_options => "trop peu de propositions restaient", "too few options were left";
    doc_total => "total", "total";
    doc_voices => "voix", "votes";
    doc_points => "points", "points";
    doc_median_name => "médiane", "median";
    doc_mean => "moyenne", "mean";
    doc_neither => "pas d'avis", "undecided";
    doc_tenths(n: u32) => format!("{},{}", n / 10, n % 10), format!("{}.{}", n / 10, n % 10);
    doc_voter => "votant", "voter";
    doc_voters => "votants", "voters";
    doc_never_closed => "jamais clos", "never closed";
    doc_vote_left_open => "Ce vote n'était pas clos quand la séance a été scellée\u{a0}: il n'a pas de résultat.", "This vote was not closed when the session was sealed: it has no result.";
    doc_vote_open => "Vote en cours\u{a0}: aucun résultat n'est montré avant sa clôture.", "Vote under way: no result is shown before it is closed.";
    doc_decision => "décision", "decision";
    doc_how => "décidé", "decided";
    doc_reason => "raison", "reason";
    doc_dissent => "réserves", "reservations";
    doc_without_quorum => "décidé sans quorum, raison", "decided without quorum, reason";
    doc_no_presentation => "Aucune analyse présentée.", "No analysis was presented.";
    doc_no_follow_up => "Aucune action à suivre.", "No action to follow up.";
    doc_action => "action", "action";
    doc_owner => "pilote", "owner";
    doc_due => "échéance", "deadline";
    doc_outcome => "suite", "outcome";
    doc_reason_evidence => "raison, preuve", "reason, evidence";
    doc_no_event => "Aucun événement n'a été entendu.", "No event was heard.";
    doc_reference => "référence", "reference";
    doc_event => "événement", "event";
    doc_severities => "gravité réelle / potentielle", "severity, real / potential";
    doc_likelihood => "vraisemblance", "likelihood";
    doc_criticality => "criticité", "criticality";
    doc_occurred => "survenu", "happened";
    doc_reported => "signalé", "reported";
    doc_where => "où", "where";
    doc_nature => "nature", "nature";
    doc_reporter => "déclarant (fonction)", "reporter (function)";
    doc_person => "personne concernée", "person concerned";
    doc_facts => "faits", "facts";
    doc_consequences => "conséquences", "consequences";
    doc_measures => "mesures immédiates", "immediate measures";
    doc_informed => "patient ou proches informés", "patient or relatives told";
    doc_causes_seen => "causes immédiates selon le déclarant", "immediate causes as the reporter sees them";
    doc_proposals => "propositions du déclarant", "proposals of the reporter";
    doc_seen_before => "déjà arrivé", "happened before";
    doc_support => "soutien proposé aux professionnels", "support offered to the professionals";
    doc_vigilances => "vigilances", "vigilances";
    doc_severity => "gravité réelle", "real severity";
    doc_potential => "gravité potentielle", "potential severity";
    doc_avoidability => "évitabilité", "avoidability";
    doc_recoverability => "récupérabilité", "recoverability";
    doc_detectability => "détectabilité", "detectability";
    doc_control => "niveau de maîtrise", "level of control";
    doc_serious => "aide EIGS", "serious event helper (EIGS)";
    doc_to_verify => "à vérifier\u{a0}: les critères cochés font penser à un événement indésirable grave", "to be verified: the criteria ticked suggest a serious event";
    doc_unexpected => "inattendu", "unexpected";
    doc_death => "décès", "death";
    doc_life_threat => "mise en jeu du pronostic vital", "life threatened";
    doc_deficit => "déficit fonctionnel permanent probable", "permanent functional deficit probable";
    doc_part1 => "volet 1 déclaré", "part 1 declared";
    doc_part2 => "volet 2 envoyé", "part 2 sent";
    doc_part2_due => "volet 2 à envoyer avant le", "part 2 to be sent by";
    doc_serious_reason => "raison (EIGS)", "reason (EIGS)";
    doc_fate => "décision pour l'événement", "decision for the event";
    doc_given => "Analyse confiée", "Analysis given";
    doc_lead => "pilote d'analyse", "analysis lead";
    doc_involved => "pilote impliqué dans l'événement", "lead involved in the event";
    doc_title_analysis => "Rapport d'analyse", "Analysis report";
    doc_to_present(date: String) => format!("à présenter pour le {date}"), format!("to be presented by {date}");
    doc_amendments => "amendements de la séance", "amendments of the meeting";
    doc_nothing_amended => "Le groupe n'a rien changé à ce qui lui a été présenté.", "The group changed nothing of what was presented to it.";
    doc_section => "section", "section";
    doc_amended => "amendement", "amendment";
    doc_now => "maintenant", "now";
    doc_as_heard => "tel que présenté", "as presented";
    doc_presentation_remarks => "remarques du groupe", "remarks of the group";
    doc_analysis_due => "rendu de l'analyse", "analysis due";
    doc_source => "source", "source";
    doc_learned => "ce qu'elle apprend", "what it taught";
    doc_date => "date", "date";
    doc_done => "fait", "done";
    doc_number_sign => "n°", "no.";
    doc_when => "quand", "when";
    doc_what => "quoi", "what";
    doc_actor => "qui (fonction)", "who (function)";
    doc_fact => "fait", "fact";
    doc_outside => "hors chronologie", "outside the timeline";
    doc_expected => "attendu", "expected";
    doc_observed => "constaté", "observed";
    doc_rule => "référence", "reference";
    doc_immediate_cause => "cause immédiate", "immediate cause";
    doc_barrier => "barrière", "barrier";
    doc_deviation => "écart", "deviation";
    doc_deviations => "écarts", "deviations";
    doc_note => "remarque", "remark";
    doc_prevention => "Barrières de prévention", "Prevention barriers";
    doc_recovery => "Barrières de récupération", "Recovery barriers";
    doc_mitigation => "Barrières d'atténuation", "Mitigation barriers";
    doc_fishbone => "Arêtes de poisson (Ishikawa)", "Fishbone (Ishikawa)";
    doc_fishbone_five_m => "Arêtes de poisson par 5M", "Fishbone by 5M";
    doc_whys => "Pourquoi\u{202f}?", "Whys";
    doc_tied_to_none => "Reliés à aucun écart", "Tied to no deviation";
    doc_outside_grid => "Hors grille", "Outside the grid";
    doc_factors => "Facteurs", "Factors";
    doc_dimension => "dimension", "dimension";
    doc_contributed => "a contribué", "contributed";
    doc_dismissed => "écarté", "dismissed";
    doc_unknown => "on ne sait pas", "not known";
    doc_unexplored => "non exploré", "not explored";
    doc_items => "items", "items";
    doc_factor => "facteur", "factor";
    doc_evidence => "Preuves et mots-clés", "Evidence and keywords";
    doc_answers => "Réponses à la grille", "Answers to the grid";
    doc_role => "rôle", "role";
    doc_certainty => "certitude", "certainty";
    doc_ideas => "Idées non retenues", "Ideas not retained";
    doc_without_action => "Facteurs sans action", "Factors without action";
    doc_to_confirm => "à confirmer", "to be confirmed";
    doc_barriers_aimed => "barrières visées", "barriers aimed at";
    doc_goal => "objectif attendu", "goal";
    doc_kind => "type", "kind";
    doc_category => "catégorie", "category";
    doc_strength => "force", "strength";
    doc_level => "niveau", "level";
    doc_indicator => "indicateur", "indicator";
    doc_baseline => "valeur avant", "value before";
    doc_target => "cible", "target";
    doc_evaluation => "modalité d'évaluation", "how it is evaluated";
    doc_evaluated_on => "date d'évaluation", "date of evaluation";
    doc_impact => "impact", "impact";
    doc_effort => "effort", "effort";
    doc_status => "statut", "status";
    doc_partners => "co-acteurs", "others involved";
    doc_resources => "ressources nécessaires", "means needed";
    doc_delay => "délai", "delay";
    doc_plan => "lien avec un autre plan", "link to another plan";
    doc_missing_reason => "raison de ce qui manque", "reason for what is missing";
    doc_lessons => "enseignements", "lessons";
    doc_next => "prochaine séance", "next meeting";
    doc_risks_worst => "Sans parenthèses\u{a0}: gravité réelle\u{202f}; entre parenthèses\u{a0}: au pire.",
        "Without brackets: severity seen; in brackets: at worst.";
    doc_round => "tour d'évaluation", "round of evaluation";
    doc_self_check => "auto-évaluation", "self-check";
    doc_round_words => "paroles du tour", "words of the round";
    doc_remarks => "remarques sur la séance", "remarks on the meeting";
    doc_messages => "À transmettre", "To be passed on";
    doc_audience => "à qui", "to whom";
    doc_message => "message", "message";
    doc_by => "par qui", "by whom";
    doc_reporters => "Réponses aux déclarants", "Answers to the reporters";
    doc_not_given => "pas encore donnée", "not given yet";
    doc_answer => "réponse", "answer";
    doc_given_on => "donnée le", "given on";
    doc_parked => "Questions mises de côté", "Questions kept for later";
    doc_question => "question", "question";
    doc_step => "étape", "step";
    doc_pauses => "Pauses et soutien", "Breaks and support";
    doc_support_called => "soutien demandé", "support asked for";
    doc_pause => "pause", "break";
    doc_times_title => "Temps par étape", "Time per step";
    doc_planned => "prévu", "planned";
    doc_spent => "passé", "spent";
    doc_colon => "\u{a0}: ", ": ";
    doc_line_legend => "● fait   ★ fait à retenir   ◆ écart", "● fact   ★ key fact   ◆ deviation";
    doc_slices_legend => "✓ a fonctionné  ✗ a cédé  · absente  ○ contournée, désactivée \u{a0}? inconnu",
        "✓ worked  ✗ gave way  · absent  ○ bypassed, disabled \u{a0}? unknown";
    doc_semicolon => "\u{202f}; ", "; ";
}

crate::words! {
    doc_number(n: u32) =>
        format!(" n°\u{a0}{n}"),
        format!(" no. {n}");
    doc_missing(what: String) =>
        format!("Incomplet – {what}."),
        format!("Incomplete – {what}.");
    doc_look(what: String) =>
        format!("À noter\u{a0}: {what}."),
        format!("To be noted: {what}.");
    doc_passed(reason: &str) =>
        format!("Étape passée alors qu'il manquait quelque chose\u{a0}: {reason}."),
        format!("Step passed although something was missing: {reason}.");
    doc_sealed_at(date: String, time: String) =>
        format!("le {date} à {time}"),
        format!("on {date} at {time}");
    doc_quorum(members: String, professions: String, present: String, reached: &str) =>
        format!("demandé\u{a0}: {members} et {professions}\u{202f}; présents\u{a0}: {present}\u{202f}; {reached}"),
        format!("asked: {members} and {professions}; present: {present}; {reached}");
    doc_adjourned(why: &str) =>
        format!(" – suspendue\u{a0}: {why}"),
        format!(" – adjourned: {why}");
    doc_vote(id: String, question: &str) =>
        format!("Vote {id} – {question}"),
        format!("Vote {id} – {question}");
    doc_second_round(id: String) =>
        format!("second tour de {id}"),
        format!("second round of {id}");
    doc_escalated(body: &str) =>
        format!("portée à\u{a0}: {body}"),
        format!("taken to: {body}");
    doc_analysis(id: String) =>
        format!("Analyse {id}"),
        format!("Analysis {id}");
    doc_then(state: &str) =>
        format!(", puis {state}"),
        format!(", then {state}");
    doc_grid(name: &str, version: u32, answered: usize, total: usize) =>
        format!("Grille {name}, version {version}\u{a0}: {answered} sur {total} explorés"),
        format!("Grid {name}, version {version}: {answered} of {total} explored");
    doc_unknown_grid(id: &str) =>
        format!("Grille inconnue de cette version du programme\u{a0}: {id}"),
        format!("Grid unknown to this version of the program: {id}");
    doc_check_by_nobody => "personne n'est nommé", "nobody is named";
    doc_check_why => "pourquoi", "why";
    doc_grid_aside => "Grille mise de côté en cours d'analyse\u{a0}: ses réponses et ses codes sont gardés, avec cette mention.",
        "Grid set aside during the analysis: its answers and codes are kept, and say so.";
    doc_of_aside(name: &str) =>
        format!("{name} (grille mise de côté)"),
        format!("{name} (grid set aside)");
    doc_check_by(by: &str) =>
        format!(", par {by}"),
        format!(", by {by}");
    doc_accepted(date: String) =>
        format!("accepté le {date}"),
        format!("accepted on {date}");
    doc_complete(percent: usize) =>
        format!("Analyse complète à {percent}\u{a0}%."),
        format!("Analysis {percent}% complete.");
    doc_round_told(marks: String, said: String) =>
        format!("{marks}\u{202f}; {said}"),
        format!("{marks}; {said}");
    doc_times(n: u32) =>
        format!("{n}{} fois", if n == 1 { "re" } else { "e" }),
        if n == 1 { "once".into() } else { format!("{n} times") };
    doc_halves(twice: usize) =>
        format!("{}{}", twice / 2, if twice % 2 == 1 { ",5" } else { "" }),
        format!("{}{}", twice / 2, if twice % 2 == 1 { ".5" } else { "" });
    doc_mark(mark: usize, n: u32) => format!("{n} × {mark}"), format!("{n} × {mark}");
    doc_share(persons: usize, system: usize) =>
        format!("{persons} sur des personnes, {system} sur le système."),
        format!("{persons} on persons, {system} on the system.");
}
