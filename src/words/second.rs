//! The sentences of the second terminal: where the meeting is, what to say, the private notes.

crate::words! {
    second_title => "Second écran", "Second screen";
    second_how(folder: &str) =>
        format!("Notes privées et repères\u{a0}: ouvrez un second terminal sur cet ordinateur et tapez «\u{a0}crex notes\u{a0}» (dossier {folder}). Il suit la séance, le mur n'en montre rien."),
        format!("Private notes and cues: open a second terminal on this computer and type “crex notes” (folder {folder}). It follows the meeting; nothing of it is on the wall.");
    second_left(time: &str) => format!("reste {time}"), format!("{time} left");
    second_late(time: &str) => format!("{time} de retard"), format!("{time} late");
    second_on_wall => "Le mur est à cette étape.", "The wall is at this step.";
    second_not_open => "La séance n'est pas ouverte\u{a0}: le temps ne court pas.", "The session is not open: time does not run.";
    second_sealed => "La séance est scellée\u{a0}: elle ne change plus. Les notes s'écrivent toujours.", "The session is sealed: it no longer changes. Notes can still be written.";
    second_curtain => "Rideau baissé sur le mur", "Curtain down on the wall";
    second_vote(voters: &str, how: &str, question: &str) =>
        format!("Vote ouvert\u{a0}: {question} ({voters}, {how})"),
        format!("Vote open: {question} ({voters}, {how})");
    second_looking(step: &str) =>
        format!("Vous regardez ailleurs\u{a0}: le mur est à «\u{a0}{step}\u{a0}». Échap y revient."),
        format!("You are looking elsewhere: the wall is at “{step}”. Esc goes back to it.");
    second_last_step => "C'est la dernière étape.", "This is the last step.";
    second_aloud => "À dire", "To say";
    second_cues => "Repères", "Cues";
    second_charter => "La charte", "The charter";
    second_next(step: &str, minutes: &str) => format!("Ensuite\u{a0}: {step}, {minutes}"), format!("Next: {step}, {minutes}");
    second_prompts => "Pour aider à répondre", "To help answering";
    second_parked_none => "Rien au parking pour l'instant. Sur le mur, Ctrl+K y garde une question.", "Nothing in the parking lot so far. On the wall, Ctrl+K keeps a question there.";
    second_notes => "Notes privées", "Private notes";
    second_notes_aside => "dans aucun document", "in no document";
    second_notes_held => "à lire seulement", "to be read only";
    second_notes_empty => "Tapez à tout moment\u{a0}: rien de ceci ne va au mur ni dans un document. Ctrl+N commence une ligne avec l'heure et l'étape.",
        "Type at any moment: nothing of this goes to the wall or into a document. Ctrl+N begins a line with the time and the step.";
    note_heading(time: &str, step: &str) => format!("{time} · {step}\u{a0}: "), format!("{time} · {step}: ");
    note_on_wall => "Une note est ouverte sur le mur\u{a0}: ici, on pourra écrire dès qu'elle s'y ferme. Rien n'est perdu.", "A note is open on the wall: you can write here as soon as it closes there. Nothing is lost.";
    note_elsewhere => "Les notes sont ouvertes dans l'autre terminal (crex notes)\u{a0}: écrivez-les là. Ici, ce sera possible dès qu'il se ferme.", "The notes are open in the other terminal (crex notes): write them there. Here it will be possible as soon as it closes.";
    quoted(text: &str) => format!("«\u{a0}{text}\u{a0}»"), format!("“{text}”");
    help_second => "Ce terminal suit la séance du mur, sur le même ordinateur, et n'y écrit rien\u{a0}: fermer l'un ne dérange jamais l'autre.\nEn haut\u{a0}: l'étape, son temps, ce que voit la salle. D'un vote ouvert il montre la question, jamais les voix.\nTab change de volet\u{a0}: à dire, repères, ce qui manque, parking. F8 et F7 regardent les étapes d'après et d'avant sans bouger le mur\u{202f}; Échap revient à la sienne.\nLes notes s'écrivent à tout moment et sont gardées à mesure, dans un fichier à part\u{a0}: ni compte rendu, ni recherche, ni export. Si une note est ouverte sur le mur (Ctrl+N là-bas), on la lit ici et on écrit dès qu'elle se ferme.\nF9 cache cet écran.",
        "This terminal follows the session on the wall, on the same computer, and writes nothing into it: closing one never disturbs the other.\nAt the top: the step, its time, what the room sees. Of an open vote it shows the question, never the votes.\nTab changes the panel: to say, cues, what is missing, parking lot. F8 and F7 look at the steps after and before without moving the wall; Esc goes back to its step.\nNotes are typed at any moment and kept as you go, in a file apart: no record, no search, no export. While a note is open on the wall (Ctrl+N there) it is read here, and you write as soon as it closes.\nF9 hides this screen.";
    help_apart => "Tout est enregistré à mesure. Ctrl+Q quitte ce terminal\u{a0}; la séance continue sur le mur.\nLes autres commandes sont dans la palette\u{a0}: Ctrl+P.",
        "Everything is saved as you go. Ctrl+Q leaves this terminal; the meeting goes on on the wall.\nThe other commands are in the palette: Ctrl+P.";
    cli_notes => "Le second écran\u{a0}: suivre la séance du mur, avec repères et notes privées", "The second screen: follow the session on the wall, with cues and private notes";
    cli_notes_which => "Fichier, date ou début du titre\u{202f}; sans rien, la séance ouverte", "File, date or start of the title; without it, the session that is open";
    notes_none_open => "Aucune séance n'est ouverte ici. Ouvrez-la sur le mur, ou nommez-la\u{a0}: «\u{a0}crex notes SÉANCE\u{a0}»\u{202f}; «\u{a0}crex list\u{a0}» les montre.",
        "No session is open here. Open it on the wall, or name it: “crex notes SESSION”; “crex list” shows them.";
    notes_many_open(names: &str) =>
        format!("Plusieurs séances sont ouvertes\u{a0}: {names}. Nommez la bonne, par exemple par son fichier\u{a0}: «\u{a0}crex notes SÉANCE\u{a0}»."),
        format!("Several sessions are open: {names}. Name the right one, by its file for instance: “crex notes SESSION”.");
}
