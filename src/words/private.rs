//! The sentences on what stays private: a word erased everywhere.

use super::Words;
use crate::domain::erasure::{Erasure, Stays};

impl Words {
    /// That a word was erased from a document; which, nobody knows any more.
    pub fn erasure(self, erasure: &Erasure) -> String {
        let on = erasure.at.map(|at| self.date_short(at.date()));
        let said = self.erasure_said(&on.unwrap_or_default(), erasure.places);
        let reason = erasure
            .reason
            .filled()
            .map(|reason| self.erasure_reason(reason));
        let sealed = erasure.sealed.filled();
        let sealed = sealed.map(|print| self.erasure_sealed(print));
        let parts = [Some(said), reason, sealed];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Words {
    /// Why a file stays in which a word is or may be that was to be erased.
    pub fn scrub_stays(self, path: &str, why: Stays) -> String {
        match why {
            Stays::Export => self.scrub_export(path),
            Stays::Other => self.scrub_other(path),
            Stays::Holds => self.scrub_holds(path),
            Stays::Typed => self.scrub_typed(path),
            Stays::Built => self.scrub_built(path),
            Stays::Trace => self.scrub_trace(path),
        }
    }

    /// The question before a word is erased.
    pub fn scrub_ask(self, places: usize, files: usize) -> String {
        self.scrub_ask_said(&self.scrub_count(places, files))
    }

    /// That a word was erased.
    pub fn scrub_done(self, places: usize, files: usize) -> String {
        self.scrub_done_said(&self.scrub_count(places, files))
    }

    /// That a word was found.
    pub fn scrub_found(self, places: usize, files: usize) -> String {
        self.scrub_found_said(&self.scrub_count(places, files))
    }
}

crate::words! {
    cli_scrub => "Effacer un mot partout\u{a0}: un nom tapé par erreur", "Erase a word everywhere: a name typed by mistake";
    cli_scrub_word => "Le mot, ou plusieurs qui se suivent\u{202f}; majuscules et accents ne comptent pas. Sans mot, il est demandé, et ne reste pas dans l'historique",
        "The word, or several in a row; capitals and accents do not count. Without one it is asked for, and stays in no history";
    scrub_word_hint => "Le mot, ou plusieurs qui se suivent\u{202f}; majuscules et accents ne comptent pas.",
        "The word, or several in a row; capitals and accents do not count.";
    scrub_which => "Le mot à effacer\u{a0}: ", "The word to erase: ";
    scrub_no_word => "Il manque le mot à effacer.", "The word to erase is missing.";
    scrub_history => "Le mot reste dans l'historique de ce terminal\u{a0}: effacez-le là aussi. Tapé sans mot, crex scrub le demande.",
        "The word stays in the history of this terminal: erase it there as well. Typed without a word, crex scrub asks for it.";
    cli_scrub_with => "Ce qui prend sa place\u{a0}; sinon [effacé]", "What takes its place; else [erased]";
    cli_scrub_reason => "Pourquoi\u{a0}; c'est écrit dans le compte rendu", "Why; the record says it";
    cli_scrub_exports => "Détruire aussi les documents que crex a écrits dans le dossier", "Destroy the documents as well that crex wrote into the folder";
    cli_dry_run => "Montrer seulement ce qui serait fait", "Only show what would be done";
    cli_yes => "Ne pas demander\u{a0}: pour un script", "Do not ask: for a script";
    value_word => "MOT", "WORD";

    scrub_with => "[effacé]", "[erased]";
    scrub_why => "mot tapé par erreur", "a word typed by mistake";
    scrub_too_short => "C'est trop court pour être cherché partout\u{a0}: donnez un mot d'au moins deux lettres.",
        "That is too short to be looked for everywhere: give a word of at least two letters.";
    scrub_repeats => "Ce qui prend sa place contient encore le mot. Choisissez autre chose, par exemple --with infirmière.",
        "What takes its place still holds the word. Choose something else, for instance --with nurse.";
    scrub_nowhere_read => "Ce mot n'est nulle part dans ce qui a pu être lu.", "That word is nowhere in what could be read.";
    scrub_nowhere => "Ce mot n'est nulle part dans l'espace de travail.", "That word is nowhere in the workspace.";
    scrub_in(path: &str, n: usize, sealed: bool) => {
            let sealed = if sealed { " (scellée\u{a0}: son sceau sera refait)" } else { "" };
            match n {
                1 => format!("{path}{sealed}\u{a0}: 1 endroit"),
                n => format!("{path}{sealed}\u{a0}: {n} endroits"),
            }
        }, {
            let sealed = if sealed { " (sealed: its seal will be made anew)" } else { "" };
            match n {
                1 => format!("{path}{sealed}: 1 place"),
                n => format!("{path}{sealed}: {n} places"),
            }
        };
    scrub_in_name => "dans le nom du fichier", "in the name of the file";
    scrub_copies(n: usize) => match n {
            1 => "1 fichier que crex garde à côté (copie de secours, index, place) le contient aussi\u{a0}: il est réécrit sans lui ou détruit.".to_owned(),
            n => format!("{n} fichiers que crex garde à côté (copies de secours, index, places) le contiennent aussi\u{a0}: ils sont réécrits sans lui ou détruits."),
        }, match n {
            1 => "1 file that crex keeps beside (backup, index, place) holds it too: it is written without it or destroyed.".to_owned(),
            n => format!("{n} files that crex keeps beside (backups, index, places) hold it too: they are written without it or destroyed."),
        };
    scrub_count(places: usize, files: usize) => match (places, files) {
            (0, _) => "seulement ce que crex garde à côté".to_owned(),
            (1, _) => "1 endroit".to_owned(),
            (_, 1) => format!("{places} endroits d'un même fichier"),
            _ => format!("{places} endroits de {files} fichiers"),
        }, match (places, files) {
            (0, _) => "only what crex keeps beside".to_owned(),
            (1, _) => "1 place".to_owned(),
            (_, 1) => format!("{places} places of one file"),
            _ => format!("{places} places of {files} files"),
        };
    scrub_ask_said(count: &str) => format!("Effacer ce mot ({count})\u{202f}? Rien ne le fera revenir. oui/non\u{a0}: "),
        format!("Erase this word ({count})? Nothing brings it back. yes/no: ");
    scrub_needs_yes => "Rien n'a été effacé. Pour le faire sans question, ajoutez --yes.", "Nothing was erased. To do it without a question, add --yes.";
    not_done => "Rien n'a été changé.", "Nothing was changed.";
    yes_words => "o oui", "y yes";
    scrub_done_said(count: &str) => format!("Effacé\u{a0}: {count}."), format!("Erased: {count}.");
    scrub_beware => "Hors d'atteinte\u{a0}: ce qu'un SSD, une sauvegarde ou un dossier synchronisé garde d'avant, et les documents déjà sortis de ce dossier.",
        "Beyond reach: what an SSD, a backup or a synced folder keeps from before, and documents that left this folder already.";
    scrub_export(path: &str) => format!("{path} est un document écrit par crex, qui peut le contenir\u{a0}: crex scrub MOT --exports le détruit, vous pourrez le refaire."),
        format!("{path} is a document written by crex, which may hold it: crex scrub WORD --exports destroys it, you can make it again.");
    scrub_export_goes(path: &str) => format!("{path} est un document écrit par crex\u{a0}: il sera détruit, vous pourrez le refaire."),
        format!("{path} is a document written by crex: it will be destroyed, you can make it again.");
    scrub_export_gone(path: &str) => format!("{path} est détruit\u{a0}: c'était un document écrit par crex."), format!("{path} is destroyed: it was a document written by crex.");
    scrub_other(path: &str) => format!("{path} n'est pas un fichier de travail de crex, qui n'a pas pu y regarder. Voyez vous-même si le mot s'y trouve."),
        format!("{path} is no working file of crex, which could not look into it. See for yourself whether the word is in it.");
    scrub_holds(path: &str) => format!("{path}\u{a0}: le mot s'y trouve, ou dans son nom, et crex n'y touche pas. Effacez-le vous-même."),
        format!("{path}: the word is in it, or in its name, and crex leaves it alone. Erase it yourself.");
    scrub_typed(path: &str) => format!("{path}\u{a0}: ce qui n'a jamais été enregistré d'un document que crex ne peut pas ouvrir. Le mot y est effacé\u{202f}; les premières lettres, tapées avant lui, peuvent y rester."),
        format!("{path}: what was never saved of a document that crex cannot open. The word goes from it; its first letters, typed before it, may stay.");
    scrub_built(path: &str) => format!("{path}\u{a0}: le mot y est aussi une date ou un numéro sans lesquels ce fichier n'en serait plus un\u{202f}; là, il reste."),
        format!("{path}: the word is also a date or a number there without which this file would be none; there it stays.");
    scrub_trace(path: &str) => format!("{path} est supprimé, mais n'a pas pu être écrasé avant\u{a0}: le disque peut en garder une trace."),
        format!("{path} is removed, but could not be written over before: the disk may keep a trace of it.");
    scrub_unread => "Le mot est peut-être encore dans ce qui n'a pas pu être lu\u{a0}:", "The word may still be in what could not be read:";

    cli_retention => "Les séances gardées depuis plus longtemps que prévu", "The sessions kept for longer than they should";
    cli_purge => "Détruire les séances anciennes, avec tout ce qui ne tient qu'à elles", "Destroy old sessions, with all that belongs to them alone";
    cli_purge_years => "Plus vieilles que ce nombre d'années\u{a0}; sinon, celui choisi dans les réglages", "Older than so many years; else the number chosen in the settings";
    cli_purge_before => "D'avant cette année", "From before this year";
    cli_purge_unsealed => "Aussi celles qui ne sont pas scellées", "Those that are not sealed as well";
    cli_archive => "Écrire les séances anciennes sans les personnes, dans un autre dossier", "Write old sessions without the people, into another folder";
    cli_archive_to => "Le dossier où les écrire\u{a0}: un espace de travail à part", "The folder to write them to: a workspace of its own";

    retention_unset => "Personne n'a dit combien de temps garder les séances. Indiquez --years 10 par exemple, ou choisissez-le dans les réglages. C'est à votre structure d'en décider, avec son délégué à la protection des données.",
        "Nobody has said for how long sessions are kept. Give --years 10 for instance, or choose it in the settings. Your institution decides it, with its data protection officer.";
    retention_due(day: &str, n: usize) => match n {
            0 => format!("Aucune séance n'est d'avant le {day}."),
            1 => format!("1 séance d'avant le {day}\u{a0}:"),
            n => format!("{n} séances d'avant le {day}\u{a0}:"),
        }, match n {
            0 => format!("No session is from before {day}."),
            1 => format!("1 session from before {day}:"),
            n => format!("{n} sessions from before {day}:"),
        };
    purge_beside(n: usize) => match n {
            1 => "Avec elles part 1 document qui ne tient qu'à elles\u{a0}:".to_owned(),
            n => format!("Avec elles partent {n} documents qui ne tiennent qu'à elles\u{a0}:"),
        }, match n {
            1 => "With them goes 1 document that belongs to them alone:".to_owned(),
            n => format!("With them go {n} documents that belong to them alone:"),
        };
    purge_exports(n: usize) => match n {
            1 => "Et 1 document que crex en a écrit\u{a0}:".to_owned(),
            n => format!("Et {n} documents que crex en a écrits\u{a0}:"),
        }, match n {
            1 => "And 1 document that crex wrote from them:".to_owned(),
            n => format!("And {n} documents that crex wrote from them:"),
        };
    purge_copies(n: usize) => match n {
            1 => "Et 1 fichier que crex en garde (copies de secours, journaux).".to_owned(),
            n => format!("Et {n} fichiers que crex en garde (copies de secours, journaux)."),
        }, match n {
            1 => "And 1 file that crex keeps of them (backups, journals).".to_owned(),
            n => format!("And {n} files that crex keeps of them (backups, journals)."),
        };
    purge_remains(n: usize) => match n {
            1 => "1 fichier qu'une destruction interrompue a laissé vide sera enlevé.".to_owned(),
            n => format!("{n} fichiers qu'une destruction interrompue a laissés vides seront enlevés."),
        }, match n {
            1 => "1 file that a destruction cut short left empty will be taken away.".to_owned(),
            n => format!("{n} files that a destruction cut short left empty will be taken away."),
        };
    purge_ended => "Ce qu'une destruction interrompue avait laissé est enlevé.", "What a destruction cut short had left is taken away.";
    purge_left => "Restent, à regarder vous-même\u{a0}: ils parlent peut-être de ces séances, mais rien ne prouve que crex les a écrits pour elles\u{a0}:",
        "These stay, see for yourself: they may tell of these sessions, but nothing proves that crex wrote them for these:";
    purge_stay => "Elles restent, car un autre fichier de la même séance reste ou ne se lit pas, ou ce n'est qu'un lien\u{a0}:",
        "These stay, as another file of the same session stays or cannot be read, or as they are but links:";
    purge_held => "Les événements, analyses et suivis restent tant que tout ne se lit pas\u{a0}: ce qui ne se lit pas y renvoie peut-être.",
        "Events, analyses and follow-ups stay until all can be read: what cannot be read may refer to them.";
    purge_since(path: &str) => format!("{path} a changé depuis que la liste a été montrée\u{a0}: cela reste. Recommencez."),
        format!("{path} changed since the list was shown: that stays. Do it again.");
    purge_damaged_log(path: &str) => format!("{path} est abîmé\u{a0}: on ne sait pas tout ce qui a été tapé. Ouvrez le document dans crex, puis recommencez."),
        format!("{path} is damaged: not all that was typed can be told. Open the document in crex, then do it again.");
    purge_open => "Elles restent, car elles ne sont pas scellées (--unsealed les détruit aussi)\u{a0}:", "These stay, as they are not sealed (--unsealed destroys them as well):";
    purge_unsealed => "non scellée", "not sealed";
    purge_ahead => "Cette année n'est pas commencée.", "That year has not begun.";
    purge_tried(sessions: usize, beside: usize) => {
            let s = |n| if n > 1 { "s" } else { "" };
            match (sessions, beside) {
                (0, _) => "Rien n'a été détruit.".to_owned(),
                (n, 0) => format!("Rien n'a été détruit. À détruire\u{a0}: {n} séance{}.", s(n)),
                (n, m) => format!("Rien n'a été détruit. À détruire\u{a0}: {n} séance{}, et {m} document{} avec.", s(n), s(m)),
            }
        }, {
            let s = |n| if n == 1 { "" } else { "s" };
            match (sessions, beside) {
                (0, _) => "Nothing was destroyed.".to_owned(),
                (n, 0) => format!("Nothing was destroyed. To be destroyed: {n} session{}.", s(n)),
                (n, m) => format!("Nothing was destroyed. To be destroyed: {n} session{}, and {m} document{} with them.", s(n), s(m)),
            }
        };
    purge_ask(n: usize) => match n {
            1 => "Détruire cette séance\u{202f}? Rien ne la fera revenir. oui/non\u{a0}: ".to_owned(),
            n => format!("Détruire ces {n} séances\u{202f}? Rien ne les fera revenir. oui/non\u{a0}: "),
        }, match n {
            1 => "Destroy this session? Nothing brings it back. yes/no: ".to_owned(),
            n => format!("Destroy these {n} sessions? Nothing brings them back. yes/no: "),
        };
    purge_why(day: &str) => format!("séances d'avant le {day}"), format!("sessions from before {day}");
    purge_done(sessions: usize, beside: usize) => {
            let sessions = match sessions {
                0 => "Aucune séance détruite".to_owned(),
                1 => "1 séance détruite".to_owned(),
                n => format!("{n} séances détruites"),
            };
            match beside {
                0 => format!("{sessions}. destroyed.ron garde la date et les numéros."),
                1 => format!("{sessions}, et 1 document avec. destroyed.ron garde la date et les numéros."),
                n => format!("{sessions}, et {n} documents avec. destroyed.ron garde la date et les numéros."),
            }
        }, {
            let sessions = match sessions {
                0 => "No session destroyed".to_owned(),
                1 => "1 session destroyed".to_owned(),
                n => format!("{n} sessions destroyed"),
            };
            match beside {
                0 => format!("{sessions}. destroyed.ron keeps the date and the numbers."),
                1 => format!("{sessions}, and 1 document with it. destroyed.ron keeps the date and the numbers."),
                n => format!("{sessions}, and {n} documents with it. destroyed.ron keeps the date and the numbers."),
            }
        };
    retention_home(n: usize) => match n {
            1 => "1 séance est gardée depuis plus longtemps que prévu\u{a0}: crex retention.".to_owned(),
            n => format!("{n} séances sont gardées depuis plus longtemps que prévu\u{a0}: crex retention."),
        }, match n {
            1 => "1 session is kept for longer than planned: crex retention.".to_owned(),
            n => format!("{n} sessions are kept for longer than planned: crex retention."),
        };
    settings_keep_years => "Garder les séances (années)", "Keep sessions (years)";
    settings_keep_years_hint => "0\u{a0}: rien n'est rappelé. Au-delà, l'accueil le dit\u{202f}; crex purge détruit, crex archive garde sans les personnes. À décider par la structure.",
        "0: nothing is said. Beyond it home says so; crex purge destroys, crex archive keeps them without the people. For the institution to decide.";
    archive_someone(n: usize) => format!("[fonction {n}]"), format!("[function {n}]");
    archive_mask => "[…]", "[…]";
    archive_done(n: usize, to: &str) => match n {
            0 => format!("Rien de nouveau n'a été écrit dans {to}."),
            1 => format!("1 séance écrite sans les personnes dans {to}."),
            n => format!("{n} séances écrites sans les personnes dans {to}."),
        }, match n {
            0 => format!("Nothing new was written to {to}."),
            1 => format!("1 session written without the people to {to}."),
            n => format!("{n} sessions written without the people to {to}."),
        };
    archive_there(n: usize) => match n {
            1 => "1 séance y était déjà\u{a0}: elle n'a pas été réécrite.".to_owned(),
            n => format!("{n} séances y étaient déjà\u{a0}: elles n'ont pas été réécrites."),
        }, match n {
            1 => "1 session lay there already: it was not written again.".to_owned(),
            n => format!("{n} sessions lay there already: they were not written again."),
        };
    archive_inside(path: &str) => format!("{path} est dans l'espace de travail lui-même\u{a0}: une archive se met dans un dossier à part. Rien n'a été écrit."),
        format!("{path} lies in the workspace itself: an archive goes into a folder of its own. Nothing was written.");
    archive_in_clear => "Votre espace de travail est chiffré, cette archive ne l'est pas\u{a0}: crex encrypt la chiffre.",
        "Your workspace is encrypted, this archive is not: crex encrypt encrypts it.";
    archive_counts(replaced: usize, removed: usize, masked: usize) => format!("Fonctions remplacées {replaced}, textes ôtés {removed} (lieux, références des fiches, remarques, parking), noms et numéros masqués {masked}. Notes privées et amendements ne suivent pas."),
        format!("Functions replaced {replaced}, texts taken out {removed} (places, references of reports, remarks, parking lot), names and numbers masked {masked}. Private notes and amendments do not go along.");
    archive_read_again => "Relisez-les\u{a0}: un nom que rien ne signale a pu rester. Les originaux sont toujours là\u{a0}; crex purge les détruit.",
        "Read them again: a name that nothing points to may have stayed. The originals are still there; crex purge destroys them.";
    archive_why => "anonymisée pour l'archive", "made anonymous for the archive";

    synced_title => "Ce dossier est copié ailleurs", "This folder is copied elsewhere";
    synced_what(service: &str) => format!("L'espace de travail se trouve dans un dossier de {service}\u{a0}: chaque fichier en part vers d'autres machines et y reste, même effacé ici."),
        format!("The workspace lies in a folder of {service}: each file leaves from there to other machines and stays there, even when it is erased here.");
    synced_law => "Des données de santé confiées à un tiers demandent un hébergeur certifié (HDS). Demandez à votre structure avant d'y tenir un CREX.",
        "Health data given to a third party need a certified host (HDS in France). Ask your institution before you hold a meeting there.";
    synced_remedy => "Que faire\u{a0}: déplacer ce dossier hors de la synchronisation et l'ouvrir par les réglages (Dossier), ou le chiffrer\u{a0}: crex encrypt.",
        "What to do: move this folder out of the synchronisation and open it from the settings (Folder), or encrypt it: crex encrypt.";
    synced_once => "Ce n'est dit qu'une fois\u{202f}; crex check le redit.", "This is said once; crex check says it again.";

    openness_mended(n: usize) => match n {
            1 => "1 dossier ou fichier était lisible par d'autres\u{a0}: c'est corrigé.".to_owned(),
            n => format!("{n} dossiers et fichiers étaient lisibles par d'autres\u{a0}: c'est corrigé."),
        }, match n {
            1 => "1 folder or file could be read by others: mended.".to_owned(),
            n => format!("{n} folders and files could be read by others: mended."),
        };
    openness_stays => "Ce disque ne sait pas réserver un fichier à une personne\u{a0}: qui l'ouvre lit tout. crex encrypt chiffre ce dossier.",
        "This disk cannot keep a file for one person: whoever opens it reads all. crex encrypt encrypts this folder.";
    openness_not_ours => "Ce dossier est à quelqu'un d'autre, et d'autres peuvent le lire\u{a0}: seul son propriétaire peut en fermer l'accès. crex encrypt chiffre ce dossier.",
        "This folder belongs to somebody else, and others can read it: only its owner can close it. crex encrypt encrypts this folder.";
    openness_found(root: &str, n: usize) => match n {
            1 => format!("{root}\u{a0}: 1 dossier ou fichier est lisible par d'autres. Ouvrir crex le corrige."),
            n => format!("{root}\u{a0}: {n} dossiers et fichiers sont lisibles par d'autres. Ouvrir crex les corrige."),
        }, match n {
            1 => format!("{root}: 1 folder or file can be read by others. Opening crex mends it."),
            n => format!("{root}: {n} folders and files can be read by others. Opening crex mends them."),
        };

    foot_scrub => "effacer un nom", "erase a name";
    name_scrub => "Effacer un nom partout…", "Erase a name everywhere…";
    scrub_title => "Effacer un nom partout", "Erase a name everywhere";
    scrub_at_home => "D'abord, revenez à l'accueil\u{a0}: toutes les séances sont touchées, aucune ne doit être ouverte.",
        "First go back home: all sessions are touched, none may be open.";
    scrub_field_word => "Le nom", "The name";
    scrub_field_with => "À sa place", "In its place";
    scrub_field_reason => "Raison", "Reason";
    scrub_look => "Chercher partout", "Look everywhere";
    scrub_not_yet => "Ne rien effacer", "Erase nothing";
    scrub_do => "Effacer partout, pour toujours", "Erase everywhere, for ever";
    scrub_found_said(count: &str) => format!("Trouvé\u{a0}: {count} (le nom est masqué)."), format!("Found: {count} (the name is masked).");
    scrub_private(n: usize) => match n {
            1 => "1 endroit n'est pas pour tous (notes, cas, bulletins)\u{a0}: il n'est pas montré ici.".to_owned(),
            n => format!("{n} endroits ne sont pas pour tous (notes, cas, bulletins)\u{a0}: ils ne sont pas montrés ici."),
        }, match n {
            1 => "1 place is not for everybody (notes, cases, papers): it is not shown here.".to_owned(),
            n => format!("{n} places are not for everybody (notes, cases, papers): they are not shown here."),
        };
    scrub_exports_too => "Détruire aussi les documents écrits par crex", "Destroy the documents written by crex as well";
    scrub_sealed(n: usize) => match n {
            1 => "1 séance scellée sera scellée de nouveau, et le dira.".to_owned(),
            n => format!("{n} séances scellées seront scellées de nouveau, et le diront."),
        }, match n {
            1 => "1 sealed session will be sealed again, and say so.".to_owned(),
            n => format!("{n} sealed sessions will be sealed again, and say so."),
        };
    scrub_left(n: usize) => match n {
            1 => "1 fichier peut le garder\u{a0}: crex scrub le nomme.".to_owned(),
            n => format!("{n} fichiers peuvent le garder\u{a0}: crex scrub les nomme."),
        }, match n {
            1 => "1 file may keep it: crex scrub names it.".to_owned(),
            n => format!("{n} files may keep it: crex scrub names them."),
        };
    scrub_exports(n: usize) => match n {
            1 => "1 document écrit par crex sera détruit.".to_owned(),
            n => format!("{n} documents écrits par crex seront détruits."),
        }, match n {
            1 => "1 document written by crex will be destroyed.".to_owned(),
            n => format!("{n} documents written by crex will be destroyed."),
        };
    help_scrub => "Un nom tapé par erreur est effacé de tous les fichiers, des séances scellées, des noms de fichiers et des copies de secours. Cherchez d'abord\u{a0}; rien n'est fait avant le dernier bouton, et rien ne le défait. Le compte rendu dit qu'un mot a été effacé, jamais lequel.",
        "A name typed by mistake is erased from all files, sealed sessions, names of files and backups. Look first; nothing is done before the last button, and nothing undoes it. The record says that a word was erased, never which.";

    doc_erasures => "effacement", "erasure";
    erasure_said(on: &str, places: u32) => match places {
            1 => format!("Le {on}, un mot a été effacé à 1 endroit."),
            n => format!("Le {on}, un mot a été effacé à {n} endroits."),
        }, match places {
            1 => format!("On {on}, a word was erased in 1 place."),
            n => format!("On {on}, a word was erased in {n} places."),
        };
    erasure_reason(reason: &str) => format!("Raison\u{a0}: {reason}."), format!("Reason: {reason}.");
    erasure_sealed(print: &str) => format!("Empreinte du sceau d'avant\u{a0}: {print}."), format!("Fingerprint of the seal before: {print}.");
}
