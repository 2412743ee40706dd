//! The questions of the first run.

crate::words! {
    first_title => "Bienvenue", "Welcome";
    first_intro => "Quatre questions, et la première séance peut commencer. Entrée continue, Échap passe la question. Tout se change ensuite dans les réglages.",
        "Four questions, and the first meeting can begin. Enter goes on, Esc skips the question. All of it can be changed later in the settings.";
    first_count(at: usize, all: usize) => format!("question {at} sur {all}"), format!("question {at} of {all}");
    first_name => "Comment s'appelle votre structure\u{202f}?", "What is your organisation called?";
    first_name_hint => "Par exemple\u{a0}: MSP du Val d'Ambreuse. Ce nom sera en tête des comptes rendus.",
        "For instance: Ambreuse Valley Health House. It will head the records.";
    first_sector => "Quel genre de structure\u{202f}?", "What kind of organisation?";
    first_sector_hint => "Le genre propose la grille d'analyse et les échelles de départ\u{a0}; vous pourrez en changer. ↑↓ choisit.",
        "The kind proposes the first analysis grid and scales; you can change them. ↑↓ chooses.";
    first_members => "Qui participe d'habitude\u{202f}?", "Who usually takes part?";
    first_members_hint => "Par fonction\u{a0}: IDEL, pharmacien… Une par ligne, ou séparées par des virgules. Entrée ajoute\u{202f}; Entrée sur une ligne vide continue.",
        "By function: nurse, pharmacist… One a line, or separated by commas. Enter adds; Enter on an empty line goes on.";
    first_members_none => "Personne encore. Des fonctions, jamais de noms.", "Nobody yet. Functions, never names.";
    first_members_more(n: usize) => format!("… et {n} avant"), format!("… and {n} before");
    first_quorum => "Combien doivent être là pour décider\u{202f}?", "How many must be there to decide?";
    first_quorum_hint => "Le quorum est une règle locale. Sans lui, la séance se tient et décide quel que soit le nombre.",
        "The quorum is a local rule. Without one the meeting is held and decides whatever the number.";
    first_quorum_none => "Pas de quorum", "No quorum";
    first_quorum_half(n: u32) => format!("La moitié des membres\u{a0}: {n}"), format!("Half of the members: {n}");
    first_quorum_professions => "Au moins 3 professions différentes", "At least 3 different professions";
    first_quorum_both(n: u32) => format!("Les deux\u{a0}: {n} membres et 3 professions"), format!("Both: {n} members and 3 professions");
}
