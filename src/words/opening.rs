//! The sentences of the opening.

use crate::domain::session::Presence;

crate::words! {
    opening_begin => "Ouvrir la séance", "Open the meeting";
    opening_begin_hint => "La séance est préparée. Entrée l'ouvre maintenant\u{a0}: l'heure est gardée, le temps de l'étape court.",
        "The meeting is prepared. Enter opens it now: the time is kept, the timer of the step runs.";
    opening_resume => "Reprendre la séance", "Resume the meeting";
    opening_resume_hint => "La séance est suspendue. Entrée la reprend aujourd'hui\u{a0}; le compte rendu dira les deux jours.",
        "The meeting is adjourned. Enter resumes it today; the record will tell both days.";
    opening_start => "Séance", "Meeting";
    opening_everyone => "Tous présents", "Everyone is here";
    opening_everyone_hint => "Note présents tous ceux qui sont attendus. Puis Espace change une personne\u{a0}: présent, excusé, absent…",
        "Marks present everyone expected. Then Space changes one person: present, excused, absent…";
    opening_quick => "Appel", "Roll call";
    opening_people => "Participants", "People";
    opening_people_hint => "Espace\u{a0}: présent, excusé, absent, en retard, parti, observateur. Entrée ouvre la personne.",
        "Space: present, excused, absent, late, left, observer. Enter opens the person.";
    opening_nobody => "Personne n'est encore noté. «\u{a0}a\u{a0}» ajoute quelqu'un par sa fonction\u{a0}; l'équipe habituelle se note dans les réglages.",
        "Nobody is noted yet. “a” adds someone by function; the usual team is noted in the settings.";
    opening_no_function => "fonction à préciser", "function to be said";

    opening_present(n: usize, of: usize) =>
        if n < 2 { format!("{n} présent sur {of}") } else { format!("{n} présents sur {of}") }, format!("{n} present of {of}");
    opening_professions(n: u32) => if n < 2 { format!("{n} métier") } else { format!("{n} métiers") },
        if n == 1 { "1 profession".into() } else { format!("{n} professions") };
    opening_to_hear(n: usize, late: usize) =>
        { let late = if late == 0 { String::new() } else { format!(", dont {late} en retard") }; format!("{n} analyse{} à entendre{late}", if n > 1 { "s" } else { "" }) },
        { let late = if late == 0 { String::new() } else { format!(", {late} late") }; format!("{n} analys{} to be heard{late}", if n == 1 { "is" } else { "es" }) };
    opening_to_follow(n: usize, late: usize, done: usize) =>
        {
            let mut of = Vec::new();
            if late > 0 { of.push(format!("{late} en retard")); }
            if done > 0 { of.push(format!("{done} à évaluer")); }
            let of = if of.is_empty() { String::new() } else { format!(", dont {}", of.join(" et ")) };
            format!("{n} action{} à suivre{of}", if n > 1 { "s" } else { "" })
        },
        {
            let mut of = Vec::new();
            if late > 0 { of.push(format!("{late} late")); }
            if done > 0 { of.push(format!("{done} to evaluate")); }
            let of = if of.is_empty() { String::new() } else { format!(", {}", of.join(", ")) };
            format!("{n} action{} to follow up{of}", if n == 1 { "" } else { "s" })
        };
    opening_on_the_table(events: usize, questions: usize) =>
        {
            let events = (events > 0).then(|| format!("{events} événement{} à l'ordre du jour", if events > 1 { "s" } else { "" }));
            let questions = (questions > 0).then(|| format!("{questions} question{} gardée{}", if questions > 1 { "s" } else { "" }, if questions > 1 { "s" } else { "" }));
            [events, questions].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        },
        {
            let events = (events > 0).then(|| format!("{events} event{} on the agenda", if events == 1 { "" } else { "s" }));
            let questions = (questions > 0).then(|| format!("{questions} question{} kept", if questions == 1 { "" } else { "s" }));
            [events, questions].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
    opening_last(day: &str, ago: i64) => format!("dernière séance le {day}, {ago} jour{} plus tôt", if ago > 1 { "s" } else { "" }),
        format!("last meeting on {day}, {ago} day{} before", if ago == 1 { "" } else { "s" });
    opening_promised(day: &str) => format!("la suivante était fixée au {day}"), format!("the next one was set for {day}");
    opening_last_record(day: &str, key: &str) => format!("C'est celui du {day}\u{202f}; {key} le relit."), format!("It is that of {day}; {key} reads it.");
    opening_no_last_record => "Aucune séance précédente dans cet espace de travail.", "No earlier meeting in this workspace.";
    opening_hear => "Ordre du jour", "Agenda";
    opening_hear_do => "Ajouter l'étape «\u{a0}Présentation\u{a0}»", "Add the step “Presentation”";
    opening_hear_hint => "Cette séance n'a pas d'étape pour entendre une analyse. Entrée l'ajoute après le choix, 15\u{a0}min.",
        "This meeting has no step to hear an analysis. Enter adds it after the choice, 15\u{a0}min.";
    opening_quorum_none => "pas de quorum demandé", "no quorum asked";
    opening_quorum_asks(rule: &str) => format!("Quorum\u{a0}: {rule}"), format!("Quorum: {rule}");
    opening_quorum_met => "quorum atteint", "quorum met";
    opening_quorum_short => "quorum non atteint", "no quorum";
    opening_rule_members(n: u32) => if n == 1 { "1 permanent".into() } else { format!("{n} permanents") },
        if n == 1 { "1 permanent member".into() } else { format!("{n} permanent members") };
    opening_rule(parts: String) => format!("il faut {parts}"), format!("min. {parts}");
    opening_and => " et ", " and ";
    opening_overrule => "Continuer, car", "Go on because";
    opening_overrule_hint => "Sans quorum, le groupe peut travailler. Pour décider quand même, écrivez pourquoi\u{a0}: le compte rendu le dira.",
        "Without a quorum the group can work. To decide all the same, write why: the record will tell it.";

    opening_facilitator => "Animateur", "Facilitator";
    opening_secretary => "Secrétaire", "Minute taker";
    opening_timekeeper => "Gardien du temps", "Timekeeper";
    opening_role_hint => "Un chiffre ou les flèches. Les autres rôles se donnent en ouvrant la personne.", "A digit or the arrows. Other roles are given by opening the person.";

    opening_approval => "Dernier CR", "Last record";
    opening_approval_hint => "Le compte rendu de la séance précédente est-il approuvé\u{202f}?", "Is the record of the last meeting approved?";
    opening_remark => "Remarque", "Remark";
    opening_charter => "Charte", "Charter";
    opening_charter_read => "La lire à voix haute", "Read it aloud";
    opening_charter_accepted => "acceptée par le groupe", "accepted by the group";
    opening_charter_hint => "Entrée la montre en grand, ligne par ligne.", "Enter shows it large, line by line.";
    opening_charter_title => "Notre charte", "Our charter";
    opening_charter_foot => "Entrée\u{a0}: le groupe l'accepte · ↑↓ suivre la lecture · Échap", "Enter: the group accepts it · ↑↓ follow the reading · Esc";
    opening_charter_foot_done => "Acceptée. Entrée ou Échap\u{a0}: revenir · Espace retire l'accord", "Accepted. Enter or Esc: back · Space withdraws it";
    opening_votes => "Votes", "Votes";
    opening_votes_announced => "expliqués", "explained";
    opening_votes_words => "À dire\u{a0}: nous votons à main levée, où chacun voit les mains des autres, ou à bulletin secret. L'écran ne montre aucun total avant la fin, et aucun fichier ne dit qui a voté quoi.",
        "To be said: we vote by show of hands, where everyone sees the hands of the others, or by secret papers. The screen shows no total before the end, and no file tells who voted what.";
    opening_aims => "Objectifs", "Aims";
    opening_aims_hint => "Ce que nous voulons avoir fait en partant. Tab passe au champ suivant.", "What we want to have done when we leave. Tab goes to the next field.";

    opening_session => "La séance", "The meeting";
    opening_title => "Titre", "Title";
    opening_title_hint => "Facultatif\u{a0}: un mot pour la retrouver.", "Optional: a word to find it again.";
    opening_date => "Date", "Date";
    opening_place => "Lieu", "Place";
    opening_number => "Numéro", "Number";
    opening_format(name: &str, steps: usize, minutes: u32) => format!("Format\u{a0}: {name} · {steps} étapes, {minutes} min prévues"),
        format!("Format: {name} · {steps} steps, {minutes} min planned");
    opening_own_format => "Format de l'équipe", "The team's own format";

    person_function => "Fonction", "Function";
    person_function_hint => "Une fonction, jamais un nom\u{a0}: IDEL, pharmacien d'officine, patiente partenaire.", "A function, never a name: nurse, pharmacist, patient partner.";
    person_profession => "Métier", "Profession";
    person_profession_hint => "Pour le quorum par métiers. Sans lui, c'est la fonction qui compte.", "For the quorum by professions. Without it, the function counts.";
    person_permanent => "Permanent", "Permanent";
    person_permanent_hint => "Compte pour le quorum.", "Counts for the quorum.";
    person_roles => "Rôles", "Roles";
    person_presence => "Présence", "Presence";
    person_arrived => "Arrivée", "Arrived";
    person_left => "Départ", "Left";
    person_time_hint => "14:20, ou 14 h 20", "14:20";
}

impl super::Words {
    /// Whether someone is there, short enough to stand before a function (10 columns).
    pub const fn presence_short(self, presence: Presence) -> &'static str {
        match (presence, self.is_french()) {
            (Presence::Expected, true) => "attendu",
            (Presence::Present, true) => "présent",
            (Presence::Excused, true) => "excusé",
            (Presence::Absent, _) => "absent",
            (Presence::Late, true) => "en retard",
            (Presence::Left, true) => "parti",
            (Presence::Observer, true) => "observe",
            (Presence::Expected, false) => "expected",
            (Presence::Present, false) => "present",
            (Presence::Excused, false) => "excused",
            (Presence::Late, false) => "late",
            (Presence::Left, false) => "left",
            (Presence::Observer, false) => "observes",
        }
    }
}
