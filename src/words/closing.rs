//! The sentences of the closing.

crate::words! {
    closing_lessons => "Enseignements", "Lessons";
    closing_lessons_hint => "Trois lignes\u{a0}: ce que quelqu'un d'absent doit retenir. Tab sort du texte.",
        "Three lines: what someone who was not there should remember. Tab leaves the text.";
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
    closing_round => "Tour de table\u{a0}: combien donnent…", "Round: how many give…";
    closing_round_hint => "À main levée\u{a0}: 0, cette réunion ne m'a servi à rien\u{a0}; 5, elle change ma pratique.", "By show of hands: 0, this meeting was of no use to me; 5, it changes my practice.";
    closing_mark(mark: u8) => format!("{mark} sur 5"), format!("{mark} of 5");
    closing_round_words => "Mots du tour", "Words of the round";
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
