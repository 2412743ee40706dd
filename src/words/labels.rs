//! The names of the answers of the domain, lower case, as they stand inside a sentence; feminine where an action or a
//! barrier is spoken of. Names of shipped content (places, natures, roles) are in the content itself.

use super::Words;
use crate::domain::action::{
    ActionGap, ActionKind, ActionLevel, Effect, FollowUpOutcome, Status, Strength,
};
use crate::domain::agenda::{Mode, StepKind};
use crate::domain::amend::Mark;
use crate::domain::analysis::{
    BarrierKind, BarrierNature, BarrierState, Certainty, FactorRole, Reply, Retained, Section,
};
use crate::domain::ballot::{Answer, BallotState, Method, Reached, Subject, TieRule};
use crate::domain::code::Lang;
use crate::domain::grid::Origin;
use crate::domain::incident::{Fate, Informed, Said};
use crate::domain::scales::{Class, Quadrant, School};
use crate::domain::session::{Approval, Presence, Stage};

/// Declares labels: `presence(Presence) { Expected => "attendu", "expected"; … }`.
macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident($type:ident) { $($variant:ident => $fr:literal, $en:literal;)+ })+) => {
        impl Words { $(
            $(#[$doc])*
            pub const fn $name(self, value: $type) -> &'static str {
                match (value, self.0) { $(
                    ($type::$variant, Lang::Fr) => $fr,
                    ($type::$variant, Lang::En) => $en,
                )+ }
            }
        )+ }
    };
}

labels! {
    /// Whether someone is there.
    presence(Presence) {
        Expected => "attendu", "expected";
        Present => "présent", "present";
        Excused => "excusé", "excused";
        Absent => "absent", "absent";
        Late => "arrivé en retard", "arrived late";
        Left => "parti avant la fin", "left early";
        Observer => "observateur", "observer";
    }

    /// Where a session stands.
    stage(Stage) {
        Prepared => "préparée", "prepared";
        Open => "en cours", "under way";
        Adjourned => "suspendue", "adjourned";
        Sealed => "scellée", "sealed";
    }

    /// What was said of the last record.
    approval(Approval) {
        Pending => "pas encore demandé", "not asked yet";
        Approved => "approuvé", "approved";
        WithRemark => "approuvé avec une remarque", "approved with a remark";
        NoneBefore => "pas de compte rendu précédent", "no earlier record";
    }

    /// The kinds of step.
    step(StepKind) {
        Opening => "ouverture", "opening";
        FollowUp => "suivi des actions", "follow-up of actions";
        Incidents => "événements", "events";
        Choice => "choix", "choice";
        Sources => "recueil", "gathering";
        Timeline => "chronologie", "timeline";
        Deviations => "écarts et barrières", "deviations and barriers";
        Factors => "facteurs", "factors";
        Priorities => "priorités", "priorities";
        Actions => "actions", "actions";
        Presentation => "présentation de l'analyse", "presentation of the analysis";
        Closing => "clôture", "closing";
        Ready => "bilan de l'analyse", "review of the analysis";
        PreTest => "pré-test", "pre-test";
        Briefing => "briefing", "briefing";
        Debrief => "débriefing", "debrief";
        PostTest => "post-test", "post-test";
    }

    /// The kinds of step, short enough for the rail (12 columns).
    step_short(StepKind) {
        Opening => "ouverture", "opening";
        FollowUp => "suivi", "follow-up";
        Incidents => "événements", "events";
        Choice => "choix", "choice";
        Sources => "recueil", "gathering";
        Timeline => "chronologie", "timeline";
        Deviations => "écarts", "deviations";
        Factors => "facteurs", "factors";
        Priorities => "priorités", "priorities";
        Actions => "actions", "actions";
        Presentation => "présentation", "presentation";
        Closing => "clôture", "closing";
        Ready => "bilan", "review";
        PreTest => "pré-test", "pre-test";
        Briefing => "briefing", "briefing";
        Debrief => "débriefing", "debrief";
        PostTest => "post-test", "post-test";
    }

    /// The sections of a presented analysis.
    section(Section) {
        Event => "événement", "event";
        Sources => "recueil", "gathering";
        Facts => "chronologie", "timeline";
        Deviations => "écarts", "deviations";
        Barriers => "barrières", "barriers";
        Factors => "facteurs", "factors";
        Whys => "pourquoi", "whys";
        Missing => "ce qui manque", "what is missing";
    }

    /// What became of a line of a presented analysis.
    mark(Mark) {
        Same => "comme présenté", "as presented";
        Changed => "modifié en séance", "changed in the meeting";
        Added => "ajouté en séance", "added in the meeting";
        Removed => "retiré en séance", "taken out in the meeting";
    }

    /// Who analyses, and when.
    mode(Mode) {
        InRoom => "analyse en séance", "analysis in the room";
        Between => "analyse entre deux séances", "analysis between two meetings";
    }

    /// Whether the patient or the relatives were told.
    informed(Informed) {
        Unknown => "on ne sait pas", "not known";
        Yes => "informés", "told";
        No => "pas informés", "not told";
        ToDo => "à informer", "to be told";
    }

    /// Yes, no, or not said.
    said(Said) {
        Unknown => "non précisé", "not said";
        Yes => "oui", "yes";
        No => "non", "no";
    }

    /// What the group decides for an event.
    fate(Fate) {
        Undecided => "sans décision", "undecided";
        Chosen => "choisi pour l'analyse", "chosen for analysis";
        NextTime => "revu à la prochaine séance", "kept for the next meeting";
        SimpleAnswer => "réponse simple", "simple answer";
        Sent => "transmis", "sent on";
        Closed => "classé", "closed";
    }

    /// The two schools of criticality.
    school(School) {
        Matrix => "matrice à trois classes", "matrix of three classes";
        Product => "gravité × vraisemblance", "severity × likelihood";
    }

    /// A class of criticality.
    class(Class) {
        Acceptable => "acceptable", "acceptable";
        Tolerable => "tolérable sous contrôle", "tolerable under control";
        Unacceptable => "inacceptable", "unacceptable";
    }

    /// A quadrant of impact against effort.
    quadrant(Quadrant) {
        Quick => "gain rapide", "quick win";
        Project => "projet", "project";
        Possible => "à faire si possible", "if possible";
        Discard => "à écarter", "set aside";
    }

    /// A language by its own name.
    language(Lang) {
        Fr => "français", "français";
        En => "English", "English";
    }

    /// Where the wording of an item comes from.
    origin(Origin) {
        Ours => "formulation propre au programme ou à l'équipe", "worded by the program or the team";
        Recalled => "d'après la source, formulation non confirmée", "after the source, wording not confirmed";
        Confirmed => "confirmé dans la source", "confirmed in the source";
    }
}

labels! {
    /// When a barrier acts.
    barrier_kind(BarrierKind) {
        Prevention => "prévention", "prevention";
        Recovery => "récupération", "recovery";
        Mitigation => "atténuation", "mitigation";
    }

    /// What a barrier did.
    barrier_state(BarrierState) {
        Unknown => "état inconnu", "state unknown";
        Worked => "a fonctionné", "worked";
        Failed => "a cédé", "gave way";
        Absent => "absente", "absent";
        Bypassed => "contournée", "bypassed";
        Disabled => "désactivée", "switched off";
    }

    /// What a barrier is made of.
    barrier_nature(BarrierNature) {
        Unknown => "nature non précisée", "nature not said";
        Physical => "physique ou technique", "physical or technical";
        Organisational => "organisationnelle", "organisational";
        Human => "humaine", "human";
        Symbolic => "symbolique (affiche, consigne)", "symbolic (notice, instruction)";
    }

    /// What part a factor played.
    factor_role(FactorRole) {
        Influencing => "influent", "influencing";
        Principal => "principal", "principal";
        Secondary => "secondaire", "secondary";
    }

    /// How sure the group is of a factor.
    certainty(Certainty) {
        Probable => "probable", "probable";
        Confirmed => "confirmé", "confirmed";
        ToCheck => "à vérifier", "to be checked";
    }

    /// The answer to an item of a grid.
    reply(Reply) {
        Open => "pas encore exploré", "not explored yet";
        Yes => "oui, a contribué", "yes, it contributed";
        No => "non", "no";
        Unknown => "on ne sait pas", "not known";
        NotApplicable => "sans objet", "does not apply";
    }

    /// What is retained after priorities are set.
    retained(Retained) {
        Open => "non décidé", "undecided";
        Yes => "retenu", "retained";
        No => "non retenu", "not retained";
    }

    /// What a vote is about.
    subject(Subject) {
        Free => "question libre", "free question";
        Choice => "choix de l'événement", "choice of the event";
        Priorities => "choix des facteurs", "choice of the factors";
        Actions => "choix des actions", "choice of the actions";
        Impact => "impact des actions", "impact of the actions";
        Effort => "effort des actions", "effort of the actions";
        Round => "tour de table", "round";
    }

    /// An answer of a yes/no vote.
    answer_given(Answer) {
        Yes => "oui", "yes";
        No => "non", "no";
        Abstain => "pas d'avis", "undecided";
    }

    /// What separates equal options.
    tie_rule(TieRule) {
        SecondRound => "second tour entre les ex æquo", "second round between equals";
        Consensus => "consensus du groupe, écrit", "consensus of the group, written down";
    }

    /// Where a vote stands.
    ballot_state(BallotState) {
        Open => "ouvert", "open";
        Closed => "clos", "closed";
        Cancelled => "annulé", "cancelled";
        Prepared => "en préparation", "being prepared";
    }

    /// How a decision was reached.
    reached(Reached) {
        Consensus => "par consensus", "by consensus";
        AsVoted => "selon le vote", "as voted";
        AgainstVote => "autrement que le vote", "otherwise than voted";
        Unsaid => "façon de décider non précisée", "how it was decided is not stated";
        Otherwise => "sans vote ni consensus", "neither by vote nor by consensus";
    }
}

labels! {
    /// What an action is meant to do.
    action_kind(ActionKind) {
        Preventive => "préventive", "preventive";
        Recovery => "de récupération", "recovery";
        Mitigation => "d'atténuation", "mitigation";
        Improvement => "d'amélioration", "improvement";
    }

    /// How strong an action is.
    strength(Strength) {
        Weak => "faible", "weak";
        Intermediate => "intermédiaire", "intermediate";
        Strong => "forte", "strong";
    }

    /// Where an action is decided and carried.
    action_level(ActionLevel) {
        Team => "équipe", "team";
        Structure => "structure", "structure";
        BetweenStructures => "inter-structures", "between structures";
        Region => "région", "region";
    }

    /// Where an action stands.
    status(Status) {
        Proposed => "proposée", "proposed";
        Retained => "retenue", "retained";
        Planned => "planifiée", "planned";
        Ongoing => "en cours", "under way";
        Done => "réalisée", "done";
        Effective => "évaluée efficace", "evaluated effective";
        Closed => "clôturée", "closed";
        Escalated => "en attente d'arbitrage", "waiting for a decision";
        Transferred => "transférée", "handed over";
        Postponed => "reportée", "postponed";
        Dropped => "abandonnée", "dropped";
    }

    /// What a follow-up says of an action.
    follow_up_outcome(FollowUpOutcome) {
        Pending => "pas encore abordée", "not discussed yet";
        Done => "réalisée", "done";
        Ongoing => "en cours", "under way";
        Postponed => "reportée", "postponed";
        Dropped => "abandonnée", "dropped";
        Evaluated => "évaluée", "evaluated";
        Escalated => "portée à une autre instance", "taken to another body";
    }

    /// What an evaluation says of an action.
    effect(Effect) {
        CannotTell => "non évaluable", "cannot be told";
        Effective => "efficace", "effective";
        Partly => "partiellement efficace", "partly effective";
        NotEffective => "inefficace", "not effective";
    }

    /// What an action can lack.
    action_gap(ActionGap) {
        Cause => "facteur ou barrière", "factor or barrier";
        Owner => "pilote", "owner";
        Due => "échéance", "deadline";
        Indicator => "indicateur", "indicator";
        Evaluation => "date d'évaluation", "date of evaluation";
        Baseline => "valeur de départ", "value before";
        Target => "valeur visée", "value aimed at";
    }
}

impl Words {
    /// How votes are expressed, with its numbers; [`Words::voting`] adds how they are collected.
    pub fn method(self, method: &Method) -> String {
        match (method, self.0) {
            (Method::Hands { each }, _) => self.voices_each(*each),
            (Method::YesNo, Lang::Fr) => "oui, non ou pas d'avis".into(),
            (Method::YesNo, Lang::En) => "yes, no or undecided".into(),
            (Method::Weighted, Lang::Fr) => {
                "3-2-1\u{a0}: 3\u{a0}points au premier choix, 2 au deuxième, 1 au troisième".into()
            }
            (Method::Weighted, Lang::En) => {
                "3-2-1: 3 points to the first choice, 2 to the second, 1 to the third".into()
            }
            (Method::Points { points, cap }, Lang::Fr) => {
                format!("{points}\u{a0}points à répartir, {cap} au plus par proposition")
            }
            (Method::Points { points, cap }, Lang::En) => {
                format!("{points} points to spread, {cap} at most per option")
            }
            (Method::Score, Lang::Fr) => "une note de 0 à 5 par proposition".into(),
            (Method::Score, Lang::En) => "a score from 0 to 5 per option".into(),
            (Method::Levels { top }, Lang::Fr) => {
                format!("un niveau de 1 à {top} par proposition, la médiane compte")
            }
            (Method::Levels { top }, Lang::En) => {
                format!("a level from 1 to {top} per option, the median counts")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distinct<T: Copy>(all: &[T], label: impl Fn(Words, T) -> &'static str) {
        for lang in Lang::ALL {
            let mut seen: Vec<&str> = all.iter().map(|v| label(Words(*lang), *v)).collect();
            assert!(seen.iter().all(|l| !l.trim().is_empty()));
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), all.len(), "two answers share a label: {seen:?}");
        }
    }

    #[test]
    fn no_two_answers_of_a_list_read_the_same() {
        distinct(Presence::ALL, Words::presence);
        distinct(Stage::ALL, Words::stage);
        distinct(Approval::ALL, Words::approval);
        distinct(StepKind::ALL, Words::step);
        distinct(Informed::ALL, Words::informed);
        distinct(Fate::ALL, Words::fate);
        distinct(BarrierState::ALL, Words::barrier_state);
        distinct(BarrierNature::ALL, Words::barrier_nature);
        distinct(Reply::ALL, Words::reply);
        distinct(Status::ALL, Words::status);
        distinct(FollowUpOutcome::ALL, Words::follow_up_outcome);
        distinct(Effect::ALL, Words::effect);
        distinct(ActionGap::ALL, Words::action_gap);
        distinct(Reached::ALL, Words::reached);
    }
}
