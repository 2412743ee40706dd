//! The sentences of the events: their list, their form, the helper for serious ones, those that wait in the workspace.

crate::words! {
    incident_list => "Événements entendus", "Events heard";
    incident_none => "Aucun événement pour l'instant. «\u{a0}a\u{a0}» en ajoute un\u{a0}: titre, faits, cotation, moins d'une minute. S'il n'y en a pas, la séance continue\u{a0}: F8.",
        "No event yet. “a” adds one: title, facts, ratings, under a minute. If there is none, the meeting goes on: F8.";
    incident_list_hint => "Entrée complète la fiche · g\u{a0}les montre sur la matrice · Ctrl+↑ ou Ctrl+↓ change l'ordre", "Enter completes the report · g\u{a0}shows them on the matrix · Ctrl+↑ or Ctrl+↓ changes the order";
    incident_waiting => "En attente", "Waiting";
    incident_waiting_what => "Entrée ou Espace\u{a0}: l'entendre dans cette séance", "Enter or Space: hear it in this meeting";
    incident_untitled => "sans titre", "untitled";
    incident_severity_of(n: u8) => format!("gravité {n}"), format!("severity {n}");
    incident_worst_of(n: u8) => format!("au pire {n}"), format!("at worst {n}");
    incident_likelihood_of(n: u8) => format!("vraisemblance {n}"), format!("likelihood {n}");
    incident_not_rated => "pas encore coté", "not rated yet";
    incident_criticality(product: u8, class: &str) => format!("criticité {product}, {class}"), format!("criticality {product}, {class}");
    incident_criticality_worst(product: u8, class: &str) => format!("au pire {product}, {class}"), format!("at worst {product}, {class}");
    incident_criticality_open => "Criticité\u{a0}: elle s'affiche dès que gravité et vraisemblance sont cotées.",
        "Criticality: it shows as soon as severity and likelihood are rated.";

    incident_what => "Quoi", "What";
    incident_where => "Où et quand", "Where and when";
    incident_ratings => "Autres cotations", "Other ratings";
    incident_after => "Suites immédiates", "What was done at once";
    incident_by => "Déclarant", "Reporter";
    incident_vigilances => "Vigilances", "Vigilances";
    incident_serious => "Événement grave (EIGS)\u{202f}? Assistant", "Serious event (EIGS)? Helper";

    incident_title => "Titre", "Title";
    incident_title_hint => "Quelques mots pour le mur, sans nom\u{a0}: «\u{a0}Onze doses après rupture du froid\u{a0}».",
        "A few words for the wall, without a name: “Eleven doses after a cold chain break”.";
    incident_facts => "Faits", "Facts";
    incident_facts_hint => "Ce qui s'est passé\u{a0}: des faits, ni avis ni nom. Tab passe au champ suivant.",
        "What happened: facts, no opinion, no name. Tab goes to the next field.";
    incident_severity => "Gravité réelle", "Severity seen";
    incident_severity_hint => "Ce qui est arrivé. Un chiffre de 1 à 5, ou les flèches.", "What happened. A digit from 1 to 5, or the arrows.";
    incident_potential => "Au pire", "At worst";
    incident_potential_hint => "La pire gravité crédible, si rien n'avait arrêté l'événement.", "The worst credible severity, had nothing stopped the event.";
    incident_likelihood => "Vraisemblance", "Likelihood";
    incident_likelihood_hint => "À quelle fréquence cela peut-il se reproduire\u{202f}?", "How often could it happen again?";
    incident_reference => "Référence", "Reference";
    incident_reference_hint => "Numérotée seule\u{a0}; jamais un numéro de patient.", "Numbered by itself; never a patient number.";
    incident_nature => "Nature", "Nature";
    incident_person => "Qui", "Who";
    incident_person_hint => "La personne concernée, sans rien qui la nomme.", "The person concerned, without anything that names them.";
    incident_age => "Âge", "Age";
    incident_sex => "Sexe", "Sex";
    incident_sex_hint => "Seulement si cela compte. Suppr efface.", "Only if it matters. Delete clears it.";
    incident_consequences => "Conséquences", "Consequences";
    incident_consequences_hint => "Constatées pour le patient, l'entourage, les professionnels, l'organisation. Tab passe au champ suivant.",
        "Seen for the patient, relatives, professionals, organisation. Tab goes to the next field.";
    incident_occurred => "Survenu", "Happened";
    incident_occurred_kept => "Gardé tel quel\u{a0}: le jour n'est pas compris. Exemples\u{a0}: hier 14 h, samedi, 12/11 18:20",
        "Kept as it is: the day is not understood. Examples: yesterday 2 pm, saturday, 12/11 18:20";
    incident_occurred_hint => "12/11 18:20 · jeudi soir · ou à peu près, si cela protège l'anonymat", "12/11 18:20 · thursday evening · or roughly, if that protects anonymity";
    incident_reported => "Signalé le", "Reported on";
    incident_reported_hint => "12/11 · +0 pour aujourd'hui", "12/11 · +0 for today";
    incident_reported_entered => "jour de la saisie", "day it was entered";
    incident_sector => "Secteur", "Sector";
    incident_place => "Lieu", "Place";
    incident_place_hint => "Officine, domicile, salle de soins, service…", "Pharmacy, home, treatment room, ward…";
    incident_stage => "Étape du soin", "Stage of care";
    incident_avoidability => "Évitable", "Avoidable";
    incident_recoverability => "Récupérable", "Recoverable";
    incident_detectability => "Détectable", "Detectable";
    incident_control => "Maîtrise", "Control";
    incident_control_hint => "Nos mesures actuelles tiennent-elles ce risque\u{202f}?", "Do our present measures hold this risk?";
    incident_seen_before => "Déjà survenu", "Seen before";
    incident_measures => "Mesures prises", "Measures taken";
    incident_measures_hint => "Tout de suite, pour la personne et pour les autres. Tab passe au champ suivant.", "At once, for the person and for others. Tab goes to the next field.";
    incident_informed => "Patient, proches", "Patient, family";
    incident_informed_hint => "Le patient ou ses proches savent-ils ce qui est arrivé\u{202f}?", "Do the patient or the relatives know what happened?";
    incident_informed_on => "Informés le", "Told on";
    incident_support => "Soutien proposé", "Support offered";
    incident_support_hint => "Aux professionnels touchés par l'événement.", "To the professionals affected by the event.";
    incident_reporter => "Fonction", "Function";
    incident_reporter_hint => "Une fonction, jamais un nom\u{a0}: IDEL, pharmacienne, aide à domicile.", "A function, never a name: nurse, pharmacist, home help.";
    incident_causes => "Causes évoquées", "Causes seen";
    incident_causes_hint => "Les causes immédiates, d'après le déclarant. L'analyse viendra après.", "Immediate causes as the reporter sees them. The analysis comes later.";
    incident_proposals => "Propositions", "Proposals";
    incident_proposals_hint => "Ce que le déclarant propose.", "What the reporter proposes.";
    incident_vigilances_which => "Concernées", "Concerned";

    serious_unexpected => "Inattendu", "Unexpected";
    serious_unexpected_hint => "Inattendu au regard de l'état de santé et de la pathologie de la personne\u{202f}?", "Unexpected given the person's health and illness?";
    serious_death => "Décès", "Death";
    serious_death_hint => "La personne est-elle décédée\u{202f}?", "Did the person die?";
    serious_life => "Vie menacée", "Life threatened";
    serious_life_hint => "Le pronostic vital a-t-il été mis en jeu\u{202f}?", "Was the person's life at risk?";
    serious_deficit => "Déficit durable", "Lasting deficit";
    serious_deficit_hint => "Un déficit fonctionnel permanent est-il probable\u{202f}?", "Is a permanent functional deficit probable?";
    serious_ask => "Quatre questions, oui ou non.", "Four questions, yes or no.";
    serious_to_verify => "EIGS à vérifier", "EIGS to be verified";
    serious_unlikely => "D'après ces réponses, rien n'oriente vers un EIGS.", "From these answers, nothing points to an EIGS.";
    serious_part1_now => "Partie 1 sans délai, sur le portail national des signalements.", "Part 1 without delay, on the national reporting portal.";
    serious_part2_before(date: &str, when: &str) => format!("Partie 2 au plus tard le {date}, {when}."), format!("Part 2 by {date} at the latest, {when}.");
    serious_part2_late(date: &str, when: &str) => format!("Partie 2 attendue le {date}, {when}\u{a0}: délai dépassé."), format!("Part 2 was due on {date}, {when}: the delay is over.");
    serious_parts_done => "Parties 1 et 2 envoyées.", "Parts 1 and 2 sent.";
    serious_not_legal => "Une aide pour y penser, pas une décision\u{a0}: déclarer revient aux professionnels et à la structure.",
        "A help to think of it, not a decision: declaring is up to the professionals and the structure.";
    serious_part1 => "Partie 1 le", "Part 1 on";
    serious_part1_hint => "Le jour de la déclaration\u{a0}: 12/11, ou +0 pour aujourd'hui. Les trois mois de la partie 2 partent de là.",
        "The day it was declared: 12/11, or +0 for today. The three months of part 2 run from there.";
    serious_part2 => "Partie 2 le", "Part 2 on";
    serious_part2_hint => "Au plus tard trois mois après la partie 1, avec l'analyse et le plan d'actions.", "At the latest three months after part 1, with the analysis and the action plan.";
    serious_reason => "Motif", "Reason";
    serious_reason_hint => "Pourquoi il est retenu ou non comme grave.", "Why it is held to be serious or not.";

    incident_matrix_none => "Aucun événement coté. Cotez la gravité et la vraisemblance\u{a0}: ils se placeront ici. «\u{a0}g\u{a0}» revient à la liste.",
        "No event rated. Rate severity and likelihood: they will stand here. “g” goes back to the list.";
    incident_matrix_across => "gravité réelle", "severity seen";
    incident_matrix_up => "vraisemblance", "likelihood";
    risks_worst => "Majuscule\u{a0}: gravité réelle, qui donne la criticité. Minuscule\u{a0}: au pire.",
        "Capital letter: severity seen, which gives the criticality. Small letter: at worst.";
    risks_unrated(letters: &str) => format!("Gravité ou vraisemblance à coter\u{a0}: {letters}"), format!("Severity or likelihood still to rate: {letters}");
    risks_settled(ids: &str) => format!("Déjà réglés, hors du choix\u{a0}: {ids}"), format!("Settled already, not to choose from: {ids}");

    pool_title => "Événements en attente d'une séance", "Events waiting for a meeting";
    pool_aim => "Signalés entre deux séances, ils sont proposés à la prochaine.", "Reported between two meetings, offered to the next one.";
    pool_list => "En attente", "Waiting";
    pool_none => "Aucun événement n'attend. «\u{a0}a\u{a0}» en note un maintenant\u{a0}; Échap revient à l'accueil.", "No event is waiting. “a” notes one now; Esc goes back home.";
    pool_damaged => "fichier abîmé", "damaged file";
    pool_put_away(what: &str) =>
        format!("{what} retiré, gardé dans .crex/backups"),
        format!("{what} taken out, kept in .crex/backups");
}
