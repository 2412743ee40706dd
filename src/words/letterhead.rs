//! The sentences of the letterhead: what stands on every document of a structure, and what keeps its logo from it.

use super::Words;
use crate::domain::problem::LogoFault;

impl Words {
    /// Why a file cannot be the logo, and what to do.
    pub fn logo_fault(self, name: &str, fault: LogoFault) -> String {
        match fault {
            LogoFault::Outside => self.logo_outside(name),
            LogoFault::Missing => self.logo_missing(name),
            LogoFault::TooBig => self.logo_too_big(name),
            LogoFault::NotAnImage => self.logo_not_an_image(name),
        }
    }
}

crate::words! {
    doc_page => "page\u{a0}", "page ";
    doc_page_of => " sur\u{a0}", " of ";
    doc_draft_short => "brouillon", "draft";
    doc_logo(name: &str) => format!("Logo de {name}"), format!("Logo of {name}");

    picture_line => "Ligne du temps", "Line of time";
    picture_risks => "Matrice de gravité et de vraisemblance", "Matrix of severity and likelihood";
    picture_efforts => "Matrice d'impact et d'effort", "Matrix of impact and effort";
    picture_slices => "Barrières traversées par l'événement", "Barriers on the path of the event";
    picture_round => "Tour d'évaluation de la séance", "Round of evaluation of the meeting";
    picture_votes(question: &str) => format!("Résultat du vote\u{a0}: {question}"), format!("Result of the vote: {question}");

    settings_logo => "Logo", "Logo";
    settings_logo_hint => "Le nom d'un fichier PNG ou JPEG posé dans le dossier de travail\u{a0}: logo.png. Vide\u{a0}: pas de logo.",
        "The name of a PNG or JPEG file put into the working folder: logo.png. Empty: no logo.";
    settings_logo_read(width: u32, height: u32) => format!("Logo lu\u{a0}: {width} × {height} pixels."), format!("Logo read: {width} × {height} pixels.");
    settings_footer => "Pied de page", "Foot of page";
    settings_footer_hint => "Une ligne au bas de chaque page des documents\u{a0}: adresse, référence qualité, mention locale.",
        "One line at the foot of every page of the documents: address, quality reference, local notice.";
    settings_letterhead => "En-tête des documents", "Head of the documents";

    logo_outside(name: &str) =>
        format!("Le logo «\u{a0}{name}\u{a0}» doit se trouver dans le dossier de travail. Copiez-l'y, puis n'écrivez que son nom\u{a0}: logo.png."),
        format!("The logo “{name}” must lie in the working folder. Copy it there, then type only its name: logo.png.");
    logo_missing(name: &str) =>
        format!("Le dossier de travail n'a pas de fichier «\u{a0}{name}\u{a0}». Copiez-y le logo, ou corrigez son nom."),
        format!("The working folder has no file “{name}”. Copy the logo there, or correct its name.");
    logo_too_big(name: &str) =>
        format!("Le logo «\u{a0}{name}\u{a0}» dépasse 1\u{a0}Mo. Enregistrez-le plus petit\u{a0}: 600 pixels de large suffisent."),
        format!("The logo “{name}” is larger than 1 MB. Save it smaller: 600 pixels across are enough.");
    logo_not_an_image(name: &str) =>
        format!("«\u{a0}{name}\u{a0}» n'est pas une image PNG ou JPEG entière. Enregistrez le logo sous l'un de ces formats."),
        format!("“{name}” is not a whole PNG or JPEG image. Save the logo in one of these formats.");
}
