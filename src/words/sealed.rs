//! The sentences about what was sealed: amendments, a seal that no longer matches, the comparison with the sealed state.

use super::Words;
use crate::domain::amendments::{About, DraftGap};
use crate::domain::session::Session;

crate::words! {
    amendments_title => "Amendements", "Amendments";
    amendments_aim => "La séance scellée ne change pas\u{202f}; ce qui la corrige s'écrit à côté, daté, et y reste.",
        "The sealed session does not change; what corrects it is written beside it, dated, and stays.";
    amendments_list => "Ajoutés", "Added";
    amendments_none => "Aucun amendement. Le premier s'écrit ci-dessous\u{202f}; Échap revient à la séance.", "No amendment. The first is written below; Esc returns to the session.";
    amendment_new => "Nouvel amendement", "New amendment";
    amendment_what => "Correction", "Correction";
    amendment_what_hint => "Ce qu'il faut lire, en entier\u{a0}: correction ou précision. Tab passe au champ suivant.", "What is to be read, in full: correction or precision. Tab goes to the next field.";
    amendment_where => "À propos de", "About";
    amendment_where_hint => "A2, F3, V1… ou quelques mots\u{202f}; rien\u{a0}: toute la séance", "A2, F3, V1… or a few words; nothing: the whole session";
    amendment_by => "Par", "By";
    amendment_reason => "Pourquoi", "Why";
    amendment_reason_hint => "Ce qui a été appris depuis, l'erreur qui a été vue…", "What was learned since, the mistake that was seen…";
    amendment_add => "Ajouter pour toujours…", "Add for ever…";
    amendment_add_hint => "Une dernière question est posée avant.", "One last question is asked first.";
    amendment_lead(on: &str, by: &str) => format!("{on} · {by}"), format!("{on} · {by}");
    amendment_because(why: &str) => format!("Pourquoi\u{a0}: {why}"), format!("Why: {why}");
    amendment_gap_what => "Écrivez d'abord la correction.", "First write the correction.";
    amendment_gap_by => "Dites d'abord par qui\u{a0}: une fonction.", "First say by whom: a function.";
    amendment_gap_reason => "Dites d'abord pourquoi.", "First say why.";
    ask_amend_title => "Ajouter cet amendement", "Add this amendment";
    ask_amend_said => "Daté d'aujourd'hui, il restera au compte rendu, à la suite du texte scellé. Il ne pourra plus être changé ni retiré.",
        "Dated today, it will stay in the record, behind the sealed text. It can no longer be changed or taken away.";
    ask_amend_do => "Ajouter", "Add";
    say_amended(n: usize) => format!("Amendement {n} ajouté."), format!("Amendment {n} added.");
    say_not_sealed => "Cette séance n'est pas scellée\u{a0}: corrigez-la directement.", "This session is not sealed: correct it directly.";
    closing_amend => "Ajouter un amendement…", "Add an amendment…";
    closing_amend_hint => "Corriger ou préciser sans toucher au texte scellé.", "To correct or to make clear without touching the sealed text.";
    closing_amended(n: usize) => format!("{n} amendement{} déjà ajouté{}", plural(n), plural(n)), format!("{n} amendment{} added so far", plural(n));

    seal_broken => "sceau rompu", "seal broken";
    seal_broken_banner(key: &str) => format!("Fichier modifié après le scellement. {key} dit quoi faire."),
        format!("File changed after it was sealed. {key} says what to do.");
    seal_broken_said => "Le fichier de cette séance a été modifié après avoir été scellé. Ce que vous lisez n'est peut-être plus ce que le groupe a décidé.",
        "The file of this session was changed after it was sealed. What you read may no longer be what the group decided.";
    amendments_doubt => "Les amendements ont été modifiés ou retirés à la main, ou ne peuvent pas être lus\u{a0}: «\u{a0}crex check\u{a0}» dit lequel.",
        "The amendments were changed or taken out by hand, or cannot be read: “crex check” says which.";
    seal_compare => "Comparer avec l'état scellé", "Compare with the sealed state";
    say_seal_holds => "Le sceau est intact\u{a0}: le fichier est celui qui a été scellé.", "The seal is intact: the file is the one that was sealed.";
    say_no_sealed_copy => "Aucune copie de l'état scellé n'a été trouvée dans .crex/backups\u{a0}: reprenez une sauvegarde de l'espace de travail pour comparer.",
        "No copy of the sealed state was found in .crex/backups: bring back a backup of the workspace to compare.";

    compare_title => "Comparaison avec l'état scellé", "Comparison with the sealed state";
    compare_said => "Le fichier a été modifié après avoir été scellé. Voici ce qui n'est plus comme le groupe l'a laissé.",
        "The file was changed after it was sealed. Here is what is no longer as the group left it.";
    compare_form_only => "Aucun mot ni nombre n'a changé\u{a0}: seule la façon dont le fichier est écrit (espaces, retours à la ligne, signes invisibles).",
        "No word or number changed: only the way in which the file is written (spaces, line breaks, invisible signs).";
    compare_remedy => "Pour retrouver l'état scellé, fermez crex et remettez à sa place la copie «\u{a0}sealed-…\u{a0}» de .crex/backups. Ce qu'il fallait corriger s'écrit alors comme amendement.",
        "To bring the sealed state back, close crex and put the copy “sealed-…” of .crex/backups in its place. What had to be corrected is then written as an amendment.";
    compare_sealed_state => "scellé", "sealed";
    compare_now => "maintenant", "now";
    compare_nothing => "(rien)", "(nothing)";
    compare_order => "ordre", "order";
    compare_became(place: &str, before: &str, after: &str) => format!("{place}\u{a0}: {before} devenu {after}"), format!("{place}: {before} became {after}");
    compare_added(place: &str, after: &str) => format!("{place}\u{a0}: ajouté, {after}"), format!("{place}: added, {after}");
    compare_removed(place: &str, before: &str) => format!("{place}\u{a0}: retiré, {before}"), format!("{place}: taken out, {before}");

    doc_seal_broken => "Attention\u{a0}: le fichier de cette séance a été modifié après avoir été scellé. Ce qui suit n'est peut-être plus ce que le groupe a décidé.",
        "Beware: the file of this session was changed after it was sealed. What follows may no longer be what the group decided.";
    doc_after_seal => "Amendements, ajoutés après le scellement", "Amendments, added after sealing";
    doc_after_seal_said => "Le texte scellé ci-dessus n'a pas changé\u{202f}; ce qui suit le corrige ou le précise.", "The sealed text above has not changed; what follows corrects it or makes it clear.";
    doc_amendments_doubtful => "Attention\u{a0}: ces amendements ont été modifiés ou retirés à la main, ou ne peuvent pas tous être lus.",
        "Beware: these amendments were changed or taken out by hand, or cannot all be read.";
    doc_added_on => "ajouté le", "added on";
    doc_added_by => "par", "by";
    doc_about => "à propos de", "about";
    doc_amendment => "ce qu'il faut lire", "what to read";
    doc_amendment_reason => "pourquoi", "why";
    amendment_whole => "toute la séance", "the whole session";
}

fn plural(n: usize) -> &'static str {
    if n > 1 { "s" } else { "" }
}

impl Words {
    /// What an amendment is about: « A2 – Régler l'alarme ».
    pub fn amendment_about(self, session: &Session, about: &About) -> String {
        let name = match about {
            About::Whole => self.amendment_whole().to_owned(),
            about => about.name(),
        };
        let wording = about.wording(session).filter(|text| !text.is_blank());
        wording.map_or(name.clone(), |text| {
            format!("{name} – {}", text.as_str().trim().replace('\n', " "))
        })
    }

    /// What keeps an amendment from being added.
    pub const fn amendment_gap(self, gap: DraftGap) -> &'static str {
        match gap {
            DraftGap::What => self.amendment_gap_what(),
            DraftGap::By => self.amendment_gap_by(),
            DraftGap::Reason => self.amendment_gap_reason(),
        }
    }

    /// A difference in one line: « Actions : A2, échéance : 15/12/2026 devenu 15/01/2027 ».
    pub fn difference(self, place: &str, before: Option<&str>, after: Option<&str>) -> String {
        match (before, after) {
            (Some(before), Some(after)) => self.compare_became(place, before, after),
            (None, Some(after)) => self.compare_added(place, after),
            (Some(before), None) => self.compare_removed(place, before),
            (None, None) => place.to_owned(),
        }
    }
}
