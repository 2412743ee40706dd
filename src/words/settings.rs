//! The sentences of the settings.

use super::Words;
use crate::domain::code::Lang;

crate::words! {
    settings_title => "Réglages", "Settings";
    settings_team => "Équipe", "Team";
    settings_members => "Membres", "Members";
    settings_quorum => "Quorum", "Quorum";
    settings_format => "Format de séance", "Format of meeting";
    settings_grid => "Grille d'analyse", "Analysis grid";
    settings_scales => "Échelles", "Scales";
    settings_charter => "Charte", "Charter";
    settings_screen => "Écran", "Screen";
    settings_folder => "Dossier de travail", "Working folder";
    settings_n_members(n: usize) =>
        if n == 0 { "personne encore".to_owned() } else { Words(Lang::Fr).count(n, "membre", "membres") },
        if n == 0 { "nobody yet".to_owned() } else { Words(Lang::En).count(n, "member", "members") };
    settings_n_lines(n: usize) => format!("la nôtre, {}", Words(Lang::Fr).count(n, "ligne", "lignes")),
        format!("our own, {}", Words(Lang::En).count(n, "line", "lines"));
    settings_shipped => "celle proposée", "the one proposed";
    settings_quorum_now(members: u32, professions: u32) => match (members, professions) {
        (0, 0) => "aucun\u{a0}: la séance décide quel que soit le nombre".to_owned(),
        (m, 0) => format!("{m} membres au moins"),
        (0, p) => format!("{p} professions au moins"),
        (m, p) => format!("{m} membres et {p} professions au moins"),
    }, match (members, professions) {
        (0, 0) => "none: the meeting decides whatever the number".to_owned(),
        (m, 0) => format!("at least {m} members"),
        (0, p) => format!("at least {p} professions"),
        (m, p) => format!("at least {m} members and {p} professions"),
    };

    settings_name => "Nom", "Name";
    settings_name_hint => "Il est en tête des comptes rendus.", "It heads the records.";
    settings_sector => "Genre", "Kind";
    settings_sector_hint => "Il propose la grille et les échelles.", "It proposes the grid and the scales.";
    settings_place => "Lieu", "Place";
    settings_place_hint => "Là où l'équipe se réunit d'habitude.", "Where the team usually meets.";
    settings_language => "Langue", "Language";
    settings_language_hint => "Celle des séances et de leurs comptes rendus. Celle de l'écran se règle dans «\u{a0}Écran\u{a0}».",
        "That of the meetings and their records. That of the screen is set in “Screen”.";

    settings_members_list => "Membres habituels, par fonction", "Usual members, by function";
    settings_members_empty => "Personne encore. «\u{a0}a\u{a0}» ajoute une fonction\u{a0}: IDEL, pharmacien, patient partenaire.",
        "Nobody yet. “a” adds a function: nurse, pharmacist, patient partner.";
    settings_not_counted => "hors quorum", "not in the quorum";
    settings_function => "Fonction", "Function";
    settings_function_hint => "Une fonction, jamais un nom.", "A function, never a name.";
    settings_permanent => "Permanent", "Permanent";
    settings_permanent_hint => "Espace\u{a0}: compte ou ne compte pas pour le quorum.", "Space: counts or does not count for the quorum.";
    settings_roles => "Rôles", "Roles";
    settings_roles_hint => "Ceux qu'il ou elle tient d'habitude\u{202f}; on peut en changer à chaque séance.", "Those usually held; they can be changed at each meeting.";
    settings_profession => "Profession", "Profession";
    settings_profession_hint => "Pour le quorum par professions. Suppr efface.", "For the quorum by professions. Del clears.";

    settings_quorum_members => "Membres", "Members";
    settings_quorum_professions => "Professions", "Professions";
    settings_quorum_hint => "Rien ou 0\u{a0}: pas de minimum. Sans quorum, une séance se tient mais ne décide que si l'on dit pourquoi.",
        "Nothing or 0: no minimum. Below it a meeting is held but decides only if the reason is given.";

    settings_format_field => "Format", "Format";
    settings_format_hint => "Celui des prochaines séances. Celles qui sont commencées gardent le leur.", "That of the next meetings. Those begun keep theirs.";
    settings_format_ours(name: &str) => format!("{name} (le nôtre)"), format!("{name} (our own)");
    settings_format_unnamed => "sans nom", "unnamed";
    settings_format_copy => "En faire le nôtre", "Make it our own";
    settings_format_copy_hint => "Copie ce format\u{a0}: ses étapes et ses minutes se changent ensuite.", "Copies this format: its steps and minutes can then be changed.";
    settings_format_first_name(minutes: u32) => format!("Notre format, {minutes}\u{a0}min"), format!("Our format, {minutes}\u{a0}min");
    settings_formats => "Nos formats", "Our formats";
    settings_formats_hint => "Entrée ouvre, d supprime\u{202f}; Ctrl+Z le rend.", "Enter opens, d deletes; Ctrl+Z brings it back.";
    settings_formats_empty => "Aucun. «\u{a0}En faire le nôtre\u{a0}» copie le format choisi.", "None. “Make it our own” copies the format chosen.";
    settings_format_name => "Nom", "Name";
    settings_format_name_hint => "Comme il sera proposé.", "As it will be offered.";
    settings_format_mode => "Analyse", "Analysis";
    settings_format_mode_hint => "En séance, par le groupe\u{202f}; ou entre deux séances, par un pilote qui la présente.", "In the room, by the group; or between two meetings, by a lead who presents it.";
    settings_rows => "Étapes", "Steps";
    settings_rows_hint => "a ajoute, d supprime, Ctrl+↑↓ déplace, Entrée change les minutes.", "a adds, d deletes, Ctrl+↑↓ moves, Enter changes the minutes.";
    settings_rows_empty => "Aucune étape. «\u{a0}a\u{a0}» ajoute la première.", "No step. “a” adds the first one.";
    settings_step => "Étape", "Step";
    settings_minutes => "Minutes", "Minutes";
    settings_minutes_hint => "De 1 à 240.", "1 to 240.";

    settings_grid_field => "Grille proposée", "Grid proposed";
    settings_grid_ours(name: &str) => format!("{name} (la nôtre)"), format!("{name} (our own)");
    settings_grid_hint => "On peut en changer à chaque analyse.", "It can be changed for each analysis.";
    settings_grid_advice(grid: &str) => format!("Conseillée pour votre genre de structure\u{a0}: {grid}."), format!("Advised for your kind of organisation: {grid}.");

    settings_scales_field => "Échelles", "Scales";
    settings_scales_hint => "Reprendre un jeu proposé efface les nôtres\u{202f}; Ctrl+Z les rend.", "Taking a proposed set erases our own; Ctrl+Z brings them back.";
    settings_scales_shipped_hint => "Elles servent à coter les événements et les actions.", "They serve to rate events and actions.";
    settings_scales_ours => "Échelles de l'équipe", "The team's own scales";
    settings_scales_copy => "Les faire nôtres", "Make them our own";
    settings_scales_copy_hint => "Copie ces échelles\u{a0}: chaque niveau et chaque case de la matrice se changent ensuite.",
        "Copies these scales: each level and each cell of the matrix can then be changed.";
    settings_school => "Criticité", "Criticality";
    settings_school_hint => "La matrice donne une classe par case\u{202f}; le produit multiplie gravité et vraisemblance.",
        "The matrix gives a class to each cell; the product multiplies severity and likelihood.";
    settings_acceptable => "Acceptable ≤", "Acceptable ≤";
    settings_tolerable => "Tolérable ≤", "Tolerable ≤";
    settings_threshold_hint => "Produit gravité × vraisemblance, de 1 à 25. Une gravité 5 n'est jamais acceptable.", "Product severity × likelihood, 1 to 25. Severity 5 is never acceptable.";
    settings_ladders => "Nos échelles", "Our scales";
    ladder_severity => "Gravité", "Severity";
    ladder_likelihood => "Vraisemblance", "Likelihood";
    ladder_control => "Niveau de maîtrise", "Level of control";
    ladder_avoidability => "Évitabilité", "Avoidability";
    ladder_recoverability => "Récupérabilité", "Recoverability";
    ladder_detectability => "Détectabilité", "Detectability";
    ladder_impact => "Impact d'une action", "Impact of an action";
    ladder_effort => "Effort d'une action", "Effort of an action";
    ladder_delay => "Délai d'une action", "Delay of an action";
    settings_level(n: u8) => format!("Niveau {n}"), format!("Level {n}");
    settings_level_hint => "Un mot ou deux.", "A word or two.";
    settings_meaning => "veut dire", "means";
    settings_meaning_hint => "Ce qui fait choisir ce niveau.", "What makes one choose this level.";
    settings_matrix => "Matrice de criticité", "Matrix of criticality";
    settings_matrix_aside => "une classe par case, de la vraisemblance et de la gravité", "a class for each cell of likelihood and severity";
    settings_matrix_row(name: &str) => format!("Vraisemblance\u{a0}: {name}"), format!("Likelihood: {name}");
    settings_matrix_hint => "Espace passe à la classe suivante, 1 2 3 choisissent.", "Space goes to the next class, 1 2 3 choose.";

    settings_charter_copy => "Écrire la nôtre à partir de celle-ci", "Write our own from this one";
    settings_charter_copy_hint => "Copie ces lignes\u{202f}; elles se changent ensuite.", "Copies these lines; they can then be changed.";
    settings_charter_list => "Notre charte, lue à l'ouverture", "Our charter, read at the opening";
    settings_charter_list_hint => "Tout supprimer reprend celle proposée.", "Deleting all takes the proposed one again.";
    settings_charter_line => "Ligne", "Line";
    settings_charter_line_hint => "Une phrase que l'on peut dire à voix haute.", "One sentence that can be said aloud.";

    settings_theme_dark => "sombre", "dark";
    settings_theme_light => "clair", "light";
    settings_theme_wall => "projecteur", "projector";
    settings_theme_contrast => "contraste", "contrast";
    settings_theme => "Thème", "Theme";
    settings_theme_hint => "«\u{a0}Projecteur\u{a0}» pour le mur, «\u{a0}contraste\u{a0}» pour une salle claire ou des yeux fatigués.", "“Projector” for the wall, “contrast” for a bright room or tired eyes.";
    settings_screen_language => "Langue", "Language";
    settings_screen_language_hint => "Celle de l'écran\u{202f}; les séances gardent la leur.", "That of the screen; meetings keep theirs.";
    settings_mouse => "Souris", "Mouse";
    settings_mouse_hint => "Un clic choisit. Sans elle, le terminal peut sélectionner du texte.", "A click chooses. Without it the terminal can select text.";

    settings_root_now(path: &str) => format!("Vous travaillez dans {path}"), format!("You work in {path}");
    settings_root => "Autre dossier", "Other folder";
    settings_root_hint => "Le chemin complet, par exemple d'une clé USB ou d'un dossier partagé. Il est créé s'il n'existe pas.",
        "The whole path, for instance of a USB stick or a shared folder. It is made if it is not there.";
    settings_switch => "Travailler dans ce dossier", "Work in this folder";
    settings_switch_hint => "L'équipe, les séances et les événements sont ceux du dossier. Celui d'avant reste comme il est.",
        "Team, sessions and events are those of the folder. The one before stays as it is.";
    settings_no_root => "Écrivez d'abord le chemin du dossier.", "Write the path of the folder first.";
}
