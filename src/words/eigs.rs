//! The words of the texts for the second part of the declaration of a serious event: labels of our own on the blocks of the
//! order of 19 December 2017 (domain reference §2.3).

crate::words! {
    eigs_unofficial => "Aide à la rédaction, pas un formulaire officiel. Les blocs suivent ceux de l'arrêté du 19\u{a0}décembre 2017\u{202f}; leurs intitulés, leur ordre et leurs listes de réponses ne sont pas confirmés\u{a0}: c'est le portail de signalement qui fait foi.",
        "A help for writing, not an official form. The blocks follow those of the French order of 19 December 2017; their labels, their order and their lists of answers are not confirmed: the reporting portal is what counts.";
    eigs_how => "Chaque bloc se recopie dans la case du portail qui lui répond. Aucun nom n'est écrit ici\u{a0}: ce que le portail demande en plus s'y saisit directement.",
        "Each block is copied into the box of the portal that answers to it. No name is written here: whatever else the portal asks for is typed there.";
    eigs_none => "Aucun événement de cette séance n'est à vérifier comme EIGS ni choisi pour l'analyse\u{a0}: il n'y a rien à reprendre.",
        "No event of this session is to be verified as serious or chosen for analysis: there is nothing to reuse.";
    eigs_not_serious => "D'après ce qui est noté, rien ne fait de cet événement un EIGS\u{a0}: vérifiez les critères avant toute déclaration. Ce texte sert aussi de dossier d'analyse.",
        "From what is noted, nothing makes this event a serious one: verify the criteria before any declaration. This text serves as an analysis file as well.";
    eigs_to_verify => "EIGS à vérifier\u{a0}: la décision de déclarer est celle des professionnels, pas du programme.",
        "To be verified as a serious event: to declare it is for professionals to decide, not for the program.";
    eigs_delay => "Délai", "Time limit";
    eigs_part1 => "partie 1 déclarée le", "part 1 declared on";
    eigs_part2_due => "partie 2 au plus tard le", "part 2 at the latest on";
    eigs_part2_sent => "partie 2 envoyée le", "part 2 sent on";
    eigs_counted => "décompte", "count";
    eigs_left(n: i64) => if n == 1 { "il reste un jour".to_owned() } else { format!("il reste {n}\u{a0}jours") },
        if n == 1 { "one day left".to_owned() } else { format!("{n}\u{a0}days left") };
    eigs_left_today => "c'est aujourd'hui", "it is today";
    eigs_late(n: i64) => if n == 1 { "un jour de retard".to_owned() } else { format!("{n}\u{a0}jours de retard") },
        if n == 1 { "one day late".to_owned() } else { format!("{n}\u{a0}days late") };
    eigs_sent_before(n: i64) => format!("envoyée {n}\u{a0}jours avant l'échéance"), format!("sent {n}\u{a0}days before the deadline");
    eigs_sent_late(n: i64) => format!("envoyée {n}\u{a0}jours après l'échéance"), format!("sent {n}\u{a0}days after the deadline");
    eigs_not_counted => "rien à compter\u{a0}: les trois mois partent de la partie 1", "nothing to count: the three months begin with part 1";
    eigs_block(n: usize, name: &str) => format!("Bloc {n} – {name}"), format!("Block {n} – {name}");
    eigs_declarant => "Déclarant", "Who declares";
    eigs_where => "Lieu de survenue", "Where it happened";
    eigs_care => "Prise en charge", "Care";
    eigs_causes => "Causes immédiates et causes profondes", "Immediate and deep causes";
    eigs_barriers => "Éléments de sécurité, barrières", "Safety elements, barriers";
    eigs_measures => "Mesures prises et plan d'actions", "Measures taken and action plan";
    eigs_analysis => "Réalisation de l'analyse", "How the analysis was made";
    eigs_function => "fonction du déclarant", "function of who declares";
    eigs_stage => "étape du parcours", "stage of care";
    eigs_act => "acte (préventif, diagnostique, thérapeutique, esthétique)", "act (preventive, diagnostic, therapeutic, aesthetic)";
    eigs_context => "contexte (urgent ou programmé)", "context (urgent or planned)";
    eigs_complexity => "complexité de la situation (1 à 4)", "complexity of the situation (1 to 4)";
    eigs_vulnerable => "période de vulnérabilité", "vulnerable period";
    eigs_night => "nuit", "night";
    eigs_weekend => "week-end", "weekend";
    eigs_no_period => "aucune d'après la date et l'heure\u{202f}; un jour férié ou une relève restent à dire", "none from the date and the hour; a bank holiday or a handover are left to say";
    eigs_description => "description", "description";
    eigs_consequences => "conséquences", "consequences";
    eigs_timeline => "Chronologie", "Timeline";
    eigs_immediate => "Causes immédiates", "Immediate causes";
    eigs_deep => "Causes profondes, par famille", "Deep causes, by family";
    eigs_expected(what: &str) => format!("attendu\u{a0}: {what}"), format!("expected: {what}");
    eigs_cause(what: &str) => format!("cause immédiate\u{a0}: {what}"), format!("immediate cause: {what}");
    eigs_no_cause => "aucune cause retenue dans cette famille", "no cause retained in this family";
    eigs_other_family => "sans famille dans cette grille", "without a family in this grid";
    eigs_families(grid: &str) => format!("Familles\u{a0}: {grid}. Un facteur coté dans une autre grille y est placé par correspondance, à relire."),
        format!("Families: {grid}. A factor coded in another grid is put there by correspondence, to be read again.");
    eigs_worked => "ayant fonctionné", "that worked";
    eigs_failed => "n'ayant pas fonctionné", "that did not work";
    eigs_absent => "absentes", "that were missing";
    eigs_unknown => "dont l'état n'est pas connu", "whose state is not known";
    eigs_avoidable => "évitabilité", "avoidability";
    eigs_taken => "mesures immédiates", "measures taken at once";
    eigs_responsible => "responsable", "responsible";
    eigs_due => "mise en œuvre le", "carried out by";
    eigs_evaluated => "évaluation le", "evaluated on";
    eigs_how_evaluated => "modalité d'évaluation", "how it is evaluated";
    eigs_no_action => "Aucune action n'est retenue pour cet événement.", "No action is retained for this event.";
    eigs_method => "méthode", "method";
    eigs_method_of(mode: &str, grids: &str) => if grids.is_empty() { format!("CREX, {mode}") } else { format!("CREX, {mode}, grille {grids}") },
        if grids.is_empty() { format!("CREX, {mode}") } else { format!("CREX, {mode}, grid {grids}") };
    eigs_analysed_on => "date", "date";
    eigs_functions => "fonctions participantes", "functions taking part";
    eigs_support => "appui d'une structure régionale (SRA)", "help of a regional structure (SRA)";
    eigs_not_made => "non réalisée, motif", "not made, reason";
    eigs_no_analysis => "L'analyse de cet événement n'est pas faite\u{a0}: ce bloc attend.", "The analysis of this event is not made: this block waits.";
    eigs_informed => "information du patient ou des proches", "information of the patient or relatives";
    eigs_staff => "soutien proposé aux professionnels", "support offered to professionals";
}
