//! The sentences of a vote while it is collected: the keyboard passed around, the papers, the slips.

use super::Words;
use crate::domain::ballot::{Answer, Ballot, Method, Subject};
use crate::domain::draft::Refusal;

crate::words! {
    ballot_pass => "Faire passer le clavier", "Pass the keyboard around";
    ballot_pass_hint => "Chacun vote seul devant l'écran, les autres ne voient rien. Entrée ou p commence.", "Each votes alone at the screen, the others see nothing. Enter or p begins.";
    ballot_slips => "Saisir des bulletins papier", "Type paper slips";
    ballot_slips_hint => "Chacun a écrit ses lettres sur un papier\u{a0}; vous les tapez, projecteur coupé. Entrée ou b commence.", "Each wrote letters on a slip; you type them, the projector cut. Enter or b begins.";
    ballot_gone => "Partis après avoir voté", "Left having voted";
    ballot_gone_hint => "Quelqu'un est parti pendant le vote. S'il avait déjà voté, comptez-le ici\u{a0}: son vote reste.", "Someone left during the vote. If they had voted already, count them here: their vote stays.";
    ballot_read_hint => "Lisez les propositions à voix haute. p passe le clavier, b saisit des bulletins.", "Read the options aloud. p passes the keyboard, b types slips.";
    ballot_answers_hint => "Comptez les mains pour, puis contre. Qui n'en lève aucune s'abstient.", "Count the hands for, then against. Who raises none abstains.";
    ballot_for => "pour", "for";
    ballot_against => "contre", "against";
    ballot_no_quorum => "Le quorum n'est plus atteint. Rien n'est perdu\u{a0}: le vote peut continuer et se clore, le résultat le dira.",
        "There is no quorum any more. Nothing is lost: the vote can go on and be closed, the result will say so.";
    ballot_silent(people: u32) =>
        if people > 1 { format!("{people}\u{a0}personnes n'ont pas voté\u{a0}: Entrée encore clôt ainsi.") } else { "Une personne n'a pas voté\u{a0}: Entrée encore clôt ainsi.".to_owned() },
        if people == 1 { "One person has not voted: Enter again closes it so.".to_owned() } else { format!("{people} people have not voted: Enter again closes it so.") };
    ballot_fault_gone(papers: u32, people: u32) =>
        format!("{papers}\u{a0}bulletins pour {people}\u{a0}votant{}\u{a0}: comptez qui est parti après avoir voté, à la ligne «\u{a0}Partis\u{a0}».", if people > 1 { "s" } else { "" }),
        format!("{papers} papers for {people} voter{}: count who left having voted, on the line “Left”.", if people == 1 { "" } else { "s" });
    how_weighted => "3, 2 et 1\u{a0}points", "3, 2 and 1 points";
    papers_of_all(papers: u32, people: u32) =>
        format!("{papers}\u{a0}{} sur {people}", if papers > 1 { "bulletins reçus" } else { "bulletin reçu" }),
        format!("{papers} paper{} received of {people}", if papers == 1 { "" } else { "s" });
    voters(people: u32) => format!("{people}\u{a0}votant{}", if people > 1 { "s" } else { "" }), format!("{people} voter{}", if people == 1 { "" } else { "s" });
    how_secret => "bulletins secrets", "secret papers";
    how_papers => "par bulletin", "on paper";
    how_voices(each: u32) => if each > 1 { format!("{each}\u{a0}voix par personne") } else { "une voix par personne".to_owned() },
        if each == 1 { "one vote each".to_owned() } else { format!("{each} votes each") };
    booth_next => "Au suivant", "Next";
    booth_done => "C'est fini", "Done";
    booth_you => "À vous", "Your turn";
    booth_take => "Prenez le clavier, les autres regardent ailleurs.", "Take the keyboard; the others look away.";
    booth_open => "Entrée ouvre votre bulletin.", "Enter opens your paper.";
    booth_all_voted => "Tout le monde a voté. Échap revient\u{a0}; il reste à clore le vote.", "Everyone has voted. Esc goes back; what is left is to close the vote.";
    booth_clear => "Le bulletin se montre en clair\u{a0}: coupez le projecteur, ou tournez l'écran. Si l'écran reste visible de tous, m masque ce que l'on écrit.",
        "The paper shows in clear: cut the projector, or turn the screen. If everyone still sees the screen, m masks what is written.";
    booth_masked => "Bulletin masqué\u{a0}: tout s'y écrit en points. m le montre en clair.", "Masked paper: what is written shows as dots. m shows it in clear.";
    booth_one_too_many(people: u32) => format!("{people}\u{a0}bulletin{} pour {people}\u{a0}votant{}\u{a0}: tout le monde a voté. S'il manque quelqu'un, Échap, puis notez-le présent à l'étape «\u{a0}Ouverture\u{a0}».", if people > 1 { "s" } else { "" }, if people > 1 { "s" } else { "" }),
        format!("{people} paper{} for {people} voter{}: everyone has voted. If someone is missing, press Esc and mark them present at the step “Opening”.", if people == 1 { "" } else { "s" }, if people == 1 { "" } else { "s" });
    booth_hands_full => "Avec les mains déjà comptées, il ne reste pas de place pour un bulletin de plus. Échap revient\u{a0}: recomptez les mains.",
        "With the hands already counted there is no room for one more paper. Esc goes back: count the hands again.";
    paper_how_one => "Tapez la lettre de votre choix.", "Type the letter of your choice.";
    paper_how_several(each: u32) => format!("Tapez les lettres de vos choix, {each} au plus."), format!("Type the letters of your choices, {each} at most.");
    paper_how_weighted => "Tapez vos trois lettres dans l'ordre\u{a0}: 3\u{a0}points, 2\u{a0}points, 1\u{a0}point.", "Type your three letters in order: 3 points, 2 points, 1 point.";
    paper_how_points(points: u32, cap: u32) => format!("{points}\u{a0}points\u{a0}: une lettre donne un point, {cap} au plus à chaque proposition."), format!("{points} points: a letter gives one point, {cap} at most to an option.");
    paper_how_score => "Tapez une note de 0 à 5 pour chaque proposition (sans note, elle compte\u{a0}0)\u{a0}; ↑ ↓ changent de ligne.", "Type a score from 0 to 5 for every option (left without one, it counts 0); ↑ ↓ change the line.";
    paper_how_levels(top: u32) => format!("Tapez un niveau de 1 (le plus bas) à {top} (le plus haut) pour chaque proposition\u{a0}; ↑ ↓ changent de ligne."),
        format!("Type a level from 1 (lowest) to {top} (highest) for every option; ↑ ↓ change the line.");
    paper_how_answers => "O\u{a0}oui, N\u{a0}non, P\u{a0}pas d'avis\u{a0}; ↑ ↓ changent de ligne.", "Y yes, N no, U undecided; ↑ ↓ change the line.";
    paper_how_round => "Tapez une note de 0 à 5.", "Type a mark from 0 to 5.";
    slip_how_round => "Coupez le projecteur. La note du billet, puis Entrée. Les mots s'écrivent ensuite à la clôture, sans nom.",
        "Cut the projector. The mark of the slip, then Enter. Words are written afterwards at the closing, without names.";
    paper_word => "Un mot, si vous voulez\u{a0}: il sera lu sans nom, loin de la note. Entrée rend le bulletin, Échap revient à la note.",
        "One word, if you like: it will be read without a name, apart from the mark. Enter hands the paper in, Esc goes back to the mark.";
    paper_empty => "Rien n'est choisi\u{a0}: Entrée encore rend un bulletin blanc, Échap le jette.", "Nothing is chosen: Enter again hands in a blank paper, Esc throws it away.";
    paper_again => "Entrée encore rend le bulletin\u{a0}; Échap le jette.", "Enter again hands the paper in; Esc throws it away.";
    paper_is_blank => "Bulletin blanc\u{a0}: Entrée le confirme, une lettre le reprend.", "Blank paper: Enter confirms it, a letter begins it again.";
    paper_complete => "C'est complet\u{a0}: Entrée confirme.", "It is complete: Enter confirms.";
    paper_letters_only => "Bulletin masqué\u{a0}: tapez les lettres des propositions.", "Masked paper: type the letters of the options.";
    paper_written(dots: &str) => format!("Votre bulletin\u{a0}: {dots}"), format!("Your paper: {dots}");
    paper_n_choices(n: u32) => format!("{n}\u{a0}choix"), format!("{n} choice{}", if n == 1 { "" } else { "s" });
    paper_n_points(n: u32) => format!("{n}\u{a0}point{}", if n > 1 { "s" } else { "" }), format!("{n} point{}", if n == 1 { "" } else { "s" });
    paper_n_scores(n: u32) => format!("{n}\u{a0}note{}", if n > 1 { "s" } else { "" }), format!("{n} score{}", if n == 1 { "" } else { "s" });
    paper_n_levels(n: u32) => if n > 1 { format!("{n}\u{a0}niveaux") } else { format!("{n}\u{a0}niveau") }, format!("{n} level{}", if n == 1 { "" } else { "s" });
    paper_n_answers(n: u32) => format!("{n}\u{a0}réponse{}", if n > 1 { "s" } else { "" }), format!("{n} answer{}", if n == 1 { "" } else { "s" });
    paper_still(what: &str) => format!("Il reste {what}."), format!("{what} left.");
    paper_still_again(what: &str) => format!("Il reste {what}\u{a0}: Entrée encore confirme ainsi."), format!("{what} left: Enter again confirms it so.");
    paper_refused_any => "Cette touche n'ajoute rien ici\u{a0}: lettre sans proposition, ou déjà sur le bulletin.", "This key adds nothing here: no such option, or on the paper already.";
    paper_no_answer => "Cette touche n'est pas une réponse ici\u{a0}; le reste est gardé.", "This key is no answer here; the rest is kept.";
    paper_no_option => "Aucune proposition ne porte cette lettre\u{a0}; le reste est gardé.", "No option bears this letter; the rest is kept.";
    paper_full => "Tout est donné\u{a0}: Entrée confirme, Retour efface le dernier.", "All is given: Enter confirms, Backspace takes the last one back.";
    paper_twice(letter: char) => format!("{letter} y est déjà\u{a0}; le reste est gardé."), format!("{letter} is there already; the rest is kept.");
    paper_capped(letter: char, cap: u32) => format!("{letter} a déjà {cap}\u{a0}points, le plus possible\u{a0}; le reste est gardé."), format!("{letter} has {cap} points already, the most possible; the rest is kept.");
    paper_too_high(most: u32) => format!("Au plus {most}\u{a0}; le reste est gardé."), format!("{most} at most; the rest is kept.");
    paper_too_low(least: u32) => format!("Au moins {least}\u{a0}; le reste est gardé."), format!("{least} at least; the rest is kept.");
    slip_number(n: u32) => format!("Bulletin {n}"), format!("Slip {n}");
    paper_yes => "oui", "yes";
    paper_no => "non", "no";
    paper_neither => "pas d'avis", "undecided";
    slip_empty => "Rien n'est tapé\u{a0}: Z pour un bulletin blanc, X pour un bulletin nul, Échap quand il n'y en a plus.", "Nothing is typed: Z for a blank slip, X for a void one, Esc when there are no more.";
    slip_taken => "Enregistré. Le suivant\u{202f}? Retour reprend celui d'avant, Échap quand il n'y en a plus.", "Taken. The next one? Backspace takes the one before back, Esc when there are no more.";
    slip_taken_back => "Le dernier bulletin est repris\u{a0}: corrigez-le, puis Entrée.", "The last slip is taken back: mend it, then press Enter.";
    slip_none_to_take_back => "Seul le tout dernier bulletin peut être repris, et une seule fois.", "Only the very last slip can be taken back, and only once.";
    slip_one_too_many(people: u32) => format!("Un bulletin de trop pour {people}\u{a0}votant{}\u{a0}: il n'est pas compté. Échap, puis vérifiez les présents à l'étape «\u{a0}Ouverture\u{a0}».", if people > 1 { "s" } else { "" }),
        format!("One slip too many for {people} voter{}: it is not counted. Esc, then check who is present at the step “Opening”.", if people == 1 { "" } else { "s" });
    slip_not_there => "Ce bulletin n'est plus parmi ceux reçus\u{a0}: rien n'est repris. Comparez leur nombre aux papiers.", "This slip is no longer among those received: nothing is taken back. Compare their number with the papers.";
    slip_blank => "blanc", "blank";
    slip_void => "nul", "void";
    slip_how_letters => "Coupez le projecteur. Les lettres du bulletin, puis Entrée. Z blanc, X nul.", "Cut the projector. The letters of the slip, then Enter. Z blank, X void.";
    slip_how_scores => "Coupez le projecteur. Une note de 0 à 5 par ligne (sans note\u{a0}: 0), puis Entrée. Z blanc, X nul.", "Cut the projector. A score of 0 to 5 a line (none: 0), then Enter. Z blank, X void.";
    slip_how_levels(top: u32) => format!("Coupez le projecteur. Un niveau de 1 à {top} par ligne, puis Entrée. Z blanc, X nul."),
        format!("Cut the projector. A level of 1 to {top} a line, then Enter. Z blank, X void.");
    slip_how_answers => "Coupez le projecteur. O oui, N non, P pas d'avis, puis Entrée. Z blanc, X nul.", "Cut the projector. Y yes, N no, U undecided, then Enter. Z blank, X void.";
}

impl Words {
    /// What a voter does on a paper.
    pub fn paper_how_on(self, ballot: &Ballot) -> String {
        match ballot.subject {
            Subject::Round => self.paper_how_round().to_owned(),
            _ => self.paper_how(ballot.method),
        }
    }

    /// What is typed of a slip.
    pub fn slip_how_on(self, ballot: &Ballot) -> String {
        match ballot.subject {
            Subject::Round => self.slip_how_round().to_owned(),
            _ => self.slip_how(ballot.method),
        }
    }

    /// Who votes and how, while a vote is open.
    pub fn vote_how(self, ballot: &Ballot) -> String {
        if ballot.takes_hands() {
            let voters = self.ballot_voters(ballot.entitled as usize);
            return format!("{voters} · {}", self.voting(ballot));
        }
        let method = match ballot.method {
            Method::Hands { each } => self.how_voices(each.max(1)),
            Method::Weighted => self.how_weighted().to_owned(),
            method => self.method(&method),
        };
        let way = if ballot.secret {
            self.how_secret()
        } else {
            self.how_papers()
        };
        format!("{} · {way} · {method}", self.voters(ballot.entitled))
    }

    /// Which slip is being typed, and how many were received.
    pub fn slip_count(self, papers: u32, people: u32) -> String {
        let received = self.papers_of_all(papers, people);
        format!(
            "{} · {received}",
            self.slip_number(papers.saturating_add(1))
        )
    }

    /// An answer as it stands on a paper.
    pub const fn paper_answer(self, answer: Answer) -> &'static str {
        match answer {
            Answer::Yes => self.paper_yes(),
            Answer::No => self.paper_no(),
            Answer::Abstain => self.paper_neither(),
        }
    }

    /// How a paper is filled, in one line.
    pub fn paper_how(self, method: Method) -> String {
        match method {
            Method::Hands { each: 0 | 1 } => self.paper_how_one().to_owned(),
            Method::Hands { each } => self.paper_how_several(each),
            Method::Weighted => self.paper_how_weighted().to_owned(),
            Method::Points { points, cap } => self.paper_how_points(points, cap),
            Method::Score => self.paper_how_score().to_owned(),
            Method::Levels { top } => self.paper_how_levels(top),
            Method::YesNo => self.paper_how_answers().to_owned(),
        }
    }

    /// How a slip is typed, in one line.
    pub fn slip_how(self, method: Method) -> String {
        let how = match method {
            Method::Score => self.slip_how_scores(),
            Method::Levels { top } => return self.slip_how_levels(top),
            Method::YesNo => self.slip_how_answers(),
            _ => self.slip_how_letters(),
        };
        how.to_owned()
    }

    fn paper_what(self, method: Method, n: u32) -> String {
        match method {
            Method::Hands { .. } | Method::Weighted => self.paper_n_choices(n),
            Method::Points { .. } => self.paper_n_points(n),
            Method::Score => self.paper_n_scores(n),
            Method::Levels { .. } => self.paper_n_levels(n),
            Method::YesNo => self.paper_n_answers(n),
        }
    }

    /// What a voter can still give.
    pub fn paper_left(self, method: Method, n: u32) -> String {
        self.paper_still(&self.paper_what(method, n))
    }

    /// The same, to who confirms a paper that is not complete.
    pub fn paper_unfinished(self, method: Method, n: u32) -> String {
        self.paper_still_again(&self.paper_what(method, n))
    }

    /// Why something does not go on a paper; of a masked one nothing is told that is written on it.
    pub fn paper_refused(self, why: Option<Refusal>, masked: bool) -> String {
        match why {
            Some(Refusal::Full) => self.paper_full().to_owned(),
            Some(Refusal::TooHigh(most)) => self.paper_too_high(most),
            Some(Refusal::TooLow(least)) => self.paper_too_low(least),
            _ if masked => self.paper_refused_any().to_owned(),
            None => self.paper_no_answer().to_owned(),
            Some(Refusal::NoSuchOption) => self.paper_no_option().to_owned(),
            Some(Refusal::Capped(option, 0 | 1)) => self.paper_twice(Ballot::letter(option)),
            Some(Refusal::Capped(option, cap)) => self.paper_capped(Ballot::letter(option), cap),
        }
    }
}
