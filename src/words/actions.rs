//! The sentences of the actions: ideas, the full form, what is retained.

crate::words! {
    actions_list => "Actions", "Actions";
    actions_empty => "Aucune idée encore. «\u{a0}a\u{a0}» note la première\u{a0}; Entrée passe à la suivante.",
        "No idea yet. “a” notes the first one; Enter goes on to the next.";
    actions_hint => "Entrée complète l'action, Espace la retient ou la remet en idée.", "Enter completes the action, Space retains it or makes it an idea again.";
    action_idea => "Idée", "Idea";
    action_idea_hint => "Un verbe et un objet. Entrée note l'idée suivante, Échap revient à la liste.", "A verb and an object. Enter notes the next idea, Esc goes back to the list.";
    actions_so_far => "Idées notées", "Ideas noted";
    action_unsaid => "action pas encore écrite", "action not written yet";
    action_named(letter: String) => format!("Action {letter}"), format!("Action {letter}");
    action_what => "Verbe et objet", "Verb and object";
    action_what_hint => "Commencer par un verbe\u{a0}: régler, séparer, supprimer, standardiser…", "Begin with a verb: set, separate, remove, standardise…";
    action_answers => "Répond à", "Answers";
    action_answers_hint => "Les facteurs et les barrières qu'elle vise\u{a0}; ★ marque ceux que le groupe a retenus.", "The factors and barriers it aims at; ★ marks those the group retained.";
    action_force => "Force", "Strength";
    action_force_none => "La force se propose pendant que l'action s'écrit\u{a0}; le groupe peut la changer.", "Strength is proposed while the action is written; the group can change it.";
    action_stronger(list: &str) => format!("Action faible. Plus fort\u{a0}: {list}."), format!("A weak action. Stronger: {list}.");
    action_like(examples: &str) => format!("Par exemple\u{a0}: {examples}."), format!("For example: {examples}.");
    action_strength_said => "Force corrigée", "Strength corrected";
    action_strength_hint => "Seulement si le groupe voit cette action plus forte ou plus faible que sa catégorie. Suppr efface.", "Only if the group sees this action as stronger or weaker than its category. Delete clears.";
    action_kind_label => "Type", "Kind";
    action_kind_hint => "Empêcher que cela arrive, le rattraper à temps, en limiter les effets, ou améliorer plus largement.", "Keep it from happening, catch it in time, limit its effects, or improve more widely.";
    action_level_label => "Niveau", "Level";
    action_level_hint => "Là où elle se décide et se porte.", "Where it is decided and carried.";
    action_owner => "Pilote", "Owner";
    action_owner_hint => "Une fonction, jamais un nom\u{a0}: infirmière référente, pharmacien, cadre.", "A function, never a name: lead nurse, pharmacist, manager.";
    action_accepted => "Accepté", "Accepted";
    action_accepted_on(date: String) => format!("le {date}"), format!("on {date}");
    action_to_confirm => "à confirmer avec le pilote", "to be confirmed with the owner";
    action_accepted_hint => "Espace note que le pilote accepte aujourd'hui.", "Space notes that the owner accepts today.";
    action_due => "Échéance", "Deadline";
    action_due_hint => "Une date (15/12), +30 pour des jours, M+3 pour des mois.", "A date (15/12), +30 for days, M+3 for months.";
    action_due_before => "avant cette séance", "before this meeting";
    action_evaluated_before => "avant l'échéance", "before the deadline";
    action_indicator => "Indicateur", "Indicator";
    action_indicator_hint => "Ce qui se comptera\u{a0}: un nombre, un taux sur 20 dossiers, oui ou non.", "What will be counted: a number, a rate over 20 charts, yes or no.";
    action_baseline => "Avant", "Before";
    action_baseline_hint => "Où l'on en est aujourd'hui.", "Where things stand today.";
    action_target => "Cible", "Target";
    action_target_hint => "Où l'on veut arriver.", "Where we want to be.";
    action_evaluation => "Évaluation", "Evaluation";
    action_evaluation_hint => "Comment on saura que le risque a baissé\u{a0}: audit, relevé, nombre d'événements.", "How we shall know that the risk fell: audit, log, number of events.";
    action_evaluated_on => "Évaluée le", "Evaluated on";
    action_impact => "Impact", "Impact";
    action_effort => "Effort", "Effort";
    action_delay => "Délai", "Delay";
    action_status => "Statut", "Status";
    action_goal => "But", "Goal";
    action_goal_hint => "Ce que l'on veut voir changer.", "What we want to see change.";
    action_partners => "Avec", "With";
    action_partners_hint => "Les autres fonctions qui y prennent part.", "Other functions that take part.";
    action_resources => "Moyens", "Means";
    action_resources_hint => "Temps, matériel, budget.", "Time, equipment, budget.";
    action_plan => "Autre plan", "Other plan";
    action_plan_hint => "Si elle figure aussi ailleurs\u{a0}: PAQSS, projet de santé, DUERP.", "If it also stands elsewhere: quality programme, health project.";
    action_reason => "Raison", "Reason";
    action_reason_hint(gaps: &str) => format!("Il manque\u{a0}: {gaps}. Si c'est voulu, dire pourquoi."), format!("Missing: {gaps}. If on purpose, say why.");
    action_lacks(gaps: &str) => format!("manque\u{a0}: {gaps}"), format!("missing: {gaps}");
    action_lacks_reason(reason: &str) => format!("incomplète, voulu\u{a0}: {reason}"), format!("incomplete on purpose: {reason}");
    actions_only_weak => "Le plan ne tient que par des actions faibles\u{a0}: en trouver une plus forte, ou l'accepter en le disant.",
        "The plan rests on weak actions only: find a stronger one, or accept it and say so.";
    actions_too_many(n: usize) => format!("{n} actions retenues\u{a0}: au-delà de cinq, peu aboutissent. Lesquelles comptent vraiment\u{202f}? Espace remet une action en idée, v fait voter."),
        format!("{n} actions retained: beyond five, few are carried through. Which ones really matter? Space makes one an idea again, v holds a vote.");
    actions_orphans(n: usize, ids: &str) => if n > 1 { format!("{n} facteurs retenus sans action ni raison\u{a0}: {ids}.") } else { format!("1 facteur retenu sans action ni raison\u{a0}: {ids}.") },
        if n == 1 { format!("1 factor retained without action or reason: {ids}.") } else { format!("{n} factors retained without action or reason: {ids}.") };
    actions_incomplete(n: usize, names: &str) => if n > 1 { format!("{n} actions incomplètes\u{a0}: {names}. Entrée les complète, ou dit pourquoi.") } else { format!("1 action incomplète\u{a0}: {names}. Entrée la complète, ou dit pourquoi.") },
        if n == 1 { format!("1 incomplete action: {names}. Enter completes it, or says why.") } else { format!("{n} incomplete actions: {names}. Enter completes them, or says why.") };
    actions_weak_why => "Pourquoi", "Why";
    actions_weak_why_hint => "Pourquoi le groupe s'en tient à des actions faibles\u{a0}: le compte rendu le dira.", "Why the group keeps to weak actions: the record will say so.";
    actions_factors => "Facteurs retenus", "Retained factors";
    actions_factors_empty => "Aucun facteur retenu à l'étape Priorités.", "No factor retained at the step Priorities.";
    actions_answered(letters: &str) => format!("action {letters}"), format!("action {letters}");
    actions_idea_only(letters: &str) => format!("idée {letters}, pas encore retenue"), format!("idea {letters}, not retained yet");
    actions_unanswered => "ni action ni raison\u{a0}; Entrée écrit la raison", "no action, no reason; Enter writes the reason";
    actions_no_action(reason: &str) => format!("sans action\u{a0}: {reason}"), format!("no action: {reason}");
    actions_no_action_label => "Sans action", "No action";
    actions_no_action_hint => "Pourquoi le groupe n'agit pas sur ce facteur maintenant.", "Why the group does not act on this factor now.";
    matrix_impact => "impact", "impact";
    matrix_effort => "effort", "effort";
    matrix_empty => "Aucune action à placer. «\u{a0}g\u{a0}» revient à la liste.", "No action to place. “g” goes back to the list.";
    matrix_hint => "Tab ou une majuscule choisit · ← → effort, ↑ ↓ impact · Suppr retire", "Tab or a capital letter chooses · ← → effort, ↑ ↓ impact · Delete takes off";
    matrix_impact_voted => "L'impact suit la médiane du vote\u{a0}; les flèches le changent encore, f fait voter l'effort.", "Impact follows the median of the vote; arrows can still change it, f holds the vote on effort.";
    matrix_effort_voted => "L'effort suit la médiane du vote\u{a0}; les flèches le changent encore.", "Effort follows the median of the vote; arrows can still change it.";
    matrix_between(list: &str) => format!("Entre deux niveaux, le plus bas est pris\u{a0}: {list}."), format!("Between two levels the lower one is taken: {list}.");
    matrix_no_quorum => "Quorum non atteint\u{a0}: au groupe de confirmer ces places.", "Quorum not met: these places are for the group to confirm.";
    matrix_unplaced(letters: &str) => format!("Impact ou effort à donner\u{a0}: {letters}"), format!("Impact or effort still to give: {letters}");
}
