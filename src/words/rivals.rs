//! The sentences about two files of one session: how they came about, side by side, which of them stays.

crate::words! {
    foot_compare_files => "comparer", "compare";
    name_compare_files => "Comparer les deux fichiers de la séance et choisir", "Compare the two files of the session and choose";
    rivals_banner(key: &str) => format!("Cette séance existe dans deux états. {key} les compare et laisse choisir."),
        format!("This session exists in two states. {key} compares them and lets you choose.");
    rivals_title => "Deux états de la même séance", "Two states of the same session";
    rivals_said => "Rien n'est effacé\u{a0}: l'état qui n'est pas gardé va parmi les sauvegardes. Échap laisse tout comme c'est.",
        "Nothing is erased: the state that is not kept goes among the backups. Esc leaves everything as it is.";
    rivals_keep(name: &str) => format!("Garder ce qui est {name}"), format!("Keep what is {name}");
    foot_keep_state => "garder", "keep";
    help_rivals => "La séance a deux états\u{a0}: son fichier a été changé ou copié ailleurs (autre poste, synchronisation). Chaque différence est montrée, les deux états côte à côte. Choisissez en haut celui qui continue et validez\u{202f}; l'autre va parmi les sauvegardes, d'où il se reprend.",
        "The session has two states: its file was changed or copied elsewhere (another computer, synchronisation). Each difference is shown, both states side by side. Choose at the top the one that goes on, and confirm; the other goes among the backups, from where it can be taken back.";
    rivals_found => "à l'écran, retrouvé après l'arrêt", "on the screen, found again after the stop";
    rivals_file => "dans le fichier, changé ailleurs", "in the file, changed elsewhere";
    rivals_ours => "à l'écran", "on the screen";
    rivals_theirs => "dans l'autre fichier", "in the other file";
    rivals_same => "Aucun mot ni nombre ne les distingue.", "No word or number tells them apart.";
    rivals_differ(n: usize) => format!("{n} différence{}", if n > 1 { "s" } else { "" }), format!("{n} difference{}", if n == 1 { "" } else { "s" });
    say_no_rival => "Aucun autre fichier n'est connu pour cette séance.", "No other file of this session is known.";
    say_rivals_voting => "D'abord clore le vote\u{a0}: les bulletins vont avec ce fichier.", "First close the vote: its papers go with this file.";
    say_kept(aside: &str) => format!("C'est fait. L'autre état est gardé parmi les sauvegardes\u{a0}: {aside}"),
        format!("Done. The other state is kept among the backups: {aside}");
    remark_foreign => "Le fichier avait été changé ailleurs entre-temps\u{a0}: ce qu'il disait est gardé, et ce que vous aviez saisi a été remis par-dessus.",
        "The file had been changed elsewhere meanwhile: what it said is kept, and what you had typed was put back over it.";
}
