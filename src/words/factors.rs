//! The sentences of contributing factors: the walk through a grid, the lists, the whys.

use crate::domain::checks::ToCheck;
use crate::domain::grid::Verdict;

crate::words! {
    factors_grid => "Grille", "Grid";
    factors_grid_title => "Avec quelle grille chercher les causes\u{202f}?", "With which grid shall we look for causes?";
    grid_advice(context: &str, why: &str) => format!("{context}\u{a0}: {why}."), format!("{context}: {why}.");
    grid_usual => "celle de l'équipe", "the team's";
    grid_then(first: &str, second: &str) => format!("{first}, puis {second}"), format!("{first}, then {second}");
    grid_explored(answered: usize, total: usize) => format!("{answered} sur {total}"), format!("{answered} of {total}");
    grid_aside(explored: &str) => format!("{explored}, de côté"), format!("{explored}, set aside");
    grids_title => "Les grilles de cette analyse", "The grids of this analysis";
    grids_hint => "Changer de grille ne perd rien\u{a0}: revenir retrouve tout.", "Changing the grid loses nothing: coming back finds it all.";
    regrid_title(name: &str) => format!("Passer à la grille {name}"), format!("Going over to the grid {name}");
    regrid_hint => "Voici les codes proposés pour vos facteurs. Ce que vous laissez «\u{a0}proposé\u{a0}» se confirmera plus tard. Échap ne change rien.",
        "These codes are proposed for your factors. What you leave “proposed” can be confirmed later. Esc changes nothing.";
    regrid_unmatched => "Sans correspondance\u{a0}: gardés tels quels", "No match: kept as they are";
    verdict_proposed => "proposé", "proposed";
    verdict_confirmed => "confirmé", "confirmed";
    verdict_refused => "écarté", "refused";
    factor_proposed(name: &str) => format!("{name} (proposé)"), format!("{name} (proposed)");
    only_all => "Toutes les questions", "All questions";
    only_open => "Questions ouvertes", "Open questions";
    only_unknown => "Questions «\u{a0}ne sait pas\u{a0}»", "“Not known” questions";
    only_dimension => "Cette dimension", "This dimension";
    only_deviation => "Ce qui explique l'écart", "What explains the deviation";
    items_title => "Les questions de la grille", "The questions of the grid";
    items_hint => "Tapez un mot ou un code", "Type a word or a code";
    items_nothing => "Aucune question ici. Tab montre les autres.", "No question here. Tab shows the others.";
    items_shown(only: &str, n: usize) => format!("{only}\u{a0}: {n}"), format!("{only}: {n}");
    checks_title => "À vérifier", "To be checked";
    checks_none => "Rien à vérifier\u{a0}: chaque facteur est sûr, chaque question a sa réponse.", "Nothing to check: every factor is sure, every question has its answer.";
    checks_hint => "La liste que le pilote emporte. Entrée va à la ligne choisie.", "The list that the lead takes along. Enter goes to the chosen line.";
    checks_by(by: &str) => format!("par {by}"), format!("by {by}");
    checks_by_nobody => "par qui\u{202f}? personne n'est nommé", "by whom? nobody is named";
    check_factor => "facteur", "factor";
    check_item => "ne sait pas", "not known";
    check_source => "à entendre", "to be heard";
    check_fact => "heure inconnue", "time unknown";
    check_barrier => "état inconnu", "state unknown";
    say_no_more_such(only: &str) => format!("{only}\u{a0}: il n'y en a pas d'autre dans ce sens. «\u{a0}l\u{a0}» puis Tab change de filtre."), format!("{only}: there is none further that way. “l”, then Tab changes the filter.");
    say_other_grid(name: &str) => format!("C'est la dernière question de cette grille. «\u{a0}b\u{a0}» passe à {name}."), format!("This is the last question of this grid. “b” goes over to {name}.");
    say_check_in_other_grid(name: &str) => format!("Cette question est de la grille {name}. «\u{a0}b\u{a0}» y passe."), format!("This question is of the grid {name}. “b” goes over to it.");
    factors_advice_own => "La grille de votre équipe.", "Your team's own grid.";
    factors_coverage(name: &str, answered: usize, total: usize) => format!("{name}\u{a0}: {answered} sur {total} explorées"), format!("{name}: {answered} of {total} explored");
    factors_for(id: String) => format!("pour l'écart {id}"), format!("for deviation {id}");
    factors_for_all => "pour tous les écarts", "for all deviations";
    factors_for_none => "aucun écart n'est décrit", "no deviation is described";
    factors_none_yet => "Aucun facteur pour l'instant", "No factor yet";
    factors_count(n: usize) => format!("{n} facteur{}", if n > 1 { "s" } else { "" }), format!("{n} factor{}", if n == 1 { "" } else { "s" });
    factors_share(persons: usize, system: usize) => format!("{persons} sur des personnes, {system} sur le système"), format!("{persons} on persons, {system} on the system");
    factors_mostly_persons => "Plus de la moitié parle des personnes. Qu'est-ce qui, autour d'elles, rendait l'erreur possible\u{202f}?",
        "More than half speak of persons. What around them made the error possible?";
    say_last_question => "C'est la dernière question de la grille. «\u{a0}g\u{a0}» montre les facteurs trouvés.", "This is the last question of the grid. “g” shows the factors found.";
    say_first_question => "C'est la première question de la grille.", "This is the first question of the grid.";
    say_factor_stays(id: String) => format!("{id} reste dans la liste (g)\u{a0}: lui seul s'efface, par «\u{a0}d\u{a0}»."), format!("{id} stays in the list (g): only “d” there deletes it.");
    factor_named(id: String) => format!("Facteur {id}"), format!("Factor {id}");
    factor_of_item(id: String, item: String) => format!("{id} · {item}"), format!("{id} · {item}");
    factor_what => "Facteur", "Factor";
    factor_what_hint => "Ce qui, ici, a contribué\u{a0}: une condition, pas un reproche. Échap revient à la grille.", "What contributed here: a condition, not blame. Esc goes back to the grid.";
    factor_role_label => "Rôle", "Part";
    factor_principal_hint => "Principal\u{a0}: sans lui, l'événement n'aurait sans doute pas eu lieu.", "Principal: without it the event would probably not have happened.";
    factor_secondary_hint => "Secondaire\u{a0}: il a pesé aussi, après le principal.", "Secondary: it weighed as well, after the principal one.";
    factor_influencing_hint => "Influent\u{a0}: il a favorisé, aggravé ou caché l'écart, sans suffire seul.", "Influencing: it favoured, worsened or hid the deviation, without being enough alone.";
    factor_principal_passed(n: usize, max: u32) => format!("{n} facteurs principaux\u{a0}; la grille en prévoit {max}."), format!("{n} principal factors; the grid allows {max}.");
    factor_secondary_passed(n: usize, max: u32) => format!("{n} facteurs secondaires\u{a0}; la grille en prévoit {max}."), format!("{n} secondary factors; the grid allows {max}.");
    factor_certainty => "Certitude", "Certainty";
    factor_certainty_hint => "«\u{a0}À vérifier\u{a0}» demande qui le vérifiera.", "“To be checked” asks who will check.";
    factor_check_by => "Vérifié par", "Checked by";
    factor_check_by_hint => "Une fonction, jamais un nom\u{a0}: pharmacien, cadre, secrétaire.", "A function, never a name: pharmacist, ward manager, secretary.";
    factor_deviations => "Écarts", "Deviations";
    factor_deviations_hint => "Les écarts que ce facteur explique.", "The deviations that this factor explains.";
    factor_keywords => "Mots-clés", "Keywords";
    factor_keywords_hint => "Ce que la personne vivait à ce moment-là, sans jugement.", "What the person was going through, without judgement.";
    factor_evidence => "Fait ou preuve", "Fact or proof";
    factor_evidence_hint => "Ce qui permet de l'affirmer\u{a0}: un fait, un document, une personne entendue.", "What lets us say so: a fact, a document, a person heard.";
    factor_codes => "Dans la grille", "In the grid";
    factor_codes_hint => "Les questions de la grille auxquelles il répond.", "The questions of the grid that it answers.";
    factor_unsaid => "facteur pas encore formulé", "factor not worded yet";
    factor_now(reply: &str) => format!("la grille dit maintenant «\u{a0}{reply}\u{a0}»"), format!("the grid now says “{reply}”");
    factor_check(by: &str) => format!("à vérifier par {by}"), format!("to be checked by {by}");
    factors_list => "Facteurs", "Factors";
    factors_empty => "Aucun facteur. «\u{a0}a\u{a0}» en ajoute un librement\u{a0}; «\u{a0}g\u{a0}» revient aux questions de la grille.",
        "No factor. “a” adds one freely; “g” goes back to the questions of the grid.";
    whys_list => "Pourquoi", "Whys";
    whys_empty => "Une chaîne de pourquoi sous un écart\u{a0}: «\u{a0}a\u{a0}» pose le premier.", "A chain of whys under a deviation: “a” asks the first.";
    why_named(id: String) => format!("Pourquoi {id}"), format!("Why {id}");
    why_what => "Parce que", "Because";
    why_deviation => "Sous l'écart", "Under deviation";
    why_parent => "Explique", "Explains";
    why_parent_none => "l'écart lui-même", "the deviation itself";
    why_hint => "Un fait que l'on peut vérifier, jamais une personne.", "A fact that can be verified, never a person.";
    why_hint_new => "Un fait que l'on peut vérifier, jamais une personne. Entrée\u{a0}: le pourquoi suivant. Échap\u{a0}: c'est fini.", "A fact that can be verified, never a person. Enter: the next why. Esc: done.";
    why_person => "La chaîne s'arrête sur une personne. Qu'est-ce qui rendait cela possible\u{202f}? Un pourquoi de plus le dira.", "The chain ends on a person. What made this possible? One more why will tell.";
    why_person_short => "Qu'est-ce qui rendait cela possible\u{202f}?", "What made this possible?";
    therefore => "donc", "therefore";
    therefore_title => "Relire avec «\u{a0}donc\u{a0}»", "Read it back with “therefore”";
    therefore_aside => "s'il boite, un maillon manque", "where it limps, a link is missing";
    therefore_empty => "Aucun pourquoi à relire encore. Échap revient\u{202f}; «\u{a0}a\u{a0}» sur un écart pose le premier.", "No why to read back yet. Esc goes back; “a” on a deviation asks the first.";
    fish_title => "En arêtes de poisson", "As a fishbone";
    fish_dimensions => "par dimension de la grille", "by dimension of the grid";
    fish_five_m => "par 5M", "by 5M";
    table_title => "Tableau des facteurs", "Table of factors";
    table_factor => "Facteur", "Factor";
    table_item => "Code", "Code";
    table_role => "Rôle", "Part";
    table_certainty => "Certitude", "Certainty";
    table_deviations => "Écarts", "Deviations";
    table_retained => "Agir", "Act";
    tree_loose_whys => "Pourquoi reliés à aucun écart", "Whys tied to no deviation";
    why_unsaid => "pas encore de réponse", "no answer yet";
    why_no_deviation => "aucun écart", "no deviation";
    fish_event => "l'événement", "the event";
    tree_title => "De l'écart aux causes", "From deviation to causes";
    tree_empty => "Rien à montrer encore\u{a0}: ni écart, ni facteur. «\u{a0}g\u{a0}» revient aux questions.", "Nothing to show yet: no deviation, no factor. “g” goes back to the questions.";
    tree_loose => "Facteurs reliés à aucun écart", "Factors tied to no deviation";
    tree_bare => "aucun facteur encore", "no factor yet";
    tree_uncoded => "Hors de la grille", "Outside the grid";
    answer_note => "Fait ou preuve", "Fact or proof";
    answer_note_hint => "Ce qui a fait répondre ainsi. Échap revient à la question.", "What made the group answer so. Esc goes back to the question.";
}

impl super::Words {
    /// The name of a dimension without what all of them begin or end with: « Techniques » for « Facteurs techniques ».
    pub fn dimension_bare(self, name: &str) -> String {
        let bare = if self.is_french() {
            name.strip_prefix("Facteurs ")
        } else {
            name.strip_suffix(" factors")
        };
        self.capital(bare.unwrap_or(name))
    }

    /// What the group makes of a proposed code.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Proposed => self.verdict_proposed(),
            Verdict::Confirmed => self.verdict_confirmed(),
            Verdict::Refused => self.verdict_refused(),
        }
    }

    /// What kind of thing is to be checked.
    pub fn check_kind(self, check: &ToCheck) -> &'static str {
        match check {
            ToCheck::Factor(_) => self.check_factor(),
            ToCheck::Item(..) => self.check_item(),
            ToCheck::Source(_) => self.check_source(),
            ToCheck::Fact(_) => self.check_fact(),
            ToCheck::Barrier(_) => self.check_barrier(),
        }
    }
}
