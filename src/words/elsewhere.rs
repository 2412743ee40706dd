//! The sentences of saving a session elsewhere when its own folder cannot be written.

crate::words! {
    elsewhere_title => "Enregistrer ailleurs", "Save elsewhere";
    elsewhere_said => "La séance et l'équipe seront écrites en entier dans un sous-dossier. L'original n'est pas touché et reprend dès que son dossier répond.",
        "The session and the team will be written in full into a folder inside this one. The original is left alone and goes on as soon as its folder answers.";
    elsewhere_said_copy => "La séance et l'équipe seront copiées en entier dans un sous-dossier. La réunion continue ici.",
        "The session and the team will be copied in full into a folder inside this one. The meeting goes on here.";
    elsewhere_where => "Dossier", "Folder";
    elsewhere_where_hint => "Un dossier qui existe, sur un autre disque ou une clé USB. Entrée, puis «\u{a0}Enregistrer là\u{a0}».",
        "A folder that exists, on another disk or a USB stick. Enter, then “Save there”.";
    elsewhere_do => "Enregistrer là", "Save there";
    elsewhere_folder => "crex-secours", "crex-rescue";
    elsewhere_saved => "La séance est enregistrée ici\u{a0}:", "The session is saved here:";
    elsewhere_then => "C'est son état de cet instant. crex essaie toujours d'enregistrer l'original. Si son dossier ne revient pas, poursuivez là.",
        "This is its state of this moment. crex still tries to save the original. If its folder does not come back, go on there.";
    elsewhere_then_copy => "C'est une copie de cet instant. La réunion continue ici, où tout s'enregistre.",
        "This is a copy of this moment. The meeting goes on here, where everything is saved.";
    elsewhere_stay => "Revenir à la réunion", "Back to the meeting";
    elsewhere_go_on => "Poursuivre la réunion là", "Go on with the meeting there";
    elsewhere_go_on_hint => "Tout ce qui suit sera enregistré dans ce dossier, et plus dans l'ancien.",
        "All that follows will be saved in that folder, and no longer in the old one.";
    say_goes_on(path: &str) => format!("La réunion se poursuit dans {path}"), format!("The meeting goes on in {path}");
    help_elsewhere => "Quand le dossier de travail ne peut plus être écrit (disque plein, partage réseau perdu, dossier retiré), la réunion continue en mémoire et crex réessaie toutes les cinq secondes. Ici, la séance s'écrit en entier dans un autre dossier que vous nommez\u{a0}: une clé USB, vos documents. Elle y a son propre dossier de travail, que crex rouvre comme tout autre\u{a0}: crex --workspace suivi de son chemin.",
        "When the working folder can no longer be written (disk full, network share lost, folder taken away), the meeting goes on in memory and crex tries again every five seconds. Here the session is written in full into another folder that you name: a USB stick, your documents. It has a working folder of its own there, which crex opens like any other: crex --workspace followed by its path.";
}
