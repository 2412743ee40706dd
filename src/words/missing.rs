//! What a step still lacks, in words short enough for a line of 60 columns.

use super::Words;
use crate::domain::agenda::StepKind;
use crate::domain::progress::Missing;
use std::fmt::Display;

/// Most ids named in one line; of more than that, two are named and the rest is counted.
const NAMED: usize = 4;

/// `E1, E2, E3, E4`, or `E1, E2 et 4 autres` where they are more than four.
fn names<T: Display>(words: Words, ids: &[T]) -> String {
    let shown = if ids.len() > NAMED { 2 } else { ids.len() };
    let named: Vec<String> = ids.iter().take(shown).map(ToString::to_string).collect();
    let named = named.join(", ");
    match ids.len() - shown {
        0 => named,
        more => format!("{named} {}", words.ask_and_more(more)),
    }
}

/// The plural after a number: French from two on, English all but one.
fn s(french: bool, n: usize) -> &'static str {
    if n == 1 || (french && n == 0) {
        ""
    } else {
        "s"
    }
}

crate::words! {
    lacks_nobody_present => "personne n'est noté présent", "nobody is marked as present";
    lacks_no_facilitator => "pas d'animateur désigné", "no facilitator named";
    lacks_no_secretary => "pas de secrétaire désigné", "no secretary named";
    lacks_charter => "charte pas encore acceptée", "charter not accepted yet";
    lacks_votes_told => "manière de voter pas encore dite", "way of voting not told yet";
    lacks_approval => "compte rendu précédent pas encore approuvé", "last record not approved yet";
    lacks_no_incident => "aucun événement entendu", "no event heard";
    lacks_no_decision => "aucun événement choisi", "no event chosen";
    lacks_no_reason => "raison du choix pas encore écrite", "reason of the choice not written yet";
    lacks_no_reason_priorities => "raison des priorités pas encore écrite", "reason of the priorities not written yet";
    lacks_no_lead => "pas de pilote d'analyse désigné", "no analysis lead named";
    lacks_no_analysis_due => "pas de date de rendu de l'analyse", "no date for the analysis";
    lacks_nothing_chosen => "aucun événement choisi à analyser", "no event chosen to analyse";
    lacks_no_source => "personne d'entendu, rien de consulté", "nobody heard, nothing looked at";
    lacks_sources_to_hear(ids: String) => format!("à entendre ou consulter\u{a0}: {ids}"), format!("to be heard or looked at: {ids}");
    lacks_actors_unheard(names: String) => format!("à entendre peut-être\u{a0}: {names}"), format!("perhaps to be heard: {names}");
    lacks_no_deviation => "aucun écart décrit", "no deviation described";
    lacks_no_barrier => "aucune barrière décrite", "no barrier described";
    lacks_no_barrier_worked => "aucune barrière qui ait fonctionné", "no barrier that worked";
    lacks_no_factor => "aucun facteur décrit", "no factor described";
    lacks_no_factor_retained => "aucun facteur retenu", "no factor retained";
    lacks_no_action => "aucune action retenue", "no action retained";
    lacks_only_weak_actions => "seulement des actions faibles", "only weak actions";
    lacks_no_presentation => "aucune analyse présentée", "no analysis presented";
    lacks_no_lessons => "enseignements pas encore écrits", "lessons not written yet";
    lacks_no_next_date => "date de la prochaine séance pas encore fixée", "date of the next meeting not set yet";
    lacks_no_round => "tour d'évaluation pas encore fait", "round of evaluation not held yet";
    lacks_no_self_check => "auto-évaluation de la séance pas encore faite", "self-check of the meeting not done yet";
    lacks_incidents_without_facts(ids: String) => format!("faits non décrits\u{a0}: {ids}"), format!("facts not described: {ids}");
    lacks_incidents_without_severity(ids: String) => format!("gravité non cotée\u{a0}: {ids}"), format!("severity not rated: {ids}");
    lacks_incidents_without_likelihood(ids: String) => format!("vraisemblance non cotée\u{a0}: {ids}"), format!("likelihood not rated: {ids}");
    lacks_incidents_without_fate(ids: String) => format!("sans décision\u{a0}: {ids}"), format!("without a decision: {ids}");
    lacks_facts_without_time(ids: String) => format!("faits sans date ni heure\u{a0}: {ids}"), format!("facts without date or time: {ids}");
    lacks_deviations_without_expected(ids: String) => format!("écarts sans attendu\u{a0}: {ids}"), format!("deviations without what was expected: {ids}");
    lacks_barriers_unknown(ids: String) => format!("barrières à l'état inconnu\u{a0}: {ids}"), format!("barriers of unknown state: {ids}");
    lacks_deviations_without_factor(ids: String) => format!("écarts sans facteur\u{a0}: {ids}"), format!("deviations without factor: {ids}");
    lacks_factors_without_deviation(ids: String) => format!("facteurs sans écart\u{a0}: {ids}"), format!("factors without deviation: {ids}");
    lacks_to_check_without_name(ids: String) => format!("à vérifier, par qui\u{a0}: {ids}"), format!("to be checked, by whom: {ids}");
    lacks_factors_without_action(ids: String) => format!("retenus sans action ni raison\u{a0}: {ids}"), format!("retained without action or reason: {ids}");
    lacks_reporters_without_answer(ids: String) => format!("déclarants sans réponse\u{a0}: {ids}"), format!("reporters without answer: {ids}");
    lacks_answers_to_give(ids: String) => format!("réponses écrites, à donner\u{a0}: {ids}"), format!("answers written, to be given: {ids}");
    lacks_quorum_members(n: u32, asked: u32) =>
        format!("{n} membre{} sur {asked}", s(true, n as usize)), format!("{n} member{} of {asked}", s(false, n as usize));
    lacks_quorum_professions(n: u32, asked: u32) =>
        format!("{n} métier{} sur {asked}", s(true, n as usize)), format!("{n} profession{} of {asked}", s(false, n as usize));
    lacks_quorum(parts: String) => format!("quorum non atteint\u{a0}: {parts}"), format!("no quorum: {parts}");
    lacks_follow_ups(n: usize) =>
        format!("{n} action{} à suivre pas encore abordée{}", s(true, n), s(true, n)),
        format!("{n} earlier action{} not discussed yet", s(false, n));
    lacks_facts(n: usize) =>
        if n == 0 { "aucun fait dans la chronologie".into() } else { "un seul fait dans la chronologie".into() },
        if n == 0 { "no fact in the timeline".into() } else { "only one fact in the timeline".into() };
    lacks_coverage(answered: usize, total: usize) =>
        format!("{answered} question{} de la grille explorée{} sur {total}", s(true, answered), s(true, answered)),
        format!("{answered} question{} of the grid explored of {total}", s(false, answered));
    lacks_principal(n: usize, max: u32) =>
        format!("{n} facteurs principaux, la grille en prévoit {max}"), format!("{n} principal factors, the grid allows {max}");
    lacks_secondary(n: usize, max: u32) =>
        format!("{n} facteurs secondaires, la grille en prévoit {max}"), format!("{n} secondary factors, the grid allows {max}");
    lacks_system(persons: usize, of: usize) =>
        format!("{persons} facteurs sur {of} parlent des personnes\u{a0}: et autour d'elles\u{202f}?"),
        format!("{persons} factors of {of} speak of persons: and around them?");
    lacks_in_actions(gap: &str, n: usize, ids: String) =>
        format!("action{} sans {gap}\u{a0}: {ids}", s(true, n)), format!("action{} without {gap}: {ids}", s(false, n));
    lacks_room(n: usize) =>
        format!("{n} actions retenues\u{a0}: c'est beaucoup à porter"), format!("{n} actions retained: a lot to carry");
    lacks_parked(n: usize) =>
        format!("{n} question{} mise{} de côté sans suite", s(true, n), s(true, n)),
        format!("{n} parked question{} without outcome", s(false, n));
}

impl Words {
    /// What is missing, in one line.
    pub fn missing(self, what: &Missing) -> String {
        use Missing as M;
        match what {
            M::Quorum {
                members,
                members_asked,
                professions,
                professions_asked,
            } => self.quorum_lacks(
                (*members, *members_asked),
                (*professions, *professions_asked),
            ),
            M::FollowUps(n) => self.lacks_follow_ups(*n),
            M::FewFacts(n) => self.lacks_facts(*n),
            M::Coverage { answered, total } => self.lacks_coverage(*answered, *total),
            M::TooManyPrincipal { n, max } => self.lacks_principal(*n, *max),
            M::TooManySecondary { n, max } => self.lacks_secondary(*n, *max),
            M::MostlyPersons { persons, of } => self.lacks_system(*persons, *of),
            M::ActionsWithout(gap, ids) => {
                self.lacks_in_actions(self.action_gap(*gap), ids.len(), names(self, ids))
            }
            M::ManyActions(n) => self.lacks_room(*n),
            M::ParkedWithoutOutcome(n) => self.lacks_parked(*n),
            M::IncidentsWithoutFacts(ids) => self.lacks_incidents_without_facts(names(self, ids)),
            M::IncidentsWithoutSeverity(ids) => {
                self.lacks_incidents_without_severity(names(self, ids))
            }
            M::IncidentsWithoutLikelihood(ids) => {
                self.lacks_incidents_without_likelihood(names(self, ids))
            }
            M::IncidentsWithoutFate(ids) => self.lacks_incidents_without_fate(names(self, ids)),
            M::FactsWithoutTime(ids) => self.lacks_facts_without_time(names(self, ids)),
            M::DeviationsWithoutExpected(ids) => {
                self.lacks_deviations_without_expected(names(self, ids))
            }
            M::BarriersUnknown(ids) => self.lacks_barriers_unknown(names(self, ids)),
            M::DeviationsWithoutFactor(ids) => {
                self.lacks_deviations_without_factor(names(self, ids))
            }
            M::FactorsWithoutDeviation(ids) => {
                self.lacks_factors_without_deviation(names(self, ids))
            }
            M::ToCheckWithoutName(ids) => self.lacks_to_check_without_name(names(self, ids)),
            M::FactorsWithoutAction(ids) => self.lacks_factors_without_action(names(self, ids)),
            M::ReportersWithoutAnswer(ids) => self.lacks_reporters_without_answer(names(self, ids)),
            M::AnswersToGive(ids) => self.lacks_answers_to_give(names(self, ids)),
            M::NoSource => self.lacks_no_source().into(),
            M::SourcesToHear(ids) => self.lacks_sources_to_hear(names(self, ids)),
            M::ActorsUnheard(who) => self.lacks_actors_unheard(names(self, who)),
            M::NobodyPresent => self.lacks_nobody_present().into(),
            M::NoFacilitator => self.lacks_no_facilitator().into(),
            M::NoSecretary => self.lacks_no_secretary().into(),
            M::Charter => self.lacks_charter().into(),
            M::Secrecy => self.lacks_votes_told().into(),
            M::Approval => self.lacks_approval().into(),
            M::NoIncident => self.lacks_no_incident().into(),
            M::NoDecision => self.lacks_no_decision().into(),
            M::NoReason(StepKind::Priorities) => self.lacks_no_reason_priorities().into(),
            M::NoReason(_) => self.lacks_no_reason().into(),
            M::NoLead => self.lacks_no_lead().into(),
            M::NoAnalysisDue => self.lacks_no_analysis_due().into(),
            M::NothingChosen => self.lacks_nothing_chosen().into(),
            M::NoDeviation => self.lacks_no_deviation().into(),
            M::NoBarrier => self.lacks_no_barrier().into(),
            M::NoBarrierWorked => self.lacks_no_barrier_worked().into(),
            M::NoFactor => self.lacks_no_factor().into(),
            M::NoFactorRetained => self.lacks_no_factor_retained().into(),
            M::NoAction => self.lacks_no_action().into(),
            M::OnlyWeakActions => self.lacks_only_weak_actions().into(),
            M::NoPresentation => self.lacks_no_presentation().into(),
            M::NoLessons => self.lacks_no_lessons().into(),
            M::NoNextDate => self.lacks_no_next_date().into(),
            M::NoRound => self.lacks_no_round().into(),
            M::NoSelfCheck => self.lacks_no_self_check().into(),
        }
    }

    /// Only what was asked and is not reached.
    fn quorum_lacks(self, members: (u32, u32), professions: (u32, u32)) -> String {
        let members =
            (members.0 < members.1).then(|| self.lacks_quorum_members(members.0, members.1));
        let professions = (professions.0 < professions.1)
            .then(|| self.lacks_quorum_professions(professions.0, professions.1));
        let parts: Vec<String> = members.into_iter().chain(professions).collect();
        self.lacks_quorum(parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::ActionGap;
    use crate::domain::code::Lang;
    use crate::domain::ids::{ActionId, DeviationId, FactorId, IncidentId};
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn the_longest_lines_fit_sixty_columns_or_two_rows_of_them() {
        let many = |f: fn(u32) -> u32| (95..=120).map(f).collect::<Vec<_>>();
        let numbers = many(|n| n);
        let longest = [
            Missing::Quorum {
                members: 10,
                members_asked: 12,
                professions: 2,
                professions_asked: 10,
            },
            Missing::FollowUps(120),
            Missing::Coverage {
                answered: 25,
                total: 37,
            },
            Missing::TooManySecondary { n: 12, max: 1 },
            Missing::ActionsWithout(
                ActionGap::Cause,
                numbers.iter().copied().map(ActionId).collect(),
            ),
            Missing::ActionsWithout(
                ActionGap::Evaluation,
                numbers.iter().copied().map(ActionId).collect(),
            ),
            Missing::DeviationsWithoutExpected(numbers.iter().copied().map(DeviationId).collect()),
            Missing::FactorsWithoutAction(numbers.iter().copied().map(FactorId).collect()),
            Missing::IncidentsWithoutLikelihood(numbers.iter().copied().map(IncidentId).collect()),
            Missing::NoNextDate,
            Missing::NoSelfCheck,
            Missing::ParkedWithoutOutcome(12),
        ];
        for what in &longest {
            for lang in Lang::ALL {
                let line = Words(*lang).missing(what);
                // What counts further ids may go on in a second row.
                let counts = line.contains(" 22 ");
                let room = if counts { 70 } else { 60 };
                assert!(line.width() <= room, "{line}");
            }
        }
    }

    #[test]
    fn ids_beyond_four_are_counted() {
        let ids = (1..=6).map(IncidentId).collect();
        let line = Words(Lang::En).missing(&Missing::IncidentsWithoutFate(ids));
        assert_eq!(line, "without a decision: E1, E2 and 4 more");
    }

    #[test]
    fn a_quorum_says_only_what_is_not_reached() {
        let what = Missing::Quorum {
            members: 1,
            members_asked: 4,
            professions: 3,
            professions_asked: 3,
        };
        assert_eq!(
            Words(Lang::Fr).missing(&what),
            "quorum non atteint\u{a0}: 1 membre sur 4"
        );
        assert_eq!(Words(Lang::En).missing(&what), "no quorum: 1 member of 4");
    }
}
