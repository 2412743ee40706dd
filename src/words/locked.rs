//! The sentences of an encrypted workspace.

use super::Words;
use crate::domain::problem::LockFault;

impl Words {
    /// Why an encrypted workspace stays closed, and what to do.
    pub fn lock_fault(self, root: &str, fault: LockFault) -> String {
        match fault {
            LockFault::Missing => self.lock_missing(root),
            LockFault::Left => self.lock_left().to_owned(),
            LockFault::Wrong => self.lock_wrong().to_owned(),
            LockFault::Damaged => self.lock_damaged(root),
            LockFault::NotAKey => self.lock_not_a_key().to_owned(),
            LockFault::OtherKey => self.lock_other_key(root),
            LockFault::NotAlike => self.lock_not_alike(root),
            LockFault::NoKey => self.lock_no_key(root),
        }
    }
}

crate::words! {
    cli_encrypt => "Chiffrer le dossier de travail\u{a0}: sans la phrase de passe, personne n'y lit rien",
        "Encrypt the working folder: without the passphrase nobody reads anything in it";
    cli_encrypt_recovery => "Clé publique de secours (age1…), qui ouvre aussi le dossier\u{a0}: celle de l'établissement, gardée ailleurs",
        "Public recovery key (age1…), which opens the folder as well: that of the institution, kept elsewhere";
    value_key => "CLÉ", "KEY";
    cli_decrypt => "Enlever le chiffrement du dossier de travail", "Take the encryption of the working folder away";
    cli_passphrase => "Changer la phrase de passe du dossier de travail", "Change the passphrase of the working folder";
    cli_passphrase_recover => "Fichier de la clé privée de secours, quand la phrase de passe est perdue",
        "File with the private recovery key, when the passphrase is lost";

    ask_passphrase(root: &str) => format!("Phrase de passe de {root}\u{a0}: "), format!("Passphrase of {root}: ");
    ask_new_passphrase => "Sans cette phrase, plus rien ne s'ouvrira, pour personne\u{a0}: retenez-la.\nNouvelle phrase de passe\u{a0}: ",
        "Without this phrase nothing will open again, for anyone: remember it.\nNew passphrase: ";
    ask_again => "La même, encore une fois\u{a0}: ", "The same once more: ";
    passphrase_short(least: usize) => format!("C'est trop court\u{a0}: {least} caractères au moins. Cinq ou six mots sans rapport entre eux se retiennent bien."),
        format!("That is too short: {least} characters at least. Five or six words that have nothing to do with each other are easy to remember.");
    passphrase_long(most: usize) => format!("C'est trop long\u{a0}: {most} caractères au plus. Rien n'a été changé\u{202f}; recommencez."),
        format!("That is too long: {most} characters at most. Nothing was changed; try again.");
    passphrase_differs => "Les deux ne sont pas pareilles. Rien n'a été changé\u{202f}; recommencez.",
        "The two are not the same. Nothing was changed; try again.";
    passphrase_changed(root: &str) => format!("La phrase de passe de {root} est changée. Qui garde une copie ancienne de key.age l'ouvre encore avec l'ancienne."),
        format!("The passphrase of {root} is changed. Whoever keeps an old copy of key.age still opens it with the old one.");
    encrypted(root: &str, n: usize) => match n {
            1 => format!("{root} est chiffré\u{a0}: 1 document."),
            n => format!("{root} est chiffré\u{a0}: {n} documents."),
        }, match n {
            1 => format!("{root} is encrypted: 1 document."),
            n => format!("{root} is encrypted: {n} documents."),
        };
    encrypting => "Chiffrement en cours\u{202f}; cela peut durer une minute. S'il est interrompu, la même commande le reprend.",
        "Encrypting; this may take a minute. If it is interrupted, the same command goes on with it.";
    decrypting => "Le chiffrement est en train d'être enlevé\u{202f}; cela peut durer une minute. En cas d'interruption, la même commande reprend.",
        "Encryption is being taken away; this may take a minute. If it is interrupted, the same command goes on with it.";
    encrypted_beware => "Sans la phrase de passe, rien ne s'ouvre plus, pour personne. Gardez aussi une copie du fichier key.age. Ce qu'un SSD, une sauvegarde ou un dossier synchronisé garde d'avant reste lisible là-bas.",
        "Without the passphrase nothing opens any more, for anyone. Keep a copy of the file key.age as well. What an SSD, a backup or a synced folder keeps from before stays readable there.";
    decrypted(root: &str, n: usize) => match n {
            1 => format!("{root} n'est plus chiffré\u{a0}: 1 document."),
            n => format!("{root} n'est plus chiffré\u{a0}: {n} documents."),
        }, match n {
            1 => format!("{root} is not encrypted any more: 1 document."),
            n => format!("{root} is not encrypted any more: {n} documents."),
        };
    already_encrypted(root: &str) => format!("{root} est déjà chiffré."), format!("{root} is encrypted already.");
    not_encrypted(root: &str) => format!("{root} n'est pas chiffré."), format!("{root} is not encrypted.");
    left_in_clear(path: &str) => format!("{path} reste lisible\u{a0}: c'est un document sorti du programme, ou posé là. Enlevez-le si personne n'en a besoin."),
        format!("{path} stays readable: it is a document that left the program, or was put there. Take it away if nobody needs it.");

    turned_aside(path: &str) => format!("Un document avait changé depuis une conversion arrêtée en route. L'état le plus récent est gardé en place, l'autre dans {path}."),
        format!("A document had changed since a conversion that was stopped. The latest state stays in its place, the other is kept in {path}.");
    recovery_late => "Le chiffrement de ce dossier est déjà commencé, sans cette clé de secours. Finissez-le sans --recovery, puis déchiffrez et chiffrez de nouveau avec elle.",
        "The encryption of this folder is begun already, without this recovery key. Finish it without --recovery, then decrypt and encrypt again with it.";
    turned_unsure => "Ce disque ne connaît pas les verrous\u{a0}: rien n'a empêché une autre fenêtre d'écrire pendant ce temps. Si crex était ouvert ailleurs, tapez crex check.",
        "This disk knows no locks: nothing kept another window from writing meanwhile. If crex was open elsewhere, type crex check.";

    settings_encrypted => "Ce dossier est chiffré\u{a0}: sans la phrase de passe, personne n'y lit rien.",
        "This folder is encrypted: without the passphrase nobody reads anything in it.";
    settings_in_the_clear => "Qui ouvre ce dossier peut tout y lire. crex encrypt le chiffre.",
        "Whoever opens this folder can read all of it. crex encrypt encrypts it.";
    settings_lock_after => "Verrouiller après (minutes)", "Lock after (minutes)";
    settings_lock_after_hint => "Sans une touche pendant ce temps, la phrase de passe est redemandée. 0\u{a0}: jamais. La séance reste ouverte derrière.",
        "Without a key for that long the passphrase is asked for again. 0: never. The meeting stays open behind.";
    locked_title => "Ce dossier est chiffré", "This folder is encrypted";
    locked_idle => "Écran verrouillé. La séance est gardée.", "Screen locked. The meeting is kept.";
    locked_passphrase => "Phrase de passe", "Passphrase";
    locked_help => "La phrase de passe est celle que l'équipe a choisie en chiffrant ce dossier\u{a0}: majuscules, accents et espaces comptent. Oubliée\u{202f}? Qui garde la clé de secours, s'il y en a une, choisit une nouvelle phrase par crex passphrase --recover FICHIER. Sans l'une ni l'autre, rien ne s'ouvre.",
        "The passphrase is the one that the team chose when it encrypted this folder: capitals, accents and spaces count. Forgotten? Whoever keeps the recovery key, if there is one, chooses a new phrase with crex passphrase --recover FILE. Without either, nothing opens.";
    locked_help_idle => "Ce qui était ouvert attend derrière.", "What was open waits behind.";
    locked_trying => "Ouverture…", "Opening…";
    foot_unlock => "ouvrir", "open";
    foot_empty => "effacer", "erase";

    lock_missing(root: &str) =>
        format!("Le dossier {root} est chiffré\u{a0}: il faut sa phrase de passe. Dans un terminal elle est demandée\u{202f}; pour un script, donnez dans CREX_PASSPHRASE_FILE le nom d'un fichier dont elle est la première ligne."),
        format!("The folder {root} is encrypted: its passphrase is needed. In a terminal it is asked for; for a script, give in CREX_PASSPHRASE_FILE the name of a file of which it is the first line.");
    left_clear(root: &str, n: usize) => match n {
            1 => format!("Dans {root}, qui est chiffré, 1 document est resté lisible. N'enlevez rien\u{a0}: tapez crex encrypt pour finir."),
            n => format!("Dans {root}, qui est chiffré, {n} documents sont restés lisibles. N'enlevez rien\u{a0}: tapez crex encrypt pour finir."),
        }, match n {
            1 => format!("In {root}, which is encrypted, 1 document stayed readable. Take nothing away: type crex encrypt to finish."),
            n => format!("In {root}, which is encrypted, {n} documents stayed readable. Take nothing away: type crex encrypt to finish."),
        };
    lock_left => "Aucune phrase de passe n'a été donnée. Rien n'a été changé.", "No passphrase was given. Nothing was changed.";
    lock_wrong => "Ce n'est pas la phrase de passe. Rien n'a été ouvert\u{202f}; recommencez.",
        "That is not the passphrase. Nothing was opened; try again.";
    lock_damaged(root: &str) =>
        format!("Le fichier key.age du dossier {root} n'est pas entier, ou n'est pas de ce programme. Remettez-en une copie\u{a0}: sans lui, seule la clé de secours ouvre ce dossier."),
        format!("The file key.age of the folder {root} is not whole, or not of this program. Put a copy of it back: without it only the recovery key opens this folder.");
    lock_other_key(root: &str) =>
        format!("Le fichier key.age du dossier {root} n'est pas celui qui a été ouvert\u{a0}: quelqu'un d'autre y a mis le sien. Rien n'a été effacé\u{202f}; recommencez."),
        format!("The file key.age of the folder {root} is not the one that was opened: somebody else put theirs there. Nothing was erased; try again.");
    lock_not_alike(root: &str) =>
        format!("La séance et le dossier {root} ne sont pas fermés par la même clé, ou un seul des deux est chiffré. Rien n'y a été écrit\u{a0}: choisissez un autre dossier."),
        format!("The session and the folder {root} are not closed by the same key, or only one of the two is encrypted. Nothing was written there: choose another folder.");
    lock_no_key(root: &str) =>
        format!("Des documents du dossier {root} sont chiffrés, et son fichier key.age n'y est pas. Remettez-en une copie\u{a0}: sans lui, rien ne s'ouvre."),
        format!("Documents of the folder {root} are encrypted, and its file key.age is not there. Put a copy of it back: without it nothing opens.");
    lock_not_a_key => "Ce n'est pas une clé de secours\u{a0}: une clé publique commence par age1, la clé privée par AGE-SECRET-KEY-1.",
        "That is no recovery key: a public key begins with age1, the private one with AGE-SECRET-KEY-1.";
}
