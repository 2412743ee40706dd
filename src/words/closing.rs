//! The sentences of the closing.

use super::Words;
use crate::domain::round::{Spread, TOP_MARK};

crate::words! {
    closing_lessons => "Enseignements", "Lessons";
    closing_lessons_hint => "Trois lignes\u{a0}: ce que quelqu'un d'absent doit retenir. Tab sort du texte.",
        "Three lines: what someone who was not there should remember. Tab leaves the text.";
    closing_left => "Reste incomplet", "Left incomplete";
    closing_left_count(actions: usize, factors: usize) => {
            let actions = match actions { 0 => None, 1 => Some("1 action".to_owned()), n => Some(format!("{n} actions")) };
            let factors = match factors { 0 => None, 1 => Some("1 facteur".to_owned()), n => Some(format!("{n} facteurs")) };
            [actions, factors].into_iter().flatten().collect::<Vec<_>>().join(", ")
        },
        {
            let actions = match actions { 0 => None, 1 => Some("1 action".to_owned()), n => Some(format!("{n} actions")) };
            let factors = match factors { 0 => None, 1 => Some("1 factor".to_owned()), n => Some(format!("{n} factors")) };
            [actions, factors].into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
    closing_left_factor => "ni action, ni raison", "no action, no reason";
    closing_left_hint => "Entrée y va\u{a0}: compléter, ou dire pourquoi. Rien ne bloque la fin\u{202f}; sceller demandera la raison.", "Enter goes there: complete it, or say why. Nothing blocks the end; sealing will ask for the reason.";
    closing_answers => "Réponses aux déclarants", "Answers to reporters";
    closing_answers_hint => "Entrée ouvre\u{a0}: ce qu'on répond, qui le dit, et quand c'est fait.", "Enter opens: what we answer, who says it, and when it is done.";
    closing_unanswered(n: usize) => format!("{n} sans réponse"), format!("{n} without answer");
    closing_no_incident => "Aucun événement entendu\u{a0}: personne n'attend de réponse.", "No event heard: nobody is waiting for an answer.";
    closing_messages => "À faire savoir", "To be passed on";
    closing_no_message => "Personne encore. «\u{a0}a\u{a0}» ajoute\u{a0}: à qui, quoi, par qui.", "Nobody yet. “a” adds: to whom, what, by whom.";
    closing_audience => "À qui", "To whom";
    closing_content => "Quoi", "What";
    closing_by => "Par qui", "By whom";
    closing_due => "Avant le", "By";
    function_hint => "Une fonction, jamais un nom.", "A function, never a name.";
    closing_answer => "Réponse", "Answer";
    closing_answer_hint => "Merci, ce qui a été compris, ce qui va changer, pour quand. Ou pourquoi il n'y aura pas de suite.",
        "Thanks, what was understood, what will change and when. Or why nothing will follow.";
    closing_answered => "Répondu", "Answered";
    closing_parked => "Parking", "Parking lot";
    closing_outcome => "Suite", "Outcome";
    closing_outcome_hint => "Répondu, remis à la prochaine fois, confié à…, sans suite", "Answered, next time, handed to…, nothing to be done";
    closing_next => "Prochaine séance", "Next meeting";
    closing_next_date => "Date", "Date";
    closing_next_place => "Lieu", "Place";
    closing_next_topics => "Déjà prévu", "Already planned";
    closing_next_topics_hint => "Ce qu'on sait déjà\u{a0}: analyse à présenter, action à évaluer…", "What is known already: analysis to present, action to evaluate…";
    closing_round => "Tour de table\u{a0}: la séance, de 0 à 5", "Round: the meeting, from 0 to 5";
    closing_round_none => "Personne ne s'est encore prononcé. À main levée, tapez combien donnent chaque note\u{a0}; ou faites passer le clavier.",
        "Nobody has said yet. By show of hands, type how many give each mark; or pass the keyboard around.";
    closing_round_vote => "Faire le tour au clavier ou sur papier", "Hold the round by keyboard or on paper";
    closing_round_vote_hint => "Le clavier passe, ou l'on saisit des billets\u{a0}: une note et un mot chacun, sans nom. Tout s'ajoute ici à la fin.",
        "The keyboard goes round, or slips are typed: a mark and a word each, without names. All is added here at the end.";
    closing_round_few => "Moins de quatre avis\u{a0}: chacun devine qui a donné quoi.", "Fewer than four answers: everyone can guess who gave what.";
    round_ends(low: usize, high: usize) => if low == high { format!("tous à {low}") } else { format!("de {low} à {high}") },
        if low == high { format!("all at {low}") } else { format!("from {low} to {high}") };
    round_sentence(median: String, ends: String, n: u32) => format!("médiane {median}, {ends}, {n}\u{a0}avis"),
        format!("median {median}, {ends}, {n} answer{}", if n == 1 { "" } else { "s" });
    closing_mark(mark: u8) => format!("{mark} sur 5"), format!("{mark} of 5");
    closing_round_fixed => "Les bulletins comptés ne se changent plus\u{202f}; les nombres tapés ici s'y ajoutent.", "Papers once counted no longer change; numbers typed here are added to them.";
    closing_round_words => "Mots du tour", "Words said";
    closing_round_words_hint => "Un mot par ligne, sans dire de qui.", "One word a line, without saying whose.";
    closing_quality => "Qualité de la séance", "Quality of the meeting";
    closing_self_check => "Nous avons…", "We have…";
    closing_self_check_hint => "Espace coche ce qui est vrai\u{a0}; ce qui ne l'est pas se dit aussi.", "Space ticks what is true; what is not is worth saying too.";
    closing_remarks => "Remarques", "Remarks";
    closing_remarks_hint => "Sur la réunion elle-même.", "On the meeting itself.";
    closing_end => "Fin", "End";
    closing_seal => "Sceller la séance…", "Seal the session…";
    closing_sealed(date: &str, time: &str) => format!("Séance scellée le {date} à {time}."), format!("Session sealed on {date} at {time}.");
    closing_print(print: &str) => format!("Empreinte SHA-256\u{a0}: {print}"), format!("SHA-256 fingerprint: {print}");
    closing_seal_hint => "La séance se fige et son empreinte s'affiche. Rien n'est scellé sans une dernière question.", "The session freezes and its fingerprint shows. Nothing is sealed without a last question.";
}

/// What each mark of the round means, from 0 up.
const MEANS: [(&str, &str); TOP_MARK + 1] = [
    ("ne m'a servi à rien", "was of no use to me"),
    ("presque à rien", "of hardly any use"),
    ("un peu utile", "of some use"),
    ("utile", "useful"),
    ("très utile", "very useful"),
    ("change ma pratique", "changes my practice"),
];

impl Words {
    /// What a mark of the round means.
    pub fn closing_mark_means(self, mark: usize) -> &'static str {
        let (french, english) = MEANS.get(mark).copied().unwrap_or_default();
        if self.is_french() { french } else { english }
    }

    /// The round in one sentence: « médiane 4, de 2 à 5, 9 avis ».
    pub fn round_said(self, spread: &Spread) -> String {
        let (low, high) = spread.ends;
        let median = self.doc_halves(spread.twice_median);
        self.round_sentence(median, self.round_ends(low, high), spread.n)
    }
}
