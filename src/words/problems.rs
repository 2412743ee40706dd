//! What keeps a file or a command from working, why a document may only be read, and what was noticed in it: one clear
//! sentence, and what to do.

use super::{Words, shown};
use crate::domain::problem::{DiskFault, FileFault, Problem, Remark, RonFault, Why};
use crate::domain::text::Text;
use chrono::NaiveDateTime;

impl Words {
    /// A problem and its remedy.
    pub fn problem(self, problem: &Problem) -> String {
        match problem {
            Problem::Disk(path, fault) => self.disk_fault(*fault, &shown(path)),
            Problem::File(path, fault) => self.file_fault(fault, &shown(path)),
            Problem::Grid(path, fault) => self.check_said(&shown(path), &self.grid_fault(fault)),
            Problem::Scenario(path, finding) => {
                self.check_said(&shown(path), &self.scenario_finding(finding))
            }
            Problem::NoSession(what) if what.is_blank() => self.no_session_named().to_owned(),
            Problem::NoSession(what) => self.no_session(what.as_str()),
            Problem::ManySessions(what, names) => self.many_sessions(what.as_str(), &listed(names)),
            Problem::Logo(name, fault) => self.logo_fault(name.as_str(), *fault),
            Problem::LeftClear(root, n) => self.left_clear(&shown(root), *n),
            Problem::Locked(root, fault) => self.lock_fault(&shown(root), *fault),
            Problem::InUse(root) => self.problem_in_use(&shown(root)),
            Problem::WorkedOn(root, who) => {
                self.problem_worked_on(&shown(root), &self.held(who.as_str()))
            }
            Problem::Touched(path) => self.problem_touched(&shown(path)),
            Problem::NoTerminal => self.problem_no_terminal().to_owned(),
            Problem::ReadOnly(path, Why::NewerSchema(schema)) => {
                self.newer_unreadable(&shown(path), *schema)
            }
            Problem::ReadOnly(path, why) => self.problem_read_only(&shown(path), &self.why(why)),
            Problem::Changed(path) => self.problem_changed(&shown(path)),
            Problem::Since(path) => self.purge_since(&shown(path)),
            Problem::Inside(path) => self.archive_inside(&shown(path)),
            Problem::DamagedLog(path) => self.purge_damaged_log(&shown(path)),
            Problem::NoHome => self.problem_no_home().to_owned(),
        }
    }

    /// Why a document is open for reading only.
    pub fn why(self, why: &Why) -> String {
        match why {
            Why::Sealed => self.why_sealed().to_owned(),
            Why::Reviewed => self.why_reviewed().to_owned(),
            Why::NewerSchema(schema) => self.why_newer(*schema),
            Why::UnknownFields(names) => self.why_unknown(&listed(names)),
            Why::Held(who) => self.held(who.as_str()),
            Why::Disk(fault) => self.why_disk(self.disk_kind(*fault)),
            Why::Presented(date, number) => {
                let number = match number {
                    0 => String::new(),
                    n => format!(" ({})", self.crex_number(*n)),
                };
                self.led_presented_in(&self.date(*date), &number)
            }
        }
    }

    /// What was noticed while reading.
    pub fn remark(self, remark: &Remark) -> String {
        match remark {
            Remark::ByteOrderMark => self.remark_mark().to_owned(),
            Remark::Cleaned => self.remark_cleaned().to_owned(),
            Remark::Migrated(schema) => self.remark_migrated(*schema),
            Remark::SealBroken => self.remark_seal_broken().to_owned(),
            Remark::UnknownFields(names) => self.remark_unknown(&listed(names)),
            Remark::Recovered(n) => self.remark_recovered(*n),
            Remark::Foreign(_) => self.remark_foreign().to_owned(),
            Remark::TornJournal => self.remark_torn().to_owned(),
            Remark::DamagedJournal(at, lost) => self.remark_damaged_journal(*at, *lost),
            Remark::Dangling(at, to) => self.remark_dangling(at.as_str(), to.as_str()),
            Remark::DuplicateId(at, id) => self.remark_twice(at.as_str(), id.as_str()),
            Remark::OutOfRange(at, n) => self.remark_out_of_range(at.as_str(), *n),
            Remark::LowCounter(at, n) => self.remark_low_counter(at.as_str(), *n),
            Remark::GridReworded(name) => self.remark_grid_reworded(name.get(self.0)),
            Remark::GridVersion(name, used, here) => {
                self.remark_grid_version(name.get(self.0), *used, *here)
            }
            Remark::GridUnknown(id) => self.remark_grid_unknown(id.as_str()),
            Remark::BadPaper(at, n) => self.remark_bad_paper(at.as_str(), *n),
            Remark::Miscounted(at, n) => self.remark_miscounted(at.as_str(), *n),
            Remark::AmendmentBroken(n) => self.remark_amendment_broken(*n),
            Remark::AmendmentsCut => self.remark_amendments_cut().to_owned(),
            Remark::Played => self.remark_played().to_owned(),
        }
    }

    fn disk_fault(self, fault: DiskFault, path: &str) -> String {
        match fault {
            DiskFault::NotFound => self.disk_not_found(path),
            DiskFault::Denied => self.disk_denied(path),
            DiskFault::Full => self.disk_full(path),
            DiskFault::ReadOnly => self.disk_read_only(path),
            DiskFault::Exists => self.disk_exists(path),
            DiskFault::Busy => self.disk_busy(path),
            DiskFault::Altered => self.disk_altered(path),
            DiskFault::Other(Some(number)) => self.disk_other_number(path, number),
            DiskFault::Other(None) => self.disk_other(path),
        }
    }

    /// What the disk refuses, in a few words, for where there is little room.
    pub fn shortly(self, problem: &Problem) -> String {
        match problem {
            Problem::Disk(_, DiskFault::NotFound) => self.short_not_found().to_owned(),
            Problem::Disk(_, DiskFault::Denied) => self.short_denied().to_owned(),
            Problem::Disk(_, DiskFault::Full) => self.short_full().to_owned(),
            Problem::Disk(_, DiskFault::ReadOnly) => self.short_read_only().to_owned(),
            Problem::Disk(_, DiskFault::Busy) => self.short_busy().to_owned(),
            Problem::Disk(_, DiskFault::Other(Some(number))) => self.short_number(*number),
            Problem::Disk(_, _) => self.short_other().to_owned(),
            other => self.problem(other).trim_end_matches('.').to_owned(),
        }
    }

    /// Why an export was not written; the one before stays.
    pub fn export_fault(self, path: &str, fault: DiskFault) -> String {
        match fault {
            DiskFault::Full => self.disk_unwritten(path, self.kind_full_room()),
            DiskFault::Denied => self.disk_unwritten(path, self.kind_denied_or_open()),
            fault => self.disk_fault(fault, path),
        }
    }

    const fn disk_kind(self, fault: DiskFault) -> &'static str {
        match fault {
            DiskFault::Full => self.kind_full(),
            DiskFault::Denied => self.kind_denied(),
            _ => self.kind_read_only(),
        }
    }

    fn file_fault(self, fault: &FileFault, path: &str) -> String {
        match fault {
            FileFault::Empty => self.file_empty(path),
            FileFault::Folder => self.file_folder(path),
            FileFault::TooMany(n, most) => self.folder_too_many(path, *n, *most),
            FileFault::NotAFile => self.file_not_a_file(path),
            FileFault::TooLarge(size, limit) => {
                self.file_too_large(path, megabytes(*size), megabytes(*limit))
            }
            FileFault::Utf16 => self.file_utf16(path),
            FileFault::NotUtf8(offset) => self.file_not_utf8(path, *offset + 1),
            FileFault::Cut(line, column) => self.file_cut(path, *line, *column),
            FileFault::Ron(line, column, fault) => {
                self.file_ron(path, *line, *column, &self.ron_fault(fault))
            }
            FileFault::Incoherent(what) if what.is_blank() => self.file_unfit(path),
            FileFault::Incoherent(what) => self.file_incoherent(path, what.as_str()),
        }
    }

    pub(super) fn ron_fault(self, fault: &RonFault) -> String {
        match fault {
            RonFault::Expected(sign) => self.ron_expected(sign.as_str()),
            RonFault::WrongValue(wanted, found) => match (wanted.filled(), found.filled()) {
                (Some(wanted), Some(found)) => self.ron_wrong(wanted, found),
                (Some(wanted), None) => self.ron_expected(wanted),
                (None, Some(found)) => self.ron_not_understood(found),
                (None, None) => self.ron_other().to_owned(),
            },
            RonFault::UnknownVariant(name) => self.ron_unknown(name.as_str()),
            RonFault::MissingField(name) => self.ron_missing(name.as_str()),
            RonFault::DuplicateField(name) => self.ron_twice(name.as_str()),
            RonFault::BadText => self.ron_bad_text().to_owned(),
            RonFault::BadNumber => self.ron_bad_number().to_owned(),
            RonFault::TooDeep => self.ron_too_deep().to_owned(),
            RonFault::Trailing => self.ron_trailing().to_owned(),
            RonFault::Other => self.ron_other().to_owned(),
        }
    }

    /// Who holds a document: « 4711 salle-2 2026-11-19 14:30 », as far as known.
    fn held(self, who: &str) -> String {
        let mut parts = who.splitn(3, ' ').skip(1);
        let machine = parts.next().unwrap_or_default();
        let since = parts.next().unwrap_or_default();
        match NaiveDateTime::parse_from_str(since, "%Y-%m-%d %H:%M") {
            Ok(at) if machine == "-" => self.held_here(self.since(at)),
            Ok(at) => self.held_by(machine, self.since(at)),
            Err(_) => self.held_unknown().to_owned(),
        }
    }

    /// An hour and its day: « 14 h 30 (jeu. 19 nov. 2026) ».
    fn since(self, at: NaiveDateTime) -> String {
        format!("{} ({})", self.time(at.time()), self.date(at.date()))
    }
}

fn listed(names: &[Text]) -> String {
    let names: Vec<&str> = names.iter().map(Text::as_str).collect();
    names.join(", ")
}

/// Megabytes, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

crate::words! {
    no_session_named => "Aucune séance n'est nommée. Indiquez un fichier, une date ou le début d'un titre\u{202f}; «\u{a0}crex list\u{a0}» les montre.",
        "No session is named. Give a file, a date or the start of a title; “crex list” shows them.";
    no_session(what: &str) => format!("Aucune séance ne correspond à «\u{a0}{what}\u{a0}». «\u{a0}crex list\u{a0}» montre celles qui existent."),
        format!("No session matches “{what}”. “crex list” shows those there are.");
    many_sessions(what: &str, names: &str) => format!("Plusieurs séances correspondent à «\u{a0}{what}\u{a0}»\u{a0}: {names}. Précisez la date, le titre ou le fichier."),
        format!("Several sessions match “{what}”: {names}. Give more of the title, the date or the file.");
    problem_no_terminal => "L'écran de crex a besoin d'un terminal. Lancez la commande dans une fenêtre de terminal, sans redirection.",
        "The screen of crex needs a terminal. Run the command in a terminal window, without redirection.";
    problem_read_only(path: &str, why: &str) => format!("{path}\u{a0}: lecture seule. {why}"),
        format!("{path}: read-only. {why}");
    newer_unreadable(path: &str, schema: u32) => format!("{path} a été écrit par une version plus récente de crex (format {schema}) et ne peut pas être lu ici. Mettez crex à jour\u{202f}; le fichier reste intact."),
        format!("{path} was written by a newer version of crex (format {schema}) and cannot be read here. Update crex; the file is left as it is.");
    problem_changed(path: &str) => format!("{path} a été changé ailleurs\u{a0}: la séance n'est pas scellée et rien n'est remplacé. La vôtre continue dans une copie à côté\u{202f}; comparez les deux, puis scellez."),
        format!("{path} was changed elsewhere: the session is not sealed and nothing is replaced. Yours goes on in a copy beside it; compare the two, then seal.");
    problem_in_use(root: &str) => format!("{root} est ouvert ailleurs, dans une autre fenêtre ou sur un autre poste. Rien n'a été fait\u{a0}: fermez crex partout ailleurs, puis recommencez."),
        format!("{root} is open elsewhere, in another window or on another machine. Nothing was done: close crex everywhere else, then try again.");
    problem_worked_on(root: &str, who: &str) => format!("Tout {root} est en train d'être chiffré, déchiffré ou nettoyé. {who} Attendez que ce soit fini, puis recommencez."),
        format!("All of {root} is being encrypted, decrypted or cleaned. {who} Wait until that is done, then try again.");
    problem_touched(path: &str) => format!("{path} a été changé pendant que tout était converti\u{a0}: ce qui y est écrit reste. Fermez ce qui l'écrit, puis tapez la même commande pour finir."),
        format!("{path} was changed while all was being converted: what is written there stays. Close what writes it, then type the same command to finish.");
    problem_no_home => "Le dossier personnel n'est pas connu sur cet ordinateur. Indiquez l'espace de travail avec --workspace DOSSIER.",
        "The personal folder is not known on this computer. Name the workspace with --workspace FOLDER.";

    short_not_found => "le dossier n'est plus là", "the folder is gone";
    short_denied => "le dossier est protégé", "the folder is protected";
    short_full => "le disque est plein", "the disk is full";
    short_read_only => "le disque est en lecture seule", "the disk is read-only";
    short_busy => "le fichier est pris par un autre programme", "another program holds the file";
    short_number(number: i32) => format!("le disque refuse (erreur {number})"), format!("the disk refuses (error {number})");
    short_other => "le disque refuse", "the disk refuses";
    disk_not_found(path: &str) => format!("{path} est introuvable. Vérifiez le nom et que la clé ou le disque est bien branché."),
        format!("{path} cannot be found. Check the name, and that the stick or disk is plugged in.");
    disk_denied(path: &str) => format!("L'accès à {path} est refusé. Choisissez un autre dossier ou demandez les droits."),
        format!("Access to {path} is denied. Choose another folder or ask for permission.");
    disk_full(path: &str) => format!("Le disque est plein\u{a0}: {path} n'a pas pu être écrit. Libérez de la place\u{202f}; crex réessaie tout seul."),
        format!("The disk is full: {path} could not be written. Free some space; crex tries again by itself.");
    disk_read_only(path: &str) => format!("{path} est sur un disque en lecture seule. Déverrouillez-le ou choisissez un autre espace de travail."),
        format!("{path} is on a read-only disk. Unlock it or choose another workspace.");
    disk_exists(path: &str) => format!("{path} existe déjà et n'est pas remplacé. Choisissez un autre nom."),
        format!("{path} exists already and is not replaced. Choose another name.");
    disk_busy(path: &str) => format!("{path} est ouvert dans un autre programme. Fermez-le là-bas, puis recommencez."),
        format!("{path} is open in another program. Close it there, then try again.");
    disk_altered(path: &str) => format!("{path} est chiffré et ne s'ouvre pas\u{a0}: le fichier a été modifié ou coupé, ou chiffré avec une autre clé. Reprenez-en une copie, ou une sauvegarde du dossier .crex/backups."),
        format!("{path} is encrypted and does not open: the file was changed or cut, or encrypted with another key. Take a copy of it, or a backup from the folder .crex/backups.");
    disk_unwritten(path: &str, why: &str) => format!("{path} n'a pas été écrit\u{a0}: {why}. Celui d'avant, s'il y en avait un, est intact."),
        format!("{path} was not written: {why}. The one before, if there was one, is as it was.");
    kind_full_room => "le disque est plein, libérez de la place puis recommencez", "the disk is full, free some space and try again";
    kind_denied_or_open => "l'accès est refusé\u{202f}; s'il est ouvert dans un autre programme, fermez-le, sinon choisissez un autre dossier", "access is denied; if it is open in another program close it, else choose another folder";
    disk_other(path: &str) => format!("Le disque ne répond pas comme prévu pour {path}. Vérifiez-le ou choisissez un autre dossier."),
        format!("The disk does not answer as expected for {path}. Check it or choose another folder.");
    disk_other_number(path: &str, number: i32) => format!("Le disque ne répond pas comme prévu pour {path} (erreur {number} du système). Vérifiez-le ou choisissez un autre dossier."),
        format!("The disk does not answer as expected for {path} (system error {number}). Check it or choose another folder.");
    kind_full => "le disque est plein", "the disk is full";
    kind_denied => "l'accès au dossier est refusé", "access to the folder is denied";
    kind_read_only => "rien ne peut être écrit dans ce dossier", "nothing can be written in this folder";

    file_empty(path: &str) => format!("{path} est vide. Reprenez une copie, par exemple dans .crex/backups."),
        format!("{path} is empty. Bring back a copy, for instance from .crex/backups.");
    file_folder(path: &str) => format!("{path} est un dossier, pas un fichier. Indiquez le fichier qu'il contient."),
        format!("{path} is a folder, not a file. Name the file inside it.");
    file_not_a_file(path: &str) => format!("{path} n'est pas un fichier ordinaire. Indiquez un fichier .ron."),
        format!("{path} is not an ordinary file. Name a .ron file.");
    file_too_large(path: &str, size: u64, limit: u64) => format!("{path} est trop grand ({size}\u{a0}Mo, au plus {limit}\u{a0}Mo). Ce n'est sans doute pas un fichier de crex."),
        format!("{path} is too large ({size} MB, at most {limit} MB). It is probably not a file of crex.");
    folder_too_many(path: &str, n: usize, most: usize) => format!("{path} contient {n} fichiers\u{202f}; les {most} plus récents sont lus. Rangez les plus anciens dans un autre espace de travail."),
        format!("{path} holds {n} files; the {most} most recent are read. Move older ones to another workspace.");
    file_utf16(path: &str) => format!("{path} est enregistré en UTF-16. Enregistrez-le de nouveau en UTF-8 depuis l'éditeur de texte."),
        format!("{path} is saved as UTF-16. Save it again as UTF-8 from the text editor.");
    file_not_utf8(path: &str, byte: usize) => format!("{path} n'est pas un texte en UTF-8 (position {byte}). Enregistrez-le de nouveau en UTF-8 ou reprenez une copie dans .crex/backups."),
        format!("{path} is not UTF-8 text (position {byte}). Save it again as UTF-8, or bring back a copy from .crex/backups.");
    file_cut(path: &str, line: usize, column: usize) => format!("{path} s'arrête au milieu (ligne {line}, colonne {column}). Reprenez une copie entière, par exemple dans .crex/backups."),
        format!("{path} stops in the middle (line {line}, column {column}). Bring back a whole copy, for instance from .crex/backups.");
    file_ron(path: &str, line: usize, column: usize, what: &str) => format!("{path}, ligne {line}, colonne {column}\u{a0}: {what}. Corrigez cette ligne ou reprenez une copie dans .crex/backups."),
        format!("{path}, line {line}, column {column}: {what}. Correct that line or bring back a copy from .crex/backups.");
    file_incoherent(path: &str, what: &str) => format!("Le contenu de {path} ne se tient pas\u{a0}: {what}. Reprenez une copie dans .crex/backups."),
        format!("The content of {path} does not hold together: {what}. Bring back a copy from .crex/backups.");

    file_unfit(path: &str) => format!("{path} n'a pas été enregistré\u{a0}: la relecture de contrôle a échoué. L'ancien fichier est intact\u{202f}; annulez la dernière saisie."),
        format!("{path} was not saved: reading it back as a check failed. The old file is intact; undo the last entry.");

    ron_expected(sign: &str) => format!("il manque «\u{a0}{sign}\u{a0}»"), format!("“{sign}” is missing");
    ron_wrong(wanted: &str, found: &str) => format!("«\u{a0}{found}\u{a0}» se trouve là où il faut «\u{a0}{wanted}\u{a0}»"),
        format!("“{found}” stands where “{wanted}” should be");
    ron_not_understood(found: &str) => format!("«\u{a0}{found}\u{a0}» n'est pas une valeur possible ici"), format!("“{found}” is not a possible value here");
    ron_unknown(name: &str) => format!("«\u{a0}{name}\u{a0}» n'est pas un des mots possibles ici"), format!("“{name}” is not one of the words possible here");
    ron_missing(name: &str) => format!("le champ «\u{a0}{name}\u{a0}» manque"), format!("the field “{name}” is missing");
    ron_twice(name: &str) => format!("le champ «\u{a0}{name}\u{a0}» figure deux fois"), format!("the field “{name}” stands twice");
    ron_bad_text => "un texte n'a pas son guillemet de fin, ou contient un signe «\u{a0}\\\u{a0}» de trop", "a text lacks its closing quote, or has a “\\” too many";
    ron_bad_number => "ce nombre n'est pas possible ici", "this number is not possible here";
    ron_too_deep => "trop de parenthèses les unes dans les autres", "too many brackets inside one another";
    ron_trailing => "il y a encore du texte après la fin", "there is more text after the end";
    ron_other => "cette valeur n'est pas comprise", "this value is not understood";

    why_sealed => "Séance scellée\u{a0}: elle se lit, elle ne change plus.", "Session sealed: it can be read, it no longer changes.";
    why_reviewed => "Séance relue\u{a0}: rien n'y change d'ici. Pour la reprendre, ouvrez-la depuis l'accueil.", "Session read again: nothing changes in it from here. To go on with it, open it from home.";
    why_newer(schema: u32) => format!("Ce fichier vient d'une version plus récente de crex (format {schema}). Mettez crex à jour pour le modifier."),
        format!("This file comes from a newer version of crex (format {schema}). Update crex to change it.");
    remark_unknown(names: &str) => format!("Ce fichier scellé contient des champs que cette version ne connaît pas et ne montre pas\u{a0}: {names}. Mettez crex à jour pour les lire."),
        format!("This sealed file holds fields that this version neither knows nor shows: {names}. Update crex to read them.");
    why_unknown(names: &str) => format!("Ce fichier contient des champs que cette version ne connaît pas\u{a0}: {names}. Mettez crex à jour, ou retirez-les du fichier, pour le modifier."),
        format!("This file holds fields that this version does not know: {names}. Update crex, or take them out of the file, to change it.");
    why_disk(kind: &str) => format!("Lecture seule\u{a0}: {kind}. Choisissez un autre espace de travail pour écrire."),
        format!("Read-only: {kind}. Choose another workspace to write.");
    held_by(machine: &str, since: String) => format!("Déjà ouvert ailleurs, sur «\u{a0}{machine}\u{a0}», depuis {since}. Fermez l'autre fenêtre pour écrire ici."),
        format!("Already open elsewhere, on “{machine}”, since {since}. Close the other window to write here.");
    held_here(since: String) => format!("Déjà ouvert dans une autre fenêtre, depuis {since}. Fermez-la pour écrire ici."),
        format!("Already open in another window, since {since}. Close it to write here.");
    held_unknown => "Déjà ouvert dans une autre fenêtre ou sur une autre machine. Fermez-la pour écrire ici.",
        "Already open in another window or on another machine. Close it to write here.";

    remark_mark => "Le fichier commence par une marque invisible, sans effet\u{a0}: rien à faire.",
        "The file begins with an invisible mark, without effect: nothing to do.";
    remark_cleaned => "Des caractères invisibles ou trompeurs ont été retirés des textes. Relisez-les.",
        "Invisible or misleading characters were taken out of the texts. Read them again.";
    remark_migrated(schema: u32) => format!("Écrit par une version plus ancienne (format {schema}) et repris sans perte."),
        format!("Written by an older version (format {schema}) and taken over without loss.");
    remark_seal_broken => "Le fichier a été modifié après le scellement\u{a0}: le sceau ne correspond plus. Ouvrez la séance, «\u{a0}comparer avec l'état scellé\u{a0}» montre ce qui a changé.",
        "The file was changed after sealing: the seal no longer matches. Open the session, “compare with the sealed state” shows what changed.";
    remark_amendment_broken(n: usize) => format!("L'amendement {n} a été modifié, déplacé, ou celui d'avant retiré. Reprenez ce fichier dans .crex/backups, puis ajoutez ce qui manque comme nouvel amendement."),
        format!("Amendment {n} was changed, moved, or the one before it taken out. Bring this file back from .crex/backups, then add what is missing as a new amendment.");
    remark_amendments_cut => "Il manque un ou plusieurs amendements à la fin. Reprenez ce fichier dans .crex/backups.",
        "One or more amendments are missing at the end. Bring this file back from .crex/backups.";
    remark_recovered(n: usize) => match n {
            1 => "Reprise après un arrêt brutal\u{a0}: 1 modification. Rien n'est perdu.".to_owned(),
            n => format!("Reprises après un arrêt brutal\u{a0}: {n} modifications. Rien n'est perdu."),
        },
        match n {
            1 => "Taken back after an abrupt stop: 1 change. Nothing is lost.".to_owned(),
            n => format!("Taken back after an abrupt stop: {n} changes. Nothing is lost."),
        };
    remark_torn => "La toute dernière frappe avant l'arrêt était incomplète et n'a pas été reprise. Vérifiez la dernière ligne saisie.",
        "The very last keystroke before the stop was incomplete and was left out. Check the last line typed.";
    remark_damaged_journal(at: u64, lost: u64) => match lost {
            0 => format!("Le journal des saisies est abîmé à l'enregistrement {at}. Rien n'y manque\u{202f}; il est gardé tel quel dans .crex/journal."),
            1 => format!("Le journal des saisies est abîmé à l'enregistrement {at}\u{a0}: une saisie n'a pas pu être reprise, celles qui suivent le sont. Relisez ce qui a été saisi avant l'arrêt\u{202f}; le journal est gardé tel quel dans .crex/journal."),
            n => format!("Le journal des saisies est abîmé à l'enregistrement {at}\u{a0}: {n} saisies n'ont pas pu être reprises, les autres le sont. Relisez ce qui a été saisi avant l'arrêt\u{202f}; le journal est gardé tel quel dans .crex/journal."),
        },
        match lost {
            0 => format!("The journal of entries is damaged at record {at}. Nothing is missing from it; it is kept as it is in .crex/journal."),
            1 => format!("The journal of entries is damaged at record {at}: one entry could not be brought back, those after it are. Read again what was typed before the stop; the journal is kept as it is in .crex/journal."),
            n => format!("The journal of entries is damaged at record {at}: {n} entries could not be brought back, the others are. Read again what was typed before the stop; the journal is kept as it is in .crex/journal."),
        };
    remark_dangling(at: &str, to: &str) => format!("{at} renvoie à {to}, qui n'existe pas. Refaites le lien ou retirez-le."),
        format!("{at} points to {to}, which does not exist. Make the link again or take it out.");
    remark_twice(at: &str, id: &str) => format!("{at}\u{a0}: {id} figure deux fois. Donnez un autre numéro à l'un des deux dans le fichier."),
        format!("{at}: {id} stands twice. Give one of the two another number in the file.");
    remark_out_of_range(at: &str, n: u32) => format!("{at}\u{a0}: {n} est trop grand. Corrigez ce nombre."),
        format!("{at}: {n} is too large. Correct this number.");
    remark_low_counter(at: &str, n: u32) => format!("ids/{at}\u{a0}: le numéro {n} est déjà donné. Mettez au moins {n} dans le fichier."),
        format!("ids/{at}: number {n} is already given. Put at least {n} in the file.");
    remark_grid_reworded(name: &str) => format!("Grille «\u{a0}{name}\u{a0}»\u{a0}: ses mots ne sont plus ceux de l'analyse. Des questions ont pu être posées autrement\u{202f}; les réponses sont gardées."),
        format!("Grid “{name}”: its words are no longer those of the analysis. Questions may have been asked otherwise; the answers are kept.");
    remark_grid_version(name: &str, used: u32, here: u32) => format!("Grille «\u{a0}{name}\u{a0}»\u{a0}: l'analyse a suivi la version {used}, ce programme montre la version {here}. Des questions ont pu être posées autrement\u{202f}; les réponses sont gardées."),
        format!("Grid “{name}”: the analysis followed version {used}, this program shows version {here}. Questions may have been asked otherwise; the answers are kept.");
    remark_grid_unknown(id: &str) => format!("Ce programme n'a pas la grille «\u{a0}{id}\u{a0}» de l'analyse et ne montre pas ses questions\u{202f}; les réponses sont gardées. Mettez crex à jour pour les revoir."),
        format!("This program does not have the grid “{id}” of the analysis and does not show its questions; the answers are kept. Update crex to see them again.");
    remark_bad_paper(at: &str, n: usize) => format!("{at}/papers\u{a0}: le bulletin n°\u{a0}{n} ne suit pas les règles de ce vote. Le fichier a été modifié\u{a0}: reprenez une sauvegarde, ou votez de nouveau."),
        format!("{at}/papers: paper {n} breaks the rules of this vote. The file was changed: take a backup, or vote again.");
    remark_played => "Ce fichier porte les traces d'une simulation (étapes de formation, cartes, rôles ou tests) et se dit séance réelle\u{a0}: il compterait dans les registres. Rendez-lui son «\u{a0}kind\u{a0}», ou ôtez ces traces.",
        "This file bears the traces of a simulation (steps of a training, cards, roles or tests) and says that it is a real session: it would count in registers. Give it back its “kind”, or take these traces out.";
    remark_miscounted(at: &str, people: u32) => format!("{at}\u{a0}: plus de voix ou de bulletins que {people}\u{a0}votant{} n'en {} donner. Recomptez, ou votez de nouveau.", if people > 1 { "s" } else { "" }, if people > 1 { "peuvent" } else { "peut" }),
        format!("{at}: more votes or papers than {people} voter{} can give. Count again, or vote again.", if people == 1 { "" } else { "s" });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::code::Lang;

    const FR: Words = Words(Lang::Fr);
    const EN: Words = Words(Lang::En);

    #[test]
    fn a_damaged_file_is_named_with_its_place_and_a_remedy() {
        let fault = FileFault::Ron(14, 7, RonFault::UnknownVariant(Text::line("Finie")));
        let problem = Problem::File("séance.ron".into(), fault);
        let french = FR.problem(&problem);
        assert!(
            french.starts_with("séance.ron, ligne 14, colonne 7"),
            "{french}"
        );
        assert!(french.contains("«\u{a0}Finie\u{a0}»") && french.contains(".crex/backups"));
        let english = EN.problem(&problem);
        assert!(
            english.starts_with("séance.ron, line 14, column 7: “Finie”"),
            "{english}"
        );
    }

    #[test]
    fn a_path_cannot_disturb_the_screen() {
        let path = "a\u{1b}[31m\u{202e}b.ron".into();
        let told = EN.problem(&Problem::Disk(path, DiskFault::NotFound));
        assert!(told.starts_with("a[31mb.ron cannot"), "{told}");
    }

    #[test]
    fn who_holds_a_document_is_said_as_far_as_known() {
        let told = |who: &str| EN.why(&Why::Held(Text::line(who)));
        let known = told("4711 salle-2 2026-11-19 14:30");
        assert!(known.contains("on “salle-2”, since 14:30 (Thu 19 Nov 2026)."));
        let here = told("4711 - 2026-11-19 14:30");
        assert!(here.contains("another window, since 14:30"), "{here}");
        assert!(told("").contains("another machine"));
    }

    #[test]
    fn one_entry_is_not_several() {
        assert!(FR.remark(&Remark::Recovered(1)).contains("1 modification."));
        assert!(
            FR.remark(&Remark::Recovered(2))
                .contains("2 modifications.")
        );
    }
}
