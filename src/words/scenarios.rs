//! `crex train`: the cases there are, what is wrong with one and how to mend it.

use super::Words;
use crate::domain::analysis::FactorRole;
use crate::domain::scenario::Level;
use crate::domain::scenario_fault::{Finding, ScenarioFault};
use crate::domain::text::Text;

crate::words! {
    /// The commands.
    cli_train => "Cas fictifs pour s'entraîner à animer un CREX", "Fictitious cases to train for a CREX";
    cli_train_run => "L'écran, dans une nouvelle simulation\u{a0}; sans CAS, la liste des cas", "The screen, in a new simulation; without CASE, the list of cases";
    cli_train_case => "Identifiant d'un cas (crex train list), ou son fichier", "Id of a case (crex train list), or its file";
    value_case => "CAS", "CASE";
    case_not_found(named: &str, ids: &str) => format!("«\u{a0}{named}\u{a0}»\u{a0}: aucun cas de ce nom ni fichier\u{202f}; les cas\u{a0}: {ids}"), format!("“{named}”: no case of that name, and no such file; the cases: {ids}");
    cli_train_list => "Les cas fournis et ceux de l'espace de travail", "The cases that come with crex and those of the workspace";
    cli_train_check => "Tout ce qui manque à un cas ou l'empêche d'être joué, avec la ligne et le remède", "All that a case lacks or that keeps it from being played, with line and remedy";
    cli_train_new => "Un cas à écrire, avec un exemple commenté de chaque chose", "A case to be written, with a commented example of each thing";
    cli_train_title => "Titre du cas", "Title of the case";
    cli_train_grid => "Grille conseillée, par exemple alarm", "Grid advised, for instance alarm";
    cli_train_output => "Fichier à écrire\u{202f}; sans lui, dans le dossier scenarios de l'espace de travail", "File to write; without it, in the folder scenarios of the workspace";
    value_grid => "GRILLE", "GRID";
    /// The name of a case that has none, as an id and a file.
    case_file => "nouveau-cas", "new-case";
    case_begun => "Ce cas est à compléter dans un éditeur de texte\u{202f}; «\u{a0}crex train check\u{a0}» et son nom disent ce qui reste à écrire.", "This case is to be filled in with a text editor; “crex train check” and its name say what is still to be written.";
    case_no_grid(name: &str, known: &str) => format!("La grille «\u{a0}{name}\u{a0}» n'existe pas. Il y a\u{a0}: {known}."), format!("There is no grid “{name}”. There are: {known}.");
    cli_train_file => "Fichier d'un cas (RON)", "File of a case (RON)";

    head_case => "Cas", "Case";
    head_level => "Niveau", "Level";
    head_minutes => "Minutes", "Minutes";
    case_shipped => "fourni", "shipped";
    case_own => "de l'équipe", "the team's own";
    case_wrong => "à corriger", "to be corrected";
    level_beginner => "débutant", "beginner";
    level_intermediate => "intermédiaire", "intermediate";
    level_advanced => "avancé", "advanced";
    case_fine(cards: usize, facts: usize, factors: usize, actions: usize) =>
        format!("le cas peut être joué\u{a0}: cartes {cards}\u{a0}; dans le corrigé\u{a0}: faits {facts}, facteurs {factors}, actions {actions}"),
        format!("the case can be played: cards {cards}; in the key: facts {facts}, factors {factors}, actions {actions}");

    /// A field that no scenario has.
    case_unknown_field(path: &str) => format!("«\u{a0}{path}\u{a0}» n'est pas un champ de cas\u{202f}; vérifiez son orthographe ou supprimez-le"), format!("“{path}” is not a field of a case; check its spelling or remove it");
    case_newer_schema(schema: u32) => format!("ce cas est écrit pour une version plus récente (schéma {schema})\u{202f}; mettez crex à jour"), format!("this case is written for a newer version (schema {schema}); update crex");
    case_too_large(bytes: usize, most: usize) => format!("ce fichier fait {} Ko, c'est trop pour un cas ({} Ko au plus)\u{202f}; chaque séance jouée le porte en entier", bytes / 1024, most / 1024), format!("this file takes {} KB, too much for a case ({} KB at most); every session that plays it carries it whole", bytes / 1024, most / 1024);
    case_empty(path: &str) => format!("«\u{a0}{path}\u{a0}» est vide ou absent\u{202f}; ajoutez-le"), format!("“{path}” is empty or missing; add it");
    case_unwritten(path: &str) => format!("«\u{a0}{path}\u{a0}» reste à écrire\u{202f}; remplacez ce texte par le vôtre"), format!("“{path}” is still to be written; put your own text in its place");
    case_odd_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» ne convient pas\u{202f}; prenez des lettres, des chiffres, un point ou un tiret, 24 signes au plus"), format!("the id “{id}” does not do; take letters, digits, a point or a dash, 24 characters at most");
    case_duplicate_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» est donné deux fois\u{202f}; changez l'un des deux"), format!("the id “{id}” is given twice; change one of them");
    case_taken_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» est celui d'un cas fourni\u{202f}; choisissez-en un autre"), format!("the id “{id}” is that of a case that comes with crex; choose another");
    case_shared_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» est déjà celui d'un autre fichier de scenarios/ dans la même langue\u{202f}; gardez-en un seul ou changez l'un des deux"), format!("the id “{id}” is already that of another file of scenarios/ in the same language; keep one of them or change an id");
    case_unknown_code(path: &str, code: &str, known: &str) => format!("«\u{a0}{path}\u{a0}»\u{a0}: le code «\u{a0}{code}\u{a0}» n'existe pas\u{202f}; choisissez parmi\u{a0}: {known}"), format!("“{path}”: there is no code “{code}”; choose one of: {known}");
    case_unknown_word(found: &str, known: &str) => format!("«\u{a0}{found}\u{a0}» n'est pas un des mots possibles ici\u{202f}; écrivez, sans guillemets, l'un de\u{a0}: {known}"), format!("“{found}” is none of the words possible here; write, without quotation marks, one of: {known}");
    case_open_quote(sign: &str) => format!("ce texte n'a pas de guillemet à sa fin\u{202f}; ajoutez {sign}"), format!("this text has no quotation mark at its end; add {sign}");
    case_open_bracket(sign: &str) => format!("ce qui s'ouvre ici ne se ferme pas\u{202f}; ajoutez «\u{a0}{sign}\u{a0}» à la fin de cette partie"), format!("what opens here is not closed; add “{sign}” at the end of this part");
    case_no_number => "il faut ici un nombre en chiffres, sans guillemets ni unité", "a number in digits belongs here, without quotation marks or unit";
    case_inner_quote => "un guillemet droit au milieu d'un texte le termine\u{202f}; écrivez plutôt «\u{a0}…\u{a0}» à l'intérieur", "a straight quotation mark in the middle of a text ends it; write “…” inside";
    case_near_code(path: &str, code: &str, near: &str) => format!("«\u{a0}{path}\u{a0}»\u{a0}: le code «\u{a0}{code}\u{a0}» n'existe pas\u{202f}; vouliez-vous dire «\u{a0}{near}\u{a0}»\u{202f}?"), format!("“{path}”: there is no code “{code}”; did you mean “{near}”?");
    case_unknown_link(path: &str, id: &str) => format!("«\u{a0}{path}\u{a0}»\u{a0}: rien dans le corrigé ne porte l'identifiant «\u{a0}{id}\u{a0}»\u{202f}; corrigez-le ou retirez-le"), format!("“{path}”: nothing that fits in the key has the id “{id}”; correct it or remove it");
    case_near_link(path: &str, id: &str, near: &str) => format!("«\u{a0}{path}\u{a0}»\u{a0}: rien dans le corrigé ne porte l'identifiant «\u{a0}{id}\u{a0}»\u{202f}; vouliez-vous dire «\u{a0}{near}\u{a0}»\u{202f}?"), format!("“{path}”: nothing that fits in the key has the id “{id}”; did you mean “{near}”?");
    case_no_right_answer(id: &str) => format!("question «\u{a0}{id}\u{a0}»\u{a0}: la bonne réponse n'est aucune des siennes\u{202f}; écrivez sa lettre dans right"), format!("question “{id}”: the right answer is none of its own; write its letter in right");
    case_answer_count(id: &str, n: usize) => format!("question «\u{a0}{id}\u{a0}»\u{a0}: {n} réponses\u{202f}; donnez-en de 2 à 5"), format!("question “{id}”: {n} answers; give 2 to 5");
    case_out_of_range(path: &str, number: u32, least: u32, most: u32) => format!("«\u{a0}{path}\u{a0}» vaut {number}\u{202f}; prenez un nombre de {least} à {most}"), format!("“{path}” is {number}; take a number from {least} to {most}");
    case_late_inject(id: &str, minute: u32, length: u32) => format!("l'imprévu «\u{a0}{id}\u{a0}» arrive à la minute {minute}, après la fin\u{202f}; la séance dure {length} minutes"), format!("the inject “{id}” comes at minute {minute}, after the end; the meeting lasts {length} minutes");
    case_too_many_principal(grid: &str, most: u32) => format!("trop de facteurs principaux pour la grille «\u{a0}{grid}\u{a0}» ({most} au plus)\u{202f}; changez le rôle de celui-ci"), format!("too many principal factors for the grid “{grid}” ({most} at most); change the role of this one");
    case_too_many_secondary(grid: &str, most: u32) => format!("trop de facteurs secondaires pour la grille «\u{a0}{grid}\u{a0}» ({most} au plus)\u{202f}; changez le rôle de celui-ci"), format!("too many secondary factors for the grid “{grid}” ({most} at most); change the role of this one");
    case_dated(path: &str) => format!("«\u{a0}{path}\u{a0}» porte une date\u{202f}; supprimez-la\u{a0}: happened_days_ago et reported_days_ago la donnent le jour où le cas est joué"), format!("“{path}” bears a date; remove it: happened_days_ago and reported_days_ago give it on the day on which the case is played");
    case_unreached(id: &str) => format!("aucune carte ne mène au fait «\u{a0}{id}\u{a0}»\u{202f}; ajoutez-le au leads_to d'une carte"), format!("no card leads to the fact “{id}”; add it to leads_to of a card");
    case_leads_nowhere(id: &str) => format!("à regarder\u{a0}: la carte «\u{a0}{id}\u{a0}» ne mène à rien du corrigé\u{202f}; c'est permis, si c'est voulu"), format!("to look at: the card “{id}” leads to nothing of the key; that is allowed, if it is meant");
    case_wording(words: &str, advice: &str) => format!("à relire\u{a0}: «\u{a0}{words}\u{a0}»\u{202f}; {advice}"), format!("to be read again: “{words}”; {advice}");
}

impl Words {
    /// For whom a case is.
    pub const fn case_level(self, level: Level) -> &'static str {
        match level {
            Level::Beginner => self.level_beginner(),
            Level::Intermediate => self.level_intermediate(),
            Level::Advanced => self.level_advanced(),
        }
    }

    /// What was found in a scenario's file, with its place and remedy.
    pub fn scenario_finding(self, finding: &Finding) -> String {
        let said = self.scenario_fault(&finding.fault);
        self.grid_ron(finding.line, finding.column, &said)
    }

    fn scenario_fault(self, fault: &ScenarioFault) -> String {
        use ScenarioFault as F;
        match fault {
            F::Ron(what) => self.ron_fault(what),
            F::UnknownField(path) => self.case_unknown_field(&counted(path)),
            F::NewerSchema(schema) => self.case_newer_schema(*schema),
            F::TooLarge(bytes, most) => self.case_too_large(*bytes, *most),
            F::Empty(path) => self.case_empty(&counted(path)),
            F::Unwritten(path) => self.case_unwritten(&counted(path)),
            F::OddId(id) => self.case_odd_id(id.as_str()),
            F::DuplicateId(id) => self.case_duplicate_id(id.as_str()),
            F::TakenId(id) => self.case_taken_id(id.as_str()),
            F::SharedId(id) => self.case_shared_id(id.as_str()),
            F::NoSuchCode(path, code, known) => {
                self.case_unknown_code(&counted(path), code.as_str(), known.as_str())
            }
            F::UnknownWord(found, known) => self.case_unknown_word(found.as_str(), known.as_str()),
            F::OpenQuote => self.case_open_quote("\u{22}"),
            F::InnerQuote => self.case_inner_quote().to_owned(),
            F::OpenBracket(sign) => self.case_open_bracket(sign.as_str()),
            F::NoNumber => self.case_no_number().to_owned(),
            F::UnknownCode(path, code, near) => {
                self.case_near_code(&counted(path), code.as_str(), near.as_str())
            }
            F::UnknownLink(path, id, near) if near.is_empty() => {
                self.case_unknown_link(&counted(path), id.as_str())
            }
            F::UnknownLink(path, id, near) => {
                self.case_near_link(&counted(path), id.as_str(), near.as_str())
            }
            F::NoRightAnswer(id) => self.case_no_right_answer(id.as_str()),
            F::AnswerCount(id, n) => self.case_answer_count(id.as_str(), *n),
            F::OutOfRange(path, number, least, most) => {
                self.case_out_of_range(&counted(path), *number, *least, *most)
            }
            F::LateInject(id, minute, length) => {
                self.case_late_inject(id.as_str(), *minute, *length)
            }
            F::TooMany(FactorRole::Principal, grid, most) => {
                self.case_too_many_principal(grid.as_str(), *most)
            }
            F::TooMany(_, grid, most) => self.case_too_many_secondary(grid.as_str(), *most),
            F::Dated(path) => self.case_dated(&counted(path)),
            F::Unreached(id) => self.case_unreached(id.as_str()),
            F::LeadsNowhere(id) => self.case_leads_nowhere(id.as_str()),
            F::Wording(words, advice) => self.case_wording(words.as_str(), advice.as_str()),
        }
    }
}

/// A path with its items counted as people count them: `cards.2.text` is `cards 3, text`.
fn counted(path: &Text) -> String {
    let mut out = String::new();
    for part in path.as_str().split('.') {
        let number = part.parse::<usize>().ok().map(|at| (at + 1).to_string());
        out.push_str(match &number {
            Some(_) => "\u{a0}",
            None if out.is_empty() => "",
            None => ", ",
        });
        out.push_str(number.as_deref().unwrap_or(part));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::{Code, Lang};

    #[test]
    fn a_finding_names_its_place_and_what_to_do() {
        let finding = |fault| Finding {
            line: 12,
            column: 5,
            fault,
        };
        let said = |lang, fault| Words(lang).scenario_finding(&finding(fault));
        let empty = || ScenarioFault::Empty(Text::line("cards.2.text"));
        assert_eq!(
            said(Lang::Fr, empty()),
            "ligne 12, colonne 5\u{a0}: «\u{a0}cards\u{a0}3, text\u{a0}» est vide ou absent\u{202f}; ajoutez-le"
        );
        assert_eq!(
            said(Lang::En, empty()),
            "line 12, column 5: “cards\u{a0}3, text” is empty or missing; add it"
        );
        let path = || Text::line("sector");
        let near =
            ScenarioFault::UnknownCode(path(), Code::from("hopital"), Code::from("hospital"));
        assert!(said(Lang::En, near).contains("did you mean “hospital”?"));
        let far = ScenarioFault::NoSuchCode(path(), Code::from("zoo"), Text::line("a, b"));
        assert!(said(Lang::Fr, far).contains("n'existe pas\u{202f}; choisissez"));
    }
}
