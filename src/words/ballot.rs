//! The sentences of a vote by show of hands.

use super::Words;
use crate::domain::ballot::{Ballot, CountFault, Method, Subject};

crate::words! {
    ballot_question_free => "Que décidons-nous\u{202f}?", "What do we decide?";
    ballot_question_choice => "Quel événement analysons-nous\u{202f}?", "Which event do we analyse?";
    ballot_question_priorities => "Sur quels facteurs agir maintenant\u{202f}?", "Which factors do we act on now?";
    ballot_question_actions => "Quelles actions retenons-nous\u{202f}?", "Which actions do we keep?";
    ballot_question_impact => "Quel effet attendons-nous de chaque action\u{202f}?", "What do we expect each action to bring?";
    ballot_question_effort => "Quel effort demande chaque action\u{202f}?", "What effort does each action take?";
    ballot_question_round => "Comment avez-vous trouvé cette séance\u{202f}?", "How did you find this meeting?";
    ballot_prepare => "Préparer le vote", "Prepare the vote";
    ballot_prepare_note(people: usize) =>
        format!("{}. Tout ce qui suit est fixé dès l'ouverture.", if people > 1 { format!("{people}\u{a0}présents voteront") } else { "Une personne présente votera".to_owned() }),
        format!("{} vote. All that follows is fixed once the vote opens.", if people == 1 { "One person present will".to_owned() } else { format!("{people} people present will") });
    ballot_nobody => "Personne n'est noté présent\u{a0}: cochez les présents à l'étape «\u{a0}Ouverture\u{a0}», ou décidez par consensus.",
        "No one is marked present: tick who is there at the step “Opening”, or decide by consensus.";
    ballot_few_options => "Un vote demande au moins deux propositions. Décidez par consensus, ou préparez un vote par oui ou non.",
        "A vote takes at least two options. Decide by consensus, or prepare a yes/no vote.";
    ballot_many_options => "Un vote porte sur vingt propositions au plus (A à T)\u{a0}: retirez-en d'abord.", "A vote takes twenty options at most (A to T): take some out first.";
    ballot_question => "Question", "Question";
    ballot_question_hint => "Courte, telle qu'elle sera lue à voix haute.", "Short, as it will be read aloud.";
    ballot_other_open(question: &str) =>
        format!("Un vote est encore ouvert\u{a0}: «\u{a0}{question}\u{a0}». Terminez-le ou annulez-le d'abord."),
        format!("A vote is still open: “{question}”. End or cancel it first.");
    ballot_stays => "Le vote est ouvert\u{a0}: il reste ici jusqu'à sa fin. F7 et F8 changent d'étape.", "The vote is open: it stays here to its end. F7 and F8 change step.";
    ballot_no_question => "Écrivez d'abord la question, telle qu'elle sera lue.", "Write the question first, as it will be read.";
    ballot_no_option => "Il n'y a rien à voter\u{a0}: laissez au moins une proposition.", "There is nothing to vote on: leave one option at least.";
    ballot_method => "Façon de voter", "Method";
    ballot_each => "Voix chacun", "Votes each";
    ballot_each_hint => "Combien de fois chacun lève la main ou écrit une lettre, une fois au plus par proposition.", "How often each person raises a hand or writes a letter, once at most for an option.";
    ballot_points => "Points chacun", "Points each";
    ballot_points_hint => "Les points que chacun répartit comme il veut.", "The points that each person spreads freely.";
    ballot_cap => "Au plus sur une", "At most on one";
    ballot_cap_hint => "Le plus de points qu'une personne peut mettre sur une même proposition.", "The most points that one person can put on one option.";
    ballot_keep => "À retenir", "To keep";
    ballot_keep_hint => "Combien de propositions le vote retient au plus.", "How many options the vote keeps at most.";
    ballot_way => "Recueil", "Collected";
    ballot_in_open => "à main levée ou par bulletins", "by show of hands or papers";
    ballot_in_secret => "à bulletin secret", "by secret papers";
    ballot_way_hint => "Secret\u{a0}: bulletins papier ou clavier qui passe de main en main\u{a0}; les mains ne se comptent pas.", "Secret: paper slips, or the keyboard passed from hand to hand; no hands are counted.";
    ballot_excused => "Ne votent pas", "Do not vote";
    ballot_excused_hint => "Espace coche qui se retire de ce vote, par exemple une personne concernée par l'événement.", "Space ticks who stays out of this vote, someone involved in the event for example.";
    ballot_proposals_hint => "Une proposition par ligne\u{a0}: Entrée commence la suivante.", "One option a line: Enter begins the next.";
    method_hands => "voix", "votes";
    method_yes_no => "oui ou non", "yes or no";
    method_weighted => "3-2-1", "3-2-1";
    method_points => "points à répartir", "points to spread";
    method_score => "note de 0 à 5", "score 0 to 5";
    method_levels => "niveau pour chacune", "a level for each";
    rule_levels => "Chacun donne un niveau à chaque action\u{a0}: le niveau du milieu est proposé au groupe.", "Each gives every action a level: the middle one is proposed to the group.";
    rule_hands => "Une voix par proposition\u{a0}: les plus choisies l'emportent.", "One vote for an option: those chosen most win.";
    rule_yes_no => "Oui, non ou pas d'avis pour chaque proposition\u{a0}: plus de oui que de non l'adopte.", "Yes, no or undecided for each option: more yes than no carries it.";
    rule_weighted => "Chacun donne 3, 2 et 1\u{a0}points à trois propositions\u{a0}: départage bien une longue liste.", "Each gives 3, 2 and 1 points to three options: separates a long list well.";
    rule_points => "Chacun répartit ses points\u{a0}: montre la force des préférences.", "Each spreads points: shows how strong preferences are.";
    rule_score => "Chacun note chaque proposition de 0 à 5\u{a0}: la somme décide.", "Each scores every option from 0 to 5: the sum decides.";
    ballot_tie => "À égalité", "If tied";
    ballot_tie_hint => "Dit avant le vote\u{a0}; l'animateur ne départage jamais seul.", "Said before the vote; the facilitator never breaks a tie alone.";
    ballot_options => "Propositions", "Options";
    ballot_options_hint => "Espace retire une proposition du vote, ou l'y remet.", "Space takes an option out of the vote, or puts it back.";
    ballot_open => "Ouvrir le vote", "Open the vote";
    ballot_open_hint => "Entrée ou v ouvre le vote\u{a0}; x y renonce\u{a0}; Échap revient à la liste.", "Enter or v opens the vote; x gives it up; Esc goes back to the list.";
    ballot_voters(people: usize) => format!("{people}\u{a0}présent{}", if people > 1 { "s" } else { "" }), format!("{people} present");
    ballot_abstentions => "Abstentions", "Abstentions";
    ballot_count_hint => "Comptez les mains à voix haute. Les nombres se montrent quand tous sont là.", "Count hands aloud. The numbers show once all are in.";
    ballot_close => "Clore le vote", "Close the vote";
    ballot_close_hint => "Entrée clôt le vote et montre le résultat\u{a0}; on n'y revient pas.", "Enter closes the vote and shows the result; there is no way back.";
    ballot_cancel => "Annuler le vote", "Cancel the vote";
    ballot_cancel_hint => "Un vote annulé reste au compte rendu, avec sa raison.", "A cancelled vote stays in the record, with its reason.";
    ballot_cancel_reason => "Raison", "Reason";
    ballot_cancel_reason_hint => "Pourquoi le vote est annulé. Échap revient au dépouillement.", "Why the vote is cancelled. Esc goes back to counting.";
    ballot_cancel_title => "Annuler le vote\u{202f}?", "Cancel the vote?";
    ballot_missing(letters: &str) => format!("Il manque le compte de {letters}. Aucune main\u{a0}: tapez 0."), format!("The count of {letters} is missing. No hand: type 0.");
    ballot_nothing => "Personne n'a encore voté.", "No one has voted yet.";
    ballot_fault_option(letter: char, people: u32) =>
        format!("{letter}\u{a0}: plus de mains que de personnes ({people}). Recomptez."),
        format!("{letter}: more hands than people ({people}). Count again.");
    ballot_fault_all(most: u32) =>
        format!("En tout, plus de mains que possible\u{a0}: {most} au plus, abstentions comprises. Recomptez."),
        format!("In all, more hands than possible: {most} at most, abstentions included. Count again.");
    ballot_fault_papers(papers: u32, people: u32) =>
        format!("{papers}\u{a0}bulletins pour {people}\u{a0}votant{}. Recomptez les présents à l'étape «\u{a0}Ouverture\u{a0}», ou annulez le vote.", if people > 1 { "s" } else { "" }),
        format!("{papers} papers for {people} voter{}. Check who is present at the step “Opening”, or cancel the vote.", if people == 1 { "" } else { "s" });
    ballot_few_voters => "Moins de quatre votants\u{a0}: chacun voit le vote des autres. Un consensus écrit convient souvent mieux.",
        "Fewer than four voters: everyone sees how the others vote. A written consensus often suits better.";
    vote_sealed => "La séance a été scellée avant la fin du vote.", "The session was sealed before the vote was over.";
    say_voted_on => "Un vote porte sur cet élément\u{a0}: terminez-le ou annulez-le d'abord. Rien n'est retiré.",
        "A vote is open on this: close or cancel it first. Nothing is taken out.";
    say_ballot_cancelled => "Vote annulé\u{a0}; il reste au compte rendu.", "Vote cancelled; it stays in the record.";
    say_urn_lost => "Les bulletins de ce vote n'ont pas pu être relus\u{a0}: l'urne est vide. Si des bulletins étaient déjà déposés, annulez ce vote et votez de nouveau.",
        "The papers of this vote could not be read back: the urn is empty. If papers were already in, cancel this vote and vote again.";
    say_urn_unkept(why: &str) => format!("Bulletins gardés en mémoire seulement, ne quittez pas crex\u{a0}: {why}"), format!("Papers are kept in memory only, do not leave crex: {why}");
    ballot_and => " et ", " and ";
}

impl Words {
    /// The question proposed for a subject.
    pub const fn ballot_question_on(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Free => self.ballot_question_free(),
            Subject::Choice => self.ballot_question_choice(),
            Subject::Priorities => self.ballot_question_priorities(),
            Subject::Actions => self.ballot_question_actions(),
            Subject::Impact => self.ballot_question_impact(),
            Subject::Effort => self.ballot_question_effort(),
            Subject::Round => self.ballot_question_round(),
        }
    }

    /// A method in a word or two.
    pub fn method_name(self, method: Method) -> String {
        let name = match method {
            Method::Hands { .. } => self.method_hands(),
            Method::YesNo => self.method_yes_no(),
            Method::Weighted => self.method_weighted(),
            Method::Points { .. } => self.method_points(),
            Method::Score => self.method_score(),
            Method::Levels { .. } => self.method_levels(),
        };
        name.to_owned()
    }

    /// What a method asks and what decides in it.
    pub const fn method_rule(self, method: Method) -> &'static str {
        match method {
            Method::Hands { .. } => self.rule_hands(),
            Method::YesNo => self.rule_yes_no(),
            Method::Weighted => self.rule_weighted(),
            Method::Points { .. } => self.rule_points(),
            Method::Score => self.rule_score(),
            Method::Levels { .. } => self.rule_levels(),
        }
    }

    /// What is wrong with a count, without giving away a number typed.
    pub fn count_fault(self, fault: CountFault) -> String {
        match fault {
            CountFault::TooManyOnOption(index, _, people) => {
                self.ballot_fault_option(Ballot::letter(index), people)
            }
            CountFault::TooManyInAll(_, most) => self.ballot_fault_all(most),
            CountFault::TooManyPapers(papers, people) => self.ballot_fault_papers(papers, people),
        }
    }

    /// « A », « A et B », « A, B et C ».
    pub fn letters(self, indexes: &[usize]) -> String {
        let letters: Vec<String> = indexes
            .iter()
            .map(|i| Ballot::letter(*i).to_string())
            .collect();
        match letters.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{}{}{last}", before.join(", "), self.ballot_and())
            }
            _ => letters.concat(),
        }
    }
}
