//! What is wrong with a grid that a team made, and how to mend it.

use super::Words;
use crate::domain::grid::GridFault;

crate::words! {
    /// A fault at its place.
    grid_ron(line: usize, column: usize, what: &str) => format!("ligne {line}, colonne {column}\u{a0}: {what}"), format!("line {line}, column {column}: {what}");
    /// A field that no grid has.
    grid_unknown_field(path: &str) => format!("«\u{a0}{path}\u{a0}» n'est pas un champ de grille\u{202f}; vérifiez son orthographe ou supprimez-le"), format!("“{path}” is not a field of a grid; check its spelling or remove it");
    /// An id with other signs.
    grid_odd_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» ne convient pas\u{202f}; prenez des lettres, des chiffres, un point ou un tiret, 24 signes au plus"), format!("the id “{id}” does not do; take letters, digits, a point or a dash, 24 characters at most");
    /// A newer schema.
    grid_newer_schema(schema: u32) => format!("cette grille est écrite pour une version plus récente (schéma {schema})\u{202f}; mettez crex à jour"), format!("this grid is written for a newer version (schema {schema}); update crex");
    /// No id.
    grid_no_id => "la grille n'a pas d'identifiant\u{202f}; ajoutez par exemple id: \"notre-grille\"", "the grid has no id; add for instance id: \"our-grid\"";
    /// The id of a shipped grid.
    grid_taken_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» est celui d'une grille fournie\u{202f}; choisissez-en un autre"), format!("the id “{id}” is that of a grid that comes with crex; choose another");
    /// The id of another file's grid.
    grid_shared_id(id: &str) => format!("l'identifiant «\u{a0}{id}\u{a0}» est déjà celui d'un autre fichier de grids/\u{202f}; gardez-en un seul ou changez l'un des deux"), format!("the id “{id}” is already that of another file of grids/; keep one of them or change an id");
    /// No name.
    grid_no_name => "la grille n'a pas de nom\u{202f}; ajoutez par exemple name: (fr: \"Notre grille\")", "the grid has no name; add for instance name: (fr: \"Our grid\")";
    /// No dimension.
    grid_no_dimensions => "la grille n'a aucune dimension\u{202f}; ajoutez-en au moins une", "the grid has no dimension; add at least one";
    /// A dimension without id.
    grid_dimension_without_id(n: usize) => format!("la dimension n°\u{a0}{n} n'a pas d'identifiant\u{202f}; donnez-lui une lettre ou un mot court"), format!("dimension no. {n} has no id; give it a letter or a short word");
    /// Two dimensions of one id.
    grid_duplicate_dimension(id: &str) => format!("deux dimensions portent l'identifiant «\u{a0}{id}\u{a0}»\u{202f}; changez l'un des deux"), format!("two dimensions have the id “{id}”; change one of them");
    /// A dimension without a name.
    grid_dimension_without_name(id: &str) => format!("la dimension «\u{a0}{id}\u{a0}» n'a pas de nom\u{202f}; ajoutez-lui name: (fr: \"…\")"), format!("dimension “{id}” has no name; add name: (fr: \"…\")");
    /// A dimension without items.
    grid_empty_dimension(id: &str) => format!("la dimension «\u{a0}{id}\u{a0}» est vide\u{202f}; ajoutez un item ou retirez-la"), format!("dimension “{id}” is empty; add an item or remove it");
    /// An item without id.
    grid_item_without_id(dimension: &str, n: usize) => format!("dimension «\u{a0}{dimension}\u{a0}»\u{a0}: l'item n°\u{a0}{n} n'a pas d'identifiant\u{202f}; ajoutez-en un, unique dans la grille"), format!("dimension “{dimension}”: item no. {n} has no id; add one, unique in the grid");
    /// Two items of one id.
    grid_duplicate_item(id: &str) => format!("deux items portent l'identifiant «\u{a0}{id}\u{a0}»\u{202f}; changez l'un des deux"), format!("two items have the id “{id}”; change one of them");
    /// An item without a label.
    grid_missing_label(id: &str) => format!("l'item «\u{a0}{id}\u{a0}» n'a pas de libellé\u{202f}; ajoutez label: (fr: \"…\")"), format!("item “{id}” has no label; add label: (fr: \"…\")");
    /// An item without a question.
    grid_missing_question(id: &str) => format!("l'item «\u{a0}{id}\u{a0}» n'a pas de question à poser au groupe\u{202f}; ajoutez question: (fr: \"…\")"), format!("item “{id}” has no question to ask the group; add question: (fr: \"…\")");
    /// A heading that does not exist.
    grid_unknown_parent(item: &str, parent: &str) => format!("l'item «\u{a0}{item}\u{a0}» est rangé sous «\u{a0}{parent}\u{a0}», qui n'existe pas dans sa dimension\u{202f}; corrigez parent"), format!("item “{item}” stands under “{parent}”, which its dimension does not have; correct parent");
    /// A heading after its items.
    grid_parent_after(item: &str, parent: &str) => format!("«\u{a0}{parent}\u{a0}» doit venir avant «\u{a0}{item}\u{a0}», qui est rangé dessous\u{202f}; déplacez-le"), format!("“{parent}” must come before “{item}”, which stands under it; move it");
    /// Nothing is wrong.
    grid_fine(leaves: usize) => match leaves {
            1 => "la grille est bonne\u{a0}: 1 question à poser".to_owned(),
            n => format!("la grille est bonne\u{a0}: {n} questions à poser"),
        },
        match leaves {
            1 => "the grid is fine: 1 question to ask".to_owned(),
            n => format!("the grid is fine: {n} questions to ask"),
        };
}

impl Words {
    /// What is wrong with a grid, with its remedy.
    pub fn grid_fault(self, fault: &GridFault) -> String {
        match fault {
            GridFault::Ron(line, column, what) => {
                self.grid_ron(*line, *column, &self.ron_fault(what))
            }
            GridFault::At(line, column, fault) => {
                self.grid_ron(*line, *column, &self.grid_fault(fault))
            }
            GridFault::OddId(id) => self.grid_odd_id(id.as_str()),
            GridFault::UnknownField(path) => self.grid_unknown_field(path.as_str()),
            GridFault::NewerSchema(schema) => self.grid_newer_schema(*schema),
            GridFault::NoId => self.grid_no_id().to_owned(),
            GridFault::TakenId(id) => self.grid_taken_id(id.as_str()),
            GridFault::SharedId(id) => self.grid_shared_id(id.as_str()),
            GridFault::NoName => self.grid_no_name().to_owned(),
            GridFault::NoDimensions => self.grid_no_dimensions().to_owned(),
            GridFault::DimensionWithoutId(n) => self.grid_dimension_without_id(*n),
            GridFault::DuplicateDimension(id) => self.grid_duplicate_dimension(id.as_str()),
            GridFault::DimensionWithoutName(id) => self.grid_dimension_without_name(id.as_str()),
            GridFault::EmptyDimension(id) => self.grid_empty_dimension(id.as_str()),
            GridFault::ItemWithoutId(id, n) => self.grid_item_without_id(id.as_str(), *n),
            GridFault::DuplicateItem(id) => self.grid_duplicate_item(id.as_str()),
            GridFault::MissingLabel(id) => self.grid_missing_label(id.as_str()),
            GridFault::MissingQuestion(id) => self.grid_missing_question(id.as_str()),
            GridFault::UnknownParent(item, parent) => {
                self.grid_unknown_parent(item.as_str(), parent.as_str())
            }
            GridFault::ParentAfter(item, parent) => {
                self.grid_parent_after(item.as_str(), parent.as_str())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::{Code, Lang};
    use crate::domain::problem::RonFault;
    use crate::domain::text::Text;

    #[test]
    fn a_fault_names_its_place_and_what_to_do() {
        let fault = GridFault::Ron(12, 5, RonFault::Expected(Text::from(",")));
        let said = |lang, fault: &GridFault| Words(lang).grid_fault(fault);
        assert_eq!(
            said(Lang::Fr, &fault),
            "ligne 12, colonne 5\u{a0}: il manque «\u{a0},\u{a0}»"
        );
        assert_eq!(said(Lang::En, &fault), "line 12, column 5: “,” is missing");
        let fault = GridFault::UnknownParent(Code::from("A1"), Code::from("Z"));
        assert!(said(Lang::Fr, &fault).contains("«\u{a0}Z\u{a0}»"));
        assert!(said(Lang::En, &fault).contains("correct parent"));
    }
}
