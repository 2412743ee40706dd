//! What the second terminal tells the trainer of a simulation: what is to come, cards, roles and challenges, the key.

crate::words! {
    backstage_control => "Régie", "Control";
    backstage_cards => "Cartes", "Cards";
    backstage_roles => "Rôles", "Roles";
    backstage_key => "Corrigé", "Key";
    backstage_next => "Prochain imprévu", "Next inject";
    backstage_none_left => "Plus aucun imprévu à venir.", "No more injects to come.";
    backstage_in(minutes: u32) => if minutes == 0 { "dans moins d'une minute".to_owned() } else { format!("dans {minutes}\u{a0}min") },
        if minutes == 0 { "in less than a minute".to_owned() } else { format!("in {minutes}\u{a0}min") };
    backstage_at(minute: u32) => format!("à la minute {minute} du jeu"), format!("at minute {minute} of the play");
    backstage_asked => "quand vous le donnez", "when you give it";
    backstage_inject(n: usize, title: &str) => format!("Imprévu {n} · {title}"), format!("Inject {n} · {title}");
    backstage_watch(what: &str) => format!("À observer\u{a0}: {what}"), format!("Watch for: {what}");
    backstage_hoped(what: &str) => format!("On espère\u{a0}: {what}"), format!("Hoped for: {what}");
    backstage_frozen => "Image arrêtée sur le mur", "The picture on the wall is frozen";
    backstage_prompt => "Arrêt sur image à cette étape", "Freeze at this step";
    backstage_no_prompt => "Aucune question prévue à cette étape\u{a0}; l'arrêt se fait sans question.", "No question is planned at this step; the picture can be frozen without one.";
    backstage_prompt_asked(minute: u32) => format!("posée à la minute {minute}"), format!("asked at minute {minute}");
    backstage_later => "Aux étapes suivantes", "At the next steps";
    backstage_all => "Tous les imprévus", "All injects";
    backstage_how => "Sur le mur, Ctrl+R donne un imprévu, un défi ou un arrêt sur image.", "On the wall, Ctrl+R gives an inject, a challenge or a freeze.";
    backstage_cards_left(n: usize, minutes: &str) => format!("À demander\u{a0}: {n}\u{a0}carte{}, {minutes}", if n > 1 { "s" } else { "" }),
        format!("To be asked: {n} card{}, {minutes}", if n == 1 { "" } else { "s" });
    backstage_leads_nowhere => "ne mène à rien du corrigé", "leads to nothing in the key";
    backstage_cards_asked(n: usize) => format!("Déjà demandées\u{a0}: {n}"), format!("Asked already: {n}");
    backstage_seats => "Qui joue quoi", "Who plays what";
    backstage_seats_none => "Les rôles ne sont pas encore tirés.", "The roles are not drawn yet.";
    backstage_seat(seat: u32, role: &str) => format!("Place {seat} · {role}"), format!("Seat {seat} · {role}");
    backstage_challenge(n: usize, name: &str) => format!("Défi {n} · {name}"), format!("Challenge {n} · {name}");
    backstage_bears(n: usize) => format!("défi {n}"), format!("challenge {n}");
    backstage_borne(seat: u32) => format!("place {seat}"), format!("seat {seat}");
    backstage_free => "à personne pour l'instant", "nobody's so far";
    backstage_started(minute: u32) => format!("lancé à la minute {minute}"), format!("started at minute {minute}");
    backstage_answer(what: &str) => format!("Ce qui aide\u{a0}: {what}"), format!("What helps: {what}");
    backstage_found(n: usize, all: usize) => format!("Trouvé par le groupe à cet instant\u{a0}: {n} sur {all}"), format!("Found by the group by now: {n} of {all}");
    backstage_family(name: &str, n: usize, all: usize) => format!("{name} · {n} sur {all}"), format!("{name} · {n} of {all}");
    backstage_help => "Dans une simulation, quatre volets de plus, pour le formateur seul\u{a0}: régie (imprévus à venir, arrêts sur image), cartes et où elles mènent, rôles et défis, corrigé avec ce que le groupe a déjà. Rien de cela n'est au mur\u{a0}: tournez cet écran.",
        "In a simulation, four more panels, for the trainer alone: control (injects to come, freezes), cards and where they lead, roles and challenges, the key with what the group has already. Nothing of it is on the wall: turn this screen away.";
}
