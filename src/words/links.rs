//! What does not hold between the files of a workspace, each with what to do.

crate::words! {
    link_no_session(at: &str) => format!("{}suit une action d'une séance qui n'est pas ici. Remettez le fichier de cette séance dans sessions, ou supprimez ce suivi.", of_line(at)),
        format!("{}follows an action of a session that is not here. Put the file of that session back into sessions, or delete this follow-up.", of_line(at));
    link_no_action(action: &str, at: &str) => format!("{}suit l'action {action}, que sa séance n'a pas. Corrigez le numéro de l'action dans le fichier.", of_line(at)),
        format!("{}follows action {action}, which its session does not have. Correct the number of the action in the file.", of_line(at));
    link_not_chosen => "La séance qui a choisi cet événement n'est pas ici. Remettez son fichier dans sessions.",
        "The session that chose this event is not here. Put its file back into sessions.";
    link_no_origin(id: &str) => format!("{id} attend encore, mais sa fiche n'est plus dans incidents\u{a0}: il ne reviendra pas de lui-même. Reprenez la fiche dans .crex/backups."),
        format!("{id} still waits, but its report is no longer in incidents: it will not come back by itself. Bring the report back from .crex/backups.");
    link_orphan => "La séance de ce fichier n'est plus ici. Remettez le fichier de la séance dans sessions, ou rangez celui-ci avec elle.",
        "The session of this file is no longer here. Put the file of the session back into sessions, or keep this one with it.";
    link_other_seal(session: &str) => format!("Ces amendements suivent un autre sceau que celui de {session}. Comparez cette séance avec son état scellé."),
        format!("These amendments follow another seal than that of {session}. Compare that session with its sealed state.");
    link_conflict => "Copie que crex a mise à côté quand le fichier avait été changé ailleurs. ", "Copy that crex put beside when the file had been changed elsewhere. ";
    link_synchronised => "Copie laissée par un dossier synchronisé. ", "Copy left by a synchronised folder. ";
    link_by_hand => "Copie d'un fichier. ", "Copy of a file. ";
    link_twice_same(whose: &str, other: &str) => format!("{whose}C'est exactement {other}, une seconde fois\u{a0}: supprimez cette copie."),
        format!("{whose}It is exactly {other} once more: delete this copy.");
    link_twice_other(whose: &str, other: &str) => format!("{whose}Même numéro interne que {other}, mais un autre contenu. Ouvrez les deux, gardez le bon dans ce dossier et rangez l'autre ailleurs."),
        format!("{whose}Same internal number as {other}, but another content. Open both, keep the right one in this folder and put the other elsewhere.");
    link_named_copy => "Son nom est celui d'une copie, mais l'original n'est pas ici. Renommez-le si c'est le bon.", "Its name is that of a copy, but the original is not here. Rename it if it is the right one.";
    link_other_name => "Son nom dit un autre numéro interne que son contenu. Sans effet\u{202f}; vérifiez seulement que c'est le bon fichier.", "Its name tells another internal number than its content. Without effect; only check that it is the right file.";
    check_seal_lost => "Cette séance avait été scellée\u{a0}: son sceau a été retiré du fichier. Reprenez la copie «\u{a0}sealed-…\u{a0}» dans .crex/backups.",
        "This session had been sealed: its seal was taken out of the file. Bring back the copy “sealed-…” from .crex/backups.";
}

fn of_line(at: &str) -> String {
    if at.is_empty() {
        String::new()
    } else {
        format!("{at}\u{a0}: ")
    }
}
