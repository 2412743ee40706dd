//! The sentences of the action plan of all meetings: its columns, its calendar, the reminders to its owners.

use super::Words;
use crate::domain::action::{Phase, Standing};
use crate::domain::code::Lang;

impl Words {
    /// Where an action stands.
    pub const fn standing(self, standing: Standing) -> &'static str {
        match (standing, self.0) {
            (Standing::Open, Lang::Fr) => "ouverte",
            (Standing::Open, Lang::En) => "open",
            (Standing::Late, Lang::Fr) => "en retard",
            (Standing::Late, Lang::En) => "late",
            (Standing::Done, Lang::Fr) => "à évaluer",
            (Standing::Done, Lang::En) => "to evaluate",
            (Standing::Effective, Lang::Fr) => "efficace",
            (Standing::Effective, Lang::En) => "effective",
            (Standing::Partly, Lang::Fr) => "en partie efficace",
            (Standing::Partly, Lang::En) => "partly effective",
            (Standing::NotEffective, Lang::Fr) => "inefficace",
            (Standing::NotEffective, Lang::En) => "not effective",
            (Standing::CannotTell, Lang::Fr) => "non évaluable",
            (Standing::CannotTell, Lang::En) => "cannot be told",
            (Standing::Dropped, Lang::Fr) => "abandonnée",
            (Standing::Dropped, Lang::En) => "dropped",
            (Standing::Closed, Lang::Fr) => "clôturée",
            (Standing::Closed, Lang::En) => "closed",
            (Standing::HandedOver, Lang::Fr) => "transférée",
            (Standing::HandedOver, Lang::En) => "handed over",
        }
    }

    /// A place on the wheel of Deming.
    pub const fn phase(self, phase: Phase) -> &'static str {
        match (phase, self.0) {
            (Phase::Plan, Lang::Fr) => "planifier",
            (Phase::Plan, Lang::En) => "plan",
            (Phase::Do, Lang::Fr) => "faire",
            (Phase::Do, Lang::En) => "do",
            (Phase::Check, Lang::Fr) => "vérifier",
            (Phase::Check, Lang::En) => "check",
            (Phase::Act, Lang::Fr) => "agir",
            (Phase::Act, Lang::En) => "act",
        }
    }
}

crate::words! {
    plan_reference => "Réf.", "Ref.";
    plan_action => "Action", "Action";
    plan_owner => "Pilote", "Owner";
    plan_state => "État", "State";
    plan_strength => "Force", "Strength";
    plan_due => "Échéance", "Due";
    plan_late_days => "Jours de retard", "Days late";
    plan_postponed => "Reports", "Postponements";
    plan_phase => "PDCA", "PDCA";
    plan_session => "Séance n°", "Session no.";
    plan_decided => "Décidée le", "Decided on";
    plan_category => "Catégorie", "Category";
    plan_causes => "Répond à", "Answers";
    plan_indicator => "Indicateur", "Indicator";
    plan_baseline => "Avant", "Before";
    plan_target => "Cible", "Target";
    plan_evaluate_on => "À évaluer le", "To evaluate on";
    plan_last_on => "Dernier suivi le", "Last follow-up on";
    plan_last => "Dernier suivi", "Last follow-up";
    plan_evidence => "Preuve", "Evidence";
    plan_reason => "Raison", "Reason";
    plan_escalated => "Porté à", "Escalated to";

    plan_no_owner => "(à désigner)", "(nobody yet)";
    plan_no_due => "sans date", "no date";
    /// Short enough for a narrow column.
    plan_intermediate => "interm.", "interm.";
    plan_postponed_times(n: u32) => format!("reportée {n}×"), format!("postponed {n}×");

    plan_sheet => "Plan d'actions CREX", "CREX action plan";
    plan_choose_state => "Choisissez un état de la liste.", "Choose a state of the list.";
    plan_unwritten => "Le classeur n'a pas pu être écrit\u{a0}: trop d'actions pour une feuille. Demandez --open, ou la forme csv.",
        "The workbook could not be written: too many actions for one sheet. Ask for --open, or for csv.";

    plan_none(folder: &str) =>
        format!("Aucune action dans {folder}\u{a0}: le plan se remplit dès qu'une séance en retient une."),
        format!("No action in {folder}: the plan fills as soon as a session retains one.");
    plan_none_such => "Aucune action du plan ne correspond.", "No action of the plan matches.";
    plan_nobody(owner: &str, owners: &str) =>
        format!("Aucune action n'a pour pilote «\u{a0}{owner}\u{a0}». Les pilotes du plan\u{a0}: {owners}."),
        format!("No action is owned by “{owner}”. The owners of the plan: {owners}.");
    plan_nothing_dated => "Aucune date à mettre dans un calendrier.", "No date to put into a calendar.";
    plan_nothing_to_remind => "Personne à relancer\u{a0}: rien n'est attendu.", "Nobody to remind: nothing is expected.";
    plan_late(n: usize) => match n {
            1 => "1 action est en retard.".to_owned(),
            n => format!("{n} actions sont en retard."),
        },
        match n {
            1 => "1 action is late.".to_owned(),
            n => format!("{n} actions are late."),
        };
    plan_twice(paths: &str) =>
        format!("Ces fichiers contiennent la même séance, comptée une fois\u{a0}: {paths}. Gardez la bonne, et sortez l'autre du dossier."),
        format!("These files hold the same session, counted once: {paths}. Keep the right one, and take the other out of the folder.");
    plan_written(path: &str) => format!("Plan d'actions écrit dans {path}"), format!("Action plan written to {path}");

    /// Neutral: a calendar is seen by others.
    calendar_due(action: &str) => format!("CREX\u{a0}: action {action} à échéance"), format!("CREX: action {action} is due");
    calendar_evaluation(action: &str) => format!("CREX\u{a0}: action {action} à évaluer"), format!("CREX: action {action} to be evaluated");
    calendar_one => "d'avant crex", "from before crex";
    calendar_from(date: &str) => format!("Décidée à la séance du {date}. Le détail est dans le plan d'actions du CREX."),
        format!("Decided at the session of {date}. Details are in the action plan of the CREX.");
    calendar_from_before => "Le détail est dans le plan d'actions du CREX.", "Details are in the action plan of the CREX.";

    reminder_to(owner: &str) => format!("Pour\u{a0}: {owner}"), format!("To: {owner}");
    reminder_to_nobody => "Pour\u{a0}: l'animateur (pilote à désigner)", "To: the facilitator (owner to be found)";
    reminder_subject(date: &str) => format!("Objet\u{a0}: CREX, point sur les actions au {date}"), format!("Subject: CREX, where the actions stand on {date}");
    reminder_hello => "Bonjour,", "Hello,";
    reminder_intro => "Le CREX suit avec vous ces actions\u{a0}:", "The CREX follows these actions with you:";
    reminder_intro_nobody => "Ces actions du CREX attendent un pilote\u{a0}:", "These actions of the CREX are waiting for an owner:";
    reminder_late => "Échéance passée", "Deadline passed";
    reminder_open => "À venir", "Coming up";
    reminder_done => "Réalisé, à évaluer", "Done, to be evaluated";
    reminder_due(date: &str) => format!("échéance le {date}"), format!("due on {date}");
    reminder_due_was(date: &str) => format!("échéance prévue le {date}"), format!("was due on {date}");
    reminder_evaluate(date: &str) => format!("évaluation le {date}"), format!("evaluation on {date}");
    reminder_decided(date: &str) => format!("décidée le {date}"), format!("decided on {date}");
    reminder_end => "Où en est chacune, et de quoi auriez-vous besoin pour avancer\u{202f}? Une nouvelle date peut être proposée.\nMerci.",
        "Where does each one stand, and what would you need to go on? A new date can be proposed.\nThank you.";
}
