//! The sentences of saving a session elsewhere when its own folder cannot be written.

crate::words! {
    elsewhere_title => "Enregistrer ailleurs", "Save elsewhere";
    elsewhere_said => "La séance et l'équipe, et ce qui attend à côté d'elles, seront écrits en entier dans un sous-dossier. L'original n'est pas touché et reprend dès que son dossier répond.",
        "The session and the team, and what waits beside them, will be written in full into a folder inside this one. The original is left alone and goes on as soon as its folder answers.";
    elsewhere_said_copy => "La séance et l'équipe seront copiées en entier dans un sous-dossier. La réunion continue ici.",
        "The session and the team will be copied in full into a folder inside this one. The meeting goes on here.";
    elsewhere_where => "Dossier", "Folder";
    elsewhere_where_hint => "Un dossier qui existe, sur un autre disque ou une clé USB. Taper remplace celui-ci. Entrée, puis «\u{a0}Enregistrer là\u{a0}».",
        "A folder that exists, on another disk or a USB stick. Typing replaces this one. Enter, then “Save there”.";
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
    ask_leave_title => "Ce n'est pas enregistré", "This is not saved";
    ask_leave_quit => "Le dossier ne prend plus rien. Ce qui n'a pas été enregistré ailleurs est seulement en mémoire\u{a0}: en quittant, ce sera perdu.",
        "The folder takes nothing any more. What was not saved elsewhere is in memory alone: by leaving it will be lost.";
    ask_leave_home => "Le dossier ne prend plus rien. La séance reste en mémoire et sera enregistrée s'il revient avant que vous ne quittiez crex\u{202f}; d'ici là, on ne pourra plus y écrire.",
        "The folder takes nothing any more. The session stays in memory and will be saved if the folder comes back before you leave crex; until then nobody can write in it.";
    ask_leave_elsewhere => "Enregistrer ailleurs", "Save elsewhere";
    ask_leave_do => "Partir quand même", "Leave all the same";
    say_quit_unsaved => "Pour quitter\u{a0}: Ctrl+Q. Tout n'est pas enregistré\u{a0}: crex vous le redemandera.",
        "To leave: Ctrl+Q. Not all is saved: crex will ask you again.";
    say_escape_unsaved => "Échap encore une fois\u{a0}: accueil. Tout n'est pas enregistré.",
        "Escape once more: home. Not all is saved.";
    say_unsaved_first(why: &str) => format!("Rien n'a été fait\u{a0}: ce qui est seulement en mémoire serait perdu. {why}"),
        format!("Nothing was done: what is in memory alone would be lost. {why}");
    locked_unsaved => "Ce qui a été tapé est seulement en mémoire\u{a0}: le dossier ne prend plus rien. Ouvrez, puis Ctrl+E l'enregistre ailleurs. Ctrl+Q encore une fois le perd.",
        "What was typed is in memory alone: the folder takes nothing any more. Open, then Ctrl+E saves it elsewhere. Ctrl+Q once more loses it.";
    say_goes_on(path: &str) => format!("La réunion se poursuit dans {path}"), format!("The meeting goes on in {path}");
    help_elsewhere => "Quand le dossier de travail ne peut plus être écrit (disque plein, partage réseau perdu, dossier retiré), la réunion continue en mémoire et crex réessaie toutes les cinq secondes. Ici, la séance s'écrit en entier dans un autre dossier que vous nommez\u{a0}: une clé USB, vos documents. Elle y a son propre dossier de travail, que crex rouvre comme tout autre\u{a0}: crex --workspace suivi de son chemin.",
        "When the working folder can no longer be written (disk full, network share lost, folder taken away), the meeting goes on in memory and crex tries again every five seconds. Here the session is written in full into another folder that you name: a USB stick, your documents. It has a working folder of its own there, which crex opens like any other: crex --workspace followed by its path.";
}
