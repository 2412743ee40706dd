//! What the year's analyses and actions say. Fictitious.

use super::meeting::{Action, Analysis};

const fn action(
    what: &'static str,
    owner: &'static str,
    due: &'static str,
    evaluated_on: &'static str,
) -> Action {
    Action {
        what,
        owner,
        due,
        evaluated_on,
    }
}

/// Done on time, effective.
pub const CALL: &str = "Appeler l'hôpital à chaque sortie annoncée";
/// Postponed twice, then taken to another body.
pub const TRAIN: &str = "Former les remplaçants à la conciliation";
/// Going on, then done late, partly effective.
pub const BLOCK: &str = "Bloquer la clôture du dossier sans ordonnance relue";
/// Done on time, not effective.
pub const PLUG: &str = "Condamner la prise du réfrigérateur";
/// Dropped.
pub const NOTICE: &str = "Coller une consigne sur la porte";
/// Done late; nobody can tell its effect.
pub const READ: &str = "Relever la température deux fois par jour";
/// Done on time, effective.
pub const FAXLESS: &str = "Supprimer le fax du secrétariat";
/// Done late, not evaluated.
pub const NAMED: &str = "Nommer un lecteur des résultats urgents";
/// Dropped.
pub const REMIND: &str = "Rappeler la règle en réunion";
/// Done on time, not evaluated.
pub const SHARED: &str = "Tenir un planning partagé des tournées";

pub const OF_JANUARY: [Action; 3] = [
    action(CALL, "IDEL", "20/02/2026", "10/04/2026"),
    action(TRAIN, "pharmacien", "28/02/2026", "30/09/2026"),
    action(BLOCK, "médecin généraliste", "15/03/2026", "15/06/2026"),
];

pub const OF_MARCH: [Action; 3] = [
    action(PLUG, "secrétaire médicale", "30/03/2026", "10/06/2026"),
    action(NOTICE, "IDEL", "30/04/2026", "30/06/2026"),
    action(READ, "pharmacien", "15/05/2026", "01/09/2026"),
];

pub const OF_JUNE: [Action; 3] = [
    action(FAXLESS, "secrétaire médicale", "15/07/2026", "30/09/2026"),
    action(NAMED, "médecin généraliste", "31/08/2026", "30/11/2026"),
    action(REMIND, "IDEL", "30/09/2026", "31/10/2026"),
];

/// The second is never spoken of again.
pub const OF_SEPTEMBER: [Action; 2] = [
    action(SHARED, "IDEL", "10/10/2026", "15/12/2026"),
    action(
        "Afficher la liste des absences",
        "secrétaire médicale",
        "30/10/2026",
        "15/12/2026",
    ),
];

/// Nobody carries it yet.
pub const OF_OCTOBER: [Action; 1] = [action("Imprimer la dose du soir en gras", "", "", "")];

pub const LETTER: Analysis = Analysis {
    facts: &[
        ("10:00", "hôpital", "Sortie décidée, lettre à dicter"),
        (
            "15:30",
            "IDEL",
            "Passage sans connaître le nouveau traitement",
        ),
    ],
    deviation: (
        "Retour à domicile sans transmission",
        "Un appel le jour de la sortie",
    ),
    barrier: "Pharmacien qui compare deux ordonnances",
    factors: &[
        (1, "Sortie un vendredi soir"),
        (3, "Aucun numéro direct entre la ville et l'hôpital"),
    ],
    whole: true,
};

pub const COLD: Analysis = Analysis {
    facts: &[
        (
            "18:00",
            "équipe de ménage",
            "Prise débranchée pour l'aspirateur",
        ),
        ("08:10", "IDEL", "Réfrigérateur trouvé à quatorze degrés"),
    ],
    deviation: ("Prise débranchée une nuit", "Une prise réservée au froid"),
    barrier: "Relevé du matin",
    factors: &[(4, "Une seule prise dans la pièce")],
    whole: true,
};

pub const FAX: Analysis = Analysis {
    facts: &[
        ("11:20", "laboratoire", "Résultat envoyé par fax"),
        (
            "19:00",
            "secrétaire médicale",
            "Feuilles rangées sans lecture",
        ),
    ],
    deviation: (
        "Résultat alarmant non lu le jour même",
        "Un appel du laboratoire pour tout résultat alarmant",
    ),
    barrier: "Relecture par la remplaçante",
    factors: &[
        (2, "Fax commun à trois cabinets"),
        (5, "Aucun lecteur désigné"),
    ],
    whole: false,
};

pub const VISIT: Analysis = Analysis {
    facts: &[
        ("07:30", "remplaçant", "Tournée imprimée la semaine d'avant"),
        (
            "12:00",
            "fille de la patiente",
            "Appel au centre, messagerie pleine",
        ),
    ],
    deviation: (
        "Visite absente de la tournée",
        "Une tournée à jour chaque matin",
    ),
    barrier: "Appel de la famille",
    factors: &[(3, "Deux plannings différents")],
    whole: false,
};

pub const DOSE: Analysis = Analysis {
    facts: &[
        ("07:50", "IDEL", "Dose du soir préparée le matin"),
        ("08:20", "IDEL", "Somnolence, appel au médecin"),
    ],
    deviation: ("Dose du soir donnée le matin", "La dose lue à deux"),
    barrier: "Surveillance après la prise",
    factors: &[(2, "Ordonnance illisible une fois faxée")],
    whole: false,
};
