//! The import of reported events from a file of a spreadsheet.

use super::Words;
use crate::domain::import::{Encoding, Known, Unreadable, Why};

crate::words! {
    cli_incidents_import => "Reprendre des événements d'un fichier CSV (Excel, logiciel de signalement)", "Take events over from a CSV file (Excel, a reporting system)";
    cli_import_file => "Fichier CSV\u{a0}: points-virgules, virgules ou tabulations, colonnes dans n'importe quel ordre", "CSV file: semicolons, commas or tabs, columns in any order";
    cli_import_map => "Dire ce que contient une colonne\u{a0}: --map Objet=titre\u{202f}; rien après = la laisse de côté. Retenu pour la fois suivante", "Say what a column holds: --map Subject=title; nothing after = leaves it aside. Kept for next time";
    cli_import_dry => "Tout dire sans rien écrire", "Tell everything without writing anything";
    cli_import_refused => "Écrire dans ce fichier les lignes refusées, avec leur raison, pour les corriger", "Write the refused lines into this file, with their reason, to be mended";
    cli_import_anyway => "Importer même si des noms ou des numéros ont été repérés", "Import even if names or numbers were noticed";
    value_map => "COLONNE=CHAMP", "COLUMN=FIELD";
    wrong_map(said: &str) => format!("«\u{a0}{said}\u{a0}» ne dit pas quelle colonne est quoi\u{a0}: --map Objet=titre."), format!("“{said}” does not say which column is what: --map Subject=title.");

    import_mixed => "UTF-8, avec des signes illisibles", "UTF-8, with unreadable signs";
    import_file(encoding: &str, separator: &str) => format!("Fichier en {encoding}, cellules séparées par {separator}"), format!("File in {encoding}, cells separated by {separator}");
    import_semicolon => "des points-virgules", "semicolons";
    import_comma => "des virgules", "commas";
    import_tab => "des tabulations", "tabs";
    import_column => "Colonne", "Column";
    import_field => "Champ", "Field";
    import_aside => "(laissée de côté)", "(left aside)";
    import_asked => "demandé", "as asked";
    import_remembered => "comme la dernière fois", "as last time";
    import_guessed => "d'après l'en-tête", "by its header";
    import_nowhere => "--map colonne=champ la ferait reprendre", "--map column=field would take it over";
    import_line(line: usize, what: &str) => format!("ligne {line}\u{a0}: {what}"), format!("line {line}: {what}");
    import_cell(line: usize, column: &str, value: &str, what: &str) => format!("ligne {line}, colonne «\u{a0}{column}\u{a0}»\u{a0}: «\u{a0}{value}\u{a0}» {what}"),
        format!("line {line}, column “{column}”: “{value}” {what}");
    import_unlisted(column: &str, value: &str, n: usize) => format!("Colonne «\u{a0}{column}\u{a0}»\u{a0}: «\u{a0}{value}\u{a0}» n'est pas dans la liste, gardé tel quel ({n}\u{a0}ligne{}).", s(n)),
        format!("Column “{column}”: “{value}” is not in the list, kept as it is ({n} line{}).", s(n));
    import_dropped(column: &str, value: &str, n: usize) => format!("Colonne «\u{a0}{column}\u{a0}»\u{a0}: «\u{a0}{value}\u{a0}» n'est ni oui ni non, laissé vide ({n}\u{a0}ligne{}).", s(n)),
        format!("Column “{column}”: “{value}” is neither yes nor no, left empty ({n} line{}).", s(n));
    import_short(n: usize, lines: &str) => format!("{n}\u{a0}ligne{} plus courte{} que l'en-tête, la fin reste vide\u{a0}: {lines}.", s(n), s(n)),
        format!("{n} line{} shorter than the header, the end stays empty: {lines}.", s(n));
    import_known(n: usize, lines: &str) => format!("{n}\u{a0}ligne{} déjà dans l'espace de travail, pas importée{} une seconde fois\u{a0}: {lines}.", s(n), s(n)),
        format!("{n} line{} in the workspace already, not imported a second time: {lines}.", s(n));
    import_twice(n: usize, lines: &str) => format!("{n}\u{a0}ligne{} répétée{} dans le fichier, prise{} une seule fois\u{a0}: {lines}.", s(n), s(n), s(n)),
        format!("{n} line{} repeated in the file, taken once only: {lines}.", s(n));
    import_telling(n: usize, lines: usize, which: &str) => format!("{n}\u{a0}nom{}, numéro{} ou autre{} signe{} qui désigne{} quelqu'un, dans {lines}\u{a0}ligne{}\u{a0}: {which}.", s(n), s(n), s(n), s(n), if n > 1 { "nt" } else { "" }, s(lines)),
        format!("{n} name{}, number{} or other sign{} of who someone is, in {lines} line{}: {which}.", s(n), s(n), s(n), s(lines));
    import_held => "Rien n'est importé. Corrigez ces lignes dans le fichier, ou relancez avec --anyway si ce ne sont pas des personnes.",
        "Nothing is imported. Mend these lines in the file, or run again with --anyway if they are no persons.";
    import_would(n: usize, refused: usize) => format!("Rien n'est écrit. {n}\u{a0}événement{} serai{}t importé{}, {refused}\u{a0}ligne{} refusée{}.", s(n), if n > 1 { "en" } else { "" }, s(n), s(refused), s(refused)),
        format!("Nothing is written. {n} event{} would be imported, {refused} line{} refused.", s(n), s(refused));
    import_done(n: usize, refused: usize) => format!("{n}\u{a0}événement{} importé{}, {refused}\u{a0}ligne{} refusée{}.", s(n), s(n), s(refused), s(refused)),
        format!("{n} event{} imported, {refused} line{} refused.", s(n), s(refused));
    import_again => "Corrigez les lignes refusées dans le fichier et relancez\u{a0}: ce qui est importé ne l'est pas deux fois. --refused FICHIER les écrit à part.",
        "Mend the refused lines in the file and run again: what is imported is not imported twice. --refused FILE writes them apart.";
    import_refused_written(path: &str) => format!("Lignes refusées écrites dans {path}\u{a0}: corrigez-les, enregistrez en CSV et importez ce fichier."),
        format!("Refused lines written to {path}: mend them, save as CSV and import that file.");
    import_onto_itself(path: &str) => format!("{path} est le fichier à importer\u{a0}: les lignes refusées prendraient sa place. Donnez un autre nom après --refused."),
        format!("{path} is the file to import: the refused lines would take its place. Give another name after --refused.");
    import_stopped(n: usize, why: &str) => format!("Arrêté après {n}\u{a0}événement{} importé{}. {why} Relancez ensuite la même commande\u{a0}: rien n'est importé deux fois.", s(n), s(n)),
        format!("Stopped after {n} event{} imported. {why} Then run the same command again: nothing is imported twice.", s(n));
    import_map_unkept(why: &str) => format!("Les colonnes n'ont pas été retenues pour la fois suivante. {why}"), format!("The columns were not kept for next time. {why}");
    import_and_more(lines: &str, n: usize) => format!("{lines} et {n} autre{}", s(n)), format!("{lines} and {n} more");

    import_empty(path: &str) => format!("{path} est vide\u{a0}: rien à importer."), format!("{path} is empty: nothing to import.");
    import_workbook(path: &str) => format!("{path} est un classeur. Dans Excel ou LibreOffice, «\u{a0}enregistrer sous\u{a0}», format CSV, puis importez ce fichier-là."),
        format!("{path} is a workbook. In Excel or LibreOffice, “save as”, format CSV, then import that file.");
    import_no_text(path: &str) => format!("{path} n'est pas un texte. Enregistrez le tableau en CSV, puis importez ce fichier-là."), format!("{path} is no text. Save the table as CSV, then import that file.");
    import_no_title(path: &str, heads: &str) => format!("Dans {path}, aucune colonne ne dit le titre ou les faits. Dites laquelle\u{a0}: --map colonne=titre. Colonnes trouvées\u{a0}: {heads}."),
        format!("In {path} no column tells the title or the facts. Say which: --map column=title. Columns found: {heads}.");
    import_no_column(column: &str, heads: &str) => format!("Aucune colonne «\u{a0}{column}\u{a0}». Colonnes trouvées\u{a0}: {heads}."), format!("No column “{column}”. Columns found: {heads}.");
    import_no_field(field: &str, all: &str) => format!("«\u{a0}{field}\u{a0}» n'est pas un champ d'un événement. Possibles\u{a0}: {all}."), format!("“{field}” is no field of an event. Possible: {all}.");

    cell_unclosed => "un guillemet est ouvert et jamais fermé, ou la ligne n'a pas le bon nombre de cellules. Fermez-le, ou doublez ceux qui sont dans le texte.", "a quote is opened and never closed, or the line has not the right number of cells. Close it, or double those inside the text.";
    cell_after_quote => "il y a du texte après un guillemet fermant. Doublez les guillemets qui sont dans le texte.", "there is text behind a closing quote. Double the quotes inside the text.";
    cell_cells(n: usize, wide: usize) => format!("{n}\u{a0}cellules pour {wide}\u{a0}colonnes. Mettez entre guillemets le texte qui contient un séparateur."), format!("{n} cells for {wide} columns. Put the text that holds a separator between quotes.");
    cell_no_words => "ni titre ni faits. Écrivez l'un des deux.", "neither title nor facts. Write one of them.";
    cell_no_day => "n'est pas une date. Écrivez-la comme 19/11/2026 ou 2026-11-19.", "is no date. Write it as 19/11/2026 or 2026-11-19.";
    cell_no_year => "est une date sans année. Écrivez-la comme 19/11/2026.", "is a date without a year. Write it as 19/11/2026.";
    cell_ahead => "n'est pas encore arrivé. Vérifiez l'année, ou l'ordre du jour et du mois.", "has not come yet. Check the year, or the order of day and month.";
    cell_no_hour => "n'est pas une heure. Écrivez-la comme 14:30.", "is no hour. Write it as 14:30.";
    cell_no_level(top: u8) => format!("n'est pas un niveau de 1 à {top}, ni son nom. Corrigez-le, ou videz la cellule."), format!("is no level from 1 to {top}, nor its name. Correct it, or empty the cell.");
    cell_too_long => "est trop long pour un champ. Raccourcissez-le, ou répartissez-le.", "is too long for one field. Shorten it, or divide it.";
    cell_unread => "contient des signes illisibles. Enregistrez le fichier en UTF-8.", "holds unreadable signs. Save the file as UTF-8.";
    cell_same_reference(line: usize) => format!("est déjà la référence de la ligne {line}, qui dit autre chose. Donnez à chacune la sienne."), format!("is the reference of line {line} already, which says something else. Give each its own.");
    cell_reference_there => "est déjà la référence d'un événement de l'espace de travail, qui dit autre chose. Si c'en est un autre, complétez la référence, par exemple de l'année\u{202f}; sinon, retirez la ligne.",
        "is the reference of an event in the workspace already, which says something else. If this is another event, complete the reference, for instance with the year; if not, take the line out.";
}

/// The ending of a plural.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

impl Words {
    /// How a file is written.
    pub const fn import_encoding(self, encoding: Encoding) -> &'static str {
        match encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Mixed => self.import_mixed(),
        }
    }

    /// What stands between the cells.
    pub fn import_separator(self, separator: char) -> String {
        match separator {
            ';' => self.import_semicolon().to_owned(),
            ',' => self.import_comma().to_owned(),
            '\t' => self.import_tab().to_owned(),
            other => format!("«\u{a0}{other}\u{a0}»"),
        }
    }

    /// How it is known what a column holds.
    pub const fn import_known_by(self, known: Known) -> &'static str {
        match known {
            Known::Asked => self.import_asked(),
            Known::Remembered => self.import_remembered(),
            Known::Guessed => self.import_guessed(),
            Known::Nowhere => self.import_nowhere(),
        }
    }

    /// Why a line is refused, with the remedy; `column` is the head of the column and what stands there.
    pub fn import_refused(self, line: usize, column: Option<(&str, &str)>, why: &Why) -> String {
        let what = match why {
            Why::Unclosed => self.cell_unclosed().to_owned(),
            Why::AfterQuote => self.cell_after_quote().to_owned(),
            Why::Cells(n, wide) => self.cell_cells(*n, *wide),
            Why::NoWords => self.cell_no_words().to_owned(),
            Why::NoDay => self.cell_no_day().to_owned(),
            Why::NoYear => self.cell_no_year().to_owned(),
            Why::Ahead => self.cell_ahead().to_owned(),
            Why::NoHour => self.cell_no_hour().to_owned(),
            Why::NoLevel(top) => self.cell_no_level(*top),
            Why::TooLong => self.cell_too_long().to_owned(),
            Why::Unread => self.cell_unread().to_owned(),
            Why::SameReference(other) => self.cell_same_reference(*other),
            Why::ReferenceThere => self.cell_reference_there().to_owned(),
        };
        match column {
            Some((column, value)) => self.import_cell(line, column, value, &what),
            None => self.import_line(line, &what),
        }
    }

    /// Why a file as a whole cannot be read, with the remedy; `fields` are all that a column can hold.
    pub fn import_unreadable(self, path: &str, why: &Unreadable, fields: &str) -> String {
        match why {
            Unreadable::Empty => self.import_empty(path),
            Unreadable::Workbook => self.import_workbook(path),
            Unreadable::NoText => self.import_no_text(path),
            Unreadable::NoTitle(heads) => self.import_no_title(path, &heads.join(", ")),
            Unreadable::NoColumn(column, heads) => self.import_no_column(column, &heads.join(", ")),
            Unreadable::NoField(field) => self.import_no_field(field, fields),
        }
    }
}
