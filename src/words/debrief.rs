//! What is said at the debrief of a simulation, on the screen and on paper.

use super::Words;
use crate::domain::analysis::{BarrierKind, BarrierState};
use crate::domain::code::Lang;
use crate::domain::scenario::{CardKind, Family};

impl Words {
    /// What a barrier is and what it did: « récupération · a cédé → a fonctionné ».
    pub fn debrief_barrier(
        self,
        kind: BarrierKind,
        state: BarrierState,
        then: Option<BarrierState>,
    ) -> String {
        let kind = self.barrier_kind(kind);
        let states = [Some(state), then].into_iter().flatten();
        let states: Vec<&str> = states.map(|state| self.barrier_state(state)).collect();
        format!("{kind} · {}", states.join(" → "))
    }

    /// The parts of a key.
    pub const fn debrief_family(self, family: Family) -> &'static str {
        match (family, self.0) {
            (Family::Fact, Lang::Fr) => "Faits",
            (Family::Fact, Lang::En) => "Facts",
            (Family::Deviation, Lang::Fr) => "Écarts",
            (Family::Deviation, Lang::En) => "Deviations",
            (Family::Factor, Lang::Fr) => "Facteurs contributifs",
            (Family::Factor, Lang::En) => "Contributing factors",
            (Family::Barrier, Lang::Fr) => "Barrières",
            (Family::Barrier, Lang::En) => "Barriers",
            (Family::Action, _) => "Actions",
        }
    }

    /// What an information card is.
    pub const fn debrief_card(self, kind: CardKind) -> &'static str {
        match (kind, self.0) {
            (CardKind::Heard, Lang::Fr) => "entendu",
            (CardKind::Heard, Lang::En) => "heard",
            (CardKind::Seen, Lang::Fr) => "vu",
            (CardKind::Seen, Lang::En) => "seen",
        }
    }

    /// A number of tenths: « 4,5 ».
    pub fn debrief_tenths(self, tenths: u32) -> String {
        let comma = if self.is_french() { ',' } else { '.' };
        format!("{}{comma}{}", tenths / 10, tenths % 10)
    }
}

crate::words! {
    debrief_intro => "Ce qui suit parle du groupe et d'aucune personne\u{a0}: rien ici n'est une note. Les rapprochements sont proposés par crex et confirmés, ou non, par le formateur.",
        "What follows speaks of the group and of no person: nothing here is a mark. The matches are proposed by crex and confirmed, or not, by the trainer.";
    debrief_unknown_case => "Le cas joué n'est pas connu de cette version de crex\u{a0}: son corrigé ne peut être montré.",
        "The case played is not known to this version of crex: its key cannot be shown.";
    debrief_summary => "En bref", "In short";
    debrief_in_key => "dans le corrigé", "in the key";
    debrief_found => "trouvé", "found";
    debrief_proposed => "trouvé, à confirmer", "found, to be confirmed";
    debrief_open => "manqué, à confirmer", "missed, to be confirmed";
    debrief_missed => "manqué", "missed";
    debrief_added => "en plus", "additional";
    debrief_key_line => "corrigé", "key";
    debrief_state => "état", "state";
    debrief_ours => "ce que le groupe a écrit", "what the group wrote";
    debrief_beside => "En plus du corrigé", "Beside the key";
    debrief_nothing_beside => "Rien en plus du corrigé.", "Nothing beside the key.";
    debrief_grids => "Les facteurs, grille par grille", "The factors, grid by grid";
    debrief_dimension => "dimension", "dimension";
    debrief_of(n: usize, of: usize) => format!("{n} sur {of}"), format!("{n} of {of}");
    debrief_items_found => "items trouvés", "items found";
    debrief_items_missed => "items manqués", "items missed";
    debrief_items_added => "items en plus", "additional items";
    debrief_persons(persons: usize, all: usize) => format!("Facteurs qui parlent de personnes\u{a0}: {persons} sur {all} dans le groupe"),
        format!("Factors that speak of persons: {persons} of {all} in the group");
    debrief_persons_key(persons: usize, all: usize) => format!("{persons} sur {all} dans le corrigé."), format!("{persons} of {all} in the key.");
    debrief_traps => "Les pièges de ce cas", "The traps of this case";
    debrief_times => "Le temps", "Time";
    debrief_planned => "prévu", "planned";
    debrief_spent => "passé", "spent";
    debrief_gap => "écart", "difference";
    debrief_minutes(n: u32) => format!("{n}\u{a0}min"), format!("{n}\u{a0}min");
    debrief_over(n: i64) => if n == 0 { "0".to_owned() } else { format!("{}{}\u{a0}min", if n > 0 { "+" } else { "−" }, n.abs()) },
        if n == 0 { "0".to_owned() } else { format!("{}{}\u{a0}min", if n > 0 { "+" } else { "−" }, n.abs()) };
    debrief_frozen(minutes: u32) => format!("Arrêts sur image, hors du temps des étapes\u{a0}: {minutes}\u{a0}min."), format!("Frozen pictures, apart from the time of the steps: {minutes}\u{a0}min.");
    debrief_strength => "La force des actions", "The strength of the actions";
    debrief_group => "groupe", "group";
    debrief_key => "corrigé", "key";
    debrief_no_strength => "sans force dite", "no strength told";
    debrief_worded => "Les mots qui jugent", "Words that judge";
    debrief_none_worded => "Aucun mot qui juge n'a été relevé.", "No word that judges was found.";
    debrief_where => "où", "where";
    debrief_sentence => "phrase", "sentence";
    debrief_instead => "plutôt", "rather";
    debrief_observed => "La grille d'observation", "The observation grid";
    debrief_watched => "ce qui est observé", "what is watched";
    debrief_score => "niveau", "level";
    debrief_level => "ce que cela veut dire", "what it means";
    debrief_note => "vu ou entendu", "seen or heard";
    debrief_not_rated => "non coté", "not rated";
    debrief_played => "Ce qui s'est joué", "What was played";
    debrief_cards => "Cartes d'information", "Information cards";
    debrief_asked_at(minute: u32) => format!("demandée à {minute}\u{a0}min"), format!("asked for at {minute}\u{a0}min");
    debrief_never_asked => "jamais demandée", "never asked for";
    debrief_leads_to => "mène à", "leads to";
    debrief_card_missed => "manqué", "missed";
    debrief_given => "Événements du jeu, défis, arrêts sur image", "Injects, challenges, frozen pictures";
    debrief_minute => "minute", "minute";
    debrief_inject => "événement", "inject";
    debrief_challenge => "défi", "challenge";
    debrief_freeze => "arrêt sur image", "frozen picture";
    debrief_what => "quoi", "what";
    debrief_expected => "attendu", "expected";
    debrief_quiz => "Le quiz, avant et après", "The quiz, before and after";
    debrief_question => "question", "question";
    debrief_right_answer => "bonne réponse", "right answer";
    debrief_before => "avant", "before";
    debrief_after => "après", "after";
    debrief_right(percent: u32, n: u32, of: u32) => format!("{percent}\u{a0}% ({n} sur {of})"), format!("{percent}% ({n} of {of})");
    debrief_nobody_yet => "–", "–";
    debrief_pairs(people: u32, gained: u32, lost: u32) =>
        format!("Parmi les {people} personnes qui ont rempli les deux quiz avec le même code\u{a0}: {gained} réponses devenues justes, {lost} devenues fausses."),
        format!("Among the {people} people who took both quizzes under the same code: {gained} answers became right, {lost} became wrong.");
    debrief_marks => "L'auto-positionnement, avant et après", "The self-assessment, before and after";
    debrief_line => "affirmation", "statement";
    debrief_mean(mean: &str, n: u32) => format!("{mean} ({n} réponses)"), format!("{mean} ({n} answers)");
    debrief_marks_scale => "Moyennes de 0 «\u{a0}pas du tout\u{a0}» à 10 «\u{a0}tout à fait\u{a0}», sur celles et ceux qui ont répondu.",
        "Means from 0 “not at all” to 10 “fully”, over those who answered.";
    debrief_satisfaction => "Ce qu'on dit de la journée", "What is said of the day";
    debrief_mean_head => "moyenne", "mean";
    debrief_kept => "Ce que l'on garde", "What is kept";
    debrief_lessons => "Trois enseignements", "Three lessons";
    debrief_commitments => "Un engagement chacun, sans nom", "One commitment each, without a name";

    cards_how => "Imprimez sur papier épais, coupez le long des pointillés. Chacun ne lit que sa carte\u{a0}; les réponses attendues sont sur la dernière page, pour le formateur seul.",
        "Print on thick paper, cut along the dashed lines. Everyone reads their own card only; the answers hoped for are on the last page, for the trainer alone.";
    cards_role => "Rôle", "Role";
    cards_needed => "Rôle indispensable", "Role that is needed";
    cards_challenge => "Défi", "Challenge";
    cards_trainer => "Pour le formateur\u{a0}: ce qu'on espère", "For the trainer: what is hoped for";
    cards_answer => "ce qui aide", "what helps";

    watch_how => "Cotez le groupe, jamais une personne\u{a0}: 0 à 3 par ligne, et une phrase entendue, sans nom.",
        "Rate the group, never a person: 0 to 3 for each line, and a sentence that was heard, without a name.";
    watch_notes => "Phrases entendues", "Sentences heard";

    satisfied_how => "Cochez une case par ligne. Cette feuille est anonyme\u{a0}: n'écrivez pas votre nom.",
        "Tick one box for each line. This sheet is anonymous: do not write your name.";
    satisfied_scale(n: usize) => ["1 pas du tout", "2 plutôt non", "3 plutôt oui", "4 tout à fait"][n.min(3)].to_owned(),
        ["1 not at all", "2 rather not", "3 rather yes", "4 fully"][n.min(3)].to_owned();
    satisfied_most => "Ce qui m'a le plus servi", "What helped me most";
    satisfied_less => "Ce qu'il faudrait changer", "What should be changed";

    certificate_head => "Attestation de présence", "Certificate of attendance";
    certificate_name => "Nom et prénom", "Name";
    certificate_by => "Organisé par", "Organised by";
    certificate_says(title: &str, day: &str) => format!("a participé le {day} à une simulation de CREX (comité de retour d'expérience) sur le cas fictif «\u{a0}{title}\u{a0}»."),
        format!("took part on {day} in a simulated CREX (experience feedback committee) on the fictitious case “{title}”.");
    certificate_aims => "Objectifs de la séance", "Aims of the session";
    certificate_no_mark => "Cette attestation dit une présence. Elle n'évalue personne.", "This certificate says that someone was there. It assesses nobody.";
    certificate_date => "Fait le", "Date";
    certificate_signed => "Signature du formateur", "Signature of the trainer";
    certificate_kept => "Les noms ont été donnés pour cette impression\u{a0}; crex ne les garde nulle part.", "The names were given for this printing; crex keeps them nowhere.";

    exercise_not_sent => "Exercice\u{a0}: ce texte n'est à envoyer à personne, et rien n'est à déclarer.", "Exercise: this text goes to nobody, and there is nothing to declare.";
    sign_number => "n°", "no.";
    sign_morning => "signature, matin", "signature, morning";
    sign_afternoon => "signature, après-midi", "signature, afternoon";
    sign_training_kept => "Les noms restent sur ce papier\u{a0}: crex n'en garde aucun.", "Names stay on this paper: crex keeps none.";

    results_kind => "type", "kind";
    results_number => "numéro", "number";
    results_line => "libellé", "line";
    results_n(when: &str) => format!("réponses {when}"), format!("answers {when}");
    results_right(when: &str) => format!("justes {when}"), format!("right {when}");
    results_answer(letter: char, when: &str) => format!("réponse {letter} {when}"), format!("answer {letter} {when}");
    results_mean(when: &str) => format!("moyenne {when}"), format!("mean {when}");
    results_quiz => "quiz", "quiz";
    results_marks => "auto-positionnement", "self-assessment";
    results_satisfaction => "satisfaction", "satisfaction";
    results_simulation => "simulation", "simulation";
}
