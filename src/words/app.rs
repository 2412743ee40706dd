//! What the program says of itself: the messages of the footer, the header, the curtain.

crate::words! {
    say_how_to_quit => "Pour quitter\u{a0}: Ctrl+Q. Tout est déjà enregistré.", "To leave: Ctrl+Q. Everything is saved already.";
    say_escape_again => "Échap encore une fois\u{a0}: accueil. Tout est enregistré.",
        "Escape once more: home. Everything is saved.";
    say_undone => "Annulé. Ctrl+Y rétablit.", "Undone. Ctrl+Y brings it back.";
    say_deleted => "Supprimé. Ctrl+Z le ramène.", "Deleted. Ctrl+Z brings it back.";
    say_redone => "Rétabli.", "Done again.";
    say_nothing_to_undo => "Rien à annuler ici.", "Nothing to undo here.";
    say_nothing_to_redo => "Rien à rétablir.", "Nothing to redo.";
    say_mouse_on => "Souris active\u{202f}: un clic choisit. La rendre au terminal\u{a0}: palette, «\u{a0}souris\u{a0}».",
        "Mouse on: a click chooses. To give it back to the terminal: palette, “mouse”.";
    say_mouse_off => "Souris rendue au terminal\u{a0}: il peut sélectionner du texte.", "Mouse given back to the terminal: it can select text.";
    say_theme(name: &str) => format!("Thème «\u{a0}{name}\u{a0}»"), format!("Theme “{name}”");
    say_sealed(print: &str) => format!("Séance scellée. Empreinte {print}… Ctrl+D montre les documents à remettre."), format!("Session sealed. Fingerprint {print}… Ctrl+D shows the documents to hand out.");
    say_sealed_already => "Cette séance est déjà scellée\u{a0}: elle ne change plus.", "This session is sealed already: it no longer changes.";
    say_too_small(min: (u16, u16)) =>
        format!("Agrandissez la fenêtre\u{a0}: il faut au moins {} colonnes et {} lignes. Rien n'est perdu.", min.0, min.1),
        format!("Please enlarge the window: at least {} columns and {} rows are needed. Nothing is lost.", min.0, min.1);
    say_no_such_folder => "Ce dossier n'existe pas\u{a0}: créez-le d'abord, puis donnez son chemin complet.",
        "This folder does not exist: make it first, then give its full path.";
    say_written(path: &str) => format!("Écrit dans {path}"), format!("Written to {path}");
    say_conflict(path: &str) =>
        format!("Le fichier a été changé ailleurs. Le vôtre est à côté\u{a0}: {path}"),
        format!("The file was changed elsewhere. Yours is beside it: {path}");
    say_preferences_unread(why: &str) =>
        format!("Vos préférences n'ont pas pu être lues\u{a0}: celles d'origine servent, et le fichier reste tel quel. Corrigez-le ou retirez-le. {why}"),
        format!("Your preferences could not be read: those of origin are used, and the file is left as it is. Mend it or take it away. {why}");
    say_workspace_missing(path: &str) =>
        format!("Le dossier choisi, {path}, n'est pas là (partage ou clé USB débranchés\u{202f}?)\u{a0}: celui de cet ordinateur sert à sa place. Rebranchez-le, puis rouvrez crex."),
        format!("The chosen folder, {path}, is not there (a share or a stick unplugged?): that of this computer serves instead. Plug it in again, then reopen crex.");
    say_reading_before => "Lecture des séances précédentes… La nouvelle s'ouvrira ensuite.", "Reading the earlier sessions… The new one will open then.";
    say_not_begun => "Autre chose a été ouvert entre-temps\u{a0}: la nouvelle séance n'a pas été créée.", "Something else was opened meanwhile: the new session was not made.";
    say_same_folder => "C'est déjà votre dossier de travail\u{a0}: rien ne change.", "This is your working folder already: nothing changes.";
    say_curtain => "·", "·";
    say_not_saved(since: &str, why: &str, key: &str) =>
        format!("Rien n'est enregistré depuis {since}\u{a0}: {why}. Tout reste en mémoire, crex réessaie. {key}\u{a0}: enregistrer ailleurs"),
        format!("Nothing is saved since {since}: {why}. All stays in memory, crex tries again. {key}: save elsewhere");
    say_saved_late(why: &str) =>
        format!("Chaque frappe n'est plus gardée aussitôt, mais une fois par seconde\u{a0}: {why}."),
        format!("Keys are no longer kept at once, but once a second: {why}.");
    say_saved_again => "Tout est de nouveau enregistré.", "All is saved again.";
    saved => "enregistré", "saved";
    saved_beside => "enregistré à côté", "saved beside";
    not_saved => "non enregistré", "not saved";
    read_only => "lecture seule", "read only";
    sealed => "scellée", "sealed";
    simulation_mark => "SIMULATION – cas fictif", "SIMULATION – fictitious case";
    crex_number(n: u32) => format!("CREX n°\u{a0}{n}"), format!("CREX no. {n}");
    crex_plain => "CREX", "CREX";
    step_of(at: usize, all: usize, name: &str) => format!("{at}/{all} {name}"), format!("{at}/{all} {name}");
    time_of(spent: u32, planned: u32) => format!("{spent} / {planned} min"), format!("{spent} / {planned} min");
    behind(n: i64) => format!("{n} min de retard"), format!("{n} min late");
    ahead(n: i64) => format!("{n} min d'avance"), format!("{n} min early");
    on_time => "à l'heure", "on time";
    say_no_such_step(step: &str) => format!("L'étape «\u{a0}{step}\u{a0}» n'est pas à l'ordre du jour."), format!("The step “{step}” is not on the agenda.");
    nothing_missing_at_all => "Il ne manque rien à l'analyse.", "The analysis lacks nothing.";
    analysis_percent(percent: usize) => format!("Analyse complète à {percent}\u{a0}%"), format!("Analysis {percent}% complete");
    analysis_next => "F3 va à la première chose qui manque.", "F3 goes to the first thing missing.";
    also_missing => "Manque encore à l'analyse", "The analysis also lacks";
    read_aloud => "À lire", "Read aloud";
    method_done_when(what: &str) => format!("C'est fait quand il y a\u{a0}: {what}."), format!("It is done when there is: {what}.");
    still_missing => "Il manque", "Still missing";
    worth_a_look => "À regarder", "Worth a look";
    nothing_missing => "Rien ne manque", "Nothing is missing";
    nothing_known => "non renseigné", "not given";
}
