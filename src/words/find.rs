//! The sentences of the search in everything, on the screen and on the command line.

crate::words! {
    find_title => "Chercher partout", "Search everything";
    find_title_simulations => "Chercher partout, simulations comprises", "Search everything, simulations included";
    find_typed => "Un mot, plusieurs, ou «\u{a0}une phrase\u{a0}»", "A word, several, or “a phrase”";
    find_hint => "Cherche dans toutes les séances, dans les événements et les analyses en attente, dans ce qui a été dit entre les séances ou ajouté après le sceau\u{202f}; jamais dans les notes privées.\nPlusieurs mots\u{a0}: tous au même endroit. Entre guillemets\u{a0}: la phrase telle quelle. Accents et majuscules ne comptent pas.\nEntrée ouvre la séance à cet endroit, en lecture seule\u{202f}; Échap revient ici.",
        "Searches all sessions, the events and analyses that wait, what was said between meetings or added after the seal; never the private notes.\nSeveral words: all of them in one place. Between quotes: the phrase as it is. Accents and capitals do not matter.\nEnter opens the session there, to be read only; Esc comes back here.";
    find_under_way(n: usize) =>
        if n == 0 { "lecture des séances…".to_owned() } else { format!("lecture des séances… {n} pour l'instant") },
        if n == 0 { "reading the sessions…".to_owned() } else { format!("reading the sessions… {n} so far") };
    find_found(hits: usize, files: usize) =>
        if hits == 0 { String::new() } else { format!("{hits} endroit{} dans {files} {}", if hits > 1 { "s" } else { "" }, if files > 1 { "séances ou fiches" } else { "séance ou fiche" }) },
        if hits == 0 { String::new() } else { format!("{hits} place{} in {files} {}", if hits == 1 { "" } else { "s" }, if files == 1 { "session or report" } else { "sessions or reports" }) };
    find_many(hits: usize, files: usize) =>
        format!("les {hits} premiers endroits, dans {files} séances ou fiches\u{202f}; précisez"),
        format!("the first {hits} places, in {files} sessions or reports; say more");
    find_nothing => "Rien de tel.", "Nothing like that.";
    find_try_simulations(key: &str) => format!("{key} cherche aussi dans les simulations."), format!("{key} searches the simulations as well.");
    find_more(n: usize) => format!("et {n} autre{} endroit{}", if n > 1 { "s" } else { "" }, if n > 1 { "s" } else { "" }), format!("and {n} more place{}", if n == 1 { "" } else { "s" });
    find_analysis => "analyse entre deux séances", "analysis between two meetings";
    find_incident => "événement en attente", "event waiting";
    find_follow_up => "dit entre deux séances", "said between two meetings";
    find_amendment => "ajouté à une séance scellée", "added to a sealed session";
    find_no_session => "La séance dont il s'agit n'est pas dans cet espace de travail.", "The session that this is about is not in this workspace.";
    find_waits => "Cet événement attend hors de cette séance\u{a0}: l'accueil l'ouvre, avec «\u{a0}Événements en attente\u{a0}».", "This event waits outside this session: home opens it, with “Events waiting”.";
    review_first => "C'est la séance la plus récente.", "This is the most recent session.";
    review_last => "C'est la séance la plus ancienne.", "This is the oldest session.";
    find_cut(json: &str) => format!("Les séances les plus récentes seulement\u{a0}: d'autres peuvent répondre. Un mot de plus en laisse moins\u{202f}; {json} les donne toutes."),
        format!("The newest sessions only: others may answer. One more word leaves fewer; {json} gives them all.");
}
