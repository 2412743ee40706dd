//! The forty events of the year, in the order in which they are reported. Fictitious.

/// What is typed of an event.
pub struct Event {
    pub title: &'static str,
    pub facts: &'static str,
    /// Severity seen, at worst, likelihood.
    pub rated: [u8; 3],
    /// The digit of its nature and of its stage of care in their lists.
    pub nature: u8,
    pub stage: u8,
    /// Whether the patient or the family knows.
    pub informed: bool,
}

const fn event(title: &'static str, facts: &'static str, rated: [u8; 3], kind: [u8; 2]) -> Event {
    Event {
        title,
        facts,
        rated,
        nature: kind[0],
        stage: kind[1],
        informed: rated[0] > 2,
    }
}

/// Typed in the first meeting.
pub const WINTER: [Event; 6] = [
    event(
        "Lettre de sortie reçue dix jours après le retour à domicile",
        "Le traitement modifié à l'hôpital n'est connu qu'au renouvellement.",
        [3, 4, 4],
        [2, 2],
    ),
    event(
        "Pansement changé sans gants",
        "La boîte de la voiture était vide.",
        [1, 2, 3],
        [9, 7],
    ),
    event(
        "Chute sur la rampe verglacée",
        "Une visiteuse glisse à l'entrée du centre.",
        [2, 4, 2],
        [8, 1],
    ),
    event(
        "Ordonnance imprimée deux fois",
        "Deux boîtes délivrées au lieu d'une.",
        [1, 3, 2],
        [1, 4],
    ),
    event(
        "Rendez-vous pris pour un homonyme",
        "La carte n'avait pas été demandée.",
        [1, 4, 3],
        [4, 1],
    ),
    event(
        "Bilan sanguin égaré",
        "Le tube est retrouvé le lendemain dans la glacière.",
        [2, 3, 2],
        [7, 7],
    ),
];

/// Between the first meeting and the second.
pub const FEBRUARY: [Event; 7] = [
    event(
        "Vaccins perdus après une rupture de la chaîne du froid",
        "Le réfrigérateur est resté ouvert toute une nuit.",
        [2, 4, 3],
        [1, 5],
    ),
    event(
        "Douleur thoracique rappelée trois heures plus tard",
        "Le message attendait sur le répondeur.",
        [4, 5, 2],
        [5, 2],
    ),
    event(
        "Allergie absente du dossier",
        "Elle n'était notée que sur le carnet papier.",
        [1, 5, 2],
        [1, 3],
    ),
    event(
        "Fauteuil roulant aux freins usés",
        "La patiente s'est rattrapée au comptoir.",
        [1, 4, 2],
        [8, 9],
    ),
    event(
        "Glycémie notée sur la fiche du voisin",
        "Deux fiches étaient ouvertes à la fois.",
        [1, 4, 2],
        [4, 9],
    ),
    event(
        "Panne du logiciel un lundi matin",
        "Consultations sans historique pendant deux heures.",
        [1, 3, 3],
        [3, 2],
    ),
    event(
        "Injection faite un jour trop tôt",
        "Le calendrier mural n'était pas à jour.",
        [2, 4, 2],
        [9, 6],
    ),
];

/// Before the third; the first came before.
pub const MARCH: [Event; 7] = [
    event(
        "Lettre de sortie reçue douze jours après le retour à domicile",
        "L'anticoagulant arrêté à l'hôpital est encore dans le pilulier.",
        [2, 5, 4],
        [2, 2],
    ),
    event(
        "Résultat de kaliémie resté sur le fax du secrétariat",
        "Le chiffre alarmant est lu le surlendemain par la remplaçante.",
        [3, 5, 3],
        [7, 8],
    ),
    event(
        "Plaie du talon découverte tard",
        "Personne n'enlevait la chaussette pour regarder.",
        [3, 4, 3],
        [6, 7],
    ),
    event(
        "Clé du chariot introuvable",
        "Les soins du matin commencent avec retard.",
        [1, 2, 2],
        [5, 7],
    ),
    event(
        "Sachet de gélules sans étiquette",
        "Il est jeté par prudence.",
        [1, 3, 2],
        [1, 7],
    ),
    event(
        "Mauvais numéro de téléphone au dossier",
        "La famille n'a pas pu être prévenue.",
        [1, 3, 3],
        [3, 1],
    ),
    event(
        "Électrocardiogramme classé sans lecture",
        "Il est relu une semaine après.",
        [1, 5, 2],
        [7, 2],
    ),
];

/// Between April and June: two months of reports.
pub const SPRING: [Event; 8] = [
    event(
        "Interphone coupé le samedi",
        "Une patiente attend dehors une demi-heure.",
        [1, 3, 2],
        [5, 1],
    ),
    event(
        "Compresse oubliée sous un pansement",
        "Elle est vue au soin suivant.",
        [2, 4, 2],
        [9, 9],
    ),
    event(
        "Insuline conservée dans la portière",
        "La voiture était au soleil.",
        [2, 4, 3],
        [1, 6],
    ),
    event(
        "Télétransmission vers le mauvais médecin",
        "Un confrère retourne le courrier.",
        [1, 3, 2],
        [3, 3],
    ),
    event(
        "Malaise dans la file d'attente",
        "Aucune chaise n'était libre.",
        [2, 4, 2],
        [8, 2],
    ),
    event(
        "Tensiomètre déréglé depuis des semaines",
        "Trois traitements ont été ajustés à tort.",
        [3, 4, 2],
        [6, 2],
    ),
    event(
        "Frottis envoyé sans bon",
        "Le laboratoire l'a gardé de côté.",
        [1, 3, 2],
        [7, 4],
    ),
    event(
        "Sonde posée sans prescription écrite",
        "L'appel oral n'a pas été confirmé.",
        [2, 4, 2],
        [9, 3],
    ),
];

/// Over the summer.
pub const SUMMER: [Event; 7] = [
    event(
        "Visite à domicile oubliée pendant les congés",
        "La tournée du remplaçant ne portait pas ce nom.",
        [3, 4, 3],
        [5, 9],
    ),
    event(
        "Climatisation arrêtée dans la réserve",
        "Les solutés ont dépassé trente degrés.",
        [1, 3, 2],
        [1, 9],
    ),
    event(
        "Carte vitale rendue à une autre personne",
        "L'échange est vu au guichet d'à côté.",
        [1, 3, 2],
        [4, 4],
    ),
    event(
        "Guêpes dans la salle de soins",
        "Un enfant est piqué pendant une suture.",
        [2, 3, 1],
        [9, 1],
    ),
    event(
        "Compte rendu dicté puis effacé",
        "La panne de la machine a tout pris.",
        [1, 3, 2],
        [3, 9],
    ),
    event(
        "Diagnostic de fracture manqué",
        "La radiographie avait été lue sur un téléphone.",
        [3, 4, 2],
        [6, 1],
    ),
    event(
        "Marche cassée devant le perron",
        "Un livreur trébuche.",
        [1, 4, 2],
        [8, 4],
    ),
];

/// Before the last meeting; the first came before.
pub const AUTUMN: [Event; 5] = [
    event(
        "Vaccins jetés après une rupture de la chaîne du froid",
        "La prise du réfrigérateur a été débranchée par le ménage.",
        [2, 4, 3],
        [1, 5],
    ),
    event(
        "Ordonnance de morphine lue à l'envers",
        "La dose du soir est donnée le matin.",
        [3, 5, 2],
        [1, 6],
    ),
    event(
        "Groupe sanguin recopié à la main",
        "Deux lettres étaient inversées.",
        [1, 5, 1],
        [7, 3],
    ),
    event(
        "Aide à domicile non prévenue d'un isolement",
        "Elle est entrée sans masque.",
        [1, 3, 2],
        [3, 7],
    ),
    event(
        "Bracelet posé au mauvais poignet",
        "Le côté de l'intervention était en cause.",
        [1, 5, 1],
        [4, 7],
    ),
];
